"""What a run costs, as the user pays for it: whole processes, side by side, on the same files."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from statistics import median

from articles import write_articles

ROOT = Path(__file__).resolve().parent.parent
CHARACTERS = 6600
SEED = 20


@dataclass(frozen=True)
class Command:
    """A process to time. `fine`: the exit codes; a linter ends with 1 where it finds something."""

    name: str
    arguments: list[str]
    fine: tuple[int, ...] = (0, 1)


@dataclass(frozen=True)
class Plan:
    """How much is measured."""

    articles: int
    proselint_articles: int
    rounds: int
    rounds_on_many: int


THOROUGH = Plan(articles=1000, proselint_articles=50, rounds=15, rounds_on_many=3)
QUICK = Plan(articles=100, proselint_articles=10, rounds=5, rounds_on_many=1)


class CommandFailedError(Exception):
    """A command that ended as it should not; its message holds the last lines that it wrote."""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer files and fewer rounds")
    plan = QUICK if parser.parse_args().quick else THOROUGH
    with tempfile.TemporaryDirectory() as folder:
        try:
            report(Bench(Path(folder), plan), plan)
        except CommandFailedError as error:
            print(error, file=sys.stderr)
            return 1
    return 0


def report(bench: Bench, plan: Plan) -> None:
    print(f"{os.cpu_count()} cores, Python {sys.version.split()[0]}, proselint {version('proselint')}\n")
    one = bench.one_file()
    print(f"One article of {bench.kilobytes(1):.1f} KB (median of {plan.rounds} runs)\n")
    print_table(one)
    many = bench.many_files(one["proselint check"])
    kilobytes = bench.kilobytes(plan.articles)
    print(f"\n{plan.articles} articles, {kilobytes:,.0f} KB (median of {plan.rounds_on_many} runs)\n")
    print_table(many)
    print(f"\nproselint read {plan.proselint_articles} of these; its time for the rest is in proportion.")


def print_table(seconds: dict[str, float]) -> None:
    yardstick = seconds["proselint check"]
    width = max(map(len, seconds))
    print(f"{'':{width}}  {'seconds':>8}  {'proselint takes':>15}")
    for name, taken in seconds.items():
        print(f"{name:{width}}  {taken:8.3f}  {yardstick / taken:14.1f}×")


class Bench:
    """Times the commands in a folder of its own, with a home and a cache of its own."""

    def __init__(self, folder: Path, plan: Plan) -> None:
        self._folder = folder
        self._plan = plan
        self._home = folder / "home"
        self._articles = folder / "articles"
        self._articles.mkdir()
        self._paths = write_articles(self._articles, plan.articles, CHARACTERS, SEED)
        self._environment = os.environ | {
            "HOME": str(self._home),
            "USERPROFILE": str(self._home),
            "LOCALAPPDATA": str(self._home),
            "XDG_CACHE_HOME": str(self._home / ".cache"),
            "PYTHONPATH": os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")])),
        }
        # An installed program has its bytecode; without, compiling the checkout would be timed.
        self._environment.pop("PYTHONDONTWRITEBYTECODE", None)
        self._home.mkdir()

    def kilobytes(self, articles: int) -> float:
        return sum(path.stat().st_size for path in self._paths[:articles]) / 1000

    def one_file(self) -> dict[str, float]:
        """Return the seconds of each command on one article, and of what no command can be quicker than."""
        article = str(self._paths[0])
        return self._medians(
            self._plan.rounds,
            Command("python -c pass", [sys.executable, "-c", "pass"], fine=(0,)),
            Command("import click", [sys.executable, "-c", "import click"], fine=(0,)),
            Command("kratomlint --version", kratomlint("--version"), fine=(0,)),
            Command("kratomlint check --no-cache", check("--no-cache", article)),
            Command("proselint check", proselint(article)),
        )

    def many_files(self, proselint_one: float) -> dict[str, float]:
        """Return the seconds of each command on all articles; `proselint_one`: of proselint on one."""
        sample = self._paths[: self._plan.proselint_articles]
        self._run(Command("kratomlint, to fill the cache", check(str(self._articles))))
        seconds = self._medians(
            self._plan.rounds_on_many,
            Command("kratomlint check, warm", check(str(self._articles))),
            Command("kratomlint check --no-cache", check("--no-cache", str(self._articles))),
            Command("proselint check", proselint(*map(str, sample))),
        )
        each = (seconds["proselint check"] - proselint_one) / (len(sample) - 1)
        seconds["proselint check"] = proselint_one + each * (len(self._paths) - 1)
        return seconds

    def _medians(self, rounds: int, *commands: Command) -> dict[str, float]:
        """Return the median of each command; they take turns, so that a busy machine troubles all alike."""
        taken: dict[str, list[float]] = {command.name: [] for command in commands}
        for _ in range(rounds):
            for command in commands:
                taken[command.name].append(self._run(command))
        return {name: median(seconds) for name, seconds in taken.items()}

    def _run(self, command: Command) -> float:
        start = time.perf_counter()
        ended = subprocess.run(
            command.arguments, cwd=self._folder, env=self._environment, capture_output=True, check=False
        )
        taken = time.perf_counter() - start
        # Python too ends with 1 after a traceback; a linter that found something says so.
        if ended.returncode not in command.fine or (ended.returncode and not ended.stdout):
            said = ended.stderr.decode(errors="replace").strip().splitlines()[-5:]
            raise CommandFailedError("\n".join([f"{command.name} ended with {ended.returncode}:", *said]))
        return taken


def kratomlint(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "kratomlint", *arguments]


def check(*arguments: str) -> list[str]:
    return kratomlint("check", "--format", "json", *arguments)


def proselint(*paths: str) -> list[str]:
    return [sys.executable, "-m", "proselint", "check", *paths]


if __name__ == "__main__":
    sys.exit(main())
