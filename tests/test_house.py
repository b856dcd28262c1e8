"""The laws of the house: who may touch what, what a card owes its reader, and that the tools have nothing to say."""

import ast
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest

from kratomlint import packs
from kratomlint.catalogue import Selection
from kratomlint.registry import CodeCheck, CodeCorpusCheck
from kratomlint.testing import catalogue_of

ROOT = Path(__file__).parent.parent
MODULES = sorted((ROOT / "kratomlint").rglob("*.py"))
CARDS = list(catalogue_of().cards.values())
MOST_LINES = 400
# Tables that are long and hold no thought.
DATA = ("code_checks/proselint_literals.py", "language/cue_words.py")

# Who may touch files, the clock, chance, other processes, or print.
DOORS = (
    *("__init__", "__main__", "cli", "server", "commands", "authoring", "scoring", "testing"),
    *(
        "run",
        "crew",
        "hand",
        "states",
        "shelf",
        "cache",
        "library",
        "baseline",
        "changes",
        "walk",
        "globs",
        "settings",
        "settings_file",
    ),
    *("packs", "prepared", "roots", "source"),
    # A pattern that others wrote is stopped by a clock.
    "language.budget",
)
OUTSIDE = {"os", "random", "secrets", "shutil", "socket", "sqlite3", "subprocess", "tempfile", "time", "uuid"}
OUTSIDE |= {"multiprocessing", "concurrent", "urllib", "http", "logging", "threading", "asyncio", "glob", "fileinput"}
TOUCHING = {"read_text", "read_bytes", "write_text", "write_bytes", "unlink", "mkdir", "iterdir", "rglob", "is_file"}
CLOCK = {"now", "utcnow", "today", "fromtimestamp"}

# Each library from outside, and who alone imports it. The others see what it gives, not it.
LIBRARIES = {
    "ahocorasick_rs": ("language.gate",),
    "click": ("cli", "commands"),
    "pathspec": ("globs",),
    "proselint": ("code_checks.proselint_bridge",),
    "pygls": ("server",),
    "lsprotocol": ("server",),
    "pyromark": ("readers.markdown",),
    # `re` has neither the possessive matching nor the speed on long alternatives that cards need.
    "pcre2": ("language.cue",),
    "pyarrow": ("spark",),
    "pyspark": ("spark",),
    # Its scans are linear and know no lookarounds: they say where a pattern is worth asking.
    "re2": ("language.sieve",),
    "regex": ("language.cue", "code_checks.proselint_bridge"),
    "yaml": ("readers.yaml_fields",),
}


def name_of(path: Path) -> str:
    parts = path.relative_to(ROOT / "kratomlint").with_suffix("").parts
    return ".".join(parts[:-1] if len(parts) > 1 and parts[-1] == "__init__" else parts)


