"""What a project asks of the linter, and who said so. Knows no article and no check: the catalogue says what exists."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from kratomlint import settings_file
from kratomlint.named import NamedTuple
from kratomlint.settings_file import KEYS as KEYS
from kratomlint.settings_file import Origin as Origin
from kratomlint.settings_file import SettingsError as SettingsError
from kratomlint.settings_file import shown
from kratomlint.source import MOST_BYTES

FILE_NAMES = ("kratomlint.toml", ".kratomlint.toml", "pyproject.toml")
# Where a project keeps cards of its own.
PROJECT_FOLDER = ".kratomlint"

# What a project knows and puts up with; the nearest above a file holds, where no setting names another.
BASELINE_NAME = ".kratomlint-baseline.json"
_MEGABYTE = 1_000_000

DEFAULT = Origin("default")
COMMAND_LINE = Origin("command line")


class Settings(NamedTuple):
    """The values that hold for a file.

    `folder`: what the globs of `exclude` and `per_file_ignores` are relative to. `published` None: the readers' list.
    `baseline` None: the nearest that is found; empty: none.
    `max_file_size`: in megabytes. `min_coverage`: of the words of a file, in percent, how many must be looked at.
    `origins`: by key as it is written (`extend-select`), of the values that somebody set.
    """

    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    per_file_ignores: tuple[tuple[str, tuple[str, ...]], ...] = ()
    exclude: tuple[str, ...] = ()
    severity: tuple[tuple[str, str], ...] = ()
    fail_on: str = "warning"
    max_file_size: int = MOST_BYTES // _MEGABYTE
    min_coverage: int = 0
    subjects: tuple[str, ...] = ()
    published: tuple[str, ...] | None = None
    required_version: str = ""
    preset: str = "default"
    baseline: str | None = None
    folder: Path = Path()
    origins: Mapping[str, Origin] = {}

    def __eq__(self, other: object) -> bool:
        """Say whether the same values hold, whoever set them."""
        return isinstance(other, Settings) and self[:-1] == other[:-1]

    def __ne__(self, other: object) -> bool:
        """Say whether other values hold; a tuple would ask who set them."""
        return not self == other

    def __hash__(self) -> int:
        """Let settings group the files that they hold for."""
        # Asked for every file: what tells most settings apart is enough.
        return hash((self.folder, self.preset, self.select, self.ignore))

    @property
    def most_bytes(self) -> int:
        """Return how large an article may be."""
        return self.max_file_size * _MEGABYTE

    def origin(self, key: str) -> Origin:
        """Say who set the value of `key`."""
        return self.origins.get(key, DEFAULT)


# What adds to the settings file when it is given on the command line; everything else replaces.
_ADDED = ("ignore", "extend-select", "exclude")


def merge(settings: Settings, options: Mapping[str, Any]) -> Settings:
    """Return the settings with what the command line says, by key; None says nothing."""
    given = {key: value for key, value in options.items() if value is not None}
    changes: dict[str, Any] = {}
    for key, value in given.items():
        name = key.replace("-", "_")
        changes[name] = (*getattr(settings, name), *value) if key in _ADDED else value
    return settings._replace(**changes, origins={**settings.origins, **dict.fromkeys(given, COMMAND_LINE)})


class Found(NamedTuple):
    """What holds in a folder: its settings, and the project that it belongs to and the baseline, if any."""

    settings: Settings
    project: Path | None
    baseline: Path | None


class _Known(NamedTuple):
    settings: Settings | None
    repository: Path | None
    # The nearest folder with settings or with cards of its own.
    home: Path | None
    baseline: Path | None


class Lookup:
    """Finds the settings of files, from the file upwards to the repository's root, asking each folder once.

    The nearest settings file holds alone. The project is the repository; without one, the folder of the settings file
    or of the project's own cards.
    """

    def __init__(
        self,
        options: Mapping[str, Any] | None = None,
        *,
        config: str | None = None,
        isolated: bool = False,
    ) -> None:
        self._options = options or {}
        self._isolated = isolated
        # Globs of a file that is named are relative to the working directory, as with other linters.
        self._fixed = _read(Path(config))._replace(folder=Path.cwd()) if config else None
        self._folders: dict[str, _Known] = {}
        self._answers: dict[str, Found] = {}
        self._files: dict[str, Found] = {}
        self._merged: dict[Settings, Settings] = {}

    def settings_for(self, path: str) -> Settings:
        """Return the settings that hold for the file at `path`; raise `SettingsError`."""
        return self._of(path).settings

    def project_of(self, path: str) -> Path | None:
        """Return the project that the file at `path` belongs to."""
        return self._of(path).project

    def baseline_of(self, path: str) -> Path | None:
        """Return the baseline in charge of the file at `path`."""
        return self._of(path).baseline

    def folder(self, folder: str) -> Found:
        """Return what holds for files in `folder`, an absolute path; raise `SettingsError`."""
        if folder not in self._answers:
            known = self._search(folder)
            chosen = self._fixed or known.settings or Settings(folder=Path.cwd())
            merged = merge(chosen, self._options)
            # One for all folders: whatever files are grouped by is compared for each of them.
            settings = self._merged.setdefault(merged, merged)
            self._answers[folder] = Found(settings, known.repository or known.home, _baseline(settings, known))
        return self._answers[folder]

    def _of(self, path: str) -> Found:
        # Of each file it is asked again and again.
        if (found := self._files.get(path)) is None:
            # Most are asked for by their absolute path, in a folder that was asked for.
            found = self._answers.get(os.path.dirname(path)) or self.folder(os.path.dirname(os.path.abspath(path)))  # noqa: PTH100, PTH120
            self._files[path] = found
        return found

    def _search(self, folder: str) -> _Known:
        """Ask the folder and those above it, up to the repository's root or the first that is known."""
        asked, here = [], Path(folder)
        while (known := self._folders.get(str(here))) is None:
            asked.append(here)
            in_repository = (here / ".git").exists()
            if in_repository or here == here.parent:
                known = _Known(None, here if in_repository else None, None, None)
                break
            here = here.parent
        for here in reversed(asked):
            known = self._folders[str(here)] = self._step(known, here)
        return known

    def _step(self, above: _Known, here: Path) -> _Known:
        own = None if self._isolated or self._fixed else _settings_in(here)
        is_home = own is not None or (here / PROJECT_FOLDER / "checks").is_dir()
        baseline = None if self._isolated else here / BASELINE_NAME
        return _Known(
            own or above.settings,
            above.repository,
            here if is_home else above.home,
            baseline if baseline and baseline.is_file() else above.baseline,
        )


