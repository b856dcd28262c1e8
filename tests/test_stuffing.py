"""Questions that a paragraph drops for a search engine."""

from __future__ import annotations

import pytest

from kratomlint.code_checks.stuffing import stray_question
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
