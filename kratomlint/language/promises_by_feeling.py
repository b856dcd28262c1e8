"""Promises made by how it feels and for whom it is: leans relaxing, “Calm, focused, chatty”, a column headed “Best for”.

One of the readers of `claims`. What a strain or a strength is said to feel like is an effect that nobody measured.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from kratomlint.afresh import numbers
from kratomlint.document import Document
from kratomlint.language import claim_cues as cues
from kratomlint.language.cue import Cue
from kratomlint.language.promises import Promise, Scene
from kratomlint.language.promises_by_course import is_of_harm
from kratomlint.language.reading import Tagged

_FELT = r"(?:relaxing|calming|soothing|energi[sz]ing|uplifting|invigorating|restorative|rejuvenating|revitali[sz]ing|nourishing|grounding|mellow|euphoric)"
_LEANS = Cue(
    rf"\b(?:leans?|leaning|skews?|veers?|tends?|sits?|falls?|lands?|is|are) (?:(?:more|mostly|firmly|slightly|heavily|generally|a bit|further) ){{0,2}}(?:(?:towards?|to|on|at|into) (?:be(?:ing)? )?)(?:the )?(?:(?:more|very) )?(?:{_FELT}|sedating|stimulating|sedative)\b(?: (?:end|side))?"
    rf"|\b(?:leans?|skews?|veers?) (?:(?:more|mostly|slightly|heavily) )?(?:{_FELT}|sedating|stimulating)\b"
)
# Said of it by its name, or of what the text goes on about.
_IS_FELT = Cue(
    rf"(?:\b(?:is|are|feels?)|\b(?:it's|they're)) (?:(?:very|deeply|more|most|so|wonderfully|naturally|also|both|quite|incredibly|gently|profoundly|truly|especially) ){{0,2}}(?:(?:tasty|delicious|light|fragrant|gentle|warm|warming|sweet|smooth|earthy|mild|rich|delightful) (?:and|yet|but) )?(?:deeply )?{_FELT}(?= ?[.,;!]|$| (?:and|than|for|to|without|yet|but)\b)"
)
# "The drops are calming": a product of what the text speaks of.
_WARE = Cue(
    r"\W*(?:(?:and|but) )?(?:the|our|these|this|those) (?:[\w-]+ ){0,2}?(?:gumm(?:y|ies)|gummy bears|capsules?|drops|tinctures?|teas?|oils?|blends?|powders?|extracts?|drinks?|shots?|chews|balms?|roots?|lea(?:f|ves)|flowers?|mushrooms?|scents?|aromas?)(?: (?:from|by|of|in|with|at) (?:[\w'-]+ ){1,5}?| (?:that|which) (?:we|you) [\w-]+ | )"
)
_GOES_ON = frozenset({"it", "it's", "they", "they're", "this", "these"})
_MOODS = frozenset(
    """alert blissful bright calm calmer calming centered centred chatty cheerful chill chilled clean clear clear-headed content cozy creative dreamy
    driven easygoing energetic energised energized energizing energising euphoric focused focussed grounded grounding happy inspired
    joyful laid-back light lively mellow motivated motivating peaceful playful positive productive refreshed relaxed relaxing rested sedated
    sedating serene sharp sleepy smooth sociable social soothing soothed steady strong talkative tranquil uplifted uplifting upbeat
    vibrant warm""".split()
)
# By one of these such a list is known; “strong, clean, bright” may be a cup of tea.
_SURELY = _MOODS - frozenset(
    "bright clean clear light positive sharp smooth social steady strong warm content driven".split()
)
_BETWEEN = frozenset(
    "and but not just very more a bit or yet never deeply quite really calmly mildly gently happily".split()
)
# "Creates a warm, dreamy state": how it feels, and what brings it.
_FELT_STATE = Cue(
    r"\b(?:creat(?:es?|ing)|produc(?:es?|ing)|induc(?:es?|ing)|brings?(?: (?:on|about))?|gives?(?: you| users)?|leaves? (?:you|users) (?:in|with)|delivers?|provides?|evok(?:es?|ing)|puts? you (?:in|into)|brings? you (?:to|into)) (?:an? )"
    r"(?:(?!(?:of|in|on|for|to|that)\b)[\w-]+,? ){1,5}?(?:state|feeling|mood|sensation|glow|buzz|vibe|lift|energy)\b"
)
_FEWEST_MOODS = 2
_LONGEST_LIST = 10
# "... and ideal for the night", behind such a list.
_FIT_FOR = Cue(
    r"(?:,| and|, and)? (?:ideal|perfect|great|good|best|made|lovely|suited|excellent|wonderful) (?:for|in|before|at|after) (?:(?:the|an?|your|those|late|long|busy) ){0,2}[\w-]+(?: [\w-]+)?\W*$"
)
_AFTER_LABEL = Cue(
    r"\W*(?:effects?|feels?|feelings?|mood|best known for|vibe|character|profile|experience|aroma and effects?)\W*:\s"
)
_PURPOSE = Cue(
    r"\W{0,4}(?:(?:best|good|great|ideal|perfect|recommended|suited|suitable|used?|choose(?: it)?|take(?: it)?|works?(?: best)?|helps?) (?:for|with)|(?:main |key |top )?benefits?|helps|targets|supports|when to (?:take|use) it"
    r"|(?:best |mainly |mostly |widely |well )?(?:known|loved|prized|famous|popular|chosen|favou?red|valued|celebrated) for|great when(?: you (?:want|need))?|why (?:you'll |people |we )?(?:love|choose|like|take|use) (?:it|them)|what (?:it|they)(?:'s| is)? ?(?:helps?(?: with)?|(?:good |best |great )?for)|who (?:it's|it is|this is) for|for)\W{0,4}"
)
# Under these stands what is felt, or what is suffered.
_EFFECTS = Cue(
    r"\W{0,4}(?:(?:main|key|primary|typical|common|expected|desired|felt|top|overall|general|positive|dominant|signature) )?effects?(?: profile)?\W{0,4}"
)
# Beside such a label they are what something is about, or what goes wrong.
_OF_A_SUBJECT = Cue(
    r"\b(?:topics?|tags?|categor(?:y|ies)|measur\w+|outcomes?|keywords?|covers?|domains?|see also|related|questions?|symptoms?|signs?|side|effects? on|risks?|if|ask|track|watch|note|scores?|affects?|affected|avoid|areas?|studied|tested|uses?|used|medicine|tradition(?:al(?:ly)?)?|ancient|histor(?:y|ical(?:ly)?)|research|folk\w*)\b"
)
# Before the complaints, in a line.
_PURPOSE_LABEL = Cue(
    r"\W*(?:(?:best|good|great|ideal|perfect|recommended|suited|suitable|choose it|take it|works?(?: best)?|helps?) (?:for|with)|suits|helps)\W{0,3}:\W*"
)
_NOT_A_PURPOSE = Cue(r"\b(?:not|no|none|avoid|may|might|unknown|n/a|evidence|stud(?:y|ies)|trials?|approved|unclear)\b")
_LONGEST_PURPOSE = 8
_LONGEST_LABEL = 4
# What the next column of such a table may be headed by.
_COLUMNS = frozenset({"strength", "energy level", "focus level", "speed", "weight"})


def by_leaning(scene: Scene) -> Iterator[Promise]:
    """Yield `leans toward the relaxing end`, `kava is deeply calming`."""
    if not scene.takes_unnamed:
        return
    reading = scene.reading
    for match in _LEANS.finditer(reading.text):
        if scene.is_of_substance(reading.text[: match.start()]):
            yield Promise(reading.prose_span(*match.span()), "fit")
    for match in _IS_FELT.finditer(reading.text):
        if _is_named(scene, match.start()) and scene.is_of_substance(reading.text[: match.start()]):
            yield Promise(reading.prose_span(*match.span()), "fit")


def by_felt_state(scene: Scene) -> Iterator[Promise]:
    """Yield `creates a warm, dreamy state`, `gives you a calm feeling`."""
    for match in _FELT_STATE.finditer(scene.reading.text) if scene.takes_unnamed else ():
        is_mood = not _SURELY.isdisjoint(match[0].replace(",", "").split())
        if is_mood and scene.is_of_substance(scene.reading.text[: match.start()]):
            yield Promise(scene.reading.prose_span(*match.span()), "fit")


def _is_named(scene: Scene, until: int) -> bool:
    """Say whether a sentence speaks of a substance by its name, or goes on about the one before."""
    named = any(scene.reading.end(run) <= until for run in scene.reading.of("substance"))
    return (
        named
        or bool(_WARE.fullmatch(scene.reading.text[:until]))
        or (scene.reading.texts[0] in _GOES_ON and scene.last_agent == "substance")
    )


def by_mood(scene: Scene) -> Iterator[Promise]:
    """Yield `Calm, focused, chatty`: a sentence that is a list of how it feels, with or without `Effects:` before it."""
    if not scene.takes_unnamed or scene.block.kind not in ("paragraph", "item", "cell"):
        return
    reading = scene.reading
    label = _AFTER_LABEL.match(reading.text)
    opens = label.end() if label else 0
    fit = _FIT_FOR.search(reading.text, opens)
    closes = fit.start() if fit else len(reading.text)
    first = reading.sentence.span.start
    within = [at for at, word in enumerate(reading.words) if opens <= word.span.start - first < closes]
    words = [reading.texts[at] for at in within]
    moods = [word for word in words if word in _MOODS]
    if not _FEWEST_MOODS <= len(moods) <= _LONGEST_LIST or _SURELY.isdisjoint(moods):
        return
    if all(word in _MOODS or word in _BETWEEN for word in words):
        yield Promise(reading.span(within[0], within[-1] + 1), "result")


def by_purpose(scene: Scene) -> Iterator[Promise]:
    """Yield the cell `Stiff joints, poor sleep` of a table with a column “Best for”, and the line `Best for: stiff joints`."""
    reading = scene.reading
    label = _PURPOSE_LABEL.match(reading.text)
    number = reading.sentence.block
    purposes, effects = scene.document.once(cells_of_purpose), scene.document.once(cells_of_effect)
    if not scene.takes_unnamed or not (label or number in purposes or number in effects):
        return
    things = reading.of("condition", "function")
    if len(things) == 1 and things[0].term in _COLUMNS:
        return
    if not (label or number in purposes) and not _are_welcome(things):
        return
    words = len(reading.words) <= _LONGEST_PURPOSE + (_LONGEST_LABEL if label else 0)
    if things and words and not cues.FINITE.search(reading.text) and not _NOT_A_PURPOSE.search(reading.text):
        yield Promise(reading.span(0, things[-1].last), "label", things[0].direction, things[0].term)


def by_kind(scene: Scene) -> Iterator[Promise]:
    """Yield the item `Red Bali: calm, sleep and stamina`, where a kind has nothing beside it but what it is said to give."""
    reading = scene.reading
    label = cues.DASH_LABEL.match(reading.text) if scene.takes_unnamed and scene.block.kind == "item" else None
    if label is None or _OF_A_SUBJECT.search(label[0]):
        return
    first = reading.sentence.span.start
    opens = sum(word.span.start - first < label.end() for word in reading.words)
    things = [run for run in reading.of("condition", "function") if run.first >= opens]
    told = {at for run in things for at in range(run.first, run.last)}
    others = (reading.texts[at] for at in range(opens, len(reading.words)) if at not in told)
    if _are_welcome(things) and all(word in _BETWEEN or word in _MOODS for word in others):
        yield Promise(reading.span(things[0].first, things[-1].last), "result", "improve", things[-1].term)


def _are_welcome(things: Sequence[Tagged]) -> bool:
    """Say whether what is felt is wanted: “Relaxation, better mood”, and not “Nausea, poor sleep”."""
    return len(things) >= _FEWEST_MOODS and all(thing.tag == "function" for thing in things)


def cells_of_purpose(document: Document) -> Collection[int]:
    """Return the numbers of the cells in tables that say what something is for; ask through `document.once`."""
    return numbers(len(document.blocks), _cells_below(document, _PURPOSE))


def cells_of_effect(document: Document) -> Collection[int]:
    """Return the numbers of the cells in tables that say what something does; ask through `document.once`."""
    return numbers(len(document.blocks), _cells_below(document, _EFFECTS))


def _cells_below(document: Document, heading: Cue) -> Iterator[int]:
    told = False
    for number, block in enumerate(document.blocks):
        if block.kind != "cell":
            told = False
            continue
        text = block.span.cut(document.folded)
        if told:
            yield number
        told = told or (heading.fullmatch(text) is not None and not is_of_harm(block))
