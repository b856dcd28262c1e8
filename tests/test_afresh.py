"""Sequences that keep nothing are sequences like others."""

import pytest

from kratomlint import afresh
from kratomlint.afresh import Made, each, few, members

SQUARES = Made(5, lambda number: number * number)


def test_a_member_is_made_for_its_number() -> None:
    assert (SQUARES[2], SQUARES[-1], list(SQUARES), len(SQUARES)) == (4, 16, [0, 1, 4, 9, 16], 5)
    with pytest.raises(IndexError):
        SQUARES[5]


def test_a_slice_makes_no_more_than_it_is_asked_for() -> None:
    asked: list[int] = []
    part = Made(100, lambda number: asked.append(number) or number)[10:90][::2]
    assert (len(part), part[0], part[-1]) == (40, 10, 88)
    assert asked == [10, 88]


def test_two_are_equal_where_their_members_are() -> None:
    assert SQUARES == (0, 1, 4, 9, 16)
    assert SQUARES != (0, 1, 4, 9)
    assert SQUARES != 5


def test_few_are_made_for_good_and_many_are_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(afresh, "FEW", 2)
    assert isinstance(few(Made(2, str)), tuple)
    assert (members(2, str), each(str, [1, 2])) == (("0", "1"), ["1", "2"])
    assert isinstance(members(3, str), Made)
    assert each(str, [1, 2, 3]) == ["1", "2", "3"]
