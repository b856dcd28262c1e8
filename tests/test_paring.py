"""What is left of a pattern for a text finds there what the pattern finds, and holds nothing that cannot match."""

import pytest
import regex
from hypothesis import example, given
from test_literals import PATTERNS, SURROUNDINGS, Written

from kratomlint.card import Card
from kratomlint.card_text import unmark
from kratomlint.knowledge import Knowledge
from kratomlint.language import patterns
from kratomlint.language.lexicon import build
from kratomlint.language.literals import branches
from kratomlint.language.needs import regular
from kratomlint.language.paring import laid_out, pared
from kratomlint.language.patterns import Expression, brief
from kratomlint.readers import parse
from kratomlint.source import decode
from kratomlint.testing import catalogue_of

CATALOGUE = catalogue_of()
CARDS = [card for card in CATALOGUE.cards.values() if card.expressions]


def left(pattern: str, text: str) -> str:
    return pared(pattern, laid_out(branches(pattern, 0, 100)), text.__contains__)


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        (r"\b(?:kava|tea|oil)\b", "a cup of tea", r"\b(?:(?!)|tea|(?!))\b"),
        (r"\b(?:kava|kratom|oil)\b", "the oil", r"\b(?:(?!)|oil)\b"),
        (r"kava(?: tea)? helps", "kava helps", "kava(?:(?!))? helps"),
        ("kava|tea", "oil", "(?!)"),
        # Within what is left out nothing is looked for.
        (r"(?:green (?:tea|oil)|red tea)(?: cup)?", "green cup", r"(?!)"),
        (r"(?<!no )(?<!without )tea", "tea", "(?<!(?!))(?<!(?!))tea"),
        # Who asks for the group asks the match, whichever branch matched.
        (r"(?P<name>kava|tea) helps", "oil helps", r"(?P<name>(?!)) helps"),
        (r"(?:(?P<name>kava)|tea)", "tea", r"(?:(?P<name>(?!))|tea)"),
        # Of what may match everywhere nothing is known.
        (r"(?:\d+|\w) mg", "5 mg", r"(?:\d+|\w) mg"),
    ],
)
def test_what_cannot_match_in_a_text_is_left_out(pattern: str, text: str, expected: str) -> None:
    assert left(pattern, text) == expected


@given(PATTERNS, SURROUNDINGS, SURROUNDINGS)
@example((r"aa\s", "aa\t"), "", "")
def test_what_is_left_finds_what_the_pattern_finds(written: Written, before: str, after: str) -> None:
    pattern, text = written
    text = regular(before + text + after)
    try:
        found = [match.span() for match in regex.finditer(pattern, text)]
    except regex.error:
        return
    assert [match.span() for match in regex.finditer(left(pattern, text), text)] == found


def test_branches_of_few_characters_stay() -> None:
    assert pared("kava|kava root", laid_out(branches("kava|kava root", 5, 9)), "".__contains__) == "kava|(?!)"


def test_branches_that_need_one_of_many_words_stay() -> None:
    pattern = "(?:kava|kratom) tea|oil"
    assert pared(pattern, laid_out(branches(pattern, 9, 1)), "".__contains__) == pattern
    assert pared(pattern, laid_out(branches(pattern, 9, 2)), "".__contains__) == "(?!)|oil"


def test_words_of_a_text_that_lie_on_two_lines_are_found() -> None:
    assert regular("green\n tea") == regular("green  tea") == regular("green\ttea") == "green tea"
    assert regular(" tea ") == " tea "


HERBS = Knowledge({"herbs": build("herbs", ["kava", "valerian root"])}, {})


def test_of_a_lexicon_only_the_words_are_left_that_stand_in_the_text() -> None:
    expression = "{herbs} (?:cures every known (?:cold|cough)|is sold in shops that we have never been to)"
    known = HERBS._replace(brief={patterns.name_of(expression): brief(expression, HERBS)})
    document = parse(decode(b"Kava cures every known cold.", "a.md"), knowledge=known)
    text = document.folded_sentences[0]
    assert patterns.pare(expression, known, document, text) == "(?:kava) (?:cures every known (?:cold|cough)|(?!))"
    assert [span.cut(text) for span in Expression(expression, known).spans(document)] == ["kava cures every known cold"]


@pytest.mark.parametrize("card", CARDS, ids=[card.id for card in CARDS])
def test_the_pattern_of_a_card_finds_the_same_whole_and_pared(card: Card, monkeypatch: pytest.MonkeyPatch) -> None:
    examples = [unmark(example)[0] for example in (*card.bad, *card.good)]
    documents = [parse(decode(example.encode(), "a.md"), knowledge=CATALOGUE.knowledge) for example in examples]
    for expression in card.expressions:
        asked = [Expression(expression, CATALOGUE.knowledge, card.look.get("case", False)) for _ in "ab"]
        monkeypatch.setattr(patterns, "_ASKED_LITTLE", 10_000)
        found = [asked[0].spans(document) for document in documents]
        monkeypatch.setattr(patterns, "_ASKED_LITTLE", -1)
        assert [asked[1].spans(document) for document in documents] == found
