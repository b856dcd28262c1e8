"""A list of words as a pattern that parts where the words part finds what the words side by side find."""

import re

import pcre2
from hypothesis import given
from hypothesis import strategies as st

from kratomlint.language.branches import branching

_WORDS = st.lists(st.text("ab -.", min_size=1, max_size=5), min_size=1, max_size=12)


@given(words=_WORDS, text=st.text("ab -.", max_size=20))
def test_the_longest_word_is_found_first(words: list[str], text: str) -> None:
    longest_first = sorted(set(words), key=lambda word: (-len(word), word))
    side_by_side = "|".join(map(re.escape, longest_first))
    assert [match.span() for match in pcre2.finditer(branching(words), text)] == [
        match.span() for match in re.finditer(side_by_side, text)
    ]


@given(words=_WORDS, text=st.text("ab -.", max_size=20))
def test_a_shorter_word_is_taken_where_what_follows_asks_for_it(words: list[str], text: str) -> None:
    longest_first = sorted(set(words), key=lambda word: (-len(word), word))
    side_by_side = "|".join(map(re.escape, longest_first))
    assert [match.span() for match in pcre2.finditer(rf"(?:{branching(words)})b", text)] == [
        match.span() for match in re.finditer(rf"(?:{side_by_side})b", text)
    ]


def test_words_share_their_beginning() -> None:
    assert branching(["aspirin", "aspirins", "ash"]) == "as(?:h|pirin(?:s)?)"
