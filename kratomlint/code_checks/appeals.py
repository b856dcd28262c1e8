"""Checks of whom a page offers its product to. They read lists and what stands above them, not claims."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from kratomlint.document import Block, Document
from kratomlint.finding import Hit
from kratomlint.language.cue import Cue
from kratomlint.registry import check
from kratomlint.span import Span

_OFFERS = Cue(
    r"\b(?:(?:ideal|perfect|great|best|suited|suitable|recommended|good|excellent|made|designed) for"
    r"|who (?:can|could|should|will|would|may|might|is it for|benefits)\b(?: \w+)?(?: (?:consider|use|try|take|benefit|buy|want|need))?"
    r"|(?:consider|try|use|choose|buy) (?:it|this|\w+) if(?: you)?)\b"
)
_WARNS = Cue(r"\b(?:not|avoid|never|shouldn't|caution|warning|skip|unsuitable|without|talk to|consult|ask)\b")
_SOMEBODY = Cue(
    r"^(?:individuals|people|persons?|those|anyone|anybody|adults|patients|men|women|folks|seniors|athletes|you)\b"
    r"(?! (?:under|over|aged|new|taking|on )\b)"
)
_ILL = Cue(
    r"\b(?:with|managing|manage|struggling|struggle|dealing|deal|suffering|suffer|living|live|experiencing|experience"
    r"|battling|battle|facing|face|coping|fighting|prone|has|have|seeking|looking|recovering)\b"
)


@check
def offered_to(document: Document) -> Iterator[Hit]:
    """Point at list items that name people with an illness as those for whom the product is."""
    illnesses = document.knowledge.forms("conditions")
    for number, block in enumerate(document.blocks):
        if block.kind != "item" or not _is_offered(document, block):
            continue
        for sentence in document.sentences_by_block[number][:1]:
            text = sentence.span.cut(document.folded)
            if _SOMEBODY.match(text) and _ILL.search(text) and _names(text, illnesses):
                yield Hit(Span(sentence.span.start, sentence.span.start + len(text.rstrip(" .,;"))))


def _is_offered(document: Document, block: Block) -> bool:
    """Say whether the words above a list item, or the last heading, offer something to somebody."""
    lead = document.blocks[block.lead].span.cut(document.folded) if block.lead >= 0 else ""
    heading = block.heading_path[-1].lower() if block.heading_path else ""
    return any(_OFFERS.search(above) and not _WARNS.search(above) for above in (lead, heading))


def _names(text: str, terms: Mapping[str, str]) -> bool:
    words = re.findall(r"[\w'-]+", text)
    runs = (
        " ".join(words[start:end])
        for start in range(len(words))
        for end in range(start + 1, min(start + 4, len(words)) + 1)
    )
    return any(run in terms for run in runs)
