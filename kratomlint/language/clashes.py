"""What checks of an article against itself share: whether two places can contradict each other, and how that is told."""

from __future__ import annotations

from kratomlint.document import Document, Sentence
from kratomlint.finding import Hit, RelatedSpan
from kratomlint.language import guards
from kratomlint.language.cue import Cue
from kratomlint.language.subjects import subjects_named
from kratomlint.span import Span

# What introduces a list of harms.
_HARMS_FOLLOW = Cue(
    r"\b(?<!no )(?<!without )(?:side[- ]effects?|adverse (?:effects?|reactions?)|complaints|downsides|drawbacks|unwanted effects)\b[^.;!?]{0,80}:?\s?$"
    r"|\b(?:some|a few|certain) (?:people|users|customers)(?: (?:may|might|can|do))? (?:experience|notice|report|get|have|develop)\b[^.;!?]{0,40}:?\s?$"
)


def listed_as_harms(document: Document) -> tuple[Sentence, ...]:
    """Return the sentences of lists that are introduced as side effects; ask through `document.once`."""
    return tuple(
        sentence
        for sentence in document.sentences
        if document.blocks[sentence.block].kind == "item"
        and _HARMS_FOLLOW.holds(document.lead_of(document.blocks[sentence.block]))
    )


def can_clash(document: Document, *stands: Span) -> bool:
    """Say whether two stands can exclude each other: not in one sentence, nor where each speaks of another substance."""
    first, second = (document.sentence_at(stand.start) for stand in stands)
    if first is None or second is None or first == second:
        return False
    said, again = (subjects_named(document, one.span.cut(document.folded)) for one in (first, second))
    return not said or not again or not said.isdisjoint(again)


def is_of_others(document: Document, span: Span) -> bool:
    """Say whether the words are asked, quoted or reported, so that the article itself takes no stand by them."""
    return guards.asked(document, span) or guards.quoted(document, span) or guards.attributed(document, span)


def contradicting(document: Document, span: Span, earlier: Span, topic: str) -> Hit:
    """Return the hit at the later of two places that contradict each other on a topic."""
    values = {"topic": topic, "first": earlier.cut(document.prose.text)}
    return Hit(span, values, related=(RelatedSpan(earlier, "said otherwise here"),))
