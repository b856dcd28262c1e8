import gc
import sys
from collections.abc import Iterator
from concurrent.futures import Future
from pathlib import Path

import pytest

from kratomlint import crew, hand, prepared
from kratomlint.finding import RunResult
from kratomlint.roots import shipped
from kratomlint.run import Options, exit_code, run
from kratomlint.settings import SettingsError

CARD = """
title = "T"
message = "{message}"
severity = "{severity}"
why = "W."
sources = ["S"]
bad = [">>a<<", ">>b<<"]
good = ["c", "d"]
{method}
"""


def write(path: str, text: str) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text, encoding="utf-8")


def write_card(check_id: str, method: str, message: str = "{hit}", severity: str = "warning") -> None:
    # Only a package that is installed brings code.
    folder = "../installed/said_twice/checks" if method.startswith("code") else ".kratomlint/checks"
    write(f"{folder}/{check_id}.toml", CARD.format(method=method, message=message, severity=severity))


def install_plugin(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Lay out the package `said_twice` as pip does."""
    code = Path(__file__).with_name("said_twice.py").read_text(encoding="utf-8")
    write(str(site / "said_twice/__init__.py"), code)
    write(str(site / "said_twice-1.dist-info/METADATA"), "Name: said_twice\nVersion: 1\n")
    write(str(site / "said_twice-1.dist-info/entry_points.txt"), "[kratomlint.checks]\nsaid = said_twice\n")
    monkeypatch.syspath_prepend(str(site))
    monkeypatch.delitem(sys.modules, "said_twice", raising=False)


@pytest.fixture(scope="module")
def prepared_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a cache in which the shipped checks are prepared for an installation with the plug-in."""
    place = tmp_path_factory.mktemp("prepared") / "cache"
    with pytest.MonkeyPatch.context() as patched:
        install_plugin(tmp_path_factory.mktemp("installed"), patched)
        patched.setenv("KRATOMLINT_CACHE_DIR", str(place))
        prepared.load((shipped(),))
    return place


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cache: Path) -> Iterator[Path]:
    """A repository with cards of its own, beside an installed plug-in, and no other checks switched on."""
    install_plugin(tmp_path / "installed", monkeypatch)
    (tmp_path / "site/.git").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "site")
    write_card("word/miracle", 'find.words = ["miracle"]')
    write_card("word/wonder", 'find.words = ["wonder"]', severity="suggestion")
    write_card("said/twice", 'code = "said_twice:across"', "“{hit}” stands in {before} too.")
    write(".kratomlint/checks/presets/tests.toml", 'on = ["word", "said/twice", "suppression"]')
    write("kratomlint.toml", 'preset = "tests"\n')
    yield tmp_path / "site"


def lines(result: RunResult) -> list[str]:
    return [
        f"{finding.place.path}:{finding.place.line}:{finding.place.column}: {finding.message} [{finding.check_id}]"
        for file in result.files
        for finding in file.findings
        if finding.suppressed is None
    ]


def troubles(result: RunResult) -> list[str]:
    every = (*result.troubles, *(trouble for file in result.files for trouble in file.troubles))
    return [f"{trouble.path}: {trouble.what}" for trouble in every]


def test_findings_come_in_the_order_of_the_paths_and_of_the_text() -> None:
    write("b.md", "A miracle.\n\nA wonder, a miracle.")
    write("a.md", "No miracle.")
    assert lines(run(["."])) == [
        "a.md:1:4: miracle [word/miracle]",
        "b.md:1:3: miracle [word/miracle]",
        "b.md:3:3: wonder [word/wonder]",
        "b.md:3:13: miracle [word/miracle]",
    ]


def test_every_file_has_the_settings_that_are_nearest_to_it() -> None:
    write("a.md", "A miracle, a wonder.")
    write("docs/a.md", "A miracle, a wonder of its own.")
    write("docs/kratomlint.toml", 'preset = "tests"\nselect = ["word/wonder"]')
    assert lines(run(["docs/a.md", "a.md"])) == [
        "a.md:1:3: miracle [word/miracle]",
        "a.md:1:14: wonder [word/wonder]",
        "docs/a.md:1:14: wonder [word/wonder]",
    ]


def test_checks_can_be_ignored_in_some_files() -> None:
    write("a.md", "One miracle.")
    write("old/a.md", "Another miracle, a wonder.")
    write("kratomlint.toml", 'preset = "tests"\nper-file-ignores."old/" = ["word/miracle"]')
    assert lines(run(["."])) == ["a.md:1:5: miracle [word/miracle]", "old/a.md:1:20: wonder [word/wonder]"]


