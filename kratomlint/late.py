"""Patterns that are compiled when a text first needs them. Knows patterns, no text.

`re` takes a quarter of a millisecond to compile one, and a run over one article needs half of those that its modules
name. Afterwards nothing stands between who asks and `re`.
"""

from __future__ import annotations

import re
from typing import Any, cast


def late(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return what `re.compile` returns, compiled at the first question."""
    return cast("re.Pattern[str]", _Late(pattern, flags))


class _Late:
    def __init__(self, pattern: str, flags: int) -> None:
        self._given = pattern, flags

    def __getattr__(self, name: str) -> Any:
        """Compile the pattern, and keep its method where the next question finds it."""
        method = getattr(re.compile(*self._given), name)
        setattr(self, name, method)
        return method
