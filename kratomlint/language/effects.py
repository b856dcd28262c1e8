"""Which way an article says a substance acts on a condition: helps it or causes it, however surely. For contradictions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kratomlint.document import Document, Sentence
from kratomlint.language import guards
from kratomlint.language.cue import Cue
from kratomlint.language.reading import Reading, Tagged, own_names, promotes, read
from kratomlint.named import NamedTuple
from kratomlint.span import Span

_ACTING = ("agent", "condition", "substance")
HELPS, HARMS = "helps", "harms"


class Effect(NamedTuple):
    """A sentence that says the substance helps or harms something: `topic` is one word for all that is said of it."""

    span: Span
    sentence: Sentence
    topic: str
    direction: str
    words: str


# Different words for one thing; a term that is not here is its own topic.
_TOPICS = {
    "hair": "hair loss, alopecia, hair thinning, hair fall, hair growth, hair health",
    "the liver": "fatty liver, liver health, liver function, liver damage",
    "skin darkening": "hyperpigmentation, dark spot",
    "anxiety": "anxiety, anxiety disorder, social anxiety",
    "insomnia": "insomnia, sleeplessness",
    "depression": "depression, depressive symptom",
    "blood pressure": "high blood pressure, hypertension, blood pressure",
    "nausea": "nausea, vomiting, morning sickness",
    "heart health": "heart health, heart disease, cardiovascular health",
    "drowsiness": "drowsiness",
    "headache": "headache, migraine",
    "memory": "memory, memory loss",
    "libido": "libido, low libido, sex drive, erectile dysfunction",
    "constipation": "constipation",
    "diarrhea": "diarrhea, diarrhoea",
    "weight": "weight gain, weight loss",
    "seizures": "seizure, convulsion, epileptic seizure",
    "addiction": "addiction, dependency",
    "the thyroid": "thyroid, thyroid disease, thyroid function, thyroid gland, thyroid health",
    "the kidneys": "kidney damage, kidney disease, kidney function, kidney health",
}
_TOPIC_OF = {term: topic for topic, terms in _TOPICS.items() for term in terms.split(", ")}
# Too wide to contradict itself about.
_NO_TOPIC = frozenset(
    {
        "symptom",
        "condition",
        "disease",
        "disorder",
        "discomfort",
        "damage",
        "distress",
        "infection",
        "illness",
        "risk factor",
        "craving",
        "pain",
        "chronic pain",
        "stress",
        "withdrawal",
        "withdrawal symptom",
        "opioid withdrawal",
        "body",
        "brain",
        "health",
        "complaint",
        "ailment",
        "trauma",
        "injury",
        "pressure",
        "issue",
        "strain",
        "toxin",
        "bug",
        "cold",
        "fat",
        "virus",
        "bacteria",
        "addiction",
        "dependency",
    }
)

_HELPING_NOUN = Cue(
    r"\b(?:relief (?:from|of|for)|helps? (?:any|your|with|people with)|reduc(?:ed|tion|tions) (?:in |of |instances of )?|fewer (?:cases|episodes|instances) of|benefits? (?:in addressing|for|in treating|to)|role in (?:mitigating|alleviating|reducing|preventing|treating)|"
    r"(?:remedy|treatment|solution|aid|help) (?:for|with|against)|(?:managing|addressing|mitigating|alleviating|relieving|reducing|preventing|treating|combating|easing|calming|healing|improving|supporting|promoting|protecting|relieves?|reduces?|eases?|alleviates?|lowers?|"
    r"prevents?|treats?|fights?|combats?|improves?|supports?|promotes?|protects?|calms?|soothes?|curbs?|reduce|relieve|ease|alleviate|lower|prevent|treat|fight|combat|improve|support|promote|protect|calm|soothe|curb)(?: the)?)\b"
)
_BENEFITS_FROM = Cue(r"\b(?:may|might|can|could|will)?\s?(?:also |indirectly |directly ){0,3}benefits? from\b")
_HARMING = Cue(
    r"\b(?:(?:can|may|might|could|will|also|even|directly) (?:[\w-]+ ){0,2}?(?:cause|trigger|worsen|exacerbate|increase|induce|provoke|aggravate)|causes?(?![\"”’']? (?:of|for|behind)\b)|causing|triggers?|worsens?|exacerbates?|lead(?:s|ing)? to|results? in|resulting in|"
    r"contribut(?:e|es|ing) to|(?:is|are|was|were|been) (?:[\w-]+ ){0,2}?(?:linked|tied|associated) (?:to|with)|links? (?:to|with|between)|associat(?:ed|e|es) (?:(?:it|them|kratom|cbd|kava|use|consumption) ){1,3}?with|(?:risks?|chance|danger|likelihood) of|(?:side[- ]effects?|adverse (?:effects?|reactions?|events?)|reactions?|complications?|complaints?|risks?)"
    r"(?: [\w-]+){0,4}? (?:such as|like|include|includes|including|are|is|of)|increased|elevated)\b"
)
# What is good by its name is not harmed by more of it: "increases libido", "linked to thyroid health".
_RAISING = Cue(r"increas|elevat|induc|link|tied|associat|contribut")
# "Leading to reduced anxiety" causes none.
_LEADING = Cue(r"lead|result")
# "Contributing to anxiety reduction" neither.
_ITS_END = Cue(r" (?:reduction|relief|management|control|prevention)\b")
# "Causes weight loss" is what such a page is about.
_BRINGING = Cue(r"caus|lead|result|contribut")
_LESSENED = Cue(r"\b(?:reduc\w+|less|lower\w*|decreas\w+|fewer|diminish\w+|relief|eas\w+|alleviat\w+)\b")
_GONE_WRONG = Cue(
    r"^ (?:\w+ )?(?:problems?|issues?|damage|dysfunction|imbalances?|disorders?|loss|thinning|disease|injur\w+|failure|impairment)\b"
)
# That too much of it harms says nothing against what the right amount does.
_TOO_MUCH = Cue(r"\b(?:over-?consum\w+|over-?us\w+|excess\w*|too much|over-?dos\w+)\b[^.;:]*$")
_IS_SIDE_EFFECT = Cue(
    r"\b(?:is|are|remains?|as) (?:an? |one )?(?:[\w-]+ ){0,3}?(?:side[- ]effects?|adverse (?:effects?|reactions?))\b"
)
# What people take it for is a report of use, and no word on what it does.
_USED = Cue(
    r"\b(?:popular|used?|uses|using|tak(?:e|en|ing)|sold|marketed|promoted|advertised|touted|chosen|sought|turn to (?:it|[\w-]+)) "
    r"(?:(?!and\b)[\w-]+ ){0,3}?(?:for|to)(?: self-)?$"
)
_CLAUSE_END = Cue(r"[.;:!?]|,? \b(?:but|however|while|although|though|whereas|yet)\b|\bassociated with\b")
_LIST_SIGNS = Cue(r",| and | or | like | such as | including |, which can include | which can include ")
_NEW_CLAUSE = Cue(
    r"\b(?:is|are|was|were|has|have|can|may|might|could|will|it|they|this|he|she|we|you|impact|concerns?|effects? on|questions?|awareness)\b|n't\b"
)
_LESS_RISK = Cue(
    r"\b(?:reduc\w+|lower\w*|less|decreas\w+|prevent\w*|minimi[sz]\w+|mitigat\w+|against|from|factors that|caused"
    r"|(?:not|n't|never) (?:change|alter|affect|influence|raise|increase)) (?:[\w-]+ ){0,3}$"
)
# "tension, which often triggers headaches": what stands right before it does.
_WHICH = Cue(r"\b(?:which|that) (?:\w+ ){0,3}$")
_POINTS_BACK = Cue(r"\W*(?:this|it|these|they)(?: \w+ly| can| may| often| also)*\W*$")
_NOT_THE_SUBSTANCE = Cue(
    r"\b(?:withdrawal|cessation|detox|opioids?|alcohol|stress|lack of sleep|chronic pain|disease|condition|cortisol|hormones?|deficiency) (?:can |may |might |often |also |typically |symptoms )*$"
)


# What was to be shown has not been said to be so.
_INTENDED = Cue(
    r"\b(?:goal|aim|hope|purpose|intention|idea|hypothesis|objective)s? (?:of|was to|is to|being to|that) (?:(?:prov|show|test|demonstrat|establish|learn|see|find)\w*)?\b[^.;]{0,80}$"
    r"|\b(?:purported|alleged|supposed|claimed|reputed)(?:ly)? (?:[\w-]+ ){0,2}to\b[^.;]{0,80}$"
)
_OTHER_CAUSE = Cue(
    r"\b(?:factors?|lifestyles?|habits?|pollution|exposure|allergens?|allergies|infections?|overwork|menopause|genetics|dehydration|screens?|smoking|situations?|deadlines|nutrition|ag(?:e|ing))\b"
)


def read_effects(document: Document) -> tuple[Effect, ...]:
    """Return what is said of the substance's effects, in the order of the text; ask through `document.once`."""
    if not document.once(promotes):
        return ()
    return tuple(effect for reading in document.once(read) for effect in _effects_of_sentence(document, reading))


