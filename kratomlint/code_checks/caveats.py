"""What an article leaves unsaid: the caveats that its subject's page calls for, and its sources."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from io import StringIO

from kratomlint.document import Block, Document, fold
from kratomlint.finding import Hit
from kratomlint.knowledge import Topic
from kratomlint.language.cue import Cue, by_regex
from kratomlint.language.quantities import read_doses
from kratomlint.language.references import read_reference_list
from kratomlint.language.register import is_careful
from kratomlint.language.subjects import guides_a_user, read_subjects
from kratomlint.registry import check
from kratomlint.span import Span

# How often a condition is named, outside headings, in an article that is about it.
_ABOUT = 2

# A risk that is denied or made small, whichever it is; "mitigate the risk" presupposes it, and is none of these.
_MADE_SMALL = Cue(
    r"\b(?:no|zero|less|lower|reduced|fewer|minimal|little|low|decreased|(?<!not )without(?: the| any)?)"
    r" (?:\w+ ){0,2}?(?:risks?|chances?|potential|likelihood|danger|concerns?|fear) (?:of|for|about) [^.,;:\n]{0,60}"
    r"|\b(?:non-?|not |less |un)addictive\b|\bnon-?habit[- ]forming\b|\bnon-?toxic\b|\b(?:free (?:of|from)|contains no|no) [^.,;:\n]{0,40}"
    r"(?:contaminants?|adulterants?|heavy metals|additives)"
    # What a page announces it has not yet said.
    r"|\b(?:this|our) (?:article|guide|page|post|blog|piece|review) (?:\w+ ){0,3}?(?:delves?|covers?|explores?|explains?|looks? at"
    r"|discuss\w*|examines?|tells?|walks?|provides?|aims?|will)\b[^.\n]*"
)
# A heading or lead-in under which every entry is a risk, and the word that is then read before each.
_RISKS = Cue(
    r"\b(?:harms?|risks?|side effects?|adverse|dangers?|warnings?|cautions?|concerns?|safety|complications?)\b"
)
_RISK_MARK = "risks: "


@check
def missing(document: Document, topic: str) -> Iterator[Hit]:
    """Point once at the first use of a subject where the article never states `topic`, which its page calls for."""
    for treated in document.once(read_subjects):
        for wanted in treated.subject.topics:
            if wanted.name != topic or not _is_called_for(document, wanted) or states(document, wanted):
                continue
            # An encyclopedia or the news tells what there is; whoever tells a reader how to use it has to warn.
            if document.once(is_careful) and not document.once(guides_a_user):
                return
            values = {"subject": treated.subject.name, "needs": wanted.needs, "model": wanted.model}
            yield Hit(treated.place, values)
            return


def states(document: Document, topic: Topic) -> bool:
    """Say whether the article states the topic, not merely denies it or brushes by it."""
    text = document.once(_statements)
    if topic.brushes:
        text = _pattern(topic.brushes).sub(" … ", text)
    return bool(_pattern(topic.states).search(text))


def _statements(document: Document) -> str:
    """Return what the article states: no questions, no reference list, no risk made small.

    What stands in a list or table of risks is said to be one; the cells of a table are read on as one line.
    """
    listed = {entry.span for entry in document.once(read_reference_list).entries}
    said, line = StringIO(), ""
    for sentence in document.sentences:
        block = document.blocks[sentence.block]
        if sentence.text.endswith("?") or block.span in listed:
            continue
        if block.kind == "cell":
            line += " ; "
        else:
            # No risk is made small from one line to the next.
            said.write(document.recall(_without_what_is_made_small, line) + "\n")
            line = ""
        line += (_RISK_MARK if _is_listed_as_risk(document, block) else "") + sentence.span.cut(document.folded)
    said.write(document.recall(_without_what_is_made_small, line))
    return said.getvalue()


def _without_what_is_made_small(line: str) -> str:
    return _MADE_SMALL.sub(" … ", line)


def _is_listed_as_risk(document: Document, block: Block) -> bool:
    if block.kind not in ("item", "cell"):
        return False
    heading = fold(block.heading_path[-1]) if block.heading_path else ""
    return document.recall(_RISKS.holds, document.lead_of(block)) or document.recall(_RISKS.holds, heading)


def _is_called_for(document: Document, topic: Topic) -> bool:
    if topic.when in ("always", "benefit"):
        return True
    if topic.when == "dose":
        return bool(document.once(read_doses))
    return _is_topic(document, topic.when)


def _is_topic(document: Document, lexicon: str) -> bool:
    """Say whether a term of the lexicon heads a section or comes again and again."""
    terms = tuple(document.knowledge.forms(lexicon))
    if not terms:
        return False
    found = [Span(*match.span()).shifted(at) for at, match in document.matches(_terms(terms).finditer)]
    headed = any((block := document.block_at(span.start)) and block.kind in ("title", "heading") for span in found)
    return headed or len(found) >= _ABOUT


@lru_cache(maxsize=64)
def _terms(terms: tuple[str, ...]) -> Cue:
    longest_first = sorted(map(fold, terms), key=len, reverse=True)
    return Cue(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")


@lru_cache(maxsize=512)
def _pattern(patterns: tuple[str, ...]) -> Cue:
    # In the syntax in which they are held to be sound when a subject is read.
    return Cue("|".join(f"(?:{pattern})" for pattern in patterns), compile=by_regex)
