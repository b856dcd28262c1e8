"""Whatever happens meanwhile, files stay whole and the run ends with what it can say."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kratomlint.crew import interrupted_afterwards

ROOT = Path(__file__).parents[1]
POSIX = sys.platform != "win32"
posix = pytest.mark.skipif(not POSIX, reason="this system has no such signals")
KRATOMLINT = [sys.executable, "-m", "kratomlint"]
# What is found in the site of `site`, as one line a finding.
FOUND = "Kava relieves anxiety.\n"


@pytest.fixture
def site(project: Path) -> Path:
    """Return a repository with thirty articles in each of which one thing is found."""
    (project / "kratomlint.toml").write_text('select = ["overclaim/efficacy"]\n', encoding="utf-8")
    for number in range(30):
        (project / f"{number:02}.md").write_text(f"# Kava {number}\n\n{FOUND}", encoding="utf-8")
    return project


def environment(cache: Path | None = None, **more: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GITHUB_", "LC_", "LANG"))}
    named = {"KRATOMLINT_CACHE_DIR": str(cache)} if cache else {}
    return {**kept, "PYTHONPATH": str(ROOT), **named, **more}


def kratomlint(*arguments: str, **options: object) -> subprocess.CompletedProcess[str]:
    given = {"env": environment(), "capture_output": True, "encoding": "utf-8", **options}
    return subprocess.run([*KRATOMLINT, *arguments], check=False, **given)  # type: ignore[call-overload,no-any-return]


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


# Killed


@posix
def test_who_is_killed_at_any_moment_leaves_articles_report_and_cache_whole(site: Path, cache: Path) -> None:
    arguments = ["check", "--quiet", "-j", "2", "--format", "json", "--output", "report.json", "."]
    env = environment(cache)
    began = time.monotonic()
    assert kratomlint(*arguments, env=env).returncode == 1
    whole, length = contents(site), time.monotonic() - began
    chance = random.Random(6)
    for _ in range(10):
        (cache / "results.sqlite").unlink(missing_ok=True)
        running = subprocess.Popen([*KRATOMLINT, *arguments], env=env, start_new_session=True)
        time.sleep(chance.random() * length)
        os.killpg(running.pid, signal.SIGKILL)
        running.wait()
        left = {name: data for name, data in contents(site).items() if not name.startswith(".report.json.")}
        assert left == whole
        json.loads(left["report.json"])
    again = kratomlint(*arguments, env=env)
    assert (again.returncode, again.stderr, contents(site)["report.json"]) == (1, "", whole["report.json"])


SLIPS, FIXED = "Take 5.0 mg with the the tea.\n", "Take 5 mg with the tea.\n"


@pytest.fixture
def slips(site: Path) -> Path:
    """Return the repository of `site` with two slips in each article that can be fixed."""
    (site / "kratomlint.toml").write_text('select = ["dosage/notation", "consistency/doubled-word"]\n', "utf-8")
    for number in range(30):
        (site / f"{number:02}.md").write_text(SLIPS, encoding="utf-8")
    return site


@posix
@pytest.mark.parametrize(
    ("command", "name"),
    [(["check", "-q", "--fix", "."], "00.md"), (["baseline", "write"], ".kratomlint-baseline.json")],
    ids=["fix", "baseline"],
)
def test_what_is_written_into_a_project_is_old_or_new_whenever_the_writer_is_killed(
    command: list[str], name: str, slips: Path, cache: Path
) -> None:
    env = environment(cache)
    old = contents(slips)
    began = time.monotonic()
    assert kratomlint(*command, env=env).returncode == 0
    length, new = time.monotonic() - began, contents(slips)
    assert new[name] != old.get(name)
    chance = random.Random(6)
    for _ in range(10):
        for path in filter(Path.is_file, slips.iterdir()):
            path.unlink() if path.name not in old else path.write_bytes(old[path.name])
        running = subprocess.Popen([*KRATOMLINT, *command], env=env, start_new_session=True)
        # What is written is written at the end.
        time.sleep((0.6 + 0.4 * chance.random()) * length)
        os.killpg(running.pid, signal.SIGKILL)
        running.wait()
        left = contents(slips)
        assert [each for each in new if left.get(each) not in (old.get(each), new[each])] == []
    assert kratomlint(*command, env=env).returncode == 0
    assert {each: contents(slips)[each] for each in new} == new


@posix
def test_who_interrupts_a_long_run_is_told_so_and_sees_130(site: Path, cache: Path) -> None:
    # A run that would go on for minutes: it is never as quick as the one who stops it.
    (site / "long.md").write_text(FOUND * 300_000, encoding="utf-8")
    running = subprocess.Popen(
        [*KRATOMLINT, "check", "-j", "2", "."],
        env=environment(cache),
        stdout=-1,
        stderr=-1,
        encoding="utf-8",
        # Tests that run in the background of a shell are deaf to interrupts, and so would be what they start.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    time.sleep(1.5)
    running.send_signal(signal.SIGINT)
    out, err = running.communicate(timeout=60)
    assert (running.returncode, out, err.strip()) == (130, "", "Interrupted.")


def test_an_interrupt_waits_until_every_process_is_known_that_has_to_end() -> None:
    known = []
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with pytest.raises(KeyboardInterrupt), interrupted_afterwards():
            signal.raise_signal(signal.SIGINT)
            known.append("started")
    finally:
        signal.signal(signal.SIGINT, before)
    assert known == ["started"]


@posix
def test_workers_go_when_who_started_them_is_killed(site: Path, cache: Path) -> None:
    (site / "long.md").write_text(FOUND * 300_000, encoding="utf-8")
    read, write = os.pipe()
    command = [*KRATOMLINT, "check", "-j", "2", "."]
    running = subprocess.Popen(command, env=environment(cache), pass_fds=[write], start_new_session=True)
    os.close(write)
    time.sleep(2)
    running.kill()
    running.wait()
    # It ends when the last process that holds the other end has gone.
    assert os.read(read, 1) == b""
    os.close(read)


@posix
def test_a_worker_that_is_killed_is_a_trouble_at_most_and_the_others_finish(site: Path, cache: Path) -> None:
    (site / "long.md").write_text(FOUND * 20_000, encoding="utf-8")
    kill = (
        "import os, signal, sys; from kratomlint import cli, crew\n"
        "crew._ENOUGH = dict.fromkeys(crew._ENOUGH, 0); lint = crew._lint\n"
        "def killed(job, profiles):\n"
        "    if job.article.shown == '07.md' and os.getpid() != parent: os.kill(os.getpid(), signal.SIGKILL)\n"
        "    return lint(job, profiles)\n"
        "crew._lint = killed; parent = os.getpid(); sys.exit(cli.main(['check', '-q', '-j', '2', '.']))"
    )
    (site / "long.md").unlink()
    done = subprocess.run(
        [sys.executable, "-c", kill], env=environment(cache), capture_output=True, encoding="utf-8", check=False
    )
    assert (done.returncode, done.stdout.count("\n")) == (3, 29)
    assert done.stderr == (
        "07.md: trouble: the process that linted this file died; please report it, with the file if you may\n"
    )


def _interrupted(run: str, cache: Path) -> tuple[int, str, str]:
    """Return how a program that interrupts itself ends, and what it says."""
    done = subprocess.run(
        [sys.executable, "-c", run], env=environment(cache), capture_output=True, encoding="utf-8", timeout=300
    )
    return done.returncode, done.stdout, done.stderr.strip()


@posix
def test_who_interrupts_while_a_file_is_tried_alone_does_not_wait_for_it(site: Path, cache: Path) -> None:
    run = (
        "import os, signal, sys, time; from kratomlint import cli, crew\n"
        "crew._ENOUGH = dict.fromkeys(crew._ENOUGH, 0); lint = crew._lint; parent = os.getpid()\n"
        "def slow(job, hand):\n"
        "    if job.article.shown == '07.md': os.kill(os.getpid(), signal.SIGKILL)\n"
        "    if os.path.exists('died'): os.kill(parent, signal.SIGINT); time.sleep(600)\n"
        "    return lint(job, hand)\n"
        "def one_by_one(*given): open('died', 'w').close(); return alone(*given)\n"
        "alone, crew._one_by_one, crew._lint = crew._one_by_one, one_by_one, slow\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "sys.exit(cli.main(['check', '-q', '-j', '2', '.']))"
    )
    assert _interrupted(run, cache) == (130, "", "Interrupted.")


@posix
def test_an_interrupt_that_wakes_nobody_is_heard_all_the_same(site: Path, cache: Path) -> None:
    # The system gives it to a thread that sleeps, since the one that waits for the batches takes none; what comes in the
    # moment before a wait begins is heard as little.
    run = (
        "import os, signal, sys, threading, time; from kratomlint import cli, crew\n"
        "crew._ENOUGH = dict.fromkeys(crew._ENOUGH, 0); parent = os.getpid()\n"
        "def slow(job, hand): os.kill(parent, signal.SIGINT); time.sleep(600)\n"
        "crew._lint = slow; signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "threading.Thread(target=time.sleep, args=(600,), daemon=True).start()\n"
        "signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})\n"
        "sys.exit(cli.main(['check', '-q', '-j', '2', '.']))"
    )
    assert _interrupted(run, cache) == (130, "", "Interrupted.")


# The reader of the output


@posix
def test_a_reader_who_leaves_after_a_line_is_no_trouble(site: Path, cache: Path) -> None:
    (site / "00.md").write_text(f"# Kava\n\n{FOUND * 3000}", encoding="utf-8")
    running = subprocess.Popen(
        [*KRATOMLINT, "check", "."], env=environment(cache), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert running.stdout and running.stderr
    assert running.stdout.readline().startswith(b"00.md:3:6:")
    running.stdout.close()
    said = running.stderr.read()
    assert running.wait() == 1
    assert said.count(b"\n") == 1 and b"warnings in 30 files" in said


@posix
@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_a_stream_that_is_closed_is_no_traceback(closed: str, site: Path, cache: Path) -> None:
    command = f"{' '.join(KRATOMLINT)} check -q --format json {closed}"
    done = subprocess.run(["sh", "-c", command], env=environment(cache), capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr


@posix
def test_standard_input_that_is_closed_is_one_line(site: Path, cache: Path) -> None:
    command = f"{' '.join(KRATOMLINT)} check - <&-"
    done = subprocess.run(["sh", "-c", command], env=environment(cache), capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.endswith("Error: Standard input is closed: pipe an article into it.\n")


# The machine


STRANGE = {
    "C": {"LC_ALL": "C", "LANG": "C"},
    "Turkish": {"LC_ALL": "tr_TR.UTF-8"},
    "no such locale": {"LC_ALL": "xx_YY.latin1"},
    "time zone": {"TZ": ":/nonsense/\x01"},
    "no home": {"HOME": "/nonexistent/home"},
    "hash seed": {"PYTHONHASHSEED": "1"},
    "other seed": {"PYTHONHASHSEED": "4294967295"},
    "no terminal": {"TERM": "", "COLUMNS": "x", "LINES": "-1"},
}


def test_what_is_found_does_not_depend_on_the_machine(site: Path, cache: Path) -> None:
    (site / "30 ünïcode ☕.md").write_text(f"# Käva\n\n“Café” – {FOUND}", encoding="utf-8")
    arguments = ["check", "--format", "json", "--no-cache"]
    whole = kratomlint(*arguments, ".", env=environment(cache))
    assert whole.returncode == 1
    told = {(whole.returncode, whole.stdout, whole.stderr)}
    for number, strange in enumerate(STRANGE.values()):
        paths = sorted(path.name for path in site.glob("*.md"))
        random.Random(number).shuffle(paths)
        done = kratomlint(*arguments, "-j", str(1 + number % 3), *paths, env=environment(cache, **strange))
        told.add((done.returncode, done.stdout, done.stderr))
    assert told == {(whole.returncode, whole.stdout, whole.stderr)}


@posix
def test_without_a_home_nothing_is_kept_and_all_is_found(site: Path, tmp_path: Path) -> None:
    env = environment(HOME=str(tmp_path / "no" / "home"))
    for name in ("KRATOMLINT_CACHE_DIR", "XDG_CACHE_HOME", "HOME"):
        env.pop(name, None)
    done = kratomlint("check", "-q", "00.md", env={**env, "HOME": "/dev/null"})
    assert (done.returncode, done.stderr) == (1, "")


def test_a_clock_that_was_set_back_changes_nothing(site: Path, cache: Path) -> None:
    first = kratomlint("check", ".", env=environment(cache))
    for path in (*site.iterdir(), *cache.iterdir()):
        if path.is_file():
            os.utime(path, (4e9, 4e9))
    back = "import sys, time; time.time = lambda: 5.0; from kratomlint import cli; sys.exit(cli.main(['check', '.']))"
    done = subprocess.run(
        [sys.executable, "-c", back], env=environment(cache), capture_output=True, encoding="utf-8", check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (first.returncode, first.stdout, first.stderr)


# The cache


def test_many_processes_share_a_cache(site: Path, cache: Path) -> None:
    runs = [
        subprocess.Popen([*KRATOMLINT, "check", "."], env=environment(cache), stdout=-1, stderr=-1) for _ in range(4)
    ]
    told = {(*run.communicate(), run.returncode) for run in runs}
    assert len(told) == 1
    assert kratomlint("check", ".", env=environment(cache)).stdout.encode() == next(iter(told))[0]


@pytest.fixture
def full(tmp_path: Path) -> Iterator[Path]:
    """Return the mount point of a file system of half a megabyte."""
    place = tmp_path / "full"
    place.mkdir()
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        pytest.skip("only root may mount a small file system, on Linux")
    command = ["mount", "-t", "tmpfs", "-o", "size=512k,mode=700", "tmpfs", str(place)]
    if subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("no file system can be mounted here")
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True)


def fill(place: Path) -> None:
    with (place / "ballast").open("wb", buffering=0) as file:
        try:
            while True:
                file.write(b"x" * 4096)
        except OSError:
            return


@pytest.mark.parametrize("when", ["before", "between"])
def test_a_cache_on_a_full_disk_is_none(when: str, site: Path, full: Path, cache: Path) -> None:
    expected = kratomlint("check", "--no-cache", ".", env=environment(cache))
    if when == "between":
        kratomlint("check", "-q", "00.md", env=environment(full))
    fill(full)
    done = kratomlint("check", ".", env=environment(full))
    assert (done.returncode, done.stdout, done.stderr) == (expected.returncode, expected.stdout, expected.stderr)


def test_a_report_on_a_full_disk_leaves_the_old_one(site: Path, full: Path, cache: Path) -> None:
    (full / "report").write_text("old", encoding="utf-8")
    fill(full)
    done = kratomlint("check", "-q", "--output", str(full / "report"), ".", env=environment(cache))
    assert (done.returncode, done.stderr) == (3, f"kratomlint: {full / 'report'}: No space left on device\n")
    assert sorted(path.name for path in full.iterdir()) == ["ballast", "report"]
    assert (full / "report").read_text(encoding="utf-8") == "old"


@pytest.mark.parametrize(
    ("command", "name"),
    [(["check", "-q", "--fix"], "slips.md"), (["baseline", "write"], ".kratomlint-baseline.json")],
    ids=["fix", "baseline"],
)
def test_what_is_written_into_a_project_on_a_full_disk_stays_as_it_was(
    command: list[str], name: str, full: Path, cache: Path
) -> None:
    (full / "kratomlint.toml").write_text('select = ["dosage/notation", "consistency/doubled-word"]\n', "utf-8")
    (full / "slips.md").write_text(SLIPS, encoding="utf-8")
    (full / ".kratomlint-baseline.json").write_text('{"kratomlint-baseline": 1, "files": {}}\n', encoding="utf-8")
    fill(full)
    old = contents(full)
    done = kratomlint(*command, env=environment(cache), cwd=full)
    assert done.returncode == 3
    assert f"{name}: No space left on device" in done.stderr
    assert contents(full) == old


@posix
def test_a_cache_that_can_only_be_read_is_read(site: Path, cache: Path) -> None:
    first = kratomlint("check", ".", env=environment(cache))
    for path in cache.iterdir():
        path.chmod(0o400)
    cache.chmod(0o500)
    try:
        done = kratomlint("check", ".", env=environment(cache))
    finally:
        cache.chmod(0o700)
    assert (done.returncode, done.stdout, done.stderr) == (first.returncode, first.stdout, first.stderr)
