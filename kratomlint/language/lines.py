"""The sentences of a document as lines of one text, so that a pattern is asked once and not for every sentence."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any

from kratomlint.document import Document, Sentence
from kratomlint.language.cue import is_plain
from kratomlint.span import Span

_SURROGATE = re.compile("[\ud800-\udfff]")


class Lines:
    """Sentences cut from a text and joined, one on each line."""

    def __init__(self, sentences: Iterable[Sentence], text: str) -> None:
        self._sentences = tuple(sentences)
        self._cuts = [sentence.span.cut(text) for sentence in self._sentences]
        self._starts = [0]
        for cut in self._cuts:
            self._starts.append(self._starts[-1] + len(cut) + 1)

    @cached_property
    def text(self) -> str:
        """Return the lines as one text."""
        # RE2 reads UTF-8, which has no lone surrogates.
        return _SURROGATE.sub("\ufffd", "\n".join(self._cuts))

    def spans(self, pattern: Any) -> list[Span] | None:
        """Return where a pattern matches, in the prose; None where a match that is empty or on two lines tells nothing."""
        found = []
        for match in pattern.finditer(self.text):
            start, end = match.span()
            line = bisect_right(self._starts, start) - 1
            if end == start or end >= self._starts[line + 1]:
                return None
            found.append(Span(start, end).shifted(self._sentences[line].span.start - self._starts[line]))
        return found

    def touched(self, pattern: Any | None) -> Iterator[tuple[Sentence, str]]:
        """Yield the sentences that a pattern's matches touch, all where there is no pattern, each with its line."""
        if not self._sentences:
            return
        below = 0
        for start, end in [match.span() for match in pattern.finditer(self.text)] if pattern else [(0, len(self.text))]:
            first = max(below, bisect_right(self._starts, start) - 1)
            below = max(below, min(bisect_right(self._starts, end), len(self._sentences)))
            yield from zip(self._sentences[first:below], self._cuts[first:below], strict=True)


class Sheet:
    """The lines of a document: those in which every engine reads the same, and the others."""

    def __init__(self, document: Document, text: str) -> None:
        plain: list[Sentence] = []
        others: list[Sentence] = []
        for sentence in document.sentences:
            (plain if is_plain(sentence.span.cut(text)) else others).append(sentence)
        self.plain, self.others = Lines(plain, text), Lines(others, text)
        self._text = text
        self._known: dict[str, bool] = {}

    def stands(self, word: str) -> bool:
        """Say whether a word stands somewhere in the text, or the part of it before its `*`."""
        if word not in self._known:
            self._known[word] = word.partition("*")[0] in self._text
        return self._known[word]


def read_sheet(document: Document) -> Sheet:
    """Return the lines of the folded prose; ask with `document.once(read_sheet)`."""
    return Sheet(document, document.folded)


def read_cased_sheet(document: Document) -> Sheet:
    """Return the lines of the prose as it was written; ask with `document.once(read_cased_sheet)`."""
    return Sheet(document, document.prose.text)
