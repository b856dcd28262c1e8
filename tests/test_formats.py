"""Each format as the program it is for reads it: by that program's schema or parser, and all tell of the same findings."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ElementTree
from collections import Counter
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest
from diff_cover.violationsreporters.java_violations_reporter import CheckstyleXmlDriver
from hypothesis import given
from hypothesis import strategies as st
from junitparser import Error, Failure, JUnitXml, Skipped
from lxml import etree
from markdown_it import MarkdownIt
from results import CARD, EFFICACY, KAVA, SOURCES, WONDER, finding_at, runs, spoken, told
from schemas import GITLAB, LINE, RDF, SARIF, SCHEMAS, WHOLE

from kratomlint.finding import Edit, FileResult, Fix, RunResult, Severity
from kratomlint.reporters import FORMATS, Background, report
from kratomlint.reporters.escaping import json_text, markdown_text, uri
from kratomlint.reporters.github import job_summary
from kratomlint.reporters.terminal import plain
from kratomlint.source import SourceFile
from kratomlint.span import Span

JUNIT = etree.XMLSchema(etree.parse(SCHEMAS / "junit-10.xsd"))


def lines(format: str, *run: object) -> list[dict]:
    # A line ends at a line feed and nowhere else: JSON may hold what Python takes for another.
    return [json.loads(line) for line in told(format, *run).split("\n")[:-1]]


def commands(text: str) -> list[tuple[str, dict[str, str], str]]:
    """Return the commands that GitHub's runner finds in a log: kind, properties, message."""
    found = []
    for line in text.split("\n")[:-1]:
        kind, _, rest = line.removeprefix("::").partition(" ")
        properties, _, message = rest.partition("::")
        pairs = (pair.partition("=")[::2] for pair in properties.split(","))
        found.append((kind, {name: unescaped(value) for name, value in pairs}, unescaped(message)))
    return found


def unescaped(text: str) -> str:
    for written, meant in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(written, meant)
    return text


@pytest.mark.parametrize("format", sorted(set(FORMATS) - {"html"}))
def test_a_report_is_written_a_finding_at_a_time(format: str) -> None:
    found = tuple(finding_at(KAVA, "safe", message=f"Finding {number}.") for number in range(9))
    pieces = report(RunResult((FileResult(KAVA.path, found),)), format, Background(source=SOURCES.get))
    assert max(piece.count("Finding ") for piece in pieces) == 1


# SARIF


def sarif(*run: object) -> dict:
    log = json.loads(told("sarif", *run))
    SARIF.validate(log)
    return log["runs"][0]


def test_sarif_places_a_finding_in_code_points_below_the_folder_of_the_run() -> None:
    run = sarif()
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["originalUriBaseIds"]["%SRCROOT%"]["description"]["text"] == "The folder in which kratomlint ran."
    assert run["results"][0]["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "guides/kava%2C%2050%25.md", "uriBaseId": "%SRCROOT%"},
                "region": {
                    "startLine": 3,
                    "startColumn": 13,
                    "endLine": 3,
                    "endColumn": 26,
                    "snippet": {"text": "offers relief"},
                },
            }
        }
    ]


def test_sarif_links_the_related_place_in_the_message_since_github_shows_no_other() -> None:
    result = sarif()["results"][0]
    assert result["message"]["text"] == "“offers relief” states a benefit as fact. [first said \\[here\\]](1)"
    assert result["relatedLocations"][0]["id"] == 1
    assert result["relatedLocations"][0]["message"]["text"] == "first said [here]"
    assert result["relatedLocations"][0]["physicalLocation"]["region"]["startColumn"] == 3


def test_sarif_gives_each_level_fingerprint_and_suppression() -> None:
    results = sarif()["results"]
    assert [result["level"] for result in results] == ["warning", "error", "note", "warning"]
    assert results[0]["partialFingerprints"] == {"kratomlint/v1": spoken()[0].fingerprint}
    assert [result["suppressions"] for result in results] == [
        [],
        [],
        [],
        [{"kind": "inSource", "status": "accepted", "justification": "the name of a brand"}],
    ]


