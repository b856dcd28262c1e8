"""Checks about sources: whether there is one, and whether its mark leads anywhere."""

from __future__ import annotations

from collections.abc import Iterator

from kratomlint.document import Document
from kratomlint.finding import Hit
from kratomlint.language.citations import NUMBERS, read_sources
from kratomlint.language.cue import Cue
from kratomlint.language.own_research import reports_own_research
from kratomlint.language.reading import promotes
from kratomlint.language.references import lists_sources, read_reference_list
from kratomlint.language.register import is_careful, traces_of_a_seller
from kratomlint.registry import check
from kratomlint.span import Span

# A shorter text, or one with fewer words of health in it, has nothing that a source is missed for; one that keeps
# speaking of a substance needs a single such word.
_FEWEST_WORDS = 80
_FEWEST_HEALTH_WORDS = 3
_HEALTH = Cue(
    r"\b(?:health\w*|pain|anxiety|stress|sleep|insomnia|inflammat\w+|disease|symptoms?|dos(?:e|es|age)|treat(?:s|ed|ment|ing)?"
    r"|medic(?:al|ine|ines|ation|ations)|therap\w+|supplements?|remed(?:y|ies)|depression|immun\w+|digesti\w+|liver|heart"
    r"|blood|weight loss|metaboli\w+|relax\w*|relief|wellness|clinical|patients?|side effects?|receptors?|mg"
    r"|doctors?|pills?|antibiotics?|prescriptions?|infections?|fever|flu|thyroid|heartburn|eczema|rash|cancer|diabetes|arthritis"
    r"|headaches?|migraines?|heal(?:s|ed|ing)?|cures?|illness(?:es)?|safe to (?:consume|use|take|eat|drink))\b"
)
_FOOTNOTE = Cue(r"\[\^[^\]\s]{1,40}\]")
_FIGURE = Cue(r"\d+")


@check
def none(document: Document) -> Iterator[Hit]:
    """Point once at the first line of an article on health that cites nothing at all."""
    if document.words < _FEWEST_WORDS or not document.sentences or _cites(document):
        return
    health_words = sum(1 for _ in _HEALTH.finditer(document.folded))
    wanted = 1 if document.once(promotes) else _FEWEST_HEALTH_WORDS
    if health_words >= wanted and not _vouches_for_itself(document):
        yield Hit(document.sentences[0].span)


def _cites(document: Document) -> bool:
    return bool(document.once(read_sources)) or lists_sources(document)


def _vouches_for_itself(document: Document) -> bool:
    """Say whether whoever speaks is the source: an authority, or somebody who tells of their own research and sells nothing."""
    if document.once(is_careful):
        return True
    return document.once(reports_own_research) and not traces_of_a_seller(document)


@check
def broken_footnote(document: Document) -> Iterator[Hit]:
    """Point at a footnote mark whose text stands nowhere."""
    for citation in document.citations:
        if citation.kind == "footnote" and citation.target not in document.footnotes and citation.span.length:
            yield Hit(citation.span, {"hit": f"[^{citation.target}]"})
    for match in _FOOTNOTE.finditer(document.prose.text):
        yield Hit(Span(*match.span()))


@check
def dangling_reference(document: Document) -> Iterator[Hit]:
    """Point at a number in brackets that the reference list does not hold, once for each number."""
    listed = document.once(read_reference_list)
    entries = {entry.span for entry in listed.entries}
    linked = {citation.span.start for citation in document.citations}
    told: set[str] = set()
    for match in NUMBERS.finditer(document.prose.text):
        block = document.block_at(match.start())
        if match.start() in linked or block is None or block.span in entries:
            continue
        missing = [figure for figure in _FIGURE.findall(match[1]) if int(figure) not in listed.numbers]
        if missing and told.isdisjoint(missing):
            told.update(missing)
            yield Hit(Span(*match.span()), {"number": missing[0]})
