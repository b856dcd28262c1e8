"""What of a result is told: what is as severe as was asked for, and what a change touched."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from kratomlint.finding import Finding, RunResult, Severity
from kratomlint.records import gathered

if TYPE_CHECKING:
    from kratomlint.changes import Changes


def narrowed(result: RunResult, changes: Changes | None, severity: str | None) -> tuple[RunResult, dict[str, int]]:
    """Return the result without what nobody asked for, and how many findings those are, by why they were left out."""
    hidden: dict[str, int] = {}
    if changes is not None:
        result, hidden["on lines that the change did not touch"] = _only(result, changes.touch)
    if severity is not None:
        least = Severity[severity]
        result, hidden["below the severity asked for"] = _only(result, lambda finding: finding.severity >= least)
    return result, hidden


def _only(result: RunResult, is_wanted: Callable[[Finding], bool]) -> tuple[RunResult, int]:
    files, hidden = [], 0
    for file in result.files:
        hidden += sum(finding.suppressed is None and not is_wanted(finding) for finding in file.findings)
        files.append(file._replace(findings=gathered(filter(is_wanted, file.findings), file.path)))
    return result._replace(files=tuple(files)), hidden
