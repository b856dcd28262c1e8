"""What is said twice is told once, with the place where it was first said."""

import pytest

from kratomlint.code_checks import across, duplicates
from kratomlint.finding import Place, PlacedFact
from kratomlint.language.similarity import texts_of
from kratomlint.readers import parse
from kratomlint.source import SourceFile

CHECKS = {
    "sentence": duplicates.sentence,
    "heading": duplicates.heading,
    "paragraph": duplicates.paragraph,
    "figure": duplicates.changed_figure,
}
ROOT = "The root of this plant has been used as a sleep aid for centuries"
FIRST = f"{ROOT}. It smells of old wood. Few trials have tested it in adults."

ARTICLE = f"""{FIRST}

People who cannot sleep tried it for a month in two towns of Norway, and half of them were given a powder of flour.
They wrote down every morning how long they had lain awake, and what they had drunk on the evening before that night.

Both groups slept a little longer at the end than they had at the beginning, so the root had no part in it at all.
"""
OTHER = (
    "A gardener from the south digs the roots in autumn, when the leaves have turned. She cuts them into rings as thick as"
    " a thumb and hangs them on strings under the roof. By the first snow they rattle, and then she sells them at the"
    " market of the next village. Nobody there has asked her yet what they are good for."
)


def document_of(text, path="article.md"):
    return parse(SourceFile(path, text))


def told(text):
    document = document_of(text)
    return [(name, hit.span.cut(document.prose.text)) for name, check in CHECKS.items() for hit in check(document)]


def between(check, *texts):
    facts = {}
    for number, text in enumerate(texts):
        document = document_of(text, f"{number:04}.md")
        facts[document.source.path] = [
            PlacedFact(
                fact.key,
                fact.values,
                Place(document.source.path, document.prose.to_source(fact.span), 1, 1, 1, 1),
                fact.span.cut(document.prose.text),
            )
            for fact in check.gather(document)
        ]
    return list(check.comparer(facts))


def test_the_later_sentence_is_marked_and_the_earlier_one_shown():
    document = document_of(f"{ROOT}.\n\nMost teas are mild.\n\n{ROOT}.\n")
    (hit,) = duplicates.sentence(document)
    assert hit.span.start > hit.related[0].span.end
    assert hit.related[0].span.cut(document.prose.text) == f"{ROOT}."


def test_every_later_sentence_points_to_the_first():
    document = document_of("\n\n".join([f"{ROOT}."] * 4))
    assert {hit.related[0].span.start for hit in duplicates.sentence(document)} == {0}


def test_a_short_sentence_counts_where_it_comes_back_whole():
    assert told("Old roots smell strongly. Tea is mild.\n\nOld roots smell strongly.") == [
        ("sentence", "Old roots smell strongly.")
    ]
    assert told("Old roots smell strongly. Tea is mild.\n\nThe old roots smell strongly here.") == []
    assert told("Ask a pharmacist first. Tea is mild.\n\nAsk a pharmacist first.") == []


def test_the_words_that_differ_are_named():
    document = document_of(f"{ROOT}.\n\n{ROOT.replace('centuries', 'ages')}.\n")
    (hit,) = duplicates.sentence(document)
    assert hit.values["difference"] == ""
    document = document_of(f"{ROOT}.\n\n{ROOT.replace('used', 'sold')}.\n")
    (hit,) = duplicates.sentence(document)
    assert hit.values["difference"] == " (now “sold” and before “used”)"


def test_a_repeated_paragraph_stands_for_its_sentences():
    assert told(f"{FIRST}\n\nMost teas are mild.\n\n{FIRST}\n") == [("paragraph", FIRST)]


def test_a_paragraph_with_other_words_is_told_by_its_sentences_where_each_is_known():
    first = "Sage is a shrub of dry hills, and its grey leaves smell of camphor. Cooks in the north have fried them in butter for as long as anyone knows."
    later = "Sage is a shrub of dry hills, and its grey leaves smell of resin. Cooks in the north have fried them in butter for as long as books tell."
    assert [kind for kind, _ in told(f"{first}\n\nMost teas are mild.\n\n{later}\n")] == ["sentence", "sentence"]
    longer = f"{later} Nothing of it is wasted by anybody there."
    more = f"{first} Nothing of it is thrown away by them."
    assert [kind for kind, _ in told(f"{more}\n\nMost teas are mild.\n\n{longer}\n")] == ["paragraph"]


