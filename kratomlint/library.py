"""What was told of a project's files, kept from run to run, so that only what changed is compared anew.

Rows, and what they hold; who belongs with whom is decided elsewhere. Whatever was damaged is `DamagedError`.
"""

from __future__ import annotations

import json
import os
import sqlite3
import zlib
from array import array
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from hashlib import blake2b, sha256
from pathlib import Path
from typing import Any

from kratomlint.cache import is_private, make
from kratomlint.named import NamedTuple
from kratomlint.postings import IDS

# Changes whenever what is kept changes its shape, or who belongs together.
_SHAPE = 1
# What projects may take together; those that nobody looked at for longest are forgotten.
_MOST_BYTES = 512 * 1024 * 1024
_AT_ONCE = 500
# Seconds to wait for another run; then this one does without what is kept.
_PATIENCE = 1
# Where it lies if nothing is to be kept: in a file without a name; on a full disk, in memory.
NAMELESS, MEMORY = "", ":memory:"
# `home`: the number of the only file that says it, or that of its group, negative.
_TABLES = (
    "files (path BLOB PRIMARY KEY, number INTEGER, key BLOB) WITHOUT ROWID",
    "told (file INTEGER, name TEXT, sum INTEGER, facts BLOB, PRIMARY KEY (file, name)) WITHOUT ROWID",
    "shards (name TEXT, number INTEGER, sum INTEGER, marks BLOB, PRIMARY KEY (name, number))",
    "facts (number INTEGER PRIMARY KEY, home INTEGER, key BLOB)",
    "groups (number INTEGER PRIMARY KEY, name TEXT, sum INTEGER, facts BLOB, found INTEGER, findings BLOB)",
    "wholes (name TEXT PRIMARY KEY, key BLOB, sum INTEGER, findings BLOB) WITHOUT ROWID",
)


class DamagedError(Exception):
    """What was kept is not what was put there."""


# What is said of a file that is damaged, or that another run holds.
UNUSABLE = (DamagedError, sqlite3.Error)


class Row(NamedTuple):
    """A fact of a group: the number of its file, its place among the file's facts, and what a `PlacedFact` holds."""

    file: int
    at: int
    key: str
    values: tuple[str, ...]
    excerpt: str
    place: tuple[Any, ...]


class File(NamedTuple):
    """A file that is known, and the name of what was told of it."""

    number: int
    key: bytes


