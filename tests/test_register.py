"""In which voice an article speaks: what is careful, what is copy that borrows the tone, and what checks make of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kratomlint import source
from kratomlint.document import Document
from kratomlint.language.reading import own_names
from kratomlint.language.register import (
    MOST_APPEALS,
    MOST_PERSONAL,
    MOST_PROMISES,
    WEIGHINGS_FOR_A_PROMISE,
    appeals,
    first_persons,
    is_careful,
    is_clinical,
    promises,
    traces_of_a_seller,
    weighings,
)
from kratomlint.readers import parse
from kratomlint.scoring import articles
from kratomlint.testing import catalogue_of, document_of, found

SEEDS = Path(__file__).parent.parent / "seeds"
CAREFUL = """
boldo-encyclopedia kanna-botany restless-legs-leaflet opioid-toxicity-notes tianeptine-warning wintergreen-calls
ginkgo-encyclopedia kratom-leaflet seven-oh-news essential-oils-leaflet
""".split()
ABOUT_NO_REMEDY = ["restless-legs-leaflet", "opioid-toxicity-notes"]
# How far copy has to stay from what is careful, so that one word more or less decides nothing.
MARGIN = 1.5

# An encyclopedia's page on a plant that no list knows, without a single source.
PAGE = """
# Quarrel root

Quarrel root is the tuber of a vine of the coast. The tuber is boiled, and the broth of quarrel root is drunk at weddings.
It has been reported to calm a restless child, and it is thought to act on the gut. Whether it does is not known.
Quarrel root can cause vomiting and a rash. Raw quarrel root is toxic, and deaths have been described.
In the 18th century quarrel root was prescribed as a remedy for fever. There is no evidence that quarrel root lowers it.
It may interact with warfarin and should not be taken in pregnancy. The vine grows to four metres and flowers in May.
About half a tablespoon of the powder is used for a pot. In rats 300 mg of quarrel root a day damaged the kidneys.
"""


def seed(path: Path) -> Document:
    return parse(source.decode(path.read_bytes(), path.name), knowledge=catalogue_of().knowledge)


def clean(name: str) -> str:
    return (SEEDS / "clean" / f"{name}.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", CAREFUL)
def test_encyclopedias_leaflets_notes_and_the_news_of_authorities_are_careful(name: str) -> None:
    assert is_careful(document_of(clean(name)))


def test_a_page_on_a_plant_that_no_list_knows_is_careful() -> None:
    assert is_careful(document_of(PAGE))


@pytest.mark.parametrize("path", articles(SEEDS / "bad"), ids=lambda path: path.parent.name)
def test_no_copy_is_taken_for_careful_and_none_comes_near(path: Path) -> None:
    document = seed(path)
    thousands = document.words / 1000
    excess = (
        float(traces_of_a_seller(document) and MARGIN),
        first_persons(document) / (MOST_PERSONAL * thousands),
        promises(document) / max(1.0, MOST_PROMISES * thousands),
        appeals(document) / max(2.0, MOST_APPEALS * thousands),
        WEIGHINGS_FOR_A_PROMISE * promises(document) / max(1, weighings(document)),
    )
    assert not is_careful(document)
    assert max(excess) >= MARGIN


@pytest.mark.parametrize(
    "added",
    [
        "Order yours today.",
        "A jar costs only $19.",
        "We sell the tea.",
        "Our products are tested.",
        "See [the tea](https://leaf.example/products/tea).",
        "Members pay a reduced price.",
        "I take it every night. I have never slept so well.",
        "Quarrel root eases fever. Quarrel root calms anxiety. Quarrel root relieves pain.",
        "It is a natural remedy. The root is powerful, amazing and truly a miracle.",
        "It is harmless. Quarrel root is a gentle alternative to opioids. Quarrel root is safe.",
        "Take it an hour before you lie down. Use a spoon if your cup is small. If you are new, you take half of it.",
        "Studies show that drinkers yawn. Research suggests a longer sleep. Trials have found more dreams. Experts say so.",
    ],
)
def test_one_trace_of_copy_and_a_page_is_careful_no_more(added: str) -> None:
    assert not is_careful(document_of(f"{PAGE}\n{added}\n"))


@pytest.mark.parametrize(
    "added",
    [
        'A seller wrote: "Order yours today, it is a miracle, and I love it!"',
        "Can I take it with my tablets?",
        "Schedule I of the act lists it.",
        "Write to the office for leaflets.",
        "It is not harmless.",
    ],
)
def test_what_is_quoted_asked_or_denied_is_not_the_voice_of_the_page(added: str) -> None:
    assert is_careful(document_of(f"{PAGE}\n{added}\n"))


def test_a_text_that_names_no_harm_has_weighed_nothing() -> None:
    assert not is_careful(
        document_of("# Quarrel root\n\n" + "Quarrel root is a tuber of the coast and is boiled. " * 20)
    )


def test_a_report_of_own_research_gives_its_results_and_need_not_warn() -> None:
    results = (
        "Four trials gave 75 mg of zinc a day, and colds were shorter by 20%. Five trials of less found no effect. " * 6
    )
    assert not is_careful(document_of(f"# Zinc\n\n{results}"))
    assert is_careful(document_of(f"# Zinc\n\nThe purpose of this study was to look at the dose.\n\n{results}"))


def test_of_a_short_text_nobody_can_say() -> None:
    assert not is_careful(document_of("Quarrel root is toxic. It is not known why. It can cause seizures. Avoid it."))


@pytest.mark.parametrize("name", CAREFUL)
def test_what_is_taken_is_told_from_what_is_suffered(name: str) -> None:
    assert is_clinical(document_of(clean(name))) is (name in ABOUT_NO_REMEDY)


def test_a_reference_list_is_not_the_voice_of_the_page() -> None:
    listed = "".join(f"{number}. Amazing natural remedies. J Herbs 20{number}.\n" for number in range(10, 20))
    assert is_careful(document_of(f"{PAGE}\n## References\n\n{listed}"))


def test_a_verb_of_a_title_is_no_name() -> None:
    text = "# Do you have boldo?\n\n" + "You have boldo, and they have boldo. " * 5
    assert own_names(document_of(text)) == {"boldo"}


@given(st.text(max_size=400))
def test_odd_text_has_a_register_too(text: str) -> None:
    document = document_of(text + PAGE)
    assert is_careful(document) in (True, False)
    assert is_clinical(document) <= is_careful(document)


# -- what checks make of it -------------------------------------------------------------------------------------------

SOLD = PAGE + "\nOrder yours today in our shop.\n"


@pytest.mark.parametrize(
    "check",
    ["evidence/no-sources", "evidence/unsourced-belief", "dosage/unsourced"],
)
def test_what_a_seller_has_to_cite_an_encyclopedia_need_not(check: str) -> None:
    asked = (
        PAGE.replace("About half", "Take 2 g of the powder a day. About half") if check == "dosage/unsourced" else PAGE
    )
    assert found(check, asked + "\nOrder yours today in our shop.\n")
    assert not found(check, PAGE)


def test_a_dose_that_a_leaflet_advises_needs_a_source_all_the_same() -> None:
    text = PAGE + "\nTake 2 g of quarrel root twice a day.\n"
    assert [finding.excerpt for finding in found("dosage/unsourced", text)] == ["2 g of quarrel root twice a day"]
    listed = "\n## References\n\n1. Coastal pharmacopoeia. 2019.\n"
    assert not found("dosage/unsourced", text + listed)


def test_in_a_clinicians_notes_doses_are_those_of_the_formulary() -> None:
    assert not found("dosage", clean("opioid-toxicity-notes"))


def test_a_plain_promise_is_told_in_a_careful_page_too() -> None:
    added = "\nKratom relieves pain. They treat nausea in people who chew kratom.\n"
    assert is_careful(document_of(clean("kratom-leaflet") + added))
    findings = found("overclaim/efficacy", clean("kratom-leaflet") + added)
    assert [finding.excerpt for finding in findings] == ["relieves pain"]


def test_who_only_describes_need_not_warn_and_who_guides_must() -> None:
    # In a longer page a reader is spoken to now and then.
    harvests = " ".join(
        f"In {year} the vine bore flowers on {year - 1890} islands of the coast." for year in range(1900, 1930)
    )
    warned = "Kava may cause drowsiness. Whether kava harms the kidneys is not known."
    page = f"{PAGE.replace('Quarrel root', 'Kava').replace('quarrel root', 'kava')}\n{harvests} {warned}\n"
    guided = (
        page
        + "\nYou can use it as a tea. You may take it as a powder. Your dose depends on you. Try it before you use more.\n"
    )
    assert is_careful(document_of(page)) and is_careful(document_of(guided))
    assert not found("caveat/clinician", page)
    assert found("caveat/clinician", guided)


LEAFLET = """
# Night cramp

