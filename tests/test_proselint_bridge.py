"""proselint's checks find on our prose what they find on text of their own, at the exact place."""

import re
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import proselint_literals
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from paragraphs import document_of
from proselint.registry.checks import Check, types

from kratomlint import registry
from kratomlint.card import read_card, unmark
from kratomlint.catalogue import Profile
from kratomlint.code_checks import proselint_bridge
from kratomlint.code_checks import proselint_literals as data
from kratomlint.knowledge import Knowledge
from kratomlint.language.gate import Index
from kratomlint.lint import lint
from kratomlint.registry import UnknownCodeError
from kratomlint.source import SourceFile

CHECKS = Path(__file__).parents[1] / "checks" / "proselint"
CARDS = [read_card(file.read_text(), f"proselint/{file.stem}", str(file)) for file in sorted(CHECKS.glob("*.toml"))]
PATHS = sorted({check.path for check in proselint_bridge.installed_checks()})
WORDS = [
    "alot",
    "of",
    "the",
    "the",
    "HIV",
    "virus",
    "in",
    "whole",
    "",
    "wholistic",
    "could",
    "of",
    "12",
    "p.m.",
    "naïve🌿",
    "café",
    "Müller",
    "very",
    "more",
    "unique",
]


def found(path, text, **seam):
    return [hit.span.cut(text) for hit in proselint_bridge.find(path, **seam)(document_of(text))]


def looking_for(*words, path="ours", message="'{}' is ours.", **kinds):
    check = Check(check_type=kinds.get("kind") or types.Existence(items=words), path=path, message=message)
    return lambda: (check,)


def quotes(text):
    return "“" in text


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.id)
def test_a_card_finds_what_its_bad_examples_mark(card):
    for example in card.bad:
        text, ranges = unmark(example.replace("\n\n", "\n"))
        hits = proselint_bridge.find(card.look["call"])(document_of(text))
        assert sorted(tuple(hit.span) for hit in hits) == ranges, example


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.id)
def test_a_card_finds_nothing_in_its_good_examples(card):
    for example in card.good:
        assert quotes(example) or found(card.look["call"], example) == []


def holds_what_is_needed(path, folded):
    needs = proselint_bridge.needs(path)
    return needs is None or any(literal in folded for (literals,) in needs for literal in literals)


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.id)
def test_a_bad_example_holds_what_its_check_needs(card):
    for example in card.bad:
        assert holds_what_is_needed(card.look["call"], document_of(unmark(example)[0]).folded)


def test_every_check_of_proselint_has_a_card():
    # What a browser shows is one space, however many are typed.
    unneeded = {"typography.punctuation.spacing"}
    named = [card.look["call"] for card in CARDS]
    without = {path for path in PATHS if not any(path == name or path.startswith(name + ".") for name in named)}
    assert without == unneeded


def test_the_literals_are_those_of_the_installed_proselint():
    remedy = "run: python tests/proselint_literals.py > kratomlint/code_checks/proselint_literals.py"
    assert (version("proselint"), proselint_literals.digest()) == (data.VERSION, data.PATTERNS), remedy


@pytest.mark.parametrize("path", PATHS)
def test_every_entry_holds_a_literal(path):
    checks = [check for check in proselint_bridge.installed_checks() if check.path == path]
    entries = [
        entry for check in checks for entry in proselint_literals.patterns_of(check) if re.escape(entry) == entry
    ]
    for entry in entries:
        assert holds_what_is_needed(path, entry.lower()), entry


ENTRIES = [
    (check.path, entry)
    for check in proselint_bridge.installed_checks()
    for entry in proselint_literals.patterns_of(check)
    if re.sub(r"[ '-]", "", entry).isalpha() is False and "x{" not in entry and not check.path.startswith("restricted")
]


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(st.sampled_from(ENTRIES), st.data())
def test_whatever_an_entry_matches_holds_a_literal(entry, draw):
    path, pattern = entry
    match = re.search(pattern, draw.draw(st.from_regex(re.compile(pattern, re.IGNORECASE))), re.IGNORECASE)
    assert match
    folded = re.sub(r"\s+", " ", match[0].lower())
    assert not folded.isascii() or holds_what_is_needed(path, folded)


