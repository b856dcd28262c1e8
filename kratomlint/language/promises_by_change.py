"""Promises made by a change that is told: improvements in sleep, a positive impact on mood. One of the readers of `claims`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kratomlint.language.claim_cues import DASH_LABEL, MODAL, PARTS, RELIEF_OF
from kratomlint.language.cue import Cue
from kratomlint.language.promises import Promise, Scene
from kratomlint.language.promises_by_course import is_of_harm
from kratomlint.language.promises_by_outcome import NEUTRAL, OTHERWISE
from kratomlint.language.reading import Reading, Tagged

_GIVES = (
    r"(?:delivers?|delivering|provid(?:es?|ing)|offers?|offering|brings?|bringing|gives?|giving|produces?|producing|yields?|creates?|leads? to|leading to"
    r"|results? in|resulting in)"
)
_MEETS = r"(?:see|notice|experience|enjoy|feel|expect|find)"
_BETTER = r"(?:(?:drastic|dramatic|positive|noticeable|significant|big|real|remarkable|huge|marked|welcome) (?:changes?|differences?)|improvements?|gains?|increases?|boosts?|enhancements?|lift|uplift|surge)"
_LESS = r"(?:improvements?|reductions?|decreases?|relief|drops?|easing)"
# Before the state that is said to change.
_GAINED = Cue(rf"\b(?P<how>{_GIVES}|{_MEETS}) (?:[\w'-]+,? ){{0,4}}?{_BETTER} (?:in|of|to|for) (?:[\w'-]+ ){{0,3}}$")
_LOST = Cue(rf"\b(?P<how>{_GIVES}|{_MEETS}) (?:[\w'-]+,? ){{0,4}}?{_LESS} (?:in|of|from) (?:[\w'-]+ ){{0,3}}$")
# "This means better digestion".
_MEANS = Cue(
    r"\b(?:means?|meaning|translates? (?:in)?to|equals?|brings?|bringing|gives? you|results? in|(?:the|end|net) results? (?:is|are|can be|will be)|leads? to|leading to|resulting in) (?:[\w'-]+,? ){0,4}?(?:improved|enhanced|better|increased|healthier|stronger|sharper|clearer|deeper|restored|balanced) (?:[\w-]+ )?$"
)
# "leading to effects such as pain relief", "benefits like deeper sleep".
_SUCH_AS = Cue(
    r"(?<!\bside )(?<!\badverse )(?<!\bharmful )(?<!\bunwanted )\b(?:effects?|benefits|results|feelings|sensations?|states?) (?:such as|like|including|ranging from) (?:[\w'-]+,? ){0,4}$"
    # "Its benefits include deeper sleep"
    r"|(?<!\bno )\bbenefits (?:of [\w' -]{1,40} )?(?:may |can |could )?include,?(?: but (?:are |is )?not limited to,?)? (?:[\w'-]+,? ){0,4}$"
    # "Its signature effects: pain relief and calm"
    r"|\b(?:its|their|whose) (?:(?!side|adverse|unwanted|harmful|negative)[\w-]+ ){0,2}(?:effects|benefits): (?:[\w'-]+,? ){0,4}$"
)
# A state whose name says that it is better, and what comes to it: "resulting in better sleep".
_BETTER_NAME = Cue(
    r"(?:better|deep|deeper|sharper|restful|sound|calm|clear|healthy|lasting|steady|stable|quality|faster|strong) "
)
_COMES_TO = Cue(
    r"\b(?:means|meaning|(?:the|end|net) results? (?:is|are|can be|will be)|results? in|resulting in|leads? to|leading to|translates? (?:in)?to) (?:[\w'-]+,? ){0,4}$"
)
_READER = Cue(
    r"\b(?:you|(?:pet |dog |cat )?owners|users)(?:'ll| will| can| may| might| should)? (?:\w+ly |soon |also |even )?$"
)
# "has a calming influence on", before what is influenced.
_INFLUENCE = Cue(
    r"\b(?:has|have|having|exerts?|exerting|with) (?:an? |the )?(?:\w+ly |very )?(?:positive|beneficial|favou?rable|calming|soothing|relaxing|good|great|healing|balancing|stimulating"
    r"|uplifting|restorative|protective|remarkable|wonderful|cooling|warming|tonic|tonifying|strengthening|cleansing|nourishing) (?:\w+ )?(?:impact|influence|effects?|actions?) (?:on|upon|over) (?:[\w'-]+ ){0,3}$"
    # "works deeply on the mind"
    r"|\b(?:works?|acts?|working|acting) (?:(?:very|so|most|both) )?(?:deeply|gently|softly|kindly|subtly|powerfully|beneficially|soothingly|positively|favou?rably)(?:,? (?:and|but) (?:yet )?(?:\w+ly|at once|fast))? (?:on|upon) (?:[\w'-]+ ){0,3}$"
)
_AWAY = Cue(
    r"(?: levels?| symptoms?)?(?: (?:\w+ly|much|far|a lot))? (?:reduced|gone|relieved|eased|lowered|fewer|decreased|under control|subsid(?:es?|ed|ing)|fad(?:es?|ed|ing)|soothed|melt(?:s|ed|ing) away)\W*$"
)
_RISEN = Cue(
    r"(?: levels?| quality)?(?: (?:\w+ly|much|far|more|a lot)){0,2} (?:improv(?:es?|ed|ing)|better|enhanced|restored|balanced|boosted|stable|consistent|sharper|deeper|higher|increased|optimi[sz]ed|gains?"
    r"|improvements?|enhancements?|boosts?|increases?|surges?)\W*$"
)
# "Known for its deep relaxation", before the state; its effects on sleep may be of any kind.
_FAME = Cue(
    r"\b(?:known|famous|famed|renowned|celebrated|loved|beloved|cherished|noted|recogni[sz]ed|popular|favou?red|admired) for (?:its|their) (?:(?!(?:effects?|impact|role|ability|influence|uses?|links?|lack|capacity|potential|purported|alleged|supposed|claimed|on|of|in|to|for)\b)[\w'-]+,? ){0,4}$"
)
# Words.
_LONGEST_LEAD_IN = 4
_LED = ("item", "paragraph")
# Characters before the state that an item opens with, and behind the one that a heading ends with.
_AHEAD = 12
_BETTERED = Cue(
    r"(?:an? |the )?(?:improved|enhanced|better|boosted|restored|sharper|deeper|stronger|healthier|clearer|happier|steadier|calmer|brighter|smoother|softer|thicker|fuller|firmer|leaner|faster|quicker|greater|sounder"
    r"|lasting|radiant|glowing|balanced|renewed|revived|more|younger|easier|effortless|peaceful|lighter|livelier)(?:,? [\w-]+)? "
)
# "More energy, fewer headaches", "Better mood and less stress".
_AND_MORE = Cue(r"(?:,| and| &) (?:less|fewer|more|better|deeper|lower|reduced|no more)\b")
_EASED = Cue(r"(?:reduced|relieved|less|fewer|eased|lessened|alleviated) (?:[\w-]+ )?")
# The words that an item opens with: "Calmer nerves." Of some any noun makes a promise, of others only what the body has or bears.
_FELT = r"(?:deeper|calmer|happier|sharper|clearer|steadier|healthier|sounder|livelier|leaner|bouncier|glowing|radiant|restful|effortless|peaceful)"
_MORE = r"(?:better|easier|smoother|stronger|more|faster|quicker|brighter|lighter|softer|balanced|improved|relaxed|thicker|longer|pain-free)"
_GOOD = (
    r"(?:periods?|cycles?|mornings?|nights?|evenings?|days|moods?|hormones?|joints?|knees?|backs?|bones?|muscles?|nerves?|digestion|tumm(?:y|ies)|breathing|skin|hair|nails?|energy|focus"
    r"|memory|recovery|workouts?|immunity|defen[cs]es|circulation|sleep|rest|pregnanc(?:y|ies)|births?|labou?r|waistlines?|guts?|minds?|heads?|thinking)"
)
_LESS_OF = r"(?:fewer|less|smaller|reduced|no more|milder|no)"
_BAD = (
    r"(?:aches?|cramps?|colds?|sniffles|headaches?|migraines?|bloat(?:ing)?|stress|worr(?:y|ies)|anxiety|pains?|soreness|stiffness|inflammation|cravings|wrinkles|hot flashes|hot flushes"
    r"|flare-ups|brain fog|fatigue|tension|belly fat|mood swings|sick days|sleepless nights)"
)
_WARE = r"(?:value|prices?|tastes?|flavou?rs?|labels?|delivery|shipping|ingredients?|formulas?|bottles?|dos(?:e|es|ing)|smells?|textures?|colou?rs?|conscience|planet|farms?|reviews?|customers)"
_LEAD_IN = Cue(
    rf"\W{{0,6}}(?P<shown>(?:an? )?{_FELT} (?!{_WARE}\b)[\w-]{{1,20}}(?: (?!{_WARE}\b)[\w-]{{1,20}})?|{_MORE} (?:[\w-]{{1,20}} ){{0,2}}{_GOOD}|{_LESS_OF} (?:[\w-]{{1,20}} ){{0,2}}{_BAD})[.!]\W{{0,4}}"
)


def by_change(scene: Scene) -> Iterator[Promise]:
    """Yield `delivers improvements in sleep`, `you will notice a drop in stress`: what comes out, named as a noun."""
    reading = scene.reading
    for run in reading.of("function", "condition"):
        before = scene.shortly_before(run)
        found = _found(scene, run, before)
        if found and run.term not in NEUTRAL:
            start = scene.start_before(run, found)
            lead = reading.text[:start]
            met = _READER.search(lead) and scene.takes_unnamed and not OTHERWISE.search(lead)
            if met or scene.is_of_substance(lead):
                yield Promise(reading.prose_span(start, reading.end(run)), "verb", run.direction, run.term)


def _gain(before: str) -> re.Match[str] | None:
    """Return the words before a state that say it comes or grows."""
    return _GAINED.search(before) or _MEANS.search(before) or _SUCH_AS.search(before)


def _found(scene: Scene, run: Tagged, before: str) -> re.Match[str] | None:
    if run.tag == "condition":
        relieved = RELIEF_OF.match(scene.reading.text[scene.reading.end(run) :].lstrip())
        return _LOST.search(before) or (_SUCH_AS.search(before) if relieved else None)
    return _gain(before) or (_COMES_TO.search(before) if _BETTER_NAME.match(run.term) else None)


def by_influence(scene: Scene) -> Iterator[Promise]:
    """Yield `has a calming influence on the nerves`: an effect that is called good."""
    reading = scene.reading
    for run in reading.of("function", "condition") if " on " in reading.text or " upon " in reading.text else ():
        before = scene.shortly_before(run)
        found = _INFLUENCE.search(before)
        if found:
            start = scene.start_before(run, found)
            if scene.is_of_substance(reading.text[:start]):
                yield Promise(reading.prose_span(start, reading.end(run)), "verb", run.direction, run.term)
                return


def by_state(scene: Scene) -> Iterator[Promise]:
    """Yield the item `Mood much more stable` or `Endurance gains`: a state as it is after taking it."""
    reading = scene.reading
    things = reading.of("function", "condition") if scene.block.kind in ("item", "cell") and scene.takes_unnamed else []
    if not things or MODAL.search(reading.text):
        return
    for run in things:
        opens = reading.start(run) - reading.first_letter() <= _AHEAD
        if opens and (_AWAY if run.tag == "condition" else _RISEN).match(reading.text[reading.end(run) :]):
            yield Promise(
                reading.prose_span(reading.first_letter(), reading.end(run)), "result", run.direction, run.term
            )
            return


def by_lead_in(scene: Scene) -> Iterator[Promise]:
    """Yield `Calmer nerves.`, `Fewer colds.`: the few words that an item opens with, unless what follows hedges or tells of harm."""
    if scene.block.kind not in _LED or not scene.takes_unnamed or len(scene.reading.words) > _LONGEST_LEAD_IN:
        return
    led = _LEAD_IN.fullmatch(scene.reading.text)
    if not led or is_of_harm(scene.block):
        return
    sentences = scene.document.sentences_by_block[scene.reading.sentence.block]
    is_first = sentences[0].number == scene.reading.sentence.number
    if is_first and len(sentences) > 1 and not MODAL.search(sentences[1].span.cut(scene.document.folded)):
        yield Promise(scene.reading.prose_span(*led.span("shown")), "label", "improve")


def _behind_a_name(reading: Reading) -> int:
    """Return where a heading begins to speak: behind `Kava:`, or with its first letter."""
    label = DASH_LABEL.match(reading.text)
    if label is None or all(reading.end(run) > label.end() for run in reading.of("substance")):
        return reading.first_letter()
    return len(reading.text) - len(reading.text[label.end() :].lstrip())


def by_header(scene: Scene) -> Iterator[Promise]:
    """Yield the heading `Enhanced Sleep Quality`, `More Energy, Less Stress`, `Kava: Reduced Anxiety`; `Reduced Liver Function` is no promise."""
    reading = scene.reading
    if scene.block.kind != "heading" or not scene.takes_unnamed:
        return
    opens = _behind_a_name(reading)
    for run in reading.of("function", "condition"):
        changed = (_EASED if run.tag == "condition" else _BETTERED).fullmatch(reading.text[opens : reading.start(run)])
        if (
            changed
            and run.term not in NEUTRAL
            and (len(reading.text) - reading.end(run) <= _AHEAD or _AND_MORE.match(reading.text, reading.end(run)))
        ):
            yield Promise(reading.prose_span(opens, reading.end(run)), "label", run.direction, run.term)
            return


def by_fame(scene: Scene) -> Iterator[Promise]:
    """Yield `known for its deep relaxation`: what it is said to be known for, it is said to give."""
    reading = scene.reading
    for run in reading.of("function") if scene.takes_unnamed and " for " in reading.text else ():
        found = _FAME.search(scene.shortly_before(run))
        if found and run.term not in PARTS and run.term not in NEUTRAL:
            start = scene.start_before(run, found)
            if scene.is_of_substance(reading.text[:start]):
                yield Promise(reading.prose_span(start, reading.end(run)), "fit", "improve", run.term)
                return
