"""What of an HTML page is prose."""

from __future__ import annotations

import pytest

from kratomlint.document import Document
from kratomlint.readers import parse
from kratomlint.source import SourceFile
from kratomlint.span import Span


def read(text: str) -> Document:
    return parse(SourceFile("a.html", text))


def words(text: str) -> list[str]:
    document = read(text)
    return [f"{block.kind}: {block.span.cut(document.prose.text)}" for block in document.blocks]


PAGE = """<!doctype html>
<html><head>
<title>Tea &amp; leaf</title>
<meta name="description" content="What &quot;we&quot; know">
<meta property='og:title' content=Kratom>
<meta name="viewport" content="width=device-width">
<style>p { color: red }</style>
<script>if (a < b) { document.write("<p>no</p>") }</script>
</head><body>
<h1>Kratom</h1>
<p>One <em>two</em><br>three.
<p title="no">Four
<ul><li>five<li>six <ol><li>seven</ol></ul>
<blockquote><p>eight</p></blockquote>
<table><caption>nine</caption><tr><th>ten<td>eleven</table>
<figure><img src="a.png" alt="twelve &eacute;"><figcaption>thirteen</figcaption></figure>
<dl><dt>fourteen<dd>fifteen</dl>
<pre>no</pre> <template><p>no</p></template> <noscript>no</noscript> <svg><title>no</title></svg>
<textarea><p>no</textarea>
<!-- no --> sixteen <code>no</code> seventeen
</body></html>
"""


def test_a_page_is_its_words() -> None:
    assert words(PAGE) == [
        "title: Tea & leaf",
        'metadata: What "we" know',
        "metadata: Kratom",
        "heading: Kratom",
        "paragraph: One two three.",
        "paragraph: Four",
        "item: five",
        "item: six",
        "item: seven",
        "quote: eight",
        "caption: nine",
        "cell: ten",
        "cell: eleven",
        "alt: twelve é",
        "caption: thirteen",
        "item: fourteen",
        "item: fifteen",
        "paragraph: sixteen \ufffc seventeen",
    ]


def test_attributes_have_places_of_their_own() -> None:
    document = read(PAGE)
    for part in ("know", "twelve"):
        at = document.prose.text.index(part)
        assert document.prose.to_source(Span(at, at + len(part))).start == PAGE.index(part)


def test_items_know_their_level() -> None:
    document = read("<p>Effects:<ul><li>one<ul><li>two</ul><li>three</ul>")
    assert [(block.level, block.lead) for block in document.blocks if block.kind == "item"] == [
        (1, 0),
        (2, 1),
        (1, 0),
    ]


def test_headings_are_paths() -> None:
    document = read("<h1>One</h1><h2>Two</h2><p>three</p>")
    assert document.blocks[-1].heading_path == ("One", "Two")


def test_links_and_note_marks_are_citations() -> None:
    document = read(
        '<p>See <a href="u?a=1&amp;b=2">the label</a>.<sup><a href="#r1">[1]</a></sup> x<sup>2</sup> m<sup>2</sup></p>'
    )
    seen = [(one.kind, one.target, one.span.cut(document.prose.text)) for one in document.citations]
    assert seen == [("link", "u?a=1&b=2", "the label"), ("superscript", "1", ""), ("superscript", "2", "")]
    assert document.prose.text == "See the label. x m2"


def test_directives_are_kept() -> None:
    text = "<p>a</p>\n<!-- kratomlint-disable\n x -->"
    assert [(one.text, one.span.cut(text)) for one in read(text).directives] == [
        ("kratomlint-disable\n x", "<!-- kratomlint-disable\n x -->")
    ]


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("5 < 6 and 7 > 3 & 2", "5 < 6 and 7 > 3 & 2"),
        ("a &amp b &notit; &unknown; &#xZ; &#65;", "a & b ¬it; &unknown; &#xZ; A"),
        ("one<!-->two", "onetwo"),
        ("one <!-- never closed", "one"),
        ("one <a href='never closed>", "one"),
        ("one<script>never </div> closed", "one"),
        ("one<p>two</b></p></p></div>three", "one|two|three"),
        ("<a title='1 > 2' href=\"x\">one</a>", "one"),
        ("one<![CDATA[ a > b ]]> two<?php echo ?>", "one two"),
        ("{% if a %}<p>{{ b }} one</p>{% endif %}", "\ufffc one"),
        ("<p>one<div>two</div>", "one|two"),
        ("one<wbr>two <input value=no> three", "onetwo three"),
    ],
)  # fmt: skip
def test_loose_html_is_read_as_browsers_do(text: str, prose: str) -> None:
    assert read(text).prose.text.replace("\n", "|") == prose


def test_a_link_around_blocks_stands_on_the_first() -> None:
    document = read("<a href=u><h3>One</h3><p>two</p></a> three")
    assert [(one.target, one.span.cut(document.prose.text)) for one in document.citations] == [("u", "One")]
