"""Markdown to documents. The only module that knows pyromark."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from kratomlint.document import Document
from kratomlint.knowledge import Knowledge
from kratomlint.late import late
from kratomlint.readers.frontmatter import LONE_RETURN, read_front_matter
from kratomlint.readers.markdown_events import Event, MarkdownReader
from kratomlint.readers.mask import Cover, mask_markdown_extras, mask_templates
from kratomlint.readers.plain import parse as parse_plain
from kratomlint.readers.writer import DocumentWriter
from kratomlint.source import SourceFile

_NOT_ASCII = late(r"[^\x00-\x7f]")


def parse(source: SourceFile, published: Sequence[str], knowledge: Knowledge, *, mdx: bool = False) -> Document:
    """Return the document of a Markdown file; of a plain one where the parser fails."""
    front = read_front_matter(source.text)
    # The parser knows a lone return as the end of a paragraph's line, but not of a heading's or an item's.
    masked = mask_templates(LONE_RETURN.sub("\n", source.text))
    text = masked.text
    if mdx:
        from kratomlint.readers.mdx import mask_mdx

        jsx = mask_mdx(text, front.end)
        text = jsx.text
    text = mask_markdown_extras(text)
    body = text[front.end :]
    offset = character_offsets(text, front.end)
    try:
        writer = DocumentWriter(source, without_gaps(text, parser_events(body), offset) if "<" in text else text)
        masked.tell(writer)
        if mdx:
            jsx.tell(writer)
        front.write(writer, published)
        MarkdownReader(writer, offset, mdx=mdx).read(parser_events(body))
    except ParserError:
        return parse_plain(source, knowledge)
    return writer.finish(front.metadata, knowledge)


class ParserError(Exception):
    """The parser fails on a text."""


def parser_events(text: str) -> Iterator[Event]:
    """Yield the parser's events with their ranges in UTF-8 bytes, none of them kept; raise `ParserError`."""
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
    try:
        events: Any = pyromark.events_with_range(text, options=options)
        yield from events
    except BaseException as error:
        if not isinstance(error, Exception) and type(error).__name__ != "PanicException":
            raise
        raise ParserError from error


def character_offsets(text: str, start: int) -> Callable[[int], int]:
    """Return what turns a byte's offset in `text[start:]` into a character's offset in `text`."""
    if text.isascii():
        return start.__add__
    ends, surplus = array("L", [0]), array("L", [0])
    extra = 0
    for match in _NOT_ASCII.finditer(text, start):
        character = match[0]
        width = 2 if character < "\u0800" else 3 if character < "\U00010000" else 4
        extra += width - 1
        ends.append(match.end() - start + extra)
        surplus.append(extra)
    return lambda byte: byte - surplus[bisect_right(ends, byte) - 1] + start


def without_gaps(text: str, events: Iterable[Event], offset: Callable[[int], int]) -> str:
    """Blank what stands between the lines of HTML: the marks of the quotations and lists around it."""
    cover = Cover(text)
    last = -1
    for event, place in events:
        if isinstance(event, dict) and "Html" in event:
            start = offset(place["start"])
            if 0 <= last < start:
                cover.lay(last, start, " ")
            last = offset(place["end"])
            continue
        last = -1
        if isinstance(event, dict) and "\n" in event.get("InlineHtml", ""):
            _cover_line_starts(cover, offset(place["start"]), offset(place["end"]), event["InlineHtml"])
    return cover.finish()


def _cover_line_starts(cover: Cover, start: int, end: int, value: str) -> None:
    """Blank what stands before each line of a tag that reaches over several."""
    position = start
    for line, seen in zip(cover.text[start:end].splitlines(True), value.splitlines(True), strict=False):
        cover.lay(position, position + len(line) - len(seen), " ")
        position += len(line)
