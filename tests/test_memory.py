"""What is kept of an article says what reading it anew would say, and does not grow with the time that it is kept."""

import random
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kratomlint.catalogue import Profile, Selection, load_catalogue
from kratomlint.document import Document
from kratomlint.language import budget
from kratomlint.language.cue import Cue
from kratomlint.lint import lint
from kratomlint.memory import Memory
from kratomlint.readers import parse
from kratomlint.source import decode, read

SEEDS = sorted(path for path in (Path(__file__).parent.parent / "seeds").rglob("*.md") if path.stat().st_size < 6000)
# What somebody types who writes, quotes, lists and heads.
TYPED = [
    *"a .,\"'-*>()5?\n“”\u00a0",
    "\n\n",
    "\n\n- ",
    "\n\n> ",
    "\n\n## Benefits\n\n",
    " relieves pain",
    " 500 mg twice a day",
]
TYPED += [
    " [a study](https://doi.org/10.1000/182)",
    " Kava is a proven cure.",
    " according to the FDA",
    "\n\n## References\n\n1. ",
]


@cache
def fresh() -> Profile:
    return load_catalogue().choose(Selection())._replace(corpus_checks=())


def remembering(memory: Memory) -> Profile:
    return fresh()._replace(knowledge=fresh().knowledge.remembering(memory))


@cache
def long_at_work() -> Profile:
    """Return a profile whose memory is small enough to forget between two articles."""
    return remembering(Memory(most=20_000))


def typed_in(text: str, chance: random.Random) -> Iterator[str]:
    """Yield a text after each of a few edits: words that come, go, move or are said again."""
    for _ in range(3):
        at, other = sorted((chance.randrange(len(text) + 1), chance.randrange(len(text) + 1)))
        end = min(other, at + chance.randrange(1, 200))
        text = chance.choice(
            [
                text[:at] + chance.choice(TYPED) + text[at:],
                text[:at] + text[end:],
                text[:other] + text[at:end] + text[other:],
                text[:at] + "\n\n" + text[at:end] + "\n\n" + text[at:],
            ]
        )
        yield text


@settings(deadline=None, max_examples=25)
@given(st.sampled_from(SEEDS), st.randoms(use_true_random=False))
def test_a_text_that_is_typed_is_judged_like_one_that_is_read_for_the_first_time(
    path: Path, chance: random.Random
) -> None:
    for text in typed_in(read(path).text, chance):
        source = decode(text.encode(), "a.md")
        assert lint(source, long_at_work()) == lint(source, fresh())


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_an_article_is_judged_the_same_the_second_time(path: Path) -> None:
    profile, source = remembering(Memory()), read(path)
    assert lint(source, profile) == lint(source, profile) == lint(source, fresh())


class Reader:
    """Tells how long a word is, and remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def read(self, word: str) -> int:
        self.asked.append(word)
        return len(word)


def test_what_was_read_is_not_read_again() -> None:
    memory, reader = Memory(), Reader()
    assert [memory.recall(reader.read, word) for word in ("kava", "kratom", "kava")] == [4, 6, 4]
    assert memory.each("each", ["tea", "tea", "kava"], reader.read) == [3, 3, 4]
    assert [memory.recall_by(("a", 1), "by", lambda word=word: word) for word in ("first", "second")] == ["first"] * 2
    assert reader.asked == ["kava", "kratom", "tea", "kava"]


def test_what_is_asked_for_again_outlives_a_generation_and_the_rest_does_not() -> None:
    memory, reader = Memory(most=2), Reader()
    for words in ("a b c", "a d e", "a f g"):
        memory.begin()
        memory.each("each", words.split(), reader.read)
    assert reader.asked == list("abcdefg")
    memory.begin()
    memory.each("each", list("abd"), reader.read)
    assert reader.asked == [*"abcdefg", *"bd"]


def test_a_long_session_keeps_no_more_than_two_generations_and_a_text() -> None:
    memory = Memory(most=1000)
    for number in range(50):
        memory.begin()
        memory.each("read", [f"{number} {place}" for place in range(300)], len)
    assert sum(len(kept) for age in (memory._young, memory._old) for kept in age.values()) <= 2 * 1000 + 2 * 300


def test_what_is_remembered_counts_against_the_budget_of_a_pattern() -> None:
    asked = [budget.Asked((), 1.5), budget.Asked((), 1.5)]
    with pytest.raises(budget.OverBudgetError):
        list(budget.Budget(Cue("kava"), 0).told(asked))


@cache
def asked_by_the_block() -> dict[Cue, set[str]]:
    """Return the cues that `Document.matches` asks in the seeds, each with the texts that it was asked of."""
    asked: dict[Cue, set[str]] = {}
    matches = Document.matches

    def noting(document: Document, find, *, cased: bool = False):
        asked.setdefault(find.__self__, set()).add(document.prose.text if cased else document.folded)
        return matches(document, find, cased=cased)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Document, "matches", noting)
        for path in SEEDS:
            lint(read(path), fresh())
    return asked


def test_a_pattern_that_is_asked_by_the_block_finds_the_same_in_the_whole() -> None:
    chance = random.Random(1)
    for cue, texts in asked_by_the_block().items():
        for text in texts:
            for match in list(re.finditer(cue.pattern, text, cue.flags))[:20]:
                near = text[max(0, match.start() - 60) : match.end() + 60]
                # Two blocks where there was one: between any two words, or within one.
                for at in [place.start() for place in re.finditer(" ", near)] + [chance.randrange(len(near))]:
                    broken = near[:at] + "\n" + near[at + 1 :]
                    assert found(cue, broken) == by_line(cue, broken), (cue.pattern, broken)


def found(cue: Cue, text: str) -> list[tuple[int, int]]:
    return [match.span() for match in cue.finditer(text)]


def by_line(cue: Cue, text: str) -> list[tuple[int, int]]:
    starts = [0, *(place.end() for place in re.finditer("\n", text))]
    lines = zip(starts, text.split("\n"), strict=True)
    return [(start + first, start + last) for start, line in lines for first, last in found(cue, line)]


def test_what_is_said_of_a_sentence_comes_with_the_sentence() -> None:
    document = parse(decode(b"# Tea\n\nKava eases pain. It is strong.\n", "a.md"))
    assert document.folded_blocks == ["tea", "kava eases pain. it is strong."]
    assert [(sentence.text, place) for sentence, place in document.said(lambda text: text.find(" is "))] == [
        ("Tea", -1),
        ("Kava eases pain.", -1),
        ("It is strong.", 2),
    ]
