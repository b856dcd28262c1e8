"""Fixes: what each card offers, that nothing else is read otherwise, and that they come to an end."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kratomlint.card import unmark
from kratomlint.catalogue import Selection
from kratomlint.finding import Confidence, Edit, Finding, Fix, Place, Severity
from kratomlint.fixes import fixed
from kratomlint.lint import lint
from kratomlint.readers import parse
from kratomlint.source import SourceFile
from kratomlint.span import Span
from kratomlint.testing import catalogue_of

ARTICLES = sorted((Path(__file__).parents[1] / "seeds").rglob("article*.*"))
CARDS = catalogue_of().cards
EVERYTHING = catalogue_of().choose(Selection(select=("all",)))


def rewritten(text: str, *, unsafe: bool = False, path: str = "a.md", select: tuple[str, ...] = ()) -> str:
    """Return the text after every fix that can be made."""
    profile = catalogue_of().choose(Selection(select=select)) if select else EVERYTHING
    source = SourceFile(path, text)
    for _ in range(10):
        done = fixed(source, lint(source, profile).findings, unsafe=unsafe)
        if not done.findings:
            return source.text
        source = done.source
    raise AssertionError("the fixes never end")


# What the cards write, as a writer would


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Take 5.0 mg at night.", "Take 5 mg at night."),
        ("Take 10.05 mg at night.", "Take 10.05 mg at night."),
        ("Take .5 mg at night.", "Take 0.5 mg at night."),
        ("Take .50mg QD.", "Take 0.50 mg daily."),
        ("Take 10 mg po qod.", "Take 10 mg po every other day."),
        ("Take 400 µg or 2.4µg.", "Take 400 mcg or 2.4 mcg."),
        ("Take 400 IU daily.", "Take 400 units daily."),
        ("Take 4U, then 1 IU.", "Take 4 units, then 1 unit."),
        ("Draw up 5 cc.", "Draw up 5 mL."),
        ("Take 5 mgs, 2gms and 3mls.", "Take 5 mg, 2 g and 3 mL."),
        ("Take 10mg or 500 mg.", "Take 10 mg or 500 mg."),
        ("Take 5.0 **mg** or **10mg**.", "Take 5 **mg** or **10 mg**."),
        ("Take 5 mg **QD** with [10mg](x).", "Take 5 mg **daily** with [10 mg](x)."),
    ],
)
def test_doses_are_written_so_that_they_are_read_right(text: str, expected: str) -> None:
    assert rewritten(text) == expected


def test_a_unit_that_describes_a_noun_is_left_to_an_editor() -> None:
    assert rewritten("Take a 400 IU capsule.") == "Take a 400 IU capsule."


def test_markup_between_figure_and_unit_is_left_alone() -> None:
    assert rewritten("Take 5**mg** or `5mg`.") == "Take 5**mg** or `5mg`."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Diabetics should ask first.", "People with diabetes should ask first."),
        ("It is unsafe for diabetics.", "It is unsafe for people with diabetes."),
        ("Many elderly diabetics take it.", "Many elderly people with diabetes take it."),
        ("Ask type 1 and type 2 diabetics.", "Ask people with type 1 and type 2 diabetes."),
        ("# Kratom for Diabetics Explained", "# Kratom for People With Diabetes Explained"),
        ("# Kratom for diabetics explained", "# Kratom for people with diabetes explained"),
        ("# WHAT DIABETICS NEED", "# WHAT PEOPLE WITH DIABETES NEED"),
    ],
)
def test_people_come_first_where_the_sentence_stays_grammatical(text: str, expected: str) -> None:
    assert rewritten(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "It was tested in non-diabetics.",
        "Look at the diabetics' feet.",
        "Ask brittle diabetics about it.",
        "She founded the group Juvenile Diabetics United.",
        "The poster said “Diabetics wanted” in red.",
    ],
)
def test_people_are_left_alone_where_the_sentence_would_come_apart(text: str) -> None:
    assert rewritten(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The the root is dried.", "The root is dried."),
        ("It is good for for sleep.", "It is good for sleep."),
        ("What makes you you is known.", "What makes you you is known."),
        ("It's old, and the label doesnt say.", "It's old, and the label doesn't say."),
        ("It’s old, and the label doesnt say.", "It’s old, and the label doesn’t say."),
        ("It was recieved well. Recieved in May.", "It was received well. Received in May."),
        ("KARTOM IS HERE", "KRATOM IS HERE"),
        ("An ADN nurse and Dr. Freind came.", "An ADN nurse and Dr. Freind came."),
    ],
)
def test_slips_are_corrected_and_names_are_not(text: str, expected: str) -> None:
    assert rewritten(text) == expected


def test_an_article_goes_with_the_new_word() -> None:
    assert rewritten("It was an unsuccessful suicide attempt.", unsafe=True) == "It was a suicide attempt."
    assert rewritten("It is an analgesic.", unsafe=True, select=("language/plain-words",)) == "It is a painkiller."


def test_what_needs_an_eye_is_not_written_unasked() -> None:
    text = "One patient committed suicide."
    assert rewritten(text) == text
    assert rewritten(text, unsafe=True) == "One patient died by suicide."


def test_what_is_suppressed_is_not_fixed() -> None:
    text = "Take 5.0 mg. <!-- kratomlint-disable-line -- as on the label -->\n"
    assert rewritten(text) == text


CLAIMS = ("overclaim", "evidence", "caveat", "citation", "metadata", "duplicate", "dosage/unsourced", "dosage/vague")


@pytest.mark.parametrize("check_id", [name for name in CARDS if name.startswith(CLAIMS)])
def test_claims_are_never_rewritten(check_id: str) -> None:
    assert CARDS[check_id].method != "swap"
    assert not CARDS[check_id].safe
    for example in CARDS[check_id].bad:
        text, _ = unmark(example)
        found = lint(SourceFile("a.md", text), catalogue_of().choose(Selection(select=(check_id,)))).findings
        assert [finding.fix for finding in found if finding.fix] == []


@pytest.mark.parametrize("check_id", [name for name, card in CARDS.items() if card.safe])
def test_a_safe_card_corrects_its_own_examples(check_id: str) -> None:
    for example in CARDS[check_id].bad:
        text, _ = unmark(example)
        after = rewritten(text, select=(check_id,))
        profile = catalogue_of().choose(Selection(select=(check_id,)))
        assert after != text
        assert lint(SourceFile("a.md", after), profile).findings == ()
    for example in CARDS[check_id].good:
        assert rewritten(example, select=(check_id,)) == example


# That nothing else changes


@pytest.mark.parametrize("unsafe", [False, True])
@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.parent.name)
def test_after_the_fixes_an_article_has_no_new_error(path: Path, unsafe: bool) -> None:
    source = SourceFile(path.name, path.read_text(encoding="utf-8"))
    profile = catalogue_of().choose(Selection())
    after = SourceFile(path.name, rewritten(source.text, unsafe=unsafe, path=path.name, select=("all",)))

    def errors(article: SourceFile) -> set[str]:
        result = lint(article, profile)
        assert result.troubles == ()
        return {finding.check_id for finding in result.findings if finding.severity is Severity.error}

    assert errors(after) <= errors(source)
    assert [block.kind for block in parse(after).blocks] == [block.kind for block in parse(source).blocks]


def finding(source: SourceFile, span: Span, new: str) -> Finding:
    place = Place(source.path, span, *source.lines.line_column(span.start), *source.lines.line_column(span.end))
    fix = Fix("f", (Edit(span, new),), safe=True)
    return Finding("a/b", "m", Severity.warning, Confidence.high, place, span.cut(source.text), "f", fix=fix)


FRAGMENTS = st.sampled_from(
    [
        "Take some tea.",
        "# Head",
        "- item one",
        "1. one",
        "> quote",
        "| a | b |",
        "|---|---|",
        "[a\nb](x)",
        "<b>bold</b>",
        "**5** mg",
        "```",
        "code",
        "  ",
        "",
        "<!-- c -->",
        "![alt](x)",
        "a&amp;b",
        "{{< x >}}",
        "---",
        "title: tea",
    ]
)
NEW = st.sampled_from(["5 mg", "daily", "", "*", "# x", "- y", "`", "<b>", "1. ", "a  b", "[x](y)", "\n", "|", "&amp;"])


@given(st.lists(FRAGMENTS, max_size=10), st.sampled_from(["a.md", "a.mdx", "a.html", "a.txt"]), st.data())
def test_outside_of_the_fixes_an_article_reads_as_before(parts: list[str], path: str, data: st.DataObject) -> None:
    source = SourceFile(path, "\n".join(parts))
    before = parse(source)
    found = []
    for start in data.draw(st.lists(st.integers(0, max(0, len(source.text) - 1)), max_size=4)):
        span = Span(start, min(len(source.text), start + data.draw(st.integers(1, 6))))
        found.append(finding(source, span, data.draw(NEW)))
    done = fixed(source, found)
    after = parse(done.source)
    expected = before.prose.text
    for one in sorted(done.findings, key=lambda one: one.place.span, reverse=True):
        assert one.fix
        edit = one.fix.edits[0]
        piece = next(piece for piece in before.prose.pieces if piece.verbatim and piece.source.contains(edit.span))
        at = edit.span.shifted(piece.prose.start - piece.source.start)
        expected = expected[: at.start] + edit.text + expected[at.end :]
    assert after.prose.text == expected
    assert [block.kind for block in after.blocks] == [block.kind for block in before.blocks]


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 8)), max_size=8))
def test_fixes_that_overlap_are_not_made_together(places: list[tuple[int, int]]) -> None:
    source = SourceFile("a.txt", "Tea is a drink of the east and the west.")
    found = [finding(source, Span(start, start + length), "x") for start, length in places]
    made = sorted(one.place.span for one in fixed(source, found).findings)
    assert all(one.end <= two.start for one, two in pairwise(made))
