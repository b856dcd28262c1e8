"""Checks for what is said twice, in one article and across articles. Each repetition is told by one check only."""

from __future__ import annotations

from collections.abc import Iterator

from kratomlint.document import Document
from kratomlint.finding import Hit, RelatedSpan
from kratomlint.language.repetition import Repeat, repeats
from kratomlint.registry import check


@check
def sentence(document: Document) -> Iterator[Hit]:
    """Point at sentences that say an earlier one again."""
    return _hits(document, "sentence")


@check
def heading(document: Document) -> Iterator[Hit]:
    """Point at headings and short items that repeat an earlier one, such as an entry of the outline."""
    return _hits(document, "title")


@check
def paragraph(document: Document) -> Iterator[Hit]:
    """Point at paragraphs that repeat an earlier one as a whole."""
    return _hits(document, "paragraph")


@check
def changed_figure(document: Document) -> Iterator[Hit]:
    """Point at sentences that repeat an earlier one with another number in it."""
    return _hits(document, "figure")


def _hits(document: Document, kind: str) -> Iterator[Hit]:
    for repeat in document.once(repeats):
        if repeat.kind == kind:
            values = {"now": repeat.now, "before": repeat.before, "difference": _difference(repeat)}
            yield Hit(repeat.span, values, related=(RelatedSpan(repeat.earlier, "first said here"),))


def _difference(repeat: Repeat) -> str:
    sides = (("now", repeat.now), ("before", repeat.before))
    named = " and ".join(f"{when} “{words}”" for when, words in sides if words)
    return f" ({named})" if named else ""