def test_sarif_offers_the_fix() -> None:
    [fix] = sarif()["results"][1]["fixes"]
    assert fix["description"]["text"] == "Replace with “plant”"
    assert fix["artifactChanges"] == [
        {
            "artifactLocation": {"uri": "guides/kava%2C%2050%25.md", "uriBaseId": "%SRCROOT%"},
            "replacements": [
                {
                    "deletedRegion": {"startLine": 5, "startColumn": 1, "endLine": 5, "endColumn": 7},
                    "insertedContent": {"text": "plant"},
                }
            ],
        }
    ]


def test_sarif_tells_troubles_as_notifications_of_a_run_that_failed() -> None:
    [invocation] = sarif()["invocations"]
    assert invocation["executionSuccessful"] is False
    folder, file = invocation["toolExecutionNotifications"]
    assert folder["message"]["text"] == "this folder cannot be looked into: Permission denied"
    assert file["associatedRule"] == {"id": "house/late"}
    assert file["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "guides/kava%2C%2050%25.md"
    assert sarif(RunResult(()))["invocations"] == [{"executionSuccessful": True, "toolExecutionNotifications": []}]


def test_sarif_carries_the_manual_page_of_each_check_that_found_something() -> None:
    run = sarif()
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [WONDER, EFFICACY]
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])
    rule = rules[1]
    assert rule["shortDescription"]["text"] == CARD.title
    assert rule["deprecatedIds"] == ["overclaim/relief"]
    assert rule["properties"] == {"tags": ["overclaim"], "problem.severity": "warning", "precision": "high"}
    assert rule["helpUri"].endswith("/checks/overclaim/efficacy.toml")
    for part in (CARD.why, "- 21 CFR 101.93(g)(2)\n", "- Does it *offer* relief?"):
        assert part in rule["help"]["text"]
    for part in ("<https://example.org/a_b*c>, page 3.", "It **offers relief**.", "Does it \\*offer\\* relief?"):
        assert part in rule["help"]["markdown"]


def test_sarif_needs_no_card() -> None:
    assert "help" not in sarif()["tool"]["driver"]["rules"][0]


def test_a_message_is_no_link_whatever_an_article_says() -> None:
    finding = finding_at(KAVA, "safe", message="“[free](https://example.org)” is no source.")
    [result] = sarif(RunResult((FileResult(KAVA.path, (finding,)),)))["results"]
    assert result["message"]["text"] == "“[free] (https://example.org)” is no source."


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("a b/c#1?.md", "a%20b/c%231%3F.md"),
        ("a:b.md", "a%3Ab.md"),
        ("../ä.md", "../%C3%A4.md"),
        ("/tmp/a.md", "file:///tmp/a.md"),
        ("C:/a b.md", "file:///C:/a%20b.md"),
        ("a\udcff.md", "a%FF.md"),
        ("a\ud800.md", "a%ED%A0%80.md"),
        ("a\n.md", "a%0A.md"),
    ],
)
def test_a_path_is_a_uri(path: str, address: str) -> None:
    assert uri(path) == address


# GitHub


def test_github_gets_troubles_and_errors_first() -> None:
    assert [kind for kind, _, _ in commands(told("github"))] == ["error", "error", "error", "warning", "notice"]
    assert [properties["title"] for _, properties, _ in commands(told("github"))][2:] == [WONDER, EFFICACY, EFFICACY]


def test_github_gets_the_path_and_the_message_as_the_runner_reads_them() -> None:
    assert told("github").splitlines()[3] == (
        "::warning file=guides/kava%2C 50%25.md,line=3,endLine=3,col=13,endColumn=26,title=overclaim/efficacy"
        "::“offers relief” states a benefit as fact.%0Afirst said [here]: guides/kava, 50%25.md:1:3"
    )
    _, properties, message = commands(told("github"))[3]
    assert properties["file"] == KAVA.path
    assert message.endswith("\nfirst said [here]: guides/kava, 50%.md:1:3")


def test_github_gets_no_column_of_a_place_that_spans_lines() -> None:
    _, properties, _ = commands(told("github"))[2]
    assert properties == {"file": KAVA.path, "line": "4", "endLine": "5", "title": WONDER}


def test_the_page_of_the_job_tells_all_that_github_cuts_off() -> None:
    found = tuple(finding_at(KAVA, "safe", message=f"Number {number}.") for number in range(40))
    page = "".join(job_summary(RunResult((FileResult(KAVA.path, found, words=9),))))
    assert page.startswith("### kratomlint\n\n40 warnings in 1 file, 9 words.\n\n| | Where | What | Check |\n|---|")
    assert [row for row in range(40) if f"| Number {row}. | overclaim/efficacy |\n" not in page] == []
    assert "| warning | guides/kava, 50%.md:5:15 | Number 0." in page


