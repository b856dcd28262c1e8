from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kratomlint import suppress
from kratomlint.card import Card, read_card, unmark
from kratomlint.document import Document
from kratomlint.finding import Confidence, Finding, Place, Severity, Suppression
from kratomlint.readers import parse
from kratomlint.source import SourceFile
from kratomlint.span import Span

IDS = ("dosage/unsourced", "dosage/vague", "overclaim/cure-word", "overclaim/safe", "duplicate/across")
KNOWN = {**{check_id: check_id for check_id in IDS}, "dosage/no-source": "dosage/unsourced"}
CHECKS = Path(__file__).parent.parent / "checks/suppression"


def card(name: str) -> Card:
    path = CHECKS / f"{name}.toml"
    return read_card(path.read_text(encoding="utf-8"), f"suppression/{name}", str(path))


def document_of(text: str, path: str = "a.md") -> Document:
    return parse(SourceFile(path, text))


def finding(check_id: str, line: int) -> Finding:
    place = Place("a.md", Span(line, line + 1), line, 1, line, 2)
    return Finding(check_id, "m", Severity.warning, Confidence.high, place, "e", "f")


def silenced(text: str, *, check_id: str = "dosage/vague", path: str = "a.md") -> list[int]:
    """Return the lines of `text` on which a finding of the check would be silenced."""
    suppressions = suppress.read(document_of(text, path), KNOWN).suppressions
    findings = [finding(check_id, line) for line in range(1, text.count("\n") + 2)]
    return [item.place.line for item in suppress.apply(findings, suppressions) if item.suppressed is not None]


def misdirected(text: str) -> list[tuple[str, str]]:
    found = suppress.read(document_of(text), KNOWN, card("unknown")).misdirected
    return [(item.place.span.cut(text), item.message) for item in found]


def unused(text: str, *found: Finding, ran: tuple[str, ...] = IDS, waiting: tuple[str, ...] = ()) -> list[str]:
    suppressions = suppress.read(document_of(text), KNOWN).suppressions
    return [item.excerpt for item in suppress.unused(found, suppressions, card("unused"), ran, waiting)]


def test_disable_line_silences_the_line_it_stands_on() -> None:
    assert silenced("One.\n\nTwo. <!-- kratomlint-disable-line -->\n\nThree.") == [3]


def test_disable_next_line_silences_the_paragraph_below_to_its_end() -> None:
    assert silenced("One.\n\n<!-- kratomlint-disable-next-line -->\n\nTwo\nis\nlong.\n\nThree.") == [5, 6, 7]


def test_disable_next_line_before_a_list_silences_its_first_item() -> None:
    assert silenced("<!-- kratomlint-disable-next-line -->\n- One.\n- Two.\n") == [2]


def test_disable_holds_until_enable() -> None:
    text = "One.\n\n<!-- kratomlint-disable -->\n\nTwo.\n\n<!-- kratomlint-enable -->\n\nThree."
    assert silenced(text) == [3, 4, 5, 6, 7]


def test_disable_without_enable_holds_to_the_end() -> None:
    assert silenced("One.\n\n<!-- kratomlint-disable dosage -->\n\nTwo.") == [3, 4, 5]


def test_enable_with_an_id_leaves_the_others_disabled() -> None:
    text = "<!-- kratomlint-disable dosage, overclaim -->\n\nOne.\n\n<!-- kratomlint-enable overclaim -->\n\nTwo."
    assert silenced(text, check_id="overclaim/safe") == [1, 2, 3, 4, 5]
    assert silenced(text, check_id="dosage/vague") == [1, 2, 3, 4, 5, 6, 7]


def test_disable_file_silences_what_stands_above_it_too() -> None:
    assert silenced("One.\n\n<!-- kratomlint-disable-file dosage -->") == [1, 2, 3]


