"""Checks of what a page promises. They ask the claim, not the words."""

from __future__ import annotations

from collections.abc import Iterator

from kratomlint.document import Document
from kratomlint.finding import Hit
from kratomlint.language.citations import sourced
from kratomlint.language.claim import Claim
from kratomlint.language.claims import counts, read_claims
from kratomlint.language.cue import Cue
from kratomlint.language.reading import read
from kratomlint.language.register import is_careful
from kratomlint.registry import check

# With these a sentence tells what was found, be it in a test tube.
_FOUND = Cue(
    r"\b(?:stud(?:y|ies)|trials?|research\w*|reviews?|meta-analys[ei]s|evidence|in (?:vitro|vivo|rats|mice|animals)|laboratory|experiments?|placebo|participants)\b"
)
_FORMS = {
    "statement": ("verb", "infinitive", "gerund", "fit"),
    "trailing": ("participle",),
    "presupposed": ("effect", "presupposed", "property"),
    "indicated": ("indication",),
    "listed": ("listed", "label", "result"),
}


@check
def efficacy(document: Document, how: str) -> Iterator[Hit]:
    """Point at benefits stated as fact without a source, by how they are said (a key of `_FORMS`)."""
    for claim in document.once(read_claims):
        if claim.form not in _FORMS[how] or not counts(claim) or sourced(document, claim.sentence):
            continue
        if _is_plain(document, claim) or not document.once(is_careful):
            yield Hit(claim.span)


def _is_plain(document: Document, claim: Claim) -> bool:
    """Say whether a sentence says of a substance by its name that it does something, and not that somebody found so."""
    reading = document.once(read)[claim.sentence.number]
    named = any(reading.prose_span(0, reading.end(run)).end <= claim.span.start for run in reading.of("substance"))
    return named and claim.form == "verb" and not _FOUND.search(reading.text)


@check
def disease(document: Document) -> Iterator[Hit]:
    """Point at hedged promises about a disease: `may` does not make them anything else in the eyes of the law."""
    illnesses = document.knowledge.forms("diseases")
    for claim in document.once(read_claims):
        hedged_only = claim.hedged and not (claim.denied or claim.reported)
        if hedged_only and claim.object in illnesses and not sourced(document, claim.sentence):
            yield Hit(claim.span)
