"""How cards look: each method on small texts, as a writer would see what it points at."""

import re

import pytest

from kratomlint.card import Card, read_card
from kratomlint.finding import Hit
from kratomlint.knowledge import Knowledge
from kratomlint.language import lexicon
from kratomlint.language.gate import Gate, Index
from kratomlint.language.patterns import UnknownLexiconError, expand, words_expression
from kratomlint.methods import build
from kratomlint.readers import parse
from kratomlint.registry import Check
from kratomlint.source import SourceFile

KNOWN = Knowledge({"herbs": lexicon.build("herbs", ["kava", "holy basil", "st. john's wort"], "none")})
CARD = """
title = "T"
message = "M"
severity = "warning"
why = "W"
sources = ["S"]
bad = [">>a<<", ">>b<<"]
good = ["c", "d"]
"""


def card(look: str) -> Card:
    return read_card(CARD + look, "pack/name", "name.toml")


def hits(look: str, text: str, path: str = "a.md") -> list[Hit]:
    check = build(card(look), KNOWN)
    assert isinstance(check, Check)
    document = parse(SourceFile(path, text), knowledge=KNOWN)
    found = list(check.find(document))
    # The gate may pass over a document only where the check would find nothing in it.
    if found and check.needs is not None:
        assert Gate(Index.of({"check": check.needs}), ["check"]).places(document.folded, document.sentence_starts)
    return found


def words(look: str, text: str, path: str = "a.md") -> list[str]:
    document = parse(SourceFile(path, text), knowledge=KNOWN)
    return [hit.span.cut(document.prose.text) for hit in hits(look, text, path)]


# find


@pytest.mark.parametrize(
    "look, text, found",
    [
        ('find.words = ["cure"]', "It cures. A cure! Secure. CURE; “cure”", ["cure", "CURE", "cure"]),
        ('find.words = ["cur*"]', "It cures, is curing; obscure.", ["cures", "curing"]),
        ('find.words = ["side effect", "side effects"]', "No side effects at all.", ["side effects"]),
        ('find.words = ["don\'t"]', "Don’t stop.", ["Don’t"]),
        ('find.words = ["7-oh"]', "A 7‑OH tablet and 7-OHM.", ["7‑OH"]),
        ('find.words = ["side effect"]', "No **side**\neffect there.", ["side effect"]),
        ("find.pattern = '^is it'", "Is it safe? Say, is it safe? Is it?", ["Is it", "Is it"]),
        ("find.pattern = '{herbs} tea'", "Kava tea, holy basil tea, St. John’s wort tea, ginger tea.", ["Kava tea", "holy basil tea", "St. John’s wort tea"]),
        ("find.pattern = 'FDA'\nfind.case = true", "The FDA; the fda.", ["FDA"]),
        ("find.pattern = 'x*'", "Nothing here.", []),
    ],
)  # fmt: skip
def test_find_points_at_words_as_the_reader_sees_them(look: str, text: str, found: list[str]) -> None:
    assert words(look, text) == found


def test_find_may_be_kept_to_kinds_of_blocks() -> None:
    text = "# A cure\n\nA cure.\n\n- a cure\n"
    assert words('find = {words = ["cure"], in = ["heading", "title", "item"]}', text) == ["cure", "cure"]


def test_find_passes_over_words_within_a_phrase_to_skip() -> None:
    look = 'find = {words = ["safe"], skip = ["safe and sound", "not safe"]}'
    assert words(look, "Safe and sound, not safe, safe.") == ["safe"]


def test_a_pattern_does_not_reach_into_the_next_sentence() -> None:
    assert words("find.pattern = 'cures.*pain'", "It cures. No pain here. It cures pain.") == ["cures pain"]


# swap


def test_swap_says_what_to_write_instead_in_the_same_case() -> None:
    found = hits('swap.words = {"addict" = "person with addiction"}', "Addict or addict; ADDICT.")
    assert [hit.replacement for hit in found] == [
        "Person with addiction",
        "person with addiction",
        "PERSON WITH ADDICTION",
    ]
    assert found[0].values == {"instead": "Person with addiction"}


def test_swap_takes_the_longest_of_its_words() -> None:
    look = 'swap.words = {"drug" = "medicine", "drug addict" = "person with addiction"}'
    assert [hit.replacement for hit in hits(look, "A drug addict took a drug.")] == [
        "person with addiction",
        "medicine",
    ]


# require


def test_require_points_at_the_first_reason_where_the_words_are_missing() -> None:
    look = 'require = {words = ["not approved"], when_words = ["kratom"]}'
    assert words(look, "A leaf. Kratom is sold. More kratom.") == ["Kratom"]
    assert words(look, "Kratom is sold. It is not approved.") == []
    assert words(look, "A leaf is sold.") == []


def test_require_without_a_reason_points_at_the_opening() -> None:
    assert words("require.pattern = 'reviewed by'", "First words. More.") == ["First words."]
    assert words("require.pattern = 'reviewed by'", "First words. Reviewed by A.") == []


def test_require_of_an_empty_file_points_at_nothing() -> None:
    assert words("require.pattern = 'reviewed by'", "") == []


