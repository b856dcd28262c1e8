"""What a claim is, and how very many of them are held. Knows sentences, not how they are read."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from typing import Any

from kratomlint.afresh import Afresh, few
from kratomlint.document import Sentence
from kratomlint.named import NamedTuple
from kratomlint.span import Span


class Claim(NamedTuple):
    """One statement of a benefit.

    `form`: verb, participle, infinitive, gerund, effect (its analgesic effects), presupposed (its efficacy), fit (useful for
    insomnia), result (reduced pain by half), label (Pain relief:), listed (an item of a list of benefits), property (an
    antispasmodic), indication (Uses: gout).
    `object`: the lexicon's term of what it is done to, or empty. `direction`: relieve or improve, or empty.
    `hedged`, `denied`, `reported` (as what people use or say it for): why it may not count.
    """

    span: Span
    sentence: Sentence
    form: str
    direction: str
    object: str
    hedged: bool
    denied: bool
    reported: bool


def kept(claims: Iterable[Claim], sentences: Sequence[Sentence]) -> Sequence[Claim]:
    """Return the claims, made in `sentences`: as they are, or made afresh where they are very many."""
    return few(_Claims(claims, sentences))


class _Claims(Afresh[Claim]):
    """Claims in columns: a text may make one in each of its sentences, and what they say is mostly the same."""

    __slots__ = ("_ends", "_numbers", "_said", "_saids", "_sentences", "_starts")

    def __init__(self, claims: Iterable[Claim], sentences: Sequence[Sentence]) -> None:
        super().__init__()
        self._sentences = sentences
        self._starts, self._ends = array("I"), array("I")
        # The sentence of each, and what it says in it: some of the things that are said.
        self._numbers, self._said = array("I"), array("I")
        numbered: dict[tuple[Any, ...], int] = {}
        for span, sentence, *said in claims:
            self._starts.append(span.start)
            self._ends.append(span.end)
            self._numbers.append(sentence.number)
            self._said.append(numbered.setdefault(tuple(said), len(numbered)))
        self._saids = list(numbered)

    def __len__(self) -> int:
        return len(self._starts)

    def _made(self, first: int, last: int) -> Sequence[Claim]:
        columns = self._starts, self._ends, self._numbers, self._said
        return list(map(self._claim, *[column[first:last] for column in columns]))

    def _claim(self, start: int, end: int, number: int, said: int) -> Claim:
        return Claim(Span(start, end), self._sentences[number], *self._saids[said])
