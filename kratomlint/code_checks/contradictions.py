"""Checks of an article against itself: what it says first and what it says later."""

from __future__ import annotations

from collections.abc import Iterator

from kratomlint.document import Document, Sentence
from kratomlint.finding import Hit, RelatedSpan
from kratomlint.language import guards
from kratomlint.language.cue import Cue
from kratomlint.language.effects import HELPS, Effect, read_effects
from kratomlint.language.quantities import read_doses
from kratomlint.registry import check
from kratomlint.span import Span

_SAYS = {"helps": "helps", "harms": "causes or worsens"}
_NON_ADDICTIVE = Cue(
    r"\b(?:non-addictive|nonaddictive|not addictive|not habit-forming|non-habit-forming|without the addictive|no (?:risk of )?(?:addiction|dependence|dependency)|zero addiction)\b"
)
_ADDICTIVE = Cue(
    r"\b(?:can be addictive|is addictive|addictive potential|(?:physical|psychological|potential|risk of|lead to|leads to|cause|causes|develop|including|and|for) (?:[\w-]+ ){0,3}?(?:dependence|dependency|addiction)|withdrawal symptoms (?:when|if|after|upon))\b"
)
_NO_SIDE_EFFECTS = Cue(
    r"\b(?:no|zero|without(?: any)?|free of|free from|free of any) (?:known |harmful |negative |serious |adverse |unwanted )?(?:side[- ]effects?|adverse effects?)\b|\b(?:completely|totally|perfectly|100% ?|entirely) safe\b"
)
_SIDE_EFFECTS = Cue(
    r"\b(?:side[- ]effects?|adverse (?:effects?|reactions?)) (?:[\w-]+ ){0,4}?(?:such as|like|include|including|are|can)\b|\b(?:may|can|could|might) cause (?:[\w-]+ ){0,2}?(?:nausea|drowsiness|liver|dizziness|headaches?|side[- ]effects?)"
)
_NOT_REPLACE = Cue(
    r"\b(?:complement(?:s|ary)?,? (?:and )?not (?:a )?(?:replace|substitute)|(?:should|must|does|can|do)(?: not|n't) replace|not (?:a |an )?(?:replacement|substitute|alternative) (?:for|to)|never (?:a substitute|replace))\b"
)
_REPLACES = Cue(
    r"\b(?:alternatives? to|replacement for|substitutes? for|in place of|instead of|replac(?:e|es|ing)) (?:[\w-]+ ){0,3}?(?:medications?|medicines?|drugs?|opioids?|pharmaceuticals?|painkillers?|prescriptions?|antidepressants?|treatments?|pills|therap(?:y|ies))\b"
)
_NO_ADVICE = Cue(
    r"\b(?:(?:refrain|abstain) from|(?:do|does|can|cannot|will|are)(?: not|n't)?(?: not)?|cannot|can't) (?:[\w-]+ ){0,2}?(?:mak(?:e|ing)|giv(?:e|ing)|offer(?:ing)?|recommend(?:ing)?|provid(?:e|ing)|suggest(?:ing)?) (?:[\w-]+ ){0,3}?(?:dos\w+|servings?)"
    r"|\bno (?:safe|established|standard|recommended|official) (?:[\w-]+ ){0,2}?dos(?:e|age|es)\b"
)
_FOLLOW_GUIDELINES = Cue(
    r"\b(?:follow\w*|adher\w+ to|accord\w+ to|within|stick\w* to) (?:[\w-]+ ){0,2}?(?:recommended |established |dosage |safety )?guidelines\b"
)
_NO_GUIDELINES = Cue(
    r"\b(?:to |must |should |need to )(?:establish|develop|create|set)(?: [\w-]+){0,2}? guidelines\b|\bno (?:[\w-]+ )?guidelines (?:exist|are)\b|\black of (?:[\w-]+ )?guidelines\b"
)
# What was said first, what contradicts it, and how the reader is told; the order does not matter where `both` is set.
_PAIRS = (
    ("addiction", _NON_ADDICTIVE, _ADDICTIVE, True),
    ("side effects", _NO_SIDE_EFFECTS, _SIDE_EFFECTS, True),
    ("its place beside treatment", _NOT_REPLACE, _REPLACES, False),
    ("guidelines", _FOLLOW_GUIDELINES, _NO_GUIDELINES, True),
)


@check
def effect(document: Document) -> Iterator[Hit]:
    """Point at each place where an article turns from saying that the substance helps with something to saying that it causes it, or back."""
    last: dict[str, Effect] = {}
    for topic, _, effects in _by_sentence(document.once(read_effects)):
        directions = {said.direction for said in effects}
        if len(directions) > 1:
            # Weighed within one sentence: neither a flip nor a stand.
            continue
        said = effects[0]
        before = last.get(topic)
        if before is not None and before.direction != said.direction:
            yield _flip(said, before)
        last[topic] = said


@check
def statement(document: Document) -> Iterator[Hit]:
    """Point at a statement that takes back an earlier one: addictive, safe, beside or instead of treatment, guidelines."""
    for topic, first, second, both in _PAIRS:
        earlier: tuple[Span, str] | None = None
        for sentence in document.sentences:
            for span, kind in _stands(document, sentence, first, second):
                if earlier is None:
                    if both or kind == "first":
                        earlier = span, kind
                elif earlier[1] != kind and document.sentence_at(earlier[0].start) != sentence:
                    yield _against(document, span, earlier[0], topic)
                    earlier = (span, kind) if both else earlier


@check
def dose_after_all(document: Document) -> Iterator[Hit]:
    """Point at the first dose in an article that said it gives none."""
    refusal = None
    for sentence in document.sentences:
        if refusal is None:
            match = _NO_ADVICE.search(sentence.span.cut(document.folded))
            refusal = Span(*match.span()).shifted(sentence.span.start) if match else None
            continue
        for dose in document.once(read_doses):
            if sentence.span.contains(dose.span):
                yield _against(document, dose.span, refusal, "dosing advice")
                return


def _by_sentence(effects: tuple[Effect, ...]) -> Iterator[tuple[str, Sentence, list[Effect]]]:
    groups: dict[tuple[int, str], list[Effect]] = {}
    for said in effects:
        groups.setdefault((said.sentence.number, said.topic), []).append(said)
    for (_, topic), group in sorted(groups.items()):
        yield topic, group[0].sentence, group


def _stands(document: Document, sentence: Sentence, first: Cue, second: Cue) -> Iterator[tuple[Span, str]]:
    text = sentence.span.cut(document.folded)
    if second is _SIDE_EFFECTS:
        harms = [
            said.span for said in document.once(read_effects) if said.sentence == sentence and said.direction != HELPS
        ]
        yield from ((span, "second") for span in harms[:1])
    for pattern, kind in ((first, "first"), (second, "second")):
        match = pattern.search(text)
        if match:
            span = Span(*match.span()).shifted(sentence.span.start)
            if kind == "first" or not (guards.negated(document, span) or guards.asked(document, span)):
                yield span, kind


def _flip(said: Effect, before: Effect) -> Hit:
    values = {"hit": said.words, "topic": said.topic, "now": _SAYS[said.direction], "before": _SAYS[before.direction]}
    return Hit(
        said.span,
        values,
        related=(
            RelatedSpan(before.span, f"said here to {'help' if before.direction == HELPS else 'cause or worsen'} it"),
        ),
    )


def _against(document: Document, span: Span, earlier: Span, topic: str) -> Hit:
    values = {"topic": topic, "first": earlier.cut(document.prose.text)}
    return Hit(span, values, related=(RelatedSpan(earlier, "said otherwise here"),))
