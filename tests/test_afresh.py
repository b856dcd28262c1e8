"""Sequences that keep nothing for long are sequences like others."""

from itertools import pairwise

import pytest

from kratomlint import afresh
from kratomlint.afresh import Each, each, few, numbers

SIZE = 1_000
SQUARES = Each(lambda number: number * number, range(SIZE))


def test_a_member_is_made_for_its_number() -> None:
    assert (SQUARES[2], SQUARES[-1], SQUARES[SIZE - 1], len(SQUARES)) == (4, 998_001, 998_001, SIZE)
    assert list(SQUARES) == [number * number for number in range(SIZE)]


@pytest.mark.parametrize("index", [SIZE, 1_023, 1_024, 10**6, -SIZE - 1])
def test_there_is_no_member_beyond_the_last(index: int) -> None:
    with pytest.raises(IndexError):
        SQUARES[index]


@pytest.mark.parametrize("part", [slice(10, 20), slice(500, None, 2), slice(-3, None), slice(5, 5), slice(0, 900)])
def test_a_slice_is_what_it_is_of_a_list(part: slice) -> None:
    assert list(SQUARES[part]) == list(SQUARES)[part]


def test_two_are_equal_where_their_members_are() -> None:
    assert [number * number for number in range(SIZE)] == SQUARES
    assert range(SIZE) != SQUARES
    assert SQUARES != 5


def test_columns_are_read_row_by_row() -> None:
    sums = Each(lambda one, two: one + two, SQUARES, range(SIZE))
    assert list(sums) == [number * (number + 1) for number in range(SIZE)]


def test_who_reads_one_after_the_other_has_each_made_once() -> None:
    made: list[int] = []
    sequence = Each(lambda number: made.append(number) or number, range(SIZE))
    assert all(later - earlier == 1 for earlier, later in pairwise(sequence))
    assert [sequence[number] for number in range(SIZE - 50, SIZE)] == list(range(SIZE - 50, SIZE))
    assert made == list(range(SIZE))


def test_few_are_made_for_good_and_many_are_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(afresh, "FEW", 2)
    assert isinstance(few(Each(str, [1, 2])), tuple)
    assert isinstance(few(Each(str, [1, 2, 3])), Each)
    assert each(str, [1, 2]) == ["1", "2"]
    assert isinstance(each(str, [1, 2, 3]), Each)


@pytest.mark.parametrize("size", [10, 30_000])
def test_numbers_are_those_that_were_found(size: int) -> None:
    found = numbers(size, [3, 7, 3])
    assert (list(found), len(found)) == ([3, 7], 2)
    assert [number in found for number in (3, 4, 7, -3, size)] == [True, False, True, False, False]
