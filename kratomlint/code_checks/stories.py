"""Checks of what single people lived through. A story is somebody and what changed in their body, pills or nights."""

from __future__ import annotations

from collections.abc import Iterator

from kratomlint.document import Document, Sentence
from kratomlint.finding import Hit
from kratomlint.language.citations import sourced
from kratomlint.language.cue import Cue
from kratomlint.language.feelings import (
    ANYBODY,
    CURT,
    DIARY,
    FELT,
    IMPROVED,
    ME,
    MEASURED,
    NOT_FOR_IT,
    ONSET,
    PEOPLE,
    REVIEWER,
    SOMEONE,
    UNHARMED,
)
from kratomlint.language.outcomes import NO_SUCCESS, ONESELF, OUTCOMES, SOMEBODY, TOLD
from kratomlint.language.own_research import reports_own_research
from kratomlint.language.reading import promotes, read
from kratomlint.language.sieve import Sieve
from kratomlint.language.testimonies import read_testimonies
from kratomlint.named import NamedTuple
from kratomlint.registry import check
from kratomlint.span import Span

_STARS = Cue(r"[★☆⭐]{3,5}\s+")
_OUTCOMES_SIEVE, _FELT_SIEVE = Sieve(OUTCOMES), Sieve(FELT, MEASURED, CURT, UNHARMED, ONSET)


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
        feeling = document.recall(_feeling, sentence.span.cut(document.folded))
        if feeling and _stands(document, sentence, feeling):
            yield Hit(feeling.span.shifted(sentence.span.start))
    for sentence in _entries(document):
        text = sentence.span.cut(document.folded)
        entry = None if document.recall(_feeling, text) else _entry(text)
        if entry and _stands(document, sentence, entry):
            yield Hit(entry.span.shifted(sentence.span.start))


def _entries(document: Document) -> Iterator[Sentence]:
    """Yield the sentences of paragraphs that begin like an entry of a diary: “Week two.”"""
    for block, dated in enumerate(document.each_block(DIARY.holds)):
        if dated:
            yield from document.sentences_by_block[block]


def _entry(text: str) -> _Feeling | None:
    """Return what a sentence of a diary says is better; its person may stand in another."""
    if NOT_FOR_IT.holds(text) or ANYBODY.holds(text):
        return None
    of_me = ME.holds(text)
    # What `lived` sees in a sentence with its person stands here without one.
    if not of_me and (outcome := OUTCOMES.search(text)):
        return _Feeling(Span(*outcome.span()), of_me=False)
    improved = IMPROVED.search(text)
    return _Feeling(Span(*improved.span()), of_health=True, of_me=of_me) if improved else None


class _Feeling(NamedTuple):
    """What a sentence tells of a body, and what must hold around it for that to be a story."""

    span: Span
    of_many: bool = False
    of_health: bool = False
    of_me: bool = True


def _feeling(text: str) -> _Feeling | None:
    if text.rstrip().endswith("?"):
        return None
    if unharmed := UNHARMED.search(text):
        own = ONESELF.holds(text)
        return _Feeling(Span(*unharmed.span()), of_many=not own) if own or PEOPLE.holds(text) else None
    if NOT_FOR_IT.holds(text):
        return None
    if SOMEONE.holds(text) and (felt := FELT.search(text)):
        return _Feeling(Span(*felt.span()))
    of_me = ME.holds(text)
    if not of_me and ANYBODY.holds(text):
        return None
    if measured := MEASURED.search(text) or CURT.search(text):
        return _Feeling(Span(*measured.span()), of_me=of_me)
    improved = IMPROVED.search(text) if ONSET.holds(text) else None
    return _Feeling(Span(*improved.span()), of_health=True, of_me=of_me) if improved else None


def _stands(document: Document, sentence: Sentence, feeling: _Feeling) -> bool:
    # A source can stand behind what is said of many, and behind nobody's own body.
    if feeling.of_many and sourced(document, sentence):
        return False
    if feeling.of_health and not document.once(read)[sentence.number].of("condition", "function"):
        return False
    return feeling.of_me or sentence.block in document.once(_blocks_of_me)


def _blocks_of_me(document: Document) -> frozenset[int]:
    return frozenset(number for number, speaks in enumerate(document.each_block(_speaks_of_oneself)) if speaks)


def _speaks_of_oneself(text: str) -> bool:
    return ME.holds(text) or REVIEWER.holds(text)


@check
def testimonial(document: Document) -> Iterator[Hit]:
    """Point at what a quoted customer says of an effect, in a paragraph that begins with the quotation."""
    if document.once(reports_own_research):
        return
    for testimony in document.once(read_testimonies):
        for sentence in testimony.told:
            span = sentence.words_span
            # The stars may stand on a line of their own.
            stars = _STARS.match(sentence.text)
            yield Hit(Span(span.start + (stars.end() if stars else 0), span.end))
