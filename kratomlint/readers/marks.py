"""Citations while their words are being written. Knows offsets in the prose, and no block's words."""

from __future__ import annotations

from kratomlint.document import Citation
from kratomlint.span import Span


class Mark:
    """A link or note whose words are being written."""

    __slots__ = ("end", "kind", "start", "targets")

    def __init__(self, kind: str, target: str) -> None:
        self.kind = kind
        # An address may come in as many pieces as it has characters.
        self.targets = [target]
        self.start = -1
        self.end = -1


class Marks:
    """Gives each mark its words: from the first that follows it, to its close or its block's end."""

    def __init__(self) -> None:
        self._all: list[Mark] = []
        # Those that wait for their first word; whose words are being written; that were closed before a block opened.
        self._unplaced: list[Mark] = []
        self._placed: list[Mark] = []
        self._floating: list[Mark] = []

    def open(self, kind: str, target: str) -> Mark:
        """Begin a mark on the words to come."""
        mark = Mark(kind, target)
        self._unplaced.append(mark)
        return mark

    def close(self, mark: Mark, at: int | None) -> None:
        """End a mark at the offset `at`, None where no block is open; one without words waits for a block's first."""
        if mark.start >= 0:
            mark.end = at if mark.end < 0 and at is not None else mark.end
            return
        if mark in self._unplaced:
            self._unplaced.remove(mark)
        if at is None:
            self._floating.append(mark)
        else:
            mark.start = mark.end = at
            self._all.append(mark)

    def block_begins(self, at: int) -> None:
        """Place the marks that were closed since the last block."""
        for mark in self._floating:
            mark.start = mark.end = at
        self._all += self._floating
        self._floating.clear()

    def word_begins(self, at: int) -> None:
        """Place the marks that wait for a word."""
        if self._unplaced:
            for mark in self._unplaced:
                mark.start = at
            self._placed += self._unplaced
            self._all += self._unplaced
            self._unplaced.clear()

    def block_ends(self, at: int) -> None:
        """End the marks whose words stand in the block."""
        for mark in self._placed:
            mark.end = at if mark.end < 0 else mark.end
        self._placed.clear()

    def forget_floating(self) -> None:
        """Drop the marks that found no block."""
        self._floating.clear()

    def extend_last(self, target: str) -> None:
        """Add to the address of the last mark that was placed."""
        self._all[-1].targets.append(target)

    def citations(self) -> tuple[Citation, ...]:
        """Return the marks as citations, in the order of the prose."""
        found = (Citation(Span(mark.start, mark.end), mark.kind, "".join(mark.targets)) for mark in self._all)
        return tuple(sorted(found))
