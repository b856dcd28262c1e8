"""What a file system says of a file without opening it: enough to tell whether it was written to since."""

from __future__ import annotations

import os
import time

from kratomlint.named import NamedTuple

# The coarsest clock of a file system in use, FAT's.
_TICK = 2_000_000_000


class State(NamedTuple):
    """The state of a file: `text` changes whenever it is written to or put in the place of another.

    `rests`: it was not written to just before it was looked at. Of one that was, a later change may leave the state as
    it is ("racily clean", as Git calls it), so that nothing may be built on it.
    """

    text: str
    size: int
    rests: bool


def state_of(path: str) -> State | None:
    """Return the state of the file that a path leads to; None where there is none to be had.

    The time of change (`ctime`) is part of it: tools set the time of modification back, and no tool sets that.
    """
    now = time.time_ns()
    try:
        found = os.stat(path)  # noqa: PTH116
    except (OSError, ValueError):
        return None
    latest = max(found.st_mtime_ns, found.st_ctime_ns)
    text = f"{found.st_size} {found.st_mtime_ns} {found.st_ctime_ns} {found.st_ino}"
    return State(text, found.st_size, latest < now - _TICK)


def files_below(folder: str, suffix: str = "") -> list[str]:
    """Return the path, size and time of change of every file below a folder whose name ends so, in order."""
    found = []
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                found += files_below(entry.path, suffix)
            elif entry.name.endswith(suffix):
                state = entry.stat()
                found.append(f"{entry.path} {state.st_size} {state.st_mtime_ns}")
    return sorted(found)
