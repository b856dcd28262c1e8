"""Checks for what is said twice, in one article and across articles. Each repetition is told by one check only."""

from __future__ import annotations

from collections.abc import Iterator

from kratomlint.document import Document
from kratomlint.finding import Hit, RelatedSpan
from kratomlint.language.register import is_careful
from kratomlint.language.repetition import Repeat, repeats
from kratomlint.registry import check
from kratomlint.span import Span

# Words. A reader of a leaflet looks up one heading, and a sentence of this length has to be there too.
_SHORT = 15
# So few words two patients, or two dishes of seeds, can have in common.
_SHORTEST = 8


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
        if repeat.kind == kind and not (document.once(is_careful) and _serves_the_reader(document, repeat)):
            values = {"now": repeat.now, "before": repeat.before, "difference": _difference(repeat)}
            yield Hit(repeat.span, values, related=(RelatedSpan(repeat.earlier, "first said here"),))


def _serves_the_reader(document: Document, repeat: Repeat) -> bool:
    """Say whether a careful article repeats as such articles do: a summary told in full, an answer that stands for itself."""
    words = repeat.span.cut(document.prose.text).rstrip()
    if repeat.kind != "sentence" or words.endswith(":"):
        return repeat.kind == "sentence"
    length = len(words.split())
    now, before = _section(document, repeat.span), _section(document, repeat.earlier)
    return length < _SHORTEST or (now != before and (length < _SHORT or len(before) < 2))


def _section(document: Document, span: Span) -> tuple[str, ...]:
    block = document.block_at(span.start)
    return block.heading_path if block else ()


def _difference(repeat: Repeat) -> str:
    sides = (("now", repeat.now), ("before", repeat.before))
    named = " and ".join(f"{when} “{words}”" for when, words in sides if words)
    return f" ({named})" if named else ""
