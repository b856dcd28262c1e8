"""Results to characters. Nothing here decides what is found, opens a file or prints."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module

from kratomlint.card import Card
from kratomlint.document import Document
from kratomlint.finding import RunResult
from kratomlint.named import NamedTuple
from kratomlint.source import SourceFile

# The module of this package that writes a format, in its function `report_<format>` (`-` as `_`); imported when it is
# asked for.
FORMATS: Mapping[str, str] = {
    "text": "text",
    "full": "full",
    "json": "machine",
    "json-lines": "machine",
    "sarif": "sarif",
    "github": "github",
    "gitlab": "gitlab",
    "checkstyle": "checkstyle",
    "junit": "junit",
    "rdjsonl": "rdjsonl",
    "html": "html",
}
# Those that tell what is on the cards.
WITH_CARDS = frozenset({"full", "sarif", "html"})


def _no_source(path: str) -> SourceFile | None:
    return None


def _no_document(path: str) -> Document | None:
    return None


class Background(NamedTuple):
    """What a report draws on besides the result: the cards, the files' characters, and how wide and bright it may be.

    `source` and `document` return None for a file that can no longer be read. `made`: the day, for a report that is kept.
    """

    cards: Mapping[str, Card] = {}
    source: Callable[[str], SourceFile | None] = _no_source
    color: bool = False
    width: int = 100
    document: Callable[[str], Document | None] = _no_document
    made: str = ""


def report(result: RunResult, format: str, background: Background | None = None) -> Iterator[str]:
    """Yield the report in pieces that hold their own line ends; `format` is a key of `FORMATS`."""
    module = import_module(f"{__name__}.{FORMATS[format]}")
    pieces: Iterator[str] = getattr(module, f"report_{format.replace('-', '_')}")(result, background or Background())
    return pieces
