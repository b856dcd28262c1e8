"""`demo` and `try`: see what is found in a sentence or in an article that ships."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

import click

from kratomlint.commands import options, output
from kratomlint.finding import RunResult
from kratomlint.reporters import FORMATS
from kratomlint.source import SourceFile


@click.command("demo")
@click.option("--format", type=click.Choice(list(FORMATS)), default="full", show_default=True)
@options.coloured
def demo_command(format: str, color: str) -> int:
    """Lint an example article that has one of everything.

    Exits with 0: that something is found is the point.
    """
    from kratomlint import source
    from kratomlint.catalogue import Selection, load_catalogue
    from kratomlint.reporters.summary import summary_line

    article = _demo_folder() / "article.md"
    catalogue = load_catalogue()
    shown = source.decode(article.read_bytes(), "seeds/demo/article.md")
    result = _linted(shown, catalogue.choose(Selection()))
    _report(result, shown, catalogue.cards, format, color)
    output.say(summary_line(result))
    return 0


@click.command("try")
@click.argument("sentence", required=False)
@click.option("--prose", metavar="FILE", help="Print the prose that a reader of FILE sees, block by block.")
@click.option(
    "--as", "suffix", default=".md", show_default=True, metavar="ENDING", help="Read the sentence as such a file."
)
@options.selecting
@options.coloured
def try_command(sentence: str | None, prose: str | None, suffix: str, color: str, **chosen: Any) -> int:
    """Lint one sentence, or see the prose of a file.

    Says also which words a guard let pass.
    """
    if (sentence is None) == (prose is None):
        raise click.UsageError("Give a sentence in quotes, or --prose FILE.")
    if prose is not None:
        output.emit(_prose(prose, chosen))
        return 0
    from kratomlint.commands.project import project_at

    project = project_at(".", chosen)
    tried = SourceFile(f"try{suffix}", f"{sentence}\n")
    result = _linted(tried, project.profile)
    _report(result, tried, project.catalogue.cards, "full", color)
    for words, check_id, guard in _guarded(tried, project.profile):
        output.emit_plain([f"“{words}” was let pass by {check_id}: it is {guard}."])
    spoken = any(finding.suppressed is None for file in result.files for finding in file.findings)
    if not spoken:
        output.say("Nothing found.")
    return 1 if spoken else 0


def _linted(article: SourceFile, profile: Any) -> RunResult:
    from kratomlint.lint import lint

    return RunResult((lint(article, profile),))


def _report(result: RunResult, article: SourceFile, cards: Any, format: str, color: str) -> None:
    from kratomlint.reporters import Background, report
    from kratomlint.reporters.summary import trouble_line, troubles

    background = Background(cards, {article.path: article}.get, output.wants_color(color), output.width())
    output.emit(report(result, format, background))
    for trouble in troubles(result):
        output.say(trouble_line(trouble))


def _guarded(article: SourceFile, profile: Any) -> Iterator[tuple[str, str, str]]:
    """Yield the words that a check would have pointed at, the check, and the first guard that spoke for them."""
    from kratomlint.language.guards import GUARDS
    from kratomlint.readers import parse

    document = parse(article, published=profile.published, knowledge=profile.knowledge)
    for check in profile.checks:
        for hit in check.find(document) if check.card.unless else ():
            guard = next((name for name in check.card.unless if GUARDS[name](document, hit.span)), None)
            if guard:
                yield hit.span.cut(document.prose.text), check.card.id, guard


def _prose(path: str, chosen: dict[str, Any]) -> Iterator[str]:
    """Yield the blocks of an article: kind, line and words, as the checks see them."""
    from kratomlint import source
    from kratomlint.commands.project import settings_at
    from kratomlint.readers import DEFAULT_PUBLISHED, parse
    from kratomlint.reporters.terminal import plain

    settings = settings_at(path, chosen)
    published = settings.published
    document = parse(
        source.read(path, settings.most_bytes), published=DEFAULT_PUBLISHED if published is None else published
    )
    for block in document.blocks:
        line, _ = document.source.lines.line_column(document.prose.to_source(block.span).start)
        level = f" {block.level}" if block.level else ""
        yield f"{line:>5}  {block.kind + level:<11} {plain(block.span.cut(document.prose.text))}\n"
    for reason, count in sorted(document.skipped.items()):
        yield f"       passed over: {count} words of {reason}\n"


def _demo_folder() -> Traversable:
    """Return the folder of the demonstration: inside the package in a wheel, beside it in a checkout."""
    inside = files("kratomlint") / "seeds" / "demo"
    return inside if inside.is_dir() else Path(__file__).parents[2] / "seeds" / "demo"
