"""Promises made by how it turns out: a complaint that goes, is cured with it, comes under control, or becomes less likely.

One of the readers of `claims`.
"""

from __future__ import annotations

from collections.abc import Iterator

from kratomlint.language.claim_cues import MODAL
from kratomlint.language.cue import Cue
from kratomlint.language.promises import Promise, Scene
from kratomlint.language.promises_by_place import is_under_benefits

_GOES_AWAY = Cue(
    r"^(?: (?!(?:when|if|once|until|unless|because|they|you|he|she|we|i|people)\b)[\w-]+){0,2}? (?:fades?|drops?|lifts?|melts?|disappears?|vanish(?:es)?|shrinks?|subsides?|loosens?|dissolves?|heals?|clears?|eases?|evaporates?|stops?|falls? off|"
    r"goes|go|drifts?|slips?|floats?|is gone|are gone|gone|(?:is|are) history|doesn't stand a chance|don't stand a chance|(?:is|are) no match|(?:is|are|becomes?) a thing of the past|(?:does|do|will) not stand a chance|won't stand a chance|becomes? a (?:distant )?memory)\b"
    r"(?: (?:away|more quickly|quickly|sooner|up|off|out|by|within|in|for|faster|overnight|for good)\b|[.,;!]|$| as well)(?! (?:on (?:its|their) own|by (?:itself|themselves)|without treatment))"
)
_FAREWELL = Cue(
    r"\b(?:(?:good-?bye|bye[- ]bye|adieu|say goodbye to|say no to|bid farewell to|farewell to|so long,?|no more|free of|freedom from|forget about|an end to|the end of|wave goodbye to) (?:(?:your|all|those|the|that|to) ){0,2})$"
)
# "insomnia can be cured with kava", "gout responds to kava", behind the complaint.
_TREATED_BY = Cue(
    r"^(?: [\w-]+){0,2}? (?:(?:is|are|can be|be|gets?|got|being) (?:\w+ly )?(?P<done>[\w-]+) (?:away |up |off )?(?:by|with|using|through|thanks to)|(?:responds?|yields?|surrenders?) (?:\w+ )?to|(?:is|are) no match for) (?:[\w'-]+ ){0,3}$"
)
_WORDS_TO_DOER = 20
# Words before the state that the reader is told to enjoy.
_EARLY = 7
_LOWERS_RISK = Cue(
    r"\b(?:reducing|lowering|cutting|decreasing|cuts?|reduces?|lowers?|slash(?:es)?|decreases?|halves?|minimi[sz]es?) (?:(?:your|the|their|our|a woman's|a man's) )?(?:(?:likely|overall|long-term|lifetime) )?(?:risks?|chances?|odds|likelihood) of "
)
_ONLY_ADVERBS = Cue(
    r" (?:(?:can|also|greatly|significantly|dramatically|drastically|naturally|supplements?|\w+ly|extract|oil|tea|powder|juice|consumption|intake|leaves|seeds|root) )*"
)
_TAKING = Cue(
    r"\b(?:taking|using|avoid\w*|limit\w*|reduc\w*|cutting|lower\w*|decreas\w*|moderate|smaller|less|stopping|quitting|not|never|caution|slowly|without|may|might|could)\b"
)
# "get it under control", around the complaint.
_BRINGS = Cue(
    r"\b(?:make|makes|making|get|bring|put|keep|take|takes|taking|getting|bringing|putting|keeping|gets|brings|puts|keeps|got|brought) (?:(?:your|the|their|my|our|his|her|high|runaway|that) )*$"
)
_UNDER_CONTROL = Cue(
    r"^(?: levels?| swings?)? (?:back )?(?:under control|in check|at bay|away\b|out of (?:[\w-]+ )?[\w-]+|off (?:your|the)\b|(?:with)?in (?:a|the) (?:safe|healthy|normal) (?:zone|range|limits?)|(?:back )?to normal|back on track|into balance|in balance|(?:in)?to (?:a|the) (?:healthy|normal) range|work (?:for you|harder|better|again|properly))\b"
)
# "keeps the heart healthy", "makes the heart stronger", around what the body has; gardens and barns are kept so too, and exercise does it.
_KEEPS = Cue(
    r"\b(?:(?P<plain>keep|make)|keep(?:s|ing)|mak(?:es|ing)) (?:(?!(?:in|on|of|from|to|with|by|at|for|off|up|out|away|it|them|that|which)\b)[\w&-]+ ){0,4}$"
)
# Elsewhere the plain form tells the reader what to do.
_LEADS_KEEP = Cue(r"\b(?:can|will|helps?(?: to)?|helping(?: to)?|they|which|that|these [\w-]+)(?: also| \w+ly)? $")
_AS_IT_SHOULD_BE = Cue(
    r" (?:(?:well|very|fully|perfectly|nice and|naturally) )?(?:healthy|strong|supple|flexible|young|youthful|hydrated|moisturi[sz]ed|clean|clear|regular|sharp|moving|mobile|lubricated|limber|elastic|soft|smooth|firm"
    r"|healthier|stronger|suppler|younger|better|clearer|sharper|softer|smoother|firmer|calmer|fresh|sensitive|balanced|happy|humming|ticking|open|primed|resilient|running|working|functioning|flowing|in (?:(?:good|top|great|tip-top) )?(?:shape|condition|order|balance|check))\b"
)
# Before the state that the reader is to come into.
_YOU_GAIN = Cue(
    r"\byou(?:'ll| will| can| could| may| might| get to| are able to)? (?:(?:\w+ly|also|soon|then|even) ){0,2}(?:find|enjoy|achieve|attain|regain|gain|reach|reclaim|rediscover|drift into"
    r"|experience(?= (?:better|improved|greater|deeper|lasting|more|a (?:sense|feeling|state)))) (?:[\w'-]+ ){0,4}$"
)
OTHERWISE = Cue(
    r"\b(?:quit\w*|stop\w*|without|recover\w*|rehab\w*|treatment|therap\w+|detox\w*|avoid\w*|taper\w*|less|before(?! (?:bed|sleep|night|going|you go|turning))|if|exercise"
    r"|sleep(?! (?:gumm|aids?|supplement|formula|tea|blend|support|drops|capsule|tincture)))\b"
)
# "Users can enjoy increased stamina", before the state.
_USERS_GAIN = Cue(
    r"\b(?:you|users|people|consumers|one|many|most)(?:'ll| will| can| could)? (?:also |even |often |usually |soon )?(?:enjoy|experience|notice|feel) (?:better|increased|improved|enhanced|more|higher|greater|deeper|faster|boosted|heightened) (?:[\w-]+ )?$"
)
# "Enjoy a calmer mind", before the state.
_ENJOY = Cue(
    r"^\W*+(?:[\w'-]{1,30} ){0,2}(?:enjoy|discover|rediscover|reclaim|embrace|welcome|achieve|regain|feel|experience|get|say hello to)(?: (?:an?|the|your|all|of)){0,2} (?:calmer|lighter|deeper|better|sharper|clearer|healthier|happier|smoother|steadier|stronger"
    r"|more|deep|restful|lasting|renewed|improved|enhanced|true|pure|total|radiant|balanced|sustained|blissful|unbroken|boundless|soothing|natural) (?:[\w-]+ )?$"
)
# A state whose name says that it is good may be got by whatever way: "the easy way to get a good night's rest".
_GOOD_NAME = Cue(r"(?:better|deep|deeper|restful|restorative|refreshing|peaceful|sound|good|uninterrupted|quality)\b")
_MEETS = Cue(
    r"\b(?:you|users|people|consumers|many|most)(?:'ll| will| can| often| usually| soon)? (?:enjoy|experience|notice|feel|get) (?:an? )?$"
)
_GET = Cue(
    r"\b(?:(?:perfect|great|best|easy|easiest|natural|simple|ideal|delicious|gentle|effective|good|tasty) way to (?:get|enjoy|have|achieve|experience|find)"
    r"|(?:and|you can|you'll|you will|can|will|(?:^|, )(?:just |simply )?) ?(?:enjoy|get|experience|have|say hello to|wake up from|drift (?:off )?into))(?: (?:an?|the|your|that|of|more))?(?: (?:[\w-]+,? ){1,3}?)? ?$"
)
# Who buys may have peace of mind about the wares.
_OF_WARES = Cue(
    r"\b(?:thc|tests?|tested|testing|labs?|laborator(?:y|ies)|certificates?|purity|contaminants?|refunds?|guarantees?|money-back|shipping|batch(?:es)?|orders?|buy|buying|shop|shopping|purchases?)\b"
)
# States that nobody is glad of by their name alone.
NEUTRAL = frozenset(
    {"weight", "body", "heart rate", "blood", "cell", "health", "appetite", "satisfaction", "confidence"}
)


