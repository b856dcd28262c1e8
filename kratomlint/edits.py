"""Edits of a text. Knows neither why they are made nor of which file."""

from __future__ import annotations

from collections.abc import Iterable

from kratomlint.finding import Edit


def applied(text: str, edits: Iterable[Edit]) -> str:
    """Return the text with the edits made, from its end backwards; they do not overlap."""
    pieces, end = [], len(text)
    for edit in sorted(edits, reverse=True):
        pieces += [text[edit.span.end : end], edit.text]
        end = edit.span.start
    return "".join([text[:end], *reversed(pieces)])
