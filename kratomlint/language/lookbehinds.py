"""How a pattern asks last what stands before a match. Knows the pattern's characters, nothing of any text.

An engine tries the first part of a pattern at every place of a text. Where that part is a lookbehind over many words,
asking it takes longer than all the rest: at most places the rest does not match anyway.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kratomlint.late import late

# What is escaped or stands in a class opens, closes and parts nothing.
_TOKEN = late(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[()|]", re.DOTALL)
_LITERAL = late(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]", re.DOTALL)
_INNERMOST = late(r"\([^()]*\)")
# PCRE2 compiles no deeper ones.
_DEEPEST = 250
_LOOKBEHINDS = ("(?<!", "(?<=")
_BY_NUMBER = late(r"\\[1-9]")


def asked_last(pattern: str) -> str:
    """Return a pattern that matches where `pattern` does, and asks the lookbehinds at its beginning after the rest.

    The rest is looked at from its beginning, and then taken as it was found there. `pattern` is in the syntax of
    PCRE2; its groups keep their names, not their numbers.
    """
    start = _end_of_lookbehinds(pattern)
    rest = pattern[start:]
    if not start or not rest or _is_choice(rest) or _BY_NUMBER.search(pattern):
        return pattern
    return f"(?=(?<whole>{rest})){pattern[:start]}(?P=whole)"


def _end_of_lookbehinds(pattern: str) -> int:
    end = 0
    while pattern.startswith(_LOOKBEHINDS, end):
        end = 1 + next(at for at, depth, token in _tokens(pattern, end) if token == ")" and not depth)
    return end


def _is_choice(pattern: str) -> bool:
    # A group that holds no other one is left out, again and again, until none is left.
    outside = _LITERAL.sub("", pattern)
    for _ in range(_DEEPEST):
        outside, found = _INNERMOST.subn("", outside)
        if not found:
            return "|" in outside
    return True


def _tokens(pattern: str, start: int) -> Iterator[tuple[int, int, str]]:
    """Yield each bracket and bar with its place and how many groups are open after it."""
    depth = 0
    for match in _TOKEN.finditer(pattern, start):
        token = match[0]
        if token == "(":
            depth += 1
        elif token == ")":
            depth -= 1
        elif token != "|":
            continue
        yield match.start(), depth, token
