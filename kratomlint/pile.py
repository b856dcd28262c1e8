"""The findings of a file on their way to the reader: one for each reason, in the order of the text, numbered.

Of many findings a few numbers stay at hand; the rest is packed, and read again when it is its turn.
"""

from __future__ import annotations

import hashlib
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from heapq import merge
from itertools import compress

from kratomlint.finding import Finding
from kratomlint.records import MANY, gathered
from kratomlint.span import Span


class Pile:
    """Findings of the file at `path`, in the order in which the checks give them."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._waiting: list[Finding] = []
        # Of those that were put away: a few together in the order of the text, and their places in the pile.
        self._runs: list[tuple[Sequence[Finding], Sequence[int]]] = []
        self._outlines = _Outlines()

    def extend(self, findings: Iterable[Finding]) -> None:
        """Lay more findings on the pile."""
        for finding in findings:
            self._waiting.append(finding)
            if len(self._waiting) > MANY:
                self._put_away()

    def one_per_reason(self, failed: Collection[str] = ()) -> Iterator[Finding]:
        """Yield in the order of the text, of those that share their words and their reason, the most serious finding.

        Of those of one severity it is the longest. What checks that `failed` have found counts for nothing.
        """
        self._put_away()
        kept = self._outlines.one_per_reason(failed)
        return merge(*(compress(run, map(kept.__getitem__, places)) for run, places in self._runs), key=_order)

    def _put_away(self) -> None:
        waiting, first = self._waiting, len(self._outlines)
        order = sorted(range(len(waiting)), key=lambda index: _order(waiting[index]))
        self._runs.append(
            (gathered(map(waiting.__getitem__, order), self._path), array("I", (first + index for index in order)))
        )
        self._outlines.extend(waiting)
        self._waiting = []


class _Outlines:
    """Where findings lie, how serious they are and which check each is from."""

    def __init__(self) -> None:
        self._starts, self._ends = array("I"), array("I")
        self._severities, self._numbers = array("B"), array("H")
        self._checks: dict[str, int] = {}

    def __len__(self) -> int:
        return len(self._numbers)

    def extend(self, findings: Iterable[Finding]) -> None:
        for finding in findings:
            self._starts.append(finding.place.span.start)
            self._ends.append(finding.place.span.end)
            self._severities.append(finding.severity)
            self._numbers.append(self._checks.setdefault(finding.check_id, len(self._checks)))

    def one_per_reason(self, failed: Collection[str]) -> bytearray:
        """Return for each finding whether it is told."""
        told = bytearray(len(self))
        names = list(self._checks)
        for members in self._by_reason(failed):
            # Of what is apart nothing has to be compared, and a file may have a million findings.
            for cluster in self._clusters(sorted(members, key=self._span)):
                for index in self._kept(cluster, names):
                    told[index] = True
        return told

    def _span(self, index: int) -> Span:
        return Span(self._starts[index], self._ends[index])

    def _clusters(self, members: Iterable[int]) -> Iterator[list[int]]:
        """Yield the findings, which are in the order of the text, in groups that share no character with one another."""
        cluster: list[int] = []
        reached = 0
        for index in members:
            span = self._span(index)
            if cluster and span.start >= reached and span != self._span(cluster[-1]):
                yield cluster
                cluster = []
            cluster.append(index)
            reached = max(reached, span.end)
        if cluster:
            yield cluster

    def _kept(self, cluster: Sequence[int], names: Sequence[str]) -> Iterator[int]:
        kept: list[Span] = []
        for index in sorted(
            cluster,
            key=lambda index: (-self._severities[index], -self._span(index).length, names[self._numbers[index]]),
        ):
            span = self._span(index)
            # What is kept is in order and does not overlap, so that only its neighbours can.
            at = bisect_left(kept, span)
            if not any(span.overlaps(other) or span == other for other in kept[max(0, at - 1) : at + 1]):
                kept.insert(at, span)
                yield index

    def _by_reason(self, failed: Collection[str]) -> Collection[Sequence[int]]:
        reasons = [None if check_id in failed else _reason(check_id) for check_id in self._checks]
        by_reason: dict[str, array[int]] = {}
        for index, number in enumerate(self._numbers):
            if (reason := reasons[number]) is not None:
                by_reason.setdefault(reason, array("I")).append(index)
        return by_reason.values()


def number(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield findings, which are in order, with their fingerprints: check, folded sentence, how many such came before.

    No line number is in it, so a baseline survives edits elsewhere.
    """
    seen: Counter[bytes] = Counter()
    for finding in findings:
        digest = _digest(finding.check_id, finding.fingerprint)
        # All of it would be more than the sentence.
        key = digest.digest()[:8]
        digest.update(f"\0{seen[key]}".encode())
        seen[key] += 1
        yield finding._replace(fingerprint=digest.hexdigest()[:16])


def in_order(*runs: Iterable[Finding]) -> Iterator[Finding]:
    """Yield the findings of runs that are in order, in order."""
    return merge(*runs, key=_order)


def sort(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings in the order of the text; at one place the more serious first."""
    return sorted(findings, key=_order)


def fingerprint(*parts: str) -> str:
    """Return by what a finding is known again that `parts` tell from others."""
    return _digest(*parts).hexdigest()[:16]


def _order(finding: Finding) -> tuple[Span, int, str, str]:
    return finding.place.span, -finding.severity, finding.check_id, finding.message


def _digest(*parts: str) -> hashlib._Hash:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass"))


def _reason(check_id: str) -> str:
    pack, _, name = check_id.partition("/")
    return check_id if pack == "caveat" else f"{pack}/{name.split('-')[0]}"
