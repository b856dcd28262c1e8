"""What is read in sentences: doses, claims and all that the checks look for; with the gate and without, remembered or not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from hypothesis import strategies as st

from fuzz.places import all_lie_where_they_say
from fuzz.texts import files, sentences
from kratomlint.catalogue import Profile, Selection
from kratomlint.document import Document
from kratomlint.finding import FileResult, Finding, Hit
from kratomlint.language.claims import read_claims
from kratomlint.language.guards import GUARDS
from kratomlint.language.lines import read_places
from kratomlint.language.quantities import read_doses
from kratomlint.lint import lint, settle
from kratomlint.memory import Memory
from kratomlint.readers import parse
from kratomlint.source import SourceFile
from kratomlint.testing import catalogue_of

# By the id of the check that found them.
Hits = Mapping[str, Sequence[Hit]]

# Of longer texts what is remembered is not looked into: it would take most of the time.
_LONG = 2000

# A dose at the end of what is said, and what may be taken for more of it.
_amount = st.builds(
    "{} {}{}{}".format,
    st.sampled_from(["Take", "Kava:", "A dose of", "It was"]),
    st.sampled_from(["5", "2.5", "2-4", "two", "1,000"]),
    st.sampled_from([" mg", "mg", " grams", " capsules", " drops", " mL", " g of kava"]),
    st.sampled_from(["", " daily", " twice a day", " every 4 hours", " at night", " per kg"]),
)
_ends = [
    *(".", "", "?", " …", ":", ";", "\n", "\n\n", "\n- a day"),
    *(". Daily", ".\n\nPer day", ".\n\n10 mg", ". 3 times"),
]
_dose = st.builds("{}{}".format, _amount, st.sampled_from(_ends))
# What never stops is cut between two words, perhaps within a dose.
_endless = st.builds(
    lambda before, amount: "so " * before + f"{amount} " * (5400 // len(amount)), st.integers(0, 9), _amount
)
_doses = st.lists(st.one_of(_dose, _dose, sentences()), min_size=1, max_size=4).map(" ".join)
# Of the endless ones few, as each takes as long as twenty others.
_texts = st.one_of(*[sentences()] * 8, *[_doses] * 7, _endless)
inputs = files(_texts, ("a.md", "a.txt"))


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
        words = dose.span.cut(document.prose.text)
        assert words == words.strip() != ""
    for claim in document.once(read_claims):
        assert claim.sentence.span.contains(claim.span)
        assert claim.span.length
    result = lint(source, everything())
    assert result.troubles == ()
    # What was compiled or kept for the first time changes nothing.
    assert lint(source, everything()) == result
    all_lie_where_they_say(result.findings, document)
    hits = {check.card.id: list(check.find(document)) for check in everything().checks}
    the_gate_hides_nothing(document, hits)
    all_that_is_found_is_told_of(document, hits, result)
    if len(source.text) < _LONG:
        what_comes_back_is_read_as_it_would_be_anew(source, result)


def the_gate_hides_nothing(document: Document, hits: Hits) -> None:
    """See that no check finds more when it is asked about every sentence of every text."""
    gate = everything().gate
    places = gate.places(document.folded, [sentence.span.start for sentence in document.sentences])
    opened = gate.always | places.keys()
    gated = parse(document.source, knowledge=document.knowledge)
    gated.answer(read_places, places)
    for check in everything().checks:
        behind = list(check.find(gated)) if check.card.id in opened else []
        assert hits[check.card.id] == behind, check.card.id


def all_that_is_found_is_told_of(document: Document, hits: Hits, result: FileResult) -> None:
    """See that a hit is a finding, unless a guard lets it pass or another one for the same reason has its words."""
    for check in everything().checks:
        guards = [GUARDS[name] for name in check.card.unless]
        for hit in hits[check.card.id]:
            if not any(guard(document, hit.span) for guard in guards):
                own = settle(hit, check.card, everything().severities[check.card.id], document)
                assert any(_stands_for(finding, own) for finding in result.findings), check.card.id


def _stands_for(finding: Finding, other: Finding) -> bool:
    """Say whether a finding tells of what another would: it is of the same family, shares words, and is as serious."""
    here, there = finding.place.span, other.place.span
    alike = _family(finding.check_id) == _family(other.check_id) and finding.severity >= other.severity
    return alike and (here == there or here.overlaps(there))


def _family(check_id: str) -> str:
    return check_id if check_id.startswith("caveat/") else check_id.partition("-")[0]


def what_comes_back_is_read_as_it_would_be_anew(source: SourceFile, result: FileResult) -> None:
    """See that a memory of one text changes nothing in another, in which the same parts stand among others."""
    profile = everything()._replace(knowledge=everything().knowledge.remembering(Memory()))
    # Built anew for every input it would take most of the time.
    vars(profile)["gate"] = everything().gate
    assert lint(source, profile) == result
    parts = source.text.split("\n\n")
    other = SourceFile(source.path, "\n\n".join(["# Benefits", *reversed(parts), "Its benefits may be:", *parts]))
    assert lint(other, profile) == lint(other, everything())
