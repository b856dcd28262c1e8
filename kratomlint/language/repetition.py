"""What an article says twice: every repetition read once, with the place where it was first said."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import lru_cache

from kratomlint.afresh import numbers
from kratomlint.document import Document, Sentence
from kratomlint.language.cue import Cue
from kratomlint.language.little_words import GRAMMAR_WORDS, amount, content, opposed
from kratomlint.language.references import read_reference_list
from kratomlint.language.similarity import Index, Overlap, Word, longest_run, share_a_run, shared, texts_of, words_of
from kratomlint.named import NamedTuple
from kratomlint.span import Span

# Of a passage that is longer than this, only the beginning is compared word by word.
LONGEST = 300
# "The same or almost the same words": the share of the shorter one's words that the other has in the same order.
NEARLY_ALL = 0.8
# Two sentences shorter than this share most of their words by chance: the shorter one must come back whole.
SHORT = 10
SHORTEST = 6
# A sentence of four or five words says enough to be missed if nearly all of them mean something, and it comes back whole.
SHORTEST_WHOLE = 4
SHORTEST_TITLE = 4
# An entry of an outline and its own heading are the same however short they are.
SHORTEST_ENTRY = 2
# A heading of two words is a topic, which the title may bear too.
SHORTEST_OF_TITLE = 3
# A clause of this many words, word for word, is a repetition whatever stands around it.
CLAUSE = 12

# "P.S.", "TL;DR", "In short": they open a repetition and are none of its words.
_OPENINGS = frozenset("p s ps p.s tl;dr tl dr remember again summary short conclusion so yes and".split())
_OTHER_MATTER = Cue(
    r"\b(?:references?|sources?|bibliography|citations?|works cited|further reading|disclaimers?|footnotes?"
    r"|related (?:posts|articles)|about the author|acknowledge?ments?|legal notice|table of contents)\b"
)
_STOCK = Cue(
    r"\bnot (?:been |yet been )?(?:evaluated|approved) by the (?:u\.?s\.? )?(?:food and drug|fda)"
    r"|\bnot intended to (?:diagnose|treat|be a substitute|replace|provide)|\b(?:not|never) (?:a )?substitute for"
    r"|\b(?:informational|educational) purposes|\bnot medical advice|\ball rights reserved|\bresults may vary"
    r"|\bmust be (?:18|21)|\b(?:more|further|additional) (?:research|studies|trials) (?:is|are) needed"
)


class Passage(NamedTuple):
    """A sentence, a title (heading or short item) or a paragraph as it is compared."""

    span: Span
    block: int
    texts: tuple[str, ...]

    def words(self, document: Document) -> Sequence[Word]:
        """Return the words with their places."""
        return words_of(document.folded, self.span.start, self.span.end)


class Repeat(NamedTuple):
    """A passage that an earlier one had already said.

    `kind`: sentence, title, paragraph or figure (the same sentence with another number).
    `now`, `before`: the words in which the two differ, or nothing.
    """

    kind: str
    span: Span
    earlier: Span
    now: str
    before: str


def repeats(document: Document) -> tuple[Repeat, ...]:
    """Return every repetition of the article, each told once: a repeated paragraph stands for its sentences.

    Where other words have come in, the sentences say more of what is new than the paragraph, if each of them is known.
    """
    whole = {
        bisect_right(document.block_starts, repeat.span.start) - 1: repeat
        for repeat in _found(document, document.once(paragraphs), _paragraph_repeat)
    }
    copied = {block for block, repeat in whole.items() if not (repeat.now or repeat.before)}
    said = sorted(passage for passage in (*document.once(passages), *_brief(document)) if passage.block not in copied)
    by_block: dict[int, list[Repeat]] = {}
    for repeat in _found(document, said, _sentence_repeat):
        by_block.setdefault(bisect_right(document.block_starts, repeat.span.start) - 1, []).append(repeat)
    apart = {block for block in whole if len(by_block.get(block, ())) == len(document.sentences_by_block[block])}
    return (
        *(repeat for block, repeat in whole.items() if block not in apart),
        *(repeat for block, told in by_block.items() if block in apart or block not in whole for repeat in told),
        *_found(document, list(_titles(document)), _title_repeat),
    )


def own_matter(document: Document) -> Collection[int]:
    """Return the blocks that are the author's running text: no reference, footnote, disclaimer or navigation."""
    # Footnotes and references name the same bodies and journals again and again.
    noted = document.once(_notes)
    listed = set(document.once(read_reference_list).entries)
    return numbers(
        len(document.blocks),
        (
            index
            for index, block in enumerate(document.blocks)
            if index not in noted and block not in listed and (not block.heading_path or _is_own(block.heading_path))
        ),
    )


