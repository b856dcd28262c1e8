"""What the report page is told: an article cut at its marks, two passages compared, the library counted, all of it tame."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kratomlint import cli
from kratomlint.finding import Confidence, FileResult, Finding, Place, RunResult, Severity
from kratomlint.lint import place
from kratomlint.reporters import Background, report
from kratomlint.reporters.html.article import article
from kratomlint.reporters.html.places import Places
from kratomlint.reporters.terminal import plain
from kratomlint.span import Span
from kratomlint.testing import catalogue_of, document_of


class Page(HTMLParser):
    """A report as a browser divides it: its data by name, its policy, and whatever it would run."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.data: dict[str, Any] = {}
        self.policy = ""
        self.blocks: dict[str, list[str]] = {"style": [], "script": []}
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.seen = ""
        self._inside = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        self.elements.append((tag, attributes))
        if attributes.get("http-equiv") == "Content-Security-Policy":
            self.policy = attributes["content"] or ""
        self._inside = attributes.get("id") or tag if tag in ("script", "style") else ""

    def handle_endtag(self, tag: str) -> None:
        self._inside = ""

    def handle_data(self, text: str) -> None:
        if self._inside in self.blocks:
            self.blocks[self._inside].append(text)
        elif self._inside:
            self.data[self._inside.removeprefix("data-")] = json.loads(text)
        else:
            self.seen += text


class Told:
    """Findings in articles that were never written to a disk, and the page about them."""

    def __init__(self, **texts: str) -> None:
        self.documents = {}
        for name, text in texts.items():
            document = document_of(text)
            self.documents[f"{name}.md"] = document._replace(source=document.source._replace(path=f"{name}.md"))
        self.findings: dict[str, list[Finding]] = {path: [] for path in self.documents}

    def find(self, path: str, words: str, *related: tuple[str, str], **changes: Any) -> Told:
        values: dict[str, Any] = {
            "check_id": "overclaim/natural",
            "message": f"“{words}” makes nature a merit.",
            "severity": Severity.warning,
            "confidence": Confidence.high,
            "place": self.place(path, words),
            "excerpt": words,
            "fingerprint": "",
            "related": tuple(self.place(*other)._replace(label="first said here") for other in related),
        }
        self.findings[path].append(Finding(**{**values, **changes}))
        return self

    def place(self, path: str, words: str) -> Place:
        document = self.documents[path]
        start = document.prose.text.index(words)
        return place(Span(start, start + len(words)), document)

    def file(self, path: str) -> FileResult:
        return FileResult(path, tuple(self.findings[path]), words=self.documents[path].words)

    def article(self, path: str) -> dict[str, Any]:
        return article(self.file(path), self.documents[path], self.documents[path].source).data

    def page(self, *paths: str) -> Page:
        result = RunResult(tuple(self.file(path) for path in paths or self.documents))
        background = Background(
            cards=catalogue_of().cards,
            source=lambda path: self.documents[path].source,
            document=self.documents.get,
            made="2026-03-01",
        )
        return Page("".join(report(result, "html", background)))


def words(segments: list[Any]) -> str:
    return "".join(segment if isinstance(segment, str) else segment[0] for segment in segments)


def marked(data: dict[str, Any], number: int) -> str:
    """Return the words that a note is about, block by block."""
    parts = [
        "".join(one[0] for one in segments if not isinstance(one, str) and number in one[1])
        for _, _, segments in data["blocks"]
    ]
    return "\n".join(part for part in parts if part)


def called(data: dict[str, Any]) -> list[int]:
    return [
        number for _, _, segments in data["blocks"] for one in segments if not isinstance(one, str) for number in one[2]
    ]


# An article with its marks


def test_a_mark_stands_on_the_words_and_its_note_is_called_behind_them() -> None:
    data = Told(a="# Tea\n\nA *natural* remedy.\n").find("a.md", "natural remedy").article("a.md")
    assert data["blocks"] == [["heading", 1, ["Tea"]], ["paragraph", 0, ["A ", ["natural remedy", [1], [1]], "."]]]
    assert [note["number"] for note in data["notes"]] == [1]
    assert data["above"] == []


def test_marks_that_share_words_are_cut_where_either_begins_or_ends() -> None:
    told = Told(a="An all-natural herb remedy.\n").find("a.md", "natural herb").find("a.md", "herb remedy")
    [[_, _, segments]] = told.article("a.md")["blocks"]
    assert segments == ["An all-", ["natural ", [1], []], ["herb", [1, 2], [1]], [" remedy", [2], [2]], "."]


