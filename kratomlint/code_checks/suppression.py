"""Names for the findings about directives, so that they have cards. The findings themselves come from `suppress`.

A directive is no prose, which is all that a check may point at, and whether one is needed is known only when every
other check has spoken.
"""

from __future__ import annotations

from collections.abc import Iterator

from kratomlint.document import Document
from kratomlint.finding import Hit
from kratomlint.registry import check


@check
def unknown(document: Document) -> Iterator[Hit]:
    """Point at nothing: `suppress.read` does."""
    yield from ()


@check
def unused(document: Document) -> Iterator[Hit]:
    """Point at nothing: `suppress.unused` does, after all other checks."""
    yield from ()
