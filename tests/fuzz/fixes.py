"""Fixes: made until none is left, they come to an end, break nothing, and leave no error that was not there."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from hypothesis import strategies as st

from fuzz.language import everything
from fuzz.texts import bits, examples, files, mutated, pick, sentences
from kratomlint.card import unmark
from kratomlint.finding import FileResult, Severity
from kratomlint.fixes import Fixed, fixed
from kratomlint.lint import lint
from kratomlint.readers import parse
from kratomlint.source import SourceFile
from kratomlint.testing import catalogue_of

# As many as the command line makes.
_MOST_ROUNDS = 10
# The beginnings of what is asked of articles that have some length.
_OF_LONG_ARTICLES = ("evidence/no-sources", "caveat/")


# What makes words stand at the beginning of a line, or beside marks that are nothing without them.
_BETWEEN = [" ", "\n", "\n\n", "", "\n- ", "\n# ", "*", "**", "_", "`", "[", "](u) ", "<b>", "| ", "\\", "&"]

_PROMISE = re.compile("Replace with “(.*)”", re.DOTALL)
_UNSEEN = ["<b>", "</b>", "<!-- x -->", "<wbr>"]
_COMMENTS = [
    "<!-- kratomlint-disable -- why -->",
    "\n<!-- kratomlint-disable-next-line -->\n",
    "<!-- kratomlint-enable -->",
]


@cache
def _mended() -> tuple[str, ...]:
    """Return the examples of the cards that write something instead."""
    cards = catalogue_of().cards.values()
    return tuple(text for card in cards if card.safe or card.method == "swap" for text in card.bad)


@st.composite
def _wrong(draw: st.DrawFn) -> str:
    """Draw such an example, perhaps with markup that nobody sees among the letters that are to be mended."""
    text, ranges = unmark(draw(pick(_mended)))
    if ranges and draw(st.booleans()):
        at = draw(st.integers(*draw(st.sampled_from(ranges))))
        return text[:at] + draw(st.sampled_from(_UNSEEN)) + text[at:]
    return text


def _texts() -> st.SearchStrategy[str]:
    wrong = st.one_of(_wrong(), mutated(_wrong()))
    part = st.one_of(wrong, wrong, sentences(), bits, pick(examples), st.sampled_from(_COMMENTS))
    return st.lists(part, min_size=1, max_size=5).flatmap(
        lambda parts: st.sampled_from(_BETWEEN).map(lambda between: between.join(parts))
    )


inputs = st.tuples(files(_texts()), st.booleans()).map(lambda pair: {**pair[0], "unsafe": pair[1]})


def target(input: dict[str, str | bool]) -> None:
    """Fix a file, and hold what is left to the same checks."""
    before = SourceFile(str(input["name"]), str(input["text"]))
    unsafe = bool(input["unsafe"])
    source, result = before, _linted(before)
    for _ in range(_MOST_ROUNDS):
        done = fixed(source, result.findings, unsafe=unsafe)
        for finding in done.findings:
            assert finding.suppressed is None
            assert unsafe or (finding.fix and finding.fix.safe)
        _reads_as_it_did_but_for_the_fixes(source, done)
        if not done.findings:
            break
        source, result = done.source, _linted(done.source)
    else:
        raise AssertionError("the fixes never end")
    assert done.source.text == source.text
    was = _linted(before)
    # “doesnt” denies nothing before it is mended.
    if any(finding.check_id == "consistency/lost-apostrophe" for finding in was.findings):
        return
    new = _errors(result) - _errors(was)
    # What is written with one space more has one word more, and may be long enough now to be asked for it.
    assert result.words > was.words or not new
    assert all(check_id.startswith(_OF_LONG_ARTICLES) for check_id in new)


def _reads_as_it_did_but_for_the_fixes(source: SourceFile, done: Fixed) -> None:
    """See that a reader meets the new words in the place of the old ones, and all else as it was."""
    document, after = parse(source), parse(done.source)
    kept = [piece for piece in document.prose.pieces if piece.verbatim]
    expected = document.prose.text
    edits = [edit for finding in done.findings if finding.fix for edit in finding.fix.edits]
    for edit in sorted(edits, reverse=True):
        piece = next(piece for piece in kept if piece.source.contains(edit.span))
        start = piece.prose.start + edit.span.start - piece.source.start
        expected = expected[:start] + edit.text + expected[start + edit.span.length :]
    assert after.prose.text == expected
    promised = (_PROMISE.fullmatch(finding.fix.title) for finding in done.findings if finding.fix)
    assert all(match[1] in expected for match in promised if match)
    assert [block.kind for block in after.blocks] == [block.kind for block in document.blocks]
    assert [one.target for one in after.citations] == [one.target for one in document.citations]
    assert len(after.directives) == len(document.directives)


def _linted(source: SourceFile) -> FileResult:
    result = lint(source, everything())
    assert result.troubles == ()
    return result


def _errors(result: FileResult) -> Counter[str]:
    return Counter(finding.check_id for finding in result.findings if finding.severity is Severity.error)
