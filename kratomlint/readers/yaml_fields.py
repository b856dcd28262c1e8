"""YAML front matter to values and the places of their words. The only module that knows PyYAML."""

from __future__ import annotations

import datetime
import re
from typing import Any

from kratomlint.late import late
from kratomlint.readers.frontmatter import ENTRY, Field, Path

_DEEPEST = 50
_MOST_VALUES = 20_000
_PROPERTIES = late(r"(?:[!&][^\s]*+\s++){0,2}")
_BLOCK_HEADER = late(r"[|>][^\r\n]*+(?:\r\n|\r|\n|\Z)")
_BLANK_LINES = late(r"(?>\r\n|\r|\n)(?:[ \t]*+(?>\r\n|\r|\n))++")
_ESCAPE = late(r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|(?:\r\n|\r|\n)[ \t]*+|.)", re.DOTALL)
_DOUBLED = late("''")
_SIMPLE_ESCAPES = {
    "0": "", "a": "", "b": "", "t": "\t", "\t": "\t", "n": "\n", "v": "\n", "f": "\n", "r": "\n", "e": "",
    " ": " ", '"': '"', "/": "/", "\\": "\\", "N": "\n", "_": "\u00a0", "L": "\n", "P": "\n",
}  # fmt: skip

Run = tuple[int, int, str | None]


class BrokenError(Exception):
    """Front matter that is no mapping in good YAML."""


def read_yaml(text: str, offset: int) -> tuple[dict[str, Any], tuple[Field, ...]]:
    """Return the values and the fields of a mapping; positions are moved by `offset`."""
    import yaml

    try:
        return _Reader(yaml, text, offset).read()
    except (yaml.YAMLError, UnicodeError, ValueError, OverflowError) as error:
        raise BrokenError(str(error)) from None


class _Reader:
    """Builds values from events, without recursion: a file may nest as deeply as its author likes."""

    def __init__(self, yaml: Any, text: str, offset: int) -> None:
        self._yaml = yaml
        self._text = text
        self._offset = offset
        self._loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text)
        self._anchors: dict[str, Any] = {}
        self._fields: list[Field] = []
        # What is open: the value, the path to it, and in a mapping the key that waits for its value.
        self._open: list[tuple[Any, Path, list[Any]]] = []
        self._root: Any = None
        self._count = 0

    def read(self) -> tuple[dict[str, Any], tuple[Field, ...]]:
        try:
            while self._loader.check_event():
                self._take(self._loader.get_event())
        finally:
            self._loader.dispose()
        if self._root is None:
            self._root = {}
        if not isinstance(self._root, dict):
            raise BrokenError("no mapping")
        return self._root, tuple(self._fields)

    def _take(self, event: Any) -> None:
        yaml = self._yaml
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event)
        elif isinstance(event, yaml.MappingStartEvent):
            self._start(event, {})
        elif isinstance(event, yaml.SequenceStartEvent):
            self._start(event, [])
        elif isinstance(event, yaml.CollectionEndEvent):
            self._open.pop()
        elif isinstance(event, yaml.AliasEvent):
            if event.anchor not in self._anchors:
                raise BrokenError("no such anchor")
            self._place(self._anchors[event.anchor])

    def _start(self, event: Any, value: Any) -> None:
        if len(self._open) >= _DEEPEST:
            raise BrokenError("nested too deeply")
        path = self._path()
        self._place(value)
        if event.anchor:
            # A reference to what is still open would make the value hold itself.
            self._anchors[event.anchor] = None
        self._open.append((value, path, []))

    def _scalar(self, event: Any) -> None:
        value = self._value(event)
        if event.anchor:
            self._anchors[event.anchor] = value
        is_key = self._wants_key()
        path = self._path()
        self._place(value)
        if not is_key and isinstance(value, str) and value:
            self._fields.append(Field(path, tuple(self._runs(event))))

    def _value(self, event: Any) -> Any:
        yaml = self._yaml
        tag = event.tag
        if tag is None or tag == "!":
            tag = self._loader.resolve(yaml.ScalarNode, event.value, event.implicit)
        try:
            node = yaml.ScalarNode(tag, event.value, event.start_mark, event.end_mark)
            value = self._loader.construct_object(node)
        except (yaml.YAMLError, ValueError, OverflowError, ArithmeticError):
            return event.value
        if isinstance(value, (datetime.date, datetime.datetime)):
            return value.isoformat()
        return value if isinstance(value, (str, int, float, bool, type(None))) else event.value

    def _wants_key(self) -> bool:
        return bool(self._open) and isinstance(self._open[-1][0], dict) and not self._open[-1][2]

    def _path(self) -> Path:
        """Return the path to the value that comes next."""
        if not self._open:
            return ()
        value, path, waiting = self._open[-1]
        if isinstance(value, list):
            return (*path, ENTRY)
        return (*path, str(waiting[0])) if waiting else path

    def _place(self, value: Any) -> None:
        self._count += 1
        if self._count > _MOST_VALUES:
            raise BrokenError("too many values")
        if not self._open:
            self._root = value
            return
        holder, _, waiting = self._open[-1]
        if isinstance(holder, list):
            holder.append(value)
        elif waiting:
            holder[waiting.pop()] = value
        else:
            waiting.append(value if isinstance(value, str) else _key(value))

    # -- where the words stand -----------------------------------------------------------------------

    def _runs(self, event: Any) -> list[Run]:
        start, end = event.start_mark.index, event.end_mark.index
        if properties := _PROPERTIES.match(self._text, start, end):
            start = properties.end()
        if event.style == "'":
            return self._with(_DOUBLED, lambda found: "'", start + 1, end - 1)
        if event.style == '"':
            return self._with(_ESCAPE, _meaning, start + 1, end - 1)
        if event.style in ("|", ">"):
            header = _BLOCK_HEADER.match(self._text, start, end)
            return self._with(_BLANK_LINES, None, header.end() if header else start, end)
        return [self._run(start, end)]

    def _with(self, pattern: re.Pattern[str], meaning: Any, start: int, end: int) -> list[Run]:
        """Cut the text where the pattern matches; without a meaning, what matches ends a paragraph."""
        runs = []
        position = start
        for match in pattern.finditer(self._text, start, end):
            if match.start() > position:
                runs.append(self._run(position, match.start()))
            if meaning:
                runs.append(self._run(*match.span(), meaning(match[0])))
            else:
                runs.append(self._run(match.start(), match.start()))
            position = match.end()
        if position < end:
            runs.append(self._run(position, end))
        return runs

    def _run(self, start: int, end: int, meaning: str | None = None) -> Run:
        return start + self._offset, end + self._offset, meaning


def _key(value: Any) -> str:
    if isinstance(value, bool) or value is None:
        return "" if value is None else str(value).lower()
    return str(value) if isinstance(value, (int, float)) else "?"


def _meaning(escape: str) -> str:
    """Return what an escape of a double-quoted scalar stands for."""
    code = escape[1:]
    if code[0] in "xuU" and len(code) > 1:
        number = int(code[1:], 16)
        return chr(number) if number < 0x110000 and not 0xD800 <= number < 0xE000 else "\ufffd"
    return "" if code[0] in "\r\n" else _SIMPLE_ESCAPES.get(code, code)
