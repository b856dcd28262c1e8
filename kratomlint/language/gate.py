"""What can be skipped: one pass over a text for every literal. It may only ever say "certainly not here"."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from kratomlint.language.literals import Needs
from kratomlint.late import late
from kratomlint.named import NamedTuple
from kratomlint.prose import stretches

_Found = tuple[int, int, int]  # index of the literal, start, end

_OTHER_WHITESPACE = late(r"[^\S ]")
_SPACES = late(" {2,}")
# So many characters are searched at once.
_STRETCH = 100_000
# So many characters a gate reads before an automaton of all its literals is worth building.
_READ_LITTLE = 15_000
# So much of its beginning and of its end must be there before a literal is looked for.
_GRAM = 5


class Index(NamedTuple):
    """What keys need of a text: literals in order, of each the numbers of its sets, and of which sets clauses consist.

    `holders`: the numbers of a literal's sets with spaces between. `clauses`: the number of a key, then those of the
    sets of which all must be there for it to open.
    """

    keys: Sequence[str] = ()
    literals: Sequence[str] = ()
    holders: Sequence[str] = ()
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
        ordered = sorted(holders)
        always = frozenset(key for key, clauses in needs.items() if clauses is None)
        return cls(list(needs), ordered, [" ".join(holders[literal]) for literal in ordered], numbered, always)

    def by_key(self) -> dict[str, Needs | None]:
        """Return what each key needs; None: it is always open."""
        sets: dict[int, set[str]] = {}
        for literal, holders in zip(self.literals, self.holders, strict=True):
            for number in holders.split(" "):
                sets.setdefault(int(number), set()).add(literal)
        needs: dict[str, Needs | None] = {key: None if key in self.always else () for key in self.keys}
        for key, *numbers in self.clauses:
            clause = tuple(frozenset(sets.get(number, ())) for number in numbers)
            needs[self.keys[key]] = (*(needs[self.keys[key]] or ()), clause)
        return needs


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
        self._holders: dict[int, Sequence[int]] = {}

    @property
    def literals(self) -> Sequence[str]:
        """Return the literals that are looked for."""
        return self._index.literals

    @property
    def always(self) -> frozenset[str]:
        """Return the keys that are open for every text."""
        return self._index.always & self._keys

    def places(self, folded: str, starts: Sequence[int]) -> Mapping[str, Sequence[int]]:
        """Return, by key, which of the parts of a text that begin at `starts` hold what it needs, in order.

        A key that is always open is not among them, nor one that finds it in no part.
        """
        spaced = _Spaced(folded)
        parts_of: dict[int, array[int]] = {}
        for index, start, _ in self._hits(spaced.text):
            part = bisect_right(starts, spaced.before(start)) - 1
            parts = parts_of.setdefault(index, array("i", (part,)))
            # The places of one literal come in their order.
            if parts[-1] != part:
                parts.append(part)
        holding = _Holding()
        for index, parts in parts_of.items():
            for number in self._holders_of(index):
                holding.setdefault(number, []).append(parts)
        open_in: dict[str, list[array[int]]] = {}
        for key, sets in self._clauses:
            if all(map(holding.__contains__, sets)) and (shared := holding.shared(sets)):
                open_in.setdefault(key, []).extend(shared)
        return _Places(open_in)

    def seen(self, folded: str) -> set[str]:
        """Return the literals that stand in the text."""
        return {self.literals[index] for index, _, _ in self._hits(_Spaced(folded).text)}

    def hits(self, folded: str) -> list[tuple[int, int, int]]:
        """Return every place of every literal, in order: start, end, index in `literals`."""
        spaced = _Spaced(folded)
        return sorted(
            (spaced.before(start), spaced.before(end - 1) + 1, index) for index, start, end in self._hits(spaced.text)
        )

    def _hits(self, text: str) -> Iterator[_Found]:
        """Return the hits, those of one literal in their order."""
        if self._build_after is None:
            return _hits_one_by_one(text, self.literals, _near(text, self.literals))
        self._read += len(text)
        # No wheel of ahocorasick_rs runs on musl or on Windows for ARM.
        try:
            if self._read > self._build_after:
                return self._automaton.hits(text)
            return _Automaton(self.literals, _near(text, self.literals)).hits(text)
        except ImportError:
            self._build_after = None
            return self._hits(text)

    def _holders_of(self, index: int) -> Sequence[int]:
        """Return the sets of a literal, which the same few literals are asked for in every text."""
        known = self._holders.get(index)
        if known is None:
            known = self._holders[index] = [int(number) for number in self._index.holders[index].split(" ")]
        return known

    @cached_property
    def _clauses(self) -> Sequence[tuple[str, Sequence[int]]]:
        keys = self._index.keys
        return [(keys[key], sets) for key, *sets in self._index.clauses if keys[key] in self._keys]

    @cached_property
    def _automaton(self) -> _Automaton:
        return _Automaton(self.literals, range(len(self.literals)))


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
    """Finds those of the literals that are `wanted` with a compiled automaton."""

    def __init__(self, literals: Sequence[str], wanted: Sequence[int]) -> None:
        from ahocorasick_rs import AhoCorasick, Implementation

        self._wanted = wanted
        own = [literals[index] for index in wanted]
        self._longest = max(map(len, own), default=0)
        # Of the three the quickest to build; it scans an article in half a millisecond all the same.
        self._automaton = AhoCorasick(own, implementation=Implementation.NoncontiguousNFA, store_patterns=False)

    def hits(self, text: str) -> Iterator[_Found]:
        if not text.isascii():
            # The automaton reads UTF-8, which has no lone surrogates.
            text = text.encode("utf-8", "replace").decode("utf-8")
        found = iter(self._find(text)) if len(text) <= _STRETCH else self._found_by_stretches(text)
        # Where all are wanted a number is that of the literal.
        if isinstance(self._wanted, range):
            return found
        return ((self._wanted[number], start, end) for number, start, end in found)

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


def _near(text: str, literals: Sequence[str]) -> list[int]:
    """Return which of the literals, which are in order, have their beginning and their end somewhere in a text."""
    grams = {text[at : at + _GRAM] for at in range(len(text) - _GRAM + 1)}
    near = [index for index, literal in enumerate(literals) if len(literal) < _GRAM]
    # A short text has fewer beginnings than there are literals.
    for gram in grams:
        index = bisect_left(literals, gram)
        while index < len(literals) and literals[index].startswith(gram):
            if literals[index][-_GRAM:] in grams:
                near.append(index)
            index += 1
    return near


def _hits_one_by_one(text: str, literals: Sequence[str], wanted: Sequence[int]) -> Iterator[_Found]:
    """Yield the hits of those literals that are wanted, in plain Python."""
    for index in wanted:
        literal = literals[index]
        at = text.find(literal)
        while at >= 0:
            yield index, at, at + len(literal)
            at = text.find(literal, at + 1)
