"""Checks of an article against itself: what it says first and what it says later."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kratomlint.document import Document, Sentence
from kratomlint.finding import Hit, RelatedSpan
from kratomlint.language import guards
from kratomlint.language.clashes import can_clash, contradicting, listed_as_harms
from kratomlint.language.cue import Cue
from kratomlint.language.effects import HELPS, Effect, read_effects
from kratomlint.language.quantities import read_doses
from kratomlint.language.sieve import Sieve
from kratomlint.language.stands import LEFT_OPEN, PAIRS, SIDE_EFFECTS, Pair
from kratomlint.registry import check
from kratomlint.span import Span

_SAYS = {"helps": "helps", "harms": "causes or worsens"}
# "Reduced risk of addiction" is no word on what the substance does itself.
_LESSENED = Cue(
    r"\b(?:reduc\w+|lower\w*|less|fewer|minimal|low|decreas\w+|minimi[sz]\w+|avoid\w*|treat\w*|fight\w*|overcom\w*|against|recover\w*) "
    r"(?:(?:the|any|your) )?$"
)
# "Conversely, sleeping pills can cause dependence" says nothing of the substance.
_OF_OTHERS = Cue(
    r"^\W*(?:conversely|in contrast|by contrast|unlike)\b"
    r"|\b(?:other|prescription|traditional|conventional|most|many|common|over-the-counter|standard) (?:\w+ )?(?:sleep(?:ing)? (?:aids?|pills)|drugs|medications?|medicines?|painkillers|pills|antidepressants|opioids|stimulants|sedatives)\b[^.;:]*$"
    # "Opioid withdrawal is a hard time."
    r"|\b(?:opioid|opiate|heroin|fentanyl|methadone|morphine|alcohol|nicotine|caffeine|benzo(?:diazepine)?|drug|sugar) $"
    # A medicine that opens the sentence is what it speaks of.
    r"|^(?:(?:the|regular|long-term|daily|frequent|heavy) )?(?:use of )?(?:ibuprofen|aspirin|naproxen|nsaids?|acetaminophen|paracetamol|metformin|statins|benzodiazepines|opioids|ssris?)\b[^.;:]*$"
    # A product that held more, or was spoilt.
    r"|\b(?:adulterated|contaminated|laced|tainted|(?:had|once|also) contained)\b[^.;:]*$"
)
_NO_ADVICE = Cue(
    r"\b(?:(?:refrain|abstain) from|(?:do|does|can|will|are)(?: not|n't)|cannot|can't|won't) (?:[\w-]+ ){0,2}?(?:mak(?:e|ing)|giv(?:e|ing)|offer(?:ing)?|recommend(?:ing)?|provid(?:e|ing)|suggest(?:ing)?) (?:[\w-]+ ){0,3}?(?:dos\w+|servings?)"
    r"|\bno (?:safe|established|standard|recommended|official) (?:[\w-]+ ){0,2}?dos(?:e|age|es)\b"
)
# What was taken in studies is told, not advised; what readers may have heard is told to be denied.
_STUDIED = Cue(r"\b(?:stud(?:y|ies)|trials?|researchers|participants|volunteers)\b")
_HEARD = Cue(
    r"^\W*(?:(?:\w+ )?(?:you|we) (?:may|might|will|have|'ve)(?: (?:well|probably|likely|all|also))? (?:have )?(?:heard|read|seen)"
    r"|(?:critics|headlines|the media|rumou?rs?|scare stories|(?:some|many) (?:people|sites|articles)) (?:\w+ )?(?:say|claim|warn|suggest|insist)|contrary to)\b"
    r"|\b(?:is|are|it's|just) (?:an? )?(?:\w+ )?(?:myths?|rumou?rs?|misconceptions?)\b|^\W*(?:common )?myth\b"
)
# Who need not worry about a test, the law or the post is told nothing of the substance's harms.
_OF_RULES = Cue(
    r"\b(?:tests?|panels?|screens?|screening|law|laws|legal|customs|police|shipping|delivery)\b[^.;]{0,120}\b(?:nothing to|no need to|no cause for) (?:worry|fear|concern)"
    r"|\b(?:worry|concern|fear) (?:about|at|with) (?:[\w-]+ ){0,3}?(?:tests?|customs|law|police|delivery|shipping)\b"
)
_NO_ADVICE_SIEVE = Sieve(_NO_ADVICE)


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
        if before is not None and before.direction != said.direction and not _stand_in_a_table(document, said, before):
            yield _flip(said, before)
        last[topic] = said


@check
def statement(document: Document) -> Iterator[Hit]:
    """Point at a statement that takes back an earlier one: addictive, safe, beside or instead of treatment, guidelines."""
    for pair in PAIRS:
        if not any(literal in document.folded for literal in pair.gate):
            continue
        earlier: tuple[Span, str] | None = None
        harms = _told_harms(document, pair)
        for sentence in _worth_asking(document, pair, harms):
            for span, kind in _stands(document, sentence, pair, harms):
                if earlier is None:
                    if pair.both or kind == "first":
                        earlier = span, kind
                elif earlier[1] != kind and can_clash(document, earlier[0], span):
                    yield contradicting(document, span, earlier[0], pair.topic)
                    earlier = (span, kind) if pair.both else earlier


@check
def dose_after_all(document: Document) -> Iterator[Hit]:
    """Point at the first dose in an article that said it gives none."""
    for sentence in _NO_ADVICE_SIEVE.sentences(document):
        match = _NO_ADVICE.search(sentence.span.cut(document.folded))
        if match is None:
            continue
        refusal = Span(*match.span()).shifted(sentence.span.start)
        later = (
            dose
            for dose in document.once(read_doses)
            if dose.sentence > sentence.number and not _STUDIED.holds(document.folded_sentences[dose.sentence])
        )
        inside = (dose for dose in later if document.sentences[dose.sentence].span.contains(dose.span))
        if dose := next(inside, None):
            yield contradicting(document, dose.span, refusal, "dosing advice")
        return


def _stand_in_a_table(document: Document, *effects: Effect) -> bool:
    """Say whether each stands in a cell: the lines of a table tell of different things."""
    return all(document.blocks[said.sentence.block].kind == "cell" for said in effects)


def _by_sentence(effects: tuple[Effect, ...]) -> Iterator[tuple[str, Sentence, list[Effect]]]:
    groups: dict[tuple[int, str], list[Effect]] = {}
    for said in effects:
        groups.setdefault((said.sentence.number, said.topic), []).append(said)
    for (_, topic), group in sorted(groups.items()):
        yield topic, group[0].sentence, group


def _worth_asking(document: Document, pair: Pair, harms: Mapping[int, Span]) -> Sequence[Sentence]:
    """Return the sentences in which a stand may be taken, in the order of the text."""
    sifted = pair.sieve.sentences(document)
    return sorted({*sifted, *(document.sentences[number] for number in harms)}) if harms else sifted


def _told_harms(document: Document, pair: Pair) -> Mapping[int, Span]:
    """Return the harms that are a second stand of a pair wherever they are told, by the number of their sentence.

    Of a list, the first one speaks for all.
    """
    harms = dict(document.once(_harms)) if pair.topic == SIDE_EFFECTS else {}
    told: set[int] = set()
    for sentence in document.once(listed_as_harms) if pair.listed else ():
        lead = document.blocks[sentence.block].lead
        harm = pair.listed_harm.search(sentence.span.cut(document.folded)) if lead not in told else None
        if harm:
            told.add(lead)
            harms.setdefault(sentence.number, Span(*harm.span()).shifted(sentence.span.start))
    return harms


def _harms(document: Document) -> Mapping[int, Span]:
    """Return the first harm that each sentence tells of, by its number."""
    told: dict[int, Span] = {}
    for said in document.once(read_effects):
        if said.direction != HELPS and not _HEARD.holds(document.folded_sentences[said.sentence.number]):
            told.setdefault(said.sentence.number, said.span)
    return told


def _stands(
    document: Document, sentence: Sentence, pair: Pair, harms: Mapping[int, Span]
) -> Iterator[tuple[Span, str]]:
    text = sentence.span.cut(document.folded)
    if sentence.number in harms:
        yield harms[sentence.number], "second"
    for place, kind in document.recall(_said, pair, text):
        span = place.shifted(sentence.span.start)
        if not _is_taken_back(document, span, is_denial=kind == "first" and not pair.stated):
            yield span, kind


def _is_told_of_else(before: str) -> bool:
    """Say whether the second half of a pair is told of less of it, or of something else."""
    return bool(_LESSENED.search(before) or _OF_OTHERS.search(before))


def _said(pair: Pair, text: str) -> tuple[tuple[Span, str], ...]:
    """Return what a sentence says of a pair, and where, whether or not it takes it back."""
    if text.endswith(("?", '?"')) or (pair.closed and LEFT_OPEN.search(text)) or _HEARD.search(text):
        return ()
    if pair.topic == SIDE_EFFECTS and _OF_RULES.search(text):
        return ()
    found = ((match, kind) for pattern, kind in pair.patterns if (match := pattern.search(text)))
    return tuple(
        (Span(*match.span()), kind)
        for match, kind in found
        if kind != "second" or not _is_told_of_else(text[: match.start()])
    )


def _is_taken_back(document: Document, span: Span, *, is_denial: bool) -> bool:
    """Say whether a stand is asked or negated; a denial is a negation by its own words."""
    if guards.asked(document, span) or guards.quoted(document, span):
        return True
    return not is_denial and guards.negated(document, span)


def _flip(said: Effect, before: Effect) -> Hit:
    values = {"hit": said.words, "topic": said.topic, "now": _SAYS[said.direction], "before": _SAYS[before.direction]}
    return Hit(
        said.span,
        values,
        related=(
            RelatedSpan(before.span, f"said here to {'help' if before.direction == HELPS else 'cause or worsen'} it"),
        ),
    )
