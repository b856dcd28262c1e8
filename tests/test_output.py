"""The report in a file: it is the old one or the new one whatever happens, and says nothing about how a run ends."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kratomlint import cli
from kratomlint.commands import output
from kratomlint.reporters import FORMATS

ROOT = Path(__file__).parent.parent
posix = pytest.mark.skipif(sys.platform == "win32", reason="files there have no such modes, links or limits")


@pytest.fixture
def report(project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a report of an earlier run, in a project with an article in which something is found."""
    (project / "kratomlint.toml").write_text('select = ["overclaim/efficacy"]\n', encoding="utf-8")
    (project / "kava.md").write_text("# Kava\n\nKava relieves anxiety.\n", encoding="utf-8")
    (project / "report").write_text("old", encoding="utf-8")
    for name in ("GITHUB_STEP_SUMMARY", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    return project / "report"


def check(*arguments: str) -> int:
    return cli.main(["check", "--quiet", "--no-cache", *arguments])


def kratomlint(*arguments: str, before: str = "") -> subprocess.CompletedProcess[str]:
    """Run the command in a process of its own, after a line of Python."""
    code = f"{before}\nimport sys; from kratomlint import cli; sys.exit(cli.main({list(arguments)!r}))"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False)


def left_over(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if path.name.startswith(".report")]


