"""Where cards, lexicons, subjects and presets lie, and how they are read. The only module that opens them.

A wheel carries `checks/` inside the package, a checkout has it beside; below `roots` all is a `Traversable`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from kratomlint.card import Card, CardError, CardProblem, CardText, did_you_mean, read_card
from kratomlint.finding import Severity
from kratomlint.knowledge import Knowledge, Lexicon, Subject, Topic
from kratomlint.language import lexicon as lexicons

ENTRY_POINTS = "kratomlint.checks"
PROJECT_FOLDER = ".kratomlint/checks"
_NOT_PACKS = ("lexicons", "subjects", "presets")


@dataclass(frozen=True, slots=True)
class Root:
    """A folder of packs and the name under which messages speak of it."""

    folder: Traversable
    label: str


@dataclass(frozen=True, slots=True)
class Preset:
    """Which checks are on, and at which severity where not at the card's."""

    name: str
    title: str
    on: tuple[str, ...]
    off: tuple[str, ...]
    severities: Mapping[str, Severity]


@dataclass(frozen=True, slots=True)
class Pack:
    """All that the roots hold together; a later root's card replaces an earlier one's of the same id."""

    cards: Mapping[str, Card]
    knowledge: Knowledge
    presets: Mapping[str, Preset]
    digest: str


class Entry(tuple[str, str, str]):
    """A TOML file of a root: its path within the root without ending, the path shown, its text."""

    __slots__ = ()

    @property
    def name(self) -> str:
        """Return the path within the root, without the ending."""
        return self[0]

    @property
    def text(self) -> CardText:
        """Return the file's text with the path that messages show."""
        return CardText(self[2], self[1])


def roots(project: Path | None = None) -> tuple[Root, ...]:
    """Return the folders of packs that hold: shipped, of installed plug-ins, of the project."""
    found = [shipped(), *_plugins()]
    if project is not None and (project / PROJECT_FOLDER).is_dir():
        found.append(Root(project / PROJECT_FOLDER, PROJECT_FOLDER))
    return tuple(found)


def shipped() -> Root:
    """Return the folder of the checks that come with kratomlint."""
    inside = files("kratomlint") / "checks"
    return Root(inside if inside.is_dir() else Path(__file__).parent.parent / "checks", "checks")


def load(folders: tuple[Root, ...]) -> Pack:
    """Return what the folders hold; raise `CardError` with every fault in every file."""
    entries = [(root, entry) for root in folders for entry in _entries(root)]
    problems: list[CardProblem] = []
    cards: dict[str, Card] = {}
    terms: dict[str, Lexicon] = {}
    subjects: dict[str, Subject] = {}
    presets: dict[str, Preset] = {}
    for _, entry in entries:
        kind, _, name = entry.name.partition("/")
        try:
            if kind == "lexicons":
                terms[name] = _joined(terms.get(name), read_lexicon(name, entry.text))
            elif kind == "subjects":
                subjects[name] = read_subject(entry.text)
            elif kind == "presets":
                presets[name] = read_preset(name, entry.text)
            else:
                cards[entry.name] = read_card(entry[2], entry.name, entry[1])
        except CardError as error:
            problems.extend(error.problems)
    if problems:
        raise CardError(problems)
    return Pack(dict(sorted(cards.items())), Knowledge(terms, subjects), presets, _digest(entries))


def read_lexicon(name: str, text: CardText) -> Lexicon:
    """Return the lexicon in `text`: `title`, `terms`, and `inflect` (none, noun or verb)."""
    values = text.parse()
    problems = [*_unknown(values, ("title", "inflect", "terms"), text)]
    inflect = values.get("inflect", "none")
    if inflect not in lexicons.INFLECTIONS:
        said = f"`inflect` cannot be `{inflect}`"
        problems.append(text.problem(said, text.line_of("inflect"), did_you_mean(str(inflect), lexicons.INFLECTIONS)))
    terms = values.get("terms")
    if not isinstance(terms, list) or not all(isinstance(term, str) and term == term.lower() for term in terms):
        remedy = 'Write terms = ["one", "two"], in lower case.'
        problems.append(text.problem("`terms` must be a list of texts", text.line_of("terms"), remedy))
    if problems:
        raise CardError(problems)
    return lexicons.build(name, terms or (), inflect)


