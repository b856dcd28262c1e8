"""Write the pages that are made from the cards, the subjects and the seeds: `make docs`, or `python docs/site/pages.py`."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from kratomlint import scoring
from kratomlint.card import Card
from kratomlint.catalogue import Catalogue, Profile, Selection, load_catalogue
from kratomlint.commands.handbook import Chosen, card_parts, markdown, subject_parts

DOCS = Path(__file__).parent.parent
ROOT = DOCS.parent
# Folders that hold nothing but pages from here; a page that nobody makes any more is taken away.
OWN = ("checks", "subjects")
MADE = "<!-- Made by `make docs`; a change here is lost. -->\n\n"


def pages() -> dict[str, str]:
    """Return every page that is made, by its path below `docs/`."""
    catalogue = load_catalogue()
    profile = catalogue.choose(Selection())
    made = dict(_pages(catalogue, profile))
    return {path: MADE + text for path, text in made.items()}


def stale() -> list[str]:
    """Return the paths of pages that are not as they would be made now, or that would not be made."""
    made = pages()
    there = {path.relative_to(DOCS).as_posix() for folder in OWN for path in (DOCS / folder).rglob("*.md")}
    return sorted((there - made.keys()) | {path for path, text in made.items() if _read(path) != text})


def write() -> None:
    """Write what is stale."""
    made = pages()
    for path in stale():
        place = DOCS / path
        if path in made:
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(made[path], encoding="utf-8", newline="\n")
        else:
            place.unlink()


def _read(path: str) -> str | None:
    place = DOCS / path
    return place.read_text(encoding="utf-8") if place.is_file() else None


def _pages(catalogue: Catalogue, profile: Profile) -> Iterator[tuple[str, str]]:
    on = frozenset(check.card.id for check in (*profile.checks, *profile.corpus_checks))
    chosen = Chosen(on, profile.severities)
    for card in catalogue.cards.values():
        yield f"checks/{card.id}.md", "".join(markdown(card.title, card_parts(card, chosen)))
    yield "checks/index.md", "".join(_checks(catalogue, chosen))
    for subject in catalogue.knowledge.subjects.values():
        title = subject.name[:1].upper() + subject.name[1:]
        yield f"subjects/{_file(subject.name)}", "".join(markdown(title, subject_parts(subject)))
    yield "subjects/index.md", "".join(_subjects(catalogue))
    yield "how-well-it-judges.md", _judgement(profile)


def _checks(catalogue: Catalogue, chosen: Chosen) -> Iterator[str]:
    yield f"# The checks\n\nThere are {len(catalogue.cards)}, of which {len(chosen.on)} are on unless the settings say otherwise.\n"
    for pack, members in groupby(catalogue.cards.values(), key=lambda card: card.id.partition("/")[0]):
        yield f"\n## {pack}\n\n| check | finds | severity | |\n|---|---|---|---|\n"
        yield from (_row(card, chosen) for card in members)


def _row(card: Card, chosen: Chosen) -> str:
    state = "" if card.id in chosen.on else "off"
    return f"| [{card.id}]({card.id}.md) | {card.title} | {chosen.severities[card.id].name} | {state} |\n"


def _subjects(catalogue: Catalogue) -> Iterator[str]:
    yield "# The subjects\n\nWhat a page owes its reader when it speaks of the benefit or the use of one of these.\n\n"
    yield "| subject | what must be said |\n|---|---|\n"
    for subject in catalogue.knowledge.subjects.values():
        topics = ", ".join(topic.name for topic in subject.topics)
        yield f"| [{subject.name}]({_file(subject.name)}) | {topics} |\n"


def _file(name: str) -> str:
    kept = "".join(character for character in name.lower() if character.isalnum() or character == " ")
    return f"{kept.replace(' ', '-')}.md"


def _judgement(profile: Profile) -> str:
    # Alarms are named by path, which is no part of the page; the working folder doesn't matter.
    lines = "\n".join(scoring.table(scoring.score(ROOT / "seeds", profile)))
    return _JUDGEMENT.replace("{{table}}", lines)


_JUDGEMENT = """# How well it judges

`kratomlint seeds score` compares what is found in the articles in `seeds/` with the marks that an editor made beside
them, sentence by sentence. This is what it prints today:

```text
{{table}}
```

- **found**: an editor marked the sentence, and so does kratomlint. **missed**: the editor alone. **alarms**: kratomlint
  alone.
- **recall** is the share of the editor's marks that are found; **precision** the share of what is found that the editor
  marked. Marks that one editor made and another did not are optional: finding such a one is neither right nor wrong.
- A mark stands for a family of checks: `overclaim.efficacy` is found by every check whose id begins with
  `overclaim/efficacy`. What no mark stands for (`citation`, `metadata`, `readability`, `proselint`) is measured by nobody
  here.

Read it with care. The articles were written for this project, by the people who wrote the checks, so the figures say how
well the checks keep what they promise rather than how they fare on your articles. Among them are articles without a
fault (`seeds/clean/`), in which every finding counts as an alarm. To measure it on articles of your own, put an article
and its marks (`NAME.marks.tsv`: place, mark, words, `required` or `optional`) into a folder and run
`kratomlint seeds score FOLDER --show all`.
"""


if __name__ == "__main__":
    write()
