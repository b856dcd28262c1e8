"""What an article about a substance must say, and when it has said it."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from kratomlint.code_checks import caveats
from kratomlint.document import Document
from kratomlint.language.subjects import read_subjects
from kratomlint.testing import catalogue_of, document_of

KNOWN = catalogue_of().knowledge
KRATOM = KNOWN.subjects["kratom"]
TOPICS = {topic.name: topic for topic in KRATOM.topics}
SILENT = (
    "# Kratom in the evening\n\nKratom relieves pain and lifts the mood after a long day. Kratom is stirred into juice or tea."
    + " The leaves are dried in the sun and ground to a fine powder, which is sold in bags." * 5
)


def left_out(document: Document) -> set[str]:
    names = {topic.name for subject in KNOWN.subjects.values() for topic in subject.topics}
    return {name for name in names if list(caveats.missing(document, name))}


STATED = [
    ("not-approved", "Kratom is not FDA approved."),
    ("not-approved", "The FDA has not approved kratom for medical use."),
    ("not-approved", "There are no FDA-approved uses for kratom."),
    ("not-approved", "It does not have FDA approval."),
    ("not-approved", "It is not lawfully marketed as a supplement."),
    ("dependence", "Kratom can be addictive."),
    ("dependence", "It may cause opioid-like withdrawal symptoms."),
    ("dependence", "Side effects include nausea and dependence."),
    ("dependence", "To reduce the risk of withdrawal, taper slowly."),
    ("dependence", "It has been used for opioid withdrawal, yet it carries a risk of addiction itself."),
    ("liver", "Cases of liver injury have been reported."),
    ("liver", "It can be toxic to the liver."),
    ("liver", "Stop if you see jaundice."),
    ("interactions", "It may interact negatively with certain medications."),
    ("interactions", "Do not mix it with alcohol."),
    ("interactions", "It inhibits CYP2D6."),
    ("pregnancy", "Do not use it while breast-feeding."),
    ("breathing-overdose", "Deaths have been linked to it."),
    ("breathing-overdose", "High doses can slow breathing."),
    ("seizures", "Seizures have been reported."),
    ("contamination", "Batches were recalled because of Salmonella."),
    ("legal", "It is illegal in six states."),
    ("legal", "Check your local laws first."),
    ("clinician", "Ask your doctor first."),
    ("approved-treatment", "Methadone and buprenorphine are approved."),
]
NOT_STATED = [
    ("not-approved", "These statements have not been evaluated by anyone."),
    ("not-approved", "Our customers approve."),
    ("dependence", "It is a non-addictive choice."),
    ("dependence", "It has a lower risk of dependence than pills."),
    ("dependence", "It works without the addictive properties of opioids."),
    ("dependence", "Some use it to manage opioid withdrawal symptoms."),
    ("dependence", "It is not as addictive as coffee."),
    ("liver", "Mitragynine is metabolized in the liver."),
    ("liver", "It supports liver health."),
    ("interactions", "Its alkaloids interact with opioid receptors."),
    ("interactions", "See a doctor if you take other medications."),
    ("breathing-overdose", "It has less risk of respiratory depression."),
    ("breathing-overdose", "It may end the opioid overdose crisis."),
    ("seizures", "Is it true that it causes seizures?"),
    ("contamination", "Our powder is free of contaminants."),
    ("contamination", "The results lead and the rest follow."),
    ("legal", "We value the integrity and legality of our products."),
    ("legal", "It is perfectly legal."),
    ("clinician", "Ask our friendly staff."),
    ("approved-treatment", "It is an effective treatment for chronic pain."),
]


@pytest.mark.parametrize(("topic", "sentence"), STATED)
def test_this_states_it(topic, sentence):
    assert caveats.states(document_of(sentence), TOPICS[topic])


@pytest.mark.parametrize(("topic", "sentence"), NOT_STATED)
def test_this_only_denies_it_or_brushes_by(topic, sentence):
    assert not caveats.states(document_of(sentence), TOPICS[topic])


def test_a_title_in_the_reference_list_states_nothing():
    listed = "Kratom helps.\n\n## References\n\n1. Smith J. Liver injury and seizures after kratom. Hepatology. 2019.\n"
    assert not caveats.states(document_of(listed), TOPICS["liver"])


def test_a_table_or_list_of_risks_states_its_entries():
    table = "## Harms\n\n| Harm | Source |\n|---|---|\n| Dependence | FDA |\n"
    assert caveats.states(document_of(table), TOPICS["dependence"])
    assert caveats.states(document_of("Side effects:\n\n- nausea\n- addiction\n"), TOPICS["dependence"])
    assert not caveats.states(document_of("## Uses\n\n- pain\n- addiction\n"), TOPICS["dependence"])


def test_what_an_article_announces_it_has_not_said():
    assert not caveats.states(document_of("This article covers the law in your state."), TOPICS["legal"])
    assert caveats.states(document_of("The law in your state may change."), TOPICS["legal"])


def test_a_silent_article_lacks_every_topic_that_is_always_called_for():
    assert left_out(document_of(SILENT)) == set(TOPICS) - {"approved-treatment"}


def test_approved_treatment_is_called_for_where_the_article_is_about_a_treatable_condition():
    once = SILENT + " Some mention chronic pain."
    assert "approved-treatment" not in left_out(document_of(once))
    assert "approved-treatment" in left_out(document_of(once + " Chronic pain is common."))
    assert "approved-treatment" in left_out(document_of(SILENT + "\n\n## Kratom for chronic pain\n\nIt is used."))


def test_a_caveat_is_asked_for_once_and_at_the_first_benefit():
    document = document_of(SILENT)
    (hit,) = caveats.missing(document, "liver")
    assert document.prose.text[hit.span.start : hit.span.end + 9] == "Kratom relieves"
    assert hit.values["subject"] == "kratom"


def test_a_short_text_is_not_asked():
    assert left_out(document_of("# Kratom\n\nKratom relieves pain. Kratom lifts the mood.")) == set()


def test_a_subject_in_passing_is_not_asked_for():
    text = SILENT + " Some blend it with lavender, kava and other herbs."
    assert [treated.subject.name for treated in read_subjects(document_of(text))] == ["kratom"]


def test_news_that_speaks_of_no_benefit_is_not_asked():
    text = "# Senate votes on kratom\n\n" + "The senate heard from both sides about kratom and its sale in shops. " * 9
    assert left_out(document_of(text)) == set()


def test_care_for_those_who_are_dependent_is_no_benefit():
    words = "The clinic keeps a list of what is brought to it. " * 10
    assert not left_out(
        document_of("# Kratom\n\nAsk what kratom does, as treatment has to start there. Kratom, kratom. " + words)
    )
    assert left_out(document_of("# Kratom\n\nAsk for kratom as a treatment of pain. Kratom, kratom. " + words))


def test_labels_that_were_found_wrong_are_stated() -> None:
    topic = next(topic for topic in KNOWN.subjects["melatonin"].topics if topic.name == "contamination")
    assert caveats.states(document_of("Of nine jars, six were inaccurately labeled."), topic)
    assert caveats.states(document_of("They held from half to twice of what the label promised."), topic)
    assert not caveats.states(document_of("Our label is easy to read."), topic)


def test_an_article_for_buyers_is_asked_even_without_a_benefit():
    text = (
        "# Kratom for beginners\n\nKratom comes in bags.\n\n"
        + "When you buy a bag, choose the strain that you enjoy. " * 9
    )
    assert "liver" in left_out(document_of(text + "Kratom is green."))


def test_every_subject_that_ships_has_names_models_and_sources():
    for subject in KNOWN.subjects.values():
        assert subject.names and subject.topics
        for topic in subject.topics:
            assert topic.model.endswith(".") and topic.sources and topic.states
            assert topic.needs[0].islower() and not topic.needs.endswith(".")


@pytest.mark.parametrize("subject", KNOWN.subjects.values(), ids=lambda subject: subject.name)
def test_the_model_sentence_states_its_topic(subject):
    for topic in subject.topics:
        assert caveats.states(document_of(topic.model), topic), topic.name


def test_every_topic_has_its_card():
    cards = {card for card in catalogue_of().cards if card.startswith("caveat/")}
    assert cards == {f"caveat/{topic.name}" for subject in KNOWN.subjects.values() for topic in subject.topics}


@given(some.text(alphabet="kratom helps pain liver.,\n#- 7-OH", max_size=300))
def test_no_text_breaks_the_reading_of_subjects(text):
    document = document_of(text * 3)
    for treated in read_subjects(document):
        assert treated.place.length > 0
    left_out(document)
