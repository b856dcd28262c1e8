"""Comments that silence findings: where they go in each format, and that nothing else changes."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kratomlint.card import unmark
from kratomlint.catalogue import Selection
from kratomlint.edits import applied
from kratomlint.finding import Confidence, Edit, Finding, Place, Severity
from kratomlint.lint import lint
from kratomlint.readers import parse
from kratomlint.silencing import ReasonError, silence
from kratomlint.source import SourceFile
from kratomlint.span import Span
from kratomlint.testing import catalogue_of

ARTICLES = sorted((Path(__file__).parents[1] / "seeds").rglob("article*.*"))
PROFILE = catalogue_of().choose(Selection())


def finding(source: SourceFile, words: str, check_id: str = "dosage/vague") -> Finding:
    start = source.text.index(words)
    span = Span(start, start + len(words))
    place = Place(source.path, span, *source.lines.line_column(span.start), *source.lines.line_column(span.end))
    return Finding(check_id, "m", Severity.warning, Confidence.high, place, words, "f")


def silenced(text: str, *marked: str | tuple[str, str], path: str = "a.md", reason: str = "known") -> str:
    """Return the text after findings on the marked words were silenced; a pair names the check too."""
    source = SourceFile(path, text)
    found = [finding(source, *([words] if isinstance(words, str) else words)) for words in marked]
    silencing = silence(source, found, reason)
    assert silencing.left == ()
    return applied(text, silencing.edits)


NEXT = "<!-- kratomlint-disable-next-line dosage/vague -- known -->"
LINE = "<!-- kratomlint-disable-line dosage/vague -- known -->"


def test_a_paragraph_gets_a_comment_above_it() -> None:
    assert silenced("# Tea\n\nSome tea.\n", "Some") == f"# Tea\n\n{NEXT}\nSome tea.\n"


def test_a_wrapped_paragraph_gets_one_comment_above_its_first_line() -> None:
    assert silenced("Some tea\nis good\nfor you.\n", "Some", "good", "you") == f"{NEXT}\nSome tea\nis good\nfor you.\n"


def test_an_item_is_silenced_on_its_line_so_that_the_list_stays_whole() -> None:
    assert silenced("- Some tea.\n\n- More.\n", "Some") == f"- Some tea. {LINE}\n\n- More.\n"


def test_a_cell_is_silenced_within_the_row() -> None:
    text = "| a | b |\n|---|---|\n| Some | tea |\n"
    assert silenced(text, "Some") == f"| a | b |\n|---|---|\n| Some | tea {LINE} |\n"


def test_a_quotation_is_silenced_on_its_line() -> None:
    assert silenced("> Some tea.\n", "Some") == f"> Some tea. {LINE}\n"


def test_a_hard_break_stays_one() -> None:
    assert silenced("- Some tea  \n  and more.\n- A\\\n  b\n", "Some", "A") == (
        f"- Some tea {LINE}  \n  and more.\n- A {LINE}\\\n  b\n"
    )


def test_front_matter_is_silenced_for_the_file_below_it() -> None:
    assert silenced("---\ntitle: Some tea\n---\n# Tea\n", "Some") == (
        "---\ntitle: Some tea\n---\n<!-- kratomlint-disable-file dosage/vague -- known -->\n# Tea\n"
    )


def test_mdx_has_comments_of_its_own() -> None:
    assert silenced("Some tea.\n", "Some", path="a.mdx") == (
        "{/* kratomlint-disable-next-line dosage/vague -- known */}\nSome tea.\n"
    )


def test_html_is_silenced_above_the_line_and_the_doctype_stays_first() -> None:
    assert silenced("<p>One.</p>\n<p>Some.</p>\n", "Some", path="a.html") == f"<p>One.</p>\n{NEXT}\n<p>Some.</p>\n"
    assert silenced("<!DOCTYPE html><p>Some.</p>", "Some", path="a.html") == f"<!DOCTYPE html><p>Some.</p> {LINE}"


def test_words_within_a_tag_are_silenced_where_the_tag_is_done() -> None:
    text = '<meta name="description"\n content="Some tea">\n<p>More.</p>\n'
    assert silenced(text, "Some", path="a.html") == text.replace('tea">', f'tea"> {LINE}')


def test_plain_text_is_silenced_above_the_line() -> None:
    assert silenced("Tea.\n\nSome tea.\n", "Some", path="a.txt") == f"Tea.\n\n{NEXT}\nSome tea.\n"


def test_several_checks_on_one_line_share_a_comment() -> None:
    assert silenced("Some tea cures.\n", "Some", ("cures", "overclaim/cure"), ("tea", "dosage/vague")) == (
        "<!-- kratomlint-disable-next-line dosage/vague, overclaim/cure -- known -->\nSome tea cures.\n"
    )


@pytest.mark.parametrize("word", ["disable-line", "ignore-line"])
def test_a_comment_that_is_there_is_extended(word: str) -> None:
    text = f"- Some. <!-- kratomlint-{word} overclaim/cure -- label -->\n"
    assert silenced(text, "Some") == (
        f"- Some. <!-- kratomlint-{word} overclaim/cure, dosage/vague -- label; known -->\n"
    )


def test_a_comment_with_the_same_reason_keeps_it_once() -> None:
    text = "<!-- kratomlint-disable-next-line overclaim/cure -- known -->\nSome.\n"
    assert (
        silenced(text, "Some") == "<!-- kratomlint-disable-next-line overclaim/cure, dosage/vague -- known -->\nSome.\n"
    )


def test_a_comment_without_a_reason_gets_one() -> None:
    text = "- Some. <!-- kratomlint-disable-line overclaim/cure -->\n"
    assert silenced(text, "Some") == "- Some. <!-- kratomlint-disable-line overclaim/cure, dosage/vague -- known -->\n"


def test_the_comment_for_the_file_is_extended() -> None:
    text = "---\ntitle: Some\n---\n\nTea.\n\n<!-- kratomlint-disable-file overclaim -- old -->\n"
    assert silenced(text, "Some") == text.replace("overclaim -- old", "overclaim, dosage/vague -- old; known")


def test_the_whole_file_can_be_silenced() -> None:
    source = SourceFile("a.md", "# Tea\n\nSome tea.\n")
    edits = silence(source, [finding(source, "Some")], "known", whole_file=True).edits
    assert edits == (Edit(Span(0, 0), "<!-- kratomlint-disable-file dosage/vague -- known -->\n"),)


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_line_ends_stay_what_they_are(newline: str) -> None:
    assert silenced(f"Tea.{newline}{newline}Some.{newline}", "Some") == (
        f"Tea.{newline}{newline}{NEXT}{newline}Some.{newline}"
    )


@pytest.mark.parametrize("reason", ["", "  \n "])
def test_without_a_reason_nothing_is_written(reason: str) -> None:
    with pytest.raises(ReasonError, match="a suppression needs a reason"):
        silenced("Some.\n", "Some", reason=reason)


@pytest.mark.parametrize(("reason", "path"), [("a --> b", "a.md"), ("a */ b", "a.mdx"), ("a > b", "a.txt")])
def test_a_reason_that_would_end_the_comment_is_refused(reason: str, path: str) -> None:
    with pytest.raises(ReasonError, match="a comment cannot hold this reason"):
        silenced("Some.\n", "Some", reason=reason, path=path)


def test_a_reason_is_written_on_one_line() -> None:
    assert silenced("Some.\n", "Some", reason=" known \n to us ").splitlines()[0].endswith("-- known to us -->")


def test_findings_about_directives_are_left() -> None:
    source = SourceFile("a.md", "Some.\n")
    found = finding(source, "Some", "suppression/unused")
    assert silence(source, [found], "known") == ((), (found,))


def test_what_is_suppressed_gets_no_comment() -> None:
    text = "- Some. <!-- kratomlint-disable-line dosage/vague -- label -->\n"
    source = SourceFile("a.md", text)
    open_finding = finding(source, "Some")
    assert silence(source, [], "known").edits == ()
    assert silence(source, [open_finding], "known").edits != ()


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.parent.name)
def test_every_article_can_be_silenced_whole_and_reads_as_before(path: Path) -> None:
    source = SourceFile(path.name, path.read_text(encoding="utf-8"))
    silencing = silence(source, lint(source, PROFILE).findings, "known")
    after = SourceFile(path.name, applied(source.text, silencing.edits))
    assert silencing.left == ()
    assert parse(after).prose.text == parse(source).prose.text
    again = lint(after, PROFILE).findings
    assert [item for item in again if item.suppressed is None] == []
    assert silence(after, again, "known").edits == ()


CARDS = catalogue_of().cards


@pytest.mark.parametrize("check_id", [name for name in CARDS if not name.startswith("suppression/")])
def test_a_comment_silences_what_a_card_finds_and_does_not_hide_it_otherwise(check_id: str) -> None:
    profile = catalogue_of().choose(Selection(select=(check_id,)))
    for example in CARDS[check_id].bad:
        source = SourceFile("a.md", unmark(example)[0])
        found = lint(source, profile).findings
        silencing = silence(source, found, "known")
        after = lint(SourceFile("a.md", applied(source.text, silencing.edits)), profile).findings
        assert silencing.left == ()
        assert [(item.excerpt, item.suppressed) for item in after] == [(item.excerpt, "known") for item in found]


FRAGMENTS = st.sampled_from(
    [
        "Take some.",
        "# Head",
        "- item",
        "1. one",
        "> quote",
        "| a | b |",
        "|---|---|",
        "[a\nb](x)",
        "<b>bold</b>",
        "  ",
        "<!-- kratomlint-disable-line dosage/vague -->",
        "<!-- c -->",
        "```",
        "\\",
        "![alt](x)",
        "<div>",
        "",
        "a\tb",
    ]
)


@given(st.lists(FRAGMENTS, max_size=12), st.sampled_from(["a.md", "a.mdx", "a.html", "a.txt"]), st.data())
def test_wherever_the_findings_are_the_page_reads_as_before(parts: list[str], path: str, data: st.DataObject) -> None:
    source = SourceFile(path, "\n".join(parts))
    before = parse(source)
    found = []
    for offset in data.draw(st.lists(st.integers(0, max(0, len(before.prose.text) - 1)), max_size=4)):
        span = before.prose.to_source(Span(offset, offset + 1))
        place = Place(path, span, *source.lines.line_column(span.start), *source.lines.line_column(span.end))
        check_id = data.draw(st.sampled_from(["dosage/vague", "overclaim/cure"]))
        found.append(Finding(check_id, "m", Severity.warning, Confidence.high, place, "w", "f"))
    after = parse(SourceFile(path, applied(source.text, silence(source, found, "known").edits)))
    assert after.prose.text == before.prose.text
    assert [block.kind for block in after.blocks] == [block.kind for block in before.blocks]
