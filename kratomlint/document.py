"""What a check may know of an article. Nothing here reads files, prints or changes."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import repeat
from typing import Any, TypeVar

from kratomlint.afresh import Each, each
from kratomlint.knowledge import Knowledge
from kratomlint.named import NamedTuple
from kratomlint.prose import Prose, count_words
from kratomlint.source import SourceFile
from kratomlint.span import Span

Read = TypeVar("Read")
Find = Callable[[str], Iterable[re.Match[str]]]

# Between two blocks of prose; patterns are never matched across it.
BLOCK_BREAK = "\n"

# Characters of the longest text of which a few hundred bytes may be kept for each word.
_LONG = 300_000

# What is said above a list says at its end what the list is of, and each item asks for it.
_MOST_ABOVE = 2_000

# So many characters at a time are asked about: whatever is longer, the quicker engines leave alone.
_STRETCH = 16_000
# One character for one, so that positions in folded prose are positions in prose.
_FOLDED = {"'": "’‘ʼ`", '"': "“”„«»", "-": "‐‑−", " ": "\u00a0\u2009\u202f"}


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


class Document(NamedTuple):
    """A file after reading: prose, map, blocks, sentences, citations."""

    source: SourceFile
    prose: Prose
    blocks: Sequence[Block]
    sentences: Sequence[Sentence]
    citations: tuple[Citation, ...] = ()
    directives: tuple[Directive, ...] = ()
    # Front matter as read, published or not: what a check may ask about author, date, reviewer.
    metadata: Mapping[str, Any] = {}
    # Words that were passed over, by reason: code, shortcode, comment, front matter, ...
    skipped: Mapping[str, int] = {}
    # Where the text of each footnote stands in the prose, by label.
    footnotes: Mapping[str, Span] = {}
    # The lexicons and subjects that hold for this file.
    knowledge: Knowledge = Knowledge()

    @property
    def is_long(self) -> bool:
        """Say whether what is read of all its words is too much to be kept: no guide or report has as many."""
        return len(self.prose.text) > _LONG

    @cached_property
    def folded(self) -> str:
        """Return the prose in lower case with plain quotes, hyphens and spaces, character for character.

        Every pattern is matched against this string, so none needs to be told about case or curly apostrophes.
        """
        return fold(self.prose.text)

    @cached_property
    def folded_sentences(self) -> Sequence[str]:
        """Return the folded words of each sentence."""
        return each(lambda sentence: sentence.span.cut(self.folded), self.sentences)

    @cached_property
    def cased_sentences(self) -> Sequence[str]:
        """Return the words of each sentence as they are written."""
        return each(lambda sentence: sentence.span.cut(self.prose.text), self.sentences)

    @cached_property
    def folded_blocks(self) -> Sequence[str]:
        """Return the folded words of each block."""
        return each(lambda block: block.span.cut(self.folded), self.blocks)

    @cached_property
    def cased_blocks(self) -> Sequence[str]:
        """Return the words of each block as they are written."""
        return each(lambda block: block.span.cut(self.prose.text), self.blocks)

    @cached_property
    def words(self) -> int:
        """Return how many words a reader sees."""
        return count_words(self.prose.text)

    @cached_property
    def sentences_by_block(self) -> Sequence[Sequence[Sentence]]:
        """Return the sentences of each block, in the order of `blocks`."""
        firsts = self._first_sentences
        return each(lambda first, last: self.sentences[first:last], firsts[:-1], firsts[1:])

    @cached_property
    def _first_sentences(self) -> Sequence[int]:
        """Return the number of the first sentence of each block, and of the one after the last."""
        firsts = array("I")
        for sentence in self.sentences:
            firsts.extend(repeat(sentence.number, sentence.block + 1 - len(firsts)))
        firsts.extend(repeat(len(self.sentences), len(self.blocks) + 1 - len(firsts)))
        return firsts

    @cached_property
    def sentence_starts(self) -> Sequence[int]:
        """Return where each sentence starts."""
        return array("I", (sentence.span.start for sentence in self.sentences))

    @cached_property
    def block_starts(self) -> Sequence[int]:
        """Return where each block starts."""
        return array("I", (block.span.start for block in self.blocks))

    @cached_property
    def _answers(self) -> dict[Callable[[Document], Any], Any]:
        return {}

    def sentence_at(self, offset: int) -> Sentence | None:
        """Return the sentence that holds the prose offset, or the one before it; None before the first."""
        index = bisect_right(self.sentence_starts, offset) - 1
        return self.sentences[index] if index >= 0 else None

    def block_at(self, offset: int) -> Block | None:
        """Return the block that holds the prose offset, or the one before it; None before the first."""
        index = bisect_right(self.block_starts, offset) - 1
        return self.blocks[index] if index >= 0 else None

    def lead_of(self, block: Block) -> str:
        """Return the last folded words that introduce a block; empty where nothing does."""
        return self.end_of_block(block.lead) if block.lead >= 0 else ""

    def end_of_block(self, number: int) -> str:
        """Return the last folded words of a block: all of it, unless it is longer than what stands above others is."""
        start, end = self.blocks[number].span
        return self.folded[max(start, end - _MOST_ABOVE) : end]

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

    def each_sentence(self, read: Callable[[str], Read]) -> Sequence[Read]:
        """Return what `read` makes of the folded words of each sentence."""
        if self.is_long and not self.knowledge.memory:
            return Each(read, self.folded_sentences)
        return self.recall_each(read, self.folded_sentences, read)

    def said(self, read: Callable[[str], Read | None]) -> Iterator[tuple[Sentence, Read]]:
        """Yield the sentences of whose folded words `read` makes something, with what it makes."""
        told = zip(self.sentences, self.each_sentence(read), strict=True)
        return ((sentence, found) for sentence, found in told if found)

    def each_block(self, read: Callable[[str], Read]) -> Sequence[Read]:
        """Return what `read` makes of the folded words of each block."""
        return self.recall_each(read, self.folded_blocks, read)

    def matches(self, find: Find, *, cased: bool = False) -> Iterator[tuple[int, re.Match[str]]]:
        """Yield the matches in the folded prose, or in the prose as written, each with the place that it counts from.

        Only for patterns that neither match nor look across a line's end: what they find in a block, they find there.
        """
        text = self.prose.text if cased else self.folded
        if not self.knowledge.memory:
            for stretch in self._stretches():
                yield from ((stretch.start, match) for match in find(stretch.cut(text)))
            return
        blocks = self.cased_blocks if cased else self.folded_blocks
        told = self.recall_each(find, blocks, lambda block: list(find(block)))
        yield from (
            (block.span.start, match) for block, found in zip(self.blocks, told, strict=True) for match in found
        )

    def _stretches(self) -> Iterator[Span]:
        """Yield stretches of whole blocks that cover the prose, each as long as all engines like a text to be."""
        start = end = 0
        for block in self.blocks:
            if block.span.end - start > _STRETCH and end > start:
                yield Span(start, end)
                start = end
            end = block.span.end
        yield Span(start, len(self.prose.text))

    def recall_each(self, read: Hashable, texts: Sequence[str], answer: Callable[[str], Read]) -> Sequence[Read]:
        """Return `answer(text)` of each text, or what `read` made of it in an earlier one."""
        memory = self.knowledge.memory
        return memory.each(read, texts, answer) if memory else each(answer, texts)

    def answer(self, read: Callable[[Document], Read], answer: Read) -> None:
        """Keep what `once(read)` is to return."""
        self._answers[read] = answer

    def __getstate__(self) -> None:
        """Leave computed answers behind when the document travels to another process."""


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
