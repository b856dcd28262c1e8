"""What is read in sentences: doses, claims and all that the checks look for, with the gate and without it."""

from __future__ import annotations

from functools import cache

from fuzz.places import all_lie_where_they_say
from fuzz.texts import files, sentences
from kratomlint.catalogue import Profile, Selection
from kratomlint.document import Document
from kratomlint.language.claims import read_claims
from kratomlint.language.lines import read_places
from kratomlint.language.quantities import read_doses
from kratomlint.lint import lint
from kratomlint.readers import parse
from kratomlint.source import SourceFile
from kratomlint.testing import catalogue_of

inputs = files(sentences(), ("a.md", "a.txt"))


@cache
def everything() -> Profile:
    """Return every check there is."""
    return catalogue_of().choose(Selection(select=("all",)))


def target(input: dict[str, str]) -> None:
    """Hold what is read and what is found to its place."""
    source = SourceFile(input["name"], input["text"])
    document = parse(source, knowledge=everything().knowledge)
    for dose in document.once(read_doses):
        assert document.sentences[dose.sentence].span.contains(dose.span)
        assert dose.span.length
    for claim in document.once(read_claims):
        assert claim.sentence.span.contains(claim.span)
        assert claim.span.length
    result = lint(source, everything())
    assert result.troubles == ()
    # What was compiled or kept for the first time changes nothing.
    assert lint(source, everything()) == result
    all_lie_where_they_say(result.findings, document)
    the_gate_hides_nothing(document)


def the_gate_hides_nothing(document: Document) -> None:
    """See that no check finds more when it is asked about every sentence of every text."""
    gate = everything().gate
    places = gate.places(document.folded, [sentence.span.start for sentence in document.sentences])
    opened = gate.always | places.keys()
    gated = parse(document.source, knowledge=document.knowledge)
    gated.answer(read_places, places)
    for check in everything().checks:
        found = [hit.span for hit in check.find(document)]
        behind = [hit.span for hit in check.find(gated)] if check.card.id in opened else []
        assert found == behind, check.card.id
