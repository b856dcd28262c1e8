"""Plain text to documents. Knows how people lay out text without markup."""

from __future__ import annotations

from itertools import pairwise

from kratomlint.document import Directive, Document
from kratomlint.knowledge import Knowledge
from kratomlint.late import late
from kratomlint.named import NamedTuple
from kratomlint.readers.mask import Cover
from kratomlint.readers.spacing import NOTHING
from kratomlint.readers.writer import DocumentWriter
from kratomlint.source import SourceFile
from kratomlint.span import Span

_LINE = late(r"[^\r\n]++")
_LINE_END = late(r"\r\n|\r|\n")
_MARKER = late(r"(?P<indent>[ \t]*+)(?:[-*+•‣▪◦·–—]|\(?\d{1,3}[.)]|\(?[a-z][.)])[ \t\u00a0]++(?=\S)")
_ATX = late(r"(#{1,6})[ \t]++(?=\S)")
_DIRECTIVE = late(r"<!--[ \t]*+(kratomlint-(?:[^\r\n<>-]++|<(?!!--)|-(?!->))*+)-->")
_SENTENCE_END = late(r"[.!?…:;,][\"”’')\]]*\Z")
_WIDEST_WRAPPED_LINE = 100
_NARROWEST_WRAPPED_LINE = 40
_MOST_WORDS_OF_A_HEADING = 20
_MOST_WORDS_OF_A_PLAIN_HEADING = 12
_MOST_WORDS_ABOVE_A_LIST = 8


class Line(NamedTuple):
    """A line with words. `apart`: a blank line, or the file's start, stands before it."""

    start: int
    end: int
    text: str
    apart: bool

    @property
    def is_item(self) -> bool:
        """Say whether a list marker stands first."""
        return bool(_MARKER.match(self.text))


def parse(source: SourceFile, knowledge: Knowledge) -> Document:
    """Return the document of a plain text file."""
    cover = Cover(source.text)
    directives = []
    for match in _DIRECTIVE.finditer(source.text):
        directives.append(Directive(Span(*match.span()), match[1].rstrip(" \t")))
        cover.lay(*match.span(), NOTHING)
    writer = DocumentWriter(source, cover.finish())
    writer.directives += directives
    lines = lines_of(writer.text_of_file)
    if hard_wrapped(lines):
        _write_wrapped(writer, lines)
    else:
        _write_lines(writer, lines)
    return writer.finish({}, knowledge)


def lines_of(text: str) -> list[Line]:
    """Return the lines that hold words."""
    lines = []
    apart, last = True, 0
    for match in _LINE.finditer(text):
        apart = apart or len(_LINE_END.findall(text, last, match.start())) > 1
        last = match.end()
        if _words(match[0]):
            lines.append(Line(match.start(), match.end(), match[0].rstrip(), apart))
            apart = False
        elif not match[0].strip():
            apart = True
    return lines


def _words(line: str) -> str:
    """Return what a reader sees of a line."""
    return line.replace(NOTHING, "").strip()


def hard_wrapped(lines: list[Line]) -> bool:
    """Say whether line ends are but where the margin was.

    So they are where no line is long and most lines that another follows had no room for the next word.
    """
    width = max((len(line.text) for line in lines), default=0)
    if not _NARROWEST_WRAPPED_LINE <= width <= _WIDEST_WRAPPED_LINE:
        return False
    pairs = [(one, two) for one, two in pairwise(lines) if not two.apart and not two.is_item]
    filled = sum(_is_filled(one, two, width) for one, two in pairs)
    return bool(pairs) and filled * 2 >= len(pairs)


def _is_filled(line: Line, following: Line, width: int) -> bool:
    """Say whether the next line's first word would not have fitted; editors leave a few characters."""
    return len(line.text) + 1 + len(following.text.split(maxsplit=1)[0]) > width - 5


def _write_lines(writer: DocumentWriter, lines: list[Line]) -> None:
    for number, line in enumerate(lines):
        following = lines[number + 1] if number + 1 < len(lines) else None
        _write(writer, [line], following, first=number == 0)


def _write_wrapped(writer: DocumentWriter, lines: list[Line]) -> None:
    width = max(len(line.text) for line in lines)
    group: list[Line] = []
    for number, line in enumerate(lines):
        group.append(line)
        following = lines[number + 1] if number + 1 < len(lines) else None
        if following is None or following.apart or following.is_item or _stands_alone(group, following, width):
            _write(writer, group, following, first=number == 0)
            group = []


def _stands_alone(group: list[Line], following: Line, width: int) -> bool:
    return len(group) == 1 and not _is_filled(group[0], following, width) and is_heading(group[0], following)


def _write(writer: DocumentWriter, group: list[Line], following: Line | None, *, first: bool) -> None:
    line = group[0]
    start = line.start
    if marker := _MARKER.match(line.text):
        start += marker.end()
        _enter_item(writer, len(marker["indent"].expandtabs(4)))
    elif atx := _ATX.match(line.text):
        start += atx.end()
        _enter(writer, "heading", len(atx[1]))
    elif len(group) == 1 and following and is_heading(line, following):
        _enter(writer, "heading", 1 if first else 2)
    else:
        _enter(writer, "paragraph", 0)
    writer.text(start, line.end)
    for more in group[1:]:
        writer.space(more.start, more.start)
        writer.text(more.start, more.end)


def _enter(writer: DocumentWriter, kind: str, level: int) -> None:
    writer.leave("line")
    writer.enter("line", kind, level, -1)


def _enter_item(writer: DocumentWriter, indent: int) -> None:
    level = 1 + min(indent // 2, 8)
    lead = writer.frame.lead if writer.frame.kind == "item" else writer.lead()
    writer.leave("line")
    writer.enter("line", "item", level, lead)


def is_heading(line: Line, following: Line) -> bool:
    """Say whether a line is a heading: short, without a full stop, above a list or text that is longer."""
    text = _words(line.text)
    words = text.split()
    if len(words) > _MOST_WORDS_OF_A_HEADING:
        return False
    if text.endswith("?"):
        return len(words) <= _MOST_WORDS_OF_A_PLAIN_HEADING and _is_text(following, text)
    if _SENTENCE_END.search(text) or not (text[0].isupper() or text[0].isdigit()):
        return False
    if following.is_item:
        return len(words) <= _MOST_WORDS_ABOVE_A_LIST
    if not _is_title_case(words) and len(words) > _MOST_WORDS_OF_A_PLAIN_HEADING:
        return False
    return _is_text(following, text) or (line.apart and following.apart)


def _is_text(line: Line, heading: str) -> bool:
    return len(line.text) > len(heading) and (len(line.text) > 80 or bool(_SENTENCE_END.search(line.text)))


def _is_title_case(words: list[str]) -> bool:
    weighty = [word for word in words if len(word) > 4 and word[0].isalpha()]
    return bool(weighty) and sum(word[0].isupper() for word in weighty) * 4 >= len(weighty) * 3