def _notes(document: Document) -> Collection[int]:
    starts = document.block_starts
    return numbers(
        len(starts),
        (
            index
            for span in document.footnotes.values()
            for index in range(bisect_left(starts, span.start), bisect_left(starts, span.end))
        ),
    )


@lru_cache(maxsize=512)
def _is_own(heading_path: tuple[str, ...]) -> bool:
    return not any(_OTHER_MATTER.search(title.lower()) for title in heading_path)


def is_stock(folded: str) -> bool:
    """Say whether a sentence is one that pages repeat because the law or habit wants it."""
    return _STOCK.search(folded) is not None


def passages(document: Document) -> tuple[Passage, ...]:
    """Return the sentences of paragraphs and items that are long enough to be recognised."""
    return tuple(passage for passage in document.once(_sentences) if len(passage.texts) >= SHORTEST)


def paragraphs(document: Document) -> tuple[Passage, ...]:
    """Return the paragraphs of several sentences."""
    return tuple(_paragraphs(document))


def with_unit(document: Document, words: Sequence[Word], at: int) -> str:
    """Return the text of the figure at a place among `words`, and of its unit."""
    word, following = words[at], words[min(at + 1, len(words) - 1)]
    is_unit = following.start - word.end <= 1 and following.text not in GRAMMAR_WORDS
    return document.prose.text[word.start : following.end if is_unit else word.end]


def _brief(document: Document) -> Iterator[Passage]:
    """Yield the sentences that are recognised only where they come back whole."""
    for passage in document.once(_sentences):
        if len(passage.texts) < SHORTEST and len(set(content(passage.texts))) >= SHORTEST_WHOLE:
            yield passage


def _sentences(document: Document) -> tuple[Passage, ...]:
    return tuple(_of_running_text(document))


def _of_running_text(document: Document) -> Iterator[Passage]:
    own = document.once(own_matter)
    for sentence in document.sentences:
        block = document.blocks[sentence.block]
        if block.kind not in ("paragraph", "item") or sentence.block not in own or _is_title(document, sentence):
            continue
        passage = _passage(document, sentence.span, sentence.block)
        if len(passage.texts) >= SHORTEST_WHOLE and not is_stock(sentence.span.cut(document.folded)):
            yield passage


def _paragraphs(document: Document) -> Iterator[Passage]:
    own = document.once(own_matter)
    for index, (block, sentences) in enumerate(zip(document.blocks, document.sentences_by_block, strict=True)):
        if block.kind == "paragraph" and len(sentences) > 1 and index in own:
            passage = _passage(document, block.span, index)
            if len(passage.texts) >= 2 * SHORT and not is_stock(block.span.cut(document.folded)):
                yield passage


def _titles(document: Document) -> Iterator[Passage]:
    own, jumps = document.once(own_matter), _jumps(document)
    for sentence in document.sentences:
        if sentence.block in own and sentence.block not in jumps and _is_title(document, sentence):
            passage = _passage(document, sentence.span, sentence.block)
            if len(passage.texts) >= SHORTEST_ENTRY:
                yield passage


def _outlined(document: Document) -> frozenset[int]:
    """Return the headings below the first list of the article, where most entries of that list are headings too."""
    blocks = enumerate(document.blocks)
    first = next((index for index, block in blocks if block.kind == "item"), len(document.blocks))
    last = next((index for index, block in blocks if block.kind != "item"), len(document.blocks))
    headings = [index for index in range(last, len(document.blocks)) if document.blocks[index].kind == "heading"]
    entries: set[tuple[str, ...]] = set()
    for index in range(first, last):
        if len(entries) >= 2 * len(headings):
            # Too many for the headings to be most of them.
            return frozenset()
        entries.add(texts_of(document.folded_blocks[index]))
    met = [index for index in headings if texts_of(document.folded_blocks[index]) in entries]
    return frozenset(met if len(met) >= 3 and 2 * len(met) > len(entries) else ())


def _is_title(document: Document, sentence: Sentence) -> bool:
    kind = document.blocks[sentence.block].kind
    return kind == "heading" or (kind == "item" and not sentence.text.endswith((".", "!", ";", ":", ",")))


def _jumps(document: Document) -> frozenset[int]:
    """Return the blocks that are links within the page: navigation repeats headings by design."""
    starts = document.block_starts
    links = (cited for cited in document.citations if cited.target.startswith("#") and cited.span.length)
    return frozenset(bisect_right(starts, cited.span.start) - 1 for cited in links)


