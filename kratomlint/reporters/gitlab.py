"""The code-quality report of GitLab: the part of Code Climate's format that GitLab shows in a merge request."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from itertools import chain
from typing import Any

from kratomlint.finding import Finding, RunResult, Severity, Trouble
from kratomlint.reporters import Background
from kratomlint.reporters.escaping import json_text
from kratomlint.reporters.summary import troubles
from kratomlint.reporters.terminal import plain
from kratomlint.reporters.text import whole_message

_SEVERITIES = {Severity.error: "major", Severity.warning: "minor", Severity.suggestion: "info"}


def report_gitlab(result: RunResult, background: Background) -> Iterator[str]:
    """Yield a JSON list with an issue for each trouble and for each finding that isn't suppressed."""
    found = (_issue(finding) for file in result.files for finding in file.spoken)
    yield "["
    for number, issue in enumerate(chain(map(_trouble_issue, troubles(result)), found)):
        yield (",\n " if number else "\n ") + json_text(issue)
    yield "\n]\n"


def _issue(finding: Finding) -> dict[str, Any]:
    lines = {"begin": finding.place.line, "end": finding.place.end_line}
    return {
        "type": "issue",
        "check_name": plain(finding.check_id),
        "description": whole_message(finding),
        "categories": ["Duplication" if finding.check_id.startswith("duplicate/") else "Clarity"],
        "severity": _SEVERITIES[finding.severity],
        # GitLab compares branches by it; a finding's own tells only what is alike within its file.
        "fingerprint": _digest(finding.place.path, finding.fingerprint),
        "location": {"path": finding.place.path, "lines": lines},
    }


def _trouble_issue(trouble: Trouble) -> dict[str, Any]:
    """Return an issue that stops a merge: what was not read was not judged."""
    return {
        "type": "issue",
        "check_name": "kratomlint/trouble",
        "description": plain(trouble.what),
        "categories": ["Bug Risk"],
        "severity": "blocker",
        "fingerprint": _digest(trouble.path, trouble.what, trouble.check_id or ""),
        "location": {"path": trouble.path or ".", "lines": {"begin": 1, "end": 1}},
    }


def _digest(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
