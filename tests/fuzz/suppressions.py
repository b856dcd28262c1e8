"""Comments that silence: in any text, each is heeded or told of, and those that kratomlint writes itself hold."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from hypothesis import strategies as st

from fuzz.places import all_lie_where_they_say
from fuzz.texts import bits, file_text, files, markup, sentences
from kratomlint import suppress
from kratomlint.card import names
from kratomlint.catalogue import Profile, Selection
from kratomlint.corpus import Member, finished
from kratomlint.edits import applied
from kratomlint.finding import FileResult
from kratomlint.lint import lint
from kratomlint.readers import parse
from kratomlint.silencing import silence
from kratomlint.source import SourceFile
from kratomlint.testing import catalogue_of

_WORDS = ["disable", "disable-line", "disable-next-line", "disable-file", "enable", "ignore", "ignore-line", "ignore-file",
          "disabel", "DISABLE", "", "disable-line,", "x"]  # fmt: skip
_IDS = ["dosage/unsourced", "dosage", "overclaim/", "overclaim/efficacy", "*/notation-*", "language/stigma", "all", "dosge",
        "suppression/unused", "duplicate", "[a-", "?", "because", "--", "-- why", "why -- why", ",", ", ", "\n", "//"]  # fmt: skip
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
    all_lie_where_they_say(result.findings, parse(source))
    assert suppress.apply(result.findings, result.suppressions) == result.findings
    what_is_silenced_is_named_on_its_line(result)
    every_comment_is_heeded_or_told_of(source, result)
    what_silences_nothing_is_told(result)
    silencing_is_done_once(source, result)


def _linted(source: SourceFile) -> FileResult:
    result = lint(source, _profile())
    assert result.troubles == ()
    return finished(Member(result, Path(), _profile(), named=True), (), ())


def what_is_silenced_is_named_on_its_line(result: FileResult) -> None:
    for finding in result.findings:
        covered = any(
            item.first_line <= finding.place.line <= item.last_line
            and (not item.patterns or any(names(pattern, finding.check_id) for pattern in item.patterns))
            for item in result.suppressions
        )
        is_about_comments = finding.check_id in (suppress.UNKNOWN, suppress.UNUSED)
        assert (finding.suppressed is not None) == (covered and not is_about_comments)


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
                names(pattern, finding.check_id) and item.first_line <= finding.place.line <= item.last_line
                for finding in others
            )
            if any(names(pattern, check_id) for check_id in ids):
                assert is_used or (item.place.span, pattern) in told


def silencing_is_done_once(source: SourceFile, result: FileResult) -> None:
    silencing = silence(source, result.findings, "known")
    after = SourceFile(source.path, applied(source.text, silencing.edits))
    assert parse(after).prose.text == parse(source).prose.text
    placed = {finding.fingerprint for finding in result.findings if finding not in silencing.left}
    again = [finding for finding in lint(after, _profile()).findings if finding.fingerprint in placed]
    assert len(again) == len(placed)
    assert all(finding.suppressed is not None for finding in again)
    assert silence(after, again, "known").edits == ()