def _passage(document: Document, span: Span, block: int) -> Passage:
    return Passage(span, block, document.recall(texts_of, span.cut(document.folded)))


Judge = Callable[[Document, Passage, Passage, Overlap], Repeat | None]


def _found(document: Document, said: Sequence[Passage], judge: Judge) -> Iterator[Repeat]:
    first: dict[tuple[str, ...], Passage] = {}
    index = Index()
    for number, passage in enumerate(said):
        texts = passage.texts[:LONGEST]
        if (same := first.setdefault(passage.texts, passage)) is not passage:
            alike = [same]
        else:
            alike = [said[place] for place in index.meet(number, texts)]
        others = ((earlier, earlier.texts[:LONGEST]) for earlier in alike)
        told = (
            judge(document, passage, earlier, document.recall(shared, texts, other))
            for earlier, other in others
            if document.recall(_may_repeat, texts, other)
        )
        if (repeat := next(filter(None, told), None)) is not None:
            yield repeat


def _may_repeat(texts: Sequence[str], others: Sequence[str]) -> bool:
    """Say False where two passages share too few words, in whatever order, for any judge to call one a repetition."""
    shorter, longer = sorted((texts, others), key=len)
    common = sum(map(set(longer).__contains__, shorter))
    return common >= NEARLY_ALL * len(shorter) or (common >= CLAUSE and share_a_run(shorter, longer, CLAUSE))


def _sentence_repeat(document: Document, later: Passage, earlier: Passage, overlap: Overlap) -> Repeat | None:
    if later.texts == earlier.texts:
        return _exact("sentence", later, earlier) if len(set(content(later.texts))) >= 3 else None
    if min(len(later.texts), len(earlier.texts)) < SHORTEST:
        return None
    if _nearly_all(document, later, earlier, overlap):
        return _near(document, later, earlier, overlap)
    if len(overlap.pairs) < CLAUSE:
        return None
    start, length = document.recall(longest_run, later.texts[:LONGEST], earlier.texts[:LONGEST])
    if length >= CLAUSE and len(content(later.texts[start : start + length])) >= CLAUSE // 2:
        return Repeat("sentence", _words_span(document, later, start, start + length), earlier.span, "", "")
    return None


def _nearly_all(document: Document, later: Passage, earlier: Passage, overlap: Overlap) -> bool:
    side, shorter = (0, later) if len(later.texts) <= len(earlier.texts) else (1, earlier)
    length = min(len(shorter.texts), LONGEST)
    start, end = overlap.extent(1 - side)
    if length < SHORT and _is_fragment(document, later, earlier):
        return False
    wanted = NEARLY_ALL * length if length >= SHORT or _differ_in_little(later, earlier, overlap) else length
    if len(overlap.pairs) < wanted or end - start > 1.4 * length + 1:
        return False
    meant = len(content(shorter.texts[pair[side]] for pair in overlap.pairs))
    return meant >= max(4, 0.7 * len(content(shorter.texts[:LONGEST])))


def _differ_in_little(later: Passage, earlier: Passage, overlap: Overlap) -> bool:
    """Say whether two passages differ in grammar words and an opening such as “P.S.” only."""
    return all(
        text in _OPENINGS or not content([text])
        for side, passage in enumerate((later, earlier))
        for index, text in enumerate(passage.texts)
        if index not in {pair[side] for pair in overlap.pairs}
    )


def _is_fragment(document: Document, *passages: Passage) -> bool:
    # Orders and ingredients in a list are alike by nature; a label ends in a colon.
    return any(
        document.blocks[passage.block].kind == "item" or passage.span.cut(document.prose.text).endswith(":")
        for passage in passages
    )


def _near(document: Document, later: Passage, earlier: Passage, overlap: Overlap) -> Repeat | None:
    now, before = _differing(document, later, overlap, 0), _differing(document, earlier, overlap, 1)
    if opposed((word.text for word in now), (word.text for word in before)) or _other_subject(later, earlier, overlap):
        return None
    span = _words_span(document, later, *overlap.extent(0))
    opening = set(later.texts[: overlap.extent(0)[0]])
    if span.length > 0.7 * later.span.length and (not opening or not opening <= _OPENINGS):
        span = later.span
    if _figures(now) and _figures(before):
        if _figures(now) == _figures(before) or not _only_figures(document, later, earlier, overlap):
            return None
        kind = "figure"
        return Repeat(
            kind, span, earlier.span, _new_figures(document, later, now), _new_figures(document, earlier, before)
        )
    return Repeat("sentence", span, earlier.span, _quoted(document, now), _quoted(document, before))


