"""A card as a manual page, and the list of cards. Characters only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from textwrap import indent, wrap

from kratomlint.card import Card, unmark
from kratomlint.finding import Severity
from kratomlint.reporters.escaping import json_text
from kratomlint.reporters.terminal import painted, plain


def page(card: Card, is_on: bool, severity: Severity, width: int, color: bool) -> Iterator[str]:
    """Yield the manual page of a check: what it says, why, on whose authority, what it finds and leaves, how to stop it."""

    def heading(text: str) -> str:
        return f"\n{painted(text, 'bold', color)}\n"

    # The name of a project's card is the name of its file, which may hold anything.
    check_id = plain(card.id)
    state = "on" if is_on else f'off here; switch it on with extend-select = ["{check_id}"]'
    yield f"{painted(check_id, 'bold', color)}  {plain(card.title)}\n"
    yield f"{painted(severity.name, severity.name, color)}, confidence {card.confidence.name}; {state}\n"
    yield heading("What it says") + _paragraph(card.message, width)
    yield heading("Why") + _paragraph(card.why, width)
    yield heading("Sources") + "".join(_item(source, width) for source in card.sources)
    yield heading("What it finds") + "".join(_example(text, width, color) for text in card.bad)
    yield heading("What it leaves alone") + "".join(_example(text, width, color) for text in card.good)
    if card.unless:
        yield _paragraph(f"Words don't count where they are {listed(card.unless)}.", width)
    yield heading("To keep one place") + _suppressing(check_id)
    yield heading("To switch it off") + _switching_off(check_id)
    if card.formerly:
        yield heading("Formerly") + "".join(_item(old, width) for old in card.formerly)
    yield f"\n  {painted(plain(card.path), 'dim', color)}\n"


def table(cards: Iterable[Card], on: frozenset[str], severities: Mapping[str, Severity], color: bool) -> Iterator[str]:
    """Yield a line for each check: id, severity, confidence, on or off, title."""
    cards = list(cards)
    width = max((len(plain(card.id)) for card in cards), default=0)
    for card in cards:
        severity = severities[card.id].name
        state = "on " if card.id in on else painted("off", "dim", color)
        name = painted(f"{severity:<10}", severity, color)
        yield f"{plain(card.id):<{width}}  {name}  {card.confidence.name:<6}  {state}  {plain(card.title)}\n"


def table_json(cards: Iterable[Card], on: frozenset[str], severities: Mapping[str, Severity]) -> Iterator[str]:
    """Yield the checks as a JSON list, with all that the manual page says."""
    rows = [
        {
            "id": card.id,
            "title": card.title,
            "severity": severities[card.id].name,
            "confidence": card.confidence.name,
            "on": card.id in on,
            "message": card.message,
            "why": card.why,
            "sources": list(card.sources),
            "unless": list(card.unless),
            "formerly": list(card.formerly),
            "path": card.path,
        }
        for card in cards
    ]
    yield "[" + ",".join(f"\n {json_text(row)}" for row in rows) + "\n]\n"


def _paragraph(text: str, width: int) -> str:
    return "".join(
        f"  {line}\n" for line in wrap(plain(text), width - 2, break_on_hyphens=False, break_long_words=False)
    )


def _item(text: str, width: int) -> str:
    lines = wrap(plain(text), width - 4, break_on_hyphens=False, break_long_words=False)
    return "  - " + "\n    ".join(lines) + "\n"


def _example(marked: str, width: int, color: bool) -> str:
    """Return an example with its words marked: in colour where there is colour, else as on the card."""
    lines = [line for line in marked.strip().splitlines() if line.strip()]
    wrapped = [
        part for line in lines for part in wrap(plain(line), width - 4, break_on_hyphens=False, break_long_words=False)
    ]
    text = "\n".join(wrapped)
    if color:
        clean, ranges = unmark(text)
        for start, end in reversed(ranges):
            clean = clean[:start] + _painted_lines(clean[start:end]) + clean[end:]
        text = clean
    return "  - " + indent(text, "    ").lstrip() + "\n"


def _painted_lines(words: str) -> str:
    return "\n".join(painted(line, "mark", True) for line in words.split("\n"))


def listed(words: tuple[str, ...]) -> str:
    """Return the words as one says a choice of them."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} or {words[-1]}"


def _suppressing(check_id: str) -> str:
    directive = f"kratomlint-disable-next-line {check_id} -- why it may stay"
    return f"  <!-- {directive} -->\n  {{/* {directive} */}}   in MDX\n"


def _switching_off(check_id: str) -> str:
    return (
        f'  ignore = ["{check_id}"]   in kratomlint.toml\n'
        f'  per-file-ignores = {{ "drafts/**" = ["{check_id}"] }}   for some files\n'
        f"  kratomlint check --ignore {check_id}   for once\n"
    )
