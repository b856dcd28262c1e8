"""A sentence as words with what the lexicons say of them. Pure; the claims are read from this."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache

from kratomlint.afresh import Each, each
from kratomlint.document import Document, Sentence
from kratomlint.knowledge import Knowledge
from kratomlint.named import NamedTuple
from kratomlint.sections import lay_out, sections
from kratomlint.span import Span

# Which lexicons give which tag. A word may bear several.
TAGS: Mapping[str, tuple[str, ...]] = {
    "relieve": ("relieving-verbs",),
    "improve": ("improving-verbs",),
    "endure": ("enduring-verbs",),
    "give": ("giving-verbs",),
    "condition": ("conditions", "diseases", "symptoms"),
    "function": ("functions",),
    "effect": ("effect-adjectives",),
    "property": ("drug-actions",),
    "agent": ("other-agents",),
    "substance": ("substances",),
}

# Asked for every word: what costs is the question, not compiling.
_WORD = re.compile(r"[\w&][\w'&%/-]*")
# An article is about few things, a collection of news about many.
_FEW = 4
_TITLE_KINDS = ("title", "heading")
# What somebody made a heading of by mistake is no name, and every name is looked for in the whole text.
_LONGEST_TITLE = 200
# A longer sentence hardly comes again, and a thousand of the longest would be kept.
_LONGEST_COMMON = 60
# So many words are kept that begin no phrase; most texts have fewer.
_MOST_ASKED = 20_000
# Letters.
_SHORTEST_OF_TWO = 3
_COMMON = frozenset(
    """about after also always amount amounts article back been before being best better body both buying care common complete
    could daily dose doses dosage does effects effective every everything explained facts find first from good great guide
    health healthy help helps herbal high into issues just know learn life like make many medical medicine more most much myths natural
    need news other over people plus products properties real really review reviews right risk risks safe safety science should
    side some study take taking than that their them there these they this those time tips today top truth understanding
    using uses used user users wellness what when where which while will with without women work works world year years your
    benefits benefit introduction overview conclusion summary remedies remedy treatment treatments therapy therapies pain sleep anxiety
    stress exploring role powder buy online shop store have information""".split()
)


class Word(NamedTuple):
    """A word of a sentence: its folded text without a possessive, and where it stands in the prose."""

    text: str
    span: Span


class Tagged(NamedTuple):
    """A run of words that a lexicon knows: from word `first` to before word `last`, under the lexicon's own term."""

    first: int
    last: int
    tag: str
    term: str

    @property
    def direction(self) -> str:
        """Return where a promise takes it: a condition is relieved, anything else improved."""
        return "relieve" if self.tag == "condition" else "improve"


