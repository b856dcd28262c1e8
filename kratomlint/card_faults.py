"""What can be wrong with a card, and what its author is told. Judges the values of one file; knows no other."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

from kratomlint.card_text import EXPRESSIONS, METHODS, CardProblem, CardText, did_you_mean, slots, unmark
from kratomlint.finding import Confidence, Severity
from kratomlint.kinds import FLAG, TEXT, WORDS, Kind, is_count, is_text, is_texts, is_words
from kratomlint.language.cue import by_pcre2, by_regex

GUARDS = ("negated", "quoted", "attributed", "asked", "hedged", "sourced", "careful", "clinical")
BLOCK_KINDS = ("title", "heading", "paragraph", "item", "cell", "quote", "caption", "alt", "metadata")
GROUPS = ("document", "block", "sentence")

_TEXTS = ("title", "message", "why")
_LISTS = ("unless", "sources", "bad", "good", "formerly")
_KEYS = (*_TEXTS, "severity", "confidence", "safe", *_LISTS, *METHODS)
# Which methods may write something instead.
_WRITING = ("swap", "code", "proselint")
# What a message may name besides {hit}; code may pass what it likes.
_VALUES = {
    "find": ("hit",),
    "swap": ("hit", "instead"),
    "require": ("hit",),
    "limit": ("hit", "count", "most"),
    "agree": ("hit", "form", "first"),
    "define": ("hit", "full"),
}


def faults(values: Mapping[str, Any], text: CardText) -> Iterator[CardProblem]:
    """Yield everything that is wrong with a card's values."""
    for key in values:
        if key not in _KEYS:
            yield text.problem(f"unknown key `{key}`", text.line_of(key), did_you_mean(key, _KEYS))
    yield from _text_faults(values, text)
    yield from _list_faults(values, text)
    yield from _word_faults(values, text)
    yield from _method_faults(values, text)
    yield from _message_faults(values, text)
    yield from _example_faults(values, text)


def value_faults(message: str, replaced: str, text: CardText) -> Iterator[CardProblem]:
    """Yield the values that a message names and the one that it replaces does not; only the code knows of others."""
    known = ("hit", *slots(replaced))
    for name in slots(message):
        if name not in known:
            yield text.problem(f"no value is named `{name}`", text.line_of("message"), did_you_mean(name, known))


def pattern_faults(pattern: str, line: Callable[[], int], text: CardText) -> Iterator[CardProblem]:
    """Yield why a pattern cannot be compiled; `line` looks for where it stands."""
    # A lexicon's name in braces stands for its words.
    written = re.sub(r"\{[a-z][a-z-]*\}", "(?:x)", pattern)
    try:
        # What PCRE2 compiles is sound, and it takes a hundredth of the time.
        if by_pcre2(written) is None:
            by_regex(written)
    except RecursionError:
        yield text.problem("the pattern is broken: too deeply nested", line(), "Use `words`, or a card for each part.")
    except Exception as error:  # The library raises whatever its own code ran into; all of it is the pattern's fault.
        yield text.problem(f"the pattern is broken: {error}", line(), "Try it at `kratomlint try`, or use `words`.")


def _is_pairs(value: object) -> bool:
    """Say whether a value is a table of texts. A word with `*` has many forms and no one form to put in their place."""
    if not isinstance(value, dict) or not value:
        return False
    return all(is_text(word) and "*" not in word for word in value) and is_texts(list(value.values()))


