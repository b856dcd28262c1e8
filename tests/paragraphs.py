"""Documents for tests whose subject is not reading: one paragraph a line, one sentence a full stop."""

import re

from kratomlint.document import Block, Document, Sentence
from kratomlint.prose import ProseBuilder
from kratomlint.source import SourceFile
from kratomlint.span import Span


def document_of(text: str, path: str = "article.md", **known) -> Document:
    """Return `text`, whose lines are paragraphs, as a document; `known` sets metadata and the like."""
    builder = ProseBuilder(text)
    builder.keep(0, len(text))
    blocks = tuple(Block("paragraph", Span(*line.span()), 0, ()) for line in re.finditer(r"[^\n]+", text))
    sentences = tuple(
        Sentence(Span(block.span.start + part.start(), block.span.start + part.end()), part[0], index, number)
        for index, block in enumerate(blocks)
        for number, part in enumerate(re.finditer(r"\S.*?(?:[.!?]+(?= |$)|$)", block.span.cut(text)), 1)
    )
    return Document(SourceFile(path, text), builder.finish(), blocks, sentences, **known)
