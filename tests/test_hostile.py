"""Texts that somebody may send to hang or burst the linter: each gives a result, at exact places. Seconds are the bench's."""

import pytest
from hostile import FAMILIES, Family

from kratomlint.catalogue import Profile, Selection, load_catalogue
from kratomlint.document import Document
from kratomlint.lint import lint
from kratomlint.readers import parse
from kratomlint.segment import LONGEST
from kratomlint.source import SourceFile, decode

of_every_family = pytest.mark.parametrize("family", FAMILIES.values(), ids=FAMILIES)


@pytest.fixture(scope="module")
def profile() -> Profile:
    return load_catalogue().choose(Selection())


def _source(family: Family) -> SourceFile:
    return decode(family.text(family.most // 1000 + 20).encode(), f"a{family.suffix}")


def _read(family: Family) -> Document:
    return parse(_source(family))


@of_every_family
def test_a_hostile_text_gives_a_result_and_no_trouble(family: Family, profile: Profile) -> None:
    source = _source(family)
    result = lint(source, profile)
    assert result.troubles == ()
    assert all(source.text[slice(*finding.place.span)] for finding in result.findings if finding.excerpt)


@of_every_family
def test_every_word_of_a_hostile_text_stands_where_it_is_said_to(family: Family) -> None:
    document = _read(family)
    kept = [piece for piece in document.prose.pieces if piece.verbatim]
    assert [piece.source.cut(document.source.text) for piece in kept] == [
        piece.prose.cut(document.prose.text) for piece in kept
    ]


@of_every_family
def test_no_sentence_of_a_hostile_text_is_longer_than_what_is_looked_through(family: Family) -> None:
    document = _read(family)
    assert max((len(sentence.text) for sentence in document.sentences), default=0) <= LONGEST
    assert "".join("".join(sentence.text.split()) for sentence in document.sentences) == "".join(
        document.prose.text.split()
    )
