"""In which voice an article speaks as a whole: whether it sells, praises and promises, or weighs. Pure; what follows is a check's matter.

A careful text (an encyclopedia's page, a leaflet, the news of an authority, a clinician's note) has no source beside every
sentence: an institution answers for the whole. What tells it from copy that borrows its tone is not the tone, which
anybody can borrow, but what copy cannot do without: a trace of the seller, the writer's own person, praise, promises.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from operator import itemgetter
from typing import TypeVar

from kratomlint.afresh import each
from kratomlint.document import Document, Sentence
from kratomlint.language import register_cues as cues
from kratomlint.language.addresses import is_selling
from kratomlint.language.citations import sourced
from kratomlint.language.claims import counts, read_claims
from kratomlint.language.own_research import reports_own_research
from kratomlint.language.reading import own_names, read
from kratomlint.language.references import read_reference_list
from kratomlint.language.sieve import Sieve
from kratomlint.language.subjects import guidings

Read = TypeVar("Read")

# Of a shorter text nobody can say how it speaks.
FEWEST_WORDS = 100
# The next five are counted in a thousand words. Copy has twice as many promises even where it hedges in every sentence
# and sells nothing; of encyclopedias, leaflets and clinical notes nineteen in twenty have fewer. One is always allowed.
MOST_PROMISES = 5.0
# A reference work never speaks of its writer; a quotation that is not marked may.
MOST_PERSONAL = 1.0
# A text that leans on studies and findings that nobody can look up is no reference. Two are always allowed.
MOST_APPEALS = 6.0
# A reference work tells nobody how to use a remedy, whatever it warns of. Two are always allowed.
MOST_GUIDINGS = 10.0
# A text that names next to no harm, limit or doubt has weighed nothing; however short it is, it names three.
FEWEST_WEIGHINGS = 5.0
LEAST_WEIGHED = 3.0
# So many for each promise. Spin tells more of benefit than of harm (Boutron 2010); copy that warns comes to three.
WEIGHINGS_FOR_A_PROMISE = 4.0

_SELLING, _SPEAKING_AS_I, _PRAISING = Sieve(cues.SELLS), Sieve(cues.PERSONAL), Sieve(cues.PRAISES, cues.ASSURES)
_APPEALING, _WEIGHING = Sieve(cues.APPEALS), Sieve(cues.WEIGHS)

# As for what an article promotes: few things, each named again and again.
_FEW_NAMES = 4
_FEWEST_NAMINGS = 3


def is_careful(document: Document) -> bool:
    """Say whether an article sells nothing, promises next to nothing and weighs; ask through `document.once`."""
    if document.words < FEWEST_WORDS or traces_of_a_seller(document):
        return False
    thousands = document.words / 1000
    promised = promises(document)
    if promised > max(1.0, MOST_PROMISES * thousands):
        return False
    if document.once(reports_own_research):
        # A report gives its results, and need not warn.
        return True
    if first_persons(document) > MOST_PERSONAL * thousands or appeals(document) > max(2.0, MOST_APPEALS * thousands):
        return False
    if document.once(guidings) > max(2.0, MOST_GUIDINGS * thousands) and document.once(_speaks_of_a_remedy):
        return False
    enough = max(LEAST_WEIGHED, FEWEST_WEIGHINGS * thousands, WEIGHINGS_FOR_A_PROMISE * promised)
    return weighings(document) >= enough


def is_clinical(document: Document) -> bool:
    """Say whether an article is careful and about no remedy, but an illness, a test, a procedure; ask through `document.once`.

    What sounds like praise or a promise there is said of treatments that doctors give.
    """
    return document.once(is_careful) and not document.once(_speaks_of_a_remedy)


def traces_of_a_seller(document: Document) -> int:
    """Count the links to shops and the sentences with a price, an order, products of “ours”."""
    links = sum(is_selling(citation.target) for citation in document.citations if citation.kind == "link")
    return links + sum(_each_own(document, cues.SELLS.holds, _SELLING, False))


def first_persons(document: Document) -> int:
    """Count the sentences in which the writer speaks as “I”; “Can I take it?” is the reader's voice."""
    told = zip(document.once(_own_texts), _each_own(document, cues.PERSONAL.holds, _SPEAKING_AS_I, False), strict=True)
    return sum(personal and not text.rstrip().endswith("?") for text, personal in told)


