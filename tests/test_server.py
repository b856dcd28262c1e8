"""What an editor gets from the server, message by message, with a client that others wrote."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("pygls", reason="the package pygls is not installed")

from lsp_client import ROOT, Editor, ids, range_of, uri_of
from lsprotocol import types

CLAIM = "# Kava\n\nKava root relieves anxiety within an hour.\n"
DOUBLED = "# Kava\n\nKava was was grown on islands.\n"
DOUBLED_ID = "consistency/doubled-word"
SAID_TWICE = "The root of this plant has been used as a sleep aid for centuries across the islands.\n"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a repository that the tests of this file share, each with files of its own."""
    folder = tmp_path_factory.mktemp("site")
    (folder / ".git").mkdir()
    return folder


@pytest.fixture(scope="module")
def editor(site: Path) -> Iterator[Editor]:
    """Return an editor that can show all there is."""
    with Editor(site) as editor:
        yield editor


def applied(text: str, edits: list[types.TextEdit]) -> str:
    """Return a text of ASCII after edits, as an editor makes them."""
    lines = text.splitlines(keepends=True)
    starts = [sum(map(len, lines[:number])) for number in range(len(lines) + 1)]
    for edit in sorted(edits, key=lambda edit: edit.range.start.line, reverse=True):
        start = starts[edit.range.start.line] + edit.range.start.character
        end = starts[edit.range.end.line] + edit.range.end.character
        text = text[:start] + edit.new_text + text[end:]
    return text


def edits_of(edit: types.WorkspaceEdit) -> list[types.TextEdit]:
    assert edit.document_changes
    [change] = edit.document_changes
    assert isinstance(change, types.TextDocumentEdit)
    return [one for one in change.edits if isinstance(one, types.TextEdit)]


def titled(actions: list[types.CodeAction], beginning: str) -> types.CodeAction:
    return next(action for action in actions if action.title.startswith(beginning))


# What is shown


def test_a_finding_is_shown_with_its_place_its_weight_its_name_and_its_page(editor: Editor, site: Path) -> None:
    uri = editor.open(site / "claim.md", CLAIM)
    [shown] = [one for one in editor.diagnostics(uri) if one.code == "overclaim/efficacy"]
    assert shown.range == range_of((2, 10), (2, 26))
    assert shown.severity == types.DiagnosticSeverity.Warning
    assert shown.source == "kratomlint"
    assert shown.message.startswith("“relieves anxiety” promises a benefit as a fact")
    assert shown.code_description.href.endswith("/checks/overclaim/efficacy.toml")


def test_the_buffer_counts_and_not_the_file(editor: Editor, site: Path) -> None:
    (site / "buffer.md").write_text("# Tea\n\nTea is a drink.\n", encoding="utf-8")
    assert DOUBLED_ID in ids(editor.diagnostics(editor.open(site / "buffer.md", DOUBLED)))


def test_what_is_typed_is_read_at_once(editor: Editor, site: Path) -> None:
    uri = editor.open(site / "typed.md", DOUBLED)
    assert DOUBLED_ID in ids(editor.diagnostics(uri))
    editor.type(uri, 2, ((2, 9), (2, 13), ""))
    assert DOUBLED_ID not in ids(editor.diagnostics(uri, 2))
    editor.type(uri, 3, ((2, 0), (2, 0), "Kava was was here.\n"), ((3, 0), (3, 4), "Tea"))
    [shown] = [one for one in editor.diagnostics(uri, 3) if one.code == DOUBLED_ID]
    assert shown.range == range_of((2, 5), (2, 12))


@pytest.mark.parametrize("odd", ["\u2028", "\x0c", "\x85", "\x0b", "\x1c"])
def test_what_only_some_take_for_a_line_end_moves_nothing(editor: Editor, site: Path, odd: str) -> None:
    uri = editor.open(site / f"odd-{ord(odd)}.md", f"Tea{odd} is here.\n\nKava was grown.\n")
    editor.diagnostics(uri)
    editor.type(uri, 2, ((2, 8), (2, 8), " was"))
    [shown] = [one for one in editor.diagnostics(uri, 2) if one.code == DOUBLED_ID]
    assert shown.range == range_of((2, 5), (2, 12))


