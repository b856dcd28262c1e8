"""Where things are. Nothing here knows what they are."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate, chain

from kratomlint.named import NamedTuple

# What editors and the language-server protocol call a line end; NEL and U+2028 are characters of the line.
_LINE_END = re.compile(r"\r\n|\r|\n")
# So many characters are counted at once.
_STEP = 1024


class Span(NamedTuple):
    """A half-open range of Python characters."""

    start: int
    end: int

    @property
    def length(self) -> int:
        """Return how many characters lie inside."""
        return self.end - self.start

    def contains(self, other: Span) -> bool:
        """Say whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Say whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def cut(self, text: str) -> str:
        """Return the characters of `text` that lie inside."""
        return text[self.start : self.end]

    def shifted(self, by: int) -> Span:
        """Return the span moved `by` characters."""
        return Span(self.start + by, self.end + by)


class LineIndex:
    """Lines and columns of one string, computed on demand and never stored elsewhere."""

    def __init__(self, text: str) -> None:
        self.text = text
        # By encoding, how many bytes lie before each step.
        self._steps: dict[str, array[int]] = {}

    @cached_property
    def starts(self) -> Sequence[int]:
        """Return the offset at which each line starts."""
        return array("I", chain((0,), (match.end() for match in _LINE_END.finditer(self.text))))

    def line_column(self, offset: int) -> tuple[int, int]:
        """Return the line and the column of `offset`, both from 1, in code points."""
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1

    def utf8_position(self, offset: int) -> tuple[int, int]:
        """Return the line and the column of `offset`, both from 1, the column in bytes of UTF-8."""
        line, column = self.line_column(offset)
        if self.text.isascii():
            return line, column
        return line, self.bytes_before(offset, "utf-8") - self.bytes_before(offset - column + 1, "utf-8") + 1

    def bytes_before(self, offset: int, codec: str) -> int:
        """Return how many bytes the characters before `offset` take in an encoding."""
        # A line may be a megabyte long and hold thousands of places.
        if codec not in self._steps:
            starts = range(0, len(self.text), _STEP)
            lengths = (_byte_length(self.text[start : start + _STEP], codec) for start in starts)
            self._steps[codec] = array("Q", accumulate(lengths, initial=0))
        step, rest = divmod(offset, _STEP)
        return self._steps[codec][step] + _byte_length(self.text[offset - rest : offset], codec)

    def line_span(self, line: int) -> Span:
        """Return where line number `line` (from 1) lies, without its line end."""
        start = self.starts[line - 1]
        end = self.starts[line] if line < len(self.starts) else len(self.text)
        while end > start and self.text[end - 1] in "\r\n":
            end -= 1
        return Span(start, end)

    def offset(self, line: int, column: int) -> int:
        """Return the offset of a line and a column, both from 1, in code points."""
        return self.starts[line - 1] + column - 1


def _byte_length(text: str, codec: str) -> int:
    return len(text.encode(codec, "surrogatepass"))
