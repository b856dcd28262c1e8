"""The library at a glance, as data: a row for each article, the checks that spoke, the subjects, what was passed over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import PurePath
from typing import Any

from kratomlint import __version__
from kratomlint.card import Card
from kratomlint.document import Document
from kratomlint.finding import FileResult, Finding, RunResult, Severity
from kratomlint.language.subjects import subjects_of
from kratomlint.reporters.summary import tally, troubles
from kratomlint.reporters.terminal import plain

_LONGEST_TITLE = 160


class Library:
    """What is told of all articles together, gathered while they go by."""

    def __init__(self, result: RunResult) -> None:
        self._result = result
        self._rows: list[dict[str, Any]] = []

    def meet(self, file: FileResult, document: Document | None) -> None:
        """Take an article's row."""
        spoken = [finding for finding in file.findings if finding.suppressed is None]
        severities = Counter(finding.severity.name for finding in spoken)
        self._rows.append(
            {
                "title": plain(_title(document) or PurePath(file.path).name),
                "path": plain(file.path),
                "words": file.words,
                "skipped": file.skipped_words,
                "error": severities["error"],
                "warning": severities["warning"],
                "suggestion": severities["suggestion"],
                "kept": len(file.findings) - len(spoken),
                "beside": dict(Counter(finding.check_id for finding in file.findings for _ in finding.related)),
                "checks": _by_check(spoken),
                "subjects": [subject.name for subject in subjects_of(document)] if document else [],
                "troubles": len(file.troubles),
            }
        )

    def told(self, cards: Mapping[str, Card], made: str) -> dict[str, Any]:
        """Return the rows with what they amount to, and with the cards of the checks that spoke."""
        skipped: Counter[str] = Counter()
        for file in self._result.files:
            skipped.update(file.skipped)
        spoke = {finding.check_id for file in self._result.files for finding in file.findings}
        return {
            "version": __version__,
            "made": made,
            "totals": tally(self._result),
            "skipped": dict(skipped.most_common()),
            "troubles": [[plain(trouble.path), plain(trouble.what)] for trouble in troubles(self._result)],
            "articles": self._rows,
            "checks": {check_id: _card(cards.get(check_id)) for check_id in sorted(spoke)},
        }


def _by_check(findings: Iterable[Finding]) -> dict[str, list[int]]:
    """Return how many errors, warnings and suggestions each check found."""
    numbers: dict[str, list[int]] = {}
    for finding in findings:
        numbers.setdefault(finding.check_id, [0, 0, 0])[Severity.error - finding.severity] += 1
    return numbers


def _card(card: Card | None) -> dict[str, Any]:
    if card is None:
        return {"title": "", "why": "", "sources": []}
    return {"title": plain(card.title), "why": plain(card.why), "sources": [plain(source) for source in card.sources]}


def _title(document: Document | None) -> str:
    """Return what the article calls itself: its title, else its first heading."""
    for block in document.blocks if document else ():
        if document and block.kind in ("title", "heading"):
            return block.span.cut(document.prose.text)[:_LONGEST_TITLE]
    return ""
