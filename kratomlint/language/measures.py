"""The words and figures of measures: numbers, units, forms, and when something is taken. Patterns of text, no meaning."""

from __future__ import annotations

from kratomlint.language.cue import Cue
from kratomlint.language.numbers import WORDS

# Of a line: none of these patterns goes on from one block to the next.
SPACE = r"[^\S\n]"
_DIGITS = r"(?:\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,9})?|\d{1,9}/\d{1,9}|\d{1,15}(?:\.\d{1,9})?[½¼¾⅓⅔⅛]?|\.\d{1,9}|[½¼¾⅓⅔⅛])"
_WORDS = "|".join(sorted((word for word in WORDS if len(word) > 2), key=len, reverse=True))
# Delta-8 and delta-9 are names.
NUMBER = rf"(?:(?<!delta )(?<!delta-){_DIGITS}|\b(?:{_WORDS})\b(?: \(\d+\))?)"
JOIN = rf"{SPACE}?(?:-|–|—|~|to|or|and){SPACE}?"
# What is counted alive: "20 billion CFU".
_LIVING = r"(?:million|billion|trillion) (?:cfus?|colony[- ]forming units|(?:live |living |active |viable |good |friendly |probiotic ){1,2}(?:cultures?|bacteria|organisms|cells|microbes))"
MASS = (
    rf"(?:{_LIVING}|mgs?|milligrams?|milligrammes?|mcgs?|[µμ]g|ug|micrograms?|grams?|grammes?|gr?ms?|g|m[lL]s?|milliliters?|millilitres?"
    r"|cc|i\.?u\.?|u(?!\.|[-/]\w)|units?|international units?|ounces?|oz|fl\.? ?oz)"
)
FORM_WORDS = (
    r"(?:capsules?|caps|tablets?|tabs|pills?|caplets?|softgels?|gel ?caps?|gumm(?:y|ies)|lozenges?|chewables?|drops?"
    r"|droppers?(?:ful|fuls|sful)?|teaspoons?(?:ful|fuls)?|tsps?|tablespoons?(?:ful|fuls)?|tbsps?|scoops?|sprays?|puffs?"
    r"|cups?|mugs?|servings?|packets?|sachets?|stick packs?|shots?|tea ?bags?|squirts?|pumps?|patch(?:es)?|pellets?"
    # A "can" before a verb is no tin: "a heaped one can weigh twice as much".
    r"|suppositor(?:y|ies)|pinch(?:es)?|shells?|(?<!with a )(?<!with one )(?<!a full )glass(?:es)?|bottles?|cans|can(?=[^\w' ]|$| (?:of(?! course\b)|an?|per|each|every|daily"
    r"|once|twice|before|after|at|in the|with|contains?|has|holds?|is|was|costs?|or)\b)|spoons?(?:ful|fuls)?)"
)
FURTHER = r"(?:more|additional|extra|further|final|single)"
FORM = rf"(?:(?:heaping|heaped|rounded|scant|generous|level|chewable|full|small|large|standard|vegan|vegetarian|daily|whole|{FURTHER}) )?{FORM_WORDS}"
PER = rf"(?:{SPACE}?(?:/|per|for (?:every|each)){SPACE}?(?:\d+ )?(?:kilograms?|kg|pounds?|lbs?)(?: of)?(?: body ?weight| bw)?)?"
PER_DAY = rf"(?:{SPACE}?/{SPACE}?(?:day|d|week)\b)?"

TIMES = rf"(?:once|twice|thrice|(?:{NUMBER}{JOIN})?{NUMBER} times|{NUMBER}{JOIN}{NUMBER} (?:divided )?doses"
TIMES += rf"|{NUMBER} (?:divided )?doses|once or twice|(?:one|two) or (?:two|three) times)"
PERIOD = r"(?:(?:a|per|each|every|in a|throughout the)[ -](?:day|night|week|month|morning|evening)\b|(?:each|every) (?:(?:few|couple of) )?hours?\b|(?:on|in) (?:a|any|one)(?: single)? day|daily|nightly|weekly|q\.?o?\.?d\b)"
EVERY = rf"(?:every|each|q) ?(?:{NUMBER}{JOIN})?{NUMBER} ?(?:hours?|hrs?|h|days?)\b"
WITHIN = r"(?:with)?in (?:a |any |one )?(?:single )?(?:24|twenty-four)[ -]?(?:hours?|hrs?)?(?:[ -]period)?"
WEEKLY = rf"(?:{NUMBER}{JOIN})?{NUMBER} days (?:a|per|each) week"
_APART = rf"(?:{NUMBER}{JOIN})?{NUMBER} (?:hours?|hrs?) (?:apart|between (?:doses|servings))"
FREQUENCY = Cue(
    rf"\b(?:{TIMES},? (?:{PERIOD}|{WITHIN})|{EVERY}|{WEEKLY}|{_APART}|(?:each|every) (?:(?:few|couple of) )?hours?\b)",
    recurring=NUMBER,
)
LENGTH = rf"(?:{NUMBER}{JOIN})?{NUMBER}[ -](?:days?|weeks?|months?)"
_UNTIL = r"(?:bed(?:time)?|sleep(?:ing)?|lights-out|lights out|meals?|eating|food|breakfast|lunch|dinner|supper|exercise|workouts?|training|a workout)"
TIMING = rf"(?:(?:{NUMBER}{JOIN})?{NUMBER}|half an|an) (?:minutes?|mins?|hours?|hrs?) (?:before|after|prior to) (?:\w+ ){{0,3}}{_UNTIL}\b"
# When in the day, or with what.
MOMENT = (
    rf"(?:{TIMING}|at (?:bedtime|night|breakfast|lunch|dinner|lights-out)|before (?:bed(?:time)?|sleep(?:ing)?|lights-out|\d{{1,2}} ?[ap]\.?m\b)"
    r"|(?:first thing )?in the (?:morning|evening|afternoon)\b|first thing\b|(?:morning|night|noon)(?: and|,) (?:night|evening|morning|noon)\b"
    r"|(?:up)?on waking\b|with (?:(?:an?|the|your|each|every|morning|evening|main|any|light|large|last|first) ){0,3}(?:meals?|food|breakfast|lunch|dinner|supper)\b"
    r"|(?:before|after|between) (?:(?:the|each|every|your) )?(?:meals?|breakfast|lunch|dinner)\b|on an empty stomach\b"
    rf"|under (?:the|your) tongue\b|with (?:plenty of |a (?:full |big )?glass of |some )?water\b)"
)
# What follows an amount and says how often it is meant.
FOLLOWING = Cue(
    rf"(?: \(\d[\d.,–-]{{0,8}} ?(?:ml|mg|mcg|g|oz|iu)\))?(?: of)?(?: [\w-]+){{0,5}}?,? \(?(?:{TIMES},? (?:{PERIOD})|{TIMES}\b|{EVERY}|{WITHIN}|{PERIOD}|{MOMENT}|for {LENGTH}\b)"
    rf"(?:,? (?:{TIMES},? (?:{PERIOD})|{EVERY}|{PERIOD}|{MOMENT}))?",
    recurring=NUMBER,
)