def test_severities_can_be_set_and_switched_off() -> None:
    write("a.md", "One miracle, a wonder.")
    write("kratomlint.toml", 'preset = "tests"\n[severity]\n"word/miracle" = "error"\n"word/wonder" = "off"\n')
    found = [finding for file in run(["."]).files for finding in file.findings]
    assert [(finding.check_id, finding.severity.name) for finding in found] == [("word/miracle", "error")]


def test_the_command_line_says_what_is_selected() -> None:
    write("a.md", "One miracle, a wonder.")
    options = Options({"select": ("word/wonder",)})
    assert lines(run(["."], options)) == ["a.md:1:16: wonder [word/wonder]"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            'preset = "tests"\nselect = ["word/miracel"]',
            "kratomlint.toml:2: no check is named `word/miracel`\n"
            '    select = ["word/miracel"]\n'
            "    Did you mean `word/miracle`?",
        ),
        (
            'preset = "tests"\nper-file-ignores."never/" = ["word/miracel"]',
            "kratomlint.toml:2: no check is named `word/miracel`\n"
            '    per-file-ignores."never/" = ["word/miracel"]\n'
            "    Did you mean `word/miracle`?",
        ),
        (
            '\npreset = "test"',
            'kratomlint.toml:2: no preset is named `test`\n    preset = "test"\n    Did you mean `tests`?',
        ),
    ],
)
def test_a_name_that_names_nothing_is_an_error_where_it_is_written(text: str, said: str) -> None:
    write("a.md", "One miracle.")
    write("kratomlint.toml", text)
    with pytest.raises(SettingsError) as error:
        run(["."])
    assert str(error.value) == said


def test_a_name_on_the_command_line_that_names_nothing_is_an_error() -> None:
    write("a.md", "One miracle.")
    with pytest.raises(SettingsError, match=r"^--ignore word/miracel: no check is named `word/miracel`"):
        run(["."], Options({"ignore": ("word/miracel",)}))


def test_a_repetition_of_a_file_that_was_not_named_is_found_in_the_named_one_only() -> None:
    write("docs/a.md", "Kratom is a tree.")
    write("docs/b.md", "It grows here. Kratom is a tree.")
    write("c.md", "Kratom is a tree.")
    assert lines(run(["docs/b.md"])) == ["docs/b.md:1:16: “Kratom is a tree.” stands in c.md too. [said/twice]"]


def test_what_a_file_says_alone_does_not_depend_on_which_others_are_named() -> None:
    for name in ("a", "b", "c"):
        write(f"{name}.md", f"A miracle. Said in {name}. Kratom is a tree.")
    whole = lines(run(["."]))
    one_by_one = [line for name in ("a", "b", "c") for line in lines(run([f"{name}.md"]))]
    assert [line for line in whole if "too. [" not in line] == [line for line in one_by_one if "too. [" not in line]


def test_what_two_files_say_is_told_in_the_one_that_was_named() -> None:
    for name in ("a", "b", "c"):
        write(f"{name}.md", f"Said in {name}. Kratom is a tree.")
    told = {name: lines(run([f"{name}.md"])) for name in ("a", "b", "c")}
    assert told == {
        "a": ["a.md:1:12: “Kratom is a tree.” stands in b.md too. [said/twice]"],
        "b": ["b.md:1:12: “Kratom is a tree.” stands in a.md too. [said/twice]"],
        "c": ["c.md:1:12: “Kratom is a tree.” stands in a.md too. [said/twice]"],
    }


def test_a_file_is_not_compared_with_itself_under_another_spelling(project: Path) -> None:
    write("a.md", "Kratom is a tree.")
    assert lines(run([str(project / "a.md")])) == []


def test_what_settings_exclude_is_not_compared_with() -> None:
    write("a.md", "Kratom is a tree.")
    write("b.md", "Kratom is a tree.")
    write("kratomlint.toml", 'preset = "tests"\nexclude = ["a.md"]')
    assert lines(run(["b.md"])) == []


def test_without_a_project_the_files_of_the_run_are_compared(project: Path) -> None:
    write("../loose/a.md", "Kratom is a tree.")
    write("../loose/b.md", "Kratom is a tree.")
    options = Options({"select": ("said/twice",)}, config="kratomlint.toml")
    write("../loose/.kratomlint/checks/presets/tests.toml", 'on = ["said"]')
    assert lines(run(["../loose"], options)) == [
        "../loose/b.md:1:1: “Kratom is a tree.” stands in ../loose/a.md too. [said/twice]"
    ]


