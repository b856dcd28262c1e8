"""Checks of what single people lived through. A story is somebody and what changed in their body, pills or nights."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kratomlint.document import Document, Sentence
from kratomlint.finding import Hit
from kratomlint.language.citations import sourced
from kratomlint.language.feelings import ANYBODY, FELT, IMPROVED, ME, MEASURED, NOT_FOR_IT, ONSET, PEOPLE, UNHARMED
from kratomlint.language.outcomes import NO_SUCCESS, ONESELF, OUTCOMES, SOMEBODY, TOLD
from kratomlint.language.own_research import reports_own_research
from kratomlint.language.reading import promotes, read
from kratomlint.language.sieve import Sieve
from kratomlint.language.testimonies import read_testimonies
from kratomlint.registry import check
from kratomlint.span import Span

_OUTCOMES_SIEVE, _FELT_SIEVE = Sieve(OUTCOMES), Sieve(FELT, MEASURED, UNHARMED, ONSET)


@check
def lived(document: Document) -> Iterator[Hit]:
    """Point at sentences in which somebody got well, slim or off their pills."""
    if document.once(reports_own_research):
        return
    sells = document.once(promotes)
    before = {sentence.number for testimony in document.once(read_testimonies) for sentence in testimony.before}
    for sentence in _OUTCOMES_SIEVE.sentences(document):
        text = sentence.span.cut(document.folded)
        outcome = OUTCOMES.search(text)
        if outcome is None or sentence.number in before or text.rstrip().endswith("?") or NO_SUCCESS.search(text):
            continue
        if ONESELF.search(text) or TOLD.search(text) or (sells and SOMEBODY.search(text)):
            yield Hit(Span(*outcome.span()).shifted(sentence.span.start))


@check
def felt(document: Document) -> Iterator[Hit]:
    """Point at what somebody noticed or measured in their own body, or never suffered from, on a page that keeps speaking of a substance."""
    if document.once(reports_own_research) or not document.once(promotes):
        return
    for sentence in _FELT_SIEVE.sentences(document):
        text = sentence.span.cut(document.folded)
        if not text.rstrip().endswith("?") and (found := _feeling(document, sentence, text)):
            yield Hit(Span(*found.span()).shifted(sentence.span.start))


def _feeling(document: Document, sentence: Sentence, text: str) -> re.Match[str] | None:
    if unharmed := UNHARMED.search(text):
        # A source can stand behind what is said of many, and behind nobody's own body.
        many = PEOPLE.search(text) and not sourced(document, sentence)
        return unharmed if many or ONESELF.search(text) else None
    if NOT_FOR_IT.search(text):
        return None
    if (own := FELT.search(text)) is not None:
        return own
    if not ME.search(text) and (ANYBODY.search(text) or sentence.block not in document.once(_blocks_of_me)):
        return None
    improved = IMPROVED.search(text) if ONSET.search(text) else None
    if improved and document.once(read)[sentence.number].of("condition", "function"):
        return improved
    return MEASURED.search(text)


def _blocks_of_me(document: Document) -> frozenset[int]:
    return frozenset(number for number, speaks in enumerate(document.each_block(ME.holds)) if speaks)


@check
def testimonial(document: Document) -> Iterator[Hit]:
    """Point at what a quoted customer says of an effect, in a paragraph that begins with the quotation."""
    if document.once(reports_own_research):
        return
    for testimony in document.once(read_testimonies):
        for sentence in testimony.told:
            yield Hit(sentence.words_span)
