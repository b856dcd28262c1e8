"""What a check may know of an article. Nothing here reads files, prints or changes."""

from __future__ import annotations

import re
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple, TypeVar

from kratomlint.knowledge import Knowledge
from kratomlint.source import SourceFile
from kratomlint.span import Span

_FARTHEST = sys.maxsize
Read = TypeVar("Read")
Find = Callable[[str], Iterable[re.Match[str]]]

# Between two blocks of prose; patterns are never matched across it.
BLOCK_BREAK = "\n"

# One character for one, so that positions in folded prose are positions in prose.
_FOLDED = {"'": "’‘ʼ`", '"': "“”„«»", "-": "‐‑−", " ": "\u00a0\u2009\u202f"}


class Piece(NamedTuple):
    """A run of prose and the run of the source that it stands for.

    `verbatim` pieces are the same characters on both sides, one for one.
    """

    prose: Span
    source: Span
    verbatim: bool


class Prose(NamedTuple):
    """The words a reader sees, as one string, mapped piece by piece to the source.

    The pieces cover the prose without gap or overlap, in the order of the prose; their sources do not overlap.
    """

    text: str
    pieces: tuple[Piece, ...]

    def to_source(self, span: Span) -> Span:
        """Return where `span` lies in the file.

        Maps the first and the last character, so markup just outside is left out. An empty span maps to an empty one.
        """
        if not self.pieces:
            return Span(0, 0)
        if span.end <= span.start:
            at = self._source_start(span.start)
            return Span(at, at)
        start = self._source_start(span.start)
        return Span(start, max(start, self._source_end(span.end - 1)))

    def is_verbatim(self, span: Span) -> bool:
        """Say whether the file has exactly these characters, one after the other, at one place."""
        if span.end <= span.start or not self.pieces or span.end > len(self.text):
            return False
        pieces = self.pieces[self._index(span.start) : self._index(span.end - 1) + 1]
        offset = pieces[0].source.start - pieces[0].prose.start
        return all(piece.verbatim and piece.source.start - piece.prose.start == offset for piece in pieces)

    def _index(self, offset: int) -> int:
        # Behind every piece that starts there, however far it reaches.
        return max(0, bisect_right(self.pieces, ((offset, _FARTHEST),)) - 1)

    def _source_start(self, offset: int) -> int:
        piece = self.pieces[self._index(offset)]
        if piece.verbatim:
            return min(piece.source.start + offset - piece.prose.start, piece.source.end)
        return piece.source.start

    def _source_end(self, offset: int) -> int:
        piece = self.pieces[self._index(offset)]
        if piece.verbatim:
            return min(piece.source.start + offset - piece.prose.start + 1, piece.source.end)
        return piece.source.end


