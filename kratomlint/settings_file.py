"""A settings file as its author wrote it. Says what is wrong with it, on which line, and what to write instead."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any

import kratomlint
from kratomlint.card import CardError, CardText, did_you_mean
from kratomlint.card_text import MOST_PROBLEMS
from kratomlint.finding import Severity
from kratomlint.late import late
from kratomlint.named import NamedTuple
from kratomlint.source import LARGEST, UnreadableError, read_bytes

FAIL_ON = (*(item.name for item in reversed(Severity)), "never")
SEVERITIES = (*(item.name for item in Severity), "off")
# The least and the most of what is a number: megabytes, and percent of the words.
COUNTS = {"max-file-size": (1, LARGEST // 1_000_000), "min-coverage": (0, 100)}

_VERSION = late(r"\d+(?:\.\d+)*")
_CLAUSE = late(r"(~=|==|!=|<=|>=|<|>|)\s*(\d+(?:\.\d+)*)(\.\*)?")


class SettingsError(Exception):
    """Settings that cannot be used; the message says where, what and what to do."""


class Origin(NamedTuple):
    """Who set a value: a file and its line, the command line, or nobody."""

    who: str
    line: int = 0

    def __str__(self) -> str:
        return f"{self.who}:{self.line}" if self.line else self.who


class Written(NamedTuple):
    """What a settings file says, by key, and where it says so. Lists are tuples, tables are tuples of pairs."""

    values: Mapping[str, Any]
    origins: Mapping[str, Origin]


class SettingsText:
    """The text of a settings file and the table in it that is ours."""

    def __init__(self, path: Path) -> None:
        self.text = CardText(_characters(path), shown(path))
        self.table = ("tool", "kratomlint") if path.name == "pyproject.toml" else ()

    def values(self) -> dict[str, Any] | None:
        """Return the keys and values of our table; None where the file has none."""
        if self.table and "kratomlint" not in self.text.text:
            return None
        try:
            values: Any = self.text.parse()
        except CardError as error:
            raise SettingsError(str(error)) from None
        for name in self.table:
            values = values.get(name) if isinstance(values, dict) else None
        if values is not None and not isinstance(values, dict):
            raise SettingsError(self.problem("`tool.kratomlint` must be a table", "Write [tool.kratomlint]."))
        return values

    def line_of(self, *keys: str) -> int:
        """Return the line on which the key stands, or the nearest key above it that has a line of its own."""
        path = (*self.table, *keys)
        for count in range(len(path), 0, -1):
            line = self.text.line_of(*path[:count])
            if line > 1:
                return line
        return 1

    def problem(self, what: str, remedy: str, *keys: str, value: str = "") -> str:
        """Return the fault of a key as its author sees it, on the line of `value` where a list goes over many."""
        line = self.line_of(*keys)
        if value:
            lines = self.text.text.split("\n")[line - 1 :]
            quoted = (f'"{value}"', f"'{value}'")
            below = next((number for number, row in enumerate(lines) if any(text in row for text in quoted)), None)
            # A table's key stands without quotes.
            line = self.line_of(*keys, value) if below is None else line + below
        return self.text.problem(what, line, remedy)


class Spoken:
    """Settings that somebody gave in no file of ours; `who` is what messages call them."""

    def __init__(self, who: str) -> None:
        self._who = who

    def problem(self, what: str, remedy: str, *keys: str, value: str = "") -> str:
        """Return the fault of a key as the person sees it who gave it."""
        return f"{self._who}: {what}\n    {remedy}"


def read(path: Path) -> Written | None:
    """Return the file's settings; None where a `pyproject.toml` has none; raise `SettingsError` with all faults."""
    text = SettingsText(path)
    values = text.values()
    if values is None:
        return None
    # The version first: a newer one may know keys that this one does not.
    problems = list(_version_faults(values, text)) or list(islice(_faults(values, text), MOST_PROBLEMS))
    if problems:
        raise SettingsError("\n".join(problems))
    return Written(
        {key: _frozen(value) for key, value in values.items()},
        {key: Origin(text.text.path, text.line_of(key)) for key in values},
    )


def spoken(values: Mapping[str, Any], who: str) -> dict[str, Any]:
    """Return settings that were given in no file as a settings file's are; raise `SettingsError` with all faults."""
    if problems := list(_faults(values, Spoken(who))):
        raise SettingsError("\n".join(problems))
    return {key: _frozen(value) for key, value in values.items()}


def fault(origin: Origin, key: str, value: str, what: str, remedy: str) -> SettingsError:
    """Return the error for a value that only a later stage could judge, shown where it was written."""
    if not origin.line:
        return SettingsError(f"--{key} {value}: {what}\n    {remedy}")
    return SettingsError(SettingsText(Path(origin.who)).problem(what, remedy, key, value=value))


def allows(specifier: str, version: str) -> bool:
    """Say whether `version` meets every clause of a specifier such as `>=0.2, <1`, `~=0.2.1` or `0.2.*`."""
    return all(_meets(clause.strip(), version) for clause in specifier.split(","))