def test_the_page_of_the_job_shows_what_an_article_says_as_it_stands() -> None:
    finding = finding_at(KAVA, "safe", message="a|b <img src=x> [c](http://d.e) `f` **g** www.h.i")
    page = "".join(job_summary(RunResult((FileResult(KAVA.path, (finding,)),))))
    written = "a\\|b \\<img src=x\\> \\[c\\](http\\://d.e) \\`f\\` \\*\\*g\\*\\* www\\.h.i"
    assert f"| {written} |" in page
    rendered = MarkdownIt().enable("table").render(page)
    assert set(re.findall(r"<(\w+)", rendered)) == {"h3", "p", "table", "thead", "tbody", "tr", "th", "td"}
    assert finding.message in [unescape(cell) for cell in re.findall(r"<td>(.*?)</td>", rendered)]


@given(
    st.text(
        st.sampled_from("ab |\\`*_[]()<>#~&!-+=\n\x1b") | st.characters(exclude_categories=["Cs", "Cc"]), min_size=1
    )
)
def test_markdown_shows_any_text_as_it_stands(text: str) -> None:
    rendered = MarkdownIt().enable(["table", "strikethrough"]).render(f"|a|\n|-|\n|x{markdown_text(text)}x|\n")
    assert [unescape(cell) for cell in re.findall(r"<td>(.*?)</td>", rendered, re.DOTALL)] == [f"x{plain(text)}x"]


def test_the_page_of_the_job_is_never_larger_than_github_takes() -> None:
    found = tuple(finding_at(KAVA, "safe", message="word " * 400) for _ in range(1000))
    page = "".join(job_summary(RunResult((FileResult(KAVA.path, found),))))
    assert 1024 * 1000 < len(page.encode()) <= 1024 * 1024
    rows = page.count("| warning |")
    assert page.endswith(f"\n… and {1000 - rows:,} more, in the log of this step.\n")


# GitLab


def test_gitlab_tells_issues_apart_across_files_by_a_fingerprint_that_stays() -> None:
    other = SourceFile("guides/other.md", KAVA.text)
    run = RunResult(tuple(FileResult(source.path, (finding_at(source, "safe"),)) for source in (KAVA, other)))
    issues = json.loads(told("gitlab", run))
    GITLAB.validate(issues)
    assert len({issue["fingerprint"] for issue in issues}) == 2
    assert issues == json.loads(told("gitlab", run))


def test_gitlab_gets_severities_of_its_own_and_a_trouble_that_stops_the_merge() -> None:
    issues = json.loads(told("gitlab"))
    GITLAB.validate(issues)
    assert [issue["severity"] for issue in issues] == ["blocker", "blocker", "minor", "major", "info"]
    assert issues[2]["location"] == {"path": KAVA.path, "lines": {"begin": 3, "end": 3}}
    assert issues[2]["description"].endswith(" (first said [here]: guides/kava, 50%.md:1:3)")


# Checkstyle and JUnit


def test_a_program_that_reads_checkstyle_finds_every_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # It tells paths from the root of the repository that it is in.
    monkeypatch.setattr("diff_cover.git_path.GitPathTool._cwd", str(tmp_path))
    monkeypatch.setattr("diff_cover.git_path.GitPathTool._root", str(tmp_path))
    read = CheckstyleXmlDriver().parse_reports([told("checkstyle")])
    assert read["guides/kava, 50%.md"] == [
        (1, "error: house/late failed here; its findings are missing"),
        (3, "warning: “offers relief” states a benefit as fact. (first said [here]: guides/kava, 50%.md:1:3)"),
        (4, "error: “a\\nwonder” states a benefit as fact."),
        (5, "info: “safe” states a benefit as fact."),
    ]
    assert read["drafts"] == [(1, "error: this folder cannot be looked into: Permission denied")]


def test_checkstyle_names_every_file_that_was_read() -> None:
    named = ElementTree.fromstring(told("checkstyle").encode()).findall("file")
    assert [file.get("name") for file in named] == ["drafts", *SOURCES]
    assert [error.get("source") for error in named[1]][1:3] == [f"kratomlint.{EFFICACY}", f"kratomlint.{WONDER}"]


