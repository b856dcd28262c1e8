from pathlib import Path

import pytest

from kratomlint.card_text import MOST_PROBLEMS
from kratomlint.settings import COMMAND_LINE, DEFAULT, KEYS, Lookup, Settings, SettingsError, merge
from kratomlint.settings_file import allows, fault


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def settings_of(path: str) -> Settings:
    return Lookup().settings_for(path)


def error_of(path: str = "a.md") -> str:
    with pytest.raises(SettingsError) as error:
        settings_of(path)
    return str(error.value)


@pytest.mark.parametrize("name", ["kratomlint.toml", ".kratomlint.toml"])
def test_settings_are_read_from_either_file_name(project: Path, name: str) -> None:
    write(project / name, 'select = ["dosage"]')
    assert settings_of("a.md").select == ("dosage",)


def test_settings_are_read_from_pyproject(project: Path) -> None:
    write(project / "pyproject.toml", '[project]\nname = "x"\n[tool.kratomlint]\nfail-on = "error"\n')
    settings = settings_of("docs/a.md")
    assert (settings.fail_on, str(settings.origin("fail-on"))) == ("error", "pyproject.toml:4")


def test_a_pyproject_without_our_table_is_passed_by(project: Path) -> None:
    write(project / "kratomlint.toml", 'select = ["dosage"]')
    write(project / "docs/pyproject.toml", '[project]\nname = "kratomlint"\n')
    assert settings_of("docs/a.md").select == ("dosage",)


def test_the_nearest_settings_file_holds_alone(project: Path) -> None:
    write(project / "kratomlint.toml", 'select = ["dosage"]\nfail-on = "error"\n')
    write(project / "docs/kratomlint.toml", 'ignore = ["language"]\n')
    near = settings_of("docs/deep/a.md")
    assert (near.select, near.ignore, near.fail_on) == ((), ("language",), "warning")


def test_settings_above_the_repository_do_not_hold(tmp_path: Path) -> None:
    write(tmp_path / "kratomlint.toml", 'select = ["dosage"]')
    (tmp_path / "repository/.git").mkdir(parents=True)
    assert settings_of(str(tmp_path / "repository/a.md")).select == ()


def test_the_working_directory_does_not_matter(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(project / "kratomlint.toml", 'select = ["dosage"]')
    (project / "elsewhere").mkdir()
    here = settings_of("docs/a.md")
    monkeypatch.chdir(project / "elsewhere")
    there = settings_of("../docs/a.md")
    assert (there == here, there != here) == (True, False)


def test_an_unknown_key_shows_its_line_and_the_nearest_known(project: Path) -> None:
    write(project / "kratomlint.toml", 'fail-on = "error"\nselct = ["dosage"]\n')
    assert error_of() == 'kratomlint.toml:2: unknown key `selct`\n    selct = ["dosage"]\n    Did you mean `select`?'


def test_a_key_with_underscores_is_told_its_hyphens(project: Path) -> None:
    write(project / "kratomlint.toml", 'fail_on = "error"\n')
    assert "Did you mean `fail-on`?" in error_of()


def test_every_fault_is_said_at_once(project: Path) -> None:
    write(project / "kratomlint.toml", "a-key = 1\nb-key = 2\n")
    assert "kratomlint.toml:1: " in error_of()
    assert "kratomlint.toml:2: " in error_of()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('\nselect = "dosage"', "kratomlint.toml:2: `select` must be a list of texts"),
        ("\nignore = [1]", "kratomlint.toml:2: `ignore` must be a list of texts"),
        ('\nfail-on = "warnings"', "Did you mean `warning`?"),
        ("\npreset = 3", "kratomlint.toml:2: `preset` must be a text"),
        ('[severity]\n"dosage" = "eror"', "kratomlint.toml:2: the severity of `dosage` cannot be `eror`"),
        ('\nseverity = "error"', "kratomlint.toml:2: `severity` must be a table"),
        ('\nper-file-ignores = {"*.md" = "dosage"}', "kratomlint.toml:2: what `*.md` ignores must be a list of texts"),
        ('\nrequired-version = "new"', "kratomlint.toml:2: `required-version` is not a range of versions"),
        ("\nselect = [", "kratomlint.toml:2: not valid TOML"),
    ],
)
def test_a_wrong_value_is_an_error_on_its_line(project: Path, text: str, said: str) -> None:
    write(project / "kratomlint.toml", text)
    assert said in error_of()


def test_a_table_of_ours_that_is_no_table_is_an_error(project: Path) -> None:
    write(project / "pyproject.toml", "[tool]\nkratomlint = true\n")
    assert error_of().startswith("pyproject.toml:2: `tool.kratomlint` must be a table")


def test_a_project_that_requires_another_version_says_so_before_anything_else(project: Path) -> None:
    write(project / "kratomlint.toml", 'key-of-the-future = 1\nrequired-version = ">=99"\n')
    assert "the project requires >=99" in error_of()
    assert "key-of-the-future" not in error_of()


