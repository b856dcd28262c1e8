"""The packs as they were read last time. Data with a digest in the user's cache; what cannot be trusted is read anew.

Reading some hundred cards, checking them and finding out what their patterns cannot do without takes longer than
linting an article. The result is kept under the state (path, size, time of change) of every file that it comes from.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from kratomlint import cache
from kratomlint.card import Card
from kratomlint.finding import Confidence, Severity
from kratomlint.knowledge import Knowledge, Lexicon, Subject, Topic
from kratomlint.pack import Known, Pack, Preset
from kratomlint.roots import Root
from kratomlint.source import UnreadableError, read_bytes

_MOST_KEPT = 16


def load(folders: tuple[Root, ...]) -> Pack:
    """Return what the folders hold together; raise `CardError` with every fault in a folder."""
    place = _place(folders)
    pack = _kept(place, folders) if place else None
    if pack is None:
        from kratomlint import packs

        # What lies beneath seldom changes: who edits the cards of a project has no others read anew.
        pack = packs.load(folders[-1:], load(folders[:-1]) if folders[1:] else None)
        if place:
            _keep(pack, place)
    return pack


def encode(pack: Pack) -> str:
    """Return a pack as JSON."""
    return json.dumps(
        {
            "cards": [card._asdict() for card in pack.cards.values()],
            "lexicons": [
                [lexicon.name, lexicon.terms, dict(lexicon.forms), lexicon.pattern]
                for lexicon in pack.knowledge.lexicons.values()
            ],
            "subjects": {name: _told(subject) for name, subject in pack.knowledge.subjects.items()},
            "presets": {name: preset._asdict() for name, preset in pack.presets.items()},
            "known": {
                name: [known.literals and sorted(known.literals), known.corpus] for name, known in pack.known.items()
            },
            "digest": pack.digest,
        }
    )


def decode(text: str) -> Pack:
    """Return the pack that `encode` wrote; raise `ValueError`, `KeyError` or `TypeError` where it is something else."""
    values = json.loads(text)
    lexicons = {name: Lexicon(name, tuple(terms), forms, pattern) for name, terms, forms, pattern in values["lexicons"]}
    subjects = {name: _subject(subject) for name, subject in values["subjects"].items()}
    return Pack(
        cards={card["id"]: _card(card) for card in values["cards"]},
        knowledge=Knowledge(lexicons, subjects),
        presets={name: _preset(preset) for name, preset in values["presets"].items()},
        known={
            name: Known(None if literals is None else frozenset(literals), corpus)
            for name, (literals, corpus) in values["known"].items()
        },
        digest=values["digest"],
    )


def _told(subject: Subject) -> dict[str, Any]:
    return {**subject._asdict(), "topics": [topic._asdict() for topic in subject.topics]}


def _card(values: dict[str, Any]) -> Card:
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
            whole.update("\0".join((root.label, str(root.folder), *states(str(root.folder)))).encode())
        return home / f"checks-{whole.hexdigest()[:32]}.json"
    return None


def states(folder: str) -> list[str]:
    """Return the path, size and time of change of every file below a folder, in order."""
    found = []
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                found += states(entry.path)
            else:
                state = entry.stat()
                found.append(f"{entry.path} {state.st_size} {state.st_mtime_ns}")
    return sorted(found)


def _kept(place: Path, folders: tuple[Root, ...]) -> Pack | None:
    if not cache.is_private(place.parent):
        return None
    with suppress(UnreadableError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        digest, _, text = read_bytes(str(place)).partition(b"\n")
        if hashlib.sha256(text).hexdigest().encode() == digest:
            pack = decode(text.decode("ascii"))
            return pack if _names_only_code_of(folders, pack) else None
    return None


def _names_only_code_of(folders: tuple[Root, ...], pack: Pack) -> bool:
    """Say whether no card calls other code than ours and that of the packages whose folders these are."""
    calls = (card.look["call"] for card in pack.cards.values() if card.method == "code")
    packages = {root.label.removesuffix("/checks") for root in folders[1:]}
    return all(":" not in call or call.split(":")[0].split(".")[0] in packages for call in calls)


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
