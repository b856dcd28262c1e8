"""The words a reader sees and the way back to the file. Knows offsets and pieces; knows no block and no format."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from io import StringIO

from kratomlint.afresh import Afresh
from kratomlint.late import late
from kratomlint.named import NamedTuple
from kratomlint.span import Span

_SPACE = late(r"\s")
# The words of a longer text are not made all at once.
_STRETCH = 1 << 16


class Piece(NamedTuple):
    """A run of prose and the run of the source that it stands for.

    `verbatim` pieces are the same characters on both sides, one for one.
    """

    prose: Span
    source: Span
    verbatim: bool


class Pieces(Afresh[Piece]):
    """The pieces of a prose from its first character on, in columns: of a text of short lines there are as many as words.

    They cover the prose without gap or overlap, in its order; their sources do not overlap.
    """

    __slots__ = ("_source_ends", "_source_starts", "_starts", "_verbatim")

    def __init__(self) -> None:
        super().__init__()
        # Where each starts in the prose, and at last where the prose ends.
        self._starts = array("I", [0])
        self._source_starts = array("I")
        self._source_ends = array("I")
        self._verbatim = bytearray()

    def add(self, length: int, source_start: int, source_end: int, *, verbatim: bool) -> None:
        """Let so many characters of prose follow, which stand for those of the source."""
        self._starts.append(self._starts[-1] + length)
        self._source_starts.append(source_start)
        self._source_ends.append(source_end)
        self._verbatim.append(verbatim)

    def __len__(self) -> int:
        return len(self._verbatim)

    def _made(self, first: int, last: int) -> Sequence[Piece]:
        prose = map(Span, self._starts[first:last], self._starts[first + 1 : last + 1])
        source = map(Span, self._source_starts[first:last], self._source_ends[first:last])
        return list(map(Piece, prose, source, map(bool, self._verbatim[first:last])))

    def at(self, offset: int) -> int:
        """Return the number of the piece that holds the character of the prose at `offset`; of the last, beyond it."""
        return min(max(0, bisect_right(self._starts, offset) - 1), len(self) - 1)

    def source_start(self, offset: int) -> int:
        """Return where in the file the character of the prose at `offset` starts."""
        index = self.at(offset)
        start = self._source_starts[index]
        if self._verbatim[index]:
            return min(start + offset - self._starts[index], self._source_ends[index])
        return start

    def source_end(self, offset: int) -> int:
        """Return where in the file the character of the prose at `offset` ends."""
        index = self.at(offset)
        if self._verbatim[index]:
            return min(self._source_starts[index] + offset - self._starts[index] + 1, self._source_ends[index])
        return self._source_ends[index]


class Prose(NamedTuple):
    """The words a reader sees, as one string, mapped piece by piece to the source."""

    text: str
    pieces: Pieces

    def to_source(self, span: Span) -> Span:
        """Return where `span` lies in the file.

        Maps the first and the last character, so markup just outside is left out. An empty span maps to an empty one.
        """
        if not self.pieces:
            return Span(0, 0)
        start = self.pieces.source_start(span.start)
        if span.end <= span.start:
            return Span(start, start)
        return Span(start, max(start, self.pieces.source_end(span.end - 1)))

    def is_verbatim(self, span: Span) -> bool:
        """Say whether the file has exactly these characters, one after the other, at one place."""
        if span.end <= span.start or not self.pieces or span.end > len(self.text):
            return False
        pieces = self.pieces[self.pieces.at(span.start) : self.pieces.at(span.end - 1) + 1]
        offset = pieces[0].source.start - pieces[0].prose.start
        return all(piece.verbatim and piece.source.start - piece.prose.start == offset for piece in pieces)


class ProseBuilder:
    """Builds prose from *keep this span* and *here stands X for that span*, in the order of reading."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._words = StringIO()
        self._pieces = Pieces()
        self.length = 0
        # The run that is being kept: where it begins in the source, and where it ends there.
        self._kept_start = self._kept_end = -1

    def keep(self, start: int, end: int) -> None:
        """Take the source characters from `start` to `end` as they are."""
        if end <= start:
            return
        if start != self._kept_end:
            self._end_run()
            self._kept_start = start
        self._kept_end = end
        self.length += end - start
        self._words.write(self._source[start:end])

    def stand_for(self, text: str, start: int, end: int) -> None:
        """Let `text` stand for the source characters from `start` to `end` (an entity, a break, a mark)."""
        if not text:
            return
        self._end_run()
        self._pieces.add(len(text), start, end, verbatim=False)
        self.length += len(text)
        self._words.write(text)

    def finish(self) -> Prose:
        """Return the prose built so far."""
        self._end_run()
        return Prose(self._words.getvalue(), self._pieces)

    def _end_run(self) -> None:
        if self._kept_end >= 0:
            self._pieces.add(self._kept_end - self._kept_start, self._kept_start, self._kept_end, verbatim=True)
            self._kept_end = -1


def stretches(text: str) -> Iterator[str]:
    """Yield a text in stretches of some length that end with white space, so that no word is cut."""
    at = 0
    while len(text) - at > _STRETCH and (space := _SPACE.search(text, at + _STRETCH)):
        yield text[at : space.end()]
        at = space.end()
    yield text[at:]


def count_words(text: str) -> int:
    """Return how many words stand in a text."""
    return sum(len(stretch.split()) for stretch in stretches(text))
