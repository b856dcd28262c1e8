"""What a run costs, as the user pays for it: whole processes, side by side, on the same files."""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from math import log
from pathlib import Path
from statistics import median

import prose
from articles import write_articles
from process import Command, CommandFailedError, Cost, timed

ROOT = Path(__file__).resolve().parent.parent
CHARACTERS = 6600
PAGE = 8800
LONG = 10_000
SEED = 20
WALK = "import hashlib, os, sys; [hashlib.sha256(open(e.path, 'rb').read()) for f, _, _ in os.walk(sys.argv[1]) for e in os.scandir(f) if e.is_file() and e.stat()]"


@dataclass(frozen=True)
class Plan:
    """How much is measured. `line`: the kilobytes of a file that is all one line; `hostile`: how large the worst texts are."""

    articles: int
    pages: int
    library: int
    line: int
    paragraphs: int
    proselint_pages: int
    rounds: int
    hostile: float


THOROUGH = Plan(1000, 1000, 10_000, 5000, 200_000, proselint_pages=50, rounds=15, hostile=1)
QUICK = Plan(60, 60, 240, 100, 4000, proselint_pages=6, rounds=5, hostile=0.02)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"what to measure, of {', '.join(PARTS)}; none: all")
    parser.add_argument("--quick", action="store_true", help="fewer files and fewer rounds")
    arguments = parser.parse_args()
    if unknown := set(arguments.parts) - set(PARTS):
        parser.error(f"there is no part {', '.join(sorted(unknown))}")
    plan = QUICK if arguments.quick else THOROUGH
    with tempfile.TemporaryDirectory() as folder:
        try:
            report(Bench(Path(folder)), plan, arguments.parts or list(PARTS))
        except CommandFailedError as error:
            print(error, file=sys.stderr)
            return 1
    return 0


def report(bench: Bench, plan: Plan, parts: list[str]) -> None:
    print(f"{os.cpu_count()} cores, Python {sys.version.split()[0]}, {peers()}\n")
    for part in parts:
        PARTS[part](bench, plan)


def one_article(bench: Bench, plan: Plan) -> None:
    folder = bench.folder("one")
    article = str(write_articles(folder, 1, CHARACTERS, SEED)[0])
    seconds = bench.medians(
        plan.rounds,
        Command("python -c pass", [sys.executable, "-c", "pass"], fine=(0,)),
        Command("import click", [sys.executable, "-c", "import click"], fine=(0,)),
        Command("kratomlint --version", kratomlint("--version"), fine=(0,)),
        Command("kratomlint --help", kratomlint("--help"), fine=(0,)),
        Command("kratomlint check --no-cache", check("--no-cache", article)),
        Command("proselint check", proselint(article)),
    )
    print(f"One article of {size(folder) / 1e3:.1f} KB (median of {plan.rounds} runs)\n")
    for name, taken in seconds.items():
        of_proselint, of_click = taken / seconds["proselint check"], taken / seconds["import click"]
        row(name, f"{taken:.3f} s", f"{of_proselint:.2f} x proselint, {of_click:.1f} x import click")


def ordinary_pages(bench: Bench, plan: Plan) -> None:
    folder = bench.folder("pages")
    paths = prose.write_prose(folder, plan.pages, PAGE, SEED)
    title(f"{plan.pages:,} pages of ordinary prose, {size(folder) / 1e6:.1f} MB")
    cold = bench.run(Command("cold", check("--no-cache", str(folder)))).seconds
    row("kratomlint check --no-cache", f"{cold:.2f} s", f"{size(folder) / 1e6 / cold:.2f} MB/s")
    sample = paths[: plan.proselint_pages]
    first = bench.run(Command("proselint, one page", proselint(str(sample[0])))).seconds
    some = bench.run(Command("proselint, some pages", proselint(*map(str, sample)))).seconds
    whole = first + (some - first) / (len(sample) - 1) * (len(paths) - 1)
    row("proselint check", f"{whole:.2f} s", f"{whole / cold:.1f} x kratomlint; from {len(sample)} pages")
    if program := typos():
        taken = bench.run(Command("typos", [program, str(folder)], fine=(0, 2))).seconds
        row("typos", f"{taken:.2f} s", f"kratomlint takes {cold / taken:.1f} x")
    else:
        row("typos", "skipped", "pip install typos")
    warm(bench, folder)


