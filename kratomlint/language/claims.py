"""What a sentence claims: which substance does what to what, how surely and on whose word. Pure; checks ask the claim.

The reading is light and deterministic: a relation word, an object that a lexicon knows within its reach, and the subject
that governs it. How it is said decides what counts against it: a finite verb can be hedged by its own `may`, a trailing
`..., offering relief` cannot be hedged by the main clause, and a presupposed `its efficacy` only by its own `potential`.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from functools import lru_cache

from kratomlint.document import Document
from kratomlint.language import claim_cues as cues
from kratomlint.language import claim_doubts as doubts
from kratomlint.language import guards
from kratomlint.language.claim import Claim, kept
from kratomlint.language.guards import words_beside
from kratomlint.language.own_research import reports_own_research
from kratomlint.language.promises import Promise, Scene, leading_agent, points_back
from kratomlint.language.promises_by_change import by_change, by_fame, by_header, by_influence, by_lead_in, by_state
from kratomlint.language.promises_by_course import (
    by_course,
    by_outlook,
    by_waking,
    by_week,
    cells_behind_a_time,
    is_of_harm,
)
from kratomlint.language.promises_by_feeling import (
    by_felt_state,
    by_kind,
    by_leaning,
    by_mood,
    by_purpose,
    cells_of_effect,
    cells_of_purpose,
)
from kratomlint.language.promises_by_mechanism import by_command, by_route, by_transfer
from kratomlint.language.promises_by_noun import by_benefit, by_effect, by_fitness, by_result, presupposed
from kratomlint.language.promises_by_outcome import by_control, by_farewell, by_gain, by_keeping, by_passive, by_risk
from kratomlint.language.promises_by_place import benefit_items, is_under_benefits, labels, listed, tells_by_use
from kratomlint.language.promises_by_property import by_compound, by_doer, by_name, by_property
from kratomlint.language.promises_by_purpose import (
    by_aim,
    by_direction,
    by_hook,
    by_indication,
    by_key,
    by_product_line,
)
from kratomlint.language.promises_by_reach import by_goal, by_group, by_profit, by_takers, by_wanting, by_wanting_to
from kratomlint.language.promises_by_split_verb import by_split_verb
from kratomlint.language.promises_by_verb import by_verb
from kratomlint.language.promises_by_wish import by_burning, by_choosing, by_moving, by_reach, by_wish
from kratomlint.language.reading import own_names, promotes, read
from kratomlint.language.references import read_reference_list
from kratomlint.span import Span

# The end of the line above a list.
_LEAD = 60
_Needs = tuple[frozenset[str], ...]

_DOING = frozenset({"relieve", "improve", "give"})
_STATE, _ILLNESS, _GOOD = frozenset({"condition", "function"}), frozenset({"condition"}), frozenset({"function"})
_SUBSTANCE = frozenset({"substance"})
# Who reads, and of which tags a sentence must have one each for it to find anything. Of two readings of one phrase the
# first speaks for it.
READERS: tuple[tuple[Callable[[Scene], Iterator[Promise]], _Needs], ...] = (
    (listed, ()),
    (by_verb, (_DOING, _STATE)),
    (by_effect, (_STATE | {"effect"},)),
    (by_benefit, (_GOOD,)),
    (presupposed, ()),
    (by_fitness, (_STATE,)),
    (by_result, (_STATE,)),
    (by_farewell, (_ILLNESS,)),
    (by_control, (_STATE,)),
    (by_keeping, (_GOOD,)),
    (by_gain, (_GOOD,)),
    (by_passive, (_ILLNESS, _SUBSTANCE)),
    (by_risk, (_ILLNESS,)),
    (labels, (_STATE,)),
    (by_change, (_STATE,)),
    (by_header, (_STATE,)),
    (by_lead_in, ()),
    (by_influence, (_STATE,)),
    (by_fame, (_GOOD,)),
    (by_state, (_STATE,)),
    (by_group, ()),
    (by_profit, (_SUBSTANCE,)),
    (by_takers, (_STATE, _SUBSTANCE)),
    (by_goal, (_STATE, _SUBSTANCE)),
    (by_property, (frozenset({"property"}),)),
    (by_compound, ()),
    (by_doer, (_ILLNESS,)),
    (by_name, (frozenset({"condition", "property"}),)),
    (by_aim, (_STATE,)),
    (by_direction, (_ILLNESS,)),
    (by_hook, (_ILLNESS,)),
    (by_indication, (_ILLNESS,)),
    (by_key, (_GOOD,)),
    (by_product_line, (_ILLNESS,)),
    (by_course, ()),
    (by_week, (_STATE,)),
    (by_leaning, ()),
    (by_mood, ()),
    (by_felt_state, ()),
    (by_purpose, (_STATE,)),
    (by_kind, (_GOOD,)),
    (by_split_verb, (_STATE,)),
    (by_transfer, (_GOOD,)),
    (by_outlook, (_GOOD,)),
    (by_waking, ()),
    (by_command, (frozenset({"agent", "function"}),)),
    (by_route, ()),
    (by_wanting, (_GOOD,)),
    (by_wanting_to, (frozenset({"relieve", "improve"}), _STATE)),
    (by_wish, (_STATE,)),
    (by_choosing, (_GOOD, _SUBSTANCE)),
    (by_reach, (_STATE,)),
    (by_moving, ()),
    (by_burning, (_ILLNESS,)),
)


def read_claims(document: Document) -> Sequence[Claim]:
    """Return the claims of benefit in the order of the text; ask through `document.once`."""
    of_block = _recalled_of_block if document.knowledge.memory else _claims_of_block
    claims = (claim for number in _claiming_blocks(document) for claim in of_block(document, number))
    return kept(claims, document.sentences)


def counts(claim: Claim) -> bool:
    """Say whether a claim is made in the article's own voice and without a hedge."""
    return not (claim.hedged or claim.denied or claim.reported)


