"""Checks for what several articles say in the same words. A file tells sketches and hashes; no text is compared."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from hashlib import blake2b

from kratomlint.document import Document
from kratomlint.finding import Fact, PlacedFact
from kratomlint.language.little_words import NEGATORS, amount, content
from kratomlint.language.repetition import LONGEST, NEARLY_ALL, Passage, paragraphs, passages, with_unit
from kratomlint.language.similarity import (
    bands,
    count_shared,
    likeness,
    marks,
    number,
    share_a_run,
    sharing,
    signature,
    sketch,
    sketch_in_any_order,
    suspected,
)
from kratomlint.named import NamedTuple
from kratomlint.registry import CorpusHit, corpus_check

ARTICLE_BINS, PARAGRAPH_BINS, SENTENCE_BINS = 60, 36, 24
# Texts with a word changed in every eight still agree in half of their word pairs.
ALIKE = 0.5
# Articles that share three words of four agree in so many of their word pairs.
MOSTLY_ALIKE = 0.6
# Words, without figures. A shorter article is told by its paragraphs.
LONG_ARTICLE = 60
# A shorter sentence is common property.
LONG_SENTENCE = 12
SAME_WORDS = 8
# So many texts are looked at in a bucket: a bucket that everything falls into says nothing.
MOST_COMPARED = 4

_NEGATORS = frozenset(signature(NEGATORS))

Facts = Mapping[str, Sequence[PlacedFact]]
Same = Callable[[PlacedFact, PlacedFact], bool]


class Family(NamedTuple):
    """The place where something was first said and the later ones, at most one a file."""

    first: PlacedFact
    later: list[PlacedFact]


class Plain(NamedTuple):
    """A passage without its figures, and the figures: each as digits, and as it stands with its unit."""

    passage: Passage
    texts: tuple[str, ...]
    figures: tuple[tuple[str, str], ...]


@corpus_check
def article(document: Document) -> Iterator[Fact]:
    """Tell of a long article its sketch."""
    if whole := document.once(_sketch):
        yield Fact(whole, document.sentences[0].span, (whole,))


@article.compare
def _compare_articles(facts: Facts) -> Iterator[CorpusHit]:
    """Point at articles of which most stands in an earlier file: copies, and pages made by filling in a form."""
    yield from _told(_families(facts, _are_alike, ARTICLE_BINS))


@corpus_check
def paragraph(document: Document) -> Iterator[Fact]:
    """Tell of each paragraph its sketch, and its article's."""
    for passage, sketched in document.once(_sketched_paragraphs):
        yield Fact(sketched, passage.span, (document.once(_sketch),))


@paragraph.compare
def _compare_paragraphs(facts: Facts) -> Iterator[CorpusHit]:
    """Point at paragraphs that stand in an earlier file, in the same or almost the same words, unless all of it does."""
    yield from _told(_apart(_families(facts, _same_paragraph, PARAGRAPH_BINS)))


@corpus_check
def sentence(document: Document) -> Iterator[Fact]:
    """Tell of each long sentence its sketch with its words as characters, its figures, and the sketches of its paragraph and article."""
    around = {passage.block: sketched for passage, sketched in document.once(_sketched_paragraphs)}
    for passage, texts, counted in document.once(_plain_sentences):
        is_lead = document.prose.text.endswith(":", 0, passage.span.end)
        told = content(texts)
        if not is_lead and len(texts) >= LONG_SENTENCE and len(told) >= LONG_SENTENCE // 2:
            amounts = " ".join(digits for digits, _ in counted)
            values = (amounts, around.get(passage.block, ""), document.once(_sketch))
            key = sketch_in_any_order(told, SENTENCE_BINS) + signature(texts)
            yield Fact(key, passage.span, values)


@sentence.compare
def _compare_sentences(facts: Facts) -> Iterator[CorpusHit]:
    """Point at long sentences that stand in an earlier file, unless their whole paragraph does, or all of it."""
    yield from _told(_apart(_families(facts, _same_sentence, SENTENCE_BINS)))


@corpus_check
def changed_figure(document: Document) -> Iterator[Fact]:
    """Tell of each sentence with figures the hash of its other words, and the figures."""
    for passage, texts, counted in document.once(_plain_sentences):
        if counted and len(texts) >= SAME_WORDS and len(content(texts)) >= SAME_WORDS // 2 and not _are_years(counted):
            digits = " ".join(digits for digits, _ in counted)
            yield Fact(_hash(texts), passage.span, (digits, *(shown for _, shown in counted)))


@changed_figure.compare
def _compare_figures(facts: Facts) -> Iterator[CorpusHit]:
    """Point at sentences that stand in an earlier file with other figures.

    Where nearly every file has figures of its own, the sentence is a form that is filled in, and nothing is told.
    """
    same: dict[str, dict[str, PlacedFact]] = {}
    for path, told in facts.items():
        for fact in told:
            same.setdefault(fact.key, {}).setdefault(path, fact)
    for places in same.values():
        first, *later = places.values()
        different = {fact.values[0] for fact in places.values()}
        if len(different) > 1 and (len(different) == 2 or len(different) <= len(places) / 2):
            for fact in later:
                if fact.values[0] != first.values[0]:
                    now, before = _changed(fact, first), _changed(first, fact)
                    values = {"now": now, "before": before, "first": first.place.path}
                    yield CorpusHit(fact, values, ((first, f"{before} here"),))


@article.marks
@paragraph.marks
def _bands(key: str) -> list[int]:
    """Return the numbers of a sketch's bands: facts of one family share one."""
    return marks(key)


