"""What each event of the Markdown parser means for the words. Knows Markdown; calls no parser."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from kratomlint.late import late
from kratomlint.readers.marks import Mark
from kratomlint.readers.spacing import STAND_IN
from kratomlint.readers.tags import TagReader, tokens
from kratomlint.readers.writer import AltPiece, DocumentWriter
from kratomlint.span import Span

# A quotation whose first words name what it is: the author speaks.
_CALLOUT = late(
    r"[ \t>]{0,100}+(?:\[![\w-]{1,30}\]|(?:[^\w\s*_>]{1,4}[ \t]*)?(?:\*\*|__)(?:[^\w\s*_]{1,4}[ \t]*)?"
    r"(?:note|tip|important|warning|caution|danger|info|attention|disclaimer|reminder|remember|"
    r"medical (?:disclaimer|note|advice|warning)|safety (?:note|first|warning|information)|"
    r"key takeaways?|takeaways?|bottom line|in short|summary|tl;dr|pro tip|did you know|editor[’']s note)\b)",
    re.IGNORECASE,
)


_KINDS = {
    "Item": "item",
    "DefinitionListTitle": "item",
    "DefinitionListDefinition": "item",
    "TableCell": "cell",
}
_EMPHASIS = frozenset(("Emphasis", "Strong", "Strikethrough"))

# A kind without detail, or a kind with it; and the range in bytes.
Event = tuple[Any, dict[str, int]]


class MarkdownReader:
    """Tells the writer what each event of the parser means."""

    def __init__(self, writer: DocumentWriter, offset: Callable[[int], int], *, mdx: bool) -> None:
        self._writer = writer
        self._text = writer.text_of_file
        self._tags = TagReader(writer)
        self._offset = offset
        self._mdx = mdx
        # Words that stand side by side, to be written at once: an address may reach over several events.
        self._run_start = self._run_end = 0
        self._acts: dict[str, Callable[[Any, int, int], None]] = {
            "SoftBreak": self._on_break,
            "HardBreak": self._on_break,
            "Rule": self._on_rule,
            "Code": self._on_code,
            "InlineHtml": self._on_tag,
            "Html": self._on_html,
            "FootnoteReference": self._on_note,
            "Start Heading": self._start_heading,
            "Start BlockQuote": self._start_quotation,
            "Start List": self._start_list,
            "Start DefinitionList": self._start_definitions,
            "Start Table": self._start_table,
            "Start FootnoteDefinition": self._start_note,
            "End FootnoteDefinition": self._end_note,
            "Start Link": self._start_link,
            "End Link": self._end_link,
            "Start Image": self._start_image,
            "End Image": self._end_image,
            "Start CodeBlock": self._start_code,
            "End CodeBlock": self._end_code,
            "Start HtmlBlock": self._on_rule,
            "End HtmlBlock": self._end_html,
        }
        self._links: list[Mark | None] = []
        self._image_depth = 0
        self._image: list[AltPiece] = []
        self._code = ""
        self._html: list[Span] = []
        self._notes: list[tuple[str, int]] = []

    def read(self, events: Iterable[Event]) -> None:
        """Read all events."""
        offset, words = self._offset, self._words
        for event, place in events:
            name: str
            kind: str
            value: Any
            name, value = next(iter(event.items())) if event.__class__ is dict else (event, None)
            if name == "Text":
                words(value, offset(place["start"]), offset(place["end"]))
                continue
            if self._run_end:
                self._flush()
            if name in ("Start", "End"):
                kind, detail = next(iter(value.items())) if value.__class__ is dict else (value, None)
                if kind not in _EMPHASIS:
                    self._holder(name, kind, detail, place)
            elif (act := self._acts.get(name)) and (start := offset(place["start"])) >= self._tags.read_until:
                act(value, start, offset(place["end"]))
        self._flush()
        self._writer.boundary()

    def _holder(self, name: str, kind: str, detail: Any, place: dict[str, int]) -> None:
        """Enter or leave what holds words."""
        act = self._acts.get(f"{name} {kind}")
        if act:
            act(detail, self._offset(place["start"]), self._offset(place["end"]))
        elif name == "Start":
            self._writer.enter(f"#{kind}", _KINDS.get(kind), fixed=True)
        else:
            self._leave(kind)

    # -- words ---------------------------------------------------------------------------------------

    def _words(self, value: str, start: int, end: int) -> None:
        verbatim = self._text[start:end] == value
        if self._code or self._image_depth:
            self._passed_over(value if not verbatim else None, start, end)
        elif verbatim and start == self._run_end:
            self._run_end = end
        else:
            self._flush()
            if verbatim:
                self._run_start, self._run_end = start, end
            elif start >= self._tags.read_until and not self._tags.silent:
                self._writer.stand_for(value, start, end)

    def _flush(self) -> None:
        start, end = max(self._run_start, self._tags.read_until), self._run_end
        self._run_start = self._run_end = 0
        if start < end:
            if self._tags.silent:
                self._tags.text(start, end)
            else:
                self._writer.text(start, end)

    def _passed_over(self, value: str | None, start: int, end: int) -> None:
        """Keep the words of an image for later, count those of code."""
        self._flush()
        if self._image_depth:
            self._image.append(AltPiece(value, start, end))
        elif self._code == "prose":
            self._writer.text(start, end)
        else:
            self._writer.count("code", self._writer.source.text[start:end])

    def _on_break(self, value: None, start: int, end: int) -> None:
        if self._image_depth:
            self._image.append(AltPiece(" ", start, end))
        else:
            self._writer.space(start, end)

    def _on_code(self, value: str, start: int, end: int) -> None:
        if self._image_depth:
            self._image.append(AltPiece(STAND_IN, start, end))
        elif not self._tags.silent:
            self._writer.object(start, end)
            self._writer.count("code", value)

    def _on_tag(self, value: str, start: int, end: int) -> None:
        if not self._image_depth:
            for token in tokens(self._text, start, end):
                self._tags.read(token, self._text)

    def _on_html(self, value: str, start: int, end: int) -> None:
        self._html.append(Span(start, end))

    def _on_note(self, value: str, start: int, end: int) -> None:
        if not self._image_depth:
            self._writer.cite("footnote", value)

    def _on_rule(self, value: None, start: int, end: int) -> None:
        self._writer.boundary()

    # -- what holds the words ------------------------------------------------------------------------

    def _leave(self, kind: str) -> None:
        self._tags.end_of_words()
        self._writer.leave(f"#{kind}", through_fixed=True)

    def _start_heading(self, detail: dict[str, Any], start: int, end: int) -> None:
        self._writer.enter("#Heading", "heading", int(detail["level"][1]), fixed=True)

    def _start_quotation(self, detail: str | None, start: int, end: int) -> None:
        callout = detail is not None or _CALLOUT.match(self._writer.source.text, start)
        self._writer.enter("#BlockQuote", None if callout else "quote", fixed=True)

    def _start_list(self, detail: int | None, start: int, end: int) -> None:
        level = self._writer.frame.level + 1 if self._writer.frame.kind != "heading" else 1
        self._writer.enter("#List", level=level, lead=self._writer.lead(), fixed=True)

    def _start_definitions(self, detail: None, start: int, end: int) -> None:
        self._writer.enter("#DefinitionList", level=self._writer.frame.level + 1, lead=-1, fixed=True)

    def _start_table(self, detail: Any, start: int, end: int) -> None:
        self._writer.enter("#Table", lead=self._writer.lead(), fixed=True)

    def _start_note(self, detail: str, start: int, end: int) -> None:
        self._writer.enter("#FootnoteDefinition", "paragraph", fixed=True)
        self._notes.append((detail, len(self._writer.blocks)))

    def _end_note(self, detail: Any, start: int, end: int) -> None:
        self._leave("FootnoteDefinition")
        label, first = self._notes.pop()
        last = len(self._writer.blocks) - 1
        if first <= last:
            self._writer.footnotes.setdefault(label, self._writer.blocks.span(first, last))

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

    def _start_code(self, detail: Any, start: int, end: int) -> None:
        # MDX has no indented code: what is indented stands inside a component.
        self._code = "prose" if self._mdx and detail == "Indented" else "code"
        self._writer.enter("#CodeBlock", fixed=True)

    def _end_code(self, detail: Any, start: int, end: int) -> None:
        self._code = ""
        self._leave("CodeBlock")

    def _end_html(self, detail: Any, start: int, end: int) -> None:
        """Read the lines of a block of HTML as one: a tag may reach over several."""
        lines, self._html = self._html, []
        if lines:
            for token in tokens(self._text, lines[0].start, lines[-1].end):
                self._tags.read(token, self._text)
