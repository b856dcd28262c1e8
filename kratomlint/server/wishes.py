"""What the person at the editor wants, from the editor's own settings. Opens no file.

The words are those of a settings file, and hold as if they were given on the command line: they add to the settings of
the article or replace them. `config` and `isolated` are the options of that name.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from kratomlint.run import Options
from kratomlint.settings_file import KEYS, SettingsError, spoken

SECTION = "kratomlint"

_WHO = "the editor's settings"
_OTHERS = ("config", "isolated")


def options(said: object, root: Path | None) -> Options:
    """Return what the editor's settings say, `config` relative to `root`; raise `SettingsError`."""
    values = _ours(said)
    config, isolated = values.pop("config", None), values.pop("isolated", None)
    if config is not None and not (isinstance(config, str) and config):
        raise SettingsError(f"{_WHO}: `config` must be a path\n    Write the path of a settings file, or null.")
    if isolated is not None and not isinstance(isolated, bool):
        raise SettingsError(f"{_WHO}: `isolated` must be true or false\n    Write true or false.")
    settings = spoken({key: value for key, value in values.items() if value is not None}, _WHO)
    # One process: an editor's machine has more to do than to lint.
    return Options(
        settings=settings,
        config=str((root or Path()) / config) if config else None,
        isolated=bool(isolated),
        jobs=1,
    )


def _ours(said: object) -> dict[str, Any]:
    """Return our part of what an editor sends: under our name, or alone."""
    if not isinstance(said, Mapping):
        return {}
    if SECTION in said:
        own = said[SECTION]
        return dict(own) if isinstance(own, Mapping) else {}
    # Some editors send the settings of other servers along.
    return {key: value for key, value in said.items() if key in (*KEYS, *_OTHERS)}
