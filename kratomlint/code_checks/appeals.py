"""Checks of what a page offers, to whom and with which praise. They read the shape of the page, not claims."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kratomlint.document import Block, Document
from kratomlint.finding import Hit
from kratomlint.language.cue import Cue
from kratomlint.language.intake import opens_row
from kratomlint.language.lexicon import names_one_of
from kratomlint.language.reading import Reading, Tagged, promotes, read
from kratomlint.late import late
from kratomlint.registry import check
from kratomlint.span import Span

_OFFERS = Cue(
    r"\b(?:(?:ideal|perfect|great|best|suited|suitable|recommended|good|excellent|made|designed) for"
    r"|who (?:can|could|should|will|would|may|might|is it for|benefits)\b(?: \w+)?(?: (?:consider|use|try|take|benefit|buy|want|need))?"
    r"|(?:consider|try|use|choose|buy) (?:it|this|\w+) if(?: you)?)\b"
)
_WARNS = Cue(r"\b(?:not|avoid|never|shouldn't|caution|warning|skip|unsuitable|without|talk to|consult|ask)\b")
_SOMEBODY = Cue(
    r"^(?:individuals|people|persons?|those|anyone|anybody|adults|patients|men|women|folks|seniors|athletes|you)\b"
    r"(?! (?:under|over|aged|new|taking|on )\b)"
)
_ILL = Cue(
    r"\b(?:with|managing|manage|struggling|struggle|dealing|deal|suffering|suffer|living|live|experiencing|experience"
    r"|battling|battle|facing|face|coping|fighting|prone|has|have|seeking|looking|recovering)\b"
)
_POWER = "power|powers|magic|wonders|might|promise|marvels|miracles|goodness"
# "The calming power of a leaf" names its effect, which is judged as a claim of that effect; "healing" and "amazing" name none.
_POWER_OF = late(rf"(?<![^lz]ing )\b(?:{_POWER}) of (?:the |this |our )?$")
_ITS_POWER = late(rf"(?<='s) (?:[a-z-]+ )?(?:{_POWER})\b|(?<=s') (?:[a-z-]+ )?(?:{_POWER})\b")
_HARM = late(
    r"(?:(?:known|reported|common|serious) )?(?:side[- ]effects?|adverse effects?|drawbacks?|downsides?|interactions?|contraindications?"
    r"|(?:(?:addiction|dependen(?:ce|cy)|overdose|abuse|withdrawal|hangover|liver|toxicity|health) )?(?:risks?|potential|dangers?)"
    r"|addictive|habit[- ]forming|withdrawal(?: symptoms)?|hangover|grogginess|drowsiness|toxicity)\W*"
)
_DENIED = late(
    r"(?:none|no|nil|zero|never|n/a|(?:very |extremely )?low|minimal|negligible|little to none|virtually none)\W*"
)
_NATURAL = late(
    r"(?:is it |are they )?(?:(?:all|100 ?%|completely|fully)[- ])?(?:natural(?:ly (?:sourced|derived|grown))?|plant[- ](?:based|derived)|chemical[- ]free|herbal|drug[- ]free)(?: (?:ingredients?|product|origin|source|remedy))?[*_?:]{0,4}"
)
_AFFIRMED = late(r"[*_]{0,3}(?:yes|yep|always|100 ?%|completely|fully|[\u2713\u2714\u2705\u2611]\ufe0f?)[*_.!]{0,4}")
_WHEN = late(
    r"(?:(?:average|typical|time (?:of|to)) )?(?:onset(?: (?:time|of (?:effects?|action)))?|duration(?: of (?:effects?|action))?|half-life|peaks?"
    r"|(?:effects? )?lasts?|effects?|kicks in|feel it in|how (?:fast|long)(?: it (?:works|lasts))?)\W*"
)
_SO_LONG = late(
    r"[~≈]?(?:(?:about|around|within|in|up to|under|over|roughly|usually|less than|more than|as little as) ){0,2}\d{1,3}(?: ?(?:-|–|—|to) ?\d{1,3})?\+? ?"
    r"(?:seconds?|minutes?|mins?|hours?|hrs?|h|days?|weeks?)\b.{0,20}"
)
_HARM_ABOVE = Cue(
    r"\b(?:harm|risk|side|adverse|symptom|danger|warning|overdose|withdrawal|interact|avoid|caution|cause|trial|outcome)\w*"
)
# A heading that names subjects joins them; one that lists uses does not.
_JOINED = Cue(r"\b(?:and|or|vs)\b|&")
_VERBS_AND_NEGATORS = frozenset(
    "is are was were has have had can may might could will do does did no not never without avoid causes cause".split()
)
_DRUGS = (
    r"(?:(?:pain|sleeping|cancer|antineoplastic|anxiety|blood pressure|arthritis|thyroid|chemotherapy|allergy)[ -])?(?:drugs?|medications?|medicines?"
    r"|pills|agents|pharmaceuticals|painkillers|antibiotics|antidepressants|statins|steroids|treatments|opioids|nsaids|sedatives)"
)
_RUN_DOWN = Cue(
    rf"\b(?:most|many|conventional|prescription|pharmaceutical|synthetic|modern|western|traditional|standard|commercial) (?:[\w-]+ )?{_DRUGS}"
    r"(?: (?:used|sold|prescribed|on the market))?(?: today)? (?:(?:can|often|also|all|only|usually|just) ){0,2}(?:have|come with|carry|cause|bring|are (?:full of|loaded with|known for))"
    r" (?:[\w-]+ ){0,4}?(?:side[- ]effects?|risks|dangers|toxicity|harm|problems|complications)\b"
)

_SEEMS = r"(?:appears?|seems?|looks?|(?:is|are) (?:\w+ly )?(?:thought|believed|said|known|reported|likely|expected|held|assumed)|proves?|(?:has|have) proven|should|ought|tends?)"
_IN_SUCH_A_CASE = r"(?:for (?!a (?:while|time))|when (?!not)|at|even|in (?:most|healthy|adults?|moderation|normal|small|low|the (?:short|long))|to (?:use|take|drink|combine|mix)|and (?:well|effective|gentle))"
_HALF_SAFE = Cue(
    rf"\b(?:{_SEEMS} (?:to )?(?:be )?(?:(?:very|quite|generally|perfectly|relatively|pretty|fairly|reasonably|remarkably|largely|mostly|both|also|probably) ){{0,2}}"
    rf"safe(?= {_IN_SUCH_A_CASE}\b|[.,;!]|$)(?!,? (?:but|though|however|yet)\b)"
    r"|(?:probably|likely|presumably|mostly|largely|pretty|fairly) (?:perfectly |very |quite )?safe (?:for|to (?:use|take|drink)|when|at|in (?:most|healthy|moderation|small|low))\b)"
)


@check
def power(document: Document) -> Iterator[Hit]:
    """Point at the power, the magic and the wonders of a substance."""
    for sentence, _ in document.said(_names_power):
        yield from _powers(document.once(read)[sentence.number])


def _names_power(text: str) -> bool:
    return any(word in text for word in _POWER.split("|"))


def _powers(reading: Reading) -> Iterator[Hit]:
    for run in reading.of("substance"):
        start, end = reading.start(run), reading.end(run)
        if before := _POWER_OF.search(reading.text, 0, start):
            yield Hit(reading.prose_span(before.start(), end))
        elif after := _ITS_POWER.match(reading.text, end):
            yield Hit(reading.prose_span(start, after.end()))


@check
def harmless_cell(document: Document) -> Iterator[Hit]:
    """Point at the cell of a table that says “none” beside a cell that names a harm."""
    yield from _cells_beside(document, _HARM, _DENIED)


@check
def natural_cell(document: Document) -> Iterator[Hit]:
    """Point at the cell of a table that says “yes” beside a cell that asks whether it is natural."""
    yield from _cells_beside(document, _NATURAL, _AFFIRMED)


@check
def timed_cell(document: Document) -> Iterator[Hit]:
    """Point at the cell of a table that gives a time beside a cell that names onset or duration."""
    yield from _cells_beside(document, _WHEN, _SO_LONG)


def _cells_beside(document: Document, named: re.Pattern[str], said: re.Pattern[str]) -> Iterator[Hit]:
    """Yield what is said in the cell behind one that names it, in the same row."""
    for number, (block, following) in enumerate(zip(document.blocks, document.blocks[1:], strict=False)):
        if (
            block.kind == following.kind == "cell"
            and _fits(named, document, block)
            and _fits(said, document, following)
            and not opens_row(document, number + 1)
        ):
            yield Hit(following.span)


def _fits(pattern: re.Pattern[str], document: Document, cell: Block) -> bool:
    return pattern.fullmatch(cell.span.cut(document.folded).strip()) is not None


@check
def offered_to(document: Document) -> Iterator[Hit]:
    """Point at list items that name people with an illness as those for whom the product is."""
    illnesses = document.knowledge.forms("conditions")
    for number, block in enumerate(document.blocks):
        if block.kind != "item" or not _is_offered(document, block):
            continue
        for sentence in document.sentences_by_block[number][:1]:
            text = sentence.span.cut(document.folded)
            if _SOMEBODY.match(text) and _ILL.search(text) and names_one_of(text, illnesses):
                yield Hit(Span(sentence.span.start, sentence.span.start + len(text.rstrip(" .,;"))))


def _is_offered(document: Document, block: Block) -> bool:
    """Say whether the words above a list item, or the last heading, offer something to somebody."""
    heading = block.heading_path[-1].lower() if block.heading_path else ""
    return document.recall(_offers, document.lead_of(block)) or document.recall(_offers, heading)


def _offers(words: str) -> bool:
    return _OFFERS.holds(words) and not _WARNS.holds(words)


@check
def complaints_alone(document: Document) -> Iterator[Hit]:
    """Point at paragraphs that are nothing but two or more complaints, on a page that keeps speaking of a substance."""
    if not document.once(promotes):
        return
    for reading in document.once(read):
        block = document.blocks[reading.sentence.block]
        if block.kind not in ("paragraph", "heading") or len(document.sentences_by_block[reading.sentence.block]) > 1:
            continue
        complaints = reading.of("condition")
        if block.kind == "heading" and _JOINED.search(reading.text):
            continue
        if (
            len(complaints) > 1
            and not _HARM_ABOVE.search(_above(document, block) + reading.text)
            and _is_all(reading, complaints)
        ):
            yield Hit(reading.span(0, len(reading.words)))


def _is_all(reading: Reading, runs: list[Tagged]) -> bool:
    """Say whether a sentence is those runs, with little words or an adjective between them."""
    within = {word for run in runs for word in range(run.first, run.last)}
    others = [word.text for index, word in enumerate(reading.words) if index not in within]
    return len(others) <= len(runs) and not set(others) & _VERBS_AND_NEGATORS


def _above(document: Document, block: Block) -> str:
    return " ".join((*block.heading_path, document.lead_of(block))).lower()


@check
def run_down(document: Document) -> Iterator[Hit]:
    """Point at what is said against medicines in general, on a page that keeps speaking of a substance."""
    return _on_a_page_of_a_substance(document, _RUN_DOWN)


@check
def half_safe(document: Document) -> Iterator[Hit]:
    """Point at what appears, seems or is thought to be safe, on a page that keeps speaking of a substance."""
    return _on_a_page_of_a_substance(document, _HALF_SAFE)


def _on_a_page_of_a_substance(document: Document, cue: Cue) -> Iterator[Hit]:
    if not document.once(promotes):
        return
    for sentence, spans in document.said(cue.spans):
        for span in spans:
            yield Hit(span.shifted(sentence.span.start))
