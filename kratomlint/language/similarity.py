"""How alike two runs of words are: words, what they share in order, sketches. Knows no document and no check."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from operator import eq, xor
from struct import Struct, pack
from sys import intern
from typing import overload
from zlib import crc32

from kratomlint.language.cue import Cue
from kratomlint.language.little_words import NUMBER_WORDS
from kratomlint.named import NamedTuple

# A number keeps its decimals, a word its apostrophe but not its possessive; a hyphen parts words.
# Asked for every word: what costs is the question, not compiling.
_WORD = re.compile(r"(\d+(?:[.,]\d+)*|[^\W\d_]+(?:'(?!s\b)[^\W\d_]+)?)(?:'s\b)?")
# What such a text holds besides letters and spaces parts words. A number by itself is one too.
_NOT_PLAIN = re.compile(
    r"['0-9](?:(?<=[0-9A-Za-z]')[A-Za-z]|(?<=[0-9])[.,][0-9]|(?<=[0-9])[A-Za-z]|(?<=[A-Za-z][0-9]))"
)
_PARTING = {code: " " for code in range(128) if not chr(code).isalnum()}
# The digits of omega-3, 7-hydroxymitragynine, B12 and COVID-19 name a thing and count nothing.
_NAME_BEFORE = Cue(r"[^\W\d_]-?\Z")
_NAME_AFTER = Cue(r"-(?!day|week|month|year|hour|minute|gram|mg|ml|to\b)[^\W\d_]{2}")
# A band is this many bins: texts agree in a whole band by likeness, hardly ever by chance.
ROWS = 3
# Bytes, two a bin.
_BAND = 2 * ROWS
# How far an empty bin goes to look for a full one, by turns: its neighbours look elsewhere. None divides a size.
_STRIDES = (7, 11, 13, 17)
# Characters a word's hash is written in: all of two bytes, none of them a surrogate.
_FIRST, _RANGE = 0x100, 0xD700
# A hash has as many bits as Python sorts at once.
_WHOLE = 0x3FFFFFFF


class Word(NamedTuple):
    """A word as it is compared, and where it stands in the text that it was read from."""

    text: str
    start: int
    end: int
    figure: bool


class Overlap(NamedTuple):
    """What two runs of words share in order.

    `pairs`: the indices of each shared word in the first and in the second run, both ascending.
    """

    pairs: tuple[tuple[int, int], ...]

    def extent(self, side: int) -> tuple[int, int]:
        """Return the indices from the first shared word of a side (0 or 1) to the last, half open."""
        return (self.pairs[0][side], self.pairs[-1][side] + 1) if self.pairs else (0, 0)


class Index:
    """Finds what shares runs of three words with something new, in time that does not grow with what is stored."""

    # A run that is everywhere says nothing of two places in particular: the first few are enough.
    MOST_PLACES = 12
    MOST_CANDIDATES = 6

    def __init__(self) -> None:
        self._places: dict[tuple[str, ...], list[int]] = {}

    def meet(self, number: int, items: Sequence[str]) -> list[int]:
        """Return the numbers that share most runs with `items`, the nearest first, and remember `items` as `number`."""
        votes: dict[int, int] = {}
        known = self._places
        for run in zip(items, items[1:], items[2:], strict=False):
            places = known.get(run)
            if places is None:
                known[run] = [number]
                continue
            for place in places:
                votes[place] = votes.get(place, 0) + 1
            if len(places) < self.MOST_PLACES:
                places.append(number)
        votes.pop(number, None)
        return sorted(votes, key=lambda place: (-votes[place], place))[: self.MOST_CANDIDATES]


def texts_of(folded: str) -> tuple[str, ...]:
    """Return the words of a text as they are compared; it is in lower case with plain quotes."""
    is_plain = folded.isascii() and not _NOT_PLAIN.search(folded)
    words = folded.translate(_PARTING).split() if is_plain else _WORD.findall(folded)
    # A text says the same few words again and again, and each is held once.
    return tuple(map(intern, words))


class Words(Sequence[Word]):
    """The words of a stretch of text; each is made when it is asked for, for most are asked of one or two."""

    def __init__(self, folded: str, matches: Sequence[re.Match[str]]) -> None:
        self._folded, self._matches = folded, matches

    @overload
    def __getitem__(self, at: int) -> Word: ...
    @overload
    def __getitem__(self, at: slice) -> Words: ...
    def __getitem__(self, at: int | slice) -> Word | Words:
        if isinstance(at, slice):
            return Words(self._folded, self._matches[at])
        return _word(self._folded, self._matches[at])

    def __iter__(self) -> Iterator[Word]:
        return (_word(self._folded, match) for match in self._matches)

    def __len__(self) -> int:
        return len(self._matches)


def words_of(folded: str, start: int, end: int) -> Words:
    """Return the same words with their places, and which of them are figures."""
    return Words(folded, list(_WORD.finditer(folded, start, end)))


def suspected(texts: Sequence[str]) -> list[int]:
    """Return where a figure may stand among the texts of words; anywhere else is none."""
    return [at for at, text in enumerate(texts) if text in NUMBER_WORDS or text[0].isdigit()]


def shared(first: Sequence[str], second: Sequence[str]) -> Overlap:
    """Return the longest sequence of items that both have in the same order."""
    return Overlap(tuple(_trace(_states(first, second), len(first))))


def count_shared(first: Sequence[str], second: Sequence[str]) -> int:
    """Return how many items that sequence has, in a third of the time."""
    states = _states(first, second)
    return len(first) - states[-1].bit_count() if states else 0


def _states(first: Sequence[str], second: Sequence[str]) -> list[int]:
    """Return, after each item of `second`, a bit for each of `first`: 0 where the longest sequence so far grows.

    Bit-parallel (Hyyrö 2004): one step of big-integer arithmetic for each item of `second`.
    """
    places: dict[str, int] = {}
    for index, item in enumerate(first):
        places[item] = places.get(item, 0) | 1 << index
    everything = (1 << len(first)) - 1
    state, states = everything, []
    for item in second:
        met = state & places.get(item, 0)
        state = ((state + met) | (state - met)) & everything
        states.append(state)
    return states


def longest_run(first: Sequence[str], second: Sequence[str]) -> tuple[int, int]:
    """Return where in `first` the longest unbroken stretch begins that both have, and its number of items."""
    places: dict[str, list[int]] = {}
    for index, item in enumerate(first):
        places.setdefault(item, []).append(index)
    best, lengths = (0, 0), dict[int, int]()
    for item in second:
        lengths = {index: lengths.get(index - 1, 0) + 1 for index in places.get(item, ())}
        for index, length in lengths.items():
            if length > best[1]:
                best = (index + 1 - length, length)
    return best


def share_a_run(first: Sequence[str], second: Sequence[str], length: int) -> bool:
    """Say whether both have an unbroken stretch of so many items, at least one."""
    known, stretch = set(second), 0
    for item in first:
        stretch = stretch + 1 if item in known else 0
        # Few get so far.
        if stretch == length:
            return not set(_runs(first, length)).isdisjoint(_runs(second, length))
    return False


def _runs(items: Sequence[str], length: int) -> Iterator[tuple[str, ...]]:
    return zip(*(items[start:] for start in range(length)), strict=False)


def sketch(items: Sequence[str], size: int) -> str:
    """Return a one-permutation minhash of the pairs of neighbours in `items`: `size` characters, one a bin.

    Sketches are compared band by band (`bands`) and bin by bin (`likeness`). The same in every process: no salted hash.
    """
    # Each is mixed its own way, so that the order of a pair counts.
    return _sketched(map(xor, map(_left, items), map(_right, items[1:] or items)), size)


def sketch_in_any_order(items: Iterable[str], size: int) -> str:
    """Return the same of the items one by one: of few, a word that was moved or put in would break most pairs."""
    return _sketched(map(_left, items), size)


def likeness(first: str, second: str) -> float:
    """Return the share of bins in which two sketches agree, which estimates the share of word pairs in common."""
    agreeing: int = sum(map(eq, first, second))
    return agreeing / max(1, len(first))


def number(sketched: str) -> int:
    """Return a sketch as one number, two bytes a bin, so that all bins are looked at together."""
    return int.from_bytes(sketched.encode("utf-16-le", "surrogatepass"), "little")


def sharing(size: int, least: float) -> Callable[[int, int], bool]:
    """Return what says whether two sketches of so many bins, made numbers, have that share of them in common."""
    # The highest bit of each bin, and all the others.
    highest = int.from_bytes(b"\0\x80" * size, "little")
    others = highest ^ (1 << 16 * size) - 1
    most = int(size * (1 - least))

    def share(first: int, second: int) -> bool:
        unlike = first ^ second
        # What differs in any bit of a bin differs in the highest one then.
        return (((unlike & others) + others | unlike) & highest).bit_count() <= most

    return share


def bands(sketched: str) -> Iterator[tuple[int, str]]:
    """Yield the bands of a sketch; two texts that share one are worth comparing."""
    for start in range(0, len(sketched), ROWS):
        yield start, sketched[start : start + ROWS]


def marks(sketched: str) -> list[int]:
    """Return a number of 32 bits for each band: the same for the same characters at the same place, hardly ever for others."""
    data = sketched.encode("utf-16-le", "surrogatepass")
    return list(map(crc32, _cut(len(data)).unpack(data), range(0, len(data), _BAND)))


@lru_cache(maxsize=16)
def _cut(length: int) -> Struct:
    """Return what cuts so many bytes into bands, the last one perhaps shorter."""
    return Struct(f"{_BAND}s" * (length // _BAND) + (f"{length % _BAND}s" if length % _BAND else ""))


def signature(items: Iterable[str]) -> str:
    """Return one character for each word, the same for the same word: enough to compare, not enough to read."""
    return "".join(map(_hashed_character, items))


def _word(folded: str, match: re.Match[str]) -> Word:
    text, (start, end) = match[1], match.span(1)
    return Word(text, start, end, _is_figure(folded, start, end) if text[0].isdigit() else text in NUMBER_WORDS)


def _is_figure(folded: str, start: int, end: int) -> bool:
    before = folded[start - 1 : start]
    if (before.isalnum() or before == "-") and _NAME_BEFORE.search(folded[max(0, start - 2) : start]):
        return False
    return folded[end : end + 1] != "-" or not _NAME_AFTER.match(folded, end)


def _trace(states: Sequence[int], length: int) -> Iterator[tuple[int, int]]:
    found, column, row = [], length, len(states)
    while column and row:
        bit = 1 << (column - 1)
        if states[row - 1] & bit:
            column -= 1
            continue
        row -= 1
        if not (row and not states[row - 1] & bit):
            column -= 1
            found.append((column, row))
    return reversed(found)


def _sketched(values: Iterable[int], size: int) -> str:
    # The greatest first, so that the lowest of each place is what stays.
    lowest = {value % size: value for value in sorted(values, reverse=True)}
    if len(lowest) < size:
        lowest |= {place: _borrowed(place, lowest, size) for place in range(size) if place not in lowest}
    characters = [_FIRST + lowest[place] // size % _RANGE for place in range(size)]
    return pack(f"<{size}H", *characters).decode("utf-16-le")


def _borrowed(place: int, lowest: Mapping[int, int], size: int) -> int:
    """Return what an empty bin takes from a full one, so that short texts have whole bands.

    Each looks at the others in an order of its own (Shrivastava 2017): were it the next one's, a band could come of a
    single pair of words, and texts that share no more than "of the" would meet.
    """
    at, stride = place, _STRIDES[place % len(_STRIDES)]
    while lowest and at not in lowest:
        at = (at + stride) % size
    return lowest.get(at, 0)


class _Mixed(dict[str, int]):
    """Words by their hashes, each mixed with an odd factor. Of a library the most common make up nearly all of them."""

    _MOST = 1 << 14

    def __init__(self, factor: int) -> None:
        super().__init__()
        self._factor = factor

    def __missing__(self, word: str) -> int:
        if len(self) >= self._MOST:
            self.clear()
        mixed = self[word] = crc32(word.encode()) * self._factor >> 11 & _WHOLE
        return mixed


_left, _right = _Mixed(0x9E3779B1).__getitem__, _Mixed(0x85EBCA77).__getitem__


@lru_cache(maxsize=1 << 14)
def _hashed_character(item: str) -> str:
    return _character(crc32(item.encode()))


def _character(value: int) -> str:
    return chr(_FIRST + value % _RANGE)
