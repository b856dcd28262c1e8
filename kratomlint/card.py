"""A check as its editor wrote it. Reads the text of a card and says what is wrong with it; opens no file."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from fnmatch import fnmatchcase
from typing import Any, TypeGuard

from kratomlint.finding import Confidence, Severity

METHODS = ("find", "swap", "require", "limit", "agree", "code", "proselint")
GUARDS = ("negated", "quoted", "attributed", "asked", "hedged", "sourced")
BLOCK_KINDS = ("title", "heading", "paragraph", "item", "cell", "quote", "caption", "alt", "metadata")

# What each method's table may hold, and the types of the values.
_WORDS = {"words": list, "pattern": str}
_SHAPES: dict[str, dict[str, type | tuple[type, ...]]] = {
    "find": {**_WORDS, "in": list, "skip": list, "case": bool},
    "swap": {"words": dict, "in": list, "skip": list, "safe": bool},
    "require": {**_WORDS, "when_words": list, "when_pattern": str, "metadata": list},
    "limit": {**_WORDS, "most": int, "per": (str, int), "skip": list},
    "agree": {"forms": list},
}
_TEXTS = ("title", "message", "why")
_LISTS = ("unless", "sources", "bad", "good", "formerly")
_KEYS = (*_TEXTS, "severity", "confidence", *_LISTS, *METHODS)
_MARKED = re.compile(r">>(.*?)<<", re.DOTALL)
_SLOT = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Card:
    """One check: what it says, how it looks, why, on whose authority, and its examples."""

    id: str
    title: str
    message: str
    severity: Severity
    confidence: Confidence
    method: str
    # The method's table; of `code` and `proselint`, which are one string, {"call": that string}.
    look: Mapping[str, Any]
    unless: tuple[str, ...]
    why: str
    sources: tuple[str, ...]
    bad: tuple[str, ...]
    good: tuple[str, ...]
    formerly: tuple[str, ...]
    path: str

    @property
    def family(self) -> str:
        """Return what its neighbours share: `overclaim/efficacy-relief` is of `overclaim/efficacy`."""
        pack, _, name = self.id.partition("/")
        return f"{pack}/{name.split('-')[0]}"


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
        try:
            return tomllib.loads(self.text)
        except tomllib.TOMLDecodeError as error:
            at = re.search(r"\(at line (\d+)", str(error))
            line = int(at[1]) if at else 1 + self.text.count("\n")
            said = re.sub(r"\s*\(at .*\)$", "", str(error))
            raise CardError([self.problem(f"not valid TOML: {said}", line)]) from None

    def line_of(self, *keys: str) -> int:
        """Return the line (from 1) on which the dotted key stands, or 1."""
        dotted = r"\s*\.\s*".join(rf"[\"']?{re.escape(key)}[\"']?" for key in keys)
        match = re.search(rf"^[ \t]*{dotted}\s*[=.]", self.text, re.MULTILINE)
        if match is None and len(keys) > 1:
            table = re.search(rf"^[ \t]*\[{re.escape('.'.join(keys[:-1]))}\]", self.text, re.MULTILINE)
            start = table.end() if table else 0
            last = re.compile(rf"^[ \t]*[\"']?{re.escape(keys[-1])}[\"']?\s*=", re.MULTILINE)
            match = last.search(self.text, start)
        match = match or re.search(rf"^[ \t]*\[{dotted}[\].]", self.text, re.MULTILINE)
        return 1 + self.text.count("\n", 0, match.start()) if match else 1

    def problem(self, what: str, line: int = 1, remedy: str = "") -> CardProblem:
        """Return the fault as its author sees it: place, what, the line, what to do."""
        lines = self.text.split("\n")
        shown = lines[line - 1].strip() if line <= len(lines) else ""
        parts = [
            f"{self.path}:{line}: {what}",
            f"    {shown}" if shown else "",
            f"    {remedy}" if remedy else "",
        ]
        return CardProblem("\n".join(part for part in parts if part))


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return the remedy for a misspelt word: the nearest that is known, or all of them."""
    known = list(known)
    near = get_close_matches(word, known, 1, 0.6)
    return f"Did you mean `{near[0]}`?" if near else f"Known are: {', '.join(known)}."


