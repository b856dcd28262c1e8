"""`check`: lint articles and tell what was found."""

from __future__ import annotations

from typing import Any

import click

from kratomlint.commands import options

FORMATS = ("text", "full", "json")
_STDIN = "-"


@click.command("check")
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@options.selecting
@click.option("--min-severity", type=click.Choice(options.SEVERITIES), help="Tell, and fail on, nothing milder.")
@click.option(
    "--fail-on",
    type=click.Choice([*options.SEVERITIES, "never"]),
    help="The mildest severity that makes the exit code 1 (warning, unless the settings say otherwise).",
)
@click.option("--format", type=click.Choice(FORMATS), default="text", show_default=True, help="How to tell it.")
@click.option("-o", "--output", metavar="FILE", help="Write the report there; the exit code stays the same.")
@click.option("--statistics", is_flag=True, help="Count the findings of each check, on standard error.")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 also where something was found.")
@click.option("--stdin-filename", metavar="PATH", help="What `-` is called: its format and settings follow from it.")
@click.option("-j", "--jobs", type=click.IntRange(min=1), help="How many processes at most (all cores).")
@click.option("--no-cache", is_flag=True, help="Neither use nor keep what earlier runs found.")
@options.coloured
@click.option("-q", "--quiet", is_flag=True, help="No summary and no progress.")
def check_command(paths: tuple[str, ...], **chosen: Any) -> int:
    """Lint articles (the default).

    PATHS are files, folders (.gitignore is honoured), or `-` for standard input.

    Exit code: 0 nothing found at or above --fail-on, 1 findings, 2 wrong usage, settings or card, 3 trouble.
    """
    from kratomlint import run

    request = _request(paths or (".",), chosen)
    with _progress(chosen["quiet"]) as progress:
        outcome = run.run(request, progress)
    result, hidden = _at_least(outcome.result, chosen["min_severity"])
    _tell(result, outcome, chosen)
    _summarise(result, hidden, outcome, chosen)
    code = run.exit_code(result, outcome)
    return 0 if chosen["exit_zero"] and code == 1 else code