def _baseline(settings: Settings, known: _Known) -> Path | None:
    if settings.baseline is None:
        return _inside(known.baseline, settings, known)
    if settings.origin("baseline") is COMMAND_LINE:
        return Path(settings.baseline).absolute() if settings.baseline else None
    # As with globs: what a settings file names lies beside it.
    place = Path(os.path.abspath(settings.folder / settings.baseline)) if settings.baseline else None  # noqa: PTH100
    return _inside(place, settings, known)


def _inside(place: Path | None, settings: Settings, known: _Known) -> Path | None:
    """Return the place; raise `SettingsError` where it, or what it links to, lies outside of the project.

    It is written to, and who writes it need not have read the settings of a stranger.
    """
    top = known.repository or known.home or settings.folder
    if place and not Path(os.path.realpath(place)).is_relative_to(os.path.realpath(top)):
        raise SettingsError(f"{shown(place)}: a baseline outside of the project\n    Name it with --baseline.")
    return place


def _settings_in(folder: Path) -> Settings | None:
    """Return the settings that stand in `folder`; two files that both set something are an error."""
    found: list[tuple[Path, Settings]] = []
    for name in FILE_NAMES:
        path = folder / name
        if path.is_file() and (settings := _written(path)):
            found.append((path, settings))
    if len(found) > 1:
        first, second = found[0][0], found[1][0]
        raise SettingsError(
            f"{shown(first)}: `{second.name}` beside it holds settings too\n"
            "    Keep the settings of a folder in one file."
        )
    return found[0][1] if found else None


def _read(path: Path) -> Settings:
    settings = _written(path)
    if settings is None:
        raise SettingsError(f"{shown(path)}: no table [tool.kratomlint]\n    Add it, or name another file.")
    return settings


def _written(path: Path) -> Settings | None:
    written = settings_file.read(path)
    if written is None:
        return None
    values = {key.replace("-", "_"): value for key, value in written.values.items()}
    return Settings(**values, folder=path.absolute().parent, origins=written.origins)
