"""A sieve leaves out only sentences in which its pattern does not match."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kratomlint.catalogue import Selection, load_catalogue
from kratomlint.document import Document
from kratomlint.language import sieve
from kratomlint.language.cue import Cue
from kratomlint.language.sieve import Sieve
from kratomlint.lint import lint
from kratomlint.readers import parse
from kratomlint.source import decode, read

WORDS = st.sampled_from(
    [*"Kava eases pain and is not addictive . ! ? café — “so” i'm off".split(), "\n\n", "\n- ", "2 mg", "µg", "à la"]
)
TEXTS = st.lists(WORDS, min_size=1, max_size=40).map(" ".join)
PATTERNS = [
    r"\bnot (?:very )?addictive\b",
    r"^(?:kava|it)\b",
    r"(?<!\bnot )addictive",
    r"pain$",
    r"\w++(?= pain)",
    r"café|[\u2013\u2014]",
    r"[^.]{0,40}off\Z",
    r"(?<=\d )[mµ]g",
    r"(?:\w+ ){2,3}?pain",
    r"\bpain[^]!]{0,9}is",
    r"[^\W]{1,2}+ not",
    r"[^.]{2,30}kava",
]
ARTICLES = sorted((Path(__file__).parent.parent / "seeds").rglob("*.md"))


@pytest.fixture(autouse=True)
def from_the_first_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sieve, "_TEXTS_BEFORE", 0)


def document_of(text: str) -> Document:
    return parse(decode(text.encode(), "a.md"))


def matching(cue: Cue, document: Document) -> set[int]:
    return {
        sentence.number
        for sentence in document.sentences
        if re.search(cue.pattern, sentence.span.cut(document.folded), cue.flags)
    }


@pytest.mark.parametrize("pattern", PATTERNS)
@settings(deadline=None)
@given(TEXTS)
def test_no_sentence_is_left_out_in_which_the_pattern_matches(pattern: str, text: str) -> None:
    document = document_of(text)
    assert matching(Cue(pattern), document) <= set(Sieve(Cue(pattern)).numbers(document))


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.parent.name + "/" + path.name)
def test_what_is_found_is_the_same_with_sieves_and_without(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source, profile = read(path), load_catalogue().choose(Selection())
    sifted = lint(source, profile)
    monkeypatch.setattr(sieve, "_TEXTS_BEFORE", 10**6)
    assert lint(source, profile) == sifted


def test_what_counts_characters_asks_no_sentence_beyond_its_own() -> None:
    document = document_of("Kava, they say\n\nthe tea\n\nand no more, not addictive.")
    assert set(Sieve(Cue(r"kava[^.]{0,60}addictive")).numbers(document)) == set()


def test_what_has_more_states_than_can_be_kept_sifts_nothing() -> None:
    document = document_of("Kava, they say.\n\nNo more.")
    words = "(?:" + "|".join(f"{2**90 // number:.0f}" for number in range(1, 400)) + ")"
    assert not Sieve(Cue(words)).numbers(document)
    assert len(Sieve(Cue(" ".join([words] * 12))).numbers(document)) == len(document.sentences)


def test_an_article_alone_compiles_no_sieve(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    asked = Sieve(Cue("x"))
    assert list(asked.sentences(document_of("Tea. More tea."))) == list(document_of("Tea. More tea.").sentences)
    assert not asked._scanners
