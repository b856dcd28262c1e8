"""A short run of every target, the same for everybody, the inputs that once broke one, and those that show planted faults."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from fuzz import targets
from fuzz.faults import FAULTS, Fault
from fuzz.planting import caught, shows

# Of each as many as are tried in a few seconds.
COUNTS = {
    "readers": 100,
    "language": 16,
    "suppressions": 40,
    "fixes": 40,
    "cards": 100,
    "settings": 80,
    "conversation": 40,
    "reports": 20,
}


def _needs_a_server(name: str) -> None:
    if name == "conversation":
        pytest.importorskip("pygls", reason="the package pygls is not installed")


@pytest.mark.parametrize("name", targets.NAMES)
def test_no_input_breaks(name: str) -> None:
    _needs_a_server(name)
    target = targets.target(name)

    @settings(max_examples=COUNTS[name], derandomize=True, database=None)
    @given(target.inputs)
    def attempt(input: Any) -> None:
        target.run(input)

    attempt()


@pytest.mark.parametrize(
    ("name", "path"), list(targets.corpus()), ids=lambda part: part.stem if isinstance(part, Path) else part
)
def test_what_broke_once_is_mended(name: str, path: Path) -> None:
    targets.target(name).run(targets.load(path))


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_planted_fault_is_seen(fault: Fault) -> None:
    _needs_a_server(fault.target)
    input = targets.load(caught(fault))
    targets.target(fault.target).run(input)
    assert shows(fault, input)