@pytest.mark.parametrize("path", PATHS)
def test_a_check_opens_only_where_one_of_its_literals_stands(path):
    text = "\n".join(unmark(example)[0] for card in CARDS for example in card.bad)
    for line in text.split("\n"):
        if not holds_what_is_needed(path, document_of(line).folded):
            assert found(path, line) == []


def test_a_group_finds_what_each_of_its_checks_finds():
    text = "It has alot of colledge students; it is immediatly completly gone."
    assert set(found("spelling", text)) >= {"alot", "immediatly", "completly"}


@pytest.mark.parametrize("path", ["spell", "spelling.mis", ""])
def test_a_card_that_names_no_check_of_proselint_is_at_fault(path):
    with pytest.raises(UnknownCodeError, match="proselint has no check"):
        proselint_bridge.needs(path)


def test_words_inside_other_words_are_not_found():
    assert found("ours", "A cat, to concatenate.", installed=looking_for("cat")) == ["cat"]


def test_an_entry_that_stands_twice_in_a_list_is_found_once():
    assert found("ours", "A cat.", installed=looking_for("cat", "cat")) == ["cat"]


def test_words_inside_words_of_other_letters_are_not_found():
    assert found("ours", "A caf, not a café.", installed=looking_for("caf")) == ["caf"]


def test_what_two_blocks_say_together_is_not_found():
    assert found("lexical_illusions", "Bars sell kava\nKava is a root") == []


def test_the_prose_between_blocks_keeps_its_place():
    text = "One.\nTwo two.\n\U0001f33f Three.\nSix alot."
    assert [text[hit.span.start :] for hit in proselint_bridge.find("spelling.misc")(document_of(text))] == ["alot."]


def test_a_name_that_is_one_word_twice_is_no_slip():
    assert found("lexical_illusions", "Kava kava is is a root.") == ["is is"]


def test_the_thousandth_finding_is_reported_as_the_first():
    assert len(found("spelling.misc", "alot of it. " * 1200)) == 1200


def test_an_endless_word_is_passed_over():
    assert found("lexical_illusions", "1" * 200_000 + " the the") == ["the the"]


def test_the_words_to_write_instead_start_as_the_found_ones_do():
    (hit,) = proselint_bridge.find("spelling.misc")(document_of("Alot of it."))
    assert (hit.replacement, hit.values["instead"]) == ("A lot", "A lot")


def test_a_capital_that_is_the_fault_is_not_kept():
    (hit,) = proselint_bridge.find("misc.capitalization.seasons")(document_of("It flowers in Summer."))
    assert hit.replacement == "summer"


def test_a_choice_of_words_is_named_and_not_offered_as_a_fix():
    (hit,) = proselint_bridge.find("misc.composition")(document_of("Bitter owing to the fact that it is."))
    assert (hit.replacement, hit.values["instead"]) == (None, "because / since")


def test_a_replacement_that_proselint_forgets_is_found_again():
    preferred = types.PreferredFormsSimple(items={"colou?rs?": "hue"})
    check = looking_for(kind=preferred)
    (hit,) = proselint_bridge.find("ours", installed=check)(document_of("Its colours."))
    assert hit.values["instead"] == "hue"


@pytest.mark.parametrize("text", ["The tensor tympani is a muscle.", "The Act says marihuana."])
def test_a_term_of_medicine_or_law_is_no_slip(text):
    assert found("spelling.misc", text) == []


