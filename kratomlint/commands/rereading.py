"""Articles read again for a report that shows them, each with the settings and the subjects of its project."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from kratomlint.catalogue import load_catalogue
from kratomlint.commands.project import lookup_for
from kratomlint.document import Document
from kratomlint.knowledge import Knowledge
from kratomlint.readers import DEFAULT_PUBLISHED, parse
from kratomlint.source import SourceFile


def documents(read: Callable[[str], SourceFile | None], chosen: Mapping[str, Any]) -> Callable[[str], Document | None]:
    """Return what gives the document of a path, or None where `read` gives no file or no reader can make one of it."""
    lookup = lookup_for(chosen)

    @cache
    def knowledge(project: Path | None) -> Knowledge:
        return load_catalogue(project).knowledge

    def document(path: str) -> Document | None:
        if (source := read(path)) is None:
            return None
        published = lookup.settings_for(path).published
        project = None if chosen["isolated"] else lookup.project_of(path)
        try:
            return parse(
                source, published=DEFAULT_PUBLISHED if published is None else published, knowledge=knowledge(project)
            )
        except Exception:  # The run has told what failed here; one article must not cost the others their report.
            return None

    return document