Night cramp is a painful tightening of the calf, and old people have it most. The pain can keep a person awake.

## Causes

Some medicines cause it, and so does kidney failure. In most people the cause is unknown. Quinine is toxic and is avoided.
Ask your doctor whether one of your medicines may be the reason.

## Care

Stretch the calf before you go to bed. No tablet has been shown to help, and magnesium does not. {again}

Talk to your doctor if both legs swell, as the cause may be a clot. Do not stop a medicine without asking.
Call an ambulance for chest pain. Cramps that come with weakness should not wait, and neither should a fever.
"""


@pytest.mark.parametrize(
    ("again", "told"),
    [
        ("The pain can keep a person awake.", False),
        ("Night cramp is a painful tightening of the calf, and old people have it most.", False),
        ("Ask your doctor whether one of your medicines may be the reason.", False),
        (
            "Talk to your doctor if both legs swell, as the cause may be a clot. "
            "Talk to your doctor if both legs swell, as the cause may be a clot.",
            True,
        ),
    ],
)
def test_a_leaflet_may_say_a_short_sentence_under_each_heading(again: str, told: bool) -> None:
    text = LEAFLET.format(again=again)
    assert is_careful(document_of(text))
    assert bool(found("duplicate/sentence", text)) is told
    assert found("duplicate/sentence", text + "\nBuy it now.\n")


def test_front_matter_that_lists_sources_counts_as_a_list() -> None:
    body = "\n# Hops\n\n" + "Hops relieve pain and help people with insomnia, anxiety and stress to sleep. " * 8
    listed = '---\nsources:\n  - "Koetter U. Phytother Res. 2007."\n---\n'
    named = "---\nsources: our own kitchen\n---\n"
    assert found("evidence/no-sources", named + body)
    assert not found("evidence/no-sources", listed + body)


def test_who_sells_has_to_cite_even_where_a_study_of_their_own_is_told() -> None:
    body = "# Hops\n\n" + "We searched three databases. Hops relieve pain and help people with insomnia to sleep. " * 6
    assert not found("evidence/no-sources", body)
    assert found("evidence/no-sources", body + "\nOrder yours today.\n")
