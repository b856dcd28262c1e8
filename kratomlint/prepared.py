"""The packs as they were read last time. Data with a checksum in the user's cache; what cannot be trusted is read anew.

Reading some hundred cards, checking them and finding out what their patterns cannot do without takes longer than
linting an article. The result is kept under the state (path, size, time of change) of every file that it comes from.
"""

from __future__ import annotations

import hashlib
import json
import os
import zlib
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import lru_cache, partial
from itertools import accumulate, pairwise
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
# From which byte to before which.
_Range = tuple[int, int]

_MOST_KEPT = 16
# At the end of the file.
_LENGTH_OF_SUM = 8
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


def encode(pack: Pack) -> bytes:
    """Return a pack as a line of JSON with what is asked of all, and then each part that may never be read."""
    knowledge, cards, known = pack.knowledge, pack.cards, pack.known
    parts = [
        knowledge.phrases or "",
        known.needs.literals,
        *knowledge.patterns.values(),
        *knowledge.brief.values(),
        *(json.dumps(dict(lexicon.forms)) for lexicon in knowledge.lexicons.values()),
        *(json.dumps(card._asdict()) for card in cards.values()),
    ]
    written = [part.encode() for part in parts]
    head = {
        "digest": pack.digest,
        "subjects": {name: _told(subject) for name, subject in knowledge.subjects.items()},
        "presets": {name: preset._asdict() for name, preset in pack.presets.items()},
        "known": {**known._asdict(), "corpus": sorted(known.corpus), "needs": None},
        "needs": {**known.needs._asdict(), "always": sorted(known.needs.always), "literals": None},
        "patterns": list(knowledge.patterns),
        "brief": list(knowledge.brief),
        "lexicons": list(knowledge.lexicons),
        "cards": {name: (card.method, card.look if card.method == "code" else None) for name, card in cards.items()},
        "ends": list(accumulate(map(len, written))),
    }
    return b"\n".join((json.dumps(head).encode(), b"".join(written)))


def decode(data: bytes, anew: Callable[[], Pack], allows: Callable[[str], bool] = lambda call: True) -> Pack:
    """Return the pack that `encode` wrote; raise `ValueError`, `KeyError` or `TypeError` where it is something else.

    `anew` returns the pack where a part turns out to be something else when it is read, and `allows` says of the code
    that a card calls whether it may.
    """
    end = data.index(b"\n")
    head, body = json.loads(data[:end]), memoryview(data)[end + 1 :]
    ways, known, needs = head["cards"], head["known"], head["needs"]
    if not all(allows(look["call"]) for method, look in ways.values() if method == "code"):
        raise ValueError
    phrases, literals, *places = pairwise((0, *head["ends"]))
    patterns, brief, lexicons, cards = _shared_out(places, head["patterns"], head["brief"], head["lexicons"], ways)
    return Pack(
        cards=_Parts(body, cards, lambda name, line: _card(line, *ways[name]), lambda: anew().cards),
        knowledge=Knowledge(
            lexicons=_Parts(body, lexicons, _lexicon, lambda: anew().knowledge.lexicons),
            subjects={name: _subject(subject) for name, subject in head["subjects"].items()},
            phrases=_cut(body, phrases),
            patterns=_Parts(body, patterns, lambda name, text: text, lambda: anew().knowledge.patterns),
            brief=_Parts(body, brief, lambda name, text: text, lambda: anew().knowledge.brief),
        ),
        presets={name: _preset(preset) for name, preset in head["presets"].items()},
        known=Known(
            {name: Severity(level) for name, level in known["severities"].items()},
            known["ids"],
            frozenset(known["corpus"]),
            Index(**{**needs, "literals": _cut(body, literals), "always": frozenset(needs["always"])}),
        ),
        digest=head["digest"],
    )


def _shared_out(places: Sequence[_Range], *names: Collection[str]) -> Iterator[dict[str, _Range]]:
    """Yield, for each lot of names, the place of each; raise `ValueError` where there are not as many."""
    if len(places) != sum(map(len, names)):
        raise ValueError
    left = iter(places)
    for lot in names:
        yield {name: next(left) for name in lot}


def _cut(body: memoryview, place: _Range) -> str:
    return str(body[slice(*place)], "utf-8")


class _Parts(Mapping[str, Item]):
    """What stands in a part of the file for each name, read when it is first asked for.

    `anew` has it where the part is damaged.
    """

    def __init__(
        self,
        body: memoryview,
        places: Mapping[str, _Range],
        read: Callable[[str, str], Item],
        anew: Callable[[], Mapping[str, Item]],
    ) -> None:
        self._body = body
        self._places = places
        self._read = read
        self._anew = anew
        self._items: dict[str, Item] = {}

    def __getitem__(self, name: str) -> Item:
        if name not in self._items:
            place = self._places[name]
            try:
                self._items[name] = self._read(name, _cut(self._body, place))
            except _DAMAGED:
                self._items[name] = self._anew()[name]
        return self._items[name]

    def __contains__(self, name: object) -> bool:
        return name in self._places

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


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
        data = read_bytes(str(place))
        # Of three million bytes nothing is copied that is not needed.
        if _sum(memoryview(data)[:-_LENGTH_OF_SUM]) == data[-_LENGTH_OF_SUM:]:
            return decode(data, lru_cache(maxsize=1)(partial(_anew, folders, place)), partial(_is_of, folders))
    return None


def _sum(data: bytes | memoryview) -> bytes:
    # Against a disk that fails; who may write here may write a right sum, too.
    return f"{zlib.crc32(data):08x}".encode()


def _is_of(folders: tuple[Root, ...], call: str) -> bool:
    """Say whether a card calls code of ours or of the packages whose folders these are."""
    packages = {root.label.removesuffix("/checks") for root in folders[1:]}
    return ":" not in call or call.split(":")[0].split(".")[0] in packages


def _keep(pack: Pack, place: Path) -> None:
    data = encode(pack)
    with suppress(OSError):
        cache.make(place.parent)
        beside = place.with_suffix(f".{os.getpid()}.new")
        beside.write_bytes(data + _sum(data))
        beside.replace(place)
        kept = sorted(place.parent.glob("checks-*.json"), key=lambda path: path.stat().st_mtime_ns)
        for old in kept[:-_MOST_KEPT]:
            old.unlink()
