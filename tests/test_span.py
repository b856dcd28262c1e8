"""Spans, lines and columns."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kratomlint.span import LineIndex, Span

texts = st.text(st.sampled_from("ab \t\n\r\x0b\x85\u2028é𝒌\u0301"))


def test_a_span_is_half_open() -> None:
    assert Span(1, 3).cut("abcd") == "bc"
    assert Span(1, 3).length == 2
    assert Span(1, 3).shifted(2) == Span(3, 5)
    assert Span(1, 3).contains(Span(3, 3))
    assert not Span(1, 3).contains(Span(2, 4))
    assert Span(1, 3).overlaps(Span(2, 4))
    assert not Span(1, 3).overlaps(Span(3, 4))


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", [""]),
        ("a\nb", ["a", "b"]),
        ("a\r\nb\rc\n", ["a", "b", "c", ""]),
        ("a\x85b\u2028c\x0bd\x0ce", ["a\x85b\u2028c\x0bd\x0ce"]),
        ("a\n\r\nb", ["a", "", "b"]),
    ],
)
def test_lines_end_as_editors_end_them(text: str, lines: list[str]) -> None:
    index = LineIndex(text)
    assert [index.line_span(number).cut(text) for number in range(1, len(index.starts) + 1)] == lines


def test_columns_count_code_points() -> None:
    index = LineIndex("é𝒌e\u0301x\ny")
    assert index.line_column(4) == (1, 5)
    assert index.line_column(6) == (2, 1)


@given(texts, st.data())
def test_line_and_column_lead_back_to_the_offset(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    index = LineIndex(text)
    line, column = index.line_column(offset)
    assert index.offset(line, column) == offset
    assert 1 <= line <= len(index.starts)
    assert column >= 1


@given(st.text(st.sampled_from("a\né𝒌\u2028"), max_size=60), st.integers(1, 90), st.data())
def test_reviewdog_counts_the_bytes_of_a_line_however_long(text: str, times: int, data: st.DataObject) -> None:
    whole = text * times
    offset = data.draw(st.integers(0, len(whole)))
    *before, line = whole[:offset].split("\n")
    assert LineIndex(whole).utf8_position(offset) == (len(before) + 1, len(line.encode()) + 1)
