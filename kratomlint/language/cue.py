"""How a pattern is compiled: by the quickest engine that reads it alike. Knows patterns and texts, nothing of documents.

RE2 compiles in a tenth of the time and its scans are linear, but it has no lookarounds and knows only the words of
ASCII. So it answers where it means the same, and says of the other lines which cannot match.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any

# Beyond ASCII, marks that no engine takes for a part of a word, a figure or a space.
_MARKS = dict.fromkeys(map(ord, "–—―…•·“”‘’„‚«»‹›§©®™°†‡→←≥≤±×÷≈€£¥′″✓✔★☆●■►"))
_TOKEN = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\(\?<?[=!]|[()]|[^\\()\[]+|.", re.DOTALL)
_LOOKAROUNDS = ("(?=", "(?!", "(?<=", "(?<!")
# Syntax that RE2 or `re` knows as something else than `regex` does. What they do not know is an error, and no danger.
_OTHERWISE = re.compile(r"\[\[|\[:|--|&&|~~|\|\||\{(?![0-9])|\\[AzZBCQEapPv]|\(\?(?!i:)[a-oq-zA-OQ-Z]")
# Every character that RE2 could take for something else than the other engines do.
_DISPUTED = r"\x{0}-\x{1f}\x{7f}-\x{10ffff}"
_MOST_MEMORY = 4 << 20
# A pattern that matches nothing, for every engine.
NEVER = r"x\bx"
_VERBOSE = re.compile(r"(\\.|\[\^?\]?(?:\\.|[^\]\\])*\])|\s+|#[^\n]*", re.DOTALL)
_CHARACTERS_WORTH_A_QUESTION = 2
_LOOKBEHIND = re.compile(r"(?P<opening>\(\?<[!=])(?P<inside>(?:[^()\[\]\\]|\\.|\(\?:[^()\[\]]*\))*)\)")
_BRANCHES = re.compile(r"\|(?![^()]*\))")
_CHOICE = re.compile(
    r"(?:\(\?:(?P<words>[^()\[\]?*+{}^$.]+)\)|(?P<one>\\.|[^\\()\[\]|?*+{}^$.])(?P<maybe>\?)?)(?![?*+{])"
)
_MOST_WAYS = 120
_WRAPPED = re.compile(r"((?:\\b)?)\(\?:(.*)\)((?:\\b)?)", re.DOTALL)
_FEW_BRANCHES = 4


def is_plain(text: str) -> bool:
    """Say whether every engine sees the same words, spaces and figures in a text on one line."""
    return text.isprintable() and (text.isascii() or text.translate(_MARKS).isascii())


class Cue:
    """A pattern for code to ask; like what `re.compile` returns, but nothing is compiled before a text needs it.

    While it is asked seldom, RE2 answers where it can. `flags`: none or `re.VERBOSE`.
    """

    __slots__ = ("_compiled", "_flags", "_is_whole", "_left", "_quick", "pattern")

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern = pattern
        self._flags = flags
        self._compiled: re.Pattern[str] | None = None
        # RE2 saves some 2 microseconds a character when it compiles and takes 4 more for every question.
        self._left = 0 if flags & ~re.VERBOSE else len(pattern) // _CHARACTERS_WORTH_A_QUESTION
        self._quick: Any = None
        self._is_whole = False

    def search(self, text: str, *bounds: int) -> re.Match[str] | None:
        """Return the first match, or None; `bounds`: where to begin and to end, as for `re`."""
        seen, start = _seen(text, bounds)
        if quick := self._asked(seen):
            found: re.Match[str] | None = quick.search(seen, start)
            if found is None or self._is_whole:
                return _placed(found, bounds, start)  # type: ignore[no-any-return]
        return self._exact.search(text, *bounds)

    def match(self, text: str, *bounds: int) -> re.Match[str] | None:
        """Return the match at the beginning, or None."""
        seen, start = _seen(text, bounds)
        if quick := self._asked(seen):
            found: re.Match[str] | None = quick.match(seen, start)
            if found is None or self._is_whole:
                return _placed(found, bounds, start)  # type: ignore[no-any-return]
        return self._exact.match(text, *bounds)

    def finditer(self, text: str, *bounds: int) -> Iterator[re.Match[str]]:
        """Yield the matches, one after the other."""
        seen, start = _seen(text, bounds)
        if quick := self._asked(seen):
            found = list(quick.finditer(seen, start))
            # After an empty match RE2 goes on elsewhere.
            if not found or (self._is_whole and all(match.end() > match.start() for match in found)):
                return (_placed(match, bounds, start) for match in found)
        return self._exact.finditer(text, *bounds)

    def findall(self, text: str, *bounds: int) -> list[Any]:
        """Return the words of the matches, or of their groups."""
        return self._exact.findall(text, *bounds)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Return the match that is the whole text, or None."""
        return self._exact.fullmatch(text)

    def sub(self, replacement: str | Callable[[re.Match[str]], str], text: str) -> str:
        """Return the text with `replacement` for every match."""
        quick = self._asked(text)
        return text if quick and not quick.search(text) else self._exact.sub(replacement, text)

    def split(self, text: str) -> list[Any]:
        """Return what stands between the matches."""
        return self._exact.split(text)

    @property
    def _exact(self) -> re.Pattern[str]:
        if self._compiled is None:
            self._compiled = re.compile(self.pattern, self._flags)
        return self._compiled

    def _asked(self, text: str) -> Any:
        """Return what RE2 made of the pattern, where the text is plain and it was not asked often."""
        if self._compiled is not None or self._left <= 0 or not is_plain(text):
            return None
        self._left -= 1
        if self._quick is None:
            pattern = _VERBOSE.sub(r"\1", self.pattern) if self._flags else self.pattern
            freed = without_lookarounds(pattern)
            # Where a named group stands, RE2 does not tell.
            self._is_whole = freed == pattern and "(?P<" not in pattern
            self._quick = by_re2(freed) or False
        return self._quick


