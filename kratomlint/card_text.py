"""The text of a file that an editor writes, for saying where in it something is wrong. Opens no file."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from kratomlint.late import late

# The ways to look, of which a card has one.
METHODS = ("find", "swap", "require", "limit", "agree", "define", "code", "proselint")
# The keys of a method's table that hold a pattern.
EXPRESSIONS = ("pattern", "when_pattern")

# Of faults, so many are told: each is looked up in the whole file, and who has more begins with these.
MOST_PROBLEMS = 20

_MARKED = late(r">>(.*?)<<", re.DOTALL)
_SLOT = late(r"\{([a-z_]\w*)\}")


class CardProblem(str):
    """One fault of a card or list, with its place, the line and the remedy."""

    __slots__ = ()


class CardError(Exception):
    """A card, lexicon, subject or preset that cannot be used; `problems` says where, what and what to do."""

    def __init__(self, problems: Iterable[CardProblem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(self.problems))


class CardText:
    """The text of a TOML file, for saying where in it something is wrong."""

    def __init__(self, text: str, path: str) -> None:
        self.text = text
        self.path = path

    def parse(self) -> dict[str, Any]:
        """Return the file's keys and values; raise `CardError` where it is not TOML."""
        import tomllib

        try:
            return tomllib.loads(self.text)
        except RecursionError:
            raise CardError([self.problem("not valid TOML: too deeply nested")]) from None
        # A number of some thousand digits is a plain ValueError.
        except ValueError as error:
            at = re.search(r"\(at line (\d+)", str(error))
            line = int(at[1]) if at else 1 + self.text.count("\n")
            said = re.sub(r"\s*\(at .*\)$", "", str(error))
            raise CardError([self.problem(f"not valid TOML: {said}", line)]) from None

    def line_of(self, *keys: str) -> int:
        """Return the line (from 1) on which the dotted key stands, or that of the key that holds it, or 1."""
        dotted = r"\s*\.\s*".join(rf"[\"']?{re.escape(key)}[\"']?" for key in keys)
        match = re.search(rf"^[ \t]*{dotted}\s*[=.]", self.text, re.MULTILINE)
        if match is None and len(keys) > 1:
            table = re.search(rf"^[ \t]*\[{re.escape('.'.join(keys[:-1]))}\]", self.text, re.MULTILINE)
            last = re.compile(rf"^[ \t]*[\"']?{re.escape(keys[-1])}[\"']?\s*=", re.MULTILINE)
            match = table and last.search(self.text, table.end())
        match = match or re.search(rf"^[ \t]*\[{dotted}[\].]", self.text, re.MULTILINE)
        if match:
            return 1 + self.text.count("\n", 0, match.start())
        # A key within braces stands on the line of the key that holds it, near enough.
        return self.line_of(*keys[:-1]) if len(keys) > 1 else 1

    def line_holding(self, words: str) -> int:
        """Return the first line (from 1) in which the words stand, or 1."""
        at = self.text.find(words)
        return 1 + self.text.count("\n", 0, at) if at > 0 else 1

    def problem(self, what: str, line: int = 1, remedy: str = "") -> CardProblem:
        """Return the fault as its author sees it: place, what, the line, what to do."""
        lines = self.text.split("\n")
        shown = lines[line - 1].strip() if line <= len(lines) else ""
        # A key or a value that is named may hold line ends.
        parts = [
            f"{self.path}:{line}: {' '.join(what.split())}",
            f"    {shown}" if shown else "",
            f"    {' '.join(remedy.split())}" if remedy else "",
        ]
        return CardProblem("\n".join(part for part in parts if part))


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return the remedy for a misspelt word: the nearest that is known, or all of them."""
    known = list(known)
    from difflib import get_close_matches

    near = get_close_matches(word, known, 1, 0.6)
    return f"Did you mean `{near[0]}`?" if near else f"Known are: {', '.join(known)}."


def unmark(example: str) -> tuple[str, list[tuple[int, int]]]:
    """Return an example without its `>>` and `<<`, and the ranges that they marked."""
    ranges, clean, last = [], "", 0
    for match in _MARKED.finditer(example):
        clean += example[last : match.start()]
        ranges.append((len(clean), len(clean) + len(match[1])))
        clean += match[1]
        last = match.end()
    return clean + example[last:], ranges


def slots(message: str) -> list[str]:
    """Return the names of the values that a message wants."""
    return _SLOT.findall(message)
