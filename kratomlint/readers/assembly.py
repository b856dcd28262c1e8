"""From blocks as they were written to blocks and sentences that know where they stand."""

from __future__ import annotations

from collections.abc import Sequence

from kratomlint.document import Block, Sentence
from kratomlint.memory import Memory
from kratomlint.segment import sentences
from kratomlint.span import Span


def with_heading_paths(text: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Give each block the headings above it."""
    open_headings: list[tuple[int, str]] = []
    path: tuple[str, ...] = ()
    placed = []
    for block in blocks:
        if block.kind == "heading":
            while open_headings and open_headings[-1][0] >= block.level:
                open_headings.pop()
            placed.append(block._replace(heading_path=tuple(title for _, title in open_headings)))
            open_headings.append((block.level, block.span.cut(text)))
            path = tuple(title for _, title in open_headings)
        else:
            placed.append(block._replace(heading_path=path))
    return tuple(placed)


def all_sentences(text: str, blocks: Sequence[Block], memory: Memory | None = None) -> list[Sentence]:
    """Return the sentences of all blocks, numbered through the document."""
    found: list[Sentence] = []
    for number, block in enumerate(blocks):
        words = block.span.cut(text)
        inside = Span(0, len(words))
        for span in memory.recall(sentences, words, inside) if memory else sentences(words, inside):
            found.append(Sentence(span.shifted(block.span.start), span.cut(words), number, len(found)))
    return found
