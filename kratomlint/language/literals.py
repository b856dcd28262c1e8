"""What no match of a pattern can do without. Knows the pattern's characters, nothing of any text.

Every run of whitespace counts as one space, on both sides. Whatever is not known for certain is not named.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from kratomlint.language.lookbehinds import WHOLE
from kratomlint.language.needs import (
    ANYTHING,
    EMPTY,
    NOTHING,
    SPACE,
    Matches,
    Needs,
    either,
    exactly,
    of_any,
    repeated,
    sequence,
    without_longer,
)
from kratomlint.late import late
from kratomlint.named import NamedTuple

_MOST_CHARACTERS = 16  # of a class that is spelled out
_DEEPEST_GROUP = 40

_CHARACTER = r"(?:[^\\\[(){.*+?|^$]|\\[ -/:-@\[\]^`{-~])"
_PLAIN = late(f"{_CHARACTER}+(?![*+?{{])|{_CHARACTER}")
_TIMES = late(r"(?:(?P<sign>[*+?])|\{(?P<low>[0-9]{0,6})(?P<comma>,?)(?P<high>[0-9]{0,6})\})[?+]?(?![*+?]|\{[0-9,])")
_GROUP = late(r"\((?P<kind>\?:|\?>|\?=|\?!|\?<=|\?<!|\?P?<[A-Za-z_]\w*>|(?![?*]))")
# What `lookbehinds` names is asked for in the same branch alone.
_TOLD_OF_NO_MATCH = ("?:", "?>", "?=", "?!", "?<=", "?<!", f"?<{WHOLE}")
_BACK_REFERENCE = late(r"\(\?P=\w+\)|\\[1-9](?![0-9])")
_CODE_POINT = late(r"u(?![dD][89a-fA-F])([0-9a-fA-F]{4})")
_PROPERTY = late(r"\\[pP]\{[^{}]*\}")
_SET_OPERATION = late(r"\[|--|&&|\|\||~~")
_SIGNS = {"*": (0, None), "+": (1, None), "?": (0, 1)}


# Patterns that stand in another one by their names, in braces.
NAME = late(r"\{([a-z][a-z-]*)\}")
Named = tuple[tuple[str, str], ...]


def required(pattern: str, named: Named = ()) -> Needs | None:
    """Return what stands in every text that `pattern` matches: all sets of some clause; None where nothing can be named.

    `pattern` is in the syntax of `regex`, without flags and named lists. A literal may lie in what a
    lookahead or lookbehind asks for. At most 2,000 literals in a set, the most telling set of a clause first. Of a
    pattern that does not compile, the answer means nothing.
    """
    read = _read(pattern, named)
    needs = read.known.needs if read else None
    return needs and tuple(tuple(frozenset(without_longer(one)) for one in clause) for clause in needs)


class Branch(NamedTuple):
    """A branch of a choice in a pattern, and literals of which one stands in every text in which it matches.

    `start`, `end`: of its characters in the pattern.
    """

    start: int
    end: int
    literals: frozenset[str]


def branches(pattern: str, least: int, most: int, named: Named = ()) -> list[Branch]:
    """Return the branches that can be left out for a text that lacks their literals, each before those within it.

    Not told are those of fewer than `least` characters, of more than `most` literals, and those that hold a group of
    the match. `pattern` is written as for `required`; of one that cannot be read, none is told.
    """
    read = _read(pattern, named)
    found = (
        Branch(start, end, frozenset(without_longer(of_any(needs))))
        for start, end, needs in (read.branches if read else ())
        if end - start >= least
    )
    return sorted((branch for branch in found if len(branch.literals) <= most), key=lambda one: (one.start, -one.end))


# Who asks what a pattern needs asks for its branches next.
@lru_cache(maxsize=2)
def _read(pattern: str, named: Named) -> _Reader | None:
    reader = _Reader(pattern, dict(named))
    try:
        pattern.encode()
        reader.read()
    except (_UnknownError, UnicodeEncodeError):
        return None
    return reader


class _UnknownError(Exception):
    """Syntax that the reader does not know."""


class _Reader:
    """Reads a pattern from left to right into what is known of its matches."""

    def __init__(self, pattern: str, named: Mapping[str, str]) -> None:
        self._pattern = pattern
        self._named = named
        self._at = 0
        self._depth = 0
        self._captures = 0
        self.known = EMPTY
        # Where each branch of a choice begins and ends, and what it needs.
        self.branches: list[tuple[int, int, Needs]] = []

    def read(self) -> None:
        self.known = self._alternatives()
        if self._at < len(self._pattern):
            raise _UnknownError

    def _next_is(self, character: str) -> bool:
        return self._pattern.startswith(character, self._at)

    def _take(self, shape: re.Pattern[str]) -> re.Match[str] | None:
        if match := shape.match(self._pattern, self._at):
            self._at = match.end()
        return match

    def _take_character(self) -> str:
        if self._at >= len(self._pattern):
            raise _UnknownError
        self._at += 1
        return self._pattern[self._at - 1]

    def _alternatives(self) -> Matches:
        branches = [self._branch()]
        while self._next_is("|"):
            self._at += 1
            branches.append(self._branch())
        return either(branches)

    def _branch(self) -> Matches:
        known = EMPTY
        start, captures = self._at, self._captures
        while self._at < len(self._pattern) and self._pattern[self._at] not in "|)":
            known = sequence(known, self._times(self._part()))
        if known.needs and captures == self._captures:
            self.branches.append((start, self._at, known.needs))
        return known

    def _times(self, part: Matches) -> Matches:
        match = self._take(_TIMES)
        if not match:
            return part
        if match["sign"]:
            return repeated(part, *_SIGNS[match["sign"]])
        if not match["low"] + match["high"]:
            raise _UnknownError
        low = int(match["low"] or 0)
        if not match["comma"]:
            return repeated(part, low, low)
        return repeated(part, low, int(match["high"]) if match["high"] else None)

    def _part(self) -> Matches:
        if plain := self._take(_PLAIN):
            return exactly([plain[0].replace("\\", "")])
        if self._take(_BACK_REFERENCE) or self._take(_PROPERTY):
            return ANYTHING
        match self._pattern[self._at]:
            case "(":
                return self._group()
            case "[":
                return self._class()
            case "\\":
                self._at += 1
                return self._escape()
            case ".":
                self._at += 1
                return ANYTHING
            case "^" | "$":
                self._at += 1
                return EMPTY
            case "{" if (name := self._take(NAME)) and name[1] in self._named:
                return _matches(self._named[name[1]])
        raise _UnknownError

    def _group(self) -> Matches:
        opening = self._take(_GROUP)
        self._depth += 1
        if not opening or self._depth > _DEEPEST_GROUP:
            raise _UnknownError
        body = self._alternatives()
        if not self._next_is(")"):
            raise _UnknownError
        self._at += 1
        self._depth -= 1
        self._captures += not opening["kind"].startswith(_TOLD_OF_NO_MATCH)
        if opening["kind"] in ("?!", "?<!"):
            return EMPTY
        return EMPTY._replace(needs=body.needs) if opening["kind"] in ("?=", "?<=") else body

    def _class(self) -> Matches:
        self._at += 1
        negated = self._next_is("^")
        self._at += negated
        known = [self._class_item()]
        while not self._next_is("]"):
            known.append(self._class_item())
        self._at += 1
        characters = [part.whole for part in known if part.whole is not None]
        if negated or len(characters) < len(known):
            return ANYTHING
        spelled = frozenset[str]().union(*characters)
        return exactly(spelled) if len(spelled) <= _MOST_CHARACTERS else ANYTHING

    def _class_item(self) -> Matches:
        """Read a character, a category or a range of a class; set operations are not known."""
        if self._take(_SET_OPERATION):
            raise _UnknownError
        if self._take(_PROPERTY):
            return ANYTHING
        escaped = self._next_is("\\")
        first = self._class_character()
        if not self._next_is("-") or self._pattern.startswith("-]", self._at):
            return first
        self._at += 1
        last = self._class_character()
        # `\t` is read as a space, so that where a range from it begins is no longer known.
        if first.whole is None or last.whole is None or (escaped and first.whole == SPACE):
            raise _UnknownError
        return _range(min(first.whole), min(last.whole))

    def _class_character(self) -> Matches:
        character = self._take_character()
        if character != "\\":
            return Matches(frozenset({character}), NOTHING, NOTHING, None)
        known = self._escape()
        if known is EMPTY:
            raise _UnknownError
        return known

    def _escape(self) -> Matches:
        """Read what stands behind a backslash."""
        code_point = self._take(_CODE_POINT)
        return exactly([chr(int(code_point[1], 16))]) if code_point else _escaped(self._take_character())


@lru_cache(maxsize=256)
def _matches(pattern: str) -> Matches:
    reader = _Reader(pattern, {})
    reader.read()
    return reader.known


def _escaped(character: str) -> Matches:
    """Return what a backslash and `character` stand for."""
    if character in "shtnrfv":
        return exactly([" "])
    if character in "wWdDS":
        return ANYTHING
    if character in "bBAZmMKG":
        return EMPTY
    if character.isascii() and not character.isalnum():
        return exactly([character])
    raise _UnknownError


def _range(first: str, last: str) -> Matches:
    if last < first:
        raise _UnknownError
    if ord(last) - ord(first) >= _MOST_CHARACTERS:
        return ANYTHING
    return exactly(map(chr, range(ord(first), ord(last) + 1)))
