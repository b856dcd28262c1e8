"""The sentences of a document as patterns are asked: one by one, and only those in which the gate saw a word of theirs."""

from __future__ import annotations

from kratomlint.document import Document


def read_lines(document: Document) -> list[tuple[int, str]]:
    """Return each sentence of the folded prose with its place in it; ask with `document.once(read_lines)`."""
    return [(sentence.span.start, sentence.span.cut(document.folded)) for sentence in document.sentences]


def read_cased_lines(document: Document) -> list[tuple[int, str]]:
    """Return each sentence as it was written with its place in the prose; ask with `document.once(read_cased_lines)`."""
    return [(sentence.span.start, sentence.span.cut(document.prose.text)) for sentence in document.sentences]


def read_places(document: Document) -> dict[str, list[int]]:
    """Return by check the numbers of the only sentences in which it can find something.

    Who asks the checks knows, and says it with `document.answer`; where nobody did, all sentences may hold something.
    """
    return {}
