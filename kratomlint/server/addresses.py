"""What an editor calls a document, and the path that decides how it is read. Opens no file.

A document that was never saved has no path; it is read as if it lay in the first root. What lies on no disk of this
machine (an old revision, a page from elsewhere, a cell of a notebook) is no article.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path

from pygls.uris import from_fs_path, to_fs_path, urlparse

from kratomlint.readers import SUFFIXES

# What editors call the languages that there are readers for.
_SUFFIX_OF: Mapping[str, str] = {
    "markdown": ".md",
    "mdx": ".mdx",
    "html": ".html",
    "xhtml": ".xhtml",
    "plaintext": ".txt",
    "text": ".txt",
}
_NO_NAME = re.compile(r"[^\w.-]+")


def article_path(uri: str, language: str, root: Path) -> str | None:
    """Return the absolute path under which a document is linted; None where it is no article."""
    named = _path(uri, root)
    if named is None or "\0" in named:
        return None
    path = os.path.abspath(named)  # noqa: PTH100
    if path.lower().endswith(SUFFIXES):
        return path
    suffix = _SUFFIX_OF.get(language.lower())
    return f"{path}{suffix}" if suffix else None


def file_path(uri: str) -> str | None:
    """Return the path of a file on this machine; None for any other document."""
    try:
        return to_fs_path(uri) or None
    except ValueError:
        return None


def uri_of(path: str) -> str:
    """Return what an editor calls the file at `path`."""
    uri: str = from_fs_path(os.path.abspath(path))  # noqa: PTH100
    return uri


def _path(uri: str, root: Path) -> str | None:
    try:
        scheme, _, path, *_ = urlparse(uri)
    except ValueError:
        return None
    if scheme == "untitled":
        return str(root / (_NO_NAME.sub("-", path).strip("-.") or "untitled"))
    return file_path(uri)