@pytest.mark.parametrize(
    ("specifier", "version", "met"),
    [
        (">=0.1,<0.2", "0.1.5", True),
        (">=0.1, <0.2", "0.2.0", False),
        ("0.1.0", "0.1", True),
        ("==0.1.*", "0.1.7", True),
        ("!=0.1.*", "0.1.7", False),
        ("~=0.1.2", "0.1.9", True),
        ("~=0.1.2", "0.2.0", False),
        (">0.1", "0.1.0", False),
        (">=0.10", "0.9", False),
    ],
)
def test_versions_are_compared_by_number(specifier: str, version: str, met: bool) -> None:
    assert allows(specifier, version) is met


def test_two_settings_files_in_one_folder_are_an_error(project: Path) -> None:
    write(project / "kratomlint.toml", "")
    write(project / "pyproject.toml", '[tool.kratomlint]\nfail-on = "error"\n')
    assert "kratomlint.toml: `pyproject.toml` beside it holds settings too" in error_of()


def test_a_settings_file_that_is_not_utf8_is_one_clear_message(project: Path) -> None:
    (project / "kratomlint.toml").write_bytes(b"select = ['\xff']")
    assert error_of() == "kratomlint.toml: not UTF-8\n    Save the file as UTF-8."


def test_a_byte_order_mark_is_no_fault(project: Path) -> None:
    (project / "kratomlint.toml").write_bytes(b"\xef\xbb\xbffail-on = 'error'")
    assert settings_of("a.md").fail_on == "error"


def test_each_value_knows_who_set_it(project: Path) -> None:
    write(project / "kratomlint.toml", '\n\nselect = ["dosage"]\n')
    settings = Lookup({"fail-on": "never"}).settings_for("a.md")
    origins = [settings.origin(key) for key in ("select", "fail-on", "ignore")]
    assert list(map(str, origins)) == ["kratomlint.toml:3", "command line", "default"]
    assert origins[1:] == [COMMAND_LINE, DEFAULT]


def test_the_command_line_replaces_what_is_selected_and_adds_to_what_is_ignored() -> None:
    settings = merge(Settings(select=("a",), ignore=("b",)), {"select": ("c",), "ignore": ("d",), "fail-on": None})
    assert (settings.select, settings.ignore, settings.fail_on) == (("c",), ("b", "d"), "warning")


def test_isolated_reads_no_settings_file(project: Path) -> None:
    write(project / "kratomlint.toml", "broken")
    assert Lookup(isolated=True).settings_for("a.md").select == ()


def test_a_named_settings_file_holds_instead_of_those_found(project: Path) -> None:
    write(project / "kratomlint.toml", "broken")
    write(project / "other.toml", 'select = ["dosage"]')
    assert Lookup(config="other.toml").settings_for("docs/a.md").select == ("dosage",)


def test_a_named_settings_file_that_is_missing_is_an_error(project: Path) -> None:
    with pytest.raises(SettingsError, match=r"^none\.toml: cannot be read: "):
        Lookup(config="none.toml")


def test_the_project_is_the_repository(project: Path) -> None:
    write(project / "docs/kratomlint.toml", "")
    assert Lookup().project_of("docs/deep/a.md") == project


def test_without_a_repository_the_project_is_where_the_settings_are(tmp_path: Path) -> None:
    write(tmp_path / "site/kratomlint.toml", "")
    assert Lookup().project_of(str(tmp_path / "site/docs/a.md")) == tmp_path / "site"


def test_a_folder_is_asked_once_however_many_files_it_holds(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Path] = []
    is_file = Path.is_file
    monkeypatch.setattr(Path, "is_file", lambda path: bool(asked.append(path)) or is_file(path))
    lookup = Lookup()
    for number in range(50):
        lookup.settings_for(f"docs/{number}.md")
    assert len(asked) == len(set(asked)) == 8


def test_a_pattern_that_names_nothing_is_shown_where_it_is_written(project: Path) -> None:
    write(project / "kratomlint.toml", 'select = [\n  "dosage",\n  "overclam",\n]\n')
    origin = settings_of("a.md").origin("select")
    assert str(fault(origin, "select", "overclam", "no check is called so", "Did you mean `overclaim`?")) == (
        'kratomlint.toml:3: no check is called so\n    "overclam",\n    Did you mean `overclaim`?'
    )


def test_a_pattern_of_the_command_line_is_shown_as_it_was_typed() -> None:
    error = fault(COMMAND_LINE, "select", "overclam", "no check is called so", "Did you mean `overclaim`?")
    assert str(error) == "--select overclam: no check is called so\n    Did you mean `overclaim`?"


def test_every_key_is_a_value_of_the_settings() -> None:
    values = {name.replace("_", "-") for name in Settings._fields} - {"folder", "origins"}
    assert set(KEYS) == values


@pytest.mark.parametrize("text", ['"a\\nb" = 1', 'fail-on = "a\\nb"', 'per-file-ignores = {"a\\nb" = 1}'])
def test_a_name_that_holds_a_line_end_is_told_on_one_line(project: Path, text: str) -> None:
    write(project / "kratomlint.toml", text)
    place, shown, remedy = error_of().split("\n")
    assert place.startswith("kratomlint.toml:1: ") and "a b" in place
    assert shown == f"    {text}"
    assert remedy.startswith("    ")


def test_of_very_many_faults_the_first_are_told(project: Path) -> None:
    write(project / "kratomlint.toml", "".join(f"key{number} = 1\n" for number in range(2000)))
    assert error_of().count("unknown key") == MOST_PROBLEMS
