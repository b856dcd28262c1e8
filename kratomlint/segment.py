"""Prose to sentences. Knows English full stops; knows no format and no file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kratomlint.late import late
from kratomlint.span import Span

# A stop that may end a sentence: the stop, what closes after it, note marks, then a space. The look-behind
# lets a run of stops be tried once and not from each of its characters.
_STOP = late(
    r"""(?<![.!?…])(?P<stop>[.!?…]++)
    (?P<close>["”’')\]»]*+)
    (?P<note>(?:\[[\d,;–\- ]{1,20}\]|[¹²³⁰⁴-⁹*†‡]++|(?<=[^\W\d][.!?])\d{1,3}(?:[,–-]\d{1,3}){0,9}(?=\s))*+)
    \s++(?=\S)""",
    re.VERBOSE,
)
_LAST_TOKEN = late(r"[^\s(\[“\"‘—–/]*+\Z")
_PREVIOUS_WORD = late(r"([^\W\d_]{1,24})\W{1,2}\Z")
_NEXT_WORD = late(r"[\W_]{0,4}([\w'’]++)")
_DOTTED = late(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,2}\Z")
# Words of inner capitals begin a sentence in lower case: pH, mRNA, iPhone.
_MIXED_CASE = late(r"[a-z]{1,2}[A-Z]")
_NO_START = frozenset(",;:)]}%”’»…!?./=<>&")
_LONGEST_TOKEN = 24
# No sentence that anybody reads is as long, and what looks around a word in its sentence must not look for ever.
LONGEST = 5_000

# Never the last word of a sentence.
_BEFORE_A_NAME = frozenset(
    "dr drs mr mrs ms mx prof st ste mt ft gen gov sen rep rev hon lt col sgt capt cmdr fr pres e.g eg "
    "i.e vs v approx fig figs cf ca viz resp incl excl esp eq eqs".split()
)
# An abbreviation only where a number follows.
_BEFORE_A_NUMBER = frozenset(
    "no nos vol vols p pp ch sec sect art ed eds tab ref refs app para jan feb mar apr jun jul aug sep "
    "sept oct nov dec".split()
)
# May end a sentence; does so only where the next word is one that begins sentences.
_SELDOM_LAST = frozenset(
    "al inc ltd co corp llc jr sr bros dept univ assn assoc sp spp subsp ssp var cv syn am br can eur int "
    "natl acad clin exp med res ther toxicol pharmacol psychiatr psychol physiol biochem biol chem sci "
    "proc ann arch bull nutr neurosci neurol epidemiol addict behav ethnopharmacol gastroenterol hepatol "
    "cardiol endocrinol metab obstet gynecol pediatr surg rheumatol dermatol immunol microbiol mol rev "
    "lett commun".split()
)
_LETTERED = frozenset(
    "vitamin vitamins hepatitis type types group groups plan appendix grade class schedule table figure "
    "part phase category step option arm panel influenza".split()
)
_STARTERS = frozenset(
    "the this that these those it its he she they we you i there here in on at as if when while although "
    "though but and so however because since after before for from with without by to of our their his "
    "her your my what which who why how where some many most more all any each both no not one two "
    "several such other another yes also then thus therefore instead overall research researchers studies "
    "people patients users kratom does do is are can".split()
)
_AFTER_A_TIME = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday et est edt ct cst cdt mt mst mdt pt pst pdt "
    "gmt utc eastern central mountain pacific".split()
)


def sentences(text: str, block: Span) -> list[Span]:
    """Return the sentences of `block`, without the space between them; a block without a stop is one.

    What goes on for more than 5,000 characters is cut between two words.
    """
    spans: list[Span] = []
    start, end = block
    for match in _STOP.finditer(text, start, end):
        if _ends(text, start, match, block):
            spans += _bounded(text, Span(start, match.end("note")))
            start = match.end()
    return [*spans, *_bounded(text, Span(start, end))]


def _bounded(text: str, span: Span) -> Iterator[Span]:
    """Yield what is no longer than a sentence may be."""
    start, end = span
    while end - start > LONGEST:
        space = text.rfind(" ", start + 1, start + LONGEST + 1)
        stop = space if space > 0 else start + LONGEST
        yield Span(start, stop)
        start = stop + (space > 0)
    if start < end:
        yield Span(start, end)


def _ends(text: str, start: int, match: re.Match[str], block: Span) -> bool:
    """Say whether a sentence that began at `start` ends with the stop of `match`."""
    following = text[match.end() : min(match.end() + 40, block.end)]
    if not _begins(following):
        return False
    if match["stop"] != "." or match["close"]:
        return True
    token = text[max(start, match.start() - _LONGEST_TOKEN) : match.start()]
    found = _LAST_TOKEN.search(token)
    word = found[0] if found else ""
    if start == block.start and match.start() - len(word) == start and (word.isdigit() or len(word) == 1):
        return False
    before = token[: len(token) - len(word)]
    return not _abbreviates(word.rstrip("*_"), before, following)


def _begins(following: str) -> bool:
    """Say whether these characters can begin a sentence."""
    first = following[0]
    if first.islower():
        return bool(_MIXED_CASE.match(following))
    return first not in _NO_START


def _abbreviates(word: str, before: str, following: str) -> bool:
    """Say whether the stop after `word` belongs to the word and not to the sentence."""
    folded = word.lower()
    if folded in _BEFORE_A_NAME:
        return True
    if folded in _BEFORE_A_NUMBER and following[0].isdigit():
        return True
    next_word = _next_word(following)
    if folded in ("a.m", "p.m"):
        return next_word in _AFTER_A_TIME
    if len(word) == 1 and word.isalpha() and word.isupper():
        return word != "I" and _previous_word(before) not in _LETTERED and next_word not in _STARTERS
    if folded in _SELDOM_LAST or _DOTTED.match(word):
        return next_word not in _STARTERS
    return False


def _next_word(following: str) -> str:
    match = _NEXT_WORD.match(following)
    return match[1].lower() if match else ""


def _previous_word(before: str) -> str:
    match = _PREVIOUS_WORD.search(before)
    return match[1].lower() if match else ""
