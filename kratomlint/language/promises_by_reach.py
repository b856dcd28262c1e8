"""Promises made by whom or what it reaches: works well for most, women benefit from it, for calm it is the answer.

One of the readers of `claims`.
"""

from __future__ import annotations

from collections.abc import Iterator

from kratomlint.language.claim_cues import EVIDENCE_VERB, GOES_ON, PRONOUN
from kratomlint.language.cue import Cue
from kratomlint.language.promises import Promise, Scene
from kratomlint.language.promises_by_outcome import NEUTRAL

_WHO = (
    r"(?:women|men|people|everyone|everybody|anyone|anybody|adults|seniors|athletes|children|kids|students|beginners|individuals|those|folks|patients|moms|mothers|dogs|cats|pets"
    r"|professionals|travell?ers|sleepers)"
)
_WORKS_FOR = Cue(
    rf"\b(?:(?:particularly|especially|extremely|very|highly|incredibly|most|also) )?(?:effective|helpful|beneficial|useful|works? (?:\w+ )?(?:well|great|best|wonders)|does wonders) for (?:(?:most|many|all|both|busy|older|young|active|so many|almost|nearly) )?{_WHO}\b"
)
# The person who has it stands between the praise and the complaint.
_SUITS = Cue(
    r"\b(?:ideal|perfect|great|excellent|suited|suitable|recommended|wonderful|fantastic|good|effective|helpful|beneficial|useful|must-have|helps?) (?:for )?(?:(?:those|people|anyone|anybody|individuals|someone|everyone|men|women|adults|athletes|patients|folks) )"
    r"(?:who|that|with|in need of|seeking|looking|wanting|needing|dealing|struggling|suffering|living|coping|having|prone|under|experiencing)\b"
)
# What sells to whoever wants something, be it only energy; who is ill is read by the one above.
_FOR_WHO_WANTS = Cue(
    r"\b(?:option|choice|pick|product|supplement|strain|tea|formula|blend|drink|remedy|way|extract|kind|form) for (?:(?:those|people|anyone|anybody|someone|everyone|men|women|adults|athletes|users|students|professionals|beginners|[\w-]+ (?:adults|users|people)) )"
    r"(?:who|that) (?:(?:just|simply|really|also|only) )?(?:wants?|needs?|craves?|likes?|loves?|enjoys?|prefers?|seeks?|values?|(?:are|is) (?:after|looking for|seeking)) "
)
# Whoever wants to do something about a state, before the verb; and what is held out to them behind it.
_FOR_WHO_WANTS_TO = Cue(
    r"\bfor (?:those|people|anyone|anybody|someone|everyone|men|women|adults) (?:(?:who|that)(?:'s|'re| is| are| would| just| simply| really)? |(?=(?:wanting|hoping|looking|trying|keen|needing) ))"
    r"(?:wants?|needs?|wish(?:es)?|hopes?|likes?|tr(?:y|ies)|wanting|hoping|looking|trying|keen|needing) to (?:(?:finally|naturally|gently|quickly|safely|truly) )?$"
)
_HELD_OUT = Cue(
    r"(?: [\w'-]+){0,4}, (?:(?:it|this|these|they|there)(?:'s| is|'re| are)|(?:[\w-]+ ){1,3}(?:is|are|may be|might be|could be|offers?|works?|delivers?|does)|look no further|nothing)\b(?! (?:not|never|no|(?:\w+ )?(?:best|better|important|wise|advisable|essential|worth|crucial|hard|easy|possible|recommended|key) to)\b)"
)
# "Women who drink kava have fewer", before what they have more or less of.
_WHO_TAKES = Cue(
    rf"\b{_WHO} (?:who|that) (?:\w+ly )?(?:take|use|drink|eat|chew|sip|consume) (?P<what>[\w' -]{{3,60}}?) (?:have|show|enjoy|get|suffer|catch|experience) (?:(?:also|far|much|\w+ly) )?"
    r"(?:(?P<gain>better|stronger|sharper|healthier|improved|faster|deeper)|(?P<relief>fewer|less|lower|reduced|milder|shorter)) (?:[\w-]+ )?$"
)
_FARTHEST = 60
_PROFITS = Cue(
    r"\b(?P<all>(?:benefit|profit)(?:s|ed)? (?:(?:\w+ly|most|a lot|a great deal|too) )?from (?:(?:the|our|using|taking|an?|daily|regular|organic|adding|drinking|this|these|a cup of) ){0,3})$"
)
_WHO_PROFITS = Cue(
    rf"\b(?:{_WHO}|(?:your|the|our) (?:[\w]+ )?(?:body|skin|hair|heart|brain|mind|gut|joints|liver|immune system))(?: (?:who|with|that) (?:[\w'-]+ ){{1,5}}| )(?:can |will |also |often |all )*$"
)
# "For lasting calm and better sleep, kava is the answer", around the substance; who is in pain is no goal.
_GOAL = Cue(
    r"\W*for (?!(?:[\w-]+ )?(?:people|those|anyone|women|men|adults|children|patients|athletes|users|beginners|many|some|most)\b)(?:[^;:.!?]{3,150}?), (?:(?:our|this|the|organic|natural|try|choose|with|using) )*$"
)
_IS_THE_ANSWER = Cue(
    r"(?: [\w'-]+){0,3}? (?:offers?|delivers?|provides?|gives?|brings?|works?|shines|excels|stands out|has you covered|never disappoints|(?:is|are|remains?|makes?|may be|might be|could be) (?:(?:the|an?|your|my|our) (?:[\w-]+ ){0,2}(?:answer|choice|option"
    r"|solution|ally|companion|friend|winner|best|way|go-to|pick|tool|favou?rite|one|remedy)|hard to beat|unbeatable|ideal|perfect|excellent|great|unmatched|second to none|the best|best))\b"
)


