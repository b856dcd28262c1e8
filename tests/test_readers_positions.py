"""Positions are exact, whatever the file looks like."""

from __future__ import annotations

import pytest
from fuzz import readers
from fuzz.readers import read
from fuzz.texts import NAMES
from fuzz.texts import markup as texts
from hypothesis import example, given
from hypothesis import strategies as st

from kratomlint.span import Span


@pytest.mark.parametrize("name", NAMES)
@given(text=texts)
@example(text="")
@example(text="\ufeff")
@example(text="[one<div>two](u)")
@example(text="> <div\n> class='x'>a</div>")
def test_pieces_cover_the_prose_and_lie_in_the_source(name: str, text: str) -> None:
    readers.pieces_cover_the_prose_and_lie_in_the_source(read(text, name))


@pytest.mark.parametrize("name", NAMES)
@given(text=texts)
def test_blocks_are_tidy_and_one_break_apart(name: str, text: str) -> None:
    readers.blocks_are_tidy_and_one_break_apart(read(text, name))


@pytest.mark.parametrize("name", NAMES)
@given(text=texts, bounds=st.tuples(st.integers(0, 300), st.integers(0, 300), st.integers(0, 300)))
def test_a_wider_span_never_ends_earlier(name: str, text: str, bounds: tuple[int, int, int]) -> None:
    document = read(text, name)
    for block in document.blocks:
        places = sorted(block.span.start + bound % (block.span.length + 1) for bound in bounds)
        readers.a_wider_span_never_ends_earlier(document, *places)


@pytest.mark.parametrize("name", NAMES)
@given(text=texts, bounds=st.tuples(st.integers(0, 300), st.integers(0, 300)))
def test_what_is_verbatim_is_the_same_in_the_file(name: str, text: str, bounds: tuple[int, int]) -> None:
    document = read(text, name)
    span = Span(*sorted(bound % (len(document.prose.text) + 1) for bound in bounds))
    readers.what_is_verbatim_is_the_same_in_the_file(document, span)


@pytest.mark.parametrize("name", NAMES)
@given(text=texts)
def test_sentences_are_the_words_of_their_blocks(name: str, text: str) -> None:
    readers.sentences_are_the_words_of_their_blocks(read(text, name))


@pytest.mark.parametrize("name", NAMES)
@given(text=texts)
def test_citations_lie_in_blocks_and_directives_in_the_source(name: str, text: str) -> None:
    readers.citations_lie_in_blocks_and_directives_in_the_source(read(text, name))


@pytest.mark.parametrize("name", NAMES)
@given(text=st.text(max_size=200))
def test_no_text_is_refused(name: str, text: str) -> None:
    read(text, name)
