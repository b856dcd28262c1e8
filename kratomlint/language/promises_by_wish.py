"""Promises made to a wish: whether you want calm or focus there is a kind for you, from stress to stiff knees, it calms you.

One of the readers of `claims`. What somebody wishes for is promised by what is held out to them right beside the wish.
"""

from __future__ import annotations

from collections.abc import Iterator

from kratomlint.language.cue import Cue
from kratomlint.language.promises import Promise, Scene
from kratomlint.language.promises_by_outcome import OTHERWISE

_WHETHER = Cue(
    r"\b(?:whether|no matter if|no matter whether) (?:you|you're|you've|your|it's) (?:(?:are|is|simply|just|really|need|want|looking|look|crave|seek|seeking|after|hoping|hope|trying|in|to|of|for|goal|struggle|struggling|deal|dealing|suffer|with|from|chasing|would like) ){0,5}"
)
_ASKS_TO_CHOOSE = frozenset({"whether", "matter"})
# What is held out to whoever wishes, before or behind the wish.
_OFFERED = Cue(
    r"\b(?:there(?:'s| is| are) (?:an?|the|plenty|some|sure|something|one|our|bound)\b(?! (?:risk|danger|chance|limit|lack|need|difference))|(?:you(?:'re)?|we've|we have|has|have)(?: got)? (?:you )?covered|you(?:'ll| will| can| are sure to)? (?:find|count on|rely on)"
    r"|(?:is|are) (?:the|your|an?) (?:[\w-]+ ){0,2}(?:answer|choice|option|solution|ally|friend|way|go-to|pick|match|companion)|(?:can|will|does|to|is here to) help\b|for (?:you|everyone|every need|every mood)\b|(?:delivers?|has something|does it all|does the job|is here|fits the bill)\b|something for)"
)
# "From stress to stiff knees, the benefits ...", around the things.
_FROM = Cue(r"\W*from (?!(?:the|there|here|then|now|my|our|a|what)\b)")
_BENEFITS = Cue(
    r",? (?:and (?:more|beyond),? )?(?:(?:the|its|their|these|all|many|health|possible|wellness) ){0,3}(?:benefits|perks|advantages|upsides|powers)\b"
)
_COVERED = Cue(
    r",? (?:and (?:more|beyond),? )?(?:[\w'-]+ ){1,4}?(?:ha(?:s|ve)(?: got)? (?:you|it|them|all of it) covered|ha(?:s|ve) you covered|helps?\b|can help\b|does it all|delivers?\b|offers? (?:relief|support|help)|supports?\b|ha(?:s|ve) something for)"
)
_LONGEST_WISH = 150
_WHO = r"(?:you|your (?:mind|nerves|body|soul)|users|people|drinkers|most people)"
# "If you want calm, reach for", before the substance that is to bring it.
_REACH_FOR = Cue(
    r"\b(?:if you(?:'re)? (?:are )?(?:want|need|crave|looking for|after|seeking|in need of)|for) (?:[\w'-]+,? ){1,8}?(?:reach for|choose|go for|go with|opt for|pick|turn to|grab) (?:[\w'-]+ ){0,3}$"
)
# What it does to the reader, be it with a particle.
_MOVES = Cue(
    rf"\b(?:(?:calms|relaxes|soothes|energi[sz]es|invigorates|revitali[sz]es|rejuvenates|refreshes|uplifts|recharges|mellows|grounds|heals|de-stresses) {_WHO}"
    rf"|(?:wakes|lifts|picks|perks|peps|winds|chills|mellows|brightens|evens|levels|calms) {_WHO} (?:right |gently |straight |back )?(?:up|down|out)"
    rf"|(?:(?:can|will|to|helps?) )(?:\w+ly )?(?:calm|relax|energi[sz]e|invigorate|revitali[sz]e|rejuvenate|uplift|recharge|mellow|de-stress) {_WHO}"
    r"|helps? (?:you |people |users )?(?:to )?(?:drink|eat|smoke|snack|crave|worry|stress|vape) less)\b(?! (?:that|of|with the (?:news|fact))\b)"
)
# One of them stands in whatever the two patterns beside this find; asked first, as it is quicker.
_MOVED = frozenset({"you", "your", "users", "people", "drinkers", "less"})
# What the body gets to do for it.
_SO_THE_BODY = Cue(
    r"\b(?:so(?: that)?|letting|allowing) your (?:body|mind|brain|skin|joints|muscles|gut|liver|nerves|system) (?:(?:can|will|to) )?(?:(?:finally|fully|better|\w+ly) )?(?:heal|recover|rest|relax|reset|recharge|repair|rebuild|restore|renew|unwind|detox|mend)\b"
)
_BURNS = Cue(
    r"\bso (?:that )?you (?:can|will) (?:\w+ly |also |finally |even )?(?:burn|shed|melt|lose|drop|fight|beat|conquer|torch|forget|leave behind) (?:(?:your|more|that|the|extra|stubborn|away|off) ){0,2}$"
)


