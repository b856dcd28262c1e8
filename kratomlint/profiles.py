"""Which checks look at which file. From the settings of a file to its profile; each is built once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kratomlint.catalogue import Catalogue, Profile, Selection, SelectionError, load_catalogue
from kratomlint.finding import Severity
from kratomlint.globs import Globs
from kratomlint.named import NamedTuple
from kratomlint.registry import Checks
from kratomlint.settings import Lookup, Settings, SettingsError
from kratomlint.settings_file import fault
from kratomlint.walk import Article


class Order(NamedTuple):
    """What a profile is built from: whose cards, and which of them."""

    project: Path | None
    selection: Selection


class Profiles:
    """The profiles of a run, by number. To another process only what they are built from travels."""

    def __init__(self) -> None:
        self._orders: list[Order] = []
        self._catalogues: dict[Path | None, Catalogue] = {}
        self._built: dict[tuple[int, bool], Profile] = {}

    def __getstate__(self) -> list[Order]:
        """Leave behind what holds compiled checks."""
        return self._orders

    def __setstate__(self, orders: list[Order]) -> None:
        self.__init__()  # type: ignore[misc]
        self._orders = orders

    def add(self, order: Order) -> int:
        """Return the number of the profile that an order asks for; raise `SelectionError`, `CardError`."""
        if order in self._orders:
            return self._orders.index(order)
        number = len(self._orders)
        self._orders.append(order)
        try:
            self.get(number)
        except Exception:
            # Who asks again is to be told again.
            self._orders.pop()
            raise
        return number

    def get(self, number: int, facts_only: bool = False) -> Profile:
        """Return the profile of that number, or the part of it that gathers facts for the corpus checks."""
        if (number, facts_only) not in self._built:
            self._built[number, facts_only] = self._build(number, facts_only)
        return self._built[number, facts_only]

    def catalogue(self, project: Path | None) -> Catalogue:
        """Return the catalogue of a project; raise `CardError`."""
        if project not in self._catalogues:
            self._catalogues[project] = load_catalogue(project)
        return self._catalogues[project]

    def _build(self, number: int, facts_only: bool) -> Profile:
        if facts_only:
            whole = self.get(number)
            return whole._replace(checks=Checks({}), digest=f"{whole.digest} facts")
        order = self._orders[number]
        return self.catalogue(order.project).choose(order.selection)


class Assigner:
    """Gives every article the number of its profile."""

    def __init__(self, lookup: Lookup, profiles: Profiles, *, isolated: bool = False) -> None:
        self._lookup = lookup
        self._profiles = profiles
        self._isolated = isolated
        self._numbers: dict[tuple[Path | None, Settings, tuple[str, ...]], int] = {}
        self._globs: dict[Settings, list[tuple[Globs, tuple[str, ...]]]] = {}

    def number_of(self, article: Article) -> int:
        """Return the number of the article's profile; raise `SettingsError`, `CardError`."""
        settings = self._lookup.settings_for(article.absolute)
        project = None if self._isolated else self._lookup.project_of(article.absolute)
        ignored = self._ignored(article, settings)
        key = (project, settings, ignored)
        if key not in self._numbers:
            try:
                every = (name for _, ids in settings.per_file_ignores for name in ids)
                list(self._profiles.catalogue(project).ids(every))
                self._numbers[key] = self._profiles.add(Order(project, selection(settings, ignored)))
            except SelectionError as error:
                raise explained(error, settings) from None
        return self._numbers[key]

    def _ignored(self, article: Article, settings: Settings) -> tuple[str, ...]:
        if settings not in self._globs:
            folder = str(settings.folder)
            self._globs[settings] = [(Globs(folder, [glob]), ids) for glob, ids in settings.per_file_ignores]
        return tuple(item for globs, ids in self._globs[settings] if globs.says(article.absolute) for item in ids)


def selection(settings: Settings, ignored: tuple[str, ...] = ()) -> Selection:
    """Return what the settings say about which checks run, without those `ignored` besides."""
    chosen = Selection(
        preset=settings.preset,
        select=settings.select,
        extend_select=settings.extend_select,
        ignore=(*settings.ignore, *ignored),
        severities={name: Severity[word] if word != "off" else None for name, word in settings.severity},
        subjects=settings.subjects,
    )
    return chosen if settings.published is None else chosen._replace(published=settings.published)


def explained(error: SelectionError, settings: Settings) -> SettingsError:
    """Return the error for a name that names nothing, shown where somebody wrote it."""
    what = str(error).partition(": did you mean")[0]
    remedy = f"Did you mean `{error.near}`?" if error.near else "`kratomlint checks` lists what there is."
    key = next((key for key, name in _names(settings) if name == error.pattern), "select")
    return fault(settings.origin(key), key, error.pattern, what, remedy)


def _names(settings: Settings) -> Iterator[tuple[str, str]]:
    """Yield every name in the settings with its key."""
    values: dict[str, Any] = {
        "preset": [settings.preset],
        "select": settings.select,
        "extend-select": settings.extend_select,
        "ignore": settings.ignore,
        "severity": [name for name, _ in settings.severity],
        "per-file-ignores": [name for _, ids in settings.per_file_ignores for name in ids],
        "subjects": settings.subjects,
    }
    return ((key, name) for key, names in values.items() for name in names)
