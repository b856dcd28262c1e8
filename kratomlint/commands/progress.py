"""How far a long run has come, for a person at a terminal; on standard error and gone when the run ends."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import IO

# Who waits less than this needs no bar.
_PATIENCE = 1.0
_PAUSE = 0.1
_WIDTH = 30


class Progress:
    """Call it with how many files are done and how many there are."""

    def __init__(self, stream: IO[str] | None, patience: float = _PATIENCE) -> None:
        self._stream = stream
        self._next = time.monotonic() + patience
        self._drawn = 0

    def __call__(self, done: int, total: int) -> None:
        """Draw the bar, where it is time to."""
        now = time.monotonic()
        if self._stream is None or now < self._next or not total:
            return
        self._next = now + _PAUSE
        filled = _WIDTH * done // total
        self._draw(f"[{'#' * filled}{'.' * (_WIDTH - filled)}] {done:,} of {total:,} files")

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        """Take the bar away."""
        if self._drawn:
            self._draw("")

    def _draw(self, text: str) -> None:
        assert self._stream is not None
        # Spaces rather than an escape sequence: every terminal knows them.
        self._stream.write(f"\r{text:<{self._drawn}}\r{text}")
        self._stream.flush()
        self._drawn = len(text)


def progress(wanted: bool) -> Progress:
    """Return a bar for standard error, or one that never shows where nobody would see it."""
    return Progress(sys.stderr if wanted and sys.stderr.isatty() else None)