def by_gain(scene: Scene) -> Iterator[Promise]:
    """Yield `With kava you will find peace of mind`: what the reader comes to have by what the sentence names."""
    reading = scene.reading
    gained = "you" in reading.texts and reading.of("substance")
    for run in reading.of("function") if scene.takes_unnamed else ():
        of_wares = run.term == "peace of mind" and _OF_WARES.search(reading.text)
        before = "" if run.term in NEUTRAL or of_wares else scene.shortly_before(run)
        gains = (
            (gained and _YOU_GAIN.search(before))
            or _USERS_GAIN.search(before)
            or (run.first <= _EARLY and _ENJOY.search(before))
            or (
                _GOOD_NAME.match(run.term)
                and (_MEETS.search(before) or (_GET.search(before) and not MODAL.search(before)))
            )
        )
        if gains and not OTHERWISE.search(reading.text[: reading.start(run)]):
            yield Promise(reading.span(run.first, run.last), "fit", "improve", run.term)
            return


def by_farewell(scene: Scene) -> Iterator[Promise]:
    """Yield an illness that is said to go: `bloating fades away`, `say goodbye to stiff joints`."""
    if not scene.takes_unnamed:
        return
    reading = scene.reading
    for run in reading.of("condition"):
        goes = _GOES_AWAY.match(scene.shortly_after(run))
        before = scene.shortly_before(run)
        farewell = _FAREWELL.search(before)
        if goes or farewell:
            start = reading.start(run) - (len(before) - farewell.start() if farewell else 0)
            end = reading.end(run) + (goes.end() if goes else 0)
            yield Promise(reading.prose_span(start, end), "fit", "relieve", run.term)


