"""What the writer reads, the editor parses and the program loads."""

from __future__ import annotations

import json
import re
from importlib.resources import files

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kratomlint.card import Card, read_card
from kratomlint.finding import (
    Confidence,
    Edit,
    FileResult,
    Finding,
    Fix,
    Place,
    RunResult,
    Severity,
    Trouble,
)
from kratomlint.reporters import FORMATS, Background, report
from kratomlint.reporters.full import silencing
from kratomlint.reporters.summary import statistics_lines, summary_line, trouble_line
from kratomlint.reporters.terminal import display_width, plain, show
from kratomlint.source import SourceFile
from kratomlint.span import Span
from kratomlint.testing import found

RELIEF = "overclaim/efficacy-relief"
CARD = Card(
    id=RELIEF,
    title="Relief as a fact",
    message="“{hit}” states a benefit as fact.",
    severity=Severity.warning,
    confidence=Confidence.high,
    method="find",
    look={"words": ["offers relief"]},
    unless=(),
    why="A reader who expects relief may put off the care that works.",
    sources=("21 CFR 101.93(g)(2)",),
    bad=(),
    good=(),
    formerly=(),
    path="checks/overclaim/efficacy-relief.toml",
)


def place_of(source: SourceFile, words: str, label: str = "") -> Place:
    start = source.text.index(words)
    end = start + len(words)
    return Place(source.path, Span(start, end), *source.lines.line_column(start), *source.lines.line_column(end), label)


def finding_of(source: SourceFile, words: str, **changes: object) -> Finding:
    values: dict[str, object] = {
        "check_id": RELIEF,
        "message": f"“{words}” states a benefit as fact.",
        "severity": Severity.warning,
        "confidence": Confidence.high,
        "place": place_of(source, words),
        "excerpt": words,
        "fingerprint": "f1",
    }
    return Finding(**(values | changes))  # type: ignore[arg-type]


def told(format: str, source: SourceFile, *findings: Finding, **background: object) -> str:
    result = RunResult((FileResult(source.path, findings, words=8),))
    sources = {source.path: source}
    return "".join(report(result, format, Background(cards={RELIEF: CARD}, source=sources.get, **background)))  # type: ignore[arg-type]


def marked_line(text: str, words: str, width: int = 100) -> tuple[str, str]:
    """Return the shown line, and its part that stands over the marks (one column per character)."""
    start = text.index(words)
    shown = show(text, Span(0, len(text)), Span(start, start + len(words)), width)
    return shown.text, shown.text[shown.before : shown.before + shown.marked]


ARTICLE = SourceFile("guide.md", "# Kratom\n\nKratom offers relief from pain.\n")


def test_a_finding_is_one_line_that_an_error_format_reads() -> None:
    line = told("text", ARTICLE, finding_of(ARTICLE, "offers relief"))
    assert line == f"guide.md:3:8: warning: “offers relief” states a benefit as fact. [{RELIEF}]\n"


def test_a_suppressed_finding_is_not_told() -> None:
    finding = finding_of(ARTICLE, "offers relief", suppressed="quoted from the label")
    assert told("text", ARTICLE, finding) == told("full", ARTICLE, finding) == ""


def test_full_underlines_the_words_and_says_why_and_how_to_keep_them() -> None:
    assert told("full", ARTICLE, finding_of(ARTICLE, "offers relief")) == (
        f"guide.md:3:8: warning: “offers relief” states a benefit as fact. [{RELIEF}]\n"
        "  3 | Kratom offers relief from pain.\n"
        "    |        ^^^^^^^^^^^^^\n"
        "  why: A reader who expects relief may put off the care that works.\n"
        f"  keep it: <!-- kratomlint-disable-next-line {RELIEF} -- why it may stay -->  (on the line above)\n"
        "\n"
    )


