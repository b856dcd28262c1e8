"""How long a pattern may try: what it tries counts, and nothing else."""

import pytest

from kratomlint.language import budget
from kratomlint.language.cue import Cue, by_regex

# What holds such a letter is asked of the engine whose syntax the pattern is in.
ODD = "kava e\u0301"


class Clocks:
    """What a machine's clocks show: all the time that passes, and what of it this process was at work."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.passed = self.worked = 0.0
        monkeypatch.setattr(budget.time, "perf_counter", lambda: self.passed)
        monkeypatch.setattr(budget.time, "process_time", lambda: self.worked)

    def work(self, seconds: float) -> None:
        """Be at work for so long."""
        self.passed += seconds
        self.worked += seconds


@pytest.fixture
def clocks(monkeypatch: pytest.MonkeyPatch) -> Clocks:
    """Return clocks that stand still."""
    return Clocks(monkeypatch)


class Asking:
    """A compiled pattern that takes a while to answer."""

    def __init__(self, clocks: Clocks, worked: float, waited: float = 0.0) -> None:
        self._clocks, self._worked, self._waited = clocks, worked, waited

    def finditer(self, text: str, timeout: float) -> object:
        """Answer like the pattern `kava`, after so many seconds of work and of waiting for another process."""
        self._clocks.work(self._worked)
        self._clocks.passed += self._waited
        return by_regex("kava").finditer(text)


def test_the_time_in_which_a_pattern_is_compiled_is_no_lines_doing(clocks: Clocks) -> None:
    def slow(pattern: str, flags: int) -> object:
        clocks.work(100)
        return by_regex(pattern, flags)

    asked = budget.Budget(Cue(r"kava\b", compile=slow), 20).ask(ODD)
    assert [tuple(span) for span in asked.spans] == [(0, 4)]


def test_the_time_in_which_another_process_is_at_work_is_no_lines_doing(clocks: Clocks) -> None:
    asked = budget.Budget(Cue("kava", compile=lambda *_: Asking(clocks, 0.5, waited=100)), 20).ask(ODD)
    assert ([tuple(span) for span in asked.spans], asked.seconds) == ([(0, 4)], 0.5)


@pytest.mark.parametrize("seconds", [2**-7, 1.5])
def test_what_the_lines_take_together_counts(clocks: Clocks, seconds: float) -> None:
    asking = budget.Budget(Cue("kava", compile=lambda *_: Asking(clocks, seconds)), 0)
    for _ in range(int(2 / seconds)):
        asking.ask(ODD)
    with pytest.raises(budget.OverBudgetError):
        asking.ask(ODD)
