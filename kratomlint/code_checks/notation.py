"""Doses that are written so that they are read wrong: figures, units and Latin letters."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from kratomlint.document import Document
from kratomlint.finding import Hit
from kratomlint.language.cue import Cue
from kratomlint.late import late
from kratomlint.named import NamedTuple
from kratomlint.registry import check
from kratomlint.span import Span

# Any but the one between two blocks.
_SPACE = r"[^\S\n]?"
_UNIT = r"(?:mg|mcg|[µμ]g|kg|g|mL|ml|L|units?|IU|grams?|milligrams?|micrograms?|tablets?|capsules?|teaspoons?|drops?)"
# A concentration is a laboratory's, where µg and a measured zero are right.
_NO_VALUE = rf"(?![\w²³])(?!{_SPACE}/{_SPACE}(?:d?[lL]|m[lL]|g|m²)\b)"
_DAILY = Cue(r"\b(?:Q\.?O\.?D\.?|q\.?o\.?d\.?|QOD)(?!\w)")


# Of “a 400 IU capsule” the unit would be an adjective, and have no plural.
_CARRIES_A_NOUN = late(
    r" (?!(?:of|a|an|per|each|every|daily|once|twice|and|or|to|in|on|at|for|from|with|by|is|are|was|were|as|if|when|before"
    r"|after|may|can|should|than|that|which|but|weekly|subcutaneously|orally|total)\b)[a-z]"
)


class _Slip(NamedTuple):
    pattern: Cue
    correct: Callable[[re.Match[str]], str]


def _spelled(match: re.Match[str]) -> str:
    unit = match[2].lower()
    stem = {"gm": "g", "gms": "g", "grm": "g", "grms": "g", "gr": "g"}.get(unit) or unit.removesuffix("s")
    return match[1] + stem.replace("ml", "mL")


def _units(match: re.Match[str]) -> str:
    return f"{match[1]} {'unit' if match[1] == '1' else 'units'}"


_SLIPS = {
    "trailing-zero": _Slip(
        Cue(rf"(?<![\d.,])(\d+)\.0+({_SPACE}{_UNIT}){_NO_VALUE}"), lambda match: match[1] + match[2]
    ),
    "naked-decimal": _Slip(Cue(rf"(?<![\w.,\d])(\.\d+{_SPACE}{_UNIT}){_NO_VALUE}"), lambda match: "0" + match[1]),
    "microgram": _Slip(Cue(rf"(?<![\w.])(\d[\d.,]{{0,15}}{_SPACE})[µμ]g{_NO_VALUE}"), lambda match: match[1] + "mcg"),
    "international-unit": _Slip(Cue(rf"(?<![\w.])(\d[\d.,]{{0,15}}){_SPACE}(?:IU|I\.U\.){_NO_VALUE}"), _units),
    "unit-letter": _Slip(Cue(rf"(?<![\w.$€£])(\d[\d.,]{{0,15}}){_SPACE}[Uu](?!\.)(?![-/]\w){_NO_VALUE}"), _units),
    "cubic-centimetre": _Slip(
        Cue(rf"(?<![\w.])(\d[\d.,]{{0,15}}){_SPACE}cc\b(?! (?:engine|motor|displacement))"),
        lambda match: match[1] + " mL",
    ),
    "daily-letters": _Slip(
        Cue(rf"(?<=\d )((?:{_UNIT} (?:\w+ )?)?)\b(?:QOD|qod|q\.o\.d\.|Q\.O\.D\.|QD|qd|q\.d\.|Q\.D\.)(?!\w)"),
        lambda match: match[1] + ("every other day" if _DAILY.search(match[0]) else "daily"),
    ),
    "unit-spelling": _Slip(Cue(rf"(?<![\w.])(\d[\d.,]{{0,15}}{_SPACE})(mgs|mcgs|kgs|mLs|mls|gms?|grms?)\b"), _spelled),
    "spacing": _Slip(
        Cue(rf"(?<![\w.,-])(\d[\d.,]{{0,15}})(mg|mcg|kg|mL|ml|g|IU){_NO_VALUE}"), lambda match: f"{match[1]} {match[2]}"
    ),
}
KINDS = tuple(_SLIPS)


@check
def slip(document: Document, kind: str) -> Iterator[Hit]:
    """Point at every slip of one kind and say how to write it."""
    pattern, correct = _SLIPS[kind]
    for at, match in document.matches(pattern.finditer, cased=True):
        written, span = correct(match), Span(*match.span()).shifted(at)
        is_sure = not (written.endswith("units") and _CARRIES_A_NOUN.match(document.folded, span.end))
        yield Hit(span, {"instead": written}, written, is_sure)
