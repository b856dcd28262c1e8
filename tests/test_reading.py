"""Which articles a run opens, counted: one whose state and content were seen is not opened, and what is told is the same."""

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from kratomlint import crew, hand, source, states
from kratomlint.cache import Cache
from kratomlint.finding import RunResult
from kratomlint.run import Options, run
from kratomlint.shelf import Shelf
from kratomlint.states import State

SAID = "Kava root is ground, soaked and wrung through cloth until its water turns grey and tastes of earth."
OPTIONS = Options({"select": ("overclaim", "duplicate")}, isolated=True)


@pytest.fixture
def site(tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder of twenty articles that say something twice, written to long ago."""
    monkeypatch.chdir(tmp_path)
    for number in range(20):
        write(f"site/{number:02}.md", f"# Part {number}\n\nKava cures anxiety number {number}. {SAID}\n")
    rest(monkeypatch)
    return tmp_path / "site"


def write(path: str, text: str) -> None:
    Path(path).parent.mkdir(exist_ok=True)
    Path(path).write_text(text, encoding="utf-8")


def rest(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let what was written just now be as good as written long ago."""
    monkeypatch.setattr(states, "_TICK", -1_000_000_000)


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Return the sizes of the articles that are opened, as they are."""
    sizes: list[int] = []
    read = source.read_bytes

    def told(path: str, most: int) -> bytes:
        data = read(path, most)
        sizes.append(len(data))
        return data

    monkeypatch.setattr(hand, "read_bytes", told)
    return sizes


@pytest.fixture
def linted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the paths of the articles that are linted, as they are."""
    paths: list[str] = []
    lint = hand.lint_bytes
    monkeypatch.setattr(hand, "lint_bytes", lambda data, path, profile: paths.append(path) or lint(data, path, profile))
    return paths


def look(options: Options = OPTIONS) -> RunResult:
    return run(["site"], options)


def test_where_nothing_has_changed_no_article_is_opened(site: Path, opened: list[int]) -> None:
    first = look()
    assert len(opened) == 20
    opened.clear()
    assert (look(), opened) == (first, [])


def test_of_many_articles_the_one_that_has_changed_is_opened(site: Path, opened: list[int], linted: list[str]) -> None:
    look()
    opened.clear()
    linted.clear()
    write("site/07.md", "Kava cures nothing.\n")
    again = look()
    assert (opened, linted) == ([20], ["site/07.md"])
    assert again == look(OPTIONS._replace(use_cache=False))


@pytest.mark.parametrize("change", [os.utime, lambda path: path.replace(path.with_name("other.kept"))])
def test_an_article_in_a_new_state_is_read_and_what_it_said_before_is_known(
    site: Path, opened: list[int], linted: list[str], change: Callable[[Path], object]
) -> None:
    first = look()
    opened.clear()
    linted.clear()
    text = (site / "07.md").read_text(encoding="utf-8")
    change(site / "07.md")
    if not (site / "07.md").exists():
        write("site/07.md", text)
    assert (look(), len(opened), linted) == (first, 1, [])
    # And in the run after that its state is known too.
    opened.clear()
    assert (look(), opened) == (first, [])


def test_an_article_that_had_just_been_written_is_hashed_again(
    site: Path, opened: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(states, "_TICK", 3_600_000_000_000)
    first = look()
    opened.clear()
    assert (look(), len(opened)) == (first, 20)


def test_a_change_that_leaves_size_and_time_as_they_were_is_seen(site: Path) -> None:
    look()
    path = site / "07.md"
    before = path.stat()
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("cures", "eases"), encoding="utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert path.stat().st_size == before.st_size
    assert look() == look(OPTIONS._replace(use_cache=False))


def test_two_articles_that_change_places_are_told_where_they_are(site: Path) -> None:
    write("site/00.md", f"{SAID} Kava cures anxiety.\n")
    look()
    (site / "00.md").rename(site / "x")
    (site / "01.md").rename(site / "00.md")
    (site / "x").rename(site / "01.md")
    assert look() == look(OPTIONS._replace(use_cache=False))


@pytest.mark.parametrize("jobs", [1, 3])
def test_cold_warm_changed_alone_and_together_say_the_same(
    site: Path, jobs: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(crew, "_ENOUGH", {"fork": 0, "spawn": 0})
    options = OPTIONS._replace(jobs=jobs)
    for _ in range(2):
        without = look(OPTIONS._replace(use_cache=False, jobs=1))
        assert [look(options), look(options), look(options._replace(use_cache=False))] == [without] * 3
        write("site/03.md", f"# Part\n\nNothing. {SAID[::-1]}\n")
        os.utime(site / "04.md")


def test_facts_that_are_more_than_memory_should_hold_are_found_again(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    options = OPTIONS._replace(use_cache=False, jobs=1)
    first = look(options)
    monkeypatch.setattr(crew, "Shelf", lambda: Shelf(100))
    assert look(options) == first


def test_a_state_is_another_after_every_change(tmp_path: Path) -> None:
    path = tmp_path / "a"
    told = [states.state_of(str(path))]
    for step in (lambda: path.write_text("a"), lambda: path.write_text("ab"), lambda: os.utime(path, ns=(1, 1))):
        step()
        told.append(states.state_of(str(path)))
        time.sleep(0.02)
    assert told[0] is None
    assert len({state.text for state in told if state}) == 3


def test_a_state_that_does_not_rest_is_not_kept(tmp_path: Path) -> None:
    kept = Cache(tmp_path)
    kept.see({"a": (State("1", 1, rests=True), b"x"), "b": (State("1", 1, rests=False), b"y")})
    asked = {"a": State("1", 1, rests=True), "b": State("1", 1, rests=True), "c\udc80": State("1", 1, rests=True)}
    assert kept.digests(asked) == {"a": b"x"}
    assert kept.digests({"a": State("2", 1, rests=True)}) == {}
