"""Front matter: where it lies, what it says, which words of it are published. Knows nothing of the body."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any

from kratomlint.late import late
from kratomlint.named import NamedTuple
from kratomlint.readers.writer import DocumentWriter

# Eleventy and gray-matter name the format behind the fence.
_FENCE = late(r"(?P<fence>---|\+\+\+)[ \t]*+(?P<format>ya?ml|toml|json)?[ \t]*(?:\r\n|\r|\n)")
_YAML_END = late(r"^(?:---|\.\.\.)[ \t]*(?:\r\n|\r|\n|\Z)", re.MULTILINE)
_TOML_END = late(r"^\+\+\+[ \t]*(?:\r\n|\r|\n|\Z)", re.MULTILINE)
LONE_RETURN = late(r"\r(?!\n)")
_JSON_START = late(r"\{[ \t]*(?:\r\n|\r|\n)\s*\"")
_LOOKS_LIKE_YAML = late(r"^[\w\"'][^\r\n:#]{0,80}:(?:[ \t]|\r|\n|\Z)", re.MULTILINE)
_BLANK_LINE = late(r"[ \t]*+(?:\r|\n)")
_NOT_A_LETTER = late(r"[\s_.-]+")

Path = tuple[str, ...]
# The entry of a list, in a path.
ENTRY = "[]"


class Field(NamedTuple):
    """A field's words: each run is a place in the source and, where it doesn't stand as it is, its meaning.

    An empty run between two is a paragraph's end.
    """

    path: Path
    runs: tuple[tuple[int, int, str | None], ...]


class FrontMatter(NamedTuple):
    """What stands before the body, which begins at `end`. `broken`: its words could not be read."""

    end: int
    metadata: dict[str, Any]
    fields: tuple[Field, ...]
    broken: str = ""

    def write(self, writer: DocumentWriter, published: Sequence[str]) -> None:
        """Write the published fields as blocks; count the words of what could not be read."""
        writer.count("front matter", self.broken)
        if not self.fields:
            return
        wanted = Wanted(published)
        for field in self.fields:
            if wanted.has(field.path):
                kind = "title" if field.path == ("title",) else "metadata"
                _write(writer, kind, field)


NONE = FrontMatter(0, {}, ())


def read_front_matter(text: str) -> FrontMatter:
    """Return the front matter of a text; what only looks like its fence is left to the body."""
    if text.startswith("{"):
        return _read_json(text)
    match = _FENCE.match(text)
    if not match or _BLANK_LINE.match(text, match.end()):
        return NONE
    # Lone returns end lines, too; for finding the fence they are read as such.
    lines = LONE_RETURN.sub("\n", text) if "\r" in text else text
    ending = (_YAML_END if match["fence"] == "---" else _TOML_END).search(lines, match.end())
    if not ending:
        return NONE
    inside = text[match.end() : ending.start()]
    if match["fence"] == "+++" or match["format"] == "toml":
        return _read_toml(inside, match.end(), ending.end())
    return _read_yaml(inside, match.end(), ending.end())


def pattern_path(pattern: str) -> Path:
    """Return the path that a published field's pattern names: `faq[].question` is faq, entry, question."""
    parts: list[str] = []
    for part in pattern.split("."):
        name = part.removesuffix(ENTRY)
        parts += [name if name == "*" else key(name)] if name else []
        parts += [ENTRY] if name != part else []
    return tuple(parts)


def key(name: str) -> str:
    """Return a field's name as it is compared: without case, hyphens and underscores."""
    return _NOT_A_LETTER.sub("", name).lower()


class Wanted:
    """The fields that are published."""

    def __init__(self, published: Sequence[str]) -> None:
        paths = [pattern_path(pattern) for pattern in published]
        self._exact = frozenset(paths)
        self._wild = [path for path in paths if "*" in path]

    def has(self, path: Path) -> bool:
        """Say whether a field's words are wanted."""
        keys = tuple(part if part == ENTRY else key(part) for part in path)
        return keys in self._exact or any(_matches(pattern, keys) for pattern in self._wild)


def _matches(pattern: Path, keys: Path) -> bool:
    return len(pattern) == len(keys) and all(one in (other, "*") for one, other in zip(pattern, keys, strict=True))


def _read_yaml(inside: str, start: int, end: int) -> FrontMatter:
    from kratomlint.readers.yaml_fields import BrokenError, read_yaml

    try:
        metadata, fields = read_yaml(inside, start)
    except BrokenError:
        return FrontMatter(end, {}, (), inside) if _LOOKS_LIKE_YAML.search(inside) else NONE
    return FrontMatter(end, metadata, fields)


def _read_toml(inside: str, start: int, end: int) -> FrontMatter:
    from kratomlint.readers.toml_fields import BrokenError, read_toml

    try:
        metadata, fields = read_toml(inside, start)
    except BrokenError:
        return FrontMatter(end, {}, (), inside)
    return FrontMatter(end, metadata, fields)


def _read_json(text: str) -> FrontMatter:
    """Read an object at the very start; its positions are those of the same text as YAML."""
    if not _JSON_START.match(text):
        return NONE
    try:
        _, end = json.JSONDecoder(strict=False).raw_decode(text)
    except (ValueError, RecursionError):
        return NONE
    return _read_yaml(text[:end], 0, end)


def _write(writer: DocumentWriter, kind: str, field: Field) -> None:
    writer.enter("field", kind, fixed=True)
    for start, end, meaning in field.runs:
        if start == end:
            writer.boundary()
        elif meaning is None:
            writer.text(start, end)
        elif meaning:
            writer.stand_for(meaning, start, end)
    writer.leave("field", through_fixed=True)
