"""Prints `kratomlint/code_checks/proselint_literals.py` for the proselint that is installed."""

from importlib.metadata import version
from itertools import product

from kratomlint.code_checks import proselint_bridge
from kratomlint.language.literals import required_literals

HEAD = '''"""What each check of proselint cannot do without. Written by `python tests/proselint_literals.py`; edit that.

Strings in lower case of which one stands in every text in which the check finds something; None: it may find
something anywhere.
"""

VERSION = "{version}"

LITERALS: dict[str, tuple[str, ...] | None] = {{
{entries}
}}
'''

# Checks that are functions, by the words that they look for.
FUNCTIONS = {"misc.but": ["but"], "misc.greylist": ["obviously", "utilize"]}


def literals_of(check):
    """Return the literals of a check, or None."""
    found = set()
    for pattern in patterns_of(check):
        words = required_literals(pattern)
        if words is None:
            return None
        found.update(word.lower() for word in words)
    return found


def patterns_of(check):
    """Return patterns of which one matches wherever the check finds something."""
    kind = check.check_type
    if callable(kind):
        return functions_patterns(check)
    if hasattr(kind, "items"):
        return list(kind.items)
    if hasattr(kind, "term_pairs"):
        return [term for pair in kind.term_pairs for term in pair]
    return [getattr(kind, "pattern", r"\w")]


def functions_patterns(check):
    """Return the words that a check which is a function looks for."""
    if check.path == "uncomparables":
        from proselint.checks.uncomparables import COMPARATORS, FANCY_COMPARATORS, UNCOMPARABLES

        return [" ".join(pair) for pair in product((*COMPARATORS, *FANCY_COMPARATORS), UNCOMPARABLES)]
    if check.path == "misc.waxed":
        from proselint.checks.misc.waxed import MODIFIERS

        return list(MODIFIERS)
    if check.path == "terms.venery":
        return [r"\w"]
    return FUNCTIONS[check.path]


def generated():
    """Return the text of the module."""
    found = {}
    for check in proselint_bridge.installed_checks():
        words = literals_of(check)
        before = found.get(check.path, set())
        found[check.path] = None if words is None or before is None else before | words
    entries = "\n".join(entry(path, words) for path, words in sorted(found.items()))
    return HEAD.format(version=version("proselint"), entries=entries)


def entry(path, words):
    """Return the lines of one check, as ruff would write them."""
    if words is None:
        return f'    "{path}": None,'
    quoted = [repr(word) if '"' in word else f'"{word}"' for word in map(escaped, sorted(words))]
    one = f'    "{path}": ({", ".join(quoted)}{"," if len(quoted) == 1 else ""}),'
    if len(one) <= 120:
        return one
    return f'    "{path}": (\n' + "".join(f"        {word},\n" for word in quoted) + "    ),"


def escaped(word):
    """Return the word as it stands in a text of Python."""
    return word.replace("\\", "\\\\")


if __name__ == "__main__":
    print(generated(), end="")
