"""What a card's author needs: a card to fill in, and what its examples show when they are tried. Writes only new cards."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from importlib.resources.abc import Traversable
from pathlib import Path

from kratomlint.card import Card, CardText
from kratomlint.catalogue import Catalogue, Selection
from kratomlint.packs import PROJECT_FOLDER, Root
from kratomlint.testing import BrokenCheckError, Example, examples_of, find_with

_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*/[a-z][a-z0-9]*(?:-[a-z0-9]+)*")

# A working card, so that its author changes one thing at a time and sees what happens.
_CARD = '''\
# Fill in, then try it:  kratomlint test-checks {id}
title      = "Wonder words"
message    = "“{{hit}}” promises a wonder. Say what was studied and what was found."
# How bad if it is right: error, warning, suggestion. How often it is right: high, medium, low.
severity   = "warning"
confidence = "medium"

# What to look for: a list of words (`*` stands for any ending), or find.pattern = \'\'\'a regular expression\'\'\'.
find.words = ["wonder plant", "wonder herb*"]
# When the words do not count: negated, quoted, attributed, asked, hedged, sourced.
unless     = ["negated", "quoted"]

# Why it matters to a reader, and who says so.
why     = """A reader who is promised a wonder may put off the care that works."""
sources = ["Our editorial guideline, section 1"]

# Mark what is to be found: >>words<<. Good examples are near misses: the same words, rightly used.
bad = [
  "Kratom is a >>wonder plant<<.",
  "We tried three >>wonder herbs<< from the south.",
]
good = [
  "Kratom is not a wonder plant.",
  "No wonder plants need light.",
]
'''


class AuthoringError(Exception):
    """A card that cannot be made or tried; the message says what to do."""


def new_check(check_id: str, folder: Path) -> Path:
    """Write a card to fill in and return its path; raise `AuthoringError` rather than touch one that is there."""
    if not _NAME.fullmatch(check_id):
        raise AuthoringError(f"`{check_id}` is no name for a check: write PACK/NAME, in lower case with hyphens.")
    path = folder / f"{check_id}.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(_CARD.format(id=check_id))
    except FileExistsError:
        raise AuthoringError(f"{path.as_posix()} is already there; it was not touched.") from None
    return path


def folder_for_checks(project: Path) -> Path:
    """Return where a project keeps its cards: `checks/` in a checkout of kratomlint, else `.kratomlint/checks/`."""
    is_ours = (project / "checks" / "presets").is_dir() and (project / "kratomlint" / "card.py").is_file()
    return project / ("checks" if is_ours else PROJECT_FOLDER)


def failures(catalogue: Catalogue, patterns: Iterable[str], roots: Iterable[Root]) -> Iterator[str]:
    """Try the examples of the cards that the patterns name and yield what goes wrong, as an editor can jump to it."""
    folders = tuple(roots)
    for check_id in dict.fromkeys(catalogue.ids(patterns)):
        card = catalogue.cards[check_id]
        profile = catalogue.choose(Selection(select=(check_id,)))
        for example in examples_of(card):
            try:
                spans = [tuple(finding.place.span) for finding in find_with(profile, example.text)]
            except BrokenCheckError as error:
                yield _failure(example, str(error), folders)
                continue
            if spans != example.ranges:
                yield _failure(example, _difference(example, spans), folders)


def text_of(card: Card, roots: Iterable[Root]) -> CardText:
    """Return the text of a card's file; empty where it is no longer there."""
    for root in roots:
        if card.path.startswith(f"{root.label}/"):
            path: Traversable = root.folder
            for part in card.path.removeprefix(f"{root.label}/").split("/"):
                path = path / part
            if path.is_file():
                return CardText(path.read_text(encoding="utf-8"), card.path)
    return CardText("", card.path)


def _difference(example: Example, spans: list[tuple[int, ...]]) -> str:
    def named(ranges: Iterable[tuple[int, ...]]) -> str:
        return ", ".join(f"“{example.text[start:end]}”" for start, end in ranges) or "nothing"

    if example.kind == "good":
        return f"must stay silent, but finds {named(spans)}"
    return f"marks {named(example.ranges)}, but finds {named(spans)}"


def _failure(example: Example, what: str, roots: tuple[Root, ...]) -> str:
    text = text_of(example.card, roots)
    marked = (example.card.bad if example.kind == "bad" else example.card.good)[example.number - 1]
    line = _line_of(marked, example.kind, text)
    shown = " ".join(marked.split())
    return f"{text.path}:{line}: {example.kind} example {example.number} {what}\n    {shown}"


def _line_of(marked: str, key: str, text: CardText) -> int:
    first = next((line for line in marked.splitlines() if line.strip()), marked)
    # In TOML quotes and backslashes may be written otherwise; then the list itself is near enough.
    at = text.text.find(first.strip())
    return 1 + text.text.count("\n", 0, at) if at >= 0 else text.line_of(key)
