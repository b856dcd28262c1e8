"""Globs as in a `.gitignore` file. The only module that imports pathspec, and only where there is a glob."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

# pathspec passes on what `re` says of a range such as [z-a].
_NO_GLOB = (ValueError, re.error)


class Globs:
    """Globs that are relative to a folder. Lines that are no glob are passed over, as Git does."""

    def __init__(self, folder: str, lines: Iterable[str]) -> None:
        self._prefix = folder.rstrip(os.sep) + os.sep
        self._spec = _spec([line for line in lines if line.strip() and not line.startswith("#")])

    def says(self, path: str) -> bool | None:
        """Say whether the globs take in an absolute path (a folder's ends with a separator); None where they are silent."""
        if self._spec is None or not path.startswith(self._prefix) or path == self._prefix:
            return None
        return self._spec.check_file(path[len(self._prefix) :].replace(os.sep, "/")).include


def is_glob(line: str) -> bool:
    """Say whether the line can be read as a glob."""
    from pathspec import GitIgnoreSpec

    try:
        GitIgnoreSpec.from_lines([line])
    except _NO_GLOB:
        return False
    return True


def _spec(lines: list[str]) -> GitIgnoreSpec | None:
    if not lines:
        return None
    from pathspec import GitIgnoreSpec

    try:
        return GitIgnoreSpec.from_lines(lines)
    except _NO_GLOB:
        return GitIgnoreSpec.from_lines(filter(is_glob, lines))
