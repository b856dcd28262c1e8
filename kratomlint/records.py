"""The form in which results are kept and travel: JSON, without what the next run knows better. Opens no file.

Many findings of one file are held in it too, packed some together, and are made of it whenever they are asked for.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import Any

from kratomlint.afresh import TOGETHER, Afresh
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

# No article has so many findings, of which each takes two thousand bytes.
MANY = 1000
# Neighbours are alike, and the quickest way to pack them takes out most of it.
_LEVEL = 1
# What is raised by text that no result was made of.
_DAMAGED = (ValueError, TypeError, KeyError, AttributeError, RecursionError, zlib.error)


class Packed(Afresh[Finding]):
    """Findings of the file at `path`, of which some dozens of bytes are held for each."""

    __slots__ = ("_length", "packs", "path")

    def __init__(self, path: str, packs: Sequence[bytes]) -> None:
        super().__init__()
        self.path, self.packs = path, packs
        self._length = TOGETHER * (len(packs) - 1) + len(self._unpacked(packs[-1]))

    def __len__(self) -> int:
        return self._length

    def __iter__(self) -> Iterator[Finding]:
        return chain.from_iterable(map(self._unpacked, self.packs))

    def _made(self, first: int, last: int) -> Sequence[Finding]:
        return self._unpacked(self.packs[first // TOGETHER]) if first < last else ()

    def _unpacked(self, pack: bytes) -> Sequence[Finding]:
        return [_finding(values, self.path) for values in json.loads(zlib.decompress(pack))]


def gathered(findings: Iterable[Finding], path: str) -> Sequence[Finding]:
    """Return the findings of the file at `path`, packed where they are many."""
    if isinstance(findings, tuple | Packed):
        return findings
    coming = iter(findings)
    few = tuple(islice(coming, MANY))
    following = tuple(islice(coming, 1))
    return Packed(path, _packs(chain(few, following, coming), path)) if following else few


def encode(result: FileResult) -> str:
    """Return the result as text, without its path, its troubles and its facts, of which only the checks are named."""
    return _text(
        [
            _told(result.findings, result.path),
            list(result.facts),
            [[*item[:4], _place_values(item.place, result.path)] for item in result.suppressions],
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
            findings=_findings(findings, path),
            facts=PackedFacts(path, tuple(names), load),
            suppressions=tuple(
                Suppression(tuple(patterns), first, last, reason, _place(place, path))
                for patterns, first, last, reason, place in suppressions
            ),
            words=_counted(words),
            skipped={reason: _counted(count) for reason, count in skipped.items()},
        )
    except _DAMAGED:
        return None


def encode_across(findings: Mapping[str, Sequence[Finding]]) -> str:
    """Return what was found across files as text."""
    return _text({path: [_finding_values(finding, path) for finding in found] for path, found in findings.items()})


def decode_across(text: str) -> dict[str, tuple[Finding, ...]] | None:
    """Return what was found across files, by path; None where `text` does not hold it."""
    try:
        return {path: tuple(_finding(values, path) for values in found) for path, found in json.loads(text).items()}
    except _DAMAGED:
        return None


def _packs(findings: Iterable[Finding], path: str) -> list[bytes]:
    coming = (_finding_values(finding, path) for finding in findings)
    parts = iter(lambda: list(islice(coming, TOGETHER)), [])
    return [zlib.compress(_text(part).encode("utf-8", "surrogatepass"), _LEVEL) for part in parts]


def _told(findings: Sequence[Finding], path: str) -> list[Any]:
    if isinstance(findings, Packed):
        from base64 import b64encode

        return [b64encode(pack).decode() for pack in findings.packs]
    return [_finding_values(finding, path) for finding in findings]


def _findings(told: Sequence[Any], path: str) -> Sequence[Finding]:
    if told and isinstance(told[0], str):
        from base64 import b64decode

        return _whole(Packed(path, [b64decode(pack) for pack in told]))
    return tuple(_finding(values, path) for values in told)


def _whole(packed: Packed) -> Packed:
    """Return the findings if all are there; raise `ValueError`."""
    if sum(1 for _ in packed) != len(packed):
        raise ValueError(packed)
    return packed


def _text(values: object) -> str:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))


def _counted(value: object) -> int:
    if type(value) is not int or value < 0:
        raise ValueError(value)
    return value


def _finding_values(finding: Finding, path: str) -> list[Any]:
    return [
        finding.check_id,
        finding.message,
        finding.severity,
        finding.confidence,
        _place_values(finding.place, path),
        finding.excerpt,
        finding.fingerprint,
        [_place_values(place, path) for place in finding.related],
        finding.fix and [finding.fix.title, finding.fix.edits, finding.fix.safe],
        finding.suppressed,
        finding.known,
        finding.sides,
    ]


def _finding(values: Sequence[Any], path: str) -> Finding:
    check_id, message, severity, confidence, place, excerpt, fingerprint, related, fix, suppressed, known, sides = (
        values
    )
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
        known=known,
        sides=tuple(sides),
    )


def _place_values(place: Place, path: str) -> list[Any]:
    """Return a place as it is told in what is said of the file at `path`, whose places do not name it."""
    own = [*place.span, *place[2:]]
    return own if place.path == path else [*own, place.path]


def _place(values: Sequence[Any], path: str) -> Place:
    start, end, line, column, end_line, end_column, label, *others = values
    return Place(others[0] if others else path, Span(start, end), line, column, end_line, end_column, label)
