"""Whole processes as the user pays for them: seconds from start to exit, and the memory of all that they start."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

_BETWEEN_LOOKS = 0.05


@dataclass(frozen=True)
class Command:
    """A process to time. `fine`: the exit codes; a linter ends with 1 where it finds something."""

    name: str
    arguments: list[str]
    fine: tuple[int, ...] = (0, 1)


class Cost(NamedTuple):
    """What a process took. `megabytes`: at the peak, over all its processes, shared pages shared out; 0: not known."""

    seconds: float
    megabytes: float


class CommandFailedError(Exception):
    """A command that ended as it should not; its message holds the last lines that it wrote."""


def timed(command: Command, folder: Path, environment: Mapping[str, str], weigh: bool = False) -> Cost:
    """Return what a command takes in a folder; raise `CommandFailedError`."""
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        start = time.perf_counter()
        with subprocess.Popen(command.arguments, cwd=folder, env=environment, stdout=output, stderr=errors) as process:
            peak = _peak(process) if weigh else 0.0
            process.wait()
        taken = time.perf_counter() - start
        # Python too ends with 1 after a traceback; a linter that found something says so.
        if process.returncode not in command.fine or (process.returncode and not output.tell()):
            errors.seek(0)
            said = errors.read().decode(errors="replace").strip().splitlines()[-5:]
            raise CommandFailedError("\n".join([f"{command.name} ended with {process.returncode}:", *said]))
    return Cost(taken, peak)


def _peak(process: subprocess.Popen[bytes]) -> float:
    """Return the most megabytes that the process and its children held at once; only Linux tells."""
    peak = 0.0
    while sys.platform == "linux" and process.poll() is None:
        peak = max(peak, sum(map(_megabytes, _family(process.pid))))
        time.sleep(_BETWEEN_LOOKS)
    return peak


def _family(pid: int) -> list[int]:
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return [pid]
    return [pid, *(member for child in children for member in _family(int(child)))]


def _megabytes(pid: int) -> float:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:  # It has ended.
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024
