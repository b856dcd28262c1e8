"""Texts that report a study which their authors made."""

from __future__ import annotations

import pytest

from kratomlint.knowledge import Knowledge
from kratomlint.language.own_research import reports_own_research
from kratomlint.readers import parse
from kratomlint.source import decode


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("We searched five databases.", True),
        ("The authors identified two trials.", True),
        ("This review included nine trials.", True),
        ("The aim of this trial was to compare two teas.", True),
        ("The aim of this page is to compare two teas.", False),
        ("## Methods\n\nTwelve horses were given tea.\n\n## Results\n\nNone slept.", True),
        ("Methods: Twelve horses were given tea. Results: None slept.", True),
        ("## Methods\n\nTea is brewed in a pot, or in a cup.", False),
        ("## Methods of brewing\n\nTea is brewed in a pot.", False),
        ("We sell tea that a trial included.", False),
        ("A review found nine trials.", False),
    ],
)
def test_who_searched_and_included_reports_research(text: str, own: bool) -> None:
    document = parse(decode(text.encode(), "a.md"), published=(), knowledge=Knowledge({}, {}))
    assert reports_own_research(document) is own
