"""Nothing is silently passed: whatever a path leads to is linted, or is a trouble that names it and the remedy."""

from __future__ import annotations

import os
import re
import socket
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kratomlint import cli, source
from kratomlint.run import run

CLAIM = "Kava relieves anxiety.\n"
posix = pytest.mark.skipif(sys.platform == "win32", reason="files there are of fewer kinds")
Said = tuple[int, str, str]


@pytest.fixture
def check(project: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., Said]:
    """Return a function that lints and returns the exit code and what was printed on both streams."""

    def check(*arguments: str) -> Said:
        given = ["check", "--no-cache", "--select", "overclaim/efficacy", *arguments]
        code = cli.main(given)
        return code, *capsys.readouterr()

    return check


@pytest.mark.parametrize(
    "data",
    [
        CLAIM.encode(),
        b"\xef\xbb\xbf" + CLAIM.encode(),
        b"\xff\xfe" + CLAIM.encode("utf-16-le"),
        b"\xfe\xff" + CLAIM.encode("utf-16-be"),
    ],
)
def test_what_says_how_it_is_written_is_linted(data: bytes, check: Callable[..., Said]) -> None:
    Path("a.md").write_bytes(data)
    code, out, _ = check("a.md")
    assert (code, out.partition(" warning")[0]) == (1, "a.md:1:6:")


def test_an_empty_article_holds_nothing(check: Callable[..., Said]) -> None:
    Path("a.md").touch()
    assert check("a.md") == (0, "", "Nothing found in 1 file, 0 words.\n")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"Kava\xff", "not UTF-8 at byte 4: save the file as UTF-8"),
        ("Café: 5 mg".encode("latin-1"), "not UTF-8 at byte 3: save the file as UTF-8"),
        ("Café".encode("utf-16-le"), "not UTF-8 at byte 6: save the file as UTF-8"),
        (b"\xff\xfeK", "not UTF-16-LE at byte 2: save the file as UTF-8"),
        (b"\xff\xfe\x00\x00K\x00\x00\x00", "holds a NUL character at 0: "),
        (CLAIM.encode("utf-16-le"), "holds a NUL character at 1: not a text file, or UTF-16 without its mark; "),
        (CLAIM.encode("utf-16-be"), "holds a NUL character at 0: not a text file, or UTF-16 without its mark; "),
        (b"Kava\0", "holds a NUL character at 4: not a text file, or UTF-16 without its mark; save it as UTF-8, or"),
    ],
)
def test_what_is_no_text_is_a_trouble_and_the_others_are_linted(
    data: bytes, said: str, check: Callable[..., Said]
) -> None:
    Path("a.md").write_bytes(data)
    Path("b.md").write_text(CLAIM, encoding="utf-8")
    code, out, err = check("--quiet", ".")
    assert (code, out.partition(" ")[0]) == (3, "b.md:1:6:")
    assert err.startswith(f"a.md: trouble: {said}")


@posix
@pytest.mark.parametrize("kind", ["pipe", "device", "socket", "loop", "nowhere", "through a file"])
def test_what_is_no_file_is_told_where_it_is_named_and_not_waited_for(kind: str, check: Callable[..., Said]) -> None:
    path, said = "a.md", "neither a file nor a folder"
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "device":
        Path(path).symlink_to("/dev/zero")
    elif kind == "socket":
        socket.socket(socket.AF_UNIX).bind(path)
    elif kind == "through a file":
        Path("b.txt").touch()
        path, said = "b.txt/a.md", "no such file or folder"
    else:
        Path(path).symlink_to(path if kind == "loop" else "gone.md")
        said = "a link that leads nowhere"
    assert check(path) == (2, "", f"kratomlint: {path}: {said}\n")
    assert check(".")[2] != ""