def test_a_note_on_a_long_passage_is_called_behind_its_first_words() -> None:
    text = "Leaves are dried in the sun " * 12
    data = Told(a=f"{text.strip()}.\n").find("a.md", text.strip()).article("a.md")
    [[_, _, segments]] = data["blocks"]
    assert len(segments[0][0]) < 80
    assert called(data) == [1]
    assert marked(data, 1) == text.strip()


def test_notes_are_numbered_as_the_text_calls_for_them() -> None:
    told = Told(a="A natural way back to comfort.\n")
    told.find("a.md", "A natural way back to comfort.", message="The whole.").find(
        "a.md", "natural", message="The word."
    )
    data = told.article("a.md")
    assert called(data) == [1, 2]
    assert [note["message"] for note in data["notes"]] == ["The word.", "The whole."]


def test_many_notes_on_the_same_words_stand_above_the_article() -> None:
    told = Told(a="Kava tea.\n\nTea is natural.\n")
    for topic in range(4):
        told.find("a.md", "Kava", check_id=f"caveat/{topic}")
    data = told.find("a.md", "natural").article("a.md")
    assert data["above"] == [1, 2, 3, 4]
    assert called(data) == [1, 2, 3, 4, 5]


def test_a_finding_in_what_no_reader_sees_stands_above_the_article() -> None:
    told = Told(a="Tea.\n\n<!-- kratomlint-disable nothing -->\n\nNatural.\n").find("a.md", "Natural")
    hidden = told.findings["a.md"][0]
    start = told.documents["a.md"].source.text.index("kratomlint")
    told.findings["a.md"].append(
        Finding(**{**_fields(hidden), "place": hidden.place._replace(span=Span(start, start + 10), line=3)})
    )
    data = told.article("a.md")
    assert data["above"] == [1]
    assert [note["line"] for note in data["notes"]] == [3, 5]


def _fields(finding: Finding) -> dict[str, Any]:
    return {name: getattr(finding, name) for name in Finding._fields}


def test_what_turns_the_direction_of_reading_is_written_out() -> None:
    data = Told(a="Tea \u202eerucsbo\u202c is natural.\n").find("a.md", "natural").article("a.md")
    assert words(data["blocks"][0][2]) == "Tea \\u202eerucsbo\\u202c is natural."


MARKS = [
    *("natural ", "*tea*", "&amp;", "&nbsp;", "\n", "\n\n", "- ", "> ", "# ", "`code` ", "[a](b)", "é", "😀"),
    *("![pic](x.png)", "| a | b |\n|---|---|\n| c | d |\n", "<b>bold</b>", "  \n", "\\*", "<!-- no -->"),
    *("[^1]", "\n\n[^1]: Note.\n"),
]
MARKUP = st.lists(st.sampled_from(MARKS), min_size=1, max_size=25).map("".join)


@given(MARKUP, st.data())
def test_the_way_back_to_the_prose_finds_the_same_source(text: str, data: st.DataObject) -> None:
    document = document_of(text)
    length = len(document.prose.text)
    start = data.draw(st.integers(0, length))
    end = data.draw(st.integers(start, length))
    source = document.prose.to_source(Span(start, end))
    back = Places(document.prose).prose(source)
    if back is not None and source.length:
        assert document.prose.to_source(back) == source


@given(MARKUP, st.data())
def test_an_article_keeps_every_word_and_marks_those_it_was_asked_to(text: str, data: st.DataObject) -> None:
    document = document_of(text)
    findings = []
    for sentence in document.sentences:
        start = data.draw(st.integers(sentence.span.start, sentence.span.end - 1))
        end = data.draw(st.integers(start + 1, sentence.span.end))
        where = place(Span(start, end), document)
        excerpt = document.prose.text[start:end]
        findings.append(Finding("a/b", "", Severity.error, Confidence.low, where, excerpt, ""))
    told = article(FileResult("a.md", tuple(findings)), document, document.source)
    assert [words(segments) for _, _, segments in told.data["blocks"]] == [
        plain(block.span.cut(document.prose.text)) for block in document.blocks
    ]
    assert sorted([*called(told.data), *set(told.data["above"]).difference(called(told.data))]) == sorted(told.numbers)
    for finding, number in zip(findings, told.numbers, strict=True):
        if document.prose.is_verbatim(_prose_of(finding, document)):
            assert plain(finding.excerpt) == marked(told.data, number)


