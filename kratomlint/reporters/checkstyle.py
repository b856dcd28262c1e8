"""The XML of Checkstyle, which Jenkins, reviewdog and many editors read."""

from __future__ import annotations

from collections.abc import Iterator

from kratomlint.finding import FileResult, Finding, RunResult, Severity, Trouble
from kratomlint.reporters import Background
from kratomlint.reporters.escaping import xml_text
from kratomlint.reporters.summary import files_told
from kratomlint.reporters.text import whole_message

_SEVERITIES = {Severity.error: "error", Severity.warning: "warning", Severity.suggestion: "info"}


def report_checkstyle(result: RunResult, background: Background) -> Iterator[str]:
    """Yield a `<file>` for each file, with an `<error>` for each trouble and each finding that isn't suppressed."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n'
    for file in files_told(result):
        yield from _file(file)
    yield "</checkstyle>\n"


def _file(file: FileResult) -> Iterator[str]:
    yield f'  <file name="{xml_text(file.path)}">\n'
    yield from map(_trouble, file.troubles)
    yield from map(_error, file.spoken)
    yield "  </file>\n"


def _error(finding: Finding) -> str:
    place = finding.place
    return (
        f'    <error line="{place.line}" column="{place.column}" severity="{_SEVERITIES[finding.severity]}"'
        f' message="{xml_text(whole_message(finding))}" source="kratomlint.{xml_text(finding.check_id)}"/>\n'
    )


def _trouble(trouble: Trouble) -> str:
    source = f"kratomlint.trouble.{trouble.check_id}" if trouble.check_id else "kratomlint.trouble"
    return f'    <error line="1" severity="error" message="{xml_text(trouble.what)}" source="{xml_text(source)}"/>\n'
