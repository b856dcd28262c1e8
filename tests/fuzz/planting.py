"""Faults, planted one at a time into the functions that are loaded, to see that the targets find them.

    python -m fuzz.planting [NAME...]       (in the folder tests/)

It says of each after how many inputs it was found. `caught/` has an input for each that shows it: what the test-suite
tries, so that no law goes blind.
"""

from __future__ import annotations

import argparse
import gc
import json
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from importlib import import_module
from itertools import count as count_from
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any

from hypothesis import HealthCheck, given, seed, settings

import kratomlint
from fuzz import targets
from fuzz.faults import FAULTS, Fault

CAUGHT = Path(__file__).parent / "caught"

_PACKAGE = Path(kratomlint.__file__).parent
_AT_ONCE = 200
# So many inputs are tried to find a smaller one.
_TO_MAKE_IT_SMALL = 100


@contextmanager
def planted(fault: Fault) -> Iterator[None]:
    """Let the functions in which the fault stands be faulty for a while."""
    path = _PACKAGE / fault.path
    sound, faulty = _functions(path, fault.sound, fault.sound), _functions(path, fault.sound, fault.faulty)
    changed = {name: code for name, code in faulty.items() if code != sound.get(name)}
    import_module(f"kratomlint.{fault.path.removesuffix('.py').replace('/', '.')}")
    held = [(function, function.__code__) for function in _loaded(str(path), frozenset(changed))]
    assert held, f"no function of {fault.path} is another"
    for function, code in held:
        function.__code__ = changed[code.co_qualname]
    try:
        yield
    finally:
        for function, code in held:
            function.__code__ = code


def _functions(path: Path, old: str, new: str) -> Mapping[str, CodeType]:
    """Return the code of each function of a module, with one stretch of its text replaced."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"stands {text.count(old)} times in {path.name}: {old}"
    assert old.count("\n") == new.count("\n")
    return dict(_within(compile(text.replace(old, new), str(path), "exec")))


def _within(code: CodeType) -> Iterator[tuple[str, CodeType]]:
    for inner in code.co_consts:
        if isinstance(inner, CodeType):
            yield inner.co_qualname, inner
            yield from _within(inner)


def _loaded(path: str, names: frozenset[str]) -> list[FunctionType]:
    """Return the functions of a module, wherever they are held: other modules import them by name."""
    functions = (item for item in gc.get_objects() if isinstance(item, FunctionType))
    return [one for one in functions if one.__code__.co_filename == path and one.__code__.co_qualname in names]


def shows(fault: Fault, input: Any) -> bool:
    """Say whether the target of the fault is broken by the input while the fault is planted."""
    with planted(fault):
        return _breaks(targets.target(fault.target), input)


def _breaks(target: targets.Target, input: Any) -> bool:
    try:
        target.run(input)
    except Exception:
        return True
    return False


def caught(fault: Fault) -> Path:
    """Return the file with an input that shows the fault."""
    return CAUGHT / fault.target / f"{fault.name.replace(' ', '-').replace(',', '')}.json"


class _EnoughError(BaseException):
    """An input is small enough."""


def hunt(fault: Fault, most: int, *, to_keep: bool) -> tuple[int, Any]:
    """Return after how many inputs the fault was found, and one that showed it, small if `to_keep`; 0 where it was not."""
    target, count = targets.target(fault.target), 0
    shown: list[tuple[int, Any]] = []

    @settings(max_examples=_AT_ONCE, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(target.inputs)
    def attempt(input: Any) -> None:
        nonlocal count
        count += 1
        if shown and count > shown[0][0] + (_TO_MAKE_IT_SMALL if to_keep else 0):
            raise _EnoughError
        if _breaks(target, input):
            shown.append((count, input))
            raise AssertionError

    for number in count_from(0):
        if shown or count >= most:
            break
        with suppress(_EnoughError, AssertionError):
            seed(number)(attempt)()
    if not shown:
        return 0, None
    return shown[0][0], min((input for _, input in shown), key=lambda input: len(json.dumps(input)))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("name", nargs="*", help="which; all, if none is named")
    parser.add_argument("--inputs", type=int, default=2000, help="after how many a fault counts as not found")
    parser.add_argument("--keep", action="store_true", help="write what showed a fault into caught/")
    chosen = parser.parse_args()
    lost = 0
    for fault in FAULTS:
        if chosen.name and not any(name in f"{fault.target} {fault.name}" for name in chosen.name):
            continue
        with planted(fault):
            count, input = hunt(fault, chosen.inputs, to_keep=chosen.keep)
        print(f"{fault.target:13} {fault.name}: {f'{count:,}' if count else 'NOT FOUND'}", flush=True)
        lost += not count
        if count and chosen.keep:
            targets.save(caught(fault), input)
    return int(lost > 0)


if __name__ == "__main__":
    sys.exit(main())