def _claiming_blocks(document: Document) -> Iterator[int]:
    """Yield the numbers of the blocks that may claim something."""
    numbers = enumerate(zip(document.blocks, document.sentences_by_block, strict=True))
    return (number for number, (block, sentences) in numbers if sentences and block.kind != "alt")


def _claims_of_block(document: Document, number: int) -> Iterator[Claim]:
    return (
        claim for scene in _scenes(document, number) for claim in sorted(_claims(scene), key=lambda claim: claim.span)
    )


def _recalled_of_block(document: Document, number: int) -> Iterator[Claim]:
    """Yield the claims of a block, which are those of an earlier text where all that they are read from is the same."""
    block, sentences = document.blocks[number], document.sentences_by_block[number]

    def told() -> tuple[int, int, tuple[Claim, ...]]:
        return block.span.start, sentences[0].number, tuple(_claims_of_block(document, number))

    key = document.folded_blocks[number], *_standing(document, number)
    start, first, claims = document.recall_by(key, read_claims, told)
    for claim in claims:
        sentence = sentences[claim.sentence.number - first]
        yield claim._replace(span=claim.span.shifted(block.span.start - start), sentence=sentence)


def _standing(document: Document, number: int) -> tuple[Hashable, ...]:
    """Return all that the claims of a block depend on besides its words."""
    block = document.blocks[number]
    return (
        block.kind,
        number in document.once(benefit_items),
        document.lead_of(block),
        is_under_benefits(document, block),
        is_of_harm(block),
        number in document.once(cells_of_purpose),
        number in document.once(cells_of_effect),
        number in document.once(cells_behind_a_time),
        document.once(_about),
        # A quotation is somebody's whom the words beside it name.
        words_beside(document, number) if block.kind == "quote" else (),
        _cell_before(document, number),
        document.once(read_reference_list).lists(block),
    )


def _about(document: Document) -> tuple[Hashable, ...]:
    """Return all that claims depend on of the article as a whole."""
    return document.once(promotes), document.once(own_names), document.once(reports_own_research)


def _scenes(document: Document, number: int) -> Iterator[Scene]:
    readings = document.once(read)
    # What opens a paragraph with “it” speaks of the article's subject.
    last_agent = ""
    for sentence in document.sentences_by_block[number]:
        reading = readings[sentence.number]
        if reading.texts:
            yield Scene(document, reading, document.once(promotes), last_agent)
        if not (last_agent and points_back(reading)):
            last_agent = leading_agent(reading) or last_agent


def _claims(scene: Scene) -> Iterator[Claim]:
    seen: set[Span] = set()
    for promise in (promise for reader in _readers_of(scene.reading.tags) for promise in reader(scene)):
        if promise.span not in seen:
            seen.add(promise.span)
            yield _weighed(scene, promise)


# There are as many as tags can come together, and in sentences few do.
@lru_cache(maxsize=1024)
def _readers_of(tags: frozenset[str]) -> tuple[Callable[[Scene], Iterator[Promise]], ...]:
    """Return who may find something in a sentence with these tags."""
    return tuple(reader for reader, needs in READERS if all(tags & needed for needed in needs))


