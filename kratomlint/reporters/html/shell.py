"""The page around the report: its style, its script, and the policy that lets nothing else run. Knows no finding.

The files beside this module belong to it as its own lines do; nothing else is read.
"""

from __future__ import annotations

import base64
import hashlib
import pkgutil
import re
from functools import cache
from html import escape
from typing import Any

from kratomlint.reporters.escaping import json_text
from kratomlint.reporters.terminal import plain

# In the order in which they build on one another.
_STYLE = "style", ("base", "library", "article", "beside", "media"), "css"
_SCRIPT = "script", ("elements", "glance", "table", "article", "beside", "places"), "js"
_SLOT = re.compile(r"\{\{(\w+)\}\}")


def opening(summary: str) -> str:
    """Return the page up to its data; `summary` is for readers whose browser runs no script."""
    return _filled(_page()[0], summary)


def data(name: str, value: Any) -> str:
    """Return `value` as an element called `data-` and that name, which no browser runs and no character of it can end."""
    written = json_text(value).replace("<", "\\u003c")
    return f'<script type="application/json" id="data-{name}">{written}</script>\n'


def closing() -> str:
    """Return the page from its data to its end."""
    return _filled(_page()[1], "")


def _page() -> tuple[str, str]:
    before, _, after = _read("page.html").partition("{{data}}\n")
    return before, after


def _filled(page: str, summary: str) -> str:
    style, script = (_joined(folder, names, ending) for folder, names, ending in (_STYLE, _SCRIPT))
    values = {
        "policy": _policy(style, script),
        "style": style,
        "script": script,
        "summary": escape(plain(summary)),
    }
    return _SLOT.sub(lambda slot: values[slot[1]], page)


def _policy(style: str, script: str) -> str:
    """Return the content security policy: our style, our script, no address, and no text that is made markup."""
    rules = (
        "default-src 'none'",
        f"style-src '{_digest(style)}'",
        f"script-src '{_digest(script)}'",
        "base-uri 'none'",
        "form-action 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    )
    return "; ".join(rules)


def _digest(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _joined(folder: str, names: tuple[str, ...], ending: str) -> str:
    return "\n".join(_read(f"{folder}/{name}.{ending}") for name in names)


@cache
def _read(name: str) -> str:
    # A browser reads every line end as one character before it asks whether the digest is right.
    return (pkgutil.get_data(__name__, name) or b"").decode().replace("\r\n", "\n")
