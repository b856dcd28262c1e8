"""Where readers put what they have read. Knows blocks, spaces and marks; knows no format."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from kratomlint.document import BLOCK_BREAK, Directive, Document
from kratomlint.knowledge import Knowledge
from kratomlint.named import NamedTuple
from kratomlint.prose import ProseBuilder, count_words
from kratomlint.readers.assembly import Blocks, all_sentences
from kratomlint.readers.marks import Mark, Marks
from kratomlint.readers.spacing import STAND_IN, is_space, rest_of_address, uneven, without_stops
from kratomlint.source import SourceFile
from kratomlint.span import Span


class Frame(NamedTuple):
    """What holds the words that follow. `fixed` frames are not closed by a stray end tag."""

    name: str
    kind: str
    level: int
    lead: int
    quoted: bool
    fixed: bool


class AltPiece(NamedTuple):
    """A run of an image's words: the source from `start` to `end`, or `text` in its stead."""

    text: str | None
    start: int
    end: int


class DocumentWriter:
    """Builds a document from words in the order of reading.

    `text` is the source or a copy of the same length in which markup is masked. Blocks open with their first
    word and close at a boundary, so one that holds no word leaves no trace.
    """

    def __init__(self, source: SourceFile, text: str | None = None) -> None:
        self.source = source
        self.text_of_file = source.text if text is None else text
        self.skipped: Counter[str] = Counter()
        self.directives: list[Directive] = []
        self.footnotes: dict[str, Span] = {}
        self.blocks = Blocks()
        self._builder = ProseBuilder(source.text)
        self._frames = [Frame("", "paragraph", 0, -1, False, True)]
        self._names: Counter[str] = Counter()
        # Where the block begins that is open; which was the last that is no image's words.
        self._start = self._last_block = -1
        self._pending: Span | None = None
        self._held: list[tuple[bool, Span]] = []
        self._last_end = 0
        self._address_end = -1
        self._marks = Marks()
        self._alternatives: list[Sequence[AltPiece]] = []

    # -- what holds the words ------------------------------------------------------------------------

    @property
    def frame(self) -> Frame:
        """Return what holds the next word."""
        return self._frames[-1]

    def enter(
        self,
        name: str,
        kind: str | None = None,
        level: int | None = None,
        lead: int | None = None,
        *,
        fixed: bool = False,
    ) -> None:
        """Close the block and let what follows be of `kind`; what is not given holds on from outside."""
        self.boundary()
        outer = self._frames[-1]
        quoted = outer.quoted or kind == "quote"
        kind = outer.kind if kind is None or (quoted and kind not in ("quote", "alt")) else kind
        self._frames.append(
            Frame(
                name,
                kind,
                outer.level if level is None else level,
                outer.lead if lead is None else lead,
                quoted,
                fixed,
            )
        )
        self._names[name] += 1

    def leave(self, name: str, *, through_fixed: bool = False) -> None:
        """Close the innermost frame of that name and all within; do nothing where none is open."""
        if not self._names[name]:
            return
        self.boundary()
        while len(self._frames) > 1 and (through_fixed or not self._frames[-1].fixed):
            closed = self._frames.pop()
            self._names[closed.name] -= 1
            if closed.name == name:
                return

    def lead(self) -> int:
        """Return the index of the block that introduces what follows, or -1.

        It is the paragraph or caption directly before; within an item, the item.
        """
        self.boundary()
        index = self._last_block
        introduces = ("item",) if self.frame.kind == "item" else ("paragraph", "caption")
        return index if index >= 0 and self.blocks.kind(index) in introduces else -1

    def boundary(self) -> None:
        """Close the block that is open."""
        if self._start >= 0:
            frame = self._frames[-1]
            level = frame.level if frame.kind in ("item", "heading") else 0
            lead = frame.lead if frame.kind in ("item", "cell", "caption") else -1
            if frame.kind != "alt":
                self._last_block = len(self.blocks)
            self.blocks.add(frame.kind, self._start, self._builder.length, level, lead)
            self._start = -1
            self._marks.block_ends(self._builder.length)
        self._pending = None
        self._held.clear()
        self._marks.forget_floating()
        if self._alternatives:
            self._write_alternatives()

    # -- words ---------------------------------------------------------------------------------------

    def text(self, start: int, end: int) -> None:
        """Take the words from `start` to `end`; white space is one space, an address or mask a mark."""
        text = self.text_of_file
        if start == self._address_end:
            start = self._rest_of_address(start, end)
        position = start
        for match in uneven(text, start, end):
            self._words(position, match.start())
            position = self._uneven(match)
        self._words(position, end)

    def stand_for(self, text: str, start: int, end: int) -> None:
        """Let `text` stand for the source from `start` to `end`."""
        if start == self._address_end and text == "&":
            self._address_end = end
            self._marks.extend_last(text)
        elif is_space(text):
            self.space(start, end)
        else:
            self._begin(start)
            self._builder.stand_for(" ".join(text.split("\n")), start, end)
            self._last_end = end

    def space(self, start: int, end: int) -> None:
        """Remember that white space stands here; it is written only between words."""
        if self._pending and not self._has_image_after(self._pending.start):
            start = self._pending.start
        self._pending = Span(start, end)

    def object(self, start: int, end: int) -> None:
        """Let one mark stand for something that is no prose; it opens no block."""
        if self._start < 0:
            self._held.append((self._pending is not None, Span(start, end)))
            self._pending = None
        else:
            self.address(start, end)

    def address(self, start: int, end: int) -> None:
        """Let one mark stand for an address; it counts as a word."""
        self._begin(start)
        self._builder.stand_for(STAND_IN, start, end)
        self._last_end = end

    def alternative(self, pieces: Sequence[AltPiece]) -> None:
        """Write an image's words as a block after the one that is open."""
        if pieces:
            self._alternatives.append(pieces)

    def count(self, reason: str, words: str) -> None:
        """Count words that are passed over."""
        number = count_words(words)
        if number:
            self.skipped[reason] += number

    # -- marks ---------------------------------------------------------------------------------------

    def open_mark(self, kind: str, target: str) -> Mark:
        """Begin a citation that stands on the words to come."""
        return self._marks.open(kind, target)

    def close_mark(self, mark: Mark) -> None:
        """End a citation: with its block at the latest; without words it stands at its place, or nowhere if no block does."""
        self._marks.close(mark, self._builder.length if self._start >= 0 else None)

    def cite(self, kind: str, target: str) -> None:
        """Put a citation between the words."""
        self.close_mark(self.open_mark(kind, target))

    # -- the end -------------------------------------------------------------------------------------

    def finish(self, metadata: Mapping[str, Any], knowledge: Knowledge) -> Document:
        """Return the document."""
        self.boundary()
        prose = self._builder.finish()
        blocks = self.blocks.finished(prose.text)
        return Document(
            source=self.source,
            prose=prose,
            blocks=blocks,
            sentences=all_sentences(prose.text, blocks, knowledge.memory),
            citations=self._marks.citations(),
            directives=tuple(sorted(self.directives)),
            metadata=metadata,
            skipped=dict(self.skipped),
            footnotes=self.footnotes,
            knowledge=knowledge,
        )

    # -- inside --------------------------------------------------------------------------------------

    def _has_image_after(self, start: int) -> bool:
        """Say whether words of an image, which stand for themselves, lie there."""
        return bool(self._alternatives) and self._alternatives[-1][0].start >= start

    def _words(self, start: int, end: int) -> None:
        """Keep characters in which white space is but single spaces."""
        text = self.text_of_file
        if start < end and text[start] == " ":
            self.space(start, start + 1)
            start += 1
        trailing = start < end and text[end - 1] == " "
        if trailing:
            end -= 1
        if start < end:
            self._begin(start)
            self._builder.keep(start, end)
            self._last_end = end
        if trailing:
            self.space(end, end + 1)

    def _uneven(self, match: re.Match[str]) -> int:
        start, end = match.span()
        if match["space"]:
            self.space(start, end)
        elif match["object"]:
            self.object(start, end)
        elif match["boundary"]:
            self.boundary()
        elif match["address"]:
            end = self._bare_address(start, end, at_end=end == match.endpos)
        return end

    def _bare_address(self, start: int, end: int, *, at_end: bool) -> int:
        """Let a mark stand for an address."""
        kept = without_stops(self.text_of_file[start:end])
        stop = start + len(kept)
        mark = self.open_mark("link", kept)
        self.address(start, stop)
        self.close_mark(mark)
        if at_end and stop == end:
            self._address_end = end
        return stop

    def _rest_of_address(self, start: int, end: int) -> int:
        """Pass by what belongs to the address that ended here; return where the words go on."""
        kept = rest_of_address(self.text_of_file, start, end)
        self._marks.extend_last(kept)
        self._address_end = end if start + len(kept) == end else -1
        return start + len(kept)

    def _begin(self, at: int) -> None:
        """Open a block where none is, write the space that waits, place the marks that wait."""
        if self._start < 0:
            if self._builder.length:
                self._builder.stand_for(BLOCK_BREAK, self._last_end, self._last_end)
            self._start = self._builder.length
            self._release()
        elif self._pending:
            self._write_space(self._pending)
        self._pending = None
        self._marks.word_begins(self._builder.length)

    def _release(self) -> None:
        """Write what stood before a block's first word."""
        self._marks.block_begins(self._start)
        for spaced, span in self._held:
            if spaced and self._builder.length > self._start:
                self._builder.stand_for(" ", span.start, span.start)
            self._builder.stand_for(STAND_IN, span.start, span.end)
            self._last_end = span.end
        if self._held and self._pending:
            self._write_space(self._pending)
        self._held.clear()

    def _write_space(self, span: Span) -> None:
        if span.length == 1 and self.source.text[span.start] == " ":
            self._builder.keep(*span)
        else:
            self._builder.stand_for(" ", *span)

    def _write_alternatives(self) -> None:
        waiting, self._alternatives = self._alternatives, []
        for pieces in waiting:
            self.enter("alt", "alt", fixed=True)
            for piece in pieces:
                if piece.text is None:
                    self.text(piece.start, piece.end)
                else:
                    self.stand_for(piece.text, piece.start, piece.end)
            self.leave("alt", through_fixed=True)
