"""What MDX adds to Markdown, hidden under a mask: imports and exports, expressions, components.

One pass from left to right. A brace or tag that nothing closes stays text, as a writer's slip does.
"""

from __future__ import annotations

import re

from kratomlint.document import Directive
from kratomlint.readers.mask import Cover, Masked, alone_on_its_line
from kratomlint.readers.spacing import BOUNDARY, NOTHING, OBJECT
from kratomlint.span import Span

_NEXT = re.compile(
    r"(?P<fence>^[ \t>]{0,20}(?P<fence_mark>`{3,}|~{3,})[^\n]*+)"
    r"|(?P<module>^(?:import(?:\s*+[\"']|\s++[\w$*{][^\n]{0,300}?(?:\bfrom\s*+[\"']|\{[^{}\n]{0,300}$))|export\s++(?:"
    r"(?:default|const|let|var|function|class|async|type|interface)\b|\{|\*)))"
    r"|(?P<escape>\\[\\{<`])|(?P<ticks>`++)|(?P<brace>\{)|(?P<tag></?(?:[A-Za-z][\w.:-]*+|(?=>)))",
    re.MULTILINE,
)
_BLANK_LINE = re.compile(r"\n[ \t]*+\r?(?=\n)|\Z")
# Within braces: strings, templates, comments and braces.
_CODE = re.compile(
    r"(?<!\\)(?:\"(?:[^\"\\\n]++|\\.)*+\"|'(?:[^'\\\n]++|\\.)*+'|`(?:[^`\\]++|\\.)*+`)|/\*|//[^\n]*+|(?P<open>[{(\[])|(?P<close>[})\]])",
    re.DOTALL,
)
_TAG_PART = re.compile(r"\"[^\"]*+\"|'[^']*+'|(?P<brace>\{)|(?P<end>/?>)|(?P<foreign><)")
_DIRECTIVE = re.compile(r"\{\s*+/\*\s*+(kratomlint-.*)\*/\s*+\}\Z", re.DOTALL)
_COMMENT = re.compile(r"\{\s*/\*.*\*/\s*\}\Z", re.DOTALL)
_SPACE_EXPRESSION = re.compile(r"\{\s*[\"'`]\s+[\"'`]\s*\}\Z")
_LINE_START = re.compile(r"(?:\A|\n)[ \t>]*\Z")
_LINE_REST = re.compile(r"[ \t]*+(?:\r?\n|\Z|<)")
_FARTHEST_LINE_START = 80
_LONGEST_CODE_SPAN = 5_000
# HTML that Markdown reads as HTML; the words in other elements are Markdown.
_HTML = frozenset(
    "a abbr b bdi bdo br cite code del dfn em i img input ins kbd mark q s samp small span strong sub sup "
    "time u var wbr pre script style svg template table thead tbody tr td th caption figcaption ul ol li "
    "dl dt dd blockquote h1 h2 h3 h4 h5 h6 p".split()
)
_INLINE_HTML = frozenset(["a", "b", "i", "em", "strong", "span"])


def mask_mdx(text: str, start: int) -> Masked:
    """Hide from `start` on what is no Markdown."""
    return _Masker(text, start).mask()


