"""What holds for every test: no clock decides, and the same examples are drawn for everybody in CI."""

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from kratomlint import prepared
from kratomlint.roots import shipped

# A busy machine is slow to draw examples; that says nothing about the code.
_SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
settings.register_profile("here", deadline=None, max_examples=60, suppress_health_check=_SLOW)
settings.register_profile("ci", settings.get_profile("here"), derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")

# What takes minutes begins first, so that no worker waits at the end for another one's.
_LONGEST = ("test_spark.py", "test_growth.py", "test_docs.py", "test_lengthening.py", "test_report_page.py")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the longest files first; what is in a file stays in its order."""
    items.sort(key=lambda item: _LONGEST.index(item.path.name) if item.path.name in _LONGEST else len(_LONGEST))


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty repository, which is the working folder."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture(scope="session")
def prepared_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a cache in which the shipped checks are prepared, which takes two seconds, and nothing else is."""
    place = tmp_path_factory.mktemp("prepared") / "cache"
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("KRATOMLINT_CACHE_DIR", str(place))
        prepared.load((shipped(),))
    return place


@pytest.fixture
def cache(prepared_cache: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a cache of the test's own, without results: the one that is used."""
    place = tmp_path_factory.mktemp("cache") / "cache"
    shutil.copytree(prepared_cache, place)
    monkeypatch.setenv("KRATOMLINT_CACHE_DIR", str(place))
    return place