@pytest.mark.parametrize(
    ("written", "check_id", "holds"),
    [
        ("dosage/vague", "dosage/vague", True),
        ("dosage/vague", "dosage/unsourced", False),
        ("dosage", "dosage/vague", True),
        ("dosage/", "dosage/vague", True),
        ("overclaim/cure", "overclaim/cure-word", True),
        ("overclaim/cu", "overclaim/cure-word", False),
        ("*/vague", "dosage/vague", True),
        ("dosage/vague, overclaim/safe", "overclaim/safe", True),
        ("dosage/vague overclaim/safe", "overclaim/safe", True),
        ("dosage/no-source", "dosage/unsourced", True),
        ("", "overclaim/safe", True),
    ],
)
def test_ids_are_ids_beginnings_globs_or_former_names(written: str, check_id: str, holds: bool) -> None:
    text = f"One. <!-- kratomlint-disable-line {written} -- why -->"
    assert bool(silenced(text, check_id=check_id)) is holds


@pytest.mark.parametrize("word", ["ignore-line", "ignore-next-line", "ignore-file", "ignore"])
def test_ignore_says_the_same_as_disable(word: str) -> None:
    text = f"One. <!-- kratomlint-{word} dosage -->\nTwo.\n"
    assert silenced(text) == silenced(text.replace("ignore", "disable")) != []


def test_a_comment_in_mdx_is_a_directive() -> None:
    assert silenced("{/* kratomlint-disable-next-line dosage -- why */}\nOne.", path="a.mdx") == [2]


def test_a_comment_in_html_is_a_directive() -> None:
    assert silenced("<!-- kratomlint-disable-next-line -->\n<p>One.</p>\n<p>Two.</p>", path="a.html") == [2]


def test_the_reason_is_kept_with_the_finding() -> None:
    document = document_of("One. <!-- kratomlint-disable-line dosage -- the label\n says so -->")
    found = suppress.apply([finding("dosage/vague", 1)], suppress.read(document, KNOWN).suppressions)
    assert [item.suppressed for item in found] == ["the label says so"]


def test_a_missing_reason_is_said() -> None:
    document = document_of("One. <!-- kratomlint-disable-line -->")
    found = suppress.apply([finding("dosage/vague", 1)], suppress.read(document, KNOWN).suppressions)
    assert [item.suppressed for item in found] == ["no reason given"]


def test_no_finding_is_dropped_and_none_changes_its_place_in_the_order() -> None:
    found = [finding("dosage/vague", 3), finding("overclaim/safe", 1), finding("dosage/vague", 1)]
    everything = Suppression((), 1, 9, "why", found[0].place)
    marked = suppress.apply(found, [everything])
    assert [(item.check_id, item.place.line, item.suppressed) for item in marked] == [
        ("dosage/vague", 3, "why"),
        ("overclaim/safe", 1, "why"),
        ("dosage/vague", 1, "why"),
    ]


def test_an_unknown_word_is_a_finding_on_the_word() -> None:
    assert misdirected("<!-- kratomlint-disabel-line dosage -->") == [
        (
            "kratomlint-disabel-line",
            "“kratomlint-disabel-line” is no directive, so it silences nothing. "
            "Did you mean `kratomlint-disable-line`?",
        )
    ]


def test_an_unknown_id_is_a_finding_on_the_id_and_the_others_hold() -> None:
    text = "One. <!-- kratomlint-disable-line dosage/vage, dosage/unsourced -->"
    assert misdirected(text) == [
        (
            "dosage/vage",
            "“dosage/vage” names no check, so it silences nothing. Did you mean `dosage/vague`?",
        )
    ]
    assert silenced(text, check_id="dosage/unsourced") == [1]


def test_a_directive_whose_only_id_is_unknown_does_not_silence_everything() -> None:
    assert silenced("One. <!-- kratomlint-disable-line dosage/vage -->") == []


def test_a_reason_without_its_dashes_is_one_finding() -> None:
    found = misdirected("One. <!-- kratomlint-disable-line dosage because the label says so -->")
    assert [words for words, _ in found] == ["because"]


