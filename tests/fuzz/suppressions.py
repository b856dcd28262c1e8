"""Comments that silence: in any text, each is heeded or told of, and those that kratomlint writes itself hold."""

from __future__ import annotations

import re
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path

from hypothesis import strategies as st

from fuzz.places import all_lie_where_they_say, line_column
from fuzz.texts import bits, file_text, files, markup, sentences
from kratomlint import suppress
from kratomlint.catalogue import Profile, Selection
from kratomlint.corpus import finished
from kratomlint.document import Document
from kratomlint.edits import applied
from kratomlint.finding import FileResult
from kratomlint.lint import lint
from kratomlint.member import Member
from kratomlint.readers import parse
from kratomlint.silencing import silence
from kratomlint.source import SourceFile
from kratomlint.testing import catalogue_of

_LINE_END = re.compile(r"\r\n|\r|\n")
_WORDS = ["disable", "disable-line", "disable-next-line", "disable-file", "enable", "ignore", "ignore-line", "ignore-file",
          "disabel", "DISABLE", "", "disable-line,", "x"]  # fmt: skip
_IDS = ["dosage/unsourced", "dosage", "overclaim/", "overclaim/efficacy", "*/notation-*", "language/stigma", "all", "dosge",
        "suppression/unused", "duplicate", "overcl", "language/stig", "[a-", "?", "because", "--", "-- why", "why -- why", ",", ", ", "\n", "//"]  # fmt: skip
_COMMENTS = ["<!-- kratomlint-{} -->", "<!--kratomlint-{}-->", "{{/* kratomlint-{} */}}", "<!-- kratomlint-{}", "kratomlint-{}",
             "<!--\nkratomlint-{}\n-->", "> <!-- kratomlint-{} -->", "`<!-- kratomlint-{} -->`", "<!-- kratomlint-{} --> <!-- x -->"]  # fmt: skip
_said = st.builds(
    lambda word, ids: " ".join([word, *ids]),
    st.sampled_from(_WORDS),
    st.lists(st.one_of(st.sampled_from(_IDS), bits), max_size=4),
)
_directive = st.builds(lambda form, said: form.format(said), st.sampled_from(_COMMENTS), _said)
_between = st.sampled_from(["", " ", "\n", "\n\n", "\r\n", "\n- ", "\n# ", "\n| "])


@st.composite
def _texts(draw: st.DrawFn) -> str:
    parts = draw(st.lists(st.one_of(_directive, sentences(), markup), min_size=1, max_size=6))
    return "".join(part + draw(_between) for part in parts)


inputs = files(_texts().map(file_text))


@cache
def _profile() -> Profile:
    return catalogue_of().choose(Selection())


def target(input: dict[str, str]) -> None:
    """Hold every comment to its word, and see that what is found can be silenced once and for all."""
    source = SourceFile(input["name"], input["text"])
    result = _linted(source)
    document = parse(source)
    all_lie_where_they_say(result.findings, document)
    assert [*suppress.apply(result.findings, result.suppressions)] == [*result.findings]
    a_suppression_reaches_as_far_as_its_comment_says(document, result)
    what_is_silenced_is_named_where_it_stands(result)
    every_comment_is_heeded_or_told_of(source, result)
    what_silences_nothing_is_told(result)
    silencing_is_done_once(source, result)


def _linted(source: SourceFile) -> FileResult:
    result = lint(source, _profile())
    assert result.troubles == ()
    return finished(Member(result, Path(), _profile(), named=True), (), ())


def a_suppression_reaches_as_far_as_its_comment_says(document: Document, result: FileResult) -> None:
    text = document.source.text
    comments = [line_column(text, directive.span.start)[0] for directive in document.directives]
    for item in result.suppressions:
        scope = re.findall(r"kratomlint-(?:disable|ignore)(-line|-next-line|-file|)", item.place.span.cut(text))[0]
        first, last = (line_column(text, offset)[0] for offset in item.place.span)
        if scope == "-line":
            assert (item.first_line, item.last_line) == (first, last)
        elif scope == "-next-line":
            assert range(item.first_line, item.last_line + 1) == _block_below(document, last)
        elif scope == "-file":
            assert item.first_line == 1
            assert item.last_line >= len(_LINE_END.split(text))
        else:
            # Down to a comment that lets it end, or to the end of the file.
            assert item.first_line == first
            assert item.last_line >= len(_LINE_END.split(text)) or item.last_line in comments


def _block_below(document: Document, line: int) -> range:
    """Return the lines of the longest block that starts on the first line with something on it below another."""
    text = document.source.text
    rows = _LINE_END.split(text)
    first = next((number for number in range(line + 1, len(rows) + 1) if rows[number - 1].strip()), len(rows))
    spans = [document.prose.to_source(block.span) for block in document.blocks]
    places = [tuple(line_column(text, offset)[0] for offset in span) for span in spans]
    return range(first, max([first, *(end for start, end in places if start == first)]) + 1)


def what_is_silenced_is_named_where_it_stands(result: FileResult) -> None:
    for finding in result.findings:
        reasons = [
            item.reason or suppress.NO_REASON
            for item in result.suppressions
            if item.first_line <= finding.place.line <= item.last_line
            and any(_names(pattern, finding.check_id) for pattern in item.patterns or ("all",))
        ]
        is_about_comments = finding.check_id in (suppress.UNKNOWN, suppress.UNUSED)
        assert finding.suppressed in ([None] if is_about_comments else reasons or [None])


def _names(pattern: str, check_id: str) -> bool:
    """Say whether a pattern names a check: `all`, an id, a glob, or what comes before a `/` or `-` of an id."""
    begins = check_id.startswith((f"{pattern.rstrip('/')}/", f"{pattern.rstrip('/')}-")) and "//" not in pattern
    return pattern in ("all", check_id) or fnmatchcase(check_id, pattern) or begins


def every_comment_is_heeded_or_told_of(source: SourceFile, result: FileResult) -> None:
    heeded = {item.place.span for item in result.suppressions}
    told = [finding.place.span for finding in result.findings if finding.check_id == suppress.UNKNOWN]
    for directive in parse(source).directives:
        is_end = "enable" in directive.text.split()[0]
        assert is_end or directive.span in heeded or any(directive.span.contains(span) for span in told)


def what_silences_nothing_is_told(result: FileResult) -> None:
    told = {(item.place.span, item.excerpt) for item in result.findings if item.check_id == suppress.UNUSED}
    ids = {check.card.id for check in (*_profile().checks, *_profile().corpus_checks)}
    others = [finding for finding in result.findings if finding.check_id != suppress.UNUSED]
    for item in result.suppressions:
        for pattern in item.patterns or ("all",):
            is_used = any(
                _names(pattern, finding.check_id) and item.first_line <= finding.place.line <= item.last_line
                for finding in others
            )
            if any(_names(pattern, check_id) for check_id in ids):
                assert is_used != ((item.place.span, pattern) in told)


def silencing_is_done_once(source: SourceFile, result: FileResult) -> None:
    silencing = silence(source, result.findings, "known")
    after = SourceFile(source.path, applied(source.text, silencing.edits))
    assert parse(after).prose.text == parse(source).prose.text
    placed = {finding.fingerprint for finding in result.findings if finding not in silencing.left}
    again = [finding for finding in lint(after, _profile()).findings if finding.fingerprint in placed]
    assert len(again) == len(placed)
    assert all(finding.suppressed is not None for finding in again)
    assert silence(after, again, "known").edits == ()
