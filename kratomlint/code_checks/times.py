"""Checks of how soon and how long an article says that an effect is felt: two answers that cannot both hold."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kratomlint.document import Document, Sentence
from kratomlint.finding import Hit
from kratomlint.language.clashes import can_clash, contradicting, is_of_others
from kratomlint.language.cue import Cue
from kratomlint.language.numbers import number
from kratomlint.named import NamedTuple
from kratomlint.registry import check
from kratomlint.span import Span

_FIGURE = r"(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty)"
_ABOUT = r"(?:(?:about|around|roughly|just|only|anywhere|between|from|for|approximately) ){0,3}"
_STARTS = Cue(
    r"\b(?:effects?|kicks? in|notice(?:s|d)?|feel (?:it|something|them)|takes? (?:effect|hold)|sets? in|comes? on|start(?:s|ing)? (?:working|to work)|onset)(?: [\w'-]+){0,4}? "
    rf"(?P<time>(?:within|in|after|takes?|is) {_ABOUT}(?P<low>{_FIGURE})(?: ?(?:to|or|and|-|–) ?(?P<high>{_FIGURE}))? ?min(?:ute)?s?)\b"
)
_LASTS = Cue(
    r"\b(?:effects?|it|they|which|this|these|feeling|calm|energy|lift|buzz|minutes)(?:,| [\w'-]+){0,4}?,? "
    rf"(?P<time>last(?:s|ing)? {_ABOUT}(?P<to>up to )?(?P<low>{_FIGURE})(?: ?(?:to|or|and|-|–) ?(?P<high>{_FIGURE}))? ?(?:hours?|hrs?))\b"
)
# Where it depends on something, there is more than one answer.
_DEPENDS = Cue(
    r"\b(?:depend\w*|vary|varies|if|unless|some|sometimes|at least|dos(?:e|es|age)|grams?|mg|stomach|food|meals?|higher|stronger|longer|shorter|peak\w*|half-life|tests?|blood"
    r"|urine|steep|simmer|brew\w*|stud(?:y|ies)|trials?|participants|rats|mice)\b"
)
# What is told of something else.
_OTHERS = Cue(
    r"\b(?:caffeine|coffee|alcohol|nicotine|opioids?|medications?|withdrawal|hangovers?|thc|side[- ]effects?)\b"
)
# A tea and a capsule are felt at different times.
_FORM = Cue(
    r"\b(?:teas?|capsules?|tablets?|extracts?|powders?|gumm(?:y|ies)|edibles?|tinctures?|oils?|creams?|balms?|gels?|topicals?|sublingual\w*|under the tongue|vap\w+|smok\w+|inhal\w+|shots?|liquids?|drinks?|swallow\w*|sprays?|patch(?:es)?)\b"
)
_STRAIN = Cue(r"\b(?:red|white|green|yellow|gold|bali|borneo|maeng da|thai|malay|indica|sativa|noble|tudei)\b")
# So many times later, or longer, it is another answer.
_FAR = 1.5


class _Time(NamedTuple):
    span: Span
    low: float
    high: float
    is_most: bool
    forms: frozenset[str]
    strains: frozenset[str]


@check
def two_times(document: Document) -> Iterator[Hit]:
    """Point at the later of two answers to when an effect begins, or to how long it lasts."""
    for pattern, topic in ((_STARTS, "when it is felt"), (_LASTS, "how long it lasts")):
        # By what they say: an article may say the same thousands of times.
        earlier: dict[tuple[Any, ...], _Time] = {}
        for time in _times(document, pattern):
            before = next((said for said in earlier.values() if _differs(time, said)), None)
            if before and can_clash(document, before.span, time.span):
                yield contradicting(document, time.span, before.span, topic)
                break
            earlier.setdefault(time[1:], time)


def _times(document: Document, pattern: Cue) -> Iterator[_Time]:
    for at, match in document.matches(pattern.finditer):
        span = Span(*match.span("time")).shifted(at)
        sentence = document.sentence_at(span.start)
        if sentence is None or document.blocks[sentence.block].kind == "cell":
            continue
        text = sentence.span.cut(document.folded)
        low = number(match["low"])
        high = number(match["high"]) if match["high"] else low
        if low is None or high is None or low > high or _DEPENDS.holds(text) or _OTHERS.holds(text):
            continue
        if is_of_others(document, span):
            continue
        is_most = bool(match.groupdict().get("to"))
        yield _Time(span, low, high, is_most, _found(document, sentence, _FORM), _found(document, sentence, _STRAIN))


def _found(document: Document, sentence: Sentence, names: Cue) -> frozenset[str]:
    """Return the names that stand in a sentence or in the headings above it, each without its plural."""
    titles = document.blocks[sentence.block].heading_path[1:]
    texts = (sentence.span.cut(document.folded), *(title.lower() for title in titles))
    return frozenset(match[0].removesuffix("s") for text in texts for match in names.finditer(text))


def _differs(time: _Time, before: _Time) -> bool:
    """Say whether two times cannot both hold of the same thing."""
    if time.forms != before.forms or (time.strains and before.strains and time.strains != before.strains):
        return False
    shorter, longer = sorted((time, before), key=lambda one: one.high)
    if longer.is_most:
        return not shorter.is_most and longer.high >= _FAR * shorter.high
    return not shorter.is_most and longer.low >= _FAR * shorter.high
