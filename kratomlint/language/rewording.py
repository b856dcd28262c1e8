"""How a better word is put where another stood: its case, the article before it, and whether it fits at all."""

from __future__ import annotations

import re

from kratomlint.document import Document
from kratomlint.language.little_words import GRAMMAR_WORDS
from kratomlint.named import NamedTuple
from kratomlint.span import Span

_FARTHEST = 40
# Words before a noun that go with a phrase in its place too; a figure does as well.
_GO_BEFORE = GRAMMAR_WORDS | frozenset(
    """many several few fewer half million older elderly younger young adult pregnant among within without while like
    including against unlike help helps protect ask tell give gives warn urge""".split()
)
_LAST_WORD = re.compile(r"([\w'-]+) \Z")
_ARTICLE = re.compile(r"(?<![\w'-])an? \Z")
# One is said “wun”, a unit “yoonit”, an hour “our”.
_VOWEL = re.compile(r"(?!eu|ewe|uni(?!n|m)|us[aeiu]|ut[ei]|ur[aei]|one\b|once\b|ou?i)[aeiou]|hour|heir|hono|honest")
# In a heading with capitals shorter words stay small.
_SHORTEST_CAPITAL = 4


class Rewording(NamedTuple):
    """What to write. `fits`: the sentence stays whole; `is_sure`: nobody need look at it."""

    text: str
    fits: bool
    is_sure: bool


def reworded(document: Document, span: Span, instead: str) -> Rewording:
    """Return how `instead` is written where `span` stands."""
    words = span.cut(document.prose.text)
    text, is_sure = _in_case(document, span, words, instead)
    if len(words.split()) == len(instead.split()):
        return Rewording(text, True, is_sure)
    # Of “non-diabetics” and “diabetics' feet” a phrase would make nonsense.
    beside = document.folded[max(0, span.start - 1) : span.start] + document.folded[span.end : span.end + 1]
    return Rewording(text, not set(beside) & set("-'"), is_sure and _stands_alone(document, span))


def with_article(document: Document, span: Span, instead: str) -> tuple[Span, str]:
    """Return span and words, with the article before them where the new words want the other one."""
    match = _ARTICLE.search(document.folded[max(0, span.start - 5) : span.start])
    sounds = _VOWEL.match(instead.lower()), _VOWEL.match(document.folded[span.start : span.start + _FARTHEST])
    if match is None or bool(sounds[0]) == bool(sounds[1]):
        return span, instead
    start = span.start - len(match[0])
    article = "an" if sounds[0] else "a"
    return Span(start, span.end), f"{document.prose.text[start]}{article[1:]} {instead}"


def _in_case(document: Document, span: Span, words: str, instead: str) -> tuple[str, bool]:
    """Return `instead` with the capitals of the words, and whether these are no sign of a name."""
    if not words[:1].isupper():
        return instead, True
    if words.isupper() and len(words) > 1:
        # A word in capitals among others is an abbreviation.
        return instead.upper(), _is_in_capitals(document, span)
    if _is_titled(document, span):
        return " ".join(map(_titled, instead.split(" "))), True
    return instead[:1].upper() + instead[1:], _begins_sentence(document, span)


def _is_in_capitals(document: Document, span: Span) -> bool:
    sentence = document.sentence_at(span.start)
    return sentence is not None and sentence.text.isupper() and len(sentence.text.split()) > 1


def _is_titled(document: Document, span: Span) -> bool:
    block = document.block_at(span.start)
    if block is None or block.kind not in ("title", "heading"):
        return False
    long = [word for word in block.span.cut(document.prose.text).split() if len(word) > _SHORTEST_CAPITAL]
    return len(long) > 1 and all(word[0].isupper() or not word[0].isalpha() for word in long)


def _titled(word: str) -> str:
    return word[:1].upper() + word[1:] if len(word) >= _SHORTEST_CAPITAL else word


def _begins_sentence(document: Document, span: Span) -> bool:
    sentence = document.sentence_at(span.start)
    if sentence is None:
        return False
    before = document.prose.text[sentence.span.start : span.start]
    return not any(map(str.isalnum, before))


def _stands_alone(document: Document, span: Span) -> bool:
    """Say whether no word before it belongs to it: of “brittle diabetics” the first word would be lost."""
    block = document.block_at(span.start)
    start = max(block.span.start if block else 0, span.start - _FARTHEST)
    match = _LAST_WORD.search(document.folded[start : span.start])
    return match is None or match[1] in _GO_BEFORE or match[1].isdigit()
