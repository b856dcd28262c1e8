"""What is known of the matches of a part of a pattern, and of its parts together. Knows strings, no pattern's syntax.

Every run of whitespace counts as one space.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache, reduce
from math import prod

from kratomlint.late import late
from kratomlint.named import NamedTuple

# Sets of literals, of each of which one stands in a text.
Clause = tuple[frozenset[str], ...]
# Clauses of which one holds of a text.
Needs = tuple[Clause, ...]

_MOST_JOINED = 400
_MOST_LISTED = 2000
_MOST_COPIES = 4
_MOST_CLAUSES = 80
# A clause has as many sets; those beside the first are worth looking for where they are few.
_MOST_SETS = 3
_MOST_BESIDE = 20
# What a literal adds to the start of a run, against what an opened check costs: about one to two thousand.
_PRICE = 0.0005
# Seen in every text, so that they tell nothing.
_EVERYWHERE = late(
    r"\b(?:an?|and|are|as|at|be|but|by|can|for|from|has|have|in|is|its?|may|more|not?|of|on|or|that|the|their|this"
    r"|to|was|were|which|with)\b"
)
_SEEN_ALWAYS = 100.0
_SPACES = late(r"\s+")


def words_of(needs: Needs | None, most: int) -> tuple[str, ...]:
    """Return at most so many strings without spaces, of which one stands in every text that has what is needed; or none."""
    words: set[str] = set()
    for clause in needs or ():
        words |= min(({max(literal.split(" "), key=len) for literal in one} for one in clause), key=len)
    shortest = [word for word in words if not any(other in word for other in words if other != word)]
    return tuple(sorted(shortest)) if "" not in words and len(shortest) <= most else ()


def one_of(literals: Iterable[str]) -> Needs | None:
    """Return that one of the literals is needed; None where one of them is in every text."""
    some = frozenset(literals)
    return None if "" in some else ((some,),)


def regular(text: str) -> str:
    """Return a text with one space for every run of whitespace, as literals have it."""
    # No whitespace but the space is printable.
    return text if text.isprintable() and "  " not in text else _SPACES.sub(" ", text)


class Matches(NamedTuple):
    """What is known of every match of a part of a pattern.

    `whole`: all that it can be, None where that is too much. `starts`, `ends`: one of which it begins or ends
    with. `needs`: what stands in it, or is asked for beside it; None where nothing is known.
    """

    whole: frozenset[str] | None
    starts: frozenset[str]
    ends: frozenset[str]
    needs: Needs | None


NOTHING = frozenset({""})
SPACE = frozenset({" "})
EMPTY = Matches(NOTHING, NOTHING, NOTHING, None)
ANYTHING = Matches(None, NOTHING, NOTHING, None)


def exactly(strings: Iterable[str]) -> Matches:
    """Return what is known of a part that is one of `strings`."""
    whole = frozenset(map(regular, strings))
    return Matches(whole, whole, whole, _one_if_rare(whole))


def sequence(first: Matches, second: Matches) -> Matches:
    """Return what is known of two parts, one after the other."""
    if first is EMPTY or second is EMPTY:
        return second if first is EMPTY else first
    needs = _both(first.needs, second.needs)
    if first.whole is not None and second.whole is not None and (whole := _joined(first.whole, second.whole)):
        entire = _one_if_rare(whole)
        return Matches(whole, whole, whole, entire if _share(entire) <= _share(needs) else _both(needs, entire))
    starts = first.starts if first.whole is None else _joined(first.whole, second.starts) or first.whole
    ends = second.ends if second.whole is None else _joined(first.ends, second.whole) or second.whole
    return Matches(None, starts, ends, _both(needs, _one_if_rare(_joined(first.ends, second.starts))))


def either(branches: list[Matches]) -> Matches:
    """Return what is known of a choice among branches."""
    if len(branches) == 1:
        return branches[0]
    wholes = [branch.whole for branch in branches if branch.whole is not None]
    needs = [branch.needs for branch in branches if branch.needs is not None]
    whole = frozenset[str]().union(*wholes) if len(wholes) == len(branches) else None
    return Matches(
        whole if whole is not None and len(whole) <= _MOST_LISTED else None,
        _beginnings(frozenset[str]().union(*(branch.starts for branch in branches))) or NOTHING,
        _endings(frozenset[str]().union(*(branch.ends for branch in branches))) or NOTHING,
        _tidied([clause for known in needs for clause in known]) if len(needs) == len(branches) else None,
    )


def repeated(part: Matches, low: int, high: int | None) -> Matches:
    """Return what is known of a part that comes so many times; `high` None: or more."""
    if high == 0:
        return EMPTY
    if part.whole == SPACE:
        return part if low else exactly(("", " "))
    if low == 0:
        return either([part, EMPTY]) if high == 1 else ANYTHING
    if low == high and low <= _MOST_COPIES:
        return reduce(sequence, [part] * low)
    return part._replace(whole=None)


def _joined(first: frozenset[str], second: frozenset[str]) -> frozenset[str] | None:
    """Return every string of `first` with every string of `second` after it; None where that is too much."""
    if len(first) * len(second) > _MOST_JOINED:
        return None
    return frozenset(
        left + (right[1:] if left[-1:] == " " and right[:1] == " " else right) for left in first for right in second
    )


def _beginnings(strings: frozenset[str]) -> frozenset[str] | None:
    """Return the strings, cut down to as many first characters as leaves few enough of them."""
    for length in (len(max(strings, key=len)), 12, 8, 6, 5, 4, 3):
        cut = frozenset(string[:length] for string in strings)
        if len(cut) <= _MOST_LISTED:
            return cut
    return None


def _endings(strings: frozenset[str]) -> frozenset[str] | None:
    cut = _beginnings(frozenset(string[::-1] for string in strings))
    return None if cut is None else frozenset(string[::-1] for string in cut)


def _one_if_rare(literals: frozenset[str] | None) -> Needs | None:
    """Return that one of the literals is needed; None where one is seen in every text."""
    return ((literals,),) if literals and _cost(literals) < float("inf") else None


def _both(one: Needs | None, other: Needs | None) -> Needs | None:
    """Return that two things are needed; of the one that tells less, what all its clauses come to is kept."""
    if one is None or other is None:
        return other if one is None else one
    if _share(other) < _share(one):
        one, other = other, one
    beside = other[0] if len(other) == 1 else (of_any(other),)
    return _tidied([_narrow((*clause, *beside)) for clause in one])


def of_any(needs: Needs) -> frozenset[str]:
    """Return literals of which one stands wherever one of the clauses holds."""
    return frozenset[str]().union(*(clause[0] for clause in needs))


def _narrow(clause: Clause) -> Clause:
    """Return the clause with the sets that tell most, the one that is seen in the fewest texts first."""
    first, *others = sorted(dict.fromkeys(clause), key=lambda one: (_cost(one), -min(map(len, one))))
    kept = [first]
    for one in others:
        if len(one) <= _MOST_BESIDE and _cost(one) < 1 and not _follows(one, kept):
            # What follows from longer literals is not asked for besides.
            kept = [other for other in kept if not _follows(other, [one])] + [one]
    return tuple(kept[:_MOST_SETS])


def _follows(one: frozenset[str], kept: Iterable[frozenset[str]]) -> bool:
    """Say whether a literal of `one` stands wherever one of some other set does."""
    return any(
        len(other) <= _MOST_JOINED and all(any(short in long for short in one) for long in other) for other in kept
    )


def _tidied(clauses: Sequence[Clause]) -> Needs | None:
    """Return the clauses, those of one set as one; None where that set is too much."""
    alone = frozenset[str]().union(*(clause[0] for clause in clauses if len(clause) == 1))
    several = list(dict.fromkeys(clause for clause in clauses if len(clause) > 1))
    if len(several) > _MOST_CLAUSES:
        alone, several = alone | of_any(tuple(several)), []
    if not alone:
        return tuple(several)
    cut = _beginnings(alone)
    return None if cut is None or _cost(cut) == float("inf") else ((cut,), *several)


def _share(needs: Needs | None) -> float:
    """Return how often one of the clauses holds, as far as the lengths of their literals tell."""
    return float("inf") if needs is None else sum(prod(min(1.0, _cost(one)) for one in clause) for clause in needs)


@lru_cache(maxsize=1 << 12)
def _cost(literals: frozenset[str]) -> float:
    """Return how often one of `literals` is seen, as far as their lengths tell."""
    cost = 0.0
    for literal in without_longer(literals):
        words = literal.strip()
        if len(words) < 2 and (not words or words.isalnum()):
            return float("inf")
        telling = len(_EVERYWHERE.sub("", words).strip())
        cost += _PRICE + (2.0**-telling if telling else _SEEN_ALWAYS)
    return cost


def without_longer(literals: frozenset[str]) -> list[str]:
    """Return `literals` without those that begin with another one of them."""
    kept: list[str] = []
    for literal in sorted(literals):
        if not kept or not literal.startswith(kept[-1]):
            kept.append(literal)
    return kept
