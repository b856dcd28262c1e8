"""`new-check`, `test-checks`, `seeds`: write checks and see how well they judge."""

from __future__ import annotations

from pathlib import Path

import click

from kratomlint.commands import output


@click.command("new-check")
@click.argument("check_id", metavar="PACK/NAME")
def new_check_command(check_id: str) -> int:
    """Write a card to fill in."""
    from kratomlint import authoring

    path = authoring.new_check(check_id, authoring.folder_for_checks(_project() or Path()))
    output.emit_plain([path.as_posix()])
    output.say(f"Fill it in, then try it: kratomlint test-checks {check_id}")
    return 0


@click.command("test-checks")
@click.argument("ids", nargs=-1, metavar="[ID]...")
def test_checks_command(ids: tuple[str, ...]) -> int:
    """Try the examples of all cards, or of those named.

    What is marked must be found, what is good must be left alone.
    """
    from kratomlint import authoring, packs
    from kratomlint.catalogue import load_catalogue

    project = _project()
    catalogue = load_catalogue(project)
    failed = 0
    for failure in authoring.failures(catalogue, ids or ("all",), packs.roots(project)):
        failed += 1
        output.emit_plain(str(failure).split("\n"))
    tried = [catalogue.cards[check_id] for check_id in dict.fromkeys(catalogue.ids(ids or ("all",)))]
    examples = sum(len(card.bad) + len(card.good) for card in tried)
    output.say(f"{len(tried)} checks, {examples} examples, {failed} of them fail.")
    return 1 if failed else 0


@click.group("seeds")
def seeds_command() -> None:
    """Keep and measure the example articles."""


@seeds_command.command("update")
@click.argument("folder", default="seeds", type=click.Path(exists=True, file_okay=False))
def update_command(folder: str) -> int:
    """Rewrite each expected.txt from what is found now; read the difference before you commit it."""
    from kratomlint import scoring
    from kratomlint.catalogue import Selection, load_catalogue

    for path in scoring.update(Path(folder), load_catalogue(_project()).choose(Selection())):
        output.emit_plain([path.as_posix()])
    return 0


@seeds_command.command("score")
@click.argument("folder", default="seeds", type=click.Path(exists=True, file_okay=False))
@click.option("--show", type=click.Choice(["misses", "alarms", "all"]), help="List them one by one.")
def score_command(folder: str, show: str | None) -> int:
    """Compare the findings with the marks beside the articles: recall and precision for every mark."""
    from kratomlint import scoring
    from kratomlint.catalogue import Selection, load_catalogue

    scores = scoring.score(Path(folder), load_catalogue(_project()).choose(Selection()))
    for one in scores.values():
        output.emit_plain(f"missed  {line}" for line in one.missed if show in ("misses", "all"))
        output.emit_plain(f"alarm   {line}" for line in one.alarms if show in ("alarms", "all"))
    output.emit_plain(scoring.table(scores))
    return 0


def _project() -> Path | None:
    """Return the project that the working directory belongs to."""
    from kratomlint.settings import Lookup

    return Lookup(isolated=True).folder(str(Path.cwd())).project
