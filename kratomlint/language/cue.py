"""How a pattern is compiled: by the quickest engine that reads it alike. Knows patterns and texts, nothing of documents.

PCRE2 compiles in a twentieth of the time that `re` and `regex` take, and in a run over one article most of the time
would go into compiling. It answers where it means the same; the engine whose syntax the pattern is in answers elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, lru_cache
from hashlib import blake2b
from typing import Any

from kratomlint.language.cue_words import WORDS
from kratomlint.late import late
from kratomlint.span import Span

_LAYOUT = late(r"(\\.|\[\^?\]?(?:\\.|[^\]\\])*\])|\s+|#[^\n]*", re.DOTALL)
# Syntax that PCRE2 reads as something else than the other engines do, or that only one of them knows, by how it begins:
# most patterns have hardly any of it. What is longer in brackets no engine has a name for, and PCRE2 refuses.
_OTHERWISE = {
    "\\": late(r"\\(?:[^\WbwWsSdDntruZ1-9]|\\Z)"),
    "(?": late(r"\(\?(?<!\\\(\?)(?![:=!P><&]|i:|\(DEFINE\))"),
    **dict.fromkeys(("[.", "[:", "[="), late(r"\[([.:=])[^\]]{0,30}\1\]")),
    "(*": late(r"\(\*"),
}
# Of what lies beyond ASCII, the blocks of marks that no engine takes for a part of a word, a figure or a space; and the
# character that the readers put for what has no words.
_MARKS = late("[¡-©«-±´¶-¸»¿×÷‐-‧‰-‾⁁-⁓₠-₿←-⏿─-❵➔-➿⬀-⯿⁺-⁾₊-₎\ufffc]|[\U0001f300-\U0001faff]")
_FLAGS = ("IGNORECASE", "MULTILINE", "DOTALL", "VERBOSE")
# A pattern that matches nothing.
NEVER = r"x\bx"
# PCRE2 counts the characters before a match anew for every match.
_LONGEST = 20_000
# So many characters a pattern reads before it is made quicker, which costs what reading 200 to 1,500 characters without
# it does, dense text more than plain: a run over one short article makes few patterns quicker.
_READ_LITTLE = 300
# A match at one place, or within bounds, reads a few words of a text, however long it is.
_AT_ONE_PLACE = 30
# Who asks at one place of a longer text may ask at each of its places.
_SHORT = 300
# So many answers a pattern keeps, where it keeps them, and of no longer texts: an article has fewer sentences than that.
_MOST_KEPT = 8192
_LONGEST_KEPT = 2000

_keeps_answers = False


def keep_answers() -> None:
    """Let every pattern keep what it found in a sentence, in a process that reads nearly the same text again and again."""
    global _keeps_answers


def is_plain(text: str, numerals: bool = False) -> bool:
    """Say whether every engine sees the same words, spaces and figures in a text.

    `numerals`: whether `re` and PCRE2 do, for which fractions and raised figures are parts of words.
    """
    return len(text) <= _LONGEST and ((text.isascii() and text.isprintable()) or _is_plain(text, numerals))


@lru_cache(maxsize=256)
def _is_plain(text: str, numerals: bool) -> bool:
    words = _MARKS.sub("", text)
    # Most of what is not ASCII are marks; each letter is asked about only where there are others.
    known = _is_letter_or_numeral if numerals else _is_letter
    return text.replace("\n", " ").isprintable() and (words.isascii() or all(map(known, set(words))))


@lru_cache(maxsize=256)
def _without_numerals(text: str) -> str:
    """Return the text with a mark for every numeral: `regex` takes it for one, too."""
    return "".join("\ufffc" if _is_numeral(each) else each for each in text)


def _has_only_ascii_letters(text: str) -> bool:
    return text.isascii() or _MARKS.sub("", text).isascii()


def _is_letter(character: str) -> bool:
    return character.isascii() or character.isalpha()


def _is_letter_or_numeral(character: str) -> bool:
    return _is_letter(character) or _is_numeral(character)


def _is_numeral(character: str) -> bool:
    """Say whether it is a figure by itself, such as a fraction or a raised one."""
    # Hardly an article has one.
    from unicodedata import category

    return category(character) == "No"


class Cue:
    """A pattern to ask; like what `re.compile` returns, but nothing is compiled before a text needs it.

    `compile` compiles it for the texts on which the engines differ: its syntax is the pattern's. `words`: of which one
    stands in every text in which it matches; None: what `cue_words` knows of a pattern without flags. `recurring`: a
    group that stands in it more than once, and holds none of the match; PCRE2 is told it once.
    """

    __slots__ = (
        *("_compile", "_exactly", "_flags", "_folds_case", "_most_steps", "_numerals", "_quick", "_read"),
        *("_recurring", "_wanted", "pattern"),
    )

    def __init__(
        self,
        pattern: str,
        flags: int = 0,
        compile: Callable[[str, int], Any] = re.compile,
        most_steps: int = 0,
        words: Sequence[str] | None = None,
        recurring: str = "",
    ) -> None:
        # How it is laid out over lines is for who reads the module.
        self.pattern = _LAYOUT.sub(r"\1", pattern) if flags & re.VERBOSE else pattern
        self._flags = flags & ~re.VERBOSE
        # The engines agree on letters, but not on which of them are the same in another case.
        self._folds_case = bool(flags & re.IGNORECASE) or "(?i:" in pattern
        self._compile = compile
        self._numerals = compile is re.compile
        self._exactly: Any = None
        self._quick: Any = None
        self._read = 0
        self._most_steps = most_steps
        self._wanted = words
        self._recurring = recurring

    def search(self, text: str, *bounds: int) -> re.Match[str] | None:
        """Return the first match, or None; `bounds`: where to begin and to end, as for `re`."""
        return self._engine(text, bool(bounds)).search(text, *bounds)  # type: ignore[no-any-return]

    def match(self, text: str, *bounds: int) -> re.Match[str] | None:
        """Return the match at the beginning, or None."""
        return self._engine(text, True).match(text, *bounds)  # type: ignore[no-any-return]

    def finditer(self, text: str, *bounds: int) -> Iterator[re.Match[str]]:
        """Yield the matches, one after the other."""
        return self._engine(text, bool(bounds)).finditer(text, *bounds)  # type: ignore[no-any-return]

    def holds(self, text: str) -> bool:
        """Say whether the pattern matches somewhere in the text."""
        return self.search(text) is not None

    def spans(self, text: str) -> tuple[Span, ...]:
        """Return where the matches are."""
        return _spans(self.finditer(text))

    def spans_within(self, text: str, seconds: float) -> tuple[Span, ...]:
        """Return where the matches are; raise `TimeoutError` after so many seconds. Only for what `by_regex` compiles."""
        if not text.isascii() and self.pattern.isascii():
            text = _without_numerals(text)
        engine = self._engine(text)
        if engine is self._quick:
            import pcre2

            try:
                return _spans(engine.finditer(text))
            except pcre2.LibraryError:
                # It took more steps than it may, and has no clock; the other engine has.
                pass
        return _spans(self._exact.finditer(text, timeout=seconds))

    def findall(self, text: str, *bounds: int) -> list[Any]:
        """Return the words of the matches, or of their groups."""
        return self._engine(text, bool(bounds)).findall(text, *bounds)  # type: ignore[no-any-return]

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Return the match that is the whole text, or None."""
        return self._engine(text).fullmatch(text)  # type: ignore[no-any-return]

    def sub(self, replacement: str, text: str) -> str:
        """Return the text with `replacement`, as it stands, for every match."""
        kept: list[str] = []
        end = 0
        for match in self.finditer(text):
            kept += (text[end : match.start()], replacement)
            end = match.end()
        return "".join((*kept, text[end:]))

    def split(self, text: str) -> list[Any]:
        """Return what stands between the matches."""
        return self._engine(text).split(text)  # type: ignore[no-any-return]

    def _engine(self, text: str, in_part: bool = False) -> Any:
        """Return what answers for a text; `in_part`: for one place, or a part, of it."""
        wanted = self._wanted
        if wanted is None:
            wanted = self._wanted = [] if self._flags else WORDS.get(name_of(self.pattern), "").split()
        if wanted and (not in_part or len(text) <= _SHORT):
            # Nine of ten questions find nothing, and most of these are in a text that lacks what every match has.
            for word in wanted:
                if word in text:
                    break
            else:
                return _NOWHERE
        quick = self._quick
        if quick is None:
            written = self._told_once() if self._recurring else self.pattern
            quick = self._quick = by_pcre2(written, self._flags, self._most_steps) or False
        if not quick or not is_plain(text, self._numerals) or (self._folds_case and not _has_only_ascii_letters(text)):
            return self._exact
        if not quick.jit:
            self._read += _AT_ONE_PLACE if in_part else len(text)
            if self._read > _READ_LITTLE:
                quick.jit_compile()
        return quick

    def _told_once(self) -> str:
        """Return the pattern with what recurs written at its end, and called by name before."""
        return f"{self.pattern.replace(self._recurring, '(?&recurring)')}(?(DEFINE)(?<recurring>{self._recurring}))"

    @property
    def flags(self) -> int:
        """Return the flags that the pattern was written for."""
        return self._flags

    @property
    def _exact(self) -> Any:
        if self._exactly is None:
            self._exactly = self._compile(self.pattern, self._flags)
        return self._exactly


