"""How time and memory grow with hostile texts: whole processes, each with a cap, so that none can hang."""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from math import log
from pathlib import Path
from typing import NamedTuple

from hostile import FAMILIES, Family

HERE = Path(__file__).resolve().parent
SHARES = (8, 4, 2, 1)
# A text that takes less than this is as good as none: what is measured is the start.
_LEAST_SECONDS = 0.1
_MOST_SECONDS = 900
# What is promised of a whole process: so many megabytes, and so many bytes for each byte of the file.
_PROMISED_AT_LEAST = 150
_PROMISED_FOR_A_BYTE = 20
_MOST_BYTES = 6 << 30


class Cost(NamedTuple):
    """What a text took: processor seconds and megabytes beyond those of an empty file; the size of its file."""

    seconds: float
    megabytes: float
    size: float


class StoppedError(Exception):
    """A text for which the linter took too long, or did not end as it should; the message says which."""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("families", nargs="*", help="beginnings of names; none means all")
    parser.add_argument("--times", type=float, default=1, help="measure texts of so many times the size")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        report(Path(folder), tuple(arguments.families), arguments.times)
    return 0


def report(folder: Path, beginnings: tuple[str, ...] = (), times: float = 1) -> None:
    """Print a row for each family: exponents, and what the greatest text took."""
    print(f"{'':34}  {'time':>5}  {'memory':>6}  of the greatest text: size, seconds, memory beyond the start")
    # The first run compiles the modules.
    _, base = (measured(folder, Family(lambda size: "Words.\n", 1), "", 1, Cost(0, 0, 0)) for _ in range(2))
    for name, family in FAMILIES.items():
        if name.startswith(beginnings or ""):
            print(f"{name:34}  {row(folder, name, family, times, base)}", flush=True)


def row(folder: Path, name: str, family: Family, times: float, base: Cost) -> str:
    costs: list[Cost] = []
    for share in SHARES:
        size = int(family.most * times / share)
        try:
            costs.append(measured(folder, family, name, size, base))
        except StoppedError as stopped:
            return f"{stopped} at {size:,}"
    greatest = costs[-1]
    return (
        f"{_shown(costs, 'seconds', _LEAST_SECONDS):>5}  {_shown(costs, 'megabytes', 5):>6}  "
        f"{greatest.size:7.2f} MB  {greatest.seconds:6.1f} s  {greatest.megabytes:5.0f} MB = "
        f"{greatest.megabytes / greatest.size:.0f} x  "
        f"{(base.megabytes + greatest.megabytes) / promised(greatest.size):4.0%} of what is promised"
    )


def promised(size: float) -> float:
    """Return the megabytes that a process may take for a file of so many."""
    return _PROMISED_AT_LEAST + _PROMISED_FOR_A_BYTE * size


def measured(folder: Path, family: Family, name: str, size: int, base: Cost) -> Cost:
    """Return what a text of a family takes; raise `StoppedError`."""
    path = folder / f"text{family.suffix}"
    if name:
        # In a process of its own: what a parent holds counts as its child's.
        subprocess.run([sys.executable, str(HERE / "hostile.py"), name, str(size), str(path)], check=True)
    else:
        path.write_text(family.text(size), encoding="utf-8")
    return _cost(path, base)


def _cost(path: Path, base: Cost) -> Cost:
    command = [sys.executable, "-m", "kratomlint", "check", "--isolated", "--no-cache", "--format", "json", str(path)]
    environment = os.environ | {"PYTHONPATH": str(HERE.parent), "PYTHONHASHSEED": "0"}
    with tempfile.TemporaryFile() as errors:
        process = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=errors, env=environment, cwd=path.parent, preexec_fn=_capped
        )
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        errors.seek(0)
        said = errors.read().decode(errors="replace").strip().splitlines()
    if process.returncode not in (0, 1):
        raise StoppedError(f"ended with {process.returncode} ({said[-1][:200] if said else 'nothing said'})")
    seconds = usage.ru_utime + usage.ru_stime - base.seconds
    return Cost(seconds, usage.ru_maxrss / 1024 - base.megabytes, path.stat().st_size / 1e6)


def _capped() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (_MOST_SECONDS, _MOST_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (_MOST_BYTES, _MOST_BYTES))


def _shown(costs: Sequence[Cost], what: str, least: float) -> str:
    """Return the exponent with which something grows, where it is more than next to nothing."""
    points = [(log(cost.size), log(getattr(cost, what))) for cost in costs if getattr(cost, what) >= least]
    return f"{_slope(points):.2f}" if len(points) > 1 else "-"


def _slope(points: Sequence[tuple[float, float]]) -> float:
    """Return the slope of the line that has the least squares."""
    middle_x, middle_y = (sum(values) / len(points) for values in zip(*points, strict=True))
    return sum((x - middle_x) * (y - middle_y) for x, y in points) / sum((x - middle_x) ** 2 for x, _ in points)


if __name__ == "__main__":
    sys.exit(main())
