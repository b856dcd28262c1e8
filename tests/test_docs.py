"""The manual and the pages made of it: that nothing on a card is lost or bent on the way, and that no page is stale."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import example as tried
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from kratomlint import cli
from kratomlint.card import Card, unmark
from kratomlint.commands.handbook import Chosen, Part, card_parts, manual_html, manual_markdown, markdown
from kratomlint.finding import Confidence, Severity
from kratomlint.reporters.terminal import plain
from kratomlint.testing import catalogue_of

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
CARDS = list(catalogue_of().cards.values())
CHOSEN = Chosen(frozenset(card.id for card in CARDS), {card.id: card.severity for card in CARDS})


class Words(HTMLParser):
    """The words of a page, those in bold or marked, and its elements."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = ""
        self.bold: list[str] = []
        self.elements: list[str] = []
        self._open: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)
        self._open.append(tag)
        if tag in ("b", "mark"):
            self.bold.append("")

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        self.text += data
        if {"b", "mark"} & {*self._open}:
            self.bold[-1] += data


def rendered(*parts: Part) -> Words:
    return Words(MarkdownIt("commonmark").enable("table").render("".join(markdown("Title", parts))))


def spaced(text: str) -> str:
    return " ".join(text.split())


# The manual


@given(st.text(st.sampled_from("ab *_`[]()<>&#!~|\\{}-+.1)\"'=:$^"), min_size=1, max_size=30))
@tried("::")
@tried("##[")
def test_markdown_shows_exactly_the_characters_of_a_text_and_what_a_machine_would_obey_written_out(text: str) -> None:
    for kind in ("text", "quote", "items"):
        words = rendered(Part(kind, (f"x {text}",)))
        assert spaced(words.text) == spaced(f"Title {plain(f'x {text}')}")
    assert spaced(rendered(Part("items", (text,))).text) == spaced(f"Title {plain(text)}")


@pytest.mark.parametrize("card", CARDS, ids=[card.id for card in CARDS])
def test_the_page_of_a_check_shows_its_examples_with_the_words_that_are_found(card: Card) -> None:
    shown = rendered(*card_parts(card, CHOSEN))
    text = spaced(shown.text)
    for example in (*card.bad, *card.good):
        if "\n" in example.strip():
            assert spaced(example) in text
        else:
            assert spaced(unmark(example)[0]) in text
    assert spaced(card.why) in text
    found = [unmark(bad) for bad in card.bad if "\n" not in bad.strip()]
    assert shown.bold == [words[start:end] for words, ranges in found for start, end in ranges]


def test_an_address_is_a_link() -> None:
    html = MarkdownIt("commonmark").render(
        "".join(markdown("Title", [Part("items", ("See https://example.org/a_b_c, p. 3",))]))
    )
    assert '<a href="https://example.org/a_b_c">https://example.org/a_b_c</a>, p. 3' in html


HOSTILE = Card(
    id="house/hostile",
    title="<script>alert(1)</script>",
    message="“{hit}” & <b>{other}</b>",
    severity=Severity.error,
    confidence=Confidence.low,
    method="find",
    look={"words": ["x"]},
    unless=("quoted", "negated"),
    why="</style><img src=x onerror=alert(1)> https://example.org/?a=1&b=<2>",
    sources=('"><script>',),
    bad=("A >><i>word</i><<.", "Two\n\n>>lines<< ```\n"),
    good=("</pre><script>", "None."),
    formerly=("house/old",),
    path="x.toml",
)


def test_the_manual_for_browsers_runs_nothing_of_a_card() -> None:
    page = Words("".join(manual_html([HOSTILE], Chosen(frozenset(), {HOSTILE.id: Severity.error}))))
    assert not {"script", "img", "i", "b"} & {*page.elements}
    assert "<script>alert(1)</script>" in page.text
    assert page.bold == ["<i>word</i>", "lines"]


def test_the_manual_in_markdown_runs_nothing_of_a_card() -> None:
    written = "".join(manual_markdown([HOSTILE], Chosen(frozenset(), {HOSTILE.id: Severity.error})))
    page = Words(MarkdownIt("commonmark").render(written))
    assert not {"script", "img", "i"} & {*page.elements}
    assert "house/old" in page.text


@pytest.mark.parametrize("format", ["markdown", "html"])
def test_checks_prints_the_manual_of_every_check(format: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["checks", "--isolated", "--format", format]) == 0
    printed = capsys.readouterr().out
    page = Words(printed if format == "html" else MarkdownIt("commonmark").render(printed))
    assert [card.id for card in CARDS if card.id not in page.text] == []


# The pages


@pytest.fixture(scope="module")
def pages() -> ModuleType:
    spec = importlib.util.spec_from_file_location("pages", DOCS / "site" / "pages.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_pages_that_are_made_are_as_they_would_be_made_now(pages: ModuleType) -> None:
    assert pages.stale() == [], "write them anew with `make docs`, or `python docs/site/pages.py`"


def test_every_check_that_a_page_names_is_there() -> None:
    named = {
        name
        for page in DOCS.glob("*.md")
        for name in re.findall(r"\]\(checks/([a-z-]+/[a-z-]+)\.md\)", page.read_text(encoding="utf-8"))
    }
    assert named - {card.id for card in CARDS} == set()


def test_the_settings_for_other_linters_are_well_formed() -> None:
    import configparser
    import json

    text = (DOCS / "beside-other-linters.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```(json|ini)\n(.*?)^```", text, re.DOTALL | re.MULTILINE)
    assert [language for language, _ in blocks].count("json") == 2
    for language, block in blocks:
        if language == "json":
            json.loads(block)
        else:
            configparser.ConfigParser().read_string(block)


def test_the_site_is_built_without_a_broken_link(tmp_path: Path) -> None:
    pytest.importorskip("material", reason="the package mkdocs-material is not installed")
    command = ["mkdocs", "build", "--strict", "--quiet", "-f", str(DOCS / "site" / "mkdocs.yml"), "-d", str(tmp_path)]
    done = subprocess.run([sys.executable, "-m", *command], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    built = (tmp_path / "checks" / "overclaim" / "efficacy" / "index.html").read_text(encoding="utf-8")
    assert "Benefit stated as fact" in built
    assert re.findall(r'<(?:script|link|img)[^>]*(?:src|href)="(?:https?:)?//[^"]*"', built) == []
    # The theme asks the host of a repository for its stars, whenever a page is read.
    assert 'data-md-component="source"' not in built
