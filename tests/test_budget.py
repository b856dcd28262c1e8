"""How long a pattern may try: what it tries counts, and nothing else."""

import pytest

from kratomlint.language import budget
from kratomlint.language.cue import Cue, by_regex


def test_the_time_in_which_a_pattern_is_compiled_is_no_lines_doing(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = [0.0]
    monkeypatch.setattr(budget.time, "process_time", lambda: clock[0])

    def slow(pattern: str, flags: int) -> object:
        clock[0] += 100
        return by_regex(pattern, flags)

    # What holds such a letter is asked of the engine whose syntax the pattern is in.
    asked = budget.Budget(Cue(r"kava\b", compile=slow), 20).ask("kava e\u0301")
    assert [tuple(span) for span in asked.spans] == [(0, 4)]
