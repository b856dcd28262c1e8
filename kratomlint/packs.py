"""Where cards, lexicons, subjects and presets lie, and how they are read. The only module that opens them.

A wheel carries `checks/` inside the package, a checkout has it beside; below `roots` all is a `Traversable`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from kratomlint.card import Card, CardError, CardProblem, CardText, did_you_mean, read_card
from kratomlint.card_faults import value_faults
from kratomlint.knowledge import Knowledge, Lexicon
from kratomlint.language.patterns import UnknownLexiconError, briefly
from kratomlint.language.reading import laid_out
from kratomlint.lists import read_lexicon, read_preset, read_subject
from kratomlint.methods import build, written_out
from kratomlint.pack import Known, Pack
from kratomlint.registry import Check, UnknownCodeError
from kratomlint.roots import PROJECT_FOLDER, Root, roots, shipped
from kratomlint.source import UnreadableError, read_bytes

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

__all__ = ["PROJECT_FOLDER", "Pack", "Root", "load", "roots", "shipped"]


def load(folders: Iterable[Root], beneath: Pack | None = None) -> Pack:
    """Return what the folders hold on top of what lies beneath them; raise `CardError` with every fault in a folder."""
    pack = beneath or Pack({}, Knowledge(), {}, Known.of({}, {}), "")
    for root in folders:
        pack = _laid(root, pack)
    return pack


def _laid(root: Root, beneath: Pack) -> Pack:
    shelf = _Shelf(beneath)
    whole = hashlib.sha256(beneath.digest.encode())
    for path, parts in _walk(root.folder, ()):
        if _is_link(path):
            # It may lead out of the project, to anything, or back to where it stands.
            where = CardText("", f"{root.label}/{'/'.join(parts)}")
            shelf.problems.append(where.problem("a link is not followed", 1, "Put the file itself there."))
        elif parts[-1].endswith(".toml") and len(parts) > 1:
            entry = shelf.take(path, "/".join(parts), root)
            whole.update("\0".join((root.label, *entry)).encode())
    if shelf.problems:
        raise CardError(shelf.problems)
    cards, knowledge = dict(sorted(shelf.cards.items())), _laid_out(Knowledge(shelf.lexicons, shelf.subjects))
    known, brief = _known(cards, knowledge, beneath)
    return Pack(cards, knowledge._replace(brief=brief), shelf.presets, known, whole.hexdigest())


def _laid_out(knowledge: Knowledge) -> Knowledge:
    """Return the knowledge with what is written of its lexicons once."""
    # A list without a form is as good as none, which is told where a card names it.
    patterns = {name: briefly(lexicon) for name, lexicon in knowledge.lexicons.items() if lexicon.forms}
    return knowledge._replace(phrases=laid_out(knowledge), patterns=patterns)


def _known(cards: Mapping[str, Card], knowledge: Knowledge, beneath: Pack) -> tuple[Known, dict[str, str]]:
    """Build every check that is new, so that a card which names what is not there is told whatever is selected.

    Return what is known of all checks, and their patterns as `Knowledge.brief` holds them.
    """
    lists = beneath.knowledge.lexicons
    # What a card finds may change with any list that it names.
    stays = all(knowledge.lexicons[name] is lexicon for name, lexicon in lists.items())
    own = {card.id: card for card in cards.values() if not stays or beneath.cards.get(card.id) is not card}
    known = {name: found for name, found in beneath.known.needs.by_key().items() if name not in own}
    brief = dict(beneath.knowledge.brief)
    problems = []
    for card in own.values():
        try:
            if isinstance(check := build(card, knowledge), Check):
                known[card.id] = check.needs
            brief |= written_out(card, knowledge)
        except UnknownLexiconError as error:
            remedy = did_you_mean(str(error), sorted(knowledge.lexicons))
            problems.append(CardProblem(f"{card.path}:1: unknown lexicon `{error}`\n    {remedy}"))
        except UnknownCodeError as error:
            problems.append(CardProblem(f"{card.path}:1: {error}"))
    if problems:
        raise CardError(problems)
    return Known.of(cards, known), brief


class _Shelf:
    """What was read so far, and every fault so far."""

    def __init__(self, beneath: Pack) -> None:
        self.cards = dict(beneath.cards)
        self.lexicons = dict(beneath.knowledge.lexicons)
        self.subjects = dict(beneath.knowledge.subjects)
        self.presets = dict(beneath.presets)
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
            self.cards[name] = self._allowed(read_card(text.text, name, text.path), text)

    def _allowed(self, card: Card, text: CardText) -> Card:
        """Return the card, unless a project's names code: what lies in a repository decides nothing that is run.

        Who says otherwise what the same code finds has the same values to name.
        """
        replaced = self.cards.get(card.id)
        is_new = replaced is None or (replaced.method, replaced.look) != (card.method, card.look)
        if card.method == "code" and is_new and text.path.startswith(f"{PROJECT_FOLDER}/"):
            remedy = "Only an installed package brings code (entry point `kratomlint.checks`). Use another method here."
            raise CardError([text.problem("a project's card names no code", text.line_of("code"), remedy)])
        if replaced and not is_new and (problems := list(value_faults(card.message, replaced.message, text))):
            raise CardError(problems)
        return card


def _read(path: Traversable, shown: CardText) -> CardText:
    try:
        data = read_bytes(str(path)) if isinstance(path, Path) else path.read_bytes()
        return CardText(data.decode("utf-8").replace("\r\n", "\n"), shown.path)
    except UnreadableError as error:
        raise CardError([shown.problem(f"cannot be read: {error}")]) from None
    except UnicodeDecodeError as error:
        said = f"not UTF-8 at byte {error.start}"
        raise CardError([shown.problem(said, 1, "Save the file as UTF-8.")]) from None
    except OSError as error:
        raise CardError([shown.problem(f"cannot be read: {error.strerror or error}")]) from None


def _joined(first: Lexicon | None, second: Lexicon) -> Lexicon:
    if first is None:
        return second
    return Lexicon(first.name, {**first.forms, **second.forms})


def _is_link(path: Traversable) -> bool:
    return isinstance(path, Path) and path.is_symlink()


def _walk(folder: Traversable, above: tuple[str, ...]) -> Iterator[tuple[Traversable, tuple[str, ...]]]:
    for path in sorted(folder.iterdir(), key=lambda path: path.name):
        if path.is_dir() and not _is_link(path):
            yield from _walk(path, (*above, path.name))
        else:
            yield path, (*above, path.name)