def names(pattern: str, check_id: str) -> bool:
    """Say whether a pattern (an id, the beginning of ids, a glob) names a check; `all` names every one."""
    if pattern == "all" or pattern == check_id:
        return True
    if "*" in pattern or "?" in pattern or "[" in pattern:
        return fnmatchcase(check_id, pattern)
    rest = check_id.removeprefix(pattern)
    return rest != check_id and (pattern.endswith("/") or rest[0] in "/-")


def read_card(text: str, card_id: str, path: str) -> Card:
    """Return the card in `text`; raise `CardError` with every fault that it has."""
    card_text = CardText(text, path)
    values = card_text.parse()
    problems = list(_faults(values, card_text))
    if problems:
        raise CardError(problems)
    method = next(name for name in METHODS if name in values)
    look = values[method]
    return Card(
        id=card_id,
        title=values["title"],
        message=" ".join(values["message"].split()),
        severity=Severity[values["severity"]],
        confidence=Confidence[values.get("confidence", "medium")],
        method=method,
        look=look if isinstance(look, dict) else {"call": look},
        unless=tuple(values.get("unless", ())),
        why=" ".join(values["why"].split()),
        sources=tuple(values["sources"]),
        bad=tuple(values["bad"]),
        good=tuple(values["good"]),
        formerly=tuple(values.get("formerly", ())),
        path=path,
    )


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


def _faults(values: Mapping[str, Any], text: CardText) -> Iterator[CardProblem]:
    for key in values:
        if key not in _KEYS:
            yield text.problem(f"unknown key `{key}`", text.line_of(key), did_you_mean(key, _KEYS))
    yield from _text_faults(values, text)
    yield from _list_faults(values, text)
    yield from _word_faults(values, text)
    yield from _method_faults(values, text)
    yield from _example_faults(values, text)


def _text_faults(values: Mapping[str, Any], text: CardText) -> Iterator[CardProblem]:
    for key in _TEXTS:
        if key not in values:
            yield text.problem(f"`{key}` is missing", 1, f'Add a line: {key} = "..."')
        elif not isinstance(values[key], str) or not values[key].strip():
            yield text.problem(f"`{key}` must be a text", text.line_of(key), f'Write {key} = "..."')
    if isinstance(message := values.get("message"), str) and message.count("{") != len(slots(message)):
        remedy = "Braces name a value, such as {hit}; leave them out elsewhere."
        yield text.problem("a stray brace in `message`", text.line_of("message"), remedy)


def _list_faults(values: Mapping[str, Any], text: CardText) -> Iterator[CardProblem]:
    for key in ("sources", "bad", "good"):
        if key not in values:
            yield text.problem(f"`{key}` is missing", 1, f'Add a line: {key} = ["...", "..."]')
    for key in _LISTS:
        if key in values and not _is_texts(values[key]):
            yield text.problem(f"`{key}` must be a list of texts", text.line_of(key), f'Write {key} = ["...", "..."]')
    if values.get("sources") == []:
        yield text.problem(
            "`sources` is empty", text.line_of("sources"), "Name the standard or study behind the check."
        )


def _word_faults(values: Mapping[str, Any], text: CardText) -> Iterator[CardProblem]:
    choices = {"severity": [item.name for item in Severity], "confidence": [item.name for item in Confidence]}
    if "severity" not in values:
        yield text.problem("`severity` is missing", 1, 'Add a line: severity = "warning" (or "error", "suggestion")')
    for key, known in choices.items():
        if key in values and values[key] not in known:
            said = f"`{key}` cannot be `{values[key]}`"
            yield text.problem(said, text.line_of(key), did_you_mean(str(values[key]), known))
    guards = values.get("unless")
    for guard in guards if _is_texts(guards) else []:
        if guard not in GUARDS:
            yield text.problem(f"unknown guard `{guard}`", text.line_of("unless"), did_you_mean(guard, GUARDS))