def _other_subject(later: Passage, earlier: Passage, overlap: Overlap) -> bool:
    """Say whether the same is said of something else: both have other words right before what they share."""
    starts = overlap.extent(0)[0], overlap.extent(1)[0]
    sides = [passage.texts[max(0, at - 3) : at] for passage, at in zip((later, earlier), starts, strict=True)]
    return bool(content(sides[0]) and content(sides[1]))


def _figures(words: Sequence[Word]) -> list[str]:
    return [amount(word.text) for word in words if word.figure]


def _new_figures(document: Document, passage: Passage, differing: Sequence[Word]) -> str:
    words = passage.words(document)
    return ", ".join(
        with_unit(document, words, at) for at, word in enumerate(words) if word.figure and word in differing
    )


def _only_figures(document: Document, later: Passage, earlier: Passage, overlap: Overlap) -> bool:
    """Say whether the two sentences, whole, differ in numbers and little words only."""
    for side, passage in enumerate((later, earlier)):
        met = {pair[side] for pair in overlap.pairs}
        rest = [word.text for index, word in enumerate(passage.words(document)) if index not in met and not word.figure]
        if content(rest):
            return False
    return True


def _differing(document: Document, passage: Passage, overlap: Overlap, side: int) -> list[Word]:
    start, end = overlap.extent(side)
    shared_here = {pair[side] for pair in overlap.pairs}
    words = passage.words(document)
    return [words[index] for index in range(start, end) if index not in shared_here]


def _quoted(document: Document, words: Sequence[Word]) -> str:
    return " ".join(document.prose.text[word.start : word.end] for word in words[:8])


def _words_span(document: Document, passage: Passage, start: int, end: int) -> Span:
    words = passage.words(document)
    return Span(words[start].start, words[end - 1].end)


def _exact(kind: str, later: Passage, earlier: Passage) -> Repeat:
    return Repeat(kind, later.span, earlier.span, "", "")


def _paragraph_repeat(document: Document, later: Passage, earlier: Passage, overlap: Overlap) -> Repeat | None:
    longer = min(max(len(later.texts), len(earlier.texts)), LONGEST)
    if len(overlap.pairs) < NEARLY_ALL * longer:
        return None
    now, before = _differing(document, later, overlap, 0), _differing(document, earlier, overlap, 1)
    if any(word.figure for word in (*now, *before)) or opposed((w.text for w in now), (w.text for w in before)):
        return None
    return Repeat("paragraph", later.span, earlier.span, _quoted(document, now), _quoted(document, before))


def _title_repeat(document: Document, later: Passage, earlier: Passage, overlap: Overlap) -> Repeat | None:
    here, there = document.blocks[later.block], document.blocks[earlier.block]
    if later.texts == earlier.texts and _stands_over(document, earlier, later):
        # "What is kava? Uses and effects" over a part that is headed "What is kava?".
        return _exact("title", later, earlier)
    if here.kind == there.kind and here.heading_path != there.heading_path:
        # Sections of the same build have sub-headings and list items of the same wording.
        return None
    if min(len(later.texts), len(earlier.texts)) < SHORTEST_TITLE:
        is_entry = here.kind == "heading" and there.kind == "item" and later.block in document.once(_outlined)
        return _exact("title", later, earlier) if is_entry and later.texts == earlier.texts else None
    if later.texts == earlier.texts:
        return _exact("title", later, earlier) if len(content(later.texts)) >= 2 else None
    now, before = _differing(document, later, overlap, 0), _differing(document, earlier, overlap, 1)
    longer = max(len(later.texts), len(earlier.texts))
    if here.kind == there.kind or len(overlap.pairs) < NEARLY_ALL * longer or (now and before):
        return None
    return Repeat("title", later.span, earlier.span, _quoted(document, now), _quoted(document, before))


def _stands_over(document: Document, earlier: Passage, later: Passage) -> bool:
    """Say whether the earlier passage is one of several sentences of the heading right above the later one."""
    here, there = document.blocks[later.block], document.blocks[earlier.block]
    if here.kind != "heading" or there.kind != "heading" or len(later.texts) < SHORTEST_OF_TITLE:
        return False
    is_part = len(document.sentences_by_block[earlier.block]) > 1
    return is_part and here.heading_path[-1:] == (there.span.cut(document.prose.text).strip(),)
