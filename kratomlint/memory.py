"""What was read of words that come back: of an article that is being typed all but a sentence is as it was.

Knows keys and answers, not what they mean. An answer holds for its key alone, so a key names whatever it depends on.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from functools import partial
from typing import Any, TypeVar

Answer = TypeVar("Answer")

# A hundred answers are kept for each sentence: some twenty thousand of an article of 2,000 words.
_MOST = 200_000
_NOTHING: Any = object()


class Memory:
    """Keeps answers as long as they are asked for again and again.

    `most`: after so many answers a generation ends; what the next one doesn't ask for is forgotten with it.
    """

    def __init__(self, most: int = _MOST) -> None:
        self._most = most
        self._count = 0
        self._young: dict[Hashable, dict[Hashable, Any]] = {}
        self._old: dict[Hashable, dict[Hashable, Any]] = {}

    def begin(self) -> None:
        """Take that another text is read now: a generation ends between two of them."""
        if self._count > self._most:
            self._old, self._young, self._count = self._young, {}, 0

    def recall(self, read: Callable[..., Answer], *key: Hashable) -> Answer:
        """Return `read(*key)`, kept from before where it is."""
        found: Answer = self._young.setdefault(read, {}).get(key, _NOTHING)
        return self._renewed(read, key, lambda: read(*key)) if found is _NOTHING else found

    def recall_by(self, key: Hashable, read: Hashable, answer: Callable[[], Answer]) -> Answer:
        """Return what `read` gave for the key before, else `answer()`."""
        found: Answer = self._young.setdefault(read, {}).get(key, _NOTHING)
        return self._renewed(read, key, answer) if found is _NOTHING else found

    def each(self, read: Hashable, texts: Sequence[str], answer: Callable[[str], Answer]) -> list[Answer]:
        """Return what `read` gave for each text before, else `answer(text)`."""
        known = self._young.setdefault(read, {})
        try:
            # Most of the time all is known.
            return list(map(known.__getitem__, texts))
        except KeyError:
            for text in texts:
                if text not in known:
                    self._renewed(read, text, partial(answer, text))
        return list(map(known.__getitem__, texts))

    def _renewed(self, read: Hashable, key: Hashable, answer: Callable[[], Answer]) -> Answer:
        old: Answer = self._old.get(read, {}).get(key, _NOTHING)
        found = answer() if old is _NOTHING else old
        self._young.setdefault(read, {})[key] = found
        self._count += 1
        return found
