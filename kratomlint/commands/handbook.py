"""The manual of all checks, for a browser and for a site. From cards and subjects to characters; opens no article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from html import escape
from itertools import groupby

from kratomlint.card import Card, unmark
from kratomlint.commands.manual import listed
from kratomlint.finding import Severity
from kratomlint.knowledge import Subject, Topic
from kratomlint.named import NamedTuple
from kratomlint.reporters.terminal import plain

_ADDRESS = re.compile(r"https?://[^\s<>\"”)]+[^\s<>\"”).,;]")
# What Markdown could take for a mark of its own: anywhere, and at the beginning of a line. Not every reader of
# Markdown knows a backslash before every sign.
_MARK = re.compile(r"[\\`*_{}\[\]#!]|[<>&~|]")
_ENTITIES = {"<": "&lt;", ">": "&gt;", "&": "&amp;", "~": "&#126;", "|": "&#124;"}
_FIRST_MARK = re.compile(r"^(\d*)([-+.)])")
_BACKTICKS = re.compile(r"`{3,}")

# What a page is made of, so that it is written once: a kind and what belongs to it.
HEADING, TEXT, QUOTE, ITEMS, EXAMPLES, CODE = "heading", "text", "quote", "items", "examples", "code"


class Part(NamedTuple):
    """A piece of a page. `kind` CODE: `items` are the block's language and its text."""

    kind: str
    items: tuple[str, ...]


class Chosen(NamedTuple):
    """What holds for the checks here: which are on, and how severe each is."""

    on: frozenset[str]
    severities: Mapping[str, Severity]


def card_parts(card: Card, chosen: Chosen) -> Iterator[Part]:
    """Yield the manual page of a check below its title."""
    state = "on" if card.id in chosen.on else "off unless it is selected"
    severity = chosen.severities[card.id].name
    yield Part(TEXT, (f"{card.id} · {severity} · confidence {card.confidence.name} · {state}",))
    yield Part(QUOTE, (_without_slots(card.message),))
    yield from _titled("Why", Part(TEXT, (card.why,)))
    yield from _titled("Sources", Part(ITEMS, card.sources))
    yield from _titled("What it finds", Part(EXAMPLES, card.bad))
    yield from _titled("What it leaves alone", Part(EXAMPLES, card.good))
    if card.unless:
        yield Part(TEXT, (f"Words don't count where they are {listed(card.unless)}.",))
    directive = f"<!-- kratomlint-disable-next-line {card.id} -- why it may stay -->"
    yield from _titled("To keep one place", Part(CODE, ("markdown", directive)))
    yield from _titled("To switch it off", Part(CODE, ("toml", f'ignore = ["{card.id}"]')))
    if card.formerly:
        yield from _titled("Formerly", Part(ITEMS, card.formerly))


def subject_parts(subject: Subject) -> Iterator[Part]:
    """Yield the page of a subject below its title: how it is named, and what a page about it must say."""
    yield Part(TEXT, (f"{subject.kind[:1].upper()}{subject.kind[1:]}. Known by the names {', '.join(subject.names)}.",))
    for topic in subject.topics:
        yield Part(HEADING, (topic.name,))
        yield Part(TEXT, (f"{_when(topic)}, the reader is told {topic.needs}. For example:",))
        yield Part(QUOTE, (topic.model,))
        yield Part(ITEMS, topic.sources)


def markdown(title: str, parts: Iterable[Part], level: int = 1) -> Iterator[str]:
    """Yield a page in Markdown; its title is a heading of `level`."""
    yield f"{'#' * level} {_marked_down(title)}\n"
    for kind, items in parts:
        yield "\n"
        if kind == HEADING:
            yield f"{'#' * (level + 1)} {_marked_down(items[0])}\n"
        elif kind == CODE:
            yield _fenced(items[1], items[0])
        elif kind in (ITEMS, EXAMPLES):
            yield from (_example(item) if kind == EXAMPLES else f"- {_marked_down(item)}\n" for item in items)
        else:
            yield f"{'> ' if kind == QUOTE else ''}{_marked_down(items[0])}\n"


def manual_markdown(cards: Iterable[Card], chosen: Chosen) -> Iterator[str]:
    """Yield the manual of all checks as one page in Markdown."""
    yield "# The checks of kratomlint\n"
    for pack, members in groupby(cards, key=_pack):
        yield f"\n## {pack}\n"
        for card in members:
            yield "\n"
            yield from markdown(card.title, card_parts(card, chosen), 3)


def manual_html(cards: Iterable[Card], chosen: Chosen) -> Iterator[str]:
    """Yield the manual of all checks as one page for a browser, which runs nothing and fetches nothing."""
    packs = [(pack, list(members)) for pack, members in groupby(cards, key=_pack)]
    yield _HTML_OPENING
    yield '<header><h1>The checks of kratomlint</h1></header>\n<nav aria-label="Packs"><ul>\n'
    yield from (
        f'<li><a href="#{escape(plain(pack))}">{escape(plain(pack))}</a> {len(members)}</li>\n'
        for pack, members in packs
    )
    yield "</ul></nav>\n<main>\n"
    for pack, members in packs:
        yield f'<section id="{escape(plain(pack))}">\n<h2>{escape(plain(pack))}</h2>\n'
        for card in members:
            yield f'<article id="{escape(plain(card.id))}">\n<h3>{_html(card.title)}</h3>\n'
            yield from map(_html_part, card_parts(card, chosen))
            yield "</article>\n"
        yield "</section>\n"
    yield "</main>\n</body>\n</html>\n"


