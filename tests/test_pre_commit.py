"""The hooks as a content team meets them: the real pre-commit, and the wheel that it builds from this tree."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
HOOKS = ROOT / ".pre-commit-hooks.yaml"
# What pip says when it cannot reach a package index; a requirement that no index has is a fault of ours.
_NO_INDEX = re.compile("after connection broken by|Network is unreachable|name resolution|Connection refused")
CLEAN = "# Opening hours\n\nThe clinic is open from nine to five on weekdays.\n"
BAD = "# Kratom\n\nKratom cures opioid addiction.\n"


class Repository:
    """A scratch Git repository that has the hooks installed."""

    def __init__(self, folder: Path, environment: dict[str, str]) -> None:
        self.folder = folder
        self.environment = environment

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command,
            cwd=self.folder,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )

    def write(self, path: str, text: str) -> None:
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")

    def commit(self, *options: str) -> subprocess.CompletedProcess[str]:
        self.run("git", "add", "--all")
        return self.run("git", "commit", "--message", "articles", *options)


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return an environment that neither reads nor changes anything of the person who runs the tests."""
    pytest.importorskip("pre_commit")
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    home = tmp_path_factory.mktemp("home")
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PRE_COMMIT", "PYTHONPATH"))
    }
    paths = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    person = {f"GIT_{who}_{what}": "a@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    return {
        **kept,
        **person,
        "PATH": paths,
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_SYSTEM": os.devnull,
        "PRE_COMMIT_HOME": str(home / "pre-commit"),
        "KRATOMLINT_CACHE_DIR": str(home / "cache"),
    }


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory, environment: dict[str, str]) -> Repository:
    """Return a repository whose hook was built from the tree as it stands, committed or not."""
    tree = _snapshot(tmp_path_factory.mktemp("tree"), environment)
    repository = Repository(tmp_path_factory.mktemp("content"), environment)
    repository.run("git", "init", "--quiet")
    revision = tree.run("git", "rev-parse", "HEAD").stdout.strip()
    repository.write(".pre-commit-config.yaml", _config(tree.folder, revision))
    repository.run("git", "add", ".pre-commit-config.yaml")
    done = repository.run(sys.executable, "-m", "pre_commit", "install", "--install-hooks")
    if done.returncode and (_NO_INDEX.search(done.stdout) or os.environ.get("PIP_NO_INDEX")):
        pytest.skip("the hook cannot be built: no package index is reached")
    assert done.returncode == 0, done.stdout
    repository.write("articles/clean.md", CLEAN)
    repository.commit("--no-verify")
    return repository


@pytest.fixture
def repository(installed: Repository) -> Iterator[Repository]:
    """Return the repository, put back to its first state afterwards."""
    first = installed.run("git", "rev-parse", "HEAD").stdout.strip()
    yield installed
    installed.run("git", "reset", "--quiet", "--hard", first)
    installed.run("git", "clean", "--quiet", "-d", "--force")


def _snapshot(folder: Path, environment: dict[str, str]) -> Repository:
    """Commit the tree as it stands to a repository of its own."""
    listing = ["git", "-C", str(ROOT), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(listing, capture_output=True, encoding="utf-8")
    if listed.returncode:
        pytest.skip("the tests do not run in a checkout")
    for name in filter(None, listed.stdout.split("\0")):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, folder / name)
    tree = Repository(folder, environment)
    tree.run("git", "init", "--quiet")
    tree.commit("--quiet")
    return tree


def _config(tree: Path, revision: str) -> str:
    return (
        "repos:\n"
        f"  - repo: '{tree.as_posix()}'\n"
        f"    rev: {revision}\n"
        "    hooks:\n"
        "      - id: kratomlint\n"
        "      - id: kratomlint-all\n"
        "        stages: [manual]\n"
    )


def test_a_bad_article_stops_the_commit_with_its_line(repository: Repository) -> None:
    repository.write("articles/bad.md", BAD)
    done = repository.commit()
    assert done.returncode == 1, done.stdout
    assert re.search(r"^articles/bad\.md:3:\d+: \w+: .*\[overclaim/[\w-]+\]$", done.stdout, re.MULTILINE), done.stdout


def test_a_good_article_passes(repository: Repository) -> None:
    repository.write("articles/hours.md", CLEAN.replace("nine to five", "ten to six").replace("Opening", "New"))
    done = repository.commit()
    assert done.returncode == 0, done.stdout


def test_a_folder_that_settings_exclude_stays_excluded(repository: Repository) -> None:
    repository.write("kratomlint.toml", 'exclude = ["drafts/"]\n')
    repository.write("drafts/bad.md", BAD)
    done = repository.commit()
    assert done.returncode == 0, done.stdout


def test_files_that_are_no_articles_are_not_linted(repository: Repository) -> None:
    repository.write("LICENSE", BAD)
    repository.write("script.py", f"'''{BAD}'''\n")
    done = repository.commit()
    assert done.returncode == 0, done.stdout


def test_a_paragraph_of_an_unchanged_file_is_found_again(repository: Repository) -> None:
    paragraph = (
        "The clinic keeps a list of pharmacies that are open at night. The desk prints it for every visitor who "
        "asks, with a map of the streets around the hospital. The last bus leaves the main gate at half past eleven.\n"
    )
    repository.write("articles/old.md", f"# Pharmacies\n\n{paragraph}")
    repository.commit("--no-verify")
    repository.write("articles/new.md", f"# Night service\n\n{paragraph}")
    done = repository.commit()
    assert done.returncode == 1, done.stdout
    assert re.search(r"^articles/new\.md:3:1: .*\[duplicate/", done.stdout, re.MULTILINE), done.stdout
    assert "articles/old.md:3" not in [line[:17] for line in done.stdout.splitlines()]


def test_the_other_hook_lints_every_article(repository: Repository) -> None:
    repository.write("articles/bad.md", BAD)
    repository.commit("--no-verify")
    done = repository.run(sys.executable, "-m", "pre_commit", "run", "--hook-stage", "manual", "kratomlint-all")
    assert done.returncode == 1, done.stdout
    assert "articles/bad.md:3:" in done.stdout


def test_the_hook_takes_the_files_that_a_folder_walk_takes() -> None:
    from kratomlint.readers import SUFFIXES

    pattern = re.search(r"^  files: (.*)$", HOOKS.read_text(encoding="utf-8"), re.MULTILINE)
    assert pattern
    taken = re.compile(pattern[1])
    assert all(taken.search(f"articles/a{suffix}") for suffix in SUFFIXES)
    assert set(re.findall(r"\w+", pattern[1].split("(")[2])) == {suffix.removeprefix(".") for suffix in SUFFIXES}


def test_pre_commit_knows_the_types_that_the_hook_names() -> None:
    tags = pytest.importorskip("identify.identify")
    types = re.search(r"^  types_or: \[(.*)\]$", HOOKS.read_text(encoding="utf-8"), re.MULTILINE)
    assert types
    assert set(types[1].split(", ")) <= tags.ALL_TAGS
