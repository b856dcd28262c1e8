"""What holds at a place: its settings, the catalogue of its project, and the checks that are on."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from kratomlint.catalogue import Catalogue, Profile, SelectionError, load_catalogue
from kratomlint.commands import options
from kratomlint.named import NamedTuple
from kratomlint.profiles import explained, selection
from kratomlint.settings import Lookup, Settings


class Project(NamedTuple):
    """The catalogue and the profile that hold at a place."""

    folder: Path | None
    catalogue: Catalogue
    profile: Profile

    @property
    def on(self) -> frozenset[str]:
        """Return the ids of the checks that run."""
        return frozenset({*self.profile.checks.ids, *(check.card.id for check in self.profile.corpus_checks)})


def project_at(path: str, chosen: Mapping[str, Any]) -> Project:
    """Return what holds for the file or folder at `path` with the options of `options.selecting`."""
    found = lookup_for(chosen).folder(str(_folder_of(path)))
    settings, project = found.settings, None if chosen.get("isolated") else found.project
    catalogue = load_catalogue(project)
    try:
        return Project(project, catalogue, catalogue.choose(selection(settings)))
    except SelectionError as error:
        raise explained(error, settings) from None


def settings_at(path: str, chosen: Mapping[str, Any]) -> Settings:
    """Return the settings that hold for the file or folder at `path`."""
    return lookup_for(chosen).folder(str(_folder_of(path))).settings


def _folder_of(path: str) -> Path:
    place = Path(path).absolute()
    return place if place.is_dir() else place.parent


def lookup_for(chosen: Mapping[str, Any]) -> Lookup:
    """Return where settings are looked up, with the options of `options.selecting`."""
    isolated = bool(chosen.get("isolated"))
    return Lookup(options.selected(chosen), config=chosen.get("config"), isolated=isolated)