@sentence.marks
def _sentence_bands(key: str) -> list[int]:
    return marks(key[:SENTENCE_BINS])


article.form(number)
article.alike(sharing(ARTICLE_BINS, MOSTLY_ALIKE))
paragraph.form(number)
paragraph.alike(sharing(PARAGRAPH_BINS, ALIKE))


@sentence.alike
def _alike_sentences(one: str, other: str) -> bool:
    """Say whether one sentence says the other: definitions of one thing share most of their words, and do not."""
    shorter, longer = one[SENTENCE_BINS:], other[SENTENCE_BINS:]
    if len(shorter) > len(longer):
        shorter, longer = longer, shorter
    if len(shorter) < 0.6 * len(longer):
        return False
    words = set(shorter)
    common = words.intersection(longer)
    if len(common) < 0.6 * len(words):
        return False
    if shorter == longer:
        return True
    if words & _NEGATORS != _NEGATORS.intersection(longer):
        return False
    # Only the same sentence shares its words both ways, or a whole clause. In order they share no more than in any.
    wanted = NEARLY_ALL * len(longer)
    if sum(map(common.__contains__, longer)) >= wanted and count_shared(shorter, longer) >= wanted:
        return True
    return share_a_run(shorter, longer, LONG_SENTENCE)


@changed_figure.marks
def _words(key: str) -> Iterator[int]:
    """Yield the number of a sentence's other words."""
    yield int(key[:8], 16)


def _changed(fact: PlacedFact, other: PlacedFact) -> str:
    here, there = fact.values[1:], other.values[1:]
    if len(here) != len(there):
        return ", ".join(here)
    return ", ".join(shown for shown, before in zip(here, there, strict=True) if shown != before)


def _sketched_paragraphs(document: Document) -> tuple[tuple[Passage, str], ...]:
    plain = (_plain(document, passage) for passage in document.once(paragraphs))
    return tuple((passage, sketch(texts, PARAGRAPH_BINS)) for passage, texts, _ in plain)


def _plain_sentences(document: Document) -> tuple[Plain, ...]:
    return tuple(_plain(document, passage) for passage in document.once(passages))


def _sketch(document: Document) -> str:
    """Return the sketch of an article's running text; an empty one for a short article."""
    texts = [text for plain in document.once(_plain_sentences) for text in plain.texts]
    return sketch(texts, ARTICLE_BINS) if len(texts) >= LONG_ARTICLE else ""


def _plain(document: Document, passage: Passage) -> Plain:
    texts = passage.texts
    if not (counting := suspected(texts)):
        return Plain(passage, texts[:LONGEST], ())
    words = passage.words(document)
    places = [at for at in counting if words[at].figure]
    counted = tuple((amount(texts[at]), with_unit(document, words, at)) for at in places)
    others = set(places)
    return Plain(passage, tuple(text for at, text in enumerate(texts) if at not in others)[:LONGEST], counted)


def _are_years(counted: Sequence[tuple[str, str]]) -> bool:
    return all(len(digits) == 4 and digits.startswith(("19", "20")) for digits, _ in counted)


def _hash(texts: Sequence[str]) -> str:
    return blake2b(" ".join(texts).encode(), digest_size=8).hexdigest()


def _same_paragraph(later: PlacedFact, first: PlacedFact) -> bool:
    return likeness(later.key, first.key) >= ALIKE


def _same_sentence(later: PlacedFact, first: PlacedFact) -> bool:
    amounts, around, _ = later.values
    amounts_there, around_there, _ = first.values
    if amounts != amounts_there or (around and around_there and likeness(around, around_there) >= ALIKE):
        return False
    return _alike_sentences(later.key, first.key)


def _are_alike(later: PlacedFact, first: PlacedFact) -> bool:
    """Say whether most of one article stands in the other; the last value of a fact is its article's sketch."""
    whole, other = later.values[-1], first.values[-1]
    return bool(whole and other) and likeness(whole, other) >= MOSTLY_ALIKE


def _apart(families: Iterator[Family]) -> Iterator[Family]:
    """Yield the families without what articles share that are alike as a whole, for that is told of the articles."""
    for first, later in families:
        if kept := [fact for fact in later if not _are_alike(fact, first)]:
            yield Family(first, kept)


def _families(facts: Facts, same: Same, bins: int) -> Iterator[Family]:
    families: list[Family] = []
    buckets: dict[tuple[int, str], list[int]] = {}
    for told in facts.values():
        seen, of_this_file = set(), len(families)
        for fact in told:
            near = [buckets.setdefault(band, []) for band in bands(fact.key[:bins])]
            kin = _kin(fact, families, near, same)
            if kin is None:
                for bucket in near:
                    if len(bucket) < MOST_COMPARED:
                        bucket.append(len(families))
                families.append(Family(fact, []))
            elif kin < of_this_file and kin not in seen:
                # What is said twice in one file is told by the checks of one document.
                seen.add(kin)
                families[kin].later.append(fact)
    return (family for family in families if family.later)


def _kin(fact: PlacedFact, families: Sequence[Family], near: Sequence[Sequence[int]], same: Same) -> int | None:
    tried = set()
    for bucket in near:
        for at in bucket:
            if at not in tried:
                tried.add(at)
                if same(fact, families[at].first):
                    return at
    return None


def _told(families: Iterator[Family]) -> Iterator[CorpusHit]:
    for family in families:
        others = len(family.later) - 1
        more = f" and in {others} more {'article' if others == 1 else 'articles'}" if others else ""
        for fact in family.later:
            values = {"first": family.first.place.path, "more": more}
            yield CorpusHit(fact, values, ((family.first, "first said here"),))