def test_full_shows_the_other_half_of_a_repetition() -> None:
    source = SourceFile("a.md", "It may help.\n\nOther words.\n\nIt might help.\n")
    finding = finding_of(source, "It might help.", related=(place_of(source, "It may help.", "first said here"),))
    report_lines = told("full", source, finding).splitlines()
    assert report_lines[3:6] == ["  first said here: a.md:1:1", "  1 | It may help.", "    | ------------"]


def test_full_shows_the_first_lines_of_a_long_place() -> None:
    source = SourceFile("a.md", "One two\nthree\n\n  four\nfive six\n")
    shown = told("full", source, finding_of(source, "two\nthree\n\n  four\nfive"))
    assert shown.splitlines()[1:6] == [
        "  1 | One two",
        "    |     ^^^",
        "  2 | three",
        "    | ^^^^^",
        "    | … to line 5",
    ]


def test_full_tells_what_it_can_of_a_file_that_is_gone() -> None:
    result = RunResult((FileResult("guide.md", (finding_of(ARTICLE, "offers relief"),)),))
    assert "".join(report(result, "full")).startswith("guide.md:3:8: warning:")


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        ("a.md", "Some relief\n", "<!-- kratomlint-disable-next-line ID -- why it may stay -->  (on the line above)"),
        (
            "a.md",
            "Words\nrelief\n",
            "<!-- kratomlint-disable-line ID -- why it may stay -->  (at the end of that line)",
        ),
        ("a.mdx", "Some relief\n", "{/* kratomlint-disable-next-line ID -- why it may stay */}  (on the line above)"),
        ("a.html", "<p>\nrelief\n", "<!-- kratomlint-disable-next-line ID -- why it may stay -->  (on the line above)"),
        (
            "a.md",
            "---\ntitle: relief\n---\n",
            "<!-- kratomlint-disable-file ID -- why it may stay -->  (below the front matter)",
        ),
        ("a.txt", "Some relief\n", 'in the settings, per-file-ignores: "a.txt" = ["ID"]'),
    ],
)
def test_the_silencing_comment_is_of_the_files_syntax(path: str, text: str, expected: str) -> None:
    source = SourceFile(path, text)
    assert silencing(finding_of(source, "relief", check_id="ID"), source) == expected


@pytest.mark.parametrize(
    ("line", "words", "shown", "before"),
    [
        ("\tIt cures.", "cures", "    It cures.", 7),
        ("中文 cures", "cures", "中文 cures", 5),
        ("cafe\u0301 cures", "cures", "cafe\u0301 cures", 5),
        ("\x1b[31m cures", "cures", "\\x1b[31m cures", 9),
        ("🌿 cures", "cures", "🌿 cures", 3),
    ],
)
def test_the_underline_stands_under_the_words(line: str, words: str, shown: str, before: int) -> None:
    start = line.index(words)
    assert show(line, Span(0, len(line)), Span(start, start + len(words)), 100) == (shown, before, len(words))


def test_a_long_line_is_cut_around_the_words() -> None:
    text, marked = marked_line("word " * 500 + "cures " + "word " * 500, "cures", 60)
    assert marked == "cures"
    assert text.startswith("…word") and text.endswith("…")
    assert len(text) <= 62


@given(st.text(st.characters(exclude_characters="\n\r"), max_size=60), st.text(max_size=60), st.integers(10, 40))
def test_the_marks_never_leave_the_shown_line(before: str, after: str, width: int) -> None:
    line = f"{before}cures{after}".replace("\n", " ").replace("\r", " ")
    start = len(before)
    shown = show(line, Span(0, len(line)), Span(start, start + 5), width)
    assert shown.before >= 0 and shown.marked >= 1
    assert shown.before + shown.marked <= display_width(shown.text) + 1
    assert shown.text == plain(shown.text)


@given(st.text(max_size=40))
def test_no_text_of_an_article_commands_the_terminal(text: str) -> None:
    assert not re.search("[\x00-\x1f\x7f-\x9f\u202e]", plain(text))


