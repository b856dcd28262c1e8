"""Results of files that have not changed. Data only, in the user's cache folder, and never the cause of an error.

A result is known by what decided it: the profile's digest, the installed code, the file's suffix and its bytes. The
path is no part of it, so a file that moves is still known. Whatever is wrong with the cache, it only knows less.

What decides is the content; but as Git, ruff and mypy do, a file is not opened whose state (see `states`) is the one
that it had when its content was hashed. Of a file that had been written to just before, the state says nothing: the
clock of a file system may stand still between two changes. Such files are hashed in every run until they have rested.
"""

from __future__ import annotations

import os
import stat
import sys
import time
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kratomlint.states import State, files_below

if TYPE_CHECKING:
    import sqlite3

# Changes whenever what is stored changes its shape.
_SHAPE = 4
# A library of ten thousand articles takes the third part.
_MOST_BYTES = 512 * 1024 * 1024
# Pruning leaves so much of it, or every run would prune.
_LEFT = 0.75
_DAY = 24 * 60 * 60
# SQLite takes 999 values in a statement wherever it was built long ago.
_AT_ONCE = 500
# `told`: facts, apart, so that results lie close together. `seen`: what a path held when it was last hashed.
_TABLES = (
    "linted (key BLOB PRIMARY KEY, used INTEGER, sum INTEGER, value TEXT) WITHOUT ROWID",
    "told (key BLOB PRIMARY KEY, facts BLOB)",
    "seen (path BLOB PRIMARY KEY, used INTEGER, sum INTEGER, state TEXT, digest BLOB) WITHOUT ROWID",
)


def folder() -> Path | None:
    """Return the folder for the cache: `KRATOMLINT_CACHE_DIR`, or what the system has for caches; None without a home."""
    if named := os.environ.get("KRATOMLINT_CACHE_DIR"):
        return Path(named)
    with suppress(RuntimeError):
        if sys.platform == "win32":
            local = os.environ.get("LOCALAPPDATA")
            return (Path(local) if local else Path.home() / "AppData/Local") / "kratomlint" / "cache"
        if sys.platform == "darwin":
            return Path.home() / "Library/Caches/kratomlint"
        named = os.environ.get("XDG_CACHE_HOME", "")
        return (Path(named) if Path(named).is_absolute() else Path.home() / ".cache") / "kratomlint"
    return None


def make(place: Path) -> None:
    """Make the folder for the cache, for nobody else to look into; raise `OSError`."""
    place.mkdir(mode=0o700, parents=True, exist_ok=True)


def is_private(place: Path) -> bool:
    """Say whether only the user can have written into a folder: what others kept is not believed."""
    if sys.platform == "win32":
        return True
    try:
        state = place.stat()
    except OSError:
        return False
    return state.st_uid in (os.geteuid(), 0) and not state.st_mode & stat.S_IWOTH


def installed_code() -> str:
    """Return what tells one installation from another: the packages beside us and, in a checkout, the state of our code.

    A profile's digest holds the version; but proselint or a plug-in may be upgraded, and in a checkout code changes
    under one version.
    """
    names = {name for place in sys.path for name in _listed(place) if name.endswith(".dist-info")}
    package = Path(__file__).parent
    states = [] if (package / "checks").is_dir() else files_below(str(package), ".py")
    return sha256(repr((sys.version_info[:2], sorted(names), states)).encode()).hexdigest()


def key(profile_digest: str, code: str, suffix: str, digest: bytes) -> bytes:
    """Return the name under which the result for a file is kept whose bytes have that digest."""
    return sha256(_head(profile_digest, code, suffix) + digest).digest()


@lru_cache
def _head(*decisive: str) -> bytes:
    return "\0".join((str(_SHAPE), *decisive, "")).encode()


