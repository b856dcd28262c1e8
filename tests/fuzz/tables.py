"""What TOML files of ours say, with one thing in it said otherwise."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st

Table = dict[str, Any]


def values(words: st.SearchStrategy[str]) -> st.SearchStrategy[Any]:
    """Return a strategy of whatever TOML can hold, in which `words` are keys and texts."""
    return st.recursive(
        st.one_of(words, st.text(max_size=8), st.integers(-3, 3), st.booleans(), st.floats(0, 1)),
        lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(words, inner, max_size=3)),
        max_leaves=8,
    )


@st.composite
def altered(draw: st.DrawFn, tables: st.SearchStrategy[Table], words: st.SearchStrategy[str]) -> Table:
    """Draw a table in which up to two values are others, are gone, or stand under another key."""
    table = copy.deepcopy(draw(tables))
    for _ in range(draw(st.integers(1, 2))):
        holders = list(_holders(table))
        if holders:
            tables = [holder for holder in holders if isinstance(holder, dict)]
            _alter(draw, draw(st.sampled_from(tables or holders) | st.sampled_from(holders)), words)
    return table


def _alter(draw: st.DrawFn, holder: Any, words: st.SearchStrategy[str]) -> None:
    keys = list(holder) if isinstance(holder, dict) else range(len(holder))
    key = draw(st.sampled_from(keys))
    kind = draw(st.sampled_from(["other", "other", "near", "near", "near", "gone", "renamed", "wrapped"]))
    if kind == "near":
        holder[key] = draw(_near(holder[key]))
    elif kind == "other":
        holder[key] = draw(values(words))
    elif kind == "wrapped":
        holder[key] = [holder[key]]
    elif kind == "renamed" and isinstance(holder, dict):
        holder[draw(words)] = holder.pop(key)
    else:
        del holder[key]


def _near(value: Any) -> st.SearchStrategy[Any]:
    """Return a strategy of values that are nearly as good: a number beyond a border, a text with a letter less."""
    if isinstance(value, int):
        return st.sampled_from([0, 1, -1, value + 1, value * 1000, str(value), float(value)])
    return st.sampled_from([value[1:], value[:-1], value * 2] if isinstance(value, str | list) else [value, {}])


def _holders(value: Any) -> Iterator[Any]:
    """Yield every table and list that is not empty."""
    if isinstance(value, dict | list) and value:
        yield value
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _holders(inner)


def document(table: Table) -> str:
    """Return the table as a file, a key a line."""
    return "".join(f"{toml(key)} = {toml(value)}\n" for key, value in table.items())


def toml(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict):
        return "{" + ", ".join(f"{toml(key)} = {toml(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(toml, value)) + "]"
    if isinstance(value, str):
        return '"' + "".join(f"\\U{ord(character):08x}" for character in value) + '"'
    return str(value)
