"""Questions that a paragraph drops for a search engine."""

from __future__ import annotations

import pytest

from kratomlint.code_checks.stuffing import bare_question, keyword_list, name_repeated, phrase_as_name, stray_question
from kratomlint.document import Document
from kratomlint.knowledge import Knowledge
from kratomlint.language.lexicon import build
from kratomlint.readers import parse
from kratomlint.source import decode

KNOWLEDGE = Knowledge({"substances": build("substances", ["kava"])}, {})


def read(text: str) -> Document:
    return parse(decode(text.encode(), "a.md"), published=(), knowledge=KNOWLEDGE)


def found(text: str) -> list[str]:
    document = read(text)
    return [hit.span.cut(document.prose.text) for hit in stray_question(document)]


@pytest.mark.parametrize(
    "after", ["This article looks at its history.", "In this post we go to Fiji.", "We will explore the law."]
)
def test_a_question_that_the_next_sentence_passes_over_is_stray(after: str) -> None:
    assert found(f"Kava comes from Vanuatu. Is kava legal in Ohio? {after}") == ["Is kava legal in Ohio?"]


@pytest.mark.parametrize(
    "text",
    [
        "Kava comes from Vanuatu. Is kava legal in Ohio? It is.",
        "Is kava legal in Ohio? This article looks at the law.",
        "Kava comes from Vanuatu. Is kava legal in Ohio?",
        "What is kava? Is kava legal in Ohio? This article has the answers.",
        "Kava comes from Vanuatu. Is it legal in Ohio? This article looks at its history.",
        "# Is kava legal in Ohio?\n\nThis article looks at the law.",
    ],
)
def test_an_answered_an_opening_a_closing_and_a_listed_question_are_none(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("kava tea Suva, kava bar Suva, best kava Suva", True),
        ("dream tea North Suva | sleep tea North Suva | calm tea North Suva", True),
        ("nettle tea, lime tea, black coffee", False),
        ("no fever, no rash, no cough", False),
        ("kava tea 5 g, kava tea 10 g, kava tea 20 g", False),
        ("Kava tea is here, kava bars are there, kava is sold", False),
        ("kava, kava, kava", False),
    ],
)
def test_a_row_of_phrases_about_one_thing_is_a_keyword_list(text: str, listed: bool) -> None:
    document = read(text + "\n")
    assert [hit.span.cut(document.prose.text) for hit in keyword_list(document)] == [text] * listed


@pytest.mark.parametrize(
    ("heading", "typed"),
    [
        ("does kava make you sleepy", True),
        ("Does kava make you sleepy", False),
        ("does kava make you sleepy?", False),
        ("kava and sleep", False),
        ("does tea make you sleepy", False),
    ],
)
def test_a_question_in_lower_case_without_its_mark_was_typed(heading: str, typed: bool) -> None:
    document = read(f"## {heading}\n")
    assert [hit.span.cut(document.prose.text) for hit in bare_question(document)] == [heading] * typed


@pytest.mark.parametrize(
    "sentence, count",
    [
        ("You know what kava is, how kava works and who needs kava.", 1),
        ("You know what kava is and how kava works.", 0),
        ("Kava root, kava leaf and kava tea are brown.", 0),
    ],
)
def test_a_name_is_written_too_often_where_it_stands_alone_three_times(sentence: str, count: int) -> None:
    sold = "Our kava is fresh. Buy kava today.\n\n"
    assert len(list(name_repeated(read(sold + sentence)))) == count
    assert not list(name_repeated(read(f"- {sentence}")))


_OFTEN = "We drank kava for sleep, and sold kava for sleep. Some buy kava for sleep; some hate kava for sleep. "


@pytest.mark.parametrize(
    ("text", "forced"),
    [
        ("Kava for sleep is a gift.", True),
        ("See how kava for sleep works.", True),
        ("Ten ways kava for sleep can help.", True),
        ("Trials make kava for sleep a must.", True),
        ("Are you new to kava for sleep?", True),
        ("Using kava for sleep is a habit.", False),
        ("Best kava for sleep is rare.", False),
        ("They make kava for sleep in Fiji.", False),
        ("Kava for work is a gift.", False),
    ],
)
def test_a_search_phrase_that_keeps_coming_back_is_no_name(text: str, forced: bool) -> None:
    document = read(_OFTEN + text)
    assert bool([*phrase_as_name(document)]) is forced
    assert [*phrase_as_name(read(text))] == []