def _weighed(scene: Scene, promise: Promise) -> Claim:
    """Return a promise with what counts against it."""
    return Claim(
        *promise[:1],
        scene.reading.sentence,
        *promise[1:],
        hedged=_is_hedged(scene, promise),
        denied=_is_denied(scene, promise),
        reported=_is_reported(scene, promise),
    )


def _is_hedged(scene: Scene, promise: Promise) -> bool:
    before, _ = guards.around(scene.document, promise.span)
    inside = promise.span.cut(scene.document.folded)
    near = scene.last_words(promise.span, 9)
    if promise.form == "verb" and cues.RELATIVE.search(near):
        # "may cause reactions that increase sleep": what hangs on the hedged is hedged.
        near = guards.clause_before(before)
    for own in doubts.OWN_CLAUSE.finditer(near):
        near = near[own.end() :] if promise.form == "verb" else near
    if promise.form in ("effect", "presupposed") and doubts.SUCH_AS.search(near):
        # "Possible benefits such as relief and calming effects": what is listed is as sure as what it stands for.
        return bool(cues.MODAL.search(guards.clause_before(before)))
    if promise.form == "participle":
        if doubts.HEDGED_LIST.search(before):
            return True
        hedge = before.rpartition(",")[2]
    else:
        hedge = scene.last_words(promise.span, 6) if promise.form in ("effect", "presupposed", "label") else near
        if promise.form in ("effect", "presupposed"):
            hedge = doubts.MAY_EXPLAIN.sub("", hedge)
    if _leads_to_a_hedge(scene, promise) or _shares_a_hedge(promise, inside, before):
        return True
    if cues.MODAL.search(hedge) or cues.MODAL.search(inside):
        return promise.form == "listed" or not cues.EMPHATIC.search(inside)
    if _leads_with_a_hedge(scene) or (promise.form in ("infinitive", "verb") and doubts.PURPORTED_TO.search(before)):
        return True
    # "Studies suggest that it works by easing ..." suggests the easing too, "can provide significant relief" does not.
    suggested = promise.form in ("verb", "participle", "gerund") and cues.SUGGESTS.search(cues.RESTS_ON.sub("", before))
    # "This article explores how it calms the mind" says that it does.
    if suggested and doubts.TELLS_HOW.search(before):
        return False
    return bool(suggested) and not (cues.ROLE_OF.search(before) or doubts.STATED_ALL_THE_SAME.search(near + inside))


def _leads_to_a_hedge(scene: Scene, promise: Promise) -> bool:
    """Say whether the words are a label and what it labels is hedged or an amount: `Mood support: may help with worry`."""
    label = cues.DASH_LABEL.match(scene.reading.text) if promise.form != "verb" else None
    if label is None or promise.span.start >= scene.reading.prose_span(label.end(), label.end()).start:
        return False
    behind = scene.reading.text[label.end() :]
    if doubts.HEDGED_AT_ONCE.match(behind):
        return True
    # Among benefits an amount may open what a study found.
    return promise.form != "listed" and doubts.AMOUNT_AT_ONCE.match(behind) is not None


def _shares_a_hedge(promise: Promise, inside: str, before: str) -> bool:
    """Say whether a verb in its plain form depends on an earlier `may`: `may lift the mood and help them stay awake`."""
    plain = promise.form in ("verb", "presupposed") and not doubts.INFLECTED.match(inside)
    return plain and doubts.SHARED_HEDGE.search(before) is not None


def _leads_with_a_hedge(scene: Scene) -> bool:
    """Say whether the line above a list hedges each of its items: `Studies suggest that kava may:`."""
    return bool(doubts.HEDGED_LEAD.search(_line_above(scene)[-_LEAD:]))


def _leads_with_a_report(scene: Scene) -> bool:
    """Say whether the line above a list, or the cell before one, tells what it is used for: `Traditionally, it was used to:`."""
    if scene.block.kind == "cell":
        return doubts.REPORTING_CELL.fullmatch(_cell_before(scene.document, scene.reading.sentence.block)) is not None
    above = _line_above(scene)
    return bool(doubts.REPORTING_LEAD.search(above[-2 * _LEAD :])) and not tells_by_use(scene.block, above.strip())


def _cell_before(document: Document, number: int) -> str:
    """Return what the cell before one says, which may be the name of its line, or nothing."""
    before = number - 1
    is_beside = before >= 0 and document.blocks[number].kind == document.blocks[before].kind == "cell"
    return document.end_of_block(before) if is_beside else ""


