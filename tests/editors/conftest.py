"""A site to open in real editors, the program that they call, and the snippets that people copy."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from sample import ARTICLE, FILE

ROOT = Path(__file__).parent.parent.parent
# An editor on a busy machine; nothing is measured here.
PATIENCE = 240


class Snippets(NamedTuple):
    """The page for editors, by its headings."""

    text: str

    def under(self, heading: str, language: str) -> str:
        """Return the only snippet of a language under a heading."""
        section = re.split(r"^#+ ", self.text.partition(f"# {heading}\n")[2], maxsplit=1, flags=re.MULTILINE)[0]
        [snippet] = re.findall(rf"^```{language}\n(.*?)^```", section, re.DOTALL | re.MULTILINE)
        return snippet


@pytest.fixture(scope="session")
def snippets() -> Snippets:
    return Snippets((ROOT / "docs" / "editors.md").read_text(encoding="utf-8"))


@pytest.fixture
def site(project: Path) -> Path:
    """Return a repository with one article."""
    (project / FILE).write_text(ARTICLE, encoding="utf-8")
    return project


@pytest.fixture
def run(
    tmp_path_factory: pytest.TempPathFactory, site: Path, cache: Path
) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Return what runs a program in the site, with `kratomlint` on its path and a home of its own."""
    home = tmp_path_factory.mktemp("home")
    program = home / "bin" / "kratomlint"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m kratomlint "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    environment = {
        **os.environ,
        "PATH": f"{program.parent}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home),
        "LC_ALL": "C.UTF-8",
    }

    def run(*command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command,
            cwd=site,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=PATIENCE,
            check=False,
        )

    return run


@pytest.fixture
def lines(run: Callable[..., subprocess.CompletedProcess[str]]) -> list[str]:
    """Return the lines that `kratomlint check` prints of the site."""
    printed = run("kratomlint", "check", "--quiet", ".").stdout.splitlines()
    assert len(printed) >= 3
    return printed