@pytest.mark.parametrize(("encoding", "start"), [("utf-8", 9), ("utf-16", 7), ("utf-32", 6)])
def test_places_are_counted_as_the_editor_counts(project: Path, encoding: str, start: int) -> None:
    able = types.ClientCapabilities(general=types.GeneralClientCapabilities(position_encodings=[encoding]))
    with Editor(project, able=able) as editor:
        assert editor.answer.capabilities.position_encoding == encoding
        uri = editor.open(project / "a.md", "😋 tea was was here.\n")
        [shown] = [one for one in editor.diagnostics(uri) if one.code == DOUBLED_ID]
        assert shown.range.start == types.Position(0, start)
        editor.type(uri, 2, ((0, start), (0, start + 4), ""))
        assert DOUBLED_ID not in ids(editor.diagnostics(uri, 2))


def test_an_older_text_is_never_shown_after_a_newer_one(editor: Editor, site: Path) -> None:
    uri = editor.open(site / "fast.md", "Tea \n")
    editor.diagnostics(uri)
    seen: list[int] = []
    for version, letter in enumerate("was was here", start=2):
        editor.type(uri, version, ((0, version + 2), (0, version + 2), letter))
        seen.append(editor.shown[uri].version)
    assert DOUBLED_ID in ids(editor.diagnostics(uri, 13))
    assert seen == sorted(seen)
    # Most were never looked at.
    assert len(set(seen)) < len(seen)


def test_a_document_that_was_never_saved_is_read_by_its_language(editor: Editor) -> None:
    uri = editor.open("untitled:Untitled-1", "<p>Kava was was <!-- was was --> grown.</p>\n", "html")
    assert ids(editor.diagnostics(uri)).count(DOUBLED_ID) == 1


def test_what_is_closed_is_forgotten(editor: Editor, site: Path) -> None:
    uri = editor.open(site / "closed.md", DOUBLED)
    editor.diagnostics(uri)
    editor.close(uri)
    editor.wait(lambda: not editor.shown[uri].diagnostics)
    assert editor.hover(uri, 2, 7) is None


# What other places have to do with it


def test_a_contradiction_shows_both_places(editor: Editor, site: Path) -> None:
    text = "# Kava\n\nKava is non-addictive.\n\nKava can cause physical dependence.\n"
    uri = editor.open(site / "both.md", text)
    [shown] = [one for one in editor.diagnostics(uri) if one.code == "consistency/contradiction-statement"]
    [other] = shown.related_information
    assert (other.message, other.location.uri) == ("said otherwise here", uri)
    assert other.location.range == range_of((2, 8), (2, 21))


def test_what_another_file_says_too_is_shown_with_its_place(editor: Editor, site: Path) -> None:
    elsewhere = site / "a" / "old 😋.md"
    elsewhere.parent.mkdir()
    elsewhere.write_text(f"# Old\n\n😋 {SAID_TWICE}", encoding="utf-8")
    uri = editor.open(site / "b.md", f"# New\n\n{SAID_TWICE}")
    shown = editor.diagnostics(uri, until=lambda shown: "duplicate/across-sentence" in shown)
    [other] = next(one.related_information for one in shown if one.code == "duplicate/across-sentence")
    assert other.location == types.Location(uri_of(elsewhere), range_of((2, 0), (2, 3 + len(SAID_TWICE) - 1)))
    # It stays while somebody types elsewhere, and goes when its words do.
    editor.type(uri, 2, ((1, 0), (1, 0), "\nTea.\n"))
    [kept] = [one for one in editor.diagnostics(uri, 2) if one.code == "duplicate/across-sentence"]
    assert kept.range.start == types.Position(4, 0)
    editor.type(uri, 3, ((4, 0), (5, 0), ""))
    assert "duplicate/across-sentence" not in ids(editor.diagnostics(uri, 3))


