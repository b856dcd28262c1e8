"""Which blocks a heading or a lead-in makes benefits. Pure; asked by `claims`."""

from __future__ import annotations

from kratomlint.document import Block, Document
from kratomlint.language import claim_cues as cues
from kratomlint.language.reading import read


def benefit_items(document: Document) -> frozenset[int]:
    """Return the numbers of the blocks that a list of benefits makes benefits; ask through `document.once`.

    Under a looser heading ("Perks", the article's own title) an item counts only where it names a condition or a function.
    """
    named = {reading.sentence.block for reading in document.once(read) if reading.of("condition", "function")}
    found = set()
    for number, block in enumerate(document.blocks):
        lead = document.blocks[block.lead].span.cut(document.folded).strip() if block.lead >= 0 else ""
        if block.kind == "item":
            listed = under_benefits(document, block) or (
                cues.BENEFITS_LEAD.search(lead) and not cues.MODAL.search(lead)
            )
            above = (*(heading.lower() for heading in block.heading_path[-1:]), lead)
            loosely = any(cues.PERKS.search(text) or cues.BENEFITS_HEADING.match(text) for text in above)
            if listed or (loosely and number in named):
                found.add(number)
        elif block.kind == "paragraph" and _is_short_line(block.span.cut(document.folded)):
            if under_benefits(document, block):
                found.add(number)
    return frozenset(found)


def _is_short_line(text: str) -> bool:
    return len(text.split()) <= 5 and text.rstrip()[-1:] not in ".:?!"


def under_benefits(document: Document, block: Block) -> bool:
    """Say whether a section that the block stands in is one of benefits."""
    first = document.blocks[0]
    title = first.span.cut(document.prose.text) if first.level == 1 and first.kind == "heading" else ""
    return any(cues.BENEFITS_HEADING.match(text.lower().strip()) for text in block.heading_path if text != title)
