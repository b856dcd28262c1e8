"""How a pattern is pared down for a text: what cannot match there is left out. Knows the pattern's branches, no syntax.

To compile a thousand branches takes longer than to read an article, and in one article few of them can match.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kratomlint.language.literals import Branch

# What matches nowhere.
NOTHING = "(?!)"


def laid_out(branches: Iterable[Branch]) -> str:
    """Return branches as `pared` reads them: a line for each, with its start, its end and its literals, parted by tabs."""
    return "\n".join("\t".join((str(start), str(end), *sorted(literals))) for start, end, literals in branches)


def pared(pattern: str, branches: str, stands: Callable[[str], bool]) -> str:
    """Return the pattern without those of its branches that cannot match where no other literals stand.

    `branches`: laid out, each before those within it.
    """
    kept: list[str] = []
    at, after = 0, -2
    for line in branches.splitlines():
        start, end, literals = line.split("\t", 2)
        place = int(start)
        if place < after or any(map(stands, literals.split("\t"))):
            continue
        # Of neighbours that are left out, one stands for all.
        if place > after + 1:
            kept += (pattern[at:place], NOTHING)
        at = after = int(end)
    return "".join((*kept, pattern[at:]))
