"""What every finding must hold, whatever it is about: its words are where it says they are."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kratomlint.document import Document
from kratomlint.finding import Finding, Place
from kratomlint.source import SourceFile
from kratomlint.span import Span

_LINE_END = re.compile(r"\r\n|\r|\n")


def all_lie_where_they_say(findings: Iterable[Finding], document: Document) -> None:
    findings, source = tuple(findings), document.source
    for finding in findings:
        _lies_where_it_says(finding.place, source)
        _says_its_words(finding, document)
        for place in finding.related:
            if place.path == source.path:
                _lies_where_it_says(place, source)
        for edit in finding.fix.edits if finding.fix else ():
            assert 0 <= edit.span.start <= edit.span.end <= len(source.text)
    places = [finding.place.span for finding in findings]
    assert places == sorted(places)
    names = [(finding.check_id, finding.fingerprint) for finding in findings]
    assert len(set(names)) == len(names)


def _lies_where_it_says(place: Place, source: SourceFile) -> None:
    assert place.path == source.path
    assert 0 <= place.span.start <= place.span.end <= len(source.text)
    assert (place.line, place.column) == line_column(source.text, place.span.start)
    assert (place.end_line, place.end_column) == line_column(source.text, place.span.end)


def _says_its_words(finding: Finding, document: Document) -> None:
    assert finding.message.strip() == finding.message != ""
    assert not _LINE_END.search(finding.message)
    if finding.check_id.startswith("suppression/"):
        return
    prose, words = document.prose, finding.excerpt
    starts = (match.start() for match in re.finditer(f"(?={re.escape(words)})", prose.text))
    assert any(prose.to_source(Span(start, start + len(words))) == finding.place.span for start in starts)


def line_column(text: str, offset: int) -> tuple[int, int]:
    """Return the line and the column of an offset, both from 1, counted anew."""
    # The line end before a place between its two halves is not done yet.
    ends = [match.end() for match in _LINE_END.finditer(text) if match.end() <= offset]
    return len(ends) + 1, offset - (ends[-1] if ends else 0) + 1
