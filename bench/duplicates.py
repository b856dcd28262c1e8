"""Near-duplicates among many paragraphs: how long they take, and whether those that a comparison of all finds are found.

python bench/duplicates.py 200000
"""

from __future__ import annotations

import gc
import os
import random
import sys
import time
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor

import prose

from kratomlint import cli
from kratomlint.catalogue import Profile, Selection, load_catalogue
from kratomlint.code_checks import across
from kratomlint.corpus import compare
from kratomlint.facts import PackedFacts, join, pack
from kratomlint.finding import FileResult, Place, PlacedFact
from kratomlint.language.repetition import LONGEST
from kratomlint.language.similarity import shared, sketch, texts_of
from kratomlint.member import Member
from kratomlint.span import Span

_CHECK = "duplicate/across-paragraph"
_A_FILE = 20
# So many files a process is given at a time.
_AT_ONCE = 50
# One paragraph in so many is an earlier one with a few words changed.
_PLANTED = 50
_SAMPLE = 60
_SAME = 0.8


def main() -> None:
    count = int(sys.argv[1])
    texts = paragraphs(random.Random(11), count)
    # As a run does it.
    gc.set_threshold(cli.MADE_BEFORE_A_LOOK)
    start, before = time.perf_counter(), _processor_seconds()
    found = families(texts)
    # What a comparison with all takes is no part of it.
    seconds, spent, megabytes = time.perf_counter() - start, _processor_seconds() - before, _peak_megabytes()
    wanted = true_pairs(texts, random.Random(12))
    met = sum(pair in found for pair in wanted)
    print(f"{seconds:.1f} {spent:.1f} {megabytes:.0f} {met} {len(wanted)}")


def paragraphs(chance: random.Random, count: int) -> list[str]:
    """Return paragraphs of which some say an earlier one again with a few words changed."""
    made: list[str] = []
    for number in range(count):
        text = prose.paragraph(chance)
        if number % _PLANTED == _PLANTED - 1:
            words = chance.choice(made).split(" ")
            for _ in range(chance.randint(0, len(words) // 20)):
                words[chance.randrange(len(words))] = chance.choice(words)
            text = " ".join(words)
        made.append(text)
    return made


def families(texts: Sequence[str]) -> set[tuple[int, int]]:
    """Return the pairs, first and later, that the check of paragraphs across files finds, every file one of many paragraphs.

    Files are told in as many processes as there are cores, and compared in one, as in a run.
    """
    profile = load_catalogue().choose(Selection(select=(_CHECK,)))
    files = [(first, texts[first : first + _A_FILE]) for first in range(0, len(texts), _A_FILE)]
    with ProcessPoolExecutor() as pool:
        members = [_member(path, facts, profile) for path, facts in pool.map(_told, files, chunksize=_AT_ONCE)]
    found = compare(members).findings
    return {(finding.related[0].line, finding.place.line) for every in found.values() for finding in every}


def _told(file: tuple[int, Sequence[str]]) -> tuple[str, bytes]:
    """Return the name of a file and what it tells."""
    first, texts = file
    path = f"{first:07}"
    return path, join({_CHECK: pack([_fact(first + at, path, text) for at, text in enumerate(texts)])})


def _member(path: str, facts: bytes, profile: Profile) -> Member:
    told = PackedFacts(path, (_CHECK,), lambda: facts)
    return Member(FileResult(path, facts=told), None, profile, named=True)


def _fact(number: int, path: str, text: str) -> PlacedFact:
    key = sketch(_words(text), across.PARAGRAPH_BINS)
    return PlacedFact(key, ("",), Place(path, Span(0, len(text)), number, 1, number, 2), "")


def true_pairs(texts: Sequence[str], chance: random.Random) -> list[tuple[int, int]]:
    """Return of a sample of paragraphs the earliest one with nearly all of its words in the same order, by comparing with all."""
    bags = [Counter(_words(text)) for text in texts]
    pairs = []
    planted = range(_PLANTED - 1, len(texts), _PLANTED)
    for later in chance.sample(planted, min(_SAMPLE, len(planted))):
        for earlier in range(later // _A_FILE * _A_FILE):
            most = max(bags[later].total(), bags[earlier].total())
            if (bags[later] & bags[earlier]).total() >= _SAME * most and _are_alike(texts[later], texts[earlier]):
                pairs.append((earlier, later))
                break
    return pairs


def _are_alike(one: str, other: str) -> bool:
    first, second = _words(one), _words(other)
    return len(shared(first, second).pairs) >= _SAME * max(len(first), len(second))


def _words(text: str) -> tuple[str, ...]:
    return texts_of(text.lower())[:LONGEST]


def _processor_seconds() -> float:
    return sum(os.times()[:4])


def _peak_megabytes() -> float:
    """Return what this process took at most, and as much for each other one as the largest of them."""
    try:
        import resource
    except ImportError:  # Windows has none.
        return 0.0
    own, others = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return (own + others * (os.cpu_count() or 1)) / 1024


if __name__ == "__main__":
    main()