class Cache:
    """What is kept, in one file; without a folder, or with one that cannot be used, nothing is."""

    def __init__(self, place: Path | None, most_bytes: int = _MOST_BYTES) -> None:
        self.place = place
        self._file = place / "results.sqlite" if place else None
        self._most_bytes = most_bytes
        self._now = int(time.time())
        self._database = self._opened()

    def get(self, keys: Iterable[bytes]) -> dict[bytes, str]:
        """Return what is kept under those keys, by key."""
        found: dict[bytes, str] = {}
        for group in _groups(list(dict.fromkeys(keys))):
            marks = ",".join("?" * len(group))
            rows = self._run(f"SELECT key, used, sum, value FROM linted WHERE key IN ({marks})", group)
            found |= {name: value for name, _, check, value in rows if _sum(value) == check}
            self._use("linted", "key", [name for name, used, _, _ in rows if used < self._now - _DAY])
        return found

    def facts(self, name: bytes) -> bytes:
        """Return the facts that are kept beside the value of a key; empty where there are none."""
        rows = self._run("SELECT facts FROM told WHERE key = ?", (name,))
        return rows[0][0] if rows else b""

    def put(self, values: Mapping[bytes, str], facts: Mapping[bytes, bytes] | None = None) -> None:
        """Keep the values, and facts beside them, under their keys."""
        self._write("linted", [(name, self._now, _sum(value), value) for name, value in values.items()])
        self._write("told", list((facts or {}).items()))

    def digests(self, states: Mapping[str, State]) -> dict[str, bytes]:
        """Return the digest of each file that is in the state in which it was hashed, by path."""
        found: dict[str, bytes] = {}
        named = {os.fsencode(path): path for path in states}
        for group in _groups(list(named)):
            marks = ",".join("?" * len(group))
            rows = self._run(f"SELECT path, used, sum, state, digest FROM seen WHERE path IN ({marks})", group)
            for path, _, check, state, digest in rows:
                if state == states[named[path]].text and _sum(path, state, digest) == check:
                    found[named[path]] = digest
            self._use("seen", "path", [path for path, used, *_ in rows if used < self._now - _DAY])
        return found

    def see(self, seen: Mapping[str, tuple[State, bytes]]) -> None:
        """Keep the states in which files were hashed, with the digests; one that says nothing is passed over."""
        rows = [
            (name := os.fsencode(path), self._now, _sum(name, state.text, digest), state.text, digest)
            for path, (state, digest) in seen.items()
            if state.rests
        ]
        self._write("seen", rows)

    def close(self) -> None:
        """Let go of the file, and forget what has not been asked for longest where it is too much."""
        if self._database is not None:
            self._prune()
        if self._database is not None:
            with suppress(self._database.Error):
                self._database.commit()
                self._database.close()
            self._database = None

    def _opened(self, again: bool = True) -> sqlite3.Connection | None:
        if self._file is None:
            return None
        import sqlite3

        database = None
        try:
            make(self._file.parent)
            if not is_private(self._file.parent) or (self._file.exists() and not self._file.is_file()):
                return None
            database = sqlite3.connect(self._file, timeout=1)
            if _is_of_our_shape(database):
                return database
        except (sqlite3.OperationalError, OSError):
            again = False
        except sqlite3.DatabaseError:
            pass
        if database is not None:
            database.close()
        # No database any more, or of another version: begin anew, once.
        with suppress(OSError):
            if not again:
                return None
            self._file.unlink()
            return self._opened(again=False)
        return None

    def _use(self, table: str, name: str, keys: Sequence[bytes | str]) -> None:
        """Write down that these were asked for."""
        if keys:
            marks = ",".join("?" * len(keys))
            self._run(f"UPDATE {table} SET used = {self._now} WHERE {name} IN ({marks})", keys)

    def _run(self, statement: str, values: Sequence[bytes | str] = ()) -> list[tuple[Any, ...]]:
        if self._database is None:
            return []
        try:
            with self._database:
                return self._database.execute(statement, values).fetchall()
        except self._database.Error:
            self._give_up()
            return []

    def _write(self, table: str, rows: Sequence[tuple[Any, ...]]) -> None:
        if self._database is None or not rows:
            return
        marks = ",".join("?" * len(rows[0]))
        try:
            with self._database:
                self._database.executemany(f"INSERT OR REPLACE INTO {table} VALUES ({marks})", rows)
        except self._database.Error:
            self._give_up()

    def _prune(self) -> None:
        """Forget what was used longest ago when more is kept than may be."""
        (pages,), (size,), (free,) = (
            (self._run(f"PRAGMA {name}") or [(0,)])[0] for name in ("page_count", "page_size", "freelist_count")
        )
        share = _LEFT * self._most_bytes / max(1, (pages - free) * size)
        if share >= _LEFT:
            return
        each = "SELECT key, used, length(value) + coalesce(length(facts), 0) AS size FROM linted LEFT JOIN told USING (key)"
        after = (
            f"SELECT key, sum(size) OVER (ORDER BY used DESC, key) AS after, sum(size) OVER () AS whole FROM ({each})"
        )
        self._run(f"DELETE FROM linted WHERE key IN (SELECT key FROM ({after}) WHERE after > whole * {share})")
        self._run("DELETE FROM told WHERE key NOT IN (SELECT key FROM linted)")
        oldest = (self._run("SELECT min(used) FROM linted") or [(None,)])[0][0]
        self._run(f"DELETE FROM seen WHERE used < {oldest if oldest is not None else self._now}")

    def _give_up(self) -> None:
        database, self._database = self._database, None
        if database is not None:
            with suppress(database.Error):
                database.close()


def _is_of_our_shape(database: sqlite3.Connection) -> bool:
    """Say whether the database holds what we keep, and lay out one that holds nothing."""
    database.execute("PRAGMA synchronous = OFF")
    (shape,) = database.execute("PRAGMA user_version").fetchone()
    if shape != _SHAPE and database.execute("SELECT 1 FROM sqlite_master").fetchone():
        return False
    if shape != _SHAPE:
        database.execute("PRAGMA auto_vacuum = FULL")
        with database:
            for table in _TABLES:
                database.execute(f"CREATE TABLE IF NOT EXISTS {table}")
            database.execute(f"PRAGMA user_version = {_SHAPE}")
    return True


def _sum(*values: object) -> int:
    """Return by what damage is seen."""
    parts = (value if isinstance(value, bytes) else str(value).encode("utf-8", "surrogatepass") for value in values)
    return zlib.crc32(b"\0".join(parts))


def _groups(keys: Sequence[Any]) -> Iterator[Sequence[Any]]:
    return (keys[start : start + _AT_ONCE] for start in range(0, len(keys), _AT_ONCE))


def _listed(place: str) -> list[str]:
    with suppress(OSError):
        return os.listdir(place or ".")  # noqa: PTH208
    return []
