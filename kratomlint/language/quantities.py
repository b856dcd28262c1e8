"""How much, how often, how long: the doses that a text gives. Reads figures and their neighbours, judges no amount."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kratomlint.document import Document, Sentence
from kratomlint.language.cue import Cue
from kratomlint.language.numbers import WORDS, number
from kratomlint.span import Span

_DIGITS = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+/\d+|\d+(?:\.\d+)?[½¼¾⅓⅔⅛]?|\.\d+|[½¼¾⅓⅔⅛])"
_WORDS = "|".join(sorted((word for word in WORDS if len(word) > 2), key=len, reverse=True))
_NUMBER = rf"(?:{_DIGITS}|\b(?:{_WORDS})\b(?: \(\d+\))?)"
_JOIN = r"\s?(?:-|–|—|~|to|or|and)\s?"
_MASS = (
    r"(?:mgs?|milligrams?|milligrammes?|mcgs?|[µμ]g|ug|micrograms?|grams?|grammes?|gms?|g|m[lL]s?|milliliters?|millilitres?"
    r"|cc|i\.?u\.?|units?|international units?|ounces?|oz|fl\.? ?oz)"
)
_FORM_WORDS = (
    r"(?:capsules?|caps|tablets?|tabs|pills?|caplets?|softgels?|gel ?caps?|gumm(?:y|ies)|lozenges?|chewables?|drops?"
    r"|droppers?(?:ful|fuls|sful)?|teaspoons?(?:ful|fuls)?|tsps?|tablespoons?(?:ful|fuls)?|tbsps?|scoops?|sprays?|puffs?"
    r"|cups?|mugs?|servings?|packets?|sachets?|stick packs?|shots?|tea ?bags?|squirts?|pumps?|patch(?:es)?|pellets?"
    r"|suppositor(?:y|ies)|pinch(?:es)?|shells?|glasses|bottles?|cans?)"
)
_FURTHER = r"(?:more|additional|extra|further|final|single)"
_FORM = (
    rf"(?:(?:heaping|level|chewable|full|small|large|standard|vegan|vegetarian|daily|whole|{_FURTHER}) )?{_FORM_WORDS}"
)
_PER = r"(?:\s?(?:/|per|for (?:every|each))\s?(?:kilograms?|kg|pounds?|lbs?)(?: of)?(?: body ?weight| bw)?)?"
_PER_DAY = r"(?:\s?/\s?(?:day|d|week)\b)?"

_AMOUNT = Cue(
    rf"(?<![\w.,$€£%-])(?:(?P<low>{_NUMBER})(?:\s?{_MASS}\b)?{_JOIN})?(?P<high>{_NUMBER})"
    rf"(?:\s?-?\s?(?:{_FURTHER} )?(?P<mass>{_MASS})(?![\w%]){_PER}{_PER_DAY}(?:[ -](?P<massform>{_FORM_WORDS})\b)?"
    rf"|\s(?:\d[\d.,]*\s?-?{_MASS}\s)?(?P<form>{_FORM})\b)"
)
_SINGLE_FORM = Cue(
    rf"(?<![\w-])(?P<high>an?|half an?) (?:\d[\d.,]*\s?-?{_MASS} )?(?P<form>{_FORM}|(?:{_FURTHER} )?(?:gram|milligram))\b"
)

_TIMES = rf"(?:once|twice|thrice|(?:{_NUMBER}{_JOIN})?{_NUMBER} times|{_NUMBER}{_JOIN}{_NUMBER} (?:divided )?doses"
_TIMES += rf"|{_NUMBER} (?:divided )?doses|once or twice|(?:one|two) or (?:two|three) times)"
_PERIOD = r"(?:(?:a|per|each|every|in a|throughout the)[ -](?:day|night|week|month|morning|evening)|(?:on|in) (?:a|any|one)(?: single)? day|daily|nightly|weekly)"
_EVERY = rf"(?:every|each|q) ?(?:{_NUMBER}{_JOIN})?{_NUMBER} ?(?:hours?|hrs?|h|days?)\b"
_WITHIN = r"(?:with)?in (?:a |any |one )?(?:single )?(?:24|twenty-four)[ -]?(?:hours?|hrs?)?(?:[ -]period)?"
_WEEKLY = rf"(?:{_NUMBER}{_JOIN})?{_NUMBER} days (?:a|per|each) week"
_FREQUENCY = Cue(rf"\b(?:{_TIMES},? (?:{_PERIOD}|{_WITHIN})|{_EVERY}|{_WEEKLY})")
_LENGTH = rf"(?:{_NUMBER}{_JOIN})?{_NUMBER}[ -](?:days?|weeks?|months?)"
# What follows an amount and says how often it is meant.
_FOLLOWING = Cue(
    rf"(?: of)?(?: [\w-]+){{0,5}}?,? \(?(?:{_TIMES},? (?:{_PERIOD})|{_TIMES}\b|{_EVERY}|{_WITHIN}|{_PERIOD}|at bedtime|before bed"
    r"(?:time)?|before sleep|at night|in the (?:morning|evening)|with (?:meals?|food|breakfast|dinner)"
    rf"|(?:before|after|between) (?:meals?|breakfast|lunch|dinner)|for {_LENGTH}\b)"
)
_TIMING = Cue(
    rf"(?:(?:{_NUMBER}{_JOIN})?{_NUMBER}|half an|an) (?:minutes?|mins?|hours?|hrs?) (?:before|after|prior to) (?:\w+ ){{0,2}}"
    r"(?:bed(?:time)?|sleep(?:ing)?|meals?|eating|food|breakfast|dinner|exercise|workouts?|training|a workout)\b"
)
_DURATION = Cue(
    rf"\b(?:for (?:at least |up to |about |around |(?:no )?(?:more|longer) than |a minimum of )?{_LENGTH})\b"
)
_CYCLE = Cue(rf"\b{_LENGTH} on\b.{{0,30}}?\b{_LENGTH} (?:off|break)|{_LENGTH} (?:off|break) (?:every|after) {_LENGTH}")

# The words without which there is none of them.
_FREQUENCY_WORDS = ("times", "once", "twice", "thrice", "doses", "every", "each", "q", "week")
_TIMING_WORDS = ("before", "after", "prior to")
_DURATION_WORDS = ("for ",)
_CYCLE_WORDS = ("off", "break")

_MAXIMUM = Cue(
    r"\b(?:(?:exceed\w*|maximum|max\.?|upper limit|(?:daily )?limit|no more than|not more than|more than|at most|up to)"
    r"(?: (?:of|is|to|at|the|a|an|about|around|doses?|dosage|daily|intake|amount)){0,4}|(?:doses? )?(?:above|over|greater than))\s?$"
)
_FORBIDS = Cue(r"n't\b|\b(?:not|never|avoid|no|maximum|max|limit|at most|up to|exceed\w*)\b")
# Measures by which a tea is made strong: they stand "per cup".
_KITCHEN = Cue(r"(?:tea|table)spoon|tsp|tbsp|tea ?bag|pinch")

_TAKING = (
    r"take|takes|taking|taken|took|chew|drink|drinking|sip|use|using|used|consume|consumed|consuming|ingest|ingested"
    r"|swallow|apply|place|inhale|administer(?:ed)?|dosed?|dosing|split|divided|steep|brew|infuse|supplement with"
)
_INTAKE = Cue(
    rf"\b(?:{_TAKING}|start(?:s|ed|ing)?|begin(?:ning)?|increas(?:e|ed|ing)|rais(?:e|ing)|titrat\w+|exceed\w*|doses?|dosages?"
    r"|recommend\w*|maximum|minimum|intake|prescrib(?:e|es|ed)|given|received|stud(?:y|ies)|trials?|participants|patients|volunteers|need|needs|stick (?:to|with)|gives?|giving|do (?:well|best) (?:with|on)|(?:work|build|go|move)(?:s|ing)? (?:(?:your|their|his|her|my) )?(?:way )?up|try|stay (?:at|under|below)"
    r"|limit)\b"
)
_TAKEN = Cue(rf"\b(?:{_TAKING}|doses?|dosages?)\b")
_ADVICE = Cue(rf"(?:^|[.:;,(] ?|\b(?:then|and|to|should|must|can|please|may|just|simply|usually|be) )(?:{_TAKING})\b")
_INTAKE_TIME = Cue(r"\b(?:intake|timing)\b")
_DOSE_HEADING = Cue(
    r"\b(?:dos(?:e|es|age|ages|ing)|how much|how to (?:take|use)|directions|suggested use|usage|intake)\b"
)

# An amount of something in something else: a strength, a price, a measured value.
_STRENGTH_AFTER = Cue(
    r"(?: (?:of )?[\w-]+){0,4}? ?(?:per|/|in (?:each|every|one)|each|in a(?: single)?) ?(?:\d+ ?)?(?:single )?"
    rf"(?:{_FORM_WORDS}|bottles?|packs?|bags?|jars?|containers?|pieces?|units?|boxes|ml|milliliter|g|grams?|dl|d[lL]|l|liter|litre"
    r"|100|kilo)\b"
)
_VALUE_AFTER = Cue(r"\s?(?:/|per )\s?(?:d[lL]|l|liter|litre|ml|m²|100|g|gram)\b|\s?[%°]|-?(?:count|ct)\b|-?year")
_STRENGTH_BEFORE = Cue(
    r"\b(?:contain(?:s|ing|ed)?|provid(?:es|ing|ed)|deliver(?:s|ing|ed)?|packed with|features?|boasts?|yields?|equals?"
    r"|measur(?:es|ed|ing)|hold(?:s|ing)?|includ(?:es|ing)|with a total of|available in|comes? in|sold in|weigh(?:s|ed|ing)?)"
    r"(?: [\w,-]+){0,4}\s?$"
)
_PRICE = Cue(r"[$€£]\s?\d")
_FOOD_AFTER = Cue(
    r" (?:of )?(?:\w+ )?(?:water|milk|coffee|broth|juice|rice|flour|sugar|protein|carbs|carbohydrates?|fat|fiber|fibre|sodium|calories"
    r"|vegetables|fruit|oats|broccoli|yogurt|butter|stock|alcohol|wine|beer)\b"
)
_NO_EVIDENCE = Cue(r"\b(?:no|not enough|little) (?:\w+ ){0,3}?(?:evidence|proof)\b")
_CONTAMINANT = Cue(
    r"\b(?:lead (?:levels?|limits?|contamination|content|poisoning|concentrations?|of|and (?:nickel|other|cadmium))|arsenic|cadmium|mercury|nickel|heavy metals?|pesticides?|contamina\w+"
    r"|residues?)\b"
)
_ANIMAL = Cue(r"\b(?:rats?|mice|mouse|rabbits?|dogs?|animals?|in vitro|zebrafish|ld50)\b")
# Drops are added, rubbed in or diffused where a cook's measures would be a recipe.
_DROPS = Cue(r"\bdrops?\b")
_ADDING = Cue(r"\b(?:add|mix|dilute|rub|put|massage|diffuse|blend|place)\b(?: [\w-]+){0,3} $")
_STEEPED = Cue(r"[^.;]{0,40}\b(?:steep|brew|infus)")
_TAKES_ONE = Cue(rf"\b(?:{_TAKING})(?: [\w-]+){{0,2}} $")
# So many characters around a figure tell what it is.
_NEAR = 240
_CONDITION = Cue(r"\b(?:if|when|whether)\b[^,;:]*$")

_UNITS = {
    "g": ("g", "gram", "grams", "gramme", "grammes", "gm", "gms"),
    "mg": ("mg", "mgs", "milligram", "milligrams", "milligramme", "milligrammes"),
    "mcg": ("mcg", "mcgs", "µg", "μg", "ug", "microgram", "micrograms"),
    "mL": ("ml", "mls", "milliliter", "milliliters", "millilitre", "millilitres", "cc"),
    "unit": ("unit", "units", "iu", "i.u.", "i.u", "international unit", "international units"),
}
_UNIT_OF = {spelling: unit for unit, spellings in _UNITS.items() for spelling in spellings}


class Dose(NamedTuple):
    """An amount, a maximum, a frequency or a length of use that a text gives.

    `kind`: amount maximum frequency (how often, or when) duration. `low`, `high`: the figures, equal where there is one, or None.
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
    for dose in (*_frequencies(document), *_durations(document)):
        if dose.span.start not in covered:
            found.append(dose)
    return tuple(sorted(found, key=lambda dose: dose.span))


