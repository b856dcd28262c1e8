"""Promises made by a verb: relieves pain, can support sleep, ..., offering relief. One of the readers of `claims`."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from kratomlint.language import claim_cues as cues
from kratomlint.language import guards
from kratomlint.language.cue import Cue
from kratomlint.language.promises import Promise, Scene
from kratomlint.language.promises_by_place import is_under_benefits
from kratomlint.language.reading import Tagged

# Characters. The words right before the verb tell its form; no cue of them is longer.
_LONGEST_LEAD = 80
# What these support is a statement: "the evidence supports kava for insomnia".
_EVIDENCE = Cue(r"\b(?:evidence|research|study|studies|data|trials?|findings|literature) (?:\w+ly |also )?$")
_RECEIVING = frozenset({"you", "us", "me", "them", "people", "users"})
_QUALITIES = frozenset({"effect", "effects", "properties", "qualities", "benefits", "action", "actions", "influence"})
# "In busy times, keeping a good mood is hard": who does it is anybody.
_IS_WANTED = Cue(
    r"(?: and [\w-]+(?: [\w-]+){0,2})? (?:is|are|can be|has become|remains?) (?:(?:more|so|very|often|always|absolutely|increasingly) )*(?:crucial|essential|important|vital|key|paramount|challenging|difficult|hard|tough|a (?:challenge|struggle|priority))\b"
)
# "Lower rib fractures", "blunt abdominal trauma", "a crush injury": where and how; "bring two cups to a boil": a recipe.
_NO_VERB = Cue(
    r"lower (?:[a-z]+ )?(?:ribs?|legs?|limbs?|extremit(?:y|ies)|lobes?|(?:eye)?lids?|jaw|airways?|respiratory|urinary|gi|gastrointestinal|o?esophag\w+|abdominal|spine|lumbar)\b"
    r"|blunt (?:[a-z]+ )?(?:trauma|injur(?:y|ies)|force)\b|crush (?:[a-z]+ )?(?:trauma|injur(?:y|ies)|syndrome|fractures?)\b"
    r"|bring (?:[\w'-]+ ){1,6}?to (?:an?|the) (?:[a-z]+ )?(?:boil|simmer)\b"
)
_IN = frozenset({"in", "within", "throughout", "inside"})
# "It reduces the effect of HIV medicine": what stands before them says what they are for.
_REMEDIES = frozenset({"medicine", "medicines", "medication", "medications", "drug", "drugs", "pill", "pills"})


def by_verb(scene: Scene) -> Iterator[Promise]:
    """Yield each relation word that the substance does to an object, with how it stands in the sentence."""
    for run in scene.reading.of("relieve", "improve", "give"):
        thing = _object(scene, run)
        form = _form(scene, run) if thing else ""
        if thing and form and _is_done_by_the_substance(scene, run, form, thing):
            span = scene.reading.span(run.first, thing.last)
            if not cues.OWN_HARMS.search(span.cut(scene.document.folded)):
                yield Promise(span, form, "" if run.tag == "give" else run.tag, thing.term)


def _object(scene: Scene, run: Tagged) -> Tagged | None:
    """Return what the relation is done to: the nearest object of the right kind within reach."""
    reading = scene.reading
    texts = reading.texts
    if run.tag == "give" and run.last < len(texts) and texts[run.last] in _RECEIVING:
        # "Gives you energy": to whom it is given stands in between.
        run = run._replace(last=run.last + 1)
    if run.last < len(texts) and texts[run.last] in cues.NO_OBJECT_FIRST:
        return None
    reach = reading.between(run.last, min(len(texts), run.last + cues.REACH))
    if reach.startswith(","):
        # "A heart attack, a stroke": a noun in a list.
        return None
    stop = cues.STOPS.search(reach)
    limit = reading.end(run) + (stop.start() if stop else len(reach) + 1)
    ahead = list(takewhile(lambda thing: reading.start(thing) < limit, reading.tagged_from(run.last)))
    objects = [thing for thing in ahead if _is_object(scene, run, thing)]
    found = min(objects, key=lambda thing: (thing.first, -thing.last), default=None)
    if found and any(longer.first == found.first and longer.last > found.last for longer in ahead):
        # "raise blood sugar" does nothing good to the blood.
        return None
    if found and (_is_spoilt(scene, found) or not _REMEDIES.isdisjoint(texts[found.last : found.last + 1])):
        return None
    agents = [thing for thing in ahead if thing.tag == "agent" and found and thing.last <= found.first]
    return None if agents else found


def _is_spoilt(scene: Scene, thing: Tagged) -> bool:
    """Say whether a complaint follows that turns a gain into a harm: `contributes to throat irritation`."""
    if thing.tag != "function" or thing.term in cues.PARTS:
        return False
    nearby = takewhile(lambda other: other.first == thing.last, scene.reading.tagged_from(thing.last))
    return any(ill.tag == "condition" and _stands_before(scene, thing, ill) for ill in nearby)


def _is_object(scene: Scene, run: Tagged, thing: Tagged) -> bool:
    if run.tag == "relieve":
        return thing.tag == "condition" or (thing.tag == "function" and run.term in cues.CALMING)
    if run.tag == "improve":
        # "Boost its production in the body" says where.
        if thing.term in cues.PARTS and not _IN.isdisjoint(scene.reading.texts[max(0, thing.first - 2) : thing.first]):
            return False
        return thing.tag == "function" or (thing.tag == "condition" and run.term in cues.HELPING)
    if thing.tag == "function":
        return thing.term not in cues.PARTS
    return thing.tag == "condition" and _is_relief_of(scene, thing)


def _is_relief_of(scene: Scene, thing: Tagged) -> bool:
    words = scene.reading.texts[thing.last : thing.last + 2]
    between = scene.reading.between(thing.last, thing.last + len(words))
    return bool(cues.RELIEF_OF.match(" ".join(words))) and "." not in between


def _form(scene: Scene, run: Tagged) -> str:
    """Return how the relation stands: verb, participle, infinitive, gerund; empty where it states nothing."""
    word, before = scene.reading.texts[run.first], scene.before(run)[-_LONGEST_LEAD:]
    # "Bring" is no gerund.
    if word.endswith("ing") and word != run.term.partition(" ")[0]:
        following = scene.reading.texts[run.last : run.last + 1]
        # "Its relaxing effects": an adjective.
        return "" if following and following[0] in _QUALITIES else _form_in_ing(word, before)
    if run.term == "support" and _EVIDENCE.search(before):
        return ""
    if _NO_VERB.match(scene.reading.text, scene.reading.start(run)):
        return ""
    if any(_stands_before(scene, thing, run) for thing in scene.reading.of("condition")):
        # "A flu remedy", "pain control": a noun.
        return ""
    if cues.LEADS_INFINITIVE.search(before):
        return "infinitive"
    # What was found of somebody is a report, and an adjective states nothing: "relieved", "with improved sleep".
    if cues.PAST.match(word) and word != run.term.partition(" ")[0]:
        return ""
    return "" if cues.LEADS_NOUN.search(before) else "verb"


def _stands_before(scene: Scene, thing: Tagged, run: Tagged) -> bool:
    return thing.last == run.first and scene.reading.between(thing.last, run.first) == " "


def _form_in_ing(word: str, before: str) -> str:
    if not before.strip(" \"'(*"):
        return "gerund"
    if cues.LEADS_PARTICIPLE.search(before):
        return "participle"
    if cues.NO_CLAIM_GERUND.search(before) or word in cues.COPING:
        return ""
    return "gerund" if cues.LEADS_GERUND.search(before) else ""


def _is_done_by_the_substance(scene: Scene, run: Tagged, form: str, thing: Tagged) -> bool:
    """Say whether it is the substance that is said to do it."""
    before = scene.before(run)
    if cues.ASKS_WHAT.search(before) or before.endswith("who "):
        return False
    if form == "infinitive" and not _is_licensed(scene, before, thing):
        return False
    if form in ("participle", "gerund") and _IS_WANTED.match(scene.reading.text[scene.reading.end(thing) :]):
        return False
    agents = [other for other in scene.reading.of("substance", "agent") if other.last <= run.first]
    if form == "gerund" and cues.ROLE_OF.search(before):
        return agents[-1].tag == "substance" if agents else scene.takes_unnamed
    if form == "participle" and agents:
        return _acting(scene, agents).tag == "substance"
    clause = before if form == "participle" else guards.clause_before(before)
    if form == "gerund" and not clause.strip(" \"'(*"):
        return _is_done_with_a_substance(scene, thing) or (
            _is_all_there_is(scene, thing) and scene.reading.texts[run.first] not in cues.COPING
        )
    named = any(other.tag == "substance" and scene.reading.end(other) > len(before) - len(clause) for other in agents)
    if named and cues.ADVISES.search(clause) and cues.BY_TAKING.match(clause):
        return True
    if cues.ADVISES.search(clause) and not named:
        return _is_done_with_a_substance(scene, thing)
    return scene.is_of_substance(before, clause)


def _acting(scene: Scene, agents: list[Tagged]) -> Tagged:
    """Return what the main clause is about: the first that acts in it, or before it where nothing does."""
    fronted = cues.FRONTED.match(scene.reading.text)
    in_main = (agent for agent in agents if fronted and scene.reading.start(agent) >= fronted.end())
    return next(in_main, agents[0])


def _is_done_with_a_substance(scene: Scene, thing: Tagged) -> bool:
    """Say whether a sentence that opens with the verb goes on to name the means: `Calming anxiety with kava`."""
    later = [other for other in scene.reading.of("substance") if other.first >= thing.last]
    return bool(later) and bool(cues.WITH_SUBSTANCE.search(scene.reading.between(thing.last, later[-1].first)))


def _is_licensed(scene: Scene, before: str, thing: Tagged) -> bool:
    """Say whether what stands before an infinitive lets it promise: `able to ease`, `Use daily to ease`, or nothing at all."""
    if scene.block.kind == "heading" or cues.LICENSED_INFINITIVE.search(before) or cues.USE_IT_TO.match(before):
        return True
    return bool(cues.ONLY_TO.fullmatch(before)) and _is_all_there_is(scene, thing)


def _is_all_there_is(scene: Scene, thing: Tagged) -> bool:
    """Say whether a paragraph or a heading of benefits ends with the thing, but for an aside: `regulating blood sugar levels`."""
    after = scene.reading.text[scene.reading.end(thing) :]
    # A section of benefits is headed by them; elsewhere `Improving sleep` may announce advice.
    tells = scene.block.kind == "paragraph" or (
        scene.block.kind == "heading" and is_under_benefits(scene.document, scene.block)
    )
    return scene.takes_unnamed and tells and bool(cues.ENDS_A_FRAGMENT.match(after))
