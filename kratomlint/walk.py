"""Which files a run is about: from what was typed to articles. Opens folders and `.gitignore` files, and no article.

A file that is named is linted, unless its settings exclude it. In a folder those are taken that a reader is made for
and Git would not ignore; links are not followed there, so that no article is met twice.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path

from kratomlint.finding import Trouble
from kratomlint.globs import Globs, is_glob
from kratomlint.named import NamedTuple
from kratomlint.readers import SUFFIXES
from kratomlint.settings import PROJECT_FOLDER, Lookup, Settings
from kratomlint.settings_file import fault
from kratomlint.source import UnreadableError, read_bytes

# Folders that hold what others wrote, or nothing that a reader of the site sees.
SKIPPED = frozenset(
    {
        ".git",
        ".hg",
        ".svn",
        PROJECT_FOLDER,
        "node_modules",
        "bower_components",
        "site-packages",
        "__pycache__",
        "__pypackages__",
        ".venv",
        "venv",
        ".tox",
        ".nox",
        ".mypy_cache",
        ".pytest_cache",
        ".ruff_cache",
    }
)


class MissingPathError(Exception):
    """A path that was named and is not there, or is no file; the message is one line."""


class Article(NamedTuple):
    """A file to lint: its absolute path, which names and sorts it, and its path as the user would type it."""

    absolute: str
    shown: str

    @property
    def order(self) -> tuple[str, ...]:
        """Return what articles are sorted by: folder by folder, whatever folder is the working directory."""
        return tuple(self.absolute.split(os.sep))  # noqa: PTH206


class Walk(NamedTuple):
    """The articles of a run in the order of their paths, each once, and what could not be looked into."""

    articles: tuple[Article, ...]
    troubles: tuple[Trouble, ...]


class Walker:
    """Looks for articles, reading every `.gitignore` and every list of excludes once."""

    def __init__(self, lookup: Lookup, written: str | None = None) -> None:
        self._lookup = lookup
        # What a run writes it doesn't read the next time.
        self._written = os.path.abspath(written) if written else None  # noqa: PTH100
        self._excludes: dict[Settings, Globs] = {}
        self._ignores: dict[str, Globs] = {}
        self._troubles: list[Trouble] = []

    def expand(self, paths: Sequence[str], given: Collection[str] = ()) -> Walk:
        """Return the articles that `paths` name or hold; raise `MissingPathError`, `SettingsError`.

        `given` are paths whose characters are at hand, so that no file need be there.
        """
        found: dict[str, Article] = {}
        self._troubles = []
        for path in paths:
            for article in self._named(path, path in given):
                found.setdefault(article.absolute, article)
        troubles = sorted(self._troubles, key=lambda trouble: trouble.path)
        return Walk(tuple(sorted(found.values(), key=lambda article: article.order)), tuple(troubles))

    def _named(self, path: str, is_given: bool) -> Iterator[Article]:
        shown = os.path.normpath(path)
        article = Article(os.path.abspath(path), shown.replace(os.sep, "/"))  # noqa: PTH100
        if Path(path).is_dir() and not is_given:
            yield from self._folder(article)
            return
        if not Path(path).exists() and not is_given:
            what = "a link that leads nowhere" if Path(path).is_symlink() else "no such file or folder"
            raise MissingPathError(f"{path}: {what}")
        if not Path(path).is_file() and not is_given:
            raise MissingPathError(f"{path}: neither a file nor a folder")
        if not self._is_excluded(article.absolute, self._lookup.settings_for(article.absolute)):
            yield article

    def _folder(self, start: Article) -> Iterator[Article]:
        project = self._lookup.folder(start.absolute).project
        above = list(_folders_between(project, start.absolute))
        # Who names a folder that Git ignores wants what is in it.
        ignoring = [] if self._is_ignored(start.absolute + os.sep, above) else above
        if self._is_excluded(start.absolute + os.sep, self._lookup.folder(start.absolute).settings):
            return
        waiting = [(start, ignoring)]
        while waiting:
            folder, ignoring = waiting.pop()
            ignoring = [*ignoring, folder.absolute]
            settings = self._lookup.folder(folder.absolute).settings
            for entry in self._entries(folder):
                article = _inside(folder, entry.name)
                is_folder = entry.is_dir(follow_symlinks=False)
                path = article.absolute + os.sep if is_folder else article.absolute
                if not _is_wanted(entry, is_folder) or self._is_excluded(path, settings):
                    continue
                if path == self._written or self._is_ignored(path, ignoring):
                    continue
                if is_folder:
                    waiting.append((article, ignoring))
                else:
                    yield article

    def _entries(self, folder: Article) -> list[os.DirEntry[str]]:
        try:
            with os.scandir(folder.absolute) as entries:
                return list(entries)
        except OSError as error:
            self._troubles.append(Trouble(folder.shown, f"this folder cannot be looked into: {error.strerror}"))
            return []

    def _is_excluded(self, path: str, settings: Settings) -> bool:
        if not settings.exclude:
            return False
        if settings not in self._excludes:
            self._excludes[settings] = _excludes(settings)
        return bool(self._excludes[settings].says(path))

    def _is_ignored(self, path: str, folders: Iterable[str]) -> bool:
        """Say what the nearest `.gitignore` that speaks of `path` says."""
        for folder in reversed(list(folders)):
            if folder not in self._ignores:
                self._ignores[folder] = Globs(folder, _lines(Path(folder, ".gitignore")))
            said = self._ignores[folder].says(path)
            if said is not None:
                return said
        return False


def _is_wanted(entry: os.DirEntry[str], is_folder: bool) -> bool:
    if is_folder:
        return entry.name not in SKIPPED
    return entry.name.lower().endswith(SUFFIXES) and entry.is_file(follow_symlinks=False)


def _inside(folder: Article, name: str) -> Article:
    shown = name if folder.shown == "." else f"{folder.shown.rstrip('/')}/{name}"
    return Article(os.path.join(folder.absolute, name), shown)  # noqa: PTH118


def _folders_between(top: Path | None, folder: str) -> Iterator[str]:
    """Yield the folders above `folder` whose `.gitignore` reaches it, from the project's root down."""
    above = [str(parent) for parent in Path(folder).parents]
    if top is not None and str(top) in above:
        yield from reversed(above[: above.index(str(top)) + 1])


def _lines(path: Path) -> list[str]:
    try:
        return read_bytes(str(path)).decode("utf-8", "replace").splitlines()
    except UnreadableError:
        return []


def _excludes(settings: Settings) -> Globs:
    for glob in settings.exclude:
        if not is_glob(glob):
            origin = settings.origin("exclude")
            raise fault(origin, "exclude", glob, f"`{glob}` is no glob", "Write one as in a .gitignore file.")
    return Globs(str(settings.folder), settings.exclude)
