"""How people lay out text without markup."""

from __future__ import annotations

import pytest

from kratomlint.document import Document
from kratomlint.readers import SUFFIXES, parse
from kratomlint.source import SourceFile

LONG = "Green leaves are picked by hand, dried in the shade and then milled to a fine powder before anyone weighs them."
LONGER = f"{LONG} The powder is sieved twice, and what is left in the sieve is milled again until nothing is left."


def read(text: str) -> Document:
    return parse(SourceFile("a.txt", text))


def words(text: str) -> list[tuple[str, str]]:
    document = read(text)
    return [(block.kind, block.span.cut(document.prose.text)) for block in document.blocks]


def test_a_line_is_a_paragraph_where_lines_are_long() -> None:
    assert words(f"{LONG}\n{LONGER}\r\n{LONG}") == [
        ("paragraph", LONG),
        ("paragraph", LONGER),
        ("paragraph", LONG),
    ]


def test_an_outline_between_paragraphs_is_a_list() -> None:
    text = f"{LONG}\n- How Leaves Are Picked\n- How Leaves Are Dried: An Overview\nHow Leaves Are Picked\n{LONGER}\nHow Leaves Are Dried: An Overview\n{LONGER}"
    document = read(text)
    assert words(text) == [
        ("paragraph", LONG),
        ("item", "How Leaves Are Picked"),
        ("item", "How Leaves Are Dried: An Overview"),
        ("heading", "How Leaves Are Picked"),
        ("paragraph", LONGER),
        ("heading", "How Leaves Are Dried: An Overview"),
        ("paragraph", LONGER),
    ]
    assert [block.lead for block in document.blocks if block.kind == "item"] == [0, 0]
    assert document.blocks[4].heading_path == ("How Leaves Are Picked",)
    assert document.blocks[6].heading_path == ("How Leaves Are Dried: An Overview",)


def test_the_first_line_may_be_the_title() -> None:
    document = read(f"How leaves are dried\n\n{LONG}\n\nWhat next?\n\n{LONG}")
    assert [(block.kind, block.level) for block in document.blocks] == [
        ("heading", 1),
        ("paragraph", 0),
        ("heading", 2),
        ("paragraph", 0),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "It is dried in the shade.",
        "It is dried for these reasons:",
        "in the shade",
        "This line has no stop at its end and yet it is far too long and wordy to be anything like a heading of a text",
    ],
)
def test_a_line_that_reads_like_a_sentence_is_a_paragraph(line: str) -> None:
    assert words(f"{LONG}\n{line}\n{LONGER}")[1] == ("paragraph", line)


def test_a_short_line_above_a_list_is_a_heading() -> None:
    assert words(f"{LONG}\nReferences\n1. One\n2. Two")[1:] == [
        ("heading", "References"),
        ("item", "One"),
        ("item", "Two"),
    ]
    assert words(f"{LONG}\nIt is used for these things by most of the people\n- one")[1][0] == "paragraph"


def test_a_short_last_line_is_a_paragraph() -> None:
    assert words(f"{LONG}\nThe End") == [("paragraph", LONG), ("paragraph", "The End")]


@pytest.mark.parametrize("marker", ["-", "*", "•", "1.", "12)", "(3)", "a)", "–"])
def test_list_markers_are_no_words(marker: str) -> None:
    assert words(f"{LONG}\n{marker} one two\n{marker} three") == [
        ("paragraph", LONG),
        ("item", "one two"),
        ("item", "three"),
    ]


def test_indented_items_lie_deeper() -> None:
    document = read(f"{LONG}\n- one\n  - two\n\t- three\n- four")
    assert [block.level for block in document.blocks[1:]] == [1, 2, 3, 1]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_wrapped_lines_are_joined(line_end: str) -> None:
    text = """How leaves are dried

Green leaves are picked by hand and then dried in the shade for
several days. Some growers turn them every few hours, and others
leave them alone.

Then they are milled:

- twice, where the powder has to be as fine as the flour of a very
  good baker
- once

That is all there is to say about the milling of the leaves, which
is a pity."""
    assert words(text.replace("\n", line_end)) == [
        ("heading", "How leaves are dried"),
        (
            "paragraph",
            "Green leaves are picked by hand and then dried in the shade for several days. "
            "Some growers turn them every few hours, and others leave them alone.",
        ),
        ("paragraph", "Then they are milled:"),
        ("item", "twice, where the powder has to be as fine as the flour of a very good baker"),
        ("item", "once"),
        ("paragraph", "That is all there is to say about the milling of the leaves, which is a pity."),
    ]


def test_short_lines_are_not_joined() -> None:
    assert words("One short line.\nAnother one.\nA third line.") == [
        ("paragraph", "One short line."),
        ("paragraph", "Another one."),
        ("paragraph", "A third line."),
    ]


def test_markup_is_words_but_directives_are_not() -> None:
    document = read(f"<!-- kratomlint-disable x -->\n{LONG} *a* <b> &amp; https://example.org/x.")
    assert document.prose.text == f"{LONG} *a* <b> &amp; \ufffc."
    assert [one.text for one in document.directives] == ["kratomlint-disable x"]
    assert [one.target for one in document.citations] == ["https://example.org/x"]


def test_number_signs_make_headings() -> None:
    document = read(f"# One\n{LONG}\n## Two\n{LONG}")
    assert [(block.kind, block.level) for block in document.blocks] == [
        ("heading", 1),
        ("paragraph", 0),
        ("heading", 2),
        ("paragraph", 0),
    ]


def test_the_suffix_chooses_the_reader() -> None:
    read_as = {
        suffix: parse(SourceFile(f"A{suffix.upper()}", "*a* <b>b</b>")).prose.text for suffix in (*SUFFIXES, ".rst", "")
    }
    assert read_as == {
        **dict.fromkeys((".md", ".markdown", ".mdown", ".mkd", ".mdx"), "a b"),
        **dict.fromkeys((".html", ".htm", ".xhtml"), "*a* b"),
        **dict.fromkeys((".txt", ".rst", ""), "*a* <b>b</b>"),
    }
