"""Texts that nobody would write and somebody may send: each family at any size, from its own pieces. Knows no linter."""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import prose
from articles import write_sentences

_SEED = 6
_RIGHT_TO_LEFT = "\u202eقال الطبيب إن الشاي מרפא חרדה\u202c kratom cures pain \u200fושלום\u200e. "
# A letter or mark from each plane in which Unicode has any, and from where private ones and no characters lie.
_PLANES = "".join(
    map(chr, (0x3B1, 0x5D0, 0x4E2D, 0xE000, 0x10330, 0x1D400, 0x1F33F, 0x20021, 0x30000, 0xE0041, 0xF0001, 0x10FFFD))
)
_MARKS = "".join(map(chr, range(0x300, 0x330)))


@dataclass(frozen=True)
class Family:
    """Texts of one kind: `text` of a size; the greatest that is measured, and the file's ending."""

    text: Callable[[int], str]
    most: int
    suffix: str = ".md"


def _in_pieces(shape: str) -> Callable[[int], str]:
    """Return what writes a shape so many times, each with its number."""
    return lambda size: "".join(shape.format(number) for number in range(size))


def _nested(before: str, after: str = "") -> Callable[[int], str]:
    return lambda size: f"{before * size}Kava cures anxiety.{after * size}\n"


def _repeated(piece: str, before: str = "", after: str = "\n") -> Callable[[int], str]:
    return lambda size: before + piece * size + after


def _of_length(piece: str) -> Callable[[int], str]:
    return lambda size: (piece * (size // len(piece) + 1))[:size] + "\n"


def _line(size: int) -> str:
    return prose.page(prose.seeded(_SEED), size).replace("\n", " ")[:size]


def _dense_line(size: int) -> str:
    return " ".join(write_sentences(random.Random(_SEED), size // 80))[:size]


def _without_stop(words: int) -> str:
    said = " ".join(write_sentences(random.Random(_SEED), words // 12)).replace(".", "").split()
    return " ".join(said[:words]) + "\n"


def _footnotes(size: int) -> str:
    marks = "".join(f"Word[^{number}] and more. " for number in range(size))
    return marks + "\n\n" + "".join(f"[^{number}]: Note {number}.\n\n" for number in range(size))


def _table(columns: int) -> str:
    rows = [
        "".join(f"| {cell} " for cell in [words] * columns) + "|\n" for words in ("Part", "---", "Tea 5 mg", "Kava")
    ]
    return "".join(rows)


def _suppressions(size: int) -> str:
    lines = (
        f"<!-- kratomlint-disable-next-line overclaim/* -- {number} -->\nKava cures anxiety in {number} ways.\n\n"
        for number in range(size)
    )
    return "".join(lines)


def _headings(size: int) -> str:
    return "".join(f"{'#' * (1 + number % 6)} Part {number}\n\nOf it.\n\n" for number in range(size))


FAMILIES: Mapping[str, Family] = {
    "prose on one line": Family(_line, 5_000_000),
    "health prose on one line": Family(_dense_line, 1_000_000),
    "a paragraph without a stop": Family(_without_stop, 80_000),
    "nested quotations": Family(_nested("> "), 50_000),
    "nested brackets": Family(_nested("[", "]"), 50_000),
    "nested parentheses": Family(_nested("(", ")"), 50_000),
    "nested emphasis": Family(_nested("*", "*"), 50_000),
    "emphasis that is never closed": Family(_repeated("**a _b "), 50_000),
    "nested lists": Family(_nested("- "), 50_000),
    "nested images": Family(_nested("![", "](a)"), 50_000),
    "nested elements": Family(_nested("<div><blockquote>", "</blockquote></div>"), 50_000, ".html"),
    "nested lists of elements": Family(_nested("<ul><li>", "</li></ul>"), 50_000, ".html"),
    "nested components": Family(_nested("<Tab>", "</Tab>"), 50_000, ".mdx"),
    "nested braces": Family(_nested("{", "}"), 50_000, ".mdx"),
    "footnotes": Family(_footnotes, 100_000),
    "columns of a table": Family(_table, 10_000),
    "rows of a list": Family(_repeated("- tea\n"), 1_000_000),
    "headings": Family(_headings, 10_000),
    "marks above marks": Family(_repeated("".join(letter + _MARKS for letter in "kratom") + " "), 4_000),
    "right to left": Family(_repeated(_RIGHT_TO_LEFT), 8_000),
    "every plane": Family(_repeated(f"{_PLANES} cures {_PLANES}. "), 20_000),
    "one sentence again and again": Family(_repeated("Kava relieves anxiety in most of those who take it. "), 10_000),
    "one paragraph again and again": Family(_repeated("Kava relieves anxiety in most of those who take it.\n\n"), 10_000),
    "short claims": Family(_repeated("Kava cures pain. "), 40_000),
    "one item again and again": Family(_repeated("- Take 5 mg of kava daily for two weeks.\n"), 10_000),
    "findings of one reason": Family(_in_pieces("Kratom cures anxiety in {} days. "), 8_000),
    "doses": Family(_in_pieces("Take {} mg twice daily. "), 8_000),
    "suppressions": Family(_suppressions, 8_000),
    "spaces": Family(_repeated(" ", "word", "word\n"), 2_000_000),
    "empty lines": Family(_repeated("\n", "word", "word\n"), 2_000_000),
    "one long word": Family(_repeated("a"), 1_000_000),
    "hyphens": Family(_repeated("a-"), 500_000),
    "apostrophes": Family(_repeated("a'"), 500_000),
    "figures": Family(_repeated("1,"), 500_000),
    "quotation marks": Family(_repeated('" a '), 250_000),
    "stops": Family(_repeated("."), 1_000_000),
    "stops and spaces": Family(_repeated(". "), 500_000),
    "commas": Family(_repeated(", a"), 300_000),
    "addresses": Family(_repeated("https://"), 100_000),
    "links": Family(_repeated("[a](https://example.org/b) "), 30_000),
    "entities": Family(_repeated("&amp;"), 100_000),
    "comments that are never closed": Family(_repeated("<!-- a "), 100_000),
    "tags that are never closed": Family(_repeated("<a href='"), 100_000, ".html"),
    "templates that are never closed": Family(_repeated("{{ a "), 100_000),
    "wiki links that are never closed": Family(_repeated("[[a|"), 100_000),
    "code that is never closed": Family(_repeated("`a ``b "), 100_000),
    "references": Family(_in_pieces("[{0}]: https://example.org/{0}\n"), 50_000),
    "numbered references": Family(_in_pieces("Kava helps [{}]. "), 20_000),
    "front matter": Family(lambda size: "---\n" + _in_pieces("key{0}: word {0}\n")(size) + "---\nWords.\n", 10_000),
    "plain lines": Family(_in_pieces("{}. Kava cures anxiety\n"), 20_000, ".txt"),
}  # fmt: skip


def main() -> None:
    """Write a text to a file: the family, its size, the file."""
    name, size, path = sys.argv[1:]
    Path(path).write_text(FAMILIES[name].text(int(size)), encoding="utf-8")


if __name__ == "__main__":
    main()
