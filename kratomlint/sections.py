"""Many lines as one text, in sections of those that begin alike: most of them are never looked at."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby


def lay_out(lines: Iterable[str], beginning: int) -> str:
    """Return the lines in order, with an empty one between two whose first `beginning` characters differ."""
    # A line that comes twice says nothing new.
    ordered = sorted(set(lines))
    return "\n\n".join("\n".join(alike) for _, alike in groupby(ordered, lambda line: line[:beginning]))


def sections(text: str, beginning: int) -> dict[str, str]:
    """Return the lines of such a text, those that begin alike together, by their first `beginning` characters."""
    return {section[:beginning]: section for section in text.split("\n\n")} if text else {}
