"""One file from its characters to its findings. Pure: every door calls `lint`, and nothing here opens a file."""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

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
from kratomlint.prose import Prose
from kratomlint.readers import parse
from kratomlint.registry import Check, CorpusCheck, CorpusHit
from kratomlint.source import SourceFile
from kratomlint.span import Span


def lint(source: SourceFile, profile: Profile) -> FileResult:
    """Return all that the profile's checks find in a file, in the order of the text."""
    if profile.knowledge.memory:
        profile.knowledge.memory.begin()
    document = parse(source, published=profile.published, knowledge=profile.knowledge)
    troubles: list[Trouble] = []
    settled = [
        finding
        for check in _worth_asking(profile, document)
        for finding in _findings(check, profile, document, troubles)
    ]
    facts = {check.card.id: _facts(check, document, troubles) for check in profile.corpus_checks}
    suppressions, misdirected = suppress.read(document, profile.known_ids, profile.card(suppress.UNKNOWN))
    findings = sort(number(one_per_reason([*settled, *misdirected])))
    return FileResult(
        path=source.path,
        findings=suppress.apply(findings, suppressions),
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
        sides=tuple(_hash(card.id, fold(fact.excerpt)) for fact in (hit.fact, *(fact for fact, _ in hit.related))),
    )


def place(span: Span, document: Document, label: str = "") -> Place:
    """Return where a prose span stands in the file."""
    source = document.prose.to_source(span)
    lines = document.source.lines
    return Place(document.source.path, source, *lines.line_column(source.start), *lines.line_column(source.end), label)


def sort(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings in the order of the text; at one place the more serious first."""
    return tuple(
        sorted(findings, key=lambda finding: (finding.place.span, -finding.severity, finding.check_id, finding.message))
    )


def number(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield the findings with their fingerprints: check, folded sentence, and how many such came before.

    No line number is in it, so a baseline survives edits elsewhere.
    """
    seen: Counter[tuple[str, str]] = Counter()
    for finding in sort(findings):
        key = finding.check_id, finding.fingerprint
        fingerprint = _hash(*key, str(seen[key]))
        seen[key] += 1
        yield finding._replace(fingerprint=fingerprint)


def one_per_reason(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield of findings that share their words and their reason only the most serious, then the longest."""
    alike: dict[str, list[Finding]] = {}
    for finding in findings:
        alike.setdefault(_reason(finding.check_id), []).append(finding)
    for found in alike.values():
        # Of what is apart nothing has to be compared, and a file may have a million findings.
        for cluster in _clusters(sorted(found, key=lambda finding: finding.place.span)):
            yield from _kept(cluster) if len(cluster) > 1 else cluster


def _clusters(findings: Iterable[Finding]) -> Iterator[list[Finding]]:
    """Yield the findings, which are in the order of the text, in groups that share no character with one another."""
    cluster: list[Finding] = []
    reached = 0
    for finding in findings:
        span = finding.place.span
        if cluster and span.start >= reached and span != cluster[-1].place.span:
            yield cluster
            cluster = []
        cluster.append(finding)
        reached = max(reached, span.end)
    if cluster:
        yield cluster


def _kept(findings: Iterable[Finding]) -> Iterator[Finding]:
    ordered = sorted(
        findings,
        key=lambda finding: (-finding.severity, finding.place.span.start - finding.place.span.end, finding.check_id),
    )
    kept: list[Span] = []
    for finding in ordered:
        span = finding.place.span
        # What is kept is in order and does not overlap, so that only its neighbours can.
        at = bisect_left(kept, span)
        if not any(span.overlaps(other) or span == other for other in kept[max(0, at - 1) : at + 1]):
            kept.insert(at, span)
            yield finding


def _hash(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _reason(check_id: str) -> str:
    pack, _, name = check_id.partition("/")
    return check_id if pack == "caveat" else f"{pack}/{name.split('-')[0]}"


def _worth_asking(profile: Profile, document: Document) -> Iterator[Check]:
    places = profile.gate.places(document.folded, document.sentence_starts)
    document.answer(read_places, places)
    may_find = profile.gate.always | places.keys()
    return (check for check in profile.checks if check.card.id in may_find)


def _findings(check: Check, profile: Profile, document: Document, troubles: list[Trouble]) -> list[Finding]:
    card = check.card
    severity = profile.severities[card.id]
    guards = [GUARDS[name] for name in card.unless]
    try:
        hits = [hit for hit in check.find(document) if not any(guard(document, hit.span) for guard in guards)]
        return [settle(hit, card, severity, document) for hit in hits]
    except Exception as error:  # A check that fails must not silence the others.
        troubles.append(_trouble(card.id, error, document))
        return []


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
