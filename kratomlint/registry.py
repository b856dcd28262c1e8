"""What a check is when it runs, and how code offers one. Knows no card file and no check by name."""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, overload

from kratomlint.card import Card
from kratomlint.document import Document
from kratomlint.finding import Fact, Hit, PlacedFact, Severity
from kratomlint.named import NamedTuple

if TYPE_CHECKING:
    from kratomlint.language.needs import Needs

Find = Callable[[Document], Iterable[Hit]]
Gather = Callable[[Document], Iterable[Fact]]
# Facts of every file, by path: first the files that nobody asked about, then those where findings are wanted, each in
# the order of the paths.
Compare = Callable[[Mapping[str, Sequence[PlacedFact]]], Iterable["CorpusHit"]]

Marks = Callable[[str], Iterable[int]]
# What is compared of a key is a matter between the two of them.
Form = Callable[[str], Any]
Alike = Callable[[Any, Any], bool]

_CALL = re.compile(r"(?P<module>[\w.]+)[.:](?P<name>\w+)(?:\((?P<argument>[^()]*)\))?")


class UnknownCodeError(Exception):
    """A card names code that is not there; the message says what is missing."""


class CorpusHit(NamedTuple):
    """A fact of one file that does not go with facts of others.

    `related`: the other facts, each with what to say of it, or no facts when nothing is to be shown.
    """

    fact: PlacedFact
    values: Mapping[str, str] = {}
    related: tuple[tuple[PlacedFact, str], ...] = ()
    severity: Severity | None = None


class Check(NamedTuple):
    """A check of one document: its card, the function that looks, and one that tells what it needs."""

    card: Card
    find: Find
    tell_needs: Callable[[], Needs | None] = lambda: None

    @property
    def needs(self) -> Needs | None:
        """Return what must stand in `document.folded` for anything to be found; None: it always looks."""
        return self.tell_needs()


class Checks(Sequence[Check]):
    """Checks in the order of their ids, each built when it is first asked for."""

    def __init__(self, makers: Mapping[str, Callable[[], Check]]) -> None:
        self.ids = tuple(sorted(makers))
        self._makers = makers
        self._made: dict[str, Check] = {}

    def of(self, ids: Container[str]) -> Iterator[Check]:
        """Yield those of the checks that bear one of the ids."""
        return (self._check(check_id) for check_id in self.ids if check_id in ids)

    def _check(self, check_id: str) -> Check:
        if check_id not in self._made:
            self._made[check_id] = self._makers[check_id]()
        return self._made[check_id]

    @overload
    def __getitem__(self, at: int) -> Check: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[Check]: ...

    def __getitem__(self, at: int | slice) -> Check | Sequence[Check]:
        return self._check(self.ids[at]) if isinstance(at, int) else list(map(self._check, self.ids[at]))

    def __len__(self) -> int:
        return len(self.ids)


class CorpusCheck(NamedTuple):
    """A check of many documents: each tells its facts, then they are compared.

    `marks`: numbers of 32 bits for the key of a fact, of which those of another must have one for the two to matter to
    one another; None: all facts do, and `compare` sees them together. Else it sees one group of them at a time.
    `alike`: says of two keys with such a mark whether their facts may matter to one another; None: they all may.
    `form`: what it is given of each key, made once; None: the key.
    """

    card: Card
    gather: Gather
    compare: Compare
    marks: Marks | None = None
    alike: Alike | None = None
    form: Form | None = None


class CodeCheck(NamedTuple):
    """A function that a card may name in `code`."""

    find: Callable[..., Iterable[Hit]]

    def __call__(self, *arguments: Any) -> Iterable[Hit]:
        """Look in a document."""
        return self.find(*arguments)


class CodeCorpusCheck:
    """Functions that a card may name in `code`: `gather`, `compare` set by `@name.compare`, and perhaps `marks`."""

    def __init__(self, gather: Gather) -> None:
        self.gather = gather
        self.comparer: Compare | None = None
        self.marker: Marks | None = None
        self.likener: Alike | None = None
        self.former: Form | None = None

    def compare(self, function: Compare) -> CodeCorpusCheck:
        """Take `function` as the half that sees the facts of all files."""
        self.comparer = function
        return self

    def marks(self, function: Marks) -> Marks:
        """Take `function` as what says by which numbers facts meet; see `CorpusCheck`."""
        self.marker = function
        return function

    def alike(self, function: Alike) -> Alike:
        """Take `function` as what says of which keys facts may have to do with one another; see `CorpusCheck`."""
        self.likener = function
        return function

    def form(self, function: Form) -> Form:
        """Take `function` as what makes of a key that by which facts are alike; see `CorpusCheck`."""
        self.former = function
        return function


def check(find: Callable[..., Iterable[Hit]]) -> CodeCheck:
    """Offer `find(document)` to cards: `code = "module.function"`; `"module.function(word)"` gives it a second word."""
    return CodeCheck(find)


def corpus_check(gather: Gather) -> CodeCorpusCheck:
    """Offer `gather(document)` to cards; give it its other half with `@that.compare`."""
    return CodeCorpusCheck(gather)


def code_check(card: Card) -> Check | CorpusCheck:
    """Return the check whose code the card names: ours `module.function`, a plug-in's `package.module:function`."""
    found, argument = _named(card.look["call"])
    if isinstance(found, CodeCorpusCheck) and found.comparer is not None:
        return CorpusCheck(card, found.gather, found.comparer, found.marker, found.likener, found.former)
    if not isinstance(found, CodeCheck):
        raise UnknownCodeError(f"`{card.look['call']}` is not there, or is not marked with @check")
    return Check(card, found.find if argument is None else partial(_call, found.find, argument))


def code_check_on_demand(card: Card) -> Check:
    """Return the check of one document whose code the card names; the code is imported when it first looks."""
    return Check(card, _OnDemand(card))


class _OnDemand:
    """The code of a card, looked up when it is first asked."""

    def __init__(self, card: Card) -> None:
        self._card = card
        self._find: Find | None = None

    def __call__(self, document: Document) -> Iterable[Hit]:
        if self._find is None:
            check = code_check(self._card)
            assert isinstance(check, Check)
            self._find = check.find
        return self._find(document)


def _named(call: str) -> tuple[object, str | None]:
    """Return what a card's `code` names, and the word in its brackets."""
    match = _CALL.fullmatch(call)
    if match is None:
        raise UnknownCodeError(f"`{call}` is not of the form module.function or module.function(word)")
    module = match["module"] if ":" in call else f"kratomlint.code_checks.{match['module']}"
    try:
        return getattr(importlib.import_module(module), match["name"], None), match["argument"]
    except ImportError as error:
        raise UnknownCodeError(f"`{call}` cannot be imported: {error}") from None


def _call(find: Callable[..., Iterable[Hit]], argument: str, document: Document) -> Iterable[Hit]:
    return find(document, argument)