def test_a_paragraph_with_another_figure_is_told_by_its_sentence():
    one = f"Adults in the trial took 200 mg of the dried extract at night. {FIRST}"
    other = one.replace("200", "400")
    kinds = dict(told(f"{one}\n\nMost teas are mild.\n\n{other}\n"))
    assert kinds["figure"] == "Adults in the trial took 400 mg of the dried extract at night."
    assert "paragraph" not in kinds


def test_a_clause_of_twelve_words_is_a_repetition_within_longer_sentences():
    clause = "people who took the dried extract each night fell asleep a little sooner than before"
    first = f"In a trial that ran for a month in two towns of Norway, {clause}."
    second = f"As the authors of the report write in a long appendix on method, {clause}, which may be chance."
    assert told(f"{first}\n\n{second}\n") == [("sentence", clause)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The extract has shown clear effects on sleep in adults.",
            "The extract has not shown clear effects on sleep in adults.",
        ),
        ("Red tea of this plant is drunk by people at night.", "Green tea of this plant is drunk by people at night."),
        ("Valerian has a long record of use as a sleep aid.", "Melatonin has a long record of use as a sleep aid."),
        ("Talk to a doctor.", "Talk to a doctor."),
        ("More research is needed to learn what the extract does in people.",) * 2,
        ("This is not intended to diagnose, treat, cure or prevent any disease.",) * 2,
    ],
)
def test_what_is_built_alike_and_says_another_thing_is_no_repetition(one, other):
    assert told(f"{one}\n\nMost teas are mild.\n\n{other}\n") == []


def test_the_same_number_in_words_and_digits_is_no_other_figure():
    one = "Adults in the trial took two capsules of the extract each night."
    assert all(kind != "figure" for kind, _ in told(f"{one}\n\nTeas are mild.\n\n{one.replace('two', '2')}\n"))


def test_an_outline_entry_and_its_heading_are_told_once_as_the_heading():
    text = "- How the Root Is Dried\n- Who Drinks the Tea\n\n## How the Root Is Dried\n\nSlowly.\n"
    assert told(text) == [("heading", "How the Root Is Dried")]


def test_a_heading_that_says_a_sentence_of_the_title_again_is_told():
    assert told("# What is hemp? How it grows\n\n## What is hemp?\n\nA herb.\n") == [("heading", "What is hemp?")]
    assert told("# What is hemp?\n\n## What is hemp?\n\nA herb.\n") == []
    assert told("# Hemp tea! How it grows\n\n## Hemp tea\n\nIt is mild.\n") == []


def test_links_within_the_page_are_navigation():
    text = "- [How the Root Is Dried](#dried)\n\n## How the Root Is Dried\n\nSlowly.\n"
    assert told(text) == []


def test_references_tables_and_front_matter_repeat_freely():
    line = "Roe J, Doe A. The root of this plant as a sleep aid. Journal of Sleep. 2010."
    table = "| a | b |\n|---|---|\n| The root of this plant is dried | The root of this plant is dried |\n"
    text = f"---\ntitle: The root of this plant\n---\n# The root of this plant\n\n{table}\n## References\n\n- {line}\n- {line}\n"
    assert told(text) == []


def test_footnotes_name_their_sources_freely():
    note = "National Center for Health and the Study of Roots."
    assert told(f"Tea[^1] and root.[^2]\n\n[^1]: {note} First page.\n\n[^2]: {note} Second page.\n") == []


def test_two_definitions_of_one_thing_are_not_the_same_sentence():
    one = "Kava is a drink made from the ground root of a pepper plant of the South Pacific."
    other = "Kava is the ground root of a pepper plant that is native to the islands of the South Pacific."
    assert between(across.sentence, one, other) == []


