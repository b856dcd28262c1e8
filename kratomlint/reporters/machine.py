"""Results for programs. `schema.json` beside this module is the contract; it holds until its number changes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kratomlint import __version__
from kratomlint.finding import FileResult, Finding, Fix, Place, RunResult, Trouble
from kratomlint.reporters import Background
from kratomlint.reporters.escaping import json_text
from kratomlint.reporters.summary import tally, troubles
from kratomlint.source import SourceFile

SCHEMA = 1


def report_json(result: RunResult, background: Background) -> Iterator[str]:
    """Yield one JSON object, a finding at a time."""
    yield f'{{"kratomlint": {json_text(__version__)}, "schema": {SCHEMA},\n "files": ['
    for number, file in enumerate(result.files):
        yield ",\n  " if number else "\n  "
        yield from _file(file, background)
    yield f'],\n "troubles": {json_text([_trouble(trouble) for trouble in result.troubles])}'
    yield f',\n "summary": {json_text(tally(result))}}}\n'


def report_json_lines(result: RunResult, background: Background) -> Iterator[str]:
    """Yield a JSON object a line: each finding, each trouble, and last the counts, by which one sees that all came."""
    for file in result.files:
        for finding in file.findings:
            yield _line("finding", {"path": file.path, **_finding(finding, background)})
    for trouble in troubles(result):
        yield _line("trouble", _trouble(trouble))
    yield _line("summary", {"kratomlint": __version__, "schema": SCHEMA, **tally(result)})


def _line(type: str, values: dict[str, Any]) -> str:
    return json_text({"type": type, **values}) + "\n"


def _file(file: FileResult, background: Background) -> Iterator[str]:
    head = {"path": file.path, "words": file.words, "skipped_words": file.skipped_words}
    yield f'{json_text(head)[:-1]}, "findings": ['
    for number, finding in enumerate(file.findings):
        yield (", " if number else "") + json_text(_finding(finding, background))
    yield f'], "troubles": {json_text([_trouble(trouble) for trouble in file.troubles])}}}'


def _finding(finding: Finding, background: Background) -> dict[str, Any]:
    return {
        "check": finding.check_id,
        "severity": finding.severity.name,
        "confidence": finding.confidence.name,
        "message": finding.message,
        **_range(finding.place),
        "excerpt": finding.excerpt,
        "related": [{"path": place.path, **_range(place), "label": place.label} for place in finding.related],
        "fix": _fix(finding.fix, background.source(finding.place.path)) if finding.fix else None,
        "fingerprint": finding.fingerprint,
        "suppressed": finding.suppressed,
        "known": finding.known,
    }


def _range(place: Place) -> dict[str, int]:
    return {
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
    }


def _fix(fix: Fix, source: SourceFile | None) -> dict[str, Any] | None:
    """Return the fix with lines and columns; None where the file can no longer be read."""
    if source is None:
        return None
    edits = []
    for span, text in fix.edits:
        line, column = source.lines.line_column(span.start)
        end_line, end_column = source.lines.line_column(span.end)
        edits.append({"line": line, "column": column, "end_line": end_line, "end_column": end_column, "text": text})
    return {"title": fix.title, "safe": fix.safe, "edits": edits}


def _trouble(trouble: Trouble) -> dict[str, Any]:
    return {"path": trouble.path, "what": trouble.what, "check": trouble.check_id}
