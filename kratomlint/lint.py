"""One file from its characters to its findings. Pure: every door calls `lint`, and nothing here opens a file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kratomlint import suppress
from kratomlint.card import Card
from kratomlint.catalogue import Profile
from kratomlint.document import Document, fold
from kratomlint.finding import (
    Edit,
    Fact,
    FileResult,
    Finding,
    Fix,
    Hit,
    Place,
    PlacedFact,
    Severity,
    Trouble,
    shortened,
)
from kratomlint.language.budget import OverBudgetError
from kratomlint.language.guards import GUARDS
from kratomlint.language.lines import read_places
from kratomlint.pile import Pile, fingerprint, number
from kratomlint.prose import Prose
from kratomlint.readers import parse
from kratomlint.records import gathered
from kratomlint.registry import Check, CorpusCheck, CorpusHit
from kratomlint.source import SourceFile
from kratomlint.span import Span


def lint(source: SourceFile, profile: Profile) -> FileResult:
    """Return all that the profile's checks find in a file, in the order of the text."""
    if profile.knowledge.memory:
        profile.knowledge.memory.begin()
    document = parse(source, published=profile.published, knowledge=profile.knowledge)
    troubles: list[Trouble] = []
    pile = Pile(source.path)
    for check in _worth_asking(profile, document):
        pile.extend(_findings(check, profile, document, troubles))
    failed = {trouble.check_id for trouble in troubles if trouble.check_id}
    facts = {check.card.id: _facts(check, document, troubles) for check in profile.corpus_checks}
    suppressions, misdirected = suppress.read(document, profile.known_ids, profile.card(suppress.UNKNOWN))
    pile.extend(misdirected)
    findings = gathered(number(pile.one_per_reason(failed)), source.path)
    return FileResult(
        path=source.path,
        findings=gathered(suppress.apply(findings, suppressions), source.path),
        facts={check_id: placed for check_id, placed in facts.items() if placed},
        troubles=tuple(troubles),
        words=document.words,
        skipped=dict(document.skipped),
        suppressions=suppressions,
    )


def settle(hit: Hit, card: Card, severity: Severity, document: Document) -> Finding:
    """Return a hit as the reader sees it: message, severity, place in the file, fix."""
    words = hit.span.cut(document.prose.text)
    values = {"hit": shortened(words), **hit.values}
    return Finding(
        check_id=card.id,
        message=card.message.format_map(values),
        severity=hit.severity or severity,
        confidence=hit.confidence or card.confidence,
        place=place(hit.span, document),
        related=tuple(place(span, document, label) for span, label in hit.related),
        excerpt=words,
        fingerprint=_sentence(hit.span, document),
        fix=_fix(hit, card, document),
    )


def settle_corpus(check: CorpusCheck, hit: CorpusHit, severities: Mapping[str, Severity]) -> Finding:
    """Return a corpus hit as the reader sees it."""
    card = check.card
    values = {"hit": shortened(hit.fact.excerpt), **hit.values}
    return Finding(
        check_id=card.id,
        message=card.message.format_map(values),
        severity=hit.severity or severities[card.id],
        confidence=card.confidence,
        place=hit.fact.place,
        related=tuple(fact.place._replace(label=label) for fact, label in hit.related),
        excerpt=hit.fact.excerpt,
        fingerprint=fold(hit.fact.excerpt),
        sides=tuple(
            fingerprint(card.id, fold(fact.excerpt)) for fact in (hit.fact, *(fact for fact, _ in hit.related))
        ),
    )


def place(span: Span, document: Document, label: str = "") -> Place:
    """Return where a prose span stands in the file."""
    source = document.prose.to_source(span)
    lines = document.source.lines
    return Place(document.source.path, source, *lines.line_column(source.start), *lines.line_column(source.end), label)


def _worth_asking(profile: Profile, document: Document) -> Iterator[Check]:
    places = profile.gate.places(document.folded, document.sentence_starts)
    document.answer(read_places, places)
    may_find = profile.gate.always | places.keys()
    return profile.checks.of(may_find)


def _findings(check: Check, profile: Profile, document: Document, troubles: list[Trouble]) -> Iterator[Finding]:
    card = check.card
    severity = profile.severities[card.id]
    guards = [GUARDS[name] for name in card.unless]
    try:
        for hit in check.find(document):
            if not any(guard(document, hit.span) for guard in guards):
                yield settle(hit, card, severity, document)
    except Exception as error:  # A check that fails must not silence the others.
        troubles.append(_trouble(card.id, error, document))


def _facts(check: CorpusCheck, document: Document, troubles: list[Trouble]) -> tuple[PlacedFact, ...]:
    try:
        return tuple(_placed(fact, document) for fact in check.gather(document))
    except Exception as error:  # As above: the other checks still speak.
        troubles.append(_trouble(check.card.id, error, document))
        return ()


def _placed(fact: Fact, document: Document) -> PlacedFact:
    return PlacedFact(fact.key, fact.values, place(fact.span, document), fact.span.cut(document.prose.text))


def _trouble(check_id: str, error: Exception, document: Document) -> Trouble:
    what = f"{check_id} failed here ({type(error).__name__}: {error}); its findings are missing"
    if isinstance(error, OverBudgetError):
        what = f"{check_id} took too long here; its findings are missing. {error}"
    return Trouble(document.source.path, what, check_id)


def _sentence(span: Span, document: Document) -> str:
    sentence = document.sentence_at(span.start)
    # All findings in a sentence share its words, which may be thousands.
    return document.folded_sentences[sentence.number] if sentence else ""


def _fix(hit: Hit, card: Card, document: Document) -> Fix | None:
    if hit.replacement is None:
        return None
    # Most articles have nothing to write anew.
    from kratomlint.language.rewording import with_article

    edit = _edit(*with_article(document, hit.span, hit.replacement), document.prose)
    title = f"Replace with “{hit.replacement}”" if hit.replacement else "Delete"
    return Fix(title, (edit,), card.safe and hit.is_sure) if edit else None


def _edit(span: Span, new: str, prose: Prose) -> Edit | None:
    """Return the edit that puts `new` there; where markup stands between the words, one of the letters that change."""
    if prose.is_verbatim(span):
        return Edit(prose.to_source(span), new)
    old = span.cut(prose.text)
    same = next(
        (at for at, pair in enumerate(zip(old, new, strict=False)) if len(set(pair)) > 1), min(len(old), len(new))
    )
    rest = min(len(old), len(new)) - same
    same_end = next((at for at in range(rest) if old[-1 - at] != new[-1 - at]), rest)
    part = Span(span.start + same, span.end - same_end)
    # Letters that are put in must stand between two that are neighbours in the file.
    anchor = part if part.length else Span(max(span.start, part.start - 1), min(span.end, part.end + 1))
    if not prose.is_verbatim(anchor):
        return None
    start = prose.to_source(anchor).start + part.start - anchor.start
    return Edit(Span(start, start + part.length), new[same : len(new) - same_end])