def _pack(card: Card) -> str:
    return card.id.partition("/")[0]


def _titled(title: str, part: Part) -> Iterator[Part]:
    yield Part(HEADING, (title,))
    yield part


def _without_slots(message: str) -> str:
    return re.sub(r"\{(\w+)\}", lambda slot: "…" if slot[1] == "hit" else f"‹{slot[1]}›", message)


def _when(topic: Topic) -> str:
    known = {
        "always": "Wherever the page speaks of its benefit or use",
        "benefit": "Where the page speaks of benefits",
        "dose": "Where the page gives a dose",
    }
    return known.get(topic.when, f"Where one of the {topic.when.replace('-', ' ')} is named")


# Markdown


def _marked_down(text: str) -> str:
    """Return a line of text as Markdown that shows exactly its characters, addresses as links."""
    text = " ".join(plain(text).split())
    parts, position = [], 0
    for address in _ADDRESS.finditer(text):
        parts += [_escaped(text[position : address.start()], not position), f"<{address[0]}>"]
        position = address.end()
    return "".join([*parts, _escaped(text[position:], not position)])


def _escaped(text: str, is_start: bool) -> str:
    escaped = _MARK.sub(lambda mark: _ENTITIES.get(mark[0], f"\\{mark[0]}"), text)
    return _FIRST_MARK.sub(r"\1\\\2", escaped) if is_start else escaped


def _example(example: str) -> str:
    """Return an example as an item with the found words in bold, or as it stands on the card where it has lines."""
    if "\n" in example.strip():
        return "\n" + _fenced(example.strip(), "text") + "\n"
    text, ranges = unmark(example.strip())
    parts, position = [], 0
    for start, end in ranges:
        # Asterisks are not bold beside every sign; an element is.
        marked = f"<b>{_escaped(plain(text[start:end]), False)}</b>"
        parts += [_escaped(plain(text[position:start]), not position), marked]
        position = end
    return f"- {''.join([*parts, _escaped(plain(text[position:]), not position)])}\n"


def _fenced(text: str, language: str) -> str:
    fence = "`" * max(3, *(len(run) + 1 for run in _BACKTICKS.findall(text)), 3)
    lines = "\n".join(plain(line) for line in text.strip("\n").splitlines())
    return f"{fence}{language}\n{lines}\n{fence}\n"


# HTML

_STYLE = """
:root { color-scheme: light dark; --ink: #22201c; --soft: #5f594f; --paper: #fcfbf8; --rule: #d9d2c5; --red: #ad2018; }
@media screen and (prefers-color-scheme: dark) {
  :root { --ink: #e8e3d9; --soft: #aea696; --paper: #191816; --rule: #3d3932; --red: #ff968b; }
}
body { margin: 2rem auto; padding: 0 1rem; max-width: 44rem; background: var(--paper); color: var(--ink);
  font: 1.05rem/1.55 Charter, "Bitstream Charter", Georgia, "DejaVu Serif", serif; overflow-wrap: break-word; }
h1, h2, h3, h4 { line-height: 1.2; margin: 1.6em 0 .4em; }
h4 { font-size: 1rem; margin-top: 1.2em; }
article { border-top: 1px solid var(--rule); }
nav ul { columns: 3; padding: 0; list-style: none; }
a { color: inherit; }
blockquote { margin: 1em 0; padding-left: 1em; border-left: 3px solid var(--red); }
mark { background: none; color: inherit; text-decoration: underline 2px var(--red); text-underline-offset: .2em; }
pre { white-space: pre-wrap; border-left: 1px solid var(--rule); padding-left: 1em; font-size: .85rem; }
"""
_HTML_OPENING = f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>The checks of kratomlint</title>
<style>{_STYLE}</style>
</head>
<body>
"""


def _html_part(part: Part) -> str:
    kind, items = part
    if kind == HEADING:
        return f"<h4>{_html(items[0])}</h4>\n"
    if kind == CODE:
        return f"<pre>{escape(items[1].strip())}</pre>\n"
    if kind == ITEMS:
        return f"<ul>{''.join(f'<li>{_html(item)}</li>' for item in items)}</ul>\n"
    if kind == EXAMPLES:
        return f"<ul>{''.join(f'<li>{_html_example(item)}</li>' for item in items)}</ul>\n"
    tag = "blockquote" if kind == QUOTE else "p"
    return f"<{tag}>{_html(items[0])}</{tag}>\n"


def _html(text: str) -> str:
    parts, position = [], 0
    for address in _ADDRESS.finditer(text):
        shown = escape(address[0])
        parts += [escape(plain(text[position : address.start()])), f'<a href="{shown}" rel="noreferrer">{shown}</a>']
        position = address.end()
    return "".join([*parts, escape(plain(text[position:]))])


def _html_example(marked: str) -> str:
    text, ranges = unmark(marked.strip())
    parts, position = [], 0
    for start, end in ranges:
        parts += [_lines(text[position:start]), f"<mark>{_lines(text[start:end])}</mark>"]
        position = end
    written = "".join([*parts, _lines(text[position:])])
    return f"<pre>{written}</pre>" if "\n" in text else written


def _lines(text: str) -> str:
    return "\n".join(escape(plain(line)) for line in text.split("\n"))
