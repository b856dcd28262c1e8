"""What a document answers."""

from __future__ import annotations

import pickle
import re
from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from kratomlint.document import Document, fold
from kratomlint.language.cue import is_plain
from kratomlint.readers import parse
from kratomlint.source import SourceFile


def document(text: str = "# One\n\nTwo two. Three.\n\n- four") -> Document:
    return parse(SourceFile("a.md", text))


def test_a_document_knows_what_holds_an_offset() -> None:
    found = document()
    at = found.prose.text.index("Three")
    sentence, block = found.sentence_at(at + 2), found.block_at(at + 2)
    assert sentence is not None
    assert block is not None
    assert (sentence.text, sentence.number, block.kind) == ("Three.", 2, "paragraph")
    assert found.sentence_at(-1) is None
    assert found.block_at(-1) is None
    assert [len(group) for group in found.sentences_by_block] == [1, 2, 1]
    assert found.words == 5


def test_an_answer_is_computed_once_and_stays_behind() -> None:
    found = document()
    asked: list[Document] = []

    def count(one: Document) -> int:
        asked.append(one)
        return len(one.sentences)

    assert (found.once(count), found.once(count), len(asked)) == (4, 4, 1)
    copy = pickle.loads(pickle.dumps(found))
    assert copy == found
    assert "_answers" not in vars(copy)


def test_folding_makes_quotes_hyphens_and_spaces_plain() -> None:
    assert fold("It’s “ONE”\u00a0non‑stop") == 'it\'s "one" non-stop'


@given(st.text())
def test_folding_keeps_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)


def test_a_long_document_is_asked_about_in_stretches_of_whole_blocks() -> None:
    found = document("\n\n".join(f"Kava number {number} eases pain." for number in range(3000)))
    asked: list[str] = []

    def find(text: str) -> Iterator[re.Match[str]]:
        asked.append(text)
        return re.finditer(r"number \d+", text)

    places = [(at + match.start(), match[0]) for at, match in found.matches(find)]
    assert places == [(match.start(), match[0]) for match in re.finditer(r"number \d+", found.folded)]
    assert len(asked) > 3 and all(map(is_plain, asked))
    assert {text.strip()[-5:] for text in asked} == {"pain."}


def test_a_block_that_is_longer_than_a_stretch_stays_whole() -> None:
    text = "kava " * 4000 + "ends"
    found = document(f"tea\n\n{text}\n\ntea")
    assert [at + match.start() for at, match in found.matches(lambda text: re.finditer("ends|tea", text))] == [
        *(0, found.folded.index("ends")),
        len(found.folded) - 3,
    ]
