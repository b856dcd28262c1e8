"""Only what a change touched is told: with the real Git, its odd file names and its hostile repositories."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from command_line import Kratomlint, Said, command

from kratomlint import changes

if shutil.which("git") is None:
    pytest.skip("git is not installed (Debian: git)", allow_module_level=True)

BAD = "Tea cures opioid addiction.\n"
SAID = (
    "The clinic keeps a list of pharmacies that are open at night. The desk prints it for every visitor who "
    "asks, with a map of the streets around the hospital. The last bus leaves the main gate at half past eleven.\n"
)


def git(*arguments: str, folder: Path | str = ".") -> str:
    done = subprocess.run(["git", *arguments], cwd=folder, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def write(name: str, text: str) -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_bytes(text.encode())


def absolute(name: str) -> str:
    return str(Path.cwd() / name)


def commit(**files: str) -> None:
    for name, text in files.items():
        write(f"{name}.md", text)
    git("add", "--all")
    git("commit", "--quiet", "--message", "articles", "--allow-empty")


@pytest.fixture
def kratomlint(
    tmp_path: Path, cache: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Kratomlint:
    """Return the command, run in a new repository."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    for who in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{who}_NAME", "a")
        monkeypatch.setenv(f"GIT_{who}_EMAIL", "a@example.org")
    (tmp_path / "site").mkdir()
    monkeypatch.chdir(tmp_path / "site")
    git("init", "--quiet", "--initial-branch", "main")
    write(".kratomlint.toml", 'select = ["overclaim/certainty-cure", "duplicate"]\n')

    return command(capsys)


def places(said: Said) -> list[str]:
    return [line.split(": ")[0].rsplit(":", 1)[0] for line in said.out.splitlines()]


def test_what_stood_there_before_is_not_told(kratomlint: Kratomlint) -> None:
    commit(tea=f"# Tea\n\n{BAD}", kava=f"# Kava\n\n{BAD}")
    write("tea.md", f"# Tea\n\n{BAD}\nIt cures pain.\n")
    said = kratomlint("check", "--changed-since", "HEAD")
    assert (said.code, places(said)) == (1, ["tea.md:5"])
    assert "(1 on lines that the change did not touch) in 1 file" in said.err


def test_the_branch_is_compared_with_where_it_left(kratomlint: Kratomlint) -> None:
    commit(tea="# Tea\n\nOne.\n\nTwo.\n")
    git("switch", "--quiet", "--create", "work")
    commit(tea=f"# Tea\n\nOne.\n\nTwo.\n\n{BAD}")
    git("switch", "--quiet", "main")
    commit(kava=f"# Kava\n\n{BAD}")
    git("switch", "--quiet", "work")
    assert places(kratomlint("check", "--changed-since", "main")) == ["tea.md:7"]


def test_committed_staged_unstaged_and_untracked_changes_count(kratomlint: Kratomlint) -> None:
    commit(tea="# Tea\n", kava="# Kava\n", sage="# Sage\n")
    git("tag", "start")
    commit(tea=f"# Tea\n\n{BAD}")
    write("kava.md", f"# Kava\n\n{BAD}")
    git("add", "kava.md")
    write("sage.md", f"# Sage\n\n{BAD}")
    write("new/mint.md", f"# Mint\n\n{BAD}")
    assert places(kratomlint("check", "--changed-since", "start")) == [
        "kava.md:3",
        "new/mint.md:3",
        "sage.md:3",
        "tea.md:3",
    ]


def test_a_renamed_file_has_only_the_lines_that_changed(kratomlint: Kratomlint) -> None:
    commit(tea=f"# Tea\n\n{BAD}\n" + "Leaves are dried.\n\n" * 9)
    git("mv", "tea.md", "green-tea.md")
    write("green-tea.md", f"# Tea\n\n{BAD}\n" + "Leaves are dried.\n\n" * 9 + "It cures pain.\n")
    assert places(kratomlint("check", "--changed-since", "HEAD")) == ["green-tea.md:23"]


@pytest.mark.parametrize("old", [True, False], ids=["the new place is touched", "the old place is touched"])
def test_a_repetition_counts_where_either_place_was_touched(kratomlint: Kratomlint, old: bool) -> None:
    first, second = ("a", "b") if old else ("b", "a")
    commit(**{first: f"# Pharmacies\n\n{SAID}"})
    write(f"{second}.md", f"# Night service\n\n{SAID}")
    said = kratomlint("check", "--changed-since", "HEAD")
    assert places(said) == [f"{second}.md:3"]


def test_a_repetition_within_an_article_counts_where_the_first_place_was_touched(kratomlint: Kratomlint) -> None:
    commit(tea=f"# Tea\n\nNothing.\n\n{SAID}")
    write("tea.md", f"# Tea\n\n{SAID}\n{SAID}")
    assert places(kratomlint("check", "--changed-since", "HEAD")) == ["tea.md:5"]


