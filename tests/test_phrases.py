"""The phrases of the lexicons are found by their first word, however long it is."""

from hypothesis import given
from hypothesis import strategies as st

from kratomlint.knowledge import Knowledge, Lexicon
from kratomlint.language.reading import Phrases, laid_out

WORDS = st.lists(st.text("abc", min_size=1, max_size=5), min_size=1, max_size=3).map(" ".join)


def phrases(*forms: str) -> Phrases:
    return Phrases(laid_out(Knowledge({"substances": Lexicon("substances", {form: form for form in forms})})))


def test_a_first_word_of_one_letter_is_one():
    assert phrases("b vitamins", "q enzyme").of("b") == [(("b", "vitamins"), "substance", "b vitamins")]


@given(st.sets(WORDS, min_size=1, max_size=12))
def test_every_phrase_is_found_by_its_first_word_the_longest_first(forms: set[str]) -> None:
    known = phrases(*forms)
    for first in {form.split()[0] for form in forms}:
        found = [" ".join(words) for words, tag, _ in known.of(first)]
        assert set(found) == {form for form in forms if form.split()[0] == first}
        assert [len(form.split()) for form in found] == sorted((len(form.split()) for form in found), reverse=True)
