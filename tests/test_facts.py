"""Facts come back from their packing, and those that stay packed would have told nothing."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kratomlint.code_checks import across
from kratomlint.facts import PackedFacts, join, meeting, pack, part
from kratomlint.finding import Place, PlacedFact
from kratomlint.language.similarity import signature, sketch
from kratomlint.registry import CodeCorpusCheck
from kratomlint.span import Span

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
WORDS = "kava root tea eases sleep for most people who drink it warm at night and rest well after a long day outside".split()
SENTENCES = st.lists(st.sampled_from(WORDS), min_size=12, max_size=16)


def fact(path: str, number: int, words: list[str], amounts: str = "") -> PlacedFact:
    place = Place(path, Span(number, number + 1), 1, 1, 1, 2)
    key = sketch(words, across.SENTENCE_BINS) + signature(words)
    return PlacedFact(key, (amounts, "", ""), place, " ".join(words))


@st.composite
def libraries(draw: st.DrawFn) -> dict[str, list[PlacedFact]]:
    said = draw(st.lists(SENTENCES, min_size=1, max_size=6))
    files = draw(st.lists(st.lists(st.sampled_from(said) | SENTENCES, max_size=5), min_size=1, max_size=6))
    return {
        f"{name}.md": [fact(f"{name}.md", number, words) for number, words in enumerate(sentences)]
        for name, sentences in enumerate(files)
    }


def told(check: CodeCorpusCheck, facts: dict[str, list[PlacedFact]]) -> list[object]:
    assert check.comparer is not None
    return list(check.comparer(facts))


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
    assert part(join({"a/b": pack(facts, None)}))["a/b"].facts("a") == tuple(facts)


@settings(deadline=None)
@given(libraries())
def test_what_stays_packed_would_have_told_nothing(library: dict[str, list[PlacedFact]]) -> None:
    packed = {path: pack(facts, across.sentence.marker) for path, facts in library.items() if facts}
    places = meeting(packed, across.sentence.likener)
    kept = {path: list(packed[path].facts(path, places[path])) for path in packed if path in places}
    assert told(across.sentence, kept) == told(across.sentence, library)


def test_a_fact_that_no_other_meets_stays_packed() -> None:
    shared, own = WORDS[:14], [word[::-1] for word in WORDS[:14]]
    library = {"a": [fact("a", 0, shared), fact("a", 1, own)], "b": [fact("b", 0, shared)]}
    assert meeting({path: pack(facts, across.sentence.marker) for path, facts in library.items()}) == {
        "a": [0],
        "b": [0],
    }


def test_facts_that_share_a_band_by_chance_have_not_met() -> None:
    key = sketch(WORDS[:14], across.SENTENCE_BINS)
    here = fact("a", 0, WORDS[:14])._replace(key=key + "abcdefghijkl")
    there = here._replace(key=key + "mnopqrstuvwx")
    packed = {"a": pack([here], across.sentence.marker), "b": pack([there], across.sentence.marker)}
    assert meeting(packed) == {"a": [0], "b": [0]}
    assert meeting(packed, across.sentence.likener) == {}


@given(st.lists(texts, min_size=1, max_size=4))
def test_keys_of_whatever_characters_come_back(keys: list[str]) -> None:
    told = [PlacedFact(key, (), Place("a", Span(1, 2), 1, 2, 3, 4), "") for key in keys]
    packed = part(join({"a/b": pack(told, lambda _: [1])}))["a/b"]
    assert packed.facts("a") == tuple(told)
    assert meeting({"a": packed}, str.__eq__).get("a", []) == [
        at for at, key in enumerate(keys) if keys.count(key) > 1
    ] or any("\n" in key for key in keys)


def test_a_check_that_was_told_nothing_unpacks_nothing() -> None:
    def load() -> bytes:
        pytest.fail("nothing was asked for")

    facts = PackedFacts("a.md", ("a/b",), load)
    assert "a/b" in facts and "c/d" not in facts and list(facts) == ["a/b"]
    assert facts.get("c/d", ()) == ()
