"""`checks`, `explain`, `settings`: look at what there is without linting anything."""

from __future__ import annotations

from typing import Any

import click

from kratomlint.commands import options, output


@click.command("checks")
@options.selecting
@click.option(
    "--format",
    type=click.Choice(["text", "json", "markdown", "html"]),
    default="text",
    show_default=True,
    help="How to list; `markdown` and `html` are the manual of all checks.",
)
@options.coloured
def checks_command(format: str, color: str, **chosen: Any) -> int:
    """List the checks and which of them are on here."""
    from kratomlint.commands import manual
    from kratomlint.commands.project import project_at

    project = project_at(".", chosen)
    cards = project.catalogue.cards.values()
    if format in ("markdown", "html"):
        from kratomlint.commands import handbook

        write = handbook.manual_markdown if format == "markdown" else handbook.manual_html
        output.emit(write(cards, handbook.Chosen(project.on, project.profile.severities)))
    elif format == "json":
        output.emit(manual.table_json(cards, project.on, project.profile.severities))
    else:
        output.emit(manual.table(cards, project.on, project.profile.severities, output.wants_color(color)))
    return 0


@click.command("explain")
@click.argument("check_id", metavar="ID")
@options.coloured
def explain_command(check_id: str, color: str) -> int:
    """Show a check's manual page: why, sources, examples."""
    from kratomlint.catalogue import SelectionError
    from kratomlint.commands import manual
    from kratomlint.commands.project import project_at

    project = project_at(".", {})
    cards = project.catalogue.cards
    card = cards.get(check_id) or next((card for card in cards.values() if check_id in card.formerly), None)
    if card is None:
        raise SelectionError(check_id, cards)
    severity = project.profile.severities[card.id]
    output.emit(manual.page(card, card.id in project.on, severity, output.width(), output.wants_color(color)))
    return 0


@click.command("settings")
@click.argument("path", metavar="FILE", default=".")
@options.selecting
def settings_command(path: str, **chosen: Any) -> int:
    """Show the settings for a file and who set them."""
    from kratomlint.commands.project import settings_at
    from kratomlint.settings import KEYS

    settings = settings_at(path, chosen)
    rows = [(key, _shown(getattr(settings, key.replace("-", "_")), key), str(settings.origin(key))) for key in KEYS]
    width = max(len(f"{key} = {value}") for key, value, _ in rows)
    output.emit_plain(f"{f'{key} = {value}':<{width}}  # {origin}" for key, value, origin in rows)
    return 0


_UNSET = {"published": "(the usual fields)", "baseline": "(the nearest .kratomlint-baseline.json)"}


def _shown(value: Any, key: str = "") -> str:
    """Return a value as it would be written in the settings file."""
    import json

    if isinstance(value, tuple) and value and isinstance(value[0], tuple):
        pairs = (f"{json.dumps(name)} = {_shown(other)}" for name, other in value)
        return f"{{ {', '.join(pairs)} }}"
    if isinstance(value, tuple):
        return f"[{', '.join(map(_shown, value))}]"
    return _UNSET[key] if value is None else json.dumps(value, ensure_ascii=False)
