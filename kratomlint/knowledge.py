"""What is known of the world: term lists and subjects. Data only; it is read from `checks/` by `packs`."""

from __future__ import annotations

from collections.abc import Mapping

from kratomlint.memory import Memory
from kratomlint.named import NamedTuple


class Lexicon(NamedTuple):
    """A list of terms, in lower case, with every form in which they are written."""

    name: str
    # Every spelling (inflected forms, hyphen or space) -> the term as the list has it.
    forms: Mapping[str, str]

    def __hash__(self) -> int:
        return hash(self.name)


class Topic(NamedTuple):
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


class Subject(NamedTuple):
    """A substance with its names, its class and what a page about it must say."""

    name: str
    names: tuple[str, ...]
    kind: str
    topics: tuple[Topic, ...]


class Knowledge(NamedTuple):
    """The lexicons and subjects that hold for a run, by name.

    `memory`: what was read by them before, for who reads nearly the same text again and again. `phrases`, `patterns`: the
    forms of the lexicons as `reading` looks them up, and as a pattern has them, where that was written before; `brief`:
    so the patterns of cards, by the name that `cue` has for them.
    """

    lexicons: Mapping[str, Lexicon] = {}
    subjects: Mapping[str, Subject] = {}
    memory: Memory | None = None
    phrases: str | None = None
    patterns: Mapping[str, str] = {}
    brief: Mapping[str, str] = {}

    def remembering(self, memory: Memory) -> Knowledge:
        """Return the same knowledge with a memory of its own."""
        return self._replace(memory=memory)

    def forms(self, lexicon: str) -> Mapping[str, str]:
        """Return the forms of a lexicon; none where no such list is there."""
        found = self.lexicons.get(lexicon)
        return found.forms if found else {}