def by_group(scene: Scene) -> Iterator[Promise]:
    """Yield `works extremely well for most people`, `ideal for those who struggle with insomnia`."""
    reading = scene.reading
    known = reading.of("condition", "function")
    for match in _WORKS_FOR.finditer(reading.text) if "for" in reading.texts else ():
        if _is_said_of_the_substance(scene, match.start()):
            yield Promise(reading.prose_span(*match.span()), "fit")
    for match in _SUITS.finditer(reading.text) if known else ():
        things = [run for run in known if 0 <= reading.start(run) - match.end() <= _FARTHEST]
        if things and _is_said_of_the_substance(scene, match.start()):
            span = reading.prose_span(match.start(), reading.end(things[0]))
            yield Promise(span, "fit", things[0].direction, things[0].term)


def by_wanting(scene: Scene) -> Iterator[Promise]:
    """Yield `an option for adults who want fast relief`."""
    reading = scene.reading
    for match in _FOR_WHO_WANTS.finditer(reading.text) if "for" in reading.texts else ():
        things = [run for run in reading.of("function") if 0 <= reading.start(run) - match.end() <= _FARTHEST]
        if things and _is_said_of_the_substance(scene, match.start()):
            yield Promise(reading.prose_span(match.start(), reading.end(things[0])), "fit", "improve", things[0].term)


def by_wanting_to(scene: Scene) -> Iterator[Promise]:
    """Yield `For anyone who wants to reset their hormones`, where something is held out to them behind it."""
    reading = scene.reading
    if not scene.takes_unnamed or "to" not in reading.texts:
        return
    for verb in reading.of("relieve", "improve"):
        before = scene.shortly_before(verb)
        wants = _FOR_WHO_WANTS_TO.search(before)
        things = [
            run
            for run in reading.of("condition", "function")
            if 0 <= reading.start(run) - reading.end(verb) <= _FARTHEST
        ]
        held_out = _HELD_OUT.match(scene.shortly_after(things[0])) if things else None
        if wants and held_out and _is_of_substance_between(scene, reading.end(things[0]), held_out.end()):
            start = scene.start_before(verb, wants)
            yield Promise(reading.prose_span(start, reading.end(things[0])), "fit", "improve", things[0].term)
            return


def _is_of_substance_between(scene: Scene, start: int, length: int) -> bool:
    """Say whether some words name nothing that acts but the substance."""
    named = (run for run in scene.agents(start + length) if scene.reading.start(run) >= start)
    return all(run.tag == "substance" for run in named)


def _is_said_of_the_substance(scene: Scene, until: int) -> bool:
    agents = list(scene.agents(until))
    if agents:
        return agents[-1].tag == "substance"
    points_back = PRONOUN.search(scene.reading.text[:until]) and scene.reading.texts[0] in GOES_ON
    unnamed = points_back or scene.block.kind == "item" or scene.last_agent == ""
    return scene.last_agent == "substance" or bool(scene.takes_unnamed and unnamed)


def by_takers(scene: Scene) -> Iterator[Promise]:
    """Yield `Women who drink kava have fewer migraines`, unless it is told who found that."""
    reading = scene.reading
    for run in reading.of("condition", "function") if "who" in reading.texts or "that" in reading.texts else ():
        before = scene.shortly_before(run)
        takes = _WHO_TAKES.search(before)
        if takes is None or run.term in NEUTRAL or (run.tag == "condition") != bool(takes["relief"]):
            continue
        taken = scene.start_before(run, takes, "what")
        named = any(0 <= reading.start(other) - taken < len(takes["what"]) for other in reading.of("substance"))
        if named and not EVIDENCE_VERB.search(before[: takes.start()]):
            yield Promise(
                reading.prose_span(scene.start_before(run, takes), reading.end(run)), "fit", run.direction, run.term
            )
            return


def by_profit(scene: Scene) -> Iterator[Promise]:
    """Yield `Women benefit greatly from kava`."""
    reading = scene.reading
    profits = "benefit" in reading.text or "profit" in reading.text
    for run in reading.of("substance") if profits and scene.takes_unnamed else ():
        before = scene.shortly_before(run)
        found = _PROFITS.search(before)
        if found and _WHO_PROFITS.search(before[: found.start()]):
            start = scene.start_before(run, found, "all")
            yield Promise(reading.prose_span(start, reading.end(run)), "fit")
            return


def by_goal(scene: Scene) -> Iterator[Promise]:
    """Yield `For lasting calm, kava is the answer`."""
    reading = scene.reading
    if not scene.takes_unnamed or "for" not in reading.texts[:2]:
        return
    things = reading.of("condition", "function")
    for run in reading.of("substance"):
        if things and things[0].last <= run.first and _GOAL.fullmatch(reading.text[: reading.start(run)]):
            if _IS_THE_ANSWER.match(reading.text[reading.end(run) :]):
                yield Promise(reading.prose_span(reading.first_letter(), reading.end(run)), "fit", "", things[0].term)
            return
