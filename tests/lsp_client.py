"""An editor for tests: the client of pygls, which talks to `kratomlint server` as an editor does."""

import asyncio
import os
import sys
import threading
from ast import literal_eval
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls.lsp.client import LanguageClient
from pygls.uris import from_fs_path

ROOT = Path(__file__).parent.parent
# A machine may be slow; nothing is measured here.
PATIENCE = 120
ABLE = types.ClientCapabilities(
    text_document=types.TextDocumentClientCapabilities(
        publish_diagnostics=types.PublishDiagnosticsClientCapabilities(
            related_information=True, code_description_support=True
        ),
        hover=types.HoverClientCapabilities(content_format=[types.MarkupKind.Markdown]),
    ),
    workspace=types.WorkspaceClientCapabilities(
        apply_edit=True,
        configuration=True,
        workspace_edit=types.WorkspaceEditClientCapabilities(document_changes=True),
        did_change_watched_files=types.DidChangeWatchedFilesClientCapabilities(dynamic_registration=True),
    ),
    window=types.WindowClientCapabilities(show_document=types.ShowDocumentClientCapabilities(support=True)),
)


class Editor:
    """An editor with a server of its own; every method waits until the server has answered."""

    def __init__(
        self,
        root: Path | None = None,
        *,
        able: types.ClientCapabilities = ABLE,
        settings: Any = None,
        options: Any = None,
        others: tuple[Path, ...] = (),
        arguments: Sequence[str] = ("server",),
    ) -> None:
        self.shown: dict[str, types.PublishDiagnosticsParams] = {}
        self.messages: list[str] = []
        self.logged: list[str] = []
        self.registered: list[str] = []
        self.asked_to_show: list[types.ShowDocumentParams] = []
        self.applied: list[types.WorkspaceEdit] = []
        self.settings = settings
        self._able, self._options, self._arguments = able, options, arguments
        self._roots = [*([root] if root else []), *others]
        self._changed = threading.Condition()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)

    def __enter__(self) -> "Editor":
        self._thread.start()
        self._do(self._start())
        return self

    def __exit__(self, *_: object) -> None:
        self._do(self._stop())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()

    # What an editor does

    def open(self, path: Path | str, text: str | None = None, language: str = "markdown") -> str:
        """Open a file (or what is called so, with a text that was never saved) and return its name for the server."""
        uri = path if isinstance(path, str) else uri_of(path)
        if text is None:
            assert isinstance(path, Path)
            text = path.read_text(encoding="utf-8")
        item = types.TextDocumentItem(uri, language, 1, text)
        self.notify(types.TEXT_DOCUMENT_DID_OPEN, types.DidOpenTextDocumentParams(item))
        return uri

    def type(self, uri: str, version: int, *changes: tuple[tuple[int, int], tuple[int, int], str]) -> None:
        """Replace what stands between two places, for each of the changes."""
        made = [
            types.TextDocumentContentChangePartial(text=text, range=range_of(start, end))
            for start, end, text in changes
        ]
        document = types.VersionedTextDocumentIdentifier(uri=uri, version=version)
        self.notify(types.TEXT_DOCUMENT_DID_CHANGE, types.DidChangeTextDocumentParams(document, list(made)))

    def close(self, uri: str) -> None:
        params = types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri))
        self.notify(types.TEXT_DOCUMENT_DID_CLOSE, params)

    def hover(self, uri: str, line: int, character: int) -> types.Hover | None:
        where = types.HoverParams(types.TextDocumentIdentifier(uri), types.Position(line, character))
        return self.request(types.TEXT_DOCUMENT_HOVER, where)

    def actions(self, uri: str, line: int, character: int, only: list[str] | None = None) -> list[types.CodeAction]:
        place = range_of((line, character), (line, character))
        context = types.CodeActionContext([], only)
        params = types.CodeActionParams(types.TextDocumentIdentifier(uri), place, context)
        return [_action(one) for one in self.request(types.TEXT_DOCUMENT_CODE_ACTION, params) or []]

    def run(self, action: types.CodeAction) -> None:
        """Carry out the command of an action."""
        assert action.command
        params = types.ExecuteCommandParams(action.command.command, action.command.arguments)
        self.request(types.WORKSPACE_EXECUTE_COMMAND, params)

    def file_changed(self, path: Path) -> None:
        change = types.FileEvent(uri_of(path), types.FileChangeType.Changed)
        self.notify(types.WORKSPACE_DID_CHANGE_WATCHED_FILES, types.DidChangeWatchedFilesParams([change]))

    def configure(self, settings: Any) -> None:
        params = types.DidChangeConfigurationParams(settings)
        self.notify(types.WORKSPACE_DID_CHANGE_CONFIGURATION, params)

    def notify(self, method: str, params: Any) -> None:
        self._do(self._notify(method, params))

    def request(self, method: str, params: Any) -> Any:
        return self._do(self._request(method, params))

    def write(self, data: bytes) -> None:
        """Send bytes as they are, which no client would."""
        self._loop.call_soon_threadsafe(self.client.protocol.writer.write, data)

    # What an editor sees

    def diagnostics(self, uri: str, version: int = 1, until: Callable[[list[str]], bool] | None = None) -> list[Any]:
        """Return what is shown of a version, once it is what `until` says of the ids."""

        def is_there() -> bool:
            shown = self.shown.get(uri)
            return shown is not None and shown.version == version and (until is None or until(ids(shown.diagnostics)))

        self.wait(is_there)
        return list(self.shown[uri].diagnostics)

    def wait(self, until: Callable[[], bool]) -> None:
        with self._changed:
            assert self._changed.wait_for(until, PATIENCE), f"waited in vain; shown: {self.shown}, {self.logged}"

    # How it is done

    def _do(self, work: Any) -> Any:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(PATIENCE)

    async def _notify(self, method: str, params: Any) -> None:
        self.client.protocol.notify(method, params)

    async def _request(self, method: str, params: Any) -> Any:
        return await self.client.protocol.send_request_async(method, params)

    async def _start(self) -> None:
        self.client = LanguageClient("editor for tests", "1")
        self._listen()
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        await self.client.start_io(sys.executable, "-m", "kratomlint", *self._arguments, env=environment)
        folders = [types.WorkspaceFolder(uri_of(root), root.name) for root in self._roots]
        params = types.InitializeParams(
            capabilities=self._able, workspace_folders=folders or None, initialization_options=self._options
        )
        self.answer = await self.client.initialize_async(params)
        self.client.initialized(types.InitializedParams())

    async def _stop(self) -> None:
        if self.client._server.returncode is None:
            await self.client.shutdown_async(None)
            self.client.exit(None)
        await self.client.stop()

    def _listen(self) -> None:
        def take(method: str, keep: Callable[[Any], Any]) -> None:
            def handler(params: Any) -> Any:
                with self._changed:
                    answer = keep(params)
                    self._changed.notify_all()
                return answer

            self.client.feature(method)(handler)

        take(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS, lambda it: self.shown.__setitem__(it.uri, it))
        take(types.WINDOW_SHOW_MESSAGE, lambda it: self.messages.append(it.message))
        take(types.WINDOW_LOG_MESSAGE, lambda it: self.logged.append(it.message))
        take(types.WORKSPACE_CONFIGURATION, lambda it: [self.settings for _ in it.items])
        take(types.CLIENT_REGISTER_CAPABILITY, self._register)
        take(types.WINDOW_SHOW_DOCUMENT, self._show)
        take(types.WORKSPACE_APPLY_EDIT, self._apply)

    def _register(self, params: types.RegistrationParams) -> None:
        self.registered += [one.method for one in params.registrations]

    def _show(self, params: types.ShowDocumentParams) -> types.ShowDocumentResult:
        self.asked_to_show.append(params)
        return types.ShowDocumentResult(success=True)

    def _apply(self, params: types.ApplyWorkspaceEditParams) -> types.ApplyWorkspaceEditResult:
        self.applied.append(params.edit)
        return types.ApplyWorkspaceEditResult(applied=True)


def _action(answer: types.CodeAction | types.Command) -> types.CodeAction:
    """Return an action; lsprotocol takes one that has a command for a command, and the command for its name."""
    if isinstance(answer, types.CodeAction):
        return answer
    return types.CodeAction(answer.title, command=types.Command(**literal_eval(answer.command)))


def uri_of(path: Path) -> str:
    uri = from_fs_path(str(path))
    assert uri
    return uri


def range_of(start: tuple[int, int], end: tuple[int, int]) -> types.Range:
    return types.Range(types.Position(*start), types.Position(*end))


def ids(diagnostics: Any) -> list[str]:
    return [str(diagnostic.code) for diagnostic in diagnostics]
