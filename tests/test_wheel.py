"""What is installed is what lies in the checkout: pre-commit installs the wheel, never the checkout."""

import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKS = sorted(path for path in (ROOT / "checks").rglob("*.toml"))


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel with what is installed here; nothing is fetched."""
    built = tmp_path_factory.mktemp("wheel")
    python("-m", "build", "--wheel", "--no-isolation", "--outdir", str(built), str(ROOT), folder=ROOT)
    return next(built.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Unpack the wheel into a fresh folder, as pip does with a wheel of pure Python."""
    folder = tmp_path_factory.mktemp("site")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def python(*arguments: str, folder: Path, path: Path | None = None) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONUTF8": "1", "NO_COLOR": "1", "PYTHONDONTWRITEBYTECODE": "1"}
    environment.pop("PYTHONPATH", None)
    if path is not None:
        environment["PYTHONPATH"] = str(path)
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode in (0, 1), done.stdout + done.stderr
    return done


def kratomlint(*arguments: str, installed: Path, folder: Path) -> subprocess.CompletedProcess[str]:
    where = python("-c", "import kratomlint; print(kratomlint.__file__)", folder=folder, path=installed)
    assert Path(where.stdout.strip()).is_relative_to(installed)
    return python("-m", "kratomlint", *arguments, folder=folder, path=installed)


def test_the_wheel_is_pure_and_typed(wheel: Path) -> None:
    assert wheel.name.endswith("-py3-none-any.whl")
    assert "kratomlint/py.typed" in zipfile.ZipFile(wheel).namelist()


def test_the_wheel_carries_every_card_list_and_preset(wheel: Path) -> None:
    inside = {name for name in zipfile.ZipFile(wheel).namelist() if name.startswith("kratomlint/checks/")}
    assert {f"kratomlint/{path.relative_to(ROOT).as_posix()}" for path in PACKS} <= inside


def test_the_wheel_carries_the_licence_and_the_command(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert any(name.endswith("dist-info/licenses/LICENSE") for name in names)
    entry_points = next(name for name in names if name.endswith("entry_points.txt"))
    assert "kratomlint = kratomlint.cli:main" in zipfile.ZipFile(wheel).read(entry_points).decode()


def test_the_wheel_carries_the_page_of_the_report(wheel: Path) -> None:
    folder = ROOT / "kratomlint" / "reporters" / "html"
    files = {path for ending in ("html", "css", "js") for path in folder.rglob(f"*.{ending}")}
    assert len(files) > 3
    assert {path.relative_to(ROOT).as_posix() for path in files} <= {*zipfile.ZipFile(wheel).namelist()}


def test_nothing_of_the_workshop_is_in_the_wheel(wheel: Path) -> None:
    top = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert {name for name in top if not name.endswith(".dist-info")} == {"kratomlint"}


def test_the_installed_linter_knows_every_check(installed: Path, tmp_path: Path) -> None:
    listed = kratomlint("checks", installed=installed, folder=tmp_path).stdout
    cards = [path for path in PACKS if path.parent.name not in ("lexicons", "subjects", "presets")]
    shown = set(re.findall(r"[a-z0-9-]+/[a-z0-9-]+", listed))
    assert {f"{path.parent.name}/{path.stem}" for path in cards} <= shown


def test_the_installed_demo_prints_what_the_checkout_prints(installed: Path, tmp_path: Path) -> None:
    demo = kratomlint("demo", installed=installed, folder=tmp_path)
    assert demo.returncode == 0
    assert "[overclaim/efficacy]" in demo.stdout
    assert demo.stdout == python("-m", "kratomlint", "demo", folder=tmp_path, path=ROOT).stdout


def test_the_installed_linter_reads_an_article(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# Kava\n\nKava relieves anxiety.\n", encoding="utf-8")
    done = kratomlint("check", "--isolated", "--no-cache", "a.md", installed=installed, folder=tmp_path)
    assert "a.md:3:" in done.stdout
    assert done.returncode == 1
