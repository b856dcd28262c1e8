"""Checks about how much, how often and how long."""

from __future__ import annotations

from collections.abc import Iterator

from kratomlint.document import Document
from kratomlint.finding import Hit
from kratomlint.language.citations import sourced
from kratomlint.language.cue import Cue
from kratomlint.language.dosing import VagueAdvice, read_vague_advice
from kratomlint.language.intake import is_advised
from kratomlint.language.quantities import Dose, read_doses
from kratomlint.language.references import lists_sources
from kratomlint.language.register import is_careful, is_clinical
from kratomlint.registry import check

# What a sentence with several doses is named after: the first of these that it holds.
_FIRST = ("maximum", "amount", "multiple", "frequency", "duration")
# The widest span of a starting dose: beyond it the upper end is another dose.
_WIDEST_START = 3.0
_THIS = Cue(r"\b(?:this|these|that|it)\b")


@check
def unsourced(document: Document, kind: str) -> Iterator[Hit]:
    """Point at the dose of a sentence that cites nothing; `kind` is what the sentence is named after."""
    for dose in _leading(document):
        if dose.kind == kind and _guides(document, dose) and not sourced(document, document.sentences[dose.sentence]):
            yield Hit(dose.span, {"dose": dose.span.cut(document.prose.text)})


@check
def vague(document: Document, family: str) -> Iterator[Hit]:
    """Point at advice on dosing that gives no figure and cites nothing."""
    # Care tells those who want to stop how to go about it.
    if document.once(is_clinical) or (family == "pause" and document.once(is_careful)):
        return
    for advice in (advice for advice in document.once(read_vague_advice) if advice.family == family):
        if not sourced(document, document.sentences[advice.sentence]) and not _repeats_a_dose(document, advice):
            yield Hit(advice.span)


@check
def wide_start(document: Document) -> Iterator[Hit]:
    """Point at a starting dose whose upper end is more than threefold its lower one."""
    for dose in document.once(read_doses):
        if not (dose.low and dose.high and dose.kind == "amount" and dose.high > _WIDEST_START * dose.low):
            continue
        before = document.folded[document.sentences[dose.sentence].span.start : dose.span.start]
        if any(word in before for word in ("start", "begin", "initial")):
            yield Hit(dose.span, {"times": f"{dose.high / dose.low:.2g}"})


@check
def range_as_limit(document: Document) -> Iterator[Hit]:
    """Point at a limit that is given as a range: nobody can tell where it lies."""
    for dose in document.once(read_doses):
        if dose.kind == "maximum" and dose.low is not None and dose.low != dose.high:
            yield Hit(dose.span)


@check
def reversed_range(document: Document) -> Iterator[Hit]:
    """Point at a range whose first figure is the greater."""
    for dose in document.once(read_doses):
        if dose.low is not None and dose.high is not None and dose.low > dose.high:
            yield Hit(dose.span)


def _guides(document: Document, dose: Dose) -> bool:
    """Say whether a dose steers a reader's hand: in a careful article only where it is advised and no source is listed.

    A clinician's doses are those of the label and the formulary; other careful articles tell what is drunk, tested or toxic.
    """
    if not document.once(is_careful):
        return True
    if document.once(is_clinical) or lists_sources(document) or dose.kind not in ("amount", "maximum"):
        return False
    start = document.sentences[dose.sentence].span.start
    return is_advised(document.folded[start : dose.span.start])


def _repeats_a_dose(document: Document, advice: VagueAdvice) -> bool:
    """Say whether an advice speaks of a dose that the sentence before it gives: `5 mg is advised. Take this each day.`"""
    if advice.family != "regular":
        return False
    here, before = document.sentences[advice.sentence], document.sentences[advice.sentence - 1]
    if here.block != before.block or not _THIS.search(advice.span.cut(document.folded)):
        return False
    return any(dose.sentence == before.number for dose in document.once(read_doses))


def _leading(document: Document) -> Iterator[Dose]:
    """Yield the one dose of each sentence that the sentence is named after."""
    by_sentence: dict[int, list[Dose]] = {}
    for dose in document.once(read_doses):
        by_sentence.setdefault(dose.sentence, []).append(dose)
    for doses in by_sentence.values():
        yield min(doses, key=lambda dose: (_FIRST.index(dose.kind), dose.span))
