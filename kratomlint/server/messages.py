"""What is said between an editor and the server, message by message. What to do about it is decided elsewhere."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from typing import Any

from lsprotocol import types

from kratomlint.edits import applied
from kratomlint.finding import Edit
from kratomlint.server import actions
from kratomlint.server.addresses import article_path, file_path, uri_of
from kratomlint.server.article import Article, Mark
from kratomlint.server.desk import Silence
from kratomlint.server.door import Server
from kratomlint.server.places import At, span
from kratomlint.server.wishes import SECTION
from kratomlint.server.worker import Refused
from kratomlint.span import LineIndex, Span

# What decides, when it changes, what is found: settings, a project's own checks, the articles that are compared.
_WATCHED = (
    "**/{kratomlint.toml,.kratomlint.toml,pyproject.toml,.gitignore}",
    "**/.kratomlint/checks/**",
    "**/*.{md,markdown,mdown,mkd,mdx,html,htm,xhtml,txt}",
)


def run() -> None:
    """Talk to the editor on standard input and output until it leaves."""
    server = ready()
    # What anybody else prints must not get between two messages.
    outbox = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    try:
        server.start_io(sys.stdin.buffer, outbox)
    finally:
        server.rounds.stop()
        server.pages.close()


def ready() -> Server:
    """Return a server that knows what to answer, and whom to is not said yet."""
    server = Server()
    for name, (handler, options) in _FEATURES.items():
        server.feature(name, options)(handler)
    for name, command in _COMMANDS.items():
        server.command(name)(command)
    return server


def _initialize(server: Server, params: types.InitializeParams) -> None:
    server.wish(params.initialization_options)
    server.rounds.start()


async def _initialized(server: Server, _: types.InitializedParams) -> None:
    await _watch(server)
    await _ask_for_settings(server)


def _shutdown(server: Server, _: None) -> None:
    server.rounds.stop()


def _opened(server: Server, params: types.DidOpenTextDocumentParams) -> None:
    item = params.text_document
    path = article_path(item.uri, item.language_id, server.root)
    if path is None or server.pages.holds(path):
        return
    article = Article(item.uri, path, LineIndex(item.text), item.version)
    server.rounds.articles[item.uri] = article
    server.rounds.changed(article)


def _changed(server: Server, params: types.DidChangeTextDocumentParams) -> None:
    article = server.rounds.articles.get(params.text_document.uri)
    if article is None:
        return
    encoding = server.manner.encoding
    for change in params.content_changes:
        if isinstance(change, types.TextDocumentContentChangePartial):
            start, end = _at(change.range.start), _at(change.range.end)
            article.replace_range(start, end, change.text, encoding)
        else:
            article.replace_text(change.text)
    article.version = params.text_document.version
    server.rounds.changed(article)


def _saved(server: Server, _: types.DidSaveTextDocumentParams) -> None:
    server.rounds.others_changed()


def _closed(server: Server, params: types.DidCloseTextDocumentParams) -> None:
    uri = params.text_document.uri
    if server.rounds.articles.pop(uri, None):
        server.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))
        server.rounds.others_changed()


def _hover(server: Server, params: types.HoverParams) -> types.Hover | None:
    article = server.rounds.articles.get(params.text_document.uri)
    if article is None:
        return None
    place = _span(server, article, types.Range(params.position, params.position))
    return server.teller.hover(article.marks_at(place), article)


def _code_actions(server: Server, params: types.CodeActionParams) -> list[types.CodeAction] | None:
    article = server.rounds.articles.get(params.text_document.uri)
    if article is None or not actions.is_wanted(params.context.only):
        return None
    place = _span(server, article, params.range)
    return actions.actions(article, article.marks_at(place), server.teller, server.versioned)


async def _configured(server: Server, params: types.DidChangeConfigurationParams) -> None:
    if params.settings:
        server.wish(params.settings)
    else:
        await _ask_for_settings(server)


def _files_changed(server: Server, params: types.DidChangeWatchedFilesParams) -> None:
    paths = [path for change in params.changes if (path := file_path(change.uri))]
    if any(path.endswith((".toml", ".gitignore")) for path in paths):
        server.forgive()
        server.rounds.again()
    elif paths:
        server.rounds.others_changed()


def _folders_changed(server: Server, _: types.DidChangeWorkspaceFoldersParams) -> None:
    server.rounds.again()


async def _keep_here(server: Server, uri: str, check_id: str, start: int, end: int) -> None:
    await _keep(server, _mark(server, uri, check_id, Span(start, end)), uri, whole_file=False)


async def _keep_in_file(server: Server, uri: str, check_id: str, start: int, end: int) -> None:
    await _keep(server, _mark(server, uri, check_id, Span(start, end)), uri, whole_file=True)


async def _show_page(server: Server, uri: str, check_id: str, start: int, end: int) -> None:
    mark = _mark(server, uri, check_id, Span(start, end))
    card = server.rounds.articles[uri].cards.get(check_id) if mark else None
    if card is None:
        return
    if not await _shown(server, uri_of(server.pages.write(card))):
        server.window_show_message(types.ShowMessageParams(types.MessageType.Info, f"{card.title}: {card.why}"))


async def _keep(server: Server, mark: Mark | None, uri: str, whole_file: bool) -> None:
    """Write the comment that keeps the words of a mark, and let the writer say why."""
    article = server.rounds.articles.get(uri)
    if mark is None or article is None:
        return
    lines = article.lines
    order = Silence(article.path, lines.text, mark.placed(lines), whole_file, actions.REASON, server.rounds.options)
    edits = await server.rounds.desk.ask(order)
    if isinstance(edits, Refused):
        server.refused(edits, article.path)
    elif not edits:
        server.show(f"There is no place for a comment that keeps this: ignore {mark.finding.check_id} in the settings.")
    elif article.lines is lines:
        edit = actions.workspace_edit(article, edits, server.teller, server.versioned)
        answer = await server.workspace_apply_edit_async(types.ApplyWorkspaceEditParams(edit, "Keep it, and say why"))
        if answer.applied:
            await _ask_why(server, uri, lines.text, edits)


async def _ask_why(server: Server, uri: str, before: str, edits: Sequence[Edit]) -> None:
    """Select the words that stand for the reason."""
    after = LineIndex(applied(before, edits))
    start = after.text.find(actions.REASON, min(edit.span.start for edit in edits))
    if start >= 0:
        await _shown(server, uri, server.teller.range(after, Span(start, start + len(actions.REASON))))


async def _shown(server: Server, uri: str, selection: types.Range | None = None) -> bool:
    """Show a document, and say whether the editor did."""
    if not server.capability("window.show_document.support", False):
        return False
    params = types.ShowDocumentParams(uri, take_focus=True, selection=selection)
    return (await server.window_show_document_async(params)).success


async def _watch(server: Server) -> None:
    """Ask the editor to tell of changes that decide what is found, where it can."""
    wanted: list[types.Registration] = []
    if server.capability("workspace.did_change_watched_files.dynamic_registration", False):
        watchers = [types.FileSystemWatcher(glob) for glob in _WATCHED]
        options: Any = types.DidChangeWatchedFilesRegistrationOptions(watchers)
        wanted.append(types.Registration("files", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options))
    if server.capability("workspace.did_change_configuration.dynamic_registration", False):
        options = {"section": SECTION}
        wanted.append(types.Registration("settings", types.WORKSPACE_DID_CHANGE_CONFIGURATION, options))
    if wanted:
        await server.client_register_capability_async(types.RegistrationParams(wanted))


async def _ask_for_settings(server: Server) -> None:
    if server.capability("workspace.configuration", False):
        items = [types.ConfigurationItem(section=SECTION)]
        (said,) = await server.workspace_configuration_async(types.ConfigurationParams(items))
        if said is not None:
            server.wish({SECTION: said})


def _mark(server: Server, uri: str, check_id: str, span: Span) -> Mark | None:
    """Return the mark of a check whose words stand at `span`; None where they have changed since it was asked for."""
    article = server.rounds.articles.get(uri)
    marks = article.marks if article else ()
    return next((mark for mark in marks if (mark.finding.check_id, mark.span) == (check_id, span)), None)


def _span(server: Server, article: Article, range: types.Range) -> Span:
    return span(article.lines, _at(range.start), _at(range.end), server.manner.encoding)


def _at(position: types.Position) -> At:
    return At(position.line, position.character)


_FEATURES: dict[str, tuple[Callable[..., Any], Any]] = {
    types.INITIALIZE: (_initialize, None),
    types.INITIALIZED: (_initialized, None),
    types.SHUTDOWN: (_shutdown, None),
    types.TEXT_DOCUMENT_DID_OPEN: (_opened, None),
    types.TEXT_DOCUMENT_DID_CHANGE: (_changed, None),
    types.TEXT_DOCUMENT_DID_SAVE: (_saved, None),
    types.TEXT_DOCUMENT_DID_CLOSE: (_closed, None),
    types.TEXT_DOCUMENT_HOVER: (_hover, None),
    types.TEXT_DOCUMENT_CODE_ACTION: (
        _code_actions,
        types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix]),
    ),
    types.WORKSPACE_DID_CHANGE_CONFIGURATION: (_configured, None),
    types.WORKSPACE_DID_CHANGE_WATCHED_FILES: (_files_changed, None),
    types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS: (_folders_changed, None),
}
_COMMANDS: dict[str, Callable[..., Any]] = {
    actions.KEEP_HERE: _keep_here,
    actions.KEEP_IN_FILE: _keep_in_file,
    actions.SHOW_PAGE: _show_page,
}