class Reading(NamedTuple):
    """The words of a sentence and the tagged runs among them, in the order of the text."""

    sentence: Sentence
    text: str
    # The words as a text has them; where they stand is asked of few sentences.
    texts: tuple[str, ...]
    tagged: tuple[Tagged, ...]

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Return the words with their places."""
        start = self.sentence.span.start
        places = [match.span() for match in _WORD.finditer(self.text)]
        return tuple(
            Word(text, Span(start + first, start + last))
            for text, (first, last) in zip(self.texts, places, strict=True)
        )

    @property
    def tags(self) -> frozenset[str]:
        """Return the tags that some run bears."""
        return frozenset(run.tag for run in self.tagged)

    def of(self, *tags: str) -> list[Tagged]:
        """Return the runs that bear one of the tags."""
        return [run for run in self.tagged if run.tag in tags]

    def tagged_from(self, word: int) -> tuple[Tagged, ...]:
        """Return the runs that start at this word or later."""
        return self.tagged[bisect_left(self.tagged, word, key=lambda run: run.first) :]

    def span(self, first: int, last: int) -> Span:
        """Return where the words from `first` to before `last` stand in the prose."""
        return Span(self.words[first].span.start, self.words[last - 1].span.end)

    def start(self, run: Tagged) -> int:
        """Return where a run starts in `text`."""
        return self.words[run.first].span.start - self.sentence.span.start

    def end(self, run: Tagged) -> int:
        """Return where a run ends in `text`."""
        return self.words[run.last - 1].span.end - self.sentence.span.start

    def first_letter(self) -> int:
        """Return where the first word stands in `text` that begins with a letter; list numbers do not."""
        lettered = (word for word in self.words if word.text[:1].isalpha())
        return next(lettered, self.words[0]).span.start - self.sentence.span.start

    def prose_span(self, start: int, end: int) -> Span:
        """Return where a stretch of `text` stands in the prose."""
        return Span(start, end).shifted(self.sentence.span.start)

    def between(self, first: int, last: int) -> str:
        """Return the folded text from the end of word `first - 1` to the start of word `last`."""
        start = self.words[first - 1].span.end if first else self.sentence.span.start
        end = self.words[last].span.start if last < len(self.words) else self.sentence.span.end
        return self.text[start - self.sentence.span.start : end - self.sentence.span.start]


def read(document: Document) -> Sequence[Reading]:
    """Return the reading of every sentence; ask through `document.once`."""
    phrases = _phrases_with(document.once(own_names), _Key(document.knowledge))
    words = document.each_sentence(phrases.read)
    if document.is_long:
        return Each(_reading, document.sentences, document.folded_sentences, words)
    return each(_reading, document.sentences, document.folded_sentences, words)


def _reading(sentence: Sentence, text: str, words: tuple[tuple[str, ...], tuple[Tagged, ...]]) -> Reading:
    return Reading(sentence, text, *words)


def own_names(document: Document) -> frozenset[str]:
    """Return the names of what the article is about, where no list knows them: words of its titles that it keeps using."""
    titles = [
        document.folded[block.span.start : min(block.span.end, block.span.start + _LONGEST_TITLE)]
        for block in document.blocks
        if block.kind in _TITLE_KINDS
    ]
    words_of = [{word.removesuffix("'s") for word in _WORD.findall(title) if len(word) > 3} for title in titles]
    spread: dict[str, int] = {}
    for word in (word for words in words_of for word in words):
        spread[word] = spread.get(word, 0) + 1
    in_titles = {word for word, count in spread.items() if word in words_of[0] or count * 3 >= len(titles)}
    counts: dict[str, int] = {}
    for word in _WORD.findall(document.folded):
        word = word.removesuffix("'s")
        if word in in_titles:
            counts[word] = counts.get(word, 0) + 1
    often = {word for word, count in counts.items() if count >= 4} - _COMMON
    return frozenset(word for word in often if not _is_known(word, _Key(document.knowledge)))


def promotes(document: Document) -> bool:
    """Say whether the text keeps speaking of a substance: then an unnamed subject is that substance."""
    mentions: dict[str, int] = {}
    for run in (run for reading in document.once(read) for run in reading.of("substance")):
        mentions[run.term] = mentions.get(run.term, 0) + 1
    most = sum(sorted(mentions.values())[-_FEW:])
    return most >= 3 and most * 100 >= document.words


# By so much of their first word the lines of phrases are put together.
_BEGINNING = 3

_Entry = tuple[tuple[str, ...], str, str]


class Phrases:
    """Every phrase by its first word, longest first; cut into words when a text has its first one.

    `text`: as `laid_out` writes it.
    """

    def __init__(self, text: str, base: Phrases | None = None) -> None:
        self._sections = sections(text, _BEGINNING)
        self._base = base
        # Few are put before a base.
        self._firsts = frozenset(map(_first, text.split("\n"))) if base else frozenset[str]()
        self._cut: dict[str, Sequence[_Entry]] = {}

    def of(self, first: str) -> Sequence[_Entry]:
        """Return the phrases that begin with a word: their words, tag and term."""
        if (known := self._cut.get(first)) is not None:
            return known
        if self._base and first not in self._firsts:
            return self._base.of(first)
        found = self._found(first)
        if found or len(self._cut) < _MOST_ASKED:
            self._cut[first] = found
        return found

    def _found(self, first: str) -> Sequence[_Entry]:
        found = {(_cut(form), tag, term) for tag, form, term in self._beginning_with(first) if tag}
        found.update(self._base.of(first) if self._base else ())
        return sorted(found, key=lambda entry: (-len(entry[0]), entry)) if found else ()

    def _beginning_with(self, first: str) -> Iterator[tuple[str, str, str]]:
        """Yield tag, form and term of the lines with that first word."""
        beginning = f"{first} "
        lines = (line for section in self._sections_of(beginning) for line in section.split("\n"))
        for line in lines:
            if line.startswith(beginning):
                words, _, term = line.partition("|")
                _, tag, form = words.split(" ", 2)
                yield tag, form, term

    def _sections_of(self, beginning: str) -> list[str]:
        if len(beginning) >= _BEGINNING:
            return [self._sections.get(beginning[:_BEGINNING], "")]
        # A word of one letter: what comes after it is part of where a section begins.
        return [section for key, section in self._sections.items() if key.startswith(beginning)]

    def read(self, text: str) -> tuple[tuple[str, ...], tuple[Tagged, ...]]:
        """Return the words of a text and the tagged runs among them."""
        texts = tuple([word if word.isalnum() else _bare(word) for word in _WORD.findall(text)])
        return texts, (_tagged if len(texts) <= _LONGEST_COMMON else _tagged.__wrapped__)(texts, self)


def laid_out(knowledge: Knowledge) -> str:
    """Return the forms of the lexicons in sections, a line for each: first word, tag, form, and after a bar the term.

    Those of a list that gives no tag are there to be known.
    """
    named = [*((tag, name) for tag, names in TAGS.items() for name in names), ("", "organisations")]
    return _in_sections((form, tag, term) for tag, name in named for form, term in knowledge.forms(name).items())


def _in_sections(forms: Iterable[tuple[str, str, str]]) -> str:
    return lay_out((_line(*form) for form in forms), _BEGINNING)


def _line(form: str, tag: str, term: str) -> str:
    # What divides lines and their parts is part of no word.
    form = form.replace("|", " ").replace("\n", " ")
    first = _first(form)
    if not first.isalnum():
        first = next(iter(_cut(form)), "")
    return f"{first} {tag} {form}|{term}"


def _first(line: str) -> str:
    return line.partition(" ")[0]


def _cut(form: str) -> tuple[str, ...]:
    return (form,) if form.isalnum() else tuple(map(_bare, _WORD.findall(form)))


class _Key:
    """Lets the phrases of a knowledge be computed once: it is the same object for every file of a run."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge

    def __hash__(self) -> int:
        return id(self.knowledge)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and self.knowledge is other.knowledge


