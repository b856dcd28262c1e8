"""Results of files that have not changed. Data only, in the user's cache folder, and never the cause of an error.

A result is known by what decided it: the profile's digest, the installed code, the file's suffix and its bytes. The
path is no part of it, so a file that moves is still known. Whatever is wrong with the cache, it only knows less.
"""

from __future__ import annotations

import os
import stat
import sys
import time
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import sqlite3

# Changes whenever what is stored changes its shape.
_SHAPE = "2"
_MOST_BYTES = 256 * 1024 * 1024
_DAY = 24 * 60 * 60
# SQLite takes 999 values in a statement wherever it was built long ago.
_AT_ONCE = 500
_SCHEMA = "CREATE TABLE IF NOT EXISTS linted (key BLOB PRIMARY KEY, day INTEGER, sum INTEGER, value TEXT, facts BLOB) WITHOUT ROWID"


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
    states = [] if (package / "checks").is_dir() else sorted(_states(package))
    return sha256(repr((sys.version_info[:2], sorted(names), states)).encode()).hexdigest()


def key(profile_digest: str, code: str, suffix: str, data: bytes) -> bytes:
    """Return the name under which the result for a file of those bytes is kept."""
    whole = sha256("\0".join((_SHAPE, profile_digest, code, suffix, "")).encode())
    whole.update(data)
    return whole.digest()


class Cache:
    """What is kept, in one file; without a folder, or with one that cannot be used, nothing is."""

    def __init__(self, place: Path | None, most_bytes: int = _MOST_BYTES) -> None:
        self._file = place / "results.sqlite" if place else None
        self._most_bytes = most_bytes
        self._database = self._opened()

    def get(self, keys: Iterable[bytes]) -> dict[bytes, str]:
        """Return what is kept under those keys, by key."""
        found: dict[bytes, str] = {}
        today = int(time.time() // _DAY)
        for group in _groups(list(dict.fromkeys(keys))):
            marks = ",".join("?" * len(group))
            rows = self._run(f"SELECT key, day, sum, value FROM linted WHERE key IN ({marks})", group)
            found |= {name: value for name, _, check, value in rows if _sum(value) == check}
            if any(day != today for _, day, _, _ in rows):
                self._run(f"UPDATE linted SET day = {today} WHERE key IN ({marks})", group)
        return found

    def facts(self, name: bytes) -> bytes:
        """Return the facts that are kept beside the value of a key; empty where there are none."""
        rows = self._run("SELECT facts FROM linted WHERE key = ?", (name,))
        return rows[0][0] if rows else b""

    def put(self, values: Mapping[bytes, str], facts: Mapping[bytes, bytes] | None = None) -> None:
        """Keep the values, and facts beside them, under their keys.

        What has not been asked for longest is forgotten where it is too much.
        """
        today = int(time.time() // _DAY)
        beside = facts or {}
        rows = [(name, today, _sum(value), value, beside.get(name, b"")) for name, value in values.items()]
        database = self._database
        if database is None or not rows:
            return
        try:
            with database:
                database.executemany("INSERT OR REPLACE INTO linted VALUES (?, ?, ?, ?, ?)", rows)
            self._prune()
        except database.Error:
            self._give_up()

    def close(self) -> None:
        """Let go of the file."""
        if self._database is not None:
            with suppress(self._database.Error):
                self._database.commit()
                self._database.close()
            self._database = None

    def _opened(self, again: bool = True) -> sqlite3.Connection | None:
        if self._file is None:
            return None
        import sqlite3

        try:
            make(self._file.parent)
            if not is_private(self._file.parent) or (self._file.exists() and not self._file.is_file()):
                return None
            database = sqlite3.connect(self._file, timeout=1)
            database.execute("PRAGMA auto_vacuum = FULL")
            database.execute("PRAGMA synchronous = OFF")
            database.execute(_SCHEMA)
            return database
        except sqlite3.OperationalError:
            return None
        except sqlite3.DatabaseError:
            # No database any more: begin anew, once.
            with suppress(OSError):
                self._file.unlink()
                return self._opened(again=False) if again else None
        except OSError:
            pass
        return None

    def _run(self, statement: str, values: Sequence[bytes]) -> list[tuple[Any, ...]]:
        if self._database is None:
            return []
        try:
            with self._database:
                return self._database.execute(statement, values).fetchall()
        except self._database.Error:
            self._give_up()
            return []

    def _prune(self) -> None:
        """Forget the older half when more is kept than may be."""
        (pages,), (size,) = (self._run(f"PRAGMA {name}", ())[0] for name in ("page_count", "page_size"))
        if pages * size > self._most_bytes:
            half = "SELECT key FROM linted ORDER BY day LIMIT (SELECT (count(*) + 1) / 2 FROM linted)"
            self._run(f"DELETE FROM linted WHERE key IN ({half})", ())

    def _give_up(self) -> None:
        database, self._database = self._database, None
        if database is not None:
            with suppress(database.Error):
                database.close()


def _sum(value: object) -> int:
    return zlib.crc32(value.encode("utf-8", "surrogatepass")) if isinstance(value, str) else -1


def _groups(keys: Sequence[bytes]) -> Iterator[Sequence[bytes]]:
    return (keys[start : start + _AT_ONCE] for start in range(0, len(keys), _AT_ONCE))


def _listed(place: str) -> list[str]:
    with suppress(OSError):
        return os.listdir(place or ".")  # noqa: PTH208
    return []


def _states(package: Path) -> Iterator[tuple[str, int, int]]:
    for path in package.rglob("*.py"):
        state = path.stat()
        yield str(path.relative_to(package)), state.st_size, state.st_mtime_ns
