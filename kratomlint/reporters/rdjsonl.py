"""Reviewdog's diagnostic format, a diagnostic a line. Its columns count the bytes of UTF-8, and its ends are exclusive."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kratomlint.finding import Finding, Fix, Place, RunResult, Severity, Trouble
from kratomlint.reporters import Background
from kratomlint.reporters.escaping import json_text
from kratomlint.reporters.summary import troubles
from kratomlint.reporters.terminal import plain
from kratomlint.reporters.text import whole_message
from kratomlint.source import SourceFile

_SEVERITIES = {Severity.error: "ERROR", Severity.warning: "WARNING", Severity.suggestion: "INFO"}
_SOURCE = {"name": "kratomlint", "url": "https://github.com/kratomlint/kratomlint"}


def report_rdjsonl(result: RunResult, background: Background) -> Iterator[str]:
    """Yield a line for each trouble and for each finding that isn't suppressed."""
    for trouble in troubles(result):
        yield json_text(_trouble(trouble)) + "\n"
    for file in result.files:
        for finding in file.spoken:
            yield json_text(_diagnostic(finding, background.source(file.path))) + "\n"


def _diagnostic(finding: Finding, source: SourceFile | None) -> dict[str, Any]:
    diagnostic = {
        "message": whole_message(finding),
        "location": {"path": finding.place.path, "range": _range(finding.place, source)},
        "severity": _SEVERITIES[finding.severity],
        "source": _SOURCE,
        "code": {"value": plain(finding.check_id)},
    }
    suggestions = _suggestions(finding.fix, source) if finding.fix and source else []
    return {**diagnostic, "suggestions": suggestions} if suggestions else diagnostic


def _range(place: Place, source: SourceFile | None) -> dict[str, Any]:
    """Return the place; of a file that can no longer be read, which holds the bytes, its lines alone."""
    if source is None or place.span.end > len(source.text):
        return {"start": {"line": place.line}, "end": {"line": place.end_line}}
    return {"start": _position(place.span.start, source), "end": _position(place.span.end, source)}


def _suggestions(fix: Fix, source: SourceFile) -> list[dict[str, Any]]:
    """Return the fix if it is one edit: reviewdog offers each suggestion by itself, and half a fix is none."""
    if len(fix.edits) != 1:
        return []
    (span, text), end = fix.edits[0], len(source.text)
    if span.end > end:
        return []
    return [{"range": {"start": _position(span.start, source), "end": _position(span.end, source)}, "text": text}]


def _position(offset: int, source: SourceFile) -> dict[str, int]:
    line, column = source.lines.utf8_position(offset)
    return {"line": line, "column": column}


def _trouble(trouble: Trouble) -> dict[str, Any]:
    return {
        "message": plain(trouble.what),
        "location": {"path": trouble.path or "."},
        "severity": "ERROR",
        "source": _SOURCE,
        "code": {"value": plain(trouble.check_id or "kratomlint/trouble")},
    }