def test_a_buffer_is_compared_with_another_buffer(editor: Editor, site: Path) -> None:
    sentence = "Sellers of valerian have praised the smell of the dried leaf in every season of the long year.\n"
    editor.open(site / "c.md", f"# One\n\n{sentence}")
    uri = editor.open(site / "d.md", f"# Two\n\n{sentence}")
    editor.diagnostics(uri, until=lambda shown: "duplicate/across-sentence" in shown)


# What is said under the pointer


def test_hover_tells_why_on_whose_word_and_what_may_stand(editor: Editor, site: Path) -> None:
    uri = editor.open(site / "hover.md", CLAIM)
    editor.diagnostics(uri)
    hover = editor.hover(uri, 2, 12)
    assert hover and isinstance(hover.contents, types.MarkupContent)
    assert hover.contents.kind == types.MarkupKind.Markdown
    for words in (
        "**Benefit stated as fact** · warning · `overclaim/efficacy`",
        "A reader takes a plain verb as a finding in people.",
        "- FTC, Health Products Compliance Guidance (2022)",
        "```text\nNo trial has shown that kava relieves anxiety.\n```",
    ):
        assert words in hover.contents.value
    assert hover.range == range_of((2, 10), (2, 26))


def test_hover_beside_a_finding_says_nothing(editor: Editor, site: Path) -> None:
    uri = editor.open(site / "beside.md", DOUBLED)
    editor.diagnostics(uri)
    assert editor.hover(uri, 0, 0) is None


# What can be done about it


def test_a_fix_is_offered_and_mends_the_text(editor: Editor, site: Path) -> None:
    uri = editor.open(site / "fix.md", DOUBLED)
    editor.diagnostics(uri)
    fix = titled(editor.actions(uri, 2, 6), "Replace with “was”")
    assert fix.edit and fix.diagnostics
    assert applied(DOUBLED, edits_of(fix.edit)) == "# Kava\n\nKava was grown on islands.\n"
    assert ids(fix.diagnostics) == [DOUBLED_ID]
    assert fix.kind == types.CodeActionKind.QuickFix


def test_words_are_kept_by_a_comment_whose_reason_is_selected(editor: Editor, site: Path) -> None:
    uri = editor.open(site / "keep.md", CLAIM)
    editor.diagnostics(uri)
    editor.run(titled(editor.actions(uri, 2, 12), "Keep it here, and say why [overclaim/efficacy]"))
    editor.wait(lambda: bool(editor.asked_to_show))
    kept = applied(CLAIM, edits_of(editor.applied.pop()))
    comment = "<!-- kratomlint-disable-next-line overclaim/efficacy -- why it may stay -->"
    assert kept == CLAIM.replace("Kava root", f"{comment}\nKava root")
    shown = editor.asked_to_show.pop()
    assert (shown.uri, shown.take_focus) == (uri, True)
    assert shown.selection == range_of((2, comment.index("why")), (2, comment.index(" -->")))
    editor.type(uri, 2, ((2, 0), (2, 0), f"{comment}\n"))
    assert "overclaim/efficacy" not in ids(editor.diagnostics(uri, 2))


def test_all_such_words_in_a_file_are_kept_by_one_comment(editor: Editor, site: Path) -> None:
    uri = editor.open(site / "keep-file.md", DOUBLED)
    editor.diagnostics(uri)
    editor.run(titled(editor.actions(uri, 2, 6), f"Keep all such in this file, and say why [{DOUBLED_ID}]"))
    editor.wait(lambda: bool(editor.asked_to_show))
    editor.asked_to_show.clear()
    kept = applied(DOUBLED, edits_of(editor.applied.pop()))
    assert f"<!-- kratomlint-disable-file {DOUBLED_ID} -- why it may stay -->" in kept


def test_the_page_of_a_check_is_opened_and_not_linted(editor: Editor, site: Path) -> None:
    uri = editor.open(site / "page.md", CLAIM)
    editor.diagnostics(uri)
    editor.run(titled(editor.actions(uri, 2, 12), "Show what is known about this check [overclaim/efficacy]"))
    page = Path(editor.asked_to_show.pop().uri.removeprefix("file://"))
    text = page.read_text(encoding="utf-8")
    assert text.startswith("# Benefit stated as fact\n")
    assert "Kava root relieves anxiety within an hour." in text
    editor.open(page)
    assert editor.hover(uri_of(page), 20, 0) is None


