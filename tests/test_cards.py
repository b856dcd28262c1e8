"""Every card keeps its word: its bad examples give exactly the marked words, its good ones give nothing."""

import pytest

from kratomlint.testing import Example, examples, found

EXAMPLES = list(examples())


@pytest.mark.parametrize("example", EXAMPLES, ids=map(str, EXAMPLES))
def test_example(example: Example) -> None:
    places = [finding.place.span for finding in found(example.card.id, example.text)]
    assert [example.text[span.start : span.end] for span in places] == [
        example.text[start:end] for start, end in example.ranges
    ]
    assert [tuple(span) for span in places] == example.ranges