class _Masker:
    def __init__(self, text: str, start: int) -> None:
        self._text = text
        self._start = start
        self._masked = Masked(text)
        self._cover = Cover(text)
        # From the first brace that nothing closes, braces are paired without a look at strings.
        self._partners: dict[int, int] | None = None
        # A tag that nothing closes reaches the end; those after it would, too.
        self._tags_end = False
        self._after_boundary = -1
        self._after_end_tag = -1

    def mask(self) -> Masked:
        acts = {
            "fence": self._fence,
            "module": self._module,
            "escape": lambda match: match.end(),
            "ticks": self._code_span,
            "brace": self._expression,
            "tag": self._tag,
        }
        position = self._start
        while match := _NEXT.search(self._text, position):
            kind = next(name for name in acts if match[name])
            position = max(acts[kind](match), match.start() + 1)
        self._masked.text = self._cover.finish()
        return self._masked

    # Each of these returns where to read on.

    def _fence(self, match: re.Match[str]) -> int:
        mark = match["fence_mark"]
        if mark[0] == "`" and "`" in self._text[match.end("fence_mark") : match.end()]:
            return match.end("fence_mark")
        close = re.compile(rf"^[ \t>]{{0,20}}{mark[0]}{{{len(mark)},}}[ \t]*\r?$", re.MULTILINE)
        found = close.search(self._text, match.end())
        return found.end() if found else len(self._text)

    def _module(self, match: re.Match[str]) -> int:
        """Hide an import or export, to the blank line at which no bracket is open."""
        end = match.start()
        blank = _BLANK_LINE.search(self._text, match.start())
        brace = self._text.find("{", match.start(), blank.start() if blank else None)
        if brace >= 0:
            end = self._partner(brace) + 1
        blank = _BLANK_LINE.search(self._text, max(end, match.start()))
        end = blank.start() if blank else len(self._text)
        self._masked.skipped["code"] += len(self._text[match.start() : end].split())
        self._cover.lay(match.start(), end, NOTHING)
        return end

    def _code_span(self, match: re.Match[str]) -> int:
        end = min(match.end() + _LONGEST_CODE_SPAN, len(self._text))
        close = re.compile(rf"(?<!`)`{{{len(match['ticks'])}}}(?!`)|\n[ \t]*\r?\n").search(self._text, match.end(), end)
        return close.end() if close and close[0][0] == "`" else match.end()

    def _expression(self, match: re.Match[str]) -> int:
        start, end = match.start(), self._partner(match.start()) + 1
        if not end:
            return match.end()
        hidden = self._text[start:end]
        if _COMMENT.match(hidden):
            self._comment(hidden, start, end)
        elif hidden[1] in "#.":
            self._cover.lay(start, end, NOTHING)
        elif _SPACE_EXPRESSION.match(hidden) and not self._begins_line(start):
            self._cover.lay(start, end, " ")
        else:
            self._masked.skipped["expression"] += len(hidden.split())
            self._cover.lay(start, end, BOUNDARY if alone_on_its_line(self._text, start, end) else OBJECT)
        return end

    def _comment(self, hidden: str, start: int, end: int) -> None:
        directive = _DIRECTIVE.match(hidden)
        if directive:
            self._masked.directives.append(Directive(Span(start, end), directive[1].rstrip()))
        else:
            self._masked.skipped["comment"] += len(hidden.split()) - 2
        self._cover.lay(start, end, NOTHING)

    def _tag(self, match: re.Match[str]) -> int:
        start, name = match.start(), match["tag"].lstrip("</")
        if self._text.startswith(("//", "@"), match.end()) or name.endswith(":"):
            return match.end()
        end = self._tag_end(match.end())
        if end < 0:
            return match.end()
        tag = self._text[start:end]
        alone = self._begins_line(start) and bool(_LINE_REST.match(self._text, end))
        if name not in _HTML or "{" in tag or (alone and name in _INLINE_HTML):
            self._cover.lay(start, end, self._character(start, end, tag, alone=alone))
        self._after_end_tag = end if tag.startswith("</") else -1
        return end

    def _character(self, start: int, end: int, tag: str, *, alone: bool) -> str:
        closing = tag.startswith("</")
        if alone or start == self._after_boundary or (start == self._after_end_tag and not closing):
            self._after_boundary = end
            return BOUNDARY
        return OBJECT if tag.endswith("/>") else NOTHING

    def _begins_line(self, start: int) -> bool:
        return bool(_LINE_START.search(self._text, max(0, start - _FARTHEST_LINE_START), start))

    def _tag_end(self, position: int) -> int:
        """Return where the tag that is read at `position` ends, or -1."""
        while not self._tags_end:
            part = _TAG_PART.search(self._text, position)
            if not part:
                self._tags_end = True
            elif part["end"]:
                return part.end()
            elif part["foreign"]:
                return -1
            elif part["brace"]:
                position = self._partner(part.start()) + 1
                if not position:
                    return -1
            else:
                position = part.end()
        return -1

    def _partner(self, brace: int) -> int:
        """Return where the brace that opens at `brace` closes, or -1."""
        if self._partners is None:
            partner = _closing(self._text, brace)
            if partner >= 0:
                return partner
            self._partners = _pairs(self._text)
        return self._partners.get(brace, -1)


def _closing(text: str, brace: int) -> int:
    """Return where a brace closes, strings, templates and comments passed by."""
    depth, position = 0, brace
    while match := _CODE.search(text, position):
        position = match.end()
        if match["open"]:
            depth += 1
        elif match["close"]:
            depth -= 1
            if depth == 0:
                return match.start()
        elif match[0] == "/*":
            close = text.find("*/", position)
            if close < 0:
                return -1
            position = close + 2
    return -1


def _pairs(text: str) -> dict[int, int]:
    """Return the partner of each brace that has one."""
    pairs, opened = {}, []
    for match in re.finditer(r"[{}]", text):
        if match[0] == "{":
            opened.append(match.start())
        elif opened:
            pairs[opened.pop()] = match.start()
    return pairs