def test_an_editor_that_wants_other_actions_gets_none(editor: Editor, site: Path) -> None:
    uri = editor.open(site / "only.md", DOUBLED)
    editor.diagnostics(uri)
    assert editor.actions(uri, 2, 6, ["source.organizeImports"]) == []
    assert editor.actions(uri, 2, 6, ["quickfix"])


def test_an_editor_that_can_show_little_is_told_in_words(project: Path) -> None:
    text = "# Kava\n\nKava is non-addictive.\n\nKava can cause physical dependence.\n"
    with Editor(project, able=types.ClientCapabilities()) as editor:
        uri = editor.open(project / "a.md", text)
        [shown] = [one for one in editor.diagnostics(uri) if one.code == "consistency/contradiction-statement"]
        assert shown.related_information is None
        assert shown.message.endswith(f"said otherwise here: {project}/a.md:3:9")
        hover = editor.hover(uri, 4, 10)
        assert hover and isinstance(hover.contents, types.MarkupContent)
        assert hover.contents.kind == types.MarkupKind.PlainText
        assert "\nWhy: Two statements that exclude each other" in hover.contents.value
        editor.run(titled(editor.actions(uri, 4, 10), "Show what is known"))
        assert editor.messages.pop().startswith("Takes back what it said: ")


# What is wanted here


def test_each_root_has_its_own_settings(tmp_path: Path) -> None:
    roots = tmp_path / "one", tmp_path / "two"
    for root, settings in zip(roots, (f'ignore = ["{DOUBLED_ID}"]\n', 'exclude = ["drafts/"]\n'), strict=True):
        (root / "drafts").mkdir(parents=True)
        (root / "kratomlint.toml").write_text(settings, encoding="utf-8")
    with Editor(roots[0], others=(roots[1],)) as editor:
        assert DOUBLED_ID not in ids(editor.diagnostics(editor.open(roots[0] / "a.md", DOUBLED)))
        assert DOUBLED_ID in ids(editor.diagnostics(editor.open(roots[1] / "a.md", DOUBLED)))
        assert editor.diagnostics(editor.open(roots[1] / "drafts" / "a.md", DOUBLED)) == []


def test_settings_and_cards_that_change_hold_at_once(project: Path) -> None:
    with Editor(project) as editor:
        editor.wait(lambda: types.WORKSPACE_DID_CHANGE_WATCHED_FILES in editor.registered)
        uri = editor.open(project / "a.md", DOUBLED)
        editor.diagnostics(uri, until=lambda shown: DOUBLED_ID in shown)
        settings = project / "kratomlint.toml"
        settings.write_text(f'ignore = ["{DOUBLED_ID}"]\n', encoding="utf-8")
        editor.file_changed(settings)
        editor.diagnostics(uri, until=lambda shown: DOUBLED_ID not in shown)
        card = project / ".kratomlint" / "checks" / "house" / "island.toml"
        card.parent.mkdir(parents=True)
        card.write_text(ISLAND, encoding="utf-8")
        settings.write_text('extend-select = ["house"]\n', encoding="utf-8")
        editor.file_changed(card)
        editor.diagnostics(uri, until=lambda shown: "house/island" in shown)
        card.write_text(ISLAND.replace("islands", "mountains"), encoding="utf-8")
        editor.file_changed(card)
        editor.diagnostics(uri, until=lambda shown: "house/island" not in shown)


ISLAND = """
title = "Islands"
message = "“{hit}”: which?"
severity = "warning"
find.words = ["islands"]
why = "A reader who wants to know where a plant was grown is helped by a name, not by a kind of place."
sources = ["House rules"]
bad = ["It grows on >>islands<<.", "The >>islands<< are far."]
good = ["It grows on Tonga.", "Tonga is far."]
"""