class Library:
    """The facts of a project's files by check, in groups that are compared by themselves."""

    def __init__(self, place: str) -> None:
        """Open what is kept at `place`; raise `sqlite3.Error`, `DamagedError`."""
        self.is_new = True
        self._is_kept = place not in (NAMELESS, MEMORY)
        self._database = sqlite3.connect(place, timeout=_PATIENCE, isolation_level=None)
        try:
            self._lay_out()
        except BaseException:
            self._database.close()
            raise

    def close(self, keep: bool) -> None:
        """Let go of the file, and of what this run changed unless it is to be kept."""
        with suppress(sqlite3.Error):
            if self._database.in_transaction:
                self._database.execute("COMMIT" if keep else "ROLLBACK")
        self._database.close()

    def begin_anew(self) -> None:
        """Forget everything."""
        for table in _TABLES:
            self._database.execute(f"DELETE FROM {table.partition(' ')[0]}")
        self.is_new = True

    def files(self) -> dict[str, File]:
        """Return the files by path."""
        rows = self._all("SELECT path, number, key FROM files")
        return {_text(path): File(number, key) for path, number, key in rows}

    def forget_files(self, paths: Iterable[str]) -> None:
        """Take files out."""
        self._many("DELETE FROM files WHERE path = ?", ((_data(path),) for path in paths))

    def put_files(self, files: Mapping[str, File]) -> None:
        """Keep files."""
        rows = ((_data(path), *file) for path, file in files.items())
        self._many("INSERT OR REPLACE INTO files VALUES (?, ?, ?)", rows)

    def told(self, files: Iterable[int], name: str) -> set[int]:
        """Return the numbers of the facts that these files told a check, and forget who told them."""
        files = list(files)
        found = self._told_by(files, name)
        self._many("DELETE FROM told WHERE file = ? AND name = ?", ((file, name) for file in files))
        return found

    def groups_of(self, files: Iterable[int], name: str) -> list[int]:
        """Return the groups that hold a fact that one of these files told a check."""
        homes = self.homes(self._told_by(files, name)).values()
        return sorted({-home for home in homes if home < 0})

    def put_told(self, name: str, told: Mapping[int, array[int]]) -> None:
        """Keep which facts each file told a check."""
        rows = ((file, name, zlib.crc32(facts.tobytes()), facts.tobytes()) for file, facts in told.items())
        self._many("INSERT OR REPLACE INTO told VALUES (?, ?, ?, ?)", rows)

    def shard(self, name: str, number: int) -> bytes:
        """Return a shard of a check's postings; empty where there is none."""
        rows = self._all("SELECT sum, marks FROM shards WHERE name = ? AND number = ?", name, number)
        return _whole(*rows[0]) if rows else b""

    def put_shards(self, name: str, shards: Iterable[tuple[int, bytes]]) -> None:
        """Keep shards of a check's postings, of which only another run asks."""
        if not self._is_kept:
            return
        rows = ((name, number, zlib.crc32(marks), marks) for number, marks in shards)
        self._many("INSERT OR REPLACE INTO shards VALUES (?, ?, ?, ?)", rows)

    def homes(self, facts: Collection[int]) -> dict[int, int]:
        """Return the homes of those facts that there are."""
        return dict(self._among("SELECT number, home FROM facts WHERE number IN", facts))

    def keys(self, facts: Collection[int], name: str) -> dict[int, str]:
        """Return the keys of facts that were told a check."""
        rows = self._among("SELECT number, key FROM facts WHERE number IN", facts)
        keys = {number: _text(key) for number, key in rows}
        if len(keys) < len(facts) or not (self.is_new or _are(name, keys)):
            raise DamagedError
        return keys

    def put_facts(self, facts: Iterable[tuple[int, int, str]]) -> None:
        """Keep facts: number, home and key."""
        rows = ((number, home, _data(key)) for number, home, key in facts)
        self._many("INSERT OR REPLACE INTO facts VALUES (?, ?, ?)", rows)

    def put_homes(self, homes: Mapping[int, int]) -> None:
        """Give facts another home."""
        self._many("UPDATE facts SET home = ? WHERE number = ?", ((home, fact) for fact, home in homes.items()))

    def forget_facts(self, facts: Iterable[int]) -> None:
        """Take facts out that no file says any more."""
        self._many("DELETE FROM facts WHERE number = ?", ((fact,) for fact in facts))

    def group(self, number: int) -> list[Row]:
        """Return the facts of a group."""
        rows = self._all("SELECT sum, facts FROM groups WHERE number = ?", number)
        if not rows:
            raise DamagedError
        told = json.loads(_text(_whole(*rows[0])))
        return [Row(file, at, key, tuple(values), excerpt, place) for file, at, key, values, excerpt, place in told]

    def put_group(self, name: str, rows: Sequence[Row]) -> int:
        """Keep a group of facts that were told a check; return its number."""
        facts = _data(json.dumps(rows, ensure_ascii=False, separators=(",", ":")))
        columns = "INSERT INTO groups (name, sum, facts) VALUES (?, ?, ?)"
        number = self._database.execute(columns, (name, zlib.crc32(facts), facts)).lastrowid
        assert number is not None
        return number

    def forget_groups(self, numbers: Iterable[int]) -> None:
        """Take groups out."""
        self._many("DELETE FROM groups WHERE number = ?", ((number,) for number in numbers))

    def findings(self, name: str) -> Iterator[tuple[int, str | None]]:
        """Yield the groups of a check with what was found in each; None where nobody has looked."""
        rows = self._all("SELECT number, found, findings FROM groups WHERE name = ? ORDER BY number", name)
        return ((number, None if told is None else _text(_whole(check, told))) for number, check, told in rows)

    def put_findings(self, findings: Mapping[int, str]) -> None:
        """Keep what was found in groups."""
        told = ((number, _data(text)) for number, text in findings.items())
        rows = ((zlib.crc32(data), data, number) for number, data in told)
        self._many("UPDATE groups SET found = ?, findings = ? WHERE number = ?", rows)

    def whole(self, name: str, key: bytes) -> str | None:
        """Return what a check found that is told all facts together, if they are those of the key."""
        rows = self._all("SELECT sum, findings FROM wholes WHERE name = ? AND key = ?", name, key)
        return _text(_whole(*rows[0])) if rows else None

    def put_whole(self, name: str, key: bytes, findings: str) -> None:
        """Keep it."""
        data = _data(findings)
        self._many("INSERT OR REPLACE INTO wholes VALUES (?, ?, ?, ?)", [(name, key, zlib.crc32(data), data)])

    def _told_by(self, files: Iterable[int], name: str) -> set[int]:
        told = (self._all("SELECT sum, facts FROM told WHERE file = ? AND name = ?", file, name) for file in files)
        return {fact for rows in told for row in rows for fact in array("Q", _whole(*row))}

    def _lay_out(self) -> None:
        self._database.execute("PRAGMA synchronous = OFF")
        self._database.execute("BEGIN")
        (shape,) = self._all("PRAGMA user_version")[0]
        self.is_new = shape != _SHAPE
        if not self.is_new:
            return
        if self._all("SELECT 1 FROM sqlite_master"):
            raise DamagedError
        for table in _TABLES:
            self._database.execute(f"CREATE TABLE {table}")
        self._database.execute(f"PRAGMA user_version = {_SHAPE}")

    def _all(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        return self._database.execute(statement, values).fetchall()

    def _many(self, statement: str, rows: Iterable[tuple[Any, ...]]) -> None:
        self._database.executemany(statement, rows)

    def _among(self, statement: str, numbers: Collection[int]) -> Iterator[tuple[Any, ...]]:
        ordered = sorted(numbers)
        for start in range(0, len(ordered), _AT_ONCE):
            group = ordered[start : start + _AT_ONCE]
            yield from self._all(f"{statement} ({','.join('?' * len(group))})", *group)


def place_for(folder: Path, project: Path | None) -> Path | None:
    """Return the file for a project; None where it cannot be trusted. Paths are kept as they are typed here."""
    try:
        make(folder)
        name = sha256(os.fsencode(f"{os.getcwd()}\0{project or ''}")).hexdigest()[:32]  # noqa: PTH109
    except OSError:
        return None
    return folder / f"library-{name}.sqlite" if is_private(folder) else None


def forget(place: Path, error: Exception) -> None:
    """Do away with a file that is of no use, unless another run is at work with it."""
    # The module's own errors have no code.
    if getattr(error, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return
    with suppress(OSError):
        place.unlink()


def keep_to_bounds(place: Path) -> None:
    """Do away with the files of the projects that were looked at longest ago where all take too much."""
    with suppress(OSError):
        os.utime(place)
        room = _MOST_BYTES
        every = ((path.stat(), path) for path in place.parent.glob("library-*.sqlite"))
        for state, path in sorted(every, key=lambda found: -found[0].st_mtime_ns):
            room -= state.st_size
            if room < 0 and path != place:
                path.unlink()


def _are(name: str, keys: Mapping[int, str]) -> bool:
    """Say whether these are the keys of the facts of these numbers."""
    return all(number_of(name, key) == number for number, key in keys.items())


def number_of(name: str, key: str) -> int:
    """Return the number of a fact: the same for all of a check's facts that have the key."""
    return int.from_bytes(blake2b(_data(f"{name}\0{key}"), digest_size=8).digest()) % IDS


def _data(text: str) -> bytes:
    """Return a text as it is kept: names of files hold halves of characters, which SQLite takes for no text."""
    return text.encode("utf-8", "surrogatepass")


def _text(data: bytes) -> str:
    return data.decode("utf-8", "surrogatepass")


def _whole(check: int, data: bytes) -> bytes:
    """Return what is as it was kept; raise `DamagedError`."""
    if check != zlib.crc32(data):
        raise DamagedError
    return data
