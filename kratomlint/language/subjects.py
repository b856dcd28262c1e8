"""Which substances an article is about, and where it first speaks of their benefit or use. Knows no substance by name."""

from __future__ import annotations

import re
from functools import lru_cache

from kratomlint.document import Document, Sentence, fold
from kratomlint.knowledge import Subject
from kratomlint.language.cue import Cue
from kratomlint.language.quantities import read_doses
from kratomlint.language.references import read_reference_list
from kratomlint.named import NamedTuple
from kratomlint.span import Span

# An article that is shorter says too little to be told what it leaves out.
_FEWEST_WORDS = 80
# A subject is named at least so often, and by so many of a thousand words where no heading names it.
_FEWEST_NAMES = 3
_SHARE = 0.008
# A second subject is named at least so often for each time that the first one is.
_BESIDE = 0.35
# A subject of this kind stands for any preparation that has no page of its own.
GENERAL = "general"

_BENEFIT = Cue(
    r"\b(?:reli(?:ef|eve[sd]?|eving)|alleviat\w+|benefi(?:t|ts|cial)|eas(?:e|es|ing)|sooth\w+|heal(?:s|ing)?|therap(?:y|ies|eutic)"
    r"|analgesic|help(?:s|ed|ing|ful)?|boost\w*|enhanc\w+|improv\w+|promot\w+|support(?:s|ed|ing)?|combat\w*|remed(?:y|ies)"
    # "What treatment has to address": care for those who are dependent is no benefit of the substance.
    r"|treat(?:s|ed|ing)?|treatment(?! (?:has|have|must|should|cent\w+|facilit\w+|programs?|programmes?|providers?)\b)|manag(?:e|es|ing|ement)|reduc(?:e|es|ing)|calm\w*|relax\w*|energy|focus|mood|wellness|detox\w*"
    r"|pain-relieving|anti-inflammatory|stimulat\w+|euphori\w+|effective)\b"
)
_READER = Cue(r"\byou(?:r|'re|'ll|'ve)?\b")
_USING = Cue(
    r"\b(?:us(?:e|ing)|try(?:ing)?|tak(?:e|ing)|buy(?:ing)?|shop(?:ping)?|choos(?:e|ing)|pick(?:ing)?|experience|dos(?:e|es|age)"
    r"|servings?|strains?|order(?:ing)?|enjoy(?:ing)?)\b"
)
# In so many sentences a reader is guided to use or buy.
_GUIDING = 4
_DENIED = Cue(
    r"\b(?:no|not|never|cannot|without|lacks?|insufficient|neither|warn\w*|illegal|ban(?:s|ned)?|unproven|claim(?:s|ed)? to)\b|n't\b"
)


class Treated(NamedTuple):
    """A subject of the article and where a reader first meets it as something to use: the name's place."""

    subject: Subject
    place: Span


def read_subjects(document: Document) -> tuple[Treated, ...]:
    """Return the subjects whose benefit or use the article speaks of; ask with `document.once(read_subjects)`."""
    treated = [(subject, _first_use(document, names)) for subject, names in _named_most(document)]
    return tuple(Treated(subject, place) for subject, place in treated if place is not None)


def subjects_of(document: Document) -> tuple[Subject, ...]:
    """Return the subjects that the article is about, whatever it says of them."""
    return tuple(subject for subject, _ in _named_most(document))


def subjects_named(document: Document, words: str) -> frozenset[str]:
    """Return the names of the subjects that some folded words speak of, without those that mean any product."""
    subjects = document.knowledge.subjects.values()
    return frozenset(one.name for one in subjects if one.kind != GENERAL and _name_pattern(one.names).holds(words))


def _named_most(document: Document) -> list[tuple[Subject, list[Span]]]:
    """Return the subjects that the article is about, each with the places of its names."""
    if document.words < _FEWEST_WORDS:
        return []
    named = [
        (subject, names) for subject in document.knowledge.subjects.values() if (names := _names_in(document, subject))
    ]
    about = [(subject, names) for subject, names in named if _is_about(document, names)]
    most = max((len(names) for _, names in about), default=0)
    about = [(subject, names) for subject, names in about if len(names) >= _BESIDE * most]
    return [item for item in about if item[0].kind != GENERAL] or about


def guides_a_user(document: Document) -> bool:
    """Say whether the article speaks to a reader who buys or takes something; ask through `document.once`."""
    return document.once(guidings) >= _GUIDING


def guidings(document: Document) -> int:
    """Count the sentences that speak to a reader of what they take, buy or choose; ask through `document.once`."""
    return sum(document.each_sentence(_guides))


def _guides(words: str) -> bool:
    return _READER.holds(words) and _USING.holds(words)


def _names_in(document: Document, subject: Subject) -> list[Span]:
    if not any(start in document.folded for start in _name_starts(subject.names)):
        return []
    places = zip(document.blocks, document.each_block(_name_pattern(subject.names).spans), strict=True)
    return [place.shifted(block.span.start) for block, found in places for place in found]


@lru_cache(maxsize=256)
def _name_starts(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return the first words of the names: without one of them there is no name."""
    return tuple({fold(name).replace("-", " ").partition(" ")[0] for name in names})


@lru_cache(maxsize=256)
def _name_pattern(names: tuple[str, ...]) -> Cue:
    folded = sorted((fold(name) for name in names), key=len, reverse=True)
    spelled = "|".join(re.escape(name).replace(r"\ ", "[ -]").replace(r"\-", "[ -]?") for name in folded)
    return Cue(rf"(?<!\w)(?:{spelled})(?!\w)", words=_name_starts(names))


def _is_about(document: Document, names: list[Span]) -> bool:
    if len(names) < _FEWEST_NAMES:
        return False
    first = document.blocks[0].span.end
    titled = any(name.start < first for name in names) or any(
        (block := document.block_at(name.start)) is not None and block.kind in ("title", "heading") for name in names
    )
    return titled or len(names) >= _SHARE * document.words


def _first_use(document: Document, names: list[Span]) -> Span | None:
    """Return the first name that stands with a benefit or a dose, or the first of all where the reader is a user.

    None where the article speaks neither of benefit nor of use: news of a law, botany, chemistry.
    """
    dosed = {dose.sentence for dose in document.once(read_doses)}
    listed = {entry.span for entry in document.once(read_reference_list).entries}
    for name in names:
        sentence = document.sentence_at(name.start)
        if sentence is None or document.blocks[sentence.block].span in listed:
            continue
        if sentence.number in dosed or _promises(document, sentence):
            return name
    return names[0] if document.once(guides_a_user) else None


def _promises(document: Document, sentence: Sentence) -> bool:
    return document.recall(_speaks_of_benefit, sentence.span.cut(document.folded))


def _speaks_of_benefit(words: str) -> bool:
    return _BENEFIT.holds(words) and not _DENIED.holds(words)
