"""Front matter: its published words are prose at their own places, the rest is metadata."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kratomlint.document import Document
from kratomlint.readers import DEFAULT_PUBLISHED, parse
from kratomlint.source import SourceFile
from kratomlint.span import Span


def read(text: str, published: tuple[str, ...] = DEFAULT_PUBLISHED) -> Document:
    return parse(SourceFile("a.md", text), published=published)


def words(document: Document) -> list[str]:
    return [f"{block.kind}: {block.span.cut(document.prose.text)}" for block in document.blocks]


YAML = {
    "plain": ("title: Kratom tea", ["title: Kratom tea"]),
    "plain over lines": ("description: one\n  two\n  three", ["metadata: one two three"]),
    "plain before a comment": ("title: one # two", ["title: one"]),
    "single quotes": ("title: 'the plant''s name'", ["title: the plant's name"]),
    "double quotes": (r'title: "a \"b\" \u00e9 \x41"', ['title: a "b" é A']),
    "double quotes over lines": ('title: "one\n  two \\\n  three"', ["title: one two three"]),
    "literal": ("summary: |\n  one\n  two\n", ["metadata: one two"]),
    "folded paragraphs": ("summary: >-\n  one\n  two\n\n  three\n", ["metadata: one two", "metadata: three"]),
    "tagged and anchored": ("title: !!str &a one", ["title: one"]),
    "an alias says it once": ("title: &a one\ndescription: *a", ["title: one"]),
    "list of questions": (
        "faq:\n  - question: One?\n    answer: Two.\n",
        ["metadata: One?", "metadata: Two."],
    ),
    "flow style": ("faq: [{q: 'One?', a: \"Two.\"}]", ["metadata: One?", "metadata: Two."]),
    "other spelling of the name": (
        "seoTitle: one\nmeta-description: two",
        ["metadata: one", "metadata: two"],
    ),
    "not published": ("author: Jane\ndraft: true", []),
    "number": ("title: 2024", []),
    "empty": ("title: ''\ndescription:", []),
}


@pytest.mark.parametrize(("yaml", "expected"), YAML.values(), ids=YAML)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_published_yaml_is_prose(yaml: str, expected: list[str], line_end: str) -> None:
    text = f"---\n{yaml}\n---\nBody.\n".replace("\n", line_end)
    assert words(read(text)) == [*expected, "paragraph: Body."]


TOML = {
    "basic": (r'title = "a \"b\" \u00e9"', ['title: a "b" é']),
    "literal": (r"title = 'a \b'", [r"title: a \b"]),
    "long": ('description = """\none \\\n   two "three" """', ['metadata: one two "three"']),
    "long literal": ("description = '''one\n'two' '''", ["metadata: one 'two'"]),
    "tables": ('[seo]\ntitle = "one"\n[[faq]]\nq = "two?"\n[[faq]]\nq = "three?"', ["metadata: one", "metadata: two?", "metadata: three?"]),
    "inline tables": ('faq = [{q = "one?", x = "no"}, {q = "two?"}] # "no"', ["metadata: one?", "metadata: two?"]),
    "dotted and quoted keys": ('seo."title" = "one"\n"description" = "two"', ["metadata: one", "metadata: two"]),
    "not published": ('author = "one"\ntags = ["two"]\ndate = 2024-01-02', []),
}  # fmt: skip


@pytest.mark.parametrize(("toml", "expected"), TOML.values(), ids=TOML)
def test_published_toml_is_prose(toml: str, expected: list[str]) -> None:
    assert words(read(f"+++\n{toml}\n+++\nBody.\n")) == [*expected, "paragraph: Body."]


def test_published_json_is_prose() -> None:
    text = '{\n  "title": "a \\"b\\"",\n  "date": "2024-01-02"\n}\n\nBody.\n'
    assert words(read(text)) == ['title: a "b"', "paragraph: Body."]


@pytest.mark.parametrize(
    "inside", ['json\n{"title": "one"}', 'toml\ntitle = "one"', "yaml\ntitle: one", " yml \ntitle: one"]
)
def test_a_fence_may_name_its_format(inside: str) -> None:
    assert words(read(f"---{inside}\n---\nBody.")) == ["title: one", "paragraph: Body."]


def test_the_fields_that_are_published_can_be_named() -> None:
    text = "---\ntitle: one\ncard: {lead: two}\nparts: [{text: three}, {text: four}]\nnotes: [five]\n---\n"
    assert words(read(text, ("card.lead", "parts[].*", "notes[]"))) == [
        "metadata: two",
        "metadata: three",
        "metadata: four",
        "metadata: five",
    ]


def test_all_values_are_metadata_and_dates_are_text() -> None:
    text = "---\ntitle: one\ndate: 2024-01-02\nreviewed: 2024-01-02 10:00:00\ntags: [a, b]\nn: 3\nok: yes\nno: ~\n---\n"
    assert read(text).metadata == {
        "title": "one",
        "date": "2024-01-02",
        "reviewed": "2024-01-02T10:00:00",
        "tags": ["a", "b"],
        "n": 3,
        "ok": True,
        "false": None,
    }
    assert read("+++\ndate = 2024-01-02\n[a]\nb = [10:00:00]\n+++\n").metadata == {
        "date": "2024-01-02",
        "a": {"b": ["10:00:00"]},
    }


BROKEN = {
    "colon": "title: Kratom: what we know",
    "bracket": "title: [one",
    "tab": "title: one\n\tlead: two",
    "hostile": "title: " + "[" * 5000,
    "nested": "\n".join(f"{' ' * depth}a:" for depth in range(200)),
    "unknown alias": "title: *nowhere",
}


@pytest.mark.parametrize("yaml", BROKEN.values(), ids=BROKEN)
def test_broken_front_matter_is_passed_over(yaml: str) -> None:
    document = read(f"---\n{yaml}\n---\nBody.\n")
    assert (words(document), document.metadata) == (["paragraph: Body."], {})
    assert document.skipped["front matter"] == len(yaml.split())


def test_broken_toml_is_passed_over() -> None:
    document = read("+++\ntitle = one\n+++\nBody.\n")
    assert (words(document), document.metadata) == (["paragraph: Body."], {})


def test_a_rule_is_no_fence() -> None:
    assert words(read("---\n\none\n\n---\n\ntwo")) == ["paragraph: one", "paragraph: two"]
    assert words(read("---\nJust words here.\n\n---\n\ntwo"))[0] == "paragraph: Just words here."
    assert words(read("one\n\n---\ntitle: two\n---\n"))[0] == "paragraph: one"


def test_references_cannot_blow_up() -> None:
    bomb = "a: &a [x, x]\n" + "".join(f"{n}: &{n} [*{o}, *{o}]\n" for o, n in zip("abcdefg", "bcdefgh", strict=True))
    assert read(f"---\n{bomb}title: one\n---\n").prose.text == "one"


@pytest.mark.parametrize("quote", ["'", '"'])
@given(
    value=st.text(
        st.characters(exclude_categories=["C", "Z"], include_characters=" ", exclude_characters="'\"\\"),
        min_size=1,
    )
)
def test_quoted_words_stand_where_they_are(quote: str, value: str) -> None:
    text = f"---\nauthor: é\ntitle: {quote}{value}{quote}\n---\n"
    document = read(text)
    prose = document.prose.text
    assert prose.split() == value.split()
    if prose:
        start = document.prose.to_source(Span(0, 1)).start
        assert start == text.index(quote) + 1 + len(value) - len(value.lstrip(" "))