def _amounts(document: Document) -> Iterator[Dose]:
    folded = document.folded
    for pattern in (_AMOUNT, _SINGLE_FORM):
        for match in pattern.finditer(folded):
            sentence = document.sentence_at(match.start())
            if sentence is None or match.end() > sentence.span.end:
                continue
            if _is_dose(document, sentence, match):
                yield _dose(folded, sentence, match)


def _dose(folded: str, sentence: Sentence, match: re.Match[str]) -> Dose:
    groups = match.groupdict()
    high = number(match["high"])
    low = number(groups["low"]) if groups.get("low") else high
    often = _FOLLOWING.match(folded, match.end(), sentence.span.end)
    end = often.end() if often else match.end()
    before = folded[max(sentence.span.start, match.start() - 50) : match.start()]
    bounded = _MAXIMUM.search(before)
    kind = "maximum" if bounded and _FORBIDS.search(before) else "amount"
    unit = groups.get("mass") or groups["form"]
    kilo = re.search(r"(?:/|per|every|each)\s?(?:kg|kilo|lb|pound)", match[0])
    daily = bool(often and re.search(r"day|daily|24", often[0])) or bool(re.search(r"/\s?d", match[0]))
    per = "/".join(part for part in ("kg" if kilo else "", "day" if daily else "") if part)
    return Dose(
        Span(match.start(), end),
        kind,
        low,
        high,
        _UNIT_OF.get(unit, unit),
        per,
        often[0].strip(" ,(") if often else "",
        sentence.number,
    )


