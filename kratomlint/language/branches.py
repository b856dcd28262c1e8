"""How a list of words is written as a pattern that parts where the words part. Knows words, nothing of any text.

An engine tries the branches of a choice one after the other at every place; of a thousand words that is a thousand
trials, of a choice among first letters, then among second ones, some twenty.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import groupby


def branching(words: Iterable[str]) -> str:
    """Return a pattern that finds the longest of `words` first, then the shorter ones, like the words side by side."""
    return _choice(sorted(set(words)))


def _choice(words: Sequence[str]) -> str:
    """Return the pattern for words in their order; an empty one, which only the first can be, is taken last."""
    ends_here = not words[0]
    branches = [_branch(list(group)) for _, group in groupby(words[ends_here:], key=lambda word: word[0])]
    if len(branches) == 1 and not ends_here:
        return branches[0]
    return f"(?:{'|'.join(branches)}){'?' if ends_here else ''}"


def _branch(words: Sequence[str]) -> str:
    # In order, so that what the first and the last share, all share.
    first, last = words[0], words[-1]
    shared = next((at for at, pair in enumerate(zip(first, last, strict=False)) if pair[0] != pair[1]), len(first))
    rest = [word[shared:] for word in words]
    return re.escape(first[:shared]) + (_choice(rest) if len(words) > 1 else "")
