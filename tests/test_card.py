"""What an editor is told of a card: every fault has its place, its line and its remedy."""

import re
import tomllib
from functools import partial

import pytest
from fuzz.tables import toml, values
from hypothesis import given
from hypothesis import strategies as some

from kratomlint.card import Card, CardError, CardText, did_you_mean, read_card, slots, unmark
from kratomlint.card_faults import METHODS
from kratomlint.card_text import MOST_PROBLEMS
from kratomlint.finding import Confidence, Severity
from kratomlint.lists import read_lexicon, read_preset, read_subject

WHOLE = """\
title    = "Cure claim"
message  = "“{hit}” promises a cure."
severity = "error"

find.words = ["cure*"]
unless = ["negated"]

why     = "A reader may stop a treatment."
sources = ["21 CFR 101.93(g)(2)"]

bad  = ["Kratom >>cures<< it.", "A >>cure<<."]
good = ["Leaves are dried.", "It is a herb."]
"""


def read(text: str) -> Card:
    return read_card(text, "overclaim/cure", "checks/overclaim/cure.toml")


def problems(text: str) -> tuple[str, ...]:
    with pytest.raises(CardError) as caught:
        read(text)
    return caught.value.problems


def changed(old: str, new: str) -> str:
    assert old in WHOLE
    return WHOLE.replace(old, new)


def test_a_card_reads_as_its_editor_wrote_it() -> None:
    card = read(WHOLE)
    assert (card.id, card.title, card.severity, card.method) == ("overclaim/cure", "Cure claim", Severity.error, "find")
    assert card.look == {"words": ["cure*"]}
    assert card.unless == ("negated",)
    assert card.bad == ("Kratom >>cures<< it.", "A >>cure<<.")


def test_confidence_is_medium_where_nothing_is_said() -> None:
    assert read(WHOLE).confidence is Confidence.medium


def test_a_message_of_several_lines_is_one_line() -> None:
    card = read(changed('"“{hit}” promises a cure."', '"""“{hit}”\n    promises a cure."""'))
    assert card.message == "“{hit}” promises a cure."


def test_a_check_in_code_is_named_by_one_word() -> None:
    assert read(changed('find.words = ["cure*"]', 'code = "overclaim.efficacy"')).look == {"call": "overclaim.efficacy"}


def test_neighbours_share_a_family() -> None:
    assert read_card(WHOLE, "overclaim/efficacy-relief", "x.toml").family == "overclaim/efficacy"


def test_a_misspelt_key_is_shown_with_its_line_and_the_word_meant() -> None:
    assert problems(changed("severity =", "severty  ="))[0] == (
        'checks/overclaim/cure.toml:3: unknown key `severty`\n    severty  = "error"\n    Did you mean `severity`?'
    )


