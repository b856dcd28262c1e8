"""Where cards, lexicons, subjects and presets lie: shipped, of installed plug-ins, of the project. Opens none of them.

A wheel carries `checks/` inside the package, a checkout has it beside; below `roots` all is a `Traversable`.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from kratomlint.named import NamedTuple

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

ENTRY_POINTS = "kratomlint.checks"
PROJECT_FOLDER = ".kratomlint/checks"


class Root(NamedTuple):
    """A folder of packs and the name under which messages speak of it."""

    folder: Traversable
    label: str


def roots(project: Path | None = None) -> tuple[Root, ...]:
    """Return the folders of packs that hold: shipped, of installed plug-ins, of the project."""
    found = [shipped(), *_plugins()]
    if project is not None and (project / PROJECT_FOLDER).is_dir():
        found.append(Root(project / PROJECT_FOLDER, PROJECT_FOLDER))
    return tuple(found)


def shipped() -> Root:
    """Return the folder of the checks that come with kratomlint."""
    package = Path(__file__).parent
    for folder in (package / "checks", package.parent / "checks"):
        if folder.is_dir():
            return Root(folder, "checks")
    # In an archive nothing is a folder. Importing this takes longer than all the rest here.
    from importlib.resources import files

    return Root(files("kratomlint") / "checks", "checks")


def _plugins() -> Iterator[Root]:
    # Importing importlib.metadata costs more than reading every card; most installations have no plug-in.
    if not _may_have_plugins():
        return
    from importlib.metadata import entry_points
    from importlib.resources import files

    for point in sorted(entry_points(group=ENTRY_POINTS), key=lambda point: point.name):
        folder = files(point.value) / "checks"
        if folder.is_dir():
            yield Root(folder, f"{point.value}/checks")


def _may_have_plugins() -> bool:
    for place in sys.path:
        try:
            with os.scandir(place or ".") as entries:
                packages = [entry.path for entry in entries if entry.name.endswith((".dist-info", ".egg-info"))]
        except OSError:
            continue
        if any(map(_has_entry_points, packages)):
            return True
    return False


def _has_entry_points(package: str) -> bool:
    try:
        # Every package is asked, and `Path` takes longer than the file.
        with open(f"{package}/entry_points.txt", "rb") as file:  # noqa: PTH123
            return f"[{ENTRY_POINTS}]".encode() in file.read()
    except OSError:
        return False
