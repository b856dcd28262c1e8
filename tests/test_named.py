"""Tuples with names: whoever defines one sees what `typing.NamedTuple` shows."""

from __future__ import annotations

import pickle
import typing
from collections.abc import Callable
from functools import cached_property
from typing import Any

import pytest

from kratomlint import named


class Leaf(named.NamedTuple):
    """A leaf."""

    name: str
    grams: int = 2
    veins: tuple[str, ...] = ()

    @property
    def heavy(self) -> bool:
        return self.grams > 5


class Known(typing.NamedTuple):
    """A leaf."""

    name: str
    grams: int = 2
    veins: tuple[str, ...] = ()

    @property
    def heavy(self) -> bool:
        return self.grams > 5


class Tree(named.NamedTuple):
    leaves: tuple[Leaf, ...]

    @cached_property
    def grams(self) -> list[int]:
        return [leaf.grams for leaf in self.leaves]


def said(kind: Any, ask: Callable[[Any], Any]) -> str:
    """Return what is answered, or how it is refused, whatever the class is called."""
    try:
        answer = repr(ask(kind))
    except (TypeError, ValueError, AttributeError) as error:
        answer = f"{type(error).__name__}: {error}"
    return answer.replace("Known", "Leaf")


@pytest.mark.parametrize(
    "ask",
    [
        lambda kind: kind("red"),
        lambda kind: kind("red", 7, veins=("a",)),
        lambda kind: kind(veins=(), name="red"),
        lambda kind: kind(),
        lambda kind: kind("red", 1, (), 4),
        lambda kind: kind("red", stem=1),
        lambda kind: kind("red")._replace(grams=9),
        lambda kind: kind("red")._replace(stem=9),
        lambda kind: kind("red")._asdict(),
        lambda kind: kind._make(["red", 1, ()]),
        lambda kind: kind("red", 7).heavy,
        lambda kind: list(kind("red")),
        lambda kind: kind("red") == ("red", 2, ()),
        lambda kind: hash(kind("red")) == hash(("red", 2, ())),
        lambda kind: {kind("red"): 1}[kind("red")],
        lambda kind: kind("red") < kind("white"),
        lambda kind: pickle.loads(pickle.dumps(kind("red", 3))),
        lambda kind: (kind._fields, kind._field_defaults, kind.__match_args__, kind.__doc__, kind.__name__),
        lambda kind: setattr(kind("red"), "name", "white"),
        lambda kind: setattr(kind("red"), "stem", "white"),
        lambda kind: kind("red").__dict__,
    ],
)
def test_a_tuple_with_names_answers_as_that_of_typing_does(ask: Callable[[Any], Any]) -> None:
    assert said(Leaf, ask) == said(Known, ask)


def test_a_tuple_with_names_is_taken_apart_by_match() -> None:
    match Leaf("red", 3):
        case Leaf(name, grams=grams):
            assert (name, grams) == ("red", 3)


def test_what_is_worked_out_of_a_tuple_may_be_kept_by_it_and_not_by_its_likeness() -> None:
    tree = Tree((Leaf("red", 3),))

    assert tree.grams is tree.grams
    assert tree._replace(leaves=(Leaf("red", 4),)).grams == [4]
