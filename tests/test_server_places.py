"""Places as editors count them, texts as they change there, and wishes as editors send them: no message yet."""

import pytest

pytest.importorskip("pygls", reason="the package pygls is not installed")

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types
from pygls.workspace import PositionCodec

from kratomlint.finding import Edit
from kratomlint.server import wishes
from kratomlint.server.addresses import article_path, uri_of
from kratomlint.server.article import Article, Mark, moved
from kratomlint.server.places import At, at, offset, span
from kratomlint.settings import SettingsError
from kratomlint.span import LineIndex, Span
from kratomlint.testing import catalogue_of, found

ENCODINGS = ["utf-8", "utf-16", "utf-32"]
# Line ends of every kind, what only Python takes for one, and characters of one to four bytes.
TEXTS = st.text(st.sampled_from("ab é\t—😋\u2028\x0c\x85\r\n\ufeff"), max_size=40)
of_every_encoding = pytest.mark.parametrize("encoding", ENCODINGS)


@of_every_encoding
@given(TEXTS, st.data())
def test_a_place_leads_back_to_its_offset(encoding: str, text: str, data: st.DataObject) -> None:
    lines = LineIndex(text)
    start = data.draw(st.integers(0, len(text)))
    if text[start - 1 : start + 1] == "\r\n":
        # Within a line end there is no place.
        return
    assert offset(lines, at(lines, start, encoding), encoding) == start


@of_every_encoding
@given(st.text(st.sampled_from("ab é—😋\n"), max_size=40), st.sampled_from([1, 90]), st.data())
def test_a_place_is_counted_as_pygls_counts(encoding: str, text: str, times: int, data: st.DataObject) -> None:
    text *= times
    start = data.draw(st.integers(0, len(text)))
    lines = LineIndex(text)
    line, column = lines.line_column(start)
    counted = PositionCodec(encoding).position_to_client_units(
        [*text.split("\n")], types.Position(line - 1, column - 1)
    )
    assert at(lines, start, encoding) == At(counted.line, counted.character)


@of_every_encoding
@given(TEXTS, st.integers(-3, 60), st.integers(-3, 60))
def test_whatever_place_an_editor_sends_is_taken_to_one_that_exists(
    encoding: str, text: str, line: int, character: int
) -> None:
    lines = LineIndex(text)
    taken = offset(lines, At(line, character), encoding)
    assert 0 <= taken <= len(text)
    if 0 <= line < len(lines.starts):
        assert lines.line_column(taken)[0] == line + 1


def test_a_range_the_wrong_way_round_is_empty() -> None:
    assert span(LineIndex("one\ntwo\n"), At(1, 2), At(0, 1), "utf-16") == Span(6, 6)


@given(TEXTS, TEXTS, st.data())
def test_a_text_that_is_changed_piece_by_piece_is_the_editors(before: str, new: str, data: st.DataObject) -> None:
    article = Article("a", "a.md", LineIndex(before))
    start = data.draw(st.integers(0, len(before)))
    end = data.draw(st.integers(start, len(before)))
    if "\r\n" in (before[start - 1 : start + 1], before[end - 1 : end + 1]):
        return
    places = at(article.lines, start, "utf-16"), at(article.lines, end, "utf-16")
    article.replace_range(*places, new, "utf-16")
    assert article.text == before[:start] + new + before[end:]


@given(TEXTS, st.text("xyz", max_size=5), st.data())
def test_a_mark_keeps_its_words_while_others_change(before: str, new: str, data: st.DataObject) -> None:
    card = catalogue_of().cards["consistency/doubled-word"]
    [finding] = found(card, "Kava was was here.\n")
    first, second, third, fourth = sorted(data.draw(st.integers(0, len(before))) for _ in range(4))
    edit = data.draw(st.sampled_from([Edit(Span(first, second), new), Edit(Span(third, fourth), new)]))
    mark = Mark(finding, Span(first, second) if edit.span.start == third else Span(third, fourth))
    after = before[: edit.span.start] + new + before[edit.span.end :]
    for kept in moved([mark], edit):
        assert kept.span.cut(after) == mark.span.cut(before)


