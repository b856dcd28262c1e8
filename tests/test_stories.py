"""Who got well by their own account, and what is none."""

from __future__ import annotations

import pytest

from kratomlint.code_checks import stories
from kratomlint.document import Document
from kratomlint.knowledge import Knowledge
from kratomlint.language.lexicon import build
from kratomlint.readers import parse
from kratomlint.source import decode

KNOWLEDGE = Knowledge(
    {"substances": build("substances", ["kava"]), "conditions": build("conditions", ["headache"], inflect="noun")}, {}
)
ON_KAVA = "Kava grows in Fiji, kava is drunk there, and we sell kava.\n\n"


def read(text: str) -> Document:
    return parse(decode(text.encode(), "a.md"), published=(), knowledge=KNOWLEDGE)


def lived(text: str) -> list[str]:
    document = read(text)
    return [hit.span.cut(document.prose.text) for hit in stories.lived(document)]


def praised(text: str) -> list[str]:
    document = read(ON_KAVA + text)
    return [hit.span.cut(document.prose.text) for hit in stories.testimonial(document)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("By June my skin had cleared.", "skin had cleared"),
        ("I have lost ten pounds.", "lost ten pounds"),
        ("We never looked back.", "never looked back"),
        ("My inhaler went in the bin.", "inhaler went in the bin"),
    ],
)
def test_what_the_writer_lived_through_is_a_story_in_any_text(text: str, words: str) -> None:
    assert lived(text) == [words]


def test_what_somebody_else_lived_through_is_a_story_where_a_substance_is_the_subject() -> None:
    assert lived("She threw away her pills.") == []
    assert lived(ON_KAVA + "She threw away her pills.") == ["threw away her pills"]


@pytest.mark.parametrize(
    "text",
    [
        "My skin cleared, and then I was in hospital.",
        "Has my skin cleared?",
        "My skin might have cleared.",
        "I lost my keys.",
        "I lost nine pounds and lied to my wife.",
        "Case reports tell of good results with it, and our nurse uses it.",
        "We recruited forty adults. My skin cleared.",
    ],
)
def test_a_harm_a_question_a_wish_and_a_report_are_no_story(text: str) -> None:
    assert lived(text) == []


def test_a_signed_quotation_is_praise_where_it_speaks_of_health() -> None:
    assert praised("“The jar is pretty. No headache since.” – Nora P.") == ["No headache since.”"]


@pytest.mark.parametrize(
    "text",
    [
        "“The jar is pretty.” – Nora P.",
        "“No headache since.” – Dr. Nora Park",
        "“No headache since.”",
        "“The headache got worse.” – Nora P.",
    ],
)
def test_a_jar_an_expert_a_nameless_quotation_and_a_complaint_are_no_praise(text: str) -> None:
    assert praised(text) == []
