"""What a value in an editor's file can be, and how the editor is told. Knows no key and no file."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeGuard

from kratomlint.named import NamedTuple


class Kind(NamedTuple):
    """What a value must be, and the remedy where it is not."""

    holds: Callable[[object], bool]
    wanted: str


def is_text(value: object) -> TypeGuard[str]:
    """Say whether a value is a text with something in it."""
    return isinstance(value, str) and bool(value.strip())


def is_texts(value: object) -> TypeGuard[list[str]]:
    """Say whether a value is a list of texts, of which any may be empty."""
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def is_words(value: object) -> TypeGuard[list[str]]:
    """Say whether a value is a list of texts with something in each and in the list."""
    return is_texts(value) and bool(value) and all(map(is_text, value))


def is_count(value: object, least: int = 0) -> TypeGuard[int]:
    """Say whether a value is a whole number from `least`."""
    return isinstance(value, int) and not isinstance(value, bool) and value >= least


TEXT = Kind(is_text, "Write a text in quotes.")
TEXTS = Kind(is_texts, 'Write a list of texts: ["one", "two"].')
WORDS = Kind(is_words, 'Write a list of texts: ["one", "two"].')
FLAG = Kind(lambda value: isinstance(value, bool), "Write true or false.")
TABLE = Kind(lambda value: isinstance(value, dict), "Write a table.")
