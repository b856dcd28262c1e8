"""One file of many that are compared."""

from __future__ import annotations

from pathlib import Path

from kratomlint.catalogue import Profile
from kratomlint.finding import FileResult
from kratomlint.named import NamedTuple


class Member(NamedTuple):
    """A file of the corpus. `named`: somebody asked for it, so that findings in it are told.

    `key`: names what it tells the checks; without one, nobody knows whether that is what it told before.
    """

    result: FileResult
    project: Path | None
    profile: Profile
    named: bool
    key: bytes = b""