FAULTS = {
    "no title": ('title    = "Cure claim"\n', "", 1, "`title` is missing", 'title = "..."'),
    "empty title": ('"Cure claim"', '" "', 1, "`title` must be a text", 'title = "..."'),
    "no severity": ('severity = "error"\n', "", 1, "`severity` is missing", 'severity = "warning"'),
    "unknown severity": ('"error"', '"errors"', 3, "`severity` cannot be `errors`", "Did you mean `error`?"),
    "severity is a list": ('"error"', "[1]", 3, "`severity` cannot be `[1]`", "Known are: suggestion"),
    "unknown guard": ('["negated"]', '["negate"]', 6, "unknown guard `negate`", "Did you mean `negated`?"),
    "guards are no list": ('["negated"]', '"negated"', 6, "`unless` must be a list of texts", "unless = ["),
    "no examples": ('bad  = ["Kratom >>cures<< it.", "A >>cure<<."]', "", 1, "`bad` is missing", "bad = ["),
    "one example": ('"Kratom >>cures<< it.", ', "", 11, "`bad` needs two examples or more", "add a second"),
    "bad without a mark": ("A >>cure<<.", "A cure.", 11, "no words are marked in `bad`: 'A cure.'", ">>words<<"),
    "good with a mark": ("It is a herb", "It is a >>herb<<", 12, "words are marked in `good`", "no >>words<<"),
    "no source": ('["21 CFR 101.93(g)(2)"]', "[]", 9, "`sources` is empty", "Name the standard"),
    "stray brace": ("promises a cure.", "promises {a cure.", 2, "a stray brace in `message`", "such as {hit}"),
    "stray closing brace": ("promises a cure.", "promises a} cure.", 2, "a stray brace in `message`", "such as {hit}"),
    "a numbered brace": ("promises a cure.", "promises {0}.", 2, "a stray brace in `message`", "such as {hit}"),
    "unknown value": ("promises a", "{hits} a", 2, "no value is named `hits`", "Did you mean `hit`?"),
    "no method": ('find.words = ["cure*"]\n', "", 1, "no way to look", "exactly one of: find, swap"),
    "two methods": ('["cure*"]', '["cure*"]\ncode = "a.b"', 6, "2 ways to look (find, code)", "exactly one of"),
    "a method without a key": ('find.words = ["cure*"]', 'find = "cure"', 5, "`find` needs a key", "find.words"),
    "code that is no text": ('find.words = ["cure*"]', "code = 5", 5, "`code` must be a text", "name.name"),
    "unknown key of a method": ("find.words", "find.wrods", 5, "unknown key `find.wrods`", "Did you mean `words`?"),
    "words and pattern": ('["cure*"]', '["x"]\nfind.pattern = "x"', 5, "does not say what", "exactly one of"),
    "words of the wrong kind": ('["cure*"]', '"cure"', 5, "`find.words` is of the wrong kind", "a list of texts"),
    "words that are no texts": ('["cure*"]', "[1]", 5, "`find.words` is of the wrong kind", "a list of texts"),
    "no words at all": ('["cure*"]', "[]", 5, "`find.words` is of the wrong kind", "a list of texts"),
    "an empty word": ('["cure*"]', '[""]', 5, "`find.words` is of the wrong kind", "a list of texts"),
    "a broken pattern": ('words = ["cure*"]', 'pattern = "(cure"', 5, "the pattern is broken: missing )", "kratomlint try"),
    "unknown block": ('["cure*"]', '["x"]\nfind.in = ["headings"]', 6, "block `headings`", "Did you mean `heading`?"),
    "blocks that are no list": ('["cure*"]', '["x"]\nfind.in = 5', 6, "`find.in` is of the wrong kind", "a list"),
    "a truth that is none": ('["cure*"]', '["x"]\nfind.case = 1', 6, "`find.case` is of the wrong kind", "true or"),
    "pairs that are none": ('find.words = ["cure*"]', "swap.words = {a = 1}", 5, "`swap.words` is of the wrong kind", "right"),
    "a form for all forms": ('find.words = ["cure*"]', 'swap.words = {"cure*" = "treat"}', 5, "`swap.words` is of the wrong kind", "each form"),
    "a term without a long form": ('find.words = ["cure*"]', "define.terms = {IBS = 1}", 5, "`define.terms` is of the wrong kind", "long ones"),
    "one form": ('find.words = ["cure*"]', 'agree.forms = [["a"]]', 5, "`agree.forms` is of the wrong kind", "two forms"),
    "unknown group": ('find.words = ["cure*"]', 'limit = {words = ["a"], per = "page"}', 5, "`limit.per`", "document, block"),
    "no words in a group": ('find.words = ["cure*"]', 'limit = {words = ["a"], per = 0}', 5, "`limit.per`", "number of words"),
    "a negative count": ('find.words = ["cure*"]', 'limit = {words = ["a"], most = -1}', 5, "`limit.most`", "from 0"),
    "a count that is a truth": ('find.words = ["cure*"]', 'limit = {words = ["a"], most = true}', 5, "`limit.most`", "from 0"),
    "no TOML": ('"error"', '"error', 3, "not valid TOML", ""),
}  # fmt: skip


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_has_its_place_its_line_and_its_remedy(name: str) -> None:
    old, new, line, said, remedy = FAULTS[name]
    text = changed(old, new)
    problem = next(problem for problem in problems(text) if said in problem)
    place, *rest = problem.split("\n")
    assert place.startswith(f"checks/overclaim/cure.toml:{line}: ")
    assert rest[0].strip() == text.split("\n")[line - 1].strip()
    assert remedy in rest[-1]


def test_all_faults_of_a_card_are_told_at_once() -> None:
    text = changed('"error"', '"bad"').replace('["negated"]', '["denied"]').replace("title ", "titel ")
    assert [problem.split("\n")[0].partition(": ")[2] for problem in problems(text)] == [
        "unknown key `titel`",
        "`title` is missing",
        "`severity` cannot be `bad`",
        "unknown guard `denied`",
    ]


@pytest.mark.parametrize("head", ["[find]\nwords = 5", "find.words = 5", "find = { words = 5 }", '"find".words = 5'])
def test_a_key_is_found_however_its_table_is_written(head: str) -> None:
    text = changed('find.words = ["cure*"]\nunless = ["negated"]\n', "") + head + "\n"
    line = int(problems(text)[0].split(":")[1])
    assert "words = 5" in text.split("\n")[line - 1]


def test_a_lexicon_in_a_pattern_is_no_fault() -> None:
    assert read(changed('words = ["cure*"]', r"pattern = '\b{relieving-verbs} {conditions}\b'")).method == "find"


@pytest.mark.parametrize("text", ["x = " + "[" * 5000, "x = " + "9" * 5000, "\0", "= 1", "[a]\n[a]", "a.b = 1\na = 2"])
def test_text_that_is_no_toml_is_one_fault(text: str) -> None:
    assert len(problems(text)) == 1


