"""That an article of twice the length takes twice the work: calls are counted, and the characters that patterns are asked about."""

from __future__ import annotations

from collections.abc import Iterator
from cProfile import Profile as Calls
from typing import Any, NamedTuple

import lengthening
import pytest

from kratomlint.catalogue import Profile, Selection
from kratomlint.language.cue import Cue
from kratomlint.source import SourceFile
from kratomlint.testing import catalogue_of, lint_together

SHORT = 70
MOST = 2.2


class Work(NamedTuple):
    """What is done for a text."""

    calls: int
    characters: int


@pytest.fixture(scope="module")
def profile() -> Iterator[Profile]:
    # From the first question on, as it is in a long run: no text compiles anything that another did not need.
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("kratomlint.language.patterns._ASKED_SELDOM", 0)
        patched.setattr("kratomlint.language.sieve._TEXTS_BEFORE", 0)
        yield catalogue_of().choose(Selection(select=("all",)))


def _work(kind: str, count: int, profile: Profile, monkeypatch: pytest.MonkeyPatch) -> Work:
    write, suffix = lengthening.KINDS[kind]
    source = SourceFile(f"a{suffix}", write(count))
    with monkeypatch.context() as patched:
        asked = [_counted(name, patched) for name in ("search", "finditer", "findall", "matches", "split")]
        calls = Calls()
        calls.runcall(lint_together, [source], profile)
    return Work(sum(entry.callcount for entry in calls.getstats()), sum(map(sum, asked)))


def _counted(name: str, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Return a list that takes up how many characters each call of a cue's method is asked about."""
    asked: list[int] = []
    method = getattr(Cue, name)

    def counting(cue: Cue, text: str, *bounds: Any) -> Any:
        start, end = (
            (*bounds, len(text))[:2] if name in ("search", "finditer", "findall") and bounds else (0, len(text))
        )
        asked.append(min(end, len(text)) - start)
        return method(cue, text, *bounds)

    monkeypatch.setattr(Cue, name, counting)
    return asked


@pytest.mark.parametrize("kind", lengthening.KINDS)
def test_an_article_of_twice_the_length_takes_twice_the_work(
    kind: str, profile: Profile, monkeypatch: pytest.MonkeyPatch
) -> None:
    _work(kind, 2 * SHORT, profile, monkeypatch)  # What is compiled and kept the first time is no work of a text's.
    short, long = (_work(kind, count, profile, monkeypatch) for count in (SHORT, 2 * SHORT))
    assert [round(more / less, 2) for less, more in zip(short, long, strict=True) if more > MOST * less] == []