def test_require_of_metadata_judges_only_files_that_have_some() -> None:
    look = 'require.metadata = ["author", "byline"]'
    assert words(look, "---\nlayout: post\n---\n\nWords.") == ["Words."]
    assert words(look, "---\nauthor: A\n---\n\nWords.") == []
    assert words(look, "Words.") == []


# limit


def test_limit_points_at_the_first_one_too_many_and_shows_the_first() -> None:
    found = hits('limit = {words = ["very"], most = 1}', "Very good. Very, very good.")
    assert [(hit.span.start, hit.values, hit.related[0].span.start) for hit in found] == [
        (11, {"count": "3", "most": "1"}, 0)
    ]


@pytest.mark.parametrize(
    "per, starts",
    [('"document"', [5]), ('"block"', [5, 26]), ('"sentence"', [5, 26]), ("3", [5, 26]), ("100", [5])],
)
def test_limit_counts_by_document_block_sentence_or_words(per: str, starts: list[int]) -> None:
    text = "very very good one.\n\nvery very bad."
    found = hits(f'limit = {{words = ["very"], most = 1, per = {per}}}', text)
    assert [hit.span.start for hit in found] == [start - (start > 20) for start in starts]


# agree


def test_agree_points_at_the_later_form_and_shows_the_first() -> None:
    found = hits('agree.forms = [["7-oh", "7-hydroxymitragynine", "7oh"]]', "About 7-OH. The 7OH tablet, 7OH.")
    assert [(hit.values, hit.related[0].label, hit.related[0].span.start) for hit in found] == [
        ({"form": "7oh", "first": "7-oh"}, "spelled “7-oh” here", 6)
    ]


def test_agree_is_content_with_one_form() -> None:
    assert hits('agree.forms = [["7-oh", "7oh"], ["e-mail", "email"]]', "7-OH and 7-OH, an email.") == []


# define


CUT = 'define.terms = {GERD = ["gastroesophageal reflux disease", "acid reflux"], IBS = ["irritable bowel syndrome"]}'


def test_define_points_at_a_short_form_that_is_never_written_out() -> None:
    found = hits(CUT, "Many have GERD. Others have IBS, and GERD too.")
    assert [(hit.span.start, hit.values["full"]) for hit in found] == [
        (10, "gastroesophageal reflux disease"),
        (28, "irritable bowel syndrome"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Acid reflux is common. GERD can scar the gullet.",
        "Many have a reflux that lasts (GERD). It scars the gullet.",
        "Many have GERD (heartburn that lasts).",
        "Many have GERD, a heartburn that lasts.",
        "Many have GERD, or heartburn that lasts.",
        "Her friend gerd is called Gerd.",
    ],
)
def test_define_is_content_where_the_article_says_what_it_is(text: str) -> None:
    assert hits(CUT, text) == []


def test_define_knows_a_short_form_in_the_plural_and_tells_it_once() -> None:
    terms = 'define.terms = {SSRI = ["reuptake inhibitor"]}'
    assert [hit.span.start for hit in hits(terms, "Some take SSRIs. An SSRI is not for all.")] == [10]


def test_define_points_into_the_running_text_rather_than_at_a_heading() -> None:
    found = hits(CUT, "# Living with GERD\n\nMilk does not help against GERD.")
    assert [hit.span.start > len("Living with GERD") for hit in found] == [True]


# what they share


def test_longer_words_go_before_their_beginnings() -> None:
    assert re.findall(words_expression(["side", "side effect"]), "a side effect") == ["side effect"]


def test_a_word_is_no_pattern() -> None:
    assert re.findall(words_expression(["a.b", "(x)"]), "a.b (x) aab") == ["a.b", "(x)"]


def test_braces_that_count_are_no_lexicon() -> None:
    assert expand(r"\w{2,3} {herbs}", Knowledge({"herbs": lexicon.build("herbs", ["kava"])})) == r"\w{2,3} (?:kava)"


def test_an_unknown_lexicon_is_named() -> None:
    with pytest.raises(UnknownLexiconError, match=r"^herb$"):
        build(card("find.pattern = '{herb}'"), KNOWN)


def test_code_may_take_a_word_from_the_card() -> None:
    check = build(card('code = "overclaim.efficacy(listed)"'), KNOWN)
    assert isinstance(check, Check)
    assert check.card.look == {"call": "overclaim.efficacy(listed)"}


ALL = """\
find.words = ["cure*", "side effect"]
find.pattern = '(?:very )?{herbs}'
swap.words = {"addict" = "person"}
limit.words = ["very"]
agree.forms = [["7-oh", "7oh"]]
define.terms = {GERD = ["acid reflux"]}
require.metadata = ["author"]
""".splitlines()


@pytest.mark.parametrize("look", ALL)
@pytest.mark.parametrize(
    "text", ["", "\n", "\u200b", "ſ İ ß ǅ very very", "𝒸ure cure\u0301s", "a" * 3000 + " cure", "\ud800 very very"]
)
def test_odd_text_does_no_harm(look: str, text: str) -> None:
    hits(look, text)
