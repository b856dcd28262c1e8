"""The report as one page that needs nothing else. What is in an article travels as JSON and becomes text, never markup."""

from __future__ import annotations

from collections.abc import Iterator

from kratomlint.finding import RunResult
from kratomlint.reporters import Background
from kratomlint.reporters.html import shell
from kratomlint.reporters.html.article import article
from kratomlint.reporters.html.beside import Passages
from kratomlint.reporters.html.library import Library
from kratomlint.reporters.summary import summary_line


def report_html(result: RunResult, background: Background) -> Iterator[str]:
    """Yield the page, an article at a time; what stands in two articles is compared when all have been read."""
    passages, library = Passages(result), Library(result)
    numbers: list[list[int]] = []
    yield shell.opening(summary_line(result))
    for number, file in enumerate(result.files):
        document = background.document(file.path)
        passages.meet(file.path, document)
        library.meet(file, document)
        told = article(file, document, background.source(file.path))
        numbers.append(told.numbers)
        yield shell.data(f"article-{number}", told.data)
    for number, file in enumerate(result.files):
        if pairs := passages.pairs(file, numbers[number], background.document):
            yield shell.data(f"beside-{number}", pairs)
    yield shell.data("library", library.told(background.cards, background.made))
    yield shell.closing()
