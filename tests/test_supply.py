"""What kratomlint is made of and makes: known versions, known licences, the same wheel from the same source."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
RUNTIME = [Requirement(line) for line in PROJECT["dependencies"]]
ALL = [*RUNTIME, *(Requirement(line) for extra in PROJECT["optional-dependencies"].values() for line in extra)]
SECURITY = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
PINS = {
    canonicalize_name(name): version
    for name, version in re.findall(r"^([\w.-]+)==(\S+)$", (ROOT / "constraints.txt").read_text(encoding="utf-8"), re.M)
}
named = pytest.mark.parametrize("requirement", ALL, ids=str)


def test_every_version_that_runs_is_within_a_range() -> None:
    bounds = {requirement.name: {clause.operator for clause in requirement.specifier} for requirement in RUNTIME}
    # Numbered by their date: no number says that something means something else.
    by_date = {name for name, operators in bounds.items() if operators == {">="}}
    assert by_date == {"regex", "google-re2"}
    assert all(operators == {">=", "<"} for name, operators in bounds.items() if name not in by_date)


@named
def test_the_lock_is_within_what_is_asked_for(requirement: Requirement) -> None:
    assert requirement.specifier.contains(PINS[canonicalize_name(requirement.name)])


def test_the_licence_of_every_package_that_runs_is_told() -> None:
    rows = SECURITY.partition("## What it is built on")[2]
    table = dict(re.findall(r"^\| ([a-z][\w-]+) \| ([\w.-]+(?: AND [\w.-]+)*) \| [^|]+ \|$", rows, re.MULTILINE))
    assert table.keys() == {requirement.name for requirement in RUNTIME}
    assert {word for licence in table.values() for word in licence.split(" AND ")} <= {
        *("Apache-2.0", "BSD-3-Clause", "CNRI-Python", "MIT", "MPL-2.0"),
    }


def test_every_promise_has_its_test() -> None:
    rows = re.findall(r"^\|.*\| (`(?:fuzz/)?test_\w+\.py::test_\w+`(?:, `[\w.:/]+`)*) \|$", SECURITY, re.MULTILINE)
    assert len(rows) >= 30
    for row in rows:
        file = ""
        for named in re.findall("`([^`]+)`", row):
            # A test whose file is not named is in that of the one before.
            file, _, test = named.rpartition("::") if "::" in named else (file, "", named)
            assert f"def {test}(" in (ROOT / "tests" / file).read_text(encoding="utf-8"), named


def test_two_builds_are_the_same_bytes(tmp_path: Path) -> None:
    """Build twice, in another place, at another time, as another kind of user."""
    hashes = set()
    for number, strange in enumerate(({}, {"TZ": "Asia/Tokyo", "PYTHONHASHSEED": "7", "LC_ALL": "C"})):
        place = tmp_path / f"copy-{number}"
        parts = ("kratomlint", "checks", "seeds/demo", "pyproject.toml", "README.md", "LICENSE")
        for part in parts[:: 1 if number else -1]:
            source, copy = ROOT / part, place / part
            copy.parent.mkdir(parents=True, exist_ok=True)
            if source.is_dir():
                shutil.copytree(source, copy, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                shutil.copy(source, copy)
        for path in place.rglob("*"):
            os.utime(path, (1e9 + number * 1e8, 1e9 + number * 1e8))
            if sys.platform != "win32" and path.is_file():
                path.chmod(0o600 if number else 0o664)
        command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", f"dist-{number}", str(place)]
        environment = {**os.environ, "SOURCE_DATE_EPOCH": "1700000000", **strange}
        subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, check=True)
        (wheel,) = (tmp_path / f"dist-{number}").glob("*.whl")
        hashes.add((wheel.name, hashlib.sha256(wheel.read_bytes()).hexdigest()))
    assert len(hashes) == 1