def test_a_thousand_copies_are_read_as_fast_as_a_thousand_sentences():
    assert len(told("\n\n".join([f"{ROOT}."] * 1000))) == 999


def test_words_without_end_are_read():
    assert told("kava " * 30_000) == []


def test_a_paragraph_of_another_file_is_told_once_a_file_with_their_number():
    hits = between(across.paragraph, FIRST, f"{FIRST}\n\n{FIRST}\n", FIRST)
    assert [hit.fact.place.path for hit in hits] == ["0001.md", "0002.md"]
    assert hits[0].values == {"first": "0000.md", "more": " and in 1 more article"}
    assert hits[0].related[0][0].place.path == "0000.md"


def test_a_file_that_repeats_itself_is_no_matter_between_files():
    assert between(across.paragraph, f"{FIRST}\n\n{FIRST}\n", "Most teas are mild.") == []


def test_sentences_of_a_shared_paragraph_are_not_told_again():
    assert between(across.paragraph, FIRST, FIRST) and not between(across.sentence, FIRST, FIRST)


def test_a_long_sentence_of_another_file_is_told_where_its_paragraph_is_not():
    other = f"{ROOT.replace('has been', 'was')}. Tea is drunk hot in winter. Some add honey to the cup."
    (hit,) = between(across.sentence, FIRST, other)
    assert hit.fact.excerpt == "The root of this plant was used as a sleep aid for centuries."


def test_a_copied_article_is_told_once_and_not_by_its_paragraphs_and_sentences():
    copies = (ARTICLE, ARTICLE.replace("old wood", "wet wood"), f"Our shop is open.\n\n{ARTICLE}")
    hits = between(across.article, *copies)
    assert [(hit.fact.place.path, hit.values["more"]) for hit in hits] == [
        ("0001.md", " and in 1 more article"),
        ("0002.md", " and in 1 more article"),
    ]
    assert between(across.paragraph, *copies) == between(across.sentence, *copies) == []


def test_what_a_third_article_shares_with_two_copies_is_told_of_it_alone():
    hits = between(across.paragraph, ARTICLE, ARTICLE, f"{FIRST}\n\n{OTHER}")
    assert [(hit.fact.place.path, hit.values["first"], hit.values["more"]) for hit in hits] == [
        ("0002.md", "0000.md", "")
    ]


def test_another_dose_in_a_copied_article_is_told_in_its_place():
    dose = "Adults in the trial took 200 mg of the dried extract at night for two weeks."
    copies = (f"{ARTICLE}\n\n{dose}\n", f"{ARTICLE}\n\n{dose.replace('200', '400')}\n")
    assert between(across.article, *copies)
    assert [hit.values["now"] for hit in between(across.changed_figure, *copies)] == ["400 mg"]


def test_articles_that_share_half_of_their_words_are_two():
    assert between(across.article, ARTICLE, f"{FIRST}\n\n{OTHER}\n\n{OTHER[::-1]}") == []


def test_a_denied_sentence_is_not_shared():
    assert between(across.sentence, f"{ROOT}.", f"{ROOT.replace('has been', 'has never been')}.") == []


def test_another_figure_between_files_shows_both():
    one = "Adults in the trial took 200 mg of the dried extract at night for two weeks."
    (hit,) = between(across.changed_figure, one, one.replace("200", "400"))
    assert (hit.values["now"], hit.values["before"]) == ("400 mg", "200 mg")
    assert hit.related[0][1] == "200 mg here"


def test_a_form_that_each_file_fills_in_is_no_slip():
    one = "Each of our jars holds 30 capsules of the dried and milled root."
    assert between(across.changed_figure, *(one.replace("30", count) for count in ("30", "60", "90"))) == []


def test_facts_hold_no_text_and_are_small():
    document = document_of(ARTICLE)
    fact, *_ = across.paragraph.gather(document)
    assert (len(fact.key), *map(len, fact.values)) == (across.PARAGRAPH_BINS, across.ARTICLE_BINS)
    assert not {*texts_of(document.folded)} & {fact.key, *fact.values}
