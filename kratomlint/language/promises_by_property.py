"""Promises made by what a product is called: an antispasmodic, flu-fighting, the enemy of colds. One of the readers of `claims`.

The name of a class of medicines says what a product treats without a verb. It counts where it is said of the substance,
and in a line that is nothing but such names, with or without a label before them.
"""

from __future__ import annotations

from collections.abc import Iterator

from kratomlint.language.claim_cues import EFFECT_NOUN, PRAISED
from kratomlint.language.cue import Cue
from kratomlint.language.promises import Promise, Scene
from kratomlint.language.promises_by_place import benefit_items
from kratomlint.language.reading import TAGS, Tagged
from kratomlint.span import Span

_IS_A = Cue(
    r"(?:\b(?:is|are|be|being|as|acts? like|works? like)|'s|'re) (?:(?:an?|the|one of the|our|your|both|highly|also) )?(?:(?!(?:with|by|in|from|of|for|to|on|than|like|using)\b)[\w'-]+ ){0,3}$"
)
# "What are nervines?" names what is asked about.
_ASKED_WHAT = Cue(r"\W*what (?:is|are) (?:an? |the )?$")
# "Acts on the same receptors as painkillers" compares.
_SAME_AS = Cue(r"\b(?:same|similar) (?:[\w-]+ ){1,4}as (?:[\w-]+ ){0,2}$")
# Between two names of one list.
_LISTED_WITH = Cue(r"[,;/]?\s(?:(?:and|or|&|as well as|a|an|highly|also)\s)*|\s?[/&+]\s?")
_LABEL = Cue(
    r"\W*(?:[^.:!?]{2,60}(?::|\s[\u2013\u2014-])\s)?(?:an?\s)?(?:(?:natural|powerful|potent|strong|broad-spectrum)\s)?"
)
_CLOSES = Cue(r"\W*$|\W*[,.;](?:\s|$)|\sand\b")
# The class itself is spoken of, not the product.
_MEDICINES = Cue(
    r"^\s(?:[\w-]+\s)?(?:drugs?|medicines?|medications?|agents?|treatments?|therap(?:y|ies)|prescriptions?|use|abuse|misuse|resistance|resistant)\b"
    # "Is an antidepressant that was developed in France": a medicine.
    r"|^,? (?:(?:that|which) )?(?:(?:was|is|has been|had been) )?(?:first |originally |only |also )?(?:developed|invented|synthesi[sz]ed|approved|licensed|prescribed|patented)\b"
)
_COMPOUND = Cue(r"(?P<fought>[\w-]+)-(?P<by>\w+ing)|anti-(?P<against>[\w-]+)")
_DOERS = (
    r"(?:inhibitor|killer|destroyer|fighter|blocker|buster|blaster|crusher|eliminator|remover|reducer|preventer|suppressor|suppressant|soother"
    r"|reliever|healer|enemy|nemesis|foe|terminator)s?"
)
# What a product is called that is named for a complaint; the name alone promises.
_PRODUCT = (
    r"(?:relief|support|aid|defen[cs]e|formula|protocol|complex|blend|tea|drops|cream|oil|gel|spray|salve|balm|tincture|pills|capsules|tonic|syrup|kit"
    r"|rescue|cleanse|detox|flush|away|be gone|control(?= for)|shield|elixir|serum|powder|lozenges?|ointment|wash|soap|gummies|pellets|supplement)"
)
_NAMED = Cue(rf"^(?:\s(?:[\w-]+\s)?(?:{_PRODUCT}|{_DOERS}))+(?: for [\w ]{{3,30}})?\W*$")
_LINES = ("paragraph", "item", "heading")
_DOER_OF = Cue(rf"\b{_DOERS} (?:of|for|to) (?:[\w'-]+ ){{0,2}}$")
_DOER = Cue(rf"[\s-](?:{_DOERS}|remed(?:y|ies)|cures?)(?=\W*$|[\s,.;:!])")


def by_property(scene: Scene) -> Iterator[Promise]:
    """Yield `is an antispasmodic`, `Clove: antiviral, antifungal and antiseptic`: a list of names as one promise."""
    runs = scene.reading.of("property")
    reached = 0
    for index, run in enumerate(runs):
        if run.first >= reached:
            reached = _end_of_list(scene, runs[index:])
            if _is_its_action(scene, run, reached):
                yield Promise(scene.reading.span(run.first, reached), "property", "", run.term)


