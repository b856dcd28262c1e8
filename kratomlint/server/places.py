"""Offsets in a text and what an editor calls them. Pure; knows no message, no article and no finding.

An editor counts lines from 0 and, within a line, the units of the encoding that both sides agreed on. Whatever it
sends is taken to the nearest place that exists.
"""

from __future__ import annotations

from bisect import bisect_right

from kratomlint.named import NamedTuple
from kratomlint.span import LineIndex, Span

# What an editor that offers nothing counts in.
UTF16 = "utf-16"

_UNITS = {"utf-8": 1, "utf-16": 2}
_CODECS = {"utf-8": "utf-8", "utf-16": "utf-16-le"}


class At(NamedTuple):
    """A place as an editor names it."""

    line: int
    character: int


def at(lines: LineIndex, offset: int, encoding: str) -> At:
    """Return what an editor calls `offset`."""
    offset = min(max(offset, 0), len(lines.text))
    line = bisect_right(lines.starts, offset) - 1
    start = lines.starts[line]
    if lines.text.isascii() or encoding == "utf-32":
        return At(line, offset - start)
    # Not of the line's beginning, which may be as long as the text, for each place in it.
    before = lines.bytes_before(offset, _CODECS[encoding]) - lines.bytes_before(start, _CODECS[encoding])
    return At(line, before // _UNITS[encoding])


def offset(lines: LineIndex, place: At, encoding: str) -> int:
    """Return the offset of a place; beyond the end of a line is its end, beyond the last line the end of the text."""
    if place.line < 0:
        return 0
    if place.line >= len(lines.starts):
        return len(lines.text)
    line = lines.line_span(place.line + 1)
    return line.start + _characters(line.cut(lines.text), place.character, encoding)


def span(lines: LineIndex, start: At, end: At, encoding: str) -> Span:
    """Return the range between two places; where they stand the wrong way round it is empty."""
    first = offset(lines, start, encoding)
    return Span(first, max(first, offset(lines, end, encoding)))


def _count(text: str, encoding: str) -> int:
    if text.isascii() or encoding == "utf-32":
        return len(text)
    return len(text.encode(_CODECS[encoding], "surrogatepass")) // _UNITS[encoding]


def _characters(text: str, units: int, encoding: str) -> int:
    """Return how many whole characters of `text` lie before so many units."""
    if text.isascii() or encoding == "utf-32":
        return min(max(units, 0), len(text))
    low, high = 0, min(max(units, 0), len(text))
    while low < high:
        middle = (low + high + 1) // 2
        if _count(text[:middle], encoding) <= units:
            low = middle
        else:
            high = middle - 1
    return low
