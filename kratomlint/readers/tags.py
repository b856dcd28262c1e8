"""HTML as tokens and what each tag means for the words. Knows HTML; knows no page and no Markdown.

One pass, linear in the worst case: the standard library's parser is quadratic on hostile input. What the end
of the input leaves open is read as browsers do: an open comment or tag swallows the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kratomlint.document import Directive
from kratomlint.late import late
from kratomlint.named import NamedTuple
from kratomlint.readers.marks import Mark
from kratomlint.readers.writer import AltPiece, DocumentWriter
from kratomlint.span import Span

_MARKUP = late(r"<(?:!--|!\[CDATA\[|[!?]|/?[A-Za-z])")
_TAG = late(
    r"<(?P<slash>/?)(?P<name>[A-Za-z][^\s/>]*+)"
    r"(?P<attributes>(?:[^>=]++|=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s>]*+))*+)>"
)
_ATTRIBUTE = late(r"([^\s=/\"'>]++)\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s\"'>]++))")
_ENTITY = late(r"&(?:#[0-9]{1,8}|#[xX][0-9a-fA-F]{1,7}|[A-Za-z][A-Za-z0-9]{1,31});?")
_LONGEST_CDATA = 5_000
_RAW = frozenset(("script", "style", "textarea", "iframe", "noembed", "noframes", "xmp"))
_RAW_END = {name: late(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in _RAW}
_DIRECTIVE = late(r"\s*(kratomlint-.*\S)\s*\Z", re.DOTALL)
# A note mark in superscript: numbers, perhaps in brackets or a link; not a power or an ordinal.
_NOTE_MARK = late(
    r"\s*+(?:<a\b[^<>]{0,300}>\s*+|(?P<link>\[))?(?P<label>[\[(]?(?:[\d*†‡§][\d,;–\-\s*†‡§]{0,40})[\])]?)"
    r"(?(link)\]\([^()\s]{0,300}\))\s*+(?:</a>\s*+)?</sup>",
    re.IGNORECASE,
)
_POWER = late(r"(?:\d|×|\b(?:[kcmdµμ]?m|ft|in|yd|s))\Z")

_BLOCKS = frozenset(
    "address article aside body button center details dialog dir div dl fieldset figure footer form head "
    "header hgroup hr html legend main menu nav ol optgroup option p pre section select summary table "
    "tbody tfoot thead tr ul blockquote h1 h2 h3 h4 h5 h6 li dt dd td th caption figcaption title label "
    "video audio canvas object".split()
)
_KINDS = {
    "blockquote": "quote",
    "li": "item",
    "dt": "item",
    "dd": "item",
    "td": "cell",
    "th": "cell",
    "caption": "caption",
    "figcaption": "caption",
    "title": "title",
} | {f"h{level}": "heading" for level in range(1, 7)}
_LISTS = frozenset(("ul", "ol", "dl", "menu", "dir"))
_CLOSES = {
    "li": frozenset(("p", "li")),
    "dt": frozenset(("p", "dt", "dd")),
    "dd": frozenset(("p", "dt", "dd")),
    "td": frozenset(("p", "td", "th")),
    "th": frozenset(("p", "td", "th")),
    "tr": frozenset(("p", "td", "th", "tr")),
    "option": frozenset(("option",)),
}
_CLOSES_PARAGRAPH = frozenset(("p",))
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_SILENT = {
    "code": "code",
    "pre": "code",
    "template": "markup",
    "noscript": "markup",
    "svg": "markup",
    "math": "markup",
    "datalist": "markup",
}
_PUBLISHED_META = frozenset(("description", "og:title", "og:description", "twitter:title", "twitter:description"))


class Token(NamedTuple):
    """A run of the input: `text`, `tag`, `comment`, or `raw` (what no reader sees)."""

    kind: str
    start: int
    end: int
    tag: re.Match[str] | None = None


def tokens(text: str, start: int, end: int) -> Iterator[Token]:
    """Yield the tokens of `text` from `start` to `end`, without gap."""
    position = start
    while match := _MARKUP.search(text, position, end):
        if match.start() > position:
            yield Token("text", position, match.start())
        token = _markup(text, match, end)
        yield token
        position = token.end
        if token.tag and not token.tag["slash"] and (name := token.tag["name"].lower()) in _RAW:
            close = _RAW_END[name].search(text, position, end)
            stop = close.start() if close else end
            if stop > position:
                yield Token("raw", position, stop)
            position = stop
    if position < end:
        yield Token("text", position, end)


def _markup(text: str, match: re.Match[str], end: int) -> Token:
    start = match.start()
    if match[0] == "<!--":
        close = text.find("-->", start + 2, end)
        return Token("comment", start, end if close < 0 else close + 3)
    if match[0] == "<![CDATA[":
        close = text.find("]]>", start, min(end, start + _LONGEST_CDATA))
        if close >= 0:
            return Token("raw", start, close + 3)
    if match[0][1] in "!?":
        close = text.find(">", start, end)
        return Token("raw", start, end if close < 0 else close + 1)
    tag = _TAG.match(text, start, end)
    return Token("tag", start, tag.end(), tag) if tag else Token("raw", start, end)


class Attribute(NamedTuple):
    """An attribute's value, entities resolved, and where it stands."""

    value: str
    start: int
    end: int


