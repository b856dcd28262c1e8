"""An article as it stands in an editor, and what was found in it. Knows no message, no check and no file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import reduce

from kratomlint.card import Card
from kratomlint.finding import Edit, Finding, Place
from kratomlint.named import NamedTuple
from kratomlint.server.places import At
from kratomlint.server.places import span as span_between
from kratomlint.span import LineIndex, Span


class Mark(NamedTuple):
    """A finding, and where its words stand now."""

    finding: Finding
    span: Span

    def placed(self, lines: LineIndex) -> Finding:
        """Return the finding with its present place in a text of these lines."""
        start, end = lines.line_column(self.span.start), lines.line_column(self.span.end)
        return self.finding._replace(place=Place(self.finding.place.path, self.span, *start, *end))


@dataclass
class Article:
    """An open document. `uri` is the editor's name for it; `path` is the file's, and decides how it is read.

    `own`: what was found in it alone; `across`: what other articles have to do with. `is_fresh`: `own` was found in
    the text as it stands. `changes`: since other articles were last asked about.
    """

    uri: str
    path: str
    lines: LineIndex
    version: int | None = None
    own: tuple[Mark, ...] = ()
    across: tuple[Mark, ...] = ()
    is_fresh: bool = False
    changes: list[Edit] = field(default_factory=list)
    # The cards of what was found, by id.
    cards: dict[str, Card] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """Return the characters as they stand in the editor."""
        return self.lines.text

    @property
    def marks(self) -> list[Mark]:
        """Return what there is to tell, in the order of the text."""
        spoken = (mark for mark in (*self.own, *self.across) if mark.finding.suppressed is None)
        return sorted(spoken, key=lambda mark: (mark.span, -mark.finding.severity, mark.finding.check_id))

    def marks_at(self, span: Span) -> list[Mark]:
        """Return what there is to tell of a range, or of the words beside it where it is empty."""
        return [mark for mark in self.marks if mark.span.start <= span.end and span.start <= mark.span.end]

    def replace_text(self, text: str) -> None:
        """Take another text in the place of the present one."""
        self._change(Edit(Span(0, len(self.text)), text))

    def replace_range(self, start: At, end: At, text: str, encoding: str) -> None:
        """Take `text` in the place of what stands between two places."""
        self._change(Edit(span_between(self.lines, start, end, encoding), text))

    def take_own(self, findings: Iterable[Finding], cards: Mapping[str, Card]) -> None:
        """Take what was found in the text as it stands."""
        self.own = tuple(_mark(finding) for finding in findings)
        self.is_fresh = True
        self.cards.update(cards)

    def take_across(self, findings: Iterable[Finding], cards: Mapping[str, Card]) -> None:
        """Take what was found in the text as it stood before the `changes`."""
        self.across = reduce(moved, self.changes, tuple(_mark(finding) for finding in findings))
        self.cards.update(cards)

    def _change(self, edit: Edit) -> None:
        before = self.text
        self.lines = LineIndex(before[: edit.span.start] + edit.text + before[edit.span.end :])
        self.is_fresh = False
        self.changes.append(edit)
        self.own, self.across = moved(self.own, edit), moved(self.across, edit)


def moved(marks: Iterable[Mark], edit: Edit) -> tuple[Mark, ...]:
    """Return the marks where they stand after an edit, without those whose words it touches."""
    return tuple(_moved(marks, edit))


def _moved(marks: Iterable[Mark], edit: Edit) -> Iterator[Mark]:
    by = len(edit.text) - edit.span.length
    for mark in marks:
        if mark.span.end <= edit.span.start:
            yield mark
        elif mark.span.start >= edit.span.end:
            yield mark._replace(span=mark.span.shifted(by))


def _mark(finding: Finding) -> Mark:
    return Mark(finding, finding.place.span)
