"""Words that are shared, sketches that agree, and figures that count."""

from itertools import pairwise
from operator import eq

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kratomlint.document import fold
from kratomlint.language.little_words import opposed
from kratomlint.language.similarity import (
    Index,
    bands,
    count_shared,
    likeness,
    longest_run,
    share_a_run,
    shared,
    signature,
    sketch,
    sketch_in_any_order,
    texts_of,
    words_of,
)

short_runs = st.lists(st.sampled_from("abcd"), max_size=14).map(tuple)


def words(text):
    return words_of(fold(text), 0, len(text))


def longest_common(first, second):
    table = [[0] * (len(second) + 1) for _ in range(len(first) + 1)]
    for i, one in enumerate(first):
        for j, other in enumerate(second):
            table[i + 1][j + 1] = table[i][j] + 1 if one == other else max(table[i][j + 1], table[i + 1][j])
    return table[-1][-1]


@given(short_runs, short_runs)
def test_what_is_shared_is_in_order_on_both_sides_and_as_long_as_can_be(first, second):
    pairs = shared(first, second).pairs
    assert all(first[i] == second[j] for i, j in pairs)
    assert all(a < c and b < d for (a, b), (c, d) in pairwise(pairs))
    assert len(pairs) == longest_common(first, second) == count_shared(first, second)


@given(short_runs, short_runs)
def test_no_longer_run_is_shared(first, second):
    start, length = longest_run(first, second)
    runs = {tuple(second[at : at + length]) for at in range(len(second) - length + 1)}
    assert tuple(first[start : start + length]) in runs
    longer = {tuple(second[at : at + length + 1]) for at in range(len(second) - length)}
    assert not any(tuple(first[at : at + length + 1]) in longer for at in range(len(first) - length))


@given(short_runs, short_runs, st.integers(1, 5))
def test_a_run_is_shared_where_the_longest_one_is_as_long(first, second, length):
    assert share_a_run(first, second, length) == (longest_run(first, second)[1] >= length)


def test_the_longest_run_is_unbroken_on_both_sides():
    assert longest_run("xabcdy", "abzabcd") == (1, 4)


@given(st.text(max_size=80))
def test_every_word_stands_where_it_says(text):
    folded = fold(text)
    found = words_of(folded, 0, len(folded))
    assert [folded[word.start : word.end] for word in found] == [word.text for word in found]
    assert tuple(word.text for word in found) == texts_of(folded)


@given(st.text("asS'1 5.,_-\x01\x1cé ", max_size=14))
def test_a_text_without_a_rare_character_has_the_same_words_as_any_other(text):
    # A hair space makes no word, and has the text read as one with rare characters.
    assert texts_of(text) == texts_of(text + "\u200a")


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("1-5 grams or 2.5 g", ["1", "5", "2.5"]),
        ("two capsules of 1,000 mg", ["two", "1,000"]),
        ("omega-3, vitamin B12, 7-hydroxymitragynine and COVID-19", []),
        ("a 24-hour fast", ["24"]),
    ],
)
def test_digits_in_a_name_count_nothing(text, figures):
    assert [word.text for word in words(text) if word.figure] == figures


def test_a_possessive_and_a_hyphen_do_not_part_what_is_the_same():
    assert texts_of("kava's well-being") == ("kava", "well", "being")


@given(st.lists(st.sampled_from(["kava", "tea", "root", "leaf"]), max_size=30).map(tuple))
def test_a_sketch_has_one_character_a_bin_and_any_of_them_may_be_written_to_a_file(items):
    sketched = sketch(items, 18)
    assert len(sketched) == 18
    assert (sketched + signature(items)).encode()
    assert likeness(sketched, sketch(items, 18)) == 1


@given(st.integers(1, 60), st.data())
def test_sketches_are_as_alike_as_the_share_of_places_at_which_they_agree(size, data):
    of_that_size = st.text("\u0100\u0101\u0180\u8100\ud7ff", min_size=size, max_size=size)
    one, other = data.draw(of_that_size), data.draw(of_that_size)
    assert likeness(one, other) == sum(map(eq, one, other)) / size


def test_sketches_without_a_bin_have_nothing_in_common():
    assert likeness("", "") == 0


def test_texts_with_a_changed_word_share_a_band_and_other_texts_do_not():
    text = tuple(f"word{number}" for number in range(40))
    changed = (*text[:20], "other", *text[21:])
    unlike = tuple(f"term{number}" for number in range(40))
    assert set(bands(sketch(text, 36))) & set(bands(sketch(changed, 36)))
    assert not set(bands(sketch(text, 36))) & set(bands(sketch(unlike, 36)))


@given(st.permutations([f"word{number}" for number in range(9)]))
def test_a_sketch_in_any_order_stays_the_same_where_words_are_moved(words):
    assert sketch_in_any_order(words, 18) == sketch_in_any_order(sorted(words), 18)
    assert sketch_in_any_order(words, 18) != sketch_in_any_order([*words[1:], "other"], 18)


def test_the_index_meets_what_shares_most_runs_first():
    index = Index()
    index.meet(0, "a b c x y z".split())
    index.meet(1, "a b c d e f".split())
    assert index.meet(2, "a b c d e g".split()) == [1, 0]


def test_the_index_does_not_grow_with_what_is_everywhere():
    index = Index()
    for number in range(200):
        found = index.meet(number, ["the", "same", "words"])
    assert len(found) == Index.MOST_CANDIDATES


def test_opposites_and_negations_stand_against_one_another():
    assert opposed(["high"], ["low"]) and opposed(["not"], []) and opposed(["red"], ["green"])
    assert not opposed(["high"], ["steep"])
