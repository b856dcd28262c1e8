"""Every pattern that ships and may meet an article, wherever it comes to be. Finds them; judges none.

    python tests/shipped.py

prints, as JSON, what is compiled while our example articles are read under every check: pattern, flags, whether it is
asked at one place of a text only, and the function that had it compiled.
"""

from __future__ import annotations

import ast
import json
import os
import pkgutil
import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

from growing import Asked

import kratomlint
from kratomlint.card import Card
from kratomlint.catalogue import Selection
from kratomlint.code_checks import caveats, hedges, metadata
from kratomlint.code_checks.proselint_bridge import installed_checks
from kratomlint.knowledge import Knowledge, Lexicon
from kratomlint.language import stands, subjects
from kratomlint.language.cue import Cue
from kratomlint.language.patterns import abridge, expand, words_expression
from kratomlint.late import late
from kratomlint.testing import catalogue_of

# Modules that read no article: names, settings, cards and patterns, which are short, and TOML that was read before.
NO_ARTICLE = (
    *("authoring", "card_text", "card_faults", "changes", "settings_file", "scoring", "readers.toml_fields", "late"),
    *("language.sieve", "language.cue", "language.literals", "language.patterns", "language.lookbehinds"),
)
ANCHORED = {"match", "fullmatch"}
ANYWHERE = {"search", "finditer", "findall", "sub", "subn", "split", "spans_within"}
MODULES = [
    found.name.removeprefix("kratomlint.")
    for found in pkgutil.walk_packages(kratomlint.__path__, "kratomlint.")
    if not found.name.endswith("__main__") and found.name.removeprefix("kratomlint.") not in NO_ARTICLE
]
# What stands for a pattern before it is compiled is one too.
_KINDS = (Cue, re.Pattern, type(late("")))


def is_of_no_article(function: str) -> bool:
    """Say whether a function is of a module that reads no article."""
    return function.startswith(tuple(f"{module}." for module in NO_ARTICLE))


# --- held by modules ---


def of_modules() -> dict[str, Asked]:
    """Return the patterns that modules hold, by the name under which they stand there."""
    return {
        f"{module}.{name}[{number}]": asked
        for module in MODULES
        for name, value in vars(import_module(f"kratomlint.{module}")).items()
        if name in _made(module)
        for number, asked in enumerate(dict.fromkeys(_in(value, _once(module, name), 6)))
    }


def _in(value: object, once: bool, depth: int) -> Iterator[Asked]:
    if isinstance(value, _KINDS) and isinstance(value.pattern, str):
        yield Asked(value.pattern, int(value.flags) & ~re.UNICODE, once)
    elif depth:
        held = [*value.keys(), *value.values()] if isinstance(value, dict) else value
        if isinstance(held, list | tuple | set | frozenset):
            for item in held:
                yield from _in(item, once, depth - 1)


@cache
def _tree(module: str) -> ast.Module:
    path = Path(kratomlint.__file__).parent / f"{module.replace('.', '/')}.py"
    if not path.exists():
        path = path.with_suffix("") / "__init__.py"
    return ast.parse(path.read_text(encoding="utf-8"))


def _made(module: str) -> set[str]:
    """Return the names that a module gives to something itself."""
    targets = (node.targets if isinstance(node, ast.Assign) else [node.target] for node in _tree(module).body if isinstance(node, ast.Assign | ast.AnnAssign))  # fmt: skip
    return {target.id for found in targets for target in found if isinstance(target, ast.Name)}


@cache
def _uses() -> dict[tuple[str, str], set[str]]:
    """Return how each name is asked, by module; a public one in any."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for module in MODULES:
        for node in ast.walk(_tree(module)):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name | ast.Attribute):
                name = node.value.id if isinstance(node.value, ast.Name) else node.value.attr
                found[module if name.startswith("_") else "", name].add(node.attr)
    return found


def _once(module: str, name: str) -> bool:
    ways = _uses()[module if name.startswith("_") else "", name]
    return bool(ways & ANCHORED) and not ways & ANYWHERE


# --- written or made in functions ---


class Place(NamedTuple):
    """A function in which patterns are compiled, and one that is written there; None: it is put together."""

    function: str
    asked: Asked | None


def in_functions() -> Iterator[Place]:
    """Yield where functions of ours compile patterns."""
    for module in MODULES:
        for function, body in _functions(_tree(module), module):
            for node in body:
                if _compiles(node):
                    yield Place(function, None)
                elif isinstance(node, ast.Call) and _of_re(node.func):
                    yield Place(function, _written(node, module))


def _functions(node: ast.AST, name: str) -> Iterator[tuple[str, list[ast.AST]]]:
    """Yield the name of each function and what is in it, without what it says of types."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef):
            yield f"{name}.{child.name}", [inner for part in child.body for inner in _without_types(part)]
        elif isinstance(child, ast.ClassDef):
            yield from _functions(child, f"{name}.{child.name}")


