"""How long an editor waits for what is found after a keystroke, with a server of its own and a client that others wrote."""

from __future__ import annotations

import asyncio
import sys
import time
from pathlib import Path
from statistics import median

from lsprotocol import types
from pygls.lsp.client import LanguageClient
from pygls.uris import from_fs_path

# While the article is new, patterns are still being compiled; then somebody who has paused types a letter.
_TO_BEGIN = 6
_PAUSE = 2.0


def main() -> None:
    """Print the median and the longest, in milliseconds, from a keystroke in an article to what is shown of it."""
    article, count = sys.argv[1:]
    seconds = asyncio.run(_Typist(Path(article)).type(int(count)))
    print(f"{1000 * median(seconds):.0f} {1000 * max(seconds):.0f}")


class _Typist:
    def __init__(self, article: Path) -> None:
        self._text = article.read_text(encoding="utf-8")
        self._uri = from_fs_path(str(article)) or ""
        self._client = LanguageClient("bench", "1")
        self._shown: dict[int, asyncio.Event] = {}
        self._client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(lambda params: self._take(params))

    async def type(self, count: int) -> list[float]:
        await self._client.start_io(sys.executable, "-m", "kratomlint", "server")
        await self._client.initialize_async(types.InitializeParams(capabilities=types.ClientCapabilities()))
        self._client.initialized(types.InitializedParams())
        item = types.TextDocumentItem(self._uri, "markdown", 1, self._text)
        await self._seen(1, lambda: self._client.text_document_did_open(types.DidOpenTextDocumentParams(item)))
        taken = [await self._keystroke(version) for version in range(2, 2 + _TO_BEGIN + count)]
        await self._client.shutdown_async(None)
        self._client.exit(None)
        await self._client.stop()
        return taken[_TO_BEGIN:]

    async def _keystroke(self, version: int) -> float:
        await asyncio.sleep(_PAUSE)
        line = self._text.count("\n") // 2
        here = types.Position(line, version)
        change = types.TextDocumentContentChangePartial(text="a", range=types.Range(here, here))
        document = types.VersionedTextDocumentIdentifier(version=version, uri=self._uri)
        params = types.DidChangeTextDocumentParams(document, [change])
        start = time.perf_counter()
        await self._seen(version, lambda: self._client.text_document_did_change(params))
        return time.perf_counter() - start

    async def _seen(self, version: int, send) -> None:
        shown = self._shown[version] = asyncio.Event()
        send()
        await shown.wait()

    def _take(self, params: types.PublishDiagnosticsParams) -> None:
        if params.version in self._shown:
            self._shown[params.version].set()


if __name__ == "__main__":
    main()