of_every_module = pytest.mark.parametrize("path", MODULES, ids=[name_of(path) for path in MODULES])
of_every_card = pytest.mark.parametrize("card", CARDS, ids=[card.id for card in CARDS])


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imported(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


def called(path: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call):
            function = node.func
            named = function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")
            yield (f".{named}" if isinstance(function, ast.Attribute) else named), node.lineno


def within(name: str, places: tuple[str, ...]) -> bool:
    return any(name == place or name.startswith(f"{place}.") for place in places)


def run(*command: str) -> None:
    """Run a Python tool from the root of the checkout and fail with all that it says."""
    done = subprocess.run([sys.executable, *command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


# Who may touch what


@of_every_module
def test_only_the_doors_touch_the_world(path: Path) -> None:
    if within(name_of(path), DOORS):
        return
    # `urllib.parse` opens no address; it spells one.
    modules = {module for module in imported(path) if not module.startswith("urllib.parse")}
    assert {module.split(".")[0] for module in modules} & OUTSIDE == set()
    forbidden = {"open", "print", "input", "exec", "eval", *(f".{name}" for name in TOUCHING | CLOCK)}
    assert [f"line {line}: {call}" for call, line in called(path) if call in forbidden] == []


@of_every_module
def test_a_library_from_outside_has_one_place(path: Path) -> None:
    roots = {module.split(".")[0] for module in imported(path)} - {"kratomlint"} - set(sys.stdlib_module_names)
    assert [library for library in sorted(roots) if not within(name_of(path), LIBRARIES.get(library, ()))] == []


def test_whatever_is_imported_is_declared() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = (one for name in ("server", "spark") for one in project["optional-dependencies"][name])
    declared = " ".join([*project["dependencies"], *extras]).lower()
    packages = {"ahocorasick_rs": "ahocorasick-rs", "re2": "google-re2", "yaml": "pyyaml"}
    # What pygls and PySpark bring along is of their own versions.
    packages |= {"lsprotocol": "pygls", "pyarrow": "pyspark[sql]"}
    used = {module.split(".")[0] for path in MODULES for module in imported(path)} & LIBRARIES.keys()
    assert [name for name in sorted(used) if packages.get(name, name) not in declared] == []


@of_every_module
def test_a_check_sees_no_other_check(path: Path) -> None:
    if name_of(path).startswith("code_checks."):
        others = {name for name in imported(path) if name.startswith("kratomlint.code_checks.")}
        data = {f"kratomlint.{name.removesuffix('.py').replace('/', '.')}" for name in DATA}
        assert {name for name in others if not any(name.startswith(known) for known in data)} == set()


def test_imports_go_down() -> None:
    run("-c", "from importlinter.cli import lint_imports_command; lint_imports_command()", "--no-cache")


# How a module is


@of_every_module
def test_a_module_opens_with_its_law(path: Path) -> None:
    assert ast.get_docstring(tree(path))


@of_every_module
def test_a_module_lies_on_a_desk(path: Path) -> None:
    if not path.as_posix().endswith(DATA):
        assert len(path.read_text(encoding="utf-8").splitlines()) <= MOST_LINES


@of_every_module
def test_no_module_is_named_for_what_is_left_over(path: Path) -> None:
    assert not {"utils", "util", "helpers", "helper", "common", "misc"} & {*path.parts, path.stem}


# What the tools say


def test_ruff_has_nothing_to_say() -> None:
    run("-m", "ruff", "check", "--no-cache", ".")


def test_ruff_would_format_nothing() -> None:
    run("-m", "ruff", "format", "--check", "--no-cache", ".")


def test_mypy_has_nothing_to_say() -> None:
    run("-m", "mypy", "--no-incremental")


# What a card owes


def code_checks() -> list[set[str]]:
    """Return the names of each check in code; the two halves of a corpus check are one check with two names."""
    names: dict[int, set[str]] = {}
    for path in sorted((ROOT / "kratomlint" / "code_checks").glob("*.py")):
        module = import_module(f"kratomlint.code_checks.{path.stem}")
        for name, value in vars(module).items():
            if isinstance(value, CodeCheck | CodeCorpusCheck):
                names.setdefault(id(value), set()).add(f"{path.stem}.{name}")
    return list(names.values())


def test_every_check_in_code_has_a_card() -> None:
    named = {card.look["call"].split("(")[0] for card in CARDS if card.method == "code"}
    assert [names for names in code_checks() if not names & named] == []


def test_every_card_can_be_built() -> None:
    profile = catalogue_of().choose(Selection(select=("all",)))
    assert len(profile.checks) + len(profile.corpus_checks) == len(CARDS)


@of_every_card
def test_a_card_says_why_on_whose_word_and_shows_both_sides(card) -> None:
    assert len(card.why.split()) >= 8
    assert all(len(source) >= 4 for source in card.sources)
    assert min(len(card.bad), len(card.good)) >= 2


@of_every_card
def test_a_message_says_what_is_wrong_and_what_to_do_without_blame(card) -> None:
    assert card.message[-1] in ".”}"
    assert len(card.message) <= 240
    assert "!" not in card.message and "please" not in card.message.lower()


@of_every_card
def test_an_example_stands_once_on_its_card(card) -> None:
    assert len({*card.bad, *card.good}) == len(card.bad) + len(card.good)


@of_every_card
def test_a_card_is_named_in_lower_case_with_hyphens(card) -> None:
    assert card.path == f"checks/{card.id}.toml"
    assert card.id == card.id.lower().replace("_", "-").replace(" ", "-")
    assert card.id.count("/") == 1


def test_no_name_of_a_check_was_that_of_another() -> None:
    former = [name for card in CARDS for name in card.formerly]
    assert len(former) == len(set(former))
    assert set(former) & {card.id for card in CARDS} == set()


# What the presets say


@pytest.mark.parametrize("preset", sorted(catalogue_of().presets))
def test_every_name_of_a_preset_names_a_check(preset: str) -> None:
    catalogue = catalogue_of()
    stated = catalogue.presets[preset]
    for pattern in (*stated.on, *stated.off, *stated.severities):
        assert list(catalogue.ids([pattern]))


def test_the_default_preset_decides_on_every_check() -> None:
    preset = catalogue_of().presets["default"]
    on, off = set(catalogue_of().ids(preset.on)), set(catalogue_of().ids(preset.off))
    assert on | off == {card.id for card in CARDS}
    # What is on by name is not off by name too; `all` and whole packs may have exceptions.
    assert set(preset.on) & set(preset.off) == set()


def test_the_shipped_checks_are_those_of_the_checkout() -> None:
    assert packs.shipped().label == "checks"
    files = {
        path
        for path in (ROOT / "checks").rglob("*.toml")
        if path.parent.name not in ("lexicons", "subjects", "presets")
    }
    assert len(files) == len(CARDS)