def _meets(clause: str, version: str) -> bool:
    match = _CLAUSE.fullmatch(clause)
    numbers = _VERSION.match(version)
    if match is None or numbers is None:
        return False
    sign, wanted, star = match[1] or "==", _numbers(match[2]), match[3]
    have = _numbers(numbers[0])
    if sign == "~=":
        return have >= wanted and have[: len(wanted) - 1] == wanted[:-1]
    if star:
        return (have[: len(wanted)] == wanted) == (sign == "==")
    width = max(len(have), len(wanted))
    left, right = (value + (0,) * (width - len(value)) for value in (have, wanted))
    return {
        "==": left == right,
        "!=": left != right,
        "<=": left <= right,
        ">=": left >= right,
        "<": left < right,
        ">": left > right,
    }[sign]


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(map(int, text.split(".")))


def _is_specifier(text: str) -> bool:
    matches = [_CLAUSE.fullmatch(clause.strip()) for clause in text.split(",")]
    return all(
        match and not (match[3] and match[1] not in ("", "==", "!=")) and not (match[1] == "~=" and "." not in match[2])
        for match in matches
    )


def _version_faults(values: Mapping[str, Any], text: SettingsText) -> Iterator[str]:
    wanted = values.get("required-version")
    if wanted is None:
        return
    if not isinstance(wanted, str) or not _is_specifier(wanted):
        remedy = 'Write required-version = ">=0.1,<0.2".'
        yield text.problem("`required-version` is not a range of versions", remedy, "required-version")
    elif not allows(wanted, kratomlint.__version__):
        what = f"this is kratomlint {kratomlint.__version__}, and the project requires {wanted}"
        yield text.problem(what, f'Install it: pip install "kratomlint{_pip(wanted)}".', "required-version")


def _pip(specifier: str) -> str:
    return specifier if specifier[0] in "~=!<>" else f"=={specifier}"


def _faults(values: Mapping[str, Any], text: SettingsText | Spoken) -> Iterator[str]:
    for key, value in values.items():
        if key in KEYS:
            yield from _KINDS[key](key, value, text)
        else:
            spelt = key.replace("_", "-")
            remedy = f"Did you mean `{spelt}`?" if spelt in KEYS else did_you_mean(key, KEYS)
            yield text.problem(f"unknown key `{key}`", remedy, key)


def _text_faults(key: str, value: Any, text: SettingsText | Spoken) -> Iterator[str]:
    if not isinstance(value, str) or not value:
        yield text.problem(f"`{key}` must be a text", f'Write {key} = "...".', key)


def _list_faults(key: str, value: Any, text: SettingsText | Spoken) -> Iterator[str]:
    if not _is_texts(value):
        yield text.problem(f"`{key}` must be a list of texts", f'Write {key} = ["...", "..."].', key)


def _choice_faults(key: str, value: Any, text: SettingsText | Spoken) -> Iterator[str]:
    if value not in FAIL_ON:
        yield text.problem(f"`{key}` cannot be `{value}`", did_you_mean(str(value), FAIL_ON), key)


def _count_faults(key: str, value: Any, text: SettingsText | Spoken) -> Iterator[str]:
    least, most = COUNTS[key]
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
        yield text.problem(f"`{key}` must be a number from {least} to {most}", f"Write {key} = {most // 10}.", key)


def _severity_faults(key: str, value: Any, text: SettingsText | Spoken) -> Iterator[str]:
    if not isinstance(value, dict):
        yield text.problem(f"`{key}` must be a table", f'Write {key}."dosage/unsourced" = "error".', key)
        return
    for name, severity in value.items():
        if severity not in SEVERITIES:
            what = f"the severity of `{name}` cannot be `{severity}`"
            yield text.problem(what, did_you_mean(str(severity), SEVERITIES), key, name)


def _per_file_faults(key: str, value: Any, text: SettingsText | Spoken) -> Iterator[str]:
    if not isinstance(value, dict):
        yield text.problem(f"`{key}` must be a table", f'Write {key}."drafts/**" = ["readability"].', key)
        return
    for glob, ids in value.items():
        if not _is_texts(ids):
            what = f"what `{glob}` ignores must be a list of texts"
            yield text.problem(what, f'Write "{glob}" = ["...", "..."].', key, glob)


_KINDS: Mapping[str, Callable[[str, Any, SettingsText | Spoken], Iterator[str]]] = {
    "select": _list_faults,
    "extend-select": _list_faults,
    "ignore": _list_faults,
    "per-file-ignores": _per_file_faults,
    "exclude": _list_faults,
    "severity": _severity_faults,
    "fail-on": _choice_faults,
    "max-file-size": _count_faults,
    "min-coverage": _count_faults,
    "subjects": _list_faults,
    "published": _list_faults,
    "required-version": _text_faults,
    "preset": _text_faults,
    "baseline": _text_faults,
}
KEYS = tuple(_KINDS)


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) and item for item in value)


def _frozen(value: Any) -> Any:
    if isinstance(value, dict):
        return tuple((name, _frozen(item)) for name, item in value.items())
    return tuple(value) if isinstance(value, list) else value


def _characters(path: Path) -> str:
    try:
        return read_bytes(str(path)).decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        raise SettingsError(f"{shown(path)}: not UTF-8\n    Save the file as UTF-8.") from None
    except UnreadableError as error:
        raise SettingsError(f"{shown(path)}: cannot be read: {error}") from None


def shown(path: Path) -> str:
    """Return the path as the user would type it: relative below the working directory, with `/`."""
    absolute = Path(os.path.abspath(path))  # noqa: PTH100
    try:
        return absolute.relative_to(Path.cwd()).as_posix()
    except ValueError:
        return absolute.as_posix()
