"""The XML of JUnit as Jenkins' schema has it: a file is a suite, what was found in it are cases that fail.

No times and no host are in it, so that one run gives the bytes of another.
"""

from __future__ import annotations

from collections.abc import Iterator

from kratomlint.finding import FileResult, Finding, RunResult, Trouble
from kratomlint.reporters import Background
from kratomlint.reporters.escaping import xml_text
from kratomlint.reporters.summary import files_told
from kratomlint.reporters.text import related_line


def report_junit(result: RunResult, background: Background) -> Iterator[str]:
    """Yield a suite for each file: findings fail, suppressed ones are skipped, troubles are errors, else it passes."""
    files = files_told(result)
    tests = sum(_tests(file) for file in files)
    failures, errors = sum(map(_failures, files)), sum(len(file.troubles) for file in files)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield f'<testsuites name="kratomlint" tests="{tests}" failures="{failures}" errors="{errors}">\n'
    for file in files:
        yield from _suite(file)
    yield "</testsuites>\n"


def _tests(file: FileResult) -> int:
    return max(1, len(file.findings) + len(file.troubles))


def _failures(file: FileResult) -> int:
    return sum(1 for _ in file.spoken)


def _suite(file: FileResult) -> Iterator[str]:
    failures = _failures(file)
    yield (
        f'  <testsuite name="{xml_text(file.path)}" tests="{_tests(file)}" failures="{failures}"'
        f' errors="{len(file.troubles)}" skipped="{len(file.findings) - failures}">\n'
    )
    for trouble in file.troubles:
        yield _case(file, trouble.check_id or "trouble", _error(trouble))
    for finding in file.findings:
        name = f"{finding.check_id} ({finding.place.line}:{finding.place.column})"
        yield _case(file, name, _failure(finding) if finding.suppressed is None else _skipped(finding.suppressed))
    if not file.findings and not file.troubles:
        yield _case(file, "nothing found", "")
    yield "  </testsuite>\n"


def _case(file: FileResult, name: str, outcome: str) -> str:
    return f'    <testcase classname="{xml_text(file.path)}" name="{xml_text(name)}">\n{outcome}    </testcase>\n'


def _failure(finding: Finding) -> str:
    place = finding.place
    lines = [f"{place.path}:{place.line}:{place.column}", *map(related_line, finding.related)]
    message, body = xml_text(finding.message), "\n".join(map(xml_text, lines))
    return f'      <failure type="{finding.severity.name}" message="{message}">{body}</failure>\n'


def _skipped(reason: str) -> str:
    return f'      <skipped message="{xml_text(reason)}"/>\n'


def _error(trouble: Trouble) -> str:
    return f'      <error type="trouble" message="{xml_text(trouble.what)}"/>\n'
