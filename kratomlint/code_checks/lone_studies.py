"""Checks of single studies and links that a page on a substance leans on and does not name. In other texts they look at nothing."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from kratomlint.document import Document, Sentence
from kratomlint.finding import Hit
from kratomlint.language.citations import sourced
from kratomlint.language.cue import Cue
from kratomlint.language.own_research import reports_own_research
from kratomlint.language.reading import promotes
from kratomlint.registry import check
from kratomlint.span import Span

_STUDY = r"(?:stud(?:y|ies)|trials?|reviews?|surveys?|meta-analys[ei]s|papers?|experiments?|research)"
# Who "has looked at" something has not said what was seen.
_RESULT = (
    r"(?:found|finds|put|had|showed|shows?|saw|reported|linked|tied|suggests?|suggested|noted|concluded|discovered|revealed|recorded"
    r"|demonstrated|confirmed|observed|pointed|indicated?s?|proved|cut|reduced|lowered|raised|improved|boosted|increased|halved|doubled"
    r"|rated|judged|(?<!\bhave )(?<!\bhas )(?:looked|compared)|followed|measured|gave|turned up|came out|points|failed|backs|backed|came to (?:the same|a similar)|reached (?:the same|a similar)|echoed|did(?:n't| not) (?:find|see|show|detect|report|turn up)|called (?:it|this|its|them|their|the (?:\w+ )?(?:evidence|results|effect)))"
)
_GRADED = r"the (?:only|largest|biggest|longest|first|latest|newest|most recent)"
_SO_MANY = r"\d[\d,]*|a dozen|twelve|twenty|thirty|forty|fifty|sixty|eighty|a hundred"
_PEOPLE = (
    r"(?:people|patients|adults|women|men|participants|volunteers|subjects|students|athletes|players|runners|cyclists|swimmers|lifters|nurses"
    r"|workers|drivers|smokers|drinkers|soldiers|veterans|boys|girls|dogs|mice|rats|children|individuals)"
)
_LONE = Cue(
    rf"\b(?:one|another|an?|two|three|a couple of|{_GRADED}|(?:19|20)\d\d)(?: [\w-]+){{0,4}}? (?:stud(?:y|ies)|trials?|reviews?|surveys?|polls?|(?:meta-)?analysis"
    rf"|papers?|experiments?)\b(?: (?!(?:is|was|were|are|will)\b)[\w'-]+){{0,9}}? {_RESULT}\b"
    rf"|\b(?:one|another|an?|{_GRADED}) (?:[\w-]+ ){{0,3}}?(?:study|trial|survey|experiment)(?:,|,? (?:of|on|with|in|involving|among)) (?:(?:over|about|just|only|more than) )?"
    rf"(?:(?:{_SO_MANY}|several|healthy|older|elderly|young)(?: [\w-]+){{0,3}}? |(?:[\w-]+ )?){_PEOPLE}\b"
    r"|(?<!\bthe )(?<!\bthese )(?<!\bthose )\b(?:(?:[\w-]+ )?(?:researchers|scientists|investigators)|an? (?:research )?(?:team|group)) (?:(?:in|at|from|of) (?:an? |the )?(?:[\w-]+ ){1,3}?)?(?:gave|fed|measured|followed|watched|compared|scanned|tracked|recruited)"
    r"|\b(?:an?|another|one) (?:[\w-]+ ){0,3}?(?:study|trial|survey|experiment) (?:done|conducted|carried out|performed|run|published) (?:in|at|by|on) (?:the )?[\w-]+"
    r"|\bin (?:one|another|an?|the same)(?: [\w-]+){0,5} (?:study|trial|experiment|survey)\b[^.;:]{0,60}?, [\w ]{3,60}"
)
# "Sleep trial: 30% faster to fall asleep".
_LABEL = Cue(
    rf"^\W*(?!if |after |when )(?:(?!and |potential )[\w'-]{{1,40}} ){{0,4}}{_STUDY}(?: \(?(?:19|20)\d\d\)?)?\W*: ?"
)
_GAINED = Cue(
    r"\b(?:reduc\w+|improv\w+|increas\w+|decreas\w+|better|faster|sooner|effective|significant\w*|drop\w*|lower\w*|higher|fewer|less|more"
    r"|reliev\w+|eas(?:ed|es|ier)|boost\w*|enhanc\w+|fell|rose|gains?|longer|stronger|cut)\b|\d ?%"
)
_TIED = Cue(
    r"\b(?:is|are) (?:(?:\w+ly|often|most|well|also) ){0,2}(?:associated|connected|linked|tied|correlated) (?:with|to) (?P<what>[^.;,]{3,60})"
)
_BENEFIT = Cue(
    r"\b(?:better|improved|increased|enhanced|greater|more|deep(?:er)?|lower|reduced|less|fewer|healthy|longer) |\b(?:calm\w*|relaxation"
    r"|relief|energy|focus|clarity|alertness|euphoria|longevity|wellness|well-being|vitality)\b"
)
_HARM = Cue(
    r"\b(?:risks?|injur\w+|damage|seizures?|death\w*|toxic\w*|withdrawal|dependence|addiction|adverse|side effects?|bleeding|harm\w*"
    r"|disease|cancer|mortality|obesity|poison\w*|hospital\w*|problems?)\b"
)
_LESS_HARM = Cue(
    r"(?:an? )?(?:(?:significantly|slightly|much|substantially|modestly) )?(?:lower(?:ed)?|reduced|decreased|smaller|less|fewer|reductions? in|decreases? in) (?:the |overall )?(?:risks?|rates?|odds|incidence|chances?|likelihood|deaths?|mortality|[\w-]+ (?:risks?|rates?|mortality))\b"
)
_OF_NO_WEIGHT = Cue(
    r"\b(?:too (?:few|small)|by the same (?:group|team|authors|researchers|lab)|needed|whether|(?:is|are) (?:conducting|running|planning|recruiting)|to test|under way|ongoing|contaminat\w+|lead|mislabell?ed)\b"
)


# "The players on creatine had fewer cramps": what was counted in a study of which nothing else is told.
_COMPARED = Cue(
    rf"\b(?:{_PEOPLE}|those|the ones|the group) (?:(?:who|that) (?:took|got|drank|had taken|were (?:given|on))|taking|given|fed|on|drinking) (?:(?!and |or |but )[\w'-]+ ){{1,5}}?"
    r"(?:had|reported|showed|scored|slept|lost|gained|recovered|suffered|caught|fell asleep|finished|learn(?:ed|t)|lived|swam|ran|remembered|woke|healed|performed|did) (?:[\w-]+ ){0,3}?(?:fewer|less|better|higher|lower|faster|longer|sooner|half as)\b"
)

_STUDIED = Cue(rf"\b{_STUDY}\b")

# A trial with a name of capitals can be looked up; these are none.
_ACRONYM = Cue(r"\b(?!ADHD|COPD|PTSD|PCOS|GERD|NASA|COVID|UCLA|UCSF|USDA)[A-Z]{4,}\b")


@check
def lone(document: Document) -> Iterator[Hit]:
    """Point at “one study found” and “Sleep trial: 30% faster”."""
    if not _leans(document):
        return
    told = {sentence.number: span for sentence, span in document.said(_told)}
    for number, span in told.items():
        place = span.shifted(document.sentences[number].span.start)
        if not _is_named(document, place):
            yield Hit(place)
    for sentence, span in document.said(_compared):
        if sentence.number not in told and not _continues(document, sentence, told):
            yield Hit(span.shifted(sentence.span.start))


@check
def tied(document: Document) -> Iterator[Hit]:
    """Point at benefits with which something “is associated”, nobody says by whom."""
    if not _leans(document):
        return
    for sentence, said in document.said(_tied):
        yield Hit(said.shifted(sentence.span.start))


def _tied(text: str) -> Span | None:
    match = _TIED.search(text)
    if match is None:
        return None
    if not _LESS_HARM.match(match["what"]) and (_HARM.search(match["what"]) or not _BENEFIT.search(match["what"])):
        return None
    return Span(match.start(), match.end() - len(match["what"]) - 1)


def _leans(document: Document) -> bool:
    """Say whether a text speaks of a substance and is no report of research."""
    return document.once(promotes) and not document.once(reports_own_research)


def _told(text: str) -> Span | None:
    """Return where a sentence tells of a study, if it leans on it."""
    match = _LONE.search(text) or _labelled(text)
    if match is None or _OF_NO_WEIGHT.search(text):
        return None
    return Span(match.start(), match.start() + len(match[0].rstrip(" :*")))


def _compared(text: str) -> Span | None:
    """Return where a sentence says how those fared who took something, as only a study can tell."""
    match = _COMPARED.search(text)
    return None if match is None or _OF_NO_WEIGHT.search(text) else Span(*match.span())


def _continues(document: Document, sentence: Sentence, told: Collection[int]) -> bool:
    """Say whether a sentence goes on about a study of which its paragraph has told before."""
    block = document.sentences_by_block[sentence.block]
    before = block[: sentence.number - block[0].number]
    return any(
        earlier.number in told or sourced(document, earlier) or _STUDIED.holds(earlier.text.lower())
        for earlier in before
    )


def _labelled(text: str) -> re.Match[str] | None:
    label = _LABEL.match(text)
    return label if label and _GAINED.search(text, label.end()) else None


def _is_named(document: Document, span: Span) -> bool:
    """Say whether a study has a name that can be looked up: its acronym, or the body that made it."""
    bodies = document.knowledge.forms("organisations")
    told = span.cut(document.prose.text)
    # In small letters a body is another word: "women who took it".
    names = (word.strip("*().,") for word in told.split() if not word.islower())
    return bool(_ACRONYM.search(told)) or any(name.lower() in bodies for name in names)
