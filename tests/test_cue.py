"""Whichever engine answers, the answer is that of `re`, and nothing is compiled that no text needs."""

import re

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from kratomlint.language import cue
from kratomlint.language.cue import Cue, by_re2, exact, is_plain, only_what_matches, wider, without_lookarounds

PARTS = st.sampled_from(
    [
        *[
            "a",
            "b",
            "ab",
            "ba",
            "a b",
            r"\w",
            r"\s",
            r"\d",
            "[ab]",
            "[^a]",
            r"[\w-]",
            r"[^\s]",
            r"\b",
            "(?:)",
            ".",
            "–",
            "é",
        ],
        *[r"\B", "^", "$", "(?!a)", "(?=b)", "(?<!a)", "(?<=b)", r"(?<!\w)", r"(?!\w)", "(?<!a|bb)", "(?<=ab|b)"],
    ]
)
MARKS = st.sampled_from(["", "", "", "?", "*", "+", "??", "*?", "{1,2}"])


def _repeated(part: str, mark: str) -> str:
    return part if not mark else f"(?:{part}){mark}"


PATTERNS = st.recursive(
    st.builds(_repeated, PARTS, MARKS),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=4).map("".join),
        st.lists(inner, min_size=2, max_size=5).map(lambda branches: f"(?:{'|'.join(branches)})"),
    ),
    max_leaves=8,
)
TEXTS = st.text("aabb  -.1–é½\u0301", max_size=14)
both = pytest.mark.parametrize("method", ["search", "match", "finditer"])


def _spans(found: object) -> list[tuple[int, int]]:
    if found is None:
        return []
    return [found.span()] if hasattr(found, "span") else [match.span() for match in found]  # type: ignore[attr-defined]


def _answers(pattern: str, text: str, method: str, *bounds: int) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    asked = Cue(pattern)
    asked._left = 9
    return _spans(getattr(asked, method)(text, *bounds)), _spans(getattr(re.compile(pattern), method)(text, *bounds))


def _compiles(pattern: str) -> bool:
    try:
        re.compile(pattern)
    except re.error:
        return False
    return True


@both
@settings(max_examples=300, deadline=None)
@given(PATTERNS.filter(_compiles), TEXTS)
def test_a_cue_finds_what_re_finds(method: str, pattern: str, text: str) -> None:
    found, expected = _answers(pattern, text, method)
    assert found == expected


@both
@settings(max_examples=300, deadline=None)
@given(PATTERNS.filter(_compiles), TEXTS, st.integers(0, 14), st.integers(0, 14))
def test_a_cue_keeps_to_bounds_as_re_does(method: str, pattern: str, text: str, start: int, end: int) -> None:
    start, end = sorted((min(start, len(text)), min(end, len(text))))
    found, expected = _answers(pattern, text, method, start, end)
    assert found == expected


@settings(max_examples=300, deadline=None)
@given(PATTERNS, TEXTS)
def test_a_pattern_compiled_for_a_text_finds_there_what_regex_finds(pattern: str, text: str) -> None:
    assert _spans(exact(pattern, text).finditer(text)) == _spans(regex.compile(pattern).finditer(text))


@settings(max_examples=300, deadline=None)
@given(PATTERNS, TEXTS.filter(is_plain))
def test_nothing_is_missed_without_lookarounds(pattern: str, text: str) -> None:
    sieve = by_re2(without_lookarounds(pattern))
    assert sieve is None or sieve.search(text) or not regex.search(pattern, text)


@settings(max_examples=300, deadline=None)
@given(PATTERNS, TEXTS)
def test_nothing_is_missed_by_the_wider_pattern(pattern: str, text: str) -> None:
    sieve = by_re2(wider(pattern))
    assert sieve is None or sieve.search(text) or not regex.search(pattern, text)


@settings(max_examples=300, deadline=None)
@given(st.lists(PATTERNS, min_size=4, max_size=7).map("|".join), TEXTS.filter(is_plain))
def test_alternatives_that_match_nowhere_are_not_missed(pattern: str, text: str) -> None:
    shorter = only_what_matches(pattern, text)
    assert _spans(regex.finditer(shorter, text)) == _spans(regex.finditer(pattern, text))


@pytest.mark.parametrize(
    "pattern, text, expected",
    [
        (r"\b(?:cures|heals|helps|saves)\b", "it helps", r"\b(?:helps)\b"),
        (r"cures|heals (?:a|b)|helps|saves", "it heals a", "(?:heals (?:a|b))"),
        ("cures|heals|helps|saves", "nothing", cue.NEVER),
        ("cures|heals", "it heals", "cures|heals"),
    ],
)
def test_only_alternatives_that_match_are_kept(pattern: str, text: str, expected: str) -> None:
    assert only_what_matches(pattern, text) == expected


@pytest.mark.parametrize(
    "behind, expected",
    [
        (r"(?<!\b(?:a|few) )x", r"(?<!\ba )(?<!\bfew )x"),
        (r"(?<=as?)x", r"(?:(?<=as)|(?<=a))x"),
        (r"(?<!\w+)x", r"(?<!\w+)x"),
    ],
)
def test_a_lookbehind_for_words_of_different_lengths_is_written_out(behind: str, expected: str) -> None:
    assert cue._with_fixed_lookbehinds(behind) == expected


def test_a_cue_compiles_nothing_before_it_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(re, "compile", None)
    monkeypatch.setattr(cue, "by_re2", None)
    assert Cue(r"pain (?!killer)relief").pattern


def test_a_pattern_that_cannot_match_is_not_compiled_for_good(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = Cue(r"pain (?!killer)relief")
    monkeypatch.setattr(re, "compile", None)
    assert asked.search("nothing of the kind") is None


def test_a_verbose_cue_reads_as_a_verbose_pattern() -> None:
    asked = Cue(r"\b(?: pain \s relief | [ #]x )\b  # no more", re.VERBOSE)
    assert [match[0] for match in asked.finditer("a pain relief x")] == ["pain relief", " x"]