def _spans(matches: Iterable[re.Match[str]]) -> tuple[Span, ...]:
    return tuple(Span(*match.span()) for match in matches)


class _Nowhere:
    """What answers for a pattern in a text that lacks what every match has."""

    def search(self, _text: str, *_bounds: int) -> None:
        """Find nothing."""

    match = fullmatch = search

    def finditer(self, _text: str, *_bounds: int) -> Iterator[re.Match[str]]:
        """Yield nothing."""
        return iter(())

    def findall(self, _text: str, *_bounds: int) -> list[Any]:
        """Return nothing."""
        return []

    def split(self, text: str) -> list[Any]:
        """Return the text."""
        return [text]


_NOWHERE = _Nowhere()


def name_of(pattern: str) -> str:
    """Return what a pattern is called in `cue_words`."""
    return blake2b(pattern.encode(), digest_size=6).hexdigest()


def by_regex(pattern: str, flags: int = 0) -> Any:
    """Return a pattern as the cards mean it: compiled by `regex`."""
    import regex

    return regex.compile(pattern, flags)


def by_pcre2(pattern: str, flags: int = 0, most_steps: int = 0) -> Any | None:
    """Return the pattern compiled by PCRE2, or None where it would not read it alike.

    `most_steps`: how many it may take from one place of a text before it raises; 0: as many as PCRE2 thinks fit.
    """
    if any(beginning in pattern and syntax.search(pattern) for beginning, syntax in _OTHERWISE.items()):
        return None
    import pcre2

    # Most patterns have no flags, and members of an enumeration are slow to ask.
    options = sum(getattr(pcre2, name) for name in _FLAGS if flags & getattr(re, name)) if flags else 0
    try:
        limit = f"(*LIMIT_MATCH={most_steps})" if most_steps else ""
        return pcre2.compile(limit + pattern.replace(r"\Z", r"\z"), options, jit=False)
    except pcre2.PatternError:
        return None


@cache
def in_its_own_syntax(pattern: str) -> Any:
    """Return a pattern that only PCRE2 reads, such as one of groups in groups, for texts of thousands of characters."""
    import pcre2

    return pcre2.compile(pattern, pcre2.DOTALL, jit=True)
