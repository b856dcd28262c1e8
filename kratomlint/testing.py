"""What authors of checks test with: a text in, findings out, with everything that ships at hand. Writes nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from os import PathLike, fspath
from pathlib import Path

from kratomlint import packs, prepared
from kratomlint.card import Card, unmark
from kratomlint.catalogue import Catalogue, Profile, Selection
from kratomlint.corpus import compare, finished
from kratomlint.document import Document
from kratomlint.finding import Finding, Place
from kratomlint.lint import lint
from kratomlint.member import Member
from kratomlint.named import NamedTuple
from kratomlint.packs import Root
from kratomlint.readers import parse
from kratomlint.source import SourceFile

# Between the articles of an example that needs more than one (for checks that compare files).
NEXT_ARTICLE = re.compile(r"^<!-- next article -->[ \t]*\n?", re.MULTILINE)

Folder = str | PathLike[str]


class Example(NamedTuple):
    """An example on a card: `kind` is bad or good, `number` from 1; `ranges` are the marked characters of `text`."""

    card: Card
    kind: str
    number: int
    text: str
    ranges: list[tuple[int, int]]

    def __str__(self) -> str:
        """Return its name as a test's: `overclaim/efficacy-relief:good[1]`."""
        return f"{self.card.id}:{self.kind}[{self.number}]"


def document_of(text: str, suffix: str = ".md", root: Folder | None = None) -> Document:
    """Return `text` read as a file with that ending, knowing the shipped lexicons and subjects and those of `root`."""
    return parse(SourceFile(f"example{suffix}", text), knowledge=catalogue_of(root).knowledge)


def found(check: Card | str, text: str, suffix: str = ".md", root: Folder | None = None) -> tuple[Finding, ...]:
    """Return what one check finds in `text`, guards and all; raise `SelectionError` for an id that no card has.

    `root`: a folder of packs beside the shipped ones. A line `<!-- next article -->` divides the text into articles
    that are compared with one another; places are those of the whole text.
    """
    catalogue = catalogue_of(root)
    if isinstance(check, Card):
        catalogue = Catalogue({check.id: check}, catalogue.knowledge, catalogue.presets, "")
    check_id = check.id if isinstance(check, Card) else check
    return tuple(find_with(catalogue.choose(Selection(select=(check_id,))), text, suffix))


def examples(root: Folder | None = None) -> Iterator[Example]:
    """Yield every example of every card in a folder of packs; without one, of the cards that ship."""
    folder = Root(Path(root), Path(root).as_posix()) if root is not None else packs.shipped()
    for card in packs.load((folder,)).cards.values():
        yield from examples_of(card)


def examples_of(card: Card) -> Iterator[Example]:
    """Yield the bad examples of a card, then the good ones."""
    for kind, texts in (("bad", card.bad), ("good", card.good)):
        for position, marked in enumerate(texts, 1):
            yield Example(card, kind, position, *unmark(marked))


def lint_together(sources: Iterable[SourceFile], profile: Profile) -> tuple[Finding, ...]:
    """Return what is found in the files and between them, by path and then in the order of the text."""
    ordered = sorted(sources, key=lambda source: source.path)
    members = [Member(lint(source, profile), Path(), profile, named=True) for source in ordered]
    found, failed = compare(members)
    for trouble in (*failed, *(trouble for member in members for trouble in member.result.troubles)):
        raise BrokenCheckError(trouble.what)
    return tuple(
        finding for member in members for finding in finished(member, found.get(member.result.path, ()), ()).findings
    )


class BrokenCheckError(Exception):
    """A check broke on a text that it was tried on; the message says how."""


@lru_cache(maxsize=8)
def _catalogue(root: str | None) -> Catalogue:
    folders = packs.roots(None)
    if root is not None:
        folders = (*folders, Root(Path(root), Path(root).as_posix()))
    pack = prepared.load(folders)
    return Catalogue(pack.cards, pack.knowledge, pack.presets, pack.digest, pack.known)


def catalogue_of(root: Folder | None = None) -> Catalogue:
    """Return what ships, what is installed, and what lies in `root`."""
    return _catalogue(None if root is None else fspath(root))


def find_with(profile: Profile, text: str, suffix: str = ".md") -> Iterator[Finding]:
    """Yield what the checks of a profile find in an example, with its places in the whole example."""
    whole = SourceFile(f"example{suffix}", text)
    starts = {}
    sources = []
    for position, (start, end) in enumerate(_articles(text), 1):
        source = SourceFile(f"example-{position:03}{suffix}", text[start:end])
        starts[source.path] = start
        sources.append(source)
    for finding in lint_together(sources, profile):
        span = finding.place.span.shifted(starts[finding.place.path])
        place = Place(whole.path, span, *whole.lines.line_column(span.start), *whole.lines.line_column(span.end))
        yield finding._replace(place=place)


def _articles(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in NEXT_ARTICLE.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)
