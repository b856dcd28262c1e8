"""What an article announces, counts and cites is held against what it has."""

import pytest

from kratomlint.code_checks import counts, numbered_references, outline
from kratomlint.readers import parse
from kratomlint.source import SourceFile

SECTIONS = "## How the Root Is Dried\n\nSlowly.\n\n## Who Drinks the Tea at Night\n\nMany.\n"


def found(check, text, path="article.md"):
    document = parse(SourceFile(path, text))
    return [hit.span.cut(document.prose.text) for hit in check(document)]


def test_a_plain_text_outline_of_one_entry_misses_the_other_sections():
    paragraph = "It is dried on racks for many weeks, and turned by hand each morning before the sun is high. " * 2
    text = "\n".join(
        [
            "- How the Root Is Dried in Summer",
            "How the Root Is Dried in Summer",
            paragraph,
            "Who Drinks the Tea at Night in Winter",
            paragraph,
        ]
    )
    document = parse(SourceFile("article.txt", text))
    (hit,) = outline.missing(document)
    assert hit.span.cut(document.prose.text) == "How the Root Is Dried in Summer"
    assert hit.values == {"sections": "“Who Drinks the Tea at Night in Winter”"}


def test_closing_parts_need_no_entry():
    text = f"- How the Root Is Dried\n- Who Drinks the Tea at Night\n\n{SECTIONS}\n## Final Word\n\nAsk first.\n"
    assert found(outline.missing, text) == []


def test_an_outline_deep_in_the_article_is_a_list():
    text = f"## Before\n\nText.\n\n- How the Root Is Dried\n\n{SECTIONS}"
    assert found(outline.missing, text) == []


def test_an_entry_in_other_words_is_not_missed():
    text = f"- How the root is slowly dried\n- Who drinks tea at night\n\n{SECTIONS}"
    assert found(outline.missing, text) == found(outline.absent, text) == []


def test_an_entry_that_links_to_a_part_has_one():
    text = f"- [How the Root Is Dried](#a)\n- [Who Drinks the Tea at Night](#b)\n- [Laws](#c)\n\n{SECTIONS}"
    assert found(outline.absent, text) == []


@pytest.mark.parametrize(
    "between", ["![dose](dose.png)", "```\ncode\n```", "{{< table >}}", "<video src='a.mp4'></video>"]
)
def test_a_section_of_a_picture_or_code_is_not_empty(between):
    assert found(outline.empty_section, f"## Dose\n\n{between}\n\n## Storage\n\nDry.\n") == []


def test_a_section_is_empty_where_nothing_stands_in_the_file():
    assert found(outline.empty_section, "<h2>Dose</h2>\n<h2>Storage</h2><p>Dry.</p>", "page.html") == ["Dose"]
    assert found(outline.empty_section, "# Only a title\n") == []


@pytest.mark.parametrize(
    ("above", "below", "empty"),
    [
        ("7 Benefits", "Calm", []),
        ("How the Root Affects Rowers", "Calm", []),
        ("Good Reasons to Row", "Calm", []),
        ("For Rowers", "1. Calm", []),
        ("How Does It Work?", "Calm", ["How Does It Work?"]),
        ("Side Effects", "Storage", ["Side Effects"]),
        ("For Rowers", "2. Calm", ["For Rowers"]),
    ],
)
def test_what_announces_the_headings_below_is_not_empty_though_they_are_of_its_level(above, below, empty):
    assert found(outline.empty_section, f"## {above}\n\n## {below}\n\nIt is calm.\n") == empty
    assert found(outline.empty_section, f"## Tea\n\nA leaf.\n\n## {above}\n") == [above]


REFERENCES = "\n\n## References\n\n1. Doe A. Hops. J Sleep. 2010.\n2. Roe B. Balm. J Sleep. 2011.\n3. Poe C. Tea. J Sleep. 2012.\n"


@pytest.mark.parametrize(
    ("marks", "uncited", "unlisted"),
    [
        ("Tested [1-3].", [], []),
        ("Tested [1, 3].", ["Roe B. Balm. J Sleep. 2011."], []),
        ("Tested.<sup>1,2</sup> And [3].", [], []),
        ("Tested [1,2] and [3], not [4].", [], ["[4]"]),
        ("Tested in adults.", [], []),
        ("Tested [1] before [2010] and [9999].", ["Roe B. Balm. J Sleep. 2011.", "Poe C. Tea. J Sleep. 2012."], []),
    ],
)
def test_reference_numbers_and_the_list_agree(marks, uncited, unlisted):
    assert found(numbered_references.uncited, marks + REFERENCES) == uncited
    assert found(numbered_references.unlisted, marks + REFERENCES) == unlisted


@pytest.mark.parametrize(
    "sentence",
    [
        "It acts on both sleep and mood, and appetite is another matter.",
        "Both the root, a bitter thing, and the leaf are used.",
        "Both sleep, which was measured, and mood improved.",
        "For both, sleep, mood and appetite were measured.",
        "Both legs, see the figure, and arms were weak.",
        "It comes as either root, usually dried, or leaf.",
    ],
)
def test_an_aside_is_no_third_thing(sentence):
    assert found(counts.both, sentence) == found(counts.either, sentence) == []


def test_dual_looks_at_the_sentence_right_before():
    three = "It binds to opioid, dopamine, and serotonin receptors."
    assert found(counts.dual, f"{three} This dual action is odd.") == ["This dual action"]
    assert found(counts.dual, f"{three} It is dried. This dual action is odd.") == []
    assert found(counts.dual, f"{three}\n\nThis dual action is odd.") == []


@pytest.mark.parametrize(
    ("lead", "marked"),
    [
        ("There are two main forms:", ["two main forms"]),
        ("There are three main forms:", []),
        ("There are at least two forms:", []),
        ("It takes two weeks:", []),
        ("There are two forms and four parts:", []),
        ("There are two forms.", []),
        ("Two drugs for one thing plus another:", []),
    ],
)
def test_a_number_is_held_against_the_list_below(lead, marked):
    assert found(counts.listed, f"{lead}\n\n- tea\n  - hot\n- tincture\n- capsules\n") == marked


@pytest.mark.parametrize("text", ["both a, " * 2_000, "a/" * 5_000, "- a\n" * 2_000, "# a\n" * 2_000, "[1] " * 2_000])
def test_texts_without_end_are_read(text):
    for check in (counts.both, counts.dual, counts.listed, outline.missing, outline.empty_section):
        found(check, text)
    found(numbered_references.unlisted, text + REFERENCES)


def test_what_all_entries_share_does_not_make_a_section():
    entries = ("Kava root tea", "Kava root price", "Kava root for children")
    text = "## Contents\n\n" + "".join(f"- {entry}\n" for entry in entries)
    text += "".join(f"\n## {entry}\n\nIt is brown.\n" for entry in (*entries[:2], "Kava root storage"))
    assert found(outline.absent, text) == ["Kava root for children"]