def test_a_check_that_fails_is_heard():
    def fails(text, check):
        raise RuntimeError("broken within")

    card = next(card for card in CARDS if card.id == "proselint/very")
    broken = proselint_bridge.find("ours", installed=looking_for(kind=fails))
    result = lint(SourceFile("a.md", "Some prose.\n"), profile_of(registry.Check(card, broken)))
    assert [trouble.what for trouble in result.troubles] == [
        "proselint/very failed here (RuntimeError: broken within); its findings are missing"
    ]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("# Kava\n\nIt has **alot**.\n", (3, 10, 3, 14)),
        ("Salt &amp; pepper: [alot](x.md).\n", (1, 21, 1, 25)),
        ("> It has a\n> lot, and 🌿 alot.\n", (2, 14, 2, 18)),
        ("| a |\n| - |\n| alot |\n", (3, 3, 3, 7)),
    ],
)
def test_the_place_is_that_in_the_file(text, place):
    card = next(card for card in CARDS if card.id == "proselint/spelling-misc")
    check = registry.Check(card, proselint_bridge.find(card.look["call"]))
    (finding,) = lint(SourceFile("a.md", text), profile_of(check)).findings
    assert (finding.place.line, finding.place.column, finding.place.end_line, finding.place.end_column) == place


def profile_of(check):
    card = check.card
    checks, index = registry.Checks({card.id: lambda: check}), Index.of({card.id: None})
    return Profile(checks, (), {card.id: card.severity}, (), Knowledge(), {card.id: card.id}, "", index)


def test_proselint_is_not_imported_until_a_check_may_find_something():
    code = (
        "import sys; from paragraphs import document_of; from kratomlint.code_checks import proselint_bridge as bridge;"
        "hits = list(bridge.find('lexical_illusions')(document_of('Plain prose.'))); bridge.needs('spelling');"
        "assert not [name for name in sys.modules if name == 'proselint' or name.startswith('proselint.')]"
    )
    subprocess.run([sys.executable, "-c", code], check=True, env={"PYTHONPATH": ":".join(sys.path)})


@given(
    st.lists(st.sampled_from([*WORDS, "\n", "“", "”", "."])),
    st.sampled_from(["spelling", "redundancy", "weasel_words"]),
)
def test_what_is_found_is_what_stands_there(parts, path):
    text = " ".join(parts).strip()
    document = document_of(text)
    for check in proselint_bridge.installed_checks():
        if check.path.startswith(path):
            for hit in proselint_bridge.find(check.path)(document):
                assert "\n" not in hit.span.cut(text)
                assert hit.span.cut(text) == hit.span.cut(text).strip()
                assert hit.span.length > 0


@given(st.lists(st.sampled_from(["Alot", "of", "flouride", "the", "glad", "\n"])))
def test_native_spans_are_mapped_to_the_same_words(parts):
    text = " ".join(parts)
    (alone, _) = (check for check in proselint_bridge.installed_checks() if check.path == "spelling.misc")
    native = f"\n{text}\n"
    expected = sorted(native[slice(*result.span)] for result in alone.check_with_flags(native))
    assert sorted(found("spelling.misc", text)) == expected


SIGNED = sorted(
    {"lexical_illusions", "dates_times.am_pm.midnight_noon", "misc.currency", *data.AS_WRITTEN, *data.WITHIN}
)
HARD = [
    "the",
    "The",
    "kava",
    "2",
    "OR",
    "or",
    ",",
    "\n",
    "12",
    "a.m.",
    "pm",
    "9",
    "at",
    "night",
    "in",
    "the",
    "morning",
    "$5",
    "$",
    "dollars",
    "USD",
    "US",
    "monday",
    "Monday",
    "TODO",
    "But",
    "May",
]


@pytest.mark.parametrize("path", SIGNED)
@given(st.lists(st.sampled_from(HARD)))
def test_where_nothing_is_to_be_found_is_known_without_proselint(path, parts):
    document = document_of(" ".join(parts))
    if not proselint_bridge.may_find(path, document):
        assert list(proselint_bridge.run(path, document)) == []


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.id)
def test_where_something_is_to_be_found_proselint_is_asked(card):
    for example in card.bad:
        document = document_of(unmark(example)[0])
        paths = [path for path in PATHS if path == card.look["call"] or path.startswith(card.look["call"] + ".")]
        assert any(proselint_bridge.may_find(path, document) for path in paths)
