"""A plug-in is a package with a folder of packs and an entry point; it is at hand once it is installed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PLUGIN = Path(__file__).parent / "fixtures" / "plugin"


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return the environment in which the example plug-in is installed beside kratomlint."""
    pytest.importorskip("pip")
    pytest.importorskip("hatchling")
    place = tmp_path_factory.mktemp("site")
    options = ["--quiet", "--no-deps", "--no-build-isolation", "--no-index", "--disable-pip-version-check"]
    pip = [sys.executable, "-m", "pip", "install", *options, "--target", str(place), str(PLUGIN)]
    subprocess.run(pip, check=True)
    paths = os.pathsep.join([str(place), str(ROOT)])
    cache = str(tmp_path_factory.mktemp("cache"))
    return {**os.environ, "PYTHONPATH": paths, "KRATOMLINT_CACHE_DIR": cache, "PYTHONIOENCODING": "utf-8"}


def kratomlint(environment: dict[str, str], folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "kratomlint", *arguments]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, encoding="utf-8")


def test_the_checks_of_a_plugin_are_listed(installed: dict[str, str], tmp_path: Path) -> None:
    listed = kratomlint(installed, tmp_path, "checks", "--select", "tea", "--format", "json")
    on = {row["id"] for row in json.loads(listed.stdout) if row["on"]}
    assert on == {"tea/praise", "tea/shouting"}, listed.stderr


def test_the_checks_of_a_plugin_fire(installed: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "tea.md").write_text("# Sencha\n\nSencha is liquid gold. BUY IT TODAY ONLY.\n", encoding="utf-8")
    linted = kratomlint(installed, tmp_path, "check", "--select", "tea", "tea.md")
    assert linted.stdout.splitlines() == [
        "tea.md:3:11: warning: “liquid gold” sells the tea and tells nothing. Say what is in the cup. [tea/praise]",
        "tea.md:3:24: suggestion: “BUY IT TODAY ONLY.” shouts at the reader. Write it in small letters. [tea/shouting]",
    ], linted.stderr
    assert linted.returncode == 1


def test_the_examples_of_a_plugin_are_its_tests(installed: dict[str, str], tmp_path: Path) -> None:
    tested = kratomlint(installed, tmp_path, "test-checks", "tea")
    assert (tested.returncode, tested.stdout) == (0, ""), tested.stderr


def test_a_plugin_is_tested_from_its_sources(monkeypatch: pytest.MonkeyPatch) -> None:
    from kratomlint.testing import examples, found

    monkeypatch.syspath_prepend(str(PLUGIN))
    folder = PLUGIN / "kratomlint_tea" / "checks"
    tried = list(examples(folder))
    assert [str(example) for example in tried[:3]] == ["tea/praise:bad[1]", "tea/praise:bad[2]", "tea/praise:good[1]"]
    for example in tried:
        spans = [tuple(finding.place.span) for finding in found(example.card, example.text, root=folder)]
        assert spans == example.ranges, str(example)
