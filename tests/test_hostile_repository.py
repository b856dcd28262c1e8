"""A linted repository is data: nothing in it is run, nothing outside it is read or written, nothing is asked of a network."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import kept_packs
import pytest

from kratomlint import cli

ROOT = Path(__file__).parents[1]
CARD = """\
title    = "Wonder"
message  = "“{hit}” promises a wonder. Say what was found."
severity = "warning"
why      = "Readers believe it."
sources  = ["House style"]
bad      = ["A >>wonder<< plant.", "Two >>wonders<<."]
good     = ["They call it a plant.", "No words here."]
"""
# What runs when it is imported, and what stands where a card may name a check.
EVIL = """\
from pathlib import Path
Path(__file__).with_name("owned").touch()
def find(document):
    return ()
"""
posix = pytest.mark.skipif(sys.platform == "win32", reason="files there are of fewer kinds")
Said = tuple[int, str, str]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder in which the shipped checks are prepared once for all tests."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture
def fresh(kratomlint: Callable[..., Said], monkeypatch: pytest.MonkeyPatch, tmp_path_factory) -> Callable[..., Said]:
    """Return the function of `kratomlint`, with a cache of its own in which there are no results yet."""
    kratomlint("checks")
    place = tmp_path_factory.mktemp("fresh") / "cache"
    shutil.copytree(os.environ["KRATOMLINT_CACHE_DIR"], place, ignore=shutil.ignore_patterns("*.sqlite"))
    monkeypatch.setenv("KRATOMLINT_CACHE_DIR", str(place))
    return kratomlint


@pytest.fixture
def kratomlint(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, home: Path
) -> Callable[..., Said]:
    """Return a function that runs a command in a repository with an article that claims something."""
    monkeypatch.setenv("KRATOMLINT_CACHE_DIR", str(home / "cache"))
    Path("a.md").write_text("# Kava\n\nKava relieves anxiety. A wonder.\n", encoding="utf-8")

    def kratomlint(*arguments: str) -> Said:
        code = cli.main(list(arguments))
        return code, *capsys.readouterr()

    return kratomlint


def write_card(method: str, name: str = "house/wonder") -> None:
    path = Path(".kratomlint/checks", f"{name}.toml")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"{CARD}{method}\n", encoding="utf-8")


# Nothing is run


@pytest.mark.parametrize(
    ("call", "command"),
    [
        *[(call, ["check"]) for call in ("evil:find", "os:system", "os.path:join(a)", "overclaim.efficacy")],
        *[("antigravity:x", [*command.split("|")]) for command in ("checks", "try|A wonder.", "test-checks")],
    ],
)
def test_a_card_of_a_project_names_no_code(call: str, command: list[str], kratomlint: Callable[..., Said]) -> None:
    Path("evil.py").write_text(EVIL, encoding="utf-8")
    write_card(f'code = "{call}"')
    code, out, err = kratomlint(*command)
    assert (code, out, err) == (
        2,
        "",
        "kratomlint: .kratomlint/checks/house/wonder.toml:8: a project's card names no code\n"
        f'    code = "{call}"\n'
        "    Only an installed package brings code (entry point `kratomlint.checks`). Use another method here.\n",
    )
    assert not {"evil", "antigravity"} & sys.modules.keys()


def test_a_card_of_a_project_may_say_otherwise_what_the_same_code_finds(kratomlint: Callable[..., Said]) -> None:
    shipped = (ROOT / "checks/overclaim/efficacy.toml").read_text(encoding="utf-8")
    assert "\ncode " in shipped
    path = Path(".kratomlint/checks/overclaim/efficacy.toml")
    path.parent.mkdir(parents=True)
    lines = ['message = "House style."' if line.startswith("message") else line for line in shipped.split("\n")]
    path.write_text("\n".join(lines), encoding="utf-8")
    assert "House style. [overclaim/efficacy]" in kratomlint("check")[1]


@pytest.mark.parametrize("check_id", ["caveat/legal", "suppression/unknown", "suppression/unused"])
def test_what_a_card_of_a_project_cannot_say_of_what_the_same_code_finds_is_told(
    check_id: str, kratomlint: Callable[..., Said]
) -> None:
    Path("b.md").write_text("One. <!-- kratomlint-disable-line --> <!-- kratomlint-x -->\n", encoding="utf-8")
    shipped = (ROOT / f"checks/{check_id}.toml").read_text(encoding="utf-8")
    path = Path(f".kratomlint/checks/{check_id}.toml")
    path.parent.mkdir(parents=True)
    lines = ['message = "It says {hitt}."' if line.startswith("message") else line for line in shipped.split("\n")]
    path.write_text("\n".join(lines), encoding="utf-8")
    code, out, err = kratomlint("check")
    assert (code, out) == (2, "")
    assert err == (
        f"kratomlint: {path.as_posix()}:2: no value is named `hitt`\n"
        '    message = "It says {hitt}."\n'
        "    Did you mean `hit`?\n"
    )


@pytest.mark.parametrize("name", ["unknown", "unused"])
def test_a_card_of_another_method_words_nothing_that_code_finds(name: str, kratomlint: Callable[..., Said]) -> None:
    Path("b.md").write_text("One. <!-- kratomlint-disable-line --> <!-- kratomlint-x -->\n", encoding="utf-8")
    write_card('swap.words = {"wonder" = "plant"}', f"suppression/{name}")
    path = Path(f".kratomlint/checks/suppression/{name}.toml")
    path.write_text(path.read_text(encoding="utf-8").replace("{hit}", "{instead}"), encoding="utf-8")
    code, out, _ = kratomlint("check", "--select", "suppression")
    assert code == 1
    assert "“plant”" in out and f"[suppression/{name}]" in out


MODULES = ("kratomlint_tea", "click", "regex", "pcre2", "yaml", "json", "sitecustomize", "conftest", "setup")


@pytest.mark.parametrize("module", ["-m kratomlint", "-c import sys; from kratomlint import cli; sys.exit(cli.main())"])
def test_no_module_that_lies_in_the_repository_is_imported(
    module: str, kratomlint: Callable[..., Said], tmp_path_factory: pytest.TempPathFactory
) -> None:
    for name in MODULES:
        Path(f"{name}.py").write_text(EVIL, encoding="utf-8")
    option, _, what = module.partition(" ")
    # `python -c`, unlike an installed command, looks in the working folder.
    options = [] if option == "-m" else ["-P"]
    done = subprocess.run(
        [sys.executable, *options, option, what, *["check", "-q", "-j", "2", "."]],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (1, "")
    assert not Path("owned").exists()


FRONT_MATTER = [
    "!!python/object/apply:os.system ['touch owned']",
    "!!python/object/new:subprocess.Popen [['touch', 'owned']]",
    "a: !!python/name:os.system",
    "a: !!python/module:antigravity",
    "a: &a [x, x, x, x, x, x, x, x, x]\n"
    + "\n".join(f"{new}: &{new} [{', '.join([f'*{old}'] * 9)}]" for old, new in zip("abcdefghi", "bcdefghij", strict=True)),
    "a: &a [*a]",
    "a: &a {b: *a}\n<<: *a",
    "[" * 5000,
    "a: " + "{b: " * 5000,
    "a: " + "9" * 5000,
    "? " * 5000,
]  # fmt: skip


@pytest.mark.parametrize("yaml", FRONT_MATTER, ids=range(len(FRONT_MATTER)))
def test_front_matter_is_data(yaml: str, kratomlint: Callable[..., Said]) -> None:
    Path("a.md").write_text(f"---\n{yaml}\n---\n\nKava relieves anxiety.\n", encoding="utf-8")
    code, out, _ = kratomlint("check", "--select", "overclaim/efficacy", "a.md")
    assert (code, out.count("\n")) == (1, 1)
    assert not Path("owned").exists()


@pytest.mark.parametrize(
    "text",
    ["a = " + "[" * 5000, "a = " + "{b = " * 5000, "a." * 3000 + "a = 1", "a = " + "9" * 5000, "[" * 5000, "a = nan"],
    ids=range(6),
)
@pytest.mark.parametrize("name", ["kratomlint.toml", "pyproject.toml", ".kratomlint/checks/house/wonder.toml"])
def test_toml_is_data(name: str, text: str, kratomlint: Callable[..., Said]) -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(f"# kratomlint\n{text}\n", encoding="utf-8")
    code, _, err = kratomlint("check", "a.md")
    assert code == (1 if name == "pyproject.toml" and text in ("a = nan", "a." * 3000 + "a = 1") else 2), err
    assert "Please report it" not in err


# Nothing else is read, nothing is written


@pytest.mark.parametrize("key", ["output", "cache-dir", "cache", "config", "plugins", "extends", "format", "checks"])
def test_no_setting_names_a_file_a_command_or_a_module(key: str, kratomlint: Callable[..., Said]) -> None:
    Path("kratomlint.toml").write_text(f'{key} = "../../owned"\n', encoding="utf-8")
    code, _, err = kratomlint("check")
    assert (code, err.partition("\n")[0]) == (2, f"kratomlint: kratomlint.toml:1: unknown key `{key}`")


@pytest.mark.parametrize("line", ['preset = "../../x"', 'subjects = ["../x"]', 'select = ["../../x"]', 'preset = "/x"'])
def test_a_name_in_the_settings_is_no_path(line: str, kratomlint: Callable[..., Said]) -> None:
    Path("kratomlint.toml").write_text(line, encoding="utf-8")
    code, _, err = kratomlint("check")
    assert (code, err.startswith("kratomlint: kratomlint.toml:1: no ")) == (2, True)


@pytest.mark.parametrize("text", ["[" * 99_999, '{"a":' * 99_999, "9" * 9_999, "null", "NaN"])
def test_a_baseline_is_data(text: str, kratomlint: Callable[..., Said]) -> None:
    Path(".kratomlint-baseline.json").write_text(text, encoding="utf-8")
    code, out, err = kratomlint("check")
    assert (code, out, "Please report it" in err) == (2, "", False), err


@posix
@pytest.mark.parametrize("way", ["above", "absolute", "link"])
@pytest.mark.parametrize("command", [["check"], ["baseline", "write"], ["baseline", "prune"]])
def test_a_baseline_outside_of_the_project_is_neither_read_nor_written(
    way: str, command: list[str], kratomlint: Callable[..., Said], tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside") / "private"
    outside.write_text("private", encoding="utf-8")
    if way == "link":
        Path(".kratomlint-baseline.json").symlink_to(outside)
    else:
        place = os.path.relpath(outside) if way == "above" else str(outside)
        Path("kratomlint.toml").write_text(f'baseline = "{place}"', encoding="utf-8")
    code, out, err = kratomlint(*command)
    assert (code, out, "a baseline outside of the project" in err) == (2, "", True)
    assert outside.read_text(encoding="utf-8") == "private"


@pytest.mark.parametrize("name", ["../../outside/card", "/tmp/card", "house/../../card", "house/..", "C:\\x/card"])
def test_a_new_card_is_written_where_cards_are(name: str, kratomlint: Callable[..., Said], project: Path) -> None:
    before = sorted(project.parent.rglob("*.toml"))
    assert kratomlint("new-check", name)[0] == 2
    assert sorted(project.parent.rglob("*.toml")) == before


@posix
@pytest.mark.parametrize(
    ("name", "target"),
    [("house/wonder.toml", "/dev/zero"), ("house", ".."), ("house", "/"), ("lexicons/hedges.toml", "/etc/passwd")],
)
def test_a_link_among_the_cards_is_told_and_not_followed(
    name: str, target: str, kratomlint: Callable[..., Said]
) -> None:
    path = Path(".kratomlint/checks", name)
    path.parent.mkdir(parents=True)
    path.symlink_to(target)
    code, out, err = kratomlint("check")
    assert (code, out) == (2, "")
    assert err == (f"kratomlint: .kratomlint/checks/{name}:1: a link is not followed\n    Put the file itself there.\n")


@posix
@pytest.mark.parametrize("kind", ["pipe", "device"])
@pytest.mark.parametrize(
    "name", [".gitignore", "kratomlint.toml", ".kratomlint-baseline.json", ".kratomlint/checks/house/a.toml"]
)
def test_what_is_no_file_is_not_waited_for(name: str, kind: str, kratomlint: Callable[..., Said]) -> None:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    if kind == "pipe":
        os.mkfifo(path)
    else:
        path.symlink_to("/dev/zero")
    code, out, err = kratomlint("check", "--select", "overclaim/efficacy", ".")
    is_told = name.endswith("/a.toml")
    assert (code, out.count("\n")) == ((2, 0) if is_told else (1, 1)), err


def test_a_glob_that_can_match_in_many_ways_hangs_nothing(kratomlint: Callable[..., Said]) -> None:
    for name in (".gitignore", "kratomlint.toml"):
        glob = "*a" * 40 + "*b"
        Path(name).write_text(glob if name == ".gitignore" else f'exclude = ["{glob}"]', encoding="utf-8")
    Path("kratomlint.toml").write_text(
        f'exclude = ["{glob}"]\nselect = ["overclaim/efficacy"]\n"per-file-ignores"."{glob}" = ["overclaim"]',
        encoding="utf-8",
    )
    Path("a" * 200 + ".md").write_text("Kava relieves anxiety.\n", encoding="utf-8")
    code, out, _ = kratomlint("check", ".")
    assert (code, out.count("\n")) == (1, 2)


# The network

COMMANDS = [
    ["check", "."],
    ["check", "--format", "sarif", "."],
    ["checks"],
    ["demo"],
    ["explain", "overclaim/efficacy"],
    ["settings"],
    ["try", "Kava relieves anxiety (https://example.org)."],
    ["test-checks", "overclaim/efficacy"],
    ["new-check", "house/other"],
    ["--version"],
    ["--help"],
]


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_no_command_asks_the_network(arguments: list[str], kratomlint: Callable[..., Said]) -> None:
    Path("a.md").write_text(
        '# Kava\n\n![](https://example.org/a.png) Kava relieves anxiety [1](http://localhost:1/x). <img src="//a.b/c">\n',
        encoding="utf-8",
    )
    forbid = (
        "import sys; from kratomlint import cli\n"
        "def audit(event, _):\n"
        "    if event.startswith(('socket.', 'urllib.', 'http.client', 'ftplib', 'webbrowser', 'subprocess', 'os.system',"
        " 'os.exec', 'os.posix_spawn')): os._exit(99)\n"
        f"sys.addaudithook(audit); sys.exit(cli.main({arguments!r}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", forbid], env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, check=False
    )
    assert done.returncode in (0, 1), done.stderr


# The cache


def cache_folder() -> Path:
    return Path(os.environ["KRATOMLINT_CACHE_DIR"])


@posix
def test_the_cache_is_for_nobody_else_to_see(fresh: Callable[..., Said]) -> None:
    fresh("check")
    assert cache_folder().stat().st_mode & 0o077 == 0
    assert {path.suffix for path in cache_folder().iterdir()} == {".sqlite", ".json"}


@posix
def test_a_cache_that_others_can_write_is_not_believed(fresh: Callable[..., Said]) -> None:
    honest = fresh("check")
    poison(lambda text: text.replace("relieves", "cures"))
    assert fresh("check") != honest
    cache_folder().chmod(0o777)
    assert fresh("check") == honest


def poison(change: Callable[[str], str]) -> None:
    """Forge what the cache holds, sums and all."""
    import sqlite3
    import zlib

    with sqlite3.connect(cache_folder() / "results.sqlite") as database:
        for key, value in database.execute("SELECT key, value FROM linted").fetchall():
            new = change(value)
            row = (new, zlib.crc32(new.encode()), key)
            database.execute("UPDATE linted SET value = ?, sum = ? WHERE key = ?", row)
    database.close()


@pytest.mark.parametrize("forged", ["what is asked of all", "the line of each card"])
def test_a_forged_catalogue_runs_no_other_code(forged: str, fresh: Callable[..., Said]) -> None:
    honest = fresh("check", "--no-cache")
    kept = max(cache_folder().glob("checks-*.json"), key=lambda path: path.stat().st_mtime_ns)
    head, parts = kept_packs.read(kept)
    ways = head["cards"]
    cards = [json.loads(part) for part in parts[-len(ways) :]]
    assert [card["id"] for card in cards] == list(ways)
    for card in cards:
        if card["method"] == "code" and forged == "what is asked of all":
            ways[card["id"]][1]["call"] = "antigravity:x"
        elif card["method"] == "code":
            card["look"]["call"] = "antigravity:x"
        elif forged != "what is asked of all":
            card["method"] = "code"
    kept_packs.write(kept, head, parts[: -len(ways)] + [json.dumps(card).encode() for card in cards])
    assert fresh("check", "--no-cache") == honest
    assert "antigravity" not in sys.modules


def test_a_result_that_is_none_is_found_anew(fresh: Callable[..., Said]) -> None:
    honest = fresh("check")
    poison(lambda _: "[" * 9999)
    assert fresh("check") == honest


@posix
@pytest.mark.parametrize("kind", ["pipe", "folder", "link", "empty"])
def test_whatever_stands_in_the_place_of_the_cache_is_no_trouble(kind: str, fresh: Callable[..., Said]) -> None:
    honest = fresh("check", "--no-cache")
    fresh("check")
    for path in cache_folder().iterdir():
        path.unlink()
        if kind == "pipe":
            os.mkfifo(path)
        elif kind == "folder":
            path.mkdir()
        elif kind == "link":
            path.symlink_to("/dev/zero")
        else:
            path.touch()
    assert fresh("check") == honest


# Patterns


def catastrophe(name: str) -> str:
    """Write an article on which the pattern of a card tries for ever; one text for each of the two engines."""
    write_card("find.pattern = '''(?:(?:a|aa)+)+$'''", f"{name}/evil")
    write_card('find.words = ["wonder"]', f"{name}/good")
    Path("plain.md").write_text(f"A wonder.\n\nA wonder {'a' * 60}, x.\n", encoding="utf-8")
    Path("odd.md").write_text(f"A wonder.\n\nA wonder² {'a' * 60}², x.\n", encoding="utf-8")
    return name


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_pattern_that_tries_for_ever_is_a_trouble_that_names_its_card_and_the_others_speak(
    jobs: str, kratomlint: Callable[..., Said], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kratomlint.language.budget._SECONDS", 0.2)
    catastrophe("house")
    code, out, err = kratomlint("check", "--quiet", "-j", jobs, "--select", "house", ".")
    assert code == 3, out + err
    assert out.count("odd.md:") == 2 and out.count("plain.md:") == 2
    assert err.splitlines() == [
        f"{name}: trouble: house/evil took too long here; its findings are missing. Its pattern can match in too many ways:"
        " have it say in one way what it looks for [house/evil]"
        for name in ("odd.md", "plain.md")
    ]


@pytest.mark.parametrize(
    "method",
    [
        "find.pattern = '''(?:a?){16}a{16}b'''",
        "find.pattern = '''(?:(?:a|aa)+)+!'''",
        "find.pattern = '''(?:.*a){12}b'''",
        'find.words = ["a*a*a*a*a*a*a*a*a*a*a*b"]',
        'swap.words = {"a" = "b"}\nswap.skip = ["a*a*a*a*a*a*a*a*a*a*b"]',
    ],
)
def test_no_pattern_that_grows_with_its_text_hangs_a_run(
    method: str, kratomlint: Callable[..., Said], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kratomlint.language.budget._SECONDS", 0.2)
    monkeypatch.setattr("kratomlint.language.budget._CHARACTERS_A_SECOND", 1e9)
    write_card(method)
    Path("a.md").write_text(f"A {'a' * 1500} word.\n\nA a² {'a' * 400}².\n", encoding="utf-8")
    code, _, err = kratomlint("check", "--quiet", "--select", "house", "a.md")
    assert (code in (0, 1) and not err) or (code == 3 and "house/wonder took too long here" in err)