def test_a_repetition_can_be_suppressed_and_the_directive_is_used() -> None:
    write("a.md", "Kratom is a tree.")
    write("b.md", "<!-- kratomlint-disable-next-line said -- on purpose -->\nKratom is a tree.")
    result = run(["b.md"])
    assert [(finding.check_id, finding.suppressed) for file in result.files for finding in file.findings] == [
        ("said/twice", "on purpose")
    ]


def test_a_directive_that_silences_nothing_is_found() -> None:
    write("a.md", "Kratom is a tree.\n\n<!-- kratomlint-disable-line word/miracle -->\n")
    assert [line.partition(": ")[0] for line in lines(run(["a.md"]))] == ["a.md:3:1"]


def test_a_file_that_cannot_be_read_is_a_trouble_and_the_others_speak() -> None:
    Path("a.md").write_bytes(b"\xff\xfe\x00")
    Path("b.md").write_bytes(b"\xc3(")
    write("c.md", "A miracle.")
    result = run(["."])
    assert [file.path for file in result.files] == ["a.md", "b.md", "c.md"]
    assert troubles(result)[1:] == ["b.md: not UTF-8 at byte 0: save the file as UTF-8"]
    assert lines(result) == ["c.md:1:3: miracle [word/miracle]"]


def test_a_check_that_raises_is_a_trouble_that_names_check_and_file() -> None:
    write_card("word/broken", 'code = "said_twice:broken"')
    write("a.md", "A broken miracle.")
    write("b.md", "A miracle.")
    result = run(["."])
    assert troubles(result) == ["a.md: word/broken failed here (ValueError: no check); its findings are missing"]
    assert len(lines(result)) == 2


def test_a_corpus_check_that_raises_is_a_trouble_and_the_others_speak() -> None:
    write_card("word/across", 'code = "said_twice:broken_across"')
    write("a.md", "A miracle.")
    result = run(["."])
    assert [trouble.check_id for trouble in result.troubles] == ["word/across"]
    assert len(lines(result)) == 1


