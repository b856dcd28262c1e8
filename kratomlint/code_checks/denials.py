"""Checks of a harm that an article denies in one place and lists among the side effects in another."""

from __future__ import annotations

from collections.abc import Iterator

from kratomlint.document import Document, Sentence
from kratomlint.finding import Hit
from kratomlint.language import guards
from kratomlint.language.clashes import can_clash, contradicting, is_of_others, listed_as_harms
from kratomlint.language.cue import Cue
from kratomlint.language.reading import own_names
from kratomlint.language.subjects import subjects_named
from kratomlint.registry import check
from kratomlint.span import Span

# One harm in the words that pages have for it.
_HARMS = {
    "jitters": r"jitters|jitteriness|shakiness",
    "anxiety": r"anxiety|nervousness|anxiousness",
    "heart": r"(?:increased|fast|faster|rapid|racing|elevated|raised) heart ?(?:rate|beat)?|palpitations|tachycardia",
    "nausea": r"nausea|vomiting|queasiness",
    "headaches": r"headaches?",
    "drowsiness": r"drowsiness|sleepiness|grogginess",
    "dizziness": r"dizziness|light-?headedness",
    "constipation": r"constipation",
    "diarrhea": r"diarrh?o?ea|loose stools",
    "insomnia": r"insomnia|sleeplessness|trouble sleeping",
    "dry mouth": r"(?:dry|cotton) mouth",
    "bloating": r"bloating|gas",
    "itching": r"itching|itchiness|rash(?:es)?",
    "weight gain": r"weight gain",
}
_NAMES = tuple(_HARMS)
_ANY_HARM = rf"(?:{'|'.join(_HARMS.values())})"
_HARM = Cue("|".join(rf"\b({words})\b" for words in _HARMS.values()))
# What follows is denied to the end of the clause.
_DENIED = Cue(
    r"\b(?:(?:does|do|will)(?: not|n't)|won't|never) (?:\w+ )?(?:causes?|gives? you|brings?(?: on)?|triggers?|leads? to|produces?|leaves? you with) "
    rf"|\bwithout (?:(?:causing|giving you|bringing(?: on)?|triggering|producing) )?(?:(?:the|any|any of the|that|those) )?(?:(?:usual|dreaded|annoying|nasty|typical|common|unwanted|coffee|caffeine) ){{0,2}}(?={_ANY_HARM}\b)"
)
_END = Cue(r"[.;:!?—–(]|\b(?:but|while|although|though|because|since|which|when|if|unless|even|as)\b")
# "Does not cause the changes of the brain that end in anxiety" denies no anxiety.
_NOT_LISTED = Cue(r"\b(?:for|of|from|to|with|that|by|against|in|like)\b|(?: [\w'-]+){5}")
# What is told of a dose, of some people or of a trial is no flat denial.
_WEIGHED = Cue(
    r"\b(?:(?:low|lower|small|normal|moderate|right|proper|high|higher|large|larger) (?:doses?|amounts?|servings?)|in most|for most|most people|usually|typically"
    r"|generally|often|always|necessarily|as (?:much|many)|same|stud(?:y|ies)|trials?|participants|may|might|should|if|unless|rarely|seldom|seem(?:s|ed)?)\b"
)
_TOLD = Cue(
    r"\b(?<!no )(?<!without )(?:side[- ]effects?|adverse (?:effects|reactions)|unwanted effects|downsides)(?P<of> (?:of|from|with) [\w -]{2,40}?)?"
    r"(?: (?:can|may|might|could|also|reported|to watch for)){0,3} (?:includes?|including|are|such as|like)\b"
)
_TOLD_END = Cue(r"[.;!?]|\b(?:which|but|while|though|although|people|in|at|when|if)\b")


@check
def listed_after_all(document: Document) -> Iterator[Hit]:
    """Point at the later one of a denied harm and the list of side effects that names it."""
    first: dict[str, tuple[Span, str]] = {}
    told: set[str | Sentence | None] = set()
    for span, harm, kind in sorted((*_denied(document), *_listed(document))):
        earlier = first.setdefault(harm, (span, kind))
        sentence = document.sentence_at(span.start)
        if earlier[1] != kind and told.isdisjoint((harm, sentence)) and can_clash(document, earlier[0], span):
            told.update((harm, sentence))
            yield contradicting(document, span, earlier[0], harm)


def _denied(document: Document) -> Iterator[tuple[Span, str, str]]:
    for at, match in document.matches(_DENIED.finditer):
        place = Span(*match.span()).shifted(at)
        sentence = document.sentence_at(place.start)
        if sentence is None or _WEIGHED.holds(sentence.span.cut(document.folded)):
            continue
        if is_of_others(document, place):
            continue
        reached = place.end
        for harm, span in _harms_after(document, sentence, place.end, _END):
            if _NOT_LISTED.holds(document.folded[reached : span.start]):
                break
            reached = span.end
            yield span, harm, "denied"


def _listed(document: Document) -> Iterator[tuple[Span, str, str]]:
    """Yield the harms of the lists of side effects, in a sentence or item by item."""
    for item in document.once(listed_as_harms):
        for harm, span in _harms_after(document, item, item.span.start, _TOLD_END):
            yield span, harm, "listed"
    for at, match in document.matches(_TOLD.finditer):
        place = Span(*match.span()).shifted(at)
        sentence = document.sentence_at(place.start)
        if sentence is None or (match["of"] and not _is_its_subject(document, match["of"])):
            continue
        if not guards.asked(document, place) and not guards.negated(document, place):
            for harm, span in _harms_after(document, sentence, place.end, _TOLD_END):
                yield span, harm, "listed"


def _is_its_subject(document: Document, words: str) -> bool:
    """Say whether side effects "of X" are those of what the article is about, and not those of a medicine."""
    names = document.once(own_names)
    return bool(subjects_named(document, words)) or any(word in names for word in words.split())


def _harms_after(document: Document, sentence: Sentence, start: int, stop: Cue) -> Iterator[tuple[str, Span]]:
    text = document.folded[start : sentence.span.end]
    end = stop.search(text)
    for match in _HARM.finditer(text[: end.start()] if end else text):
        yield _NAMES[(match.lastindex or 1) - 1], Span(*match.span()).shifted(start)