def promises(document: Document) -> int:
    """Count benefits stated as fact, words of praise, of safety and of substitution."""
    # Of a text about no remedy, what reads like a claim is said of a treatment that doctors give.
    claims = document.once(read_claims) if document.once(_speaks_of_a_remedy) else ()
    claimed = {claim.sentence.number for claim in claims if counts(claim)}
    praised = _each_own(document, _praise, _PRAISING, 0)
    own = (sentence.number for sentence, _ in document.once(_own_words))
    return sum(max(number in claimed, praise) for number, praise in zip(own, praised, strict=True))


def appeals(document: Document) -> int:
    """Count the sentences that lean on research or opinion without a source, and not for a harm or a doubt."""
    appealing = _each_own(document, _appeals, _APPEALING, False)
    own = (sentence for sentence, _ in document.once(_own_words))
    return sum(appeal and not sourced(document, sentence) for sentence, appeal in zip(own, appealing, strict=True))


def weighings(document: Document) -> int:
    """Count the sentences that name a harm, warn or doubt."""
    return sum(_each_own(document, cues.WEIGHS.holds, _WEIGHING, False))


def _appeals(text: str) -> bool:
    return cues.APPEALS.holds(text) and not cues.WEIGHS.holds(text)


def _praise(text: str) -> int:
    return sum(1 for _ in cues.PRAISES.finditer(text)) + bool(cues.ASSURES.search(text))


def _speaks_of_a_remedy(document: Document) -> bool:
    """Say whether the text keeps naming one thing that people take: a bare “infusion” or “tablet” names none."""
    unknown = frozenset(name for name in document.once(own_names) if not _is_taken(document, name))
    mentions = Counter(
        run.term
        for reading in document.once(read)
        for run in reading.of("substance")
        if run.term not in cues.FORMS and run.term not in unknown
    )
    named = sum(count for _, count in mentions.most_common(_FEW_NAMES))
    return named >= _FEWEST_NAMINGS and named * 100 >= document.words


def _is_taken(document: Document, name: str) -> bool:
    """Say whether a word that no list knows names something that is drunk, swallowed or sold, not an illness."""
    word = re.escape(name)
    return bool(
        re.search(rf"\b(?:{cues.TAKING}) (?:\w+ )?{word}\b|\b{word}(?:'s)? (?:{cues.WARES})\b", document.folded)
    )


def _own_words(document: Document) -> Sequence[tuple[Sentence, str]]:
    """Return the sentences without what they quote, and without the sources listed: those are other voices."""
    listed = {entry.span for entry in document.once(read_reference_list).entries}
    words = document.each_sentence(_without_quotations)
    own = array("I", (one.number for one in document.sentences if document.blocks[one.block].span not in listed))
    return each(lambda number: (document.sentences[number], words[number]), own)


def _without_quotations(text: str) -> str:
    return cues.QUOTED.sub(" ", text) if '"' in text else text


def _each_own(document: Document, read: Callable[[str], Read], sieve: Sieve, silent: Read) -> Iterator[Read]:
    """Yield what `read` makes of each of the writer's sentences; `silent` where no cue of the sieve can match."""
    if document.knowledge.memory:
        yield from document.recall_each(read, document.once(_own_texts), read)
        return
    touched = document.once(sieve.numbers)
    for sentence, text in document.once(_own_words):
        # What meets where a quotation was left out, the sieve has not seen.
        is_ruled_out = sentence.number not in touched and text == document.folded_sentences[sentence.number]
        yield silent if is_ruled_out else read(text)


def _own_texts(document: Document) -> Sequence[str]:
    return each(itemgetter(1), document.once(_own_words))
