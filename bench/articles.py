"""Articles that nobody wrote: health prose from a vocabulary and a seed."""

from __future__ import annotations

import random
from pathlib import Path

_PLANTS = ["kratom", "kava", "ashwagandha", "turmeric", "valerian", "ginger", "CBD oil", "St John’s wort"]
_CONDITIONS = [
    "poor sleep",
    "joint pain",
    "low mood",
    "nausea",
    "fatigue",
    "anxiety",
    "a stiff back",
    "headache",
]
_GROUPS = ["older adults", "shift workers", "people on blood thinners", "runners", "new parents", "students"]
_PARTS = ["leaf", "root", "extract", "powder", "tea", "capsule", "resin", "tincture"]
_VERBS = [
    "may ease",
    "has been studied for",
    "is often taken for",
    "relieves",
    "does not cure",
    "is sold for",
]
_SOURCES = [
    "(Miller 2019)",
    "[a review](https://example.org/review)",
    "in one small trial",
    "as users report",
    "",
]
_TIMES = ["once a day", "twice daily", "with meals", "before bed", "every eight hours", "for two weeks"]
_BINDINGS = ["although", "while", "because", "and", "but", "so that", "even where", "as"]
_REPORTS = [
    "reported",
    "noticed",
    "wrote of",
    "were spared",
    "complained of",
    "showed",
    "expected",
    "described",
]
_SHAPES = [
    "The {part} of {plant} {verb} {condition} {source}",
    "Most {group} start with {low} to {high} mg {time}, and few go beyond {top} g",
    "It is **not known** whether {plant} is safe for {group}",
    "Many {group} say that the {part} helped with {condition} within {low} days",
    "Talk to a doctor before you combine {plant} with other medicines, above all if you have {condition}",
    "Researchers followed {high} {group} and measured {condition} {time} {source}",
    "What the label calls a *natural {part}* can hold {low}% more or less than it says",
    "Two of the three trials found {plant} no better than placebo for {condition}",
    "Side effects such as {condition} were mild, and they went away when the dose was lowered",
    "For {group}, the {part} offers hope where little else has worked against {condition}",
]
_SECOND_CLAUSES = [
    "{binding} {group} {report} {condition} {low} days later",
    "{binding} the {part} in {high} bottles was not {plant} at all",
    "{binding} {high} {group} {report} {condition} {time}",
]


def write_articles(folder: Path, count: int, characters: int, seed: int) -> list[Path]:
    """Write `count` Markdown articles of at least `characters` each; return their paths."""
    chance = random.Random(seed)
    paths = [folder / f"article-{number:04}.md" for number in range(count)]
    for path in paths:
        path.write_text(_article(chance, characters), encoding="utf-8")
    return paths


def write_sentences(chance: random.Random, count: int) -> list[str]:
    """Return so many sentences of one paragraph."""
    return [_sentence(chance) for _ in range(count)]


def _article(chance: random.Random, characters: int) -> str:
    parts = [f"---\ntitle: {chance.choice(_PLANTS)} and {chance.choice(_CONDITIONS)}\n---\n"]
    length = 0
    while length < characters:
        part = _section(chance)
        length += len(part)
        parts.append(part)
    return "\n".join(parts)


def _section(chance: random.Random) -> str:
    heading = f"## {chance.choice(_PLANTS).capitalize()} for {chance.choice(_GROUPS)}\n"
    paragraphs = [" ".join(_sentence(chance) for _ in range(chance.randint(3, 6))) + "\n" for _ in range(2)]
    items = "".join(f"- {_sentence(chance)}\n" for _ in range(3))
    return "\n".join([heading, *paragraphs, items])


def _sentence(chance: random.Random) -> str:
    """Return a main clause and a second one; both draw anew, so that few sentences come twice."""
    return f"{_clause(chance, _SHAPES)}, {_clause(chance, _SECOND_CLAUSES)}.".replace(" ,", ",")


def _clause(chance: random.Random, shapes: list[str]) -> str:
    return chance.choice(shapes).format(
        plant=chance.choice(_PLANTS),
        part=chance.choice(_PARTS),
        verb=chance.choice(_VERBS),
        condition=chance.choice(_CONDITIONS),
        group=chance.choice(_GROUPS),
        source=chance.choice(_SOURCES),
        time=chance.choice(_TIMES),
        binding=chance.choice(_BINDINGS),
        report=chance.choice(_REPORTS),
        low=chance.randint(2, 40),
        high=chance.randint(50, 900),
        top=chance.randint(1, 9),
    )
