"""Promises made by telling what to use it for: “for insomnia take a cup”, “apply to burns”. One of the readers of `claims`.

Directions that name a complaint promise to relieve it, though no verb says so.
"""

from __future__ import annotations

from collections.abc import Iterator

from kratomlint.language.claim_cues import FINITE
from kratomlint.language.cue import Cue
from kratomlint.language.own_research import reports_own_research
from kratomlint.language.promises import Promise, Scene
from kratomlint.language.reading import Tagged

_TAKE = (
    r"(?:take|try|use|apply|drink|sip|rub|dab|massage|inhale|diffuse|ingest|chew|swallow|spray|gargle|swish|grab|reach for|turn to"
    r"|choose|brew|drop|consume|add|give)"
)
# At the beginning, or behind "For new mothers,".
_DIRECTS = Cue(
    rf"\W*(?:for [^,]{{2,40}}, )?(?:(?:simply|just|then|also|always|you can|you may) )*(?P<verb>{_TAKE})\b(?! of\b)"
)
_IN_CASE_OF = Cue(r"\W*(?:for|if|when(?:ever)?|in case of|at the first signs? of|to)\b")
_THEN_TAKE = Cue(
    rf", (?:(?:then|we|i|you|simply|just|always|can|could|should|might|may|want to|also|your child|they) )*(?:{_TAKE}|benefit from)\b"
)
# So many characters after the complaint.
_FARTHEST = 200
_IT = Cue(r"\W*(?:$|(?:(?:just|only) )?(?:it|this|these|one|two|three|an?|\d+)\b)")
_FOR = Cue(r"\b(?:for|against|at the first signs? of) (?:[\w'-]+ ){0,3}$")
_LINE_FOR = Cue(r"\b(?:from|for(?: use in)?|against|in cases? of) (?:[\w'-]+,? ){0,3}$")
_ONLY_FOR = Cue(r"\W*(?:for(?: (?:[\w]+ )?use in(?: cases? of)?)?|against) (?:[\w'-]+ ){0,1}$")
_GUARDS_FROM = Cue(r"\b(?:defen[cs]e|protection|shield|immunity|relief) (?:against|from|for) (?:[\w'-]+,? ){0,3}$")
_WARE = Cue(
    r"\b(?:drops|salve|spray|formula|gummies|patch(?:es)?|balm|cream|blend|capsules|tincture|kit|pellets|for (?:oral |topical )?use)\b"
)
# A line with these announces a subject or a service, not what a product is for.
_OF_INTEREST = Cue(
    r"\b(?:trials?|stud(?:y|ies)|reviews?|meta-analys\w+|evidence|research|approved|treat\w*|therap\w+|options?|guidelines?|medicines|drugs|risks?|tests?|testing"
    r"|screening|help|advice|tips|diet|exercise|support groups?|information|facts|what|how|why|when|who)\b"
)
_ONTO = Cue(r"\b(?:to|on|onto|over|into) (?:[\w'-]+ ){0,2}$")
_ONLY_AN_AMOUNT = Cue(
    r"(?:[\s,]|\d[\d./-]*|\b(?:an?|one|two|three|few|the|some|this|it|of|daily|twice|drops?|times?|day|layer|amount|thin|small|generous"
    r"|liberally|directly|gently|topically|neat|undiluted|or|and)\b)*"
)
_CAUTIONS = Cue(
    r"\b(?:not|never|avoid|stop|caution|careful\w*|only|ask|consult|doctors?|clinicians?|pharmacists?|prescri\w+|unless|instead|without"
    r"|emergency|call|seek)\b|n't\b"
)

