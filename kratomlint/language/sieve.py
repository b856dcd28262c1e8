"""In which sentences a pattern may match: one scan of the whole text by RE2 instead of a question to each sentence.

It may only ever say "certainly not here". Compiling takes longer than a few texts are worth, so the first ones are
not sifted, and a run over one article never compiles a sieve.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from io import BytesIO
from itertools import chain
from typing import Any

from kratomlint.document import Document, Sentence
from kratomlint.language.cue import Cue
from kratomlint.late import late

_TEXTS_BEFORE = 6
# Where the states of an automaton outgrow this, RE2 scans at a fiftieth of its speed; few of them come near.
_MOST_MEMORY = 32 << 20
# Those of a program of more instructions do outgrow it, and asking the sentences is quicker; most have a few thousand.
_MOST_INSTRUCTIONS = 40_000
_TOKEN = late(r"\\u[0-9a-fA-F]{4}|\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\(\?<?[=!]|[()]|[^\\()\[]+|.", re.DOTALL)
_LOOKAROUNDS = ("(?=", "(?!", "(?<=", "(?<!")
_POSSESSIVE = late(r"([*+?}])\+")
_COUNTED = late(r"\{([0-9]+),([0-9]+)\}")
_ESCAPED = late(r"\\u([0-9a-fA-F]{4})")
# Syntax that RE2 knows as something else than the other engines do; what it does not know is an error, and no danger.
_OTHERWISE = late(r"\[\[|\[:|--|&&|~~|\|\||\{(?![0-9])|\\[AzZBCQEapPv]|\(\?(?!i:)[a-oq-zA-OQ-Z]")


class Sieve:
    """Says in which sentences of a document one of the cues may match."""

    def __init__(self, *cues: Cue) -> None:
        self._cues = cues
        self._texts = 0
        self._scanners: list[Any | None] = []

    def sentences(self, document: Document) -> Sequence[Sentence]:
        """Return the sentences in which a match is not ruled out, in the order of the text."""
        numbers = document.once(self.numbers)
        if len(numbers) == len(document.sentences):
            return document.sentences
        return [document.sentences[number] for number in sorted(numbers)]

    def numbers(self, document: Document) -> Collection[int]:
        """Return the numbers of those sentences; ask with `document.once`."""
        self._texts += 1
        if self._texts <= _TEXTS_BEFORE:
            return range(len(document.sentences))
        # Not as one pattern: together they have more states than RE2 can keep.
        self._scanners = self._scanners or [_compiled(freed(cue)) for cue in self._cues]
        if None in self._scanners:
            return range(len(document.sentences))
        if document.knowledge.memory:
            return {number for number, may in enumerate(document.each_sentence(self._may_match)) if may}
        sheet = document.once(_read_sheet)
        return {*sheet.others, *chain.from_iterable(map(sheet.touched, self._scanners))}

    def _may_match(self, line: str) -> bool:
        if not line.isascii() and not _reads_alike(line):
            return True
        text = line.encode()
        return any(scanner is None or scanner.search(text) is not None for scanner in self._scanners)


class _Sheet:
    """The sentences of a document as RE2 scans them, one on each line, and the numbers of those that it reads otherwise."""

    def __init__(self, document: Document) -> None:
        self.others = array("I")
        lines, self._starts = BytesIO(), array("I", (0,))
        for number, words in enumerate(document.folded_sentences):
            if words.isascii() or _reads_alike(words):
                lines.write(words.encode())
            else:
                self.others.append(number)
            lines.write(b"\n")
            self._starts.append(lines.tell())
        self._text = lines.getvalue()

    def touched(self, scanner: Any) -> Iterator[int]:
        """Yield the numbers of the sentences that a match touches."""
        at = 0
        while found := scanner.search(self._text, at):
            start, end = found.span()
            first, last = bisect_right(self._starts, start) - 1, bisect_right(self._starts, max(start, end - 1)) - 1
            yield from range(first, min(last, len(self._starts) - 2) + 1)
            at = self._starts[last + 1] if last + 1 < len(self._starts) else self._starts[-1]
            if at >= len(self._text):
                return


def _read_sheet(document: Document) -> _Sheet:
    return _Sheet(document)


# Beyond ASCII, marks that RE2 takes, like `re`, for no part of a word, no figure and no space.
_MARKS = dict.fromkeys(map(ord, "–—―…•·“”‘’„‚«»‹›§©®™°†‡→←≥≤±×÷≈€£¥′″✓✔★☆●■►\ufffc"))


def _reads_alike(text: str) -> bool:
    return text.isprintable() and text.translate(_MARKS).isascii()


def _compiled(pattern: str) -> Any | None:
    """Return what scans for a pattern, or None where RE2 does not read it, may read it otherwise or would be slow."""
    if _OTHERWISE.search(pattern):
        return None
    import re2

    options = re2.Options()
    options.log_errors = False
    options.never_capture = True
    options.max_mem = _MOST_MEMORY
    try:
        scanner = re2.compile(f"(?m){pattern}", options)
    except re2.error:
        return None
    return scanner if scanner.programsize <= _MOST_INSTRUCTIONS else None


def freed(cue: Cue) -> str:
    """Return the pattern of a cue as RE2 can read it, with nothing asked of what stands beside; it matches wherever the cue does."""
    kept: list[str] = []
    depth = outermost = 0  # Of the groups that are open, and of the lookaround that is being left out.
    for token in _TOKEN.findall(cue.pattern):
        if token[0] == "(":
            depth += 1
            if token in _LOOKAROUNDS and not outermost:
                outermost = depth
                kept.append("(?:)")
        if not outermost:
            kept.append(_readable(token))
        if token == ")":
            outermost = 0 if depth == outermost else outermost
            depth -= 1
    return "".join(kept)


def _readable(token: str) -> str:
    if token == r"\Z":
        return "$"
    if token[0] in "\\[":
        spelled = _ESCAPED.sub(lambda escaped: re.escape(chr(int(escaped[1], 16))), token)
        # No sentence has a line break, and a match that goes on in the next one has that asked for nothing.
        return spelled.replace("[^]", r"[^\]", 1).replace("[^", r"[^\n", 1) if token.startswith("[^") else spelled
    # Who counts up to sixty needs sixty states for each one that an automaton has otherwise.
    return _COUNTED.sub(lambda times: "*" if times[1] == "0" else "+", _POSSESSIVE.sub(r"\1", token))