ODD = ["a b.md", 'quo"te.md', "back\\slash.md", "täb\tbed.md", "line\nend.md", "-dash.md", "b/a.md", "é.md", " .md"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such names")
@pytest.mark.parametrize("name", ODD)
def test_files_may_have_odd_names(kratomlint: Kratomlint, name: str) -> None:
    commit()
    write(name, "# Tea\n\nOne.\n")
    git("add", "--all")
    git("commit", "--quiet", "--message", "odd")
    write(name, f"# Tea\n\nOne.\n\n{BAD}")
    found = changes.since("HEAD", ["."]).lines
    assert found == {absolute(name): [(4, 5)]}
    assert kratomlint("check", "-q", "--changed-since", "HEAD").code == 1


def test_what_looks_like_a_header_within_an_article_is_no_header(kratomlint: Kratomlint) -> None:
    commit(tea="-- a/x\n\nOne.\n", kava="# Kava\n")
    write("tea.md", "++ b/kava.md\n@@ -1 +1,9 @@\ndiff --git a/kava.md b/kava.md\n")
    assert changes.since("HEAD", ["."]).lines == {absolute("tea.md"): [(1, 3)]}


def test_a_file_without_a_line_end_and_one_that_lost_lines(kratomlint: Kratomlint) -> None:
    commit(tea="One.\n\nTwo.", kava="One.\n\nTwo.\n", sage="One.\n")
    write("tea.md", "One.\n\nThree.")
    write("kava.md", "Two.\n")
    Path("sage.md").unlink()
    assert changes.since("HEAD", ["."]).lines == {
        absolute("kava.md"): [],
        absolute("tea.md"): [(3, 3)],
    }


def test_it_works_from_a_folder_of_the_repository(kratomlint: Kratomlint, monkeypatch: pytest.MonkeyPatch) -> None:
    commit(tea="# Tea\n")
    write("docs/mint.md", f"# Mint\n\n{BAD}")
    write("tea.md", f"# Tea\n\n{BAD}")
    monkeypatch.chdir("docs")
    assert places(kratomlint("check", "--changed-since", "HEAD")) == ["mint.md:3"]
    assert places(kratomlint("check", "--changed-since", "HEAD", "..")) == ["../docs/mint.md:3", "../tea.md:3"]


@pytest.mark.skipif(sys.platform == "win32", reason="the traps are shell scripts")
def test_nothing_that_the_repository_names_is_run(kratomlint: Kratomlint, tmp_path: Path) -> None:
    commit(tea="# Tea\n")
    trap, sprung = tmp_path / "trap", tmp_path / "sprung"
    trap.write_text(f"#!/bin/sh\ntouch {sprung}\ncat\n", encoding="utf-8")
    trap.chmod(0o755)
    hooks = Path(".git/hooks")
    for hook in ("post-index-change", "pre-commit", "fsmonitor-watchman"):
        shutil.copy(trap, hooks / hook)
    write(".git/info/attributes", "*.md diff=trap filter=trap\n")
    for key in (
        *("diff.external", "diff.trap.command", "diff.trap.textconv", "core.fsmonitor", "core.pager"),
        *("filter.trap.clean", "filter.trap.smudge", "filter.trap.process", "core.sshCommand", "core.editor"),
    ):
        git("config", key, str(trap))
    git("config", "filter.trap.required", "true")
    write("tea.md", f"# Tea\n\n{BAD}")
    assert places(kratomlint("check", "--changed-since", "HEAD")) == ["tea.md:3"]
    assert not sprung.exists()


def test_settings_of_the_repository_do_not_change_what_is_read(kratomlint: Kratomlint) -> None:
    commit(tea="# Tea\n\nOne.\n\nTwo.\n")
    for key, value in {
        "diff.noprefix": "true",
        "diff.mnemonicPrefix": "true",
        "diff.interHunkContext": "9",
        "diff.context": "5",
        "diff.renames": "false",
        "color.ui": "always",
        "diff.relative": "true",
        "core.quotePath": "true",
    }.items():
        git("config", key, value)
    write("tea.md", f"# Tea!\n\nOne.\n\n{BAD}")
    assert changes.since("HEAD", ["."]).lines == {absolute("tea.md"): [(1, 1), (5, 5)]}


# What goes wrong is one line


def test_an_unknown_revision_is_said(kratomlint: Kratomlint) -> None:
    commit(tea="# Tea\n")
    for revision in ("nowhere", "--output=x", ""):
        said = kratomlint("check", "--changed-since", revision)
        assert said.code == 2
        assert said.err.startswith(f"kratomlint: {revision}: no such revision in ")
        assert said.err.count("\n") == 1
    assert sorted(path.name for path in Path().iterdir()) == [".git", ".kratomlint.toml", "tea.md"]


def test_a_folder_without_git_is_said(kratomlint: Kratomlint, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "plain").mkdir()
    monkeypatch.chdir(tmp_path / "plain")
    said = kratomlint("check", "--changed-since", "HEAD")
    assert said == Said(2, "", "kratomlint: .: not in a Git repository\n")


def test_git_that_is_absent_is_said(kratomlint: Kratomlint, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    commit(tea="# Tea\n")
    monkeypatch.setenv("PATH", str(tmp_path))
    said = kratomlint("check", "--changed-since", "HEAD")
    assert said.code == 2
    assert said.err.startswith("kratomlint: git is not installed, and --changed-since asks it")


def test_a_clone_without_the_place_where_the_branches_part_is_said(
    kratomlint: Kratomlint, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commit(tea="# Tea\n")
    git("switch", "--quiet", "--create", "work")
    commit(tea="# Tea\n\nOne.\n")
    git("switch", "--quiet", "main")
    commit(kava="# Kava\n")
    address = Path.cwd().as_uri()
    git("clone", "--quiet", "--depth", "1", "--no-single-branch", address, "shallow", folder=tmp_path)
    monkeypatch.chdir(tmp_path / "shallow")
    said = kratomlint("check", "--changed-since", "origin/work")
    assert said.code == 2
    assert said.err == (
        "kratomlint: origin/work: this clone is too shallow to see where it parted from HEAD; run git fetch --unshallow\n"
    )


def test_a_revision_that_has_nothing_in_common_is_said(kratomlint: Kratomlint) -> None:
    commit(tea="# Tea\n")
    git("checkout", "--quiet", "--orphan", "other")
    commit(tea="# Other\n")
    said = kratomlint("check", "--changed-since", "main")
    assert said == Said(2, "", "kratomlint: main: it has no commit in common with HEAD; name one that has\n")
