"""Reports for programs: whatever the articles say and are called, each is valid, leads to the words and commands nobody."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any
from unicodedata import category
from xml.etree import ElementTree

from hypothesis import strategies as st
from results import told
from schemas import GITLAB, LINE, RDF, SARIF, WHOLE

from fuzz.places import line_column
from fuzz.texts import SUFFIXES, bits, excerpts, file_text, markup, mutated, sentences
from kratomlint.catalogue import Profile, Selection
from kratomlint.corpus import compare, finished
from kratomlint.finding import Finding, RunResult, Trouble
from kratomlint.lint import lint
from kratomlint.member import Member
from kratomlint.source import SourceFile
from kratomlint.span import Span
from kratomlint.testing import catalogue_of

FORMATS = ("json", "json-lines", "sarif", "rdjsonl", "gitlab", "checkstyle", "junit")
_TURNING = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"

# A command that would be obeyed, a name that is no address, an undecodable byte.
_odd = st.sampled_from(
    ["a", "b c", "\x1b]0;x\x07", "::error::x", "../", "/", "%41", "C:", "\udcff", "é", "#?", "&<", "\n", "##[x]"]
)
_paths = st.builds(
    lambda parts, suffix: "".join(parts) + suffix, st.lists(_odd, min_size=1, max_size=3), st.sampled_from(SUFFIXES)
)
_comments = [
    "<!-- kratomlint-disable -- \x1b[31m ]]> ::error::x -->\n\n",
    "<!-- kratomlint-x\u202e -->\n\n",
    "{/* kratomlint-disable-file */}\n\n",
]
_texts = st.lists(
    st.one_of(sentences(), sentences(), markup, mutated(excerpts()), st.sampled_from(_comments), bits),
    min_size=1,
    max_size=3,
).map("".join)
# What is said in two files is told of both.
inputs = st.builds(
    lambda paths, own, shared: {path: file_text(f"{text}\n\n{shared}") for path, text in zip(paths, own, strict=False)},
    st.lists(_paths, min_size=1, max_size=2, unique=True),
    st.tuples(_texts, _texts),
    st.one_of(st.just(""), sentences()),
)


@cache
def _profile() -> Profile:
    return catalogue_of().choose(Selection(select=("all",)))


def target(input: dict[str, str]) -> None:
    """Lint the files beside one another, and read both reports as a program does."""
    sources = {path: SourceFile(path, text) for path, text in sorted(input.items())}
    result = _run(sources)
    findings = [finding for file in result.files for finding in file.findings]
    whole = json.loads(told("json", result, sources))
    WHOLE.validate(whole)
    _leads_to_the_words([one for file in whole["files"] for one in file["findings"]], findings, input)
    lines = [json.loads(line) for line in told("json-lines", result, sources).split("\n")[:-1]]
    for line in lines:
        LINE.validate(line)
    assert [line["type"] for line in lines] == [*["finding"] * len(findings), "summary"]
    log = json.loads(told("sarif", result, sources))
    SARIF.validate(log)
    _is_read_by_services(log["runs"][0], findings, input)
    spoken = [finding for finding in findings if finding.suppressed is None]
    _is_read_by_reviewers(
        [json.loads(line) for line in told("rdjsonl", result, sources).split("\n")[:-1]], spoken, input
    )
    issues = json.loads(told("gitlab", result, sources))
    GITLAB.validate(issues)
    assert [issue["location"]["lines"]["begin"] for issue in issues] == [finding.place.line for finding in spoken]
    _is_read_as_xml(result, sources, len(spoken))
    for format in FORMATS:
        _commands_nobody(told(format, result, sources))


def _run(sources: dict[str, SourceFile]) -> RunResult:
    members = [Member(lint(source, _profile()), Path(), _profile(), named=True) for source in sources.values()]
    across, troubles = compare(members)
    files = tuple(finished(member, across.get(member.result.path, ()), ()) for member in members)
    assert [*troubles, *(trouble for file in files for trouble in file.troubles)] == list[Trouble]()
    return RunResult(files)


def _leads_to_the_words(said: list[dict[str, Any]], findings: list[Finding], input: dict[str, str]) -> None:
    assert [(one["check"], one["fingerprint"]) for one in said] == [(one.check_id, one.fingerprint) for one in findings]
    for one, finding in zip(said, findings, strict=True):
        text, span = input[finding.place.path], finding.place.span
        assert (one["line"], one["column"]) == line_column(text, span.start)
        assert (one["end_line"], one["end_column"]) == line_column(text, span.end)
        assert (one["message"], one["excerpt"]) == (finding.message, finding.excerpt)
        for edit, (place, _) in zip(
            (one["fix"] or {"edits": []})["edits"], finding.fix.edits if finding.fix else (), strict=True
        ):
            assert (edit["line"], edit["column"]) == line_column(text, place.start)
            assert (edit["end_line"], edit["end_column"]) == line_column(text, place.end)
        for other, place in zip(one["related"], finding.related, strict=True):
            assert other["path"] == place.path
            assert (place.path, place.span) != (finding.place.path, span)
            assert (other["line"], other["column"]) == line_column(input[place.path], place.span.start)


def _is_read_by_services(run: dict[str, Any], findings: list[Finding], input: dict[str, str]) -> None:
    rules = run["tool"]["driver"]["rules"]
    assert [result["ruleId"] for result in run["results"]] == [finding.check_id for finding in findings]
    for result, finding in zip(run["results"], findings, strict=True):
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        _is_the_region_of(
            result["locations"][0]["physicalLocation"]["region"], finding.place.span, input[finding.place.path]
        )
        for other, place in zip(result.get("relatedLocations", ()), finding.related, strict=True):
            _is_the_region_of(other["physicalLocation"]["region"], place.span, input[place.path])
        made = [one["replacements"] for fix in result.get("fixes", ()) for one in fix["artifactChanges"]]
        edits = [finding.fix.edits] if finding.fix else []
        for replacements, wanted in zip(made, edits, strict=True):
            for replacement, edit in zip(replacements, wanted, strict=True):
                _is_the_region_of(replacement["deletedRegion"], edit.span, input[finding.place.path])
                assert replacement["insertedContent"]["text"] == edit.text
        assert bool(result["suppressions"]) == (finding.suppressed is not None)


def _is_the_region_of(region: dict[str, Any], span: Span, text: str) -> None:
    assert (region["startLine"], region["startColumn"]) == line_column(text, span.start)
    assert (region["endLine"], region["endColumn"]) == line_column(text, span.end)


def _is_read_by_reviewers(said: list[dict[str, Any]], spoken: list[Finding], input: dict[str, str]) -> None:
    """Read Reviewdog's lines, which count the bytes of UTF-8."""
    assert [one["code"]["value"] for one in said] == [finding.check_id for finding in spoken]
    for one, finding in zip(said, spoken, strict=True):
        RDF.validate(one)
        text = input[finding.place.path]
        for end, offset in zip(("start", "end"), finding.place.span, strict=True):
            line, column = line_column(text, offset)
            before = text[offset - column + 1 : offset].encode()
            assert one["location"]["range"][end] == {"line": line, "column": len(before) + 1}


def _is_read_as_xml(result: RunResult, sources: dict[str, SourceFile], count: int) -> None:
    assert len(ElementTree.fromstring(told("checkstyle", result, sources)).findall("file/error")) == count
    assert len(ElementTree.fromstring(told("junit", result, sources)).findall("testsuite/testcase/failure")) == count


def _commands_nobody(said: str) -> None:
    """See that nothing but line ends stands in a report that moves a cursor, turns the reading direction or is no character."""
    odd = {character for character in said if category(character) in ("Cc", "Cs", "Zl", "Zp") or character in _TURNING}
    assert odd <= {"\n"}
