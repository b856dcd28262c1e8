"""Cards, lexicons, subjects and presets of a stranger: each is read and can look, or is told of with line and remedy."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

from hypothesis import strategies as st

from fuzz.tables import altered, document
from fuzz.texts import bits, examples, mutated
from kratomlint.card import CardError, CardText, read_card
from kratomlint.card_faults import value_faults
from kratomlint.catalogue import Catalogue, Selection
from kratomlint.language.patterns import UnknownLexiconError
from kratomlint.lint import lint
from kratomlint.lists import read_lexicon, read_preset, read_subject
from kratomlint.packs import shipped
from kratomlint.source import SourceFile
from kratomlint.testing import catalogue_of

# What stands in such files, and what comes near it.
_TOKENS = [
    *"title message severity confidence safe unless why sources bad good formerly find swap require limit agree code".split(),
    *"proselint words pattern in skip case when_words when_pattern metadata most per forms inflect terms names kind".split(),
    *"topics needs model states brushes when on off error warning suggestion high negated document heading noun verb".split(),
    *['= "', '"', "'''", '"""', "'", "[", "]", "[[", "]]", "{", "}", "{hit}", "{conditions}", ", ", ".", " = ", "\n", "\r", "#"],
    *["true", "false", "0", "-1", "1e400", "nan", "1979-05-27", "0x1F", "9" * 40, ">>", "<<", "\\", "\\b", "\\u0000", "\\ud800"],
    *["(", ")", "(?:", "(?<=", "(?!", "(?R)", "(?P<a>", "\\1", "*", "+", "?", "++", "{2,3}", "{99999}", "|", "^", "$", "[^", "\\p{L}"],
    *["(?i)", "(*ACCEPT)", "\\K", "\\G", "\\Q", "\\x{110000}", "\\C", "(?#", "(?x)", "\\N", "\\R", "\\X", "é", "İ", "\x00", "\x1b"],
]  # fmt: skip
# How a fault begins whose key stands on a line.
_NAMED = re.compile(r"(unknown key )?`(?P<key>[\w.-]+)`(?(1)| (?:must be|is of the wrong kind|cannot be))")
# The text says many of the words that cards look for.
_ARTICLE = SourceFile("a.md", "\n\n".join(examples()[::60]))
# What asks the lexicons and the subjects.
_ASKING = ("overclaim/efficacy", "caveat")


@cache
def _shipped() -> dict[str, str]:
    folder = Path(str(shipped().folder))
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in folder.rglob("*.toml")}


@cache
def _by_kind() -> dict[str, list[str]]:
    """Return the paths by what the files are, so that each kind is as frequent as any other."""
    cards, kinds = catalogue_of().cards, dict[str, list[str]]()
    for path in sorted(_shipped()):
        card = cards.get(path.removesuffix(".toml"))
        kinds.setdefault(card.method if card else path.partition("/")[0], []).append(path)
    return kinds


@st.composite
def _files(draw: st.DrawFn) -> dict[str, str]:
    paths = draw(st.sampled_from(sorted(_by_kind())).map(_by_kind().__getitem__))
    path = draw(st.sampled_from(paths))
    tokens = st.one_of(st.sampled_from(_TOKENS), st.sampled_from(_TOKENS), bits)
    tables = altered(st.just(tomllib.loads(_shipped()[path])), st.sampled_from(_TOKENS))
    text = draw(st.one_of(mutated(st.just(_shipped()[path]), tokens), tables.map(document)))
    return {"path": path, "text": text.replace("\r\n", "\n")}


inputs = _files()


def target(input: dict[str, str]) -> None:
    """Read the file, and let what it describes look at an article."""
    text = CardText(input["text"], input["path"])
    try:
        catalogue, chosen = _with(text)
    except CardError as error:
        assert error.problems
        for problem in error.problems:
            _is_told_with_line_and_remedy(problem, text)
        return
    try:
        profile = catalogue.choose(Selection(select=chosen))
    except UnknownLexiconError:
        # Told of by who reads many files; see test_packs.py.
        return
    for trouble in lint(_ARTICLE, profile).troubles:
        assert "can match in too many ways" in trouble.what, trouble.what


def _rows_of(key: str, rows: list[str]) -> list[int]:
    """Return the lines, from 1, on which a key or a table of that name may be meant, if any has it to itself."""
    begins = re.compile(rf"\s*\[*\s*(?:[\w\"' ]+\.\s*)*[\"']?{re.escape(key.rpartition('.')[2])}[\"']?\s*[=.\]]")
    return [number for number, row in enumerate(rows, 1) if begins.match(row)]


def _with(text: CardText) -> tuple[Catalogue, tuple[str, ...]]:
    """Return the catalogue with what a file holds in the place of what ships, and the checks that have to do with it."""
    catalogue, knowledge = catalogue_of(), catalogue_of().knowledge
    folder, _, name = text.path.removesuffix(".toml").partition("/")
    if folder == "presets":
        read_preset(name, text)
        return catalogue, ("suppression",)
    if folder == "lexicons":
        lexicons = {**knowledge.lexicons, name: read_lexicon(name, text)}
        return catalogue._replace(knowledge=knowledge._replace(lexicons=lexicons, phrases=None, patterns={})), _ASKING
    if folder == "subjects":
        subjects = {**knowledge.subjects, name: read_subject(text)}
        return catalogue._replace(knowledge=knowledge._replace(subjects=subjects)), _ASKING
    card = read_card(text.text, f"{folder}/{name}", text.path)
    replaced = catalogue.cards[card.id]
    if card.method in ("code", "proselint"):
        if (card.method, card.look) != (replaced.method, replaced.look):
            # Code is named by those alone who can install it.
            return catalogue, ("suppression",)
        if problems := list(value_faults(card.message, replaced.message, text)):
            raise CardError(problems)
    return Catalogue({card.id: card}, knowledge, catalogue.presets, ""), (card.id,)


def _is_told_with_line_and_remedy(problem: str, text: CardText) -> None:
    lines = problem.split("\n")
    place, _, what = lines[0].partition(": ")
    path, _, number = place.rpartition(":")
    assert path == text.path
    assert what.strip()
    shown = text.text.split("\n")[int(number) - 1].strip()
    expected = [f"    {shown}"] if shown else []
    assert lines[1 : 1 + len(expected)] == expected
    key = _NAMED.match(what)
    if key and (rows := _rows_of(key["key"], text.text.split("\n"))):
        assert int(number) in rows, problem
    remedy = lines[1 + len(expected) :]
    assert len(remedy) == (not what.startswith("not valid TOML")), problem
