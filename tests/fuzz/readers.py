"""The readers: whatever a file holds, it is read, and every word of the prose is where the map says it is."""

from __future__ import annotations

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from itertools import pairwise

from fuzz.texts import articles
from kratomlint.document import BLOCK_BREAK, Document
from kratomlint.readers import parse
from kratomlint.source import SourceFile, decode
from kratomlint.span import Span

inputs = articles()

_UNEVEN_SPACE = re.compile(r"[\t\n\r\x0b\x0c\x1c-\x1f\x85\u2028\u2029]|  ")
_MARKS = (("utf-8", BOM_UTF8), ("utf-16-le", BOM_UTF16_LE), ("utf-16-be", BOM_UTF16_BE))
# So many places of a document are tried with one another.
_MOST_PLACES = 24


def target(input: dict[str, str]) -> None:
    """Hold a file to every law, and to the same words with line ends of another kind."""
    document = read(input["text"], input["name"])
    for law in LAWS:
        law(document)
    places = _places(document)
    for start in places:
        for end in places:
            what_is_verbatim_is_the_same_in_the_file(document, Span(start, end))
            a_wider_span_never_ends_earlier(document, start, min(start, end), end)
    a_byte_order_mark_is_no_character(document.source)
    if "\r" not in input["text"]:
        other = read(input["text"].replace("\n", "\r\n"), input["name"])
        assert _words(other) == _words(document)


def read(text: str, name: str) -> Document:
    """Return the document of a file."""
    return parse(SourceFile(name, text))


def pieces_cover_the_prose_and_lie_in_the_source(document: Document) -> None:
    position, text = 0, document.source.text
    for piece in document.prose.pieces:
        assert piece.prose.start == position < piece.prose.end
        assert 0 <= piece.source.start <= piece.source.end <= len(text)
        if piece.verbatim:
            assert piece.prose.cut(document.prose.text) == piece.source.cut(text)
        position = piece.prose.end
    assert position == len(document.prose.text)


def no_two_pieces_stand_for_the_same_characters(document: Document) -> None:
    spans = sorted(piece.source for piece in document.prose.pieces if piece.source.length)
    assert all(one.end <= two.start for one, two in pairwise(spans))


def blocks_are_tidy_and_one_break_apart(document: Document) -> None:
    words = [block.span.cut(document.prose.text) for block in document.blocks]
    assert BLOCK_BREAK.join(words) == document.prose.text
    for block in words:
        assert block == block.strip(" ") != ""
        assert not _UNEVEN_SPACE.search(block)


def sentences_are_the_words_of_their_blocks(document: Document) -> None:
    text = document.prose.text
    for block, sentences in zip(document.blocks, document.sentences_by_block, strict=True):
        assert sentences[0].span.start == block.span.start
        assert sentences[-1].span.end == block.span.end
        for one, two in pairwise(sentences):
            assert one.span.end < two.span.start
            assert text[one.span.end : two.span.start].isspace()
        assert all(sentence.text == sentence.span.cut(text) for sentence in sentences)


def citations_lie_in_blocks_and_directives_in_the_source(document: Document) -> None:
    for citation in document.citations:
        assert any(block.span.contains(citation.span) for block in document.blocks)
    for directive in document.directives:
        assert directive.text in directive.span.cut(document.source.text)
    assert all(one.span.end <= two.span.start for one, two in pairwise(document.directives))
    for note in document.footnotes.values():
        assert Span(0, len(document.prose.text)).contains(note)


def a_comment_of_ours_lies_between_its_marks(document: Document) -> None:
    text = document.source.text
    for directive in document.directives:
        written, said = ("".join(words.split()) for words in (directive.span.cut(text), directive.text))
        # One that nothing closes ends with what it stands in.
        is_open = not text.startswith("-->", directive.span.end) and written == f"<!--{said}"
        assert is_open or written in (f"<!--{said}-->", f"{{/*{said}*/}}")


def folded_prose_is_as_long_as_the_prose(document: Document) -> None:
    assert len(document.folded) == len(document.prose.text)


def a_byte_order_mark_is_no_character(source: SourceFile) -> None:
    for encoding, mark in _MARKS:
        data = mark + source.text.encode(encoding)
        assert decode(data, source.path) == SourceFile(source.path, source.text, encoding, byte_order_mark=True)
        assert decode(data, source.path).to_bytes() == data


def what_is_verbatim_is_the_same_in_the_file(document: Document, span: Span) -> None:
    if document.prose.is_verbatim(span):
        assert document.prose.to_source(span).cut(document.source.text) == span.cut(document.prose.text)


def a_wider_span_never_ends_earlier(document: Document, start: int, end: int, wider: int) -> None:
    """`start`, `end`, `wider`: in rising order, within a block."""
    if not start <= end <= wider:
        return
    source = document.prose.to_source(Span(start, end))
    assert 0 <= source.start <= source.end <= len(document.source.text)
    assert source.end <= document.prose.to_source(Span(start, wider)).end


LAWS = (
    pieces_cover_the_prose_and_lie_in_the_source,
    no_two_pieces_stand_for_the_same_characters,
    blocks_are_tidy_and_one_break_apart,
    sentences_are_the_words_of_their_blocks,
    citations_lie_in_blocks_and_directives_in_the_source,
    a_comment_of_ours_lies_between_its_marks,
    folded_prose_is_as_long_as_the_prose,
)


def _places(document: Document) -> list[int]:
    """Return the places at which pieces meet, or some of them."""
    places = sorted({place for piece in document.prose.pieces for place in piece.prose})
    return places[:: len(places) // _MOST_PLACES + 1]


def _words(document: Document) -> object:
    kinds = [(block.kind, block.level, block.lead) for block in document.blocks]
    cited = [(citation.kind, citation.target, citation.span) for citation in document.citations]
    return document.prose.text, kinds, cited, [directive.text.split() for directive in document.directives]
