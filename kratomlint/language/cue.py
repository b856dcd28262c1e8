"""How a pattern is compiled: by the quickest engine that reads it alike. Knows patterns and texts, nothing of documents.

RE2 compiles in a tenth of the time and its scans are linear, but it has no lookarounds and knows only the words of
ASCII. So it answers where it means the same, and says of the other lines which cannot match.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

# Beyond ASCII, marks that no engine takes for a part of a word, a figure or a space.
_MARKS = dict.fromkeys(map(ord, "–—―…•·“”‘’„‚«»‹›§©®™°†‡→←≥≤±×÷≈€£¥′″✓✔★☆●■►"))
_TOKEN = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\(\?<?[=!]|[()]|[^\\()\[]+|.", re.DOTALL)
_LOOKAROUNDS = ("(?=", "(?!", "(?<=", "(?<!")
# Syntax that RE2 or `re` knows as something else than `regex` does. What they do not know is an error, and no danger.
_OTHERWISE = re.compile(r"\[\[|\[:|--|&&|~~|\|\||\{(?![0-9])|\\[AzZCQEapPsv]*[AzZCQEapPv]|\(\?[a-oq-zA-OQ-Z]")
# Every character that RE2 could take for something else than the other engines do.
_DISPUTED = r"\x{0}-\x{1f}\x{7f}-\x{10ffff}"
_MOST_MEMORY = 4 << 20


def is_plain(text: str) -> bool:
    """Say whether every engine sees the same words, spaces and figures in a text on one line."""
    return text.isprintable() and (text.isascii() or text.translate(_MARKS).isascii())


@lru_cache(maxsize=2048)
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
    if not _OTHERWISE.search(pattern) and (is_plain(text) or _adds_only_letters(text)):
        try:
            return re.compile(pattern)
        except re.error:
            pass
    import regex

    return regex.compile(pattern)


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
