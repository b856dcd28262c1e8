"""No text that a pattern matches may lack what the pattern is said to need."""

from __future__ import annotations

import re

import pytest
import regex
from hypothesis import example, given
from hypothesis import strategies as st

from kratomlint.language.literals import required
from kratomlint.language.needs import Needs, one_of, words_of

LETTERS = "abcdefghijklmnopqrstuvwxyz"


def most_telling(pattern: str) -> frozenset[str] | None:
    """Return the literals of which one stands in every match, the most telling of each clause."""
    needs = required(pattern)
    return needs and frozenset().union(*(clause[0] for clause in needs))


def holds(needs: Needs, text: str) -> bool:
    """Say whether a text has a literal of each set of some clause."""
    return any(all(any(literal in text for literal in one) for one in clause) for clause in needs)


@pytest.mark.parametrize(
    ("pattern", "clauses"),
    [
        (r"\b(?:heals?|cures?) .{0,40}\b(?:sores?|ulcers?)\b", [["sore|ulcer", "cure |cures |heal |heals "]]),
        (
            r"miracles?|\bremed(?:y|ies) for \w+ (?:sores|ulcers)",
            [["miracle"], ["remedies for |remedy for ", " sores| ulcers"]],
        ),
        (r"(?:rubs|oils?) the .*(?=dandruff)", [["dandruff", "oil the |oils the |rubs the "]]),
        (r"\b(?:ginger|garlic)\b.*\b(?:ginger|garlic)\b", [["garlic|ginger"]]),
        (r"(?:sores? )?ulcers", [["ulcers"]]),
    ],
)
def test_what_must_stand_beside_is_named_too(pattern: str, clauses: list[list[str]]) -> None:
    needs = required(pattern)
    assert needs is not None
    assert [["|".join(sorted(one)) for one in clause] for clause in needs] == clauses


def test_of_very_many_ways_only_the_most_telling_words_are_kept() -> None:
    ways = [f"{first}root.{{1,9}}{second}leaf" for first in LETTERS for second in LETTERS]
    assert most_telling("|".join(ways)) == {f"{letter}{part}" for letter in LETTERS for part in ("root",)}
    assert len(required("|".join(ways)) or ()) == 1


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (r"\brubs? the (?:scalp|forehead)\b", ("forehead", "scalp")),
        (r"whether\b.*\b(?:aloe|aloes|oats)\b", ("whether",)),
        (r"aloe\s+juices?|oats?[- ]milk", ("juice", "milk", "oats")),
        (r"\w{3}", ()),
        ("|".join(f"{letter}root" for letter in LETTERS), ()),
    ],
)
def test_so_few_words_say_where_a_pattern_may_match(pattern: str, words: tuple[str, ...]) -> None:
    assert sorted(words_of(required(pattern), 20)) == sorted(words)


def test_what_is_in_every_text_is_no_need() -> None:
    assert one_of(["", "leaf"]) is None
    assert one_of(["leaf"]) == ((frozenset({"leaf"}),),)


@pytest.mark.parametrize(
    ("pattern", "literals"),
    [
        (r"\bmiracles?\b", {"miracle"}),
        (r"\bcur(?:e|es|ed|ing)\b", {"cure", "curing"}),
        (r"\b(?:no|zero)\s+side[ -]effects?\b", {f"{a} side{b}effect" for a in ("no", "zero") for b in " -"}),
        (r"\b(?:offer|give)s?\s+(?:\w+\s+){0,2}(?:comfort|respite)\b", {"comfort", "respite"}),
        (r"pain (?:relie(?:f|ves?)|kill\w+)", {"pain relief", "pain relieve", "pain kill"}),
        (r"clinically[\s-]+(?:shown|tested)", {"clinically ", "clinically-"}),
        (r"(?P<who>doctors)++ (?>agree)", {"doctors agree"}),
        (r"(?<who>doctors) *+agree", {"doctors agree", "doctorsagree"}),
        (r"\b100\s?%", {"100%", "100 %"}),
        (r"don't|do not", {"don't", "do not"}),
        (r"(?:ha){2}", {"haha"}),
        (r"(?:very ){2,}good", {"very good"}),
        (r"so+ good", {"o good"}),
        (r"side \s+effect", {"side effect"}),
        (r"sa{1,2}fe  *to", {"afe to"}),
        (r"omega [2-4] oil", {"omega 2 oil", "omega 3 oil", "omega 4 oil"}),
        (r"safe\.$", {"safe."}),
        (r"side\ \\effects\*+", {"side \\effects*"}),
        (r"^(\w)\1 leaf", {" leaf"}),
    ],
)
def test_the_most_telling_literals_are_named(pattern: str, literals: set[str]) -> None:
    assert most_telling(pattern) == literals


