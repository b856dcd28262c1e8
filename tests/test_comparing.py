"""What was kept of an earlier run and what has changed give what all of it gives at once."""

import os
import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kratomlint import comparing, library, postings
from kratomlint.catalogue import Profile, Selection, load_catalogue
from kratomlint.code_checks import across
from kratomlint.corpus import compare
from kratomlint.facts import PackedFacts, join, pack
from kratomlint.finding import FileResult, Place, PlacedFact
from kratomlint.language.similarity import signature, sketch, sketch_in_any_order
from kratomlint.member import Member
from kratomlint.run import Options, run
from kratomlint.span import Span

WORDS = "kava root tea eases sleep for most people who drink it warm at night and rest well after a long day outside".split()
# What a file says: sentences as words, of which a figure changes.
Files = dict[str, list[tuple[str, ...]]]


@cache
def duplicates() -> Profile:
    return load_catalogue().choose(Selection(select=("duplicate",)))


def told(path: str, sentences: list[tuple[str, ...]]) -> dict[str, tuple[PlacedFact, ...]]:
    """Return the facts of a file that says these sentences, each a paragraph."""
    places = [Place(path, Span(at * 100, at * 100 + 99), at + 1, 1, at + 1, 99) for at in range(len(sentences))]
    whole = sketch([word for said in sentences for word in said], across.ARTICLE_BINS) if sentences else ""
    keys = {
        "duplicate/across-sentence": lambda said: sketch_in_any_order(said, across.SENTENCE_BINS) + signature(said),
        "duplicate/across-paragraph": lambda said: sketch(said, across.PARAGRAPH_BINS),
        "duplicate/across-changed-figure": lambda said: across._hash(said[:-1]),
    }
    values = {
        "duplicate/across-sentence": lambda said: ("", "", ""),
        "duplicate/across-paragraph": lambda said: ("",),
        "duplicate/across-changed-figure": lambda said: (said[-1], said[-1]),
    }
    facts = {
        name: tuple(
            PlacedFact(key(said), values[name](said), place, " ".join(said))
            for said, place in zip(sentences, places, strict=True)
        )
        for name, key in keys.items()
    }
    facts["duplicate/across-article"] = (PlacedFact(whole, (whole,), places[0], "all"),) if sentences else ()
    return {name: found for name, found in facts.items() if found}


def members(files: Files, unnamed: frozenset[str] = frozenset()) -> list[Member]:
    return [
        Member(
            FileResult(path, facts=told(path, said)),
            Path("site"),
            duplicates(),
            path not in unnamed,
            repr(said).encode(),
        )
        for path, said in sorted(files.items())
    ]


# One of them is not UTF-8 on the disk.
NAMES = [*"abcdef", "\udcff"]
SENTENCES = st.lists(st.sampled_from(WORDS), min_size=12, max_size=15).map(tuple)


@st.composite
def histories(draw: st.DrawFn) -> list[tuple[Files, frozenset[str]]]:
    """Return what a few files say, and how that changes; of some runs, who is not named."""
    said = draw(st.lists(SENTENCES, min_size=1, max_size=4))
    # The same sentence with a word or two changed: they meet, and some of them are alike.
    for base in list(said):
        for _ in range(draw(st.integers(0, 4))):
            changed = list(base)
            changed[draw(st.integers(0, len(base) - 1))] = draw(st.sampled_from(WORDS))
            said.append(tuple(changed))
    contents = st.lists(st.sampled_from(said), max_size=5)
    files: Files = draw(st.dictionaries(st.sampled_from(NAMES), contents, min_size=2))
    history = [(dict(files), frozenset[str]())]
    for _ in range(draw(st.integers(1, 4))):
        for path, content in draw(st.dictionaries(st.sampled_from(NAMES), st.none() | contents, max_size=2)).items():
            if content is None:
                files.pop(path, None)
            else:
                files[path] = content
        history.append((dict(files), draw(st.just(frozenset()) | st.frozensets(st.sampled_from(NAMES)))))
    return history