@posix
@pytest.mark.parametrize("becomes", ["pipe", "device", "folder", "nothing", "loop"])
def test_what_becomes_something_else_after_it_was_listed_is_a_trouble(
    becomes: str, check: Callable[..., Said], monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("a.md").touch()
    Path("b.md").write_text(CLAIM, encoding="utf-8")
    read = source.read_bytes

    def after(path: str, most: int) -> bytes:
        if path.endswith("a.md"):
            Path(path).unlink()
            change(Path(path), becomes)
        return read(path, most)

    monkeypatch.setattr("kratomlint.hand.read_bytes", after)
    code, out, err = check("--quiet", ".")
    assert (code, out.partition(" ")[0]) == (3, "b.md:1:6:")
    assert re.fullmatch(r"a\.md: trouble: [^:]+: (?:.*exclude it|it was there when .*; lint again)\n", err)


def change(path: Path, becomes: str) -> None:
    if becomes == "pipe":
        os.mkfifo(path)
    elif becomes == "folder":
        path.mkdir()
    elif becomes != "nothing":
        path.symlink_to("/dev/zero" if becomes == "device" else path)


@posix
def test_a_link_out_of_the_project_is_linted_where_it_is_named_and_not_met_in_a_folder(
    check: Callable[..., Said], tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside") / "a.md"
    outside.write_text(CLAIM, encoding="utf-8")
    Path("link.md").symlink_to(outside)
    Path("folder").symlink_to(outside.parent)
    assert check(".") == (0, "", "Nothing was linted: no article among these paths.\n")
    assert [check(path)[1].partition(" ")[0] for path in ("link.md", "folder")] == ["link.md:1:6:", "folder/a.md:1:6:"]


@posix
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read every file")
def test_a_file_that_may_not_be_read_is_a_trouble(check: Callable[..., Said]) -> None:
    Path("a.md").touch(mode=0)
    code, _, err = check("--quiet", "a.md")
    assert (code, err) == (3, "a.md: trouble: Permission denied: give leave to read it, or exclude it\n")


@posix
def test_a_path_of_any_bytes_is_linted_and_printed_on_one_line(check: Callable[..., Said]) -> None:
    name = os.fsdecode(b"a\n\xff\x1b[2J.md")
    try:
        Path(name).write_text(CLAIM, encoding="utf-8")
    except OSError:
        pytest.skip("this file system has no such names")
    code, out, _ = check(".")
    assert (code, out.count("\n")) == (1, 1)
    assert out.startswith(r"a\n")
    assert "\x1b" not in out


def test_a_path_of_four_thousand_characters_is_one_line(check: Callable[..., Said]) -> None:
    code, out, err = check("a" * 4000)
    assert (code in (2, 3), out, err.count("\n")) == (True, "", 1)
    code, out, err = check("/".join(["a" * 100] * 40))
    assert (code in (2, 3), out, err.count("\n")) == (True, "", 1)


def test_a_file_deep_in_the_tree_is_linted(check: Callable[..., Said], monkeypatch: pytest.MonkeyPatch) -> None:
    here = Path.cwd()
    for _ in range(15):
        Path("a" * 200).mkdir()
        monkeypatch.chdir("a" * 200)
    Path("a.md").write_text(CLAIM, encoding="utf-8")
    monkeypatch.chdir(here)
    assert check(".")[0] == 1


def test_a_file_that_is_too_large_is_not_read(check: Callable[..., Said], monkeypatch: pytest.MonkeyPatch) -> None:
    with Path("a.md").open("wb") as file:
        file.truncate(200_000_000)
    code, _, err = check("--quiet", ".")
    assert (code, err) == (3, "a.md: trouble: larger than 10 MB: exclude it, or raise `max-file-size`\n")


def test_how_large_a_file_may_be_is_a_setting_and_an_option(check: Callable[..., Said]) -> None:
    Path("a.md").write_text(CLAIM + "\n" * 1_000_000, encoding="utf-8")
    Path("kratomlint.toml").write_text("max-file-size = 1", encoding="utf-8")
    assert [check("a.md")[0], check("--max-file-size", "2", "a.md")[0]] == [3, 1]


def test_standard_input_may_not_be_larger() -> None:
    result = run(["a.md"], contents={"a.md": b" " * 10_000_001})
    assert [trouble.what.partition(":")[0] for trouble in result.files[0].troubles] == ["larger than 10 MB"]


@pytest.mark.parametrize("times", [1, 9])
def test_a_file_that_changes_while_it_is_read_is_read_again_and_then_a_trouble(
    times: int, check: Callable[..., Said], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = Path("a.md")
    path.write_text("No claim.\n", encoding="utf-8")
    state, asked = os.fstat, []

    def changing(descriptor: int) -> os.stat_result:
        asked.append(descriptor)
        if len(asked) <= 2 * times and len(asked) % 2 == 0:
            path.write_text(CLAIM * len(asked), encoding="utf-8")
        return state(descriptor)

    monkeypatch.setattr(os, "fstat", changing)
    code, out, err = check("--quiet", "a.md")
    if times == 1:
        assert (code, out.partition(" ")[0]) == (1, "a.md:1:6:")
    else:
        assert (code, err) == (3, "a.md: trouble: it changed while it was read: lint it again when it is whole\n")


COVERED = "Words that are seen.\n\n```\nsix words that nobody will read\n```\n"


@pytest.mark.parametrize(("least", "code"), [("0", 0), ("40", 0), ("41", 3), ("100", 3)])
def test_how_many_of_the_words_must_be_seen_is_a_gate(least: str, code: int, check: Callable[..., Said]) -> None:
    Path("a.md").write_text(COVERED, encoding="utf-8")
    said = check("--quiet", "--min-coverage", least, "a.md")
    assert said[0] == code
    if code:
        assert said[2] == (
            f"a.md: trouble: 40% of its words were looked at, and `min-coverage` asks for {least}%: see what was passed "
            "over with `kratomlint try --prose`, or ask for less\n"
        )


def test_the_coverage_that_is_asked_for_is_a_setting_of_a_folder(check: Callable[..., Said]) -> None:
    for folder, least in (("guides", 90), ("code", 10)):
        Path(folder).mkdir()
        Path(folder, "a.md").write_text(COVERED, encoding="utf-8")
        Path(folder, "kratomlint.toml").write_text(f"min-coverage = {least}", encoding="utf-8")
    code, _, err = check("--quiet", ".")
    assert (code, err.partition(":")[0], err.count("\n")) == (3, "guides/a.md", 1)


@pytest.mark.parametrize("value", ["0", "true", '"10"', "2001", "1.5"])
def test_a_size_that_is_none_is_told_on_its_line(value: str, check: Callable[..., Said]) -> None:
    Path("kratomlint.toml").write_text(f"max-file-size = {value}", encoding="utf-8")
    code, _, err = check()
    assert (code, err.partition("\n")[0]) == (
        2,
        "kratomlint: kratomlint.toml:1: `max-file-size` must be a number from 1 to 2000",
    )