@pytest.mark.parametrize(
    ("pattern", "literals"),
    [
        (r"(?<!not )safe", {"safe"}),
        (r"safe(?! for children)", {"safe"}),
        (r"(?<=kratom )\w+", {"kratom "}),
        (r"\w+(?=.*guaranteed)", {"guaranteed"}),
        (r"(?:(?=.*guaranteed))?\w+", None),
    ],
)
def test_a_lookaround_tells_only_what_must_stand_there(pattern: str, literals: set[str] | None) -> None:
    assert most_telling(pattern) == literals


@pytest.mark.parametrize(
    ("pattern", "literals"),
    [
        (r"aloe\u2019s", {"aloe’s"}),
        (r"aloe[\u2013\u2014-]juice", {"aloe–juice", "aloe—juice", "aloe-juice"}),
        (r"aloe\u00a0juice", {"aloe juice"}),
        (r"aloe\ud83djuice", None),
        (r"aloe\u201juice", None),
    ],
)
def test_a_character_may_be_written_by_its_code_point(pattern: str, literals: set[str] | None) -> None:
    assert most_telling(pattern) == literals


@pytest.mark.parametrize(
    "pattern",
    ["", r"\w+", r"\d+\s?", ".*", "(?:cure)?", "(?:cure){0}", "cure|", "cure|[^x]", "a|miracle", " "],
)
def test_a_pattern_that_can_do_without_has_none(pattern: str) -> None:
    assert most_telling(pattern) is None


@pytest.mark.parametrize(
    "pattern",
    [
        "(?i)cure",
        "(?i:cure)",
        "(?:cure){e<=1}",
        "(?|cure|heal)",
        "(cure)?(?(1)s|d)",
        "(?R)cure",
        r"\L<benefits> cure",
        r"[[a-z]--[c]]ure",
        "[[:alpha:]]cure",
        r"\x63ure",
        "cure{}",
        "cure(",
        "cure)",
        "cure[",
        "cure\\",
        "+cure",
        "[z-a]cure",
        "\ud800cure",
        "(" * 500 + "cure" + ")" * 500,
        "c" + "u" + "{" + "9" * 5000 + "}re",
    ],
)
def test_unknown_syntax_is_not_guessed(pattern: str) -> None:
    assert most_telling(pattern) is None


def test_a_long_list_of_words_is_named_in_full() -> None:
    words = {f"{first}{second}kratom" for first in LETTERS for second in LETTERS}
    assert most_telling("(?:" + "|".join(map(re.escape, sorted(words))) + r")\b") == words


def test_too_long_a_list_of_words_is_cut_to_their_beginnings() -> None:
    beginnings = {f"{first}{second}kra" for first in LETTERS for second in LETTERS}
    words = [f"{word}tom{end}" for word in beginnings for end in "abcd"]
    assert most_telling("|".join(words)) == {f"{word}tom" for word in beginnings}


def test_words_that_stand_in_every_text_are_the_last_choice() -> None:
    plants = "|".join(f"{first}{second}wort" for first in LETTERS for second in LETTERS)
    literals = most_telling(rf"\b(?:{plants})\s+(?:for|in)\s+(?:the )?(?:{plants})")
    assert literals == set(plants.split("|"))
    assert most_telling(r"\w+ (?:in|of) \w+") == {" in ", " of "}


