"""Markdown to documents. The only module that knows pyromark."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from kratomlint.document import Document
from kratomlint.knowledge import Knowledge
from kratomlint.readers.frontmatter import read_front_matter
from kratomlint.readers.mask import Cover, mask_markdown_extras, mask_templates
from kratomlint.readers.plain import parse as parse_plain
from kratomlint.readers.tags import TagReader, tokens
from kratomlint.readers.writer import AltPiece, DocumentWriter, Mark
from kratomlint.source import SourceFile
from kratomlint.span import Span

_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
# A quotation whose first words name what it is: the author speaks.
_CALLOUT = re.compile(
    r"[ \t>]{0,100}>?[ \t]*(?:\[![\w-]{1,30}\]|(?:[^\w\s*_>]{1,4}[ \t]*)?(?:\*\*|__)(?:[^\w\s*_]{1,4}[ \t]*)?"
    r"(?:note|tip|important|warning|caution|danger|info|attention|disclaimer|reminder|remember|medical|safety|"
    r"key takeaways?|takeaways?|bottom line|in short|summary|tl;dr|pro tip|did you know|editor[’']s note)\b)",
    re.IGNORECASE,
)

# A kind without detail, or a kind with it; and the range.
Event = tuple[Any, dict[str, int]]


def parse(source: SourceFile, published: Sequence[str], knowledge: Knowledge, *, mdx: bool = False) -> Document:
    """Return the document of a Markdown file; of a plain one where the parser fails."""
    front = read_front_matter(source.text)
    masked = mask_templates(source.text)
    text = masked.text
    if mdx:
        from kratomlint.readers.mdx import mask_mdx

        jsx = mask_mdx(text, front.end)
        text = jsx.text
    text = mask_markdown_extras(text)
    try:
        events = parser_events(text[front.end :])
    except BaseException as error:
        if not isinstance(error, Exception) and type(error).__name__ != "PanicException":
            raise
        return parse_plain(source, knowledge)
    offset = character_offsets(text, front.end)
    writer = DocumentWriter(source, without_gaps(text, events, offset))
    masked.tell(writer)
    if mdx:
        jsx.tell(writer)
    front.write(writer, published)
    MarkdownReader(writer, offset, mdx=mdx).read(events)
    return writer.finish(front.metadata, knowledge)


def parser_events(text: str) -> list[Event]:
    """Return the parser's events with their ranges in UTF-8 bytes."""
    import pyromark

    options = (
        pyromark.Options.ENABLE_TABLES
        | pyromark.Options.ENABLE_FOOTNOTES
        | pyromark.Options.ENABLE_STRIKETHROUGH
        | pyromark.Options.ENABLE_TASKLISTS
        | pyromark.Options.ENABLE_HEADING_ATTRIBUTES
        | pyromark.Options.ENABLE_GFM
        | pyromark.Options.ENABLE_DEFINITION_LIST
    )
    events: Any = pyromark.events_with_range(text, options=options)
    return list(events)


def character_offsets(text: str, start: int) -> Callable[[int], int]:
    """Return what turns a byte's offset in `text[start:]` into a character's offset in `text`."""
    if text.isascii():
        return lambda byte: byte + start
    ends, surplus = array("L", [0]), array("L", [0])
    extra = 0
    for match in _NOT_ASCII.finditer(text, start):
        character = match[0]
        width = 2 if character < "\u0800" else 3 if character < "\U00010000" else 4
        extra += width - 1
        ends.append(match.end() - start + extra)
        surplus.append(extra)
    return lambda byte: byte - surplus[bisect_right(ends, byte) - 1] + start


