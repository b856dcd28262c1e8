"""Term lists and the forms in which their terms are written. Pure: the lists are data from `checks/lexicons/`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kratomlint.knowledge import Lexicon

INFLECTIONS = ("none", "noun", "verb")

_IRREGULAR_VERBS = {
    "be": ("is", "are", "was", "were", "been", "being"),
    "become": ("becomes", "became", "becoming"),
    "beat": ("beats", "beaten", "beating"),
    "fight": ("fights", "fought", "fighting"),
    "find": ("finds", "found", "finding"),
    "get": ("gets", "got", "getting"),
    "give": ("gives", "gave", "given", "giving"),
    "keep": ("keeps", "kept", "keeping"),
    "lead": ("leads", "led", "leading"),
    "make": ("makes", "made", "making"),
    "say": ("says", "said", "saying"),
    "show": ("shows", "showed", "shown", "showing"),
    "take": ("takes", "took", "taken", "taking"),
    "tell": ("tells", "told", "telling"),
    "think": ("thinks", "thought", "thinking"),
    "write": ("writes", "wrote", "written", "writing"),
}
_IRREGULAR_NOUNS = {"diagnosis": "diagnoses", "woman": "women", "man": "men", "child": "children", "person": "people"}
_VOWELS = "aeiou"
# Verbs of more than one syllable that double their last consonant all the same.
_DOUBLING = frozenset({"admit", "commit", "prefer", "refer", "regret", "control", "propel", "expel", "compel"})


def build(name: str, terms: Iterable[str], inflect: str = "none") -> Lexicon:
    """Return the lexicon of `terms` with every form: inflected, and with a hyphen or a space where a term has either."""
    ordered = tuple(sorted(set(terms)))
    forms: dict[str, str] = {}
    for term in ordered:
        for inflected in (term, *_inflected(term, inflect)):
            for spelling in _spellings(inflected):
                forms.setdefault(spelling, term)
    return Lexicon(name, ordered, forms)


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
    if last.endswith(("s", "x", "z", "ch", "sh")):
        return noun + "es"
    if last.endswith("y") and last[-2:-1] not in _VOWELS:
        return noun[:-1] + "ies"
    return noun + "s"


def _regular_forms(verb: str) -> tuple[str, ...]:
    third = plural(verb)
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
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