def junit(*run: object) -> JUnitXml:
    written = told("junit", *run).encode()
    JUNIT.assertValid(etree.fromstring(written))
    return JUnitXml.fromstring(written)


def test_junit_counts_what_failed_what_is_skipped_and_what_broke() -> None:
    read = junit()
    assert (read.tests, read.failures, read.errors) == (7, 3, 2)
    outcomes = {suite.name: [[type(one) for one in case.result] for case in suite] for suite in read}
    assert outcomes == {
        "drafts": [[Error]],
        "guides/kava, 50%.md": [[Error], [Failure], [Failure], [Failure], [Skipped]],
        "guides/plain.md": [[]],
    }


def test_junit_says_what_was_found_and_where() -> None:
    case = list(list(junit())[1])[1]
    assert (case.classname, case.name) == ("guides/kava, 50%.md", "overclaim/efficacy (3:13)")
    [failure] = case.result
    assert failure.message == "“offers relief” states a benefit as fact."
    assert failure.type == "warning"
    assert failure.text == "guides/kava, 50%.md:3:13\nfirst said [here]: guides/kava, 50%.md:1:3"


# Lines of JSON


def test_reviewdog_counts_bytes() -> None:
    diagnostics = lines("rdjsonl")
    for diagnostic in diagnostics:
        RDF.validate(diagnostic)
    relief, wonder = diagnostics[2:4]
    # “Café kava 🌿 ” is 12 characters and 16 bytes.
    assert relief["location"] == {
        "path": KAVA.path,
        "range": {"start": {"line": 3, "column": 17}, "end": {"line": 3, "column": 30}},
    }
    assert wonder["severity"] == "ERROR"
    assert wonder["code"] == {"value": WONDER}
    assert wonder["suggestions"] == [
        {"range": {"start": {"line": 5, "column": 1}, "end": {"line": 5, "column": 7}}, "text": "plant"}
    ]


def test_reviewdog_gets_whole_lines_of_a_file_that_is_gone() -> None:
    [diagnostic] = lines("rdjsonl", RunResult((FileResult(KAVA.path, (finding_at(KAVA, "safe"),)),)), {})
    assert diagnostic["location"]["range"] == {"start": {"line": 5}, "end": {"line": 5}}


def test_reviewdog_is_offered_no_half_of_a_fix() -> None:
    fix = Fix("Swap", (Edit(Span(2, 6), "Tea"), Edit(Span(8, 9), "x")), safe=True)
    [diagnostic] = lines("rdjsonl", RunResult((FileResult(KAVA.path, (finding_at(KAVA, "safe", fix=fix),)),)))
    assert "suggestions" not in diagnostic


def test_json_lines_end_with_the_counts() -> None:
    read = lines("json-lines")
    for line in read:
        LINE.validate(line)
    assert [line["type"] for line in read] == ["finding"] * 4 + ["trouble"] * 2 + ["summary"]
    assert read[0]["path"] == KAVA.path
    assert read[3]["suppressed"] == "the name of a brand"
    assert read[-1]["errors"] == 1 and read[-1]["troubles"] == 2


@given(st.recursive(st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=5))
def test_json_that_no_terminal_obeys_means_what_it_meant(value: object) -> None:
    written = json_text(value)
    assert json.loads(written) == value
    assert not re.search("[\x00-\x1f\x7f-\x9f\u202e\u2028]|##\\w{0,20}\\[", written)


@given(st.text(st.sampled_from("#:a[] \n\x1b") | st.characters()))
def test_what_was_made_plain_stays_as_it_is(text: str) -> None:
    assert plain(plain(text)) == plain(text)


# All of them


SEVERITIES = {severity.name: severity for severity in Severity}
SEVERITIES |= {"note": Severity.suggestion, "notice": Severity.suggestion}
SEVERITIES |= {"info": Severity.suggestion, "minor": Severity.warning, "major": Severity.error}
Told = list[tuple[str, int, Severity]]


def in_text(*run: object) -> Told:
    pattern = re.compile(r":(\d+):\d+: (error|warning|suggestion): .*\[(\S+)\]$")
    matches = [pattern.search(line) for line in told("text", *run).split("\n")[:-1]]
    return [(match[3], int(match[1]), SEVERITIES[match[2]]) for match in matches if match]