def test_a_mark_goes_when_its_words_are_touched() -> None:
    card = catalogue_of().cards["consistency/doubled-word"]
    [finding] = found(card, "Kava was was here.\n")
    mark = Mark(finding, finding.place.span)
    assert moved([mark], Edit(Span(7, 8), "")) == ()
    assert moved([mark], Edit(Span(0, 4), "Tea")) == (mark._replace(span=mark.span.shifted(-1)),)


def test_what_is_suppressed_is_not_told() -> None:
    card = catalogue_of().cards["consistency/doubled-word"]
    [finding] = found(card, "Kava was was here.\n")
    article = Article("a", "a.md", LineIndex("Kava was was here.\n"))
    article.take_own([finding._replace(suppressed="a name")], {card.id: card})
    assert article.marks == []


# Which document is an article


@pytest.mark.parametrize(
    ("uri", "language", "path"),
    [
        ("file:///site/a%20b.md", "markdown", "/site/a b.md"),
        ("file:///site/page.MDX", "mdx", "/site/page.MDX"),
        ("file:///site/notes", "markdown", "/site/notes.md"),
        ("file:///site/letter.text", "plaintext", "/site/letter.text.txt"),
        ("untitled:Untitled-1", "markdown", "/root/Untitled-1.md"),
        ("untitled:../../etc/x", "html", "/root/etc-x.html"),
        ("file:///site/style.css", "css", None),
        ("git:/site/a.md?ref=HEAD", "markdown", None),
        ("vscode-notebook-cell:/site/a.ipynb#X1", "markdown", None),
        ("https://example.org/a.md", "markdown", None),
        ("file:///a%00.md", "markdown", None),
        ("http://[", "markdown", None),
        ("", "markdown", None),
        ("::::", "markdown", None),
    ],
)
@pytest.mark.skipif("sys.platform == 'win32'", reason="paths are written otherwise")
def test_an_article_is_a_file_of_this_machine_or_was_never_saved(uri: str, language: str, path: str | None) -> None:
    assert article_path(uri, language, Path("/root")) == path


def test_a_file_has_a_name_that_leads_back_to_it(tmp_path: Path) -> None:
    path = str(tmp_path / "Tee für zwei #1?.md")
    assert article_path(uri_of(path), "markdown", tmp_path) == path


# What an editor's settings say


@pytest.mark.parametrize(
    ("said", "settings"),
    [
        (None, {}),
        ("nonsense", {}),
        ([], {}),
        ({"kratomlint": None}, {}),
        ({"kratomlint": {"ignore": ["readability"]}}, {"ignore": ("readability",)}),
        ({"ignore": ["readability"], "python.path": "x"}, {"ignore": ("readability",)}),
        ({"kratomlint": {"severity": {"duplicate": "off"}}}, {"severity": (("duplicate", "off"),)}),
        ({"kratomlint": {"select": None}}, {}),
    ],
)
def test_an_editors_settings_are_those_of_a_settings_file(said: object, settings: dict[str, object]) -> None:
    assert wishes.options(said, None).settings == settings


def test_the_settings_file_that_an_editor_names_lies_in_its_root() -> None:
    options = wishes.options({"kratomlint": {"config": "house.toml", "isolated": True}}, Path("root"))
    assert (options.config, options.isolated) == (str(Path("root/house.toml")), True)


@pytest.mark.parametrize(
    ("said", "remedy"),
    [
        ({"slect": ["dosage"]}, "Did you mean `select`?"),
        ({"select": "dosage"}, 'Write select = ["...", "..."].'),
        ({"severity": {"dosage": "eror"}}, "Did you mean `error`?"),
        ({"config": 7}, "Write the path of a settings file, or null."),
        ({"isolated": "yes"}, "Write true or false."),
    ],
)
def test_settings_that_cannot_be_used_are_answered_with_a_remedy(said: object, remedy: str) -> None:
    with pytest.raises(SettingsError, match=r"^the editor's settings: ") as caught:
        wishes.options({"kratomlint": said}, None)
    assert str(caught.value).endswith(remedy)
