"""Words that say little by themselves: the grammar's own, those that deny, and those that oppose one another."""

from __future__ import annotations

from collections.abc import Iterable

_GRAMMAR = """
a an the and or but nor so if then than that this these those there here it its it's they them their he she his her him
we our us you your i my me who whom whose which what when where why how is are was were be been being am do does did
done has have had having can could may might must shall should will would to of in on at by for from with as into onto
about between through during over under after before up down out off not no also more most very such some any all each
both either one other others same too just only while because since however although though s t
"""
_DENYING = """
no not never none nor neither without cannot can't don't doesn't didn't isn't aren't wasn't weren't won't wouldn't
shouldn't couldn't hasn't haven't hadn't unlikely lack lacks few hardly rarely
"""
# A line: words of which one stands where another does in statements that are built alike and say different things.
_OPPOSING = """
high low
higher lower
highest lowest
positive negative
positively negatively
increase decrease
increases decreases
increased decreased
raise lower
more less fewer
most least
acute chronic
day night
daytime nighttime evening morning
men women
male female
adult adults child children infants
mild moderate severe
first second third fourth
left right
upper lower
before after
short long
red green white yellow blue black gold
i ii iii iv v vi
stimulating sedating
energizing relaxing calming
primary secondary
start stop
open closed
oral topical
hot cold
good bad
best worst
arterial venous
systolic diastolic
hyper hypo
large small
larger smaller
early late
pros cons
benefits risks
internal external
anterior posterior
proximal distal
"""
_NUMBERS = "two three four five six seven eight nine ten eleven twelve"

GRAMMAR_WORDS = frozenset(_GRAMMAR.split())
NEGATORS = frozenset(_DENYING.split())
_OPPOSITES = {word: group for group, line in enumerate(_OPPOSING.strip().splitlines()) for word in line.split()}
NUMBER_WORDS = {word: str(value) for value, word in enumerate(_NUMBERS.split(), 2)} | {
    "fifteen": "15",
    "twenty": "20",
    "thirty": "30",
    "forty": "40",
    "fifty": "50",
    "once": "1 x",
    "twice": "2 x",
}


def amount(word: str) -> str:
    """Return a figure as digits, so that `two` is 2."""
    return NUMBER_WORDS.get(word, word.replace(",", ""))


def content(words: Iterable[str]) -> list[str]:
    """Return the words that carry meaning."""
    return [word for word in words if word not in GRAMMAR_WORDS]


def opposed(now: Iterable[str], before: Iterable[str]) -> bool:
    """Say whether words of one side stand against words of the other: high and low, red and green, with a negation."""
    here, there = set(now), set(before)
    groups = {_OPPOSITES[word] for word in here if word in _OPPOSITES}
    return bool((here | there) & NEGATORS or groups & {_OPPOSITES[word] for word in there if word in _OPPOSITES})
