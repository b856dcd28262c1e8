"""Who wrote a page, who checked it, when, and who is paid. Judges whole pages only: a fragment has its frame elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from kratomlint.document import Document
from kratomlint.finding import Hit
from kratomlint.language.cue import Cue
from kratomlint.named import NamedTuple
from kratomlint.registry import check
from kratomlint.span import Span

_DATE = r"(?:\d{4}-\d\d?-\d\d?|\d{1,2}[./]\d{1,2}[./]\d{4}|[a-z]{3,9}\.? (?:\d{1,2}(?:st|nd|rd|th)?,? )?\d{4}|\d{1,2} [a-z]{3,9}\.? \d{4})"


class _Wanted(NamedTuple):
    """How a page states one thing: names of fields, in the markup and in front matter; words in the text."""

    fields: frozenset[str]
    markup: str
    words: str


# Names of fields without case, hyphens and underscores.
_WANTED = {
    "author": _Wanted(
        frozenset({"author", "authors", "by", "byline", "writer", "writtenby", "creator"}),
        r"author|byline|creator",
        r"^(?:written |words |text )?by:? [a-z]|\b(?:written|authored|prepared) by:? [a-z]|^authors?: ?\w",
    ),
    "reviewer": _Wanted(
        frozenset(
            {
                *("reviewer", "reviewers", "reviewedby", "medicalreviewer", "medicallyreviewedby", "medicalreview"),
                *("clinicalreviewer", "factchecker", "factcheckedby", "checkedby", "expertreviewer"),
            }
        ),
        r"reviewedby|reviewer|medical-?review\w*|fact-?check\w*",
        r"\b(?:reviewed|checked|vetted|approved) (?:\w+ )?by:? [a-z]|^(?:medical |clinical )?reviewers?: ?\w",
    ),
    "date": _Wanted(
        frozenset(
            {
                *("lastreviewed", "reviewed", "reviewedon", "reviewdate", "datereviewed", "lastreview"),
                *("updated", "updatedat", "lastupdated", "lastmod", "lastmodified", "modified", "modifieddate"),
                *("datemodified", "date", "pubdate", "published", "publishdate", "datepublished", "publishedat"),
            }
        ),
        r"datemodified|datepublished|lastreviewed|article:(?:modified|published)_time|og:updated_time",
        rf"\b(?:reviewed|updated|modified|revised|published|checked|last review|current as of)(?: on)?:? {_DATE}",
    ),
    "funding": _Wanted(
        frozenset(
            {
                *("funding", "fundedby", "sponsor", "sponsored", "sponsoredby", "disclosure", "disclosures"),
                *("conflictofinterest", "conflictsofinterest", "competinginterests", "affiliate"),
            }
        ),
        r"funder|sponsor|disclosure",
        r"\b(?:conflicts? of interest|competing interests?|funded by|paid for by|sponsored by|no funding|disclosures?"
        r"|we (?:do not )?(?:sell|earn|receive))\b",
    ),
}

# Parameters and hosts by which a shop knows whom to pay. `tag` and `ref` alone can be a topic or a menu.
_PAID_LINK = Cue(
    r"^(?:https?:)?//(?![^/]*\.(?:gov|edu)\b)(?:"
    r"[^#]*[?&](?:aff|affid|afid|aff_id|affiliate|affiliate_id|a_aid|a_bid|rfsn|sca_ref|ref|referral|irclickid)="
    r"|[^#]*[?&](?:awinaffid=|utm_medium=affiliate\b|tag=[\w-]+-2\d\b)"
    r"|(?:[\w-]+\.)*(?:amzn\.to|shareasale\.com|awin1\.com|anrdoezrs\.net|jdoqocy\.com|tkqlhce\.com|dpbolvw\.net"
    r"|kqzyfj\.com|linksynergy\.com|prf\.hn|avantlink\.com|pxf\.io|sjv\.io|go2cloud\.org|hop\.clickbank\.net|rstyle\.me"
    r"|skimresources\.com)\b)",
    re.IGNORECASE,
)
_DISCLOSED = Cue(
    r"\baffiliate|\b(?:an?|our) (?:\w+ )?commission\b|\bcommissions? (?:if|when|from|on|for)\b"
    r"|\bwe (?:may |might |can |will )?(?:earn|get paid|are paid|receive (?:a|compensation))"
    r"|\bpaid (?:partnership|link|promotion|advertis)|#ad\b|\bsponsored\b|\badvertisement\b|\bad:"
)

# 21 CFR 101.93(c): the words are fixed.
_STATUTE = Cue(
    r"(?:this statement has|these statements have) not been evaluated by the food and drug administration\. "
    r"this product is not intended to diagnose, treat, cure,? or prevent any disease\b"
)
_DISCLAIMS = Cue(
    r"\bnot intended to (?:diagnose|treat|cure|prevent)\b|\bnot been evaluated by the (?:us |u\.s\. )?(?:food and drug|fda)"
)


@check
def missing(document: Document, what: str) -> Iterator[Hit]:
    """Point at the first words of a page that nowhere states its `what`: author, reviewer, date or funding."""
    wanted = _WANTED[what]
    if not _is_page(document) or not document.sentences:
        return
    if _in_fields(wanted, document) or _in_markup(wanted, document) or _in_words(wanted, document):
        return
    yield Hit(document.sentences[0].span)


@check
def undisclosed_link(document: Document) -> Iterator[Hit]:
    """Point at the first link that pays the writer, where nothing before it says so."""
    if _in_fields(_WANTED["funding"], document):
        return
    for link in document.citations:
        if link.kind == "link" and link.span.length and _PAID_LINK.search(link.target):
            sentence = document.sentence_at(link.span.start)
            reach = sentence.span.end if sentence else link.span.end
            if not _DISCLOSED.search(document.folded, 0, reach):
                yield Hit(link.span)
            return


@check
def reworded_disclaimer(document: Document) -> Iterator[Hit]:
    """Point at the sentences that paraphrase the disclaimer whose words the law fixes."""
    fixed = [Span(*match.span()) for match in _STATUTE.finditer(document.folded)]
    sentences = [sentence for sentence in document.sentences if _DISCLAIMS.search(document.folded, *sentence.span)]
    last = None
    for sentence in sentences:
        if any(sentence.span.overlaps(span) for span in fixed):
            continue
        if last is None or sentence.block != last.block or sentence.number != last.number + 1:
            yield Hit(sentence.span)
        last = sentence


def _is_page(document: Document) -> bool:
    return bool(document.metadata) or _is_html_page(document)


def _is_html_page(document: Document) -> bool:
    head = document.source.text[:2000].lower()
    return document.source.suffix in (".html", ".htm", ".xhtml") and ("<html" in head or "<!doctype" in head)


def _in_fields(wanted: _Wanted, document: Document) -> bool:
    return any(_plain(name) in wanted.fields and _is_filled(value) for name, value in _fields(document.metadata))


def _fields(values: Any, depth: int = 4) -> Iterator[tuple[str, Any]]:
    """Yield every field of front matter, those within others too."""
    if isinstance(values, dict) and depth:
        for name, value in values.items():
            yield str(name), value
            yield from _fields(value, depth - 1)


def _plain(name: str) -> str:
    return re.sub(r"[\W_]", "", name.lower())


def _is_filled(value: Any) -> bool:
    return bool(value.strip()) if isinstance(value, str) else bool(value)


def _in_markup(wanted: _Wanted, document: Document) -> bool:
    """Say whether the tags or the structured data of an HTML page name it."""
    return _is_html_page(document) and bool(_markup(wanted.markup).search(document.source.text))


def _in_words(wanted: _Wanted, document: Document) -> bool:
    return any(_words(wanted.words).search(sentence.span.cut(document.folded)) for sentence in document.sentences)


@cache
def _markup(names: str) -> Cue:
    attributes = r"(?:name|property|itemprop|rel|class)\s*=\s*+[\"']?[^\"'>]{0,200}?"
    return Cue(rf"{attributes}\b(?:{names})\b|\"(?:{names})\"\s*:", re.IGNORECASE)


@cache
def _words(pattern: str) -> Cue:
    return Cue(pattern)
