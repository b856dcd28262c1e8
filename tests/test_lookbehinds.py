"""A pattern that asks last what stands before a match finds what it found before."""

import pcre2
import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from kratomlint.language.lookbehinds import asked_last

PATTERNS = [
    r"(?<!no )(?<!\bnot .{0,9})\bcures?\b",
    r"(?<!a[)\]] )(?:a|ab)b?(?!c)",
    r"(?<=a|\)b)[ab)]+",
    r"(?<!(?:a|b(?:c)?) )(?:ab|(?<=b)c|a)(?=[^b]|$)",
    r"(?<!a)b|(?<=[|)] )c+|(?<!(?:a|b) )ab",
    r"(?:(?<!a)b|(?!cc)(?<=[|)] )c+|\b(?<!(?:a|b) )ab)",
    r"\b(?<!no )(?:cure|ab)s?\b",
]


@pytest.mark.parametrize("pattern", PATTERNS)
def test_what_stands_before_is_asked_after_the_rest(pattern: str) -> None:
    assert asked_last(pattern).removeprefix(r"\b").startswith("(?=")


@pytest.mark.parametrize("pattern", PATTERNS)
@given(text=st.lists(st.sampled_from([*"abc) ]", "no ", "not ", "cure", "cures"]), max_size=12).map("".join))
def test_it_finds_the_same(pattern: str, text: str) -> None:
    assert [match.span() for match in pcre2.finditer(asked_last(pattern), text)] == [
        match.span() for match in regex.finditer(pattern, text)
    ]


def test_each_branch_asks_for_itself() -> None:
    assert asked_last(r"cure|(?<!no )heal") == r"cure|(?=(?<whole1>heal))(?<!no )(?P=whole1)"


@pytest.mark.parametrize(
    "pattern", [r"cures?", r"(?:(?<!a)b|c)+", r"(?!a)b", r"(?<!a)(b)\1", r"(?<!a)", r"(?<=a)|b", r"[(?<!a)]b"]
)
def test_where_that_would_mean_something_else_the_pattern_stays_as_it_is(pattern: str) -> None:
    assert asked_last(pattern) == pattern