def test_settings_that_cannot_be_used_are_shown_once_and_mended_ones_hold(project: Path) -> None:
    settings = project / "kratomlint.toml"
    settings.write_text("slect = []\n", encoding="utf-8")
    with Editor(project) as editor:
        uri = editor.open(project / "a.md", DOUBLED)
        editor.wait(lambda: bool(editor.messages))
        assert editor.messages[0].startswith("kratomlint.toml:1: unknown key `slect`")
        editor.type(uri, 2, ((0, 0), (0, 0), " "))
        editor.type(uri, 3, ((0, 0), (0, 1), ""))
        settings.write_text("", encoding="utf-8")
        editor.file_changed(settings)
        assert DOUBLED_ID in ids(editor.diagnostics(uri, 3))
        assert len(editor.messages) == 1


def test_what_the_editor_is_set_to_holds(project: Path) -> None:
    with Editor(project, options={"ignore": [DOUBLED_ID]}) as editor:
        uri = editor.open(project / "a.md", DOUBLED)
        assert DOUBLED_ID not in ids(editor.diagnostics(uri))
        editor.configure({"kratomlint": {"ignore": ["overclaim"]}})
        editor.diagnostics(uri, until=lambda shown: DOUBLED_ID in shown)
        editor.settings = {"ignore": [DOUBLED_ID]}
        editor.configure(None)
        editor.diagnostics(uri, until=lambda shown: DOUBLED_ID not in shown)
        editor.configure({"kratomlint": {"ignor": [DOUBLED_ID]}})
        editor.wait(lambda: bool(editor.messages))
        assert editor.messages == ["the editor's settings: unknown key `ignor`\n    Did you mean `ignore`?"]
        editor.configure({"kratomlint": {"ignore": ["dosge"]}})
        editor.wait(lambda: len(editor.messages) > 1)
        assert editor.messages[1].endswith("Did you mean `dosage`?")


# What an editor should not do


def framed(body: bytes) -> bytes:
    return b"Content-Length: %d\r\n\r\n%s" % (len(body), body)


def message(**parts: object) -> bytes:
    return framed(json.dumps({"jsonrpc": "2.0", **parts}).encode())


HOSTILE = {
    "no JSON": framed(b'{"jsonrpc": "2.0", '),
    "no UTF-8": framed(b'"\xff\xfe"'),
    "no object": framed(b"[1, 2]"),
    "no version": framed(b'{"id": 1}'),
    "deep": framed(b"[" * 100_000),
    "no header": b"hello\r\n\r\n",
    "no such method": message(id=7, method="textDocument/brew", params={}),
    "no such command": message(id=8, method="workspace/executeCommand", params={"command": "rm"}),
    "wrong arguments": message(
        id=9, method="workspace/executeCommand", params={"command": "kratomlint.keepHere", "arguments": [{}, 1]}
    ),
    "no params": message(id=10, method="textDocument/hover"),
    "wrong params": message(id=11, method="textDocument/hover", params={"textDocument": 1, "position": "x"}),
    "a number that is none": message(
        method="textDocument/didChange",
        params={"textDocument": {"uri": "file:///x.md", "version": "one"}, "contentChanges": [{"text": 7}]},
    ),
    "never opened": message(
        method="textDocument/didChange",
        params={"textDocument": {"uri": "file:///never.md", "version": 1}, "contentChanges": [{"text": "x"}]},
    ),
    "never asked": message(method="$/cancelRequest", params={"id": 4711}),
    "an answer to nothing": message(id="nothing", result=None),
    "an odd name": message(
        method="textDocument/didOpen",
        params={"textDocument": {"uri": "http://[", "languageId": "markdown", "version": 1, "text": "was was"}},
    ),
    "half a character": message(
        method="textDocument/didOpen",
        params={"textDocument": {"uri": "file:///half.md", "languageId": "markdown", "version": 1, "text": "\ud83d"}},
    ),
    "a NUL": message(
        method="textDocument/didOpen",
        params={"textDocument": {"uri": "file:///nul.md", "languageId": "markdown", "version": 1, "text": "a\0b"}},
    ),
}


