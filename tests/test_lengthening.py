"""That an article of twice the length takes twice the work: calls are counted, and characters that are asked or moved about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from cProfile import Profile as Calls
from sys import intern
from typing import Any

import lengthening
import pytest
from metered import Metered, MeteredTuple

from kratomlint.catalogue import Profile, Selection
from kratomlint.language import similarity
from kratomlint.language.cue import Cue
from kratomlint.prose import Prose, ProseBuilder
from kratomlint.readers.writer import DocumentWriter
from kratomlint.source import SourceFile
from kratomlint.testing import catalogue_of, lint_together

# As many sentences as come before two things are said together again.
SHORT = 77
MOST = 2.2
# Of one kind of work, where it goes through the text so many times: some of it comes of the words.
MOST_OF_A_KIND = 3
OFTEN = 3


@pytest.fixture(scope="module")
def profile() -> Iterator[Profile]:
    # From the first question on, as it is in a long run: no text compiles anything that another did not need.
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("kratomlint.language.patterns._ASKED_SELDOM", 0)
        patched.setattr("kratomlint.language.sieve._TEXTS_BEFORE", 0)
        yield catalogue_of().choose(Selection(select=("all",)))


def _source(kind: str, count: int) -> SourceFile:
    write, suffix = lengthening.KINDS[kind]
    return SourceFile(f"a{suffix}", Metered(write(count)))


def _work(source: SourceFile, profile: Profile, monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """Return what is done for a text, by what it is."""
    with monkeypatch.context() as patched:
        asked = [_counted(name, patched) for name in ("search", "finditer", "findall", "spans_within", "split")]
        _metered(patched)
        calls = Calls(subcalls=False)
        calls.runcall(lint_together, [source], profile)
    done = {"calls": sum(entry.callcount for entry in calls.getstats()), "asked": sum(map(sum, asked))}
    return Counter({**done, **Metered.work})


def _metered(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the texts and the blocks and sentences of a document be counted when they are gone through."""
    finish, begin = ProseBuilder.finish, DocumentWriter.__init__
    # It takes nothing but texts that are no more than texts.
    monkeypatch.setattr(similarity, "intern", lambda word: intern(str(word)))

    def finishing(builder: ProseBuilder) -> Prose:
        prose = finish(builder)
        return prose._replace(text=Metered(prose.text))

    def beginning(writer: DocumentWriter, *arguments: Any) -> None:
        begin(writer, *arguments)
        writer.text_of_file = Metered(writer.text_of_file)

    Metered.work.clear()
    monkeypatch.setattr(ProseBuilder, "finish", finishing)
    monkeypatch.setattr(DocumentWriter, "__init__", beginning)
    monkeypatch.setattr("kratomlint.readers.assembly.few", MeteredTuple)


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
    # What is compiled and kept the first time is no work of a text's.
    lint_together([_source(kind, 2 * SHORT)], profile)
    texts = [_source(kind, count) for count in (SHORT, 2 * SHORT)]
    short, long = (_work(text, profile, monkeypatch) for text in texts)
    whole = ("calls", "asked")
    moved = {*long} - {*whole}
    length = len(texts[1].text)
    assert [name for name in whole if long[name] > MOST * short[name]] == []
    assert [name for name in moved if long[name] > max(MOST_OF_A_KIND * short[name], OFTEN * length)] == []
    assert sum(long[name] for name in moved) <= MOST * sum(short[name] for name in moved)
