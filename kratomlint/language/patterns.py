"""The pattern of a card. It sees one sentence at a time, in lower case with plain quotes, so `^` and `$` are its ends."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property, lru_cache, partial

from kratomlint.afresh import each
from kratomlint.document import Document, fold
from kratomlint.knowledge import Knowledge, Lexicon
from kratomlint.language.branches import branching
from kratomlint.language.budget import MOST_STEPS, Budget
from kratomlint.language.cue import NEVER, Cue, by_regex, name_of
from kratomlint.language.gate import GRAM, grams
from kratomlint.language.lines import read_places
from kratomlint.language.literals import NAME, Named, branches, required
from kratomlint.language.lookbehinds import asked_last
from kratomlint.language.needs import Needs, regular
from kratomlint.language.paring import laid_out, pared
from kratomlint.language.sieve import Sieve
from kratomlint.span import Span

# A long pattern is broken over lines; no sentence has a line break, so none can be meant.
_LINE = re.compile(r"\n[ \t]*")
# So many sentences asked cost as much as a sieve that RE2 has to compile.
_ASKED_SELDOM = 2000
# So many sentences are asked for what is left of the pattern in them; that is compiled for each text anew.
_ASKED_LITTLE = 150
# In a longer document it takes too long to look for every word.
_SHORT = 30_000
# A branch of fewer characters is compiled before it is found that it cannot match; so is one of more literals.
_LEAST_LEFT_OUT = 40
_MOST_LITERALS = 60


class UnknownLexiconError(Exception):
    """A pattern names a lexicon that is not there; the message is its name."""


class Pattern:
    """A pattern over one sentence, written out and compiled when a text first needs it.

    `check_id`: the check whose needs say which sentences are worth asking; none: all are asked.
    """

    def __init__(self, write: Callable[[], str], case: bool = False, check_id: str = "") -> None:
        self._write = write
        self._case = case
        self._check_id = check_id
        self._asked = 0

    def needs(self) -> Needs | None:
        """Return what must be there, in lower case with plain quotes, for the pattern to match, or None."""
        if not self._case:
            return required(self._write())
        # In folded text a letter has no other case.
        needs = required(self._write().replace("(?i:", "(?:"))
        return needs and _folded(needs)

    def spans(self, document: Document) -> list[Span]:
        """Return where the pattern matches in the sentences of a document, in their order."""
        texts = document.cased_sentences if self._case else document.folded_sentences
        places = self._sifted(document, document.once(read_places).get(self._check_id))
        if places is None:
            places = range(len(texts))
        budget = Budget(self._cue_for(document, map(texts.__getitem__, places)), len(document.prose.text))
        asked = document.recall_each(self, each(texts.__getitem__, places), budget.ask)
        starts = document.sentence_starts
        told = zip(places, budget.told(asked), strict=True)
        return [span.shifted(starts[place]) for place, spans in told for span in spans if span.length]

    def _sifted(self, document: Document, places: Sequence[int] | None) -> Sequence[int] | None:
        """Return the numbers of the sentences to ask; None: all. A pattern that was asked often is worth a sieve."""
        self._asked += len(document.sentences) if places is None else len(places)
        if self._case or self._asked <= _ASKED_SELDOM or document.knowledge.memory:
            return places
        kept = document.once(self._sieve.numbers)
        if isinstance(kept, range):
            return places
        return sorted(kept) if places is None else [place for place in places if place in kept]

    @cached_property
    def _sieve(self) -> Sieve:
        return Sieve(Cue(self._write()))

    def _cue_for(self, document: Document, texts: Iterable[str]) -> Cue:
        """Return what is asked of some texts of a document."""
        return self._cue

    @cached_property
    def _cue(self) -> Cue:
        return self._compiled(self._write())

    def _compiled(self, pattern: str) -> Cue:
        return Cue(pattern, compile=lambda *_: by_regex(self._write()), most_steps=MOST_STEPS)


class Expression(Pattern):
    """A pattern as an editor writes it: over lines, and with lexicons by their names."""

    def __init__(self, expression: str, knowledge: Knowledge, case: bool = False, check_id: str = "") -> None:
        super().__init__(partial(expand, expression, knowledge), case, check_id)
        self._expression = expression
        self._knowledge = knowledge
        self._pared: dict[str, Cue] = {}

    def needs(self) -> Needs | None:
        """Return what must be there, in lower case with plain quotes, for the pattern to match, or None."""
        if self._case:
            return super().needs()
        return required(_body(self._expression), _named(self._expression, self._knowledge))

    def _cue_for(self, document: Document, texts: Iterable[str]) -> Cue:
        """Return the whole pattern, or for the first few sentences what may match in them.

        To compile a thousand branches takes longer than to read an article, and in one article few of them can match.
        """
        # Who reads nearly the same text again and again asks what is compiled once.
        is_read_again = document.knowledge.memory is not None
        # What tells capitals apart is not asked of folded text, as branches are.
        if self._case or self._asked > _ASKED_LITTLE or len(document.folded) > _SHORT or is_read_again:
            return self._cue
        left = pare(self._expression, self._knowledge, document, regular(" ".join(texts)))
        return self._pared.setdefault(left, self._compiled(left))

    @cached_property
    def _cue(self) -> Cue:
        return self._compiled(abridge(self._expression, self._knowledge))


def _folded(needs: Needs) -> Needs | None:
    """Return what is needed as it stands in folded text; None where a letter's case may depend on its neighbours."""
    folded = tuple(tuple(frozenset(map(fold, one)) for one in clause) for clause in needs)
    letters = filter(str.isalpha, "".join(literal for clause in folded for one in clause for literal in one))
    return folded if "".join(letters).isascii() else None


