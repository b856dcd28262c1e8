"""Results as SARIF 2.1.0, the format in which code-scanning services take findings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kratomlint import __version__
from kratomlint.finding import Finding, Fix, Place, RunResult, Severity, Trouble
from kratomlint.reporters import Background
from kratomlint.reporters.escaping import json_text, uri
from kratomlint.reporters.sarif_rules import LEVELS, rule
from kratomlint.reporters.summary import tally, troubles
from kratomlint.reporters.terminal import plain
from kratomlint.source import SourceFile

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_HOME = "https://github.com/kratomlint/kratomlint"
# Every relative address is meant from the folder in which kratomlint ran; which folder that is, no report tells.
_ROOT = "%SRCROOT%"
# Grows when a sentence that has not changed gets another fingerprint.
_FINGERPRINT = "kratomlint/v1"


def report_sarif(result: RunResult, background: Background) -> Iterator[str]:
    """Yield one SARIF log with one run, a result at a time."""
    worst = _worst(result)
    rules = [rule(check_id, background.cards.get(check_id), severity) for check_id, severity in worst.items()]
    numbers = {check_id: number for number, check_id in enumerate(worst)}
    yield f'{{"$schema": {json_text(_SCHEMA)}, "version": "2.1.0", "runs": [{{\n'
    for name, value in _about(result, rules).items():
        yield f" {json_text(name)}: {json_text(value)},\n"
    yield ' "results": ['
    separator = "\n  "
    for file in result.files:
        for finding in file.findings:
            yield separator + json_text(_result(finding, numbers, background.source(file.path)))
            separator = ",\n  "
    yield "]}]}\n"


def _worst(result: RunResult) -> dict[str, Severity]:
    """Return the checks that found something, in the order of their names, each with the worst that it said."""
    worst: dict[str, Severity] = {}
    for file in result.files:
        for finding in file.findings:
            worst[finding.check_id] = max(finding.severity, worst.get(finding.check_id, finding.severity))
    return dict(sorted(worst.items()))


def _about(result: RunResult, rules: list[dict[str, Any]]) -> dict[str, Any]:
    """Return what a run says besides its results."""
    driver = {"name": "kratomlint", "version": __version__, "semanticVersion": __version__, "informationUri": _HOME}
    notifications = [_notification(trouble) for trouble in troubles(result)]
    return {
        "tool": {"driver": {**driver, "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The folder in which kratomlint ran."}}},
        "invocations": [{"executionSuccessful": not notifications, "toolExecutionNotifications": notifications}],
        "properties": {"summary": tally(result)},
    }


def _notification(trouble: Trouble) -> dict[str, Any]:
    notification: dict[str, Any] = {"level": "error", "message": {"text": _text(trouble.what)}}
    if trouble.path:
        notification["locations"] = [{"physicalLocation": {"artifactLocation": _artifact(trouble.path)}}]
    if trouble.check_id:
        notification["associatedRule"] = {"id": plain(trouble.check_id)}
    return notification


def _result(finding: Finding, numbers: dict[str, int], source: SourceFile | None) -> dict[str, Any]:
    result = {
        "ruleId": plain(finding.check_id),
        "ruleIndex": numbers[finding.check_id],
        "level": LEVELS[finding.severity],
        "message": {"text": _message(finding)},
        "locations": [_location(finding.place, source)],
        "partialFingerprints": {_FINGERPRINT: finding.fingerprint},
        # Where one result of a run has the list, all must have it.
        "suppressions": [] if finding.suppressed is None else [_suppression(finding.suppressed)],
        "properties": {"confidence": finding.confidence.name},
    }
    if finding.related:
        result["relatedLocations"] = [
            {"id": number, **_location(place), "message": {"text": _text(place.label or "see also")}}
            for number, place in enumerate(finding.related, 1)
        ]
    if finding.fix and source:
        result["fixes"] = [_fix(finding.fix, source)]
    return result


def _message(finding: Finding) -> str:
    """Return the message with a link to each related place; GitHub shows only those that are linked."""
    links = (
        f"[{_text(place.label or 'see also').translate(_BRACKETS)}]({number})"
        for number, place in enumerate(finding.related, 1)
    )
    return " ".join([_text(finding.message), *links])


_BRACKETS = str.maketrans({"[": "\\[", "]": "\\]", "\\": "\\\\"})


def _text(text: str) -> str:
    """Return `text` as a message that shows as it stands: SARIF takes `[words](address)` for a link in any message."""
    return plain(text).replace("](", "] (")


def _suppression(reason: str) -> dict[str, Any]:
    return {"kind": "inSource", "status": "accepted", "justification": plain(reason)}


def _location(place: Place, source: SourceFile | None = None) -> dict[str, Any]:
    region: dict[str, Any] = {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }
    if source and place.span.end <= len(source.text):
        region["snippet"] = {"text": place.span.cut(source.text)}
    return {"physicalLocation": {"artifactLocation": _artifact(place.path), "region": region}}


def _artifact(path: str) -> dict[str, Any]:
    address = uri(path)
    return {"uri": address} if address.startswith("file:") else {"uri": address, "uriBaseId": _ROOT}


def _fix(fix: Fix, source: SourceFile) -> dict[str, Any]:
    replacements = []
    for span, text in fix.edits:
        line, column = source.lines.line_column(span.start)
        end_line, end_column = source.lines.line_column(span.end)
        region = {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}
        replacements.append({"deletedRegion": region, "insertedContent": {"text": text}})
    change = {"artifactLocation": _artifact(source.path), "replacements": replacements}
    return {
        "description": {"text": _text(fix.title)},
        "artifactChanges": [change],
        "properties": {"safe": fix.safe},
    }
