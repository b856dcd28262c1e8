"""That no pattern takes more than its share of a longer text. Steps are counted, on the worst texts that a pattern's pieces make."""

import ast
import pkgutil
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest
from growing import Asked, grows

import kratomlint
from kratomlint.card import Card
from kratomlint.catalogue import Selection
from kratomlint.knowledge import Knowledge, Lexicon
from kratomlint.language.cue import Cue
from kratomlint.language.patterns import expand
from kratomlint.late import late
from kratomlint.testing import catalogue_of, unmark

PATTERNS = ("pattern", "when_pattern")
CATALOGUE = catalogue_of()
CARDS = [card for card in CATALOGUE.cards.values() if any(key in card.look for key in PATTERNS)]
# Modules that read no article: names, settings, cards and patterns, which are short, and TOML that was read before.
NO_ARTICLE = (
    *("authoring", "card_text", "changes", "settings_file", "scoring", "readers.toml_fields"),
    *("language.sieve", "language.cue", "language.literals", "language.patterns", "language.lookbehinds"),
)
ANCHORED = {"match", "fullmatch"}
ANYWHERE = {"search", "finditer", "findall", "sub", "subn", "split", "matches"}


@cache
def knowledge() -> Knowledge:
    """Return the lexicons with a few words each: how a pattern goes on does not lie in their number."""
    lexicons = CATALOGUE.choose(Selection()).knowledge.lexicons
    return Knowledge({name: Lexicon(name, (), dict(list(each.forms.items())[:3])) for name, each in lexicons.items()})


@pytest.mark.parametrize("card", CARDS, ids=[card.id for card in CARDS])
def test_what_the_pattern_of_a_card_takes_grows_with_the_text_and_no_faster(card: Card) -> None:
    examples = [unmark(example)[0].lower() for example in card.bad[:2]]
    for expression in (card.look[key] for key in PATTERNS if key in card.look):
        assert next(grows(Asked(expand(expression, knowledge())), examples), None) is None


def cues_of(module: str) -> dict[str, list[Asked]]:
    """Return the patterns of a module by the name under which they stand there."""
    found = {
        name: list(dict.fromkeys(_in(value, _once(module, name), 6)))
        for name, value in vars(import_module(f"kratomlint.{module}")).items()
        if name in _made(module)
    }
    return {name: asked for name, asked in found.items() if asked}


# What stands for a pattern before it is compiled is one too.
PATTERNS = (Cue, re.Pattern, type(late("")))


def _in(value: object, once: bool, depth: int) -> Iterator[Asked]:
    if isinstance(value, PATTERNS) and isinstance(value.pattern, str):
        yield Asked(value.pattern, int(value.flags) & ~re.UNICODE, once)
    elif depth:
        held = [*value.keys(), *value.values()] if isinstance(value, dict) else value
        if isinstance(held, list | tuple | set | frozenset):
            for item in held:
                yield from _in(item, once, depth - 1)


@cache
def tree(module: str) -> ast.Module:
    path = Path(kratomlint.__file__).parent / f"{module.replace('.', '/')}.py"
    if not path.exists():
        path = path.with_suffix("") / "__init__.py"
    return ast.parse(path.read_text(encoding="utf-8"))


def _made(module: str) -> set[str]:
    """Return the names that a module gives to something itself."""
    targets = (node.targets if isinstance(node, ast.Assign) else [node.target] for node in tree(module).body if isinstance(node, ast.Assign | ast.AnnAssign))  # fmt: skip
    return {target.id for found in targets for target in found if isinstance(target, ast.Name)}


@cache
def uses() -> dict[tuple[str, str], set[str]]:
    """Return how each name is asked, by module; a public one in any."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for module in MODULES:
        for node in ast.walk(tree(module)):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name | ast.Attribute):
                name = node.value.id if isinstance(node.value, ast.Name) else node.value.attr
                found[module if name.startswith("_") else "", name].add(node.attr)
    return found


def _once(module: str, name: str) -> bool:
    ways = uses()[module if name.startswith("_") else "", name]
    return bool(ways & ANCHORED) and not ways & ANYWHERE


MODULES = [
    found.name.removeprefix("kratomlint.")
    for found in pkgutil.walk_packages(kratomlint.__path__, "kratomlint.")
    if not found.name.endswith("__main__")
]
CUES = {
    f"{module}.{name}[{number}]": asked
    for module in MODULES
    if module not in NO_ARTICLE
    for name, found in cues_of(module).items()
    for number, asked in enumerate(found)
}


@pytest.mark.parametrize("asked", CUES.values(), ids=CUES)
def test_what_a_pattern_in_the_code_takes_grows_with_the_text_and_no_faster(asked: Asked) -> None:
    assert next(grows(asked), None) is None


@pytest.mark.parametrize(
    "pattern",
    [
        r"(?<!\w)\d[\d.,]*mg",
        r"\b(?:long |been )+loved",
        r"(?:\w+\s?)+!",
        r"(a+)+b",
        r"kava.*cures",
        r"\w+@",
        r"<!--.*?-->",
        r"\s+$",
        r"[\w-]*grade",
    ],
)
def test_a_pattern_that_grows_faster_is_told(pattern: str) -> None:
    assert list(grows(Asked(pattern)))


@pytest.mark.parametrize(
    "pattern", [r"\d{1,9}mg", r"\w++ ", r"^\s*x", r"kava.{0,40}cures", r"(?<!\\)\"(?:[^\"\\]++|\\.)*+\""]
)
def test_a_pattern_that_is_bounded_is_not_told(pattern: str) -> None:
    assert not list(grows(Asked(pattern)))