def _seen(text: str, bounds: tuple[int, ...]) -> tuple[str, int]:
    """Return what of a text a pattern sees between bounds, with the character before it, and where it may begin there."""
    if not bounds or not bounds[0]:
        return (text[: bounds[1]] if len(bounds) > 1 else text), 0
    before = text[bounds[0] - 1]
    end = bounds[1] if len(bounds) > 1 else len(text)
    return (before if before.isalnum() or before == "_" else " ") + text[bounds[0] : end], 1


def _placed(match: Any, bounds: tuple[int, ...], start: int) -> Any:
    """Return the match where it stands in the whole text."""
    return _Moved(match, bounds[0] - start) if match and bounds else match


class _Moved:
    """A match in a part of a text, told in places of the whole."""

    __slots__ = ("_by", "_match")

    def __init__(self, match: Any, by: int) -> None:
        self._match, self._by = match, by

    def span(self, group: int | str = 0) -> tuple[int, int]:
        start, end = self._match.span(group)
        return (start, end) if start < 0 else (start + self._by, end + self._by)

    def start(self, group: int | str = 0) -> int:
        return self.span(group)[0]

    def end(self, group: int | str = 0) -> int:
        return self.span(group)[1]

    def __getitem__(self, group: int | str) -> Any:
        return self._match[group]

    def __getattr__(self, name: str) -> Any:
        return getattr(self._match, name)


def by_re2(pattern: str) -> Any | None:
    """Return the pattern compiled by RE2, `^` and `$` at the ends of lines; None where RE2 would not read it alike."""
    if _OTHERWISE.search(pattern):
        return None
    import re2

    try:
        return re2.compile(f"(?m){pattern}", _options())
    except re2.error:
        return None


def exact(pattern: str, text: str) -> Any:
    """Return the pattern compiled for texts like this one: by `re` where that reads as `regex` does, else by `regex`."""
    if is_plain(text):
        return _by_re(pattern) or _by_regex(pattern)
    # On letters `re` and `regex` agree, but not on which of them are the same in another case.
    letters = _adds_only_letters(text) and "(?i:" not in pattern
    return (_by_re(pattern) if letters else None) or _by_regex(pattern)


@lru_cache(maxsize=1024)
def _by_re(pattern: str) -> re.Pattern[str] | None:
    if _OTHERWISE.search(pattern):
        return None
    try:
        return re.compile(_with_fixed_lookbehinds(pattern))
    except re.error:
        return None


@lru_cache(maxsize=1024)
def _by_regex(pattern: str) -> Any:
    import regex

    return regex.compile(pattern)


