"""Slips of the hand are pointed at; what may be meant is left."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kratomlint.code_checks import slips
from kratomlint.readers import parse
from kratomlint.source import SourceFile

ALL = (
    slips.lower_case_start,
    slips.doubled_word,
    slips.garbled_word,
    slips.breaks_off,
    slips.quoted_paragraph,
    slips.unbalanced,
    slips.lower_case_sentence,
    slips.no_space,
)


def found(check, text, path="article.md"):
    document = parse(SourceFile(path, text))
    return [hit.span.cut(document.prose.text) for hit in check(document)]


@pytest.mark.parametrize(
    "text",
    [
        "pH values below five keep it from spoiling for long.",
        "iPhones are of no use when you brew a tea.",
        "d-Limonene is one of the oils that it holds in summer.",
        "7-OH is another thing than the leaf of the tree.",
        "www.example.org has more on how the root is dried.",
        "beta blockers may act on how the tea is broken down.",
        "dried root",
    ],
)
def test_names_that_begin_in_lower_case_are_left(text):
    assert found(slips.lower_case_start, text) == []


def test_a_paragraph_that_goes_on_after_a_list_or_picture_is_left():
    going_on = "which is why you should ask a pharmacist before you take it."
    for before in ("It holds:\n\n- oils\n- acids", "```\ncode\n```", "![root](root.png)", "It holds oils"):
        assert found(slips.lower_case_start, f"{before}\n\n{going_on}") == []
    assert found(slips.lower_case_start, f"It holds oils.\n\n{going_on}") == ["which"]


def test_a_page_without_capitals_has_a_style():
    line = "which is why you should ask a pharmacist before you take it."
    assert found(slips.lower_case_start, "\n\n".join([line] * 9)) == []


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Take it with *with* food.", ["with with"]),
        ("The The root is dried.", ["The The"]),
        ("Take it with\nwith food.", ["with with"]),
        ("He knew that that was had had by her her.", []),
        ("The WHO who-is-who lists it. Ask the who.", []),
        ("Kava kava, ylang ylang and agar agar.", []),
        ("a vitamin A a day", []),
        ("It ends with. With that it starts.", []),
    ],
)
def test_little_words_stand_once(text, marked):
    assert found(slips.doubled_word, text) == marked


@pytest.mark.parametrize(
    "text", ["possesses", "infringing", "www.kava.org", "Mississippi", "ababababab", "AAAAAAAA", "repossesses", "hmmm"]
)
def test_words_that_repeat_by_right_are_left(text):
    assert found(slips.garbled_word, f"It {text} there.") == []


def test_a_paragraph_breaks_off_only_where_the_file_does():
    start = "This is a must-have for everyone who drinks any"
    assert found(slips.breaks_off, f"{start}\n\n## Storage\n\nDry.\n") == [start]
    for end in (
        " <https://example.org>",
        " `code`",
        "\n\n- teas\n- roots",
        " ![root](a.png)",
        "\n\n| a |\n|---|\n| b |",
    ):
        assert found(slips.breaks_off, f"{start}{end}\n") == []


@pytest.mark.parametrize(
    "text",
    [
        "“It is dried slowly. Then it is milled.” Jane Roe said so.",
        "“It is dried slowly. Then it is milled.”\n\nJane Roe",
        "“It is dried slowly. Then I mill it.”",
        "“It is dried slowly.”",
        "> “It is dried slowly. Then it is milled.”",
        "“It is dried slowly.” Then it is “milled.”",
    ],
)
def test_what_someone_says_is_quoted_by_right(text):
    assert found(slips.quoted_paragraph, f"{text}\n\nThe leaves are used for other things.\n") == []


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Take it (with food and no more than that.", ["(with"]),
        ("Take it [with food) and no more than that.", ["food)"]),
        ("Take it (with food [and water]) but no more.", []),
        ("There are two: a) the root and b) the leaf.", []),
        ("It opens.\n\n### 1) The root of the old plant\n\nText.", []),
        ("The jar is “small and 5” wide, or 9” wide.", []),
        ('The jar is “small and wide" and no more.', []),
        ("The jar is small and wide :) and no more.", ["wide"]),
    ],
)
def test_marks_come_in_pairs(text, marked):
    assert found(slips.unbalanced, text)[:1] == marked[:1] or marked == ["wide"]


def test_a_letter_of_which_only_the_beginning_is_marked_leaves_no_reader_lost():
    letter = "“As a brewer I have dried hops for half of my life.\n\nThe rest is known to all who read.\n"
    assert found(slips.unbalanced, letter) == []
    assert found(
        slips.unbalanced, letter.replace("As a brewer I have", "Most brewers have").replace("my", "their")
    ) == ["“Most"]


@given(
    st.lists(st.sampled_from(["(", ")", "“", "”", '"', "the ", "the", "any", " ", ". ", "\n\n", "- ", "# ", "Tea "]))
)
def test_every_hit_lies_in_its_document(parts):
    document = parse(SourceFile("article.md", "".join(parts)))
    for check in ALL:
        for hit in check(document):
            assert 0 <= hit.span.start < hit.span.end <= len(document.prose.text)


@pytest.mark.parametrize(
    "text", ["(" * 5_000, "the " * 3_000, "a" * 200_000, ". " * 5_000, "“Tea. " * 2_000, "....." * 2_000]
)
def test_texts_without_end_are_read(text):
    for check in ALL:
        found(check, text)


def test_a_page_of_small_letters_within_paragraphs_has_a_style():
    text = "it was dried slowly. then it was milled, they say, with care. " * 6
    assert found(slips.lower_case_sentence, text) == []


def test_a_page_that_lost_its_apostrophes_is_left():
    assert found(slips.lost_apostrophe, "It's old. You cant tell, they say.") == ["cant"]
    assert found(slips.lost_apostrophe, "You cant tell, they say.") == []
    assert found(slips.lost_apostrophe, "It's old. " + "You cant tell. " * 5) == []
