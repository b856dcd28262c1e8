"""The forms in which a term is written."""

import tomllib
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from kratomlint.language.lexicon import INFLECTIONS, build, plural, verb_forms

LISTS = sorted((Path(__file__).parent.parent / "checks" / "lexicons").glob("*.toml"))


@pytest.mark.parametrize(
    "noun, many",
    [
        ("ache", "aches"),
        ("allergy", "allergies"),
        ("day", "days"),
        ("rash", "rashes"),
        ("itch", "itches"),
        ("stress", "stresses"),
        ("diagnosis", "diagnoses"),
        ("gas", "gases"),
        ("virus", "viruses"),
        ("lungs", "lungs"),
        ("diabetes", "diabetes"),
        ("cannabis", "cannabis"),
        ("osteoporosis", "osteoporoses"),
        ("panic attack", "panic attacks"),
        ("pregnant woman", "pregnant women"),
    ],
)
def test_the_plural_is_of_the_last_word(noun: str, many: str) -> None:
    assert plural(noun) == many


@pytest.mark.parametrize(
    "verb, forms",
    [
        ("cure", "cures cured curing"),
        ("relieve", "relieves relieved relieving"),
        ("stop", "stops stopped stopping"),
        ("help", "helps helped helping"),
        ("ease", "eases eased easing"),
        ("remedy", "remedies remedied remedying"),
        ("destroy", "destroys destroyed destroying"),
        ("soothe", "soothes soothed soothing"),
        ("free", "frees freed freeing"),
        ("tie", "ties tied tying"),
        ("control", "controls controlled controlling"),
        ("lower", "lowers lowered lowering"),
        ("fix", "fixes fixed fixing"),
        ("banish", "banishes banished banishing"),
        ("fight", "fights fought fighting"),
        ("break", "breaks broke broken breaking"),
        ("deter", "deters deterred deterring"),
        ("quit", "quits quit quitting"),
        ("cut", "cuts cut cutting"),
    ],
)
def test_a_verb_has_its_third_person_past_and_participles(verb: str, forms: str) -> None:
    assert list(verb_forms(verb)) == forms.split()


def test_of_a_phrase_the_first_word_is_the_verb() -> None:
    assert verb_forms("get rid of") == ("gets rid of", "got rid of", "gotten rid of", "getting rid of")


def test_a_hyphen_may_be_a_space() -> None:
    assert set(build("x", ["anti-anxiety effect"], "noun").forms) == {
        "anti-anxiety effect",
        "anti anxiety effect",
        "anti-anxiety effects",
        "anti anxiety effects",
    }


def test_every_form_leads_to_the_term_as_the_list_has_it() -> None:
    assert build("x", ["heal", "cure"], "verb").forms["healing"] == "heal"


def test_a_term_that_is_also_a_form_of_another_stays_itself() -> None:
    forms = build("x", ["relief", "relieve", "relieving"], "verb").forms
    assert forms["relieving"] == "relieving"


LETTERS = some.text("abcdeghilmnoprstuy", min_size=1, max_size=8)
TERMS = some.lists(some.lists(LETTERS, min_size=1, max_size=3).map(" ".join) | LETTERS, max_size=6)


@given(TERMS, some.sampled_from(INFLECTIONS))
def test_no_form_is_repeated_or_lost_and_none_leads_nowhere(terms: list[str], inflect: str) -> None:
    forms = build("x", terms, inflect).forms
    assert list(dict.fromkeys(forms.values())) == sorted(set(terms))
    assert set(terms) <= set(forms)
    assert all(forms[term] == term for term in terms)


@given(LETTERS)
def test_a_verb_has_no_form_twice_but_may_keep_its_own(verb: str) -> None:
    forms = verb_forms(verb)
    assert len(forms) == len(set(forms))
    assert forms[-1].endswith("ing")


@given(TERMS, some.sampled_from(INFLECTIONS), some.randoms())
def test_the_order_of_the_terms_makes_no_difference(terms: list[str], inflect: str, chance) -> None:
    shuffled = chance.sample(terms, len(terms))
    assert build("x", shuffled, inflect) == build("x", terms, inflect)


@pytest.mark.parametrize("path", LISTS, ids=[path.stem for path in LISTS])
def test_a_shipped_list_is_sorted_in_lower_case_and_without_repetition(path: Path) -> None:
    values = tomllib.loads(path.read_text(encoding="utf-8"))
    terms = values["terms"]
    assert values["title"]
    assert [term for term in terms if term != term.strip().lower()] == []
    assert [term for term, count in Counter(terms).items() if count > 1] == []
    assert terms == sorted(terms)
