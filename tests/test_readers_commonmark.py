"""The prose of Markdown is the text of its HTML, in every CommonMark example where their file is at hand."""

from __future__ import annotations

import json
import os
import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import pytest

from kratomlint.readers import parse
from kratomlint.source import SourceFile

BESIDE = Path(__file__).resolve().parents[2] / "shared" / "data" / "commonmark.json"
EXAMPLES = Path(os.environ.get("KRATOMLINT_COMMONMARK", BESIDE))
EXCEPTIONS = {
    "[[*foo* bar]]\n": "a wiki link is its words",
    "![[foo]]\n": "an embedded note is no prose",
    '<div id="foo"\n*hi*': "a tag that never ends is no prose, as in browsers",
    "<div class\nfoo": "a tag that never ends is no prose, as in browsers",
    "<div *???-&&&-<---\n": "a tag that never ends is no prose, as in browsers",
    "foo <!--> foo -->": "the standard library's parser reads this comment as no browser does",
}
ADDRESS = re.compile(r"(?:[a-z][a-z0-9+.-]+:\S+|\S+@\S+)\Z", re.IGNORECASE)
BARE_ADDRESS = re.compile(r"https?://[^\s<>\"]+")
BLOCKS = {
    "p",
    "div",
    "li",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "pre",
    "table",
    "tr",
    "td",
    "blockquote",
    "hr",
    "ul",
    "ol",
}


class Rendered(HTMLParser):
    """The words of rendered HTML, by the standard library's parser."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.images: list[str] = []
        self.silent: list[str] = []
        self.link: tuple[str, int] | None = None
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag in ("pre", "code", "textarea", "script", "style"):
            self.silent.append(tag)
        elif tag == "img":
            self.images.append(given.get("alt") or "")
        elif tag == "a":
            self.link = (given.get("href") or "", len(self.words))
        if tag in BLOCKS or tag == "br":
            self.words.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if self.silent and self.silent[-1] == tag:
            self.silent.pop()
        if tag == "a" and self.link:
            text = "".join(self.words[self.link[1] :])
            if ADDRESS.match(text) and unquote(self.link[0]).lower().endswith(text.lower()):
                self.words[self.link[1] :] = []
            self.link = None
        if tag in BLOCKS:
            self.words.append(" ")

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.words.append(data)


def plain(text: str) -> str:
    return " ".join(BARE_ADDRESS.sub("", text).replace("\ufffc", "").split())


def examples() -> list[object]:
    if not EXAMPLES.exists():
        return []
    found = json.loads(EXAMPLES.read_text(encoding="utf-8"))
    return [pytest.param(one["markdown"], one["html"], id=str(one["example"])) for one in found]


@pytest.mark.parametrize(("markdown", "rendered"), examples())
def test_the_prose_is_the_text_of_the_rendered_html(markdown: str, rendered: str) -> None:
    for start, reason in EXCEPTIONS.items():
        if markdown.startswith(start):
            pytest.skip(reason)
    document = parse(SourceFile("a.md", markdown))
    words = [block.span.cut(document.prose.text) for block in document.blocks if block.kind != "alt"]
    images = [block.span.cut(document.prose.text) for block in document.blocks if block.kind == "alt"]
    expected = Rendered(rendered)
    assert plain(" ".join(words)) == plain("".join(expected.words))
    assert plain(" ".join(images)) == plain(" ".join(expected.images))
