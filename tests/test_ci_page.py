"""What the page on continuous integration shows, and the action: true to their schemas, and run as they stand."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from lxml import etree

from kratomlint.reporters import FORMATS

ROOT = Path(__file__).parent.parent
SCHEMAS = ROOT / "tests" / "fixtures" / "schemas"
PAGE = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```yaml\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)
WORKFLOWS = [block for block in BLOCKS if "\njobs:" in block]
PIPELINES = [block for block in BLOCKS if "\njobs:" not in block]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
INSTALL, LINT = (step for step in ACTION["runs"]["steps"] if "run" in step)

needs_bash = pytest.mark.skipif(
    sys.platform == "win32" or not shutil.which("bash"), reason="the commands are for Bash (package `bash`)"
)


@pytest.fixture(scope="module")
def programs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with what a job has: our command, and a reviewdog that keeps what it is given."""
    folder = tmp_path_factory.mktemp("programs")
    for name, text in (
        ("kratomlint", f'PYTHONPATH="{ROOT}" exec "{sys.executable}" -m kratomlint "$@"'),
        ("reviewdog", 'echo "$@" > reviewdog.arguments; exec cat > reviewdog.read'),
    ):
        (folder / name).write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
        (folder / name).chmod(0o755)
    return folder


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """Return a repository with two articles, of which one has something to find."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "kava.md").write_text("# Kava\n\nKava relieves anxiety.\n", encoding="utf-8")
    (tmp_path / "articles" / "tea, 50%.md").write_text("# Tea\n\nKava relieves pain.\n", encoding="utf-8")
    (tmp_path / "kratomlint.toml").write_text('select = ["overclaim/efficacy"]\n', encoding="utf-8")
    return tmp_path


def shell(script: str, folder: Path, programs: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a script as GitHub does."""
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith(("GITHUB_", "INPUT_"))},
        "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
        "KRATOMLINT_CACHE_DIR": str(programs / "cache"),
        **variables,
    }
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )


def holds(schema: str, text: str, folder: Path) -> None:
    (folder / "checked.yml").write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", "checked.yml"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_action_is_one(tmp_path: Path) -> None:
    holds("github-actions", (ROOT / "action.yml").read_text(encoding="utf-8"), tmp_path)


@pytest.mark.parametrize("number", range(len(WORKFLOWS)))
def test_a_workflow_on_the_page_is_one(number: int, tmp_path: Path) -> None:
    holds("github-workflows", WORKFLOWS[number], tmp_path)


@pytest.mark.parametrize("number", range(len(PIPELINES)))
def test_a_pipeline_on_the_page_is_one(number: int, tmp_path: Path) -> None:
    holds("gitlab-ci", PIPELINES[number], tmp_path)


def steps() -> list[dict[str, Any]]:
    return [step for block in WORKFLOWS for step in yaml.safe_load(block)["jobs"]["articles"]["steps"]]


def test_the_page_gives_the_action_no_input_that_it_has_not() -> None:
    given = {name for step in steps() if "kratomlint@" in step.get("uses", "") for name in step["with"]}
    assert given == {"paths", "arguments", "sarif-file"}
    assert given <= set(ACTION["inputs"])


def test_the_page_tells_of_every_format() -> None:
    told = set(re.findall(r"`([a-z-]+)`", "\n".join(re.findall(r"^\| (`[^|]*) \|", PAGE, re.MULTILINE))))
    assert set(FORMATS) - {"html"} <= told <= {*FORMATS, "--format"}


@needs_bash
def test_reviewdog_reads_what_the_page_gives_it(articles: Path, programs: Path) -> None:
    [script] = [step["run"] for step in steps() if "reviewdog -f" in step.get("run", "")]
    done = shell(script, articles, programs)
    assert done.returncode == 0, done.stderr
    schema = json.loads((SCHEMAS / "rdf-diagnostic.json").read_text(encoding="utf-8"))
    diagnostics = [json.loads(line) for line in (articles / "reviewdog.read").read_text(encoding="utf-8").splitlines()]
    for diagnostic in diagnostics:
        jsonschema.validate(diagnostic, schema)
    assert [one["location"]["path"] for one in diagnostics] == ["articles/kava.md", "articles/tea, 50%.md"]
    assert "-f=rdjsonl" in (articles / "reviewdog.arguments").read_text(encoding="utf-8")


