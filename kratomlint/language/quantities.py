"""How much, how often, how long: the doses that a text gives. Reads figures and their neighbours, judges no amount."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from kratomlint.document import Document, Sentence
from kratomlint.language.cue import Cue
from kratomlint.language.intake import (
    NEAR,
    in_condition,
    is_about_taking,
    is_advised,
    is_intake,
    is_timed,
    is_told_of_others,
    surroundings,
)
from kratomlint.language.measures import (
    EVERY,
    FOLLOWING,
    FORM,
    FORM_WORDS,
    FREQUENCY,
    FURTHER,
    JOIN,
    LENGTH,
    MASS,
    MOMENT,
    NUMBER,
    PER,
    PER_DAY,
    PERIOD,
    SPACE,
    TIMES,
    TIMING,
)
from kratomlint.language.numbers import number
from kratomlint.language.sieve import Sieve
from kratomlint.named import NamedTuple
from kratomlint.span import Span

_AMOUNT = Cue(
    rf"(?<![\w.,$€£%-])(?:(?P<low>{NUMBER})(?:{SPACE}?{MASS}\b)?{JOIN})?(?P<high>{NUMBER})"
    rf"(?:{SPACE}?-?{SPACE}?(?:{FURTHER} )?(?P<mass>{MASS})(?![\w%]){PER}{PER_DAY}(?:[ -](?P<massform>{FORM_WORDS})\b)?"
    rf"|{SPACE}(?:\d[\d.,]*{SPACE}?-?{MASS}{SPACE})?(?P<form>{FORM})\b)",
    recurring=NUMBER,
)
_SINGLE_FORM = Cue(
    rf"(?<![\w-])(?P<high>an?|half an?) (?:\d[\d.,]*{SPACE}?-?{MASS} )?(?P<form>{FORM}|(?:{FURTHER} )?(?:gram|milligram|ounce))\b"
)

# "Take two an hour before bed": a number that needs no unit.
_BARE = Cue(
    rf"\b(?:take|took|takes|taking|swallow(?:ed|s)?|pop(?:ped|s)?|chew(?:ed|s)?)(?: just| only| about| around)? (?P<high>{NUMBER})"
    rf"(?= (?:{TIMES},? {PERIOD}|{EVERY}|{PERIOD}|{MOMENT}))",
    recurring=NUMBER,
)
# "Add another half": what is counted has been named before.
_AGAIN = Cue(
    r"\b(?:add|take|have|try|eat|chew|swallow) (?P<high>(?:another|an extra|the other|a second|one more) (?:half|third|quarter|one|two|\d{1,3}))"
    r"(?=[.,;!]|$| (?:if|after|in|an hour|later|at|before|when|once|and)\b)"
)
_TIMING = Cue(TIMING, recurring=NUMBER)
_DURATION = Cue(
    rf"\b(?:from {NUMBER} (?:to|up to) {NUMBER}[ -](?:weeks?|months?)|for (?:at least |up to |about |around |(?:no )?(?:more|longer) than |a minimum of )?{LENGTH})\b",
    recurring=NUMBER,
)
_CYCLE = Cue(
    rf"\b{LENGTH} on\b.{{0,30}}?\b{LENGTH} (?:off|break)|{LENGTH} (?:off|break) (?:every|after) {LENGTH}"
    rf"|(?:break|pause) (?:of|for) (?:about |around )?(?:an? |{NUMBER}{JOIN})?(?:{NUMBER} )?(?:weeks?|days?|months?) (?:every|after)\b"
    # What is waited for in the post or in the pot is not taken.
    rf"|\b(?:give (?:it|them|this)|(?:stick|stay) with (?:it|them|this) for)(?: (?:at least|about|around|up to|a good|a full)){{0,2}} {LENGTH}\b(?! (?:to (?:arrive|ship|dry|grow|steep|brew|settle)|in the)\b)"
    rf"|\b(?:take|taking|have) (?:an? |{NUMBER} )(?:days?|weeks?)(?: or {NUMBER})? off (?:a|per|each|every)\b"
    rf"|\bwait(?: (?:at least|about|around|a full|another)){{0,2}} (?:half an|an|{NUMBER}{JOIN}{NUMBER}|{NUMBER}) (?:minutes|hours?)(?: before| until|,? (?:and )?then) (?:(?:you|your) )?(?:(?:even )?(?:think(?:ing)? (?:about|of)|consider(?:ing)?) )?(?:tak|hav|decid|re-?dos|try|reach(?:ing)? for|top(?:ping)? up|go(?:ing)? (?:up|for|again|back for)|another|a second|the next|more)\w{{0,12}}",
    recurring=NUMBER,
)

# Twice or three times what was said before: told to do, on an occasion, or by leave.
_AS_MUCH = (
    r"(?:up(?: on (?:it|them|these|this))?"
    r"|(?:the|your|that|their|this) (?:(?:usual|normal|daily|regular|evening|morning) )?(?:dos(?:e|es|age)|servings?|serving size|amount|intake|quantity))"
)
_DOUBLE = r"(?:double|triple)(?:,? or (?:even )?(?:double|triple))?"
_FINE = r"(?:(?:perfectly|totally|absolutely|quite|completely|usually|generally|also|just) )?(?:fine|ok|okay|safe|all right|alright|no problem|allowed)"
# What is compared with other products is theirs.
_NOT_OF_OTHERS = (
    r"(?! (?:(?:found|used|contained) )?(?:in|of|as) (?:most|many|other|others|typical|ordinary|regular|standard|competing|rival|similar|any other"
    r"|the (?:average|old|original|previous|leading)|our (?:old|original|previous|other)|an? (?:typical|regular|standard))\b)"
)
_MULTIPLE = Cue(
    rf"\b{_DOUBLE} (?!up\b){_AS_MUCH}\b{_NOT_OF_OTHERS}"
    rf"|\b(?:double|doubl(?:es|ed|ing)) {_AS_MUCH} (?:(?:in|for|during) (?:(?:the|your|their) )?(?:first|initial) (?:(?:few|{NUMBER}) )?(?:days?|weeks?|months?)"
    r"|(?:on|for) (?:(?:really|very|extra) )?(?:an? )?(?:bad|hard|tough|rough|stressful|heavy|busy|big) (?:days?|nights?|weeks?)|(?:if|when|whenever) (?:you|things|symptoms|your))\b"
    rf"|\bdoubling {_AS_MUCH} (?:is|are) {_FINE}\b"
    rf"|\b(?:(?:it's|it is|that's) {_FINE} to|feel free to|don't be afraid to|no harm in|you (?:can|may|could)(?: always| also| even| safely| just| simply| then)?) (?:double|triple|doubling|tripling) {_AS_MUCH}\b"
    r"|\b(?:take|have|use|give|try) (?:an? )?(?:double|triple) (?:dose|serving|portion|scoop)s?\b"
    # "Children can have half that", of the dose just given.
    r"|\b(?:children|kids|teens|toddlers|seniors|beginners|newcomers|dogs|cats|pets) (?:(?:should|can|may|will|only|just) ){0,2}(?:get|have|take|need|be given) half (?:of )?that(?= (?:dose|dosage|amount)\b|[.,;!]|$)"
)
# "Never double up" warns.
_FORBIDDEN = Cue(r"(?:n't|\b(?:not|never|avoid|without|than|instead of))(?: be tempted)?(?: to)?(?: try to)? ?$")

# The words without which there is none of them.
_FREQUENCY_WORDS = ("times", "once", "twice", "thrice", "doses", "every", "each", "q", "week")
_TIMING_WORDS = ("before", "after", "prior to")
_DURATION_WORDS = ("for ", "from ")
_CYCLE_WORDS = ("off", "break", "give ", "with ", "wait")
_MULTIPLE_WORDS = ("doubl", "tripl", "half")
# One for each, since what they cost together is more than what it saves to ask once.
_SIEVES = {pattern: Sieve(pattern) for pattern in (FREQUENCY, _TIMING, _DURATION, _CYCLE, _MULTIPLE)}

_MAXIMUM = Cue(
    r"\b(?:(?:exceed\w*|maximum|max\.?|upper limit|(?:daily )?limit|no more than|not more than|more than|at most|up to)"
    r"(?: (?:of|is|to|at|the|a|an|about|around|doses?|dosage|daily|intake|amount|recommended|stated|servings?)){0,5}|(?:doses? )?(?:above|over|greater than))\s?$"
)
# "The upper limit for zinc from pills is set at 40 mg" sets one by itself.
_LIMIT_SET = Cue(
    r"\b(?:upper|safe|daily|tolerable) (?:(?:intake )?(?:limit|level)|maximum)(?: (?!(?:no|not|above|below)\b)[\w'-]+){0,6}? (?:is|was|of|at)"
    r"(?: (?:set|put|fixed|at|about|around|just)){0,3} $"
)
_FORBIDS = Cue(r"n't\b|\b(?:not|never|avoid|no|maximum|max|limit|at most|up to|exceed\w*)\b")
# So many characters before a figure may say what it limits.
_LIMIT_NEAR = 100
_UNITS = {
    "g": ("g", "gram", "grams", "gramme", "grammes", "gm", "gms"),
    "mg": ("mg", "mgs", "milligram", "milligrams", "milligramme", "milligrammes"),
    "mcg": ("mcg", "mcgs", "µg", "μg", "ug", "microgram", "micrograms"),
    "mL": ("ml", "mls", "milliliter", "milliliters", "millilitre", "millilitres", "cc"),
    "unit": ("unit", "units", "iu", "i.u.", "i.u", "international unit", "international units"),
}
_UNIT_OF = {spelling: unit for unit, spellings in _UNITS.items() for spelling in spellings}


class Dose(NamedTuple):
    """An amount, a maximum, a frequency, a multiple or a length of use that a text gives.

    `kind`: amount maximum frequency (how often, or when) multiple duration. `low`, `high`: the figures, equal where there is one, or None.
    `unit`: g mg mcg mL unit, or the form as written (capsule, tsp). `per`: kg, day, kg/day, or empty.
    `often`: the words that say how often, or empty. `sentence`: its number.
    """

    span: Span
    kind: str
    low: float | None
    high: float | None
    unit: str
    per: str
    often: str
    sentence: int


def read_doses(document: Document) -> tuple[Dose, ...]:
    """Return the doses that the document gives, in its order; ask with `document.once(read_doses)`."""
    amounts = {dose.span.start: dose for dose in _amounts(document)}
    found = list(amounts.values())
    covered = frozenset(offset for dose in found for offset in range(*dose.span))
    for dose in (*_frequencies(document), *_multiples(document), *_durations(document)):
        if dose.span.start not in covered:
            found.append(dose)
    return tuple(sorted(found, key=lambda dose: dose.span))


def _amounts(document: Document) -> Iterator[Dose]:
    for pattern in (_AMOUNT, _SINGLE_FORM):
        for at, match in document.matches(pattern.finditer):
            sentence = document.sentence_at(at + match.start())
            if sentence is not None and at + match.end() <= sentence.span.end:
                yield from _amount(document, sentence, match, at)
    for pattern in (_BARE, _AGAIN):
        for at, match in document.matches(pattern.finditer):
            sentence = document.sentence_at(at + match.start())
            if sentence is not None and not match.string.startswith("it takes", match.start() - 3):
                yield _dose(sentence, match, at)


def _amount(document: Document, sentence: Sentence, match: re.Match[str], at: int) -> Iterator[Dose]:
    """Yield the amount that was matched, if it is one to take: as in an earlier text that said the same in the same place."""
    place = Span(*match.span()).shifted(at - sentence.span.start)
    key = sentence.span.cut(document.folded), place, match.re.pattern, surroundings(document, sentence)
    start, dose = document.recall_by(
        key,
        _amount,
        lambda: (
            sentence.span.start,
            _dose(sentence, match, at) if is_intake(document, sentence, match, at) else None,
        ),
    )
    if dose:
        yield dose._replace(span=dose.span.shifted(sentence.span.start - start), sentence=sentence.number)


def _dose(sentence: Sentence, match: re.Match[str], at: int) -> Dose:
    text, said = match.string, sentence.span.shifted(-at)
    groups = match.groupdict()
    start, high = match.start("high"), number(match["high"])
    if groups.get("low"):
        start = match.start("low")
    low = number(groups["low"]) if groups.get("low") else high
    often = FOLLOWING.match(text[match.end() : min(said.end, match.end() + NEAR)])
    end = match.end() + (often.end() if often else 0)
    before = text[max(said.start, match.start() - 50) : match.start()]
    bounded = _MAXIMUM.search(before)
    is_limit = bounded and _FORBIDS.search(before)
    is_limit = is_limit or _LIMIT_SET.search(text[max(said.start, match.start() - _LIMIT_NEAR) : match.start()])
    kind = "maximum" if is_limit else "amount"
    unit = groups.get("mass") or groups.get("form") or ""
    kilo = re.search(r"(?:/|per|every|each)\s?(?:kg|kilo|lb|pound)", match[0])
    daily = bool(often and re.search(r"day|daily|24|q\.?d", often[0])) or bool(re.search(r"/\s?d", match[0]))
    per = "/".join(part for part in ("kg" if kilo else "", "day" if daily else "") if part)
    return Dose(
        Span(start, end).shifted(at),
        kind,
        low,
        high,
        _UNIT_OF.get(unit, unit),
        per,
        often[0].strip(" ,(") if often else "",
        sentence.number,
    )


def _frequencies(document: Document) -> Iterator[Dose]:
    for sentence, span, words in _in_sentences(document, FREQUENCY, _FREQUENCY_WORDS, _taken_so_often):
        yield Dose(span, "frequency", None, None, "", "", words, sentence.number)
    for sentence, span, words in _in_sentences(document, _TIMING, _TIMING_WORDS, _taken_then):
        yield Dose(span, "frequency", None, None, "", "", words, sentence.number)


def _taken_so_often(text: str) -> tuple[Span, ...]:
    return tuple(
        span
        for span in FREQUENCY.spans(text)
        if (is_about_taking(_before(text, span)) or is_about_taking(text[span.start : span.end + NEAR]))
        and not in_condition(_before(text, span))
        and not is_told_of_others(_before(text, span), text[span.end : span.end + NEAR])
    )


def _taken_then(text: str) -> tuple[Span, ...]:
    return tuple(
        span for span in _TIMING.spans(text) if is_advised(_before(text, span)) or is_timed(_before(text, span))
    )


def _multiples(document: Document) -> Iterator[Dose]:
    for sentence, span, _ in _in_sentences(document, _MULTIPLE, _MULTIPLE_WORDS, _multiplied):
        yield Dose(span, "multiple", None, None, "", "", "", sentence.number)


def _multiplied(text: str) -> tuple[Span, ...]:
    return tuple(span for span in _MULTIPLE.spans(text) if not _FORBIDDEN.search(_before(text, span)))


def _durations(document: Document) -> Iterator[Dose]:
    for sentence, span, _ in _in_sentences(document, _DURATION, _DURATION_WORDS, _taken_so_long):
        yield Dose(span, "duration", None, None, "", "", "", sentence.number)
    for sentence, span, _ in _in_sentences(document, _CYCLE, _CYCLE_WORDS, _CYCLE.spans):
        yield Dose(span, "duration", None, None, "", "", "", sentence.number)


def _taken_so_long(text: str) -> tuple[Span, ...]:
    return tuple(span for span in _DURATION.spans(text) if is_advised(_before(text, span)))


def _before(text: str, span: Span) -> str:
    return text[max(0, span.start - NEAR) : span.start]


def _in_sentences(
    document: Document, pattern: Cue, words: tuple[str, ...], find: Callable[[str], tuple[Span, ...]]
) -> Iterator[tuple[Sentence, Span, str]]:
    """Yield what is found in the sentences that hold one of `words`, which stand in whatever the pattern matches."""
    folded = document.folded
    if not any(word in folded for word in words):
        return
    for sentence in _SIEVES[pattern].sentences(document):
        said = sentence.span.cut(folded)
        if any(word in said for word in words):
            for span in document.recall(find, said):
                yield sentence, span.shifted(sentence.span.start), span.cut(said)
