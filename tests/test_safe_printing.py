"""An article, a file name and a card that were made to command whoever reads the report: none of them is obeyed."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from urllib.parse import unquote

import pytest

from kratomlint import cli
from kratomlint.reporters import FORMATS

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no file there has such a name")

# A window's title, a cleared screen (with and without escape), text turned round, commands of GitHub and Azure, and what
# XML forbids.
COMMANDS = "\x1b]0;owned\x07\x1b[2J\x9b2J\u202e\u2066\x08\ufffe ::error::forged ##[error]forged ##vso[task.x]forged ]]>"
NAME = "\x1b]0;owned\x07\n::error file=x::forged ##[error]x\u202e<&\"'>,%0A|`=1+1.md"
ARTICLE = f"# Tea\n\nA wonder {COMMANDS}.\n\nA wonder. <!-- kratomlint-disable-line house/wonder -- {COMMANDS} -->\n"
CARD_NAME = "\x1b[31m\n::error::forged \u202e"
CARD = """\
title      = "Wonder COMMANDS"
message    = "“{hit}” promises a wonder. COMMANDS Say what was found."
severity   = "warning"
find.pattern = '''wonder[^.]*'''
why        = "Readers believe it, COMMANDS and some of them for long."
sources    = ["House style COMMANDS"]
bad        = ["A >>wonder<<.", "A >>wonder COMMANDS<<."]
good       = ["No words here COMMANDS.", "No words here."]
"""
# What a terminal obeys, or turns round; a line feed parts our own lines.
OBEYED = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
# What GitHub's runner obeys: the one at the start of a line, the other anywhere. Azure's agent is like the other.
STARTING, ANYWHERE = re.compile(r"\s*::[a-z-]+[ :]"), re.compile(r"##\w*\[")


def in_toml(text: str) -> str:
    return "".join(
        f"\\u{ord(character):04x}" if not character.isascii() or character < " " else character for character in text
    )


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a repository that means harm; it is read once, and its cache holds for every test."""
    folder = tmp_path_factory.mktemp("hostile")
    checks = folder / ".kratomlint" / "checks" / "house"
    checks.mkdir(parents=True)
    for name in ("wonder", CARD_NAME):
        (checks / f"{name}.toml").write_text(CARD.replace("COMMANDS", in_toml(COMMANDS)), encoding="utf-8")
    (folder / ".git").mkdir()
    (folder / "kratomlint.toml").write_text('select = ["house"]\n', encoding="utf-8")
    (folder / NAME).write_text(ARTICLE, encoding="utf-8")
    (folder / os.fsdecode(b"\x1b[2J\xff.md")).write_bytes(b"\xff\xfa")
    return folder


@pytest.fixture
def project(repository: Path, cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return that repository, which is where we are, on a runner of GitHub's."""
    monkeypatch.chdir(repository)
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "page.markdown"))
    return repository


Said = tuple[int, str, str]


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> Said:
    """Run a command, and hold what it says to the law of this file."""
    code = cli.main(list(arguments))
    out, err = capsys.readouterr()
    is_for_github = "github" in arguments
    for stream in (out, err):
        assert OBEYED.findall(stream) == []
        assert ANYWHERE.findall(stream) == []
        commands = [line for line in stream.split("\n") if STARTING.match(line)]
        assert commands == (stream.split("\n")[:-1] if is_for_github and stream is out else [])
    return code, out, err


