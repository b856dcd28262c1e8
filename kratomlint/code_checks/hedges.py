"""Two hedges on one claim. One hedge is calibration and is never touched; only the second is pointed at."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kratomlint.document import Document, Sentence
from kratomlint.finding import Hit
from kratomlint.language.cue import Cue
from kratomlint.registry import check
from kratomlint.span import Span

_MODAL = r"(?:may|might|could)"
_ADVERB = r"(?:potentially|possibly|perhaps|maybe|conceivably|likely|arguably|presumably|supposedly|probably)"
_WORD = r"[^\W_][\w'%-]*"
# Words after which another claim begins, or the hedge turns into its opposite ("could not possibly").
_TURN = (
    r"(?:and|or|but|yet|so|not|never|which|who|whose|that|where|when|while|whereas|although|though|because|since|if"
    r"|unless|until|than|more|less|most|very|how|whether|(?<!such )as)"
)
_STEP = rf"(?!{_TURN}\b){_WORD}"
# The words of one claim with whatever it lists.
_LISTED = (
    rf"(?!(?:but|yet|so|not|never|which|who|whose|that|where|when|while|whereas|although|though|because|since|if|unless|until"
    rf"|how|whether)\b){_WORD},?"
)

# Verbs by which something has an effect: with them, `potential` hedges the same claim as the modal. "Your doctor may
# discuss potential risks" holds one hedge on each of two things.
_EFFECT = (
    r"(?:be|have|hold|carry|pose|present|offer|provide|give|bring|show|yield|confer|deliver|produce|cause|create"
    r"|trigger|induce|lead to|result in|contribute to|help(?: with)?|exert|exhibit|possess|play|serve as|act as)"
)
# What people hold of a thing without knowing it.
_HELD = r"(?:hypothesi[sz]ed|theori[sz]ed|speculated|conjectured|supposed|presumed|thought|believed|suspected)"

# Of these, both "possible X" and "X may" say that they need not be; "every possible care may fail" does not.
_POSSIBLE = (
    r"(?:(?:health|side|adverse|drug|unwanted|serious|common|negative|mild|long-term) ){0,2}(?:side-effects?|effects?|benefits?|risks?"
    r"|interactions?|complications?|symptoms?|reactions?|downsides?|drawbacks?|harms?|uses|advantages?|dangers?)\b"
)

# Every first and every second hedge of the patterns below.
_HEDGE = Cue(
    rf"\b(?:{_MODAL}|{_ADVERB}|potential|{_HELD}|possible|conceivable|plausible"
    r"|chance|possibility|likelihood|(?:hypothesi[sz]|theori[sz]|speculat)e[sd]?|seems?|appears?)\b"
)

_STACKS = (
    # "may potentially", "could help to possibly ease", "might, perhaps,"
    rf"(?P<first>\b{_MODAL}),? (?:{_STEP} ){{0,3}}?(?P<second>(?<!\bmost )(?<!\bmore ){_ADVERB})\b(?! (?:to|than)\b)",
    # "perhaps it might"
    rf"(?P<first>\b(?:potentially|possibly|perhaps|maybe|conceivably)),? (?:(?:it|this|that|these|they) )?"
    rf"(?P<second>{_MODAL})\b(?! (?:also )?not\b)",
    # "may offer potential benefits", "could be a potential aid"; "the potential for abuse" is a property of its own.
    rf"(?P<first>\b{_MODAL}) (?:{_STEP} ){{0,2}}?{_EFFECT} (?:{_STEP} ){{0,2}}?(?P<second>(?<!\bthe )potential)\b",
    rf"(?P<first>\b{_MODAL}) (?:{_STEP} )?(?:have|hold|offer) the (?P<second>potential) (?:to|for)\b",
    # "may lead to hair loss, a fast heart rate, and potential addiction"
    rf"(?P<first>\b{_MODAL}) (?:{_STEP} ){{0,2}}?{_EFFECT} (?:{_STEP},? ){{1,12}}?(?:and|or) (?P<second>potential)"
    rf" (?!{_TURN}\b){_WORD}",
    # "may loosen the joints and calm the skin, potentially easing"
    rf"(?P<first>\b{_MODAL}) (?:{_LISTED} ){{1,16}}?(?<=, )(?P<second>potentially|possibly|perhaps|conceivably)"
    r" (?!(?:being|during|including|depending|according|excluding)\b)[a-z]{3,}ing\b",
    # "potential benefits of kratom may include", "possible side effects might be"
    rf"(?P<first>\bpotential|(?<!\bas )\bpossible(?= {_POSSIBLE})) (?:(?!(?:to|for|of|it|its|you|your|they|their|we|he|she)\b){_STEP} ){{1,2}}"
    rf"(?:(?:of|for|from|in) (?:(?!(?:it|you|they|we|he|she)\b){_STEP} ){{1,3}}?)?(?P<second>{_MODAL})\b",
    # "it is hypothesised that leaves might"
    rf"\bit(?: is|'s| has been| was) (?:\w+ )?(?P<first>{_HELD}|possible|conceivable|plausible) (?:that )?"
    rf"(?:{_STEP} ){{1,8}}?(?P<second>{_MODAL})\b(?! not\b)",
    rf"(?<!\bwe )(?P<first>\b(?:hypothesi[sz]|theori[sz]|speculat)e[sd]?) that (?:{_STEP} ){{1,8}}?"
    rf"(?P<second>{_MODAL})\b(?! not\b)",
    rf"\bit (?P<first>seems|appears) (?:that )?(?:{_STEP} ){{1,6}}?(?P<second>{_MODAL})\b(?! not\b)",
    # "is believed to potentially", "appears to possibly"
    rf"(?P<first>\b(?:{_HELD}|seems?|appears?)) to (?:{_STEP} )?(?P<second>potentially|possibly|perhaps|conceivably)\b",
    # "probably, on the whole, likely": two adverbs with nothing but asides between them
    rf"(?P<first>\b(?:potentially|possibly|perhaps|maybe|conceivably|probably|presumably|supposedly)),? (?:(?:by and large|on the whole|quite|in theory"
    rf"|in principle|all in all|most|very),? ){{0,2}}(?P<second>{_ADVERB})\b",
    # "perhaps the extract could"
    rf"(?P<first>\b(?:potentially|possibly|perhaps|maybe|conceivably)),? (?:the|this|these|such|a|an) (?:{_STEP} ){{1,3}}?(?P<second>{_MODAL})\b(?! (?:also )?not\b)",
    # "there is a chance that it may"
    rf"\bthere(?: is|'s| may be| might be) (?:an? |some )?(?P<first>chance|possibility|likelihood)(?: that)? (?:{_STEP} ){{1,6}}?(?P<second>{_MODAL})\b(?! not\b)",
    # "may show promise as a potential aid"
    rf"(?P<first>\b{_MODAL}) (?:show|hold|have) (?:{_STEP} ){{0,2}}?(?:promise|value|merit|use) as an? (?P<second>potential|possible)\b",
    # "might, in some cases, possibly"
    rf"(?P<first>\b{_MODAL}), (?:{_STEP} ){{1,4}}?{_WORD}, (?P<second>potentially|possibly|perhaps|conceivably)\b",
    # "may or might help"
    rf"(?P<first>\b{_MODAL}) or (?P<second>{_MODAL})\b(?! not\b)",
)


@check
def stacked(document: Document) -> Iterator[Hit]:
    """Point at the words from the first to the second hedge of a claim."""
    for span, first, second in _apart(document):
        words = span.cut(document.prose.text)
        values = {"first": first.cut(document.prose.text), "second": second.cut(document.prose.text)}
        yield Hit(span, values, _with_one_hedge(words, span, second))


def _apart(document: Document) -> Iterator[tuple[Span, Span, Span]]:
    """Yield every stack with its two hedges, in order; of two that share words, the one that starts first."""
    stacks = sorted(
        tuple(span.shifted(sentence.span.start) for span in stack)
        for sentence in _hedged_twice(document)
        for stack in _stacks(sentence.span.cut(document.folded))
    )
    reached = 0
    for whole, first, second in stacks:
        if whole.start >= reached and not _is_month(first, document):
            reached = whole.end
            yield whole, first, second


def _stacks(text: str) -> Iterator[tuple[Span, Span, Span]]:
    for pattern in _patterns():
        for match in pattern.finditer(text):
            yield (
                Span(match.start("first"), match.end("second")),
                Span(*match.span("first")),
                Span(*match.span("second")),
            )


def _hedged_twice(document: Document) -> Iterator[Sentence]:
    """Yield the sentences with two hedges or more, which is where the patterns are worth their time."""
    last = reached = None
    for at, match in document.matches(_HEDGE.finditer):
        sentence = document.sentence_at(at + match.start())
        asks = sentence is not None and sentence.text.rstrip().endswith("?")
        if sentence and sentence == last and sentence != reached and not asks:
            reached = sentence
            yield sentence
        last = sentence


def _is_month(hedge: Span, document: Document) -> bool:
    if hedge.cut(document.prose.text) != "May":
        return False
    before = document.folded[max(0, hedge.start - 6) : hedge.start]
    return bool(re.search(r"\b(?:in|of|since|by|until|last|\d\d) $", before))


def _with_one_hedge(words: str, span: Span, second: Span) -> str | None:
    """Return the words without an adverb that only repeats the verb's hedge, or None where more has to change."""
    adverb = words[second.start - span.start :]
    before = words[: second.start - span.start].rstrip(" ,")
    repeats = adverb in ("potentially", "possibly", "perhaps", "conceivably", "arguably")
    return before if repeats and re.fullmatch(_MODAL, before, re.IGNORECASE) else None


@cache
def _patterns() -> tuple[Cue, ...]:
    return tuple(map(Cue, _STACKS))