class ProseBuilder:
    """Builds prose from *keep this span* and *here stands X for that span*, in the order of reading."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._parts: list[str] = []
        self._pieces: list[Piece] = []
        self.length = 0
        # The run that is being kept: where it begins in the prose and in the source, and where it ends there.
        self._run_start = self._kept_start = self._kept_end = -1

    def keep(self, start: int, end: int) -> None:
        """Take the source characters from `start` to `end` as they are."""
        if end <= start:
            return
        if start != self._kept_end:
            self._end_run()
            self._run_start, self._kept_start = self.length, start
        self._kept_end = end
        self.length += end - start
        self._parts.append(self._source[start:end])

    def stand_for(self, text: str, start: int, end: int) -> None:
        """Let `text` stand for the source characters from `start` to `end` (an entity, a break, a mark)."""
        if not text:
            return
        self._end_run()
        self._pieces.append(Piece(Span(self.length, self.length + len(text)), Span(start, end), False))
        self.length += len(text)
        self._parts.append(text)

    def finish(self) -> Prose:
        """Return the prose built so far."""
        self._end_run()
        return Prose("".join(self._parts), tuple(self._pieces))

    def _end_run(self) -> None:
        if self._kept_end >= 0:
            kept = Span(self._kept_start, self._kept_end)
            self._pieces.append(Piece(Span(self._run_start, self.length), kept, True))
            self._kept_end = -1


class Block(NamedTuple):
    """A stretch of prose that stands for itself.

    `kind`: title heading paragraph item cell quote caption alt metadata (a published front-matter field).
    `level`: of a heading from 1; of an item its nesting from 1; else 0.
    `heading_path`: the headings above, outermost first.
    `lead`: index of the block that introduces this one (a list's lead-in, a table's caption), or -1.
    """

    kind: str
    span: Span
    level: int
    heading_path: tuple[str, ...]
    lead: int = -1


class Sentence(NamedTuple):
    """A sentence of a block; a heading, a list item or a cell without a full stop counts as one."""

    span: Span
    text: str
    block: int
    number: int

    @property
    def words_span(self) -> Span:
        """Return its span without the space at its end."""
        return Span(self.span.start, self.span.start + len(self.text.rstrip()))


class Citation(NamedTuple):
    """A mark or link that the markup itself carries.

    `kind`: link footnote superscript. `span`: the words it stands on (empty where it stands between words), in prose.
    `target`: the address, or the footnote's label.
    """

    span: Span
    kind: str
    target: str


class Directive(NamedTuple):
    """A `kratomlint-...` comment: `span` in the source, `text` without the comment marks."""

    span: Span
    text: str


@dataclass(frozen=True)
class Document:
    """A file after reading: prose, map, blocks, sentences, citations."""

    source: SourceFile
    prose: Prose
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
    citations: tuple[Citation, ...] = ()
    directives: tuple[Directive, ...] = ()
    # Front matter as read, published or not: what a check may ask about author, date, reviewer.
    metadata: Mapping[str, Any] = field(default_factory=dict)
    # Words that were passed over, by reason: code, shortcode, comment, front matter, ...
    skipped: Mapping[str, int] = field(default_factory=dict)
    # Where the text of each footnote stands in the prose, by label.
    footnotes: Mapping[str, Span] = field(default_factory=dict)
    # The lexicons and subjects that hold for this file.
    knowledge: Knowledge = field(default_factory=Knowledge, repr=False, compare=False)

    @cached_property
    def folded(self) -> str:
        """Return the prose in lower case with plain quotes, hyphens and spaces, character for character.

        Every pattern is matched against this string, so none needs to be told about case or curly apostrophes.
        """
        return fold(self.prose.text)

    @cached_property
    def folded_sentences(self) -> list[str]:
        """Return the folded words of each sentence."""
        return [sentence.span.cut(self.folded) for sentence in self.sentences]

    @cached_property
    def cased_sentences(self) -> list[str]:
        """Return the words of each sentence as they are written."""
        return [sentence.span.cut(self.prose.text) for sentence in self.sentences]

    @cached_property
    def folded_blocks(self) -> list[str]:
        """Return the folded words of each block."""
        return [block.span.cut(self.folded) for block in self.blocks]

    @cached_property
    def cased_blocks(self) -> list[str]:
        """Return the words of each block as they are written."""
        return [block.span.cut(self.prose.text) for block in self.blocks]

    @cached_property
    def words(self) -> int:
        """Return how many words a reader sees."""
        return len(self.prose.text.split())

    @cached_property
    def sentences_by_block(self) -> tuple[tuple[Sentence, ...], ...]:
        """Return the sentences of each block, in the order of `blocks`."""
        groups: list[list[Sentence]] = [[] for _ in self.blocks]
        for sentence in self.sentences:
            groups[sentence.block].append(sentence)
        return tuple(map(tuple, groups))

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.span.start for sentence in self.sentences]

    @cached_property
    def _block_starts(self) -> list[int]:
        return [block.span.start for block in self.blocks]

    @cached_property
    def _answers(self) -> dict[Callable[[Document], Any], Any]:
        return {}

    def sentence_at(self, offset: int) -> Sentence | None:
        """Return the sentence that holds the prose offset, or the one before it; None before the first."""
        index = bisect_right(self._sentence_starts, offset) - 1
        return self.sentences[index] if index >= 0 else None

    def block_at(self, offset: int) -> Block | None:
        """Return the block that holds the prose offset, or the one before it; None before the first."""
        index = bisect_right(self._block_starts, offset) - 1
        return self.blocks[index] if index >= 0 else None

    def source_between(self, start: int, end: int) -> str:
        """Return the file's characters between two places, but for the comments to us, which are no part of the page."""
        pieces = []
        index = bisect_left(self.directives, start, key=lambda directive: directive.span.start)
        while index < len(self.directives) and (comment := self.directives[index].span).end <= end:
            pieces.append(self.source.text[start : comment.start])
            start, index = comment.end, index + 1
        return "".join([*pieces, self.source.text[start:end]])

    def once(self, read: Callable[[Document], Read]) -> Read:
        """Return `read(self)`, computed the first time and kept for every other check."""
        if read not in self._answers:
            self._answers[read] = read(self)
        answer: Read = self._answers[read]
        return answer

    def recall(self, read: Callable[..., Read], *key: Hashable) -> Read:
        """Return `read(*key)`, where that was read of an earlier text, as it was read there."""
        memory = self.knowledge.memory
        return memory.recall(read, *key) if memory else read(*key)

    def recall_by(self, key: Hashable, read: Hashable, answer: Callable[[], Read]) -> Read:
        """Return `answer()`, or what `read` gave for the same `key` in an earlier text.

        `key` names all that the answer depends on, but for the knowledge.
        """
        memory = self.knowledge.memory
        return memory.recall_by(key, read, answer) if memory else answer()

    def each_sentence(self, read: Callable[[str], Read]) -> list[Read]:
        """Return what `read` makes of the folded words of each sentence."""
        return self.recall_each(read, self.folded_sentences, read)

    def said(self, read: Callable[[str], Read | None]) -> Iterator[tuple[Sentence, Read]]:
        """Yield the sentences of whose folded words `read` makes something, with what it makes."""
        told = zip(self.sentences, self.each_sentence(read), strict=True)
        return ((sentence, found) for sentence, found in told if found)

    def each_block(self, read: Callable[[str], Read]) -> list[Read]:
        """Return what `read` makes of the folded words of each block."""
        return self.recall_each(read, self.folded_blocks, read)

    def matches(self, find: Find, *, cased: bool = False) -> Iterator[tuple[int, re.Match[str]]]:
        """Yield the matches in the folded prose, or in the prose as written, each with the place that it counts from.

        Only for patterns that neither match nor look across a line's end: what they find in a block, they find there.
        """
        text = self.prose.text if cased else self.folded
        if not self.knowledge.memory:
            yield from ((0, match) for match in find(text))
            return
        blocks = self.cased_blocks if cased else self.folded_blocks
        told = self.recall_each(find, blocks, lambda block: list(find(block)))
        yield from (
            (block.span.start, match) for block, found in zip(self.blocks, told, strict=True) for match in found
        )

    def recall_each(self, read: Hashable, texts: Sequence[str], answer: Callable[[str], Read]) -> list[Read]:
        """Return `answer(text)` of each text, or what `read` made of it in an earlier one."""
        memory = self.knowledge.memory
        return memory.each(read, texts, answer) if memory else list(map(answer, texts))

    def answer(self, read: Callable[[Document], Read], answer: Read) -> None:
        """Keep what `once(read)` is to return."""
        self._answers[read] = answer

    def __getstate__(self) -> dict[str, Any]:
        """Leave computed answers behind when the document travels to another process."""
        names = self.__dataclass_fields__
        return {name: value for name, value in self.__dict__.items() if name in names}


def fold(text: str) -> str:
    """Return `text` in lower case with plain quotes, hyphens and spaces, as long as it was."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(low if len(low := character.lower()) == 1 else character for character in text)
    for plain, others in _FOLDED.items():
        for character in others:
            # A hundred times as quick as `translate`, which asks a table for every letter.
            lowered = lowered.replace(character, plain)
    return lowered
