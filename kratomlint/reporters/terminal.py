"""How characters sit in a terminal: what must be escaped, how wide it is, in which colour. Knows no finding."""

from __future__ import annotations

import unicodedata

from kratomlint.late import late
from kratomlint.named import NamedTuple
from kratomlint.span import Span

TAB = 4

# What moves the cursor, turns the reading direction, is no character or cannot be encoded; an article must not command
# a terminal.
UNPRINTABLE = (
    "\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff"
)
# Nor the machine that runs a job: GitHub obeys `##[error]` anywhere in a line and `::error::` at its start, Azure
# `##vso[...]`, TeamCity `##teamcity[...]`.
COMMAND = r"\#(?=\#\w{0,20}\[)"
_COMMAND = late(COMMAND)
_UNPRINTABLE = late(rf"[{UNPRINTABLE}]|{COMMAND}|(?<!\S):(?=:)")
_STYLES = {"error": "1;31", "warning": "1;33", "suggestion": "1;36", "bold": "1", "dim": "2", "mark": "1;31"}


def plain(text: str) -> str:
    """Return `text` with control characters and commands written out (`\\x1b`), so that it is one harmless line."""
    return _UNPRINTABLE.sub(lambda match: _written_out(match[0]), text)


def painted(text: str, style: str, color: bool) -> str:
    """Return `text` in a style, where colour is wanted."""
    return f"\x1b[{_STYLES[style]}m{text}\x1b[0m" if color and text else text


def display_width(text: str) -> int:
    """Return how many terminal columns `text` takes: wide characters two, combining ones none."""
    return len(text) if text.isascii() else sum(map(_character_width, text))


class Shown(NamedTuple):
    """A stretch of a line as the terminal shows it, and where the marked words sit in it (in terminal columns)."""

    text: str
    before: int
    marked: int


def show(text: str, line: Span, marked: Span, width: int) -> Shown:
    """Return the line of `text` with tabs expanded, cut to about `width` columns around the marked characters.

    At least one column is marked, also at the end of the line.
    """
    window = _window(text, line, marked, width)
    cells = ["…"] if window.start > line.start else []
    column = len(cells)
    before, after = column, None
    commands = {match.start() for match in _COMMAND.finditer(text, window.start, window.end)}
    for offset in range(window.start, window.end):
        before = column if offset == marked.start else before
        after = column if offset == marked.end else after
        cell = _written_out("#") if offset in commands else _cell(text[offset], column)
        cells.append(cell)
        column += display_width(cell)
    before = column if marked.start >= window.end else before
    cells += ["…"] if window.end < line.end else []
    return Shown("".join(cells), before, max(1, (column if after is None else after) - before))


def _window(text: str, line: Span, marked: Span, width: int) -> Span:
    """Return which characters are shown; counts characters, since wide ones are rare and a line may be a megabyte."""
    if line.length <= width:
        return line
    room = max(0, width - marked.length)
    start = max(line.start, min(marked.start - room // 2, line.end - width))
    if start > line.start:
        # A cut line doesn't begin inside a word.
        space = text.find(" ", start, min(start + 20, marked.start))
        start = space + 1 if space >= 0 else start
    return Span(start, min(line.end, max(start + width, marked.start + 1)))


def _cell(character: str, column: int) -> str:
    if character == "\t":
        return " " * (TAB - column % TAB)
    return plain(character)


def _character_width(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _written_out(character: str) -> str:
    code = ord(character)
    short = {9: "\\t", 10: "\\n", 13: "\\r"}.get(code)
    return short or (f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}")
