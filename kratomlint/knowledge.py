"""What is known of the world: term lists and subjects. Data only; it is read from `checks/` by `packs`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kratomlint.memory import Memory


@dataclass(frozen=True, slots=True)
class Lexicon:
    """A sorted list of terms, in lower case, with every form in which they are written."""

    name: str
    terms: tuple[str, ...]
    # Every spelling (inflected forms, hyphen or space) -> the term as the list has it.
    forms: Mapping[str, str] = field(hash=False)


@dataclass(frozen=True, slots=True)
class Topic:
    """Something a reader must be told about a subject.

    `when`: always, benefit (where the article speaks of benefits), dose, or a lexicon's name (where a term of it
    stands).
    `states`: patterns of which one states it. `brushes`: patterns that only deny it or brush by it; what they match is
    taken out before `states` is asked.
    """

    name: str
    needs: str
    model: str
    states: tuple[str, ...]
    brushes: tuple[str, ...] = ()
    when: str = "always"
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Subject:
    """A substance with its names, its class and what a page about it must say."""

    name: str
    names: tuple[str, ...]
    kind: str
    topics: tuple[Topic, ...]


@dataclass(frozen=True, slots=True)
class Knowledge:
    """The lexicons and subjects that hold for a run, by name.

    `memory`: what was read by them before, for who reads nearly the same text again and again.
    """

    lexicons: Mapping[str, Lexicon] = field(default_factory=dict)
    subjects: Mapping[str, Subject] = field(default_factory=dict)
    memory: Memory | None = field(default=None, repr=False, compare=False)

    def remembering(self, memory: Memory) -> Knowledge:
        """Return the same knowledge with a memory of its own."""
        return Knowledge(self.lexicons, self.subjects, memory)

    def forms(self, lexicon: str) -> Mapping[str, str]:
        """Return the forms of a lexicon; none where no such list is there."""
        found = self.lexicons.get(lexicon)
        return found.forms if found else {}