def test_control_characters_in_a_path_are_written_out() -> None:
    source = SourceFile("a\x1b]0;b\n.md", "It offers relief.\n")
    assert told("text", source, finding_of(source, "offers relief")).startswith("a\\x1b]0;b\\n.md:1:4: ")


def test_colour_adds_no_character_that_is_read() -> None:
    finding = finding_of(ARTICLE, "offers relief")
    painted = told("full", ARTICLE, finding, color=True)
    assert "\x1b[" in painted
    assert re.sub(r"\x1b\[[\d;]*m", "", painted) == told("full", ARTICLE, finding)


SCHEMA = json.loads(files("kratomlint.reporters").joinpath("schema.json").read_text(encoding="utf-8"))


def test_json_keeps_its_contract() -> None:
    finding = finding_of(
        ARTICLE,
        "offers relief",
        related=(place_of(ARTICLE, "Kratom", "first said here"),),
        fix=Fix("Say what was studied", (Edit(Span(17, 30), "was studied for\nrelief"),), safe=False),
    )
    loaded = json.loads(told("json", ARTICLE, finding))
    jsonschema.validate(loaded, SCHEMA)
    assert loaded["files"][0]["findings"] == [
        {
            "check": RELIEF,
            "severity": "warning",
            "confidence": "high",
            "message": "“offers relief” states a benefit as fact.",
            "line": 3,
            "column": 8,
            "end_line": 3,
            "end_column": 21,
            "excerpt": "offers relief",
            "related": [
                {"path": "guide.md", "line": 1, "column": 3, "end_line": 1, "end_column": 9, "label": "first said here"}
            ],
            "fix": {
                "title": "Say what was studied",
                "safe": False,
                "edits": [{"line": 3, "column": 8, "end_line": 3, "end_column": 21, "text": "was studied for\nrelief"}],
            },
            "fingerprint": "f1",
            "suppressed": None,
            "known": False,
        }
    ]


def test_json_tells_troubles_suppressed_findings_and_counts() -> None:
    trouble = Trouble("guide.md", "the check broke: KeyError", RELIEF)
    findings = (
        finding_of(ARTICLE, "offers relief", suppressed="a quotation"),
        finding_of(ARTICLE, "pain", severity=Severity.error),
    )
    file = FileResult("guide.md", findings, troubles=(trouble,), words=6, skipped={"code": 3, "comment": 1})
    loaded = json.loads("".join(report(RunResult((file,), (Trouble("", "the cache is full"),)), "json")))
    jsonschema.validate(loaded, SCHEMA)
    assert loaded["files"][0]["skipped_words"] == 4
    assert loaded["files"][0]["findings"][0]["suppressed"] == "a quotation"
    assert loaded["files"][0]["troubles"][0] == {
        "path": "guide.md",
        "what": "the check broke: KeyError",
        "check": RELIEF,
    }
    assert loaded["troubles"] == [{"path": "", "what": "the cache is full", "check": None}]
    assert loaded["summary"] == {
        "files": 1,
        "words": 6,
        "errors": 1,
        "warnings": 0,
        "suggestions": 0,
        "suppressed": 1,
        "known": 0,
        "troubles": 2,
    }


def test_json_of_a_path_that_is_no_unicode_is_json_still() -> None:
    written = "".join(report(RunResult((FileResult("a\udcff\x07🌿.md"),)), "json"))
    encoded = written.encode("utf-8", errors="backslashreplace")
    assert json.loads(encoded)["files"][0]["path"] == "a\udcff\x07🌿.md"


def test_json_of_nothing_is_whole() -> None:
    jsonschema.validate(json.loads("".join(report(RunResult(()), "json"))), SCHEMA)


def test_every_format_has_its_function() -> None:
    assert all(list(report(RunResult(()), format)) is not None for format in FORMATS)