@needs_bash
@pytest.mark.parametrize("number", range(len(PIPELINES)))
def test_a_pipeline_writes_the_report_that_it_hands_on(number: int, articles: Path, programs: Path) -> None:
    job = yaml.safe_load(PIPELINES[number])["articles"]
    [command] = [line for line in job["script"] if line.startswith("kratomlint")]
    done = shell(command, articles, programs)
    assert (done.returncode, done.stdout) == (1, "")
    assert job["artifacts"]["when"] == "always"
    [(kind, name)] = job["artifacts"]["reports"].items()
    written = (articles / name).read_bytes()
    if kind == "junit":
        etree.XMLSchema(etree.parse(SCHEMAS / "junit-10.xsd")).assertValid(etree.fromstring(written))
    else:
        schema = json.loads((SCHEMAS / "gitlab-code-quality.json").read_text(encoding="utf-8"))
        jsonschema.validate(json.loads(written), schema)
        assert len(json.loads(written)) == 2


@needs_bash
def test_jenkins_gets_the_file_that_it_records(articles: Path, programs: Path) -> None:
    [block] = re.findall(r"^```groovy\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)
    [command] = re.findall(r"sh '([^']*)'", block)
    [name] = re.findall(r"pattern: '([^']*)'", block)
    assert shell(command, articles, programs).returncode == 0
    files = etree.parse(articles / name).findall("file")
    assert [len(file) for file in files] == [1, 1]


# The action


def lint(articles: Path, programs: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """Run the last step of the action, after one that installed kratomlint."""
    runner = articles / "runner"
    (runner / "kratomlint").mkdir(parents=True)
    (runner / "kratomlint" / "bin").symlink_to(programs)
    given = {f"INPUT_{name.upper().replace('-', '_')}": value["default"] for name, value in ACTION["inputs"].items()}
    given |= {f"INPUT_{name.upper()}": value for name, value in inputs.items()}
    wanted = {name: given[name] for name in LINT["env"]}
    page = str(articles / "page.markdown")
    return shell(LINT["run"], articles, programs, RUNNER_TEMP=str(runner), GITHUB_STEP_SUMMARY=page, **wanted)


@needs_bash
def test_the_action_annotates_and_fills_the_page_of_the_job(articles: Path, programs: Path) -> None:
    done = lint(articles, programs)
    assert done.returncode == 1
    assert [line.split(",")[0] for line in done.stdout.splitlines()] == [
        "::warning file=articles/kava.md",
        "::warning file=articles/tea%2C 50%25.md",
    ]
    page = (articles / "page.markdown").read_text(encoding="utf-8")
    assert page.count("\n| warning |") == 2


@needs_bash
def test_the_action_takes_paths_and_options_line_by_line(articles: Path, programs: Path) -> None:
    done = lint(articles, programs, paths="articles/tea, 50%.md\n\n", arguments="--fail-on=error\n--statistics\n")
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("::warning") == 1
    assert "1  overclaim/efficacy" in done.stderr


@needs_bash
def test_the_action_writes_sarif_beside_the_annotations(articles: Path, programs: Path) -> None:
    done = lint(articles, programs, sarif_file="out.sarif")
    assert done.returncode == 1
    log = json.loads((articles / "out.sarif").read_text(encoding="utf-8"))
    assert len(log["runs"][0]["results"]) == done.stdout.count("::warning") == 2


@needs_bash
def test_no_input_of_the_action_is_read_as_shell(articles: Path, programs: Path) -> None:
    wild = '$(touch owned) `touch owned`; touch owned "; touch owned'
    assert lint(articles, programs, paths=wild, arguments=wild, sarif_file=wild).returncode == 2
    assert not (articles / "owned").exists()
    assert [step for step in (INSTALL, LINT) if "${{" in step["run"]] == []


def test_the_action_imports_nothing_from_the_repository_that_it_reads() -> None:
    started = re.findall(r'"\$(?:PYTHON|programs/python)" (\S+)', INSTALL["run"])
    assert started == ["-I", "-I"]


@needs_bash
@pytest.mark.parametrize("step", [INSTALL, LINT], ids=lambda step: step["name"])
def test_the_steps_of_the_action_are_bash(step: dict[str, Any]) -> None:
    assert step["shell"] == "bash"
    done = subprocess.run(["bash", "-n", "-c", step["run"]], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