def by_wish(scene: Scene) -> Iterator[Promise]:
    """Yield `Whether you want calm or focus`, where something for it is held out beside it."""
    reading = scene.reading
    wished = (
        _WHETHER.search(reading.text) if scene.takes_unnamed and not _ASKS_TO_CHOOSE.isdisjoint(reading.texts) else None
    )
    if wished is None:
        return
    things = [
        run for run in reading.of("condition", "function") if 0 <= reading.start(run) - wished.end() <= _LONGEST_WISH
    ]
    if things and (_OFFERED.search(reading.text[: wished.start()]) or _OFFERED.search(reading.text[wished.end() :])):
        yield Promise(
            reading.prose_span(wished.start(), reading.end(things[-1])), "fit", things[-1].direction, things[-1].term
        )


def by_choosing(scene: Scene) -> Iterator[Promise]:
    """Yield `If you want calm, reach for kava`: the wish, up to what is to fulfil it."""
    reading = scene.reading
    if not scene.takes_unnamed:
        return
    things = reading.of("function")
    for run in reading.of("substance"):
        before = scene.shortly_before(run)
        chosen = _REACH_FOR.search(before)
        start = scene.start_before(run, chosen) if chosen else 0
        if chosen and any(start <= reading.start(thing) < reading.start(run) for thing in things):
            yield Promise(reading.prose_span(start, reading.end(run)), "fit", "improve", things[0].term)
            return


def by_reach(scene: Scene) -> Iterator[Promise]:
    """Yield `From stress and sleep to stiff knees`, where benefits or help follow."""
    reading = scene.reading
    things = reading.of("condition", "function")
    if not scene.takes_unnamed or len(things) < 2 or not _FROM.match(reading.text):
        return
    for last in reversed(things[1:]):
        after = scene.shortly_after(last)
        if " to " in reading.text[: reading.start(last)] and (_BENEFITS.match(after) or _COVERED.match(after)):
            yield Promise(
                reading.prose_span(reading.first_letter(), reading.end(last)), "label", last.direction, last.term
            )
            return


def by_moving(scene: Scene) -> Iterator[Promise]:
    """Yield `calms you`, `picks you up`, `helps you eat less`: what it does to whoever takes it."""
    reading = scene.reading
    if not scene.takes_unnamed or _MOVED.isdisjoint(reading.texts):
        return
    things = [reading.start(run) for run in reading.of("condition", "function")]
    for match in _MOVES.finditer(reading.text):
        # "Calms your mind" is a change of the mind, and read as one.
        named = any(match.start() < start < match.end() for start in things)
        if not named and scene.is_of_substance(reading.text[: match.start()]):
            yield Promise(reading.prose_span(*match.span()), "verb")
    for match in _SO_THE_BODY.finditer(reading.text):
        if not OTHERWISE.search(reading.text[: match.start()]):
            yield Promise(reading.prose_span(*match.span()), "fit")


def by_burning(scene: Scene) -> Iterator[Promise]:
    """Yield `so you can burn fat`: what the reader is enabled to be rid of."""
    reading = scene.reading
    for run in reading.of("condition") if scene.takes_unnamed and "so" in reading.texts else ():
        before = scene.shortly_before(run)
        enabled = _BURNS.search(before)
        if enabled:
            start = scene.start_before(run, enabled)
            yield Promise(reading.prose_span(start, reading.end(run)), "fit", "relieve", run.term)
            return