@pytest.mark.parametrize("format", FORMATS)
def test_no_article_commands_who_reads_the_report(
    format: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = said(capsys, "check", "--format", format, "--statistics")
    assert code == 3
    assert "wonder" in out
    assert "trouble: not UTF-8" in err
    assert "Wonder" in err


@pytest.mark.parametrize("format", FORMATS)
def test_colour_lets_nothing_else_through(format: str, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cli.main(["check", "--quiet", "--color", "always", "--format", format])
    out, _ = capsys.readouterr()
    assert OBEYED.findall(re.sub(r"\x1b\[[\d;]*m", "", out)) == []


def test_programs_get_the_true_name_of_the_file(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def told(format: str) -> str:
        return said(capsys, "check", "--quiet", "--format", format)[1]

    assert NAME in {file["path"] for file in json.loads(told("json"))["files"]}
    assert NAME in {json.loads(line).get("path") for line in told("json-lines").split("\n")[:-1]}
    assert NAME in {issue["location"]["path"] for issue in json.loads(told("gitlab"))}
    assert NAME in {json.loads(line)["location"]["path"] for line in told("rdjsonl").split("\n")[:-1]}
    result = json.loads(told("sarif"))["runs"][0]["results"][0]
    assert unquote(result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]) == NAME


@pytest.mark.parametrize("format", ["checkstyle", "junit"])
def test_what_xml_forbids_is_written_out(format: str, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = said(capsys, "check", "--quiet", "--format", format)
    values = [value for element in ElementTree.fromstring(out).iter() for value in element.attrib.values()]
    shown = "\\x1b]0;owned\\x07\\n\\x3a:error file=x::forged \\x23#[error]x\\u202e<&\"'>,%0A|`=1+1.md"
    assert shown in values
    assert any("\\x08\\ufffe" in value and "]]>" in value for value in values)


def test_github_gets_one_annotation_for_each_finding(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = said(capsys, "check", "--quiet", "--format", "github")
    kinds = [line.split(" ")[0] for line in out.split("\n")[:-1]]
    assert kinds == ["::error", "::warning", "::warning", "::warning"]


def test_the_page_of_the_job_is_a_table_whatever_it_tells(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said(capsys, "check", "--quiet", "--format", "github")
    page = (tmp_path / "page.markdown").read_text(encoding="utf-8")
    assert OBEYED.findall(page) == []
    rows = [line for line in page.split("\n") if line.startswith("|")]
    assert len(rows) == 2 + 4
    assert [re.findall(r"(?<!\\)\|", row) for row in rows] == [["|"] * 5] * len(rows)
    assert re.findall(r"(?<!\\)[<`]", page) == []


@pytest.mark.parametrize(
    "arguments",
    [
        ["try", f"A wonder {COMMANDS}."],
        ["try", f"A “wonder” {COMMANDS}.", "--as", ".txt"],
        ["try", "--prose", NAME],
        ["explain", "house/wonder"],
        ["explain", f"house/{CARD_NAME}"],
        ["explain", f"house/{COMMANDS}"],
        ["checks"],
        ["checks", "--format", "json"],
        ["settings", "--select", COMMANDS],
        ["settings", NAME],
        ["test-checks"],
        ["test-checks", f"house/{CARD_NAME}"],
        ["check", f"nowhere{COMMANDS}.md"],
        ["check", "--format", COMMANDS],
        ["check", f"--{COMMANDS}"],
        ["check", "--output", f"no/{COMMANDS}", NAME],
        [f"chek{COMMANDS}"],
        ["new-check", f"house/{CARD_NAME}"],
    ],
    ids=lambda arguments: re.sub(r"\W+", " ", " ".join(arguments)),
)
def test_no_command_passes_on_what_it_is_told_to_do(
    arguments: list[str], project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said(capsys, *arguments)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("kratomlint.toml", 'selct = "\u202e\x9b2J ##[error]"\n'),
        ("kratomlint.toml", 'preset = "\\u001b[2J ::error::x"\n'),
        ("kratomlint.toml", 'exclude = ["\\u001b[2J"]\n'),
        (".kratomlint/checks/house/\x1b.toml", "titel = '\u202e ##[error]'\n"),
        (
            ".kratomlint/checks/house/\x1b.toml",
            CARD.replace("A >>wonder<<.", "\\u001b[2J >>plant<<").replace("COMMANDS", ""),
        ),
    ],
)
def test_no_message_about_a_fault_passes_it_on(
    name: str,
    text: str,
    project: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shutil.copytree(project, tmp_path / "faulty")
    (tmp_path / "faulty" / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path / "faulty")
    for command in ("check", "settings" if name == "kratomlint.toml" else "test-checks"):
        said(capsys, command)


def test_what_stands_in_standard_input_is_not_obeyed(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    # The whole line is shown.
    monkeypatch.setenv("COLUMNS", "120")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ARTICLE.encode())))
    code, out, _ = said(capsys, "check", "--quiet", "--stdin-filename", NAME, "--format", "full", "-")
    assert code == 1
    assert (
        "3 | A wonder \\x1b]0;owned\\x07\\x1b[2J\\x9b2J\\u202e\\u2066\\x08\\ufffe ::error::forged \\x23#[error]" in out
    )
