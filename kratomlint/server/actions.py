"""What an editor offers to do about the words under the cursor: mend them, keep them, read why. Opens nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from lsprotocol import types

from kratomlint.finding import Edit
from kratomlint.server.article import Article, Mark
from kratomlint.server.telling import Teller

KEEP_HERE, KEEP_IN_FILE, SHOW_PAGE = "kratomlint.keepHere", "kratomlint.keepInFile", "kratomlint.showPage"
# What a suppression says until the writer has said why.
REASON = "why it may stay"

_KIND = types.CodeActionKind.QuickFix


def is_wanted(only: Sequence[str] | None) -> bool:
    """Say whether an editor that asks for some kinds of action alone asks for ours."""
    return only is None or any(_KIND.value == kind or _KIND.value.startswith(f"{kind}.") or not kind for kind in only)


def actions(article: Article, marks: Iterable[Mark], teller: Teller, versioned: bool) -> list[types.CodeAction]:
    """Return what can be done about the marks: first what mends, then what keeps, then what explains."""
    marks = list(marks)
    first = [action for mark in marks for action in _fixes(article, mark, teller, versioned)]
    return [*first, *(action for mark in marks for action in _others(article, mark, teller))]


def workspace_edit(article: Article, edits: Iterable[Edit], teller: Teller, versioned: bool) -> types.WorkspaceEdit:
    """Return edits of an article as the editor takes them; `versioned`: it checks that they are for its present text."""
    made = [types.TextEdit(teller.range(article.lines, edit.span), edit.text) for edit in edits]
    if not versioned:
        return types.WorkspaceEdit(changes={article.uri: made})
    document = types.OptionalVersionedTextDocumentIdentifier(uri=article.uri, version=article.version)
    return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(document, list(made))])


def _fixes(article: Article, mark: Mark, teller: Teller, versioned: bool) -> Iterator[types.CodeAction]:
    fix = mark.finding.fix
    if fix is None or not article.is_fresh:
        return
    yield types.CodeAction(
        title=fix.title if fix.safe else f"{fix.title} (read it again: it may mean something else)",
        kind=_KIND,
        diagnostics=[teller.diagnostic(mark, article)],
        is_preferred=fix.safe,
        edit=workspace_edit(article, fix.edits, teller, versioned),
    )


def _others(article: Article, mark: Mark, teller: Teller) -> Iterator[types.CodeAction]:
    check_id = mark.finding.check_id
    where: list[Any] = [article.uri, check_id, *mark.span]
    for command, title in (
        (KEEP_HERE, f"Keep it here, and say why [{check_id}]"),
        (KEEP_IN_FILE, f"Keep all such in this file, and say why [{check_id}]"),
        (SHOW_PAGE, f"Show what is known about this check [{check_id}]"),
    ):
        yield types.CodeAction(
            title=title,
            kind=_KIND,
            diagnostics=[teller.diagnostic(mark, article)],
            command=types.Command(title=title, command=command, arguments=where),
        )
