import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from kratomlint.settings import Lookup, SettingsError
from kratomlint.walk import MissingPathError, Walker


def write(*paths: str, text: str = "") -> None:
    for path in map(Path, paths):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def found(*paths: str) -> list[str]:
    return [article.shown for article in Walker(Lookup()).expand(paths or ["."]).articles]


def test_a_folder_gives_the_articles_in_it_in_the_order_of_their_paths(project: Path) -> None:
    write("b.md", "a/z.txt", "a/b/c.html", "a-b.mdx", "a/picture.png", "a/data.json", "README.MD")
    assert found() == ["README.MD", "a/b/c.html", "a/z.txt", "a-b.mdx", "b.md"]


@pytest.mark.parametrize("typed", ["docs", "docs/", "./docs", "docs/../docs"])
def test_paths_are_shown_as_they_would_be_typed(project: Path, typed: str) -> None:
    write("docs/a.md")
    assert found(typed) == ["docs/a.md"]


def test_paths_outside_the_working_directory_are_shown_from_it(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write("docs/a.md", "other/b.md")
    monkeypatch.chdir("other")
    assert found("../docs") == ["../docs/a.md"]
    assert found(str(project / "docs")) == [f"{project.as_posix()}/docs/a.md"]


def test_a_file_that_is_named_twice_is_linted_once(project: Path) -> None:
    write("docs/a.md")
    assert found("docs/a.md", "docs", "./docs/a.md") == ["docs/a.md"]


def test_the_order_of_the_arguments_does_not_matter(project: Path) -> None:
    write("a.md", "b.md")
    assert found("b.md", "a.md") == found("a.md", "b.md") == ["a.md", "b.md"]


def test_a_named_file_is_linted_whatever_its_suffix(project: Path) -> None:
    write("notes.rst")
    assert found("notes.rst") == ["notes.rst"]


def test_a_path_that_is_not_there_is_one_line(project: Path) -> None:
    with pytest.raises(MissingPathError, match=r"^none\.md: no such file or folder$"):
        found("none.md")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_is_not_waited_for(project: Path) -> None:
    os.mkfifo("pipe.md")
    with pytest.raises(MissingPathError, match="neither a file nor a folder"):
        found("pipe.md")
    assert found() == []


def test_folders_that_others_fill_are_passed_by(project: Path) -> None:
    write("a.md", "node_modules/x/README.md", ".venv/b.md", ".git/c.md", "docs/node_modules/d.md", ".github/e.md")
    assert found() == [".github/e.md", "a.md"]


def test_what_git_ignores_is_passed_by_at_every_level(project: Path) -> None:
    write("a.md", "build/b.md", "docs/c.md", "docs/draft-d.md", "docs/deep/draft-e.md")
    write(".gitignore", text="/build/\n")
    write("docs/.gitignore", text="draft-*\n!deep/draft-e.md\n")
    assert found() == ["a.md", "docs/c.md", "docs/deep/draft-e.md"]


def test_the_gitignore_of_the_repository_reaches_a_folder_that_is_named(project: Path) -> None:
    write("docs/a.md", "docs/draft.md")
    write(".gitignore", text="draft.md\n")
    assert found("docs") == ["docs/a.md"]


def test_a_named_file_or_folder_is_linted_though_git_ignores_it(project: Path) -> None:
    write("build/a.md")
    write(".gitignore", text="build/\n")
    assert (found(), found("build/a.md"), found("build")) == ([], ["build/a.md"], ["build/a.md"])


@pytest.mark.parametrize("line", ["!", "[z-a]"])
def test_a_line_of_gitignore_that_is_no_pattern_leaves_the_others(project: Path, line: str) -> None:
    write("a.md", "b.md")
    write(".gitignore", text=f"{line}\nb.md\n")
    assert found() == ["a.md"]


@pytest.mark.parametrize("typed", [["."], ["drafts"], ["drafts/a.md"], ["drafts/deep/a.md"]])
def test_what_settings_exclude_is_not_linted_even_when_named(project: Path, typed: list[str]) -> None:
    write("drafts/a.md", "drafts/deep/a.md")
    write("kratomlint.toml", text='exclude = ["drafts/"]')
    assert found(*typed) == []


def test_excludes_are_relative_to_their_settings_file(project: Path) -> None:
    write("docs/old/a.md", "old/b.md")
    write("docs/kratomlint.toml", text='exclude = ["/old/"]')
    assert found() == ["old/b.md"]


def test_an_exclude_can_be_taken_back(project: Path) -> None:
    write("docs/a.md", "docs/b.md")
    write("kratomlint.toml", text='exclude = ["*.md", "!a.md"]')
    assert found() == ["docs/a.md"]


@pytest.mark.parametrize("line", ["!", "[z-a]"])
def test_an_exclude_that_is_no_glob_is_an_error_on_its_line(project: Path, line: str) -> None:
    write("a.md")
    write("kratomlint.toml", text=f'exclude = [\n"drafts/",\n"{line}",\n]')
    with pytest.raises(SettingsError, match=rf"^kratomlint\.toml:3: `{re.escape(line)}` is no glob"):
        found()


def test_links_are_not_followed_in_a_folder_but_where_they_are_named(project: Path) -> None:
    write("docs/a.md")
    try:
        Path("docs/loop").symlink_to(project)
        Path("docs/b.md").symlink_to("a.md")
    except OSError:
        pytest.skip("this system makes no links")
    assert (found(), found("docs/b.md")) == (["docs/a.md"], ["docs/b.md"])


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="every folder can be read here")
def test_a_folder_that_cannot_be_read_is_a_trouble(project: Path) -> None:
    write("a.md", "closed/b.md")
    Path("closed").chmod(0)
    try:
        walk = Walker(Lookup()).expand(["."])
    finally:
        Path("closed").chmod(0o700)
    assert [trouble.path for trouble in walk.troubles] == ["closed"]


def test_git_and_we_agree_on_what_is_ignored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    try:
        subprocess.run(["git", "init", "-q"], check=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("Git is not installed")
    write("a.md", "x/a.md", "x/y/a.md", "x/y/keep.md", "build/a.md", "sub/build/a.md", "sub/#a.md", "sub/b b.md")
    write(".gitignore", text="/build\n*/y/*\n!*/y/keep.md\n\\#a.md\n")
    write("sub/.gitignore", text="build/\n!a.md\nb\\ b.md\n")
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"], check=True, capture_output=True, text=True, encoding="utf-8"
    ).stdout.splitlines()
    assert sorted(found()) == sorted(path for path in listed if path.endswith(".md"))
