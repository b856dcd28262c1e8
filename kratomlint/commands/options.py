"""The options that commands share, and what they mean to the settings."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])

SEVERITIES = ("error", "warning", "suggestion")


class Names(click.ParamType):
    """Names of checks, divided by commas; the option may be given again."""

    name = "names"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, ...]:
        """Return the names that the words hold."""
        if isinstance(value, tuple):
            return value
        return tuple(name.strip() for name in value.split(",") if name.strip())


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


def coloured(command: Command) -> Command:
    """Give a command the option `--color`."""
    return click.option(
        "--color",
        type=click.Choice(["auto", "always", "never"]),
        default="auto",
        show_default=True,
        help="Colour the output; NO_COLOR and FORCE_COLOR are heeded.",
    )(command)


def flat(names: tuple[tuple[str, ...], ...]) -> tuple[str, ...] | None:
    """Return the names of an option that was given several times, or None where it wasn't given."""
    return tuple(name for group in names for name in group) if names else None


def selected(
    select: tuple[tuple[str, ...], ...],
    extend_select: tuple[tuple[str, ...], ...],
    ignore: tuple[tuple[str, ...], ...],
    **others: Any,
) -> dict[str, Any]:
    """Return what the command line says to the settings, by their keys; None says nothing."""
    return {"select": flat(select), "extend-select": flat(extend_select), "ignore": flat(ignore), **others}


def _names(name: str, help: str) -> Callable[[Command], Command]:
    return click.option(name, type=Names(), multiple=True, metavar="NAMES", help=help)
