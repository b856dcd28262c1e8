"""Who is quoted to speak for a product, and which of their sentences tell of an effect. Pure.

A testimonial tells how it was before, how it is now, and of the parcel. Only how it is now is given as evidence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kratomlint.document import Block, Document, Sentence
from kratomlint.language.cue import Cue
from kratomlint.language.outcomes import NO_SUCCESS, OUTCOMES
from kratomlint.language.reading import promotes, read
from kratomlint.named import NamedTuple

# A quotation begins a block, or stands behind its speaker's name there.
_OPENS = Cue(
    r'^[\s>*_•★☆⭐-]{0,12}(?:[a-z][\w.]{1,19}(?: [a-z]{1,14}\.?)?(?:,? \(?[1-9]\d\)?)?[*_]{0,2} ?(?:[:–—-][*_]{0,2} ?|[★⭐][★☆⭐]{2,4} ))?"'
)
# Whoever gives stars needs no quotation marks: "★★★★★ Vi R. – It works."
_OPENS_WITH_STARS = Cue(r'^[\s>*_•-]{0,4}[★⭐][★☆⭐]{2,4}[\s*_]{1,4}(?=[a-z])[^"]+$')

_DASH = Cue(r"^[\s*_(]{0,4}[-–—~]")
_SIGNED = Cue(r"""^["”*_]{0,4}\s{0,3}(?:\(|\(?[-–—~]{1,3})\s?[*_"“]{0,3}(?=[A-Z])""")
# A bare word before a quotation is seldom a name, except where stars stand before it.
_NAMED_FIRST = Cue(
    r"^[\s>*_•★☆⭐-]{0,12}[A-Z][a-z]{1,13}(?: [A-Z]\.|,? \(?[1-9]\d\b)|^[\s>*_•-]{0,4}[★⭐][★☆⭐]{2,4}[\s*_]{1,4}[A-Za-z]"
)
# Who gives stars has bought.
_STARRED = Cue(r"^[\s>*_•-]{0,4}(?:[a-z][\w.]{1,19}(?: [a-z]{1,14}\.?)?[*_]{0,2} )?[★⭐][★☆⭐]{2,4}")
_LONGEST_SIGNATURE = 90
# Whoever knows or governs, and the sages whom copy likes to quote.
_LEARNED = Cue(
    r"\b(?:Dr|Doctor|Professor|Prof|MD|M\.D|PhD|Ph\.D|RN|FDA|CEO|Hippocrates|Paracelsus|Rumi|Buddha|Confucius|Aristotle|Plato|Lao"
    r"|Ayurveda|Proverbs?|Proverb|[Pp]roverb|saying|[Rr]esearcher|[Aa]uthor|[Ss]cientist|[Ss]pokes\w{3,8}|[Oo]fficer|[Dd]irector"
    r"|et al|[Cc]olleagues|[Jj]ournal|University|Institute|Agency|Cochrane|NIH|WHO|EFSA"
    r"|[Ff]ounder|[Dd]ietitian|[Nn]utritionist|[Pp]harmacist|[Pp]hysician|[Nn]aturopath|[Hh]erbalist)\b"
)
# Who bought is known by so little of a name.
_BUYER = Cue(
    r"(?:[Vv]erified|[Bb]uyer|[Cc]ustomer|[Cc]lient|[Uu]ser|[Mm]ember|[Ss]ubscriber|[Rr]eviewer|[Rr]eader)\b"
    r"|^[A-Z][\w'’-]{0,14}(?: [A-Z]\.)?[*_.)\"”]{0,4}(?:,|\s{0,2}$)"
)
_ABOVE = Cue(
    r"\b(?:reviews?|testimonials?|customers?|clients?|buyers?|users?|feedback|happy|real (?:people|stories|results|words|women|men|life)"
    r"|success stories|in their (?:own )?words|people (?:are )?say(?:ing)?|they say|love letters|what you say)\b"
)
_BEFORE = Cue(
    r"^\W{0,12}(?:(?:honestly|okay|ok|so|look|well|at first|before this|for (?:[\w-]{1,12} ){1,3}),? )?"
    r"(?:(?:i|we|he|she|it|the \w{2,12}|my (?:\w{2,12} ){0,2}\w{2,12})(?: (?:was|were|had|used to|couldn't|could (?:not|barely|hardly)|never|thought|tried"
    r"|suffered|struggled|started|heard|didn't|hated|dreaded|wanted|expected|(?:has|have) (?:been|had|always|never|suffered|struggled|tried))|'d|'ve (?:been|had|always|never|suffered|struggled|tried))\b"
    r"(?! (?:(?:so|much|far|the|my) ){0,2}(?:best|better|more|less|fewer|great|good|amazing)\b)|(?:was|been|had|used to|spent|tried|suffered|struggled)\b(?! (?:(?:even|finally|soon|also|actually|quickly) ){0,2}(?:able|off|back|asleep|out)\b))"
)
# What the tale turns on.
_TURN = Cue(
    r"\b(?:never (?:going back|looked back|been better|felt better|slept better|without it)|now(?:adays)?|these days|today|no longer|no more|any ?more|ever since|since(?! (?:(?:19|20)\d\d|childhood|birth|(?:high )?school|college|university|forever|adolescence|puberty|the (?:birth|accident|war|divorce|pandemic)|an? |my |(?:i|he|she) was))"
    r"|until (?:this|i|we|now|then)|after (?:[\w-]{1,12} ){0,3}?(?:days?|weeks?|months?|nights?|jars?|tubs?|bottles?|bags?|cups?|packs?)|within|gone|finally|in (?:years|months|ages|decades|(?:an?|one|two|three|four|five|six|eight|ten|\d{1,2}) (?:days?|weeks?|months?))"
    r"|(?:days?|weeks?|months?|nights?|jars?|tubs?|bottles?|bags?|cups?|packs?) (?:in|on|later|of)\b)"
)
# “Slept like a log” leaves the person out.
_ONESELF = Cue(
    r"\b(?:i|i'[mvdl]{1,2}e?|me|my|mine|we|our|us)\b"
    r"|^\W{0,12}(?:slept|sleeping|lost|feel(?:ing)?|felt|woke|waking|down|no more|went|ran|walked|can|noticed|back to|(?:was )?(?:(?:even|finally|soon) )?able to|off)\b"
)
_VERDICT = Cue(
    r"^\W{0,12}(?:(?:it|this|stuff|just|really|actually|absolutely|simply|honestly|and) ){0,3}(?:works?|worked|does the (?:job|trick)|it's the \w{3,12})\b"
    r"|^\W{0,12}(?:(?:total|absolute|real|complete|a|an|very|super|so|really|incredibly|[\w-]{3,10} (?:but|and|yet)) ){0,3}(?:effective|game[- ]?changer|life[- ]?(?:saver|changer)|godsend|miracle)\b"
)
# Of what was bought, of the sender and to the sender.
_ORDER = Cue(
    r"\b(?:deliver\w{1,4}|shipp\w{2,4}|arriv\w{2,4}|parcel|packag\w{1,4}|post(?:age|ed|al)|pric\w{1,3}|cheap\w{0,4}|value|expensive|costs?|tast\w{1,3}"
    r"|flavou?r\w{0,4}|smell\w{0,2}|texture|mix(?:es|ed)?|dissolv\w{1,3}|gritty|staff|service|team|friendly|shop|store|website|(?:re-?)?order\w{0,3}"
    r"|bought|buy(?:ing)?|purchas\w{1,3}|subscri\w{2,6}|recommend\w{0,3}|thanks?|thank you|stars?|refund\w{0,3}|s[ck]eptic\w{0,4}|(?:best|finest) (?:[\w-]{1,14} ){1,3}(?:i|i've|we) |favou?rites?|got here|came (?:in|within)|brand|company|jar|tin|pouch|farm|website|postman|courier|reviews?|rated|ratings?)\b"
)
# A harm, or nothing at all.
_NO_PRAISE = Cue(
    r"\bma(?:kes?|de|king) (?:me|him|her|us|my \w+) (?:\w+ ){0,2}?(?:sick|ill|nause\w{2,4}|queasy|dizzy|anxious|jittery|itchy|itch|throw up|vomit|shaky|worse|foggy|groggy|sweat|angry|depressed)\b"
    r"|\b(?:gave|gives|giving) (?:me|him|her|us) (?:(?:an?|the|some|such|terrible|horrible|bad|awful|nasty|worst|massive|mild|slight|really) ){0,4}(?:headaches?|migraines?|stomach ?aches?|rash|heartburn|cramps|diarrh\w{2,4}|nausea|hangovers?|hives|palpitations|side effects?|anxiety|insomnia|reflux|wobbles)\b"
    r"|\b(?:upset|hurt|wrecked|messed up) my (?:stomach|tummy|gut)|\b(?:felt|feel|feeling) (?:(?:really|so|very|quite|a bit|absolutely) )?(?:awful|terrible|horrible|rough|nause\w{2,4}|jittery|nothing|no different|weird)\b"
    r"|\b(?:way )?too (?:strong|weak|sleepy|sedating)\b|\bdisappoint\w{2,4}|\bwaste of\b|\breturn(?:ed|ing) (?:it|them)\b|\b(?:won't|will not|wouldn't|would not|never) (?:be )?(?:buy|buying|order|ordering|recommend|use|take)\b|\b(?:useless|overrated|overpriced)\b|\bnot as (?:strong|good|effective)\b"
)
# What no parcel has; and "Great for studying." leaves out the person and the effect.
_SENSED = Cue(
    r"\b(?:buzz(?:ed)?|calm\w{0,4}|relax\w{0,6}|dreams?|sleep\w{0,3}|slept|moods?|energy|energi[sz]ed|focus\w{0,3}|euphori\w{1,3}|mellow|uplift\w{0,4}"
    r"|chill(?:ed)?|nerves|crash|jitters|hangovers?|aches?|achy|stiff\w{0,4}|motivat\w{2,4}|alert|awake|clear-?headed|pick-me-up)\b"
    r"|^\W{0,12}(?:(?:really|so|very|just|absolutely|pretty|works) ){0,2}(?:great|good|perfect|excellent|amazing|awesome|ideal|wonderful|fantastic|brilliant"
    r"|nice|lovely|super) (?:for|before|after|during) (?!(?:(?:a|an|the|my|your|any|first|making|your) ){0,2}(?:beginners?|gifts?|presents?|travel\w{0,5}|trips?|tea|teas|coffee"
    r"|smoothies?|baking|cooking|brewing|shakes?|timers?|users?|environment|money|mon\w{1,4}|compost|garden\w{0,3}|plants?|planet|kitchen|on the go)\b)\w"
)
# What is still taken was not given up, and a brand that is liked better has done nothing.
_NOTHING_CHANGED = Cue(
    r"\bstill (?:tak(?:e|es|ing)|need(?:s|ing)?|us(?:e|es|ing)|hurts?|aches?|wak(?:e|es|ing))\b|\bprefer\w{0,3}\b"
    r"|^\W{0,4}i (?:\w+ )?(?:cried|laughed|smiled|agree|know|think so|promise)\W{0,4}$"
)
_COMPLAINTS = ("condition", "function")
# Of a parcel these say nothing: "Shipping was slow" relieves nobody.
_HEALTH = (*_COMPLAINTS, "relieve", "improve", "effect")


class Testimony(NamedTuple):
    """The sentences of a quotation that tell of an effect, and those that tell only how it was before."""

    told: tuple[Sentence, ...]
    before: tuple[Sentence, ...]


def read_testimonies(document: Document) -> Sequence[Testimony]:
    """Return what is quoted in praise of what the text keeps speaking of; ask through `document.once`."""
    return [*_testimonies(document)] if document.once(promotes) else ()


def _testimonies(document: Document) -> Iterator[Testimony]:
    for number, block in enumerate(document.blocks):
        spoken = _spoken(document, block, document.sentences_by_block[number])
        if not spoken:
            continue
        signature = _signature(document, number)
        if signature is not None and not _LEARNED.search(signature):
            yield _testimony(document, spoken, _is_buyer(document, block, signature))


def _spoken(document: Document, block: Block, sentences: Sequence[Sentence]) -> Sequence[Sentence]:
    """Return the sentences of a quotation that a block begins with."""
    words = block.span.cut(document.folded)
    if document.recall(_OPENS_WITH_STARS.holds, words):
        return sentences
    if not document.recall(_OPENS.holds, words):
        return ()
    end = block.span.start + words.rfind('"')
    return [one for one in sentences if one.span.start <= end and not _DASH.match(one.span.cut(document.folded))]


def _signature(document: Document, number: int) -> str | None:
    """Return the words that say who speaks, or None where a quotation lacks a name that it needs."""
    block = document.blocks[number]
    words = block.span.cut(document.prose.text)
    if '"' not in block.span.cut(document.folded):
        return words[:_LONGEST_SIGNATURE]
    end = block.span.cut(document.folded).rfind('"')
    after = words[end : end + _LONGEST_SIGNATURE]
    if number + 1 < len(document.blocks) and not after.strip('"”*_ '):
        following = document.blocks[number + 1].span.cut(document.prose.text)
        after += following if len(following) < _LONGEST_SIGNATURE else ""
    if signed := _SIGNED.match(after):
        return after[signed.end() :]
    if _NAMED_FIRST.match(words):
        return words[: block.span.cut(document.folded).find('"')].strip("*_:–—★☆⭐- ")
    # Of what nobody signed, the words themselves may say who speaks.
    return words if block.kind == "quote" else None


def _is_buyer(document: Document, block: Block, signature: str) -> bool:
    heading = block.heading_path[-1].lower() if block.heading_path else ""
    return (
        _BUYER.search(signature) is not None
        or _STARRED.holds(block.span.cut(document.folded))
        or document.recall(_ABOVE.holds, heading)
    )


def _testimony(document: Document, spoken: Sequence[Sentence], is_buyer: bool) -> Testimony:
    readings = document.once(read)
    told: list[Sentence] = []
    before: list[Sentence] = []
    for place, sentence in enumerate(spoken):
        text = sentence.span.cut(document.folded)
        if place == 0:
            # The speaker's name is not spoken.
            text = text[max(text.find('"'), 0) :]
        if _is_before(text):
            before.append(sentence)
        elif not (NO_SUCCESS.search(text) or _NO_PRAISE.search(text)) and (
            readings[sentence.number].of(*(_COMPLAINTS if _ORDER.holds(text) else _HEALTH))
            or OUTCOMES.search(text)
            or (is_buyer and _may_tell(text))
        ):
            told.append(sentence)
    return Testimony(tuple(told), tuple(before))


def _is_before(text: str) -> bool:
    return _BEFORE.search(text) is not None and not _TURN.search(text)


def _may_tell(text: str) -> bool:
    """Say whether a buyer's sentence is of the person and not of the parcel: what else would a shop quote it for?"""
    if _ORDER.search(text) or _NOTHING_CHANGED.search(text):
        return False
    return any(cue.search(text) for cue in (_ONESELF, _TURN, _VERDICT, _SENSED))
