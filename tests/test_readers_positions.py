"""Positions are exact, whatever the file looks like."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kratomlint.document import BLOCK_BREAK, Document
from kratomlint.readers import parse
from kratomlint.source import SourceFile
from kratomlint.span import Span

PIECES = [
    "Kratom", "tea", "e.g.", "Dr.", "5", "mg", "word", "’s", "“quoted”", "ünïcödé", "𝒌ratom", "e\u0301", "🌿", "\ufffc",
    " ", "  ", "\t", "\n", "\n\n", "\r\n", "\r", "\x85", "\u2028", "\u00a0", ".", "?", "!", "…", ",", ": ", ". ",
    "*", "**", "_", "`", "``", "~~", "[", "]", "(", ")", "![", "](u)", "[a](b)", "[^1]", "\n\n[^1]: ", "[1]: /u\n", "\\", "\\*",
    "&amp;", "&nbsp;", "&#10;", "&#x41;", "&nosuch;", "&", "<", ">", "<b>", "</b>", "<br>", "<!-- c -->", "<!--", "-->",
    "<!-- kratomlint-disable x -->", "<sup>1</sup>", "<a href='u'>", "</a>", "<div>", "</div>", "<p>", "<li>", "<td>",
    "<img alt='an &amp; image'>", "<script>", "</script>", "<code>", "</code>", "<title>", "<meta name=description content='d e'>",
    "<blockquote>", "</blockquote>", "<h2>", "</h2>",
    "https://example.org/a_b?c=1&amp;d", "www.example.org.", "<https://example.org>",
    "\n# ", "\n## ", "\n> ", "\n> [!NOTE]\n> ", "\n- ", "\n  - ", "\n1. ", "\n    ", "\n```\n", "\n---\n", "\n===\n", "\n| a | b |\n|---|---|\n| ", " | ",
    "\n: ", "{{< x >}}", "{{ y }}", "{% z %}", "{{", "}}", "{", "}", "{/* kratomlint-disable y */}", "{/*", "<Card x={1}>", "</Card>",
    "import a from 'b'\n", "[[page|words]]", ":::note\n", "\x01", "\x02", "\x03",
    "---\ntitle: a 'b'\ndescription: \"c \\\"d\\\" \\u00e9\"\nfaq:\n- q: >\n    e\n    f\n---\n", "+++\ntitle = \"a\\tb\"\n+++\n",
]  # fmt: skip
NAMES = ["a.md", "a.mdx", "a.html", "a.txt"]
texts = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)
UNEVEN_SPACE = re.compile(r"[\t\n\r\x0b\x0c\x1c-\x1f\x85\u2028\u2029]|  ")


def read(text: str, name: str) -> Document:
    return parse(SourceFile(name, text))


@pytest.mark.parametrize("name", NAMES)
@given(text=texts)
@example(text="")
@example(text="\ufeff")
@example(text="[one<div>two](u)")
@example(text="> <div\n> class='x'>a</div>")
def test_pieces_cover_the_prose_and_lie_in_the_source(name: str, text: str) -> None:
    prose = read(text, name).prose
    position = 0
    for piece in prose.pieces:
        assert piece.prose.start == position < piece.prose.end
        assert 0 <= piece.source.start <= piece.source.end <= len(text)
        if piece.verbatim:
            assert piece.prose.cut(prose.text) == piece.source.cut(text)
        position = piece.prose.end
    assert position == len(prose.text)


@pytest.mark.parametrize("name", NAMES)
@given(text=texts)
def test_blocks_are_tidy_and_one_break_apart(name: str, text: str) -> None:
    document = read(text, name)
    words = [block.span.cut(document.prose.text) for block in document.blocks]
    assert BLOCK_BREAK.join(words) == document.prose.text
    for block in words:
        assert block == block.strip(" ") != ""
        assert not UNEVEN_SPACE.search(block)


@pytest.mark.parametrize("name", NAMES)
@given(text=texts, bounds=st.tuples(st.integers(0, 300), st.integers(0, 300), st.integers(0, 300)))
def test_a_wider_span_never_ends_earlier(name: str, text: str, bounds: tuple[int, int, int]) -> None:
    document = read(text, name)
    for block in document.blocks:
        start, end, wider = sorted(block.span.start + bound % (block.span.length + 1) for bound in bounds)
        source = document.prose.to_source(Span(start, end))
        assert source.end <= document.prose.to_source(Span(start, wider)).end
        assert 0 <= source.start <= source.end <= len(text)


@pytest.mark.parametrize("name", NAMES)
@given(text=texts, bounds=st.tuples(st.integers(0, 300), st.integers(0, 300)))
def test_what_is_verbatim_is_the_same_in_the_file(name: str, text: str, bounds: tuple[int, int]) -> None:
    prose = read(text, name).prose
    span = Span(*sorted(bound % (len(prose.text) + 1) for bound in bounds))
    if prose.is_verbatim(span):
        assert prose.to_source(span).cut(text) == span.cut(prose.text)


@pytest.mark.parametrize("name", NAMES)
@given(text=texts)
def test_sentences_are_the_words_of_their_blocks(name: str, text: str) -> None:
    document = read(text, name)
    for block, sentences in zip(document.blocks, document.sentences_by_block, strict=True):
        assert sentences[0].span.start == block.span.start
        assert sentences[-1].span.end == block.span.end
        for one, two in pairwise(sentences):
            assert one.span.end < two.span.start
            assert document.prose.text[one.span.end : two.span.start].isspace()
        assert all(sentence.text == sentence.span.cut(document.prose.text) for sentence in sentences)


@pytest.mark.parametrize("name", NAMES)
@given(text=texts)
def test_citations_lie_in_blocks_and_directives_in_the_source(name: str, text: str) -> None:
    document = read(text, name)
    for citation in document.citations:
        assert any(block.span.contains(citation.span) for block in document.blocks)
    for directive in document.directives:
        assert directive.text in directive.span.cut(text)
    for note in document.footnotes.values():
        assert Span(0, len(document.prose.text)).contains(note)


@pytest.mark.parametrize("name", NAMES)
@given(text=st.text(max_size=200))
def test_no_text_is_refused(name: str, text: str) -> None:
    read(text, name)
