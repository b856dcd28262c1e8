"""Settings of a stranger: each file is read, or is told of with its name, the line and the remedy."""

from __future__ import annotations

import os
import re
import tempfile
import tomllib
from functools import cache
from pathlib import Path

from hypothesis import strategies as st

from fuzz.tables import altered, document
from fuzz.texts import bits, mutated
from kratomlint.globs import Globs
from kratomlint.profiles import Assigner, Profiles
from kratomlint.settings import KEYS, Lookup, Settings, SettingsError
from kratomlint.walk import Walker

_WHOLE = """\
required-version = ">=0.1"
preset = "default"
select = ["dosage", "overclaim/efficacy"]
extend-select = [
  "language/stigma",
]
ignore = ["dosage/vague"]
exclude = ["drafts/**", "!drafts/kept.md"]
fail-on = "warning"
max-file-size = 10
min-coverage = 50
subjects = ["kratom", "cbd"]
published = ["title", "faq[].question", "seo.*"]
baseline = "known.json"

[severity]
"dosage/unsourced" = "error"
readability = "off"

[per-file-ignores]
"old/*.md" = ["readability", "duplicate"]
"""
_TOKENS = [
    *KEYS,
    *"tool kratomlint severity off error warning suggestion never all dosage kratom default strict title true false".split(),
    *["=", "[", "]", "{", "}", '"', "'", '"""', ",", ".", "\n", "\r\n", "#", "[tool.kratomlint]\n", "[[select]]\n", "[]", "{}"],
    *["0", "-1", "1e400", "nan", "9" * 40, "1979-05-27", "**", "*", "[!a", "[z-a]", "\\", "../", "/etc/passwd", "~", ">=9", "~=1"],
    *["\\u0000", "\\n", "\x00", "\x1b", "İ", "a" * 300],
]  # fmt: skip
# A table of ours within a file of others.
_FILES = {
    "kratomlint.toml": _WHOLE,
    "pyproject.toml": '[project]\nname = "x"\n\n'
    + _WHOLE.replace("[severity]", "[tool.kratomlint.severity]")
    .replace("[per-", "[tool.kratomlint.per-")
    .replace("required-", "[tool.kratomlint]\nrequired-", 1),
}


@st.composite
def _settings(draw: st.DrawFn) -> dict[str, str]:
    name = draw(st.sampled_from(sorted(_FILES)))
    # Whole, or some lines of it, so that a fault does not hide behind the one before it.
    lines = _FILES[name].splitlines(keepends=True)
    text = st.lists(st.sampled_from(lines), max_size=6, unique=True).map("".join) | st.just(_FILES[name])
    tokens = st.one_of(st.sampled_from(_TOKENS), bits)
    if name == "kratomlint.toml" and draw(st.booleans()):
        return {
            "name": name,
            "text": draw(altered(st.just(tomllib.loads(_WHOLE)), st.sampled_from(_TOKENS)).map(document)),
        }
    return {"name": name, "text": draw(mutated(text, tokens))}


inputs = _settings()


@cache
def _profiles() -> Profiles:
    """Return the profiles of every settings file so far: their cards are read once."""
    return Profiles()


def target(input: dict[str, str]) -> None:
    """Ask which checks look at an article beside the settings file."""
    with tempfile.TemporaryDirectory() as folder:
        before = Path.cwd()
        os.chdir(folder)
        try:
            Path(input["name"]).write_text(input["text"], encoding="utf-8", newline="")
            Path("old").mkdir()
            Path("old/a.md").write_text("Tea.\n", encoding="utf-8")
            _ask()
        except SettingsError as error:
            _is_told_with_line_and_remedy(str(error), input)
        finally:
            os.chdir(before)


def _ask() -> None:
    lookup = Lookup()
    settings = lookup.settings_for("old/a.md")
    _are_of_the_kind_that_the_manual_says(settings)
    lookup.baseline_of("old/a.md")
    Globs(str(settings.folder), settings.exclude)
    for article in Walker(lookup).expand(["."], []).articles:
        Assigner(lookup, _profiles(), isolated=True).number_of(article)


def _are_of_the_kind_that_the_manual_says(settings: Settings) -> None:
    assert settings.max_file_size in range(1, 2001)
    assert settings.min_coverage in range(101)
    assert settings.fail_on in ("error", "warning", "suggestion", "never")
    assert {word for _, word in settings.severity} <= {"error", "warning", "suggestion", "off"}
    lists = (settings.select, settings.extend_select, settings.ignore, settings.exclude, settings.subjects)
    for value in (*lists, settings.published or (), *(ids for _, ids in settings.per_file_ignores)):
        assert isinstance(value, tuple)
        assert all(isinstance(name, str) and name for name in value)


def _rows_about(words: str, rows: list[str]) -> list[int]:
    """Return the lines, from 1, on which the words that a fault names stand as a key or as a text."""
    key = re.compile(
        rf"\s*\[*\s*(?:[\w\"' ]+\.\s*)*[\"']?{re.escape(words)}[\"']?\s*[=.\]]|.*([\"']){re.escape(words)}\1"
    )
    return [number for number, row in enumerate(rows, 1) if key.match(row)]


def _is_told_with_line_and_remedy(said: str, input: dict[str, str]) -> None:
    """Each fault is a line with the place, the line of the file where there is one, and mostly a remedy."""
    rows = input["text"].replace("\r\n", "\n").split("\n")
    if "a baseline outside of the project" in said:
        # Told with the place that is meant.
        return
    before, *problems = f"\n{said}".split(f"\n{input['name']}:")
    assert before == "", said
    for problem in problems:
        place, *rest = problem.split("\n")
        number, _, what = place.partition(": ")
        assert what.strip(), said
        shown = rows[int(number) - 1].strip()
        expected = [f"    {shown}"] if shown else []
        assert rest[: len(expected)] == expected, said
        named = re.search(r"`([\w*/.-]+)`", what)
        if named and not what.startswith("not valid TOML") and (about := _rows_about(named[1], rows)):
            assert int(number) in about, said
        assert len(rest) - len(expected) == (not what.startswith("not valid TOML")), said
