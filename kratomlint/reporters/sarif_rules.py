"""A card as a rule of SARIF: the manual page that a code-scanning service shows beside a finding."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kratomlint.card import Card, unmark
from kratomlint.finding import Severity
from kratomlint.reporters.escaping import markdown_text, markdown_with_addresses
from kratomlint.reporters.terminal import plain

LEVELS = {Severity.error: "error", Severity.warning: "warning", Severity.suggestion: "note"}
_CARDS = "https://github.com/kratomlint/kratomlint/blob/main"
# GitHub's own words for how bad a finding is.
_GITHUB = {Severity.error: "error", Severity.warning: "warning", Severity.suggestion: "recommendation"}


def rule(check_id: str, card: Card | None, severity: Severity) -> dict[str, Any]:
    """Return the rule of a check; without its card, what its findings tell of it."""
    described: dict[str, Any] = {
        "id": plain(check_id),
        "defaultConfiguration": {"level": LEVELS[severity]},
    }
    pack = plain(check_id.partition("/")[0])
    properties = {"tags": [pack], "problem.severity": _GITHUB[severity]}
    if card is None:
        return {**described, "properties": properties}
    return {
        **described,
        "shortDescription": {"text": plain(card.title)},
        "fullDescription": {"text": plain(card.why)},
        "help": {"text": "\n".join(_page(card)), "markdown": "\n".join(_page_in_markdown(card))},
        # The card of a project lies where only the project knows.
        **({"helpUri": f"{_CARDS}/{card.path}"} if card.path.startswith("checks/") else {}),
        **({"deprecatedIds": [plain(name) for name in card.formerly]} if card.formerly else {}),
        "properties": {**properties, "precision": card.confidence.name},
    }


def _page(card: Card) -> Iterator[str]:
    yield plain(card.why)
    yield from ["", "Sources:", *(f"- {plain(source)}" for source in card.sources)]
    yield from ["", "Good examples:", *(f"- {_example(text)}" for text in card.good)]


def _page_in_markdown(card: Card) -> Iterator[str]:
    yield markdown_text(card.why)
    yield from ["", "### Sources", "", *(f"- {markdown_with_addresses(source)}" for source in card.sources)]
    yield from ["", "### What it finds", "", *(f"- {_marked(text)}" for text in card.bad)]
    yield from ["", "### What it leaves alone", "", *(f"- {markdown_text(_example(text))}" for text in card.good)]
    directive = f"kratomlint-disable-next-line {card.id} -- why it may stay"
    yield from ["", "### To keep one place", "", f"`<!-- {plain(directive)} -->`"]


def _example(text: str) -> str:
    return plain(" ".join(text.split()))


def _marked(text: str) -> str:
    """Return an example with the words that are found in bold."""
    clean, ranges = unmark(" ".join(text.split()))
    parts, end = [], 0
    for start, stop in ranges:
        parts += [markdown_text(clean[end:start]), f"**{markdown_text(clean[start:stop])}**"]
        end = stop
    return "".join([*parts, markdown_text(clean[end:])])
