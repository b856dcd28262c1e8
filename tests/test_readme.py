"""What the pages for people promise, tried: the screen, the settings, the card."""

import os
import re
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
PAGES = [
    ROOT / name
    for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "checks/README.md", "docs/ci.md", "docs/editors.md")
]


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
