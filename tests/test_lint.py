"""Of findings that share their words and their reason one is told, however many there are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kratomlint import pile, records
from kratomlint.finding import Confidence, Finding, Place, Severity
from kratomlint.pile import Pile, sort
from kratomlint.span import Span

spans = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 30), st.integers(0, 8))
findings = st.builds(
    lambda span, severity, name: Finding(
        name, "m", severity, Confidence.low, Place("a.md", span, 1, 1, 1, 1), "words", "sentence"
    ),
    spans,
    st.sampled_from(Severity),
    st.sampled_from(["dosage/unsourced", "dosage/unsourced-maximum", "caveat/risk", "caveat/law"]),
)


def reason(finding: Finding) -> str:
    return finding.check_id if finding.check_id.startswith("caveat/") else finding.check_id.split("-")[0]


def meet(one: Finding, other: Finding) -> bool:
    here, there = one.place.span, other.place.span
    return reason(one) == reason(other) and (here.overlaps(there) or here == there)


def on_a_pile(found: list[Finding], many: int, failed: tuple[str, ...] = ()) -> list[Finding]:
    with pytest.MonkeyPatch.context() as patch:
        for module in (pile, records):
            patch.setattr(module, "MANY", many)
        heap = Pile("a.md")
        heap.extend(found)
        return list(heap.one_per_reason(failed))


@given(st.lists(findings, max_size=25), st.integers(1, 30))
def test_no_two_that_are_told_share_words_and_reason_and_what_is_left_out_shares_them_with_one_that_is(
    found: list[Finding], many: int
) -> None:
    told = on_a_pile(found, many)
    assert not any(meet(one, other) for index, one in enumerate(told) for other in told[:index])
    assert all(finding in told or any(meet(finding, one) for one in told) for finding in found)
    assert all(max(other.severity for other in found if meet(one, other)) >= one.severity for one in told)


@given(st.lists(findings, max_size=25), st.integers(1, 30))
def test_what_is_told_does_not_depend_on_how_many_are_held(found: list[Finding], many: int) -> None:
    told = on_a_pile(found, many)
    assert told == on_a_pile(found, 1000)
    assert told == sort(told)


@given(st.lists(findings, max_size=25), st.integers(1, 30))
def test_what_a_check_found_before_it_failed_counts_for_nothing(found: list[Finding], many: int) -> None:
    without = [finding for finding in found if finding.check_id != "dosage/unsourced"]
    assert on_a_pile(found, many, ("dosage/unsourced",)) == on_a_pile(without, many)
