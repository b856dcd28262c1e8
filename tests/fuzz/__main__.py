"""The long run: every target in turn, with seeds that were never used, until the time is over.

    python -m fuzz --minutes 10 [TARGET...]       (in the folder tests/)

Each input that breaks a target is made as small as can be and written into a file; `--again FILE` tries it once more.
"""

from __future__ import annotations

import argparse
import json
import secrets
import sys
import time
import traceback
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, seed, settings
from hypothesis.errors import HypothesisException

from fuzz import targets

# For so many seconds an input that breaks something is made smaller.
_PATIENCE = 60.0
# So many inputs are drawn from one seed.
_AT_ONCE = 200
_SETTINGS = settings(
    max_examples=_AT_ONCE,
    deadline=None,
    database=None,
    derandomize=False,
    report_multiple_bugs=False,
    suppress_health_check=list(HealthCheck),
)


@dataclass
class Log:
    """What came of a target. `seconds` went by, `worked` of them this process had; `slowest`: such seconds, the input."""

    seconds: float = 0.0
    worked: float = 0.0
    count: int = 0
    broken: dict[str, Path] = field(default_factory=dict)
    slowest: tuple[float, Any] = (0.0, None)

    def line(self, name: str) -> str:
        """Return what is said of it."""
        return (
            f"{name:13}{self.seconds / 60:6.1f} min {self.worked / 60:6.1f} min at work {self.count:9,} inputs"
            f" {len(self.broken):3} broken   slowest {self.slowest[0]:.2f} s"
        )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("target", nargs="*", help=f"which; all: {' '.join(targets.NAMES)}")
    parser.add_argument("--minutes", type=float, default=10.0, help="how long in all")
    parser.add_argument("--found", type=Path, default=Path("found"), help="folder for the inputs that break something")
    parser.add_argument("--again", type=Path, help="try the input in this file; its folder is named like the target")
    chosen = parser.parse_args()
    if chosen.again:
        targets.target(chosen.again.absolute().parent.name).run(targets.load(chosen.again))
        return 0
    if unknown := set(chosen.target) - set(targets.NAMES):
        parser.error(f"no target is named {' '.join(sorted(unknown))}")
    logs = {name: Log() for name in chosen.target or targets.NAMES}
    # Each has four turns, so that none is left out whenever it is interrupted.
    turn = chosen.minutes * 60 / len(logs) / 4
    end = time.monotonic() + chosen.minutes * 60
    # Who interrupts it wants to see what came of it so far.
    with suppress(KeyboardInterrupt):
        while time.monotonic() < end:
            for name, log in logs.items():
                _try(targets.target(name), log, min(end, time.monotonic() + turn), chosen.found)
    for name, log in logs.items():
        print(log.line(name))
        if log.slowest[0] > 1:
            targets.save(chosen.found / name / "slowest.json", log.slowest[1])
    return int(any(log.broken for log in logs.values()))


def _try(target: targets.Target, log: Log, end: float, found: Path) -> None:
    """Try fresh inputs until the time is over."""
    start, worked = time.monotonic(), time.process_time()
    while time.monotonic() < end:
        _try_some(target, log, end, found)
    log.seconds += time.monotonic() - start
    log.worked += time.process_time() - worked


class _EnoughError(BaseException):
    """The time is over, or an input is small enough: making it smaller still has taken its time."""


def _try_some(target: targets.Target, log: Log, end: float, found: Path) -> None:
    broken: list[tuple[int, Any, Exception]] = []
    last = end

    @seed(secrets.randbits(64))
    @_SETTINGS
    @given(target.inputs)
    def attempt(input: Any) -> None:
        nonlocal last
        if time.monotonic() > last:
            raise _EnoughError
        log.count += 1
        started = time.process_time()
        try:
            target.run(input)
        except HypothesisException:
            raise
        except Exception as error:
            last = min(last, time.monotonic() + _PATIENCE) if broken else time.monotonic() + _PATIENCE
            broken.append((len(json.dumps(input)), input, error))
            raise
        finally:
            log.slowest = max(log.slowest, (time.process_time() - started, input), key=lambda pair: pair[0])

    try:
        attempt()
    except _EnoughError:
        pass
    except Exception:
        if not broken:
            raise
    if broken:
        _, smallest, error = min(broken, key=lambda one: one[0])
        _keep(target.name, log, smallest, error, found)


def _keep(name: str, log: Log, input: Any, error: Exception, found: Path) -> None:
    """Write the input into a file, unless the same place has broken before."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{type(error).__name__} at {Path(last.filename).name}:{last.lineno}"
    if where in log.broken:
        return
    path = found / name / f"{sha256(json.dumps(input).encode()).hexdigest()[:12]}.json"
    targets.save(path, input)
    log.broken[where] = path
    print(f"{name}: {where}: {str(error)[:300]}\n    {path}", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
