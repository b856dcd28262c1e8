"""A whole page says who wrote it, who checked it, when, and who pays; a fragment is not judged."""

import pytest

from kratomlint.code_checks import metadata
from kratomlint.testing import document_of

STATED = {
    "author": [
        "---\nauthor: A. Reed\n---\n\nKava.\n",
        "---\nauthors:\n  - A. Reed\n---\n\nKava.\n",
        "---\nWritten-By: A. Reed\n---\n\nKava.\n",
        "---\nmeta:\n  author: A. Reed\n---\n\nKava.\n",
        "---\ntitle: Kava\n---\n\n**By A. Reed**\n\nKava.\n",
        "+++\nauthor = 'A. Reed'\n+++\n\nKava.\n",
    ],
    "reviewer": [
        "---\nmedically_reviewed_by: B. Moss\n---\n\nKava.\n",
        "---\ntitle: Kava\n---\n\nFact-checked by B. Moss.\n",
    ],
    "date": [
        "---\nlastmod: 2026-01-30\n---\n\nKava.\n",
        "---\ntitle: Kava\n---\n\nUpdated on January 30, 2026.\n",
        "---\ntitle: Kava\n---\n\nLast reviewed 2026-01-30\n",
    ],
    "funding": [
        "---\nfunded_by: nobody\n---\n\nKava.\n",
        "---\ntitle: Kava\n---\n\nThis page was paid for by the growers.\n",
    ],
}
UNSTATED = {
    "author": ["---\nauthor: ''\n---\n\nKava.\n", "---\ntitle: Kava\n---\n\nIt is sold by the ounce.\n"],
    "reviewer": ["---\nauthor: A. Reed\n---\n\nFew trials were reviewed.\n"],
    "date": ["---\ntitle: Kava\n---\n\nIt came to Europe in 1777.\n"],
    "funding": ["---\nauthor: A. Reed\n---\n\nThe growers are paid by the kilo.\n"],
}


def is_missing(what, text, suffix=".md"):
    return bool(list(metadata.missing.find(document_of(text, suffix), what)))


def links(text):
    return [hit.span.cut(document_of(text).prose.text) for hit in metadata.undisclosed_link.find(document_of(text))]


def reworded(text):
    return [hit.span.cut(document_of(text).prose.text) for hit in metadata.reworded_disclaimer.find(document_of(text))]


@pytest.mark.parametrize(("what", "text"), [(what, text) for what in STATED for text in STATED[what]])
def test_a_page_that_states_it_is_left_alone(what, text):
    assert not is_missing(what, text)


@pytest.mark.parametrize(("what", "text"), [(what, text) for what in UNSTATED for text in UNSTATED[what]])
def test_a_page_that_does_not_state_it_is_found(what, text):
    assert is_missing(what, text)


@pytest.mark.parametrize("what", STATED)
def test_a_fragment_is_not_judged(what):
    assert not is_missing(what, "Kava is a shrub.\n")
    assert not is_missing(what, "<p>Kava is a shrub.</p>", ".html")


@pytest.mark.parametrize("what", STATED)
def test_an_empty_page_is_not_judged(what):
    assert not is_missing(what, "---\ndraft: true\n---\n")


@pytest.mark.parametrize(
    "head",
    [
        '<meta name="author" content="A. Reed">',
        '<script type="application/ld+json">{"author": {"name": "A. Reed"}}</script>',
        '<a rel="author" href="/reed">A. Reed</a>',
    ],
)
def test_the_tags_of_an_html_page_can_name_its_author(head):
    assert not is_missing(
        "author", f"<!doctype html><html><head>{head}</head><body><p>Kava.</p></body></html>", ".html"
    )


def test_an_html_page_without_an_author_is_found():
    assert is_missing("author", "<!doctype html><html><body><p>Kava is a shrub.</p></body></html>", ".html")


@pytest.mark.parametrize(
    "address",
    [
        "https://shop.example/kava?aff=42",
        "https://www.amazon.com/dp/B0?tag=reed-20",
        "https://amzn.to/3xYz",
        "https://reed.pxf.io/abc",
        "https://reed.hop.clickbank.net",
        "https://shop.example/?x=1&sca_ref=9",
    ],
)
def test_a_link_that_pays_needs_a_disclosure(address):
    assert links(f"Try the [powder]({address}).\n") == ["powder"]


@pytest.mark.parametrize(
    "address",
    [
        "https://shop.example/kava",
        "/kava?ref=menu",
        "https://blog.example/?tag=kava",
        "https://pubmed.ncbi.nlm.nih.gov/?ref=42",
        "https://notamzn.to.example/",
        "https://shop.example/#aff=42",
    ],
)
def test_a_link_that_pays_nobody_needs_none(address):
    assert links(f"Try the [powder]({address}).\n") == []


def test_only_the_first_link_that_pays_is_found():
    assert links("[One](https://amzn.to/1) and [two](https://amzn.to/2).\n") == ["One"]


def test_a_disclosure_after_the_link_comes_too_late():
    assert links("[One](https://amzn.to/1).\n\nWe earn a commission.\n") == ["One"]


def test_the_name_of_an_authority_is_no_disclosure():
    assert links("Says the Federal Trade Commission: buy [one](https://amzn.to/1).\n") == ["one"]


def test_a_disclosure_in_the_sentence_of_the_link_is_enough():
    assert links("[One](https://amzn.to/1) (affiliate link).\n") == []


def test_the_words_of_the_statute_are_left_alone_however_they_are_broken():
    text = (
        "*These statements have not been evaluated by the\nFood and Drug Administration.* This product is not intended "
        "to diagnose, treat, cure, or prevent any disease.\n"
    )
    assert reworded(text) == []


def test_a_paraphrase_in_two_sentences_is_found_once():
    assert len(reworded("Not been evaluated by the FDA. It is not intended to treat any disease.\n")) == 1