@pytest.fixture
def compared(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Return the files of each group of facts that a check is asked about."""
    asked: list[list[str]] = []
    ask = comparing._Project._asked
    monkeypatch.setattr(
        comparing._Project, "_asked", lambda self, *given: asked.append(list(given[1])) or ask(self, *given)
    )
    return asked


@contextmanager
def standing(most: int) -> Iterator[None]:
    """Have so few facts stand for all that share a mark that it makes a difference."""
    before = postings.MOST, postings.LEAST
    postings.MOST, postings.LEAST = most, 1
    try:
        yield
    finally:
        postings.MOST, postings.LEAST = before


@settings(deadline=None, max_examples=150)
@given(histories(), st.sampled_from([1, 2, 4, 16]))
def test_a_change_gives_what_all_files_give_at_once(history: list[tuple[Files, frozenset[str]]], most: int) -> None:
    with TemporaryDirectory() as folder, standing(most):
        for files, unnamed in history:
            given_now = members(files, unnamed)
            assert compare(given_now, Path(folder)) == compare(given_now)


@settings(deadline=None, max_examples=150)
@given(histories())
def test_groups_compared_by_themselves_tell_what_all_facts_together_tell(
    history: list[tuple[Files, frozenset[str]]],
) -> None:
    given_now = members(history[0][0])
    found = compare(given_now).findings
    for check in duplicates().corpus_checks:
        facts = {member.result.path: member.result.facts.get(check.card.id, ()) for member in given_now}
        at_once = {(hit.fact.place, hit.related[0][0].place.path) for hit in check.compare(facts)}
        own = (finding for every in found.values() for finding in every if finding.check_id == check.card.id)
        assert {(finding.place, finding.related[0].path) for finding in own} == at_once


SAID = " ".join(WORDS).split()
ONE, OTHER, THIRD = (tuple(SAID[start : start + 13]) for start in (0, 4, 7))
SITE: Files = {"a": [ONE], "b": [ONE, OTHER[::-1]], "c": [THIRD], "d": [OTHER[::-1]], "e": [("x", *THIRD)]}


def kept(folder: Path) -> Path:
    (place,) = folder.glob("library-*.sqlite")
    return place


def test_nothing_is_compared_again_where_nothing_has_changed(tmp_path: Path, compared: list[list[str]]) -> None:
    first = compare(members(SITE), tmp_path)
    assert compared and first.findings
    compared.clear()
    assert compare(members(SITE), tmp_path) == first
    assert compared == []


def test_only_the_groups_that_changed_are_compared_again(tmp_path: Path, compared: list[list[str]]) -> None:
    compare(members(SITE), tmp_path)
    compared.clear()
    changed = members({**SITE, "d": [OTHER[::-1], ("y",) * 12]})
    found = compare(changed, tmp_path)
    assert compared == [["b", "d"]] * 3
    assert found == compare(changed)


def test_only_the_facts_of_a_file_that_changed_are_read(tmp_path: Path) -> None:
    read: list[str] = []

    def packed(member: Member) -> Member:
        path, facts = member.result.path, member.result.facts
        joined = join({name: pack(found) for name, found in facts.items()})
        told = PackedFacts(path, tuple(facts), lambda: read.append(path) or joined)
        return member._replace(result=member.result._replace(facts=told))

    compare(list(map(packed, members(SITE))), tmp_path)
    assert {*read} == {*SITE}
    read.clear()
    changed = members({**SITE, "d": [OTHER[::-1], ("y",) * 12]})
    assert compare(list(map(packed, changed)), tmp_path) == compare(changed)
    assert {*read} == {"d"}


@pytest.mark.parametrize("seed", range(40))
def test_damage_is_no_error_and_hides_nothing(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    compare(members(SITE), tmp_path)
    data = bytearray(kept(tmp_path).read_bytes())
    for _ in range(chance.choice([1, 1, 40])):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    kept(tmp_path).write_bytes(data[: chance.choice([len(data), chance.randrange(len(data))])])
    changed = members({**SITE, "a": [ONE, THIRD]})
    assert compare(changed, tmp_path) == compare(changed)
    assert compare(changed, tmp_path) == compare(changed)


def test_two_runs_at_once_find_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(library, "_PATIENCE", 0)
    compare(members(SITE), tmp_path)
    changed = members({**SITE, "a": [ONE, THIRD]})
    before = kept(tmp_path).read_bytes()
    with closing(sqlite3.connect(kept(tmp_path), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert compare(changed, tmp_path) == compare(changed)
        other.execute("ROLLBACK")
    # Nobody may take from the other run what it is at work with.
    assert kept(tmp_path).read_bytes() == before
    assert compare(changed, tmp_path) == compare(changed)


def test_a_check_that_fails_leaves_what_was_kept_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compare(members(SITE), tmp_path)
    before = kept(tmp_path).read_bytes()
    changed = members({**SITE, "a": [ONE, THIRD]})
    with monkeypatch.context() as patch:
        patch.setattr(across, "_are_alike", lambda *_: 1 / 0)
        result = compare(changed, tmp_path)
    assert "duplicate/across-article" in {trouble.check_id for trouble in result.troubles}
    assert kept(tmp_path).read_bytes() == before
    assert compare(changed, tmp_path) == compare(changed)


def test_a_file_of_which_nobody_knows_what_it_told_is_asked_again(tmp_path: Path) -> None:
    compare(members(SITE), tmp_path)
    for said in ([THIRD], [ONE, THIRD]):
        unknown = [member._replace(key=b"") for member in members({**SITE, "a": said})]
        assert compare(unknown, tmp_path) == compare(unknown)


def test_the_projects_that_were_looked_at_last_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(library, "_MOST_BYTES", 150_000)
    places = []
    for name in ("one", "two", "three", "four"):
        compare([member._replace(project=Path(name)) for member in members(SITE)], tmp_path)
        (place,) = {*tmp_path.glob("library-*.sqlite")} - {*places}
        places.append(place)
        os.utime(place, (len(places), len(places)))
    assert places[0] not in {*tmp_path.iterdir()} and places[3] in {*tmp_path.iterdir()}


def test_on_a_full_disk_files_are_compared_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    found = compare(members(SITE))
    monkeypatch.setattr(library, "NAMELESS", "/nowhere/at/all")
    assert compare(members(SITE)) == found


def test_whoever_is_named_what_was_kept_holds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "site/.git").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "site")
    monkeypatch.setenv("KRATOMLINT_CACHE_DIR", str(tmp_path / "cache"))
    for name in ("a.md", "b.md"):
        Path(name).write_text(f"{' '.join(WORDS).capitalize()}.\n", encoding="utf-8")
    options = Options(settings={"select": ("duplicate",)})
    (whole,) = [file for file in run(["."], options).files if file.findings]
    with monkeypatch.context() as patch:
        patch.setattr(comparing, "regroup", lambda *_: pytest.fail("nothing has changed"))
        assert run(["b.md"], options).files == (whole,)
    Path("b.md").unlink()
    assert run(["."], options).files[0].findings == ()