def _effects_of_sentence(document: Document, reading: Reading) -> Iterator[Effect]:
    """Yield the effects of a sentence, which are those of an earlier text where all that they are read from is the same."""
    sentence = reading.sentence
    about = _about_before(document, reading)
    key = reading.text, document.blocks[sentence.block].kind, document.once(own_names), about
    start, told = document.recall_by(
        key, read_effects, lambda: (sentence.span.start, tuple(sorted(_effects(document, reading, about))))
    )
    for effect in told:
        span = effect.span.shifted(sentence.span.start - start)
        yield effect._replace(span=span, sentence=sentence, words=span.cut(document.prose.text))


def _about_before(document: Document, reading: Reading) -> str:
    """Return the tag of what the sentence before speaks of first, or empty at the start of a block."""
    sentence = reading.sentence
    if sentence.number == document.sentences_by_block[sentence.block][0].number:
        return ""
    runs = document.once(read)[sentence.number - 1].of(*_ACTING)
    return runs[0].tag if runs else ""


def _effects(document: Document, reading: Reading, about: str) -> Iterator[Effect]:
    things = [run for run in reading.of("condition", "function") if run.tag == "condition" or run.term in _TOPIC_OF]
    things = [run for run in things if run.term not in _NO_TOPIC]
    if not things or document.blocks[reading.sentence.block].kind == "heading":
        return
    text, start = reading.text, reading.sentence.span.start
    for pattern, direction in ((_HARMING, HARMS), (_HELPING_NOUN, HELPS)):
        for cue in pattern.finditer(text):
            if _is_anothers(reading, cue, about) or (direction == HELPS and _USED.search(text[: cue.start()].rstrip())):
                continue
            if guards.negated(document, Span(*cue.span()).shifted(start)):
                continue
            stop = _CLAUSE_END.search(text, cue.end())
            end = start + (stop.start() if stop else len(text))
            inside = [
                run
                for run in things
                if start + cue.start() <= _at(reading, run) < end and _at(reading, run) - start >= cue.start()
            ]
            inside = [run for run in inside if direction == HELPS or not _is_good(reading, cue, run)]
            yield from _said(document, reading, [run for run in inside if _reaches(reading, cue, run)], direction)
    for cue in _IS_SIDE_EFFECT.finditer(text):
        yield from _said(
            document, reading, [run for run in things if _at(reading, run) - start < cue.start()][-1:], HARMS
        )
    for cue in _BENEFITS_FROM.finditer(text):
        yield from _said(
            document, reading, [run for run in things if _at(reading, run) - start < cue.start()][-1:], HELPS
        )


