import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kratomlint import records
from kratomlint.afresh import TOGETHER
from kratomlint.facts import join, pack
from kratomlint.finding import (
    Confidence,
    Edit,
    FileResult,
    Finding,
    Fix,
    Place,
    PlacedFact,
    Severity,
    Suppression,
)
from kratomlint.span import Span

PATH = "a.md"

text = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
number = st.integers(0, 2**31)
span = st.builds(Span, number, number)
places = st.builds(Place, st.sampled_from([PATH, "b.md"]), span, number, number, number, number, text)
place = places.map(lambda place: place._replace(path=PATH))
fix = st.builds(Fix, text, st.lists(st.builds(Edit, span, text), max_size=2).map(tuple), st.booleans())
finding = st.builds(
    Finding,
    text,
    text,
    st.sampled_from(Severity),
    st.sampled_from(Confidence),
    place,
    text,
    text,
    st.lists(places, max_size=2).map(tuple),
    st.none() | fix,
    st.none() | text,
    known=st.booleans(),
    sides=st.lists(text, max_size=2).map(tuple),
)
texts = st.lists(text, max_size=2).map(tuple)
fact = st.builds(PlacedFact, text, texts, place, text)
result = st.builds(
    FileResult,
    path=st.just(PATH),
    findings=st.lists(finding, max_size=3).map(tuple),
    facts=st.dictionaries(text, st.lists(fact, max_size=2).map(tuple), max_size=2),
    suppressions=st.lists(st.builds(Suppression, texts, number, number, text, place), max_size=2).map(tuple),
    troubles=st.just(()),
    words=number,
    skipped=st.dictionaries(text, number, max_size=2),
)


@given(result)
def test_a_result_comes_back_as_it_went_in(result: FileResult) -> None:
    facts = join({name: pack(told) for name, told in result.facts.items()})
    assert records.decode(records.encode(result), PATH, lambda: facts) == result


@given(st.lists(finding, min_size=1, max_size=40))
def test_many_findings_are_the_same_packed(found: list[Finding]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(records, "MANY", len(found) - 1)
        packed = records.gathered(iter(found), PATH)
    assert isinstance(packed, records.Packed)
    assert (list(packed), len(packed), packed[-1]) == (found, len(found), found[-1])
    assert records.decode(records.encode(FileResult(PATH, packed)), PATH) == FileResult(PATH, tuple(found))


# One pack and a part of another.
@given(st.lists(finding, min_size=TOGETHER + 1, max_size=2 * TOGETHER - 1), st.data())
def test_of_many_findings_that_are_damaged_none_is_believed(found: list[Finding], data: st.DataObject) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(records, "MANY", 0)
        told, *others = json.loads(records.encode(FileResult(PATH, records.gathered(iter(found), PATH))))
    damaged = data.draw(st.sampled_from([told[::-1], [*told, told[-1]], [told[0][1:]], [told[0], "?"], [told[0], 5]]))
    assert records.decode(json.dumps([damaged, *others]), PATH) is None


def test_a_result_comes_back_under_the_path_that_the_file_has_now() -> None:
    here = Place("old.md", Span(0, 1), 1, 1, 1, 2)
    old = FileResult("old.md", (Finding("a/b", "m", Severity.error, Confidence.low, here, "e", "f", (here,)),))
    new = records.decode(records.encode(old), "new.md")
    assert new is not None
    assert [new.path, new.findings[0].place.path, new.findings[0].related[0].path] == ["new.md"] * 3


@pytest.mark.parametrize(
    "stored",
    [
        "",
        "[]",
        "[[],{}]",
        "[[1],[],[],0,{}]",
        "{",
        "null",
        "[[],0,[],0,{}]",
        "[" * 200,
        "[" * 9999,
        "[[],[],[],-1,{}]",
        '[[],[],[],"x",{}]',
        '[[],[],[],0,{"code":"x"}]',
        "[[],[],[],true,{}]",
        "[[],[],[[1,2,3,4,5]],0,{}]",
        "[[],[],[],0,[]]",
    ],
)
def test_what_is_no_result_is_none(stored: str) -> None:
    assert records.decode(stored, PATH) is None


def test_findings_across_files_come_back_with_the_paths_of_both() -> None:
    there = Place("b.md", Span(0, 1), 1, 1, 1, 2)
    here = there._replace(path="a.md")
    found = {"a.md": (Finding("a/b", "m", Severity.error, Confidence.low, here, "e", "f", (there,)),)}
    assert records.decode_across(records.encode_across(found)) == found


@pytest.mark.parametrize("stored", ["", "[]", '{"a.md": [[]]}', '{"a.md": [[[1], []]]}', "null"])
def test_what_holds_no_findings_across_files_is_none(stored: str) -> None:
    assert records.decode_across(stored) is None