def _is_dose(document: Document, sentence: Sentence, match: re.Match[str]) -> bool:
    """Say whether an amount is one to take, not one that is contained, sold, measured or cooked."""
    folded = document.folded
    start, end = max(sentence.span.start, match.start() - _NEAR), min(sentence.span.end, match.end() + _NEAR)
    before, after = folded[start : match.start()], folded[match.end() : end]
    often, taken = _FOLLOWING.match(after), _INTAKE.search(before[-120:])
    if _is_of_something_else(before, after, bool(often), match):
        return False
    if _STRENGTH_AFTER.match(after) and not (taken and (often or _KITCHEN.search(match[0]))):
        return False
    if _DROPS.search(match[0]) and _ADDING.search(before):
        return True
    if _KITCHEN.search(match[0]) and _STEEPED.match(after):
        return True
    if match.groupdict().get("massform") and not taken:
        return False
    if "mass" not in match.groupdict():
        return bool(_TAKES_ONE.search(before)) and _advises(before)
    return bool(often or taken) or _under_dose_heading(document, sentence)


def _is_of_something_else(before: str, after: str, often: bool, match: re.Match[str]) -> bool:
    if _VALUE_AFTER.match(after) or _FOOD_AFTER.match(after) or _NO_EVIDENCE.search(before):
        return True
    around = before + match[0] + after
    if _CONTAMINANT.search(around) or _ANIMAL.search(around):
        return True
    return not often and bool(_STRENGTH_BEFORE.search(before) or _PRICE.search(around))


