"""A check as its editor wrote it. Opens no file; what can be wrong with a card is said in `card_faults`."""

from __future__ import annotations

from collections.abc import Mapping
from fnmatch import fnmatchcase
from itertools import islice
from typing import Any

from kratomlint.card_text import (
    EXPRESSIONS,
    METHODS,
    MOST_PROBLEMS,
    CardError,
    CardProblem,
    CardText,
    did_you_mean,
    slots,
    unmark,
)
from kratomlint.finding import Confidence, Severity
from kratomlint.named import NamedTuple

__all__ = [
    "Card",
    "CardError",
    "CardProblem",
    "CardText",
    "did_you_mean",
    "names",
    "read_card",
    "slots",
    "unmark",
]


class Card(NamedTuple):
    """One check: what it says, how it looks, why, on whose authority, and its examples."""

    id: str
    title: str
    message: str
    severity: Severity
    confidence: Confidence
    method: str
    # The method's table; of `code` and `proselint`, which are one string, {"call": that string}.
    look: Mapping[str, Any]
    unless: tuple[str, ...]
    why: str
    sources: tuple[str, ...]
    bad: tuple[str, ...]
    good: tuple[str, ...]
    formerly: tuple[str, ...]
    path: str
    # What it writes instead does not alter what the sentence says.
    safe: bool = False

    @property
    def family(self) -> str:
        """Return what its neighbours share: `overclaim/efficacy-relief` is of `overclaim/efficacy`."""
        pack, _, name = self.id.partition("/")
        return f"{pack}/{name.split('-')[0]}"

    @property
    def expressions(self) -> list[str]:
        """Return the patterns that it looks by, as its editor wrote them."""
        return [self.look[key] for key in EXPRESSIONS if key in self.look]


def read_card(text: str, card_id: str, path: str) -> Card:
    """Return the card in `text`; raise `CardError` with every fault that it has."""
    # What can be wrong is needed only where a card is read from its file.
    from kratomlint.card_faults import faults

    card_text = CardText(text, path)
    values = card_text.parse()
    problems = list(islice(faults(values, card_text), MOST_PROBLEMS))
    if problems:
        raise CardError(problems)
    method = next(name for name in METHODS if name in values)
    look = values[method]
    return Card(
        id=card_id,
        title=values["title"],
        message=" ".join(values["message"].split()),
        severity=Severity[values["severity"]],
        confidence=Confidence[values.get("confidence", "medium")],
        method=method,
        look=look if isinstance(look, dict) else {"call": look},
        unless=tuple(values.get("unless", ())),
        why=" ".join(values["why"].split()),
        sources=tuple(values["sources"]),
        bad=tuple(values["bad"]),
        good=tuple(values["good"]),
        formerly=tuple(values.get("formerly", ())),
        path=path,
        safe=values.get("safe", False),
    )


def names(pattern: str, check_id: str) -> bool:
    """Say whether a pattern (an id, the beginning of ids, a glob) names a check; `all` names every one."""
    if pattern == "all" or pattern == check_id:
        return True
    if "*" in pattern or "?" in pattern or "[" in pattern:
        return fnmatchcase(check_id, pattern)
    rest = check_id.removeprefix(pattern)
    return rest != check_id and (pattern.endswith("/") or rest[0] in "/-")
