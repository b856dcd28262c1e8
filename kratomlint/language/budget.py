"""How long a pattern may try in one document. Alone below the doors in looking at a clock: no other bound is sure to hold.

A pattern that others wrote (a project's, a plug-in's) may match in more ways than anybody can wait for. What is within
the budget is found whatever the machine; what is far beyond it is told and not found.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator

from kratomlint.language.cue import Cue
from kratomlint.named import NamedTuple
from kratomlint.span import Span

# Any pattern that was written with care takes a thousandth of this.
_SECONDS = 2.0
_CHARACTERS_A_SECOND = 50_000
# In so many seconds a line is read a hundred times.
_LITTLE = 0.01
# From one place of a text, before the engine with a clock is asked.
MOST_STEPS = 50_000


class OverBudgetError(Exception):
    """A pattern tries for too long; the message says so."""

    def __init__(self) -> None:
        super().__init__("Its pattern can match in too many ways: have it say in one way what it looks for")


class Asked(NamedTuple):
    """Where a cue matches in a line, and how many seconds it took to say so."""

    spans: tuple[Span, ...]
    seconds: float


class Budget:
    """What one cue may take in a document of such a size, whatever part of it is remembered."""

    def __init__(self, cue: Cue, size: int) -> None:
        self._cue = cue
        self._seconds = self._left = _SECONDS + size / _CHARACTERS_A_SECOND

    def ask(self, line: str) -> Asked:
        """Return where the cue matches in a line; raise `OverBudgetError`."""
        asked = self._timed(line, time.perf_counter)
        if asked.seconds > _LITTLE:
            # Perhaps the cue was compiled meanwhile, or the machine was busy with something else: no text's doing.
            # The time of this process alone is not asked for at once, as the system takes longer to tell it.
            asked = self._timed(line, time.process_time)
        self._left -= asked.seconds
        if self._left < 0:
            raise OverBudgetError
        return asked

    def _timed(self, line: str, clock: Callable[[], float]) -> Asked:
        start = clock()
        try:
            spans = self._cue.spans_within(line, self._seconds)
        except TimeoutError:
            raise OverBudgetError from None
        return Asked(spans, clock() - start)

    def told(self, asked: Iterable[Asked]) -> Iterator[tuple[Span, ...]]:
        """Yield where the cue matches in each line of the document.

        Raises `OverBudgetError` where all lines together took too long, now or when they were asked.
        """
        taken = 0.0
        for spans, seconds in asked:
            taken += seconds
            if taken > self._seconds:
                raise OverBudgetError
            yield spans