def _line_above(scene: Scene) -> str:
    """Return the line above the list of which a sentence is an item, or nothing."""
    return scene.document.lead_of(scene.block) if scene.block.kind == "item" else ""


def _is_denied(scene: Scene, promise: Promise) -> bool:
    if promise.form == "effect" and doubts.ADDITIVE.search(scene.last_words(promise.span, 9)):
        return True
    before, after = guards.around(scene.document, promise.span)
    if any(cue.search(after) for cue in doubts.DENIED_BEHIND) or any(
        cue.search(before) for cue in doubts.DENIED_BEFORE
    ):
        return True
    above = _line_above(scene)
    if any(cue.search(above) for cue in doubts.DENIED_ABOVE):
        return True
    if _is_told_as_harm(scene, promise) or _is_of_its_level(scene, promise):
        return True
    return any(guard(scene.document, promise.span) for guard in (guards.negated, guards.asked, guards.quoted))


def _is_told_as_harm(scene: Scene, promise: Promise) -> bool:
    """Say whether an effect is spoken of for the bleeding that it causes: `blood-thinning properties` before surgery."""
    thins = doubts.THINS_BLOOD.search(promise.span.cut(scene.document.folded))
    return thins is not None and doubts.OF_BLEEDING.search(scene.reading.text) is not None


def _is_of_its_level(scene: Scene, promise: Promise) -> bool:
    """Say whether it is told how much of a substance is in the blood: `raises the level of kava in the blood`."""
    told = doubts.LEVEL_OF.match(promise.span.cut(scene.document.folded))
    named = (scene.reading.span(run.first, run.last).start for run in scene.reading.of("substance"))
    return told is not None and promise.span.start + told.end() in named


def _is_of_scores(scene: Scene, promise: Promise, before: str, after: str) -> bool:
    """Say whether it is told what people scored: `had lower anxiety scores`."""
    lower = doubts.LOWER_SCORES.match(promise.span.cut(scene.document.folded))
    return lower is not None and bool(doubts.HAD.search(before) and doubts.SCORES.match(after))


def _is_reported(scene: Scene, promise: Promise) -> bool:
    before, after = guards.around(scene.document, promise.span)
    if doubts.IN_THE_LAB.match(after) or doubts.OF_THE_LAB.search(before) or doubts.TOUTED_AS.search(before):
        return True
    of_participants = doubts.OF_PARTICIPANTS.search(before) or doubts.THAN_PLACEBO.match(after)
    if of_participants and doubts.LOST.match(promise.span.cut(scene.document.folded)):
        return True
    if doubts.OF_ONESELF.search(before) or _is_of_scores(scene, promise, before, after):
        return True
    # Whoever uses it "because of its calming effects", the effects are taken for granted.
    if promise.form in ("effect", "presupposed") and doubts.GIVES_CAUSE.search(scene.last_words(promise.span, 8)):
        return False
    # "Known for qualities that calm the mind" says itself that they do.
    in_a_relative = promise.form == "verb" and cues.RELATIVE.search(before)
    trails = promise.form == "participle" and not before.endswith("by ")
    # "Taken because it calms the mind" says itself that it does.
    own = doubts.GIVEN_REASON.search(before) if promise.form == "verb" else None
    said = before[own.end() :] if own else before
    if not trails and not in_a_relative and cues.REPORT_OF_USE.search(guards.clause_before(said)):
        return True
    if doubts.APPROVED.search(before + promise.span.cut(scene.document.folded)[:3]) or doubts.APPROVED.search(before):
        return True
    if promise.form == "participle" and doubts.USED_FOR_DOING.search(before):
        return True
    if doubts.PLAIN_FUNCTION.match(promise.span.cut(scene.document.folded) + after):
        return True
    if _is_physiology(scene, promise, before) or doubts.USE_LABEL.match(before):
        return True
    claimed = doubts.CLAIMS_TO.search(before) or doubts.HEARSAY.search(before)
    return bool(claimed) or _leads_with_a_report(scene)


def _is_physiology(scene: Scene, promise: Promise, before: str) -> bool:
    """Say whether it is told of what the body makes: `a hormone that is made in the brain and regulates sleep`."""
    made = doubts.PHYSIOLOGY.search(before)
    if not made or doubts.WARE.search(before, made.end()):
        return False
    starts = (scene.reading.start(run) for run in scene.reading.of("substance"))
    if any(made.end() <= start < len(before) for start in starts):
        return False
    return made.end() < len(before) or bool(doubts.BODILY.search(promise.span.cut(scene.document.folded)))
