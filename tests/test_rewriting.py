"""What `check` writes into articles: fixes and suppressions, whole or not at all."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from command_line import Kratomlint, Said, command

from kratomlint import source
from kratomlint.commands import rewriting

SLIPS = "# Tea\n\nTake 5.0 mg QD with the the tea.\n"
FIXED = "# Tea\n\nTake 5 mg daily with the tea.\n"
COMMENT = "<!-- kratomlint-disable-next-line dosage/notation-trailing-zero -- label -->"


@pytest.fixture
def kratomlint(project: Path, cache: Path, capsys: pytest.CaptureFixture[str]) -> Kratomlint:
    """Return the command, run in a repository with one article."""
    settings = (
        'select = ["dosage/notation", "consistency/doubled-word", "overclaim/certainty-cure", "language/stigma"]\n'
    )
    (project / "kratomlint.toml").write_text(settings, encoding="utf-8")
    (project / "tea.md").write_text(SLIPS, encoding="utf-8")

    return command(capsys)


def read(name: str = "tea.md") -> bytes:
    return Path(name).read_bytes()


def test_check_says_what_can_be_fixed_and_writes_nothing(kratomlint: Kratomlint) -> None:
    said = kratomlint("check")
    assert said.err.endswith("2 findings can be fixed: --fix\n")
    assert read() == SLIPS.encode()


def test_fix_writes_what_is_safe_and_what_is_left_decides(kratomlint: Kratomlint) -> None:
    said = kratomlint("check", "--fix")
    assert (said.code, said.out) == (0, "")
    assert said.err.endswith("3 findings dealt with in 1 file.\n")
    assert read() == FIXED.encode()
    Path("tea.md").write_text(f"{SLIPS}\nIt cures pain.\n", encoding="utf-8")
    said = kratomlint("check", "--fix")
    assert said.code == 1
    assert said.out.startswith("tea.md:5:4: error: “cures”")


def test_an_unsafe_fix_is_written_only_where_it_is_asked_for(kratomlint: Kratomlint) -> None:
    Path("tea.md").write_text("One patient committed suicide.\n", encoding="utf-8")
    said = kratomlint("check", "--fix")
    assert "1 finding can be fixed and read again by an editor: --fix --unsafe-fixes" in said.err
    assert kratomlint("check", "-q", "--fix", "--unsafe-fixes") == Said(0, "", "")
    assert read() == b"One patient died by suicide.\n"


def test_a_diff_is_shown_and_nothing_is_written(kratomlint: Kratomlint) -> None:
    said = kratomlint("check", "--diff")
    assert said.code == 1
    assert said.out.splitlines() == [
        "--- a/tea.md",
        "+++ b/tea.md",
        "@@ -1,3 +1,3 @@",
        " # Tea",
        " ",
        "-Take 5.0 mg QD with the the tea.",
        "+Take 5 mg daily with the tea.",
    ]
    assert read() == SLIPS.encode()
    kratomlint("check", "--fix")
    assert kratomlint("check", "--diff") == Said(0, "", "")


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed (Debian: git)")
@pytest.mark.parametrize("text", [SLIPS, SLIPS.rstrip(), SLIPS.replace("\n", "\r\n"), f"a\x0cb\u2028c\n\n{SLIPS}"])
def test_git_applies_the_diff(kratomlint: Kratomlint, text: str) -> None:
    Path("tea.md").write_bytes(text.encode())
    Path("fix.diff").write_bytes(kratomlint("check", "--diff").out.encode())
    kratomlint("check", "-q", "--fix")
    wanted = read()
    Path("tea.md").write_bytes(text.encode())
    shutil.rmtree(".git")
    subprocess.run(["git", "apply", "--unsafe-paths", "fix.diff"], check=True)
    assert read() == wanted != text.encode()


@pytest.mark.parametrize("option", [("--fix",), ("--add-ignores", "--reason", "label")])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_line_ends_and_the_byte_order_mark_stay(
    kratomlint: Kratomlint, option: tuple[str, ...], newline: str, mark: bytes
) -> None:
    before = SLIPS.replace("the the", "the")
    Path("tea.md").write_bytes(mark + before.replace("\n", newline).encode())
    kratomlint("check", *option)
    expected = FIXED if option == ("--fix",) else before.replace("Take", f"{COMMENT}\nTake")
    assert read() == mark + expected.replace("\n", newline).encode()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_permissions_stay_and_a_link_stays_a_link(kratomlint: Kratomlint, project: Path) -> None:
    (project / "real").mkdir()
    Path("tea.md").rename(project / "real" / "tea.md")
    Path("tea.md").symlink_to(project / "real" / "tea.md")
    (project / "real" / "tea.md").chmod(0o640)
    kratomlint("check", "--fix", "tea.md")
    assert Path("tea.md").is_symlink()
    assert read("real/tea.md") == FIXED.encode()
    assert (project / "real" / "tea.md").stat().st_mode & 0o777 == 0o640
    assert [path.name for path in (project / "real").iterdir()] == ["tea.md"]


def test_what_somebody_changed_meanwhile_is_left_alone(kratomlint: Kratomlint, monkeypatch: pytest.MonkeyPatch) -> None:
    write = rewriting.Rewriting.write

    def late(self: rewriting.Rewriting) -> None:
        Path("tea.md").write_text("New words.\n", encoding="utf-8")
        write(self)

    monkeypatch.setattr(rewriting.Rewriting, "write", late)
    said = kratomlint("check", "--fix")
    assert said == Said(3, "", "kratomlint: tea.md: somebody changed it meanwhile; it is left alone\n")
    assert read() == b"New words.\n"


def test_a_file_that_cannot_be_read_stays_trouble(kratomlint: Kratomlint) -> None:
    Path("bad.md").write_bytes(b"\xff\xfe\x00")
    said = kratomlint("check", "--fix")
    assert said.code == 3
    assert read() == FIXED.encode()


def test_a_known_finding_is_not_fixed(kratomlint: Kratomlint) -> None:
    kratomlint("baseline", "write")
    assert kratomlint("check", "--fix").code == 0
    assert read() == SLIPS.encode()


def test_only_what_is_told_is_fixed(kratomlint: Kratomlint) -> None:
    kratomlint("check", "--fix", "--select", "consistency")
    assert read() == SLIPS.replace("the the", "the").encode()


def test_standard_input_comes_out_fixed(kratomlint: Kratomlint) -> None:
    command = [sys.executable, "-m", "kratomlint", "check", "--fix", "-"]
    environment = {**os.environ, "PYTHONPATH": str(Path(source.__file__).parents[1])}
    done = subprocess.run(command, input=f"{SLIPS}It cures pain.\n".encode(), env=environment, capture_output=True)
    assert done.stdout == f"{FIXED}It cures pain.\n".encode()
    assert done.stderr.decode().startswith("stdin.md:4:4: error: “cures”")
    assert done.returncode == 1


def test_all_that_is_found_is_kept_with_its_reason(kratomlint: Kratomlint) -> None:
    Path("tea.md").write_text(SLIPS.replace("the the", "the"), encoding="utf-8")
    said = kratomlint("check", "--add-ignores", "--reason", "label")
    assert (said.code, said.out) == (0, "")
    assert "Nothing found (1 suppressed)" in said.err
    first = read()
    assert COMMENT.encode() in first
    assert kratomlint("check", "--add-ignores", "--reason", "label").code == 0
    assert read() == first


def test_ignores_can_be_looked_at_first(kratomlint: Kratomlint) -> None:
    said = kratomlint("check", "--add-ignores", "--reason", "label", "--diff")
    assert said.code == 1
    assert "+<!-- kratomlint-disable-next-line " in said.out
    assert read() == SLIPS.encode()


def test_only_what_is_told_is_ignored(kratomlint: Kratomlint) -> None:
    Path("tea.md").write_text(f"{SLIPS}\nIt cures pain.\n", encoding="utf-8")
    said = kratomlint("check", "-q", "--add-ignores", "--reason", "label", "--min-severity", "error")
    assert said.code == 0
    assert read().count(b"kratomlint-disable") == 1


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--add-ignores"], "--add-ignores needs a reason"),
        (["--add-ignores", "--reason", " "], "--add-ignores needs a reason"),
        (["--reason", "x"], "--reason goes with --add-ignores."),
        (["--add-ignores", "--reason", "x", "--fix"], "fix first, then keep what is left"),
        (["--unsafe-fixes"], "--unsafe-fixes goes with --fix or --diff."),
        (["--add-ignores", "--reason", "a --> b"], "a comment cannot hold this reason: “a --> b”"),
    ],
)
def test_options_that_do_not_go_together_are_refused(kratomlint: Kratomlint, options: list[str], said: str) -> None:
    told = kratomlint("check", *options)
    assert told.code == 2
    assert said in told.err
    assert read() == SLIPS.encode()