def by_compound(scene: Scene) -> Iterator[Promise]:
    """Yield `flu-fighting`, `anti-migraine`, `testosterone-supporting herb`: a complaint or a state and what is done to it in one word."""
    knowledge = scene.document.knowledge
    illnesses = [knowledge.forms(name) for name in TAGS["condition"]]
    verbs, betters, states = (knowledge.forms(name) for name in ("relieving-verbs", "improving-verbs", "functions"))
    for at, word in enumerate(scene.reading.texts):
        match = _COMPOUND.fullmatch(word) if "-" in word else None
        if match and match["by"] in betters and match["fought"] in states:
            yield from _bettering(scene, at)
        if match is None or (match["by"] and match["by"] not in verbs):
            continue
        complaint = match["fought"] or match["against"]
        term = next((forms[complaint] for forms in illnesses if complaint in forms), None)
        if term and not _MEDICINES.match(_after(scene, at + 1)) and scene.is_of_substance(_before(scene, at)):
            yield Promise(scene.reading.span(at, at + 1), "property", "relieve", term)


def _bettering(scene: Scene, at: int) -> Iterator[Promise]:
    """Yield a word that says which state is made better, with the thing that is said to do it."""
    after = _after(scene, at + 1)
    noun = EFFECT_NOUN.match(after) or PRAISED.match(after)
    if noun and not scene.reading.of("effect") and scene.is_of_substance(_before(scene, at)):
        start = scene.reading.words[at].span.start
        end = scene.reading.words[at].span.end + noun.end()
        yield Promise(Span(start, end), "effect", "improve")


def by_doer(scene: Scene) -> Iterator[Promise]:
    """Yield `a potent inhibitor of tumor growth`, `the enemy of colds`, `is a cough killer`."""
    for run in scene.reading.of("condition"):
        before = scene.shortly_before(run)
        if found := _DOER_OF.search(before):
            start, end = scene.reading.start(run) - (len(before) - found.start()), scene.reading.end(run)
        elif (found := _DOER.match(scene.shortly_after(run))) and _IS_A.search(before):
            start, end = scene.reading.start(run), scene.reading.end(run) + found.end()
        else:
            continue
        if scene.is_of_substance(scene.reading.text[:start]):
            yield Promise(scene.reading.prose_span(start, end), "property", "relieve", run.term)


def by_name(scene: Scene) -> Iterator[Promise]:
    """Yield the line `Prostate cancer defense formula`, `Antiviral throat spray`: a product named for what it treats."""
    if not (scene.takes_unnamed and scene.block.kind in _LINES and scene.is_line_of_its_own):
        return
    if scene.reading.sentence.block in scene.document.once(benefit_items):
        return
    runs = scene.reading.of("condition", "property")
    if runs and _LABEL.fullmatch(_before(scene, runs[0].first)) and _NAMED.match(_after(scene, runs[-1].last)):
        yield Promise(scene.reading.span(runs[0].first, len(scene.reading.words)), "property", "relieve", runs[0].term)


def _end_of_list(scene: Scene, runs: list[Tagged]) -> int:
    """Return the word after the last of the names that are listed from the first one on."""
    end = runs[0].last
    for run in runs[1:]:
        if run.first >= end and _LISTED_WITH.fullmatch(scene.reading.between(end, run.first)):
            end = run.last
    return end


def _is_its_action(scene: Scene, run: Tagged, end: int) -> bool:
    before, after = _before(scene, run.first), _after(scene, end)
    if EFFECT_NOUN.match(after) or _MEDICINES.match(after) or _ASKED_WHAT.match(before) or _SAME_AS.search(before):
        return False
    if _IS_A.search(before):
        return scene.is_of_substance(before)
    # In the plural they are medicines: "Antidepressants".
    is_singular = scene.reading.texts[run.last - 1] == run.term.split(" ")[-1]
    closes = _CLOSES.match(after)
    return bool(scene.takes_unnamed and is_singular and closes and _LABEL.fullmatch(before))


def _before(scene: Scene, word: int) -> str:
    return scene.reading.text[: scene.reading.words[word].span.start - scene.reading.sentence.span.start]


def _after(scene: Scene, word: int) -> str:
    """Return the text of the sentence from the end of the word before `word` on."""
    return scene.reading.text[scene.reading.words[word - 1].span.end - scene.reading.sentence.span.start :]
