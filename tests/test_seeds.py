"""What is found in the example articles, and that the careful ones are left alone.

Where a finding is meant to move, `kratomlint seeds update` writes the new expectation: read the difference first.
"""

from functools import cache
from pathlib import Path

import pytest

from kratomlint import source
from kratomlint.catalogue import Profile, Selection
from kratomlint.lint import lint
from kratomlint.scoring import articles, expected_lines, read_marks, score
from kratomlint.testing import catalogue_of, lint_together

SEEDS = Path(__file__).parent.parent / "seeds"
FOLDERS = sorted({path.parent for path in articles(SEEDS)})
MARKED = sorted({mark for path in (SEEDS / "bad").rglob("*.marks.tsv") for _, mark in read_marks(path)[0]})

of_every_folder = pytest.mark.parametrize(
    "folder", FOLDERS, ids=[path.relative_to(SEEDS).as_posix() for path in FOLDERS]
)


@cache
def profile(preset: str = "default") -> Profile:
    return catalogue_of().choose(Selection(preset=preset))


@of_every_folder
def test_what_is_found_is_what_is_expected(folder: Path) -> None:
    assert list(expected_lines(folder, profile())) == (folder / "expected.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("path", articles(SEEDS / "clean"), ids=lambda path: path.name)
def test_a_careful_article_is_left_alone(path: Path) -> None:
    article = source.decode(path.read_bytes(), path.name)
    assert [f"{finding.check_id}: {finding.excerpt}" for finding in lint_together([article], profile())] == []


@pytest.mark.parametrize("mark", MARKED)
def test_every_mark_of_an_editor_is_found_somewhere(mark: str) -> None:
    assert marks_found().get(mark, 0) > 0


@cache
def marks_found() -> dict[str, int]:
    return {mark: one.found for mark, one in score(SEEDS / "bad", profile()).items()}


@of_every_folder
@pytest.mark.parametrize("preset", sorted(catalogue_of().presets))
def test_no_check_of_any_preset_breaks_on_an_article(folder: Path, preset: str) -> None:
    for path in (path for path in articles(folder) if path.parent == folder):
        assert lint(source.decode(path.read_bytes(), path.name), profile(preset)).troubles == ()
