"""HTML pages and fragments to documents. Knows what of a page is prose."""

from __future__ import annotations

from typing import Any

from kratomlint.document import Document
from kratomlint.knowledge import Knowledge
from kratomlint.readers.mask import mask_templates
from kratomlint.readers.tags import TagReader, tokens
from kratomlint.readers.writer import DocumentWriter
from kratomlint.source import SourceFile


def parse(source: SourceFile, knowledge: Knowledge) -> Document:
    """Return the document of an HTML file."""
    masked = mask_templates(source.text)
    writer = DocumentWriter(source, masked.text)
    masked.tell(writer)
    reader = TagReader(writer)
    for token in tokens(masked.text, 0, len(masked.text)):
        reader.read(token, masked.text)
    reader.end_of_words()
    metadata: dict[str, Any] = {}
    return writer.finish(metadata, knowledge)
