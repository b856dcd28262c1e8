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
from kratomlint.language.lines import Lines, Sheet, read_cased_sheet, read_sheet
from kratomlint.span import Span

_LEXICON = re.compile(r"\{([a-z][a-z-]*)\}")
# A long pattern is broken over lines; no sentence has a line break, so none can be meant.
_LINE = re.compile(r"\n[ \t]*")
# Writing and compiling a pattern for one text takes a tenth of the time for all texts.
_TEXTS_BEFORE_ALL = 6

# Says of a word of a list (`*` stands for any ending) whether a text may have it.
Stands = Callable[[str], bool]


class UnknownLexiconError(Exception):
    """A pattern names a lexicon that is not there; the message is its name."""


class Pattern:
    """A pattern over one sentence, written out and compiled when a text first needs it.

    `write(stands)` writes it for a text: words of which `stands` says that they are not there may be left out.
    """

    def __init__(self, write: Callable[[Stands | None], str], case: bool = False) -> None:
        self._write = write
        self._case = case
        self._texts = 0

    @cached_property
    def compiled(self) -> Any:
        """Return the compiled pattern, which holds for every text."""
        import regex

        return regex.compile(self._for_all.written)

    def literals(self) -> frozenset[str] | None:
        """Return strings of which one must be there for the pattern to match, or None."""
        return None if self._case else required_literals(self._for_all.written)

    def spans(self, document: Document) -> list[Span]:
        """Return where the pattern matches in the sentences of a document, in their order."""
        sheet = document.once(read_cased_sheet if self._case else read_sheet)
        self._texts += 1
        often = self._texts > _TEXTS_BEFORE_ALL
        search = self._for_all if often else _Search(self._write(sheet.stands))
        return search.spans(sheet, often)

    @cached_property
    def _for_all(self) -> _Search:
        return _Search(self._write(None))


class _Search:
    """A pattern as it was written, for all texts or for one."""

    def __init__(self, written: str) -> None:
        self.written = written

    def spans(self, sheet: Sheet, often: bool) -> list[Span]:
        found = sheet.plain.spans(self._quick) if self._quick and self._freed == self.written else None
        if found is None:
            found = list(self._exact_spans(sheet.plain, self._quick, often))
        if sheet.others.text:
            found += self._exact_spans(sheet.others, self._wide, often)
            found.sort()
        return found

    def _exact_spans(self, lines: Lines, sieve: Any | None, often: bool) -> Iterator[Span]:
        touched = list(lines.touched(sieve))
        if not touched:
            return
        text = "\n".join(line for _, line in touched)
        # What is compiled for all texts serves again; for one text, the less the better.
        line = text.replace("\n", " ")
        shorter = not often and cue.is_plain(line)
        pattern = cue.exact(cue.only_what_matches(self.written, text) if shorter else self.written, line)
        for sentence, line in touched:
            for match in pattern.finditer(line):
                if match.end() > match.start():
                    yield Span(*match.span()).shifted(sentence.span.start)

    @cached_property
    def _freed(self) -> str:
        return cue.without_lookarounds(self.written)

    @cached_property
    def _quick(self) -> Any | None:
        return cue.by_re2(self._freed)

    @cached_property
    def _wide(self) -> Any | None:
        return cue.by_re2(cue.wider(self.written))


def words_expression(words: Iterable[str], stands: Stands | None = None) -> str:
    """Return the pattern for a list of words, those that stand there: whole, `*` for any ending, longest first."""
    lowered = [word.lower() for word in words]
    # Where words begin and end with letters both are the same, and RE2 has no lookarounds.
    before, after = (r"\b", r"\b") if all(map(_is_lettered, lowered)) else (r"(?<!\w)", r"(?!\w)")
    return before + _either(lowered, stands) + after


def expand(expression: str, knowledge: Knowledge, stands: Stands | None = None) -> str:
    """Return the pattern on one line, with every `{lexicon}` replaced by its words, or by those that stand there."""

    def terms(match: re.Match[str]) -> str:
        forms = knowledge.forms(match[1])
        if not forms:
            raise UnknownLexiconError(match[1])
        return _either(forms, stands)

    return _LEXICON.sub(terms, _LINE.sub("", expression))


def _either(words: Iterable[str], stands: Stands | None) -> str:
    if stands is not None:
        words = filter(stands, words)
    longest_first = sorted(set(words), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(map(_word, longest_first)) + ")" if longest_first else cue.NEVER


def _word(word: str) -> str:
    return re.escape(word).replace(r"\*", r"\w*")


def _is_lettered(word: str) -> bool:
    ends = word.strip("*")[:1] + word.strip("*")[-1:]
    return ends.isascii() and ends.isalnum()
