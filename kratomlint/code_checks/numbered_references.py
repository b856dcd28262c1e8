"""Checks of reference numbers in the text against the list at its foot."""

from __future__ import annotations

from collections.abc import Iterator

from kratomlint.document import Document
from kratomlint.finding import Hit
from kratomlint.language.citations import read_sources
from kratomlint.language.cue import Cue
from kratomlint.language.references import read_reference_list
from kratomlint.registry import check
from kratomlint.span import Span

_MARK = Cue(r"\[(\d{1,3}(?:\s?[-–,;]\s?\d{1,3})*)\]")
_FIGURES = Cue(r"(\d{1,3})(?:\s?[-–]\s?(\d{1,3}))?")
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_ENTRY_NUMBER = Cue(r"\s*\[?(\d{1,3})(?:\]|[.)])\s")
# What may be the first author's name.
_NAME = Cue(r"\b[^\W\d_][\w'-]{3,}")
_LONGEST_RANGE = 50


@check
def uncited(document: Document) -> Iterator[Hit]:
    """Point at numbered references that the text never cites, where it cites others by number."""
    listed, cited = document.once(read_reference_list), document.once(_cited_numbers)
    if not cited or not cited & listed.numbers:
        return
    named = set(_NAME.findall(document.folded, 0, listed.entries[0].span.start))
    for position, entry in enumerate(listed.entries, 1):
        words = entry.span.cut(document.folded)
        number = int(match[1]) if (match := _ENTRY_NUMBER.match(words)) else position
        author = _NAME.search(words)
        if number not in cited and not (author and author[0] in named):
            yield Hit(entry.span, {"number": str(number)})


@check
def unlisted(document: Document) -> Iterator[Hit]:
    """Point at reference numbers in the text that the list at its foot does not have."""
    listed = document.once(read_reference_list)
    if len(listed.entries) < 2 or not document.once(_cited_numbers) & listed.numbers:
        return
    first, last = listed.entries[0].span.start, listed.entries[-1].span.end
    for match in _MARK.finditer(document.folded):
        numbers = set(_numbers(match[1]))
        if not first <= match.start() < last and (gone := numbers - listed.numbers):
            values = {"number": str(min(gone)), "count": str(len(listed.entries))}
            yield Hit(Span(*match.span()), values)


def _cited_numbers(document: Document) -> frozenset[int]:
    numbers: set[int] = set()
    for source in document.once(read_sources):
        if source.kind == "number":
            numbers.update(_numbers(source.span.cut(document.prose.text).translate(_RAISED)))
    for cited in document.citations:
        if cited.kind == "superscript":
            numbers.update(_numbers(cited.target))
    return frozenset(numbers)


def _numbers(mark: str) -> Iterator[int]:
    for match in _FIGURES.finditer(mark):
        first, last = int(match[1]), int(match[2] or match[1])
        yield from range(first, min(last, first + _LONGEST_RANGE) + 1)