def _is_forms(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(is_words(forms) and len(forms) > 1 for forms in value)


def _is_terms(value: object) -> bool:
    return isinstance(value, dict) and bool(value) and all(map(is_words, value.values())) and is_words(list(value))


def _is_group(value: object) -> bool:
    return value in GROUPS if isinstance(value, str) else is_count(value, 1)


_LOOK = {"words": WORDS, "pattern": TEXT}
_PLACES = {"in": WORDS, "skip": WORDS}
# What the table of each method may hold.
_SHAPES: Mapping[str, Mapping[str, Kind]] = {
    "find": {**_LOOK, **_PLACES, "case": FLAG},
    "swap": {
        "words": Kind(_is_pairs, 'Write each form with its own: {"wrong" = "right", "wrongs" = "rights"}.'),
        **_PLACES,
    },
    "require": {**_LOOK, "when_words": WORDS, "when_pattern": TEXT, "metadata": WORDS},
    "limit": {
        **_LOOK,
        **_PLACES,
        "most": Kind(is_count, "Write a whole number from 0."),
        "per": Kind(_is_group, f"Write one of {', '.join(GROUPS)} in quotes, or a number of words."),
    },
    "agree": {"forms": Kind(_is_forms, 'Write lists of two forms or more: [["one way", "the other"]].')},
    "define": {
        "terms": Kind(_is_terms, 'Write each short form with its long ones: {"GERD" = ["reflux disease"]}.'),
        **_PLACES,
    },
}
# Of these keys a method has exactly one.
_NEEDED = {
    "find": tuple(_LOOK),
    "limit": tuple(_LOOK),
    "swap": ("words",),
    "agree": ("forms",),
    "define": ("terms",),
    "require": (*_LOOK, "metadata"),
}


def _text_faults(values: Mapping[str, Any], text: CardText) -> Iterator[CardProblem]:
    for key in _TEXTS:
        if key not in values:
            yield text.problem(f"`{key}` is missing", 1, f'Add a line: {key} = "..."')
        elif not is_text(values[key]):
            yield text.problem(f"`{key}` must be a text", text.line_of(key), f'Write {key} = "..."')


def _list_faults(values: Mapping[str, Any], text: CardText) -> Iterator[CardProblem]:
    for key in ("sources", "bad", "good"):
        if key not in values:
            yield text.problem(f"`{key}` is missing", 1, f'Add a line: {key} = ["...", "..."]')
    for key in _LISTS:
        if key in values and not is_texts(values[key]):
            yield text.problem(f"`{key}` must be a list of texts", text.line_of(key), f'Write {key} = ["...", "..."]')
    if values.get("sources") == []:
        remedy = "Name the standard or study behind the check."
        yield text.problem("`sources` is empty", text.line_of("sources"), remedy)


def _word_faults(values: Mapping[str, Any], text: CardText) -> Iterator[CardProblem]:
    choices = {"severity": [item.name for item in Severity], "confidence": [item.name for item in Confidence]}
    if "severity" not in values:
        yield text.problem("`severity` is missing", 1, 'Add a line: severity = "warning" (or "error", "suggestion")')
    for key, known in choices.items():
        if key in values and values[key] not in known:
            said = f"`{key}` cannot be `{values[key]}`"
            yield text.problem(said, text.line_of(key), did_you_mean(str(values[key]), known))
    if not FLAG.holds(values.get("safe", False)):
        yield text.problem("`safe` is of the wrong kind", text.line_of("safe"), FLAG.wanted)
    elif values.get("safe") and not any(name in values for name in _WRITING):
        remedy = f"Only a card with one of {', '.join(_WRITING)} can write something instead."
        yield text.problem("`safe`, but nothing is written instead", text.line_of("safe"), remedy)
    guards = values.get("unless")
    for guard in guards if is_texts(guards) else []:
        if guard not in GUARDS:
            yield text.problem(f"unknown guard `{guard}`", text.line_of("unless"), did_you_mean(guard, GUARDS))


def _method_faults(values: Mapping[str, Any], text: CardText) -> Iterator[CardProblem]:
    methods = [name for name in METHODS if name in values]
    if len(methods) != 1:
        said = f"{len(methods)} ways to look ({', '.join(methods)})" if methods else "no way to look"
        line = text.line_of(methods[1]) if methods else 1
        yield text.problem(said, line, f"A card has exactly one of: {', '.join(METHODS)}.")
        return
    method, look = methods[0], values[methods[0]]
    if method in ("code", "proselint"):
        if not is_text(look):
            yield text.problem(f"`{method}` must be a text", text.line_of(method), f'Write {method} = "name.name"')
    elif not isinstance(look, dict):
        remedy = f"Such as {method}.{next(iter(_SHAPES[method]))} = ..."
        yield text.problem(f"`{method}` needs a key", text.line_of(method), remedy)
    else:
        yield from _shape_faults(method, look, text)


def _shape_faults(method: str, look: Mapping[str, Any], text: CardText) -> Iterator[CardProblem]:
    shape = _SHAPES[method]
    for key, value in look.items():
        line = text.line_of(method, key)
        if key == "safe" and method == "swap":
            yield text.problem("`swap.safe` stands outside the table", line, "Write safe = true below `severity`.")
        elif key not in shape:
            yield text.problem(f"unknown key `{method}.{key}`", line, did_you_mean(key, shape))
        elif not shape[key].holds(value):
            yield text.problem(f"`{method}.{key}` is of the wrong kind", line, shape[key].wanted)
        elif key in EXPRESSIONS:
            yield from pattern_faults(value, partial(text.line_of, method, key), text)
        elif key == "in":
            yield from _block_faults(value, line, text)
    needed = _NEEDED[method]
    if sum(key in look for key in needed) != 1:
        remedy = f"It needs exactly one of: {', '.join(f'{method}.{key}' for key in needed)}."
        yield text.problem(f"`{method}` does not say what it looks for", text.line_of(method), remedy)


def _block_faults(kinds: list[str], line: int, text: CardText) -> Iterator[CardProblem]:
    for kind in kinds:
        if kind not in BLOCK_KINDS:
            yield text.problem(f"unknown kind of block `{kind}`", line, did_you_mean(kind, BLOCK_KINDS))


def _message_faults(values: Mapping[str, Any], text: CardText) -> Iterator[CardProblem]:
    message = values.get("message")
    if not isinstance(message, str):
        return
    line, wanted = text.line_of("message"), slots(message)
    if not message.count("{") == message.count("}") == len(wanted):
        remedy = "Braces name a value, such as {hit}; leave them out elsewhere."
        yield text.problem("a stray brace in `message`", line, remedy)
    known = next((names for method, names in _VALUES.items() if method in values), None)
    for name in wanted:
        if known and name not in known:
            yield text.problem(f"no value is named `{name}`", line, did_you_mean(name, known))


def _example_faults(values: Mapping[str, Any], text: CardText) -> Iterator[CardProblem]:
    for key, marked in (("bad", True), ("good", False)):
        examples = values.get(key)
        if not is_texts(examples):
            continue
        if len(examples) < 2:
            remedy = "One example proves nothing: add a second."
            yield text.problem(f"`{key}` needs two examples or more", text.line_of(key), remedy)
        for example in examples:
            if bool(unmark(example)[1]) != marked:
                said = "no words are marked" if marked else "words are marked"
                remedy = "Mark what is to be found: >>words<<." if marked else "A good example has no >>words<<."
                yield text.problem(f"{said} in `{key}`: {example[:60]!r}", text.line_of(key), remedy)
