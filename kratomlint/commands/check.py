"""`check`: lint articles and tell what was found."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import click

from kratomlint.commands import options, output
from kratomlint.commands.narrowing import narrowed
from kratomlint.finding import RunResult
from kratomlint.reporters import FORMATS, WITH_CARDS, Background, report
from kratomlint.settings_file import COUNTS
from kratomlint.source import SourceFile

if TYPE_CHECKING:
    from kratomlint.card import Card
    from kratomlint.changes import Changes
    from kratomlint.commands.rewriting import Rewriting
    from kratomlint.run import Options

# What standard input is called where nobody says: most articles are Markdown.
_STDIN = "stdin.md"


def _count(key: str) -> click.IntRange:
    return click.IntRange(*COUNTS[key])


@click.command("check")
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@options.selecting
@options.rewriting
@click.option("--min-severity", type=click.Choice(options.SEVERITIES), help="Tell, and fail on, nothing milder.")
@click.option(
    "--fail-on",
    type=click.Choice([*options.SEVERITIES, "never"]),
    help="The mildest severity that makes the exit code 1 (warning, unless the settings say otherwise).",
)
@click.option("--max-file-size", type=_count("max-file-size"), metavar="MB", help="Refuse larger articles (10).")
@click.option(
    "--min-coverage", type=_count("min-coverage"), metavar="PERCENT", help="Of each article's words, to be seen."
)
@click.option("--format", type=click.Choice(list(FORMATS)), default="text", show_default=True, help="How to tell it.")
@click.option(
    "-o",
    "--output",
    "target",
    type=click.Path(dir_okay=False, readable=False),
    metavar="FILE",
    help="Write the report there; the exit code stays the same.",
)
@click.option("--statistics", is_flag=True, help="Count the findings of each check, on standard error.")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 also where something was found.")
@click.option("--stdin-filename", metavar="PATH", help="What `-` is called: its format and settings follow from it.")
@click.option(
    "--changed-since", metavar="REV", help="Tell only what stands on lines changed since the branch left REV."
)
@click.option("--baseline", metavar="FILE", help="The known findings are in this file (else in the nearest baseline).")
@click.option("--no-baseline", is_flag=True, help="Tell also the findings that a baseline knows.")
@click.option("-j", "--jobs", type=click.IntRange(min=1), help="At most so many processes (else one a core).")
@click.option("--no-cache", is_flag=True, help="Neither use nor keep what earlier runs found.")
@options.coloured
@click.option("-q", "--quiet", is_flag=True, help="No summary and no progress.")
def check_command(paths: tuple[str, ...], **chosen: Any) -> int:
    """Lint articles (the default).

    PATHS are files, folders (.gitignore is honoured), or `-` for standard input.

    Exit code: 0 nothing found at or above --fail-on, 1 findings, 2 wrong usage, settings or card, 3 trouble.
    """
    from kratomlint import run

    contents = _standard_input(paths, chosen["stdin_filename"])
    look = _Look(tuple(contents) or paths or (".",), chosen)
    rewriting = _rewriting(look, contents, chosen)
    if rewriting and chosen["diff"]:
        output.emit(rewriting.diff())
        return run.FOUND if rewriting.changed else run.CLEAN
    if rewriting:
        rewriting.write()
        contents = rewriting.held
    result = look(contents)
    background = _background(result, contents, chosen)
    _tell(result, background, chosen, aside=bool(rewriting and contents))
    if chosen["format"] == "github":
        _fill_job_page(result)
    _summarise(result, look.hidden, background, chosen)
    if rewriting and rewriting.count and not chosen["quiet"]:
        output.say(rewriting.line())
    code = run.exit_code(result, chosen["fail_on"])
    return run.CLEAN if chosen["exit_zero"] and code == run.FOUND else code


class _Look:
    """Lints what was named, and keeps what was asked for."""

    def __init__(self, paths: tuple[str, ...], chosen: Mapping[str, Any]) -> None:
        self._paths = paths
        self._chosen = chosen
        # How many findings were left out, by why.
        self.hidden: Mapping[str, int] = {}

    def __call__(self, contents: Mapping[str, bytes]) -> RunResult:
        from kratomlint import run
        from kratomlint.commands.progress import progress

        changes = self._changes()
        with progress(not self._chosen["quiet"]) as advance:
            decided = _run_options(self._chosen, changes)
            whole = run.run(self._paths, decided, contents=contents, progress=advance)
        result, self.hidden = narrowed(whole, changes, self._chosen["min_severity"])
        return result

    def _changes(self) -> Changes | None:
        if self._chosen["changed_since"] is None:
            return None
        from kratomlint.changes import since

        return since(self._chosen["changed_since"], self._paths)


def _rewriting(look: _Look, contents: Mapping[str, bytes], chosen: Mapping[str, Any]) -> Rewriting | None:
    """Return the articles rewritten as the options say, not yet written; None where nothing is to be written."""
    if not any(chosen[name] for name in ("fix", "diff", "unsafe_fixes", "add_ignores")) and chosen["reason"] is None:
        return None
    from kratomlint.commands.project import lookup_for
    from kratomlint.commands.rewriting import Rewriting, refuse
    from kratomlint.readers import DEFAULT_PUBLISHED

    refuse(chosen)
    lookup = lookup_for(chosen)
    rewriting = Rewriting(look, lambda path: lookup.settings_for(path).published or DEFAULT_PUBLISHED, contents)
    if chosen["add_ignores"]:
        rewriting.ignore(chosen["reason"])
    else:
        rewriting.fix(chosen["unsafe_fixes"])
    return rewriting


def _standard_input(paths: tuple[str, ...], name: str | None) -> dict[str, bytes]:
    """Return what came in, by the name it goes under; nothing where standard input wasn't asked for."""
    import sys

    if "-" not in paths:
        return {}
    if len(paths) > 1:
        raise click.UsageError("`-` stands alone: standard input is one article.")
    if sys.stdin is None:
        raise click.UsageError("Standard input is closed: pipe an article into it.")
    return {name or _STDIN: sys.stdin.buffer.read()}


