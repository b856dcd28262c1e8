"""From a place in the file back to the words that a reader sees there."""

from __future__ import annotations

from bisect import bisect_right

from kratomlint.prose import Prose
from kratomlint.span import Span


class Places:
    """The way back from the source of one article to its prose."""

    def __init__(self, prose: Prose) -> None:
        self._pieces = sorted((piece for piece in prose.pieces if piece.source.length), key=lambda piece: piece.source)
        self._starts = [piece.source.start for piece in self._pieces]

    def prose(self, source: Span) -> Span | None:
        """Return where the words of a source span stand in the prose, or None where none of it is prose."""
        start = self._offset(source.start, end=False)
        if start is None or source.length <= 0:
            return None if start is None else Span(start, start)
        end = self._offset(source.end - 1, end=True)
        return None if end is None else Span(start, max(start, end))

    def _offset(self, at: int, *, end: bool) -> int | None:
        """Return the offset of the source character at `at`, or with `end` the one behind it."""
        index = bisect_right(self._starts, at) - 1
        if index < 0 or at >= self._pieces[index].source.end:
            return None
        piece = self._pieces[index]
        if piece.verbatim:
            return piece.prose.start + at - piece.source.start + end
        return piece.prose.end if end else piece.prose.start
