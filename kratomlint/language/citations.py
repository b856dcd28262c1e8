"""What counts as a source, and which sentence it reaches. Judges the form of a citation, never whether it is true."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kratomlint.document import Citation, Document, Sentence, fold
from kratomlint.language.addresses import is_answerable, is_evidence, own_hosts
from kratomlint.language.attributions import read_attributions
from kratomlint.language.cue import Cue
from kratomlint.language.references import ReferenceList, read_reference_list
from kratomlint.named import NamedTuple
from kratomlint.span import Span

# The pages of an authority or a journal, and whatever leads to a publication, are strong; the rest is weak.
STRONG, WEAK = "strong", "weak"

_IDENTIFIERS = Cue(
    r"\b10\.\d{4,9}/[-._;()/:A-Za-z0-9]*[A-Za-z0-9]"
    r"|\bPMID:?[^\S\n]?\d{4,9}\b"
    r"|\bPMC[^\S\n]?\d{5,9}\b"
    r"|\bNCT\d{8}\b|\bISRCTN\d{6,8}\b|\bEudraCT[^\S\n]?\d{4}-\d{6}-\d{2}\b|\bACTRN\d{14}\b|\bCRD\d{8,}\b"
    r"|\barXiv:\d{4}\.\d{4,5}\b"
    r"|\b\d{1,2} (?:U\.?S\.?C\.?|CFR|C\.F\.R\.) (?:§ ?|Part )?\d+"
)
_KEYS = Cue(r"\[-?@[\w:.#$%&+?<>~/-]+(?:[;,][^\]\[]{0,200})?\]|\\cite[tp]?\{[^}]{1,200}\}")
NUMBERS = Cue(r"\[(\d{1,3}(?:[^\S\n]?[-–,;][^\S\n]?\d{1,3})*)\]")
_BRACKETED = Cue(
    r"(?:(?<=[\w\")”’%]) |(?<=[\w\")”’%])(?<=\w\w))\((\d{1,2}(?:[^\S\n]?[-–,][^\S\n]?\d{1,2})*)\)(?=[.,;:]|\s*$)"
    r"|(?<=[.!?\"”’])\((\d{1,2}(?:[^\S\n]?[-–,][^\S\n]?\d{1,2})*)\)(?=\s|$)",
    re.MULTILINE,
)
_RAISED = Cue(r"[¹²³⁴-⁹⁰]+(?:[,⁻–˒ ]?[¹²³⁴-⁹⁰]+)*")
_RAISED_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
# A raised figure after a unit or a figure is a power: m², 10³.
_POWER = Cue(r"(?:\d|[×x]10|(?:^|[\s/])(?:[cdkmµμn]?m|ft|in|yd|s|r|R|χ|Χ))$")

_NAME = r"[A-Z][\w'’-]+"
_YEAR = r"(?:19|20)\d{2}[a-z]?"
_COMPANY = rf"et al\.?|(?:and|&) (?:colleagues|co-?workers|{_NAME})"
_AUTHORS = rf"{_NAME}(?:,? (?:{_COMPANY})|(?:, {_NAME}){{1,4}},? (?:and|&) {_NAME})?"
_AUTHOR_YEAR = Cue(
    rf"\((?:see |e\.g\.,? |cf\. )?(?P<inside>{_AUTHORS}),? (?:in press|{_YEAR})[^()\n]{{0,160}}\)"
    rf"|\b(?P<outside>{_AUTHORS}),? \({_YEAR}(?:[,;:] [^()\n]{{0,60}})?\)"
)


# Words with a capital before a year that are no author.
_NO_AUTHOR = frozenset(
    """
    january february march april may june july august september october november december jan feb mar apr jun jul
    aug sep sept oct nov dec spring summer autumn fall winter act law bill edition since in updated published
    reviewed revised established founded copyright version early late mid until before after during circa about
    amendments title volume issue rule treaty convention from by est effective posted modified accessed season
    olympics meta-analysis review study trial survey report research rct guideline guidelines
    """.split()
)

_STUDY = Cue(
    r"\b(?:study|studies|trial|trials|review|meta-analysis|meta-analyses|survey|paper|analysis|article|report|research"
    r"|investigation|case series|results|findings)\b"
)
_BARE_YEAR = Cue(r"(?<![\d.,-])(?:19[5-9]|20[0-4])\d(?![\d.,]?\d)")
# News names the issue or the day, and its own date says of which year.
_ISSUE = Cue(
    r"\bissue of\b|\b(?:published|appear(?:ed|ing|s)|reported|released)(?: online)? (?:today|yesterday|(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|(?:earlier )?this (?:week|month)|last (?:week|month)|(?:on )?(?:january|february|march|april|may|june|july|august|september|october|november|december) \d)"
)
_JOURNAL = Cue(
    r"\b(?:[Pp]ublished|[Aa]ppear(?:ed|ing)|[Rr]eported) (?:\w+ ){0,4}?(?:in|by) (?:the )?(?:journal )?"
    r"(?!January|February|March|April|May|June|July|August|September|October|November|December|English)[A-Z]\w+"
    r"|\b(?:in|In|from) (?:the )?journal,? (?:of )?[A-Z]\w+|\bissue of (?:the )?(?:journal )?[A-Z]\w+"
    r"|\b(?:in|In|by) (?:the |The )?(?:[A-Z][\w&-]+ (?:(?:of|and|in|&) )?){1,5}(?:Physician|Medicine|Nutrition|Pharmacology|Pharmacotherapy|Psychiatry|Psychology|Urology"
    r"|Oncology|Gastroenterology|Dermatology|Neurology|Toxicology|Therapeutics|Biochemistry|Metabolism|Endocrinology|Chemistry)\b"
    # "A study of 2016 in Poultry and Eggs": two capitals joined are no country's.
    r"|\b(?:study|trial|review|meta-analysis|paper)(?:,? (?:of|from|published|in) (?:19|20)\d\d)?,? (?:published )?in (?:the )?(?!Trinidad|Bosnia|Antigua|Saint)[A-Z][a-z]{3,15} (?:and|&) [A-Z][a-z]{3,15}\b"
    r"|\b(?:Journal of|Annals of|Archives of|Frontiers in|Proceedings of|[A-Z]\w+ Journal\b)"
    r"|\b(?:JAMA|BMJ|NEJM|The Lancet|Lancet|PLo?S|PNAS|MMWR|Phytomedicine|Phytotherapy Research|Nutrients"
    r"|Planta Medica|Cochrane|Scientific Reports|Diabetes Care|Psychopharmacology|Andrologia|Cureus|Cell Metabolism|Sleep Medicine|BMC [A-Z]\w+)\b"
)

_ONE_STUDY = r"(?:one|another|an?|two)(?: [\w-]+){0,5} (?:stud(?:y|ies)|trials?|reviews?|meta-analys[ei]s|surveys?|experiments?)\b"
# "Migraine troubles millions. In a trial of 40 adults [1]": what is cited there counts no one with migraine.
_OPENS_A_STUDY = Cue(rf"\W*(?:in )?{_ONE_STUDY}")
_STANDS_ALONE = Cue(
    rf"\W*(?:in )?{_ONE_STUDY}|.{{0,100}}\b(?:millions|billions) of (?:[\w-]+ ){{0,2}}(?:people|adults|women|men|children|us)\b"
)


class Source(NamedTuple):
    """A citation of some kind: `span` in the prose, `strength` strong or weak.

    `kind`: link footnote number author-year identifier key attribution study listed (an entry of the reference list).
    """

    span: Span
    kind: str
    strength: str


def read_sources(document: Document) -> tuple[Source, ...]:
    """Return every source of the document, in the order of the prose; ask with `document.once(read_sources)`."""
    listed = document.once(read_reference_list)
    found = [
        *_markup_sources(document, listed),
        *_numbered(document, listed),
        *_written(document),
        *_studies(document),
        *(Source(span, "attribution", WEAK) for span in document.once(read_attributions)),
        *(Source(entry.span, "listed", WEAK) for entry in listed.entries),
    ]
    return tuple(sorted(set(found)))


def sourced(document: Document, sentence: Sentence) -> bool:
    """Say whether a source stands with the sentence.

    It does in the sentence itself, in the next one of the same block (an attribution speaks for its own sentence
    only, and so does a study that the next one opens with, after another study or a count of people), or in what introduces a list item or a table cell.
    """
    own, reaching = document.once(_cited_sentences)
    if sentence.number in own:
        return True
    following = sentence.number + 1
    if following in reaching and _reaches_back(document, sentence, document.sentences[following]):
        return True
    lead = document.blocks[sentence.block].lead
    if lead < 0:
        return False
    introduction = document.sentences_by_block[lead]
    return bool(introduction) and introduction[-1].number in own


def _reaches_back(document: Document, sentence: Sentence, following: Sentence) -> bool:
    """Say whether what the next sentence cites stands for this one: not where each has a study, or a count, of its own."""
    if following.block != sentence.block:
        return False
    told = document.recall(_is_apart, sentence.span.cut(document.folded))
    return not (told and document.recall(_opens_a_study, following.span.cut(document.folded)))


def _is_apart(text: str) -> bool:
    return _STANDS_ALONE.match(text) is not None


def _opens_a_study(text: str) -> bool:
    return _OPENS_A_STUDY.match(text) is not None


def _cited_sentences(document: Document) -> tuple[frozenset[int], frozenset[int]]:
    own, reaching = set(), set()
    for source in document.once(read_sources):
        sentence = document.sentence_at(_anchor(document, source.span))
        if sentence is None:
            continue
        own.add(sentence.number)
        if source.kind != "attribution":
            reaching.add(sentence.number)
    return frozenset(own), frozenset(reaching)


def _anchor(document: Document, span: Span) -> int:
    """Return a character that the source stands on: a mark between two words belongs to the word before."""
    if span.end > span.start:
        return span.start
    block = document.block_at(span.start)
    return span.start - 1 if block and span.start > block.span.start else span.start


def _markup_sources(document: Document, listed: ReferenceList) -> Iterator[Source]:
    folded = document.folded
    links = [(item.target, item.span.cut(folded)) for item in document.citations if item.kind == "link"]
    own = own_hosts(links, document.metadata)
    for item in document.citations:
        if item.kind == "footnote":
            if document.footnotes.get(item.target):
                yield Source(item.span, "footnote", STRONG)
        elif item.kind == "superscript" or item.target.startswith("#"):
            mark = item.target if item.kind == "superscript" else item.span.cut(folded)
            if _is_reference_mark(document, item, mark) and listed.holds(mark):
                yield Source(item.span, "number", WEAK)
        elif is_evidence(item.target, own):
            yield Source(item.span, "link", STRONG if is_answerable(item.target) else WEAK)


def _is_reference_mark(document: Document, item: Citation, mark: str) -> bool:
    words = mark.strip("[]() ")
    before = document.prose.text[max(0, item.span.start - 6) : item.span.start]
    return bool(re.fullmatch(r"\d{1,3}(?:\s?[-–,;]\s?\d{1,3})*", words)) and not _POWER.search(before)


def _numbered(document: Document, listed: ReferenceList) -> Iterator[Source]:
    for at, match in document.matches(NUMBERS.finditer, cased=True):
        if listed.holds(match[1]):
            yield _source(at, match, "number", WEAK)
    yield from _bracketed(document, listed)
    for at, match in document.matches(_RAISED.finditer, cased=True):
        before = match.string[max(0, match.start() - 6) : match.start()]
        if not _POWER.search(before) and listed.holds(match[0].translate(_RAISED_DIGITS)):
            yield _source(at, match, "number", WEAK)


def _bracketed(document: Document, listed: ReferenceList) -> Iterator[Source]:
    """Yield `(5)` and `(5, 6)` before a stop or right behind it, where the article has more than one: one may be anything."""
    found = list(document.matches(_BRACKETED.finditer, cased=True))
    if len({match[1] or match[2] for _, match in found}) > 1:
        for at, match in found:
            if listed.holds(match[1] or match[2]):
                yield _source(at, match, "number", WEAK)


def _written(document: Document) -> Iterator[Source]:
    for at, match in document.matches(_IDENTIFIERS.finditer, cased=True):
        yield _source(at, match, "identifier", STRONG)
    for at, match in document.matches(_KEYS.finditer, cased=True):
        yield _source(at, match, "key", STRONG)
    for at, match in document.matches(_AUTHOR_YEAR.finditer, cased=True):
        author = re.split(r"[\s,]", match["inside"] or match["outside"], maxsplit=1)[0]
        if fold(author) not in _NO_AUTHOR:
            yield _source(at, match, "author-year", STRONG)


def _source(at: int, match: re.Match[str], kind: str, strength: str) -> Source:
    return Source(Span(*match.span()).shifted(at), kind, strength)


def _studies(document: Document) -> Iterator[Source]:
    """Yield the studies that are named with journal and year, issue or day, so that a reader can find them."""
    for at, match in document.matches(_JOURNAL.finditer, cased=True):
        sentence = document.sentence_at(at + match.start())
        if sentence is None:
            continue
        words = sentence.span.cut(document.folded)
        if _STUDY.search(words) and (_BARE_YEAR.search(words) or _ISSUE.search(words)):
            yield _source(at, match, "study", WEAK)
