"""Two passages side by side: what was said twice or said otherwise, and the words in which they differ."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Any

from kratomlint.document import Document
from kratomlint.finding import FileResult, Finding, Place, RunResult
from kratomlint.language.similarity import Word, shared, words_of
from kratomlint.named import NamedTuple
from kratomlint.reporters.html.places import Places
from kratomlint.reporters.terminal import plain
from kratomlint.span import Span

# A passage is shown up to so many characters: who wants more reads the article.
_MOST = 1_200
# Passages that share fewer of their words say different things, and every other word differs.
_ALIKE = 0.5
# What a stretch of words is: around the place, of the place, and of the place and different.
AROUND, SAID, DIFFERENT = 0, 1, 2


Reader = Callable[[str], Document | None]


class Passage(NamedTuple):
    """The sentences around a place: as they stand, folded for comparison, and where in them the place is."""

    text: str
    folded: str
    place: Span


class Passages:
    """The passages of all places that a finding goes with, taken while the articles go by."""

    def __init__(self, result: RunResult) -> None:
        self._numbers = {file.path: number for number, file in enumerate(result.files)}
        self._wanted: dict[str, dict[Span, Passage | None]] = {}
        for file in result.files:
            for finding in file.findings:
                for place in (finding.place, *finding.related) if finding.related else ():
                    self._wanted.setdefault(place.path, {})[place.span] = None
        self._met: set[str] = set()

    def meet(self, path: str, document: Document | None) -> None:
        """Take from an article the passages that will be compared."""
        self._met.add(path)
        wanted = self._wanted.get(path)
        if wanted and document:
            places = Places(document.prose)
            for source in wanted:
                span = places.prose(source)
                wanted[source] = _passage(span, document) if span else None

    def pairs(self, file: FileResult, numbers: Sequence[int], read: Reader) -> list[dict[str, Any]]:
        """Return the comparisons of an article's findings, which have these `numbers`, in the order of the numbers.

        `read` gives an article that nobody asked about.
        """
        numbered = sorted(zip(numbers, file.findings, strict=True), key=lambda item: item[0])
        return [self._pair(number, finding, place, read) for number, finding in numbered for place in finding.related]

    def _pair(self, number: int, finding: Finding, other: Place, read: Reader) -> dict[str, Any]:
        if other.path not in self._met:
            self.meet(other.path, read(other.path))
        here, there = (self._wanted[place.path][place.span] for place in (finding.place, other))
        cut_here, cut_there = _compared(here, there)
        return {
            "note": number,
            "sides": [
                self._side(other, plain(other.label or "see also"), cut_there),
                self._side(finding.place, "here", cut_here),
            ],
        }

    def _side(self, place: Place, label: str, cut: list[tuple[str, int]] | None) -> dict[str, Any]:
        return {
            "label": label,
            "path": plain(place.path),
            "line": place.line,
            "article": self._numbers.get(place.path),
            "words": cut,
        }


def _passage(span: Span, document: Document) -> Passage:
    first, last = document.sentence_at(span.start), document.sentence_at(max(span.start, span.end - 1))
    start = min(span.start, first.words_span.start) if first else span.start
    end = max(span.end, last.words_span.end) if last else span.end
    # A sentence may be as long as its author's breath; its place is in what is shown.
    start, end = max(start, span.start - _MOST // 2), min(end, max(span.start, start) + _MOST)
    shown = Span(start, end)
    place = Span(span.start - start, min(span.end, end) - start)
    return Passage(shown.cut(document.prose.text), shown.cut(document.folded), place)


Cut = list[tuple[str, int]]


def _compared(here: Passage | None, there: Passage | None) -> tuple[Cut | None, Cut | None]:
    """Return both passages cut where words of the place, or words that differ, begin and end."""
    if here is None or there is None:
        return here and _cut(here, ()), there and _cut(there, ())
    words_here, words_there = (words_of(one.folded, *one.place) for one in (here, there))
    same = shared([word.text for word in words_here], [word.text for word in words_there]).pairs
    if len(same) < _ALIKE * max(len(words_here), len(words_there)):
        return _cut(here, ()), _cut(there, ())
    return (
        _cut(here, _without(words_here, {pair[0] for pair in same})),
        _cut(there, _without(words_there, {pair[1] for pair in same})),
    )


def _without(words: Sequence[Word], same: set[int]) -> list[Span]:
    """Return the runs of words that are not the same, neighbours as one."""
    runs: list[Span] = []
    before = -2
    for index, word in enumerate(words):
        if index in same:
            continue
        start = runs.pop().start if index == before + 1 else word.start
        runs.append(Span(start, word.end))
        before = index
    return runs


def _cut(passage: Passage, different: Sequence[Span]) -> Cut:
    return [(plain(text), kind) for text, kind in _stretches(passage, different) if text]


def _stretches(passage: Passage, different: Sequence[Span]) -> Iterator[tuple[str, int]]:
    place = passage.place
    yield passage.text[: place.start], AROUND
    cuts = [place.start, *(cut for span in different for cut in span), place.end]
    for index, (start, end) in enumerate(pairwise(cuts)):
        yield passage.text[start:end], DIFFERENT if index % 2 else SAID
    yield passage.text[place.end :], AROUND
