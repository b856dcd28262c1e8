"""Whichever engine answers, the answer is that of `re`, and nothing is compiled that no text needs."""

import re
import sys
from pathlib import Path

import cue_words
import pcre2
import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from kratomlint.card_text import unmark
from kratomlint.language import cue
from kratomlint.language.cue import Cue, by_regex, is_plain, name_of
from kratomlint.language.cue_words import WORDS
from kratomlint.language.literals import required
from kratomlint.language.needs import words_of
from kratomlint.testing import catalogue_of

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
    asked = getattr(Cue(pattern), method)(text, *bounds)
    return _spans(asked), _spans(getattr(re.compile(pattern), method)(text, *bounds))


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
def test_a_cue_for_regex_finds_what_regex_finds(pattern: str, text: str) -> None:
    asked = Cue(pattern, compile=by_regex)
    expected = _spans(regex.finditer(pattern, text))
    # Also once it is asked so often that it is made quicker.
    assert [_spans(asked.finditer(text)) for _ in range(5)] == [expected] * 5


@settings(max_examples=500, deadline=None)
@given(PATTERNS.filter(_compiles), TEXTS)
def test_a_cue_that_looks_for_words_first_finds_what_re_finds(pattern: str, text: str) -> None:
    asked = Cue(pattern)
    with pytest.MonkeyPatch.context() as patched:
        patched.setitem(WORDS, name_of(pattern), " ".join(words_of(required(pattern), cue_words.MOST)))
        assert _spans(asked.finditer(text)) == _spans(re.finditer(pattern, text))
    assert asked.findall(text) == re.findall(pattern, text)
    assert asked.split(text) == re.split(pattern, text)
    for ask in ("search", "match", "fullmatch"):
        assert _spans(getattr(asked, ask)(text)) == _spans(getattr(re, ask)(pattern, text))


def test_a_cue_of_a_module_compiles_nothing_for_a_text_that_lacks_its_words(monkeypatch: pytest.MonkeyPatch) -> None:
    named = [one for one in cue_words.cues() if name_of(one.pattern) in WORDS]
    assert len(named) > 300
    monkeypatch.setattr(cue, "by_pcre2", lambda *_: pytest.fail("it was compiled"))
    assert not any(Cue(one.pattern).search("xyz") for one in named)


def test_a_cue_that_was_told_its_words_compiles_nothing_for_a_text_that_lacks_them() -> None:
    asked = Cue(r"\b(?:sweet|holy) basil\b", compile=None, words=("sweet", "holy"))  # type: ignore[arg-type]
    assert not asked.search("Basil\u0301 grows wild.")
    assert Cue(r"\b(?:sweet|holy) basil\b", words=("sweet", "holy")).search("Holy basil, holy basil")


def test_what_is_known_of_the_patterns_in_modules_is_up_to_date() -> None:
    remedy = "run: python tests/cue_words.py > kratomlint/language/cue_words.py"
    written = (Path(cue.__file__).parent / "cue_words.py").read_text(encoding="utf-8")
    assert written == cue_words.generated(), remedy


@settings(max_examples=300, deadline=None)
@given(PATTERNS.filter(_compiles), TEXTS)
def test_a_cue_replaces_what_re_replaces(pattern: str, text: str) -> None:
    assert Cue(pattern).sub("$0 …", text) == re.sub(pattern, "$0 …", text)


@pytest.mark.parametrize("mark", [r"\w", r"\s", r"\d", r"\b", r"\W", "."])
def test_the_engines_agree_on_every_character_of_plain_text(mark: str) -> None:
    engines = re.compile(mark), regex.compile(mark), pcre2.compile(mark)
    for character in filter(is_plain, map(chr, range(sys.maxunicode + 1))):
        assert len({bool(engine.search(character)) for engine in engines}) == 1, f"U+{ord(character):04X}"


@pytest.mark.parametrize("mark", [r"\w", r"\s", r"\d", r"\b", r"\W", "."])
def test_re_and_pcre2_agree_on_every_numeral(mark: str) -> None:
    engines = re.compile(mark), pcre2.compile(mark)
    numerals = [each for each in map(chr, range(sys.maxunicode + 1)) if is_plain(each, numerals=True)]
    assert {"²", "₂", "½", "①"} <= set(numerals) - set(filter(is_plain, numerals))
    for character in numerals:
        assert len({bool(engine.search(character)) for engine in engines}) == 1, f"U+{ord(character):04X}"


