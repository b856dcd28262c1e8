"""What can be skipped: one pass over a text for every literal. It may only ever say "certainly not here"."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from kratomlint.late import late
from kratomlint.named import NamedTuple
from kratomlint.prose import stretches
from kratomlint.sections import lay_out, sections

if TYPE_CHECKING:
    from kratomlint.language.needs import Needs

_Found = tuple[int, int, int]  # number of the literal among those that are looked for, start, end

_OTHER_WHITESPACE = late(r"[^\S ]")
_SPACES = late(" {2,}")
# So many characters are searched at once.
_STRETCH = 100_000
# So many characters a gate reads before an automaton of all its literals is worth building.
_READ_LITTLE = 15_000
# So much of its beginning and of its end must be there before a literal is looked for.
GRAM = 5


class Index(NamedTuple):
    """What keys need of a text: the sets that each literal is in, by number, and of which sets clauses consist.

    `literals`: laid out as `sections` reads it; on a line a literal, a tab, and the numbers with spaces between.
    `clauses`: the number of a key, then those of the sets of which all must be there for it to open.
    """

    keys: Sequence[str] = ()
    literals: str = ""
    clauses: Sequence[Sequence[int]] = ()
    # The keys that are open for every text.
    always: frozenset[str] = frozenset()

    @classmethod
    def of(cls, needs: Mapping[str, Needs | None]) -> Index:
        """Return the index of what each key needs; None: it is always open."""
        sets: dict[frozenset[str], int] = {}
        numbered = [
            [number, *(sets.setdefault(one, len(sets)) for one in clause)]
            for number, clauses in enumerate(needs.values())
            for clause in clauses or ()
        ]
        holders: dict[str, list[str]] = {}
        for literals, number in sets.items():
            for literal in literals:
                holders.setdefault(literal, []).append(str(number))
        lines = (f"{literal}\t{' '.join(numbers)}" for literal, numbers in holders.items())
        always = frozenset(key for key, clauses in needs.items() if clauses is None)
        return cls(list(needs), lay_out(lines, GRAM), numbered, always)

    @cached_property
    def sections(self) -> Mapping[str, str]:
        """Return the lines of `literals` by their beginning."""
        return sections(self.literals, GRAM)

    def lines(self) -> Iterator[str]:
        """Yield the lines of `literals`."""
        return (line for section in self.sections.values() for line in section.split("\n"))

    def by_key(self) -> dict[str, Needs | None]:
        """Return what each key needs; None: it is always open."""
        sets: dict[int, set[str]] = {}
        for line in self.lines():
            for number in _sets_of(line):
                sets.setdefault(number, set()).add(_literal(line))
        needs: dict[str, Needs | None] = {key: None if key in self.always else () for key in self.keys}
        for key, *numbers in self.clauses:
            clause = tuple(frozenset(sets.get(number, ())) for number in numbers)
            needs[self.keys[key]] = (*(needs[self.keys[key]] or ()), clause)
        return needs

    def near(self, text: str) -> list[str]:
        """Return the lines of those literals that have their beginning and their end somewhere in a text."""
        known = grams(text)
        # A short text has fewer beginnings than there are literals. What is shorter than one begins with its tab.
        beginnings = [*sorted(known & self.sections.keys()), *(key for key in self.sections if "\t" in key)]
        lines = [line for key in beginnings for line in self.sections[key].split("\n")]
        return [line for line in lines if len(literal := _literal(line)) < GRAM or literal[-GRAM:] in known]


def grams(text: str) -> set[str]:
    """Return the strings of `GRAM` characters in a text: what is not among them begins and ends nothing that stands there."""
    return {text[at : at + GRAM] for at in range(len(text) - GRAM + 1)}


def _literal(line: str) -> str:
    return line.partition("\t")[0]


def _sets_of(line: str) -> list[int]:
    return list(map(int, line.partition("\t")[2].split(" ")))


class Gate:
    """Says which of some keys do not find in a text what they need.

    Literals are in lower case with single spaces, as `required` gives them; a text is folded, and every run of
    its whitespace counts as one space. `build_after`: how many characters are read before an automaton of all literals
    is built; None: no automaton ever is.
    """

    def __init__(self, index: Index, keys: Iterable[str], *, build_after: int | None = _READ_LITTLE) -> None:
        self._index = index
        self._keys = frozenset(keys)
        self._build_after = build_after
        self._read = 0
        # The same few literals are found in every text.
        self._sets: dict[str, list[int]] = {}

    @property
    def always(self) -> frozenset[str]:
        """Return the keys that are open for every text."""
        return self._index.always & self._keys

    def places(self, folded: str, starts: Sequence[int]) -> Mapping[str, Sequence[int]]:
        """Return, by key, which of the parts of a text that begin at `starts` hold what it needs, in order.

        A key that is always open is not among them, nor one that finds it in no part.
        """
        spaced = _Spaced(folded)
        finder = self._finder(spaced.text)
        parts_of: dict[int, array[int]] = {}
        for number, start, _ in finder.hits(spaced.text):
            part = bisect_right(starts, spaced.before(start)) - 1
            parts = parts_of.setdefault(number, array("i", (part,)))
            # The places of one literal come in their order.
            if parts[-1] != part:
                parts.append(part)
        holding = _Holding()
        for number, parts in parts_of.items():
            for one in self._sets_of(finder.lines[number]):
                holding.setdefault(one, []).append(parts)
        open_in: dict[str, list[array[int]]] = {}
        for key, sets in self._clauses:
            if all(map(holding.__contains__, sets)) and (shared := holding.shared(sets)):
                open_in.setdefault(key, []).extend(shared)
        return _Places(open_in)

    def hits(self, folded: str) -> list[tuple[int, int, str]]:
        """Return every place of every literal, in order: start, end, literal."""
        spaced = _Spaced(folded)
        finder = self._finder(spaced.text)
        return sorted(
            (spaced.before(start), spaced.before(end - 1) + 1, _literal(finder.lines[number]))
            for number, start, end in finder.hits(spaced.text)
        )

    def _finder(self, text: str) -> _Automaton | _Plain:
        """Return what finds all literals that stand in the text, those of one in their order."""
        if self._build_after is None:
            return _Plain(self._index.near(text))
        self._read += len(text)
        # No wheel of ahocorasick_rs runs on musl or on Windows for ARM.
        try:
            return self._automaton if self._read > self._build_after else _Automaton(self._index.near(text))
        except ImportError:
            self._build_after = None
            return self._finder(text)

    def _sets_of(self, line: str) -> list[int]:
        known = self._sets.get(line)
        if known is None:
            known = self._sets[line] = _sets_of(line)
        return known

    @cached_property
    def _clauses(self) -> Sequence[tuple[str, Sequence[int]]]:
        keys = self._index.keys
        return [(keys[key], sets) for key, *sets in self._index.clauses if keys[key] in self._keys]

    @cached_property
    def _automaton(self) -> _Automaton:
        return _Automaton(list(self._index.lines()))


class _Holding(dict[int, "list[array[int]]"]):
    """The parts of a text that hold a literal of a set, by the number of the set: those of each literal in order."""

    def __init__(self) -> None:
        super().__init__()
        # Many clauses of a key share a set.
        self._united: dict[int, set[int]] = {}

    def shared(self, numbers: Sequence[int]) -> Sequence[array[int]]:
        """Return the parts that hold a literal of each of the sets."""
        if len(numbers) == 1:
            return self[numbers[0]]
        found = set.intersection(*map(self._parts, numbers))
        return [array("i", sorted(found))] if found else ()

    def _parts(self, number: int) -> set[int]:
        if number not in self._united:
            self._united[number] = set().union(*self[number])
        return self._united[number]


class _Places(Mapping[str, Sequence[int]]):
    """The parts of a text by key: those of its clauses, put together when they are asked for."""

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


class _Automaton:
    """Finds the literals of some lines with a compiled automaton."""

    def __init__(self, lines: Sequence[str]) -> None:
        from ahocorasick_rs import AhoCorasick, Implementation

        self.lines = lines
        literals = list(map(_literal, lines))
        self._longest = max(map(len, literals), default=0)
        # Of the three the quickest to build; it scans an article in half a millisecond all the same.
        self._automaton = AhoCorasick(literals, implementation=Implementation.NoncontiguousNFA, store_patterns=False)

    def hits(self, text: str) -> Iterable[_Found]:
        """Return the hits: number of the line, start, end."""
        if not text.isascii():
            # The automaton reads UTF-8, which has no lone surrogates.
            text = text.encode("utf-8", "replace").decode("utf-8")
        return self._find(text) if len(text) <= _STRETCH else self._found_by_stretches(text)

    def _find(self, text: str) -> list[_Found]:
        found: list[_Found] = self._automaton.find_matches_as_indexes(text, overlapping=True)
        return found

    def _found_by_stretches(self, text: str) -> Iterator[_Found]:
        """Yield the hits of a long text, of which the automaton would tell all at once."""
        for at in range(0, len(text), _STRETCH):
            for number, start, end in self._find(text[at : at + _STRETCH + self._longest]):
                # What starts beyond the stretch is told by the next one.
                if start < _STRETCH:
                    yield number, at + start, at + end


class _Plain:
    """Finds the literals of some lines in plain Python."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.lines = lines

    def hits(self, text: str) -> Iterator[_Found]:
        """Yield the hits: number of the line, start, end."""
        for number, line in enumerate(self.lines):
            literal = _literal(line)
            at = text.find(literal)
            while at >= 0:
                yield number, at, at + len(literal)
                at = text.find(literal, at + 1)