@pytest.mark.parametrize("format", FORMATS)
def test_a_report_in_a_file_is_that_on_standard_output(
    format: str, report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check("--format", format, "kava.md") == 1
    assert check("--format", format, "--output", "report", "kava.md") == 1
    assert report.read_text(encoding="utf-8") == capsys.readouterr().out


@pytest.mark.parametrize(("arguments", "code"), [(["--fail-on", "error"], 0), (["--exit-zero"], 0), ([], 1)])
def test_the_exit_code_is_that_of_a_run_without_a_file(arguments: list[str], code: int, report: Path) -> None:
    assert check(*arguments, "kava.md") == check("--output", "report", *arguments, "kava.md") == code


def test_a_report_that_breaks_off_leaves_the_old_one(report: Path) -> None:
    def pieces() -> Iterator[str]:
        yield "new " * 100_000
        raise KeyError("broken")

    with pytest.raises(KeyError):
        output.write_whole("report", pieces())
    assert report.read_text(encoding="utf-8") == "old"
    assert left_over(report.parent) == []


@posix
@pytest.mark.parametrize("moment", ["writing", "os.fsync", "Path.chmod", "Path.replace"])
def test_who_is_killed_while_writing_leaves_the_old_report(moment: str, report: Path) -> None:
    killed = "lambda *_: os.kill(os.getpid(), 9)"
    before = "import os; from pathlib import Path; from kratomlint.commands import output\n"
    if moment == "writing":
        before += f"stop = {killed}\noutput.write_whole('report', (stop() if n else 'new ' * 9999 for n in range(2)))"
    else:
        before += f"{moment} = {killed}"
    done = kratomlint("check", "--no-cache", "--output", "report", "kava.md", before=before)
    assert done.returncode == -9
    assert report.read_text(encoding="utf-8") == "old"


@posix
def test_a_full_disk_leaves_the_old_report_and_is_one_line(report: Path) -> None:
    before = (
        "import resource, signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (10, 10))"
    )
    done = kratomlint("check", "--quiet", "--no-cache", "--output", "report", "kava.md", before=before)
    assert (done.returncode, done.stderr) == (3, "kratomlint: report: File too large\n")
    assert report.read_text(encoding="utf-8") == "old"
    assert left_over(report.parent) == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
def test_a_full_standard_output_is_one_line(report: Path) -> None:
    code = "import sys; from kratomlint import cli; sys.exit(cli.main(['check', '-q', '--no-cache', 'kava.md']))"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(
            [sys.executable, "-c", code], env=environment, stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert (done.returncode, done.stderr) == (3, "kratomlint: standard output: No space left on device\n")


@posix
def test_a_link_stays_a_link_and_what_it_leads_to_is_written(report: Path) -> None:
    (report.parent / "reports").mkdir()
    for name, target in (("link", "report"), ("new", "reports/new.txt")):
        (report.parent / name).symlink_to(target)
        assert check("--output", name, "kava.md") == 1
        assert (report.parent / name).is_symlink()
        assert (report.parent / target).read_text(encoding="utf-8").startswith("kava.md:3:6: ")


@posix
def test_a_link_that_leads_to_itself_is_one_line(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (report.parent / "loop").symlink_to("loop")
    assert check("--output", "loop", "kava.md") == 3
    assert capsys.readouterr().err == "kratomlint: loop: Too many levels of symbolic links\n"


@posix
def test_a_report_keeps_its_permissions_and_a_new_one_gets_the_usual(report: Path) -> None:
    report.chmod(0o640)
    mask = os.umask(0o027)
    try:
        check("--output", "report", "kava.md")
        check("--output", "new", "kava.md")
    finally:
        os.umask(mask)
    assert [stat.S_IMODE(path.stat().st_mode) for path in (report, report.parent / "new")] == [0o640, 0o640]


def test_a_folder_is_refused_before_anything_is_linted(
    report: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr("kratomlint.run.run")
    assert check("--output", ".", "kava.md") == 2
    assert "File '.' is a directory." in capsys.readouterr().err


@posix
def test_a_device_is_written_to_and_stays(report: Path) -> None:
    assert check("--output", "/dev/null", "kava.md") == 1
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)


# The page of a job at GitHub


def test_the_page_of_the_job_is_added_to(report: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "report")
    for format in FORMATS:
        check("--format", format, "--output", f"{format}.out", "kava.md")
    page = report.read_text(encoding="utf-8")
    assert page.startswith("old### kratomlint\n\n1 warning in 1 file, ")
    assert page.count("| warning | kava.md:3:6 |") == 1


def test_a_page_that_cannot_be_written_is_told_and_changes_nothing(
    report: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "no/page")
    assert check("--format", "github", "kava.md") == 1
    said = capsys.readouterr()
    assert said.out.startswith("::warning file=kava.md,")
    assert said.err == "no/page: the summary of the job cannot be written: No such file or directory\n"


def test_a_run_imports_the_reporter_that_it_uses_and_no_other(report: Path) -> None:
    before = (
        "import sys; from kratomlint import cli\ncli.main(['check', '-q', '--no-cache', '-o', 'report', 'kava.md'])\n"
        "print(*sorted(name for name in sys.modules if name.startswith('kratomlint.reporters.')))"
    )
    imported = kratomlint("--version", before=before).stdout.splitlines()[0].split()
    assert imported == [f"kratomlint.reporters.{name}" for name in ("summary", "terminal", "text")]


# The same bytes


def test_every_format_gives_the_same_bytes_whatever_the_hashes_the_order_and_the_number_of_processes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    articles = sorted(str(path) for path in (ROOT / "seeds" / "corpus").rglob("*.md"))[:6]
    monkeypatch.chdir(tmp_path)
    written = []
    for seed, jobs, paths in (("1", "1", articles), ("2", "2", articles[::-1])):
        (tmp_path / seed).mkdir()
        # Every start of Python has hashes of its own.
        monkeypatch.setenv("PYTHONHASHSEED", seed)
        calls = (["check", "-q", "-j", jobs, "--format", name, "-o", f"{seed}/{name}", *paths] for name in FORMATS)
        before = "from kratomlint import cli\n" + "\n".join(f"cli.main({call!r})" for call in calls)
        assert kratomlint("--version", before=before).returncode == 0
        written.append({name: (tmp_path / seed / name).read_bytes() for name in FORMATS})
    assert written[0] == written[1]
    assert min(len(report) for report in written[0].values()) > 1000
