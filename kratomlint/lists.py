"""Lexicons, subjects and presets as their editors wrote them. Reads the text of one file; opens none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from itertools import chain, islice
from typing import Any

from kratomlint.card_faults import pattern_faults
from kratomlint.card_text import MOST_PROBLEMS, CardError, CardProblem, CardText, did_you_mean
from kratomlint.finding import Severity
from kratomlint.kinds import TABLE, TEXT, TEXTS, WORDS, Kind, is_texts
from kratomlint.knowledge import Lexicon, Subject, Topic
from kratomlint.language import lexicon as lexicons
from kratomlint.pack import Preset

Shape = Mapping[str, Kind]

_LEXICON: Shape = {"title": TEXT, "inflect": TEXT, "terms": TEXTS}
_SUBJECT: Shape = {"name": TEXT, "names": WORDS, "kind": TEXT, "topics": TABLE}
_TOPIC: Shape = {"needs": TEXT, "model": TEXT, "states": WORDS, "brushes": TEXTS, "when": TEXT, "sources": TEXTS}
_PRESET: Shape = {"title": TEXT, "on": TEXTS, "off": TEXTS, "severity": TABLE}


def read_lexicon(name: str, text: CardText) -> Lexicon:
    """Return the lexicon in `text`: `title`, `terms`, and `inflect` (none, noun or verb)."""
    values = text.parse()
    _refuse(chain(_shape_faults(values, _LEXICON, ("terms",), text), _term_faults(values, text)))
    return lexicons.build(name, values["terms"], values.get("inflect", "none"))


def read_subject(text: CardText) -> Subject:
    """Return the subject in `text`: `name`, `names`, `kind`, and a table `[topics.NAME]` for each caveat."""
    values = text.parse()
    tables = values.get("topics", {})
    topic_faults = (
        _topic_faults(name, table, text) for name, table in (tables.items() if isinstance(tables, dict) else ())
    )
    _refuse(chain(_shape_faults(values, _SUBJECT, ("name", "names", "kind"), text), *topic_faults))
    topics = tuple(_topic(name, table) for name, table in tables.items())
    return Subject(values["name"], tuple(values["names"]), values["kind"], topics)


def read_preset(name: str, text: CardText) -> Preset:
    """Return the preset in `text`: `title`, `on`, `off` and a table `[severity]`."""
    values = text.parse()
    _refuse(chain(_shape_faults(values, _PRESET, (), text), _severity_faults(values.get("severity"), text)))
    severities = {pattern: Severity[word] for pattern, word in values.get("severity", {}).items()}
    on, off = tuple(values.get("on", ())), tuple(values.get("off", ()))
    return Preset(name, values.get("title", name), on, off, severities)


def _refuse(problems: Iterable[CardProblem]) -> None:
    if told := list(islice(problems, MOST_PROBLEMS)):
        raise CardError(told)


def _shape_faults(
    values: Mapping[str, Any], shape: Shape, needed: tuple[str, ...], text: CardText, table: tuple[str, ...] = ()
) -> Iterator[CardProblem]:
    for key, value in values.items():
        shown = ".".join((*table, key))
        if key not in shape:
            yield text.problem(f"unknown key `{shown}`", text.line_of(*table, key), did_you_mean(key, shape))
        elif not shape[key].holds(value):
            yield text.problem(f"`{shown}` is of the wrong kind", text.line_of(*table, key), shape[key].wanted)
    for key in needed:
        if key not in values:
            where = f" in [{'.'.join(table)}]" if table else ""
            yield text.problem(f"`{key}` is missing{where}", text.line_of(*table) if table else 1, shape[key].wanted)


def _term_faults(values: Mapping[str, Any], text: CardText) -> Iterator[CardProblem]:
    inflect, terms = values.get("inflect", "none"), values.get("terms")
    if isinstance(inflect, str) and inflect not in lexicons.INFLECTIONS:
        said = f"`inflect` cannot be `{inflect}`"
        yield text.problem(said, text.line_of("inflect"), did_you_mean(inflect, lexicons.INFLECTIONS))
    for term in terms if is_texts(terms) else ():
        if not term.strip() or term != term.lower():
            line, remedy = text.line_holding(f'"{term}"'), "Write each term in lower case."
            yield text.problem(f"the term `{term}` is not in lower case", line, remedy)


def _topic_faults(name: str, table: object, text: CardText) -> Iterator[CardProblem]:
    if not isinstance(table, dict):
        yield text.problem(f"`topics.{name}` must be a table", text.line_of("topics", name), f"Write [topics.{name}].")
    else:
        yield from _shape_faults(table, _TOPIC, ("needs", "model", "states"), text, ("topics", name))
        for key in ("states", "brushes"):
            patterns = table.get(key)
            for pattern in patterns if is_texts(patterns) else ():
                yield from pattern_faults(pattern, partial(text.line_holding, pattern), text)


def _severity_faults(table: object, text: CardText) -> Iterator[CardProblem]:
    known = [severity.name for severity in Severity]
    for pattern, word in table.items() if isinstance(table, dict) else ():
        if word not in known:
            line = text.line_of("severity", pattern)
            yield text.problem(f"severity cannot be `{word}`", line, did_you_mean(str(word), known))


def _topic(name: str, table: Mapping[str, Any]) -> Topic:
    lists = {key: tuple(table.get(key, ())) for key in ("states", "brushes", "sources")}
    return Topic(name, table["needs"], table["model"], when=table.get("when", "always"), **lists)
