"""The gate opens for every key whose literal is there, with the automaton and without."""

from __future__ import annotations

import re
from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kratomlint.language import gate as module
from kratomlint.language.gate import Gate, Index
from kratomlint.language.needs import Needs, one_of

each_way = pytest.mark.parametrize("build_after", [0, 10_000, None], ids=["automaton", "little", "plain"])

KEYS = {
    "cure": one_of({"cure", "curing"}),
    "relief": one_of({"pain relief", "relief"}),
    "secure": one_of({"secure"}),
    "number": None,
    "empty": one_of({""}),
    "never": one_of({}),
}


def gate_of(needs: dict[str, Needs | None], build_after: int | None) -> Gate:
    return Gate(Index.of(needs), needs, build_after=build_after)


def opened(gate: Gate, folded: str) -> set[str]:
    """Return the keys that may match somewhere in a text."""
    return gate.always | gate.places(folded, [0]).keys()


@each_way
def test_a_key_is_open_when_one_of_its_literals_is_there(build_after: int | None) -> None:
    assert opened(gate_of(KEYS, build_after), "quick pain relief") == {"relief", "number", "empty"}


@each_way
def test_literals_inside_one_another_are_all_seen(build_after: int | None) -> None:
    hits = gate_of(KEYS, build_after).hits("a secure pain relief")
    assert {literal for _, _, literal in hits} == {"cure", "secure", "pain relief", "relief"}


@each_way
@pytest.mark.parametrize("text", ["pain  relief", "pain\nrelief", "pain \u2003\n relief", "pain\u0085relief"])
def test_any_run_of_whitespace_is_one_space(build_after: int | None, text: str) -> None:
    gate = gate_of({"relief": one_of({"pain relief"})}, build_after)
    assert opened(gate, text) == {"relief"}
    assert gate.hits("  a  \n" + text + "  b") == [(6, 6 + len(text), "pain relief")]


@each_way
def test_places_are_told_in_order_and_in_the_characters_of_the_text(build_after: int | None) -> None:
    gate = gate_of({"a": one_of({"ana"}), "b": one_of({"banana"})}, build_after)
    assert gate.hits("🌿 é banana") == [(4, 10, "banana"), (5, 8, "ana"), (7, 10, "ana")]


@each_way
def test_a_gate_without_literals_opens_what_is_always_open(build_after: int | None) -> None:
    assert opened(gate_of({}, build_after), "anything") == set()
    assert opened(gate_of({"number": None}, build_after), "") == {"number"}


def test_keys_that_were_not_chosen_stay_shut() -> None:
    gate = Gate(Index.of(KEYS), ["cure", "empty", "never"])
    assert opened(gate, "a secure pain relief") == {"cure", "empty"}


@each_way
def test_a_key_is_open_where_all_of_a_clause_is_there(build_after: int | None) -> None:
    benefit = (frozenset({"cure", "heal"}), frozenset({"sore", "ulcer"}))
    gate = gate_of({"benefit": (benefit, (frozenset({"miracle"}),))}, build_after)
    text = "it may heal. a sore. to cure an ulcer. a miracle."
    starts = [0, 13, 21, 39]
    assert dict(gate.places(text, starts)) == {"benefit": array("i", [2, 3])}
    assert dict(gate.places("it may heal. a sore.", starts)) == {}


def test_an_index_tells_what_each_key_needs() -> None:
    assert Index.of(KEYS).by_key() == KEYS


@each_way
def test_a_lone_surrogate_does_no_harm(build_after: int | None) -> None:
    assert gate_of(KEYS, build_after).hits("\ud800 relief") == [(2, 8, "relief")]


LITERALS = st.frozensets(st.text("ab é-", min_size=1, max_size=8).filter(lambda text: "  " not in text), max_size=8)
TEXTS = st.text("ab é-\n", max_size=40)


NEEDS = st.lists(st.lists(LITERALS, min_size=1, max_size=3).map(tuple), min_size=1, max_size=3).map(tuple)


@given(st.dictionaries(st.sampled_from("xyz"), st.none() | NEEDS), TEXTS)
def test_all_ways_of_searching_see_what_is_there(needs: dict[str, Needs | None], text: str) -> None:
    spaced = re.sub(r"\s+", " ", text)
    expected = {
        key
        for key, clauses in needs.items()
        if clauses is None
        or any(all(any(literal in spaced for literal in one) for one in clause) for clause in clauses)
    }
    automaton, little, in_python = (gate_of(needs, after) for after in (0, 10_000, None))
    assert Index.of(needs).by_key() == needs
    assert opened(automaton, text) == opened(little, text) == opened(in_python, text) == expected
    assert automaton.hits(text) == little.hits(text) == in_python.hits(text)


@each_way
@given(literals=LITERALS, text=TEXTS)
def test_every_place_holds_its_literal(literals: frozenset[str], text: str, build_after: int | None) -> None:
    for start, end, literal in gate_of({"key": ((literals,),)}, build_after).hits(text):
        assert re.sub(r"\s+", " ", text[start:end]) == literal


def test_what_is_seen_does_not_change_with_how_much_was_read() -> None:
    gate = gate_of(KEYS, 40)
    seen = [gate.hits("a secure pain relief") for _ in range(4)]
    assert seen == [seen[0]] * 4


@each_way
@given(literals=LITERALS, text=TEXTS, stretch=st.integers(min_value=1, max_value=9))
def test_a_long_text_is_searched_in_stretches_and_nothing_is_lost_between_them(
    literals: frozenset[str], text: str, stretch: int, build_after: int | None
) -> None:
    gate = gate_of({"key": ((literals,),)}, build_after)
    at_once = gate.hits(text), dict(gate.places(text, [0, 7]))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_STRETCH", stretch)
        assert (gate.hits(text), dict(gate.places(text, [0, 7]))) == at_once
