"""A pattern of a card, as its editor writes it."""

import re

import pcre2
import pytest
import regex

from kratomlint.knowledge import Knowledge
from kratomlint.language.cue import by_pcre2
from kratomlint.language.lexicon import build
from kratomlint.language.literals import required
from kratomlint.language.needs import one_of
from kratomlint.language.patterns import Pattern, abridge, expand
from kratomlint.testing import catalogue_of

HERBS = Knowledge({"herbs": build("herbs", ["kava", "valerian"])}, {})


def test_a_pattern_may_be_broken_over_lines() -> None:
    assert expand("cures?\n  |heals? all\n", HERBS) == "cures?|heals? all"


def test_a_lexicon_stands_for_its_words() -> None:
    assert re.search(expand("{herbs} cures", HERBS), "valerian cures colds")


def test_a_broken_pattern_still_names_its_literals() -> None:
    assert required(expand("(?:panacea\n  |cure-all)", HERBS)) == one_of({"panacea", "cure-all"})


@pytest.mark.parametrize(
    "text", ["kava or valerian", "valerian or kava", "kava, kava", "kava or", "or", "avalerian or kava"]
)
@pytest.mark.parametrize(
    "expression",
    [
        r"\b{herbs} or {herbs}\b",
        r"(?<!a){herbs}(?= or)|{herbs}, {herbs}",
        r"(?<!{herbs} or ){herbs}",
        r"(?<!\bkava, )\b{herbs}(?: or {herbs})?",
        r"{herbs}",
    ],
)
def test_a_lexicon_that_is_written_once_still_stands_wherever_it_is_named(expression: str, text: str) -> None:
    found = [match.span() for match in pcre2.finditer(abridge(expression, HERBS), text)]
    assert found == [match.span() for match in regex.finditer(expand(expression, HERBS), text)]


def test_a_lexicon_that_is_named_twice_is_written_once() -> None:
    assert abridge("{herbs} or {herbs}", HERBS).count("valerian") == 1


def test_no_pattern_that_ships_is_too_large_for_the_quick_engine() -> None:
    knowledge = catalogue_of().knowledge
    cards = [card for card in catalogue_of().cards.values() if "pattern" in card.look]
    assert len(cards) > 100
    assert [card.id for card in cards if by_pcre2(abridge(card.look["pattern"], knowledge)) is None] == []


@pytest.mark.parametrize(
    ("expression", "literals"),
    [
        (r"[Mm]y (?:Kava|VALERIAN)\b", {"my kava", "my valerian"}),
        (r"(?i:KAVA) from [A-Z]\w+", {"kava from "}),
        ('[\u201c"]Kava', {'"kava'}),
    ],
)
def test_what_a_pattern_that_tells_capitals_needs_is_named_as_folded_text_has_it(
    expression: str, literals: set[str]
) -> None:
    assert Pattern(lambda: expression, case=True).needs() == one_of(literals)


def test_where_the_case_of_a_letter_depends_on_its_neighbours_nothing_is_named() -> None:
    assert Pattern(lambda: "Kava Σας", case=True).needs() is None
    assert Pattern(lambda: "kava σας").needs() == one_of({"kava σας"})
