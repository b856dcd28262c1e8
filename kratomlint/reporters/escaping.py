"""Outside characters as a format holds them, so that nobody who reads a report obeys an article. Knows no finding."""

from __future__ import annotations

import json
import re
from typing import Any

from kratomlint.late import late
from kratomlint.reporters.terminal import COMMAND, UNPRINTABLE, plain

_UNSEEN = late(f"[{UNPRINTABLE}]|{COMMAND}")
_DRIVE = late(r"[A-Za-z]:/")
_ADDRESS = late(r"https?://[^\s<>]*[\w/]")
# GitHub makes links also of bare `http://` and `www.`.
_MARKUP = late(r"[\\`*_\[\]<>#|~&]|:(?=//)|(?<=www)\.|^[-+=]", re.IGNORECASE)


def json_text(value: Any) -> str:
    """Return `value` as JSON on one line; what a terminal or a runner would obey stands as its `\\u` escape.

    No value is changed by it: such characters can stand in strings only.
    """
    return _UNSEEN.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(value, ensure_ascii=False))


def xml_text(text: str) -> str:
    """Return `text` for an attribute or between tags; what XML forbids is written out, so that it is seen."""
    from html import escape

    return escape(plain(text))


def uri(path: str) -> str:
    """Return a path as a URI: relative stays relative, and an undecodable byte is the byte that it was."""
    from urllib.parse import quote

    try:
        quoted = quote(path.encode("utf-8", "surrogateescape"), safe="/")
    except UnicodeEncodeError:  # Windows lets half a character stand in a name.
        quoted = quote(path.encode("utf-8", "surrogatepass"), safe="/")
    if _DRIVE.match(path):
        return f"file:///{path[0]}:{quoted[4:]}"
    return f"file://{quoted}" if path.startswith("/") else quoted


def markdown_text(text: str) -> str:
    """Return `text` for Markdown, where it is shown as it stands: no markup and no link."""
    return _MARKUP.sub(r"\\\g<0>", plain(text))


def markdown_with_addresses(text: str) -> str:
    """Return `text` of ours for Markdown, with its web addresses as links."""
    text, parts, end = plain(text), [], 0
    for match in _ADDRESS.finditer(text):
        parts += [markdown_text(text[end : match.start()]), f"<{match[0]}>"]
        end = match.end()
    return "".join([*parts, markdown_text(text[end:])])
