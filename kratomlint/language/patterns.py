"""The pattern of a card. It sees one sentence at a time, in lower case with plain quotes, so `^` and `$` are its ends."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import Any

from kratomlint.document import Document
from kratomlint.knowledge import Knowledge
from kratomlint.language import cue
from kratomlint.language.gate import required_literals
from kratomlint.language.lines import Lines, read_cased_sheet, read_sheet
from kratomlint.span import Span

_LEXICON = re.compile(r"\{([a-z][a-z-]*)\}")
# A long pattern is broken over lines; no sentence has a line break, so none can be meant.
_LINE = re.compile(r"\n[ \t]*")
# Writing and compiling a pattern for one text takes a tenth of the time for all texts.
_TEXTS_BEFORE_ALL = 6


class UnknownLexiconError(Exception):
    """A pattern names a lexicon that is not there; the message is its name."""


class Pattern:
    """A pattern over one sentence, written out and compiled when a text first needs it.

    `write(text)` writes it for a text: words that do not stand there may be left out. `write(None)` writes all.
    """

    def __init__(self, write: Callable[[str | None], str], case: bool = False) -> None:
        self._write = write
        self._case = case
        self._texts = 0

    @cached_property
    def compiled(self) -> Any:
        """Return the compiled pattern, which holds for every text."""
        import regex

        return regex.compile(self._written)

    def literals(self) -> frozenset[str] | None:
        """Return strings of which one must be there for the pattern to match, or None."""
        return None if self._case else required_literals(self._written)

    def spans(self, document: Document) -> list[Span]:
        """Return where the pattern matches in the sentences of a document, in their order."""
        sheet = document.once(read_cased_sheet if self._case else read_sheet)
        quick = cue.by_re2(self._freed)
        found = sheet.plain.spans(quick) if quick and self._freed == self._written else None
        if found is None:
            found = list(self._exact_spans(sheet.plain, quick))
        if sheet.others.text:
            found += self._exact_spans(sheet.others, cue.by_re2(self._wider))
            found.sort()
        return found

    def _exact_spans(self, lines: Lines, sieve: Any | None) -> Iterator[Span]:
        touched = list(lines.touched(sieve))
        if not touched:
            return
        pattern = self._for("\n".join(line for _, line in touched))
        for sentence, line in touched:
            for match in pattern.finditer(line):
                if match.end() > match.start():
                    yield Span(*match.span()).shifted(sentence.span.start)

    def _for(self, text: str) -> Any:
        """Return the pattern compiled for a text; after a few texts, once for all like it."""
        self._texts += 1
        line = text.replace("\n", " ")
        if self._texts >= _TEXTS_BEFORE_ALL:
            return cue.exact(self._written, line)
        written = self._write(text)
        return cue.exact(cue.only_what_matches(written, text) if cue.is_plain(line) else written, line)

    @cached_property
    def _written(self) -> str:
        return self._write(None)

    @cached_property
    def _freed(self) -> str:
        return cue.without_lookarounds(self._written)

    @cached_property
    def _wider(self) -> str:
        return cue.wider(self._written)


def words_expression(words: Iterable[str], text: str | None = None) -> str:
    """Return the pattern for a list of words: whole words, `*` for any ending, longest first; only those in `text`."""
    lowered = [word.lower() for word in words]
    # Where words begin and end with letters both are the same, and RE2 has no lookarounds.
    before, after = (r"\b", r"\b") if all(map(_is_lettered, lowered)) else (r"(?<!\w)", r"(?!\w)")
    return before + _either(lowered, text) + after


def expand(expression: str, knowledge: Knowledge, text: str | None = None) -> str:
    """Return the pattern on one line, with every `{lexicon}` replaced by its words, or by those that stand in `text`."""

    def terms(match: re.Match[str]) -> str:
        forms = knowledge.forms(match[1])
        if not forms:
            raise UnknownLexiconError(match[1])
        return _either(forms, text)

    return _LEXICON.sub(terms, _LINE.sub("", expression))


def _either(words: Iterable[str], text: str | None) -> str:
    if text is not None:
        words = [word for word in words if word.partition("*")[0] in text]
    longest_first = sorted(set(words), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(map(_word, longest_first)) + ")" if longest_first else "(?!)"


def _word(word: str) -> str:
    return re.escape(word).replace(r"\*", r"\w*")


def _is_lettered(word: str) -> bool:
    ends = word.strip("*")[:1] + word.strip("*")[-1:]
    return ends.isascii() and ends.isalnum()
