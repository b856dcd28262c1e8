"""The form in which results are kept and travel: JSON, without what the next run knows better. Opens no file."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from kratomlint.facts import PackedFacts
from kratomlint.finding import (
    Confidence,
    Edit,
    FileResult,
    Finding,
    Fix,
    Place,
    Severity,
    Suppression,
)
from kratomlint.span import Span


def encode(result: FileResult) -> str:
    """Return the result as text, without its path, its troubles and its facts, of which only the checks are named."""
    return _text(
        [
            [_finding_values(finding) for finding in result.findings],
            list(result.facts),
            [[*item[:4], _place_values(item.place)] for item in result.suppressions],
            result.words,
            dict(result.skipped),
        ]
    )


def decode(text: str, path: str, load: Callable[[], bytes] = bytes) -> FileResult | None:
    """Return the result of the file at `path` that `text` holds; None where it holds none. `load` returns its facts."""
    try:
        findings, names, suppressions, words, skipped = json.loads(text)
        return FileResult(
            path=path,
            findings=tuple(_finding(values, path) for values in findings),
            facts=PackedFacts(path, tuple(names), load),
            suppressions=tuple(
                Suppression(tuple(patterns), first, last, reason, _place(place, path))
                for patterns, first, last, reason, place in suppressions
            ),
            words=_counted(words),
            skipped={reason: _counted(count) for reason, count in skipped.items()},
        )
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def encode_across(findings: Mapping[str, Sequence[Finding]]) -> str:
    """Return what was found across files as text."""
    return _text(
        {
            path: [[_finding_values(finding), [place.path for place in finding.related]] for finding in found]
            for path, found in findings.items()
        }
    )


def decode_across(text: str) -> dict[str, tuple[Finding, ...]] | None:
    """Return what was found across files, by path; None where `text` does not hold it."""
    try:
        return {
            path: tuple(_across(values, others, path) for values, others in found)
            for path, found in json.loads(text).items()
        }
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def _across(values: Sequence[Any], others: Sequence[str], path: str) -> Finding:
    finding = _finding(values, path)
    related = (place._replace(path=other) for place, other in zip(finding.related, others, strict=True))
    return finding._replace(related=tuple(related))


def _text(values: object) -> str:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))


def _counted(value: object) -> int:
    if type(value) is not int or value < 0:
        raise ValueError(value)
    return value


def _finding_values(finding: Finding) -> list[Any]:
    return [
        finding.check_id,
        finding.message,
        finding.severity,
        finding.confidence,
        _place_values(finding.place),
        finding.excerpt,
        finding.fingerprint,
        [_place_values(place) for place in finding.related],
        finding.fix and [finding.fix.title, finding.fix.edits, finding.fix.safe],
        finding.suppressed,
        finding.sides,
    ]


def _finding(values: Sequence[Any], path: str) -> Finding:
    check_id, message, severity, confidence, place, excerpt, fingerprint, related, fix, suppressed, sides = values
    return Finding(
        check_id=check_id,
        message=message,
        severity=Severity(severity),
        confidence=Confidence(confidence),
        place=_place(place, path),
        excerpt=excerpt,
        fingerprint=fingerprint,
        related=tuple(_place(other, path) for other in related),
        fix=fix and Fix(fix[0], tuple(Edit(Span(*span), text) for span, text in fix[1]), fix[2]),
        suppressed=suppressed,
        sides=tuple(sides),
    )


def _place_values(place: Place) -> list[Any]:
    return [*place.span, *place[2:]]


def _place(values: Sequence[Any], path: str) -> Place:
    start, end, *rest = values
    return Place(path, Span(start, end), *rest)
