"""Marks as an editor shows them: diagnostics and what is said of words under the pointer. Characters only."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from lsprotocol import types

from kratomlint import __version__
from kratomlint.card import Card
from kratomlint.finding import Place, Severity
from kratomlint.server import pages
from kratomlint.server.addresses import uri_of
from kratomlint.server.article import Article, Mark
from kratomlint.server.places import at
from kratomlint.span import LineIndex, Span

SOURCE = "kratomlint"

_SEVERITIES = {
    Severity.error: types.DiagnosticSeverity.Error,
    Severity.warning: types.DiagnosticSeverity.Warning,
    # A hint is all but invisible in most editors.
    Severity.suggestion: types.DiagnosticSeverity.Information,
}
_CARDS = f"https://github.com/kratomlint/kratomlint/blob/v{__version__}/checks"


@dataclass(frozen=True, slots=True)
class Manner:
    """What the editor can show, and how it counts."""

    encoding: str
    related: bool
    links: bool
    markdown: bool


@dataclass(frozen=True, slots=True)
class Teller:
    """Tells what was found. `lines_of` gives the lines of another article, by its path, or None."""

    manner: Manner
    lines_of: Callable[[str], LineIndex | None]

    def diagnostics(self, article: Article) -> list[types.Diagnostic]:
        """Return all there is to tell of an article, in the order of the text."""
        return [self.diagnostic(mark, article) for mark in article.marks]

    def diagnostic(self, mark: Mark, article: Article) -> types.Diagnostic:
        """Return a mark as the editor takes it."""
        finding, manner = mark.finding, self.manner
        card = article.cards.get(finding.check_id)
        href = page_address(card) if card and manner.links else None
        return types.Diagnostic(
            range=self.range(article.lines, mark.span),
            severity=_SEVERITIES[finding.severity],
            code=finding.check_id,
            code_description=types.CodeDescription(href=href) if href else None,
            source=SOURCE,
            message=finding.message if manner.related else "\n".join([finding.message, *_see_also(finding.related)]),
            related_information=[self._related(place, article) for place in finding.related]
            if manner.related
            else None,
        )

    def range(self, lines: LineIndex, span: Span) -> types.Range:
        """Return a range of characters as the editor counts."""
        start, end = at(lines, span.start, self.manner.encoding), at(lines, span.end, self.manner.encoding)
        return types.Range(types.Position(*start), types.Position(*end))

    def hover(self, marks: Iterable[Mark], article: Article) -> types.Hover | None:
        """Return what there is to say of the words of some marks, or None."""
        marks = list(marks)
        if not marks:
            return None
        write = pages.markdown if self.manner.markdown else pages.plain
        said = (write(mark.finding, article.cards.get(mark.finding.check_id)) for mark in marks)
        kind = types.MarkupKind.Markdown if self.manner.markdown else types.MarkupKind.PlainText
        rule = "\n\n---\n\n" if self.manner.markdown else "\n\n"
        span = Span(max(mark.span.start for mark in marks), min(mark.span.end for mark in marks))
        return types.Hover(types.MarkupContent(kind, rule.join(said)), self.range(article.lines, span))

    def _related(self, place: Place, article: Article) -> types.DiagnosticRelatedInformation:
        lines = article.lines if place.path == article.path else self.lines_of(place.path)
        uri = article.uri if place.path == article.path else uri_of(place.path)
        return types.DiagnosticRelatedInformation(
            types.Location(uri, self._range_of(place, lines)), place.label or "see also"
        )

    def _range_of(self, place: Place, lines: LineIndex | None) -> types.Range:
        if lines is not None:
            return self.range(lines, place.span)
        # The file is gone: what is known counts in code points.
        start = types.Position(place.line - 1, place.column - 1)
        return types.Range(start, types.Position(place.end_line - 1, place.end_column - 1))


def page_address(card: Card) -> str | None:
    """Return where a check that ships is described; None for a project's own."""
    return f"{_CARDS}/{card.id}.toml" if card.path.startswith("checks/") else None


def _see_also(places: Iterable[Place]) -> Iterator[str]:
    return (f"{place.label or 'see also'}: {place.path}:{place.line}:{place.column}" for place in places)