def warm(bench: Bench, folder: Path) -> None:
    bench.run(Command("kratomlint, to fill the cache", check(str(folder))))
    walk = [sys.executable, "-c", WALK, str(folder)]
    seconds = bench.medians(3, Command("warm", check(str(folder))), Command("walk", walk, fine=(0,)))
    row(
        "kratomlint check, nothing changed",
        f"{seconds['warm']:.2f} s",
        f"{seconds['warm'] / seconds['walk']:.1f} x walk",
    )
    row("a walk that stats and hashes", f"{seconds['walk']:.2f} s", "")


def dense_articles(bench: Bench, plan: Plan) -> None:
    folder = bench.folder("dense")
    write_articles(folder, plan.articles, CHARACTERS, SEED)
    title(f"{plan.articles:,} dense health articles, {size(folder) / 1e6:.1f} MB")
    taken = bench.run(Command("dense", check("--no-cache", str(folder)))).seconds
    row("kratomlint check --no-cache", f"{taken:.2f} s", f"{size(folder) / 1e6 / taken:.2f} MB/s")


def library(bench: Bench, plan: Plan) -> None:
    small, large = bench.folder("small"), bench.folder("large")
    prose.write_prose(small, plan.library // 10, PAGE, SEED)
    paths = prose.write_prose(large, plan.library, PAGE, SEED)
    title(f"A project of {plan.library:,} pages, {size(large) / 1e6:.1f} MB, and one of a tenth")
    for folder in (small, large):
        subprocess.run(["git", "init", "--quiet", str(folder)], check=True)
    few = bench.run(Command("a tenth", check("--no-cache", str(small))), weigh=True)
    many = bench.run(Command("cold", check("--no-cache", str(large))), weigh=True)
    row("kratomlint check --no-cache", f"{many.seconds:.1f} s", f"at most {many.megabytes:.0f} MB in all processes")
    growth(few, many, 10)
    bench.run(Command("kratomlint, to fill the cache", check(str(large))))
    taken = bench.run(Command("nothing changed", check(str(large)))).seconds
    row("nothing changed", f"{taken:.2f} s", "")
    paths[0].write_text(paths[0].read_text(encoding="utf-8") + "\nOne more line.\n", encoding="utf-8")
    taken = bench.run(Command("one changed", check(str(large)))).seconds
    row("one page changed", f"{taken:.2f} s", "")


def one_line(bench: Bench, plan: Plan) -> None:
    folder = bench.folder("line")
    text = prose.page(prose.seeded(SEED), plan.line * 1000).replace("\n", " ")
    costs = []
    for kilobytes in (plan.line // 10, plan.line):
        path = folder / f"{kilobytes}.md"
        path.write_text(text[: kilobytes * 1000], encoding="utf-8")
        costs.append(bench.run(Command("one line", check("--no-cache", str(path))), weigh=True))
    title(f"One file of {plan.line} KB on one line")
    row("kratomlint check --no-cache", f"{costs[1].seconds:.1f} s", f"{costs[1].megabytes:.0f} MB")
    growth(*costs, 10)


def hostile(bench: Bench, plan: Plan) -> None:
    command = [sys.executable, str(ROOT / "bench" / "growth.py"), "--times", str(plan.hostile)]
    title("Texts that somebody may send to hang or burst it")
    print(bench.output(Command("hostile texts", command, fine=(0,))), end="", flush=True)


def near_duplicates(bench: Bench, plan: Plan) -> None:
    command = [sys.executable, str(ROOT / "bench" / "duplicates.py"), str(plan.paragraphs)]
    said = bench.output(Command("near-duplicates", command, fine=(0,)))
    seconds, spent, megabytes, met, wanted = said.split()
    title(f"Near-duplicates across {plan.paragraphs:,} paragraphs")
    row("sketched and compared", f"{seconds} s", f"{spent} s of all processors")
    row("", f"{megabytes} MB", f"{met} of {wanted} true pairs found")


def keystroke(bench: Bench, plan: Plan) -> None:
    [article] = write_articles(bench.folder("long"), 1, LONG, SEED)
    command = [sys.executable, str(ROOT / "bench" / "keystroke.py"), str(article), str(2 * plan.rounds)]
    middle, longest = bench.output(Command("keystroke", command, fine=(0,))).split()
    title("A keystroke in an article of 2,000 words, until an editor is told")
    row("kratomlint server", f"{middle} ms", f"median of {2 * plan.rounds}; longest {longest} ms")


PARTS = {
    "article": one_article,
    "pages": ordinary_pages,
    "dense": dense_articles,
    "library": library,
    "line": one_line,
    "hostile": hostile,
    "duplicates": near_duplicates,
    "keystroke": keystroke,
}


def growth(small: Cost, large: Cost, times: int) -> None:
    exponent = log(large.seconds / small.seconds, times)
    memory = log(large.megabytes / small.megabytes, times) if small.megabytes and large.megabytes else 0.0
    row(
        f"growth from a {'tenth' if times == 10 else 'part'}",
        f"{exponent:.2f}",
        f"exponent of time; of memory {memory:.2f}",
    )


class Bench:
    """Times the commands in a folder of its own, with a home and a cache of its own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        home = self.folder("home")
        self._environment = os.environ | {
            "HOME": str(home),
            "USERPROFILE": str(home),
            "LOCALAPPDATA": str(home),
            "XDG_CACHE_HOME": str(home / ".cache"),
            "PYTHONPATH": os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")])),
        }
        # An installed program has its bytecode; without, compiling the checkout would be timed.
        self._environment.pop("PYTHONDONTWRITEBYTECODE", None)

    def folder(self, name: str) -> Path:
        folder = self._folder / name
        folder.mkdir()
        return folder

    def run(self, command: Command, *, weigh: bool = False) -> Cost:
        return timed(command, self._folder, self._environment, weigh)

    def output(self, command: Command) -> str:
        done = subprocess.run(command.arguments, env=self._environment, capture_output=True, text=True, check=False)
        if done.returncode not in command.fine:
            raise CommandFailedError(f"{command.name} ended with {done.returncode}:\n{done.stderr}")
        return done.stdout

    def medians(self, rounds: int, *commands: Command) -> dict[str, float]:
        """Return the median of each command; they take turns, so that a busy machine troubles all alike."""
        taken: dict[str, list[float]] = {command.name: [] for command in commands}
        for _ in range(rounds):
            for command in commands:
                taken[command.name].append(self.run(command).seconds)
        return {name: median(seconds) for name, seconds in taken.items()}


def title(words: str) -> None:
    print(f"\n{words}\n", flush=True)


def row(name: str, figure: str, note: str) -> None:
    print(f"{name:34}  {figure:>9}  {note}", flush=True)


def size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*.md"))


def peers() -> str:
    known = {name: _version(name) for name in ("proselint", "typos")}
    return ", ".join(f"{name} {found or 'not installed'}" for name, found in known.items())


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def typos() -> str | None:
    return shutil.which("typos", path=os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")]))


def kratomlint(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "kratomlint", *arguments]


def check(*arguments: str) -> list[str]:
    return kratomlint("check", "--format", "json", *arguments)


def proselint(*paths: str) -> list[str]:
    return [sys.executable, "-m", "proselint", "check", *paths]


if __name__ == "__main__":
    sys.exit(main())