def _is_good(reading: Reading, cue: re.Match[str], run: Tagged) -> bool:
    """Say whether the words only say that there is more of something good, or less of something bad."""
    before = reading.text[cue.end() : max(cue.end(), _at(reading, run) - reading.sentence.span.start)]
    if _LEADING.match(cue[0]) and _LESSENED.search(before):
        return True
    if _ITS_END.match(reading.text[reading.end(run) :]):
        return True
    if run.term == "weight loss" and _BRINGING.search(cue[0]):
        return True
    if run.tag != "function" or not _RAISING.search(cue[0]):
        return False
    return not _GONE_WRONG.match(reading.text[reading.end(run) :])


def _is_anothers(reading: Reading, cue: re.Match[str], about: str) -> bool:
    """Say whether something else than the substance is said to do it; `about`: what the sentence before spoke of."""
    before = guards.clause_before(reading.text[: cue.start()])
    if (
        _NOT_THE_SUBSTANCE.search(before)
        or _LESS_RISK.search(before)
        or _TOO_MUCH.search(before)
        or _OTHER_CAUSE.search(before)
        or _INTENDED.search(before)
    ):
        return True
    start = reading.sentence.span.start + cue.start() - len(before)
    end = reading.sentence.span.start + cue.start()
    before_cue = [run for run in reading.of(*_ACTING) if start <= _at(reading, run) < end]
    if _WHICH.search(before):
        earlier = [run for run in reading.of(*_ACTING) if _at(reading, run) < end]
        return bool(earlier) and earlier[-1].tag != "substance"
    if not before_cue and _POINTS_BACK.match(before):
        return about in ("agent", "condition")
    return bool(before_cue) and all(run.tag != "substance" for run in before_cue)


def _reaches(reading: Reading, cue: re.Match[str], run: Tagged) -> bool:
    """Say whether a cue still governs a term: it is near, or in the list that the cue opens."""
    between = reading.text[cue.end() : max(cue.end(), _at(reading, run) - reading.sentence.span.start)]
    chunks = _LIST_SIGNS.split(between)
    return all(len(chunk.split()) <= 5 and not _NEW_CLAUSE.search(chunk) for chunk in chunks)


def _said(document: Document, reading: Reading, runs: list[Tagged], direction: str) -> Iterator[Effect]:
    for run in runs:
        span = reading.span(run.first, run.last)
        if guards.asked(document, span) or guards.negated(document, span):
            continue
        words = span.cut(document.prose.text)
        yield Effect(span, reading.sentence, _TOPIC_OF.get(run.term, run.term), direction, words)


def _at(reading: Reading, run: Tagged) -> int:
    return reading.words[run.first].span.start
