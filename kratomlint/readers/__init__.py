"""Files to documents: which reader reads which file. A reader is imported when first needed."""

from __future__ import annotations

from collections.abc import Sequence

from kratomlint.document import Document
from kratomlint.knowledge import Knowledge
from kratomlint.source import SourceFile

MARKDOWN = (".md", ".markdown", ".mdown", ".mkd")
HTML = (".html", ".htm", ".xhtml")
# What is linted in a folder.
SUFFIXES = (*MARKDOWN, ".mdx", *HTML, ".txt")

# The fields of front matter that readers of the page see. A bare name is a field at the top; `a.b` is field
# `b` of `a`; `a[]` is every entry of list `a`; `*` is any field. Case, hyphens and underscores don't count.
DEFAULT_PUBLISHED = (
    "title",
    "description",
    "summary",
    "excerpt",
    "subtitle",
    "lead",
    "seo_title",
    "seo_description",
    "meta_title",
    "meta_description",
    "og_title",
    "og_description",
    "seo.title",
    "seo.description",
    "meta.title",
    "meta.description",
    "og.title",
    "og.description",
    *(
        f"{name}[].{part}"
        for name in ("faq", "faqs", "questions")
        for part in ("question", "answer", "q", "a", "title", "text")
    ),
)

_NOTHING_KNOWN = Knowledge()


def parse(
    source: SourceFile, *, published: Sequence[str] = DEFAULT_PUBLISHED, knowledge: Knowledge = _NOTHING_KNOWN
) -> Document:
    """Return the document of a file, read as its suffix says; any other suffix is plain text."""
    suffix = source.suffix
    if suffix in MARKDOWN or suffix == ".mdx":
        from kratomlint.readers import markdown

        return markdown.parse(source, published, knowledge, mdx=suffix == ".mdx")
    if suffix in HTML:
        from kratomlint.readers import html

        return html.parse(source, knowledge)
    from kratomlint.readers import plain

    return plain.parse(source, knowledge)
