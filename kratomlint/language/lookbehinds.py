"""How a pattern asks last what stands before a match. Knows the pattern's characters, nothing of any text.

An engine tries the first part of a pattern at every place of a text. Where that part is a lookbehind over many words,
asking it takes longer than all the rest: at most places the rest does not match anyway.
"""

from __future__ import annotations

from collections.abc import Iterator

from kratomlint.language.cue import in_its_own_syntax
from kratomlint.late import late

# What is escaped or stands in a class opens, closes and parts nothing; a group may hold others.
_PLAIN = r"[^()|\[\\]++|\\.|\[\^?\]?(?:\\.|[^\]\\])*+\]"
_GROUP = rf"(?<group>\((?:{_PLAIN}|\||(?&group))*+\))"
_BRANCH = rf"\G(?:{_PLAIN}|{_GROUP})*+\|"
# The edge of a word is asked at once.
_AROUND = rf"(?<before>(?:\\b)?)(?<around>(?:(?=\(\?<?[!=]){_GROUP})++)(?=.)"
# What the group is called, before a number, that is taken as it was found.
WHOLE = "whole"
_MAY_BEGIN = ("(?", r"\b(?")
_LOOKBEHINDS = ("(?<!", "(?<=")
_BY_NUMBER = late(r"\\[1-9]")


def asked_last(pattern: str) -> str:
    """Return a pattern that matches where `pattern` does, and asks the lookbehinds at its beginning after the rest.

    So does each branch of a choice. The rest is looked at from its beginning, and then taken as it was found there.
    `pattern` is in the syntax of PCRE2; its groups keep their names, not their numbers.
    """
    if "(?<" not in pattern or _BY_NUMBER.search(pattern):
        return pattern
    return "|".join(_last(branch, f"{WHOLE}{number}") for number, branch in enumerate(_branches(_inside(pattern))))


def _last(branch: str, name: str) -> str:
    found = in_its_own_syntax(_AROUND).match(branch) if branch.startswith(_MAY_BEGIN) else None
    # What stands behind is asked as quickly as the rest.
    if not found or not any(beginning in found["around"] for beginning in _LOOKBEHINDS):
        return branch
    return f"{found['before']}(?=(?<{name}>{branch[found.end() :]})){found['around']}(?P={name})"


def _inside(pattern: str) -> str:
    """Return what a group holds that is the whole pattern."""
    is_group = pattern.startswith("(?:") and in_its_own_syntax(_GROUP).fullmatch(pattern)
    return pattern[3:-1] if is_group else pattern


def _branches(pattern: str) -> Iterator[str]:
    end = 0
    for branch in in_its_own_syntax(_BRANCH).finditer(pattern):
        yield branch[0][:-1]
        end = branch.end()
    yield pattern[end:]
