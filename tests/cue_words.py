"""Prints `kratomlint/language/cue_words.py` for the patterns that stand in the modules."""

from importlib import import_module
from pkgutil import iter_modules

import kratomlint.code_checks
import kratomlint.language
from kratomlint.language.cue import Cue, name_of
from kratomlint.language.literals import required
from kratomlint.language.needs import words_of

HEAD = '''"""What no match of a pattern in a module can do without. Written by `python tests/cue_words.py`; edit that.

By the name of a pattern, words of which one stands in every text in which it matches. A pattern that is not named may
match anywhere.
"""

WORDS: dict[str, str] = {{
{entries}
}}
'''

# To look for so many takes less than asking a pattern.
MOST = 40


def cues():
    """Return the cues that modules name, each once."""
    found = {}
    for package in (kratomlint.language, kratomlint.code_checks):
        for module in iter_modules(package.__path__, f"{package.__name__}."):
            for value in vars(import_module(module.name)).values():
                found.update({cue.pattern: cue for cue in cues_in(value)})
    return list(found.values())


def cues_in(value):
    """Return the cues that a value is or holds."""
    if isinstance(value, Cue):
        return [value]
    if isinstance(value, dict):
        return [cue for pair in value.items() for part in pair for cue in cues_in(part)]
    if isinstance(value, tuple):
        return [cue for part in value for cue in cues_in(part)]
    return []


def words(cue):
    """Return the words of which one stands wherever a cue matches; none where that is not known, or they are many."""
    return () if cue.flags or "(?i:" in cue.pattern else words_of(required(cue.pattern), MOST)


def generated():
    """Return the text of the module."""
    named = {name_of(cue.pattern): words(cue) for cue in cues()}
    return HEAD.format(entries="\n".join(entry(name, named[name]) for name in sorted(named) if named[name]))


def entry(name, found):
    """Return the line of one pattern, as ruff would write it."""
    told = " ".join(found)
    quoted = f"'{told}'" if '"' in told and "'" not in told else '"' + told.replace('"', r"\"") + '"'
    return f'    "{name}": {quoted},'


if __name__ == "__main__":
    print(generated(), end="")
