"""Checks of words that stand in a text for a search engine."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence, Set
from itertools import pairwise

from kratomlint.afresh import numbers
from kratomlint.document import Document, Sentence
from kratomlint.finding import Hit
from kratomlint.language.cue import Cue
from kratomlint.language.reading import Reading, Tagged, promotes, read
from kratomlint.language.register import is_careful
from kratomlint.registry import check
from kratomlint.span import Span

_QUESTION = Cue(r"(?:does|do|is|are|can|will|should|how|what|why|when|where|which)\b[^?]{3,90}\?$")
# A sentence that speaks of the article cannot be the answer to a question.
_ABOUT_THE_ARTICLE = Cue(
    r"(?:this|the|our) (?:[\w-]+ )?(?:article|guide|post|blog|review|piece|page|section)\b|in this \w+"
    r"|(?:here|below|next|first|today),? we\b|we(?:'ll| will| are| also)? (?:\w+ )?(?:explore|look|discuss|examine|cover|delve)"
    r"|(?:read|keep reading|let's(?! (?:take a|find|see|look)))\b"
)

# A name that is followed by a noun belongs to the name of another thing: "kava root, kava tea and kava extract".
_BARE = Cue(
    r"\s*(?:[.,;:!?)]|$|(?:is|are|was|were|does|do|can|could|may|might|will|has|have|and|or|but|for|to|in|on|with|from|as|at|if|that|which"
    r"|so|because|works?|helps?|affects?|contains?|comes?|makes?|gives?|offers?|interacts?)\b)"
)
_TOO_OFTEN = 3
# "Kava for sleep", and nobody's "kava for you" or "kava for sale".
_FOR_WHAT = Cue(
    r" for (?!(?:an?|the|sale|free|your?|yours|me|my|us|our|them|their|it|its|this|that|these|those|him|her|all|any|each|every|some|many|most"
    r"|more|both|which|what|whom|anyone|everyone|people|men|women|kids|children|beginners|now|centuries|years|days|weeks|months|hours)\b)[a-z][\w-]*+"
)
# A phrase that comes back so often is one that was to be found.
_PHRASE_TOO_OFTEN = 5
# Where the phrase stands as if it were the name of a thing: the subject of a verb, or what somebody is new to.
_BEFORE_A_SUBJECT = Cue(
    r"(?:^|[.:;,!?(—–-]|\b(?:how|why|that|whether|does|do|can|will|is|and|but|because|when|while|if|so|ways|reasons|what))\W{0,3}$"
)
_ITS_VERB = Cue(
    r"(?: [a-z][\w-]*+)?? (?:is|works?|can|may|might|could|has|helps?|offers?|does|takes?|provides?|makes?|gives?|becomes?|stands?|delivers?|remains?)\b"
)
_NAMED_BEFORE = Cue(r"\b(?:new to|curious about|(?:power|world|magic|wonders) of) $")
_MAKING = Cue(r"\b(?:mak(?:e|es|ing)|made) $")
_MADE = Cue(r" an? ")
_BETWEEN_PHRASES = Cue(r"[,|•;·]")
_FEWEST_PHRASES = 3
_MOST_WORDS = 7
_SENTENCE = Cue(r"[.!?:\d]|\b(?:is|are|was|were|has|have|and|or|can|may)\b")
_TYPED = Cue(r"(?:does|do|is|are|can|will|how|what|why|best)\b(?: [\w'-]+){3,}$")


@check
def stray_question(document: Document) -> Iterator[Hit]:
    """Point at questions about the substance that a paragraph drops between its sentences and never answers."""
    named = document.once(_naming)
    for number, sentences in enumerate(document.sentences_by_block):
        if document.blocks[number].kind == "paragraph":
            for place in range(1, len(sentences) - 1):
                if sentences[place].number in named and _is_stray(document, sentences, place):
                    yield Hit(sentences[place].words_span)


@check
def keyword_list(document: Document) -> Iterator[Hit]:
    """Point at lines that only list search phrases, all about one substance or one place."""
    readings = document.once(read)
    for block, sentences in zip(document.blocks, document.sentences_by_block, strict=True):
        text = block.span.cut(document.folded)
        if block.kind in ("paragraph", "item", "metadata") and sentences and not document.recall(_is_sentence, text):
            names = frozenset(run.term for sentence in sentences for run in readings[sentence.number].of("substance"))
            if document.recall(_is_keyword_list, text, names):
                yield Hit(block.span)


@check
def name_repeated(document: Document) -> Iterator[Hit]:
    """Point at sentences in which a page that sells a substance writes its name again where a pronoun would stand."""
    if not document.once(promotes) or document.once(is_careful):
        return
    for reading in document.once(read):
        if document.blocks[reading.sentence.block].kind != "paragraph":
            continue
        bare: dict[str, list[Tagged]] = {}
        for run in reading.of("substance"):
            if _BARE.match(reading.text, reading.end(run)):
                bare.setdefault(reading.text[reading.start(run) : reading.end(run)], []).append(run)
        for runs in bare.values():
            if len(runs) >= _TOO_OFTEN:
                yield Hit(reading.prose_span(reading.start(runs[0]), reading.end(runs[-1])))


@check
def phrase_as_name(document: Document) -> Iterator[Hit]:
    """Point at the search phrase of an article ("kava for sleep") where a sentence treats it as the name of a thing."""
    if document.once(is_careful):
        return
    said = document.once(_phrases)
    often = Counter(words for _, _, words in said)
    reached = -1
    for reading, span, words in said:
        sentence = reading.sentence
        if often[words] >= _PHRASE_TOO_OFTEN and sentence.number != reached and _is_a_name(reading.text, span):
            reached = sentence.number
            yield Hit(reading.prose_span(span.start, span.end))


def _phrases(document: Document) -> tuple[tuple[Reading, Span, str], ...]:
    """Return every "SUBSTANCE for PURPOSE": its sentence, its place therein and its words; ask through `document.once`."""
    found = []
    for reading in document.once(read):
        for run in reading.of("substance"):
            if purpose := _FOR_WHAT.match(reading.text, reading.end(run)):
                span = Span(reading.start(run), purpose.end())
                found.append((reading, span, span.cut(reading.text)))
    return tuple(found)


def _is_a_name(text: str, phrase: Span) -> bool:
    before, after = text[: phrase.start], text[phrase.end :]
    return bool(
        _NAMED_BEFORE.search(before)
        or (_BEFORE_A_SUBJECT.search(before) and _ITS_VERB.match(after))
        or (_MAKING.search(before) and _MADE.match(after))
    )


def _naming(document: Document) -> Collection[int]:
    """Return the numbers of the sentences that name a substance."""
    naming = (reading.sentence.number for reading in document.once(read) if reading.of("substance"))
    return numbers(len(document.sentences), naming)


def _is_sentence(text: str) -> bool:
    return _SENTENCE.holds(text.rstrip(" ."))


def _is_keyword_list(text: str, names: Set[str]) -> bool:
    said = [phrase for phrase in _BETWEEN_PHRASES.split(text.strip(" .")) if phrase.strip()]
    if len(said) < _FEWEST_PHRASES or not all(2 <= len(phrase.split()) <= _MOST_WORDS for phrase in said):
        return False
    phrases = [phrase.split() for phrase in said]
    shared = Counter(pair for phrase in phrases for pair in set(pairwise(phrase)))
    named = any(all(name in " ".join(phrase) for phrase in phrases) for name in names)
    return named or max(shared.values()) == len(phrases)


@check
def bare_question(document: Document) -> Iterator[Hit]:
    """Point at headings that are a question as it is typed: all in lower case and without its mark."""
    named = document.once(_naming)
    for number, sentences in enumerate(document.sentences_by_block):
        if document.blocks[number].kind in ("heading", "title") and sentences and sentences[0].number in named:
            words = sentences[0].span.cut(document.prose.text).strip()
            if words.islower() and _TYPED.match(words) and not words.endswith("?"):
                yield Hit(sentences[0].words_span)


def _is_stray(document: Document, sentences: Sequence[Sentence], place: int) -> bool:
    before, question, after = (
        sentence.span.cut(document.folded).strip() for sentence in sentences[place - 1 : place + 2]
    )
    return bool(_QUESTION.match(question)) and not before.endswith("?") and bool(_ABOUT_THE_ARTICLE.match(after))
