"""Bytes to characters and back, without losing one. The only reader and writer of articles."""

from __future__ import annotations

import codecs
import hashlib
import os
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from kratomlint.span import LineIndex

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


class UnreadableError(Exception):
    """A file that cannot be read as an article; its message is one line for the person who runs the linter."""


@dataclass(frozen=True)
class SourceFile:
    """A file's characters as they stand, line ends and all, without the byte-order mark."""

    path: str
    text: str
    encoding: str = "utf-8"
    byte_order_mark: bool = False

    @cached_property
    def lines(self) -> LineIndex:
        """Return the index of lines and columns."""
        return LineIndex(self.text)

    @cached_property
    def suffix(self) -> str:
        """Return the file name's ending in lower case, with its dot."""
        return Path(self.path).suffix.lower()

    def to_bytes(self) -> bytes:
        """Return the bytes that were read."""
        mark = next((mark for mark, name in _BYTE_ORDER_MARKS if name == self.encoding), b"")
        return (mark if self.byte_order_mark else b"") + self.text.encode(self.encoding)


def decode(data: bytes, path: str) -> SourceFile:
    """Return the characters of `data`; raise `UnreadableError` where they are not text."""
    encoding, mark_length = "utf-8", 0
    for mark, name in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            encoding, mark_length = name, len(mark)
            break
    try:
        text = data[mark_length:].decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableError(
            f"not {encoding.upper()} at byte {mark_length + error.start}: save the file as UTF-8"
        ) from None
    if "\0" in text:
        raise UnreadableError(f"holds a NUL character at {text.index(chr(0))}: not a text file")
    return SourceFile(path, text, encoding, bool(mark_length))


def read(path: str | os.PathLike[str]) -> SourceFile:
    """Return the file at `path`; raise `UnreadableError` with one line that says why not."""
    name = os.fspath(path)
    return decode(read_bytes(name), name)


def read_bytes(path: str) -> bytes:
    """Return the bytes of the file at `path`; raise `UnreadableError` where it cannot be read."""
    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise UnreadableError(error.strerror or str(error)) from None


def digest(data: bytes) -> str:
    """Return the name under which `data` is known to the cache."""
    return hashlib.sha256(data).hexdigest()
