"""Promises made by a verb in two parts with its object between them: brings blood sugar down, flushes toxins out.

One of the readers of `claims`. The lexicons know these verbs as one phrase.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from kratomlint.knowledge import Lexicon
from kratomlint.language import claim_cues as cues
from kratomlint.language.lexicon import verb_forms
from kratomlint.language.promises import Promise, Scene
from kratomlint.language.reading import Tagged

_LISTS = {"relieve": "relieving-verbs", "improve": "improving-verbs"}
# In one piece they do something else: "carry out a study of pain".
_ONLY_IN_TWO = ("carry out", "move out", "take out")
_PARTICLES = frozenset({"away", "back", "down", "off", "on", "out", "up"})
# Between the verb and its object.
_BEFORE_OBJECT = frozenset(
    """your the my our his her their that those all any excess extra high old stubborn unwanted bad more new some trapped stored
    built-up harmful chronic everyday nagging""".split()
)
_MOST_BEFORE_OBJECT = 3
# Between the object and the particle.
_LEADS_TO_PARTICLE = frozenset("right back straight gently slowly safely quickly levels level symptoms all".split())
_MOST_BEFORE_PARTICLE = 2
# A past tense tells what was found of somebody; these have no other form for the present.
_ALWAYS = frozenset({"cut", "put", "set", "shut"})
_PAST = frozenset(
    "took taken drove driven swept kept wore worn broke broken fought got blew blown threw ground".split()
)


def by_split_verb(scene: Scene) -> Iterator[Promise]:
    """Yield `brings blood sugar down`, `flushes the toxins right out`, `switches your metabolism back on`."""
    reading = scene.reading
    if not scene.takes_unnamed or _PARTICLES.isdisjoint(reading.texts):
        return
    verbs = _verbs_in_two(*map(scene.document.knowledge.lexicons.get, _LISTS.values()))
    # What a verb does without its particle, too, is read elsewhere: "flushes the toxins".
    whole = {run.first for run in reading.of("relieve", "improve")}
    for run in reading.of("condition", "function"):
        verb = _verb_before(scene, run, verbs)
        end = _particle_after(scene, run, verbs.get(reading.texts[verb], {}) if verb is not None else {})
        if verb is None or end is None or verb in whole:
            continue
        start = reading.words[verb].span.start - reading.sentence.span.start
        if scene.is_of_substance(reading.text[:start]) and not _is_told_of_somebody(scene, verb):
            yield Promise(reading.span(verb, end), "verb", run.direction, run.term)


def _verb_before(scene: Scene, run: Tagged, verbs: Mapping[str, Mapping[str, str]]) -> int | None:
    """Return the word before an object that opens a verb in two parts, or None."""
    texts = scene.reading.texts
    for at in range(run.first - 1, max(-1, run.first - 2 - _MOST_BEFORE_OBJECT), -1):
        if texts[at] in verbs:
            return at
        if texts[at] not in _BEFORE_OBJECT:
            return None
    return None


def _particle_after(scene: Scene, run: Tagged, particles: Mapping[str, str]) -> int | None:
    """Return the word after the particle that closes the verb for such an object, or None."""
    texts = scene.reading.texts
    wanted = "relieve" if run.tag == "condition" else "improve"
    for at in range(run.last, min(len(texts), run.last + 1 + _MOST_BEFORE_PARTICLE)):
        if wanted in particles.get(texts[at], "") and "," not in scene.reading.between(run.last, at):
            return at + 1
        if texts[at] not in _LEADS_TO_PARTICLE:
            return None
    return None


def _is_told_of_somebody(scene: Scene, verb: int) -> bool:
    word = scene.reading.texts[verb]
    return word in _PAST or (bool(cues.PAST.match(word)) and word not in _ALWAYS)


@lru_cache(maxsize=8)
def _verbs_in_two(*lists: Lexicon | None) -> Mapping[str, Mapping[str, str]]:
    """Return which particles each form of a verb takes, and what it then does; `lists` in the order of `_LISTS`."""
    found: dict[str, dict[str, str]] = {}
    only_in_two = [form for phrase in _ONLY_IN_TWO for form in (phrase, *verb_forms(phrase))]
    for tag, lexicon in zip(_LISTS, lists, strict=True):
        for form in (*(lexicon.forms if lexicon else ()), *(only_in_two if tag == "relieve" else ())):
            verb, _, particle = form.partition(" ")
            if particle in _PARTICLES:
                # One verb may do both: "lift up".
                found.setdefault(verb, {})[particle] = found.get(verb, {}).get(particle, "") + tag
    return found
