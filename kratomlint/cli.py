"""The door from the command line. Knows which commands there are and what an exit code means; imports the rest late."""

from __future__ import annotations

import atexit
import gc
import os
import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from kratomlint import __version__

if TYPE_CHECKING:
    import click

REPORT_AT = "https://github.com/kratomlint/kratomlint/issues"

USAGE, TROUBLE, INTERRUPTED = 2, 3, 130

# So many objects more than were given up again.
MADE_BEFORE_A_LOOK = 50_000

# Errors whose message is written for the person at the command line, with the modules that define them.
_USERS = {
    "AuthoringError": "authoring",
    "BaselineError": "baseline",
    "CardError": "card",
    "ChangesError": "changes",
    "SelectionError": "catalogue",
    "SettingsError": "settings",
    "MissingPathError": "walk",
    "ReasonError": "silencing",
    "NoServerError": "server",
}
_OURS = {"UnreadableError": "source", "BrokenCheckError": "testing"}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code: 0 nothing found, 1 findings, 2 wrong usage, settings or card, 3 trouble."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given == ["--version"]:
        print(f"kratomlint {__version__}")
        return 0
    # What a run makes it keeps; looking for what nobody holds any more takes a twentieth of a short one.
    gc.set_threshold(MADE_BEFORE_A_LOOK)
    # Nor is anything of it worth looking for when the process ends, and its memory goes back as a whole.
    atexit.register(gc.freeze)
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

    from kratomlint.commands import output
    from kratomlint.commands.group import kratomlint

    try:
        code = kratomlint.main(arguments, prog_name="kratomlint", standalone_mode=False)
    except click.exceptions.Exit as exit:
        return exit.exit_code
    except click.Abort:
        raise KeyboardInterrupt from None
    except click.ClickException as error:
        output.say(_usage(error))
        return USAGE
    return code if isinstance(code, int) else 0


def _usage(error: click.ClickException) -> str:
    """Return what click would print; an argument may be the name of a file, and that may hold anything."""
    from io import StringIO

    said = StringIO()
    error.show(said)
    return said.getvalue().rstrip("\n")


def _told(error: Exception) -> tuple[str, int]:
    """Return what to say of an error and the exit code: whose matter it is decides."""
    if _is_one_of(error, _USERS):
        return str(error), USAGE
    if _is_one_of(error, _OURS):
        return str(error), TROUBLE
    if isinstance(error, OSError) and error.filename is not None:
        return f"{error.filename}: {error.strerror or error}", TROUBLE
    said = " ".join(f"{type(error).__name__}: {error}".split())
    return f"a fault of ours, {said}. Please report it: {REPORT_AT}", TROUBLE


def _is_one_of(error: Exception, kinds: Mapping[str, str]) -> bool:
    """Say whether the error is of a class named here; a module that was never imported raised nothing."""
    return any(
        isinstance(error, getattr(sys.modules.get(f"kratomlint.{module}"), name, ())) for name, module in kinds.items()
    )
