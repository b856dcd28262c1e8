"""The door from the command line. Knows which commands there are and what an exit code means; imports the rest late."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from kratomlint import __version__

REPORT_AT = "https://github.com/kratomlint/kratomlint/issues"

FOUND, USAGE, TROUBLE, INTERRUPTED = 1, 2, 3, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code: 0 nothing found, 1 findings, 2 wrong usage, settings or card, 3 trouble."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given == ["--version"]:
        print(f"kratomlint {__version__}")
        return 0
    from kratomlint.commands import output

    output.use_utf8()
    try:
        return _run(given)
    except KeyboardInterrupt:
        output.say("Interrupted.")
        return INTERRUPTED
    except Exception as error:  # The last resort: a person who writes articles is never shown a traceback.
        if os.environ.get("KRATOMLINT_TRACEBACK"):
            raise
        message, code = _told(error)
        output.say(f"kratomlint: {message}")
        return code


def _run(arguments: list[str]) -> int:
    import click

    from kratomlint.commands.group import kratomlint

    try:
        code = kratomlint.main(arguments, prog_name="kratomlint", standalone_mode=False)
    except click.exceptions.Exit as exit:
        return exit.exit_code
    except click.Abort:
        raise KeyboardInterrupt from None
    except click.ClickException as error:
        error.show()
        return USAGE
    return code if isinstance(code, int) else 0


def _told(error: Exception) -> tuple[str, int]:
    """Return what to say of an error and the exit code: whose matter it is decides."""
    from kratomlint.card import CardError
    from kratomlint.catalogue import SelectionError
    from kratomlint.settings import SettingsError
    from kratomlint.source import UnreadableError

    if isinstance(error, (CardError, SelectionError, SettingsError)):
        return str(error), USAGE
    if isinstance(error, UnreadableError):
        return str(error), TROUBLE
    if isinstance(error, OSError) and error.filename is not None:
        return f"{error.filename}: {error.strerror or error}", TROUBLE
    return f"a fault of ours, {type(error).__name__}: {error}. Please report it: {REPORT_AT}", TROUBLE