# What each writes, and what it matches.
CLASSES = {
    r"\w": "ab7é",
    r"\d": "07",
    r"\s": " \n\t",
    r"\W": "-% ",
    ".": "a- ",
    "[ab]": "ab",
    "[^a]": "b ",
    r"[\s-]": " \n-",
    "[a-c-]": "ac-",
    r"\p{L}": "aé",
}
REPEATS = {
    "?": (0, 1),
    "*": (0, 3),
    "+": (1, 3),
    "{2}": (2, 2),
    "{1,3}": (1, 3),
    "{,2}": (0, 2),
    "{2,}": (2, 4),
}
CHARACTERS = st.sampled_from("abcs -'.%é")
SURROUNDINGS = st.text(CHARACTERS, max_size=6)


# A pattern, and a text it was written to match; a lookaround or a possessive sign may spoil that.
Written = tuple[str, str]


@st.composite
def plain(draw: st.DrawFn) -> Written:
    text = draw(st.text(CHARACTERS, min_size=1, max_size=5))
    return regex.escape(text), text


@st.composite
def one_of_a_class(draw: st.DrawFn) -> Written:
    name = draw(st.sampled_from(sorted(CLASSES)))
    return name, draw(st.sampled_from(CLASSES[name]))


@st.composite
def repeated(draw: st.DrawFn, part: st.SearchStrategy[Written]) -> Written:
    pattern, text = draw(part)
    sign, (low, high) = draw(st.sampled_from(sorted(REPEATS.items())))
    return f"(?:{pattern}){sign}{draw(st.sampled_from(['', '?', '+']))}", text * draw(st.integers(low, high))


@st.composite
def one_after_another(draw: st.DrawFn, part: st.SearchStrategy[Written]) -> Written:
    parts = draw(st.lists(part, min_size=2, max_size=4))
    return "".join(pattern for pattern, _ in parts), "".join(text for _, text in parts)


@st.composite
def one_or_another(draw: st.DrawFn, part: st.SearchStrategy[Written]) -> Written:
    parts = draw(st.lists(part, min_size=1, max_size=4))
    opening = draw(st.sampled_from(["(", "(?:", "(?>", "(?P<name>"]))
    return opening + "|".join(pattern for pattern, _ in parts) + ")", draw(st.sampled_from(parts))[1]


@st.composite
def looked_at(draw: st.DrawFn, part: st.SearchStrategy[Written]) -> Written:
    pattern, text = draw(part)
    around, sign = draw(part)
    looking = draw(st.sampled_from(["(?={})", "(?!{})", "(?<={})", "(?<!{})", r"\b", r"\B", "^", "$"]))
    looking = looking.replace("{}", around)
    return draw(st.sampled_from([(looking + pattern, sign + text), (pattern + looking, text + sign)]))


PATTERNS = st.recursive(
    plain() | one_of_a_class(),
    lambda part: repeated(part) | one_after_another(part) | one_or_another(part) | looked_at(part),
    max_leaves=12,
)


@given(PATTERNS, SURROUNDINGS, SURROUNDINGS)
def test_a_matched_text_holds_what_its_pattern_needs(written: Written, before: str, after: str) -> None:
    pattern, text = written
    assert_holds_what_it_needs_where_matched(pattern, before + text + after)


@given(st.text("ab(?:=!<>|)[]{}^$\\.*+-, 12sdwbP", max_size=14), st.text("ab-, 12(){}[]", max_size=12))
@example(r"[\t- ]qa", "\x0eqa")
@example("(?<!ab)?b", "b")
@example("ab{,2}", "a")
@example(r"x{2, 3}", "x{2, 3}")
def test_whatever_is_written_no_false_promise_is_made(pattern: str, text: str) -> None:
    assert_holds_what_it_needs_where_matched(pattern, text)


def assert_holds_what_it_needs_where_matched(pattern: str, text: str) -> None:
    needs = required(pattern)
    try:
        matched = needs is not None and regex.search(pattern, text)
    except regex.error:
        return
    if matched:
        spaced = re.sub(r"\s+", " ", text)
        assert holds(needs or (), spaced)
