"""Bytes to characters and back, without losing one. The only reader and writer of articles."""

from __future__ import annotations

import codecs
import errno
import hashlib
import os
import stat
from functools import cached_property
from pathlib import Path

from kratomlint.named import NamedTuple
from kratomlint.span import LineIndex

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


# Ten times the longest book. Who has longer articles says so in the settings.
MOST_BYTES = 10_000_000
# As large as they can allow; for reading again what a run has read.
LARGEST = 2_000_000_000
_REMEDIES = {
    errno.ENOENT: "it was there when the run began; lint again",
    errno.EACCES: "give leave to read it, or exclude it",
    errno.ELOOP: "mend the link, or exclude it",
}


class UnreadableError(Exception):
    """A file that cannot be read as an article; its message is one line for the person who runs the linter."""


class SourceFile(NamedTuple):
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
        raise UnreadableError(
            f"holds a NUL character at {text.index(chr(0))}: not a text file, or UTF-16 without its mark; "
            "save it as UTF-8, or exclude it"
        )
    return SourceFile(path, text, encoding, bool(mark_length))


def read(path: str | os.PathLike[str], most: int = MOST_BYTES) -> SourceFile:
    """Return the file at `path`; raise `UnreadableError` with one line that says why not."""
    name = os.fspath(path)
    return decode(read_bytes(name, most), name)


def read_bytes(path: str, most: int = MOST_BYTES) -> bytes:
    """Return the bytes of a file, at most so many; raise `UnreadableError` where it cannot be read, and whole.

    What is no file (a pipe, a device, a folder) is not waited for; a file that changes meanwhile is read once more.
    """
    try:
        for _ in range(2):
            if (data := _read_once(path, most)) is not None:
                return data
    except OSError as error:
        remedy = _REMEDIES.get(error.errno or 0, "see that it can be opened, or exclude it")
        raise UnreadableError(f"{error.strerror or error}: {remedy}") from None
    raise UnreadableError("it changed while it was read: lint it again when it is whole")


def _read_once(path: str, most: int) -> bytes | None:
    """Return the bytes of the file, or None where it changed meanwhile."""
    with open(path, "rb", opener=_opened_at_once) as file:
        before = os.fstat(file.fileno())
        if not stat.S_ISREG(before.st_mode):
            raise UnreadableError("not a file with text in it: exclude it")
        data = file.read(most + 1) if before.st_size <= most else b""
        after = os.fstat(file.fileno())
    if max(len(data), before.st_size) > most:
        raise UnreadableError(too_large(most))
    is_whole = len(data) == after.st_size or not after.st_size
    return data if is_whole and before.st_mtime_ns == after.st_mtime_ns else None


def _opened_at_once(path: str, flags: int) -> int:
    # Opening a pipe that nobody writes to would wait for ever.
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def too_large(most: int) -> str:
    """Return what is said of a file of more than `most` bytes."""
    return f"larger than {most // 1_000_000} MB: exclude it, or raise `max-file-size`"


def digest(data: bytes) -> str:
    """Return the name under which `data` is known to the cache."""
    return hashlib.sha256(data).hexdigest()
