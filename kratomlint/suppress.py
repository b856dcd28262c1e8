"""What an article asks to stay silent about. Marks findings and drops none; knows ids, and no check.

`kratomlint-disable-line IDS -- reason` silences the line it stands on, `-disable-next-line` the next block (a
paragraph, an item, a cell) from its first line to its last, `-disable` everything down to `-enable` or the end,
`-disable-file` the file. IDS are ids, the beginnings of ids, or globs; none means all. `ignore` says the same as
`disable`. A finding is silenced by the line on which it starts; findings about directives cannot be silenced.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from heapq import heappop, heappush

from kratomlint.card import Card, names
from kratomlint.document import Directive, Document
from kratomlint.finding import Finding, Place, Suppression, shortened
from kratomlint.late import late
from kratomlint.named import NamedTuple
from kratomlint.source import SourceFile
from kratomlint.span import Span

UNKNOWN = "suppression/unknown"
UNUSED = "suppression/unused"
NO_REASON = "no reason given"

_WORDS = ("disable-next-line", "disable-line", "disable-file", "disable", "enable")
_DIRECTIVE = late(
    r"\s*(?P<name>kratomlint-(?P<word>[\w-]*\w))[:,]?(?P<ids>.*?)(?:(?<=\s)--(?!\S)(?P<reason>.*))?", re.DOTALL
)
_ID = late(r"[^\s,]+")
# Looking for the nearest id is slow; nobody reads more suggestions than this.
_MOST_SUGGESTIONS = 50
# Every line of a file: there is none below.
_LAST = 2**31


class Reading(NamedTuple):
    """What the directives of a document say, and findings about those that say nothing."""

    suppressions: tuple[Suppression, ...]
    misdirected: tuple[Finding, ...]


class _Fault(NamedTuple):
    """Words of a directive that do nothing: what is wrong with them and what to write."""

    span: Span
    what: str
    remedy: str


def read(document: Document, known: Mapping[str, str], card: Card | None = None) -> Reading:
    """Return the suppressions of a document, and a finding, worded by `card`, for each directive that does nothing.

    `known` gives every id, and every former one, the id that it has now.
    """
    if not document.directives:
        return Reading((), ())
    reader = _Reader(document, known)
    for directive in document.directives:
        reader.take(directive)
    source = document.source
    misdirected = (
        _finding(_place(source, fault.span), fault.span.cut(source.text), card, what=fault.what, remedy=fault.remedy)
        for fault in reader.faults
        if card
    )
    return Reading(reader.finish(), tuple(misdirected))


def apply(findings: Sequence[Finding], suppressions: Sequence[Suppression]) -> Iterable[Finding]:
    """Return the findings in their order, each that a suppression covers marked with its reason."""
    if not suppressions:
        return findings
    reasons = dict(_covered(findings, suppressions))
    return (
        finding._replace(suppressed=reasons[index]) if index in reasons else finding
        for index, finding in enumerate(findings)
    )


def unused(
    findings: Iterable[Finding],
    suppressions: Sequence[Suppression],
    card: Card,
    ran: Collection[str],
    waiting: Collection[str] = (),
) -> Iterator[Finding]:
    """Yield a finding, worded by `card`, for every pattern of a suppression that silences none of `findings`.

    Judged are patterns that name a check which `ran`, and none that is still `waiting` for other files.
    """
    told: dict[str, array[int]] = {}
    for finding in findings:
        told.setdefault(finding.check_id, array("I")).append(finding.place.line)
    lines = {check_id: array("I", sorted(numbers)) for check_id, numbers in told.items()}
    named: dict[str, list[str]] = {}
    for item in suppressions:
        for pattern in item.patterns or ("all",):
            if pattern not in named:
                is_open = any(names(pattern, check_id) for check_id in waiting)
                named[pattern] = [] if is_open else [check_id for check_id in ran if names(pattern, check_id)]
            used = any(_any_between(lines.get(check_id, ()), item) for check_id in named[pattern])
            if named[pattern] and not used:
                yield _finding(item.place, pattern, card)


class _Reader:
    """Turns directives, in their order, into stretches of lines."""

    def __init__(self, document: Document, known: Mapping[str, str]) -> None:
        self.faults: list[_Fault] = []
        self._source = document.source
        self._blocks = _block_lines(document)
        self._known = known
        self._named: dict[str, bool] = {}
        self._suppressions: list[Suppression] = []
        # The stretches that are not closed yet, by pattern ("" for all).
        self._open: dict[str, Suppression] = {}

    def take(self, directive: Directive) -> None:
        start = directive.span.start + max(0, directive.span.cut(self._source.text).find(directive.text))
        match = _DIRECTIVE.fullmatch(directive.text)
        if match is None:
            self._fault(directive.span, "is no directive", "kratomlint-", _SPELT)
            return
        verb = re.sub(r"^ignore", "disable", match["word"])
        if verb not in _WORDS:
            self._fault(Span(*match.span("name")).shifted(start), "is no directive", match["name"], _SPELT)
            return
        patterns, any_written = self._patterns(match, start)
        if patterns or not any_written:
            place = _place(self._source, directive.span)
            self._keep(verb, patterns, " ".join((match["reason"] or "").split()), place)

    def finish(self) -> tuple[Suppression, ...]:
        self._suppressions.extend(self._open.values())
        return tuple(sorted(self._suppressions, key=lambda item: (item.place.span, item.patterns)))

    def _patterns(self, match: re.Match[str], start: int) -> tuple[tuple[str, ...], bool]:
        """Return the patterns that are written, under their present names, and whether any word is."""
        written, stray = list(_ID.finditer(match.string, *match.span("ids"))), False
        patterns: dict[str, None] = {}
        for item in written:
            pattern = self._known.get(item[0], item[0])
            if self._names_any(pattern):
                patterns[pattern] = None
            elif "/" in item[0] or not stray:
                # A reason without its `--` is one slip, however many words it has.
                stray = stray or "/" not in item[0]
                self._fault(Span(*item.span()).shifted(start), "names no check", item[0], self._known)
        return tuple(patterns), bool(written)

    def _names_any(self, pattern: str) -> bool:
        if pattern not in self._named:
            self._named[pattern] = any(names(pattern, check_id) for check_id in self._known.values())
        return self._named[pattern]

    def _fault(self, span: Span, what: str, words: str, known: Iterable[str]) -> None:
        from difflib import get_close_matches

        near = get_close_matches(words, known, 1, 0.6) if len(self.faults) < _MOST_SUGGESTIONS else ()
        remedy = f"Did you mean `{near[0]}`?" if near else "Write `kratomlint-disable-line ID -- reason`."
        self.faults.append(_Fault(span, what, remedy))

    def _keep(self, verb: str, patterns: tuple[str, ...], reason: str, place: Place) -> None:
        if verb == "disable":
            for pattern in patterns or ("",):
                self._close(pattern, place.line)
                self._open[pattern] = Suppression((pattern,) if pattern else (), place.line, _LAST, reason, place)
        elif verb == "enable":
            closed = [self._close(pattern, place.line) for pattern in patterns or tuple(self._open)]
            if not any(closed):
                self.faults.append(_Fault(place.span, "enables what nothing disabled", "Take it out."))
        else:
            self._suppressions.append(Suppression(patterns, *self._lines(verb, place), reason, place))

    def _close(self, pattern: str, line: int) -> bool:
        stretch = self._open.pop(pattern, None)
        if stretch is not None:
            self._suppressions.append(stretch._replace(last_line=line))
        return stretch is not None

    def _lines(self, verb: str, place: Place) -> tuple[int, int]:
        if verb == "disable-file":
            return 1, _LAST
        if verb == "disable-line":
            return place.line, place.end_line
        line = self._next_written(place.end_line)
        return line, self._blocks.get(line, line)

    def _next_written(self, line: int) -> int:
        """Return the number of the first line below `line` that is not blank, or of the last."""
        text, starts = self._source.text, self._source.lines.starts
        if line >= len(starts):
            return line
        match = _WRITTEN.search(text, starts[line])
        return self._source.lines.line_column(match.start())[0] if match else len(starts)


_SPELT = tuple(f"kratomlint-{word}" for word in _WORDS)
_WRITTEN = late(r"\S")


def _block_lines(document: Document) -> dict[int, int]:
    """Return the last line of the longest block that starts on a line, by that line."""
    last: dict[int, int] = {}
    for block in document.blocks:
        place = _place(document.source, document.prose.to_source(block.span))
        last[place.line] = max(last.get(place.line, 0), place.end_line)
    return last


def _covered(findings: Sequence[Finding], suppressions: Sequence[Suppression]) -> Iterator[tuple[int, str]]:
    """Yield of each finding that a suppression covers the index and the reason."""
    lines = array("I", (finding.place.line for finding in findings))
    for check_id, indices in _by_check(findings).items():
        named = [item for item in suppressions if _any_names(item.patterns, check_id)]
        ordered = sorted(indices, key=lines.__getitem__)
        for index, reason in zip(ordered, _reasons(map(lines.__getitem__, ordered), named), strict=True):
            if reason is not None:
                yield index, reason


def _by_check(findings: Iterable[Finding]) -> dict[str, array[int]]:
    groups: dict[str, array[int]] = {}
    for index, finding in enumerate(findings):
        if finding.check_id not in (UNKNOWN, UNUSED):
            groups.setdefault(finding.check_id, array("I")).append(index)
    return groups


def _reasons(lines: Iterable[int], suppressions: Iterable[Suppression]) -> Iterator[str | None]:
    """Yield for each line, in rising order, the reason of the suppression that covers it and starts last."""
    coming = sorted(enumerate(suppressions), key=lambda item: item[1].first_line, reverse=True)
    covering: list[tuple[int, int, Suppression]] = []
    for line in lines:
        while coming and coming[-1][1].first_line <= line:
            number, item = coming.pop()
            heappush(covering, (-item.first_line, -number, item))
        while covering and covering[0][2].last_line < line:
            heappop(covering)
        yield (covering[0][2].reason or NO_REASON) if covering else None


def _any_names(patterns: Sequence[str], check_id: str) -> bool:
    return not patterns or any(names(pattern, check_id) for pattern in patterns)


def _any_between(lines: Sequence[int], item: Suppression) -> bool:
    index = bisect_left(lines, item.first_line)
    return index < len(lines) and lines[index] <= item.last_line


def _finding(place: Place, words: str, card: Card, **values: str) -> Finding:
    return Finding(
        check_id=card.id,
        message=card.message.format_map({"hit": shortened(words), **values}),
        severity=card.severity,
        confidence=card.confidence,
        place=place,
        excerpt=words,
        fingerprint=words,
    )


def _place(source: SourceFile, span: Span) -> Place:
    return Place(source.path, span, *source.lines.line_column(span.start), *source.lines.line_column(span.end))