def test_the_summary_says_what_was_read_and_what_was_passed_over() -> None:
    findings = (
        finding_of(ARTICLE, "offers relief"),
        finding_of(ARTICLE, "pain", severity=Severity.error),
        finding_of(ARTICLE, "Kratom", suppressed="x"),
    )
    file = FileResult("guide.md", findings, words=1234, skipped={"code": 40, "comment": 2})
    assert summary_line(RunResult((file,)), {"below the severity asked for": 2}) == (
        "1 error, 1 warning (1 suppressed, 2 below the severity asked for) in 1 file, 1,234 words; "
        "42 words passed over (40 code, 2 comment)."
    )


def test_the_summary_of_a_clean_run_says_so() -> None:
    assert summary_line(RunResult((FileResult("a.md", words=5),))) == "Nothing found in 1 file, 5 words."


def test_a_run_over_no_article_is_not_called_clean() -> None:
    assert summary_line(RunResult(())) == "Nothing was linted: no article among these paths."


def test_a_trouble_is_one_line() -> None:
    assert trouble_line(Trouble("a.md", "not UTF-8 at\nbyte 3")) == "a.md: trouble: not UTF-8 at\\nbyte 3"


def test_statistics_put_the_most_frequent_first() -> None:
    findings = (
        finding_of(ARTICLE, "pain", check_id="dosage/vague"),
        finding_of(ARTICLE, "offers relief"),
        finding_of(ARTICLE, "relief"),
    )
    lines = list(statistics_lines(RunResult((FileResult("guide.md", findings),)), {RELIEF: CARD}))
    assert lines == [f"2  {RELIEF}  Relief as a fact", "1  dosage/vague"]


WONDER = """
title = "Wonder"
message = "“{hit}” promises."
severity = "warning"
find.words = ["wonder"]
why = "Why."
sources = ["House style"]
bad = ["A >>wonder<<.", "One >>wonder<<."]
good = ["No.", "None."]
"""


@pytest.mark.parametrize(
    ("suffix", "text"),
    [
        (".md", "A wonder.\n\nNot this wonder.\n"),
        (".md", "Words of a line\nand a wonder.\n\nNot this wonder.\n"),
        (".md", "# A wonder\n\nNot this wonder.\n"),
        (".md", "A wonder\n========\n\nNot this wonder.\n"),
        (".md", "List:\n\n- a wonder\n- not this wonder\n"),
        (".md", "List:\n\n- tea\n- a wonder\n- not this wonder\n"),
        (".md", "| tea | for |\n| --- | --- |\n| a wonder | x |\n| not this wonder | x |\n"),
        (".md", "> Words\n> and a wonder.\n\nNot this wonder.\n"),
        (".md", "---\ntitle: A wonder\n---\n\nText.\n"),
        (".mdx", "# Tea\n\nA wonder.\n\nNot this wonder.\n"),
        (".mdx", "<Card>\nWords of a line\nand a wonder.\n</Card>\n\nNot this wonder.\n"),
        (".html", "<ul>\n<li>tea</li>\n<li>a wonder</li>\n<li>not this wonder</li>\n</ul>\n"),
        (".html", "<table>\n<tr><td>a wonder</td></tr>\n<tr><td>not this wonder</td></tr>\n</table>\n"),
    ],
)
def test_the_comment_that_full_shows_silences_its_finding_and_no_other(suffix: str, text: str) -> None:
    card = read_card(WONDER, "house/wonder", "house/wonder.toml")
    first, *others = found(card, text, suffix)
    comment, where = silencing(first, SourceFile(f"a{suffix}", text)).removesuffix(")").split("  (")
    lines = text.splitlines()
    at = first.place.line - 1
    if where == "on the line above":
        lines.insert(at, comment)
    elif where == "below the front matter":
        lines.append(comment)
    elif where == "in the last cell of that row":
        lines[at] = f"{lines[at].removesuffix('|')}{comment} |"
    else:
        lines[at] += f" {comment}"
    after = found(card, "\n".join(lines) + "\n", suffix)
    assert [finding.suppressed for finding in after] == ["why it may stay", *(None for _ in others)]
