"""Prose and its map to the source; what a document answers."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kratomlint.document import Document, Piece, Prose, ProseBuilder, fold
from kratomlint.readers import parse
from kratomlint.source import SourceFile
from kratomlint.span import Span

SOURCE = "a *b* &amp;  c"


def prose() -> Prose:
    builder = ProseBuilder(SOURCE)
    builder.keep(0, 2)
    builder.keep(3, 4)
    builder.keep(5, 6)
    builder.stand_for("&", 6, 11)
    builder.stand_for(" ", 11, 13)
    builder.keep(13, 14)
    return builder.finish()


def document(text: str = "# One\n\nTwo two. Three.\n\n- four") -> Document:
    return parse(SourceFile("a.md", text))


def test_prose_is_what_was_kept_and_what_stands_for_the_rest() -> None:
    assert prose().text == "a b & c"


@pytest.mark.parametrize(
    ("span", "source"),
    [
        (Span(0, 1), "a"),
        (Span(2, 3), "b"),
        (Span(0, 3), "a *b"),
        (Span(4, 5), "&amp;"),
        (Span(2, 5), "b* &amp;"),
        (Span(5, 7), "  c"),
        (Span(3, 3), ""),
        (Span(0, 7), SOURCE),
    ],
)
def test_a_span_maps_by_its_first_and_last_character(span: Span, source: str) -> None:
    assert prose().to_source(span).cut(SOURCE) == source


@pytest.mark.parametrize(
    ("span", "same"),
    [
        (Span(0, 2), True),
        (Span(2, 3), True),
        (Span(1, 3), False),
        (Span(4, 5), False),
        (Span(3, 3), False),
        (Span(6, 9), False),
    ],
)
def test_only_the_same_characters_at_one_place_are_verbatim(span: Span, same: bool) -> None:
    assert prose().is_verbatim(span) is same


def test_runs_that_touch_are_one_piece() -> None:
    builder = ProseBuilder("abcd")
    builder.keep(0, 1)
    builder.keep(1, 2)
    builder.keep(3, 4)
    assert builder.finish().pieces == (
        Piece(Span(0, 2), Span(0, 2), True),
        Piece(Span(2, 3), Span(3, 4), True),
    )


def test_empty_prose_maps_to_the_start() -> None:
    assert Prose("", ()).to_source(Span(0, 0)) == Span(0, 0)
    assert not Prose("", ()).is_verbatim(Span(0, 0))


def test_a_document_knows_what_holds_an_offset() -> None:
    found = document()
    at = found.prose.text.index("Three")
    sentence, block = found.sentence_at(at + 2), found.block_at(at + 2)
    assert sentence is not None
    assert block is not None
    assert (sentence.text, sentence.number, block.kind) == ("Three.", 2, "paragraph")
    assert found.sentence_at(-1) is None
    assert found.block_at(-1) is None
    assert [len(group) for group in found.sentences_by_block] == [1, 2, 1]
    assert found.words == 5


def test_an_answer_is_computed_once_and_stays_behind() -> None:
    found = document()
    asked: list[Document] = []

    def count(one: Document) -> int:
        asked.append(one)
        return len(one.sentences)

    assert (found.once(count), found.once(count), len(asked)) == (4, 4, 1)
    copy = pickle.loads(pickle.dumps(found))
    assert copy == found
    assert "_answers" not in vars(copy)


def test_folding_makes_quotes_hyphens_and_spaces_plain() -> None:
    assert fold("It’s “ONE”\u00a0non‑stop") == 'it\'s "one" non-stop'


@given(st.text())
def test_folding_keeps_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)
