"""Which targets there are, and the inputs that once broke one. Each is a module with `inputs` and `target(input)`."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

from hypothesis import strategies as st

NAMES = ("readers", "language", "suppressions", "fixes", "cards", "settings", "conversation", "reports")
CORPUS = Path(__file__).parent / "corpus"


class Target(NamedTuple):
    """What is tried: a strategy of inputs, which JSON can hold, and a function that raises where something is wrong."""

    name: str
    inputs: st.SearchStrategy[Any]
    run: Callable[[Any], None]


def target(name: str) -> Target:
    """Return the target of that name."""
    module = import_module(f"fuzz.{name}")
    return Target(name, module.inputs, module.target)


def corpus() -> Iterator[tuple[str, Path]]:
    """Yield the name of a target and a file with an input, in the order of the paths."""
    return ((path.parent.name, path) for path in sorted(CORPUS.glob("*/*.json")))


def load(path: Path) -> Any:
    """Return the input in a file."""
    return json.loads(path.read_text(encoding="utf-8"))


def save(path: Path, input: Any) -> None:
    """Write an input into a file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(input, indent=1) + "\n", encoding="utf-8")