def by_passive(scene: Scene) -> Iterator[Promise]:
    """Yield `Insomnia is cured with kava`, `gout responds to kava`."""
    reading = scene.reading
    doers = reading.of("substance")
    relieving = {reading.texts[run.first] for run in reading.of("relieve", "improve")}
    for run in reading.of("condition") if doers else ():
        for doer in (doer for doer in doers if run.last < doer.first <= run.last + _WORDS_TO_DOER):
            treated = _TREATED_BY.match(reading.between(run.last, doer.first))
            if treated and (treated["done"] is None or treated["done"] in relieving):
                yield Promise(reading.span(run.first, doer.last), "fit", "relieve", run.term)
                break


def by_risk(scene: Scene) -> Iterator[Promise]:
    """Yield `Selenium cuts your risk of prostate cancer`: only what the named substance does, as caution lowers risks too."""
    reading = scene.reading
    for match in _LOWERS_RISK.finditer(reading.text):
        things = [run for run in reading.of("condition") if 0 <= reading.start(run) - match.end() <= 25]
        doers = [run for run in reading.of("substance") if run.last and reading.end(run) <= match.start()]
        opens = _is_benefit_line(scene) and scene.takes_unnamed and match.start() == reading.first_letter()
        between = reading.text[reading.end(doers[-1]) : match.start()] if doers else " " if opens else "."
        if things and _ONLY_ADVERBS.fullmatch(between) and not _TAKING.search(reading.text[: match.start()]):
            span = reading.prose_span(match.start(), reading.end(things[0]))
            yield Promise(span, "fit", "relieve", things[0].term)


def _is_benefit_line(scene: Scene) -> bool:
    """Say whether a block is an item, or heads what stands among benefits."""
    kind = scene.block.kind
    return kind == "item" or (kind == "heading" and is_under_benefits(scene.document, scene.block))


def by_control(scene: Scene) -> Iterator[Promise]:
    """Yield `get blood sugar under control`, `keeps insulin in check`."""
    reading = scene.reading
    for run in reading.of("condition", "function") if scene.takes_unnamed else ():
        controlled = _UNDER_CONTROL.match(scene.shortly_after(run))
        before = scene.shortly_before(run)
        brings = _BRINGS.search(before) if controlled else None
        if controlled and brings:
            start = reading.start(run) - (len(before) - brings.start())
            span = reading.prose_span(start, reading.end(run) + controlled.end())
            yield Promise(span, "fit", "relieve", run.term)


def by_keeping(scene: Scene) -> Iterator[Promise]:
    """Yield `keeps the heart healthy`, `makes your joints suppler`: only where the substance does."""
    reading = scene.reading
    for run in reading.of("function") if "keep" in reading.text or "mak" in reading.text else ():
        kept = _AS_IT_SHOULD_BE.match(scene.shortly_after(run))
        keeps = _KEEPS.search(scene.shortly_before(run)) if kept else None
        if kept is None or keeps is None:
            continue
        start = scene.start_before(run, keeps)
        told = not keeps["plain"] or _LEADS_KEEP.holds(reading.text[:start])
        if told and scene.is_of_substance(reading.text[:start]):
            yield Promise(reading.prose_span(start, reading.end(run) + kept.end()), "verb", "improve", run.term)
            return
