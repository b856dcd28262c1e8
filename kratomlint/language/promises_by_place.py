"""Promises made by the place: an item under `Benefits`, a label `Pain relief:`. One of the readers of `claims`."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import lru_cache

from kratomlint.afresh import numbers
from kratomlint.document import Block, Document
from kratomlint.language import claim_cues as cues
from kratomlint.language.cue import Cue
from kratomlint.language.promises import Promise, Scene
from kratomlint.language.reading import Tagged, read

# "Our customers reach for it when they want:", "It is perfect if you are after:".
_WANTED = Cue(
    r"\b(?:reach(?:es|ing)? for|turn(?:s|ing)? to|go(?:es)? for|swears? by|chooses?|grabs?|picks?|loves?|orders?|perfect|ideal|great|made|favou?rite|go-to|recommend(?:ed|s)?|suited)\b[^.:!?]{0,60}"
    r"\b(?:when(?:ever)?|if|because|for (?:anyone|anybody|those|people|folks|days|nights|times)(?: (?:who|when))?) (?:(?:they|you|we|your body)(?: are|'re)? )?"
    r"(?:want|need|crave|after|looking for|in need of|seeking|searching for|in search of|could use|would like):$"
)
# Under such a heading "kava is used for:" tells what it does, and elsewhere what people hope for.
_EFFECTS_HEADING = Cue(
    r"\W*(?:\d{1,2}\W{1,3})?(?:(?:the|main|top|key|positive|desired|health|amazing|many|wonderful|healing) ){0,2}(?:[\w-]{1,30} ){0,2}?(?:effects?|benefits?|properties|actions)(?:(?: (?:and|&) (?:uses|benefits|properties))?| of (?:[\w'-]+ ?){1,4})\W*"
)
_HARMFUL_HEADING = Cue(r"\b(?:side|adverse|harmful|negative|unwanted|long-term|toxic|withdrawal)\b")
_USED_FOR_LEAD = Cue(
    r"(?!.{0,60}\b(?:tradition|histor|folk|ancient))(?:[\w'-]+ ){1,5}(?:is|are) (?:(?:best|mainly|mostly|often|also|widely|especially|primarily|great when) )?used (?:for|to treat|to support|to relieve|against):"
)
# Of "Pros and cons" the second half.
_DRAWBACKS_LEAD = Cue(
    r"\W*(?:(?:the|some|possible|our|my) )?(?:cons|drawbacks?|downsides?|disadvantages?|negatives|minuses|weaknesses|caveats|dislikes?|the bad|(?:what )?could be better|not so (?:good|great)"
    r"|(?:things|what) (?:i|we|people|users|customers|buyers) (?:did not|didn't|do not|don't|disliked?)(?: (?:like|love))?)\W*"
)
# A heading that betters what the body does: "Support of heart health".
_BETTERS = Cue(
    r"(?:support|promotion|improvement|enhancement|stimulation|restoration|strengthening|boosting) of (?:(?:the|your) )?(?:[\w-]+ )?"
)


def listed(scene: Scene) -> Iterator[Promise]:
    """Yield each item of a list of benefits, by its first sentence; of one with a label, the label."""
    reading, document = scene.reading, scene.document
    number = reading.sentence.block
    if not scene.takes_unnamed or number not in document.once(benefit_items):
        return
    if document.sentences_by_block[number][0].number != reading.sentence.number:
        return
    if not (cues.MODAL.search(reading.text) or cues.NO_BENEFIT.match(reading.text)):
        label = cues.DASH_LABEL.match(reading.text)
        words_end = reading.words[-1].span.end - reading.sentence.span.start
        end = len(label[0].rstrip(" :\u2014\u2013-")) if label else words_end
        yield Promise(reading.prose_span(reading.first_letter(), end), "listed")


def labels(scene: Scene) -> Iterator[Promise]:
    """Yield `Pain relief:` and `Natural sleep aid` where a heading, an item or a label has no verb."""
    reading = scene.reading
    things = reading.of("condition", "function")
    if not things or not scene.takes_unnamed or not _may_bear_a_label(scene):
        return
    if scene.block.kind == "item" and cues.FOR_BENEFIT.match(reading.text):
        yield Promise(reading.span(0, things[-1].last), "label", "", things[-1].term)
        return
    treated = next((thing for thing in things if _is_bettered(scene, thing)), None)
    if treated and scene.block.kind == "heading":
        yield Promise(
            reading.prose_span(reading.first_letter(), reading.end(treated)), "label", "relieve", treated.term
        )
        return
    label = cues.DASH_LABEL.match(reading.text)
    shown = (label[0] if label else reading.text).rstrip(" :*.-\u2014\u2013")
    things = [thing for thing in things if reading.start(thing) < len(shown)]
    if (
        things
        and _is_label(scene, shown, bool(label))
        and not (label and cues.AMOUNT.search(reading.text[label.end() :]))
    ):
        start = min(reading.first_letter(), reading.start(things[-1]))
        yield Promise(reading.prose_span(start, len(shown)), "label", "", things[-1].term)


def _is_bettered(scene: Scene, thing: Tagged) -> bool:
    """Say whether a heading says with a noun that something is treated or bettered: `Prevention of ulcers`."""
    reading = scene.reading
    if cues.TREATS.search(reading.text[: reading.start(thing)]):
        return True
    bettered = _BETTERS.fullmatch(reading.text[reading.first_letter() : reading.start(thing)])
    return bettered is not None and thing.tag == "function"


def _may_bear_a_label(scene: Scene) -> bool:
    """Say whether a block is one that labels stand in: a paragraph opens with one only among benefits."""
    if scene.block.kind != "paragraph":
        return scene.block.kind in ("heading", "item")
    opened = cues.DASH_LABEL.match(scene.reading.text)
    return bool(opened and ":" in opened[0]) and is_under_benefits(scene.document, scene.block)


def _is_label(scene: Scene, shown: str, before_colon: bool) -> bool:
    """Say whether a few words without a verb name a benefit: they end in relief, support, aid ..."""
    tail = next((match[0] for match in cues.LABEL_TAIL.finditer(shown) if match.end() == len(shown)), None)
    if tail is None or len(shown.split()) > 8 or shown.endswith("?") or cues.SUBJECT_MATTER.match(shown):
        return False
    if scene.block.kind == "heading":
        return tail not in cues.WIDE_TAILS and (
            tail in cues.PLAIN_TAILS or is_under_benefits(scene.document, scene.block)
        )
    verbs = (run for run in scene.reading.of("relieve", "improve", "give", "agent") if run.first == 0)
    is_listed = scene.reading.sentence.block in scene.document.once(benefit_items)
    return before_colon or (is_listed and next(verbs, None) is None)


def benefit_items(document: Document) -> Collection[int]:
    """Return the numbers of the blocks that a list of benefits makes benefits; ask through `document.once`.

    Under a looser heading ("Perks", the article's own title) an item counts only where it names a condition or a function.
    """
    size = len(document.blocks)
    readings = document.once(read)
    named = numbers(size, (reading.sentence.block for reading in readings if reading.of("condition", "function")))
    return numbers(size, (number for number in range(size) if _is_benefit_item(document, number, named)))


def _is_benefit_item(document: Document, number: int, named: Collection[int]) -> bool:
    block = document.blocks[number]
    if block.kind == "paragraph":
        return is_under_benefits(document, block) and _is_short_line(block.span.cut(document.folded))
    if block.kind != "item":
        return False
    lead = document.lead_of(block).strip()
    if cues.CONTENTS_LEAD.holds(lead) or _DRAWBACKS_LEAD.fullmatch(lead):
        return False
    if is_under_benefits(document, block) or document.recall(_leads_to_benefits, lead) or tells_by_use(block, lead):
        return True
    above = (*(heading.lower() for heading in block.heading_path[-1:]), lead)
    return number in named and document.recall(_may_head_benefits, above)


def tells_by_use(block: Block, lead: str) -> bool:
    """Say whether a list tells what it does as what it is used for: `Kava is used for:` under the heading `Effects`."""
    heading = block.heading_path[-1].lower() if block.heading_path else ""
    under_effects = _EFFECTS_HEADING.fullmatch(heading) is not None and not _HARMFUL_HEADING.search(heading)
    return under_effects and _USED_FOR_LEAD.fullmatch(lead) is not None


def _is_short_line(text: str) -> bool:
    return len(text.split()) <= 5 and text.rstrip()[-1:] not in ".:?!"


def is_under_benefits(document: Document, block: Block) -> bool:
    """Say whether a section that the block stands in is one of benefits."""
    return block.heading_path in document.once(_paths_of_benefits)


def _paths_of_benefits(document: Document) -> frozenset[tuple[str, ...]]:
    first = document.blocks[0] if document.blocks else None
    title = first.span.cut(document.prose.text) if first and first.level == 1 and first.kind == "heading" else ""
    paths = {block.heading_path for block in document.blocks}
    return frozenset(path for path in paths if any(_heads_benefits(text) for text in path if text != title))


@lru_cache(maxsize=512)
def _heads_benefits(heading: str) -> bool:
    return bool(cues.BENEFITS_HEADING.match(heading.lower().strip()))


def _leads_to_benefits(lead: str) -> bool:
    return (cues.BENEFITS_LEAD.holds(lead) or _WANTED.holds(lead)) and not cues.MODAL.holds(lead)


def _may_head_benefits(above: tuple[str, ...]) -> bool:
    if any(cues.CUSTOM.search(text) for text in above):
        return False
    return any(cues.PERKS.search(text) or cues.BENEFITS_HEADING.match(text) for text in above)
