"""How a card looks: `find`, `swap`, `require`, `limit`, `agree`, `define`. Each becomes a function of a document, and nothing more."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

from kratomlint.card import Card
from kratomlint.document import Document
from kratomlint.finding import Hit, RelatedSpan
from kratomlint.knowledge import Knowledge
from kratomlint.language.cue import name_of
from kratomlint.language.needs import Needs, one_of
from kratomlint.language.patterns import Expression, Pattern, brief, words_expression
from kratomlint.pack import Known
from kratomlint.registry import Check, CorpusCheck, Find, code_check, code_check_on_demand
from kratomlint.span import Span

_ASIDE = frozenset({"title", "heading", "metadata", "alt", "caption"})

Way = tuple[Find, Callable[[], Needs | None]]


def build(card: Card, knowledge: Knowledge) -> Check | CorpusCheck:
    """Return the check that a card describes; raise where it names what is not there."""
    if card.method == "code":
        return code_check(card)
    check = build_alone(card, knowledge)
    needs = check.needs
    return check._replace(tell_needs=lambda: needs)


def build_alone(card: Card, knowledge: Knowledge) -> Check:
    """Return the check of one document that a card describes; nothing is imported or worked out until it has to look."""
    if card.method == "code":
        return code_check_on_demand(card)
    if card.method == "proselint":
        return _proselint_check(card)
    return Check(card, *_BUILDERS[card.method](card, knowledge))


def know(cards: Mapping[str, Card], knowledge: Knowledge) -> Known:
    """Return what is to be known of the cards; each is built, so that one which names what is not there is told."""
    built = [build(card, knowledge) for card in cards.values()]
    return Known.of(cards, {check.card.id: check.needs for check in built if isinstance(check, Check)})


def written_out(card: Card, knowledge: Knowledge) -> dict[str, str]:
    """Return the patterns of a card as `Knowledge.brief` holds them."""
    return {name_of(expression): brief(expression, knowledge) for expression in card.expressions}


def _pattern(card: Card, knowledge: Knowledge, prefix: str = "", everywhere: bool = False) -> Pattern | None:
    """Return a pattern of a card; `everywhere`: what the card needs does not say where it may match."""
    look, check_id = card.look, "" if everywhere else card.id
    if prefix + "words" in look:
        return Pattern(partial(words_expression, look[prefix + "words"]), check_id=check_id)
    if prefix + "pattern" in look:
        return Expression(look[prefix + "pattern"], knowledge, look.get("case", False), check_id)
    return None


def _spans(look: Mapping[str, Any], pattern: Pattern) -> Callable[[Document], Iterator[Span]]:
    kinds = frozenset(look.get("in", ()))
    skip = Pattern(partial(words_expression, look["skip"])) if look.get("skip") else None

    def spans(document: Document) -> Iterator[Span]:
        found = [span for span in pattern.spans(document) if not kinds or _kind(span, document) in kinds]
        skipped = skip.spans(document) if found and skip else ()
        return (span for span in found if not any(span.overlaps(other) for other in skipped))

    return spans


def _kind(span: Span, document: Document) -> str:
    block = document.block_at(span.start)
    return block.kind if block else ""


def _find(card: Card, knowledge: Knowledge) -> Way:
    pattern = _pattern(card, knowledge)
    assert pattern is not None
    spans = _spans(card.look, pattern)

    def find(document: Document) -> Iterator[Hit]:
        return (Hit(span) for span in spans(document))

    return find, pattern.needs


def _swap(card: Card, knowledge: Knowledge) -> Way:
    instead = {word.lower(): other for word, other in card.look["words"].items()}
    pattern = Pattern(partial(words_expression, instead), check_id=card.id)
    spans = _spans(card.look, pattern)

    def find(document: Document) -> Iterator[Hit]:
        from kratomlint.language.rewording import reworded

        for span in spans(document):
            new = reworded(document, span, instead[span.cut(document.folded)])
            yield Hit(span, {"instead": new.text}, new.text if new.fits else None, new.is_sure)

    return find, pattern.needs


def _require(card: Card, knowledge: Knowledge) -> Way:
    wanted, when = _pattern(card, knowledge, everywhere=True), _pattern(card, knowledge, "when_")
    keys = frozenset(card.look.get("metadata", ()))

    def find(document: Document) -> Iterator[Hit]:
        if keys and (not document.metadata or keys & document.metadata.keys()):
            return
        if wanted and wanted.spans(document):
            return
        place = _first(when, document) if when else _opening(document)
        if place is not None:
            yield Hit(place)

    return find, when.needs if when else lambda: None


def _first(pattern: Pattern, document: Document) -> Span | None:
    return next(iter(pattern.spans(document)), None)


def _opening(document: Document) -> Span | None:
    return document.sentences[0].span if document.sentences else None


def _limit(card: Card, knowledge: Knowledge) -> Way:
    pattern = _pattern(card, knowledge)
    assert pattern is not None
    spans = _spans(card.look, pattern)
    most, per = card.look.get("most", 1), card.look.get("per", "document")

    def find(document: Document) -> Iterator[Hit]:
        for group in _groups(list(spans(document)), per, document):
            if len(group) > most:
                values = {"count": str(len(group)), "most": str(most)}
                yield Hit(group[most], values, related=(RelatedSpan(group[0], "the first of them"),))

    return find, pattern.needs


def _groups(spans: list[Span], per: str | int, document: Document) -> list[list[Span]]:
    """Return the spans by document, block or sentence, or in runs of at most `per` words."""
    if per == "document":
        return [spans]
    keys = _runs(spans, per, document) if isinstance(per, int) else map(partial(_part, per, document), spans)
    groups: dict[object, list[Span]] = {}
    for span, key in zip(spans, keys, strict=True):
        groups.setdefault(key, []).append(span)
    return list(groups.values())


def _runs(spans: list[Span], length: int, document: Document) -> Iterator[int]:
    """Yield in which run of so many words each span stands; they are in the order of the text."""
    words = end = 0
    for span in spans:
        words += document.prose.text.count(" ", end, span.start)
        end = span.start
        yield words // length


def _part(per: str, document: Document, span: Span) -> object:
    return document.block_at(span.start) if per == "block" else document.sentence_at(span.start)


def _agree(card: Card, knowledge: Knowledge) -> Way:
    families = [
        [(form, Pattern(partial(words_expression, [form]), check_id=card.id)) for form in forms]
        for forms in card.look["forms"]
    ]
    needs = one_of(form.lower().rstrip("*") for forms in card.look["forms"] for form in forms)

    def find(document: Document) -> Iterator[Hit]:
        for family in families:
            present = [(form, span) for form, pattern in family if (span := _first(pattern, document))]
            for form, span in sorted(present, key=lambda pair: pair[1])[1:]:
                first = min(present, key=lambda pair: pair[1])
                label = f"spelled “{first[0]}” here"
                yield Hit(span, {"form": form, "first": first[0]}, related=(RelatedSpan(first[1], label),))

    return find, lambda: needs


def _define(card: Card, knowledge: Knowledge) -> Way:
    terms: dict[str, list[str]] = {}
    for term, long_forms in card.look["terms"].items():
        terms[term] = terms[term + "s"] = [form.lower() for form in long_forms]
    pattern = Pattern(partial(words_expression, terms, case=True), case=True, check_id=card.id)
    spans = _spans(card.look, pattern)
    needs = one_of(term.lower() for term in card.look["terms"])

    def find(document: Document) -> Iterator[Hit]:
        first: dict[str, Span] = {}
        # A term is written out in the running text.
        for span in sorted(spans(document), key=lambda span: _kind(span, document) in _ASIDE):
            short = span.cut(document.prose.text)
            first.setdefault(short if short in card.look["terms"] else short[:-1], span)
        for short, span in first.items():
            if not any(form in document.folded for form in terms[short]) and not _is_explained(short, document):
                yield Hit(span, {"full": card.look["terms"][short][0]})

    return find, lambda: needs


def _is_explained(short: str, document: Document) -> bool:
    """Say whether the article says in words of its own what a short form stands for, or what it is."""
    term = re.escape(short.lower())
    # What begins with a word is found a hundred times as quickly as what begins with what may stand before it.
    explained = (
        rf"{term}(?:(?<=\({term})s?[),;:]|(?<!\w{term})"
        r"(?: \((?=[^\W\d])|,? (?:or|short for|stands for|which is) |, (?:an?|the) ))"
    )
    return re.search(explained, document.folded) is not None


def _proselint_check(card: Card) -> Check:
    from kratomlint.code_checks import proselint_bridge

    path = card.look["call"]
    return Check(card, proselint_bridge.find(path), partial(proselint_bridge.needs, path))


_BUILDERS: Mapping[str, Callable[[Card, Knowledge], Way]] = {
    "find": _find,
    "swap": _swap,
    "require": _require,
    "limit": _limit,
    "agree": _agree,
    "define": _define,
}
