"""What can be skipped: one pass over a text for every literal. It may only ever say "certainly not here"."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Protocol

from kratomlint.language.literals import required_literals
from kratomlint.late import late
from kratomlint.prose import stretches

__all__ = ["Gate", "required_literals"]

_Found = tuple[int, int, int]  # index of the literal, start, end

_OTHER_WHITESPACE = late(r"[^\S ]")
_SPACES = late(" {2,}")
# So many characters are searched at once.
_STRETCH = 100_000


class Gate:
    """Says which keys have none of their literals in a text.

    Literals are in lower case with single spaces, as `required_literals` gives them; a text is folded, and
    every run of its whitespace counts as one space. A key whose literals are None is always open.
    """

    def __init__(self, literals_of: Mapping[str, frozenset[str] | None], *, compiled: bool = True) -> None:
        self._always: set[str] = set()
        self._keys_of: defaultdict[str, list[str]] = defaultdict(list)
        for key, literals in literals_of.items():
            if literals is None or "" in literals:
                self._always.add(key)
            else:
                for literal in literals:
                    self._keys_of[literal].append(key)
        self.literals = tuple(sorted(self._keys_of))
        self._compiled = compiled

    @property
    def always(self) -> frozenset[str]:
        """Return the keys that are open for every text."""
        return frozenset(self._always)

    def places(self, folded: str, starts: Sequence[int]) -> Mapping[str, Sequence[int]]:
        """Return, by key, which of the parts of a text that begin at `starts` hold a literal of it, in order.

        A key that is always open is not among them, nor one of which no literal stands in the text.
        """
        spaced = _Spaced(folded)
        parts_of: dict[int, array[int]] = {}
        for index, start, _ in self._search.hits(spaced.text):
            part = bisect_right(starts, spaced.before(start)) - 1
            parts = parts_of.setdefault(index, array("i", (part,)))
            # The places of one literal come in their order.
            if parts[-1] != part:
                parts.append(part)
        found: dict[str, list[array[int]]] = {}
        for index, parts in parts_of.items():
            for key in self._keys_of[self.literals[index]]:
                found.setdefault(key, []).append(parts)
        return _Places(found)

    def seen(self, folded: str) -> set[str]:
        """Return the literals that stand in the text."""
        return {self.literals[index] for index in self._search.seen(_Spaced(folded).text)}

    def hits(self, folded: str) -> list[tuple[int, int, int]]:
        """Return every place of every literal, in order: start, end, index in `literals`."""
        spaced = _Spaced(folded)
        return sorted(
            (spaced.before(start), spaced.before(end - 1) + 1, index)
            for index, start, end in self._search.hits(spaced.text)
        )

    @cached_property
    def _search(self) -> _Search:
        # No wheel of ahocorasick_rs runs on musl or on Windows for ARM.
        try:
            return _Automaton(self.literals) if self._compiled else _Grams(self.literals)
        except ImportError:
            return _Grams(self.literals)


class _Places(Mapping[str, Sequence[int]]):
    """The parts of a text by key: those of its literals, put together when they are asked for."""

    def __init__(self, parts_of: Mapping[str, Sequence[array[int]]]) -> None:
        self._parts_of = parts_of

    def __getitem__(self, key: str) -> Sequence[int]:
        parts = self._parts_of[key]
        return parts[0] if len(parts) == 1 else array("i", sorted(set().union(*parts)))

    def __iter__(self) -> Iterator[str]:
        return iter(self._parts_of)

    def __len__(self) -> int:
        return len(self._parts_of)


class _Spaced:
    """A text with one space for every run of whitespace."""

    def __init__(self, original: str) -> None:
        # Where each piece between shortened runs starts: in the shortened text, and in the original.
        self._starts, self._origins = [0], [0]
        self.text = original.replace("\n", " ")
        # Prose is nearly always regular, and this is ten times as quick as looking for what is not.
        if any(" ".join(part.split()) != part.removesuffix(" ") for part in stretches(self.text)):
            self._shorten()

    def _shorten(self) -> None:
        regular = _OTHER_WHITESPACE.sub(" ", self.text)
        removed = 0
        for run in _SPACES.finditer(regular):
            removed += run.end() - run.start() - 1
            self._starts.append(run.end() - removed)
            self._origins.append(run.end())
        self.text = _SPACES.sub(" ", regular)

    def before(self, offset: int) -> int:
        """Return where the character at `offset` stood in the original."""
        piece = bisect_right(self._starts, offset) - 1
        return self._origins[piece] + offset - self._starts[piece]


class _Search(Protocol):
    def seen(self, text: str) -> set[int]: ...

    def hits(self, text: str) -> Iterator[_Found]: ...


class _Automaton:
    """Finds literals with a compiled automaton."""

    def __init__(self, literals: tuple[str, ...]) -> None:
        from ahocorasick_rs import AhoCorasick, Implementation

        # Of the three the quickest to build; it scans an article in half a millisecond all the same.
        self._longest = max(map(len, literals), default=0)
        self._automaton = AhoCorasick(literals, implementation=Implementation.NoncontiguousNFA, store_patterns=False)

    def seen(self, text: str) -> set[int]:
        return {index for index, _, _ in self.hits(text)}

    def hits(self, text: str) -> Iterator[_Found]:
        if not text.isascii():
            # The automaton reads UTF-8, which has no lone surrogates.
            text = text.encode("utf-8", "replace").decode("utf-8")
        if len(text) <= _STRETCH:
            return iter(self._automaton.find_matches_as_indexes(text, overlapping=True))
        return self._hits_by_stretches(text)

    def _hits_by_stretches(self, text: str) -> Iterator[_Found]:
        """Yield the hits of a long text, of which the automaton would tell all at once."""
        for at in range(0, len(text), _STRETCH):
            part = text[at : at + _STRETCH + self._longest]
            for index, start, end in self._automaton.find_matches_as_indexes(part, overlapping=True):
                # What starts beyond the stretch is told by the next one.
                if start < _STRETCH:
                    yield index, at + start, at + end


class _Grams:
    """Finds literals in plain Python: looks only for those whose beginning and end are there."""

    def __init__(self, literals: tuple[str, ...]) -> None:
        self._literals = literals

    def seen(self, text: str) -> set[int]:
        grams = {text[at : at + 3] for at in range(len(text))}
        return {
            index
            for index, literal in enumerate(self._literals)
            if (len(literal) < 3 or (literal[:3] in grams and literal[-3:] in grams)) and literal in text
        }

    def hits(self, text: str) -> Iterator[_Found]:
        for index in self.seen(text):
            literal = self._literals[index]
            at = text.find(literal)
            while at >= 0:
                yield index, at, at + len(literal)
                at = text.find(literal, at + 1)
