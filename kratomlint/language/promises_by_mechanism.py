"""Promises made by what is said to go on inside: tells your cells to, goes straight into the blood, works from within.

One of the readers of `claims`. Told as if somebody had watched it, a mechanism is heard as an effect.
"""

from __future__ import annotations

from collections.abc import Iterator

from kratomlint.language.cue import Cue
from kratomlint.language.promises import Promise, Scene
from kratomlint.language.sieve import Sieve

# Before the part of the body that is told.
_COMMANDS = Cue(
    r"\b(?:(?:tell|signal|instruct|command|prompt|remind|teach|train|coax|nudge|trick|persuade|convince|spur|urge|order)(?:s|ing|ling)?|trains?) (?:to )?(?:(?:your|the|our|their|those|these|tired|ageing|aging|old|own|damaged|sleeping|lazy|sluggish) ){0,3}$"
)
# Behind it. What tells it that night has come is what the body makes, too.
_TO_DO = Cue(
    r"^(?: (?:in|of) (?:your|the) [\w-]+)?(?: (?:and|or) [\w-]+)? (?:to(?! (?:be|sleep|wake|expect)\b)|how to|when to|that|it's|it is)\b(?! (?:it's |it is )?(?:night|dark|bedtime|time|daylight|morning|day)\b)"
)
_INTO = r"(?:into|to) (?:(?:your|the|our) )?(?:[\w-]+ )?(?:blood(?:stream)?|brain|joints?|skin|cells?|muscles?|nerves?|liver|gut|source|root|tissues?|circulation|follicles?|dermis|problem)\b"
_NEEDED = r"where (?:it|they|you|your [\w-]+|the body|(?:the )?[\w-]+)(?:'s|'re| is| are| has| have)? ?(?:[\w-]+ ){0,3}?(?:needed|need|needs|hurts?|matters?|thinned|worn|weakened|damaged|lost|is|sits|starts|lives)\b"
_ROUTE = Cue(
    rf"\b(?:goes|go|gets?|heads?|travels?|passes|moves|enters|shoots|flows|slips|(?:is |are |gets )?absorbed|absorbs|delivered|delivers? (?:[\w-]+ ){{1,3}}?|sends? (?:[\w-]+ ){{1,3}}?|penetrates|sinks) (?:(?:almost|nearly) )?(?:straight|directly|right|deep|immediately|instantly) {_INTO}"
    # "Adapts to what your body needs"
    r"|\b(?:adapts?|adjusts?|responds?|tunes? in) to (?:(?:exactly )?what(?:ever)?) (?:your|the) body (?:needs|is|lacks|wants)\b"
    # "Goes exactly where it is needed", "settle where your cartilage has thinned"
    rf"|\b(?:goes|go|travels?|gets?|heads?|works?|settles?|acts?) (?:and \w+ )?(?:(?:exactly|right|straight|directly|precisely|just) )?(?:to )?{_NEEDED}"
    # "The only form that reaches the brain"
    r"|\bonly (?:[\w-]+ )?(?:form|type|kind|version|one|compound|[\w-]+) (?:of [\w-]+ )?(?:that|which|able to|known to|shown to) (?:(?:can|actually|really|effectively|truly|easily) ){0,2}(?:reach(?:es)?|cross(?:es)?|enters?|penetrates?|gets? (?:in)?to) (?:the|your) (?:[\w-]+ )?(?:brain|barrier|cells?|joints?|bloodstream|skin)\b"
    # "Gets the blood flowing", "bathes the cells with"
    r"|\bgets? (?:your|the) (?:[\w-]+ )?(?:lymph|blood|circulation|bowels?|digestion|gut|juices|metabolism|liver|brain|hormones) (?:moving|flowing|going|working|firing|pumping|humming)\b"
    r"|\b(?:floods|bathes|fills|infuses|saturates|drenches|soaks) (?:your|the) (?:[\w-]+ )?(?:body|brain|system|cells?|skin|muscles?|joints?|tissues?) with\b(?! dopamine)"
    # "Works from within"
    r"|\bworks? (?:\w+ly )?(?:from (?:within\b|the inside)|(?:on|at) (?:a |the )?(?:cellular|molecular|deep|deepest|genetic) level|deep (?:in|within|inside))"
)
_ROUTES = Sieve(_ROUTE)
# What is smoked or injected gets there, too, and what gets there may be a poison.
_OTHERWISE = Cue(
    r"\b(?:inject\w*|needles?|veins?|intravenous\w*|smok\w+|vap(?:e|es|ed|ing)|snort\w*|inhal\w+|overdos\w*|poison\w*|toxic\w*|danger\w*|harm\w*|alcohol|nicotine)\b"
)


def by_command(scene: Scene) -> Iterator[Promise]:
    """Yield `tells your cells to repair themselves`, `reminds the body how to rest`."""
    reading = scene.reading
    for run in reading.of("function", "agent") if scene.takes_unnamed else ():
        behind = _TO_DO.match(scene.shortly_after(run))
        told = _COMMANDS.search(scene.shortly_before(run)) if behind else None
        if told and behind:
            start = scene.start_before(run, told)
            if scene.is_of_substance(reading.text[:start]):
                yield Promise(reading.prose_span(start, reading.end(run) + behind.end()), "fit", "improve", run.term)
                return


def by_route(scene: Scene) -> Iterator[Promise]:
    """Yield `goes straight into the bloodstream`, `the only form that reaches the brain`."""
    if not scene.takes_unnamed or not scene.may_match(_ROUTES) or _OTHERWISE.search(scene.reading.text):
        return
    for match in _ROUTE.finditer(scene.reading.text):
        if scene.is_of_substance(scene.reading.text[: match.start()]):
            yield Promise(scene.reading.prose_span(*match.span()), "fit")


# Before what is brought somewhere: "eases you into", "tips the body into".
_BRINGS_INTO = Cue(
    r"\b(?:switch(?:es)?|puts?|tips?|shifts?|eases?|lulls?|nudges?|guides?|leads?|sends?|carr(?:y|ies)|drops?|slides?|flips?|brings?|coax(?:es)?|settles?|returns?|pulls?)(?:ing)? "
    r"(?:you|me|us|them|(?:your|the|my|our) (?:[\w-]+ )?[\w-]+) (?:(?:back|straight|gently|right|slowly) )?(?:in)?to (?:(?:an?|the|your) )?(?:[\w-]+,? ){0,3}$"
)


def by_transfer(scene: Scene) -> Iterator[Promise]:
    """Yield `eases you into deep sleep`, `switches your body into fat-burning mode`."""
    reading = scene.reading
    for run in reading.of("function") if scene.takes_unnamed and "to" in reading.text else ():
        found = _BRINGS_INTO.search(scene.shortly_before(run))
        if found:
            start = scene.start_before(run, found)
            if scene.is_of_substance(reading.text[:start]):
                yield Promise(reading.prose_span(start, reading.end(run)), "fit", "improve", run.term)
                return
