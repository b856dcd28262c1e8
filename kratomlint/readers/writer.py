"""Where readers put what they have read. Knows blocks, spaces and marks; knows no format."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from kratomlint.document import BLOCK_BREAK, Block, Citation, Directive, Document, ProseBuilder, Sentence
from kratomlint.knowledge import Knowledge
from kratomlint.segment import sentences
from kratomlint.source import SourceFile
from kratomlint.span import Span

# What stands in the prose for code, an address or a template's value, so that the words beside it don't fuse.
STAND_IN = "\ufffc"

# What masks put in the place of markup that the format's parser would take for words. None is white space, so
# that a masked line is never indented code; all are ASCII, so that a mask doesn't slow the parser down.
NOTHING, OBJECT, BOUNDARY = "\x01", "\x02", "\x03"

_SPACE = r" \t\n\r\x0b\x0c\x1c-\x1f\x85\u2028\u2029"
_ADDRESS_TAIL = r"[^\s<>\x00-\x1f\"“”\u2028\u2029|]"
_UNEVEN = (
    rf"(?P<space>[\t\n\r\x0b\x0c\x1c-\x1f\x85\u2028\u2029][{_SPACE}]*+| [{_SPACE}]++)"
    r"|(?P<nothing>\x01++)|(?P<object>\x02++)|(?P<boundary>\x03++)"
)
_WITHOUT_ADDRESS = re.compile(_UNEVEN + "|(?P<address>(?!))")
_WITH_ADDRESS = re.compile(
    rf"{_UNEVEN}|(?P<address>(?:(?<!\w)[Hh][Tt][Tt][Pp][Ss]?://|(?<![\w.@/])[Ww][Ww][Ww]\.(?=\w)){_ADDRESS_TAIL}++)"
)
# Runs in which nothing can be uneven are most of all; a class of characters is found fast.
_MAY_BE_UNEVEN = re.compile(r"[\t\n\r\x01-\x03\x0b\x0c\x1c-\x1f\x85\u2028\u2029]")
_ALL_SPACE = re.compile(rf"[{_SPACE}]*+\Z")
_REST_OF_ADDRESS = re.compile(rf"{_ADDRESS_TAIL}++")
_ADDRESS_STOPS = ".,;:!?'’*_~…"


class Frame(NamedTuple):
    """What holds the words that follow. `fixed` frames are not closed by a stray end tag."""

    name: str
    kind: str
    level: int
    lead: int
    quoted: bool
    fixed: bool


class Mark:
    """A link or note whose words are being written."""

    __slots__ = ("end", "kind", "start", "target")

    def __init__(self, kind: str, target: str) -> None:
        self.kind = kind
        self.target = target
        self.start = -1
        self.end = -1


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
        self.blocks: list[Block] = []
        self._builder = ProseBuilder(source.text)
        self._frames = [Frame("", "paragraph", 0, -1, False, True)]
        self._names: Counter[str] = Counter()
        self._start = -1
        self._pending: Span | None = None
        self._held: list[tuple[bool, Span]] = []
        self._last_end = 0
        self._address_end = -1
        # Marks that wait for their first word; marks whose words are being written; marks that wait for a block.
        self._unplaced: list[Mark] = []
        self._placed: list[Mark] = []
        self._floating: list[Mark] = []
        self._marks: list[Mark] = []
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
        index = len(self.blocks) - 1
        while index >= 0 and self.blocks[index].kind == "alt":
            index -= 1
        introduces = ("item",) if self.frame.kind == "item" else ("paragraph", "caption")
        return index if index >= 0 and self.blocks[index].kind in introduces else -1

    def boundary(self) -> None:
        """Close the block that is open."""
        if self._start >= 0:
            frame = self._frames[-1]
            level = frame.level if frame.kind in ("item", "heading") else 0
            lead = frame.lead if frame.kind in ("item", "cell", "caption") else -1
            self.blocks.append(Block(frame.kind, Span(self._start, self._builder.length), level, (), lead))
            self._start = -1
            self._end_marks()
        self._pending = None
        self._held.clear()
        self._floating.clear()
        if self._alternatives:
            self._write_alternatives()

    # -- words ---------------------------------------------------------------------------------------

    def text(self, start: int, end: int) -> None:
        """Take the words from `start` to `end`; white space is one space, an address or mask a mark."""
        text = self.text_of_file
        if start == self._address_end:
            start = self._rest_of_address(start, end)
        position = start
        addressed = text.find("://", start, end) >= 0 or text.find("ww.", start, end) >= 0
        if addressed or text.find("  ", start, end) >= 0 or _MAY_BE_UNEVEN.search(text, start, end):
            for match in (_WITH_ADDRESS if addressed else _WITHOUT_ADDRESS).finditer(text, start, end):
                self._words(position, match.start())
                position = self._uneven(match)
        self._words(position, end)

    def stand_for(self, text: str, start: int, end: int) -> None:
        """Let `text` stand for the source from `start` to `end`."""
        if start == self._address_end and text == "&":
            self._address_end = end
            self._marks[-1].target += text
        elif _ALL_SPACE.match(text):
            self.space(start, end)
        else:
            self._begin(start)
            self._builder.stand_for(" ".join(text.split("\n")), start, end)
            self._last_end = end

    def space(self, start: int, end: int) -> None:
        """Remember that white space stands here; it is written only between words."""
        self._pending = Span(self._pending.start if self._pending else start, end)

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
        self._alternatives.append(pieces)

    def count(self, reason: str, words: str) -> None:
        """Count words that are passed over."""
        number = len(words.split())
        if number:
            self.skipped[reason] += number

    # -- marks ---------------------------------------------------------------------------------------

    def open_mark(self, kind: str, target: str) -> Mark:
        """Begin a citation that stands on the words to come."""
        mark = Mark(kind, target)
        self._unplaced.append(mark)
        return mark

    def close_mark(self, mark: Mark) -> None:
        """End a citation: with its block at the latest; one without words stands at its place, in no block it vanishes."""
        if mark.start >= 0:
            if mark.end < 0:
                mark.end = self._builder.length
            return
        if mark in self._unplaced:
            self._unplaced.remove(mark)
        if self._start >= 0:
            mark.start = mark.end = self._builder.length
            self._marks.append(mark)
        else:
            self._floating.append(mark)

    def cite(self, kind: str, target: str) -> None:
        """Put a citation between the words."""
        self.close_mark(self.open_mark(kind, target))

    # -- the end -------------------------------------------------------------------------------------

    def finish(self, metadata: Mapping[str, Any], knowledge: Knowledge) -> Document:
        """Return the document."""
        self.boundary()
        prose = self._builder.finish()
        blocks = with_heading_paths(prose.text, self.blocks)
        citations = sorted(Citation(Span(mark.start, mark.end), mark.kind, mark.target) for mark in self._marks)
        return Document(
            source=self.source,
            prose=prose,
            blocks=blocks,
            sentences=tuple(all_sentences(prose.text, blocks)),
            citations=tuple(citations),
            directives=tuple(sorted(self.directives)),
            metadata=metadata,
            skipped=dict(self.skipped),
            footnotes=self.footnotes,
            knowledge=knowledge,
        )

    # -- inside --------------------------------------------------------------------------------------

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
        rest = _REST_OF_ADDRESS.match(self.text_of_file, start, end)
        kept = without_stops(rest[0]) if rest else ""
        self._marks[-1].target += kept
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
        for mark in self._unplaced:
            mark.start = self._builder.length
        self._placed += self._unplaced
        self._marks += self._unplaced
        self._unplaced.clear()

    def _end_marks(self) -> None:
        for mark in self._placed:
            if mark.end < 0:
                mark.end = self._builder.length
        self._placed.clear()

    def _release(self) -> None:
        """Write what stood before a block's first word."""
        for mark in self._floating:
            mark.start = mark.end = self._start
        self._marks += self._floating
        self._floating.clear()
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


def without_stops(address: str) -> str:
    """Leave off the stops and brackets at an address's end that belong to the sentence around it."""
    kept = address.rstrip(_ADDRESS_STOPS)
    while kept.endswith((")", "]")) and kept.count(kept[-1]) > kept.count("(" if kept[-1] == ")" else "["):
        kept = kept[:-1].rstrip(_ADDRESS_STOPS)
    return kept


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


def all_sentences(text: str, blocks: Sequence[Block]) -> list[Sentence]:
    """Return the sentences of all blocks, numbered through the document."""
    found: list[Sentence] = []
    for number, block in enumerate(blocks):
        for span in sentences(text, block.span):
            found.append(Sentence(span, span.cut(text), number, len(found)))
    return found
