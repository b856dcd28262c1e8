"""Which commands there are and where each is written; a command's module is imported when it is called."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import click

# Command -> the module of this package that holds it under the same name (`-` as `_`, and `_` where Python has the
# word), and the first sentence of its help, for which no module need be imported.
COMMANDS = {
    "check": ("check", "Lint articles (the default)."),
    "report": ("report", "Write a page with all articles, marks and notes."),
    "baseline": ("baseline", "Know what is found already; tell what is new."),
    "demo": ("trying", "Lint an example article that has one of everything."),
    "try": ("trying", "Lint one sentence, or see the prose of a file."),
    "checks": ("looking", "List the checks and which of them are on here."),
    "explain": ("looking", "Show a check's manual page: why, sources, examples."),
    "settings": ("looking", "Show the settings for a file and who set them."),
    "new-check": ("writing", "Write a card to fill in."),
    "test-checks": ("writing", "Try the examples of all cards, or of those named."),
    "seeds": ("writing", "Keep and measure the example articles."),
    "server": ("serving", "Serve an editor by the language-server protocol."),
}


class Group(click.Group):
    """A group whose first word may also be a path: then it is `check`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands in the order in which one meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and return a command, or None."""
        if cmd_name not in COMMANDS:
            return None
        name, _ = COMMANDS[cmd_name]
        module = import_module(f"kratomlint.commands.{name}")
        command: click.Command = getattr(module, f"{cmd_name.replace('-', '_')}_command")
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write a line for each command."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, help) for name, (_, help) in COMMANDS.items()])

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put `check` before what is neither a command nor a question about kratomlint itself."""
        if args and args[0] not in COMMANDS and args[0] not in ("-h", "--help", "--version"):
            self._refuse_slip(args[0], ctx)
            args = ["check", *args]
        return super().parse_args(ctx, args)

    def _refuse_slip(self, word: str, ctx: click.Context) -> None:
        from difflib import get_close_matches

        near = get_close_matches(word, COMMANDS, 1)
        if near and not Path(word).exists():
            raise click.UsageError(
                f"`{word}` is neither a command nor a file. Did you mean `kratomlint {near[0]}`?", ctx
            )


def _version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted:
        from kratomlint import __version__

        click.echo(f"kratomlint {__version__}")
        ctx.exit()


@click.group(
    cls=Group,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    invoke_without_command=True,
)
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Print the version."
)
@click.pass_context
def kratomlint(ctx: click.Context) -> None:
    """Find what a medical editor would mark in health articles.

    Overclaims, doses without a source, missing caveats, repetitions, contradictions.

    `kratomlint PATH` is `kratomlint check PATH`.
    """
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())
