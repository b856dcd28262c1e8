"""What an editor holds to be the text, in the units of the protocol, and a server of ours that is spoken to in bytes."""

from __future__ import annotations

import asyncio
import atexit
import json
import logging
import tempfile
import threading
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple

from pygls.io_ import run_async

from kratomlint.server.article import Article
from kratomlint.server.messages import ready

# A machine may be slow; nothing is measured here.
_PATIENCE = 120
# pygls logs every message that it cannot read, with a traceback.
logging.getLogger("pygls").setLevel(logging.CRITICAL)


class At(NamedTuple):
    """A line and a character, both from 0, in units of UTF-16."""

    line: int
    character: int


class Text:
    """A text as editors have it: units of UTF-16, lines that end with CRLF, LF or CR. Shares no code with ours."""

    def __init__(self, text: str) -> None:
        self._units = _units(text)

    def __str__(self) -> str:
        return b"".join(unit.to_bytes(2, "little") for unit in self._units).decode("utf-16-le", "surrogatepass")

    def replace(self, start: At, end: At, text: str) -> None:
        """Put a text in the place of what stands between two places; the wrong way round there is nothing between."""
        first = self._offset(start)
        self._units[first : max(first, self._offset(end))] = _units(text)

    def holds(self, place: At) -> bool:
        """Say whether there is such a place, and no character or line end is cut by it."""
        lines = self._lines()
        if not 0 <= place.line < len(lines):
            return False
        start, end = lines[place.line]
        return 0 <= place.character <= end - start and not self._is_cut(start + place.character)

    def at(self, offset: int) -> At:
        """Return the place of the character of that number, counted as Python counts."""
        units = len(_units(str(self)[:offset]))
        line = max(number for number, (start, _) in enumerate(self._lines()) if start <= units)
        return At(line, units - self._lines()[line][0])

    def _offset(self, place: At) -> int:
        lines = self._lines()
        if place.line >= len(lines):
            return len(self._units)
        start, end = lines[place.line]
        offset = min(start + place.character, end)
        return offset - self._is_cut(offset)

    def _is_cut(self, offset: int) -> bool:
        before, after = (self._units[at : at + 1] for at in (offset - 1, offset)) if offset else ([], [])
        return bool(before and after and 0xD800 <= before[0] < 0xDC00 <= after[0] < 0xE000)

    def _lines(self) -> list[tuple[int, int]]:
        """Return where each line starts and where it ends, without its line end."""
        lines, start, at = [], 0, 0
        while at < len(self._units):
            if self._units[at] in (10, 13):
                lines.append((start, at))
                at += self._units[at : at + 2] == [13, 10]
                start = at + 1
            at += 1
        return [*lines, (start, len(self._units))]


def _units(text: str) -> list[int]:
    data = text.encode("utf-16-le", "surrogatepass")
    return [int.from_bytes(data[at : at + 2], "little") for at in range(0, len(data), 2)]


class Server:
    """A server with its two processes, in a thread of its own, and what it has said."""

    def __init__(self) -> None:
        self.said: list[dict[str, Any]] = []
        self._changed = threading.Condition()
        self._ids = count(1)
        self._folder = tempfile.TemporaryDirectory()
        self.root = Path(self._folder.name).resolve()
        (self.root / ".git").mkdir()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self._do(self._start())
        atexit.register(self.stop)
        able = {
            "textDocument": {"publishDiagnostics": {"relatedInformation": True}},
            "workspace": {"workspaceEdit": {"documentChanges": True}},
        }
        self.ask("initialize", {"processId": None, "rootUri": self.root.as_uri(), "capabilities": able})
        self.tell("initialized", {})

    def text(self, uri: str) -> str | None:
        """Return the text that the server holds, None where it knows no such document."""
        article = self.article(uri)
        return article and article.text

    def article(self, uri: str) -> Article | None:
        """Return what the server knows of a document."""
        return self.server.rounds.articles.get(uri)

    def tell(self, method: str, params: Any) -> None:
        """Send a notification."""
        self.write(framed({"jsonrpc": "2.0", "method": method, "params": params}))

    def ask(self, method: str, params: Any) -> dict[str, Any]:
        """Send a request and return the whole response; all that was sent before has been dealt with by then."""
        number = f"fuzz-{next(self._ids)}"
        self.write(framed({"jsonrpc": "2.0", "id": number, "method": method, "params": params}))
        return self.wait(lambda said: said.get("id") == number)

    def write(self, data: bytes) -> None:
        """Send bytes as they are."""
        self._loop.call_soon_threadsafe(self._reader.feed_data, data)

    def wait(self, is_it: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        """Return the last message of the server that is meant, once it has come."""
        with self._changed:
            found = self._changed.wait_for(lambda: next(filter(is_it, reversed(self.said)), None), _PATIENCE)
            assert found, "the server says nothing more"
            return found

    def stop(self) -> None:
        """End the server and its processes."""
        self._loop.call_soon_threadsafe(self.server.rounds.stop)
        self._loop.call_soon_threadsafe(self._listening.cancel)
        # Not before what was cancelled has ended.
        self._loop.call_soon_threadsafe(self._loop.call_later, 0.05, self._loop.stop)
        self._thread.join()
        self.server.pages.close()
        self._folder.cleanup()

    def _do(self, work: Any) -> Any:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(_PATIENCE)

    async def _start(self) -> None:
        self.server = ready()
        self.server.protocol.set_writer(_Ear(self.said, self._changed), include_headers=False)
        self._reader = asyncio.StreamReader()
        listening = run_async(
            threading.Event(), self._reader, self.server.protocol, error_handler=self.server.report_server_error
        )
        self._listening = asyncio.create_task(listening)


class _Ear:
    """Takes what the server says; each write is one message."""

    def __init__(self, said: list[dict[str, Any]], changed: threading.Condition) -> None:
        self._said, self._changed = said, changed

    def write(self, data: bytes) -> None:
        with self._changed:
            self._said.append(json.loads(data))
            self._changed.notify_all()

    def close(self) -> None:
        """Stay open: nothing was opened."""


def framed(message: Any) -> bytes:
    """Return a message as it is sent."""
    body = message if isinstance(message, bytes) else json.dumps(message).encode()
    return b"Content-Length: %d\r\n\r\n%s" % (len(body), body)
