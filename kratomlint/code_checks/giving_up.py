"""Checks of care that is given up: the doctor, the operation, the stick, a medicine that only the words before name, or one to switch from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kratomlint.document import Document, Sentence
from kratomlint.finding import Hit
from kratomlint.language.cue import Cue
from kratomlint.language.lexicon import names_one_of
from kratomlint.language.outcomes import ONESELF, SOMEBODY
from kratomlint.language.reading import promotes, read
from kratomlint.language.sieve import Sieve
from kratomlint.registry import check
from kratomlint.span import Span

_WHOSE = r"(?:the|my|his|her|their|our|your|an?|any|that|those|another)"
_CARE = (
    r"(?:consultants?|surgeons?|specialists?|(?:cardio|rheumato|neuro|dermato|uro|gyna?eco|gastroentero|endocrino)logists?|psychiatrists?"
    r"|physio(?:therap(?:y|ist))?|physical therap(?:y|ist)|chiropractor|osteopath|pain (?:clinic|specialist|doctor)|sleep (?:clinic|doctor)|operations?"
    r"|surger(?:y|ies)|(?:knee|hip|joint|shoulder|disc|valve) replacements?|(?:steroid|cortisone|back|joint) (?:injections?|shots?)|epidurals?"
    r"|referrals?|follow-ups?|(?:hospital|clinic|gp|doctor's|specialist) appointments?|chemo(?:therapy)?|radiotherapy|dialysis|repeat prescriptions?"
    r"|refills?|root canals?|colonoscop(?:y|ies))"
)
_GAVE_UP_CARE = (
    r"(?:(?<!not )(?<!n't )(?<!never )(?:cancell?ed|called off|put off|postponed|turned down|declined|refused|skipped|backed out of|pulled out of"
    r"|walked away from|dodged|escaped|got out of|avoided|stopped seeing|quit seeing|sacked|fired|dumped|said no to)"
    r"|(?:never|didn't|did not|no longer|don't|doesn't|won't) (?:need(?:ed|s)?|want(?:ed|s)?|see|sees)(?: to (?:see|have))?"
    r"|(?:haven't|hasn't|have not|has not|not|never) (?:once )?(?:seen|been (?:back )?to|needed|gone back to|darkened))"
)
_DEVICE = (
    r"(?:inhalers?|puffers?|epi-?pens?|canes?|walking sticks?|sticks?|(?:walking |zimmer )?frames?|crutch(?:es)?|walkers?|wheelchairs?"
    r"|(?:knee |back |wrist |neck |ankle )?(?:braces?|splints?|supports?)|c-?pap(?: machine| mask)?|nebuli[sz]ers?|oxygen|hearing aids?|(?:reading )?glasses"
    r"|insulin pump|(?:mouth|night) ?guard|(?:compression|support) (?:socks|stockings)|tens (?:machine|unit)|mobility scooter|stairlift)"
)
_WITHOUT = (
    r"(?:no longer|never|rarely|hardly ever|don't|doesn't|do not|does not|haven't|hasn't|have not|has not|stopped|quit)"
    r" (?:(?:even|ever|have to|has to|need to|needs to) ){0,2}(?:carr(?:y|ies|ied|ying)|wear(?:s|ing)?|worn|use[sd]?|using|need(?:s|ed|ing)?"
    r"|reach(?:es|ed|ing)? for|sleep(?:s|ing)? with|walk(?:s|ing)? with|touch(?:es|ed)?|lean(?:s|ing)? on|take[sn]?)"
)
_PUT_AWAY = r"(?:in|at|on|to|into) (?:the|a|an old) (?:[\w-]+ )?(?:loft|attic|garage|shed|cupboard|closet|drawer|bin|trash|skip|tip|charity shop|basement)"
_PILLS = r"(?:meds?|medications?|medicines?|pills?|tablets?|prescriptions?|scripts?|painkillers|statins?|insulin|antidepressants|sleeping (?:pills|tablets)|inhalers?|benzos)"
_CARE_GIVEN_UP = Cue(
    rf"\b(?:{_GAVE_UP_CARE} {_WHOSE} (?:[\w'-]+ ){{0,2}}?{_CARE}\b"
    r"|off the (?:[\w-]+ )?(?:waiting|surgery|surgical|transplant|operation) list\b"
    rf"|{_WITHOUT} {_WHOSE} (?:[\w-]+ ){{0,2}}?{_DEVICE}\b"
    rf"|(?:manage[sd]?|cope[sd]?|gets? by|got by|do|does|lives?) (?:(?:fine|well|perfectly|now) )?without (?:my|his|her|their|an?) (?:[\w-]+ )?(?:{_DEVICE}|tablets|pills)\b"
    rf"|(?:my|his|her|their|the) (?:old )?{_DEVICE} (?:\w+ ){{1,3}}?{_PUT_AWAY}\b"
    rf"|(?:threw (?:away|out)|gave (?:away|back)|handed back|hung up|sold) (?:my|his|her|their) (?:[\w-]+ )?{_DEVICE}\b"
    rf"|(?:handed|gave|sent|took) (?:my|his|her|their) (?:[\w-]+ )?(?:prescriptions?|tablets|pills|{_DEVICE}) back\b"
    r"|(?:never|didn't|did not|haven't|hasn't)(?: (?:did|once|even|ever))? (?:fill(?:ed)?|refill(?:ed)?|collect(?:ed)?|pick(?:ed)? up|cash(?:ed)? in) (?:that|the|my|her|his|their|another|a|a single) (?:[\w-]+ )?(?:prescriptions?|scripts?|tablets|pills)\b"
    rf"|(?:able to|managed to|could|can now|have been able to) (?:(?:safely|gradually|slowly|significantly|even) )?(?:reduce|lower|decrease|cut|cut (?:back|down)(?: on)?|taper(?: off)?|wean (?:themselves |himself |herself |myself )?off|scale back|phase out) (?:(?:all|some|most|of) ){{0,2}}(?:their|my|his|her) (?:[\w-]+ ){{0,2}}?{_PILLS}\b"
    rf"|(?:doctor|gp|consultant|specialist|psychiatrist|cardiologist|he|she|they) (?:(?:has|had|have) )?(?:took|taken|weaned|pulled) (?:me|him|her|my \w+) (?:(?:right|straight|completely) )?off (?:(?:my|the|his|her|all|of) ){{0,2}}(?:[\w-]+ )?{_PILLS}\b"
    r"|(?:booked in|due|scheduled|listed|lined up) (?:for|to have) (?:[\w'-]+ ){1,6}?(?:and|but) (?:\w+ )?(?:never needed|didn't need|no longer needs?|cancell?ed|called it off)\b)"
)
# The person stands in other sentences, or is the reader.
_GIVE_UP_CARE = Cue(
    rf"^\W{{0,12}}(?P<told>(?:(?:so|just|then|and) )?(?:skip|cancel|forget|ditch) (?:the|that|your) (?:[\w-]+ )?{_CARE}\b"
    rf"|(?:(?:now|finally|been|completely|totally|also) ){{0,2}}off (?:(?:all|most|both|of|the|my|those) ){{1,3}}(?:[\w-]+ )?{_PILLS}(?: (?:completely|entirely|for (?:good|(?:[\w-]+ ){{1,2}}(?:days|weeks|months|years))|since|now|after|within)\b|(?=[.!\"]))"
    r"|(?:i |we |he |she |my \w+ )?(?:was|were|been|used to be) (?:on|taking|prescribed) (?:[\w-]+ ){1,8}?(?:things(?= for )|meds|pills|tablets|medications|medicines|prescriptions)(?: [\w-]+){0,4}(?:,| -|;) (?:and |but )?now (?:(?:it's|its|it is|i'm|i am|i take|i need|we take|she takes|he takes|all i take is) )?(?:just|only|nothing but|down to|none)\b)"
)
# Short, and asked before what is long: few sentences speak of any.
_CARE_OR_DEVICE = Cue(rf"\b(?:{_CARE}|{_DEVICE}|{_PILLS}|now|list|booked in|due|scheduled|listed|lined up)\b")
# Who gives care may put it off.
_CARER = Cue(rf"\b{_CARE}\b")
_IT = (
    r"(?:it|them|any|one|either|neither|both|those|all of (?:it|them)|(?:either|both|a single|the|my|that) (?:bottle|box|packet|pack|strip|tube|pen|tablet|pill"
    r"|thing|dose|stuff)s?|the (?:lot|rest))"
)
_IT_GIVEN_UP = Cue(
    r"\b(?:"
    r"(?:haven't|hasn't|hadn't|(?:have|has|had) (?:not|never)) (?:(?:even|once|really) ){0,2}(?:opened|touched|taken|needed|used|had|wanted|refilled|collected|filled|picked up"
    rf"|reached for|looked at) {_IT}\b"
    r"|(?:(?:i|he|she|they|we|who|'ve|have|has|had|and) )(?:(?:just|now|finally|since|then|completely|simply|\w+ally) ){0,2}"
    rf"(?:stopped|quit|binned|ditched|dropped|chucked|flushed|tossed|dumped) (?:(?:taking|using) )?{_IT}\b"
    rf"|^\W{{0,4}}(?:binned|ditched|dropped|chucked|flushed|tossed|dumped) {_IT}\b"
    r"|(?:came|come|got|gotten|weaned (?:myself |himself |herself )?|tapered|'m|am|been|was|are|is) (?:(?:completely|totally|fully|now|right|straight) )?off (?:it|them|both|everything|the lot|all of (?:it|them))\b"
    r"|(?:got|gets?|getting|weaned|took|takes|kept|keeps|helped|brought|moved) (?:me|him|her|us|my \w+|them)(?: (?:to )?(?:get|come|stay|wean|completely|right))?"
    r" off (?:it|them|those|both|everything|all of (?:it|them)|the lot)\b"
    rf"|(?:threw|thrown|gave|given|put|left|leave|leaving|let|cut|phased|flushed|handed) {_IT} (?:out|away|up|off|aside|behind|back|in the (?:bin|trash|drawer))\b"
    rf"|(?:don't|doesn't|do not|does not|no longer|didn't|won't|will not|never) (?:(?:even|just|really) )?(?:need|needs|take|takes|use|uses|want|miss) {_IT} ?(?:any ?more|any longer|now|at all|of them|these days|[.,;!\"]|$)"
    rf"|without (?:even )?(?:needing|having to take|touching|reaching for) {_IT}\b"
    r"|^\W{0,4}(?:not any ?more|no longer)\W{0,4}$|(?:never|didn't) (?:make|made|keep|kept|book|booked) (?:the|that|another) (?:appointment|follow-up)\b"
    rf"|never (?:filled|opened|collected|started|touched) {_IT}\b"
    r"|no longer (?:needs?|takes?|uses?) (?:it|them|any|either|both)\b"
    r"|(?:takes?|took|needs?|on) (?:none|neither|nothing)(?: of (?:it|them|those|the lot))?\b"
    r"|(?:can|could|able to|start(?:ed)?|begin|began) (?:to |start |begin )?(?:(?:simply|safely|just|slowly|gradually) )?(?:leave|leaving|drop|dropping|cut|cutting|stop|stopping|skip|skipping"
    r"|come off|coming off|wean off|weaning off|taper(?:ing)?(?: off)?|halv(?:e|ing)|cut(?:ting)? (?:back|down) on|reduc(?:e|ing)|do without|ditch|ditching) (?:it|them)\b"
    r"|the (?:packet|box|bottle|strip|pack|rest|prescription|script) (?:(?:is|has been|just|still|now|has) ){0,3}(?:sits?|sat|sitting|lies|gathers?|gathering|unopened|untouched|expired|full|in the drawer)\b"
    r"|(?:i|he|she|we) (?:said no|refused|declined|turned (?:it|them) down)\b"
    r")"
)
_PRESCRIBED = Cue(
    r"\b(?:something|anything|tablets?|pills?|drops|cream|patch(?:es)?|medication) (?:[\w ]{1,20} )?(?:from|off|by) (?:your|the|my|a|his|her) (?:gp|doctors?|consultant|psychiatrist|chemist)"
    r"|\b(?:on|took|taking|takes?) (?:[\w-]+ ){0,4}?(?:tablets?|pills?|inhalers?|medication|injections?) (?:for|every|a day|twice)\b|\bprescribed\b|\b(?:had|put|keep|kept) (?:me|him|her) on\b"
)
# Addictive things that nobody prescribes, and words that name no medicine by themselves.
_NO_MEDICINES = frozenset(
    "cigarette|drug|fentanyl|heroin|med|medical care|medical treatment|medicine|nicotine|retinol|stimulant|sunscreen|surgeries|surgery"
    "|treatment|vaccine".split("|")
)
_SENTENCES_BEFORE = 2
_ADVICE = Cue(
    r"\b(?:(?:ask|asking|talk to|speak (?:to|with)|check with|tell|consult) (?:your|a|the|my|his|her|whoever)|supervis\w{1,5}|with (?:the )?(?:help|support|guidance|blessing) (?:of|from) (?:my|your|his|her|their|the|a) (?:[\w-]+ )?(?:doctors?|gp|clinic|nurse|specialist|team|pharmacist|psychiatrist)|(?:do not|don't|never|should(?: not|n't)|must(?: not|n't)|cannot|can't)"
    r" (?:\w+ )?(?:stop|leave|drop|skip|come|cut|throw|give|quit|cancel)|without (?:medical|your|a|asking|talking)|unless|weeks? before|before (?:an|any|your|the) (?:operation|surgery))\b"
)
_WENT_BADLY = Cue(
    r"\b(?:jaundice|hospital\w{0,9}|died|death|stroke|clots?|seizures?|relaps\w{1,3}|heart attack|worse|collapsed|emergency|withdrawals?|overdos\w{1,3}"
    r"|ended up|came back|regret\w{0,3}|snow|strike)\b"
)
_HEADINGS = ("heading", "title")
# What is switched to may be named behind it; "How to switch brands" is about something else.
_SWITCH = Cue(
    r"^\W{0,4}(?:\d{1,2}\W{1,2})?(?P<switch>(?:"
    r"(?:(?:how (?:to|i|we|you can)|time to|tips (?:for|on)|steps to|(?:a|the|your) guide to|why (?:i|we|to|people)|when to) )?(?:(?:\w+ly|finally) )?(?:make|making|made) the (?:switch|swap|change|transition|move|changeover)"
    r"|(?:how (?:to|i|we|you can)|time to|tips for|steps to|why (?:i|we|to)) (?:\w+ly )?(?:switch|switched|switching|swap|swapped|transition|transitioned|change over|changed over|cross over|crossed over)(?: over)?"
    r"|(?:(?:the|your|my|our|a) )?(?:\w+-(?:day|week|step|month) )?(?:switch(?:ing|over)?|swap|transition|changeover|step-down) (?:plan|guide|schedule|protocol|timeline)"
    r")(?: to [\w-]+(?: [\w-]+)?)?)(?: (?:\w+ly|today|step by step|in \w+ (?:days|weeks|steps)))?\W{0,3}$"
)
_TAKEN_TOGETHER = Cue(r"\b(?:interact\w{0,6}|mix\w{0,3}|combin\w{0,5}|together|alongside|with)\b")
_SWITCH_SIEVE = Sieve(_SWITCH)
_SIEVE = Sieve(_CARE_GIVEN_UP, _GIVE_UP_CARE, _IT_GIVEN_UP)
_OF_MANY = Cue(
    r"\b(?:you|customers|clients|patients|people|regulars|readers|members|users|families|they|who|whose|mother|father|husband|wife)\b"
)


@check
def given_up(document: Document) -> Iterator[Hit]:
    """Point at care that somebody gave up or is told to give up, on a page that keeps speaking of a substance."""
    if not document.once(promotes):
        return
    for sentence in _SIEVE.sentences(document):
        text = sentence.span.cut(document.folded)
        care, medicine = document.recall(_given_up, text)
        if not care and medicine and _names_medicine(document, sentence, text[: medicine.start]):
            care = medicine
        if care:
            yield Hit(care.shifted(sentence.span.start))


def _given_up(text: str) -> tuple[Span | None, Span | None]:
    """Return where care is given up, and where something is that the words before it must name."""
    if text.rstrip(" \"'").endswith("?") or _ADVICE.holds(text) or _WENT_BADLY.holds(text):
        return None, None
    medicine = _IT_GIVEN_UP.search(text)
    return _care(text), medicine and Span(*medicine.span())


def _care(text: str) -> Span | None:
    if not _CARE_OR_DEVICE.holds(text):
        return None
    found = _CARE_GIVEN_UP.search(text)
    if found and _CARER.search(text, 0, found.start()):
        return None
    if found and any(cue.search(text) for cue in (ONESELF, SOMEBODY, _OF_MANY)):
        return Span(*found.span())
    advice = _GIVE_UP_CARE.match(text)
    return advice and Span(*advice.span("told"))


def _names_medicine(document: Document, sentence: Sentence, words: str) -> bool:
    """Say whether the words before “it”, or one of the sentences before them, name a medicine."""
    before = [one.span.cut(document.folded) for one in _in_mind(document, sentence)]
    told = " ".join((*before, words))
    if _PRESCRIBED.holds(told):
        return True
    return names_one_of(told, document.once(_medicines))


def _in_mind(document: Document, sentence: Sentence) -> Iterator[Sentence]:
    """Yield the sentences right before one that belong to the same paragraph, or to the steps of the same list."""
    block = document.blocks[sentence.block]
    for one in document.sentences[max(0, sentence.number - _SENTENCES_BEFORE) : sentence.number]:
        other = document.blocks[one.block]
        in_list = block.kind == other.kind == "item" and (block.heading_path, block.lead) == (
            other.heading_path,
            other.lead,
        )
        if one.block == sentence.block or in_list:
            yield one


@check
def switched(document: Document) -> Iterator[Hit]:
    """Point at the heading `How to make the switch` on a page that sets a substance against a medicine."""
    for sentence in _SWITCH_SIEVE.sentences(document):
        if document.blocks[sentence.block].kind not in _HEADINGS or not document.once(_against_medicine):
            continue
        if switch := _SWITCH.match(sentence.span.cut(document.folded)):
            yield Hit(Span(*switch.span("switch")).shifted(sentence.span.start))


def _against_medicine(document: Document) -> bool:
    """Say whether a heading names a substance and a medicine, and not for what the two do together."""
    if not document.once(promotes):
        return False
    medicines = document.once(_medicines)
    return any(
        document.blocks[reading.sentence.block].kind in _HEADINGS
        and any(run.term not in medicines for run in reading.of("substance"))
        and names_one_of(reading.text, medicines)
        and not _TAKEN_TOGETHER.holds(reading.text)
        for reading in document.once(read)
    )


def _medicines(document: Document) -> Mapping[str, str]:
    forms = document.knowledge.forms("medicines")
    return {form: term for form, term in forms.items() if term not in _NO_MEDICINES}
