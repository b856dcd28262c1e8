"""A pattern that is compiled late answers like any other."""

import re

import pytest

from kratomlint.late import late


def test_nothing_is_compiled_before_the_first_question() -> None:
    broken = late("(")
    with pytest.raises(re.error):
        broken.search("kava")


@pytest.mark.parametrize("way", ["search", "match", "fullmatch", "findall", "split"])
@pytest.mark.parametrize("text", ["Kava", "a kava", "none", ""])
def test_it_answers_like_a_pattern_that_is_compiled_at_once(way: str, text: str) -> None:
    ours, theirs = late("(k)ava", re.IGNORECASE), re.compile("(k)ava", re.IGNORECASE)
    for _ in range(2):
        found, expected = getattr(ours, way)(text), getattr(theirs, way)(text)
        if isinstance(found, re.Match):
            found, expected = (found.span(), found.groups()), (expected.span(), expected.groups())
        assert found == expected
