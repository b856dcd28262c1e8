"""That no pattern takes more than its share of a longer text. Steps are counted, on the worst texts that a pattern's pieces make."""

import pytest
import shipped
from growing import Asked, grows

from kratomlint.card import Card
from kratomlint.testing import catalogue_of, unmark

CATALOGUE = catalogue_of()
CARDS = [card for card in CATALOGUE.cards.values() if any(shipped.of_card(card, shipped.few_words()))]
IN_MODULES = shipped.of_modules()
IN_FUNCTIONS = {
    **{f"{place.function}:{place.asked.pattern}": place.asked for place in shipped.in_functions() if place.asked},
    **{f"{name}[{number}]": asked for name, held in shipped.made().items() for number, asked in enumerate(held)},
}
# What proselint takes for a phrase; the bridge hands it no longer words, and one space or a blank line between them.
PHRASE = r"(?<![A-Za-z'-])(\w+(?:\s+\w+){0,3})(\s+\1)+(?![A-Za-z'-])"
SHORT_PHRASE = PHRASE.replace(r"\w+", r"\w{1,59}").replace(r"\s+\w", r"\s{1,2}\w")


@pytest.mark.parametrize("card", CARDS, ids=[card.id for card in CARDS])
def test_what_the_pattern_of_a_card_takes_grows_with_the_text_and_no_faster(card: Card) -> None:
    examples = [unmark(example)[0].lower() for example in card.bad[:2]]
    for asked in shipped.of_card(card, shipped.few_words()):
        assert next(grows(asked, examples), None) is None


@pytest.mark.parametrize("asked", IN_MODULES.values(), ids=IN_MODULES)
def test_what_a_pattern_in_the_code_takes_grows_with_the_text_and_no_faster(asked: Asked) -> None:
    assert next(grows(asked), None) is None


@pytest.mark.parametrize("asked", IN_FUNCTIONS.values(), ids=IN_FUNCTIONS)
def test_what_a_pattern_made_in_a_function_takes_grows_with_the_text_and_no_faster(asked: Asked) -> None:
    assert next(grows(asked), None) is None


def test_what_else_is_compiled_while_articles_are_read_grows_with_the_text_and_no_faster() -> None:
    known = {*shipped.as_written(CATALOGUE.knowledge)}
    known |= {asked.pattern for asked in (*IN_MODULES.values(), *IN_FUNCTIONS.values())}
    known = {shipped.as_compiled(pattern) for pattern in known}
    others = [
        found.asked
        for found in shipped.seen()
        if shipped.as_compiled(found.asked.pattern) not in known and not shipped.is_of_no_article(found.function)
    ]
    bounded = [asked._replace(pattern=asked.pattern.replace(PHRASE, SHORT_PHRASE)) for asked in others]
    assert [(asked, pieces) for asked in bounded if (pieces := list(grows(asked)))] == []


def test_every_function_that_has_a_pattern_compiled_is_known_by_its_patterns() -> None:
    compiling = {place.function for place in shipped.in_functions() if not place.asked}
    assert compiling - {found.function for found in shipped.seen()} - shipped.made().keys() == set()


@pytest.mark.parametrize(
    "pattern",
    [
        r"(?<!\w)\d[\d.,]*mg",
        r"\b(?:long |been )+loved",
        r"(?:\w+\s?)+!",
        r"(a+)+b",
        r"kava.*cures",
        r"\w+@",
        r"<!--.*?-->",
        r"\s+$",
        r"[\w-]*grade",
    ],
)
def test_a_pattern_that_grows_faster_is_told(pattern: str) -> None:
    assert list(grows(Asked(pattern)))


@pytest.mark.parametrize(
    "pattern", [r"\d{1,9}mg", r"\w++ ", r"^\s*x", r"kava.{0,40}cures", r"(?<!\\)\"(?:[^\"\\]++|\\.)*+\""]
)
def test_a_pattern_that_is_bounded_is_not_told(pattern: str) -> None:
    assert not list(grows(Asked(pattern)))
