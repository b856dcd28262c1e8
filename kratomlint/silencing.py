"""Writes the comments that `suppress` reads. From findings and a reason to edits of the source; pure, and checked.

A comment is placed where it is known to work: the source with the edits is read again, and only what silences its
findings, lets every other word be read as before and leaves the other directives their effect is handed out.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate

from kratomlint import comments, suppress
from kratomlint.card import names
from kratomlint.document import Directive, Document
from kratomlint.edits import applied
from kratomlint.finding import Edit, Finding
from kratomlint.named import NamedTuple
from kratomlint.readers import DEFAULT_PUBLISHED, HTML, parse
from kratomlint.source import SourceFile
from kratomlint.span import Span

# A page on which so many comments in a row find no place is none that a person wrote.
_MOST_READINGS = 100
_WRITTEN = re.compile(
    r"(?P<head>kratomlint-(?:disable|ignore)-(?P<scope>line|next-line|file))[:,]?(?P<ids>.*?)"
    r"(?:(?<=\s)--(?!\S)(?P<reason>.*))?",
    re.DOTALL,
)
_ID = re.compile(r"[^\s,]+")
_LINE_END = re.compile(r"\r\n|\r|\n")
# What ends a comment in some format, whatever a reader of ours makes of it.
_ENDS = ("-->", "--!>", "*/")
# Nothing may stand before these.
_MUST_BE_FIRST = re.compile(r"\s*<(?:\?xml|!doctype)\b", re.IGNORECASE)


class ReasonError(Exception):
    """A reason that cannot be written into a comment; the message is one line for the person who gave it."""


class Silencing(NamedTuple):
    """The edits that silence findings, in the order of the text, and the findings for which there is no place."""

    edits: tuple[Edit, ...]
    left: tuple[Finding, ...]


def silence(
    source: SourceFile,
    findings: Iterable[Finding],
    reason: str,
    *,
    whole_file: bool = False,
    published: Sequence[str] = DEFAULT_PUBLISHED,
) -> Silencing:
    """Return the edits that write a suppression for each of the findings that isn't suppressed; raise `ReasonError`.

    `whole_file`: for the file, instead of for the line. A comment that is there already is extended.
    """
    wanted = [finding for finding in findings if finding.suppressed is None]
    reason = checked(reason, source.suffix)
    placing = _Placing(source, reason, published)
    groups: dict[int, list[Finding]] = {}
    for finding in wanted:
        if finding.check_id not in (suppress.UNKNOWN, suppress.UNUSED):
            groups.setdefault(finding.place.line, []).append(finding)
    placed = placing.place([_Group(line, tuple(found)) for line, found in sorted(groups.items())], whole_file)
    left = tuple(finding for finding in wanted if finding not in placed)
    return Silencing(placing.edits(), left)


def checked(reason: str, suffix: str) -> str:
    """Return the reason on one line; raise `ReasonError` where a comment of that format would not give it back."""
    reason = " ".join(reason.split())
    if not reason:
        raise ReasonError("a suppression needs a reason: say why the words may stay")
    written = comments.comment(suffix, "file", ["any/check"], reason)
    document = parse(SourceFile(f"reason{suffix}", f"{written}\n\nWords.\n"))
    found = suppress.read(document, {"any/check": "any/check"}).suppressions
    ends_early = any(mark in reason for mark in _ENDS)
    if ends_early or [item.reason for item in found] != [reason] or document.prose.text != "Words.":
        raise ReasonError(f"a comment cannot hold this reason: “{reason}”; leave out marks such as --> and */")
    return reason


class _Group(NamedTuple):
    """The findings on a line."""

    line: int
    findings: tuple[Finding, ...]

    @property
    def ids(self) -> frozenset[str]:
        """Return what is to be silenced."""
        return frozenset(finding.check_id for finding in self.findings)


class _Target(NamedTuple):
    """Where a comment goes: a new one of a scope at an offset, or (`scope` empty) into the directive of that number."""

    at: int
    scope: str


_Plan = Mapping[_Target, frozenset[str]]


class _Placing:
    """Tries places for comments and keeps those that hold."""

    def __init__(self, source: SourceFile, reason: str, published: Sequence[str]) -> None:
        self._source = source
        self._reason = reason
        self._published = published
        self._page = _Page(parse(source, published=published))
        self._plan: dict[_Target, frozenset[str]] = {}
        self._placed: list[Finding] = []
        self._readings = 0

    def place(self, groups: Sequence[_Group], whole_file: bool) -> frozenset[Finding]:
        """Find a place for every group and return the findings that have one."""
        waiting = [(list(groups), 0)] if groups else []
        while waiting:
            some, way = waiting.pop()
            if self._settle(some, way, whole_file):
                continue
            if len(some) > 1:
                middle = len(some) // 2
                waiting += [(some[middle:], way), (some[:middle], way)]
            elif way + 1 < len(self._page.ways(some[0].line, whole_file)):
                waiting.append((some, way + 1))
        return frozenset(self._placed)

    def edits(self) -> tuple[Edit, ...]:
        """Return what was placed, as edits in the order of the text."""
        return self._edits(self._plan)

    def _settle(self, groups: Sequence[_Group], way: int, whole_file: bool) -> bool:
        plan = dict(self._plan)
        for group in groups:
            target = self._page.ways(group.line, whole_file)[way]
            plan[target] = plan.get(target, frozenset()) | group.ids
        findings = [*self._placed, *(finding for group in groups for finding in group.findings)]
        if not self._holds(plan, findings):
            return False
        self._plan, self._placed = plan, findings
        return True

    def _holds(self, plan: _Plan, findings: Sequence[Finding]) -> bool:
        """Say whether the findings are silenced, the directives still do what they did and the rest reads the same."""
        if self._readings >= _MOST_READINGS:
            return False
        self._readings += 1
        edits = self._edits(plan)
        after = SourceFile(self._source.path, applied(self._source.text, edits))
        page = _Page(parse(after, published=self._published))
        moved = _moved(self._source, edits)
        lowered = [one._replace(place=one.place._replace(line=moved(one.place.line))) for one in findings]
        return (
            page.reading == self._page.reading
            and self._page.silences(moved) <= page.silences(int)
            and all(one.suppressed is not None for one in suppress.apply(lowered, page.suppressions))
        )

    def _edits(self, plan: _Plan) -> tuple[Edit, ...]:
        return tuple(sorted(self._edit(target, sorted(ids)) for target, ids in plan.items()))

    def _edit(self, target: _Target, ids: Sequence[str]) -> Edit:
        if not target.scope:
            return _extension(self._page.document.directives[target.at], ids, self._reason, self._source.text)
        written = comments.comment(self._source.suffix, target.scope, ids, self._reason)
        at = Span(target.at, target.at)
        if target.scope == "line":
            return Edit(at, f" {written}")
        match = _LINE_END.search(self._source.text)
        newline = match[0] if match else "\n"
        begins_line = not target.at or self._source.text[target.at - 1] in "\r\n"
        return Edit(at, f"{'' if begins_line else newline}{written}{newline}")


class _Page:
    """A document, and where on it a suppression may stand."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._source = document.source
        written = {word: word for directive in document.directives for word in _ID.findall(directive.text)}
        # Whatever checks there may be.
        self.suppressions = suppress.read(document, written).suppressions
        self._body = comments.body_start(self._source)

    @property
    def reading(self) -> tuple[object, ...]:
        """Return what a reader and a check see, without where it stands in the source."""
        document = self.document
        return document.prose.text, document.blocks, document.citations, document.metadata

    def silences(self, moved: Callable[[int], int]) -> set[tuple[int, str]]:
        """Return the first line and the pattern of every suppression, the lines `moved`."""
        return {(moved(item.first_line), pattern) for item in self.suppressions for pattern in item.patterns or ("",)}

    def ways(self, line: int, whole_file: bool) -> list[_Target]:
        """Return the places to try for findings on a line, the best first."""
        # An HTML page may have to begin with its own first line.
        end = len(self._source.text) if self._source.suffix in HTML else self._body
        in_file = [*self._extendable.get(("file", 1), ()), _Target(end, "file")]
        start = self._source.lines.starts[line - 1]
        if whole_file or start < self._body:
            return in_file
        known = [*self._extendable.get(("line", line), ()), *self._extendable.get(("next-line", line), ())]
        return [*known, *self._new(line), *in_file]

    def _new(self, line: int) -> list[_Target]:
        first = self._first_lines.get(line, line)
        at_end = _Target(comments.line_end(self._source, line), "line")
        above = [
            _Target(self._source.lines.starts[one - 1], "next-line")
            for one in dict.fromkeys((line, first))
            if self._may_stand_above(one)
        ]
        # In plain text the length of a line tells where paragraphs end.
        return [*above[:1], at_end, *above[1:]] if comments.is_hidden(self._source.suffix) else [*above[::-1], at_end]

    def _may_stand_above(self, line: int) -> bool:
        """Say whether a comment on a line of its own breaks nothing apart: no list, table, quotation or paragraph."""
        written = self._source.lines.line_span(line).cut(self._source.text)
        if self._source.suffix in HTML:
            return not _MUST_BE_FIRST.match(written)
        if not comments.is_hidden(self._source.suffix):
            return line in self._kinds
        return self._kinds.get(line) in ("heading", "paragraph", "alt") and not written[:1].isspace()

    @cached_property
    def _extendable(self) -> dict[tuple[str, int], list[_Target]]:
        """Return the directives that name their checks, by scope and the line at which they begin to silence."""
        found: dict[tuple[str, int], list[_Target]] = {}
        lines = {item.place.span: item.first_line for item in self.suppressions if item.patterns}
        for number, directive in enumerate(self.document.directives):
            match = _WRITTEN.fullmatch(directive.text.strip())
            if match and directive.span in lines:
                found.setdefault((match["scope"], lines[directive.span]), []).append(_Target(number, ""))
        return found

    @cached_property
    def _kinds(self) -> dict[int, str]:
        """Return the kind of the block that starts on a line."""
        return {first: kind for first, _, kind in reversed(list(self._block_lines()))}

    @cached_property
    def _first_lines(self) -> dict[int, int]:
        """Return for each line within a block the line on which the block starts."""
        return {line: first for first, last, _ in self._block_lines() for line in range(first, last + 1)}

    def _block_lines(self) -> Iterator[tuple[int, int, str]]:
        lines = self._source.lines
        for block in self.document.blocks:
            span = self.document.prose.to_source(block.span)
            yield lines.line_column(span.start)[0], lines.line_column(span.end)[0], block.kind


def _extension(directive: Directive, ids: Iterable[str], reason: str, text: str) -> Edit:
    """Return the edit that gives a directive more ids, and the reason where it has another."""
    match = _WRITTEN.fullmatch(directive.text.strip())
    assert match is not None
    known = _ID.findall(match["ids"])
    more = [one for one in ids if not any(names(name, one) for name in known)]
    given = " ".join((match["reason"] or "").split())
    whole = "; ".join(dict.fromkeys(filter(None, [given, reason if reason not in given else ""])))
    start = directive.span.start + directive.span.cut(text).index(directive.text)
    return Edit(Span(start, start + len(directive.text)), f"{match['head']} {', '.join([*known, *more])} -- {whole}")


def _moved(source: SourceFile, edits: Sequence[Edit]) -> Callable[[int], int]:
    """Return what tells on which line a line stands after the edits, which are in order."""
    ends = [edit.span.end for edit in edits]
    added = [len(_LINE_END.findall(edit.text)) - len(_LINE_END.findall(edit.span.cut(source.text))) for edit in edits]
    sums = [0, *accumulate(added)]
    return lambda line: line + sums[bisect_right(ends, source.lines.starts[line - 1])]
