"""Two hedges on one claim are found; one hedge, or one on each of two claims, is left alone."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from paragraphs import document_of

from kratomlint.card import unmark
from kratomlint.code_checks.hedges import stacked

STACKED = (
    "Kava >>may potentially<< ease worry.",
    "It >>might, perhaps<<, help.",
    "The oil >>could help to possibly<< ease an itch.",
    ">>Perhaps it might<< calm.",
    "This >>could be a potential<< aid.",
    "Valerian >>may have the potential<< to shorten the night.",
    "Use >>may cause headaches, a dry mouth, and potential<< harm to the liver.",
    ">>Potential side effects may<< include nausea.",
    "It is widely >>believed that the leaf could<< help.",
    "Botanists >>speculate that the tannins may<< bind iron.",
    "It >>appears that ginger might<< help.",
    "The root is >>thought to potentially<< calm.",
    "It >>may or might<< help.",
    "A month's trial >>might arguably<< be fair.",
    "It is >>probably, on the whole, likely<< to be fine.",
    ">>Perhaps the root could<< calm.",
    "There is a >>chance that it may<< help.",
    "The leaf >>may show promise as a potential<< aid.",
    "It >>might, in rare cases, possibly<< help.",
    "Sage >>may soothe a sore throat, mouth and gums, possibly<< helping with speech.",
    "Sage >>could block the enzyme, potentially<< raising alertness.",
    ">>Possible adverse effects might<< be a dry mouth.",
    ">>Possible long-term benefits of sage may<< include calm.",
)
PLAIN = (
    "Kava may ease worry.",
    "It may or may not help.",
    "Kava may cause nausea and possibly vomiting.",
    "It may help people who would possibly sleep without it.",
    "The dose may be more likely to cause harm.",
    "It could not possibly help.",
    "It will probably rain, and the crop is likely to fail.",
    "Perhaps the best known of them is kava.",
    "There is a chance of rain, and you may get wet.",
    "There is a chance that it may not help.",
    "The label, which may change, is likely right.",
    "The trial may show that potential buyers were misled.",
    "You may feel sleepy, and the potential risks increase.",
    "It may increase the potential for abuse.",
    "The drug has the potential to harm; it may also help.",
    "Evidence suggests that it may help.",
    "We speculate that two of the trials may have been too small.",
    "In May potentially harmful batches were recalled.",
    "The effect may depend on the potential of hydrogen.",
    "Could it possibly help?",
    "Sage may not help, possibly leaving you worse off.",
    "Sage may help, but the trial stopped, possibly leaving harms unseen.",
    "Sage may help, possibly during sleep.",
    "Call as soon as possible side effects may show.",
    "Every possible care may fail.",
)


def marked(text):
    return [(hit.span.start, hit.span.end) for hit in stacked(document_of(text))]


@pytest.mark.parametrize("example", STACKED)
def test_two_hedges_on_one_claim_are_marked_from_the_first_to_the_second(example):
    text, ranges = unmark(example)
    assert marked(text) == ranges


@pytest.mark.parametrize("text", PLAIN)
def test_a_hedge_that_stands_alone_is_left_alone(text):
    assert marked(text) == []


def test_both_hedges_are_named_as_they_are_written():
    (hit,) = stacked(document_of("Could Potentially help."))
    assert hit.values == {"first": "Could", "second": "Potentially"}


def test_an_adverb_that_repeats_the_verb_is_offered_for_removal():
    (hit,) = stacked(document_of("Kava may, potentially, help."))
    assert hit.replacement == "may"


def test_nothing_is_offered_where_more_than_one_word_must_change():
    (hit,) = stacked(document_of("It may offer potential benefits."))
    assert hit.replacement is None


def test_hedges_of_two_blocks_are_no_stack():
    assert marked("What it may\npotentially do") == []


@given(
    st.lists(
        st.sampled_from(
            ["may", "potentially", "it", "is", "thought", "that", "potential", "and", ",", ".", "\n", "cause", "leaf"]
        )
    )
)
def test_what_is_marked_never_overlaps_and_stays_in_its_block(words):
    text = " ".join(words)
    ranges = marked(text)
    assert all(before[1] <= after[0] for before, after in pairwise(ranges))
    assert not any("\n" in text[start:end] for start, end in ranges)
