import sqlite3
from pathlib import Path

import pytest

from kratomlint import cache
from kratomlint.cache import Cache


def test_what_is_kept_is_found_by_the_next_run(tmp_path: Path) -> None:
    first = Cache(tmp_path)
    first.put({b"one": "1", b"two": "2"})
    first.close()
    assert Cache(tmp_path).get([b"one", b"two", b"three"]) == {b"one": "1", b"two": "2"}


def test_facts_are_kept_beside_a_value(tmp_path: Path) -> None:
    first = Cache(tmp_path)
    first.put({b"one": "1", b"two": "2"}, {b"one": b"told"})
    first.close()
    again = Cache(tmp_path)
    assert [again.facts(b"one"), again.facts(b"two"), again.facts(b"three")] == [b"told", b"", b""]


def test_thousands_of_keys_are_asked_for_at_once(tmp_path: Path) -> None:
    values = {str(number).encode(): str(number) for number in range(2500)}
    kept = Cache(tmp_path)
    kept.put(values)
    assert kept.get(values) == values


@pytest.mark.parametrize("what", [0, 1, 2, 3])
def test_the_key_holds_everything_that_decides_a_result(what: int) -> None:
    parts = ["profile", "code", ".md", b"text"]
    other = list(parts)
    other[what] = b"other" if what == 3 else "other"
    assert cache.key(*parts) != cache.key(*other)  # type: ignore[arg-type]


def test_a_file_that_is_no_database_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "results.sqlite").write_bytes(b"no database " * 1000)
    kept = Cache(tmp_path)
    kept.put({b"one": "1"})
    assert kept.get([b"one"]) == {b"one": "1"}


def test_a_value_that_was_damaged_is_not_found(tmp_path: Path) -> None:
    kept = Cache(tmp_path)
    kept.put({b"one": '["right"]'})
    kept.close()
    with sqlite3.connect(tmp_path / "results.sqlite") as database:
        database.execute("UPDATE linted SET value = '[\"wrong\"]'")
    database.close()
    assert Cache(tmp_path).get([b"one"]) == {}


def test_a_cache_of_another_version_is_begun_anew(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "results.sqlite") as database:
        database.execute("CREATE TABLE linted (other)")
    database.close()
    kept = Cache(tmp_path)
    kept.put({b"one": "1"})
    assert kept.get([b"one"]) == {b"one": "1"}


def test_a_locked_cache_is_a_miss(tmp_path: Path) -> None:
    Cache(tmp_path).close()
    holder = sqlite3.connect(tmp_path / "results.sqlite", isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    try:
        assert Cache(tmp_path).get([b"one"]) == {}
    finally:
        holder.close()


def test_a_folder_that_cannot_be_made_is_a_miss(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    kept = Cache(tmp_path / "file" / "cache")
    kept.put({b"one": "1"})
    assert kept.get([b"one"]) == {}


def test_without_a_folder_nothing_is_kept() -> None:
    kept = Cache(None)
    kept.put({b"one": "1"})
    assert kept.get([b"one"]) == {}


def test_the_cache_stays_within_its_bounds(tmp_path: Path) -> None:
    kept = Cache(tmp_path, most_bytes=300_000)
    for number in range(40):
        kept.put({f"{number}-{part}".encode(): "x" * 1000 for part in range(50)})
    kept.close()
    assert (tmp_path / "results.sqlite").stat().st_size < 400_000


def test_the_folder_can_be_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("KRATOMLINT_CACHE_DIR", str(tmp_path / "here"))
    assert cache.folder() == tmp_path / "here"


@pytest.mark.parametrize(
    ("platform", "name", "expected"),
    [
        ("linux", "XDG_CACHE_HOME", "kratomlint"),
        ("win32", "LOCALAPPDATA", "kratomlint/cache"),
    ],
)
def test_the_folder_is_the_one_that_the_system_has_for_caches(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, platform: str, name: str, expected: str
) -> None:
    monkeypatch.delenv("KRATOMLINT_CACHE_DIR", raising=False)
    monkeypatch.setattr("sys.platform", platform)
    monkeypatch.setenv(name, str(tmp_path))
    assert cache.folder() == tmp_path / expected


def test_on_a_mac_the_folder_is_in_the_library(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("KRATOMLINT_CACHE_DIR", raising=False)
    monkeypatch.setattr("sys.platform", "darwin")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert cache.folder() == tmp_path / "Library/Caches/kratomlint"


def test_what_was_used_longest_ago_is_forgotten_first(tmp_path: Path) -> None:
    kept = Cache(tmp_path, most_bytes=200_000)
    for number in range(100):
        kept._now = 1_000_000 + number * 100_000
        kept.put({f"{number}".encode(): "x" * 1000}, {f"{number}".encode(): b"y" * 2000})
        assert kept.get([b"0"])
    kept.close()
    left = Cache(tmp_path).get([str(number).encode() for number in range(100)])
    assert {b"0", b"99", b"98", b"90"} <= left.keys()
    assert {b"1", b"2", b"30"}.isdisjoint(left)
    with sqlite3.connect(tmp_path / "results.sqlite") as database:
        assert database.execute("SELECT count(*) FROM told").fetchone() == (len(left),)
    database.close()
