"""Term lists and the forms in which their terms are written. Pure: the lists are data from `checks/lexicons/`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from kratomlint.knowledge import Lexicon

INFLECTIONS = ("none", "noun", "verb")

# Third person, past, participles; where the past is the verb itself, it stands there all the same.
_IRREGULAR_VERBS = {
    forms.split()[0]: tuple(forms.split()[1:])
    for forms in (
        "be is are was were been being",
        "beat beats beat beaten beating",
        "become becomes became becoming",
        "begin begins began begun beginning",
        "bind binds bound binding",
        "break breaks broke broken breaking",
        "bring brings brought bringing",
        "build builds built building",
        "cut cuts cut cutting",
        "deal deals dealt dealing",
        "do does did done doing",
        "drive drives drove driven driving",
        "feed feeds fed feeding",
        "feel feels felt feeling",
        "fight fights fought fighting",
        "find finds found finding",
        "get gets got gotten getting",
        "give gives gave given giving",
        "go goes went gone going",
        "grow grows grew grown growing",
        "have has had having",
        "hit hits hit hitting",
        "hold holds held holding",
        "keep keeps kept keeping",
        "lay lays laid laying",
        "lead leads led leading",
        "let lets let letting",
        "light lights lit lighting",
        "lose loses lost losing",
        "make makes made making",
        "overcome overcomes overcame overcoming",
        "put puts put putting",
        "quit quits quit quitting",
        "rebuild rebuilds rebuilt rebuilding",
        "reset resets reset resetting",
        "rid rids rid ridding",
        "run runs ran running",
        "say says said saying",
        "set sets set setting",
        "shed sheds shed shedding",
        "show shows showed shown showing",
        "shrink shrinks shrank shrunk shrinking",
        "shut shuts shut shutting",
        "sleep sleeps slept sleeping",
        "take takes took taken taking",
        "teach teaches taught teaching",
        "tell tells told telling",
        "think thinks thought thinking",
        "undo undoes undid undone undoing",
        "unwind unwinds unwound unwinding",
        "wake wakes woke woken waking",
        "win wins won winning",
        "wind winds wound winding",
        "write writes wrote written writing",
    )
}
_IRREGULAR_NOUNS = {
    "diagnosis": "diagnoses",
    "woman": "women",
    "man": "men",
    "child": "children",
    "person": "people",
    "stomach": "stomachs",
}
_VOWELS = "aeiou"
# Verbs of more than one syllable that double their last consonant all the same.
_DOUBLING = frozenset(
    {"admit", "commit", "compel", "confer", "control", "deter", "expel", "occur", "permit", "prefer", "propel", "refer"}
    | {"regret", "repel"}
)


def build(name: str, terms: Iterable[str], inflect: str = "none") -> Lexicon:
    """Return the lexicon of `terms` with every form: inflected, and with a hyphen or a space where a term has either."""
    ordered = tuple(sorted(set(terms)))
    forms = {term: term for term in ordered}
    for term in ordered:
        for inflected in (term, *_inflected(term, inflect)):
            for spelling in _spellings(inflected):
                forms.setdefault(spelling, term)
    return Lexicon(name, forms)


def verb_forms(verb: str) -> tuple[str, ...]:
    """Return the third person, past and participles of an English verb or of a phrase that a verb opens."""
    head, space, rest = verb.partition(" ")
    forms = _IRREGULAR_VERBS.get(head) or _regular_forms(head)
    return tuple(form + space + rest for form in forms)


def plural(noun: str) -> str:
    """Return the plural of an English noun or of a phrase that a noun ends."""
    before, space, last = noun.rpartition(" ")
    if last in _IRREGULAR_NOUNS:
        return before + space + _IRREGULAR_NOUNS[last]
    if last.endswith("sis"):
        return noun[:-2] + "es"
    # Lungs, hives, kratom's, cannabis: plural already, or without one.
    if last.endswith("s") and not last.endswith(("ss", "us", "gas")):
        return noun
    if last.endswith(("s", "x", "z", "ch", "sh")):
        return noun + "es"
    if last.endswith("y") and last[-2:-1] not in _VOWELS:
        return noun[:-1] + "ies"
    return noun + "s"


def _regular_forms(verb: str) -> tuple[str, ...]:
    third = plural(verb)
    if verb.endswith(("ee", "oe", "ye")):
        return third, verb + "d", verb + "ing"
    if verb.endswith("e"):
        return third, verb + "d", (verb[:-2] + "y" if verb.endswith("ie") else verb[:-1]) + "ing"
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return third, verb[:-1] + "ied", verb + "ing"
    stem = verb + verb[-1] if _doubles(verb) else verb
    return third, stem + "ed", stem + "ing"


def _doubles(verb: str) -> bool:
    if len(verb) < 3 or verb[-1] in _VOWELS + "wxy" or verb[-2] not in _VOWELS or verb[-3] in _VOWELS:
        return False
    return verb in _DOUBLING or sum(letter in _VOWELS for letter in verb) == 1


def _inflected(term: str, inflect: str) -> tuple[str, ...]:
    if inflect == "verb":
        return verb_forms(term)
    return (plural(term),) if inflect == "noun" else ()


def _spellings(term: str) -> Iterator[str]:
    yield term
    if "-" in term:
        yield term.replace("-", " ")


def names_one_of(text: str, terms: Mapping[str, str]) -> bool:
    """Say whether a term of up to four words stands in a folded text."""
    words = re.findall(r"[\w'-]+", text)
    runs = (
        " ".join(words[start:end])
        for start in range(len(words))
        for end in range(start + 1, min(start + 4, len(words)) + 1)
    )
    return any(run in terms for run in runs)
