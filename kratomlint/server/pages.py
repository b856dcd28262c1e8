"""What there is to say of a finding and of its check, for people: why, on whose word, what may stand."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from kratomlint.card import Card, unmark
from kratomlint.finding import Finding

# Under the pointer there is room for few.
_MOST_EXAMPLES = 3
_BACKTICKS = re.compile(r"`{3,}")
_MARKUP = re.compile(r"([\\`*_\[\]<>#|~])")


class Pages:
    """The pages of checks that an editor was shown, as files of its own until the server ends."""

    def __init__(self) -> None:
        self._folder: Path | None = None

    def write(self, card: Card) -> str:
        """Write the page of a check and return its path."""
        if self._folder is None:
            self._folder = Path(tempfile.mkdtemp(prefix="kratomlint-"))
        path = self._folder / f"{card.id.replace('/', '-')}.md"
        path.write_text(page(card), encoding="utf-8")
        return str(path)

    def holds(self, path: str) -> bool:
        """Say whether a file is such a page, and so no article."""
        return self._folder is not None and self._folder in Path(path).parents

    def close(self) -> None:
        """Take the pages away."""
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)


def page(card: Card) -> str:
    """Return all that a card says, as Markdown."""
    parts = [
        f"# {_escaped(card.title)}",
        f"`{card.id}` · {card.severity.name}, confidence {card.confidence.name}",
        _escaped(card.message),
        f"## Why\n\n{_escaped(card.why)}",
        f"## Sources\n\n{_items(card.sources)}",
        f"## What it finds\n\n{_fenced(card.bad)}",
        f"## What may stand\n\n{_fenced(card.good)}",
    ]
    return "\n\n".join(parts) + "\n"


def markdown(finding: Finding, card: Card | None) -> str:
    """Return what is said under the pointer, as Markdown."""
    if card is None:
        return _escaped(finding.message)
    parts = [
        f"**{_escaped(card.title)}** · {finding.severity.name} · `{card.id}`",
        _escaped(finding.message),
        f"**Why**\n\n{_escaped(card.why)}",
        f"**Sources**\n\n{_items(card.sources)}",
        f"**What may stand**\n\n{_fenced(card.good[:_MOST_EXAMPLES])}",
    ]
    return "\n\n".join(parts)


def plain(finding: Finding, card: Card | None) -> str:
    """Return what is said under the pointer, as plain text."""
    if card is None:
        return finding.message
    parts = [
        f"{card.title} ({finding.severity.name}, {card.id})",
        finding.message,
        f"Why: {card.why}",
        "Sources:\n" + "\n".join(f"- {source}" for source in card.sources),
        "What may stand:\n" + "\n".join(f"- {text}" for text in _clean(card.good[:_MOST_EXAMPLES])),
    ]
    return "\n\n".join(parts)


def _items(texts: Iterable[str]) -> str:
    return "\n".join(f"- {_escaped(text)}" for text in texts)


def _escaped(text: str) -> str:
    # An address stays one.
    return " ".join(word if "://" in word else _MARKUP.sub(r"\\\1", word) for word in text.split(" "))


def _clean(examples: Iterable[str]) -> Iterator[str]:
    return (unmark(example)[0].strip() for example in examples)


def _fenced(examples: Iterable[str]) -> str:
    """Return examples as they are written, which may be Markdown, so that nothing in them is read as markup."""
    texts = list(_clean(examples))
    fence = max(["``", *(run for text in texts for run in _BACKTICKS.findall(text))], key=len) + "`"
    return "\n\n".join(f"{fence}text\n{text}\n{fence}" for text in texts)
