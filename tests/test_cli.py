"""The command line as its user meets it: what is printed where, and the exit code."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from command_line import Kratomlint, Said, command

from kratomlint import __version__
from kratomlint.commands.group import COMMANDS
from kratomlint.commands.progress import Progress

ROOT = Path(__file__).parents[1]
WONDER = """\
title      = "Wonder"
message    = "“{hit}” promises a wonder. Say what was found."
severity   = "warning"
find.words = ["wonder*"]
unless     = ["quoted", "negated"]
why        = "Readers believe it."
sources    = ["House style"]
bad        = ["A >>wonder<< plant.", "Two >>wonders<<."]
good       = ["They call it a “wonder”.", "No words here."]
"""
WELL = """\
title      = "As well"
message    = "“{hit}” adds nothing. Leave it out."
severity   = "suggestion"
find.words = ["as well"]
why        = "Short sentences are read."
sources    = ["House style"]
bad        = ["Tea >>as well<<.", "It grows >>as well<<."]
good       = ["As we know.", "No words here."]
"""
ARTICLE = "# Tea\n\nTea is a wonder.\n\nIt is `code` as well.\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cache: Path) -> Path:
    """Return a project with two checks of its own, which are all that run, and one article; it is where we are."""
    checks = tmp_path / ".kratomlint" / "checks" / "house"
    checks.mkdir(parents=True)
    (checks / "wonder.toml").write_text(WONDER, encoding="utf-8")
    (checks / "well.toml").write_text(WELL, encoding="utf-8")
    (tmp_path / ".git").mkdir()
    (tmp_path / "kratomlint.toml").write_text('select = ["house"]\n', encoding="utf-8")
    (tmp_path / "tea.md").write_text(ARTICLE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR", "KRATOMLINT_TRACEBACK"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.fixture
def kratomlint(project: Path, capsys: pytest.CaptureFixture[str]) -> Kratomlint:
    """Return the command, run in the project."""

    return command(capsys)


WONDER_LINE = "tea.md:3:10: warning: “wonder” promises a wonder. Say what was found. [house/wonder]\n"
WELL_LINE = "tea.md:5:14: suggestion: “as well” adds nothing. Leave it out. [house/well]\n"


def test_findings_go_to_standard_output_and_the_summary_to_standard_error(kratomlint: Kratomlint) -> None:
    said = kratomlint("check", "tea.md")
    assert said.out == WONDER_LINE + WELL_LINE
    assert re.fullmatch(r"1 warning, 1 suggestion in 1 file, \d+ words; 1 word passed over \(1 code\)\.\n", said.err)
    assert said.code == 1


def test_a_path_without_a_verb_is_checked(kratomlint: Kratomlint) -> None:
    assert kratomlint("tea.md") == kratomlint("check", "tea.md")


def test_an_option_without_a_verb_is_one_of_check(kratomlint: Kratomlint) -> None:
    assert kratomlint("-q", "tea.md") == Said(1, WONDER_LINE + WELL_LINE, "")


def test_check_without_paths_lints_the_folder(kratomlint: Kratomlint) -> None:
    assert kratomlint("check", "-q").out == WONDER_LINE + WELL_LINE


def test_kratomlint_alone_shows_its_help(kratomlint: Kratomlint) -> None:
    said = kratomlint()
    assert said.code == 0
    assert said.out.startswith("Usage: kratomlint")
    assert all(f"\n  {command} " in said.out for command in COMMANDS)


@pytest.mark.parametrize("command", [*COMMANDS, "seeds update", "seeds score"])
def test_every_command_explains_itself(kratomlint: Kratomlint, command: str) -> None:
    said = kratomlint(*command.split(), "-h")
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith(f"Usage: kratomlint {command}")


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_says_of_a_command_what_its_own_help_begins_with(kratomlint: Kratomlint, command: str) -> None:
    listed = next(line for line in kratomlint("-h").out.splitlines() if line.startswith(f"  {command} "))
    assert kratomlint(command, "-h").out.splitlines()[2].strip() == listed.removeprefix(f"  {command} ").strip()


def test_the_help_needs_none_of_the_commands() -> None:
    code = (
        "import sys; from kratomlint.cli import main; main(['--help']);"
        "print(sorted(name for name in sys.modules if name.startswith('kratomlint.commands.')))"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout.splitlines()[-1] == "['kratomlint.commands.group', 'kratomlint.commands.output']"


def test_no_line_of_the_help_is_cut(kratomlint: Kratomlint) -> None:
    assert "..." not in kratomlint("-h").out.split("Commands:")[1]


def test_the_version_is_told_before_anything_is_imported() -> None:
    code = (
        "import sys; from kratomlint.cli import main; main(['--version']);"
        "assert 'click' not in sys.modules and 'kratomlint.commands' not in sys.modules"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert done.stdout == f"kratomlint {__version__}\n", done.stderr


def test_the_version_is_an_option_among_others(kratomlint: Kratomlint) -> None:
    assert kratomlint("--version", "tea.md").out == f"kratomlint {__version__}\n"


def test_milder_findings_are_hidden_and_counted(kratomlint: Kratomlint) -> None:
    said = kratomlint("check", "--min-severity", "warning", "tea.md")
    assert said.out == WONDER_LINE
    assert "1 warning (1 below the severity asked for) in 1 file" in said.err


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ([], 1),
        (["--fail-on", "error"], 0),
        (["--fail-on", "never"], 0),
        (["--ignore", "house/wonder"], 0),
        (["--ignore", "house/wonder", "--fail-on", "suggestion"], 1),
        (["--min-severity", "error", "--fail-on", "suggestion"], 0),
        (["--exit-zero"], 0),
    ],
)
def test_the_exit_code_says_whether_something_serious_was_found(
    kratomlint: Kratomlint, arguments: list[str], code: int
) -> None:
    assert kratomlint("check", "-q", *arguments, "tea.md").code == code


def test_select_and_ignore_take_several_names(kratomlint: Kratomlint) -> None:
    assert kratomlint("check", "-q", "--select", "house/well,house/wonder", "tea.md").out == WONDER_LINE + WELL_LINE
    assert kratomlint("check", "-q", "--ignore", "house/well", "--ignore", "house/wonder", "tea.md").out == ""


def test_standard_input_is_linted_under_the_name_it_is_given(
    kratomlint: Kratomlint, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ARTICLE.encode())))
    said = kratomlint("check", "-q", "--stdin-filename", "tea.md", "-")
    assert said == Said(1, WONDER_LINE + WELL_LINE, "")


def test_full_shows_the_lines_of_standard_input(kratomlint: Kratomlint, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Words.\n\nAll wonders!\n")))
    said = kratomlint("check", "-q", "--stdin-filename", "tea.md", "--format", "full", "-")
    assert "3 | All wonders!\n    |     ^^^^^^^\n" in said.out


def test_standard_input_stands_alone(kratomlint: Kratomlint) -> None:
    said = kratomlint("check", "-", "tea.md")
    assert said.code == 2
    assert "`-` stands alone" in said.err


def test_json_is_whole_and_keeps_its_contract(kratomlint: Kratomlint) -> None:
    said = kratomlint("check", "--format", "json", "tea.md")
    loaded = json.loads(said.out)
    schema = json.loads((ROOT / "kratomlint" / "reporters" / "schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(loaded, schema)
    assert [finding["check"] for finding in loaded["files"][0]["findings"]] == ["house/wonder", "house/well"]
    assert loaded["files"][0]["path"] == "tea.md"


def test_the_report_goes_to_a_file_and_the_exit_code_stays(kratomlint: Kratomlint, project: Path) -> None:
    (project / "report.txt").write_text("old", encoding="utf-8")
    said = kratomlint("check", "-q", "--output", "report.txt", "tea.md")
    assert said == Said(1, "", "")
    assert (project / "report.txt").read_text(encoding="utf-8") == WONDER_LINE + WELL_LINE
    assert not [path.name for path in project.iterdir() if path.name.startswith(".report")]


def test_a_report_that_cannot_be_written_is_a_trouble(kratomlint: Kratomlint) -> None:
    said = kratomlint("check", "-q", "--output", "no/such/folder/report.txt", "tea.md")
    assert said.code == 3
    assert len(said.err.splitlines()) == 1


def test_statistics_count_each_check(kratomlint: Kratomlint) -> None:
    assert (
        kratomlint("check", "-q", "--statistics", "tea.md").err == "1  house/well    As well\n1  house/wonder  Wonder\n"
    )


@pytest.mark.parametrize(
    ("arguments", "environment", "painted"),
    [
        ([], {}, False),
        (["--color", "always"], {}, True),
        ([], {"FORCE_COLOR": "1"}, True),
        ([], {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        (["--color", "never"], {"FORCE_COLOR": "1"}, False),
    ],
)
def test_colour_is_as_one_asks_for_it(
    kratomlint: Kratomlint,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    environment: dict[str, str],
    painted: bool,
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert ("\x1b[" in kratomlint("check", *arguments, "tea.md").out) == painted


def test_a_report_in_a_file_is_not_painted_for_the_terminal(
    kratomlint: Kratomlint, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    kratomlint("check", "-q", "--output", "report.txt", "tea.md")
    assert "\x1b" not in (project / "report.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["check", "--select", "hose/wonder"], "no check is named `hose/wonder`"),
        (["explain", "house/wunder"], "no check is named `house/wunder`: did you mean `house/wonder`?"),
        (["check", "--fromat", "json"], "No such option"),
        (["check", "nowhere.md"], "nowhere.md"),
        (["check", "--format", "yaml"], "yaml"),
        (["check", "--config", "nowhere.toml"], "nowhere.toml"),
        (["new-check", "wonder"], "write PACK/NAME"),
        (["try"], "Give a sentence"),
    ],
)
def test_wrong_usage_is_one_message_and_exit_code_2(kratomlint: Kratomlint, arguments: list[str], message: str) -> None:
    said = kratomlint(*arguments)
    assert said.code == 2, said.err
    assert said.out == ""
    assert message in said.err
    assert "Traceback" not in said.err


def test_a_misspelt_command_is_recognised(kratomlint: Kratomlint) -> None:
    said = kratomlint("expalin", "house/wonder")
    assert said.code == 2
    assert "Did you mean `kratomlint explain`?" in said.err


def test_settings_with_a_slip_are_one_message(kratomlint: Kratomlint, project: Path) -> None:
    (project / "kratomlint.toml").write_text('selct = ["house"]\n', encoding="utf-8")
    said = kratomlint("check", "tea.md")
    assert said.code == 2
    assert "kratomlint.toml:1: unknown key `selct`" in said.err
    assert "Did you mean `select`?" in said.err


def test_a_card_with_a_slip_is_one_message(kratomlint: Kratomlint, project: Path) -> None:
    card = project / ".kratomlint" / "checks" / "house" / "wonder.toml"
    card.write_text(WONDER.replace("severity", "severty"), encoding="utf-8")
    said = kratomlint("check", "tea.md")
    assert said.code == 2
    assert ".kratomlint/checks/house/wonder.toml:3: unknown key `severty`" in said.err


def test_an_article_that_cannot_be_read_is_a_trouble_and_the_others_are_linted(
    kratomlint: Kratomlint, project: Path
) -> None:
    (project / "broken.md").write_bytes(b"\xff\xfa\n")
    said = kratomlint("check", "broken.md", "tea.md")
    assert said.code == 3
    assert said.out == WONDER_LINE + WELL_LINE
    assert said.err.startswith("broken.md: trouble: not UTF-8 at byte 0")
    assert said.err.endswith(" 1 trouble.\n")


@pytest.mark.parametrize("named", ["a.md", "b.md"])
def test_what_another_file_says_too_is_told_in_the_file_that_was_named(
    kratomlint: Kratomlint, project: Path, named: str
) -> None:
    paragraph = "The desk opens at nine. It keeps a list of pharmacies for the night. The last bus leaves at eleven.\n"
    for name in ("a.md", "b.md"):
        (project / name).write_text(f"# About {name}\n\n{paragraph}", encoding="utf-8")
    said = kratomlint("check", "-q", "--select", "duplicate/across-paragraph", named)
    assert [line.split(" ")[0] for line in said.out.splitlines()] == [f"{named}:3:1:"]


def test_a_fault_of_ours_is_one_line_that_says_where_to_report(
    kratomlint: Kratomlint, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kratomlint.catalogue.Catalogue.choose", lambda *_: 1 / 0)
    said = kratomlint("checks")
    assert said.code == 3
    assert said.err == (
        "kratomlint: a fault of ours, ZeroDivisionError: division by zero. "
        "Please report it: https://github.com/kratomlint/kratomlint/issues\n"
    )


def test_an_interrupt_is_no_traceback(kratomlint: Kratomlint, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("kratomlint.catalogue.Catalogue.choose", interrupted)
    assert kratomlint("checks") == Said(130, "", "\nInterrupted.\n")


@pytest.mark.skipif(sys.platform == "win32", reason="a closed pipe is another thing there")
def test_a_reader_who_leaves_is_no_trouble(project: Path) -> None:
    (project / "long.md").write_text("A wonder.\n\n" * 5000, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "kratomlint", "check", "-q", "long.md"]
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout and process.stderr
    process.stdout.readline()
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait() == 1


def test_output_is_utf8_whatever_the_locale(project: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "LC_ALL": "C", "PYTHONIOENCODING": "ascii"}
    command = [sys.executable, "-m", "kratomlint", "check", "-q", "tea.md"]
    done = subprocess.run(command, env=environment, capture_output=True)
    assert done.stdout.decode("utf-8").replace(os.linesep, "\n") == WONDER_LINE + WELL_LINE, done.stderr


def test_checks_lists_what_is_on(kratomlint: Kratomlint) -> None:
    lines = {line.split()[0]: line.split()[1:] for line in kratomlint("checks").out.splitlines()}
    assert lines["house/wonder"] == ["warning", "medium", "on", "Wonder"]
    assert lines["house/well"] == ["suggestion", "medium", "on", "As", "well"]
    assert {state[2] for name, state in lines.items() if not name.startswith("house/")} == {"off"}


def test_checks_are_listed_as_json(kratomlint: Kratomlint) -> None:
    rows = {row["id"]: row for row in json.loads(kratomlint("checks", "--format", "json").out)}
    assert rows["house/wonder"]["on"] is True
    assert rows["house/wonder"]["sources"] == ["House style"]


def test_explain_is_the_manual_page(kratomlint: Kratomlint) -> None:
    page = kratomlint("explain", "house/wonder").out
    for part in (
        "house/wonder  Wonder\nwarning, confidence medium; on\n",
        "What it says\n  “{hit}” promises a wonder. Say what was found.\n",
        "Why\n  Readers believe it.\n",
        "Sources\n  - House style\n",
        "What it finds\n  - A >>wonder<< plant.\n  - Two >>wonders<<.\n",
        "What it leaves alone\n  - They call it a “wonder”.\n  - No words here.\n",
        "Words don't count where they are quoted or negated.\n",
        "  <!-- kratomlint-disable-next-line house/wonder -- why it may stay -->\n",
        '  ignore = ["house/wonder"]   in kratomlint.toml\n',
        "  .kratomlint/checks/house/wonder.toml\n",
    ):
        assert part in page


def test_explain_paints_the_marked_words(kratomlint: Kratomlint) -> None:
    page = kratomlint("explain", "house/wonder", "--color", "always").out
    assert "A \x1b[1;31mwonder\x1b[0m plant." in page


def test_settings_say_who_set_them(kratomlint: Kratomlint) -> None:
    lines = kratomlint("settings", "tea.md", "--ignore", "house/well").out.splitlines()
    rows = {line.split(" = ")[0]: line.split(" = ", 1)[1].split("  #") for line in lines}
    assert [part.strip() for part in rows["select"]] == ['["house"]', "kratomlint.toml:1"]
    assert [part.strip() for part in rows["ignore"]] == ['["house/well"]', "command line"]
    assert [part.strip() for part in rows["fail-on"]] == ['"warning"', "default"]


def test_the_demonstration_finds_something_and_is_no_failure(kratomlint: Kratomlint) -> None:
    said = kratomlint("demo")
    assert said.code == 0
    assert said.out.startswith("seeds/demo/article.md:")
    assert "   | " in said.out and "^" in said.out and "  why: " in said.out


def test_try_tells_what_is_found_and_what_is_let_pass(kratomlint: Kratomlint) -> None:
    said = kratomlint("try", "Tea is a wonder, not a wonder.")
    assert said.code == 1
    assert said.out.splitlines()[1:3] == ["  1 | Tea is a wonder, not a wonder.", "    |          ^^^^^^"]
    assert "“wonder” was let pass by house/wonder: it is negated.\n" in said.out


def test_try_of_a_clean_sentence_says_so(kratomlint: Kratomlint) -> None:
    assert kratomlint("try", "Tea grows.") == Said(0, "", "Nothing found.\n")


def test_try_prose_shows_what_a_reader_sees(kratomlint: Kratomlint) -> None:
    assert kratomlint("try", "--prose", "tea.md").out.splitlines() == [
        "    1  heading 1   Tea",
        "    3  paragraph   Tea is a wonder.",
        "    5  paragraph   It is \ufffc as well.",
        "       passed over: 1 words of code",
    ]


def test_new_check_writes_a_card_that_can_be_tested(kratomlint: Kratomlint, project: Path) -> None:
    said = kratomlint("new-check", "house/new-words")
    assert said.code == 0
    assert said.out.strip().endswith(".kratomlint/checks/house/new-words.toml")
    assert Path(said.out.strip()).is_file()
    assert kratomlint("test-checks", "house") == Said(0, "", "3 checks, 12 examples, 0 of them fail.\n")


def test_new_check_never_overwrites(kratomlint: Kratomlint) -> None:
    said = kratomlint("new-check", "house/wonder")
    assert said.code == 2
    assert "is already there" in said.err


def test_test_checks_shows_the_line_of_the_card(kratomlint: Kratomlint, project: Path) -> None:
    card = project / ".kratomlint" / "checks" / "house" / "wonder.toml"
    card.write_text(WONDER.replace("No words here.", "A wonder."), encoding="utf-8")
    said = kratomlint("test-checks", "house/wonder")
    assert said.code == 1
    assert said.out.startswith(".kratomlint/checks/house/wonder.toml:9: good example 2 must stay silent, but finds")


def test_seeds_are_updated_and_scored(kratomlint: Kratomlint, project: Path) -> None:
    seed = project / "seeds" / "tea"
    seed.mkdir(parents=True)
    (seed / "article.md").write_text("An addict.\n", encoding="utf-8")
    (seed / "article.marks.tsv").write_text("1.1\tstigma\taddict\trequired\n", encoding="utf-8")
    assert kratomlint("seeds", "update").out == "seeds/tea/expected.txt\n"
    assert kratomlint("seeds", "update").out == ""
    assert re.search(r"^stigma +\d +\d +0 ", kratomlint("seeds", "score").out, re.MULTILINE)


def test_the_progress_bar_is_drawn_and_taken_away() -> None:
    stream = io.StringIO()
    with Progress(stream, patience=0) as progress:
        progress(500, 1000)
    drawn = stream.getvalue()
    assert "[###############...............] 500 of 1,000 files" in drawn
    assert drawn.endswith("\r" + " " * len("[###############...............] 500 of 1,000 files") + "\r")


def test_a_short_run_has_no_progress_bar() -> None:
    stream = io.StringIO()
    with Progress(stream) as progress:
        progress(1, 2)
    assert stream.getvalue() == ""


def test_the_public_names_are_what_they_say() -> None:
    code = (
        "import sys, kratomlint;"
        "assert not [name for name in sys.modules if name.startswith('kratomlint.')];"
        "import kratomlint.lint;"
        "from kratomlint import Document, Finding, Hit, check, corpus_check, lint;"
        "assert lint is sys.modules['kratomlint.lint'].lint is kratomlint.lint;"
        "assert Document.__name__ == 'Document' and callable(check)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
