"""Which checks there are and which of them are chosen. Settings become a profile here; nothing below asks for settings."""

from __future__ import annotations

import hashlib
import json
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, partial
from pathlib import Path

from kratomlint import __version__, prepared
from kratomlint.card import Card, names
from kratomlint.finding import Severity
from kratomlint.knowledge import Knowledge
from kratomlint.language.gate import Gate, Index
from kratomlint.named import NamedTuple
from kratomlint.pack import Known, Preset
from kratomlint.readers import DEFAULT_PUBLISHED
from kratomlint.registry import Check, Checks, CorpusCheck, code_check
from kratomlint.roots import roots


class SelectionError(Exception):
    """A name in a selection that no check, preset or subject bears; `near` is the likeliest one meant, or empty."""

    def __init__(self, pattern: str, known: Iterable[str], what: str = "check") -> None:
        self.pattern = pattern
        from difflib import get_close_matches

        self.near = next(iter(get_close_matches(pattern, list(known), 1, 0.5)), "")
        super().__init__(f"no {what} is named `{pattern}`" + (f": did you mean `{self.near}`?" if self.near else ""))


class Selection(NamedTuple):
    """What settings and the command line say about which checks run.

    `select` replaces what the preset has on; a name is an id, the beginning of ids, or a glob.
    `severities`: name to severity, or None for off. `subjects`: those that caveats are asked for; empty: all.
    """

    preset: str = "default"
    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severities: Mapping[str, Severity | None] = {}
    subjects: tuple[str, ...] = ()
    published: tuple[str, ...] = tuple(DEFAULT_PUBLISHED)


class Profile(NamedTuple):
    """The checks of a selection, ready to look; the same for every file that shares the selection.

    `digest` names all that decides what is found in a text: version, cards, selection.
    """

    checks: Checks
    corpus_checks: tuple[CorpusCheck, ...]
    severities: Mapping[str, Severity]
    published: tuple[str, ...]
    knowledge: Knowledge
    # Every id, and every former one, to the id that it has now.
    known_ids: Mapping[str, str]
    digest: str
    needs: Index

    @cached_property
    def gate(self) -> Gate:
        """Return the pass over a document's prose that says which checks need not look."""
        return Gate(self.needs, self.checks.ids)

    def card(self, check_id: str) -> Card | None:
        """Return the card that words what the code of a chosen check finds, with the severity that holds, or None."""
        # Of another method it has other values for its message, and finds for itself.
        chosen = (check.card for check in self.checks.of({check_id}) if check.card.method == "code")
        card = next(chosen, None)
        return card and card._replace(severity=self.severities[check_id])


class Catalogue(NamedTuple):
    """All cards, lexicons, subjects and presets that hold for a project."""

    cards: Mapping[str, Card]
    knowledge: Knowledge
    presets: Mapping[str, Preset]
    digest: str
    # What was found out of the cards before; else it is found out when some are chosen.
    known: Known | None = None

    def choose(self, selection: Selection) -> Profile:
        """Return the checks that a selection names; raise `SelectionError` for a name that names nothing."""
        preset = self._preset(selection.preset)
        chosen = set(self.ids(selection.select or preset.on))
        if not selection.select:
            chosen -= set(self.ids(preset.off))
        chosen |= set(self.ids(selection.extend_select))
        chosen -= set(self.ids(selection.ignore))
        known = self.known or self._found_out()
        severities = dict(known.severities)
        for pattern, severity in {**preset.severities, **selection.severities}.items():
            for check_id in self.ids([pattern]):
                if severity is None:
                    chosen.discard(check_id)
                else:
                    severities[check_id] = severity
        return self._profile(sorted(chosen), known, severities, selection)

    def ids(self, patterns: Iterable[str]) -> Iterator[str]:
        """Yield the ids that the patterns name; raise `SelectionError` for a pattern that names none."""
        ordered = sorted(self.cards)
        for pattern in patterns:
            found = self._named(pattern, ordered)
            found = found or [card.id for card in self.cards.values() if pattern in card.formerly]
            if not found:
                raise SelectionError(pattern, [*self.cards, *{check_id.split("/")[0] for check_id in self.cards}])
            yield from found

    def _named(self, pattern: str, ordered: list[str]) -> list[str]:
        if pattern in self.cards:
            # Most names are ids; asking each card about each of them takes longer than all that is chosen. What begins
            # with an id and goes on after `-` or `/` stands, in order, before that id with a figure.
            near = ordered[bisect_left(ordered, pattern) : bisect_left(ordered, f"{pattern}0")]
            return [check_id for check_id in near if names(pattern, check_id)]
        return [check_id for check_id in self.cards if names(pattern, check_id)]

    def _found_out(self) -> Known:
        from kratomlint.methods import know

        return know(self.cards, self.knowledge)

    def _preset(self, name: str) -> Preset:
        if name not in self.presets:
            raise SelectionError(name, self.presets, "preset")
        return self.presets[name]

    def _profile(
        self, chosen: list[str], known: Known, severities: Mapping[str, Severity], selection: Selection
    ) -> Profile:
        knowledge = self._knowledge(selection.subjects)
        # What compares files is code.
        built = [code_check(self.cards[check_id]) for check_id in chosen if check_id in known.corpus]
        return Profile(
            checks=Checks({name: partial(self._alone, name, knowledge) for name in chosen if name not in known.corpus}),
            corpus_checks=tuple(check for check in built if isinstance(check, CorpusCheck)),
            severities=severities,
            published=selection.published,
            knowledge=knowledge,
            known_ids=known.ids,
            digest=self._digest(chosen, severities, selection),
            needs=known.needs,
        )

    def _alone(self, check_id: str, knowledge: Knowledge) -> Check:
        # Where no file has changed, no check of one is built.
        from kratomlint.methods import build_alone

        return build_alone(self.cards[check_id], knowledge)

    def _knowledge(self, subjects: tuple[str, ...]) -> Knowledge:
        if not subjects:
            return self.knowledge
        for name in subjects:
            if name not in self.knowledge.subjects:
                raise SelectionError(name, self.knowledge.subjects, "subject")
        kept = {name: self.knowledge.subjects[name] for name in sorted(subjects)}
        return self.knowledge._replace(subjects=kept)

    def _digest(self, chosen: list[str], severities: Mapping[str, Severity], selection: Selection) -> str:
        decided = [
            __version__,
            self.digest,
            chosen,
            sorted(severities.items()),
            selection.subjects,
            selection.published,
        ]
        return hashlib.sha256(json.dumps(decided).encode()).hexdigest()


def load_catalogue(project: Path | None = None) -> Catalogue:
    """Return the catalogue for the project in that folder; raise `CardError` with every fault of every file."""
    pack = prepared.load(roots(project))
    return Catalogue(pack.cards, pack.knowledge, pack.presets, pack.digest, pack.known)
