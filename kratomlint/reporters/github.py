"""What GitHub shows of a run: annotations at the lines, and the page of the job. Written as the runner reads it.

GitHub keeps ten annotations of a kind from one step, so what is serious comes first and the page holds what is cut off.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from kratomlint.finding import Finding, RunResult, Severity, Trouble
from kratomlint.reporters import Background
from kratomlint.reporters.escaping import markdown_text
from kratomlint.reporters.summary import summary_line, troubles
from kratomlint.reporters.terminal import plain
from kratomlint.reporters.text import related_line, whole_message

_KINDS = {Severity.error: "error", Severity.warning: "warning", Severity.suggestion: "notice"}
# What the runner turns back when it reads a message, and a property of one.
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = _DATA | str.maketrans({":": "%3A", ",": "%2C"})
# GitHub drops a page of more than a mebibyte; its last line must still fit.
_MOST_BYTES = 1024 * 1024 - 1024


def report_github(result: RunResult, background: Background) -> Iterator[str]:
    """Yield an annotation for each trouble, then for each finding that isn't suppressed, errors first."""
    for trouble in troubles(result):
        properties = {"file": trouble.path, "title": "kratomlint could not do its work"}
        yield _command("error", properties, [trouble.what])
    for finding in _serious_first(result):
        message = [finding.message, *map(related_line, finding.related)]
        yield _command(_KINDS[finding.severity], _place(finding), message)


def job_summary(result: RunResult) -> Iterator[str]:
    """Yield the page of the job in Markdown: all that was found, as far as GitHub takes it."""
    head = f"### kratomlint\n\n{markdown_text(summary_line(result))}\n"
    size = len(head.encode())
    yield head
    rows = chain(map(_trouble_row, troubles(result)), map(_finding_row, _serious_first(result)))
    for number, row in enumerate(rows):
        row = row if number else f"\n| | Where | What | Check |\n|---|---|---|---|\n{row}"
        size += len(row.encode())
        if size > _MOST_BYTES:
            yield f"\n… and {1 + sum(1 for _ in rows):,} more, in the log of this step.\n"
            return
        yield row


def _serious_first(result: RunResult) -> Iterator[Finding]:
    for severity in sorted(Severity, reverse=True):
        yield from (finding for file in result.files for finding in file.spoken if finding.severity is severity)


def _place(finding: Finding) -> dict[str, str]:
    place = finding.place
    properties = {"file": place.path, "line": str(place.line), "endLine": str(place.end_line)}
    if place.line == place.end_line:
        # The runner refuses columns of a place that spans lines.
        properties |= {"col": str(place.column), "endColumn": str(place.end_column)}
    return {**properties, "title": finding.check_id}


def _command(kind: str, properties: dict[str, str], message: list[str]) -> str:
    written = ",".join(f"{name}={plain(value.translate(_PROPERTY))}" for name, value in properties.items() if value)
    data = "%0A".join(plain(line.translate(_DATA)) for line in message)
    return f"::{kind} {written}::{data}\n"


def _finding_row(finding: Finding) -> str:
    where = f"{finding.place.path}:{finding.place.line}:{finding.place.column}"
    return _row(finding.severity.name, where, whole_message(finding), finding.check_id)


def _trouble_row(trouble: Trouble) -> str:
    return _row("trouble", trouble.path, trouble.what, trouble.check_id or "")


def _row(*cells: str) -> str:
    return f"| {' | '.join(map(markdown_text, cells))} |\n"