def _without_types(node: ast.AST) -> Iterator[ast.AST]:
    yield node
    for field, value in ast.iter_fields(node):
        if field not in ("annotation", "returns"):
            for child in value if isinstance(value, list) else [value]:
                if isinstance(child, ast.AST):
                    yield from _without_types(child)


def _compiles(node: ast.AST) -> bool:
    if isinstance(node, ast.Name):
        return node.id in ("Cue", "late", "by_regex", "by_pcre2")
    return isinstance(node, ast.Attribute) and ast.unparse(node) in ("regex.compile", "pcre2.compile")


def _of_re(function: ast.expr) -> bool:
    asks = isinstance(function, ast.Attribute) and function.attr in ANCHORED | ANYWHERE | {"compile"}
    return asks and ast.unparse(function.value) == "re"  # type: ignore[attr-defined]


def _written(call: ast.Call, module: str) -> Asked | None:
    first = call.args[0]
    written = first.value if isinstance(first, ast.Constant) else None
    if isinstance(first, ast.Name):
        written = vars(import_module(f"kratomlint.{module}")).get(first.id)
    flags = [node.attr for part in call.args[1:] for node in ast.walk(part) if isinstance(node, ast.Attribute)]
    known = sum(re.RegexFlag[flag] for flag in flags if flag in re.RegexFlag.__members__)
    anchored = isinstance(call.func, ast.Attribute) and call.func.attr in ANCHORED
    return Asked(written, int(known), anchored) if isinstance(written, str) else None


def made() -> dict[str, tuple[Asked, ...]]:
    """Return all patterns that functions put together of what ships, by the function."""
    known = catalogue_of().knowledge
    topics = [topic for subject in known.subjects.values() for topic in subject.topics]
    listed = sorted({topic.when for topic in topics} & known.lexicons.keys())
    wanted = metadata._WANTED.values()
    lists = (getattr(check.check_type, "items", None) for check in installed_checks())
    entries = [entry for items in lists if isinstance(items, dict) for entry in items]
    cues = {
        "code_checks.caveats._pattern": [
            caveats._pattern((one,)) for topic in topics for one in (*topic.states, *topic.brushes)
        ],
        "code_checks.caveats._terms": [caveats._terms(tuple(known.forms(name))) for name in listed],
        "code_checks.hedges._patterns": hedges._patterns(),
        # They are asked about the few words that proselint has found.
        "code_checks.proselint_bridge._instead": [Cue("|".join(entries))],
        "code_checks.metadata._markup": [metadata._markup(each.markup) for each in wanted],
        "code_checks.metadata._words": [metadata._words(each.words) for each in wanted],
        "language.stands._compiled": [cue for pair in stands.PAIRS for cue, _ in pair.patterns],
        "language.subjects._name_pattern": [
            subjects._name_pattern(subject.names) for subject in known.subjects.values()
        ],
    }
    return {function: tuple(Asked(cue.pattern, int(cue.flags)) for cue in held) for function, held in cues.items()}


# --- in cards ---


@cache
def few_words() -> Knowledge:
    """Return the lexicons with a few words each: how a pattern goes on does not lie in their number."""
    lexicons = catalogue_of().choose(Selection()).knowledge.lexicons
    return Knowledge({name: Lexicon(name, dict(list(each.forms.items())[:3])) for name, each in lexicons.items()})


def of_card(card: Card, knowledge: Knowledge) -> Iterator[Asked]:
    """Yield the patterns of a card, those that are lists of words too."""
    look = card.look
    yield from (Asked(expand(expression, knowledge)) for expression in card.expressions)
    lists = [look[key] for key in ("words", "when_words", "skip") if look.get(key)]
    alone = [[form] for family in look.get("forms", ()) for form in family]
    yield from (Asked(words_expression(words)) for words in (*lists, *alone))
    if "terms" in look:
        terms = [form for term in look["terms"] for form in (term, f"{term}s")]
        yield Asked(words_expression(terms, case=True))


