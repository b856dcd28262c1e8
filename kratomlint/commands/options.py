"""The options that commands share, and what they mean to the settings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])

SEVERITIES = ("error", "warning", "suggestion")


def selecting(command: Command) -> Command:
    """Give a command the options that say which checks and which settings hold."""
    for option in reversed(
        (
            _names("--select", "Run only these checks: ids, beginnings of ids, globs; `all` is every one."),
            _names("--extend-select", "Run these too."),
            _names("--ignore", "Leave these out."),
            click.option("--config", metavar="FILE", help="Read the settings from this file."),
            click.option("--isolated", is_flag=True, help="Read no settings file."),
        )
    ):
        command = option(command)
    return command


def rewriting(command: Command) -> Command:
    """Give a command the options that let it write into articles."""
    for option in reversed(
        (
            click.option("--fix", is_flag=True, help="Write what is safe to write instead; the rest is told."),
            click.option("--unsafe-fixes", is_flag=True, help="With --fix or --diff: also what an editor has to read."),
            click.option("--diff", is_flag=True, help="Show what would be written, and write nothing."),
            click.option("--add-ignores", is_flag=True, help="Keep all that is found: write the comments that say so."),
            click.option("--reason", metavar="TEXT", help="With --add-ignores: why the words may stay."),
        )
    ):
        command = option(command)
    return command


def baselined(command: Command) -> Command:
    """Give a command the paths and options of the commands about a baseline."""
    for option in (
        click.option("--config", metavar="FILE", help="Read the settings from this file."),
        click.option("--baseline", metavar="FILE", help="The baseline (else the nearest, or what the settings name)."),
        click.argument("paths", nargs=-1, metavar="[PATHS]..."),
    ):
        command = option(command)
    return command


def coloured(command: Command) -> Command:
    """Give a command the option `--color`."""
    return click.option(
        "--color",
        type=click.Choice(["auto", "always", "never"]),
        default="auto",
        show_default=True,
        help="Colour the output; NO_COLOR and FORCE_COLOR are heeded.",
    )(command)


def selected(chosen: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the options of `selecting` say to the settings, by their keys; what isn't said isn't there."""
    names = {"select": "select", "extend_select": "extend-select", "ignore": "ignore"}
    given = {key: chosen[name] for name, key in names.items() if chosen.get(name)}
    if chosen.get("baseline"):
        given["baseline"] = chosen["baseline"]
    if chosen.get("no_baseline"):
        given["baseline"] = ""
    return given


def _names(name: str, help: str) -> Callable[[Command], Command]:
    return click.option(name, multiple=True, metavar="ID,...", callback=_divided, help=help)


def _divided(_: click.Context, __: click.Parameter, given: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name.strip() for words in given for name in words.split(",") if name.strip())
