"""What the folders of packs hold, once it is read. Nouns only."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from kratomlint.card import Card
from kratomlint.finding import Severity
from kratomlint.knowledge import Knowledge
from kratomlint.language.gate import Index
from kratomlint.named import NamedTuple

if TYPE_CHECKING:
    from kratomlint.language.needs import Needs


class Known(NamedTuple):
    """What is asked of all cards before one of them looks: found out once, so that most of them need not be read."""

    severities: Mapping[str, Severity]
    # Every id, and every former one, to the id that it has now.
    ids: Mapping[str, str]
    # The checks that compare many documents, and what the others need to stand in a text.
    corpus: frozenset[str]
    needs: Index

    @classmethod
    def of(cls, cards: Mapping[str, Card], needs: Mapping[str, Needs | None]) -> Known:
        """Return what is to be known of the cards; those that are not named compare many documents."""
        return cls(
            severities={card.id: card.severity for card in cards.values()},
            ids={name: card.id for card in cards.values() for name in (*card.formerly, card.id)},
            corpus=frozenset(cards.keys() - needs.keys()),
            needs=Index.of({name: needs[name] for name in cards if name in needs}),
        )


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
    known: Known
    digest: str
