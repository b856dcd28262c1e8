"""Checks of what a page promises. They ask the claim, not the words."""

from __future__ import annotations

from collections.abc import Iterator

from kratomlint.document import Document
from kratomlint.finding import Hit
from kratomlint.language.citations import sourced
from kratomlint.language.claims import Claim, read_claims
from kratomlint.registry import check

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
        if claim.form in _FORMS[how] and counts(claim) and not sourced(document, claim.sentence):
            yield Hit(claim.span)


def counts(claim: Claim) -> bool:
    """Say whether a claim is made in the article's own voice and without a hedge."""
    return not (claim.hedged or claim.denied or claim.reported)


@check
def disease(document: Document) -> Iterator[Hit]:
    """Point at hedged promises about a disease: `may` does not make them anything else in the eyes of the law."""
    illnesses = document.knowledge.forms("diseases")
    for claim in document.once(read_claims):
        hedged_only = claim.hedged and not (claim.denied or claim.reported)
        if hedged_only and claim.object in illnesses and not sourced(document, claim.sentence):
            yield Hit(claim.span)
