"""Single studies without a name, and links that nobody is said to have seen."""

from __future__ import annotations

import pytest

from kratomlint.code_checks import lone_studies
from kratomlint.document import Document
from kratomlint.knowledge import Knowledge
from kratomlint.language.lexicon import build
from kratomlint.readers import parse
from kratomlint.source import decode

KNOWLEDGE = Knowledge(
    {"substances": build("substances", ["kava"]), "organisations": build("organisations", ["cdc"])}, {}
)
ON_KAVA = "Kava grows in Fiji, kava is drunk there, and we sell kava.\n\n"


def read(text: str) -> Document:
    return parse(decode(text.encode(), "a.md"), published=(), knowledge=KNOWLEDGE)


def lone(text: str) -> list[str]:
    document = read(text)
    return [hit.span.cut(document.prose.text) for hit in lone_studies.lone(document)]


def tied(text: str) -> list[str]:
    document = read(text)
    return [hit.span.cut(document.prose.text) for hit in lone_studies.tied(document)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("One small trial found calmer drinkers.", "One small trial found"),
        ("A 2019 study showed it.", "A 2019 study showed"),
        ("A survey of 40 nurses came first.", "A survey of 40 nurses"),
        ("Worry trial: 30% calmer.", "Worry trial"),
        ("One trial found no calm.", "One trial found"),
        ("One trial looked at rowers.", "One trial looked"),
        (
            "A number of trials have looked at rowers and found calm.",
            "A number of trials have looked at rowers and found",
        ),
        ("One little trial with rowers came out flat.", "One little trial with rowers came out"),
        ("The largest study, 40 nurses, is old.", "The largest study, 40 nurses"),
        ("A 2015 review called the evidence weak.", "A 2015 review called the evidence"),
        ("Swiss researchers gave it to clerks.", "Swiss researchers gave"),
        ("Rowers are calm, and the ones on kava slept longer.", "the ones on kava slept longer"),
    ],
)
def test_a_study_without_a_name_counts_where_a_substance_is_the_subject(text: str, words: str) -> None:
    assert lone(ON_KAVA + text) == [words]
    assert lone(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "One trial had too few drinkers.",
        "One trial was stopped.",
        "A number of trials have looked at rowers.",
        "A couple of studies have compared it with beer.",
        "The KAVASTUDY trial: 30% calmer.",
        "A CDC study found it in milk.",
        "Worry trial: in Suva.",
        "We recruited forty adults. One trial found calm.",
    ],
)
def test_a_study_that_was_too_small_has_a_name_or_is_the_writers_own_does_not(text: str) -> None:
    assert lone(ON_KAVA + text) == []


def test_how_those_fared_who_took_it_belongs_to_the_study_told_of_before() -> None:
    assert lone(ON_KAVA + "A trial had forty rowers. The ones on kava slept longer.") == ["A trial had"]
    assert lone(ON_KAVA + "It was tried (Sarris 2013). The ones on kava slept longer.") == []
    assert lone(ON_KAVA + "It was tried (Sarris 2013).\n\nThe ones on kava slept longer.") == [
        "The ones on kava slept longer"
    ]


def test_a_benefit_is_tied_to_something_and_a_harm_may_be() -> None:
    assert tied(ON_KAVA + "Kava is associated with deep relaxation.") == ["is associated with"]
    assert tied(ON_KAVA + "Kava is associated with liver injury.") == []
    assert tied("Sport is associated with deep relaxation.") == []
