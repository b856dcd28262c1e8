"""The gate opens for every key whose literal is there, with the automaton and without."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kratomlint.language import gate as module
from kratomlint.language.gate import Gate

both = pytest.mark.parametrize("compiled", [True, False], ids=["automaton", "plain"])

KEYS = {
    "cure": frozenset({"cure", "curing"}),
    "relief": frozenset({"pain relief", "relief"}),
    "secure": frozenset({"secure"}),
    "number": None,
    "empty": frozenset({""}),
    "never": frozenset[str](),
}


def opened(gate: Gate, folded: str) -> set[str]:
    """Return the keys that may match somewhere in a text."""
    return gate.always | gate.places(folded, [0]).keys()


@both
def test_a_key_is_open_when_one_of_its_literals_is_there(compiled: bool) -> None:
    assert opened(Gate(KEYS, compiled=compiled), "quick pain relief") == {"relief", "number", "empty"}


@both
def test_literals_inside_one_another_are_all_seen(compiled: bool) -> None:
    seen = Gate(KEYS, compiled=compiled).seen("a secure pain relief")
    assert seen == {"cure", "secure", "pain relief", "relief"}


@both
@pytest.mark.parametrize("text", ["pain  relief", "pain\nrelief", "pain \u2003\n relief", "pain\u0085relief"])
def test_any_run_of_whitespace_is_one_space(compiled: bool, text: str) -> None:
    gate = Gate({"relief": frozenset({"pain relief"})}, compiled=compiled)
    assert opened(gate, text) == {"relief"}
    assert gate.hits("  a  \n" + text + "  b") == [(6, 6 + len(text), 0)]


@both
def test_places_are_told_in_order_and_in_the_characters_of_the_text(compiled: bool) -> None:
    gate = Gate({"a": frozenset({"ana"}), "b": frozenset({"banana"})}, compiled=compiled)
    assert gate.literals == ("ana", "banana")
    assert gate.hits("🌿 é banana") == [(4, 10, 1), (5, 8, 0), (7, 10, 0)]


@both
def test_a_gate_without_literals_opens_what_is_always_open(compiled: bool) -> None:
    assert opened(Gate({}, compiled=compiled), "anything") == set()
    assert opened(Gate({"number": None}, compiled=compiled), "") == {"number"}


@both
def test_a_lone_surrogate_does_no_harm(compiled: bool) -> None:
    gate = Gate(KEYS, compiled=compiled)
    assert gate.hits("\ud800 relief") == [(2, 8, gate.literals.index("relief"))]


LITERALS = st.frozensets(st.text("ab é-", min_size=1, max_size=5).filter(lambda text: "  " not in text), max_size=8)
TEXTS = st.text("ab é-\n", max_size=40)


@given(st.dictionaries(st.sampled_from("xyz"), st.none() | LITERALS), TEXTS)
def test_both_ways_of_searching_see_what_is_there(literals_of: dict[str, frozenset[str] | None], text: str) -> None:
    spaced = re.sub(r"\s+", " ", text)
    expected = {
        key
        for key, literals in literals_of.items()
        if literals is None or any(literal in spaced for literal in literals)
    }
    automaton, in_python = Gate(literals_of), Gate(literals_of, compiled=False)
    assert opened(automaton, text) == opened(in_python, text) == expected
    assert automaton.seen(text) == in_python.seen(text)
    assert automaton.hits(text) == in_python.hits(text)


@given(LITERALS, TEXTS)
def test_every_place_holds_its_literal(literals: frozenset[str], text: str) -> None:
    gate = Gate({"key": literals})
    hits = gate.hits(text)
    assert {gate.literals[index] for _, _, index in hits} == gate.seen(text)
    for start, end, index in hits:
        assert re.sub(r"\s+", " ", text[start:end]) == gate.literals[index]


@given(LITERALS, TEXTS, st.integers(min_value=1, max_value=9))
def test_a_long_text_is_searched_in_stretches_and_nothing_is_lost_between_them(
    literals: frozenset[str], text: str, stretch: int
) -> None:
    gate = Gate({"key": literals})
    at_once = gate.hits(text), dict(gate.places(text, [0, 7]))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_STRETCH", stretch)
        assert (gate.hits(text), dict(gate.places(text, [0, 7]))) == at_once