def _prose_of(finding: Finding, document: Any) -> Span:
    return Places(document.prose).prose(finding.place.span) or Span(0, 0)


# Side by side


def sides(page: Page, article_number: int = 0) -> list[list[tuple[str, int]]]:
    [pair] = page.data[f"beside-{article_number}"]
    return [[tuple(piece) for piece in side["words"]] for side in pair["sides"]]


def test_two_passages_are_shown_with_the_words_that_differ() -> None:
    told = Told(a="Take 5 g of kava root a day.\n", b="Take 50 g of kava root each day.\n")
    told.find("b.md", "Take 50 g of kava root each day.", ("a.md", "Take 5 g of kava root a day."))
    page = told.page()
    assert sides(page, 1) == [
        [("Take ", 1), ("5", 2), (" g of kava root ", 1), ("a", 2), (" day.", 1)],
        [("Take ", 1), ("50", 2), (" g of kava root ", 1), ("each", 2), (" day.", 1)],
    ]
    assert [side["article"] for side in page.data["beside-1"][0]["sides"]] == [0, 1]


def test_a_contradiction_is_shown_in_its_sentences_and_not_as_a_difference() -> None:
    told = Told(a="Kava is not addictive.\n\nDaily use can cause dependence.\n")
    told.find("a.md", "can cause dependence", ("a.md", "not addictive"))
    assert sides(told.page()) == [
        [("Kava is ", 0), ("not addictive", 1), (".", 0)],
        [("Daily use ", 0), ("can cause dependence", 1), (".", 0)],
    ]


def test_an_article_that_nobody_asked_about_is_shown_beside_but_has_no_row() -> None:
    told = Told(a="Leaves are dried.\n", b="Leaves are dried.\n")
    page = told.find("b.md", "Leaves are dried.", ("a.md", "Leaves are dried.")).page("b.md")
    other, here = page.data["beside-0"][0]["sides"]
    assert (other["path"], other["article"], other["words"]) == ("a.md", None, [["Leaves are dried.", 1]])
    assert here["article"] == 0
    assert [row["path"] for row in page.data["library"]["articles"]] == ["b.md"]


def test_a_passage_without_end_is_cut() -> None:
    long = "leaf and " * 20_000
    told = Told(a=f"{long}root.\n\n{long}seed.\n")
    told.find("a.md", f"{long}seed.", ("a.md", f"{long}root."))
    assert all(sum(len(text) for text, _ in side) < 5_000 for side in sides(told.page()))


# The library


def test_a_row_counts_what_was_found_and_what_was_kept() -> None:
    told = Told(a="---\ntitle: On tea\n---\nTea is natural, and natural is good.\n")
    told.find("a.md", "natural").find("a.md", "good", severity=Severity.error, check_id="overclaim/safety")
    told.find("a.md", "Tea", suppressed="a label")
    library = told.page().data["library"]
    [row] = library["articles"]
    assert (row["title"], row["error"], row["warning"], row["suggestion"], row["kept"]) == ("On tea", 1, 1, 0, 1)
    assert row["checks"] == {"overclaim/natural": [0, 1, 0], "overclaim/safety": [1, 0, 0]}
    assert library["checks"]["overclaim/natural"]["why"]
    assert library["made"] == "2026-03-01"


def test_what_the_baseline_knows_is_kept_and_says_so() -> None:
    told = Told(a="Tea is natural.\n").find("a.md", "natural", suppressed="", known=True)
    page = told.page()
    assert page.data["article-0"]["notes"][0]["kept"] == "it stands in the baseline"
    assert page.data["library"]["totals"]["known"] == 1
    assert page.data["library"]["articles"][0]["warning"] == 0


def test_a_row_names_the_subjects_of_the_article() -> None:
    text = "# Kava\n\n" + "Kava is a plant of the islands. People drink kava in the evening. " * 10
    [row] = Told(a=text).page().data["library"]["articles"]
    assert row["subjects"] == ["kava"]


# The page


HOSTILE = "</script><script>alert(1)</script><!-- <img src=x onerror=alert(2)> ]]> & \" ' \u2028 \\u003c"


def test_nothing_in_an_article_ends_the_data() -> None:
    told = Told(a=f"# `{HOSTILE}`\n\n```\n```\n\nTea &lt;/script&gt;&lt;script&gt; is natural.\n")
    told.find("a.md", "natural", message=HOSTILE, suppressed=HOSTILE)
    page = told.page()
    assert words(page.data["article-0"]["blocks"][-1][2]) == "Tea </script><script> is natural."
    assert page.data["article-0"]["notes"][0]["message"] == plain(HOSTILE)
    assert [tag for tag, _ in page.elements].count("script") == 3
    assert "img" not in [tag for tag, _ in page.elements]


