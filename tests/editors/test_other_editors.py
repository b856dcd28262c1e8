"""Editors that are not here: their snippets are read, what they name is started, their patterns meet real lines."""

import json
import re
import shlex
import shutil
import tomllib
from pathlib import Path
from xml.etree import ElementTree

import pytest

pytest.importorskip("pygls", reason="the package pygls is not installed")

from lsp_client import Editor, ids
from sample import CLAIM, FILE

LINE = re.compile(r"(.+?):(\d+):(\d+): (error|warning|suggestion): (.*) \[(.+)\]")
has_node = pytest.mark.skipif(not shutil.which("node"), reason="the Debian package nodejs is not installed")


def parts(line: str) -> tuple[str, ...]:
    match = LINE.fullmatch(line)
    assert match
    return match.groups()


def words_of(run, site: Path, command: list[str]) -> list[str]:
    """Return what a command prints, one finding a line."""
    done = run(*command)
    assert done.returncode == 1, done.stderr
    return done.stdout.splitlines()


NODE = """
const [pattern, lines] = JSON.parse(require("fs").readFileSync("patterns.json", "utf8"));
const found = lines.map((line) => new RegExp(pattern.regexp).exec(line));
console.log(JSON.stringify(found.map((match) =>
  match && ["file", "line", "column", "severity", "message", "code"].map((name) => match[pattern[name]]))));
"""


@has_node
def test_the_pattern_for_vs_code_reads_every_line_in_node(site: Path, run, snippets) -> None:
    [task] = json.loads(snippets.under("VS Code", "json"))["tasks"]
    lines = words_of(run, site, shlex.split(task["command"]))
    (site / "patterns.json").write_text(json.dumps([task["problemMatcher"]["pattern"], lines]), encoding="utf-8")
    done = run("node", "-e", NODE)
    assert json.loads(done.stdout) == [list(parts(line)) for line in lines], done.stderr


def test_sublime_text_builds_with_the_command_and_reads_every_line(site: Path, run, snippets) -> None:
    build = json.loads(snippets.under("Sublime Text: build system", "json"))
    command = [part.replace("$file", str(site / FILE)) for part in build["cmd"]]
    for line in words_of(run, site, command):
        match = re.search(build["file_regex"], line)
        assert match
        file, row, column, severity, message, check_id = parts(line)
        assert match.groups() == (file, row, column, f"{severity}: {message} [{check_id}]")


def test_zed_runs_the_task(site: Path, run, snippets, lines) -> None:
    [task] = json.loads(snippets.under("Zed", "json"))
    arguments = [part.replace("$ZED_RELATIVE_FILE", FILE) for part in task["args"]]
    assert words_of(run, site, [task["command"], *arguments]) == lines


def test_jetbrains_watches_with_the_command_and_reads_every_line(site: Path, run, snippets, lines) -> None:
    watcher = ElementTree.fromstring(snippets.under("JetBrains: File Watchers", "xml")).find("TaskOptions")
    assert watcher is not None
    values = {option.get("name"): option.get("value") for option in watcher.findall("option")}
    said = (values["arguments"] or "").replace("$FilePathRelativeToProjectRoot$", shlex.quote(FILE))
    assert words_of(run, site, [values["program"] or "", *shlex.split(said)]) == lines
    [written] = [one.get("value") for one in watcher.iter("option") if one.get("name") == "regExp"]
    pattern = re.escape(written)
    for macro, meaning in (("FILE_PATH", "(.+?)"), ("LINE", r"(\d+)"), ("COLUMN", r"(\d+)"), ("MESSAGE", "(.*)")):
        pattern = pattern.replace(re.escape(f"${macro}$"), meaning)
    for line in lines:
        match = re.fullmatch(pattern, line)
        assert match
        assert match.groups()[:3] == parts(line)[:3]


@pytest.mark.parametrize("editor", ["Helix", "Sublime Text: LSP"])
def test_an_editor_is_served_by_what_its_snippet_starts(editor: str, site: Path, snippets) -> None:
    if editor == "Helix":
        languages = tomllib.loads(snippets.under(editor, "toml"))
        server = languages["language-server"]["kratomlint"]
        command = [server["command"], *server["args"]]
        assert all("kratomlint" in language["language-servers"] for language in languages["language"])
    else:
        command = json.loads(snippets.under(editor, "json"))["clients"]["kratomlint"]["command"]
    assert command[0] == "kratomlint"
    with Editor(site, arguments=command[1:]) as client:
        assert "overclaim/efficacy" in ids(client.diagnostics(client.open(site / FILE)))


def test_the_settings_on_the_page_are_taken(site: Path, snippets) -> None:
    with Editor(site, options=json.loads(snippets.under("The server", "json"))) as client:
        shown = client.diagnostics(client.open(site / FILE))
        assert [one.range.start.character for one in shown if one.code == "overclaim/efficacy"] == [CLAIM[1] - 1]
        assert client.messages == []
