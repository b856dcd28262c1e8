"""The command line as a test runs it: what was said on which stream, and the exit code."""

from collections.abc import Callable
from typing import NamedTuple

import pytest

from kratomlint import cli


class Said(NamedTuple):
    """What a command said, and its exit code."""

    code: int
    out: str
    err: str


Kratomlint = Callable[..., Said]


def command(capsys: pytest.CaptureFixture[str]) -> Kratomlint:
    """Return the command, run in this process."""

    def run(*arguments: str) -> Said:
        code = cli.main(list(arguments))
        return Said(code, *capsys.readouterr())

    return run
