"""The packs as they were read last time. Data with a digest in the user's cache; what cannot be trusted is read anew.

Reading some hundred cards, checking them and finding out what their patterns cannot do without takes longer than
linting an article. The result is kept under the state (path, size, time of change) of every file that it comes from.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from functools import lru_cache, partial
from pathlib import Path
from typing import Any, TypeVar

from kratomlint import cache
from kratomlint.card import Card
from kratomlint.finding import Confidence, Severity
from kratomlint.knowledge import Knowledge, Lexicon, Subject, Topic
from kratomlint.language.gate import Index
from kratomlint.pack import Known, Pack, Preset
from kratomlint.roots import Root
from kratomlint.source import UnreadableError, read_bytes
from kratomlint.states import files_below

Item = TypeVar("Item")

_MOST_KEPT = 16
# Characters of the digest on the first line.
_DIGEST = 64
# What is raised by text that no pack was made of.
_DAMAGED = (ValueError, KeyError, TypeError, AttributeError, RecursionError)


def load(folders: tuple[Root, ...]) -> Pack:
    """Return what the folders hold together; raise `CardError` with every fault in a folder."""
    place = _place(folders)
    pack = _kept(place, folders) if place else None
    return _anew(folders, place) if pack is None else pack


def _anew(folders: tuple[Root, ...], place: Path | None) -> Pack:
    from kratomlint import packs

    # What lies beneath seldom changes: who edits the cards of a project has no others read anew.
    pack = packs.load(folders[-1:], load(folders[:-1]) if folders[1:] else None)
    if place:
        _keep(pack, place)
    return pack


def encode(pack: Pack) -> str:
    """Return a pack as lines of JSON: what is asked of all, then each list and each card, which may never be read."""
    lexicons, cards = pack.knowledge.lexicons, pack.cards
    known = pack.known
    head = {
        "digest": pack.digest,
        "subjects": {name: _told(subject) for name, subject in pack.knowledge.subjects.items()},
        "phrases": pack.knowledge.phrases,
        "patterns": dict(pack.knowledge.patterns),
        "presets": {name: preset._asdict() for name, preset in pack.presets.items()},
        "known": {**known._asdict(), "corpus": sorted(known.corpus), "needs": None},
        "needs": {**known.needs._asdict(), "always": sorted(known.needs.always)},
        "lexicons": list(lexicons),
        "cards": {name: (card.method, card.look if card.method == "code" else None) for name, card in cards.items()},
    }
    forms = (dict(lexicon.forms) for lexicon in lexicons.values())
    return "\n".join(map(json.dumps, (head, *forms, *(card._asdict() for card in cards.values()))))


def decode(text: str, anew: Callable[[], Pack], allows: Callable[[str], bool] = lambda call: True) -> Pack:
    """Return the pack that `encode` wrote; raise `ValueError`, `KeyError` or `TypeError` where it is something else.

    `anew` returns the pack where a line turns out to be something else when it is read, and `allows` says of the code
    that a card calls whether it may.
    """
    line, *lines = text.split("\n")
    head = json.loads(line)
    ways, lexicons = head["cards"], head["lexicons"]
    calls = [look["call"] for method, look in ways.values() if method == "code"]
    if len(lines) != len(lexicons) + len(ways) or not all(map(allows, calls)):
        raise ValueError
    known = head["known"]
    cards, lists = lines[len(lexicons) :], lines[: len(lexicons)]
    return Pack(
        cards=_Lines(
            dict(zip(ways, cards, strict=True)),
            lambda name, line: _card(line, *ways[name]),
            lambda: anew().cards,
        ),
        knowledge=Knowledge(
            lexicons=_Lines(dict(zip(lexicons, lists, strict=True)), _lexicon, lambda: anew().knowledge.lexicons),
            subjects={name: _subject(subject) for name, subject in head["subjects"].items()},
            phrases=head["phrases"],
            patterns=head["patterns"],
        ),
        presets={name: _preset(preset) for name, preset in head["presets"].items()},
        known=Known(
            {name: Severity(level) for name, level in known["severities"].items()},
            known["ids"],
            frozenset(known["corpus"]),
            Index(**{**head["needs"], "always": frozenset(head["needs"]["always"])}),
        ),
        digest=head["digest"],
    )


class _Lines(Mapping[str, Item]):
    """What stands on a line for each name, read when it is first asked for; `anew` has it where the line is damaged."""

    def __init__(
        self, lines: Mapping[str, str], read: Callable[[str, str], Item], anew: Callable[[], Mapping[str, Item]]
    ) -> None:
        self._lines = lines
        self._read = read
        self._anew = anew
        self._items: dict[str, Item] = {}

    def __getitem__(self, name: str) -> Item:
        if name not in self._items:
            line = self._lines[name]
            try:
                self._items[name] = self._read(name, line)
            except _DAMAGED:
                self._items[name] = self._anew()[name]
        return self._items[name]

    def __contains__(self, name: object) -> bool:
        return name in self._lines

    def __iter__(self) -> Iterator[str]:
        return iter(self._lines)

    def __len__(self) -> int:
        return len(self._lines)


def _lexicon(name: str, line: str) -> Lexicon:
    return Lexicon(name, {**json.loads(line)})


def _told(subject: Subject) -> dict[str, Any]:
    return {**subject._asdict(), "topics": [topic._asdict() for topic in subject.topics]}


def _card(line: str, method: str, look: Mapping[str, str] | None) -> Card:
    """Return the card on a line; whether it calls code, and which, is not for the line to say."""
    values = json.loads(line)
    values |= {"method": method, "look": look or values["look"]}
    lists = {key: tuple(values[key]) for key in ("unless", "sources", "bad", "good", "formerly")}
    levels = {"severity": Severity(values["severity"]), "confidence": Confidence(values["confidence"])}
    return Card(**{**values, **lists, **levels})


def _subject(values: Mapping[str, Any]) -> Subject:
    topics = tuple(
        Topic(**{**topic, **{key: tuple(topic[key]) for key in ("states", "brushes", "sources")}})
        for topic in values["topics"]
    )
    return Subject(values["name"], tuple(values["names"]), values["kind"], topics)


def _preset(values: Mapping[str, Any]) -> Preset:
    severities = {pattern: Severity(level) for pattern, level in values["severities"].items()}
    return Preset(values["name"], values["title"], tuple(values["on"]), tuple(values["off"]), severities)


def _place(folders: tuple[Root, ...]) -> Path | None:
    """Return where what these folders hold is kept, or None where their state cannot be told."""
    home = cache.folder()
    if home is None or not all(isinstance(root.folder, Path) for root in folders):
        return None
    whole = hashlib.sha256(cache.installed_code().encode())
    with suppress(OSError):
        for root in folders:
            whole.update("\0".join((root.label, str(root.folder), *files_below(str(root.folder)))).encode())
        return home / f"checks-{whole.hexdigest()[:32]}.json"
    return None


def _kept(place: Path, folders: tuple[Root, ...]) -> Pack | None:
    if not cache.is_private(place.parent):
        return None
    with suppress(UnreadableError, *_DAMAGED):
        data = memoryview(read_bytes(str(place)))
        digest, text = data[:_DIGEST], data[_DIGEST + 1 :]
        if hashlib.sha256(text).hexdigest().encode() == digest:
            return decode(
                str(text, "ascii"), lru_cache(maxsize=1)(partial(_anew, folders, place)), partial(_is_of, folders)
            )
    return None


def _is_of(folders: tuple[Root, ...], call: str) -> bool:
    """Say whether a card calls code of ours or of the packages whose folders these are."""
    packages = {root.label.removesuffix("/checks") for root in folders[1:]}
    return ":" not in call or call.split(":")[0].split(".")[0] in packages


def _keep(pack: Pack, place: Path) -> None:
    text = encode(pack)
    with suppress(OSError):
        cache.make(place.parent)
        beside = place.with_suffix(f".{os.getpid()}.new")
        beside.write_text(f"{hashlib.sha256(text.encode()).hexdigest()}\n{text}", encoding="utf-8")
        beside.replace(place)
        kept = sorted(place.parent.glob("checks-*.json"), key=lambda path: path.stat().st_mtime_ns)
        for old in kept[:-_MOST_KEPT]:
            old.unlink()
