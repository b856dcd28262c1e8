"""What is read in sentences: doses, claims and all that the checks look for, with the gate and without it."""

from __future__ import annotations

from functools import cache

from hypothesis import strategies as st

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