def test_the_policy_lets_our_style_and_our_script_run_and_nothing_else() -> None:
    page = Told(a="Tea.\n").page()
    digests = {
        name: base64.b64encode(hashlib.sha256("".join(text).encode()).digest()).decode()
        for name, text in page.blocks.items()
    }
    assert page.policy.split("; ")[:3] == [
        "default-src 'none'",
        f"style-src 'sha256-{digests['style']}'",
        f"script-src 'sha256-{digests['script']}'",
    ]


def test_the_page_asks_for_nothing_and_holds_no_handler() -> None:
    page = Told(a="Tea.\n").page()
    attributes = [(name, value) for _, found in page.elements for name, value in found.items()]
    assert [name for name, _ in attributes if name.startswith("on") or name in ("src", "style", "srcset")] == []
    assert [value for name, value in attributes if name == "href" and not (value or "").startswith("#")] == []
    assert re.findall(r"url\(|@import|https?:", "".join(page.blocks["style"])) == []
    assert "innerHTML" not in "".join(page.blocks["script"])


def test_a_reader_without_scripts_is_told_what_was_found() -> None:
    page = Told(a="Tea is natural.\n").find("a.md", "natural").page()
    assert "1 warning in 1 file, 3 words." in page.seen


# From the command line


@pytest.fixture
def kratomlint(project: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    def run(*arguments: str) -> tuple[int, str, str]:
        code = cli.main(list(arguments))
        return code, *capsys.readouterr()

    return run


def test_check_prints_the_page(kratomlint: Callable[..., tuple[int, str, str]], project: Path) -> None:
    (project / "a.md").write_text("Tea cures anxiety.\n", encoding="utf-8")
    code, out, _ = kratomlint("check", "--no-cache", "--format", "html", "a.md")
    assert code == 1
    notes = Page(out).data["article-0"]["notes"]
    assert "overclaim/certainty-cure" in [note["check"] for note in notes]


def test_report_writes_the_page_and_is_no_gate(kratomlint: Callable[..., tuple[int, str, str]], project: Path) -> None:
    (project / "a.md").write_text("Tea cures anxiety.\n", encoding="utf-8")
    code, out, err = kratomlint("report", "--no-cache")
    assert (code, out) == (0, "")
    assert "Open report.html in a browser." in err
    page = Page((project / "report.html").read_text(encoding="utf-8"))
    assert [row["path"] for row in page.data["library"]["articles"]] == ["a.md"]


def test_a_report_leaves_its_own_page_out(kratomlint: Callable[..., tuple[int, str, str]], project: Path) -> None:
    (project / "a.md").write_text("Tea cures anxiety.\n", encoding="utf-8")
    kratomlint("report", "--no-cache")
    first = (project / "report.html").read_text(encoding="utf-8")
    kratomlint("report", "--no-cache")
    assert (project / "report.html").read_text(encoding="utf-8") == first


def test_a_file_that_cannot_be_read_is_told_and_costs_nobody_the_report(
    kratomlint: Callable[..., tuple[int, str, str]], project: Path
) -> None:
    (project / "a.md").write_bytes(b"Tea \xff")
    (project / "b.md").write_text("Tea cures anxiety.\n", encoding="utf-8")
    code, _, _ = kratomlint("report", "--no-cache", "-o", "out.html", ".")
    page = Page((project / "out.html").read_text(encoding="utf-8"))
    assert code == 3
    assert [path for path, _ in page.data["library"]["troubles"]] == ["a.md"]
    assert page.data["article-0"]["blocks"] is None
    assert page.data["article-1"]["notes"]


def test_fields_that_the_settings_publish_are_part_of_the_article(
    kratomlint: Callable[..., tuple[int, str, str]], project: Path
) -> None:
    (project / "kratomlint.toml").write_text('published = ["hook"]\n', encoding="utf-8")
    (project / "a.md").write_text("---\nhook: Tea cures anxiety.\n---\nTea.\n", encoding="utf-8")
    kratomlint("report", "--no-cache", "a.md")
    data = Page((project / "report.html").read_text(encoding="utf-8")).data["article-0"]
    assert [words(segments) for kind, _, segments in data["blocks"] if kind == "metadata"] == ["Tea cures anxiety."]
