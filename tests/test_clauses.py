"""Which words of a sentence a denial or a question reaches."""

from __future__ import annotations

import pytest

from kratomlint.language.guards import asked, negated
from kratomlint.readers import parse
from kratomlint.source import decode
from kratomlint.span import Span


def reaches(guard: object, text: str) -> bool:
    """Say whether the guard holds for the words that stand between brackets."""
    start, end = text.index("["), text.index("]") - 1
    document = parse(decode(text.replace("[", "").replace("]", "").encode(), "a.txt"), published=())
    return guard(document, Span(start, end))  # type: ignore[operator]


@pytest.mark.parametrize(
    "text",
    [
        "The herb has not yet been [proven] to work.",
        "The claim that it [cures pain] is not supported.",
        "While the seller says that it does, it is no [cure].",
    ],
)
def test_words_that_are_denied(text: str) -> None:
    assert reaches(negated, text)


@pytest.mark.parametrize(
    "text",
    [
        "No, it is [harmless].",
        "While it [relieves pain], it is not a cure.",
        "Some studies [link it to sleep], although a cause has not been shown.",
        "It does not sedate, yet it is [harmless].",
    ],
)
def test_words_that_a_denial_elsewhere_leaves_alone(text: str) -> None:
    assert not reaches(negated, text)


def test_a_reason_after_a_question_is_no_question() -> None:
    assert not reaches(asked, "Readers ask whether it harms the liver, as [studies suggest a link].")


def test_did_you_know_tells() -> None:
    assert not reaches(asked, "Did you know that it [affects millions]?")