@pytest.mark.parametrize(
    "pattern", ["(" * 3000 + ")" * 3000, "a{99999999999999999999}", "(?<=a", r"\p{Nothing}", "[z-a]"]
)
def test_a_pattern_that_cannot_be_compiled_is_a_fault(pattern: str) -> None:
    assert any(
        "the pattern is broken" in problem
        for problem in problems(changed('words = ["cure*"]', f"pattern = '{pattern}'"))
    )


TOP_KEYS = ["title", "message", "severity", "confidence", "why", "sources", "bad", "good", "unless", "formerly"]
METHOD_KEYS = ["words", "pattern", "in", "skip", "case", "most", "per", "forms", "when_words", "metadata"]
OTHER_WORDS = ["error", "negated", "document", "heading", "{hit}", ">>a<<", "a b"]
WORDS = some.sampled_from([*TOP_KEYS, *METHODS, *METHOD_KEYS, *OTHER_WORDS])
VALUES = values(WORDS)


@given(some.dictionaries(WORDS, VALUES, max_size=8), some.booleans())
def test_whatever_the_values_a_card_is_read_or_its_faults_are_told(values: dict[str, object], whole: bool) -> None:
    lines = [f"{toml(key)} = {toml(value)}" for key, value in values.items()]
    if whole:
        lines += [line for line in WHOLE.split("\n") if line.split(" ")[0].split(".")[0] not in values]
    text = "\n".join(lines)
    tomllib.loads(text)
    try:
        assert isinstance(read(text), Card)
    except CardError as error:
        assert all(re.match(r"checks/overclaim/cure\.toml:\d+: ", problem) for problem in error.problems)
        assert error.problems


@given(some.text(max_size=60))
def test_whatever_the_text_a_card_is_read_or_its_faults_are_told(text: str) -> None:
    with pytest.raises(CardError):
        read(text)


def test_marks_are_taken_out_and_their_ranges_kept() -> None:
    text, ranges = unmark(">>Cures<< pain and >>heals<<.")
    assert text == "Cures pain and heals."
    assert [text[start:end] for start, end in ranges] == ["Cures", "heals"]


@given(some.lists(some.tuples(some.text("ab \n", max_size=4), some.text("xy", min_size=1, max_size=4)), max_size=4))
def test_every_mark_lies_where_its_words_are(parts: list[tuple[str, str]]) -> None:
    text, ranges = unmark("".join(f"{plain}>>{marked}<<" for plain, marked in parts))
    assert text == "".join(plain + marked for plain, marked in parts)
    assert [text[start:end] for start, end in ranges] == [marked for _, marked in parts]


def test_slots_are_the_values_that_a_message_names() -> None:
    assert slots("“{hit}” reads better as “{instead}”.") == ["hit", "instead"]


def test_a_word_unlike_all_others_is_answered_with_all_of_them() -> None:
    assert did_you_mean("zebra", ["error", "warning"]) == "Known are: error, warning."


@given(
    some.text("a.[]=\"' \n\\*", max_size=40),
    some.lists(some.text("a.*[", min_size=1, max_size=3), min_size=1, max_size=3),
)
def test_the_line_of_a_key_lies_in_the_file(text: str, keys: list[str]) -> None:
    assert 1 <= CardText(text, "x").line_of(*keys) <= 1 + text.count("\n")


SWAP = 'swap.words = {"cures" = "was studied for"}\n'


def test_a_card_may_say_that_what_it_writes_is_safe() -> None:
    safe = changed('find.words = ["cure*"]\n', SWAP).replace('"error"\n', '"error"\nsafe = true\n')
    assert read(safe).safe
    assert not read(safe.replace("safe = true", "safe = false")).safe
    assert not read(WHOLE).safe


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (WHOLE.replace('"error"\n', '"error"\nsafe = true\n'), "`safe`, but nothing is written instead"),
        (WHOLE.replace('"error"\n', '"error"\nsafe = "yes"\n'), "`safe` is of the wrong kind"),
        (
            WHOLE.replace('find.words = ["cure*"]\n', f"{SWAP}swap.safe = true\n"),
            "`swap.safe` stands outside the table",
        ),
    ],
)
def test_safe_where_it_says_nothing_is_a_fault(text: str, said: str) -> None:
    assert said in problems(text)[0]


@pytest.mark.parametrize(
    ("read", "text"),
    [
        (partial(read_card, card_id="a/b", path="checks/a/b.toml"), "key{} = 1\n"),
        (lambda text: read_lexicon("a", CardText(text, "a.toml")), "key{} = 1\n"),
        (lambda text: read_subject(CardText(text, "a.toml")), "[topics.a{}]\n"),
        (lambda text: read_preset("a", CardText(text, "a.toml")), "[severity.a{}]\n"),
    ],
    ids=["card", "lexicon", "subject", "preset"],
)
def test_of_very_many_faults_the_first_are_told(read, text: str) -> None:
    with pytest.raises(CardError) as told:
        read("".join(text.format(number) for number in range(2000)))
    assert len(told.value.problems) == MOST_PROBLEMS
