"""How long a pattern may try in one document. Alone below the doors in looking at a clock: no other bound is sure to hold.

A pattern that others wrote (a project's, a plug-in's) may match in more ways than anybody can wait for. What is within
the budget is found whatever the machine; what is far beyond it is told and not found.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator

from kratomlint.language.cue import Cue

# Any pattern that was written with care takes a thousandth of this.
_SECONDS = 2.0
_CHARACTERS_A_SECOND = 50_000
# From one place of a text, before the engine with a clock is asked.
MOST_STEPS = 50_000


class OverBudgetError(Exception):
    """A pattern tries for too long; the message says so."""


def spans(cue: Cue, lines: Iterable[tuple[int, str]], size: int) -> Iterator[tuple[int, int]]:
    """Yield where a cue matches in lines that begin at such places, in a document of such a size.

    Raises `OverBudgetError`.
    """
    seconds = _SECONDS + size / _CHARACTERS_A_SECOND
    # The time of this process: a busy machine changes nothing.
    end = time.process_time() + seconds
    for start, line in lines:
        try:
            matches = cue.matches(line, seconds)
        except TimeoutError:
            matches = None
        if matches is None or time.process_time() > end:
            raise OverBudgetError("Its pattern can match in too many ways: have it say in one way what it looks for")
        yield from ((start + match.start(), start + match.end()) for match in matches)
