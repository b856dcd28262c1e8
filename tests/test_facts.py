"""Facts come back from their packing, and are unpacked only when they are asked for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kratomlint.facts import PackedFacts, join, pack, part
from kratomlint.finding import Place, PlacedFact
from kratomlint.span import Span

texts = st.text(max_size=12)


@given(
    st.lists(
        st.builds(
            PlacedFact,
            texts,
            st.lists(texts, max_size=3).map(tuple),
            st.just(Place("a", Span(1, 2), 1, 2, 3, 4)),
            texts,
        )
    )
)
def test_facts_come_back_as_they_went_in(facts: list[PlacedFact]) -> None:
    assert part(join({"a/b": pack(facts)}))["a/b"].facts("a") == tuple(facts)


@given(st.lists(texts, min_size=1, max_size=4))
def test_keys_of_whatever_characters_come_back(keys: list[str]) -> None:
    told = [PlacedFact(key, (), Place("a", Span(1, 2), 1, 2, 3, 4), "") for key in keys]
    packed = part(join({"a/b": pack(told), "a/c": pack(told[:1])}))
    assert (packed["a/b"].keys, packed["a/c"].keys) == (keys, keys[:1])
    assert packed["a/b"].facts("a", [len(keys) - 1]) == (told[-1],)


def test_a_check_that_was_told_nothing_unpacks_nothing() -> None:
    def load() -> bytes:
        pytest.fail("nothing was asked for")

    facts = PackedFacts("a.md", ("a/b",), load)
    assert "a/b" in facts and "c/d" not in facts and list(facts) == ["a/b"]
    assert facts.get("c/d", ()) == ()