class MarkdownReader:
    """Tells the writer what each event of the parser means."""

    def __init__(self, writer: DocumentWriter, offset: Callable[[int], int], *, mdx: bool) -> None:
        self._writer = writer
        self._text = writer.text_of_file
        self._tags = TagReader(writer)
        self._offset = offset
        self._mdx = mdx
        # Words that stand side by side, to be written at once: an address may reach over several events.
        self._run = Span(0, 0)
        self._links: list[Mark | None] = []
        self._image_depth = 0
        self._image: list[AltPiece] = []
        self._code = ""
        self._html: list[Span] = []
        self._notes: list[tuple[str, int]] = []

    def read(self, events: Iterable[Event]) -> None:
        """Read all events."""
        offset = self._offset
        for event, place in events:
            name, value = _opened(event)
            start, end = offset(place["start"]), offset(place["end"])
            if name == "Text":
                self._words(value, start, end)
                continue
            self._flush()
            if name in ("Start", "End"):
                kind, detail = _opened(value)
                act = getattr(self, f"_{name.lower()}_{kind.lower()}", None)
                if act:
                    act(detail, start, end)
                else:
                    self._other(name, kind)
            elif start >= self._tags.read_until:
                getattr(self, f"_on_{name.lower()}")(value, start, end)
        self._flush()
        self._writer.boundary()

    # -- words ---------------------------------------------------------------------------------------

    def _words(self, value: str, start: int, end: int) -> None:
        verbatim = self._text[start:end] == value
        if self._code or self._image_depth:
            self._flush()
            if self._image_depth:
                self._image.append(AltPiece(None if verbatim else value, start, end))
            else:
                self._code_words(start, end)
        elif verbatim and start == self._run.end and start > self._run.start:
            self._run = Span(self._run.start, end)
        else:
            self._flush()
            if verbatim:
                self._run = Span(start, end)
            else:
                self._resolved(value, start, end)

    def _flush(self) -> None:
        start, end = self._run
        if start < end:
            self._run = Span(0, 0)
            start = max(start, self._tags.read_until)
            if self._tags.silent:
                self._tags.text(start, end)
            elif start < end:
                self._writer.text(start, end)

    def _resolved(self, value: str, start: int, end: int) -> None:
        if start >= self._tags.read_until and not self._tags.silent:
            self._writer.stand_for(value, start, end)

    def _code_words(self, start: int, end: int) -> None:
        if self._code == "prose":
            self._writer.text(start, end)
        else:
            self._writer.count("code", self._writer.source.text[start:end])

    def _on_softbreak(self, value: None, start: int, end: int) -> None:
        if self._image_depth:
            self._image.append(AltPiece(" ", start, end))
        else:
            self._writer.space(start, end)

    _on_hardbreak = _on_softbreak

    def _on_code(self, value: str, start: int, end: int) -> None:
        if self._image_depth:
            self._image.append(AltPiece("\ufffc", start, end))
        elif not self._tags.silent:
            self._writer.object(start, end)
            self._writer.count("code", value)

    def _on_inlinehtml(self, value: str, start: int, end: int) -> None:
        if not self._image_depth:
            for token in tokens(self._text, start, end):
                self._tags.read(token, self._text)

    def _on_html(self, value: str, start: int, end: int) -> None:
        self._html.append(Span(start, end))

    def _on_footnotereference(self, value: str, start: int, end: int) -> None:
        if not self._image_depth:
            self._writer.cite("footnote", value)

    def _on_rule(self, value: None, start: int, end: int) -> None:
        self._writer.boundary()

    def _on_tasklistmarker(self, value: bool, start: int, end: int) -> None:
        pass

    # -- what holds the words ------------------------------------------------------------------------

    def _other(self, name: str, kind: str) -> None:
        """Enter or leave what needs nothing more, or pass by emphasis."""
        if kind in ("Emphasis", "Strong", "Strikethrough"):
            return
        if name == "Start":
            self._writer.enter(f"#{kind}", fixed=True)
        else:
            self._leave(kind)

    def _leave(self, kind: str) -> None:
        self._tags.end_of_words()
        self._writer.leave(f"#{kind}", through_fixed=True)

    def _start_heading(self, detail: dict[str, Any], start: int, end: int) -> None:
        self._writer.enter("#Heading", "heading", int(detail["level"][1]), fixed=True)

    def _end_heading(self, detail: Any, start: int, end: int) -> None:
        self._leave("Heading")

    def _start_blockquote(self, detail: str | None, start: int, end: int) -> None:
        callout = detail is not None or _CALLOUT.match(self._writer.source.text, start)
        self._writer.enter("#BlockQuote", None if callout else "quote", fixed=True)

    def _start_list(self, detail: int | None, start: int, end: int) -> None:
        level = self._writer.frame.level + 1 if self._writer.frame.kind != "heading" else 1
        self._writer.enter("#List", level=level, lead=self._writer.lead(), fixed=True)

    def _start_item(self, detail: None, start: int, end: int) -> None:
        self._writer.enter("#Item", "item", fixed=True)

    def _start_definitionlist(self, detail: None, start: int, end: int) -> None:
        self._writer.enter("#DefinitionList", level=self._writer.frame.level + 1, lead=-1, fixed=True)

    def _start_definitionlisttitle(self, detail: None, start: int, end: int) -> None:
        self._writer.enter("#DefinitionListTitle", "item", fixed=True)

    def _start_definitionlistdefinition(self, detail: None, start: int, end: int) -> None:
        self._writer.enter("#DefinitionListDefinition", "item", fixed=True)

    def _start_table(self, detail: Any, start: int, end: int) -> None:
        self._writer.enter("#Table", lead=self._writer.lead(), fixed=True)

    def _start_tablecell(self, detail: None, start: int, end: int) -> None:
        self._writer.enter("#TableCell", "cell", fixed=True)

    def _start_footnotedefinition(self, detail: str, start: int, end: int) -> None:
        self._writer.enter("#FootnoteDefinition", "paragraph", fixed=True)
        self._notes.append((detail, len(self._writer.blocks)))

    def _end_footnotedefinition(self, detail: Any, start: int, end: int) -> None:
        self._leave("FootnoteDefinition")
        label, first = self._notes.pop()
        blocks = self._writer.blocks[first:]
        if blocks:
            self._writer.footnotes.setdefault(label, Span(blocks[0].span.start, blocks[-1].span.end))

    # -- links, images, code, HTML -------------------------------------------------------------------

    def _start_link(self, detail: dict[str, Any], start: int, end: int) -> None:
        if self._image_depth or start < self._tags.read_until:
            self._links.append(None)
            return
        target = detail["dest_url"]
        if detail["link_type"] == "Email":
            target = f"mailto:{target}"
        self._links.append(self._writer.open_mark("link", target))
        if detail["link_type"] in ("Autolink", "Email"):
            self._writer.address(start, end)
            self._tags.read_until = end

    def _end_link(self, detail: Any, start: int, end: int) -> None:
        mark = self._links.pop()
        if mark:
            self._writer.close_mark(mark)

    def _start_image(self, detail: dict[str, Any], start: int, end: int) -> None:
        self._image_depth += 1

    def _end_image(self, detail: Any, start: int, end: int) -> None:
        self._image_depth -= 1
        if not self._image_depth:
            pieces, self._image = self._image, []
            self._writer.alternative(pieces)

    def _start_codeblock(self, detail: Any, start: int, end: int) -> None:
        # MDX has no indented code: what is indented stands inside a component.
        self._code = "prose" if self._mdx and detail == "Indented" else "code"
        self._writer.enter("#CodeBlock", fixed=True)

    def _end_codeblock(self, detail: Any, start: int, end: int) -> None:
        self._code = ""
        self._leave("CodeBlock")

    def _start_htmlblock(self, detail: None, start: int, end: int) -> None:
        self._writer.boundary()

    def _end_htmlblock(self, detail: Any, start: int, end: int) -> None:
        """Read the lines of a block of HTML as one: a tag may reach over several."""
        lines, self._html = self._html, []
        if lines:
            for token in tokens(self._text, lines[0].start, lines[-1].end):
                self._tags.read(token, self._text)


def _opened(event: Any) -> tuple[str, Any]:
    """Return the name and the detail of an event, or of what starts and ends in it."""
    return (event, None) if isinstance(event, str) else next(iter(event.items()))


def without_gaps(text: str, events: Iterable[Event], offset: Callable[[int], int]) -> str:
    """Blank what stands between the lines of HTML: the marks of the quotations and lists around it."""
    cover = Cover(text)
    last = -1
    for event, place in events:
        name, value = _opened(event)
        start = offset(place["start"])
        if name == "Html" and 0 <= last < start:
            cover.lay(last, start, " ")
        elif name == "InlineHtml" and "\n" in value:
            _cover_line_starts(cover, start, offset(place["end"]), value)
        last = offset(place["end"]) if name == "Html" else -1
    return cover.finish()


def _cover_line_starts(cover: Cover, start: int, end: int, value: str) -> None:
    """Blank what stands before each line of a tag that reaches over several."""
    position = start
    for line, seen in zip(cover.text[start:end].splitlines(True), value.splitlines(True), strict=False):
        cover.lay(position, position + len(line) - len(seen), " ")
        position += len(line)
