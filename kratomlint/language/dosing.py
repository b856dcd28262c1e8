"""Advice on how to dose that gives no figure: which words steer a reader's hand, and which only speak of doses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kratomlint.document import Document, Sentence, fold
from kratomlint.language.cue import Cue
from kratomlint.language.quantities import read_doses
from kratomlint.span import Span

_DOSE = (
    r"(?:dos(?:e|es|age|ages)|amounts?|servings?|serving sizes?|quantit(?:y|ies)|strengths?|potency|potencies|concentrations?"
    r"|intake|levels?)"
)
_SMALL = r"(?:very |really |relatively )?(?:low|lower|lowest|small|smaller|smallest|minimal|minimum|tiny|modest|conservative)"
_SIZED = rf"(?:{_SMALL}|high|higher|highest|large|larger|big|bigger|strong|stronger)"
_KIND = r"(?:possible |effective |initial |starting |daily |cbd |kratom |kava |potency |dose )*"
_BEGIN = r"(?:start|starts|starting|begin|begins|beginning|commence|initiate)"
_TAKE = r"(?:take|use|sip|drink|consume|chew|ingest|inhale|apply|dose)"
# An instruction opens its clause, or follows a word of advice.
_ADVISED = (
    r"(?:(?:^|(?<=[.:;!?,(–—-] )|(?<=[\"*•] ))(?:(?:then|simply|just|please|always|try to|be sure to|and|but|or) )?"
    r"|\b(?:(?:you|they|one|we|users?|people|adults|individuals|patients|beginners) (?:should|must|can|may|could|might)|please|then"
    r"|simply|just|always|best|advised|advisable|recommend(?:ed)?|important|recommended that you|suggest(?:ed)?(?: that you)?|better"
    r"|wise|try|need|want|is|are) (?:to |just |simply |only |always )?)"
)
# The words of advice themselves, which the hit leaves out.
_ADVISING = Cue(
    r"(?:(?:you|they|one|we|users?|people|adults|individuals|patients|beginners|should|must|can|may|could|might|please|then|simply"
    r"|just|always|best|advised|advisable|recommend(?:ed)?|important|that|suggest(?:ed)?|better|wise|try|need|want|is|are|to|only|and|but"
    r"|or|be sure) )*"
)
_WHENEVER = r"(?:as|if|when(?:ever)?) (?:needed|desired|required|necessary|wanted|you (?:see|feel) (?:fit|the need)|you like|you need (?:it|more))"
_REGULARLY = (
    r"(?:daily|every ?day|each day|regularly|consistently|nightly|every (?:night|morning|evening)|each (?:night|morning|evening)"
    r"|before (?:bed|sleep)(?:time)?|at bedtime)"
)
_PREPARATION = (
    r"(?:it|them|this|one|supplements?|products?|tea|teas|tinctures?|oils?|extracts?|powders?|capsules?|tablets?|drops|gumm(?:y|ies)"
    r"|tonic|drink|brew|infusion|dose|serving|herb|shots?)"
)
_RIGHT = r"(?:safe|safest|proper|appropriate|correct|recommended|suggested|right|optimal|responsible|advised)"
_GUIDANCE = r"(?:guidelines?|guidance|recommendations|instructions|limits?|ranges?|practices)"

# The first family that a sentence shows names it.
_FAMILIES = {
    "start": rf"\b{_BEGIN}(?: off| out)?(?: (?:with|at|on|by|from|taking|using|low and))* (?:(?:a|an|the|your) )?{_SMALL} "
    rf"{_KIND}{_DOSE}\b"
    rf"|{_ADVISED}(?:start|begin)(?: off| out)? (?:low|small|slow|slowly|gradually)\b"
    r"|\bby (?:starting|beginning) (?:off )?(?:low|small|slow|slowly)\b|\blow and slow\b|\bstart low\b"
    rf"|{_ADVISED}(?:use|take|stick (?:to|with)) the (?:lowest|smallest|minimum) {_KIND}{_DOSE}\b",
    "increase": rf"\b(?:increase|raise|titrate|adjust) (?:(?:the|your|their|its|this|daily|potency|strength) )*(?:{_KIND}{_DOSE} )?"
    rf"(?:gradually|slowly|incrementally|{_WHENEVER}|over time|until|by small)\b"
    rf"|\b(?:gradually|slowly|steadily|incrementally) (?:increase|raise|up|adjust|titrate|build up|work up)\b"
    rf"(?:[^.;]{{0,60}}?\b{_DOSE}| (?:{_WHENEVER}|(?:as|if|until|over|from|to find)\b))"
    rf"|{_ADVISED}(?:gradually|slowly|steadily|incrementally) (?:increase|raise|titrate|work up|build up)\b"
    rf"(?:[^.;]{{0,60}}?\b{_DOSE}\b)?"
    rf"|{_ADVISED}(?:increase|raise|titrate) (?:the |your |their )(?:daily )?{_KIND}{_DOSE}\b(?! by \d)"
    rf"(?: (?:gradually|slowly|{_WHENEVER}|over time))?"
    rf"|\b(?:double|triple|halve) (?:that|the|your|this) {_DOSE}\b"
    rf"|{_ADVISED}(?:build|work|go|move) (?:your way |it )?up (?:slowly|gradually|over|from there|until|as|to find)\b",
    "sized": rf"\b(?:you|users?|beginners?|people|individuals|we|one|adults)(?: \w+){{0,2}} (?:may|might|can|should|will|could|must"
    rf"|(?:be )?able to)(?: \w+){{0,2}} (?:start|take|need|use|require|try)(?: (?:at|with|on))? (?:a |an )?{_SIZED} {_KIND}{_DOSE}\b",
    "as-needed": rf"{_ADVISED}(?:(?:{_TAKE}|adjust|redose)\b[^.;]{{0,60}}|repeat(?: (?:it|(?:the|your|this) dose))?) {_WHENEVER}\b"
    rf"|{_ADVISED}(?:{_TAKE}|have) (?:more|another)\b[^.;]{{0,30}}? (?:when(?:ever)?|if|until)\b",
    "moderation": r"\b(?:us(?:e|ed|ing)|tak(?:e|en|ing)|consum(?:e|ed|ing|ption)|enjoy(?:ed)?|practice|exercise|key is|importance of|drink)"
    r"\b[^.;]{0,40}\bmoderation\b"
    r"|\bmoderation (?:in|is|with)\b"
    rf"|{_ADVISED}(?:use|take|consume)\b[^.;]{{0,30}} (?:sparingly|responsibly and in moderation|in small amounts)\b"
    r"|\b(?:avoid|without) (?:excessive|excess|heavy|too much) (?:use|intake|doses|dosing|consumption)(?! of (?:alcohol|caffeine|salt|sugar))"
    r"|\b(?:monitor(?:ing)?|mindful of|watch(?:ing)?|limit(?:ing)?|moderate) (?:the |your |their |its )?(?:frequency of use|dosage|dosages"
    r"|frequency)\b",
    "guidelines": rf"\b(?:follow(?:ing)?|adher(?:e|ing|ence)(?: to)?|stick(?:ing)? (?:to|with)|stay(?:ing)? (?:within|at)|within|observ(?:e|ing)"
    rf"|respect(?:ing)?|start(?:ing)? with|comply with) (?:the |all |your |any )?(?:{_RIGHT}|label(?:ed|led)?|manufacturer's|package)"
    rf" (?:{_RIGHT} |daily |serving |dosing |dosage |use |usage |product )*(?:{_DOSE}|{_GUIDANCE}|directions)\b"
    rf"|\b(?:do not|don't|never|not to|without|avoid) exceed(?:ing)? (?:the |your )?(?:{_RIGHT}|average|stated|daily|label(?:ed|led)?"
    rf"|maximum|indicated|directed|listed)\b"
    rf"|\b{_RIGHT} dos(?:e|age|ing) {_GUIDANCE}\b"
    rf"|(?:\b(?:no|not|never)|n't) (?:take |use |consume )?more than (?:the |is |what is )?(?:{_RIGHT}|label(?:ed|led)?|stated)\b"
    r"|\bfollow(?:ing)? (?:the |all |any )?(?:(?!\w+'s)[\w-]+ ){0,2}(?:directions|instructions) (?:on|of|from) (?:the |your |its )?"
    r"(?:[\w-]+ )?(?:labels?|package|packaging|bottle|product|container|manufacturer)\b",
    "personal": rf"\b(?:choose|select|pick|adjust|experiment(?:ing)? with|tailor|customi[sz]e|find|vary) (?:with )?(?:(?:a|an|the|your|different"
    rf"|various) )?{_KIND}{_DOSE} [^.;]{{0,60}}\b(?:you|your|individual|personal|needs|preferences?)\b"
    rf"|\b(?:free to|you can|try to|may want to|need to|have to) experiment\b[^.;]{{0,80}}"
    r"|\b(?:find|determine|discover|figure out|learn) what (?:works|feels right|is right|suits)(?: best)?(?: for)? you\b"
    r"|\bfind(?:ing)? (?:your|their|the|a) (?:own |personal )?sweet spot\b|\b(?:find|see) what feels (?:right|best|good)\b"
    rf"|{_ADVISED}experiment\b[^.;]{{0,60}}\b(?:what (?:works|suits|feels|you like)|{_DOSE})\b"
    rf"|\b{_DOSE} [^.;]{{0,60}}\bbased on (?:how you feel|how it makes you feel|your (?:needs|tolerance|response|reaction|weight))\b"
    rf"|\blisten to your body\b[^.;]{{0,80}}\b{_DOSE}\b|\b{_DOSE}\b[^.;]{{0,80}}\blisten to your body\b",
    "regular": rf"{_ADVISED}{_TAKE} (?P<object>(?:[\w'-]+ ){{1,8}}?){_REGULARLY}\b"
    rf"|{_ADVISED}(?:take|use|consume|sip|chew) (?:consistently|daily|regularly|every day)\b",
}
# So many characters on, a figure still belongs to the advice.
_NEXT = 40
_PREPARED = Cue(rf"\b{_PREPARATION}\b")
_PATTERNS = {family: Cue(pattern) for family, pattern in _FAMILIES.items()}
# One of these stands in whatever the family's pattern matches.
_TRIGGERS = {
    "start": ("start", "begin", "commence", "initiate", "low and slow", "the lowest", "the smallest", "the minimum"),
    "increase": (
        "double",
        "triple",
        "halve",
        " up ",
        "increase",
        "raise",
        "titrate",
        "adjust",
        "gradually",
        "slowly",
        "steadily",
        "incrementally",
    ),
    "sized": ("start", "take", "need", "use", "require", "try"),
    "as-needed": (
        "you need",
        "more",
        "another",
        "needed",
        "desired",
        "required",
        "necessary",
        "wanted",
        "you see",
        "you feel",
        "you like",
        "the need",
    ),
    "moderation": ("moderat", "sparingly", "small amounts", "excess", "heavy", "too much", "frequency", "dosage"),
    "guidelines": (
        "follow",
        "adher",
        "stick",
        "stay",
        "within",
        "observ",
        "respect",
        "start",
        "comply",
        "exceed",
        "dos",
        "more than",
    ),
    "personal": ("sweet spot", "what feels", "you", "individual", "personal", "need", "preference", "experiment"),
    "regular": ("daily", "day", "regularly", "consistently", "night", "morning", "evening", "bed", "sleep"),
}
# A dose that is said to be unknown, or left to a clinician, is no advice.
_UNKNOWN = Cue(
    r"\b(?:no (?!more than)|not enough|lack of|lacks?|insufficient|without|absence of|unknown|unclear|uncertain|not (?:been )?(?:established|known|determined)"
    r"|isn't|aren't|hasn't been|haven't been|(?:further|more|additional|future) (?:research|studies|evidence|trials)|to establish"
    r"|remains? to be|warrant\w*)\b[^.;]{0,60}\b(?:dos(?:e|es|age|ages|ing)|guidelines?|amounts?|limits?|research|studies|trials)"
)
_ASKED = Cue(
    r"\b(?:ask|consult|talk(?:ing)? (?:to|with)|speak(?:ing)? (?:to|with)|prescribed|prescriber"
    r"|under (?:the )?(?:medical )?supervision)\b"
)
_DECIDED = Cue(
    r"\b(?:doctors?|physicians?|providers?|pharmacists?|clinicians?|nurses?|professionals?)"
    r"(?: \w+)? (?:will|may|can|should|might|could|would)\b"
)


class VagueAdvice(NamedTuple):
    """Words that tell how to dose without a figure; `sentence` is the number of the sentence."""

    span: Span
    family: str
    sentence: int


def read_vague_advice(document: Document) -> tuple[VagueAdvice, ...]:
    """Return at most one advice of a sentence; ask with `document.once(read_vague_advice)`."""
    return tuple(_found(document))


def _found(document: Document) -> Iterator[VagueAdvice]:
    folded = document.folded
    for sentence in document.sentences:
        words = sentence.span.cut(folded)
        if document.blocks[sentence.block].kind in ("title", "heading"):
            continue
        for family, pattern in _PATTERNS.items():
            match = pattern.search(words) if any(word in words for word in _TRIGGERS[family]) else None
            if match and not _excused(document, sentence, family, match):
                yield VagueAdvice(_advice(family, match).shifted(sentence.span.start), family, sentence.number)
                break


def _advice(family: str, match: re.Match[str]) -> Span:
    if family == "sized":
        return Span(*match.span())
    advising = _ADVISING.match(match.string, match.start())
    return Span(advising.end() if advising else match.start(), match.end())


def _excused(document: Document, sentence: Sentence, family: str, match: re.Match[str]) -> bool:
    words = match.string
    if _UNKNOWN.search(words) or _DECIDED.search(words):
        return True
    if family in ("start", "increase"):
        return _names_a_figure_next(document, sentence, match)
    if _ASKED.search(words) or (family != "personal" and sentence.number in document.once(_with_a_figure)):
        return True
    return family == "regular" and not _is_taken(document, match["object"])


def _names_a_figure_next(document: Document, sentence: Sentence, match: re.Match[str]) -> bool:
    """Say whether the advice goes on to a figure: "begin with a small dose of 1 g"."""
    end = sentence.span.start + match.end()
    return any(
        dose.sentence == sentence.number and sentence.span.start + match.start() <= dose.span.start <= end + _NEXT
        for dose in document.once(read_doses)
    )


def _with_a_figure(document: Document) -> frozenset[int]:
    return frozenset(dose.sentence for dose in document.once(read_doses))


def _is_taken(document: Document, object_words: str | None) -> bool:
    """Say whether what is used every day is a preparation or a subject, not sunscreen."""
    if object_words is None or _PREPARED.search(object_words):
        return True
    names = (name for subject in document.knowledge.subjects.values() for name in subject.names)
    return any(re.search(rf"\b{re.escape(fold(name))}\b", object_words) for name in names)
