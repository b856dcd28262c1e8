"""From blocks as they were written to blocks and sentences that know where they stand."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

from kratomlint.afresh import Afresh, few
from kratomlint.document import Block, Sentence
from kratomlint.memory import Memory
from kratomlint.segment import sentences
from kratomlint.span import Span

# No heading is longer. What stands below is asked under which headings it does.
_LONGEST_TITLE = 1_000


class Blocks(Afresh[Block]):
    """Blocks as they are written, in columns: a list may have a million items."""

    __slots__ = ("_ends", "_kinds", "_leads", "_levels", "_names", "_path_of", "_paths", "_starts")

    def __init__(self) -> None:
        super().__init__()
        self._starts, self._ends = array("I"), array("I")
        self._names: list[str] = []
        self._kinds, self._levels, self._leads = bytearray(), array("I"), array("i")
        # The headings above each block: some path of them, known when all is written.
        self._paths: list[tuple[str, ...]] = [()]
        self._path_of = array("I")

    def __len__(self) -> int:
        return len(self._starts)

    def _made(self, first: int, last: int) -> Sequence[Block]:
        columns = self._kinds, self._starts, self._ends, self._levels, self._path_of, self._leads
        return list(map(self._block, *[column[first:last] for column in columns]))

    def _block(self, kind: int, start: int, end: int, level: int, path: int, lead: int) -> Block:
        return Block(self._names[kind], Span(start, end), level, self._paths[path], lead)

    def add(self, kind: str, start: int, end: int, level: int, lead: int) -> None:
        """Let a block follow, whose headings are not yet known."""
        self._starts.append(start)
        self._ends.append(end)
        if kind not in self._names:
            self._names.append(kind)
        self._kinds.append(self._names.index(kind))
        self._levels.append(level)
        self._leads.append(lead)

    def kind(self, index: int) -> str:
        """Return what a block is."""
        return self._names[self._kinds[index]]

    def span(self, first: int, last: int) -> Span:
        """Return the stretch of prose from the start of block `first` to the end of block `last`."""
        return Span(self._starts[first], self._ends[last])

    def finished(self, text: str) -> Sequence[Block]:
        """Return the blocks of the prose `text`, each with the headings above it."""
        titles: list[tuple[int, str]] = []
        path = 0
        for index in range(len(self)):
            if self.kind(index) == "heading":
                level = self._levels[index]
                while titles and titles[-1][0] >= level:
                    titles.pop()
                self._path_of.append(self._path(titles))
                start, end = self.span(index, index)
                titles.append((level, text[start : min(end, start + _LONGEST_TITLE)]))
                path = self._path(titles)
            else:
                self._path_of.append(path)
        return few(self)

    def _path(self, titles: Sequence[tuple[int, str]]) -> int:
        """Return the number under which a path of headings is kept."""
        self._paths.append(tuple(title for _, title in titles))
        return len(self._paths) - 1


class Sentences(Afresh[Sentence]):
    """The sentences of a prose in columns, in its order."""

    __slots__ = ("_blocks", "_ends", "_starts", "_text")

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text
        self._starts, self._ends, self._blocks = array("I"), array("I"), array("I")

    def __len__(self) -> int:
        return len(self._starts)

    def _made(self, first: int, last: int) -> Sequence[Sentence]:
        columns = self._starts, self._ends, self._blocks
        return list(map(self._sentence, *[column[first:last] for column in columns], range(first, last)))

    def _sentence(self, start: int, end: int, block: int, number: int) -> Sentence:
        return Sentence(Span(start, end), self._text[start:end], block, number)

    def add(self, start: int, end: int, block: int) -> None:
        """Let a sentence follow."""
        self._starts.append(start)
        self._ends.append(end)
        self._blocks.append(block)


def all_sentences(text: str, blocks: Sequence[Block], memory: Memory | None = None) -> Sequence[Sentence]:
    """Return the sentences of all blocks, numbered through the document."""
    found = Sentences(text)
    for number, block in enumerate(blocks):
        words = block.span.cut(text)
        inside = Span(0, len(words))
        at = block.span.start
        for start, end in memory.recall(sentences, words, inside) if memory else sentences(words, inside):
            found.add(at + start, at + end, number)
    return few(found)