def words_expression(words: Iterable[str], case: bool = False) -> str:
    """Return the pattern for a list of words: whole, `*` for any ending, longest first; in lower case but for `case`."""
    written = list(words) if case else [word.lower() for word in words]
    before, after = (r"\b", r"\b") if all(map(_is_lettered, written)) else (r"(?<!\w)", r"(?!\w)")
    return before + _either(written) + after


def expand(expression: str, knowledge: Knowledge) -> str:
    """Return the pattern on one line, with every `{lexicon}` replaced by its words, side by side."""
    return NAME.sub(lambda match: _any_form(_lexicon(match[1], knowledge)), _LINE.sub("", expression))


def abridge(expression: str, knowledge: Knowledge) -> str:
    """Return the pattern as `expand` does, in the syntax of PCRE2 and as PCRE2 is quickest.

    The words of a lexicon part where they differ, and one that comes again is written once: so it is compiled once,
    and stays below the size that PCRE2 can compile. What stands before a match is asked last.
    """
    body, _ = _brief(expression, knowledge)
    names = NAME.findall(body)
    again = sorted({name for name in names if names.count(name) > 1})

    def terms(match: re.Match[str]) -> str:
        return f"(?&{_group(match[1])})" if match[1] in again else _briefly(match[1], knowledge)

    groups = "".join(f"(?<{_group(name)}>{_briefly(name, knowledge)})" for name in again)
    return NAME.sub(terms, body) + (f"(?(DEFINE){groups})" if groups else "")


def pare(expression: str, knowledge: Knowledge, document: Document, text: str) -> str:
    """Return what `abridge` does, without what cannot match in some words of a document, single-spaced in `text`."""
    body, parts = _brief(expression, knowledge)
    stock = document.once(_Stock)

    def terms(match: re.Match[str]) -> str:
        return _either(form for form in stock.forms(_lexicon(match[1], knowledge)) if _telling(form) in text)

    return NAME.sub(terms, pared(body, parts, stock.literals_in(text)))


class _Stock:
    """Which literals, and which forms of lexicons, stand in a document: of thousands hardly any do."""

    def __init__(self, document: Document) -> None:
        self._text = regular(document.folded)
        self._grams = grams(self._text)
        self._forms: dict[str, list[str]] = {}

    def literals_in(self, text: str) -> Callable[[str], bool]:
        """Return what says whether a literal stands in some of the document's words."""
        known = self._grams

        def stands(literal: str) -> bool:
            # A look at how it begins takes a tenth of the time that a look through the text takes.
            beginning = literal[:GRAM]
            return (beginning in known or len(beginning) < GRAM) and literal in text

        return stands

    def forms(self, lexicon: Lexicon) -> list[str]:
        """Return the forms of a lexicon that stand in the document."""
        found = self._forms.get(lexicon.name)
        if found is None:
            stands = self.literals_in(self._text)
            found = self._forms[lexicon.name] = [form for form in lexicon.forms if stands(_telling(form))]
        return found


def _telling(form: str) -> str:
    """Return what stands wherever a form does, however it goes on."""
    return max(form.split("*"), key=len) if "*" in form else form


def brief(expression: str, knowledge: Knowledge) -> str:
    """Return the pattern of a card as `Knowledge.brief` holds it: as PCRE2 is asked, and its branches on further lines.

    Lexicons are named in it.
    """
    # Before the words are put in: they are a thousand times as long, and hold nothing that is asked here.
    body = _body(expression)
    parts = branches(body, _LEAST_LEFT_OUT, _MOST_LITERALS, _named(expression, knowledge))
    return f"{body}\n{laid_out(parts)}"


def _brief(expression: str, knowledge: Knowledge) -> tuple[str, str]:
    """Return the pattern as PCRE2 is asked, and its branches, where they were told before."""
    written = knowledge.brief.get(name_of(expression))
    if written is None:
        return _body(expression), ""
    body, _, parts = written.partition("\n")
    return body, parts


def _body(expression: str) -> str:
    return asked_last(_LINE.sub("", expression))


def _named(expression: str, knowledge: Knowledge) -> Named:
    """Return the lexicons that a pattern names, as patterns."""
    names = dict.fromkeys(NAME.findall(expression))
    return tuple((name, _any_form(_lexicon(name, knowledge))) for name in names)


def _briefly(name: str, knowledge: Knowledge) -> str:
    written = knowledge.patterns.get(name)
    return briefly(_lexicon(name, knowledge)) if written is None else written


@lru_cache(maxsize=256)
def briefly(lexicon: Lexicon) -> str:
    """Return the forms of a lexicon as a pattern for PCRE2, which parts where they part."""
    # A word that may go on in any way has no place among those that end.
    parts = lexicon.forms and not any("*" in form for form in lexicon.forms)
    return branching(lexicon.forms) if parts else _any_form(lexicon)


def _lexicon(name: str, knowledge: Knowledge) -> Lexicon:
    lexicon = knowledge.lexicons.get(name)
    if lexicon is None or not lexicon.forms:
        raise UnknownLexiconError(name)
    return lexicon


def _group(name: str) -> str:
    return name.replace("-", "_")


@lru_cache(maxsize=256)
def _any_form(lexicon: Lexicon) -> str:
    return _either(lexicon.forms)


def _either(words: Iterable[str]) -> str:
    longest_first = sorted(set(words), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(map(_word, longest_first)) + ")" if longest_first else NEVER


def _word(word: str) -> str:
    return re.escape(word).replace(r"\*", r"\w*")


def _is_lettered(word: str) -> bool:
    ends = word.strip("*")[:1] + word.strip("*")[-1:]
    return ends.isascii() and ends.isalnum()
