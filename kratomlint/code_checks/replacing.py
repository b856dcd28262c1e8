"""Checks of what a substance is offered in place of: help through a withdrawal, help off a medicine, care of the ill."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kratomlint.document import Document
from kratomlint.finding import Hit
from kratomlint.language.cue import Cue
from kratomlint.language.guards import clause_before
from kratomlint.language.reading import Reading, Tagged, promotes, read
from kratomlint.language.sieve import Sieve
from kratomlint.registry import check

_WITHDRAWAL = Cue(r"\bwithdrawals?\b(?! (?:of|from) (?:the |its |this )?(?:market|study|trial|consent|product|sale))")
# From the verb to the withdrawal, in characters; and what would make it the verb of something else.
_REACH = 70
_APART = Cue(
    r"[.;:()]|\b(?:during|in|while|when|because|but|(?<!go )(?<!going )(?<!get )(?<!getting )through|after|causes?|can|may|that|which|is|are|was|were)\b"
)
_USE = (
    r"\b(?:us(?:e|es|ed|ing)|tak(?:e|es|ing)|took|taken|turn(?:s|ed|ing)? to|tr(?:y|ies|ied|ying)|rel(?:y|ies|ied|ying) on"
    r"|cho(?:oses?|se|osing)|drink(?:s|ing)?|reach(?:es|ed|ing)? for|add(?:s|ed|ing)?)\b"
)
_USED_TO = Cue(rf"{_USE}[^.;:]{{0,60}}\b(?:to|for)(?: help)?(?: \w+ly)? $")
_SUITED_TO = Cue(
    r"\b(?:suitable|suited|ideal|perfect|good|great|excellent|useful|helpful|beneficial|effective|ways?|methods?|means|remed(?:y|ies)|aids?|solutions?|answers?|tools?)"
    r"(?: \w+){0,2} (?:for|of|in|to|when)(?: \w+ly)? $"
)
_HELPS = Cue(r"(?:(?:can|will|does|do|also|even|really|helps?|to|you|people|users|them|those|and|\w+ly) ){0,5}")
_PRONOUN = Cue(r"^(?:\w+, )?(?:it|this|they|these) ")
_TOLD = Cue(r"\b(?:report|claim|sa(?:y|id)|suggest|believe|find|found|show|indicat|stud(?:y|ies))\w*\b")
# What is done by these is treatment.
_CARE = Cue(
    r"\b(?:buprenorphine|methadone|naltrexone|suboxone|lofexidine|clonidine|varenicline|replacement|doctors?|clinicians?|physicians?"
    r"|hospitals?|clinics?|medical(?:ly)?|approved|counsell?ing|therap(?:y|ies)|programs?|programmes?)\b"
)
# What was seen in an animal or in a dish is offered to nobody.
_IN_ANIMALS = Cue(r"\b(?:mice|mouse|rats?|rodents?|animals?|monkeys?|zebrafish|in vitro|cell(?:s| lines?))\b")
# "Kava for alcohol withdrawal is ...": the offer is in the name that it is given.
_FOR_WITHDRAWAL = Cue(
    r"(?: (?:[\w-]+ )?(?:strains?|veins?|powders?|capsules?|teas?|tinctures?|extracts?|oils?|gumm(?:y|ies)|shots?|products?|leaf|leaves|tablets?))?"
    r" (?:for|during|in) (?:(?:(?:easing|the|acute|severe|help with|relief from) )?(?:opioid|opiate|heroin|alcohol|benzo|benzodiazepine|nicotine|drug|tramadol|oxycodone|painkiller|fentanyl|pill)s? )?(?:and [\w-]+ )?"
    r"(?:withdrawals?(?: symptoms?| relief)?|detox(?:ing|ification)?)\b"
)
_BEST = Cue(r"\b(?:best|top|right|ideal|strongest|recommended|\d{1,2}|favou?rite|proven)(?: [\w-]+){0,3} $")
_PRAISED = Cue(
    r"(?: [\w'-]+){0,2}? (?:is|are|can be|may be|could be|has been|have been|remains?|offers?|works?|provides?|makes?)(?: [\w'-]+){0,4}?"
    r" (?:(?:promising|natural|safe|safer|effective|great|good|viable|popular|helpful|powerful|gentle|real|better|best)\b"
    r"|options?|choices?|solutions?|remed(?:y|ies)|alternatives?|answers?|relief|wonders|lifeline|godsend|game[- ]changer|well\b)"
)
_OFF = Cue(
    r"\b(?:com(?:e|es|ing)|get(?:s|ting)?|taper(?:s|ing)?|wean(?:s|ing)?|step(?:s|ping)?|stay(?:s|ed|ing)?|transition(?:s|ing)?)"
    r"(?: (?:yourself|themselves|myself|people|you|them|down))? (?:off|(?:away )?from)(?: of)? (?:(?:their|the|your|my|his|her|all|those) )*"
)
# What is worse than the substance, by no name.
_WORSE = Cue(
    r"(?:far |much |even )?(?:more dangerous|more deadly|more addictive|deadl(?:y|ier)|dangerous|hard(?:er)?|stronger|worse|illicit|street|illegal) (?:[\w-]+ )?(?:substances?|drugs?|opioids?|opiates?|synthetics?|narcotics?|stuff)\b"
)
_NO_RELAPSE = Cue(r"\b(?:avoid|prevent|ward off|stave off)(?:s|ed|ing)? (?:a )?relaps(?:es?|ing)\b")
_RELIED_ON = Cue(
    rf"{_USE}(?: (?!needs?\b|wants?\b|ha(?:ve|s)\b|plan\b)[\w-]+){{1,4}},? (?:and )?to (?:[^.;:]{{1,60}} )?$"
)
_TO_GET_OFF = Cue(rf"(?:{_USE}|\bhelp(?:s|ed|ing)?\b|\bwith(?:out)?\b|\beas(?:e|es|ing|ier)\b)")
# What people want gone for their looks has no treatment that is put off.
_LOOKS = frozenset(
    ("belly fat", "body fat", "excess fat", "excess weight", "fat", "stored fat", "stubborn fat", "water weight")
)
_FOR_SOMEBODY = Cue(
    r"\b(?:ideal|perfect|recommended|suited|suitable|made|designed|formulated|go-to|godsend|boon|must-have|(?:good|great|excellent|right|best) (?:fit|match|choice|pick)"
    r"|(?:good|great|excellent|right|best|safe|safer|safest|effective|useful|helpful|valuable|natural|proven|gentle|ideal|wonderful|reliable) (?:(?:and|natural|herbal|dietary|daily|effective|safe) ){0,3}(?:supplement|remedy|herb|aid|tonic|tea|oil|extract|adaptogen)) for "
    r"(?:(?:anyone|anybody|those|people|individuals|adults|men|women|patients|you) )"
    r"(?:(?:who|are|have|has|is|if|you) ){0,3}?(?:with|having|living with|struggling with|dealing with|battling|suffering from|prone to) "
)
_YOUR_GO_TO = Cue(
    r"^(?:so )?(?:if|when(?:ever)?) you[^.;]{3,100}\b(?:should|can|could|will|is|are|may|might) (?:be |become )?"
    r"(?:your|the) [\"']?(?:go-to|first choice|first line of defen[cs]e|answer|secret weapon|best (?:bet|friend|ally))\b"
)
_WITHDRAWAL_SIEVE = Sieve(_WITHDRAWAL, _FOR_WITHDRAWAL)
_OFF_SIEVE = Sieve(_OFF)
_RELAPSE_SIEVE = Sieve(_NO_RELAPSE)
_OFFER_SIEVE = Sieve(_FOR_SOMEBODY, _YOUR_GO_TO)


@check
def through_withdrawal(document: Document) -> Iterator[Hit]:
    """Point at what is said to be taken, to help or to be good for getting over a withdrawal."""
    for reading in _kept_by(_WITHDRAWAL_SIEVE, document):
        if _IN_ANIMALS.search(reading.text):
            continue
        if named := _named_for_it(document, reading):
            yield Hit(reading.prose_span(*named))
            continue
        for match in _WITHDRAWAL.finditer(reading.text):
            if _is_own(document, reading, *match.span()) or not _has_agent(document, reading):
                continue
            verb = _dealing(document, reading, match.start())
            if verb and not _CARE.search(reading.text[: match.start()]):
                yield Hit(reading.prose_span(reading.start(verb), match.end()))
                break


def _named_for_it(document: Document, reading: Reading) -> tuple[int, int] | None:
    """Return where a substance is named as one for a withdrawal: as the best in a heading, or praised in a sentence."""
    medicines = document.knowledge.forms("medicines")
    heads = document.blocks[reading.sentence.block].kind in ("heading", "title", "item")
    for run in (run for run in reading.of("substance") if run.term not in medicines):
        match = _FOR_WITHDRAWAL.match(reading.text, reading.end(run))
        if match is None or _CARE.search(reading.text):
            continue
        before = _BEST.search(reading.text, 0, reading.start(run))
        if before and heads:
            return before.start(), match.end()
        praised = _PRAISED.match(reading.text, match.end())
        if praised and not _TOLD.search(reading.text):
            return reading.start(run), praised.end()
    return None


def _kept_by(sieve: Sieve, document: Document) -> Iterator[Reading]:
    yield from (document.once(read)[sentence.number] for sentence in sieve.sentences(document))


def _has_agent(document: Document, reading: Reading) -> bool:
    return bool(reading.of("substance")) or document.once(promotes)


def _is_own(document: Document, reading: Reading, start: int, end: int) -> bool:
    """Say whether it is the withdrawal from the very substance that the page is about, and that is no medicine."""
    medicines = document.knowledge.forms("medicines")
    for run in (run for run in reading.of("substance") if run.term not in medicines):
        if reading.end(run) <= start and not reading.text[reading.end(run) : start].strip(" -"):
            return True
        if reading.text[end : reading.start(run)].split() in (["from"], ["of"]):
            return True
    return False


def _dealing(document: Document, reading: Reading, withdrawal: int) -> Tagged | None:
    """Return the verb that does something about the withdrawal, if the substance is offered for doing it."""
    for run in reading.of("relieve", "endure"):
        between = reading.text[reading.end(run) : withdrawal] if reading.end(run) < withdrawal else "."
        if len(between) <= _REACH and not _APART.search(between) and _is_offered(document, reading, run):
            return run
    return None


def _is_offered(document: Document, reading: Reading, verb: Tagged) -> bool:
    before = clause_before(reading.text[: reading.start(verb)])
    if _USED_TO.search(before) or _SUITED_TO.search(before):
        return True
    if reading.texts[verb.first].endswith("ing"):
        kind = document.blocks[reading.sentence.block].kind
        return kind in ("heading", "title") and not before.strip() and _comes_after(reading, verb)
    return _does(reading, verb) and not _TOLD.search(before)


def _comes_after(reading: Reading, verb: Tagged) -> bool:
    """Say whether a heading goes on “... with kava”."""
    return any(
        reading.texts[run.first - 1] in ("with", "using", "through")
        for run in reading.of("substance")
        if run.first > verb.last
    )


def _does(reading: Reading, verb: Tagged) -> bool:
    """Say whether the subject of a verb is a substance or a pronoun, and nothing but little words comes between."""
    start = reading.start(verb)
    pronoun = _PRONOUN.search(reading.text)
    ends = [reading.end(run) + 1 for run in reading.of("substance") if run.last <= verb.first]
    ends += [pronoun.end()] if pronoun else []
    return any(_HELPS.fullmatch(reading.text[end:start]) for end in ends if end <= start)


@check
def off_medicine(document: Document) -> Iterator[Hit]:
    """Point at a substance that is said to help, or is used, to come off a medicine."""
    medicines = document.knowledge.forms("medicines")
    for reading in _kept_by(_OFF_SIEVE, document):
        for match in _OFF.finditer(reading.text):
            before = reading.text[: match.start()]
            worse = _WORSE.match(reading.text, match.end())
            end = worse.end() if worse else _end_of_term(reading, match.end(), medicines)
            if end and _TO_GET_OFF.search(before) and _is_about_substance(reading, before) and not _CARE.search(before):
                yield Hit(reading.prose_span(match.start(), end))


@check
def against_relapse(document: Document) -> Iterator[Hit]:
    """Point at a substance that people are said to rely on so as not to relapse."""
    for reading in _kept_by(_RELAPSE_SIEVE, document):
        for match in _NO_RELAPSE.finditer(reading.text):
            before = reading.text[: match.start()]
            if _RELIED_ON.search(before) and _is_about_substance(reading, before) and not _CARE.search(before):
                yield Hit(reading.prose_span(*match.span()))


def _is_about_substance(reading: Reading, before: str) -> bool:
    return any(reading.end(run) <= len(before) for run in reading.of("substance"))


def _end_of_term(reading: Reading, start: int, terms: Mapping[str, str]) -> int:
    """Return where the longest term ends that stands at this place, or 0."""
    words = [word for word in reading.words if word.span.start - reading.sentence.span.start >= start][:3]
    for count in range(len(words), 0, -1):
        if " ".join(word.text for word in words[:count]) in terms:
            return words[count - 1].span.end - reading.sentence.span.start
    return 0


@check
def offered_to_the_ill(document: Document) -> Iterator[Hit]:
    """Point at what is called ideal for people with a complaint, or the answer if you have one."""
    for reading in _kept_by(_OFFER_SIEVE, document):
        complaints = [run for run in reading.of("condition") if run.term not in _LOOKS]
        if not complaints or not _has_agent(document, reading):
            continue
        if match := _FOR_SOMEBODY.search(reading.text):
            named = [run for run in complaints if 0 <= reading.start(run) - match.end() <= _REACH // 3]
            if named:
                yield Hit(reading.prose_span(match.start(), reading.end(named[0])))
        elif (match := _YOUR_GO_TO.search(reading.text)) and reading.start(complaints[0]) < match.end():
            yield Hit(reading.prose_span(match.start(), match.end()))
