"""What of a Markdown file is prose, and what the reader tells about it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

import pyromark
import pytest

from kratomlint.document import Document
from kratomlint.readers import parse
from kratomlint.source import SourceFile


def read(text: str, name: str = "a.md") -> Document:
    return parse(SourceFile(name, text))


def blocks(text: str, name: str = "a.md") -> list[tuple[str, str]]:
    document = read(text, name)
    return [(block.kind, block.span.cut(document.prose.text)) for block in document.blocks]


PROSE = {
    "emphasis": ("Some *plain* __strong__ ~~gone~~ words", "Some plain strong gone words"),
    "inside a word": ("kra**tom** tea", "kratom tea"),
    "soft break": ("one\ntwo\r\nthree", "one two three"),
    "hard break": ("one  \ntwo\\\nthree", "one two three"),
    "runs of space": ("one   two\tthree", "one two three"),
    "escape": (r"5 \* 3 \_ 2", "5 * 3 _ 2"),
    "entity": ("salt &amp; sugar&#x21; &eacute;", "salt & sugar! é"),
    "space as an entity": ("one&#32;&#10;two", "one two"),
    "curly quotes": ("the plant’s “name”", "the plant’s “name”"),
    "inline code": ("run `rm -rf` now", "run \ufffc now"),
    "link": ("read [the *label*](https://example.org) first", "read the label first"),
    "reference link": ("read [it][1] first\n\n[1]: https://example.org", "read it first"),
    "autolink": ("see <https://example.org> now", "see \ufffc now"),
    "bare address": ("see https://example.org/a_b_c?d=1&amp;e=2. Then", "see \ufffc. Then"),
    "address in brackets": ("(see www.example.org/a_(b)) now", "(see \ufffc) now"),
    "inline HTML": ("a <b class='x'>bold</b> H<sub>2</sub>O<br>word", "a bold H2O word"),
    "HTML comment": ("one <!-- hidden words --> two", "one two"),
    "footnote": ("one[^a] two", "one[^a] two"),
    "note in superscript": ("mild pain<sup>1,2</sup>.", "mild pain."),
    "linked note in superscript": ("mild pain<sup>[3](#ref3)</sup>.", "mild pain."),
    "power in superscript": ("22 kg/m<sup>2</sup> and 10<sup>5</sup>", "22 kg/m2 and 105"),
    "wiki link": ("the [[Mitragyna speciosa|tree]] and [[tea]]s", "the tree and teas"),
    "numbered link": ("shown [[1]](https://example.org)", "shown [1]"),
    "heading attributes": ("# Dose {#dose .wide}", "Dose"),
    "underlined heading": ("Dose\n====", "Dose"),
    "Hugo shortcode": ('one {{< figure src="a.png" >}} two', "one \ufffc two"),
    "Hugo shortcode that is an address": ('[it]({{< ref "a.md" >}}) is', "it is"),
    "Liquid tag": ("one {% if a %}two{% endif %}", "one two"),
    "Liquid output tag": ("one {% link a.md %} two", "one \ufffc two"),
    "template tag on its own line": ("{{% note %}}\nOne\n{{% /note %}}\nTwo", "One|Two"),
    "Kramdown attributes": ("One{: .wide}\n{: #id}", "One"),
    "Liquid comment": ("one {% comment %}two{% endcomment %} three", "one three"),
    "mustache": ("one {{ page.title | upper }} two", "one \ufffc two"),
    "shortcode that never ends": ("one {{< two\n\nthree", "one {{< two|three"),
    "code block": ("one\n\n```\nx = 1\n```\n\n    y = 2\n\ntwo", "one|two"),
    "only code": ("one\n\n`code`\n\ntwo", "one|two"),
    "only an image": ("one\n\n![the *tree*](a.png)\n\ntwo", "one|the tree|two"),
    "image amid words": ("one ![a tree](a.png) two", "one two|a tree"),
    "block of HTML": ("<div>\none <em>two</em>\n</div>\n\nthree", "one two|three"),
    "script": ("<script>\nvar a = 1 < 2;\n</script>\n\none", "one"),
    "table": ("| a | b |\n|---|---|\n| c \\| d | `e` |", "a|b|c | d"),
    "definition list": ("term\n: meaning", "term|meaning"),
    "task list": ("- [x] done\n- [ ] open", "done|open"),
    "quoted list": ("> one\n>\n> - two\n>   three", "one|two three"),
    "tag over quoted lines": ("> <div\n> class='x'>one</div>", "one"),
    "prices": ("from $5 to $10 and $20", "from $5 to $10 and $20"),
    "admonition": (":::note\nOne\n:::\n\ntwo", "One|two"),
    "obsidian callout": ("> [!info] Good to know\n> One", "Good to know One"),
}  # fmt: skip


@pytest.mark.parametrize(("markdown", "prose"), PROSE.values(), ids=PROSE)
def test_prose_is_what_a_reader_sees(markdown: str, prose: str) -> None:
    assert read(markdown).prose.text.replace("\n", "|") == prose


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_lines_may_end_in_any_way(line_end: str) -> None:
    text = "# One\n\ntwo\nthree\n\n- four\n- five\n\n> six\n"
    assert blocks(text.replace("\n", line_end)) == [
        ("heading", "One"),
        ("paragraph", "two three"),
        ("item", "four"),
        ("item", "five"),
        ("quote", "six"),
    ]


def test_headings_are_paths_to_what_stands_below() -> None:
    document = read("# One\n\na\n\n## Two\n\nb\n\n### Three\n\n## Four\n\nc")
    assert [block.heading_path for block in document.blocks if block.kind == "paragraph"] == [
        ("One",),
        ("One", "Two"),
        ("One", "Four"),
    ]
    assert [block.level for block in document.blocks if block.kind == "heading"] == [1, 2, 3, 2]


def test_a_quotation_is_a_quote_and_a_callout_is_the_authors() -> None:
    assert blocks("> He said so.") == [("quote", "He said so.")]
    assert blocks("> [!WARNING]\n> Ask first.") == [("paragraph", "Ask first.")]
    assert blocks("> **Note:** Ask first.") == [("paragraph", "Note: Ask first.")]
    assert blocks("> [!quote]- Title\n> Ask first.")[0][0] == "paragraph"


def test_a_list_or_heading_within_a_quotation_is_a_quote() -> None:
    assert blocks("> # One\n>\n> - two") == [("quote", "One"), ("quote", "two")]


def test_items_know_their_level_and_what_introduces_them() -> None:
    document = read("Effects:\n\n- one\n  - two\n- three\n\nAlone.\n\n# H\n\n1. four")
    items = [
        (block.span.cut(document.prose.text), block.level, block.lead)
        for block in document.blocks
        if block.kind == "item"
    ]
    assert items == [("one", 1, 0), ("two", 2, 1), ("three", 1, 0), ("four", 1, -1)]


def test_cells_know_the_paragraph_above_their_table() -> None:
    document = read("Doses by weight:\n\n| a |\n|---|\n| b |")
    assert [(block.kind, block.lead) for block in document.blocks] == [
        ("paragraph", -1),
        ("cell", 0),
        ("cell", 0),
    ]


def test_links_and_notes_are_citations_on_their_words() -> None:
    document = read(
        "One [two](u), <https://a.example>, https://b.example.[^n] <a href='v &amp; w'>three</a> four<sup>5</sup>\n\n"
        "[^n]: The *note*."
    )
    seen = [(one.kind, one.target, one.span.cut(document.prose.text)) for one in document.citations]
    assert seen == [
        ("link", "u", "two"),
        ("link", "https://a.example", "\ufffc"),
        ("link", "https://b.example", "\ufffc"),
        ("footnote", "n", ""),
        ("link", "v & w", "three"),
        ("superscript", "5", ""),
    ]
    assert {label: span.cut(document.prose.text) for label, span in document.footnotes.items()} == {"n": "The note."}


def test_a_note_stands_directly_after_its_word() -> None:
    document = read("One two [^n] three\n\n[^n]: x")
    assert document.prose.text[: document.citations[0].span.start] == "One two"


def test_a_link_around_a_picture_cites_nothing() -> None:
    assert read("Words.\n\n[![a](b.png)](https://example.org)").citations == ()


def test_directives_are_kept_with_their_place() -> None:
    text = "One.\n\n<!-- kratomlint-disable-next-line dosage/* -- label -->\nTwo <!-- kratomlint-disable-line x -->"
    directives = read(text).directives
    assert [one.text for one in directives] == [
        "kratomlint-disable-next-line dosage/* -- label",
        "kratomlint-disable-line x",
    ]
    assert directives[0].span.cut(text) == "<!-- kratomlint-disable-next-line dosage/* -- label -->"


def test_directives_in_code_are_code() -> None:
    assert read("```\n<!-- kratomlint-disable x -->\n```\n\n`<!-- kratomlint-disable x -->`").directives == ()


def test_words_that_are_passed_over_are_counted_by_reason() -> None:
    text = "one `two three`\n\n```\nfour five six\n```\n\n<!-- seven eight -->\n\n{{< nine >}}\n\n<script>ten</script>"
    assert read(text).skipped == {"code": 5, "comment": 2, "shortcode": 3, "markup": 1}


def test_words_after_unclosed_inline_code_tags_are_prose() -> None:
    assert read("one <code>two\n\nthree").prose.text.endswith("three")


def test_html_around_markdown_holds_it() -> None:
    assert blocks("<blockquote>\n\n*one*\n\n</blockquote>\n\ntwo") == [("quote", "one"), ("paragraph", "two")]


def test_a_stray_end_tag_closes_nothing_of_markdowns() -> None:
    assert blocks("- one</div></li></ul> two\n- three") == [
        ("item", "one"),
        ("item", "two"),
        ("item", "three"),
    ]


def test_positions_count_characters_not_bytes() -> None:
    text = "ünïcode 𝒌 e\u0301 *wörd* 🌿 end"
    document = read(text)
    at = document.prose.text.index("wörd")
    span = document.prose.to_source(type(document.blocks[0].span)(at, at + 4))
    assert span.cut(text) == "wörd"
    assert span.start == text.index("wörd")


@pytest.mark.parametrize("failure", ["PanicException", "ValueError"])
def test_a_parser_that_fails_leaves_plain_text(monkeypatch: pytest.MonkeyPatch, failure: str) -> None:
    base = BaseException if failure == "PanicException" else Exception
    break_the_parser(monkeypatch, type(failure, (base,), {}))
    assert read("One *two*.").prose.text == "One *two*."


def test_an_interrupt_is_not_taken_for_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    break_the_parser(monkeypatch, KeyboardInterrupt)
    with pytest.raises(KeyboardInterrupt):
        read("One.")


def break_the_parser(monkeypatch: pytest.MonkeyPatch, failure: type[BaseException]) -> None:
    """Let the parser fail after its second event."""

    def events(text: str, options: pyromark.Options) -> Iterator[object]:
        yield from islice(parse_events(text, options=options), 2)
        raise failure

    parse_events = pyromark.events_with_range
    monkeypatch.setattr(pyromark, "events_with_range", events)
