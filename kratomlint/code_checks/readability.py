"""How hard a text is to read. Counts words, sentences and syllables; knows no meaning."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kratomlint.document import Block, Document, Sentence
from kratomlint.finding import Hit
from kratomlint.language.cue import Cue
from kratomlint.registry import check

# Below it a grade says more about chance than about the text.
_FEWEST_WORDS = 100
_RUNNING = frozenset({"paragraph", "item", "quote"})
_WORD = Cue(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_VOWELS = Cue(r"[aeiouyàâäáéèêëíîïóôöúûü]+")
# Endings whose e is silent (baked, sides), and those whose e is not (wanted, doses, table).
_SILENT = Cue(r"(?:[^aeiouy]e|[^aeioudty]ed|[^aeiouyscxzgh]es|(?<![sc])hes|[^aeiou]ely)$")
_SPOKEN = Cue(r"[^aeiouylr]le$")
# Two vowels that are spoken apart: di-et, sci-ence, flu-id, vi-olent, ra-dio, cre-ate.
_APART = Cue(
    r"i[aou](?!us\b|n\b)|ie(?:t|nc)|[^q]ui(?:d|t[iy])|[^gq]ua[lt]|eo[nlu]|creat|react|nucle[aiu]|[eoy]ing$|eum$|eo$"
    r"|[^cgstx]ious|[aeiou][^aeiou]+ea$"
)


@check
def grade(document: Document, most: str) -> Iterator[Hit]:
    """Point at the first sentence of a text whose Flesch-Kincaid grade is above `most`."""
    sentences = [sentence for sentence in document.sentences if _is_running(sentence, document)]
    words = [word for sentence in sentences for word in _words(sentence.text)]
    if len(words) < _FEWEST_WORDS:
        return
    reached = flesch_kincaid(len(sentences), words)
    if reached > float(most):
        yield Hit(sentences[0].span, {"grade": f"{reached:.0f}", "most": most})


@check
def long_sentence(document: Document, most: str) -> Iterator[Hit]:
    """Point at every sentence of more than `most` words."""
    for sentence in document.sentences:
        if _is_running(sentence, document) and (count := len(sentence.text.split())) > int(most):
            yield Hit(sentence.span, {"count": str(count), "most": most})


@check
def long_paragraph(document: Document, most: str) -> Iterator[Hit]:
    """Point at the first sentence of every paragraph of more than `most` words."""
    for block, sentences in zip(document.blocks, document.sentences_by_block, strict=True):
        if block.kind == "paragraph" and sentences and (count := _length(block, document)) > int(most):
            yield Hit(sentences[0].span, {"count": str(count), "most": most})


def flesch_kincaid(sentences: int, words: Iterable[str]) -> float:
    """Return the school grade of a text of so many sentences (at least 1) and these words (at least 1)."""
    counts = [syllables(word) for word in words]
    return 0.39 * len(counts) / sentences + 11.8 * sum(counts) / len(counts) - 15.59


def syllables(word: str) -> int:
    """Return about how many syllables an English word has: right for nine words of ten, at least 1."""
    return sum(max(1, _syllables(part)) for part in re.split(r"['-]", word.lower()) if len(part) > 1) or 1


def _syllables(word: str) -> int:
    count = len(_VOWELS.findall(word)) + len(_APART.findall(word))
    return count - bool(_SILENT.search(word) and not _SPOKEN.search(word))


def _words(text: str) -> list[str]:
    return _WORD.findall(text.replace("’", "'"))


def _is_running(sentence: Sentence, document: Document) -> bool:
    return document.blocks[sentence.block].kind in _RUNNING


def _length(block: Block, document: Document) -> int:
    return len(block.span.cut(document.prose.text).split())
