"""Advice on how to dose that gives no figure: which words steer a reader's hand, and which only speak of doses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from kratomlint.document import Document, Sentence, fold
from kratomlint.language.cue import Cue
from kratomlint.language.dosing_words import FAMILIES, PREPARATION, PREPARATION_NOUN, TRIGGERS
from kratomlint.language.intake import is_about_taking
from kratomlint.language.quantities import Dose, read_doses
from kratomlint.language.sieve import Sieve
from kratomlint.named import NamedTuple
from kratomlint.span import Span

# The words of advice themselves, which the hit leaves out.
_ADVISING = Cue(
    r"(?:(?:you|they|one|we|users?|people|adults|individuals|patients|beginners|should|must|can|may|could|might|please|then|simply"
    r"|just|always|best|advised|advisable|recommend(?:ed)?|important|that|suggest(?:ed)?|better|wise|try|need|want|is|are|to|only|and|but"
    r"|or|so|be sure) )*"
)
# So many characters on, a figure still belongs to the advice.
_NEXT = 40
_PREPARED = Cue(rf"\b{PREPARATION}\b")
_NAMED = Cue(rf"\b{PREPARATION_NOUN}\b")
# Words that speak of dosing only beside the use of something: so many sentences before, and one after.
_BEFORE, _AFTER = 4, 1
_PATTERNS = {family: Cue(pattern) for family, pattern in FAMILIES.items()}
_SIEVE = Sieve(*_PATTERNS.values())
# "If you stay within the recommended range" tells what follows from it, and asks nothing of the reader.
_SUPPOSED = Cue(r"\b(?:if|when) (?:you|they|people|users|one) (?:\w+ )?$")
# A dose that is said to be unknown, or left to a clinician, is no advice.
_UNKNOWN = Cue(
    r"\b(?:no (?!more than)|not enough|lack of|lacks?|insufficient|without|absence of|unknown|unclear|uncertain|not (?:been )?(?:established|known|determined)"
    r"|isn't|aren't|hasn't been|haven't been|(?:further|more|additional|future) (?:research|studies|evidence|trials)|to establish"
    r"|remains? to be|warrant\w*)\b[^.;]{0,60}\b(?:dos(?:e|es|age|ages|ing)|guidelines?|amounts?|limits?|research|studies|trials)"
)
_ASKED = Cue(
    r"\b(?:ask|consult|talk(?:ing)? (?:to|with)|speak(?:ing)? (?:to|with)|prescribed|prescriber"
    r"|under (?:the )?(?:medical )?supervision)\b"
)
_LEFT_TO = Cue(
    r"\b(?:ask|let|have) (?:your|a|the) (?:doctor|physician|provider|pharmacist|clinician|nurse|professional)(?: to)? ?$"
)
_DECIDED = Cue(
    r"\b(?:doctors?|physicians?|providers?|pharmacists?|clinicians?|nurses?|professionals?)"
    r"(?: \w+)? (?:will|may|can|should|might|could|would)\b"
)


class VagueAdvice(NamedTuple):
    """Words that tell how to dose without a figure; `sentence` is the number of the sentence."""

    span: Span
    family: str
    sentence: int


def read_vague_advice(document: Document) -> tuple[VagueAdvice, ...]:
    """Return at most one advice of a sentence; ask with `document.once(read_vague_advice)`."""
    return tuple(_found(document))


def _found(document: Document) -> Iterator[VagueAdvice]:
    folded = document.folded
    for sentence in _SIEVE.sentences(document):
        words = sentence.span.cut(folded)
        if document.blocks[sentence.block].kind in ("title", "heading"):
            continue
        for family, pattern in _PATTERNS.items():
            match = pattern.search(words) if any(word in words for word in TRIGGERS[family]) else None
            if match and not _excused(document, sentence, family, match):
                yield VagueAdvice(_advice(family, match).shifted(sentence.span.start), family, sentence.number)
                break


def _advice(family: str, match: re.Match[str]) -> Span:
    if family == "sized":
        return Span(*match.span())
    advising = _ADVISING.match(match.string, match.start())
    return Span(advising.end() if advising else match.start(), match.end())


def _excused(document: Document, sentence: Sentence, family: str, match: re.Match[str]) -> bool:
    words = match.string
    if match.groupdict().get("beside") and not _stands_beside_use(document, sentence):
        return True
    if _UNKNOWN.search(words) or _DECIDED.search(words) or _LEFT_TO.search(words, 0, match.start()):
        return True
    if family == "guidelines" and _SUPPOSED.search(words, 0, match.start()):
        return True
    if family in ("start", "increase"):
        return _names_a_figure_next(document, sentence, match)
    # "Play around" leaves a reader alone beside a dose, too; a start and a step lead somewhere.
    enough = 2 if family == "personal" else 1
    if _ASKED.search(words) or len(document.once(_doses_by_sentence).get(sentence.number, ())) >= enough:
        return True
    return family == "regular" and not _is_taken(document, match["object"])


def _names_a_figure_next(document: Document, sentence: Sentence, match: re.Match[str]) -> bool:
    """Say whether the advice goes on to a figure: "begin with a small dose of 1 g"."""
    first, last = sentence.span.start + match.start(), sentence.span.start + match.end() + _NEXT
    doses = document.once(_doses_by_sentence).get(sentence.number, ())
    return any(first <= dose.span.start <= last and dose.kind in ("amount", "maximum") for dose in doses)


def _stands_beside_use(document: Document, sentence: Sentence) -> bool:
    """Say whether the sentences around, under the same heading, give a dose or tell to take something."""
    path = document.blocks[sentence.block].heading_path
    around = document.sentences[max(0, sentence.number - _BEFORE) : sentence.number + _AFTER + 1]
    return any(
        other.number in document.once(_doses_by_sentence) or _tells_to_take(document.folded_sentences[other.number])
        for other in around
        if document.blocks[other.block].heading_path == path
    )


def _tells_to_take(words: str) -> bool:
    return is_about_taking(words) and _NAMED.holds(words)


def _doses_by_sentence(document: Document) -> Mapping[int, Sequence[Dose]]:
    by_sentence: dict[int, list[Dose]] = {}
    for dose in document.once(read_doses):
        by_sentence.setdefault(dose.sentence, []).append(dose)
    return by_sentence


def _is_taken(document: Document, object_words: str | None) -> bool:
    """Say whether what is used every day is a preparation or a subject, not sunscreen."""
    if object_words is None or _PREPARED.search(object_words):
        return True
    words = object_words.split()
    sold = document.knowledge.forms("substances")
    if any(" ".join(words[at : at + length]) in sold for length in (1, 2) for at in range(len(words))):
        return True
    names = (name for subject in document.knowledge.subjects.values() for name in subject.names)
    return any(f" {fold(name)} " in f" {object_words} " for name in names)
