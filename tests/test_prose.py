"""Prose and its map to the source."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kratomlint import prose as module
from kratomlint.prose import Piece, Pieces, Prose, ProseBuilder, count_words, stretches
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
    assert tuple(builder.finish().pieces) == (
        Piece(Span(0, 2), Span(0, 2), True),
        Piece(Span(2, 3), Span(3, 4), True),
    )


def test_empty_prose_maps_to_the_start() -> None:
    assert Prose("", Pieces()).to_source(Span(0, 0)) == Span(0, 0)
    assert not Prose("", Pieces()).is_verbatim(Span(0, 0))


def test_a_character_past_a_stand_in_is_the_next_one_of_the_file() -> None:
    pieces = prose().pieces
    assert [(pieces.source_start(at), pieces.source_end(at)) for at in range(7)] == [
        *((0, 1), (1, 2), (3, 4), (5, 6), (6, 11), (11, 13), (13, 14))
    ]


@given(st.text(alphabet="ab \n\u00a0", max_size=60), st.integers(min_value=1, max_value=9))
def test_stretches_are_the_text_and_cut_no_word(text: str, length: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_STRETCH", length)
        assert "".join(stretches(text)) == text
        assert count_words(text) == len(text.split())
