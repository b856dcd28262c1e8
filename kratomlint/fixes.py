"""Fixes made in a source. Pure, and checked: where a fix would let other words be read otherwise, it is not made."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from kratomlint.document import Document
from kratomlint.edits import applied
from kratomlint.finding import Edit, Finding
from kratomlint.named import NamedTuple
from kratomlint.readers import DEFAULT_PUBLISHED, parse
from kratomlint.source import SourceFile
from kratomlint.span import Span

# A page on which so many fixes cannot be made is none that a person wrote.
_MOST_READINGS = 100


class Fixed(NamedTuple):
    """A source after fixes, and the findings that they were for."""

    source: SourceFile
    findings: tuple[Finding, ...]


def can_fix(finding: Finding, unsafe: bool) -> bool:
    """Say whether a fix for the finding would be made."""
    return finding.suppressed is None and finding.fix is not None and (finding.fix.safe or unsafe)


def fixed(
    source: SourceFile,
    findings: Iterable[Finding],
    *,
    unsafe: bool = False,
    published: Sequence[str] = DEFAULT_PUBLISHED,
) -> Fixed:
    """Return the source with the fixes that do not overlap; what was left out may be possible in the result.

    `findings`: of this very source. A suppressed finding is not fixed, an unsafe fix only made where `unsafe`.
    """
    waiting = [list(apart(finding for finding in findings if can_fix(finding, unsafe)))]
    if not waiting[0]:
        return Fixed(source, ())
    reading = _Reading(parse(source, published=published), published)
    made: list[Finding] = []
    while waiting and reading.count < _MOST_READINGS:
        some = waiting.pop()
        if reading.stays([*made, *some]):
            made += some
        elif len(some) > 1:
            middle = len(some) // 2
            waiting += [some[middle:], some[:middle]]
    return Fixed(source._replace(text=applied(source.text, _edits(made))), tuple(made))


def apart(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield in the order of the text the findings with a fix that reach into no other's words."""
    end = -1
    for finding in sorted(findings, key=lambda finding: (_reach(finding), -finding.severity, finding.check_id)):
        reach = _reach(finding)
        if reach.start > end or (reach.start == end and reach.length):
            end = max(reach.end, end)
            yield finding


def _reach(finding: Finding) -> Span:
    assert finding.fix is not None
    spans = [finding.place.span, *(edit.span for edit in finding.fix.edits)]
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def _edits(findings: Iterable[Finding]) -> list[Edit]:
    return [edit for finding in findings if finding.fix for edit in finding.fix.edits]


class _Reading:
    """How a page reads, and whether it would read the same but for some edits."""

    def __init__(self, document: Document, published: Sequence[str]) -> None:
        self.count = 0
        self._document = document
        self._published = published
        self._pieces = sorted(
            (piece for piece in document.prose.pieces if piece.verbatim), key=lambda piece: piece.source
        )

    def stays(self, findings: Sequence[Finding]) -> bool:
        """Say whether the page with the fixes reads as it did, with the new words in the place of the old."""
        self.count += 1
        edits = _edits(findings)
        in_prose = [self._in_prose(edit) for edit in edits]
        if None in in_prose:
            return False
        prose = applied(self._document.prose.text, (edit for edit in in_prose if edit))
        source = self._document.source._replace(text=applied(self._document.source.text, edits))
        after = parse(source, published=self._published)
        return (
            after.prose.text == prose
            and _build(after) == _build(self._document)
            and len(after.directives) == len(self._document.directives)
        )

    def _in_prose(self, edit: Edit) -> Edit | None:
        """Return the edit in prose coordinates; None where it does not lie in words that stand as they are."""
        index = bisect_right(self._pieces, edit.span.start, key=lambda piece: piece.source.start) - 1
        if index < 0 or not self._pieces[index].source.contains(edit.span):
            return None
        piece = self._pieces[index]
        return edit._replace(span=edit.span.shifted(piece.prose.start - piece.source.start))


def _build(document: Document) -> list[tuple[object, ...]]:
    blocks = [(block.kind, block.level, block.lead) for block in document.blocks]
    return [*blocks, *((citation.kind, citation.target) for citation in document.citations)]
