"""Promises of how it will go: results within weeks, benefits that fade without it, what will be felt in week four.

One of the readers of `claims`. A page that knows when it will be felt takes for granted that it will.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from kratomlint.afresh import numbers
from kratomlint.document import Block, Document
from kratomlint.language import claim_cues as cues
from kratomlint.language.cue import Cue
from kratomlint.language.promises import Promise, Scene
from kratomlint.language.promises_by_outcome import OTHERWISE
from kratomlint.language.sieve import Sieve

_NUMBER = r"(?:\d+|an?|one|two|three|four|five|six|eight|ten|twelve|a few|several|a couple of|the first|just)"
_UNIT = r"(?:minutes?|hours?|days?|nights?|weeks?|months?|doses?|servings?)"
_WHEN = (
    rf"(?:(?:with)?in (?:(?:about|around|just|only|under|roughly|as little as|the first|a matter of) )?(?:{_NUMBER}|{_UNIT})|after (?:(?:about|around|just|only) )?{_NUMBER}"
    r"|by (?:the (?:end|first|second|third|fourth)|(?:week|day|month) )|from (?:day|week|the (?:first|very first))"
    r"|sooner|faster|quickly|(?:straight|right) away|immediately|almost at once|overnight|over time|with (?:daily|regular|consistent|continued|steady) use)"
)
_WHO = r"(?:(?:some|most|many|other|almost all|nearly all|the majority of) )?(?:you|we|people|users|customers|adults|women|men|most|many|some|everyone|everybody|buyers|clients)"
_GAIN = r"(?:results?|benefits?|improvements?|difference|differences|changes?|relief)"
_OFTEN = r"(?:(?:usually|typically|often|generally|normally|soon|already|also|tend to|start to|begin to|start|begin|expect to|should|can|will|do|first|really) ){0,3}"
# "Most people see results in four weeks"
_MEETS_RESULTS = (
    rf"\b{_WHO}(?:'ll)? {_OFTEN}(?:see|seeing|notice|noticing|feel|feeling|experience|get|enjoy) "
    rf"(?!your )(?:(?:the|a|an|its|some|real|visible|noticeable|first|full|best|great|good|clear|initial|significant|these|those|lasting|big|huge) ){{0,3}}{_GAIN} (?:[\w-]+ ){{0,3}}?{_WHEN}\b"
)
# "Results show up within days", "the benefits build over time"
_RESULTS_COME = rf"(?<!your )(?<!test )(?<!lab )(?<!blood )\b(?:results|benefits|improvements|gains) {_OFTEN}(?:show(?: up)?|appear|come(?: in)?|arrive|kick in|emerge|build(?: up)?|accumulate|compound|add up|deepen|snowball|grow) (?:[\w-]+ ){{0,2}}?{_WHEN}\b"
# "The benefits fade when you stop"
_RESULTS_GO = (
    r"\b(?:results|benefits|improvements|gains) (?:(?:will|can|do|tend to|may|soon|slowly|gradually|quickly|eventually|start to|begin to) ){0,3}(?:fade|wear off|disappear|vanish|reverse|slip away|drop off|stop|go away|decline|are lost|unravel)\b"
    r"(?= (?:[\w-]+ ){0,2}?(?:over time|when|if|once|after|within|without|as soon as|unless|in)\b| away\b|[.,;!])"
)
# "Give it six weeks to work"
_TIME_TO_WORK = (
    rf"\b(?:allow|give (?:it|them|this|your body|[\w-]+)) (?:(?:at least|about|around|up to|a good|a full|a minimum of) )?(?:{_NUMBER}(?: ?(?:-|\u2013|to) ?{_NUMBER})? )(?:full |good |solid )?{_UNIT}(?: of [\w -]{{1,30}})? "
    r"(?:to (?:work|build|kick in|take effect|do its|do the|feel|see|notice)|for (?:the )?(?:full |best |first |noticeable |visible |lasting )?(?:results|benefits|effects?))\b"
)
# "Within a month you'll notice the difference", "expect results in four weeks"
_FIRST_WHEN = (
    rf"\b(?:within|in|after|by|give it|from) [^,.;:!?]{{2,30}}(?:,| and| until)? {_WHO}(?:'ll| will| should) (?:(?:start|begin) (?:to )?|already |soon |really )?(?:see|seeing|notice|noticing|feel|feeling|get) (?:(?:the|a|real|full|first|visible|big|some) ){{0,2}}{_GAIN}\b"
    rf"|(?:^\W*|, |\b(?:can|should|will|could|'ll) )expect (?:to (?:see|feel|notice) )?(?:(?:the|real|visible|noticeable|first|full|some|good|significant) ){{0,2}}{_GAIN} (?:[\w-]+ ){{0,2}}?{_WHEN}\b"
)
# "It takes about a month to feel the full benefits", "the longer you take it, the better it works"
_TAKES_TIME = (
    rf"\btakes? (?:(?:about|around|up to|only|just|roughly|at least) )?(?:{_NUMBER}(?: ?(?:-|\u2013|to) ?{_NUMBER})? )?{_UNIT}(?: of [\w -]{{1,30}})? (?:to|before you) (?:really |fully )?(?:feel|see|notice|reap|get|show|enjoy) (?:(?:the|its|their|full|real|any|best|first|visible) ){{0,3}}{_GAIN}\b"
    r"|\bthe longer you(?:'re| are| have been|'ve been)? (?:take|taking|use|using|stay|drink|drinking|on)\b[^.;!?]{0,30}, the (?:better|more|stronger|greater|deeper)\b"
)
# "Delivers comparable results"
_SAME_RESULTS = (
    r"\b(?:delivers?|gives?|gets?|produces?|achieves?|offers?|provides?|brings?|yields?|gets? you) (?:(?:you|users|people|much|about|nearly|almost|exactly|roughly|you) ){0,2}(?:the )?(?:comparable|similar|equal|equivalent|same|identical|matching) "
    r"(?:[\w-]+ )?(?:results|relief|outcomes?|weight[- ]loss|benefits)\b"
)
# "Adds years to your life", "twice as effective as", "the effect is immediate"
_GREATLY = (
    r"\badds? (?:[\w-]+ )?years to (?:your|our|their|a) (?:\w+ )?li(?:fe|ves)\b"
    r"|\b(?:twice|three times|four times|ten times|several times|many times|\d{1,3}(?:x| times)) (?:(?:as|more|better) )?(?:effective|stronger|strong|potent|powerful|better absorbed|absorbable|bioavailable)(?: (?:as|than)\b|(?=[.,;!]|$))(?! (?:\w+ )?(?:morphine|heroin|fentanyl|opioids?|thc|codeine|oxycodone)\b)"
    r"|\b(?:effects?|results?|relief|difference) (?:is|are) (?:(?:almost|nearly|truly|quite|really|simply) )?(?:immediate|instant|instantaneous|dramatic|remarkable|undeniable|incredible|amazing|night and day|unmistakable|striking)\b"
    r"|\btakes you from (?:[\w-]+ ){1,3}?to [\w-]+\b"
    r"|\b(?:drift|nod|doze)(?:s|ing)? off (?:(?:within|in) (?:\w+ )?minutes|easily|faster|sooner|gently|effortlessly)\b"
)
# "Puts back what the years take away"
_GIVEN_BACK = (
    r"\b(?:puts?|putting|gives?|giving|brings?|bringing|restor(?:es?|ing)|replac(?:es?|ing)|replenish(?:es|ing)?|returns?|returning|refills?|refilling|rebuilds?|rebuilding|tops? up|undo(?:es|ing)?|revers(?:es?|ing)) (?:you )?(?:back )?(?:all )?what "
    r"(?:[\w'-]+ ){1,4}?(?:takes?|took|taken|steals?|stole|stolen|strips?|stripped|robs?|robbed|drains?|drained|depletes?|depleted|uses? up|used up|lost|loses?|washes|burns?|destroys?|wears?|sweats?|wipes?|wiped|kills?|leach(?:es)?|saps?|sapped|erodes?)\b"
)
_TOLD = tuple(
    map(
        Cue,
        (
            _MEETS_RESULTS,
            _RESULTS_COME,
            _RESULTS_GO,
            _TIME_TO_WORK,
            _FIRST_WHEN,
            _TAKES_TIME,
            _SAME_RESULTS,
            _GREATLY,
            _GIVEN_BACK,
        ),
    )
)
_TELLING = {cue: Sieve(cue) for cue in _TOLD}
# What is found in a laboratory, and what is not wanted, come in time too.
_OTHER_RESULTS = Cue(
    r"\b(?:(?:blood|lab|laboratory|urine|drug|genetic|thyroid|scan|screening) (?:tests?|work|results?)|biops\w+|side[- ]effects?|withdrawal\w*|quit\w*|taper\w*|detox\w*)\b"
)

_SPAN_OF_TIME = (
    r"(?:(?:after|by|at|from|in|within|during|end of|the|first|second|third) ){0,3}(?:(?:weeks?|days?|months?|hours?|nights?)(?: ?#?(?:\d+|one|two|three|four|six|eight|twelve)(?: ?(?:[-\u2013\u2014/+]|to|and|through) ?\d*)?)?"
    r"|(?:\d+|one|two|three|four|six|eight|twelve)(?: ?(?:[-\u2013\u2014/+]|to) ?\d*)? ?(?:weeks?|days?|months?|hours?|nights?|minutes?))(?: (?:onwards?|and beyond|later|in|on))?"
)
_TIME_HEAD = Cue(r"\W*(?:after |by |time |the )?(?:hours?|days?|nights?|weeks?|months?)(?: (?:no\.?|number))?\W*")
_FIGURES = Cue(r"\W*\d{1,3}(?: ?[-\u2013\u2014/+]| to)? ?\d{0,3}\W*")
_TIME_CELL = Cue(rf"\W*{_SPAN_OF_TIME}\W*")
_TIME_LABEL = Cue(rf"\W*{_SPAN_OF_TIME}\W{{0,3}}(?::|\s[\u2013\u2014-]\s)\W*")
_COMPARED = (
    r"(?:more|better|stronger|harder|softer|calmer|deeper|thicker|firmer|smoother|brighter|clearer|sharper|steadier|lighter|shinier|fuller|plumper|healthier|easier|faster|quicker|happier|looser|quieter|younger"
    r"|tighter|warmer|leaner|fitter|richer|fresher|longer|sounder|improved|increased|enhanced|restored|renewed|balanced|visibl[ey]|noticeabl[ey]|glowing|radiant|comfortable|supple|hydrated|rested|energi[sz]ed|settled)"
)
_IS_BETTER = Cue(rf"\b{_COMPARED}\b")
_IS_LESS = Cue(
    r"\b(?:less|fewer|softer|smoother|lighter|reduced|lower|gone|fad(?:e|es|ed|ing)|eas(?:e|es|ed|ing)|lift(?:s|ed|ing)?|shrink\w*|calmer|quieter|milder|smaller|subsid\w+|disappear\w*|melt\w*|vanish\w*|relie(?:f|ved)|soothed|easier)\b"
)
# What comes in time on such a page may be what its subject leaves behind,
_OF_HARM = Cue(
    r"\b(?:withdraw\w*|detox\w*|quit\w*|taper\w*|stop\w*|recover(?:y|ing) from|relaps\w*|pregnan\w*|surgery|side[- ]effects?|overdos\w*|risks?|interactions?|contraindicat\w*|avoid\w*)\b"
)
# or how much of it is taken.
_OF_TAKING = Cue(
    r"\b(?:crav\w*|nausea\w*|dos(?:es|e|age|ing)|mg|grams?|capsules?|drops|take|increase|worse\w*|insomnia|anxiety|troubles?|problems?|loss|disturb\w*|poor|dry)\b"
)


def by_course(scene: Scene) -> Iterator[Promise]:
    """Yield `most people see results in four weeks`, `the benefits fade when you stop`, `delivers the same results`."""
    if not scene.takes_unnamed or _OTHER_RESULTS.search(scene.reading.text):
        return
    for cue in _TOLD:
        for match in cue.finditer(scene.reading.text) if scene.may_match(_TELLING[cue]) else ():
            if scene.is_of_substance(scene.reading.text[: match.start()]):
                yield Promise(scene.reading.prose_span(*match.span()), "fit")


def by_week(scene: Scene) -> Iterator[Promise]:
    """Yield the line `Week 4: firmer skin`, or its cell in a table: a state as it will be by then."""
    reading = scene.reading
    things = reading.of("function", "condition") if scene.takes_unnamed else []
    start = _after_the_time(scene) if things else None
    if start is None or is_of_harm(scene.block):
        return
    if any(cue.search(reading.text) for cue in (_OF_HARM, _OF_TAKING, cues.MODAL)):
        return
    told = reading.text[start:]
    for run in things:
        if reading.start(run) >= start and (_IS_LESS if run.tag == "condition" else _IS_BETTER).search(told):
            yield Promise(reading.prose_span(start, len(reading.text.rstrip(" .*"))), "result", run.direction, run.term)
            return


def is_of_harm(block: Block) -> bool:
    """Say whether the headings above a block speak of harm."""
    return _OF_HARM.holds(" ".join(block.heading_path).lower())


def _after_the_time(scene: Scene) -> int | None:
    """Return where in a sentence the words begin that tell what comes at a time named before them, or None."""
    label = _TIME_LABEL.match(scene.reading.text)
    if label:
        return label.end()
    if scene.reading.sentence.block in scene.document.once(cells_behind_a_time):
        return scene.reading.first_letter()
    return None


def cells_behind_a_time(document: Document) -> Collection[int]:
    """Return the numbers of the cells that stand behind one that names a time; ask through `document.once`."""
    return numbers(len(document.blocks), _cells_behind_a_time(document))


def _cells_behind_a_time(document: Document) -> Iterator[int]:
    counts = behind = of_harm = False
    for number, block in enumerate(document.blocks):
        if block.kind != "cell":
            counts = behind = of_harm = False
            continue
        if behind and not of_harm:
            yield number
        text = block.span.cut(document.folded)
        of_harm = of_harm or _OF_HARM.search(text) is not None
        # Under "Day" a figure is a time.
        counts = counts or _TIME_HEAD.fullmatch(text) is not None
        behind = _TIME_CELL.fullmatch(text) is not None or (counts and _FIGURES.fullmatch(text) is not None)


# Behind "your hair": what will become of it.
_WILL_BE = Cue(
    rf"^(?: will|'ll| starts? to| begins? to| can finally) (?:(?:start to|begin to|\w+ly|soon|also) )?(?:(?:feel|grow|look|become|be|get|stay|run|work|function|move) (?:in |\w+ly |so much |a lot |much |back )?(?:{_COMPARED}|better|good)"
    r"|glow|shine|soften|relax|recover|heal|bounce back|calm down|clear up|improve|quieten|strengthen|loosen|firm up|come back|settle|thrive|flourish|lift)\b"
)
# "Skin looks plumper after a month"
_IS_BY_THEN = Cue(
    rf"^ (?:looks?|feels?|gets?|becomes?|grows?|is|are) (?:visibly |noticeably |so much |much |already )?{_COMPARED} {_WHEN}\b"
)
_YOUR = Cue(r"\byour (?:[\w-]+ (?:and )?)?$")
_STATES = rf"(?:{_COMPARED}|clear-headed|refreshed|calm|relaxed|focused|alert|at ease|at peace|motivated|ready (?:to|for)|in control|in balance|(?:more|almost) like yourself|less (?:anxious|stressed|tired|bloated|stiff|wired|irritable|foggy|achy|sore))"
_YOU_WILL = (
    rf"\b(?:you(?:'ll| will| can expect to)|expect to) (?:(?:soon|just|finally|also|start to|begin to|probably|actually) ){{0,2}}(?:(?:feel|wake up|wake|be|stay|become|get up|go to bed|end the day|start the day)(?:ing)? (?:(?:so|much|more|feeling|fully|\w+ly|and) ){{0,2}}{_STATES}"
    r"|(?:sleep|fall asleep|drift off|think|move|breathe|recover|focus|digest|train|climb stairs|walk|run) (?:so much |a lot |much |far )?(?:better|deeply|soundly|faster|easier|easily|more \w+|like an? \w+|through the night|sooner|longer|clearly|freely|quickly))\b"
)
# "You won't lie awake", "no more tossing and turning"
_NO_MORE = (
    r"\b(?:you(?:'ll| will)? (?:won't|never|no longer|not)|you won't|you will no longer|no more) (?:again )?(?:(?:be|have to|need to) )?(?:l(?:ie|ying) awake|toss(?:ing)? and turn(?:ing)?|count(?:ing)? sheep|feel(?:ing)? (?:so )?(?:tired|bloated|stiff|anxious|foggy|sluggish|drained)"
    r"|wak(?:e|ing) (?:up )?(?:at (?:three|3|four|4)|in the (?:night|middle)|tired|exhausted)|drag(?:ging)? yourself|reach(?:ing)? for (?:the )?(?:coffee|biscuits|snacks|sugar|a third)|crash(?:ing)? (?:at|in|after))\b"
)
# "With kava you recover faster", behind what it is owed to.
_YOU_DO = Cue(
    r"\byou (?:(?:can|also|even|actually) )?(?:sleep|fall asleep|drift off|think|move|breathe|recover|heal|focus|digest|train|concentrate|run|learn) (?:so much |a lot |much |far )?(?:better|deeply|more deeply|soundly|faster|easier|more easily|longer|clearly|more clearly|sooner|quicker|harder)\b"
)
_SEEN_AHEAD = (Cue(_YOU_WILL), Cue(_NO_MORE), _YOU_DO)
_AHEAD = Sieve(*_SEEN_AHEAD)


def by_outlook(scene: Scene) -> Iterator[Promise]:
    """Yield `your hair will grow thicker`: what becomes of the reader's body."""
    reading = scene.reading
    for run in reading.of("function") if scene.takes_unnamed else ():
        lead = _YOUR.search(scene.shortly_before(run))
        start = scene.start_before(run, lead) if lead else reading.start(run)
        after = scene.shortly_after(run)
        behind = (_WILL_BE.match(after) if lead else None) or _IS_BY_THEN.match(after)
        if behind and not OTHERWISE.search(reading.text[:start]):
            yield Promise(reading.prose_span(start, reading.end(run) + behind.end()), "fit", "improve", run.term)
            return


def by_waking(scene: Scene) -> Iterator[Promise]:
    """Yield `you'll wake up clear-headed`, `you won't lie awake`: how the reader will be."""
    if not scene.takes_unnamed or not scene.may_match(_AHEAD):
        return
    for cue in _SEEN_AHEAD:
        for match in cue.finditer(scene.reading.text):
            agents = list(scene.agents(match.start()))
            otherwise = OTHERWISE.search(scene.reading.text[: match.start()])
            # Plain words may be advice where nothing is named that does it.
            owed = agents[-1].tag == "substance" if agents else cue is not _YOU_DO
            if owed and not otherwise:
                yield Promise(scene.reading.prose_span(*match.span()), "fit")
