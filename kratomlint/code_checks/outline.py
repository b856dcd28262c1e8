"""Checks of what an article announces against what it then has: outlines and sections."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from kratomlint.document import Block, Document
from kratomlint.finding import Hit, RelatedSpan
from kratomlint.language.cue import Cue
from kratomlint.language.little_words import content, opposed
from kratomlint.language.similarity import shared, words_of
from kratomlint.named import NamedTuple
from kratomlint.registry import check

_CONTENTS = Cue(
    r"(?:table of )?contents|in this (?:article|guide|post|page)|on this page|outline|what (?:we|we'll|you'll) (?:cover|learn)"
    r"|overview|jump to|quick links"
)
# Parts that an outline may leave out.
_UNANNOUNCED = Cue(
    r"\b(?:conclusions?|final (?:thoughts?|words?)|closing|bottom line|summary|takeaways?|faqs?|frequently asked"
    r"|references?|sources?|citations?|bibliography|disclaimers?|about|authors?|related|share|introduction|overview"
    r"|contents|further reading|resources|comments?|contact|read (?:more|next)|shop|acknowledge?ments?|disclosures?)\b"
)
# What stands over headings of its own level: "7 Benefits", "How Hops Affect Sleep", or whatever comes before a "1.".
_ANNOUNCES = Cue(
    r"^(?:the )?(?:(?:top|best|main|key|many|proven) )*\d{1,2} [a-z]|^(?:what|how) [^?]{1,60} (?:do|does|can do|affects?|helps?|works?|offers?)\b[^?]*$"
    r"|^(?:[\w'-]+ ){0,4}(?:benefits|reasons|ways|types|tips|myths|steps)(?: (?:of|to|for|why|about|in) [^?]{1,60})?$"
)
_FIRST_OF_ALL = Cue(r"^(?:#|no\.? ?)?1[.):]? ")
_MOST_ITEMS = 60
# Between two headings that touch there are blank lines and marks only.
_WIDEST_GAP = 500
_MARK_UP = Cue(
    r"</?(?:h[1-6]|strong|em|b|i|span|a|div|section|header|br)\b[^<>]*>|<!--(?:[^<-]++|<(?!!--)|-(?!->))*+-->|[\s#*_=~`:|>-]+",
    re.DOTALL,
)


class Outline(NamedTuple):
    """A list near the top that names the parts of the article, and the headings below it."""

    items: tuple[Block, ...]
    headings: tuple[Block, ...]
    # Of each item the index of its heading, or -1.
    matches: tuple[int, ...]


@check
def missing(document: Document) -> Iterator[Hit]:
    """Point at an outline that leaves out sections of the article."""
    outline = document.once(_outline)
    if outline is None:
        return
    matched = [outline.headings[index] for index in outline.matches if index >= 0]
    level = min(heading.level for heading in matched)
    left_out = [
        heading
        for index, heading in enumerate(outline.headings)
        if heading.level == level
        and index not in outline.matches
        and not _UNANNOUNCED.search(_folded(document, heading))
    ]
    if left_out:
        named = _listed([heading.span.cut(document.prose.text) for heading in left_out])
        related = tuple(RelatedSpan(heading.span, "not in the outline") for heading in left_out)
        yield Hit(outline.items[0].span, {"sections": named}, related=related)


@check
def absent(document: Document) -> Iterator[Hit]:
    """Point at entries of an outline that no section answers."""
    outline = document.once(_outline)
    if outline is None or sum(index >= 0 for index in outline.matches) < 2:
        return
    shared_by_most = _in_most(document, outline)
    known = {word for heading in outline.headings for word in content(_texts(document, heading))} - shared_by_most
    for item, index in zip(outline.items, outline.matches, strict=True):
        words = [word for word in content(_texts(document, item)) if word not in shared_by_most]
        if (
            index < 0
            and words
            and sum(word in known for word in words) <= len(words) / 3
            and not _linked(document, item)
        ):
            yield Hit(item.span)


@check
def empty_section(document: Document) -> Iterator[Hit]:
    """Point at headings with nothing beneath them."""
    headings = [index for index, block in enumerate(document.blocks) if block.kind == "heading"]
    for index in headings:
        block = document.blocks[index]
        following = document.blocks[index + 1] if index + 1 < len(document.blocks) else None
        if following and (following.kind != "heading" or following.level > block.level):
            continue
        if following and following.level == block.level and _announces(document, block, following):
            continue
        if len(headings) > 1 and _is_bare(document, block, following):
            yield Hit(block.span)


def _announces(document: Document, heading: Block, following: Block) -> bool:
    """Say whether a heading stands over those that follow it, though they are of its own level."""
    return _ANNOUNCES.holds(_folded(document, heading)) or _FIRST_OF_ALL.holds(_folded(document, following))


def _outline(document: Document) -> Outline | None:
    items = list(islice(_first_list(document), _MOST_ITEMS + 1))
    if not items or len(items) > _MOST_ITEMS:
        return None
    headings = tuple(
        block for block in document.blocks if block.kind == "heading" and block.span.start > items[-1].span.end
    )
    texts = [_texts(document, heading) for heading in headings[: 2 * _MOST_ITEMS]]
    matches = tuple(_match(_texts(document, item), texts) for item in items)
    found = [item for item, index in zip(items, matches, strict=True) if index >= 0]
    if not found or 2 * len(found) < len(items) or not _is_outline(document, items, found):
        return None
    return Outline(tuple(items), headings, matches)


def _first_list(document: Document) -> Iterator[Block]:
    """Yield the items of the first list, where it stands before the first section or under a heading of its own."""
    started = False
    for block in document.blocks:
        if block.kind == "item" and block.level <= 1:
            started = True
            yield block
        elif (block.kind != "item" and started) or (
            block.kind == "heading" and block.level > 1 and not _CONTENTS.search(_folded(document, block))
        ):
            return


def _is_outline(document: Document, items: Sequence[Block], found: Sequence[Block]) -> bool:
    path = items[0].heading_path
    if path and _CONTENTS.search(path[-1].lower()):
        return True
    lengths = [len(_texts(document, item)) for item in found]
    return all(_linked(document, item) for item in found) or sum(lengths) / len(lengths) >= 4


def _in_most(document: Document, outline: Outline) -> frozenset[str]:
    """Return the words that half of the headings share, such as the name of what the article is about."""
    titles = len(outline.headings)
    shared_by = Counter(word for heading in outline.headings for word in set(content(_texts(document, heading))))
    return frozenset(word for word, count in shared_by.items() if titles >= 3 and 3 * count >= titles)


def _match(words: tuple[str, ...], headings: Sequence[tuple[str, ...]]) -> int:
    for index, heading in enumerate(headings):
        if words == heading:
            return index
    for index, heading in enumerate(headings):
        if _alike(words, heading):
            return index
    return -1


def _alike(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    both = len(shared(first, second).pairs)
    shorter, longer = sorted((len(first), len(second)))
    if both < 0.7 * longer and not (shorter >= 3 and both == shorter):
        return False
    return not opposed(set(first) - set(second), set(second) - set(first))


def _texts(document: Document, block: Block) -> tuple[str, ...]:
    words = words_of(document.folded, block.span.start, block.span.end)[:40]
    return tuple(word.text for word in words if not word.figure)


def _folded(document: Document, block: Block) -> str:
    return block.span.cut(document.folded)


def _linked(document: Document, block: Block) -> bool:
    return any(cited.target.startswith("#") and cited.span.overlaps(block.span) for cited in document.citations)


def _listed(names: Sequence[str]) -> str:
    quoted = [f"“{name}”" for name in names[:3]]
    if len(names) > 3:
        quoted.append(f"{len(names) - 3} more")
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} and {quoted[-1]}"


def _is_bare(document: Document, block: Block, following: Block | None) -> bool:
    start = document.prose.to_source(block.span).end
    end = document.prose.to_source(following.span).start if following else len(document.source.text)
    between = document.source_between(start, end)
    return len(between) <= _WIDEST_GAP and not _MARK_UP.sub("", between)
