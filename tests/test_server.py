"""What an editor gets from the server, message by message, with a client that others wrote."""

from pathlib import Path

import pytest

pytest.importorskip("pygls", reason="the package pygls is not installed")

from lsp_client import Editor, ids

CLAIM = "# Kava\n\nKava root relieves anxiety within an hour.\n"


def test_what_is_found_is_shown_when_a_file_is_opened(project: Path) -> None:
    with Editor(project) as editor:
        uri = editor.open(project / "a.md", CLAIM)
        shown = editor.diagnostics(uri)
        print(shown, editor.logged, editor.messages)
        assert "overclaim/efficacy" in ids(shown)
