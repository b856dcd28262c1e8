"""Ordinary prose that nobody wrote: notes on crafts, ways and towns, from a vocabulary and a seed. Nothing in it is of health."""

from __future__ import annotations

import random
from pathlib import Path

_WORDS = {
    "thing": """bench lantern kettle ledger rope barrel hinge plough basket mast shutter gutter chisel bridge fence
        cellar stove cart sail bucket ladder wheel pulley drawer cabinet window chimney roof beam plank nail saddle
        quilt loom spindle thimble clock pendulum map diary letter stamp parcel crate pallet
        crane quay harbour buoy net trap canoe kayak paddle tent stake hammock grate""",
    "person": """carpenter mason weaver potter miller baker ferryman clerk surveyor gardener shepherd fiddler printer binder
        cooper farrier glazier thatcher plumber roofer painter sailor fisherman postman teacher porter warden ranger guide""",
    "place": """valley ridge harbour village market orchard meadow quarry mill workshop attic courtyard station canal island
        bay moor forest clearing ford crossing hamlet suburb square library archive museum shipyard foundry vineyard""",
    "stuff": """oak pine ash elm willow birch brass copper iron slate clay lime sand gravel linen wool felt leather wax tar resin
        chalk ink paper cork straw reed flax hemp-rope twine glass tile brick mortar turf peat""",
    "quality": """narrow wide heavy plain crooked steep early late dry damp cold warm quiet loud bright dull rough smooth soft stiff
        hollow solid faded fresh ripe bare worn sturdy brittle spare common rare distant nearby northern southern""",
    "doing": """mends carries lifts turns fills empties measures marks cuts joins paints scrapes sharpens oils loads ties loosens
        hangs stacks sorts counts draws copies keeps lends borrows sells buys trades weighs lowers raises moves stores""",
    "done": """mended carried lifted turned filled emptied measured marked cut joined painted scraped sharpened oiled loaded tied
        loosened hung stacked sorted counted drawn copied kept lent borrowed sold bought traded weighed lowered raised""",
    "when": """in_spring in_autumn before_noon after_dark on_market_days once_a_year every_winter at_low_tide in_the_first_frost
        during_the_harvest on_Sundays at_dawn towards_evening in_wet_years when_the_wind_turns long_before_the_railway_came""",
    "how": """slowly with_care by_hand without_haste in_pairs from_memory by_lamplight as_a_rule more_often_than_not with_a_borrowed_{thing}
        under_a_{quality}_{thing} along_the_{quality}_{place} in_small_steps against_all_advice for_next_to_nothing""",
    "link": "while because although and but so until unless whereas wherever since",
}
_VOCABULARY = {name: [word.replace("_", " ") for word in words.split()] for name, words in _WORDS.items()}
# What stands for a part of speech is drawn anew each time, so that sentences share little but their grammar.
_VOCABULARY["one"] = [
    "the {thing}", "the {quality} {thing}", "a {quality} {thing}", "the {person}", "the {person} of the {place}", "the old {place}",
    "his {thing}", "her {quality} {thing}", "the {thing} from the {place}", "no {person}", "some {person} or other", "the {stuff}",
    "what was left of the {thing}", "the {stuff} under the {thing}", "the last {thing}", "whoever {done} the {thing}",
]  # fmt: skip
_VOCABULARY["does"] = [
    "{doing} {one}", "{doing} {one} {when}", "was {done} {how}", "was never {done}", "stood near {one}", "had to be {done} {when}",
    "{doing} {stuff} for {one}", "went from the {place} to the {place}", "belongs to {one}", "cost {number} coins {when}", "is {quality}",
    "looks {quality} beside {one}", "kept {number} of them", "took {number} days", "{doing} more {stuff} than {one}", "is made of {stuff}",
]  # fmt: skip
_CLAUSES = [
    "{one} {does}",
    "{when} {one} {does}",
    "{one} {does}, and {one} {does}",
    "{how} {one} {does}",
    "of {number} {thing}s in the {place} {one} {doing} the most",
    "so {quality} was {one} that {one} {does}",
    "between {one} and {one} lies the {place}",
]
_HEADINGS = [
    "The {thing} and the {place}",
    "How a {thing} is {done}",
    "A {person} of the {place}",
    "On {stuff} and {stuff}",
]


def write_prose(folder: Path, count: int, characters: int, seed: int) -> list[Path]:
    """Write `count` Markdown pages of at least `characters` each, a hundred to a folder; return their paths."""
    chance = seeded(seed)
    paths = [folder / f"part-{number // 100:03}" / f"page-{number:05}.md" for number in range(count)]
    for path in paths:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page(chance, characters), encoding="utf-8")
    return paths


def seeded(seed: int) -> random.Random:
    """Return chance that is the same on every machine."""
    return random.Random(seed)


def page(chance: random.Random, characters: int) -> str:
    """Return a page of at least so many characters."""
    parts = [f"# {_filled(chance, chance.choice(_HEADINGS))}\n"]
    length = 0
    while length < characters:
        parts.append(_section(chance))
        length += len(parts[-1])
    return "\n".join(parts)


def sentence(chance: random.Random) -> str:
    """Return a sentence of two clauses."""
    words = _filled(chance, f"{chance.choice(_CLAUSES)}, {{link}} {chance.choice(_CLAUSES)}.")
    return words[0].upper() + words[1:]


def paragraph(chance: random.Random) -> str:
    """Return three to six sentences."""
    return " ".join(sentence(chance) for _ in range(chance.randint(3, 6)))


def _section(chance: random.Random) -> str:
    items = "".join(f"- {sentence(chance)}\n" for _ in range(3))
    paragraphs = (f"{paragraph(chance)}\n" for _ in range(4))
    return "\n".join([f"## {_filled(chance, chance.choice(_HEADINGS))}\n", *paragraphs, items])


def _filled(chance: random.Random, shape: str) -> str:
    """Fill the places of a shape, each with a word of its own; what fills one may have places too."""
    while "{" in shape:
        before, _, rest = shape.partition("{")
        name, _, after = rest.partition("}")
        word = str(chance.randint(2, 90)) if name == "number" else chance.choice(_VOCABULARY[name])
        shape = f"{before}{word}{after}"
    return shape