_HOOK = Cue(
    r"\W*+(?!(?:what|how|why|who|when|where|which|is|are|was|were|does|do|did|can|could|may|might|will|would|should|has|have|any)\b)(?:[\w'-]{1,40},? ){0,3}[\w'-]{1,40}\?"
)
# "Pills indicated for long use can cause dependence".
_CAUSES = Cue(r"\b(?:caus(?:es?|ing)|leads? to|results? in|worsens?|triggers?)\b")
_INDICATED = Cue(
    r"^\W*+(?:[\w' -]{1,30}? )?(?:indications?|uses?|used for|for use in|good for|helps? with|great for|works for|recommended for|take (?:it )?for)\s?[:\u2013\u2014-]\s"
    r"|\b(?:its|the) (?:main|primary|chief|principal|key) uses? (?:is|are|appl(?:y|ies)|include)s?\b(?: (?:for|to|in|against|as))?"
    r"|\bindicated (?:for|in|against)\b"
)
_FOR_MORE = Cue(
    r"\bfor (?:improved|better|enhanced|increased|greater|faster|quicker|deeper|sharper|stronger|healthier|clearer|brighter|smoother|younger|optimal|lasting|quick(?: and easy)?|fast(?: and easy)?"
    r"|rapid|easy|effortless|instant|effective|natural|maximum|restful|deep|sound|peaceful|sweet|blissful|steady|sustained)(?: [\w'-]+){1,4}$"
)
_FOR_THIS = Cue(r"\bfor (?:(?:occasional|daily|everyday|overall|total|your) )?$")
# "A gentle road to pain relief", in a title.
_ROAD_TO = Cue(
    r"\b(?:path|road|route|journey|way|ticket|secret|key|gateway|shortcut|answer|solution|guide)s? (?:to|for) (?:[\w-]+ ){0,2}$"
)
_KEY_TO = Cue(r"\b(?:key|secret|path|answer|door|gateway|ticket|shortcut|bridge|route|passport) to ")
_BEHIND_KEY = Cue(
    r"\b(?:holds?|is|are|offers?|unlocks?|opens?|can be|provides?|gives? you) (?:the|an?|your|our) (?:[\w-]+ )?(?:key|secret|path|answer|door|gateway|ticket|shortcut|bridge|route|passport) to (?:[\w'-]+ ){0,3}$"
)
_LISTS = Cue(r"\s?[,/]\s(?:(?:and|or|&)\s)?(?:[\w-]+\s)?|\s(?:and|&|or|\+)\s(?:[\w-]+\s)?")


def by_direction(scene: Scene) -> Iterator[Promise]:
    """Yield `For insomnia, take a cup`, `If it's a cold that bothers us, we drink it`, `Use for acne`, `Apply to burns`."""
    reading = scene.reading
    conditions = reading.of("condition") if scene.takes_unnamed else []
    if not conditions or _CAUTIONS.search(reading.text):
        return
    for run in conditions:
        start = _case(scene, run) if _IN_CASE_OF.match(reading.text) else None
        start = _direction(scene, run) if start is None else start
        if start is not None:
            yield Promise(reading.prose_span(start, reading.end(run)), "fit", "relieve", run.term)
            return


def _case(scene: Scene, run: Tagged) -> int | None:
    """Return where a sentence begins that names a complaint and goes on to say what to take, or None."""
    reading = scene.reading
    for taking in _THEN_TAKE.finditer(reading.text, reading.end(run), reading.end(run) + _FARTHEST):
        named = any(reading.start(other) >= taking.end() for other in reading.of("substance"))
        if named or _IT.match(reading.text, taking.end()):
            return reading.first_letter()
    return None


def _direction(scene: Scene, run: Tagged) -> int | None:
    """Return where the words begin that tell to use it for or to put it on a complaint, or None."""
    reading = scene.reading
    before = reading.text[: reading.start(run)]
    directs = _DIRECTS.match(before)
    if directs is None or FINITE.search(reading.text, directs.end()):
        return None
    if _FOR.search(before, directs.end()):
        return directs.start("verb")
    onto = _ONTO.search(before, directs.end())
    if onto is None or any(
        reading.start(other) >= onto.start() for other in reading.of("relieve", "improve") if other.last <= run.first
    ):
        return None
    applied = any(directs.end() <= reading.start(other) < onto.start() for other in reading.of("substance"))
    only_an_amount = _ONLY_AN_AMOUNT.fullmatch(before[directs.end() : onto.start()])
    return directs.start("verb") if applied or only_an_amount else None


def by_hook(scene: Scene) -> Iterator[Promise]:
    """Yield `Heart failure?` where the paragraph goes on: the answer is the product."""
    reading = scene.reading
    conditions = reading.of("condition") if scene.takes_unnamed and reading.text.rstrip().endswith("?") else []
    sentences = scene.document.sentences_by_block[reading.sentence.block]
    if conditions and sentences[-1].number > reading.sentence.number and _HOOK.match(reading.text):
        yield Promise(reading.span(0, len(reading.words)), "indication", "relieve", conditions[0].term)


