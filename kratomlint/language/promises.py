"""What promises are read from: a sentence with its place in the article. Pure nouns for `claims` and its readers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from kratomlint.document import Block, Document
from kratomlint.language import guards
from kratomlint.language.reading import Reading, Tagged
from kratomlint.language.sieve import Sieve
from kratomlint.span import Span


class Promise(NamedTuple):
    """Words that promise a benefit, before it is asked what takes them back; see `Claim`."""

    span: Span
    form: str
    direction: str = ""
    object: str = ""


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence and what the reader knows when coming to it.

    `takes_unnamed`: the article keeps speaking of a substance, so a subject that nobody names is that substance.
    `last_agent`: the tag of what the sentence before was about, or empty at the start of a block.
    """

    document: Document
    reading: Reading
    takes_unnamed: bool
    last_agent: str

    def may_match(self, sieve: Sieve) -> bool:
        """Say False where a pattern of the sieve certainly does not match in the sentence."""
        return self.reading.sentence.number in self.document.once(sieve.numbers)

    @property
    def block(self) -> Block:
        """Return the block of the sentence."""
        return self.document.blocks[self.reading.sentence.block]

    def before(self, run: Tagged) -> str:
        """Return the text of the sentence before a run."""
        return self.reading.text[: self.reading.start(run)]

    def agents(self, until: int) -> Iterator[Tagged]:
        """Yield what acts in the sentence before that offset of its text: substances and other things."""
        return (run for run in self.reading.of("substance", "agent") if self.reading.start(run) < until)

    def last_words(self, span: Span, count: int) -> str:
        """Return the last words of the clause before a span."""
        before, _ = guards.around(self.document, span)
        return " ".join(guards.clause_before(before).split(" ")[-count:])
