"""One line per finding, as every editor's error format reads it."""

from __future__ import annotations

from collections.abc import Iterator

from kratomlint.finding import Finding, Place, RunResult
from kratomlint.reporters import Background
from kratomlint.reporters.terminal import painted, plain


def report_text(result: RunResult, background: Background) -> Iterator[str]:
    """Yield a line for each finding that isn't suppressed, in the order of the text."""
    for file in result.files:
        for finding in file.spoken:
            yield finding_line(finding, background.color) + "\n"


def finding_line(finding: Finding, color: bool = False) -> str:
    """Return `path:line:column: severity: message [id]`, columns in code points from 1."""
    place, severity = finding.place, finding.severity.name
    where = painted(f"{plain(place.path)}:{place.line}:{place.column}:", "bold", color)
    name = painted(f"[{plain(finding.check_id)}]", "dim", color)
    return f"{where} {painted(f'{severity}:', severity, color)} {plain(finding.message)} {name}"


def related_line(place: Place) -> str:
    """Return `label: path:line:column` for the other half of a finding."""
    return plain(f"{place.label or 'see also'}: {place.path}:{place.line}:{place.column}")


def whole_message(finding: Finding) -> str:
    """Return the message and the related places in one line, for where a report has room for no more."""
    related = "; ".join(map(related_line, finding.related))
    return plain(finding.message) + (f" ({related})" if related else "")
