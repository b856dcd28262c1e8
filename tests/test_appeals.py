"""Lists of the ill for whom a product is said to be, and the power that a substance is said to have."""

from __future__ import annotations

import pytest

from kratomlint.code_checks.appeals import offered_to
from kratomlint.knowledge import Knowledge
from kratomlint.language.lexicon import build
from kratomlint.readers import parse
from kratomlint.source import decode
from kratomlint.testing import found as findings

KNOWLEDGE = Knowledge({"conditions": build("conditions", ["migraine", "joint pain"], "noun")}, {})


def found(text: str) -> list[str]:
    document = parse(decode(text.encode(), "a.md"), published=(), knowledge=KNOWLEDGE)
    return [hit.span.cut(document.prose.text) for hit in offered_to(document)]


@pytest.mark.parametrize("above", ["Ideal for:", "## Who should take it?", "## Perfect for"])
def test_a_list_of_people_for_whom_it_is_offers_a_treatment_to_the_ill(above: str) -> None:
    text = f"{above}\n\n- People with joint pain.\n- Busy parents\n- Those managing migraines"
    assert found(text) == ["People with joint pain", "Those managing migraines"]


@pytest.mark.parametrize(
    "above", ["Not ideal for:", "## Who should avoid it?", "The trial took in:", "## Side effects"]
)
def test_a_list_that_warns_or_reports_offers_nothing(above: str) -> None:
    assert found(f"{above}\n\n- People with joint pain") == []


def test_an_item_that_names_no_illness_is_none() -> None:
    assert found("Ideal for:\n\n- People with busy days") == []


@pytest.mark.parametrize(
    "text, praised",
    [
        ("Feel the power of valerian.", 1),
        ("Feel the healing power of valerian.", 1),
        ("It joins the nerve-calming power of valerian to hops.", 0),
    ],
)
def test_a_power_that_names_its_effect_is_left_to_the_claims(text: str, praised: int) -> None:
    assert len(findings("overclaim/promotion-power", text)) == praised
