"""Checks for the tests of a run: one repeats, one raises, one ends its process."""

import os
from collections.abc import Iterator, Mapping, Sequence

from kratomlint.document import Document
from kratomlint.finding import Fact, Hit, PlacedFact
from kratomlint.registry import CorpusHit, check, corpus_check


@corpus_check
def across(document: Document) -> Iterator[Fact]:
    for sentence in document.sentences:
        yield Fact(sentence.text, sentence.span)


@across.compare
def _again(facts: Mapping[str, Sequence[PlacedFact]]) -> Iterator[CorpusHit]:
    first: dict[str, PlacedFact] = {}
    for fact in (fact for told in facts.values() for fact in told):
        before = first.setdefault(fact.key, fact)
        if before.place.path != fact.place.path:
            yield CorpusHit(fact, {"before": before.place.path}, ((before, "first said here"),))


@corpus_check
def broken_across(document: Document) -> Iterator[Fact]:
    for sentence in document.sentences:
        yield Fact("", sentence.span)


@broken_across.compare
def _raise(facts: Mapping[str, Sequence[PlacedFact]]) -> Iterator[CorpusHit]:
    raise ValueError("no comparison")


@check
def broken(document: Document) -> Iterator[Hit]:
    if "broken" in document.folded:
        raise ValueError("no check")
    yield from ()


@check
def deadly(document: Document) -> Iterator[Hit]:
    if "deadly" in document.folded:
        os._exit(9)
    yield from ()
