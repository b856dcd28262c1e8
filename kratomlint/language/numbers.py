"""Figures and number words, and what they are worth."""

from __future__ import annotations

import re

_COUNTED = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
eighteen nineteen twenty"""

WORDS = {word: float(value) for value, word in enumerate(_COUNTED.split())}
WORDS |= {
    "thirty": 30.0,
    "forty": 40.0,
    "fifty": 50.0,
    "hundred": 100.0,
    "half a": 0.5,
    "half": 0.5,
    "a": 1.0,
    "an": 1.0,
}
WORDS |= {"a quarter": 0.25, "third of a": 1 / 3, "half of a": 0.5, "one and a half": 1.5, "a single": 1.0}
WORDS |= {
    "quarter of a": 0.25,
    "quarter of an": 0.25,
    "half of an": 0.5,
    "third of an": 1 / 3,
    "half of the": 0.5,
    "one quarter": 0.25,
}
WORDS |= {"a second": 1.0, "one more": 1.0, "an extra": 1.0}
WORDS |= {"another": 1.0, "an additional": 1.0}
_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 0.125}


def number(words: str) -> float | None:
    """Return the value of a figure or a number word, or None where it is none."""
    words = re.sub(r" \(\d+\)$", "", words.strip().lower()).replace(",", "")
    if words in WORDS:
        return WORDS[words]
    if words in _FRACTIONS:
        return _FRACTIONS[words]
    if words[-1:] in _FRACTIONS:
        whole = number(words[:-1])
        return None if whole is None else whole + _FRACTIONS[words[-1]]
    over = re.fullmatch(r"(\d+)/(\d+)", words)
    if over:
        return int(over[1]) / int(over[2]) if int(over[2]) else None
    return float(words) if re.fullmatch(r"\d*\.?\d+", words) else None
