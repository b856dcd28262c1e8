"""Words, sentences and syllables are counted as a patient reader would."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kratomlint.code_checks import readability
from kratomlint.testing import document_of

SYLLABLES = {
    1: "the you baked sides used caused lives eyes tea whole hours some",
    2: "kratom wanted doses table liver people using changes needed treated simple being",
    3: "museums opioid alkaloid medicine nausea area idea serious video addiction radio reported pain-reliever",
    4: "anxiety melatonin mitragynine experience material evaluate",
    5: "approximately individual association",
}
RIGHT = [(word, count) for count, words in SYLLABLES.items() for word in words.split()]
EASY = "The tree grows in the heat of the coast. Its leaves are big. People dry them in the sun. They brew a tea. "
HARD = "Interindividual variability in hepatic metabolism complicates extrapolation from preclinical investigations. "


def grades(text):
    return [hit.values["grade"] for hit in readability.grade.find(document_of(text), "10")]


def test_nine_words_of_ten_have_their_syllables():
    wrong = [(word, readability.syllables(word)) for word, count in RIGHT if readability.syllables(word) != count]
    assert len(wrong) <= len(RIGHT) / 10, wrong


@given(st.text(max_size=30))
def test_every_word_has_a_syllable(word):
    assert readability.syllables(word) >= 1


def test_the_grade_is_that_of_the_formula():
    # 0.39 * 10/1 + 11.8 * 10/10 - 15.59
    assert readability.flesch_kincaid(1, ["the"] * 10) == pytest.approx(0.11)


def test_an_easy_text_has_no_finding():
    assert grades(EASY * 8) == []


def test_a_hard_text_is_found_with_its_grade():
    assert len(grades(HARD * 14)) == 1


def test_a_short_text_has_no_grade():
    assert grades(HARD) == []


def test_tables_and_headings_do_not_count():
    table = "| Word |\n| --- |\n" + f"| {HARD} |\n" * 20
    assert grades(f"## {HARD}\n\n{EASY * 8}\n\n{table}") == []


@pytest.mark.parametrize(("words", "found"), [(30, 0), (31, 1)])
def test_a_sentence_is_long_from_one_word_more(words, found):
    text = "Leaf " * (words - 1) + "end.\n"
    assert len(list(readability.long_sentence.find(document_of(text), "30"))) == found


@pytest.mark.parametrize(("sentences", "found"), [(30, 0), (31, 1)])
def test_a_paragraph_is_long_from_one_word_more(sentences, found):
    text = "Leaves are bitter things. " * sentences
    hits = list(readability.long_paragraph.find(document_of(text), "120"))
    assert [hit.values["count"] for hit in hits] == ["124"] * found


def test_a_long_list_is_no_long_paragraph():
    assert list(readability.long_paragraph.find(document_of("* A leaf of tea.\n" * 60), "120")) == []
