"""Checks of slips of the hand that a reader trips over. Each is silent where another reading is possible."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kratomlint.document import Block, Document
from kratomlint.finding import Hit
from kratomlint.language.cue import Cue
from kratomlint.language.little_words import GRAMMAR_WORDS
from kratomlint.late import late
from kratomlint.registry import check
from kratomlint.span import Span

_PROSE_KINDS = ("paragraph", "item", "quote", "caption", "heading")

_LOWER_START = Cue(r"[a-z]{2,}(?:['’][a-z]+)?(?=[ ,;:])|a(?= [a-z])")
# A full stop after a plain word, and a plain word in lower case after it.
_LOWER_WITHIN = Cue(r"(?<= )(?P<last>[a-z]{3,})\. (?P<word>[a-z]{2,}|a)(?= (?!\.)[a-z(])(?=[^.!?\n]{20})")
_SHORTENED = frozenset(
    """etc approx vol fig figs inc ltd corp dept est max min avg var subsp spp ssp syn cf viz resp incl excl med tab tbsp tsp
    no nos art sec ref refs ed eds orig usu esp""".split()
)
# Chemists' prefixes and abbreviations that begin a sentence in lower case.
_LOWER_NAMES = frozenset(
    ("alpha", "beta", "gamma", "delta", "trans", "cis", "eg", "ie", "etc", "vs", "von", "van", "de", "http")
)
_MOST_LOWER = 4

# Words that never stand twice in a row; `that that`, `had had` and names such as kava kava may.
_MAY_DOUBLE = frozenset(
    ("that", "had", "is", "do", "did", "her", "so", "very", "no", "more", "up", "it", "s", "t", "in", "on", "out")
)
_NEVER_DOUBLE = "|".join(sorted(GRAMMAR_WORDS - _MAY_DOUBLE, key=lambda word: (-len(word), word)))
# “What it is is a tea”; else a verb, or an article with its noun, stands twice by mistake.
_DOUBLED = Cue(rf"(?<![\w'./-])({_NEVER_DOUBLE}|(?<!what )is|(?:an?|the|of|in|to|for|with) [a-z]+) \1(?![\w'/-])")
_ASKS_WHAT = Cue(r"\b(?:what|who|how|where|why|whatever)\b[^.;:]*\Z")
# “What makes you you” is right, “the the” never.
_SURELY_DOUBLED = frozenset(
    """a an the and or but if than of to at by for from with as into about between through during because it's is are was
    were be been may can should will""".split()
)

# A syllable twice at the end of a long word (possesses and infringing have theirs by right), or a letter three times.
_GARBLED = Cue(
    r"(?<![\w./@#-])(?!www)(?:[a-z]{4,20}?(?P<unit>[a-z]{3,5})(?P=unit)(?:s|d|es|ed|ly)?|[a-z]{2,20}?([a-z])\2\2[a-z]{1,20})(?![\w./@-])"
)
_RETURNING = frozenset(("ing", "ess", "sse", "ses", "tin", "iss"))

_WHO_CANNOT = ("i ", "you ", "we ", "they ", "he ", "she ", "it ", "who ")
_LOST_APOSTROPHE = Cue(
    r"(?<![\w'./@#-])(?:(?:ca|do|does|did|is|are|was|were|has|have|had|could|would|should)nt|(?:you|they)(?:re|ve|ll))(?![\w'./@-])"
)
_APOSTROPHE = Cue(r"\w'(?:s|t|re|ve|ll|d|m)\b")
_STOPS = Cue(r"[.!?…:;”\"’')\]]\W*\Z|[,–—-]\Z")
# After these words a sentence has to go on.
_UNFINISHED = Cue(
    r"(?<![\w'’-])(?:a|an|the|of|and|or|any|your|their|its|our|into|from|by|than|because|every|between|such as|is|are|may|very|without)\Z"
)

_SPEAKER = Cue(r"\s*[-–—~]\s?\S|\s*(?:by |as told|dr\.? )")
_FIRST_PERSON = Cue(r"\b(?:i|i'm|i've|my|me|mine)\b")
_SAYS = Cue(
    r"\b(?:say|says|said|told|writes?|wrote|explains?|explained|adds?|added|notes?|noted|states?|stated|quote)\b"
)

_PAIRS = {"(": ")", "[": "]", "“": "”"}
_CLOSERS = {closer: opener for opener, closer in _PAIRS.items()}
_MARK = late(r"[()\[\]“”]")
# Only a little word after it tells a sentence from a name: "node.Parse" is none.
_STOP_AND_CAPITAL = Cue(r"(?<= )(?P<words>(?P<last>[a-z]{3,})\.(?P<next>[A-Z][a-z]+))(?= [a-z])")
_LIST_MARK = Cue(r"(?:^|[\s,;])(?:\(?(?:[a-z]|\d{1,2}|[ivx]{1,4}))\Z", re.IGNORECASE)
_INCHES = Cue(r"\d\s?\Z")


@check
def lower_case_start(document: Document) -> Iterator[Hit]:
    """Point at paragraphs that start in lower case, where the one before was finished."""
    hits = [hit for index in range(len(document.blocks)) if (hit := _lower_start(document, index))]
    if len(hits) <= _MOST_LOWER:
        # A page that is written without capitals has a style, not a slip.
        yield from hits


@check
def lower_case_sentence(document: Document) -> Iterator[Hit]:
    """Point at sentences within a paragraph that start in lower case."""
    hits = [
        Hit(Span(*match.span("word")).shifted(at), {"capital": match["word"].capitalize()})
        for at, match in document.matches(_LOWER_WITHIN.finditer, cased=True)
        if match["last"] not in _SHORTENED
        and match["word"] not in _LOWER_NAMES
        and _in_prose(document, at + match.start())
    ]
    if len(hits) <= _MOST_LOWER:
        yield from hits


@check
def doubled_word(document: Document) -> Iterator[Hit]:
    """Point at little words that stand twice in a row."""
    for at, match in document.matches(_DOUBLED.finditer):
        span = Span(*match.span()).shifted(at)
        one, two = _halves(span.cut(document.prose.text))
        if one.lower() == "is" and _ASKS_WHAT.search(document.folded[max(0, span.start - 80) : span.start]):
            continue
        # The second of “vitamin A a day” and of “WHO who” is another word.
        if one == two or (one.lower() == two and len(one) > 1 and not one.isupper()):
            opening, space, _ = two.partition(" ")
            yield Hit(span, {"word": two}, one, bool(space) or opening in _SURELY_DOUBLED)


def _halves(words: str) -> tuple[str, str]:
    middle = len(words) // 2
    return words[:middle], words[middle + 1 :]


@check
def lost_apostrophe(document: Document) -> Iterator[Hit]:
    """Point at short forms without their apostrophe, in an article that has others."""
    found = [(Span(*match.span()).shifted(at), match[0]) for at, match in document.matches(_LOST_APOSTROPHE.finditer)]
    if found and len(found) <= _MOST_LOWER and _APOSTROPHE.search(document.folded):
        for span, word in found:
            written = span.cut(document.prose.text)
            mark = "’" if document.prose.text.count("’") > document.prose.text.count("'") else "'"
            instead = f"{written[:-1]}{mark}t" if written.endswith("nt") else f"{written[:-2]}{mark}{written[-2:]}"
            # A cant is a slope, and a manner of speech.
            is_sure = word != "cant" or document.folded.endswith(_WHO_CANNOT, 0, span.start)
            yield Hit(span, {"instead": instead}, instead, is_sure)


@check
def garbled_word(document: Document) -> Iterator[Hit]:
    """Point at words in which letters were typed over and over."""
    for at, match in document.matches(_GARBLED.finditer):
        span = Span(*match.span()).shifted(at)
        written = span.cut(document.prose.text)
        # A name may be written so: “Wollongong”.
        if written.islower() and (match["unit"] or "") not in _RETURNING:
            yield Hit(span)


@check
def no_space(document: Document) -> Iterator[Hit]:
    """Point at a full stop with no space after it, where a sentence ends and the next begins."""
    for at, stop in document.matches(_STOP_AND_CAPITAL.finditer, cased=True):
        if stop["next"].lower() in GRAMMAR_WORDS and _in_prose(document, at + stop.start()):
            yield Hit(Span(*stop.span("words")).shifted(at), {"instead": f"{stop['last']}. {stop['next']}"})


@check
def breaks_off(document: Document) -> Iterator[Hit]:
    """Point at paragraphs that end in the middle of a sentence."""
    for index, (block, sentences) in enumerate(zip(document.blocks, document.sentences_by_block, strict=True)):
        if block.kind == "paragraph" and sentences and len(sentences[-1].text.split()) >= 6:
            last = sentences[-1]
            folded = last.span.cut(document.folded)
            if not _STOPS.search(folded[-40:]) and _UNFINISHED.search(folded) and _ends_here(document, index):
                yield Hit(last.span, {"last": folded.rsplit(" ", 1)[-1]})


@check
def quoted_paragraph(document: Document) -> Iterator[Hit]:
    """Point at paragraphs in quotation marks that nobody speaks."""
    for index, block in enumerate(document.blocks):
        text = _text(document, block)
        if block.kind != "paragraph" or len(document.sentences_by_block[index]) < 2 or text[0] not in '“"':
            continue
        inner = text[1:-1] if text[-1] in '”"' else text[1:]
        if any(mark in inner for mark in '“”"') or _is_spoken(document, index):
            continue
        first = document.sentences_by_block[index][0]
        yield Hit(Span(first.span.start, first.span.start + len(first.text.split(" ", 1)[0])))


@check
def unbalanced(document: Document) -> Iterator[Hit]:
    """Point at brackets and curly quotation marks that are opened and not closed, or closed and not opened."""
    for index, block in enumerate(document.blocks):
        if block.kind in _PROSE_KINDS and _MARK.search(text := _text(document, block)) and text.count(" ") >= 4:
            yield from _unbalanced(document, index, block)


def _lower_start(document: Document, index: int) -> Hit | None:
    block = document.blocks[index]
    text = _text(document, block)
    found = _LOWER_START.match(text) if block.kind == "paragraph" and text[:1].islower() else None
    if not found or found[0] in _LOWER_NAMES or not _is_fresh(document, index):
        return None
    sentences = document.sentences_by_block[index]
    if len(sentences[0].text.split()) < 5 or not sentences[0].text.endswith((".", "!", "?")):
        return None
    capital = found[0][:1].upper() + found[0][1:]
    return Hit(Span(*found.span()).shifted(block.span.start), {"capital": capital}, replacement=capital)


def _is_fresh(document: Document, index: int) -> bool:
    """Say whether a block begins something: what stands before it was a heading or ended with a full stop."""
    if index == 0:
        return not document.source_between(0, document.prose.to_source(document.blocks[0].span).start).strip()
    before, here = document.blocks[index - 1], document.blocks[index]
    if before.kind == "heading":
        words = before.span.cut(document.prose.text)
        return len(words.split()) > 1
    places = document.prose.to_source(before.span).end, document.prose.to_source(here.span).start
    return (
        before.kind == "paragraph"
        and before.span.cut(document.prose.text).endswith((".", "!", "?"))
        and not document.source_between(*places).strip()
    )


def _in_prose(document: Document, offset: int) -> bool:
    sentence = document.sentence_at(offset)
    return sentence is not None and document.blocks[sentence.block].kind in ("paragraph", "item")


def _ends_here(document: Document, index: int) -> bool:
    """Say whether the line ends in the file where the prose does: no address, code or picture was left out."""
    end = document.prose.to_source(document.blocks[index].span).end
    lines = document.source.lines
    line_end = lines.line_span(lines.line_column(max(0, end - 1))[0]).end
    following = document.blocks[index + 1] if index + 1 < len(document.blocks) else None
    start = document.prose.to_source(following.span).start if following else end
    if end < start < line_end or document.source_between(end, line_end).strip(" \t*_"):
        return False
    if following is None:
        return True
    gone = document.source_between(end, start) if start >= end else ""
    is_apart = not re.sub(r"[\s*_#\-=\\]+", "", gone) and following.kind in ("paragraph", "heading")
    return is_apart and following.span.cut(document.prose.text)[:1].isupper()


def _is_spoken(document: Document, index: int) -> bool:
    block = document.blocks[index]
    folded = document.folded
    if _FIRST_PERSON.search(folded, block.span.start, block.span.end):
        return True
    before = document.blocks[index - 1].span.cut(folded) if index else ""
    after = document.blocks[index + 1].span.cut(folded) if index + 1 < len(document.blocks) else ""
    if (
        before.endswith((":", ","))
        or _SAYS.search(before[-120:])
        or before.startswith(("“", '"'))
        or after.startswith(("“", '"'))
        # What the paragraph before opened and left open goes on.
        or before.count('"') % 2
    ):
        return True
    return bool(_SPEAKER.match(after)) or (0 < len(after.split()) <= 4 and not after.endswith("."))


def _unbalanced(document: Document, index: int, block: Block) -> Iterator[Hit]:
    text = document.prose.text
    open_marks: list[int] = []
    for offset in range(block.span.start, block.span.end):
        mark = text[offset]
        if mark == "“" and open_marks and text[open_marks[-1]] == mark and not text[offset - 1].isspace():
            # Closed with the mark that opens: set wrong, and yet nobody looks for the end.
            open_marks.pop()
        elif mark in _PAIRS:
            open_marks.append(offset)
        elif mark in _CLOSERS:
            if open_marks and text[open_marks[-1]] == _CLOSERS[mark]:
                open_marks.pop()
            elif not (mark == ")" and _LIST_MARK.search(text, max(0, block.span.start - 1, offset - 6), offset)):
                if mark == "”" and _INCHES.search(text, max(block.span.start, offset - 2), offset):
                    continue
                if mark == "”" and text.count('"', block.span.start, offset) % 2:
                    # Opened with a straight mark and closed with a curly one.
                    continue
                if text[block.span.start].isalnum():
                    yield _stray(document, block, offset, "opened")
                return
    if open_marks and text[open_marks[-1]] == "“" and '"' in text[open_marks[-1] : block.span.end]:
        # Opened with a curly mark and closed with a straight one: the keyboard's doing, and no reader is lost.
        return
    if open_marks and not _goes_on(document, index, open_marks[-1]):
        yield _stray(document, block, open_marks[-1], "closed")


def _goes_on(document: Document, index: int, offset: int) -> bool:
    mark = document.prose.text[offset]
    if mark == "“" and offset == document.blocks[index].span.start and _is_spoken(document, index):
        # Who speaks from the first word on is known, and the reader looks for no end.
        return True
    # A quotation of several paragraphs is opened in each and closed in the last; a bracket may hold a list.
    following = document.blocks[index + 1] if index + 1 < len(document.blocks) else None
    if following is None:
        return False
    text = following.span.cut(document.prose.text)
    return text.startswith(mark) or (
        _PAIRS[mark] in text and text.find(_PAIRS[mark]) < (text.find(mark) + 1 or len(text))
    )


def _text(document: Document, block: Block) -> str:
    return block.span.cut(document.prose.text)


def _stray(document: Document, block: Block, offset: int, verb: str) -> Hit:
    text = document.prose.text
    start, end = offset, offset + 1
    while end < block.span.end and not text[end].isspace() and end - offset < 40:
        end += 1
    while start > block.span.start and not text[start - 1].isspace() and offset - start < 40:
        start -= 1
    return Hit(Span(start, end), {"mark": text[offset], "verb": verb})