def _method_faults(values: Mapping[str, Any], text: CardText) -> Iterator[CardProblem]:
    methods = [name for name in METHODS if name in values]
    if len(methods) != 1:
        said = f"{len(methods)} ways to look ({', '.join(methods)})" if methods else "no way to look"
        line = text.line_of(methods[1]) if methods else 1
        yield text.problem(said, line, f"A card has exactly one of: {', '.join(METHODS)}.")
        return
    method, look = methods[0], values[methods[0]]
    if method in ("code", "proselint"):
        if not isinstance(look, str) or not look:
            yield text.problem(f"`{method}` must be a text", text.line_of(method), f'Write {method} = "name.name"')
    elif not isinstance(look, dict):
        yield text.problem(
            f"`{method}` needs a key",
            text.line_of(method),
            f"Such as {method}.{next(iter(_SHAPES[method]))} = ...",
        )
    else:
        yield from _shape_faults(method, look, text)


def _shape_faults(method: str, look: Mapping[str, Any], text: CardText) -> Iterator[CardProblem]:
    shape = _SHAPES[method]
    for key, value in look.items():
        line = text.line_of(method, key)
        if key not in shape:
            yield text.problem(f"unknown key `{method}.{key}`", line, did_you_mean(key, shape))
        elif not isinstance(value, shape[key]) or (shape[key] is int and isinstance(value, bool)):
            yield text.problem(f"`{method}.{key}` is of the wrong kind", line, _wanted(shape[key]))
        elif key == "pattern" or key == "when_pattern":
            yield from _pattern_faults(str(value), line, text)
    for kind in look.get("in", []):
        if kind not in BLOCK_KINDS:
            yield text.problem(
                f"unknown kind of block `{kind}`",
                text.line_of(method, "in"),
                did_you_mean(str(kind), BLOCK_KINDS),
            )
    needed = {
        "find": _WORDS,
        "limit": _WORDS,
        "swap": ("words",),
        "agree": ("forms",),
        "require": (*_WORDS, "metadata"),
    }[method]
    if sum(key in look for key in needed) != 1:
        yield text.problem(f"`{method}` needs exactly one of: {', '.join(needed)}", text.line_of(method), "")


def _pattern_faults(pattern: str, line: int, text: CardText) -> Iterator[CardProblem]:
    import regex

    try:
        # A lexicon's name in braces stands for its words.
        regex.compile(re.sub(r"\{[a-z][a-z-]*\}", "(?:x)", pattern))
    except regex.error as error:
        yield text.problem(f"the pattern is broken: {error}", line, "Try it at `kratomlint try`, or use `words`.")


def _example_faults(values: Mapping[str, Any], text: CardText) -> Iterator[CardProblem]:
    for key, marked in (("bad", True), ("good", False)):
        examples = values.get(key)
        if not _is_texts(examples):
            continue
        if len(examples) < 2:
            yield text.problem(
                f"`{key}` needs two examples or more",
                text.line_of(key),
                "One example proves nothing: add a second.",
            )
        for example in examples:
            if bool(unmark(example)[1]) != marked:
                said = "no words are marked" if marked else "words are marked"
                remedy = "Mark what is to be found: >>words<<." if marked else "A good example has no >>words<<."
                yield text.problem(f"{said} in `{key}`: {example[:60]!r}", text.line_of(key), remedy)


def _is_texts(value: object) -> TypeGuard[list[str]]:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _wanted(kind: type | tuple[type, ...]) -> str:
    names = {
        str: "a text in quotes",
        list: "a list in [brackets]",
        dict: "a table {a = b}",
        bool: "true or false",
        int: "a whole number",
    }
    kinds = kind if isinstance(kind, tuple) else (kind,)
    return f"Write {' or '.join(names[item] for item in kinds)}."