def by_indication(scene: Scene) -> Iterator[Promise]:
    """Yield `Uses: gout, joint pain`, `Its main use is for low spirits`, `indicated for shingles`."""
    reading = scene.reading
    indicated = _INDICATED.search(reading.text) if scene.takes_unnamed else None
    if indicated is None:
        return
    for run in reading.of("condition"):
        between = reading.text[indicated.end() : max(indicated.end(), reading.start(run))]
        if 0 <= reading.start(run) - indicated.end() <= 40 and not _CAUSES.search(between):
            span = reading.prose_span(max(indicated.start(), reading.first_letter()), reading.end(run))
            yield Promise(span, "indication", "relieve", run.term)
            return


def by_aim(scene: Scene) -> Iterator[Promise]:
    """Yield the heading or line `Kava for deeper sleep`, `A superfood for energy and immunity`: what it is for, unhedged."""
    reading = scene.reading
    things = reading.of("function", "condition") if scene.takes_unnamed else []
    for run in things if things and _may_tell_an_aim(scene) else ():
        before = scene.shortly_before(run)
        named_with = before + reading.text[reading.start(run) : reading.end(run)]
        aim = _FOR_MORE.search(named_with) or (
            _FOR_THIS.search(before) if _is_one_of_a_list(scene, run, things) else None
        )
        if aim is None and run.tag == "function" and scene.block.kind == "heading":
            aim = _ROAD_TO.search(before)
        start = scene.start_before(run, aim) if aim else 0
        named = [other for other in reading.of("substance", "agent") if reading.end(other) <= start]
        directed = aim and not named and "it" in reading.texts[:3] and scene.last_agent == "substance"
        if aim and (directed or (named and named[-1].tag == "substance")):
            yield Promise(reading.prose_span(start, reading.end(run)), "label", "improve", run.term)
            return


def _may_tell_an_aim(scene: Scene) -> bool:
    """Say whether a sentence is of a kind that says what it is for: a line, or directions that warn of nothing."""
    line = scene.block.kind in ("heading", "item") or scene.is_line_of_its_own
    return (line or bool(_DIRECTS.match(scene.reading.text))) and not _CAUTIONS.search(scene.reading.text)


def by_key(scene: Scene) -> Iterator[Promise]:
    """Yield `holds the key to a good night's sleep`."""
    reading = scene.reading
    things = reading.of("function")
    for run in things if things and _KEY_TO.search(reading.text) else ():
        key = _BEHIND_KEY.search(scene.shortly_before(run))
        start = scene.start_before(run, key) if key else 0
        named = any(reading.end(other) <= start for other in reading.of("substance"))
        if key and named and scene.is_of_substance(reading.text[:start]):
            yield Promise(reading.prose_span(start, reading.end(run)), "verb", "improve", run.term)
            return


def _is_one_of_a_list(scene: Scene, run: Tagged, things: list[Tagged]) -> bool:
    """Say whether another such thing is listed behind a thing, in a line that announces no subject."""
    listed = any(
        other.first >= run.last and _LISTS.fullmatch(scene.reading.between(run.last, other.first)) for other in things
    )
    return listed and not _OF_INTEREST.search(scene.reading.text)


def by_product_line(scene: Scene) -> Iterator[Promise]:
    """Yield the line `Silver drops for ear infections`; of headings only what lists complaints, as others name a subject."""
    reading = scene.reading
    conditions = reading.of("condition") if scene.takes_unnamed and scene.is_line_of_its_own else []
    fewest = {"paragraph": 1, "item": 1, "heading": 1 if _WARE.search(reading.text) else 2}.get(scene.block.kind)
    if not fewest or len(conditions) < fewest or scene.document.once(reports_own_research):
        return
    if _CAUTIONS.search(reading.text) or _OF_INTEREST.search(reading.text):
        return
    before = reading.text[: reading.start(conditions[0])]
    found = _LINE_FOR.search(before)
    if found and (
        _GUARDS_FROM.search(before)
        or _ONLY_FOR.match(before)
        or any(reading.end(run) <= found.start() for run in reading.of("substance"))
    ):
        yield Promise(reading.span(0, conditions[0].last), "indication", "relieve", conditions[0].term)
