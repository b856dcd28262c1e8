"""Prints `kratomlint/code_checks/proselint_literals.py` for the proselint that is installed."""

import hashlib
import re
from importlib.metadata import version
from itertools import product

from proselint.registry.checks import Padding

from kratomlint.code_checks import proselint_bridge
from kratomlint.language.literals import required

HEAD = '''"""What each check of proselint cannot do without. Written by `python tests/proselint_literals.py`; edit that.

Strings in lower case of which one stands in every text in which the check finds something; None: it may find
something anywhere.
"""

VERSION = "{version}"
# Of all patterns, so that it is seen when another release of proselint has others.
PATTERNS = "{patterns}"

LITERALS: dict[str, tuple[str, ...] | None] = {{
{entries}
}}

# Of checks that tell capitals from small letters, the words as they must be written.
AS_WRITTEN: dict[str, tuple[str, ...]] = {{
{written}
}}

# Of checks that look for whole words, the literals that can also stand within one; all others stand alone.
WITHIN: dict[str, tuple[str, ...]] = {{
{within}
}}
'''

# Checks that are functions, by the words that they look for.
FUNCTIONS = {"misc.but": ["but"], "misc.greylist": ["obviously", "utilize"]}


def literals_of(check):
    """Return the literals of a check as it writes them, or None."""
    found = set()
    for pattern in patterns_of(check):
        needs = required(pattern)
        if needs is None:
            return None
        found.update(*(clause[0] for clause in needs))
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


def collected(checks):
    """Return the literals of checks as they write them, by path."""
    found = {}
    for check in checks:
        words = literals_of(check)
        before = found.get(check.path, set())
        found[check.path] = None if words is None or before is None else before | words
    return found


def generated():
    """Return the text of the module."""
    checks = proselint_bridge.installed_checks()
    found = collected(checks)
    folded = {path: words and {word.lower() for word in words} for path, words in found.items()}
    any_case = {check.path for check in checks if check.engine.opts.case_insensitive or callable(check.check_type)}
    written = {path: words for path, words in found.items() if path not in any_case and words}
    return HEAD.format(
        version=version("proselint"),
        patterns=digest(),
        entries=entries(folded),
        written=entries(written),
        within=entries(within(checks)),
    )


def within(checks):
    """Return the literals of checks for whole words that are not whole entries, by path; not where none is one."""
    found, alone = {}, {}
    for check in checks:
        if hasattr(check.check_type, "items"):
            plain = {entry.lower() for entry in check.check_type.items if is_plain(entry)}
            whole = plain if check.check_type.padding is Padding.WORDS_IN_TEXT else set()
            literals = {word.lower() for word in literals_of(check) or ()}
            found.setdefault(check.path, set()).update(literals - whole)
            alone.setdefault(check.path, set()).update(literals & whole)
    mixed = {check.path for check in checks if not hasattr(check.check_type, "items") or literals_of(check) is None}
    return {path: words for path, words in found.items() if path not in mixed and alone[path]}


def is_plain(entry):
    """Say whether an entry is a word or words, and no pattern."""
    return re.fullmatch(r"\w[\w '-]*\w", entry) is not None


def digest():
    """Return the name of all patterns of the installed proselint."""
    patterns = [(check.path, patterns_of(check)) for check in proselint_bridge.installed_checks()]
    return hashlib.sha256(repr(patterns).encode()).hexdigest()[:16]


def entries(found):
    """Return the lines of all checks."""
    return "\n".join(entry(path, words) for path, words in sorted(found.items()))


def entry(path, words):
    """Return the lines of one check, as ruff would write them."""
    if words is None:
        return f'    "{path}": None,'
    if not words:
        return f'    "{path}": (),'
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
