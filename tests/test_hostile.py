"""Texts that somebody may send to hang or burst the linter: each gives a result, at exact places. Seconds are the bench's."""

import gc
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from hostile import FAMILIES, Family

from kratomlint import afresh, pile, records
from kratomlint import document as documents
from kratomlint.catalogue import Profile, Selection, load_catalogue
from kratomlint.document import Document
from kratomlint.finding import Confidence, FileResult, Finding, Place, RunResult, Severity
from kratomlint.language import gate
from kratomlint.language.claims import read_claims
from kratomlint.lint import lint
from kratomlint.pile import Pile, number
from kratomlint.readers import parse
from kratomlint.records import decode as decoded
from kratomlint.records import encode, gathered
from kratomlint.reporters import Background, report
from kratomlint.segment import LONGEST
from kratomlint.source import SourceFile, decode
from kratomlint.span import Span

Given = TypeVar("Given")

of_every_family = pytest.mark.parametrize("family", FAMILIES.values(), ids=FAMILIES)


@pytest.fixture(scope="module")
def profile() -> Profile:
    return load_catalogue().choose(Selection())


def _source(family: Family) -> SourceFile:
    return decode(family.text(family.most // 1000 + 20).encode(), f"a{family.suffix}")


def _read(family: Family) -> Document:
    return parse(_source(family))


@of_every_family
def test_a_hostile_text_gives_a_result_and_no_trouble(family: Family, profile: Profile) -> None:
    source = _source(family)
    result = lint(source, profile)
    assert result.troubles == ()
    assert all(source.text[slice(*finding.place.span)] for finding in result.findings if finding.excerpt)


@of_every_family
def test_every_word_of_a_hostile_text_stands_where_it_is_said_to(family: Family) -> None:
    document = _read(family)
    kept = [piece for piece in document.prose.pieces if piece.verbatim]
    assert [piece.source.cut(document.source.text) for piece in kept] == [
        piece.prose.cut(document.prose.text) for piece in kept
    ]


@of_every_family
def test_no_sentence_of_a_hostile_text_is_longer_than_what_is_looked_through(family: Family) -> None:
    document = _read(family)
    assert max((len(sentence.text) for sentence in document.sentences), default=0) <= LONGEST
    assert "".join("".join(sentence.text.split()) for sentence in document.sentences) == "".join(
        document.prose.text.split()
    )


SEEDS = sorted((Path(__file__).parent.parent / "seeds").rglob("article.*"))


@pytest.mark.parametrize("path", SEEDS, ids=[path.parent.name for path in SEEDS])
def test_what_is_found_does_not_depend_on_what_is_kept(
    path: Path, profile: Profile, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = decode(path.read_bytes(), path.name)
    kept = lint(source, profile)
    _keep_nothing(monkeypatch)
    assert lint(source, profile) == kept


def test_a_row_of_a_list_takes_less_than_twenty_times_its_bytes(
    profile: Profile, monkeypatch: pytest.MonkeyPatch
) -> None:
    _keep_nothing(monkeypatch)
    rows = FAMILIES["rows of a list"]
    monkeypatch.setattr(gate, "_STRETCH", 1_000)
    assert _most_for_a_byte(rows, 300, lambda source: lint(source, profile)) < 20


def test_a_sentence_that_claims_takes_less_than_twenty_times_its_bytes_while_claims_are_read(
    profile: Profile, monkeypatch: pytest.MonkeyPatch
) -> None:
    _keep_nothing(monkeypatch)

    def claimed(source: SourceFile) -> int:
        return len(read_claims(parse(source, knowledge=profile.knowledge)))

    assert claimed(decode(FAMILIES["short claims"].text(3_000).encode(), "a.md")) == 3_000
    assert _most_for_a_byte(FAMILIES["short claims"], 1_000, claimed) < 20


@pytest.mark.parametrize("format", ["text", "json", "sarif"])
def test_a_finding_among_many_takes_less_than_three_hundred_bytes_from_its_check_to_its_report(
    format: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (pile, records):
        monkeypatch.setattr(module, "MANY", 500)
    source = SourceFile("a.md", "Kava cures anxiety.\n" * 6_000)

    def tell(count: int) -> None:
        heap = Pile(source.path)
        heap.extend(_finding(source, number) for number in range(count))
        kept = gathered(number(heap.one_per_reason()), source.path)
        result = decoded(encode(FileResult(source.path, kept)), source.path)
        assert result
        told = report(RunResult((result,)), format, Background(source={source.path: source}.get))
        assert sum(piece.count("of it is claimed") for piece in told) == count

    assert (_most(tell, 6_000) - _most(tell, 3_000)) / 3_000 < 300


def _finding(source: SourceFile, number: int) -> Finding:
    start = number * 20
    span = Span(start + 5, start + 10)
    place = Place("a.md", span, *source.lines.line_column(span.start), *source.lines.line_column(span.end))
    said = f"kava cures anxiety in {number} days, as its maker, who sells it, says on a page."
    return Finding("a/b", f"{number} of it is claimed. Say what.", Severity.error, Confidence.low, place, "cures", said)


@pytest.mark.parametrize("name", ["rows of a list", "headings", "footnotes", "columns of a table"])
def test_a_document_takes_less_than_thirty_times_its_file_while_it_is_read(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    _keep_nothing(monkeypatch)
    assert _most_for_a_byte(FAMILIES[name], 2_000, parse) < 30


def _keep_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(afresh, "FEW", 0)
    monkeypatch.setattr(documents, "_LONG", 0)


def _most_for_a_byte(family: Family, size: int, act: Callable[[SourceFile], object]) -> float:
    """Return how many bytes are held at most for each that a file has more than one of a third of its size."""
    short, long = (decode(family.text(so_many).encode(), f"a{family.suffix}") for so_many in (size, 3 * size))
    # What is kept of any text is kept by then.
    act(long)
    return (_most(act, long) - _most(act, short)) / (len(long.text) - len(short.text))


def _most(act: Callable[[Given], object], given: Given) -> int:
    """Return how many bytes are held at most while something is done that has been done before.

    What nobody holds any more is taken away at once: when Python looks for it else is chance, and tells of no text.
    """
    act(given)
    thresholds = gc.get_threshold()
    tracemalloc.start()
    gc.collect()
    gc.freeze()
    gc.set_threshold(100, 1, 1)
    try:
        tracemalloc.reset_peak()
        before, _ = tracemalloc.get_traced_memory()
        act(given)
        most = tracemalloc.get_traced_memory()[1] - before
    finally:
        gc.set_threshold(*thresholds)
        gc.unfreeze()
        tracemalloc.stop()
    return most
