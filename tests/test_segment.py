"""Where sentences end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kratomlint.segment import LONGEST, sentences
from kratomlint.span import Span

# A bar stands where a sentence ends.
CASES = [
    "One.| Two!| Three?| Four",
    "No stop at all",
    "Really?!| Yes… it is.| Then…| Next",
    "He said “stop.”| She did not.| (Nobody did.)| Then it ended.",
    "“Is it safe?” he asked.| Nobody knew.",
    "Take e.g. Kratom or tea, i.e. Leaves, vs. Powder.| Ask.",
    "Ask Dr. Smith, Prof. Jones or St. John’s wort users.| Then decide.",
    "It is No. 2 on the list.| No.| It is not.",
    "See Fig. 3 and vol. 12, pp. 3.| Then read on.",
    "M. speciosa grows there.| J. Clin. Psychiatry printed it.| A. B. Miller wrote it.",
    "Smith et al. Reported it.| Smith et al. 2019 did not.",
    "It holds vitamin C.| It also holds vitamin D.| Hepatitis B.| The virus",
    "Sold in U.S. Food stores.",
    "It is banned in the U.S.| The law is clear.| Acme Inc. Powders are sold.| It is made by Acme Inc.| They deny it.",
    "Take it at 8 p.m.| Then rest.| The talk is at 8 p.m. Monday.",
    "They took 2.5 mg.| Others took 5 mg. were told.",
    "It costs $3.50.| It weighs 1.5 g.| 12 people came.",
    "Tea, powder, etc.| Others chew it.",
    "a period. the next in lower case is no new sentence",
    "It blocks the enzyme.| mRNA falls.| pH rises.",
    "Pain fell.[1]| Sleep rose.[2, 3]| Mood did not.¹²| It ended.",
    "Pain fell.1| Sleep rose.12,13| Mood fell.2–4| It ended.",
    "It holds B12.| Not so fast",
    "1. Take the leaves.| Dry them.",
    "Stop!| 🌿 Then go on.",
    "Wait...| What?| Nothing.",
    "In Jan. 2020 it began.| It ended in Jan.| Nobody knew.",
    "kratom starts low.| Then it goes on.",
    "Élan vital.| Être.| «Oui.»| Non.",
    "See \ufffc.| \ufffc is code.",
    "Visit example.com today.| Version 2.0 is out.",
    "The patient (e.g. Mr. Jones) slept.| He woke.",
    "spp. and subsp. names stay.| Mitragyna spp. Grow there.",
]


@pytest.mark.parametrize("marked", CASES)
def test_sentences_end_where_they_should(marked: str) -> None:
    text = marked.replace("|", "")
    found = [span.cut(text) for span in sentences(text, Span(0, len(text)))]
    assert found == [part.strip() for part in marked.split("|")]


def test_only_the_block_is_read() -> None:
    text = "Before. One. Two.\nAfter."
    assert [span.cut(text) for span in sentences(text, Span(8, 17))] == ["One.", "Two."]


def test_an_empty_block_has_no_sentence() -> None:
    assert sentences("", Span(0, 0)) == []


@given(st.lists(st.sampled_from([*"aZ1.?!…\"”') ([,;", "e.g.", "Dr.", " ", "[1]", "¹"])).map("".join))
def test_sentences_and_the_spaces_between_are_the_block(text: str) -> None:
    text = " ".join(text.split())
    spans = sentences(text, Span(0, len(text)))
    assert " ".join(span.cut(text) for span in spans) == text


def test_what_goes_on_without_a_stop_is_cut_between_two_words() -> None:
    text = "kava root tea " * 1000
    cut = [span.cut(text) for span in sentences(text, Span(0, len(text)))]
    assert " ".join(cut) == text
    assert [len(part) > LONGEST - 5 for part in cut[:-1]] == [True, True]
    assert max(map(len, cut)) <= LONGEST


def test_a_word_without_end_is_cut_too() -> None:
    text = "a" * (2 * LONGEST + 1)
    assert [span.length for span in sentences(text, Span(0, len(text)))] == [LONGEST, LONGEST, 1]
