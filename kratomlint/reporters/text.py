"""One line per finding, as every editor's error format reads it."""

from __future__ import annotations

from collections.abc import Iterator

from kratomlint.finding import Finding, RunResult
from kratomlint.reporters import Background
from kratomlint.reporters.terminal import painted, plain


def report_text(result: RunResult, background: Background) -> Iterator[str]:
    """Yield a line for each finding that isn't suppressed, in the order of the text."""
    for file in result.files:
        for finding in file.findings:
            if finding.suppressed is None:
                yield finding_line(finding, background.color) + "\n"


def finding_line(finding: Finding, color: bool = False) -> str:
    """Return `path:line:column: severity: message [id]`, columns in code points from 1."""
    place, severity = finding.place, finding.severity.name
    where = painted(f"{plain(place.path)}:{place.line}:{place.column}:", "bold", color)
    name = painted(f"[{finding.check_id}]", "dim", color)
    return f"{where} {painted(f'{severity}:', severity, color)} {plain(finding.message)} {name}"