def read_subject(text: CardText) -> Subject:
    """Return the subject in `text`: `name`, `names`, `kind`, and a table `[topics.NAME]` for each caveat."""
    values = text.parse()
    problems = [*_unknown(values, ("name", "names", "kind", "topics"), text)]
    problems += [text.problem(f"`{key}` is missing", 1) for key in ("name", "names", "kind") if key not in values]
    topics = []
    for name, table in values.get("topics", {}).items():
        known = ("needs", "model", "states", "brushes", "when", "sources")
        problems += [*_unknown(table, known, text, f"topics.{name}.")]
        problems += [
            text.problem(f"`{key}` is missing in [topics.{name}]", text.line_of("topics", name))
            for key in ("needs", "model", "states")
            if key not in table
        ]
        if not problems:
            topics.append(_topic(name, table))
    if problems:
        raise CardError(problems)
    return Subject(values["name"], tuple(values["names"]), values["kind"], tuple(topics))


def read_preset(name: str, text: CardText) -> Preset:
    """Return the preset in `text`: `title`, `on`, `off` and a table `[severity]`."""
    values = text.parse()
    problems = [*_unknown(values, ("title", "on", "off", "severity"), text)]
    known = [severity.name for severity in Severity]
    severities = {}
    for pattern, word in values.get("severity", {}).items():
        if word in known:
            severities[pattern] = Severity[word]
        else:
            line = text.line_of("severity", pattern)
            problems.append(text.problem(f"severity cannot be `{word}`", line, did_you_mean(str(word), known)))
    if problems:
        raise CardError(problems)
    return Preset(
        name, values.get("title", name), tuple(values.get("on", ())), tuple(values.get("off", ())), severities
    )


def _topic(name: str, table: Mapping[str, Any]) -> Topic:
    lists = {key: tuple(table.get(key, ())) for key in ("states", "brushes", "sources")}
    return Topic(name, table["needs"], table["model"], when=table.get("when", "always"), **lists)


def _unknown(
    values: Mapping[str, Any], known: tuple[str, ...], text: CardText, prefix: str = ""
) -> Iterator[CardProblem]:
    for key in values:
        if key not in known:
            line = text.line_of(*prefix.rstrip(".").split("."), key) if prefix else text.line_of(key)
            yield text.problem(f"unknown key `{prefix}{key}`", line, did_you_mean(key, known))


def _joined(first: Lexicon | None, second: Lexicon) -> Lexicon:
    if first is None:
        return second
    return Lexicon(first.name, tuple(sorted({*first.terms, *second.terms})), {**first.forms, **second.forms})


def _entries(root: Root) -> Iterator[Entry]:
    for path, parts in _walk(root.folder, ()):
        if parts[-1].endswith(".toml") and len(parts) > 1:
            name = "/".join(parts).removesuffix(".toml")
            yield Entry((name, f"{root.label}/{'/'.join(parts)}", path.read_text(encoding="utf-8")))


def _walk(folder: Traversable, above: tuple[str, ...]) -> Iterator[tuple[Traversable, tuple[str, ...]]]:
    for path in sorted(folder.iterdir(), key=lambda path: path.name):
        if path.is_dir():
            yield from _walk(path, (*above, path.name))
        else:
            yield path, (*above, path.name)


def _plugins() -> Iterator[Root]:
    # Importing importlib.metadata costs more than reading every card; most installations have no plug-in.
    if not _may_have_plugins():
        return
    from importlib.metadata import entry_points

    for point in sorted(entry_points(group=ENTRY_POINTS), key=lambda point: point.name):
        folder = files(point.value) / "checks"
        if folder.is_dir():
            yield Root(folder, f"{point.value}/checks")


def _may_have_plugins() -> bool:
    import os
    import sys

    for place in sys.path:
        try:
            with os.scandir(place or ".") as entries:
                names = [entry.path for entry in entries if entry.name.endswith((".dist-info", ".egg-info"))]
        except OSError:
            continue
        for name in names:
            try:
                text = Path(name, "entry_points.txt").read_text(encoding="utf-8")
            except OSError:
                continue
            if f"[{ENTRY_POINTS}]" in text:
                return True
    return False


def _digest(entries: list[tuple[Root, Entry]]) -> str:
    whole = hashlib.sha256()
    for root, entry in entries:
        whole.update("\0".join((root.label, *entry)).encode())
    return whole.hexdigest()