def _with_fixed_lookbehinds(pattern: str) -> str:
    """Return the pattern with each lookbehind for words of different lengths as one for each word, as `re` wants it."""
    return _LOOKBEHIND.sub(_one_by_one, pattern)


def _one_by_one(lookbehind: re.Match[str]) -> str:
    opening, words = lookbehind["opening"], _spelled(lookbehind["inside"])
    if words is None:
        return lookbehind[0]
    each = [f"{opening}{word})" for word in words]
    return "".join(each) if opening == "(?<!" else f"(?:{'|'.join(each)})"


def _spelled(inside: str) -> list[str] | None:
    """Return every way through a pattern in which there is nothing to choose but words; None where there is more."""
    ways: list[str] = []
    for branch in _BRANCHES.split(inside):
        if _CHOICE.sub("", branch):
            return None
        more = [""]
        for part in _CHOICE.finditer(branch):
            choices = part["words"].split("|") if part["words"] else [part["one"], ""][: 1 + bool(part["maybe"])]
            more = [way + choice for way in more for choice in choices][: _MOST_WAYS + 1]
        ways += more
    return ways if len(ways) <= _MOST_WAYS else None


def only_what_matches(pattern: str, text: str) -> str:
    """Return the pattern without those of its alternatives that match nowhere in a text of plain lines.

    A shorter one is compiled sooner, and finds the same there.
    """
    before, branches, after = _alternatives(pattern)
    if len(branches) < _FEW_BRANCHES:
        return pattern
    kept = []
    for branch in branches:
        sieve = by_re2(without_lookarounds(f"{before}(?:{branch}){after}"))
        if sieve is None or sieve.search(text):
            kept.append(branch)
    return f"{before}(?:{'|'.join(kept)}){after}" if kept else NEVER


def _alternatives(pattern: str) -> tuple[str, list[str], str]:
    """Return what stands between the `|` of a pattern, or of the group that it is but for a `\\b` at its ends."""
    if (whole := _WRAPPED.fullmatch(pattern)) and (branches := _branches(whole[2])):
        return whole[1], branches, whole[3]
    return "", _branches(pattern), ""


def _branches(pattern: str) -> list[str]:
    """Return what stands between the outermost `|`; nothing where the brackets do not match."""
    branches, depth = [""], 0
    for token in _TOKEN.findall(pattern):
        depth += (token[0] == "(") - (token == ")")
        if depth < 0:
            return []
        if depth or "|" not in token or token[0] in "\\[(":
            branches[-1] += token
        else:
            first, *others = token.split("|")
            branches[-1] += first
            branches += others
    return branches


def without_lookarounds(pattern: str) -> str:
    """Return the pattern with nothing asked of what stands beside it; it matches wherever `pattern` does."""
    kept: list[str] = []
    depth = outermost = 0  # Of the groups that are open, and of the lookaround that is being left out.
    for token in _TOKEN.findall(pattern):
        if token[0] == "(":
            depth += 1
            if token in _LOOKAROUNDS and not outermost:
                outermost = depth
                kept.append("(?:)")
        if not outermost:
            kept.append(token)
        if token == ")":
            outermost = 0 if depth == outermost else outermost
            depth -= 1
    return "".join(kept)


def wider(pattern: str) -> str:
    """Return a pattern for RE2 that matches wherever the other engines match `pattern`, whatever the characters are."""
    return "".join(map(_widened, _TOKEN.findall(without_lookarounds(pattern))))


def _widened(token: str) -> str:
    if token in (r"\b", r"\B"):
        return "(?:)"
    if token in (r"\w", r"\s", r"\d"):
        return rf"[{token}{_DISPUTED}]"
    if token[0] != "[" or len(token) == 1:
        return token
    if token.startswith("[^"):
        return r"[^\n]" if re.search(r"\\[WSD]", token) else token
    return f"[{_DISPUTED}{token[1:]}" if re.search(r"\\[wsd]", token) else token


def _adds_only_letters(text: str) -> bool:
    """Say whether what a text has beyond ASCII is marks and letters, on which `re` and `regex` agree."""
    return text.isprintable() and all(letter.isascii() or letter.isalpha() for letter in text.translate(_MARKS))


@lru_cache(maxsize=1)
def _options() -> Any:
    import re2

    options = re2.Options()
    options.log_errors = False
    options.max_mem = _MOST_MEMORY
    return options
