"""Promises made by a noun: its calming effects, the efficacy of, useful for insomnia. One of the readers of `claims`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kratomlint.language import claim_cues as cues
from kratomlint.language import guards
from kratomlint.language.cue import Cue
from kratomlint.language.promises import Promise, Scene
from kratomlint.language.reading import Tagged
from kratomlint.language.sieve import Sieve
from kratomlint.span import Span

_PRESUPPOSING = {cue: Sieve(cue) for cue in (cues.EFFICACY, cues.PRESUPPOSED, cues.ROLE_IN, cues.COMPARED_TO_DRUGS)}
# Benefits of an insurance, and such as by_effect and presupposed read.
_PLAIN = frozenset({"health", "mental health", "wellness"})
_FITTING, _RESULTING = Sieve(cues.FIT), Sieve(cues.RESULT)

# What another thing does to it: "increasing or decreasing its efficacy".
_CHANGES = Cue(r"\b(?:decreas|reduc|lower|weaken|impair|lessen|alter|affect)\w* (?:(?:or|and) \w+ )?$")
# "Which kava is best for sleep?" asks, and the answer may be hedged.
_ASKS_FOR_THE_BEST = Cue(r"\W*(?:which|what) [^.!?]{2,80}\?\W*")
# "How kava works for sleep" announces.
_TELLS_HOW = Cue(r"\bhow (?:[\w'-]+ ){1,4}$")
_WITH = Cue(r" (?:with|thanks to|on) (?:(?:a cup of|the help of|our|this|daily|organic|pure) )?")
_AS_A_NOTION = Cue(r"(?:the )?(?:issue|question|evidence|lack|notion|concept|definition|measure)s? of ")


def by_effect(scene: Scene) -> Iterator[Promise]:
    """Yield `analgesic effects`, `mood-boosting and calming properties`, `a calming tea`."""
    reading, reached = scene.reading, 0
    for run in (*reading.of("effect"), *_compounds(scene)):
        if reading.start(run) < reached:
            continue
        noun = _noun_after(scene, run)
        if noun:
            reached = reading.end(run) + noun.end()
            span = reading.prose_span(reading.start(run), reached)
            if not _is_studied(scene, span):
                yield Promise(span, "effect", "", run.term)


def presupposed(scene: Scene) -> Iterator[Promise]:
    """Yield what takes a benefit for granted: `its efficacy`, `numerous health benefits`, `as effective as morphine`."""
    if not (scene.takes_unnamed or scene.reading.of("substance")):
        return
    for pattern, sieve in _PRESUPPOSING.items():
        if not scene.may_match(sieve) or (pattern is cues.COMPARED_TO_DRUGS and not scene.takes_unnamed):
            continue
        for match in pattern.finditer(scene.reading.text):
            span = scene.reading.prose_span(*match.span())
            open_question = _is_studied(scene, span) if pattern is cues.EFFICACY else _is_tested(scene, span)
            tells_how = match[0].startswith("works") and " how " in f" {scene.reading.text[: match.start()]}"
            if not (open_question or tells_how or _is_of_another(scene, match)):
                yield Promise(span, "presupposed")


def by_fitness(scene: Scene) -> Iterator[Promise]:
    """Yield `useful for insomnia`, `an effective treatment for opioid addiction`."""
    if not scene.may_match(_FITTING):
        return
    reading = scene.reading
    if _ASKS_FOR_THE_BEST.fullmatch(reading.text):
        return
    for match in cues.FIT.finditer(reading.text):
        if match[0].startswith("work") and _TELLS_HOW.search(reading.text[: match.start()]):
            continue
        things = [run for run in reading.of("condition", "function") if 0 <= reading.start(run) - match.end() <= 60]
        if not things or cues.STOPS.search(reading.text[match.end() : reading.start(things[0])]):
            continue
        subjects = list(scene.agents(match.start()))
        about = subjects[-1].tag if subjects else scene.last_agent
        if about == "substance" or (not subjects and scene.takes_unnamed):
            span = reading.prose_span(match.start(), reading.end(things[0]))
            if not _is_studied(scene, span):
                direction = things[0].direction
                yield Promise(span, "fit", direction, things[0].term)


def _compounds(scene: Scene) -> Iterator[Tagged]:
    """Yield effects written as two words: `pain relieving`."""
    if not (scene.takes_unnamed or scene.reading.of("substance")):
        return
    texts, tagged = scene.reading.texts, scene.reading.tagged
    verbs = {run.first: run for run in tagged if run.tag in ("relieve", "improve") and texts[run.first].endswith("ing")}
    for run in scene.reading.of("condition", "function") if verbs else ():
        verb = verbs.get(run.last)
        if verb and scene.reading.between(run.last, verb.first) == " ":
            yield Tagged(run.first, verb.last, "effect", f"{run.term}-{texts[verb.first]}")


def _noun_after(scene: Scene, run: Tagged) -> re.Match[str] | None:
    after = scene.reading.text[scene.reading.end(run) :]
    noun = cues.EFFECT_NOUN.match(after)
    if noun is None and scene.takes_unnamed and cues.PRAISING.search(run.term):
        noun = cues.PRAISED.match(after)
    return noun


def _is_of_another(scene: Scene, match: re.Match[str]) -> bool:
    """Say whether what stands before is about something else than the substance."""
    # The root of a complaint is no plant.
    before = [
        run
        for run in scene.agents(match.end())
        if run.term not in cues.EVIDENCE and (run.term != "root" or scene.reading.start(run) < match.start())
    ]
    if before:
        return all(run.tag == "agent" for run in before) and before[0].first <= 2 and not _is_owed(scene, match, before)
    return scene.last_agent == "agent" and scene.reading.texts[0] in cues.GOES_ON


def _is_owed(scene: Scene, match: re.Match[str], agents: list[Tagged]) -> bool:
    """Say whether only the words themselves name an agent and the substance follows them: `Sleep better with kava`."""
    if scene.reading.start(agents[0]) < match.start():
        return False
    behind = (run for run in scene.reading.of("substance") if scene.reading.start(run) > match.end())
    run = next(behind, None)
    return run is not None and bool(_WITH.fullmatch(scene.reading.text[match.end() : scene.reading.start(run)]))


def _is_studied(scene: Scene, span: Span) -> bool:
    """Say whether the words are what somebody wants to find out."""
    _, after = guards.around(scene.document, span)
    lead = cues.RESTS_ON.sub("", scene.last_words(span, 12))
    if _CHANGES.search(lead) or _AS_A_NOTION.match(span.cut(scene.document.folded)) or lead.endswith("evidence "):
        return True
    return bool(cues.UNDER_STUDY.search(lead) or cues.STUDIED_AFTER.match(after))


def _is_tested(scene: Scene, span: Span) -> bool:
    """Say whether somebody tests whether the words hold."""
    _, after = guards.around(scene.document, span)
    words = f"{scene.last_words(span, 8)}{span.cut(scene.document.folded)}"
    return bool(cues.UNDER_TEST.search(words) or cues.STUDIED_AFTER.match(after))


def by_benefit(scene: Scene) -> Iterator[Promise]:
    """Yield `its sleep benefits`, `the immune benefits of kava`."""
    reading = scene.reading
    for run in reading.of("function") if _may_have_benefits(scene) else ():
        if run.term not in _PLAIN and reading.texts[run.last : run.last + 1] == ("benefits",):
            span = reading.span(run.first, run.last + 1)
            if reading.between(run.last, run.last) == " " and not _is_studied(scene, span):
                yield Promise(span, "effect", "", run.term)


def _may_have_benefits(scene: Scene) -> bool:
    """Say whether benefits are spoken of; a heading or a line of its own may only announce them."""
    spoken_of = scene.takes_unnamed and "benefits" in scene.reading.texts
    return spoken_of and scene.block.kind != "heading" and not scene.is_line_of_its_own


def by_result(scene: Scene) -> Iterator[Promise]:
    """Yield results told in a fragment: `Cholesterol study: reduced LDL`, `Significant improvement in sleep`."""
    if (
        scene.block.kind not in ("item", "cell", "paragraph")
        or not scene.takes_unnamed
        or not scene.may_match(_RESULTING)
    ):
        return
    reading = scene.reading
    results = cues.RESULT.finditer(reading.text)
    if scene.block.kind == "paragraph":
        # Where there is no verb: "Reduced inflammation, better sleep."
        first = cues.RESULT.match(reading.text)
        results = iter([first] if first and not cues.FINITE.search(reading.text) else [])
    for match in results:
        things = [run for run in reading.of("condition", "function") if 0 <= reading.start(run) - match.end() <= 30]
        if things and not cues.STOPS.search(reading.text[match.end() : reading.start(things[0])]):
            span = reading.prose_span(match.start(), reading.end(things[0]))
            direction = things[0].direction
            yield Promise(span, "result", direction, things[0].term)