def _run_options(chosen: Mapping[str, Any], changes: Changes | None) -> Options:
    from kratomlint.run import Options

    settings = options.selected(chosen)
    for key in ("fail-on", "max-file-size", "min-coverage"):
        if (value := chosen[key.replace("-", "_")]) is not None:
            settings[key] = value
    return Options(
        settings=settings,
        config=chosen["config"],
        isolated=chosen["isolated"],
        jobs=chosen["jobs"],
        use_cache=not chosen["no_cache"],
        only=None if changes is None else frozenset(changes.lines),
        written=chosen["target"],
    )


def _background(result: RunResult, contents: Mapping[str, bytes], chosen: Mapping[str, Any]) -> Background:
    needs_cards = chosen["format"] in WITH_CARDS or chosen["statistics"]
    background = Background(
        cards=_cards(result, chosen) if needs_cards else {},
        source=_reader(contents),
        color=output.wants_color(chosen["color"]) and chosen["target"] is None,
    )
    if chosen["format"] == "full":
        return background._replace(width=output.width())
    return _with_articles(background, chosen) if chosen["format"] == "html" else background


def _with_articles(background: Background, chosen: Mapping[str, Any]) -> Background:
    from datetime import date

    from kratomlint.commands.rereading import documents

    return background._replace(document=documents(background.source, chosen), made=date.today().isoformat())


def _cards(result: RunResult, chosen: Mapping[str, Any]) -> dict[str, Card]:
    """Return the cards of every project that the files belong to."""
    from kratomlint.catalogue import load_catalogue
    from kratomlint.commands.project import lookup_for

    lookup = lookup_for(chosen)
    projects = dict.fromkeys(None if chosen["isolated"] else lookup.project_of(file.path) for file in result.files)
    return {name: card for project in projects for name, card in load_catalogue(project).cards.items()}


def _tell(result: RunResult, background: Background, chosen: Mapping[str, Any], aside: bool) -> None:
    """Write the report; `aside`: on standard error, where standard output has the article."""
    pieces = report(result, chosen["format"], background)
    if chosen["target"] is not None:
        output.write_whole(chosen["target"], pieces)
    elif aside:
        for piece in pieces:
            output.say(piece.removesuffix("\n"))
    else:
        output.emit(pieces)


def _fill_job_page(result: RunResult) -> None:
    """Add what was found to the page that GitHub shows of the job, where there is one."""
    from os import environ

    from kratomlint.reporters.github import job_summary

    if page := environ.get("GITHUB_STEP_SUMMARY"):
        try:
            output.add_to(page, job_summary(result))
        except OSError as error:  # All of it is in the log, and how the run ends is another matter.
            output.say(f"{page}: the summary of the job cannot be written: {error.strerror or error}")


def _summarise(result: RunResult, hidden: Mapping[str, int], background: Background, chosen: Mapping[str, Any]) -> None:
    from kratomlint.reporters import summary

    for trouble in summary.troubles(result):
        output.say(summary.trouble_line(trouble))
    for line in summary.statistics_lines(result, background.cards) if chosen["statistics"] else ():
        output.say(line)
    if not chosen["quiet"]:
        for line in summary.stale_lines(result):
            output.say(line)
        output.say(summary.summary_line(result, hidden))
        for line in summary.fixable_lines(result):
            output.say(line)


def _reader(contents: Mapping[str, bytes]) -> Callable[[str], SourceFile | None]:
    """Return a function that reads an article again to show its lines; it keeps the last few."""
    from kratomlint import source

    @lru_cache(maxsize=8)
    def read(path: str) -> SourceFile | None:
        try:
            return source.decode(contents[path], path) if path in contents else source.read(path, source.LARGEST)
        except source.UnreadableError:
            return None

    return read
