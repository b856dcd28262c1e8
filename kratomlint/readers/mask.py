"""Template tags and other markup that Markdown and HTML parsers would take for words, hidden under a mask.

A mask keeps the length and the line ends, so that every position stays what it was.
"""

from __future__ import annotations

import re
from collections import Counter

from kratomlint.document import Directive
from kratomlint.late import late
from kratomlint.readers.spacing import BOUNDARY, NOTHING, OBJECT
from kratomlint.readers.writer import DocumentWriter
from kratomlint.span import Span

_TEMPLATE = late(r"(?P<open>\{\{[<%]|\{\{|\{%|\{#(?=\s))|(?P<close>[>%]\}\}|\}\}|%\}|#\})|(?P<blank>\n[ \t]*+\r?+\n)")
_PARTNER = {"{{<": (">}}",), "{{%": ("%}}",), "{{": ("}}",), "{%": ("%}", "%}}"), "{#": ("#}",)}
# Template tags that hold what is no prose: name -> the reason under which it is counted.
_PAIRED = late(r"[{<%\s-]*(?P<name>comment|highlight)\b")
_PAIR_END = {
    name: late(rf"\{{\{{?[<%]-?\s*(?:/\s*|end){name}\b[^}}]{{0,40}}\}}\}}?") for name in ("comment", "highlight")
}
_PAIR_REASON = {"comment": "comment", "highlight": "code"}
# Tags that decide what is shown and show nothing themselves; tags that close.
_SILENT_TAG = late(
    r"\{%-?\s*(?:end\w*|if|ifchanged|else|elsif|elseif|elif|unless|for|case|when|assign|set|capture|block|extends|macro|"
    r"import|raw|with|load|comment)\b|\{\{[<%]\s*/|\{#"
)
_LINE_START = late(r"(?:\A|\n|\r)[ \t>]*\Z")
_LINE_REST = late(r"[ \t]*+(?:\r|\n|\Z)")
_FARTHEST_LINE_START = 80
_ATTRIBUTE_LIST = late(r"\{:[ \t]*[.#\w][^{}\r\n]{0,200}\}")
_WIKILINK = late(r"(?<![\[!])\[\[([^\[\]\n|]{0,300}\|)?([^\[\]\n|]{1,300})\]\](?![(\[:\]])")
_EMBED = late(r"!\[\[[^\[\]\n]{1,300}\]\]")
_CALLOUT = late(r"^([ \t>]{0,50}>[ \t]?)(\[!(?P<name>[\w-]{1,30})\][+-]?)(?P<title>[^\n]*)", re.MULTILINE)
_GITHUB_CALLOUTS = frozenset(("note", "tip", "important", "warning", "caution"))
_ADMONITION = late(r"^[ \t]{0,12}:{3,}[ \t]*(?:[a-z]{1,20}\b)?(?:\{[^}\n]{0,100}\})?", re.MULTILINE)
_NOT_A_LINE_END = late(r"[^\r\n]")


class Masked:
    """A text under its mask, and what the mask hides."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.skipped: Counter[str] = Counter()
        self.directives: list[Directive] = []

    def tell(self, writer: DocumentWriter) -> None:
        """Pass on what the mask hides."""
        writer.skipped.update(self.skipped)
        writer.directives += self.directives


class Cover:
    """Collects covers over a text, in order, and lays them on at the end."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.position = 0
        self._parts: list[str] = []

    def lay(self, start: int, end: int, character: str) -> None:
        """Hide the characters from `start` to `end`, line ends excepted."""
        start = max(start, self.position)
        if start >= end:
            return
        self._parts.append(self.text[self.position : start])
        self._parts.append(cover_for(self.text[start:end], character))
        self.position = end

    def finish(self) -> str:
        """Return the text under its covers."""
        return "".join([*self._parts, self.text[self.position :]])


def cover_for(hidden: str, character: str) -> str:
    """Return a mask as long as `hidden`, in characters and, for its line ends, in lines.

    It may differ in bytes: positions are characters.
    """
    return _NOT_A_LINE_END.sub(character, hidden) if "\n" in hidden or "\r" in hidden else character * len(hidden)


def mask_templates(text: str) -> Masked:
    """Hide the tags of Hugo, Liquid, Nunjucks and Vue."""
    if "{{" not in text and "{%" not in text and "{#" not in text:
        return Masked(text)
    masked = Masked(text)
    cover = Cover(text)
    unclosed: set[str] = set()
    for start, end in template_tags(text):
        if start >= cover.position:
            reason, end = _through_pair(text, start, end, unclosed)
            masked.skipped[reason] += len(text[start:end].split())
            cover.lay(start, end, _character(text, start, end))
    masked.text = cover.finish()
    return masked


def template_tags(text: str) -> list[Span]:
    """Return the template tags, none of which holds a blank line."""
    found = []
    opened: re.Match[str] | None = None
    for match in _TEMPLATE.finditer(text):
        if match["open"]:
            opened = match
        elif match["blank"]:
            opened = None
        elif opened and match["close"] in _PARTNER[opened["open"]]:
            found.append(Span(opened.start(), match.end()))
            opened = None
    return found


def _through_pair(text: str, start: int, end: int, unclosed: set[str]) -> tuple[str, int]:
    """Return why a tag is passed over and where what it holds ends; note the names that nothing closes."""
    match = _PAIRED.match(text, start, end)
    if not match or match["name"] in unclosed or text[start + 1] == "#":
        return "shortcode", end
    name = match["name"]
    close = _PAIR_END[name].search(text, end)
    if not close:
        unclosed.add(name)
        return "shortcode", end
    return _PAIR_REASON[name], close.end()


def _character(text: str, start: int, end: int) -> str:
    """Return what hides a template tag: a letter where a link's address stands, else what it means for the words."""
    if text[max(0, start - 2) : start] in ("](", "(<", "]:"):
        return "x"
    if alone_on_its_line(text, start, end):
        return BOUNDARY
    return NOTHING if _SILENT_TAG.match(text, start, end) else OBJECT


def alone_on_its_line(text: str, start: int, end: int) -> bool:
    """Say whether nothing but quotation marks and spaces stand beside a tag."""
    before = text[max(0, start - _FARTHEST_LINE_START) : start]
    return bool(_LINE_START.search(before)) and bool(_LINE_REST.match(text, end))


def mask_markdown_extras(text: str) -> str:
    """Hide the brackets of wiki links, the labels of callouts and admonitions, and Kramdown's attributes."""
    if "{:" in text:
        text = _ATTRIBUTE_LIST.sub(lambda match: NOTHING * len(match[0]), text)
    if "[[" in text:
        text = _EMBED.sub(lambda match: OBJECT * len(match[0]), text)
        text = _WIKILINK.sub(_bare_wikilink, text)
    if "[!" in text:
        text = _CALLOUT.sub(_bare_callout, text)
    if ":::" in text:
        text = _ADMONITION.sub(lambda match: BOUNDARY * len(match[0]), text)
    return text


def _bare_wikilink(match: re.Match[str]) -> str:
    if match[2].strip().isdigit():
        return match[0]
    before = NOTHING * (match.start(2) - match.start())
    return f"{before}{match[2]}{NOTHING * 2}"


def _bare_callout(match: re.Match[str]) -> str:
    if match["name"].lower() in _GITHUB_CALLOUTS and not match["title"].strip():
        return match[0]
    return f"{match[1]}{NOTHING * len(match[2])}{match['title']}"