@pytest.fixture
def eager(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every run be long enough for more processes."""
    monkeypatch.setattr(crew, "_ENOUGH", {"fork": 0, "spawn": 0})


def a_site() -> None:
    for number in range(24):
        write(f"{number % 5}/{number}.md", f"A miracle in {number}.\n\nKratom is a tree.\n" * (number % 4 + 1))
    write("0/x.md", "<!-- kratomlint-disable-next-line said -->\nKratom is a tree.\n\n<!-- kratomlint-disabel -->\n")
    Path("1/y.md").write_bytes(b"\xc3(")


@pytest.mark.parametrize("way", ["fork", "spawn"])
def test_one_process_and_many_give_the_same(eager: None, monkeypatch: pytest.MonkeyPatch, way: str) -> None:
    if way == "fork" and crew._way() != "fork":
        pytest.skip("this system does not fork")
    monkeypatch.setattr(crew, "_way", lambda: way)
    a_site()
    alone = run(["."], Options(jobs=1, use_cache=False))
    together = run(["."], Options(jobs=3, use_cache=False))
    assert together == alone
    assert len(lines(alone)) > 50


@pytest.mark.parametrize("way", ["fork", "spawn"])
@pytest.mark.parametrize(("articles", "shared"), [(1, False), (2, False), (10, True)])
def test_as_many_articles_as_a_commit_has_are_shared_out_among_processes(
    monkeypatch: pytest.MonkeyPatch, way: str, articles: int, shared: bool
) -> None:
    asked: list[int] = []

    def shared_out(jobs, hand, processes):
        asked.append(processes)
        return ((index, hand.lint(job)) for index, job in jobs)

    monkeypatch.setattr(crew, "_way", lambda: way)
    monkeypatch.setattr(crew, "_in_parallel", shared_out)
    for number in range(articles):
        write(f"{number}.md", "Kratom is a tree. " * 333)
    assert len(run(["."], Options(jobs=3, use_cache=False)).files) == articles
    assert asked == ([3] if shared else [])


def test_a_cached_run_gives_the_same(eager: None) -> None:
    a_site()
    without = run(["."], Options(use_cache=False))
    assert [run(["."], Options(jobs=3)), run(["."]), run(["."])] == [without] * 3


def test_facts_that_were_kept_for_a_neighbour_are_not_its_findings() -> None:
    write("a.md", "A miracle. Kratom is a tree.")
    write("b.md", "Kratom is a tree.")
    run(["b.md"])
    assert lines(run(["a.md"])) == [
        "a.md:1:3: miracle [word/miracle]",
        "a.md:1:12: “Kratom is a tree.” stands in b.md too. [said/twice]",
    ]


def test_a_changed_file_a_changed_card_and_changed_settings_are_seen() -> None:
    write("a.md", "A miracle.")
    run(["a.md"])
    write("a.md", "A wonder.")
    assert lines(run(["a.md"])) == ["a.md:1:3: wonder [word/wonder]"]
    write_card("word/wonder", 'find.words = ["wonder"]', message="No “{hit}”.")
    assert lines(run(["a.md"])) == ["a.md:1:3: No “wonder”. [word/wonder]"]
    write("kratomlint.toml", 'preset = "tests"\nignore = ["word/wonder"]')
    assert lines(run(["a.md"])) == []


def test_nothing_is_written_into_the_linted_project(project: Path) -> None:
    write("a.md", "A miracle.")
    before = sorted(project.rglob("*"))
    run(["."])
    assert sorted(project.rglob("*")) == before


def test_a_file_that_kills_its_process_is_a_trouble_and_the_others_speak(eager: None) -> None:
    write_card("word/deadly", 'code = "said_twice:deadly"')
    a_site()
    write("2/z.md", "A deadly miracle.")
    result = run(["."], Options(jobs=3))
    assert [trouble for trouble in troubles(result) if "died" in trouble] == [
        "2/z.md: the process that linted this file died; please report it, with the file if you may"
    ]
    assert {file.path for file in result.files if not file.findings} == {"1/y.md", "2/z.md"}


def test_what_was_done_before_an_interruption_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    a_site()

    def interrupt(done: int, total: int) -> None:
        if done == 10:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(["."], progress=interrupt)
    linted: list[str] = []
    lint = hand.lint_bytes
    monkeypatch.setattr(
        hand, "lint_bytes", lambda data, path, profile: linted.append(path) or lint(data, path, profile)
    )
    assert len(run(["."]).files) - len(linted) > 9


def test_what_a_process_sent_is_not_held_until_the_end(eager: None) -> None:
    a_site()
    held: list[int] = []

    def count(done: int, total: int) -> None:
        if done == total:
            held.append(_futures())

    gc.collect()
    others = _futures()
    run(["."], Options(jobs=3, use_cache=False), progress=count)
    assert held[0] - others <= 2


def _futures() -> int:
    return sum(isinstance(each, Future) for each in gc.get_objects())


def test_contents_stand_for_a_file_that_need_not_be_there() -> None:
    write("a.md", "Kratom is a tree.")
    result = run(["docs/new.md"], contents={"docs/new.md": b"A miracle. Kratom is a tree."})
    assert lines(result) == [
        "docs/new.md:1:3: miracle [word/miracle]",
        "docs/new.md:1:12: “Kratom is a tree.” stands in a.md too. [said/twice]",
    ]


def test_progress_counts_the_files() -> None:
    write("a.md", "One.")
    write("b.md", "Two.")
    seen: list[tuple[int, int]] = []
    run(["."], progress=lambda done, total: seen.append((done, total)))
    assert seen == [(1, 2), (2, 2)]


@pytest.mark.parametrize(
    ("text", "settings", "fail_on", "code"),
    [
        ("A tree.", "", None, 0),
        ("A wonder.", "", None, 0),
        ("A miracle.", "", None, 1),
        ("A wonder.", 'fail-on = "suggestion"', None, 1),
        ("A miracle.", 'fail-on = "error"', None, 0),
        ("A miracle.", 'fail-on = "never"', None, 0),
        ("A miracle.", 'fail-on = "never"', "warning", 1),
        ("A miracle. <!-- kratomlint-disable-line -->", "", None, 0),
        ("\ud800", "", None, 3),
    ],
)
def test_the_exit_code_says_what_was_found(text: str, settings: str, fail_on: str | None, code: int) -> None:
    Path("a.md").write_bytes(text.encode("utf-8", "surrogatepass"))
    write("kratomlint.toml", f'preset = "tests"\n{settings}')
    assert exit_code(run(["a.md"]), fail_on) == code
