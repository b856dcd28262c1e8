"""Checks of words that stand in a text for a search engine."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kratomlint.document import Document, Sentence
from kratomlint.finding import Hit
from kratomlint.language.cue import Cue
from kratomlint.language.reading import read
from kratomlint.registry import check
from kratomlint.span import Span

_QUESTION = Cue(r"(?:does|do|is|are|can|will|should|how|what|why|when|where|which)\b[^?]{3,90}\?$")
# A sentence that speaks of the article cannot be the answer to a question.
_ABOUT_THE_ARTICLE = Cue(
    r"(?:this|the|our) (?:[\w-]+ )?(?:article|guide|post|blog|review|piece|page|section)\b|in this \w+"
    r"|(?:here|below|next|first|today),? we\b|we(?:'ll| will| are| also)? (?:\w+ )?(?:explore|look|discuss|examine|cover|delve)"
    r"|(?:read|keep reading|let's)\b"
)


@check
def stray_question(document: Document) -> Iterator[Hit]:
    """Point at questions about the substance that a paragraph drops between its sentences and never answers."""
    named = {reading.sentence.number for reading in document.once(read) if reading.of("substance")}
    for number, sentences in enumerate(document.sentences_by_block):
        if document.blocks[number].kind == "paragraph":
            for place in range(1, len(sentences) - 1):
                if sentences[place].number in named and _is_stray(document, sentences, place):
                    yield Hit(_trimmed(document, sentences[place]))


def _is_stray(document: Document, sentences: Sequence[Sentence], place: int) -> bool:
    before, question, after = (
        sentence.span.cut(document.folded).strip() for sentence in sentences[place - 1 : place + 2]
    )
    return bool(_QUESTION.match(question)) and not before.endswith("?") and bool(_ABOUT_THE_ARTICLE.match(after))


def _trimmed(document: Document, sentence: Sentence) -> Span:
    words = sentence.span.cut(document.prose.text)
    return Span(sentence.span.start, sentence.span.start + len(words.rstrip()))