@pytest.mark.parametrize("written", [r"co2?\b", r"\bfor pain\b", r"pain\W", r"\d+", r"\b[^\w ]", "pain[²³]", r"½?\b"])
@pytest.mark.parametrize("text", ["for pain² and co₂", "a ½ cup for pain³", "pain ①"])
def test_a_numeral_is_to_a_card_what_it_is_to_regex(written: str, text: str) -> None:
    asked = Cue(written, compile=by_regex)
    assert asked.spans_within(text, 5.0) == tuple(match.span() for match in regex.finditer(written, text))


def test_numerals_leave_the_slower_engine_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    of_card = Cue(r"\bpain\b", compile=None)  # type: ignore[arg-type]
    assert of_card.spans_within("C₂₁H₂₀O₆ with pain²", 5.0) == ((14, 18),)
    of_module = Cue(r"(?<!no )pain²")
    monkeypatch.setattr(of_module, "_compile", None)
    assert of_module.search("for pain²")


@pytest.mark.parametrize(
    "odd", ["a\tb", "a\u0301", "x\u00b2", "\u2167", "a\u200db", "a\ud800", "\u216b", "1\u00bd", "\u0663"]
)
def test_a_text_with_a_character_that_engines_see_differently_is_not_plain(odd: str) -> None:
    assert not is_plain(odd)


@pytest.mark.parametrize(
    "plain", ["“Relief,” they said – 5 € a day…", "café", "línea\nsegunda", "茶", "tea ☕ → sleep", "run \ufffc twice"]
)
def test_letters_marks_and_lines_are_plain(plain: str) -> None:
    assert is_plain(plain)


@pytest.mark.parametrize(
    "pattern, text",
    [(r"end\Z", "the end\n"), (r"(?<=\w+)x", "aax"), (r"[[:alpha:]]", "a:"), ("(?i:ſ)", "s"), ("(?i:k)", "\u212a")],
)
def test_what_pcre2_would_read_otherwise_is_left_to_regex(pattern: str, text: str) -> None:
    assert _spans(Cue(pattern, compile=by_regex).search(text)) == _spans(regex.search(pattern, text))


def test_a_cue_compiles_nothing_before_it_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(re, "compile", None)
    monkeypatch.setattr(pcre2, "compile", None)
    assert Cue(r"pain (?!killer)relief").pattern


def test_plain_text_leaves_the_slower_engine_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = Cue(r"(?<!no )pain (?!killer)(?i:relief)", compile=None)  # type: ignore[arg-type]
    assert asked.search("“A pain Relief…”")


def test_a_long_text_is_left_to_the_engine_that_counts_no_characters() -> None:
    text = "a " * cue._LONGEST
    assert sum(1 for _ in Cue(r"\ba\b").finditer(text)) == cue._LONGEST
    assert not is_plain(text) and not is_plain(text + "é")


def test_what_recurs_in_a_cue_is_compiled_once(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    compile_one = pcre2.compile
    monkeypatch.setattr(
        pcre2, "compile", lambda pattern, *how, **more: made.append(pattern) or compile_one(pattern, *how, **more)
    )
    asked = Cue(r"\b(?P<low>(?:one|half a)) to (?:one|half a) cup", recurring="(?:one|half a)")
    found = asked.search("half a to one cup")
    assert found and found["low"] == "half a"
    assert [pattern.count("(?:one|half a)") for pattern in made] == [1]


RECURRING = [asked for asked in cue_words.cues() if asked._recurring]


@pytest.mark.parametrize("asked", RECURRING, ids=[asked.pattern[:20] for asked in RECURRING])
def test_a_cue_in_which_something_recurs_finds_what_re_finds(asked: Cue) -> None:
    assert asked.pattern.count(asked._recurring) > 1
    examples = [example for card in catalogue_of().cards.values() for example in (*card.bad, *card.good)]
    texts = [text.lower() for example in examples if is_plain(text := unmark(example)[0])]
    assert [_spans(asked.finditer(text)) for text in texts] == [
        _spans(re.finditer(asked.pattern, text)) for text in texts
    ]


def test_a_verbose_cue_reads_as_a_verbose_pattern() -> None:
    asked = Cue(r"\b(?: pain \s relief | [ #]x )\b  # no more", re.VERBOSE)
    assert [match[0] for match in asked.finditer("a pain relief x")] == ["pain relief", " x"]