def as_written(knowledge: Knowledge) -> Iterator[str]:
    """Yield the patterns of cards and subjects as they are compiled, with all their words."""
    for card in catalogue_of().cards.values():
        yield from (asked.pattern for asked in of_card(card, knowledge))
        yield from (abridge(expression, knowledge) for expression in card.expressions)
    for topic in (topic for subject in knowledge.subjects.values() for topic in subject.topics):
        yield from (caveats._pattern(patterns).pattern for patterns in (topic.states, topic.brushes))


# --- compiled while articles are read ---


class Seen(NamedTuple):
    """A pattern that was compiled, and for which function of ours."""

    asked: Asked
    function: str


def as_compiled(pattern: str) -> str:
    """Return the pattern as every engine has it, whichever compiles it."""
    if called := re.fullmatch(r"(.*)\(\?\(DEFINE\)\(\?<recurring>(.*)\)\)", pattern, re.DOTALL):
        pattern = called[1].replace("(?&recurring)", called[2])
    return re.sub(r"^\(\*LIMIT_MATCH=\d+\)", "", pattern).replace(r"\z", r"\Z")


@cache
def seen() -> tuple[Seen, ...]:
    """Return what is compiled, in a process of its own, where nothing is compiled before."""
    here = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    done = subprocess.run([sys.executable, __file__], capture_output=True, text=True, check=True, env=here)
    return tuple(Seen(Asked(*asked), function) for *asked, function in json.loads(done.stdout))


class _Record:
    """Takes down what is compiled and for whom."""

    def __init__(self) -> None:
        self.seen: dict[Asked, str] = {}

    def note(self, pattern: object, flags: int) -> None:
        frame = sys._getframe(2)
        once = False
        while frame.f_globals["__name__"] in ("re", "regex", "pcre2", "kratomlint.late", "kratomlint.language.cue"):
            once = once or (frame.f_code.co_name in ANCHORED and frame.f_globals["__name__"] == "re")
            frame = frame.f_back
        asker = frame
        while frame and not frame.f_globals.get("__name__", "").startswith("kratomlint."):
            frame = frame.f_back
        # What a library compiles when it is imported is its own affair.
        ours = frame and (frame is asker or frame.f_code.co_name != "<module>")
        if ours and isinstance(pattern, str):
            # By the outermost function, as `in_functions` names it.
            name = f"{frame.f_globals['__name__'].removeprefix('kratomlint.')}.{frame.f_code.co_qualname}"
            self.seen.setdefault(Asked(pattern, int(flags) & ~re.UNICODE, once), name.partition(".<locals>")[0])

    def listen(self, holder: Any, name: str, at: int = 0) -> None:
        """Take down what `holder.name` is called with; the pattern stands `at` that place."""
        called = getattr(holder, name)

        def noting(*given: Any, **more: Any) -> Any:
            flags = given[at + 1] if len(given) > at + 1 else more.get("flags", 0)
            self.note(given[at], flags)
            return called(*given, **more)

        setattr(holder, name, noting)


# What hardly an article says, and a pattern is put together for.
_RARE = ("~~~\nfenced\n~~~", "Some `code` and ``more``.")


def _read_everything() -> None:
    from fuzz.texts import SEEDS, SUFFIXES, examples

    from kratomlint.language import patterns
    from kratomlint.source import SourceFile
    from kratomlint.testing import lint_together

    paths = [path for path in sorted(SEEDS.rglob("*")) if path.suffix in SUFFIXES and path.name != "expected.txt"]
    texts = {str(path): path.read_text(encoding="utf-8") for path in paths}
    texts |= {f"a{suffix}": "\n\n".join((*examples()[::7], *_RARE)) for suffix in (".md", ".mdx")}
    # What is left of a pattern in a few sentences grows no faster than the pattern.
    patterns._ASKED_LITTLE = -1
    lint_together(
        [SourceFile(path, text) for path, text in texts.items()], catalogue_of().choose(Selection(select=("all",)))
    )


def _main() -> None:
    from re import _compiler

    import pcre2
    import regex

    record = _Record()
    record.listen(_compiler, "compile")
    record.listen(regex, "compile")
    record.listen(pcre2, "compile")
    _read_everything()
    json.dump([[*asked, function] for asked, function in record.seen.items()], sys.stdout)


if __name__ == "__main__":
    _main()
