"""TOML front matter to values and the places of their words. `tomllib` says what, a scan here says where."""

from __future__ import annotations

import datetime
import re
import tomllib
from collections.abc import Iterator
from typing import Any

from kratomlint.readers.frontmatter import ENTRY, Field, Path

_TOKEN = re.compile(
    r"(?P<space>[ \t]++)|(?P<comment>\#[^\n]*+)|(?P<line>\r?\n)"
    r"|(?P<long>\"\"\"(?:[^\"\\]++|\\.|\"(?!\"\"))*+\"{3,5})"
    r"|(?P<long_literal>'''(?:[^']++|'(?!''))*+'{3,5})"
    r"|(?P<basic>\"(?:[^\"\\\n]++|\\.)*+\")|(?P<literal>'[^'\n]*+')"
    r"|(?P<mark>\[\[|\]\]|[\[\]{},=.])|(?P<bare>[^\s\[\]{},=.\"'#]++)|(?P<other>.)",
    re.DOTALL,
)
_ESCAPE = re.compile(r"\\(?:u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[ \t]*+\r?\n\s*+|.)", re.DOTALL)
_MEANINGS = {"b": "", "t": "\t", "n": "\n", "f": "\n", "r": "\n", "e": ""}
_QUOTES = {"basic": 1, "literal": 1, "long": 3, "long_literal": 3}
_DEEPEST = 50


class BrokenError(Exception):
    """Front matter that is no TOML."""


def read_toml(text: str, offset: int) -> tuple[dict[str, Any], tuple[Field, ...]]:
    """Return the values and the fields; positions are moved by `offset`."""
    try:
        metadata = tomllib.loads(text)
        fields = tuple(Field(path, tuple(_runs(text, match, offset))) for path, match in _Scan().strings(text))
    except (tomllib.TOMLDecodeError, RecursionError, ValueError, OverflowError) as error:
        raise BrokenError(str(error)) from None
    return {name: _plain(value) for name, value in metadata.items()}, fields


class _Scan:
    """Follows tables, keys and lists of a text that is known to be good TOML."""

    def __init__(self) -> None:
        self._table: Path = ()
        self._key: list[str] = []
        self._in_value = False
        self._lists: set[Path] = set()
        # What is open within a value: a list, or an inline table and the path to it.
        self._open: list[tuple[str, Path]] = []

    def strings(self, text: str) -> Iterator[tuple[Path, re.Match[str]]]:
        """Yield each string that is a value, with its path."""
        header = ""
        for match in _TOKEN.finditer(text):
            kind = match.lastgroup or ""
            if kind in ("space", "comment"):
                continue
            if header:
                header = self._header(header, kind, match[0])
            elif kind == "mark" and not self._in_value and match[0] in ("[", "[["):
                header, self._key = match[0], []
            elif self._in_value and kind in _QUOTES:
                yield self._path(), match
            else:
                self._step(kind, match[0])

    def _header(self, header: str, kind: str, text: str) -> str:
        """Read on in a table's header; return it until it ends."""
        if kind == "line":
            path = self._through_lists(tuple(self._key))
            if header == "[[":
                self._lists.add(tuple(self._key))
                path = (*self._through_lists(tuple(self._key[:-1])), self._key[-1], ENTRY)
            self._table, self._key = path, []
            return ""
        if kind not in ("mark",):
            self._key.append(_name(kind, text))
        return header

    def _through_lists(self, path: Path) -> Path:
        found: list[str] = []
        for index, part in enumerate(path):
            found.append(part)
            if path[: index + 1] in self._lists:
                found.append(ENTRY)
        return tuple(found)

    def _step(self, kind: str, text: str) -> None:
        if kind == "line":
            if not self._open:
                self._key, self._in_value = [], False
        elif kind == "mark":
            self._mark(text)
        elif not self._in_value:
            self._key.append(_name(kind, text))

    def _mark(self, text: str) -> None:
        if text == "=":
            self._in_value = True
        elif text in ("[", "[["):
            for _ in text:
                self._enter("[", (*self._path(), ENTRY))
        elif text == "{":
            self._enter("{", self._path())
            self._key, self._in_value = [], False
        elif text in ("]", "]]", "}"):
            for _ in text:
                if self._open:
                    self._open.pop()
            self._in_value, self._key = True, []
        elif text == "," and self._open:
            self._key, self._in_value = [], self._open[-1][0] == "["

    def _enter(self, kind: str, path: Path) -> None:
        if len(self._open) >= _DEEPEST:
            raise BrokenError("nested too deeply")
        self._open.append((kind, path))

    def _path(self) -> Path:
        if self._open:
            kind, path = self._open[-1]
            return path if kind == "[" else (*path, *self._key)
        return (*self._table, *self._key)


def _name(kind: str, text: str) -> str:
    return text[1:-1] if kind in _QUOTES else text


def _runs(text: str, match: re.Match[str], offset: int) -> Iterator[tuple[int, int, str | None]]:
    """Cut a string into runs that stand as they are and escapes."""
    quotes = _QUOTES[match.lastgroup or ""]
    position, end = match.start() + quotes, match.end() - quotes
    if match.lastgroup in ("basic", "long"):
        for escape in _ESCAPE.finditer(text, position, end):
            if escape.start() > position:
                yield position + offset, escape.start() + offset, None
            yield escape.start() + offset, escape.end() + offset, _meaning(escape[0])
            position = escape.end()
    if position < end:
        yield position + offset, end + offset, None


def _meaning(escape: str) -> str:
    code = escape[1:]
    if code[0] in "uU" and len(code) > 1:
        return chr(int(code[1:], 16))
    return "" if code.isspace() else _MEANINGS.get(code, code)


def _plain(value: Any) -> Any:
    """Return a value in which dates are their ISO text."""
    if isinstance(value, dict):
        return {name: _plain(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    return value.isoformat() if isinstance(value, (datetime.date, datetime.time)) else value
