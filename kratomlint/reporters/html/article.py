"""An article cut at its marks, and the notes for its margin, as data. Knows no markup and no other article."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from kratomlint.document import Block, Document
from kratomlint.finding import FileResult, Finding
from kratomlint.named import NamedTuple
from kratomlint.reporters.full import silencing
from kratomlint.reporters.html.places import Places
from kratomlint.reporters.terminal import plain
from kratomlint.source import SourceFile
from kratomlint.span import Span

# More notes than this on the same words are about the article rather than about them.
_CROWD = 3
# A note stands behind the words it is about; of so many characters, behind the first few.
_LONG, _FEW = 140, 60


class Mark(NamedTuple):
    """Words (in prose coordinates) and the number of the note about them; `anchor`: where the note is called for."""

    number: int
    span: Span
    anchor: int


class Article(NamedTuple):
    """An article as data, and the numbers of the notes on its findings, in the order of the findings."""

    data: dict[str, Any]
    numbers: list[int]


def article(file: FileResult, document: Document | None, source: SourceFile | None) -> Article:
    """Return an article's blocks and notes; of a file that can no longer be read, the notes alone.

    Notes are numbered as the text calls for them. `above`: those that stand above the article, not beside a line of it.
    """
    places = _places(file.findings, document) if document else {}
    order = sorted(range(len(file.findings)), key=lambda index: places[index].anchor if index in places else -1)
    numbers = [0] * len(order)
    for number, index in enumerate(order, 1):
        numbers[index] = number
    marks = [mark._replace(number=numbers[index]) for index, mark in places.items()]
    crowds = Counter(mark.span for mark in marks)
    loose = [numbers[index] for index in order if index not in places]
    data = {
        "blocks": list(_blocks(document, marks)) if document else None,
        "notes": [_note(number, file.findings[index], source) for number, index in enumerate(order, 1)],
        "above": sorted([*loose, *(mark.number for mark in marks if crowds[mark.span] > _CROWD)]),
        "troubles": [plain(trouble.what) for trouble in file.troubles],
    }
    return Article(data, numbers)


def _note(number: int, finding: Finding, source: SourceFile | None) -> dict[str, Any]:
    return {
        "number": number,
        "check": finding.check_id,
        "severity": finding.severity.name,
        "message": plain(finding.message),
        "line": finding.place.line,
        "column": finding.place.column,
        "kept": _kept(finding),
        "fix": plain(finding.fix.title) if finding.fix else None,
        "keep": silencing(finding, source),
    }


def _kept(finding: Finding) -> str | None:
    """Return why the words stay although they were found, or None where nobody said that they may."""
    if finding.known:
        return "it stands in the baseline"
    return None if finding.suppressed is None else plain(finding.suppressed)


def _places(findings: Sequence[Finding], document: Document) -> dict[int, Mark]:
    """Return the marks of the findings whose words a reader sees, by the finding's index and not yet numbered."""
    places, found = Places(document.prose), {}
    for index, finding in enumerate(findings):
        span = places.prose(finding.place.span)
        block = document.block_at(span.start) if span else None
        if span and block:
            found[index] = Mark(0, span, _anchor(span, block, document.prose.text))
    return found


def _anchor(span: Span, block: Block, text: str) -> int:
    end = min(span.end, block.span.end)
    if end - span.start <= _LONG:
        return max(end, span.start)
    space = text.find(" ", span.start + _FEW, end)
    return space if space >= 0 else end


def _blocks(document: Document, marks: Iterable[Mark]) -> Iterator[list[Any]]:
    """Yield each block as [kind, level, segments]."""
    ordered = sorted(marks, key=lambda mark: mark.span.start)
    starts = [mark.span.start for mark in ordered]
    first, reaching = 0, list[Mark]()
    for index, block in enumerate(document.blocks):
        is_last = index + 1 == len(document.blocks)
        last = len(starts) if is_last else bisect_left(starts, document.blocks[index + 1].span.start, first)
        here = [*reaching, *ordered[first:last]]
        yield [block.kind, block.level, list(_segments(block.span, here, document.prose.text))]
        first, reaching = last, [mark for mark in here if mark.span.end > block.span.end]


def _segments(block: Span, marks: Sequence[Mark], text: str) -> Iterator[Any]:
    """Yield the block's words between any two cuts: bare, or with the notes on them and the notes called for behind."""
    opening, closing, calling = dict[int, list[int]](), dict[int, list[int]](), dict[int, list[int]]()
    for number, span, anchor in sorted(marks):
        opening.setdefault(max(span.start, block.start), []).append(number)
        closing.setdefault(min(span.end, block.end), []).append(number)
        if block.start <= anchor <= block.end and span.start >= block.start:
            calling.setdefault(anchor, []).append(number)
    cuts = sorted({block.start, block.end, *opening, *closing, *calling})
    over: dict[int, None] = {}
    position = block.start
    for cut in cuts:
        words, called = plain(text[position:cut]), calling.get(cut, [])
        if words or called:
            yield [words, list(over), called] if over or called else words
        for number in opening.get(cut, ()):
            over[number] = None
        for number in closing.get(cut, ()):
            over.pop(number, None)
        position = cut
