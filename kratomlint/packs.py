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

from kratomlint.card import Card, CardError, CardProblem, CardText, read_card
from kratomlint.knowledge import Knowledge, Lexicon, Subject
from kratomlint.lists import Preset, read_lexicon, read_preset, read_subject

ENTRY_POINTS = "kratomlint.checks"
PROJECT_FOLDER = ".kratomlint/checks"


@dataclass(frozen=True, slots=True)
class Root:
    """A folder of packs and the name under which messages speak of it."""

    folder: Traversable
    label: str


@dataclass(frozen=True, slots=True)
class Pack:
    """All that the roots hold together; a later root's card replaces an earlier one's of the same id."""

    cards: Mapping[str, Card]
    knowledge: Knowledge
    presets: Mapping[str, Preset]
    digest: str


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
    shelf = _Shelf()
    whole = hashlib.sha256()
    for root in folders:
        for path, parts in _walk(root.folder, ()):
            if parts[-1].endswith(".toml") and len(parts) > 1:
                entry = shelf.take(path, "/".join(parts), root)
                whole.update("\0".join((root.label, *entry)).encode())
    if shelf.problems:
        raise CardError(shelf.problems)
    knowledge = Knowledge(shelf.lexicons, shelf.subjects)
    return Pack(dict(sorted(shelf.cards.items())), knowledge, shelf.presets, whole.hexdigest())


class _Shelf:
    """What was read so far, and every fault so far."""

    def __init__(self) -> None:
        self.cards: dict[str, Card] = {}
        self.lexicons: dict[str, Lexicon] = {}
        self.subjects: dict[str, Subject] = {}
        self.presets: dict[str, Preset] = {}
        self.problems: list[CardProblem] = []

    def take(self, path: Traversable, inside: str, root: Root) -> tuple[str, str]:
        """Read a file and put what it holds in its place; return its name and its text."""
        name, text = inside.removesuffix(".toml"), CardText("", f"{root.label}/{inside}")
        try:
            text = _read(path, text)
            self._put(name, text)
        except CardError as error:
            self.problems.extend(error.problems)
        return name, text.text

    def _put(self, name: str, text: CardText) -> None:
        kind, _, rest = name.partition("/")
        if kind == "lexicons":
            self.lexicons[rest] = _joined(self.lexicons.get(rest), read_lexicon(rest, text))
        elif kind == "subjects":
            self.subjects[rest] = read_subject(text)
        elif kind == "presets":
            self.presets[rest] = read_preset(rest, text)
        else:
            self.cards[name] = read_card(text.text, name, text.path)


def _read(path: Traversable, shown: CardText) -> CardText:
    try:
        return CardText(path.read_text(encoding="utf-8"), shown.path)
    except UnicodeDecodeError as error:
        said = f"not UTF-8 at byte {error.start}"
        raise CardError([shown.problem(said, 1, "Save the file as UTF-8.")]) from None
    except OSError as error:
        raise CardError([shown.problem(f"cannot be read: {error.strerror or error}")]) from None


def _joined(first: Lexicon | None, second: Lexicon) -> Lexicon:
    if first is None:
        return second
    return Lexicon(first.name, tuple(sorted({*first.terms, *second.terms})), {**first.forms, **second.forms})


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
