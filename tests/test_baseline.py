"""What a project knows and puts up with: the file, what it silences, and what it says when it is out of step."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from command_line import Kratomlint, Said, command
from hypothesis import given
from hypothesis import strategies as st

from kratomlint.baseline import Baseline, BaselineError, decode
from kratomlint.finding import Confidence, Finding, Place, Severity
from kratomlint.span import Span

NAME = ".kratomlint-baseline.json"
KAVA = "# Kava\n\nKava cures anxiety in adults, and it does so within an hour.\n"
TEA = "# Tea\n\nTea cures opioid addiction.\n"
SAID = (
    "The clinic keeps a list of pharmacies that are open at night. The desk prints it for every visitor who "
    "asks, with a map of the streets around the hospital. The last bus leaves the main gate at half past eleven.\n"
)


@pytest.fixture
def kratomlint(project: Path, cache: Path, capsys: pytest.CaptureFixture[str]) -> Kratomlint:
    """Return the command, run in a repository with two articles and two packs of checks."""
    (project / "kratomlint.toml").write_text('select = ["overclaim", "duplicate", "suppression"]\n', encoding="utf-8")
    (project / "kava.md").write_text(KAVA, encoding="utf-8")
    (project / "tea.md").write_text(TEA, encoding="utf-8")

    return command(capsys)


def lines(said: Said) -> list[str]:
    return [line.split(": ")[0] for line in said.out.splitlines()]


def test_what_is_known_is_silent_and_counted(kratomlint: Kratomlint) -> None:
    found = len(lines(kratomlint("check")))
    written = kratomlint("baseline", "write")
    assert written == Said(0, f"{NAME}: {found} known findings in 2 files.\n", "")
    said = kratomlint("check")
    assert (said.code, said.out) == (0, "")
    assert said.err.startswith(f"Nothing found ({found} known) in 2 files")


def test_what_is_known_is_marked_for_programs(kratomlint: Kratomlint) -> None:
    kratomlint("baseline", "write")
    told = json.loads(kratomlint("check", "--format", "json").out)
    findings = [finding for file in told["files"] for finding in file["findings"]]
    assert {(finding["known"], finding["suppressed"]) for finding in findings} == {(True, "in the baseline")}
    assert told["summary"]["known"] == told["summary"]["suppressed"] == len(findings)


def test_a_new_finding_is_told(kratomlint: Kratomlint, project: Path) -> None:
    kratomlint("baseline", "write")
    (project / "tea.md").write_text(TEA + "\nIt is a miracle plant.\n", encoding="utf-8")
    said = kratomlint("check")
    assert said.code == 1
    assert lines(said) == ["tea.md:5:9"]


@pytest.mark.parametrize(
    "moved",
    [
        KAVA.replace("# Kava\n", "# Kava\n\nA root of the Pacific.\n"),
        KAVA.replace("in adults, ", "in\nadults,\n"),
        KAVA.replace("\n", "\r\n"),
        KAVA.replace("within", "**within**"),
    ],
    ids=["lines move", "reflowed", "line ends", "markup"],
)
def test_a_known_finding_stays_known_while_its_sentence_does(kratomlint: Kratomlint, project: Path, moved: str) -> None:
    kratomlint("baseline", "write")
    (project / "kava.md").write_bytes(moved.encode())
    assert kratomlint("check", "-q") == Said(0, "", "")


def test_the_same_sentence_once_more_is_new(kratomlint: Kratomlint, project: Path) -> None:
    kratomlint("baseline", "write")
    known = len(lines(kratomlint("check", "--no-baseline", "tea.md")))
    (project / "tea.md").write_text(TEA + "\n- " + TEA.splitlines()[2] + "\n", encoding="utf-8")
    assert len(lines(kratomlint("check", "tea.md", "--select", "overclaim"))) == known


def test_the_baseline_above_a_file_is_found_from_any_folder(
    kratomlint: Kratomlint, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kratomlint("baseline", "write")
    (project / "drafts").mkdir()
    monkeypatch.chdir(project / "drafts")
    assert kratomlint("check", "-q", "../kava.md") == Said(0, "", "")


def test_settings_may_name_the_baseline(kratomlint: Kratomlint, project: Path) -> None:
    with (project / "kratomlint.toml").open("a", encoding="utf-8") as file:
        file.write('baseline = "old/known.json"\n')
    (project / "old").mkdir()
    assert "old/known.json: there is no such baseline\n    Write it:" in kratomlint("check").err
    assert kratomlint("baseline", "write").out.startswith("old/known.json: ")
    assert kratomlint("check", "-q").code == 0
    assert not (project / NAME).exists()


def test_the_command_line_may_name_the_baseline(kratomlint: Kratomlint, project: Path) -> None:
    kratomlint("baseline", "write", "--baseline", "known.json")
    assert kratomlint("check", "-q").code == 1
    assert kratomlint("check", "-q", "--baseline", "known.json") == Said(0, "", "")


def test_no_baseline_tells_everything(kratomlint: Kratomlint) -> None:
    before = kratomlint("check", "-q").out
    kratomlint("baseline", "write")
    assert kratomlint("check", "-q", "--no-baseline").out == before
    assert kratomlint("check", "-q", "--isolated", "--select", "overclaim").code == 1


def test_a_repetition_is_known_whichever_of_the_files_is_named(kratomlint: Kratomlint, project: Path) -> None:
    for name in ("a.md", "b.md", "c.md"):
        (project / name).write_text(f"# Pharmacies {name}\n\n{SAID}", encoding="utf-8")
    assert kratomlint("check", "-q", "a.md").code == 1
    kratomlint("baseline", "write")
    for named in (["a.md"], ["b.md"], ["c.md"], ["a.md", "c.md"], []):
        assert kratomlint("check", "-q", *named) == Said(0, "", "")
    assert kratomlint("baseline", "check", "b.md").code == 0


def test_a_further_copy_of_a_known_repetition_is_new(kratomlint: Kratomlint, project: Path) -> None:
    for name in ("b.md", "c.md"):
        (project / name).write_text(f"# Pharmacies {name}\n\n{SAID}", encoding="utf-8")
    kratomlint("baseline", "write")
    (project / "a.md").write_text(f"# Pharmacies at night\n\n{SAID}", encoding="utf-8")
    assert kratomlint("check", "-q", "a.md").code == 1
    assert kratomlint("check", "-q").code == 1


def test_entries_that_stand_for_nothing_are_told_and_taken_out(kratomlint: Kratomlint, project: Path) -> None:
    kratomlint("baseline", "write")
    (project / "tea.md").write_text("# Tea\n\nTea is a drink.\n", encoding="utf-8")
    said = kratomlint("check")
    assert said.code == 0
    assert f"{NAME}: 2 entries stand for nothing any more: kratomlint baseline prune" in said.err
    checked = kratomlint("baseline", "check")
    assert checked.code == 1
    assert (
        checked.out.splitlines()[0] == f"{NAME}: tea.md: 1 entry of overclaim/certainty-cure for nothing that is found"
    )
    assert kratomlint("baseline", "prune") == Said(0, f"{NAME}: 2 entries taken out.\n", "")
    assert kratomlint("baseline", "check").code == 0
    assert list(json.loads((project / NAME).read_text(encoding="utf-8"))["files"]) == ["kava.md"]


def test_a_check_that_did_not_run_is_not_stale(kratomlint: Kratomlint) -> None:
    kratomlint("baseline", "write")
    assert "stand for nothing" not in kratomlint("check", "--select", "duplicate").err


def test_an_article_that_is_gone_is_stale(kratomlint: Kratomlint, project: Path) -> None:
    kratomlint("baseline", "write")
    (project / "tea.md").unlink()
    assert "tea.md: 1 entry of overclaim/certainty-cure" in kratomlint("baseline", "check").out
    kratomlint("baseline", "write")
    assert kratomlint("baseline", "check").code == 0


def test_prune_adds_nothing(kratomlint: Kratomlint, project: Path) -> None:
    kratomlint("baseline", "write", "tea.md")
    before = (project / NAME).read_bytes()
    assert kratomlint("baseline", "prune") == Said(0, "", "Nothing to take out.\n")
    assert (project / NAME).read_bytes() == before
    assert kratomlint("check", "-q", "kava.md").code == 1


def test_writing_for_some_files_leaves_the_entries_of_the_others(kratomlint: Kratomlint) -> None:
    kratomlint("baseline", "write", "tea.md")
    kratomlint("baseline", "write", "kava.md")
    assert kratomlint("check", "-q").code == 0


def test_writing_twice_gives_the_same_bytes(kratomlint: Kratomlint, project: Path) -> None:
    kratomlint("baseline", "write")
    first = (project / NAME).read_bytes()
    kratomlint("baseline", "write")
    assert (project / NAME).read_bytes() == first


def test_what_a_comment_suppresses_is_no_part_of_it(kratomlint: Kratomlint, project: Path) -> None:
    (project / "kava.md").unlink()
    (project / "tea.md").write_text(f"<!-- kratomlint-disable-file -- label text -->\n{TEA}", encoding="utf-8")
    kratomlint("baseline", "write")
    assert json.loads((project / NAME).read_text(encoding="utf-8"))["files"] == {}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{\n<<<<<<< HEAD\n", "known.json:2: not JSON ("),
        ("[]", "known.json: no baseline: `kratomlint-baseline` is missing"),
        (
            '{"kratomlint-baseline": 9}',
            "known.json: written by another version of kratomlint (format 9; this one writes 1)",
        ),
        ('{"kratomlint-baseline": 1}', "known.json: `files` must be an object"),
        ('{"kratomlint-baseline": 1, "files": {"a.md": []}}', "known.json: what `a.md` holds must be an object"),
        (
            '{"kratomlint-baseline": 1, "files": {"a.md": {"a/b": [1]}}}',
            "known.json: `a/b` of `a.md` must be a list of fingerprints",
        ),
        ("[" * 100_000, "known.json: too deeply nested"),
    ],
)
def test_a_broken_baseline_says_where_and_what_to_do(
    kratomlint: Kratomlint, project: Path, text: str, said: str
) -> None:
    (project / "known.json").write_text(text, encoding="utf-8")
    told = kratomlint("check", "--baseline", "known.json")
    assert told.code == 2
    assert told.err.startswith(f"kratomlint: {said}")
    assert "kratomlint baseline write" in told.err.splitlines()[1]


def test_a_broken_baseline_can_be_written_anew(kratomlint: Kratomlint, project: Path) -> None:
    (project / NAME).write_text("<<<<<<<", encoding="utf-8")
    said = kratomlint("baseline", "write")
    assert said.code == 0
    assert said.err == f"{NAME}:1: not JSON (Expecting value); it is written anew\n"
    assert kratomlint("check", "-q").code == 0


def test_without_a_baseline_there_is_nothing_to_check(kratomlint: Kratomlint) -> None:
    assert kratomlint("baseline", "check") == Said(
        2, "", "kratomlint: there is no baseline here\n    Write one: kratomlint baseline write\n"
    )


names = st.text(st.characters(codec="utf-8", exclude_characters="/\\"), min_size=1, max_size=8)
fingerprints = st.frozensets(st.text("0123456789abcdef", min_size=16, max_size=16), min_size=1, max_size=4)


@given(st.dictionaries(names, st.dictionaries(names, fingerprints, min_size=1, max_size=3), max_size=4))
def test_what_is_written_is_read_again(files: dict[str, dict[str, frozenset[str]]]) -> None:
    baseline = Baseline("/project/known.json", "known.json", files)
    assert decode(baseline.encode(), baseline.path, baseline.shown) == baseline
    assert len(baseline.encode().splitlines()) >= sum(
        len(found) for checks in files.values() for found in checks.values()
    )


@given(st.text(max_size=40))
def test_no_text_is_a_traceback(text: str) -> None:
    try:
        decode(text, "/known.json", "known.json")
    except BaselineError as error:
        assert str(error).startswith("known.json")


def test_paths_are_relative_to_the_file_and_have_slashes(tmp_path: Path) -> None:
    baseline = Baseline(str(tmp_path / "ci" / "known.json"), "known.json")
    place = Place(str(tmp_path / "articles" / "tea.md"), Span(0, 1), 1, 1, 1, 2)
    finding = Finding("a/b", "m", Severity.error, Confidence.high, place, "e", "f" * 16)
    assert baseline.entries([finding]) == {"../articles/tea.md": {"a/b": frozenset({"f" * 16})}}
    assert os.sep in str(place.path)
