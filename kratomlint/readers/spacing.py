"""What in a run of words is none: uneven white space, masks, addresses."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kratomlint.late import late

# What stands in the prose for code, an address or a template's value, so that the words beside it don't fuse.
STAND_IN = "\ufffc"

# What masks put in the place of markup that the format's parser would take for words. None is white space, so
# that a masked line is never indented code; all are ASCII, so that a mask doesn't slow the parser down.
NOTHING, OBJECT, BOUNDARY = "\x01", "\x02", "\x03"

_ODD_SPACE = r"\t\n\r\x0b\x0c\x1c-\x1f\x85\u2028\u2029"
_ADDRESS_TAIL = r"[^\s<>\x00-\x1f\"“”\u2028\u2029|]"
_UNEVEN = (
    rf"(?P<space>[{_ODD_SPACE}][ {_ODD_SPACE}]*+| [ {_ODD_SPACE}]++)"
    r"|(?P<nothing>\x01++)|(?P<object>\x02++)|(?P<boundary>\x03++)"
)
_WITHOUT_ADDRESS = late(_UNEVEN + "|(?P<address>(?!))")
_WITH_ADDRESS = late(
    rf"{_UNEVEN}|(?P<address>(?:(?<!\w)[Hh][Tt][Tt][Pp][Ss]?://|(?<![\w.@/])[Ww][Ww][Ww]\.(?=\w)){_ADDRESS_TAIL}++)"
)
# Most runs are even; a class of characters is found fast.
_MAY_BE_UNEVEN = late(rf"[\x01-\x03{_ODD_SPACE}]")
_ALL_SPACE = late(rf"[ {_ODD_SPACE}]*+\Z")
_REST_OF_ADDRESS = late(rf"{_ADDRESS_TAIL}++")
_STOPS = ".,;:!?'’*_~…"


def uneven(text: str, start: int, end: int) -> Iterable[re.Match[str]]:
    """Return the places of `text` that are no even words, each under its name: space, nothing, object and so on."""
    addressed = text.find("://", start, end) >= 0 or text.find("ww.", start, end) >= 0
    if addressed:
        return _WITH_ADDRESS.finditer(text, start, end)
    if text.find("  ", start, end) >= 0 or _MAY_BE_UNEVEN.search(text, start, end):
        return _WITHOUT_ADDRESS.finditer(text, start, end)
    return ()


def is_space(text: str) -> bool:
    """Say whether `text` is but white space at which lines and words may break."""
    return bool(_ALL_SPACE.match(text))


def rest_of_address(text: str, start: int, end: int) -> str:
    """Return what at `start` may belong to an address that ends there."""
    rest = _REST_OF_ADDRESS.match(text, start, end)
    return without_stops(rest[0]) if rest else ""


def without_stops(address: str) -> str:
    """Leave off the stops and brackets at an address's end that belong to the sentence around it."""
    kept = address.rstrip(_STOPS)
    brackets = {")": kept.count(")") - kept.count("("), "]": kept.count("]") - kept.count("[")}
    end = len(kept)
    while end and (brackets.get(kept[end - 1], 0) > 0 or kept[end - 1] in _STOPS):
        if kept[end - 1] in brackets:
            brackets[kept[end - 1]] -= 1
        end -= 1
    return kept[:end]
