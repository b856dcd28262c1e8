"""A finding as one would explain it at the desk: the words underlined, what they go with, why, how to keep them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kratomlint.comments import body_start, comment, is_hidden
from kratomlint.finding import Finding, Place, RunResult
from kratomlint.readers import HTML
from kratomlint.reporters import Background
from kratomlint.reporters.terminal import painted, plain, show
from kratomlint.reporters.text import finding_line, related_line
from kratomlint.source import SourceFile
from kratomlint.span import Span

# A finding over more lines than this shows its first ones.
_MOST_LINES = 3
_INDENT = re.compile(r"[ \t>]*")


def report_full(result: RunResult, background: Background) -> Iterator[str]:
    """Yield each finding that isn't suppressed: its lines, related places, why, and the comment that silences it."""
    for file in result.files:
        for finding in file.spoken:
            yield from _finding(finding, background)


def silencing(finding: Finding, source: SourceFile | None) -> str:
    """Return what to write, and where, so that this one finding is suppressed; no blank line or table is broken by it.

    A comment on a line of its own would end the paragraph, list or table in which it stands; there it follows the
    words on their line.
    """
    suffix = source.suffix if source else ""
    if not is_hidden(suffix):
        return f'in the settings, per-file-ignores: "{plain(finding.place.path)}" = ["{plain(finding.check_id)}"]'
    scope, where = _scope(finding.place, source)
    return f"{comment(suffix, scope, [plain(finding.check_id)], 'why it may stay')}  ({where})"


def _scope(place: Place, source: SourceFile | None) -> tuple[str, str]:
    above = ("next-line", "on the line above")
    if source is None or source.suffix in HTML:
        return above
    if place.span.start < body_start(source):
        return "file", "below the front matter"
    if _is_below_a_blank_line(source, place.line):
        return above
    return "line", "in the last cell of that row" if _is_row(source, place.line) else "at the end of that line"


# A line may be as long as the file, and hold all its findings.
@lru_cache(maxsize=1)
def _is_below_a_blank_line(source: SourceFile, line: int) -> bool:
    return line == 1 or not source.lines.line_span(line - 1).cut(source.text).strip()


@lru_cache(maxsize=1)
def _is_row(source: SourceFile, line: int) -> bool:
    return source.lines.line_span(line).cut(source.text).rstrip().endswith("|")


def _finding(finding: Finding, background: Background) -> Iterator[str]:
    color = background.color
    source = background.source(finding.place.path)
    yield finding_line(finding, color) + "\n"
    yield from _excerpt(finding.place, source, background, "^")
    for place in finding.related:
        yield f"  {painted(related_line(place), 'bold', color)}\n"
        yield from _excerpt(place, background.source(place.path), background, "-")
    if finding.fix:
        yield f"  {painted('fix:', 'bold', color)} {plain(finding.fix.title)}\n"
    if card := background.cards.get(finding.check_id):
        yield from _wrapped("why:", card.why, background)
    yield f"  {painted('keep it:', 'bold', color)} {silencing(finding, source)}\n\n"


def _excerpt(place: Place, source: SourceFile | None, background: Background, mark: str) -> Iterator[str]:
    if source is None or place.end_line > len(source.lines.starts):
        return
    gutter = len(str(place.end_line))
    last = min(place.end_line, place.line + _MOST_LINES - 1)
    for number in range(place.line, last + 1):
        line = source.lines.line_span(number)
        marked = _marked(place, line, source.text)
        if marked.length <= 0 and number > place.line:
            continue
        shown = show(source.text, line, marked, max(20, background.width - gutter - 5))
        underline = painted(mark * shown.marked, "mark", background.color)
        yield f"  {number:>{gutter}} | {shown.text}\n"
        yield f"  {'':>{gutter}} | {' ' * shown.before}{underline}\n"
    if last < place.end_line:
        yield f"  {'':>{gutter}} | … to line {place.end_line}\n"


def _marked(place: Place, line: Span, text: str) -> Span:
    """Return the part of the line that the place covers, without the indent of a line that goes on."""
    start, end = max(place.span.start, line.start), min(place.span.end, line.end)
    if start == line.start and place.span.start < line.start and (indent := _INDENT.match(text, start, end)):
        start = indent.end()
    return Span(start, end)


def _wrapped(name: str, text: str, background: Background) -> Iterator[str]:
    from textwrap import wrap

    margin = " " * (len(name) + 3)
    lines = wrap(plain(text), max(40, background.width - len(margin)), break_on_hyphens=False, break_long_words=False)
    for number, line in enumerate(lines):
        yield f"{margin}{line}\n" if number else f"  {painted(name, 'bold', background.color)} {line}\n"
