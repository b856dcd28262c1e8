"""proselint's checks on our prose. The only module that knows proselint, which it imports when a check may find something.

Of proselint it uses the checks alone: not its files, its list of all checks, its order, its limit of findings or its
notion of a quotation (a card says `unless = ["quoted"]`).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from operator import eq
from typing import TYPE_CHECKING, Any

from kratomlint.document import BLOCK_BREAK, Document
from kratomlint.finding import Hit
from kratomlint.language.needs import Needs, one_of
from kratomlint.late import late
from kratomlint.named import NamedTuple
from kratomlint.registry import Find, UnknownCodeError
from kratomlint.span import Span

if TYPE_CHECKING:
    from proselint.registry.checks import Check, CheckResult

Installed = Callable[[], Sequence["Check"]]

# Nothing that proselint looks for is so long, and its patterns would take the square of the length.
_ENDLESS_WORD = late(r"\w{80,}")
_WORDS_AND_MARKS = late(r"\w+|[^\w ]")
# Of a phrase that is repeated; proselint's pattern has no longer ones.
_LONGEST_PHRASE = 4
# What must be there besides a literal, where the literals are words of every other page.
_SIGNS = {
    "misc.currency": late(r"\$\d* ?(?:us )?(?:dollars|usd)"),
    "dates_times.am_pm.midnight_noon": late(r"12 ?[ap]\.?m|\d ?[ap]\.?m\.? (?:in|at) "),
}
# Right in medicine, law or trade, whatever proselint's lists say: the tensor tympani, marihuana in the statutes.
_RIGHT = frozenset(
    {
        *("kava kava", "ylang ylang", "beri beri", "aye aye", "bora bora", "walla walla"),
        *("tympani", "marihuana", "mangos", "educable", "collectable", "discernable", "extendible", "transfusable"),
        "special rights",
    }
)
# What can stand in the text as it is; proselint also writes “although / though” and “charged with...”.
_WRITABLE = late(r"[^\W\d_][\w' -]*")


def find(path: str, installed: Installed | None = None) -> Find:
    """Return a function that runs the checks at or below `path`, such as `spelling.misc` or `cliches`, on a document.

    It raises whatever a check of proselint raises.
    """

    def hits(document: Document) -> Iterable[Hit]:
        return run(path, document, installed) if may_find(path, document) else ()

    return hits


def run(path: str, document: Document, installed: Installed | None = None) -> Iterator[Hit]:
    """Yield what the checks at or below `path` find in a document, whether or not anything speaks for it."""
    manuscript = document.once(_manuscript)
    seen: set[Span] = set()
    for check in _at(path, (installed or installed_checks)()):
        for result in check.check_with_flags(manuscript.text):
            span = _settled(result, check, manuscript, document)
            if span and span not in seen:
                seen.add(span)  # Some of proselint's lists hold an entry twice.
                yield _hit(span, result, check, document)


def needs(path: str) -> Needs | None:
    """Return what must be there, in lower case, for `path` to find anything; None: it always looks.

    Raises `UnknownCodeError` where proselint has no check at or below `path`.
    """
    below = [words for other, words in _data().LITERALS.items() if _is_below(other, path)]
    if not below:
        raise UnknownCodeError(f"proselint has no check `{path}`")
    return None if None in below else one_of(word for words in below for word in words)


def may_find(path: str, document: Document) -> bool:
    """Say False where `path` certainly finds nothing, without asking proselint."""
    if path == "lexical_illusions":
        return document.once(_repeats_words)
    if sign := _SIGNS.get(path):
        return sign.search(document.folded) is not None
    words = _data().AS_WRITTEN.get(path)
    if words is not None and not any(word in document.prose.text for word in words):
        return False
    within = _data().WITHIN.get(path)
    return within is None or _stands_somewhere(path, within, document.folded)


@cache
def installed_checks() -> tuple[Check, ...]:
    """Return proselint's checks; those with Python's own patterns run on `regex`, which takes a third of the time."""
    import proselint.checks
    from proselint.registry.checks.engine import Fancy

    quick = _quick_engine()
    return tuple(
        check._replace(engine=quick(check.engine.opts)) if isinstance(check.engine, Fancy) else check
        for check in proselint.checks.__register__
    )


class _Manuscript(NamedTuple):
    """The prose as proselint wants it: a line end at both ends, a blank line between paragraphs."""

    text: str
    # Where in the prose its blocks end.
    breaks: list[int]

    def to_prose(self, offset: int) -> int:
        """Return where in the prose the character at `offset` stands."""
        before = bisect_right(self.breaks, offset, key=self._blank_line)
        return offset - 1 - before

    def _blank_line(self, block_end: int) -> int:
        return block_end + 2 + bisect_right(self.breaks, block_end - 1)


def _manuscript(document: Document) -> _Manuscript:
    prose = document.prose.text
    text = _ENDLESS_WORD.sub(lambda word: " " * len(word[0]), prose)
    breaks = [match.start() for match in re.finditer(BLOCK_BREAK, prose)]
    return _Manuscript("\n" + text.replace(BLOCK_BREAK, BLOCK_BREAK * 2) + "\n", breaks)


def _settled(result: CheckResult, check: Check, manuscript: _Manuscript, document: Document) -> Span | None:
    """Return what the result stands on in the prose, or None where it is no whole word or no words of one block."""
    start, end = result.span
    if type(check.check_type).__name__ == "ReverseExistence":
        start -= 1  # It leaves out the first letter.
    found = manuscript.text[start:end]
    words = found.strip()
    start = manuscript.to_prose(start + len(found) - len(found.lstrip()))
    span = Span(start, start + len(words))
    # A blank line within, or an endless word: not what a reader sees there.
    if not words or words != span.cut(document.prose.text):
        return None
    if _splits_a_word(span, document.prose.text) and not check.path.startswith("typography.punctuation"):
        return None  # FastSet looks for “cat” in “concatenate” once it has seen a cat.
    if words.lower() in _RIGHT or (check.path == "lexical_illusions" and _is_no_slip(words)):
        return None
    return span


def _splits_a_word(span: Span, text: str) -> bool:
    return any(_is_word(text[at - 1 : at]) and _is_word(text[at : at + 1]) for at in (span.start, span.end) if at > 0)


def _is_word(text: str) -> bool:
    return text.replace("_", "a").isalnum()


def _is_no_slip(words: str) -> bool:
    """Say whether words that stand twice are numbers, or a word beside an abbreviation (“in the OR or at the bedside”)."""
    halves = words.split()
    beside = len(set(halves)) > 1 and any(half.isupper() and len(half) > 1 for half in halves)
    return beside or not any(map(str.isalpha, words))


def _hit(span: Span, result: CheckResult, check: Check, document: Document) -> Hit:
    words = span.cut(document.prose.text)
    instead = _instead(words, result, check)
    if words[0].isupper() and instead[:1].islower() and words.lower() != instead:
        instead = instead[0].upper() + instead[1:]
    can_stand = _WRITABLE.fullmatch(instead) and instead != words
    return Hit(span, {"said": result.message, "instead": instead or "another word"}, instead if can_stand else None)


def _instead(words: str, result: CheckResult, check: Check) -> str:
    """Return what proselint would write; it forgets that where the entry is a pattern."""
    items: Any = getattr(check.check_type, "items", None)
    if result.replacements is not None or not isinstance(items, dict):
        return (result.replacements or "").replace("\\", "")
    return next((new for old, new in items.items() if re.fullmatch(old, words, re.IGNORECASE)), "")


def _at(path: str, checks: Sequence[Check]) -> list[Check]:
    return [check for check in checks if _is_below(check.path, path)]


def _is_below(other: str, path: str) -> bool:
    return other == path or other.startswith(f"{path}.")


def _stands_somewhere(path: str, within: Sequence[str], folded: str) -> bool:
    """Say whether a literal of `path` stands as a word, or one of `within` anywhere."""
    alone = (word for word in _data().LITERALS[path] or () if word not in _RIGHT and word not in within)
    return any(word in folded for word in within) or any(_stands_alone(word, folded) for word in alone)


def _stands_alone(word: str, folded: str) -> bool:
    at = folded.find(word)
    while at >= 0:
        if not _splits_a_word(Span(at, at + len(word)), folded):
            return True
        at = folded.find(word, at + 1)
    return False


def _repeats_words(document: Document) -> bool:
    """Say whether a phrase of words, not all of them numbers, stands twice in a row and is no name."""
    words = _WORDS_AND_MARKS.findall(document.folded)
    for length in range(1, _LONGEST_PHRASE + 1):
        same = bytes(map(eq, words, words[length:]))
        at = same.find(b"\1" * length)
        while at >= 0:
            if _may_be_slip(words[at : at + 3 * length], length):
                return True
            at = same.find(b"\1" * length, at + 1)
    return False


def _may_be_slip(words: list[str], length: int) -> bool:
    phrase = words[:length]
    is_name = " ".join(phrase * 2) in _RIGHT and words[2 * length :] != phrase
    return not is_name and all(map(_is_word, phrase)) and not all(map(str.isdigit, phrase))


def _data() -> Any:
    from kratomlint.code_checks import proselint_literals

    return proselint_literals


def _quick_engine() -> Any:
    import regex
    from proselint.registry.checks.engine import Fancy

    class Quick(Fancy):  # type: ignore[misc]  # The library has no types for this checker.
        """proselint's engine for lookarounds, on the `regex` library."""

        def compiled_pattern(self, pattern: str) -> Any:
            """Compile a pattern with the engine's options."""
            return _compiled(pattern, int(self.opts.re_flag))

    @cache
    def _compiled(pattern: str, flags: int) -> Any:
        own = (regex.IGNORECASE if flags & re.IGNORECASE else 0) | (regex.MULTILINE if flags & re.MULTILINE else 0)
        return regex.compile(pattern, own)

    return Quick
