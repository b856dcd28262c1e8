"""What the folders of packs hold, once it is read. Nouns only."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from kratomlint.card import Card
from kratomlint.finding import Severity
from kratomlint.knowledge import Knowledge

# Strings of which one must stand in a text for a check to find anything there; None: it always looks.
Literals = frozenset[str] | None


class Known(NamedTuple):
    """What was found out of a check once: its literals, and whether it compares many documents."""

    literals: Literals
    corpus: bool


class Preset(NamedTuple):
    """Which checks are on, and at which severity where not at the card's."""

    name: str
    title: str
    on: tuple[str, ...]
    off: tuple[str, ...]
    severities: Mapping[str, Severity]


class Pack(NamedTuple):
    """All that the roots hold together; a later root's card replaces an earlier one's of the same id."""

    cards: Mapping[str, Card]
    knowledge: Knowledge
    presets: Mapping[str, Preset]
    # What was found out of each check, by its id.
    known: Mapping[str, Known]
    digest: str