@lru_cache(maxsize=8)
def _phrases_of(key: _Key) -> Phrases:
    subjects = key.knowledge.subjects.values()
    names = _in_sections((name, "substance", subject.name) for subject in subjects for name in subject.names)
    return Phrases(names, Phrases(_text(key)))


@lru_cache(maxsize=8)
def _text(key: _Key) -> str:
    known = key.knowledge.phrases
    return laid_out(key.knowledge) if known is None else known


@lru_cache(maxsize=8)
def _phrases_with(names: frozenset[str], key: _Key) -> Phrases:
    return Phrases(_in_sections((name, "substance", name) for name in names), _phrases_of(key))


# The words of the titles of a library are asked again and again; one answer takes a walk through every list.
@lru_cache(maxsize=1 << 14)
def _is_known(word: str, key: _Key) -> bool:
    """Say whether a term of the lists has the word in it."""
    text = _text(key)
    at = text.find(word)
    while at >= 0:
        end = text.find("\n", at)
        line = text[text.rfind("\n", 0, at) + 1 : end if end >= 0 else None]
        form = line.partition("|")[0].split(" ", 2)[-1]
        if word == form or word in _WORD.findall(form):
            return True
        at = text.find(word, at + 1)
    return False


@lru_cache(maxsize=1024)
def _tagged(texts: tuple[str, ...], phrases: Phrases) -> tuple[Tagged, ...]:
    """Return the longest run of each tag at each word; a run inside a longer one of the same tag is left out."""
    found: list[Tagged] = []
    reach: dict[str, int] = {}
    for first, text in enumerate(texts):
        seen: set[str] = set()
        for phrase, tag, term in phrases.of(text):
            last = first + len(phrase)
            if tag in seen or last <= reach.get(tag, 0):
                continue
            if len(phrase) == 1 or texts[first:last] == phrase:
                seen.add(tag)
                reach[tag] = last
                found.append(Tagged(first, last, tag, term))
    return tuple(found)


def _bare(word: str) -> str:
    word = word.removesuffix("'s").rstrip("'-/")
    first, slash, second = word.partition("/")
    # "Colds/flu" are the one as much as the other; "mg/kg" is one unit and "and/or" no name.
    return first if slash and first.isalpha() and min(len(first), len(second)) >= _SHORTEST_OF_TWO else word
