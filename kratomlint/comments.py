"""How a suppression is written in each format, and where it may stand. Knows no finding but its place."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from kratomlint.readers import HTML, MARKDOWN
from kratomlint.source import SourceFile


def comment(suffix: str, scope: str, ids: Iterable[str], reason: str) -> str:
    """Return the comment that silences `ids`; `scope` is `line`, `next-line` or `file`."""
    opening, closing = ("{/*", "*/}") if suffix == ".mdx" else ("<!--", "-->")
    return f"{opening} kratomlint-disable-{scope} {', '.join(ids)} -- {reason} {closing}"


def is_hidden(suffix: str) -> bool:
    """Say whether a reader of the page is spared the comment; in plain text it would be seen."""
    return suffix in (*MARKDOWN, ".mdx", *HTML)


@lru_cache(maxsize=1)
def body_start(source: SourceFile) -> int:
    """Return where the body begins: behind the front matter, where there is any."""
    if source.suffix not in (*MARKDOWN, ".mdx"):
        return 0
    from kratomlint.readers.frontmatter import read_front_matter

    return read_front_matter(source.text).end


def line_end(source: SourceFile, line: int) -> int:
    """Return where on a line a comment may follow the words: before a table's last bar and the mark of a hard break."""
    span = source.lines.line_span(line)
    written = span.cut(source.text)
    kept = written.rstrip()
    if source.suffix in HTML:
        return span.start + len(kept)
    if kept.endswith(("|", "\\")) and not kept.endswith(("\\|", "\\\\")):
        kept = kept[:-1].rstrip()
    return span.start + len(kept)