@pytest.mark.parametrize("hostile", HOSTILE.values(), ids=HOSTILE)
def test_what_cannot_be_understood_is_survived(editor: Editor, site: Path, hostile: bytes) -> None:
    editor.write(hostile)
    assert DOUBLED_ID in ids(editor.diagnostics(editor.open(site / "after.md", DOUBLED)))


def test_places_that_are_not_there_are_survived(editor: Editor, site: Path) -> None:
    uri = editor.open(site / "places.md", DOUBLED)
    editor.diagnostics(uri)
    assert editor.hover(uri, 4_000, 2**31 - 1) is None
    assert editor.actions(uri, 4_000, 2**31 - 1) == []
    editor.type(uri, 2, ((99, 5), (2**31 - 1, 2**31 - 1), "Tea was was here.\n"), ((3, 7), (0, 0), ""))
    [first, second] = [one for one in editor.diagnostics(uri, 2) if one.code == DOUBLED_ID]
    assert (first.range.start.line, second.range.start.line) == (2, 3)


def test_a_request_that_is_cancelled_is_survived(editor: Editor, site: Path) -> None:
    uri = editor.open(site / "cancelled.md", CLAIM)
    editor.diagnostics(uri)
    where = {"textDocument": {"uri": uri}, "position": {"line": 2, "character": 12}}
    editor.write(message(id=81, method="textDocument/hover", params=where))
    editor.write(message(method="$/cancelRequest", params={"id": 81}))
    assert editor.hover(uri, 2, 12)


def test_what_cannot_be_read_is_told_in_the_log(editor: Editor, site: Path) -> None:
    uri = editor.open(site / "nul.md", "Tea\0was was\n")
    assert editor.diagnostics(uri) == []
    editor.wait(lambda: any("holds a NUL character at 3" in line for line in editor.logged))


def test_a_very_long_text_keeps_no_other_waiting(editor: Editor, site: Path) -> None:
    long = editor.open(site / "long.md", "Tea is a drink of leaves.\n\n" * 20_000)
    assert DOUBLED_ID in ids(editor.diagnostics(editor.open(site / "short.md", DOUBLED)))
    editor.close(long)


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="needs /proc")
def test_a_worker_that_dies_is_replaced(project: Path) -> None:
    with Editor(project) as editor:
        uri = editor.open(project / "a.md", DOUBLED)
        editor.diagnostics(uri)
        for worker in children(editor.client._server.pid):
            os.kill(worker, signal.SIGKILL)
        editor.type(uri, 2, ((0, 0), (0, 0), " "))
        editor.wait(lambda: any("the process that looked at it died" in line for line in editor.logged))
        editor.type(uri, 3, ((0, 0), (0, 1), ""))
        assert DOUBLED_ID in ids(editor.diagnostics(uri, 3))


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="needs /proc")
def test_no_worker_outlives_its_server(project: Path) -> None:
    with Editor(project) as editor:
        uri = editor.open(project / "a.md", DOUBLED)
        editor.diagnostics(uri)
        server = editor.client._server
        workers = children(server.pid)
        assert workers
        os.kill(server.pid, signal.SIGKILL)
        while any(Path(f"/proc/{worker}").exists() and is_running(worker) for worker in workers):
            pass


def children(pid: int) -> list[int]:
    found = Path("/proc").glob(f"{pid}/task/*/children")
    return [int(child) for listed in found for child in listed.read_text(encoding="utf-8").split()]


def is_running(pid: int) -> bool:
    try:
        return ") Z " not in Path(f"/proc/{pid}/stat").read_text(encoding="utf-8")
    except OSError:
        return False


# Without its libraries


def test_without_pygls_one_line_says_how_to_install_it() -> None:
    program = "import sys; sys.modules['pygls'] = None; from kratomlint.cli import main; sys.exit(main(['server']))"
    command = [sys.executable, "-c", program]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    assert done.returncode == 2
    assert done.stderr == 'kratomlint: the server needs pygls. Install it: pip install "kratomlint[server]"\n'
