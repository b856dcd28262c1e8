"""The server, as pygls has it, and what it knows of the editor: what it can show, what it wants, what it was told."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls.capabilities import get_capability
from pygls.lsp.server import LanguageServer
from pygls.protocol import LanguageServerProtocol, lsp_method

from kratomlint import __version__
from kratomlint.finding import Trouble
from kratomlint.server import wishes
from kratomlint.server.addresses import file_path
from kratomlint.server.article import Article
from kratomlint.server.pages import Pages
from kratomlint.server.rounds import Rounds
from kratomlint.server.telling import Manner, Teller
from kratomlint.server.worker import Refused
from kratomlint.settings import SettingsError
from kratomlint.source import UnreadableError, read
from kratomlint.span import LineIndex


class Protocol(LanguageServerProtocol):
    """The protocol, without pygls' own copy of what is typed.

    It takes more for line ends than the protocol does, and moves the places in a message to where it thinks they are.
    """

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: types.DidChangeTextDocumentParams) -> Iterator[Any]:
        """Hand a change to whoever keeps the texts."""
        yield self.fm.features[types.TEXT_DOCUMENT_DID_CHANGE], (params,), None


class Server(LanguageServer):
    """The server, and what it knows of the editor it talks to."""

    def __init__(self) -> None:
        super().__init__("kratomlint", __version__, protocol_cls=Protocol)
        self.rounds = Rounds(self)
        self.pages = Pages()
        self._told: set[str] = set()

    @property
    def root(self) -> Path:
        """Return the first folder that is open in the editor, or the working directory."""
        uris = [*self.workspace.folders, *filter(None, [self.workspace.root_uri])]
        return next((Path(path) for uri in uris if (path := file_path(uri))), Path.cwd())

    @property
    def manner(self) -> Manner:
        """Return what the editor can show."""
        formats = self.capability("text_document.hover.content_format", ())
        return Manner(
            encoding=str(getattr(self.workspace.position_encoding, "value", self.workspace.position_encoding)),
            related=self.capability("text_document.publish_diagnostics.related_information", False),
            links=self.capability("text_document.publish_diagnostics.code_description_support", False),
            markdown=types.MarkupKind.Markdown in formats,
        )

    @property
    def teller(self) -> Teller:
        """Return who tells this editor what was found."""
        return Teller(self.manner, self._lines_of)

    @property
    def versioned(self) -> bool:
        """Say whether the editor checks that edits are for its present text."""
        return bool(self.capability("workspace.workspace_edit.document_changes", False))

    def capability(self, name: str, default: Any) -> Any:
        """Return what the editor says of an ability, or `default` where it says nothing."""
        value = get_capability(self.client_capabilities, name, default)
        return default if value is None else value

    def seen(self, article: Article) -> None:
        """Show what was found in an article."""
        self.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(article.uri, self.teller.diagnostics(article), article.version)
        )

    def refused(self, refused: Refused, path: str) -> None:
        """Say why an article could not be looked at: to the person where they can mend it, else in the log."""
        if refused.is_ours:
            where = f"{path}: " if path else ""
            self.log(f"{where}{refused.message}; please report it", types.MessageType.Error)
        else:
            self.show(refused.message)

    def troubled(self, troubles: Iterable[Trouble]) -> None:
        """Write what went wrong into the log."""
        for trouble in troubles:
            self.log(f"{trouble.path}: {trouble.what}" if trouble.path else trouble.what, types.MessageType.Warning)

    def log(self, message: str, level: types.MessageType) -> None:
        """Write a line into the editor's log, once."""
        if message not in self._told:
            self._told.add(message)
            self.window_log_message(types.LogMessageParams(level, message))

    def show(self, message: str) -> None:
        """Show a message to the person, once until their settings change."""
        if message not in self._told:
            self._told.add(message)
            self.window_show_message(types.ShowMessageParams(types.MessageType.Error, message))

    def forgive(self) -> None:
        """Let what was told be told again: somebody tried to mend it."""
        self._told.clear()

    def wish(self, said: object) -> None:
        """Take the editor's settings; what cannot be used is shown, and the former ones hold."""
        try:
            options = wishes.options(said, self.root)
        except SettingsError as error:
            self.show(str(error))
            return
        if options != self.rounds.options:
            self.forgive()
            self.rounds.options = options
            self.rounds.again()

    def report_server_error(self, error: Exception, source: Any) -> None:
        """Write into the log what could not be understood, or what we failed at."""
        said = " ".join(f"{type(error).__name__}: {error}".split())
        self.window_log_message(types.LogMessageParams(types.MessageType.Error, f"kratomlint: {said}"))

    def _lines_of(self, path: str) -> LineIndex | None:
        absolute = os.path.abspath(path)  # noqa: PTH100
        for article in self.rounds.articles.values():
            if article.path == absolute:
                return article.lines
        try:
            return read(path).lines
        except UnreadableError:
            return None