def attributes(tag: re.Match[str]) -> dict[str, Attribute]:
    """Return the attributes of a tag by name; the first of a name counts."""
    found: dict[str, Attribute] = {}
    for match in _ATTRIBUTE.finditer(tag.string, *tag.span("attributes")):
        group = match.lastindex or 2
        found.setdefault(match[1].lower(), Attribute(_unescaped(match[group]), *match.span(group)))
    return found


def decoded(text: str, start: int, end: int) -> list[AltPiece]:
    """Cut `text` into runs that stand as they are and entities with what they stand for."""
    pieces = []
    position = start
    for match in _ENTITY.finditer(text, start, end):
        meaning = _unescaped(match[0])
        if meaning == match[0]:
            continue
        if match.start() > position:
            pieces.append(AltPiece(None, position, match.start()))
        pieces.append(AltPiece(meaning, match.start(), match.end()))
        position = match.end()
    if position < end:
        pieces.append(AltPiece(None, position, end))
    return pieces


@lru_cache(maxsize=256)
def _unescaped(text: str) -> str:
    if "&" not in text:
        return text
    # Most articles have no entity, and the table of all takes a while to load.
    import html

    return html.unescape(text)


class TagReader:
    """Tells the writer what tags, comments and text between them mean."""

    def __init__(self, writer: DocumentWriter) -> None:
        self.writer = writer
        # The element whose words are no prose, and how deep it is nested in itself.
        self.silent = ""
        # Words before this offset were read with what stood before them.
        self.read_until = 0
        self._depth = 0
        self._link: Mark | None = None

    def read(self, token: Token, text: str) -> None:
        """Pass one token on."""
        if token.kind == "text":
            self.text(token.start, token.end)
        elif token.kind == "comment":
            self.comment(token.start, token.end)
        elif token.kind == "raw":
            self.writer.count("markup", self.writer.source.text[token.start : token.end])
        elif token.tag and token.start >= self.read_until:
            self.tag(token.tag)

    def text(self, start: int, end: int) -> None:
        """Write words, entities resolved."""
        start = max(start, self.read_until)
        if start >= end:
            return
        if self.silent:
            self.writer.count(_SILENT[self.silent], self.writer.source.text[start:end])
            return
        for piece in decoded(self.writer.text_of_file, start, end):
            if piece.text is None:
                self.writer.text(piece.start, piece.end)
            else:
                self.writer.stand_for(piece.text, piece.start, piece.end)

    def comment(self, start: int, end: int) -> None:
        """Keep a directive; count the words of any other comment."""
        inside = self.writer.source.text[start:end].removeprefix("<!--").removesuffix("-->")
        directive = _DIRECTIVE.match(inside)
        if directive:
            self.writer.directives.append(Directive(Span(start, end), directive[1]))
        else:
            self.writer.count("comment", inside)

    def tag(self, tag: re.Match[str]) -> None:
        """Act on a start or end tag."""
        name = tag["name"].lower()
        closing = bool(tag["slash"])
        if self.silent:
            self._deepen(name, closing)
        elif name == "br":
            self.writer.space(*tag.span())
        elif name in _SILENT:
            self._silence(name, tag, closing)
        elif closing:
            self._end(name)
        else:
            self._start(name, tag)

    def end_of_words(self) -> None:
        """Close what must not reach beyond a paragraph."""
        self.silent = ""
        self._close_link()

    # -- inside --------------------------------------------------------------------------------------

    def _deepen(self, name: str, closing: bool) -> None:
        if name == self.silent:
            self._depth += -1 if closing else 1
            if self._depth == 0:
                self.silent = ""
        elif self.silent == "code" and name in _BLOCKS:
            # Inline code that was never closed ends with its block.
            self.silent = ""

    def _silence(self, name: str, tag: re.Match[str], closing: bool) -> None:
        if closing or tag["attributes"].endswith("/"):
            return
        if name == "pre":
            self.writer.boundary()
        elif name == "code":
            self.writer.object(*tag.span())
        self.silent, self._depth = name, 1

    def _end(self, name: str) -> None:
        if name == "a":
            self._close_link()
        elif name in _BLOCKS:
            self.writer.leave(name)
            self.writer.boundary()

    def _start(self, name: str, tag: re.Match[str]) -> None:
        if name == "img":
            self._image(tag)
        elif name == "a":
            self._open_link(tag)
        elif name == "sup":
            self._superscript(tag)
        elif name == "meta":
            self._meta(tag)
        elif name in _VOID:
            if name == "hr":
                self.writer.boundary()
        elif name in _BLOCKS:
            self._open_block(name)

    def _open_block(self, name: str) -> None:
        writer = self.writer
        closes = _CLOSES.get(name, _CLOSES_PARAGRAPH)
        while not writer.frame.fixed and writer.frame.name in closes:
            writer.leave(writer.frame.name)
        if name in _LISTS:
            writer.enter(name, level=writer.frame.level + 1, lead=writer.lead())
        elif name == "table":
            writer.enter(name, lead=writer.lead())
        elif name in _KINDS:
            writer.enter(name, _KINDS[name], level=int(name[1]) if _KINDS[name] == "heading" else None)
        else:
            writer.enter(name)

    def _open_link(self, tag: re.Match[str]) -> None:
        self._close_link()
        target = attributes(tag).get("href")
        if target and target.value.strip():
            self._link = self.writer.open_mark("link", target.value.strip())

    def _close_link(self) -> None:
        if self._link:
            self.writer.close_mark(self._link)
            self._link = None

    def _image(self, tag: re.Match[str]) -> None:
        words = attributes(tag).get("alt")
        if words:
            self.writer.alternative(decoded(self.writer.text_of_file, words.start, words.end))

    def _meta(self, tag: re.Match[str]) -> None:
        given = attributes(tag)
        name = given.get("name") or given.get("property")
        content = given.get("content")
        if not name or not content or name.value.strip().lower() not in _PUBLISHED_META:
            return
        self.writer.enter("meta", "metadata", fixed=True)
        self.text(content.start, content.end)
        self.writer.leave("meta", through_fixed=True)

    def _superscript(self, tag: re.Match[str]) -> None:
        text = self.writer.text_of_file
        match = _NOTE_MARK.match(text, tag.end())
        if match and not _POWER.search(text, max(0, tag.start() - 4), tag.start()):
            self.writer.cite("superscript", match["label"].strip("[]() \t\r\n"))
            self.read_until = match.end()
