"""`report`: the page for whoever answers for a library of articles."""

from __future__ import annotations

from typing import Any

import click

from kratomlint.commands import options, output


@click.command("report")
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@click.option(
    "-o", "--output", "target", default="report.html", show_default=True, metavar="FILE", help="Write the page there."
)
@options.selecting
@click.option("--min-severity", type=click.Choice(options.SEVERITIES), help="Tell nothing milder.")
@click.option("-j", "--jobs", type=click.IntRange(min=1), help="At most so many processes (else one a core).")
@click.option("--no-cache", is_flag=True, help="Neither use nor keep what earlier runs found.")
@click.option("-q", "--quiet", is_flag=True, help="No summary and no progress.")
@click.pass_context
def report_command(ctx: click.Context, /, **chosen: Any) -> int:
    """Write a page with all articles, marks and notes.

    It needs no network and no other file. The same as `check --format html --exit-zero`.
    """
    from kratomlint.commands.check import check_command

    code: int = ctx.invoke(check_command, **chosen, format="html", exit_zero=True)
    if not chosen["quiet"]:
        output.say(f"Open {chosen['target']} in a browser.")
    return code
