"""What counts as a source and how far it reaches."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from kratomlint.document import Document
from kratomlint.knowledge import Knowledge, Lexicon
from kratomlint.language.addresses import is_answerable, is_evidence, own_hosts
from kratomlint.language.citations import read_sources, sourced
from kratomlint.readers import parse
from kratomlint.source import SourceFile
from kratomlint.testing import document_of

LISTS = Path(__file__).parent.parent / "checks" / "lexicons"


def organisations() -> Lexicon:
    terms = tomllib.loads((LISTS / "organisations.toml").read_text(encoding="utf-8"))["terms"]
    return Lexicon("organisations", {term: term for term in terms})


def read(text: str) -> Document:
    return parse(SourceFile("a.md", text), knowledge=Knowledge({"organisations": organisations()}))


def cites(text: str) -> list[bool]:
    document = read(text)
    return [sourced(document, sentence) for sentence in document.sentences]


@pytest.mark.parametrize(
    "text",
    [
        "Kava eases worry [1].",
        "Kava eases worry [1, 2].",
        "Kava eases worry [3-5].",
        "Kava eases worry.¹",
        "Kava eases worry.<sup>1,2</sup>",
        "Kava eases worry (Pittler 2003).",
        "Kava eases worry (Pittler & Ernst, 2003).",
        "Kava eases worry (Pittler et al., 2003; Sarris et al., 2013).",
        "Sarris and colleagues (2013) gave kava to adults.",
        "Sarris et al. (2013) gave kava to adults.",
        "Kava eases worry (doi:10.1002/14651858.CD003383).",
        "Kava eases worry (PMID: 12535473).",
        "Kava eases worry (PMC6999799).",
        "Kava was compared with a placebo (NCT02219880).",
        "Kava eases worry [@pittler2003].",
        "Kava eases worry [@pittler2003; @sarris2013].",
        "Kava [eases worry](https://pubmed.ncbi.nlm.nih.gov/12535473/).",
        "Kava [eases worry](https://doi.org/10.1002/14651858.CD003383).",
        "According to the National Center for Complementary and Integrative Health, kava may harm the liver.",
        "The FDA warned in 2002 that kava may harm the liver.",
        "The Mayo Clinic notes that kava may harm the liver.",
        "According to a study by the World Health Organization, many people drink kava.",
        "Kava may harm the liver, notes Mayo Clinic.",
        "The World Health Organization (WHO) has also concluded that kava drinks carry a low risk.",
        "NCCIH's fact sheet states that kava may harm the liver.",
        "Kava is considered by the European Medicines Agency to be a risk.",
        "In a trial published in the Journal of Clinical Psychopharmacology in 2013, kava eased worry.",
        "A 2003 study in American Family Physician looked at kava.",
        "A study of 2009 in Poultry and Eggs looked at kava.",
        "A 2009 trial in Scientific Reports looked at kava.",
        "A 2005 study from the journal Food and Chemical Toxicology looked at kava.",
        "Kava eases worry, according to a study in the May issue of Planta Herbaria.",
        "Kava eases worry, according to findings published on Tuesday in The Lancet.",
        "Kava eases worry, according to a new study led by researchers at the Mayo Clinic.",
        "Kava eases worry, according to research from Monash University.",
        "Kava eases worry, according to a new study led by a Monash University researcher.",
        "Kava eases worry, according to a recent Monash University trial.",
        "Jane Roe, a Mayo Clinic sleep physician, says that kava may harm the liver.",
        "Sales of kava doubled, according to market data from Rootwatch.",
        "Kava may harm the liver, according to the Mayo Clinic. However, it is drunk.",
        "Some say that kava eases worry, according to MedlinePlus. Kava is a root.",
        "The North American Menopause Society does support a short course.",
    ],
)
def test_this_is_a_source(text):
    assert cites(text)[0]


@pytest.mark.parametrize(
    "text",
    [
        "A study found that kava eases worry.",
        "Kava was studied in 2013.",
        "A study of 2009 in Trinidad and Tobago looked at kava.",
        "A study in Poultry and Eggs looked at kava.",
        "Kava was studied for years (January 2013).",
        "Meta-analysis (2013): kava eases worry.",
        "It appeared in the Journal of Clinical Psychopharmacology.",
        "A study in the Journal of the International Society of Sports Nutrition found that kava eases worry.",
        "Kava eases worry, as [our guide](/blog/kava) explains.",
        "Kava eases worry, as [our guide](#kava) explains.",
        "Kava eases worry, see [Wikipedia](https://en.wikipedia.org/wiki/Kava).",
        "Kava eases worry; [order here](https://islandroots.com/kava-powder).",
        "Kava eases worry; [read on](https://www.kava-world.com/why-kava).",
        "Kava eases worry; [see this](https://www.amazon.com/dp/B000).",
        "Kava eases worry; [see this](https://example.com/study).",
        "Kava eases worry; [see this](https://calmroot.example/study).",
        "Kava eases worry; [see this](https://calmroot.com/kava?utm_source=release).",
        "Kava eases worry; [share](https://www.facebook.com/sharer.php?u=https://islandroots.com/kava).",
        "Kava eases worry; [see this](https://healthsite.com/kava?ref=12345).",
        "These statements have not been evaluated by the Food and Drug Administration.",
        "It is an FDA-approved claim.",
        "Who says that kava works?",
        "The Dietary Supplement Health and Education Act (1994) covers kava.",
        "The room measured 20 m² and held 10³ roots.",
        "Kava grew on 20 m<sup>2</sup> of land.",
        "Researchers found that kava eases worry.",
        "Our Kava Company says that kava eases worry.",
        "Kava eases worry, according to a study in Planta Herbaria.",
        "Kava eases worry, according to research from our team.",
        "Kava eases worry, according to a recent Chinese trial.",
        "Kava eases worry, according to data from Chinese studies.",
        "The second issue of interest in this study is sleep.",
        "The Samoan researchers found that kava eases worry.",
    ],
)
def test_this_is_no_source(text):
    assert not cites(text)[0]


@pytest.mark.parametrize(
    "text",
    [
        "Another trial saw calmer drinkers. A 2013 review had forty (Sarris 2013).",
        "Worry troubles millions of people. In one study of forty adults it fell (Sarris 2013).",
    ],
)
def test_the_study_that_the_next_sentence_opens_with_speaks_for_no_other_study_and_no_count(text):
    assert cites(text) == [False, True]


def test_the_study_that_the_next_sentence_opens_with_speaks_for_a_claim():
    assert cites("Kava eases worry. In one study of forty adults it fell (Sarris 2013).") == [True, True]
    assert cites("Another trial saw calmer drinkers. They had drunk for a week (Sarris 2013).") == [True, True]


def test_a_citation_in_the_next_sentence_counts():
    assert cites("Kava eases worry. This was shown in a trial [1]. Kava is a root.") == [True, True, False]


def test_a_body_that_was_named_may_be_named_in_short():
    text = (
        "Monash University ran a trial of kava. The Monash team found that it eases worry. The Fiji team found so too."
    )
    assert cites(text) == [False, True, False]


def test_an_attribution_speaks_for_its_own_sentence_only():
    assert cites("Kava cures worry. The FDA warned in 2002 about the liver.") == [False, True]


def test_a_citation_does_not_reach_across_paragraphs():
    assert cites("Kava eases worry.\n\nKava is a root [1].") == [False, True]


def test_a_lead_in_covers_its_list():
    text = "A review found that kava may ([Pittler](https://doi.org/10.1002/14651858.CD003383)):\n\n- ease\n- help\n"
    assert cites(text) == [True, True, True]


def test_a_footnote_counts_where_its_text_is_there():
    assert cites("Kava eases worry.[^1]\n\n[^1]: Pittler MH, 2003.")[0]


def test_a_number_counts_only_where_the_reference_list_holds_it():
    listed = "\n\n## References\n\n1. Pittler MH. Kava extract. Cochrane Database Syst Rev. 2003.\n"
    assert cites("Kava eases worry [1]." + listed)[0]
    assert not cites("Kava eases worry [7]." + listed)[0]


def test_a_reference_list_without_marks_supports_no_sentence():
    listed = "\n\n## References\n\n1. Pittler MH. Kava extract. Cochrane Database Syst Rev. 2003.\n"
    document = read("Kava eases worry." + listed)
    assert not sourced(document, document.sentences[0])
    assert [source.kind for source in document.once(read_sources)] == ["listed"]


def test_the_shop_of_one_link_is_a_shop_in_all():
    links = [("https://islandroots.com/products/powder", "powder"), ("https://islandroots.com/blog/kava", "study")]
    own = own_hosts(links, {})
    assert not is_evidence("https://islandroots.com/blog/kava", own)
    assert is_evidence("https://islandroots.com/blog/kava", frozenset())


def test_a_share_button_tells_the_page_its_own_host():
    own = own_hosts([("https://twitter.com/share?url=https%3A%2F%2Fcalmroot.com%2Fkava", "tweet")], {})
    assert own == {"calmroot.com"}


def test_an_authority_is_evidence_even_on_its_own_page():
    assert is_evidence("https://www.fda.gov/food/kava", frozenset({"fda.gov"}))
    assert is_answerable("https://ods.od.nih.gov/factsheets/kava")


@given(some.text(alphabet="Kava [](){}^@1¹23-–,. FDAWHO'swarn\n#*<sup>/:htp", max_size=200))
def test_every_source_lies_in_the_prose(text):
    document = read(text)
    for source in document.once(read_sources):
        assert 0 <= source.span.start <= source.span.end <= len(document.prose.text)
    for sentence in document.sentences:
        sourced(document, sentence)


def test_figures_in_round_brackets_are_references_where_there_are_several():
    def cited(text: str) -> list[str]:
        document = document_of(text)
        return [source.span.cut(document.prose.text).strip() for source in document.once(read_sources)]

    assert cited("Kava eased anxiety (5). It was tried for six weeks (6, 7).") == ["(5)", "(6, 7)"]
    assert cited("Kava eased anxiety (5).") == []
    assert cited("First (1) boil the water, then (2) add the root.") == []
    assert cited("Kava eased anxiety.(5) It was tried for six weeks.(6, 7)") == ["(5)", "(6, 7)"]
    assert cited("f(1) and f(2) are known.") == []
