"""Checks of small numbers against what they count: both, dual, either, three reasons."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Sequence

from kratomlint.document import Document, Sentence
from kratomlint.finding import Hit, RelatedSpan
from kratomlint.language.cue import Cue
from kratomlint.registry import check
from kratomlint.span import Span

_VALUES = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
# What is announced with its number and then listed; “two drugs for this plus one for that” announces nothing.
_COUNTED = Cue(
    r"(?<![\w.,/-])(?P<number>two|three|four|five|six|seven|eight|nine|ten)"
    r"(?: (?:main|key|major|common|important|simple|basic|different|primary|possible|good|big|principal|essential|chief"
    r"|broad|great|top))* (?:reasons|ways|steps|types|forms|kinds|benefits|effects|factors|signs|symptoms|tips|methods"
    r"|things|options|categories|groups|stages|phases|rules|questions|principles|compounds|mechanisms|areas|features"
    r"|differences|risks|uses|varieties|strains|colou?rs|sections|parts|criteria|warnings|cautions|facts|myths)\b"
)
_NOT_A_COUNT = Cue(
    r"\b(?:at least|about|around|more than|less than|up to|over|under|nearly|almost|some|another|the (?:first|last|other|next|top)"
    r"|every|these|those|for|or|to|of|in|within|after|by|per|than) \Z"
)
_WORD = r"[a-z0-9][\w'/-]{0,40}"
# A short thing of one to three words: what stands between the commas of a plain list.
_THING = rf"{_WORD}(?: {_WORD}){{0,2}}"
# What opens an aside or a clause, and so is no further thing of the list.
_ASIDE = (
    r"(?!(?:a|an|the|which|who|that|such|including|like|or|and|but|with|as|if|when|while|where|because|also|called|known|eg|ie"
    r"|e\.g|i\.e|namely|then|so|it|they|we|you|he|she|is|are|was|were|has|have|may|can|will|not|especially|particularly"
    r"|usually|often|sometimes|in|on|at|for|by|from|to|of|respectively|making|being|depending)\b|\w+ing\b|\w+ly\b)"
)
_REST = rf"(?P<first>{_THING}), {_ASIDE}(?P<second>{_THING})(?:, {_ASIDE}{_THING}){{0,6}}"
_BOTH = Cue(rf"\bboth {_ASIDE}{_REST},? and (?P<last>{_WORD})")
_EITHER = Cue(rf"\b(?P<word>n?either) {_ASIDE}{_REST},? n?or (?P<last>{_WORD})")
_PLAIN_LIST = Cue(rf"(?<![\w-]){_WORD}, {_ASIDE}{_WORD},? and {_WORD}")
_DUAL = Cue(r"^(?:this|these|its|the|such a) (?:dual|twofold|two-fold|double)\b(?: [a-z-]+)?")
# "the dual role of the root in easing pain, calming the mind, and lifting the mood"
_DUAL_OF_MORE = Cue(
    r"\b(?:the|a|its|this|their) (?:dual|twofold|two-fold|double) (?:role|action|purpose|effects?|benefits?|nature|function|approach)\b"
    r"[^.;:,\n]{0,40}?(?: (?:in|of|by|as|for)|:) (?P<first>[^,.;:\n]{3,40}), (?P<second>[^,.;:\n]{3,40}),? and (?P<last>\w+)"
)
_CLAUSE = Cue(r"\b(?:is|are|was|were|has|have|had|may|can|could|will|would|should|helps?|makes?|does|do)\b")


@check
def both(document: Document) -> Iterator[Hit]:
    """Point at `both` before three things or more."""
    return _miscounted(document, _BOTH)


@check
def either(document: Document) -> Iterator[Hit]:
    """Point at `either` and `neither` before three things or more."""
    return _miscounted(document, _EITHER)


@check
def dual(document: Document) -> Iterator[Hit]:
    """Point at what is called dual, where three are named in its sentence or in the one before."""
    for at, match in document.matches(_DUAL_OF_MORE.finditer):
        if not any(_CLAUSE.search(thing) or " and " in thing for thing in (match["first"], match["second"])):
            yield Hit(Span(*match.span()).shifted(at))
    for sentence, said in document.said(_dual):
        before = document.sentences[sentence.number - 1] if sentence.number else sentence
        if before is not sentence and before.block == sentence.block and (three := _three_things(document, before)):
            related = (RelatedSpan(three, "three are named here"),)
            yield Hit(said.shifted(sentence.span.start), {}, related=related)


def _dual(text: str) -> Span | None:
    said = _DUAL.match(text)
    return Span(*said.span()) if said else None


@check
def listed(document: Document) -> Iterator[Hit]:
    """Point at a number that the list which follows does not have."""
    for lead, items in _lists(document).items():
        length = sum(document.blocks[index].level == document.blocks[items[0]].level for index in items)
        sentences = document.sentences_by_block[lead]
        if document.blocks[lead].kind == "paragraph" and sentences and _announces(sentences[-1]):
            found = list(_counts(document, sentences[-1].span))
            if len(found) == 1 and length > 1 and found[0][1] != length and not _is_cut(document, items):
                yield Hit(found[0][0], {"count": str(length)})


def _miscounted(document: Document, pattern: Cue) -> Iterator[Hit]:
    for at, match in document.matches(pattern.finditer):
        if _are_alike(match["first"], match["second"]):
            span = Span(*match.span()).shifted(at)
            yield Hit(span, {"word": match["word"]} if "word" in match.re.groupindex else {})


def _are_alike(first: str, second: str) -> bool:
    """Say whether two things may stand in one list: no clause, no list within, of about the same length."""
    if any(_CLAUSE.search(thing) or " and " in thing for thing in (first, second)):
        return False
    return abs(first.count(" ") - second.count(" ")) <= 1


def _three_things(document: Document, sentence: Sentence) -> Span | None:
    words = sentence.span.cut(document.folded)
    found = _BOTH.search(words)
    if found is None and words.count(" and ") == 1 and not re.search(r"\b(?:two|both|as well as|dual|while)\b", words):
        found = _PLAIN_LIST.search(words)
    return Span(*found.span()).shifted(sentence.span.start) if found else None


def _lists(document: Document) -> dict[int, Sequence[int]]:
    """Return the items of each list, by what introduces it, as indices of blocks."""
    lists: dict[int, array[int]] = {}
    for index, block in enumerate(document.blocks):
        if block.kind == "item" and block.lead >= 0:
            lists.setdefault(block.lead, array("I")).append(index)
    return dict(lists)


def _counts(document: Document, span: Span) -> Iterator[tuple[Span, int]]:
    words = span.cut(document.folded)
    for match in _COUNTED.finditer(words):
        if not _NOT_A_COUNT.search(words[max(0, match.start() - 14) : match.start()]):
            yield Span(*match.span()).shifted(span.start), _VALUES[match["number"]]


def _announces(sentence: Sentence) -> bool:
    # "Three things." above a list needs no colon.
    return sentence.text.endswith(":") or (sentence.text.endswith(".") and len(sentence.text.split()) <= 3)


def _is_cut(document: Document, items: Sequence[int]) -> bool:
    # A list that a table or picture divides is no longer one list.
    return any(document.blocks[index].kind != "item" for index in range(items[0], items[-1]))
