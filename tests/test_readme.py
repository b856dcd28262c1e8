"""What the pages for people promise, tried: the screen, the settings, the card, the editors' patterns."""

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from functools import cache
from pathlib import Path

import pytest

from kratomlint.card import read_card
from kratomlint.card_faults import GUARDS, METHODS
from kratomlint.testing import catalogue_of, examples_of, found

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "checks/README.md", "docs/ci.md")]


def blocks(page: str, language: str) -> list[str]:
    text = (ROOT / page).read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```", text, re.DOTALL | re.MULTILINE)


@cache
def said(*arguments: str, folder: Path = ROOT) -> str:
    command = [sys.executable, "-m", "kratomlint", *arguments]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "100"}
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode in (0, 1), done.stderr
    return done.stdout


def test_the_screen_in_the_readme_is_what_the_demo_prints() -> None:
    [screen] = blocks("README.md", "text")
    command, *lines = screen.splitlines()
    assert command == "$ kratomlint demo"
    printed = said("demo", "--color", "never").splitlines()
    assert [line for line in lines if line != "…" and line not in printed] == []


def test_the_settings_in_the_readme_hold(tmp_path: Path) -> None:
    [settings] = blocks("README.md", "toml")
    (tmp_path / "kratomlint.toml").write_text(settings, encoding="utf-8")
    (tmp_path / "a.md").write_text("Leaves.\n", encoding="utf-8")
    (tmp_path / "known.json").write_text('{"kratomlint-baseline": 1, "files": {}}', encoding="utf-8")
    shown = said("settings", "a.md", folder=tmp_path)
    assert {key for key in tomllib.loads(settings) if f"{key} =" not in shown and f"[{key}]" not in shown} == set()
    assert said("check", "--no-cache", "--quiet", "a.md", folder=tmp_path) == ""


def test_the_card_on_the_page_for_editors_keeps_its_word() -> None:
    [text] = blocks("checks/README.md", "toml")
    for example in examples_of(read_card(text, "house/wonder", "checks/house/wonder.toml")):
        places = [tuple(finding.place.span) for finding in found(example.card, example.text)]
        assert places == example.ranges


@pytest.mark.parametrize("word", [*METHODS, *GUARDS])
def test_the_page_for_editors_tells_of_every_method_and_guard(word: str) -> None:
    assert f"| `{word}` |" in (ROOT / "checks" / "README.md").read_text(encoding="utf-8")


LINE = "articles/a b.md:11:8: warning: “relieves: pain” promises a benefit. Cite the trial. [overclaim/efficacy]"


def test_the_pattern_for_vs_code_reads_a_line() -> None:
    [tasks] = blocks("README.md", "json")
    pattern = json.loads(tasks)["tasks"][0]["problemMatcher"]["pattern"]
    match = re.fullmatch(pattern["regexp"], LINE)
    assert match
    parts = {name: match[number] for name, number in pattern.items() if name != "regexp"}
    assert parts == {
        "file": "articles/a b.md",
        "line": "11",
        "column": "8",
        "severity": "warning",
        "message": "“relieves: pain” promises a benefit. Cite the trial.",
        "code": "overclaim/efficacy",
    }


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_whatever_a_page_links_to_in_the_checkout_is_there(page: Path) -> None:
    targets = re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_check_that_a_page_names_is_there(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    named = set(re.findall(r"(?:explain|test-checks|disable-next-line|select) ([a-z]+/[a-z-]+)", text))
    assert named - {"house/wonder"} <= set(catalogue_of().cards)


def test_the_changelog_names_every_pack() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert [
        pack for pack in sorted({name.split("/")[0] for name in catalogue_of().cards}) if f"`{pack}`" not in text
    ] == []


@pytest.mark.skipif(not shutil.which("vim"), reason="there is no Vim here")
def test_the_lines_for_vim_read_a_finding(tmp_path: Path) -> None:
    [script] = blocks("README.md", "vim")
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a b.md").write_text("\n" * 20, encoding="utf-8")
    (tmp_path / "found.txt").write_text(f"{LINE}\n", encoding="utf-8")
    script += (
        "cgetfile found.txt\n"
        "let entry = getqflist()[0]\n"
        "call writefile([entry.lnum . ' ' . entry.col . ' ' . entry.type . ' ' . bufname(entry.bufnr)], 'read.txt')\n"
        "qall!\n"
    )
    (tmp_path / "script.vim").write_text(script, encoding="utf-8")
    command = ["vim", "-u", "NONE", "-es", "--not-a-term", "-S", "script.vim"]
    subprocess.run(command, cwd=tmp_path, stdin=subprocess.DEVNULL, capture_output=True, timeout=60, check=False)
    if not (tmp_path / "read.txt").exists():
        pytest.skip("this Vim has no script language")
    assert (tmp_path / "read.txt").read_text(encoding="utf-8").strip() == "11 8 w articles/a b.md"
