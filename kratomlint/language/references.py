"""The list of references at an article's foot: where it stands and which numbers it holds."""

from __future__ import annotations

from bisect import bisect_left

from kratomlint.document import Block, Document
from kratomlint.language.cue import Cue
from kratomlint.named import NamedTuple

_HEADING = Cue(
    r"(?:\d+[.)] )?(?:(?:selected |key |scientific |medical |article |our |cited |further )?"
    r"(?:references?|sources?|bibliography|citations?|literature|works cited|footnotes|notes|reading)"
    r"(?: (?:cited|and (?:further reading|notes|sources|references|citations)|list|used))?"
    r"|sources & references|references & sources|resources and references)\s*:?"
)
_LISTING_KEYS = ("sources", "references", "citations", "bibliography")
_NUMBER = Cue(r"\s*\[?(\d{1,3})(?:\]|[.)])?\s")
_LOOKS_CITED = Cue(r"(?<!\d)(?:19|20)\d{2}(?!\d)|https?://|\bdoi\b|\bpmid\b|\bet al\b|\bpmc\d|n\.d\.")
_FIGURES = Cue(r"\d+")


class ReferenceList(NamedTuple):
    """The entries of a reference list; `numbers` are those that it gives them, by hand or by order."""

    entries: tuple[Block, ...]
    numbers: frozenset[int]

    def lists(self, block: Block) -> bool:
        """Say whether a block is one of the entries."""
        at = bisect_left(self.entries, block.span.start, key=lambda entry: entry.span.start)
        return at < len(self.entries) and self.entries[at] == block

    def holds(self, mark: str) -> bool:
        """Say whether every number of `mark` (`1`, `1, 2`, `3-5`) is listed; where nothing is listed, it may be."""
        if not self.numbers:
            return True
        return all(int(figure) in self.numbers for figure in _FIGURES.findall(mark))


def read_reference_list(document: Document) -> ReferenceList:
    """Return the entries under a heading such as References; ask with `document.once(read_reference_list)`."""
    entries: list[Block] = []
    numbers: set[int] = set()
    inside = False
    links = sorted(citation.span.start for citation in document.citations if citation.kind == "link")
    for block in document.blocks:
        words = block.span.cut(document.folded)
        if block.kind in ("heading", "title") or len(words) < 40:
            opened = document.recall(_opens_a_list, words)
            if opened or block.kind in ("heading", "title"):
                inside = opened
                continue
        if inside and _is_entry(block, words, links):
            entries.append(block)
            number = _NUMBER.match(words)
            numbers.add(int(number[1]) if number else len(entries))
    return ReferenceList(tuple(entries), frozenset(numbers))


def lists_sources(document: Document) -> bool:
    """Say whether the article lists what it rests on: at its foot, or in its front matter with a year, an address or an identifier."""
    if document.once(read_reference_list).entries:
        return True
    return any(_LOOKS_CITED.search(str(document.metadata.get(key, "")).lower()) for key in _LISTING_KEYS)


def _opens_a_list(words: str) -> bool:
    return bool(_HEADING.fullmatch(words.strip()))


def _is_entry(block: Block, words: str, links: list[int]) -> bool:
    if block.kind not in ("paragraph", "item", "cell", "quote"):
        return False
    linked = bisect_left(links, block.span.start) < bisect_left(links, block.span.end)
    return linked or bool(_LOOKS_CITED.search(words))