def in_json(*run: object) -> Told:
    loaded = json.loads(told("json", *run))
    WHOLE.validate(loaded)
    found = [finding for file in loaded["files"] for finding in file["findings"] if finding["suppressed"] is None]
    return [(finding["check"], finding["line"], SEVERITIES[finding["severity"]]) for finding in found]


def in_json_lines(*run: object) -> Told:
    found = [line for line in lines("json-lines", *run) if line["type"] == "finding" and line["suppressed"] is None]
    return [(line["check"], line["line"], SEVERITIES[line["severity"]]) for line in found]


def in_sarif(*run: object) -> Told:
    found = [result for result in sarif(*run)["results"] if not result["suppressions"]]
    regions = [result["locations"][0]["physicalLocation"]["region"] for result in found]
    return [
        (result["ruleId"], region["startLine"], SEVERITIES[result["level"]])
        for result, region in zip(found, regions, strict=True)
    ]


def in_github(*run: object) -> Told:
    found = [(kind, properties) for kind, properties, _ in commands(told("github", *run)) if "line" in properties]
    return [(properties["title"], int(properties["line"]), SEVERITIES[kind]) for kind, properties in found]


def in_gitlab(*run: object) -> Told:
    issues = json.loads(told("gitlab", *run))
    GITLAB.validate(issues)
    found = [issue for issue in issues if issue["severity"] != "blocker"]
    return [
        (issue["check_name"], issue["location"]["lines"]["begin"], SEVERITIES[issue["severity"]]) for issue in found
    ]


def in_checkstyle(*run: object) -> Told:
    errors = ElementTree.fromstring(told("checkstyle", *run).encode()).findall("file/error")
    found = [(error, str(error.get("source")).removeprefix("kratomlint.")) for error in errors]
    return [
        (check_id, int(error.get("line", 0)), SEVERITIES[str(error.get("severity"))])
        for error, check_id in found
        if not check_id.startswith("trouble")
    ]


def in_junit(*run: object) -> Told:
    cases = [case for suite in junit(*run) for case in suite]
    failed = [(case, case.result[0]) for case in cases if case.result and isinstance(case.result[0], Failure)]
    names = [re.fullmatch(r"(\S+) \((\d+):\d+\)", case.name) for case, _ in failed]
    return [
        (name[1], int(name[2]), SEVERITIES[failure.type])
        for name, (_, failure) in zip(names, failed, strict=True)
        if name
    ]


def in_rdjsonl(*run: object) -> Told:
    diagnostics = lines("rdjsonl", *run)
    for diagnostic in diagnostics:
        RDF.validate(diagnostic)
    found = [diagnostic for diagnostic in diagnostics if "range" in diagnostic["location"]]
    return [
        (one["code"]["value"], one["location"]["range"]["start"]["line"], SEVERITIES[one["severity"].lower()])
        for one in found
    ]


READERS: dict[str, Callable[..., Told]] = {
    "text": in_text,
    "json": in_json,
    "json-lines": in_json_lines,
    "sarif": in_sarif,
    "github": in_github,
    "gitlab": in_gitlab,
    "checkstyle": in_checkstyle,
    "junit": in_junit,
    "rdjsonl": in_rdjsonl,
}


@pytest.mark.parametrize("format", READERS)
@given(run=runs())
def test_every_format_tells_of_the_same_findings_whatever_the_files_hold(format: str, run: tuple) -> None:
    expected = Counter((finding.check_id, finding.place.line, finding.severity) for finding in spoken(run[0]))
    assert Counter(READERS[format](*run)) == expected


@pytest.mark.parametrize("format", READERS)
def test_every_format_tells_of_the_example(format: str) -> None:
    assert Counter(READERS[format]()) == Counter(
        [(EFFICACY, 3, Severity.warning), (WONDER, 4, Severity.error), (EFFICACY, 5, Severity.suggestion)]
    )


def test_every_format_for_programs_is_read_here() -> None:
    assert set(READERS) >= set(FORMATS) - {"full", "html"}


@pytest.mark.parametrize("format", READERS)
def test_a_run_that_found_nothing_is_whole_in_every_format(format: str) -> None:
    assert READERS[format](RunResult(())) == []
