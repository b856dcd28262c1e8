"""Checks of what an article calls the best for a purpose: two kinds of one thing cannot both be that."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set

from kratomlint.document import Document
from kratomlint.finding import Hit
from kratomlint.language import guards
from kratomlint.language.clashes import can_clash, contradicting, is_of_others
from kratomlint.language.cue import Cue
from kratomlint.named import NamedTuple
from kratomlint.registry import check
from kratomlint.span import Span

# Of each row, one excludes the other; words of two rows go together ("red Bali powder").
_KINDS = {
    "colour": "red, white, green, yellow, gold, black, blue",
    "form": "powder, capsules?, tablets?, softgels?, tea, teas, tinctures?, extracts?, gumm(?:y|ies), shots?, creams?, balms?, liquid",
    "salt": "glycinate, bisglycinate, citrate, oxide, malate, l-threonate, threonate, taurate, chloride, orotate, carbonate, picolinate, gluconate",
    "place": "bali, borneo, malay, malaysian, maeng da, thai, sumatra, vietnam, vietnamese, hulu, kapuas, riau, jongkong, bentuangie, horn",
    "plant": "indica, sativa, hybrids?",
    "spectrum": "isolates?, full[- ]spectrum, broad[- ]spectrum",
    "root": "korean, american, siberian, panax",
}
_ROWS = tuple(_KINDS)
_KIND = Cue("|".join(rf"\b({'|'.join(row.split(', '))})\b" for row in _KINDS.values()))
_BEST = r"the (?:very |single |absolute |overall )?(?:best|most effective|number one|top) (?:(?!for\b|and\b|or\b|but\b)[\w-]+ ){0,4}?for "
_PURPOSE = r"(?!(?:you|your|me|my|us|our|the|an?|it|its|this|that|these|those|most|many|some|each|every|any|all)\b)(?P<purpose>[a-z][\w-]*+)"
_PRAISED_AFTER = Cue(
    rf"\b(?:is|are|remains?|makes?) (?:(?:actually|generally|widely|often|still|simply|hands down|by far|considered|regarded as|arguably|truly|really|easily) ){{0,3}}{_BEST}{_PURPOSE}"
)
_PRAISED_BEFORE = Cue(rf"\b{_BEST}{_PURPOSE} (?:relief )?(?:is|are|remains?) (?P<what>(?:[\w'-]+ ){{0,3}}[\w'-]+)")
# The clause that names what is praised.
_CLAUSE = Cue(r"\b(?:(?!(?:that|because|since|while|although|but|which|whereas|so)\b)[\w'-]+ ){1,8}$")
# Best for one reader, at one dose or in one of several ways.
_LEFT_OPEN = Cue(
    r"\b(?:if|depend\w*|either|unless|some (?:people|users)|for (?:me|him|her)|my|i|personally|budget|beginners?|experienced|low doses?|high doses?|among|one of)\b"
)


class _Praise(NamedTuple):
    span: Span
    kinds: Mapping[str, Set[str]]


@check
def two_best(document: Document) -> Iterator[Hit]:
    """Point at each place where an article turns from one kind of a thing as the best for a purpose to another."""
    last: dict[str, _Praise] = {}
    for purpose, praise in sorted(_praises(document), key=lambda item: item[1].span):
        before = last.get(purpose)
        if before and _excludes(praise, before) and can_clash(document, before.span, praise.span):
            yield contradicting(document, praise.span, before.span, purpose)
        last[purpose] = praise


def _praises(document: Document) -> Iterator[tuple[str, _Praise]]:
    """Yield what is praised as the best, with the purpose."""
    for at, match in document.matches(_PRAISED_AFTER.finditer):
        place = Span(*match.span()).shifted(at)
        sentence = document.sentence_at(place.start)
        clause = _CLAUSE.search(document.folded[sentence.span.start : place.start]) if sentence else None
        if sentence and clause:
            start = sentence.span.start + clause.start()
            yield from _praise(document, match["purpose"], Span(start, place.end), clause[0])
    for at, match in document.matches(_PRAISED_BEFORE.finditer):
        yield from _praise(document, match["purpose"], Span(*match.span()).shifted(at), match["what"])


def _praise(document: Document, purpose: str, span: Span, what: str) -> Iterator[tuple[str, _Praise]]:
    sentence = document.sentence_at(span.start)
    kinds = document.recall(_kinds_in, what)
    if not kinds or sentence is None or _LEFT_OPEN.holds(sentence.span.cut(document.folded)):
        return
    if not is_of_others(document, span) and not guards.negated(document, span):
        yield purpose, _Praise(span, kinds)


def _kinds_in(words: str) -> Mapping[str, Set[str]]:
    kinds: dict[str, set[str]] = {}
    for match in _KIND.finditer(words):
        kinds.setdefault(_ROWS[(match.lastindex or 1) - 1], set()).add(match[0].rstrip("s"))
    return kinds


def _excludes(praise: _Praise, before: _Praise) -> bool:
    """Say whether no kind of one row is praised both times."""
    return any(kinds.isdisjoint(before.kinds[row]) for row, kinds in praise.kinds.items() if row in before.kinds)