def test_enable_where_nothing_is_disabled_is_a_finding() -> None:
    assert [words for words, _ in misdirected("<!-- kratomlint-enable -->\n\nOne.")] == ["<!-- kratomlint-enable -->"]


def test_a_comment_that_is_never_closed_is_named_on_one_line_and_not_to_its_end() -> None:
    [(words, message)] = misdirected("<!-- kratomlint-enable dosage --\n" + "tea " * 40)
    assert words.count("tea") > 30
    assert message.startswith("“<!-- kratomlint-enable dosage -- tea")
    assert "\n" not in message and len(message) < 200


def test_a_directive_that_silences_nothing_is_unused() -> None:
    text = "One. <!-- kratomlint-disable-line dosage/vague, overclaim/safe -->"
    assert unused(text, finding("dosage/vague", 1)) == ["overclaim/safe"]


def test_a_directive_is_used_by_a_finding_on_its_lines_only() -> None:
    text = "One. <!-- kratomlint-disable-line dosage/vague -->\n\nTwo."
    assert unused(text, finding("dosage/vague", 3)) == ["dosage/vague"]


def test_a_directive_for_a_check_that_did_not_run_is_not_judged() -> None:
    assert unused("One. <!-- kratomlint-disable-line overclaim/safe -->", ran=("dosage/vague",)) == []


def test_a_directive_for_a_check_that_waits_for_other_files_is_not_judged() -> None:
    text = "One. <!-- kratomlint-disable-line duplicate -->\n\nTwo. <!-- kratomlint-disable-line -->"
    assert unused(text, ran=IDS[:-1], waiting=IDS[-1:]) == []


def test_findings_about_directives_cannot_be_silenced() -> None:
    document = document_of("One. <!-- kratomlint-disable-line -->")
    found = suppress.apply([finding("suppression/unused", 1)], suppress.read(document, KNOWN).suppressions)
    assert [item.suppressed for item in found] == [None]


@pytest.mark.parametrize("name", ["unknown", "unused"])
def test_the_examples_of_the_cards_hold(name: str) -> None:
    ids = (*IDS, "suppression/unknown", "suppression/unused")
    for example in (*card(name).bad, *card(name).good):
        text, marked = unmark(example)
        reading = suppress.read(document_of(text), {item: item for item in ids}, card("unknown"))
        found = suppress.unused([], reading.suppressions, card("unused"), ids)
        places = reading.misdirected if name == "unknown" else found
        assert [tuple(item.place.span) for item in places] == marked, example


ranges = st.tuples(st.integers(1, 12), st.integers(0, 12), st.sampled_from(["", "dosage", "overclaim/safe"]))


@given(st.lists(ranges, max_size=8), st.lists(st.tuples(st.sampled_from(IDS), st.integers(1, 24)), max_size=12))
def test_a_finding_is_silenced_exactly_where_a_suppression_covers_it(
    stretches: list[tuple[int, int, str]], places: list[tuple[str, int]]
) -> None:
    found = [finding(check_id, line) for check_id, line in places]
    suppressions = [
        Suppression((pattern,) if pattern else (), first, first + length, "", found[0].place if found else None)  # type: ignore[arg-type]
        for first, length, pattern in stretches
    ]
    expected = [
        any(
            first <= line <= first + length and (not pattern or check_id.startswith(pattern))
            for first, length, pattern in stretches
        )
        for check_id, line in places
    ]
    assert [item.suppressed is not None for item in suppress.apply(found, suppressions)] == expected


@given(st.text(st.sampled_from("kratomlint-disable enable,/*? -->\n"), max_size=60))
def test_no_directive_is_a_traceback(words: str) -> None:
    suppress.read(document_of(f"One. <!-- kratomlint-{words} -->\n\nTwo."), KNOWN, card("unknown"))
