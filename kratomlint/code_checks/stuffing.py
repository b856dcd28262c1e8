"""Checks of words that stand in a text for a search engine."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence, Set
from itertools import pairwise

from kratomlint.afresh import numbers
from kratomlint.document import Document, Sentence
from kratomlint.finding import Hit
from kratomlint.language.cue import Cue
from kratomlint.language.reading import Tagged, promotes, read
from kratomlint.language.register import is_careful
from kratomlint.registry import check

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