def _advises(before: str) -> bool:
    return bool(_ADVICE.search(before))


def _under_dose_heading(document: Document, sentence: Sentence) -> bool:
    block = document.blocks[sentence.block]
    if block.kind not in ("item", "cell"):
        return False
    lead = document.blocks[block.lead].span.cut(document.folded) if block.lead >= 0 else ""
    heading = block.heading_path[-1].lower() if block.heading_path else ""
    return bool(_DOSE_HEADING.search(lead) or _DOSE_HEADING.search(heading))


def _frequencies(document: Document) -> Iterator[Dose]:
    for sentence, match in _in_sentences(document, _FREQUENCY, _FREQUENCY_WORDS):
        before, after = _around(document, sentence, match)
        if (_TAKEN.search(before) or _TAKEN.search(after)) and not _CONDITION.search(before):
            yield Dose(Span(*match.span()), "frequency", None, None, "", "", match[0], sentence.number)
    for sentence, match in _in_sentences(document, _TIMING, _TIMING_WORDS):
        before, _ = _around(document, sentence, match)
        if _advises(before) or _INTAKE_TIME.search(before):
            yield Dose(Span(*match.span()), "frequency", None, None, "", "", match[0], sentence.number)


def _durations(document: Document) -> Iterator[Dose]:
    for sentence, match in _in_sentences(document, _DURATION, _DURATION_WORDS):
        if _advises(_around(document, sentence, match)[0]):
            yield Dose(Span(*match.span()), "duration", None, None, "", "", "", sentence.number)
    for sentence, match in _in_sentences(document, _CYCLE, _CYCLE_WORDS):
        yield Dose(Span(*match.span()), "duration", None, None, "", "", "", sentence.number)


def _around(document: Document, sentence: Sentence, match: re.Match[str]) -> tuple[str, str]:
    start, end = max(sentence.span.start, match.start() - _NEAR), min(sentence.span.end, match.end() + _NEAR)
    return document.folded[start : match.start()], document.folded[match.start() : end]


def _in_sentences(document: Document, pattern: Cue, words: tuple[str, ...]) -> Iterator[tuple[Sentence, re.Match[str]]]:
    """Yield the matches in the sentences that hold one of `words`, which stand in whatever the pattern matches."""
    folded = document.folded
    if not any(word in folded for word in words):
        return
    for sentence in document.sentences:
        said = sentence.span.cut(folded)
        if any(word in said for word in words):
            for match in pattern.finditer(folded, *sentence.span):
                yield sentence, match
