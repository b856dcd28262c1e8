"""What a sentence is read to promise, and what keeps it from counting."""

import pytest
from claiming import ABOUT_KAVA, counting
from fuzz.texts import examples, seeds

from kratomlint.language.claim import Claim
from kratomlint.language.claims import READERS, _readers_of, _scenes, read_claims
from kratomlint.language.reading import own_names, promotes, read
from kratomlint.testing import document_of


def claims(text: str, before: str = ABOUT_KAVA) -> list[Claim]:
    return list(document_of(before + text).once(read_claims))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Kava relieves anxiety.", ["relieves anxiety"]),
        ("Kava can provide deep relaxation.", ["provide deep relaxation"]),
        ("Kava relieves pain, lifts mood and improves sleep.", ["relieves pain", "lifts mood", "improves sleep"]),
        ("Kava acts in the brain, easing tension.", ["easing tension"]),
        ("Kava may act in the brain, offering relief.", ["offering relief"]),
        ("The herb is known to calm the nerves.", ["calm the nerves"]),
        ("Studies show it improves sleep.", ["improves sleep"]),
        ("Its efficacy against worry is the subject here.", ["Its efficacy against"]),
        ("It owes its fame to its calming effects.", ["calming effects"]),
        ("The role of kava in alleviating stress is old.", ["alleviating stress"]),
        ("Kava is useful for insomnia.", ["useful for insomnia"]),
        ("Kava is an old herb, with benefits for stress, sleep and more.", ["with benefits for"]),
        ("Its roots hold kavain, which binds to receptors to ease worry.", ["ease worry"]),
        ("Kava is sold beside morphine, which binds to receptors to ease pain.", []),
        ("Kava is as effective as prescription drugs.", ["as effective as prescription drugs"]),
        ("Kava helps you sleep.", ["helps you sleep"]),
        ("Kava keeps stress at bay.", ["keeps stress at bay"]),
        ("# Managing anxiety with kava", ["Managing anxiety"]),
        ("- **Stress relief:** one cup after work", ["Stress relief"]),
        ("- **Sleep trial:** reduced insomnia in adults", [": reduced insomnia"]),
        ("- Significant improvement in sleep quality", ["Significant improvement in sleep quality"]),
        ("Bloating fades away.", ["Bloating fades away"]),
        ("Say goodbye to stiff joints.", ["Say goodbye to stiff joints"]),
        ("## Treatment and prevention of ulcers", ["Treatment and prevention of ulcers"]),
        ("## Joint health and arthritis relief", ["Joint health and arthritis relief"]),
        ("After exercise, it relieves soreness.", ["relieves soreness"]),
        ("It can be used to relieve stress.", ["relieve stress"]),
        ("May be a root, but it is a natural remedy for headaches.", ["natural remedy for headaches"]),
        ("Farmers drink it because it calms the nerves.", ["calms the nerves"]),
        ("Research shows how old it is. It relieves stress.", ["relieves stress"]),
        ("Beyond that, it is drunk by old patients. It relieves stress.", ["relieves stress"]),
        ("Its resins may explain its calming effects.", ["calming effects"]),
        ("Its benefits include relaxation.", ["benefits include relaxation"]),
        ("The result is better sleep.", ["The result is better sleep"]),
        ("Kava is old, and so are the ailments it can help relieve.", ["ailments it can help relieve"]),
        ("It is good for humans, too.", ["is good for humans"]),
        ("A dose of kava keeps you calm.", ["keeps you calm"]),
        ("Kava normalizes the body's stress response.", ["normalizes the body's"]),
        ("Kava is a powerhouse when it comes to combating allergies.", ["combating allergies"]),
        ("It works very well if you want to focus.", ["works very well"]),
        ("It wards off colds/flu.", ["wards off colds/flu"]),
        ("Kava tea is rich in health benefits.", ["rich in health benefits"]),
        ("A cup of kava would help you fight colds.", ["fight colds"]),
        ("By taking kava at night, you can directly support restful sleep.", ["support restful sleep"]),
        ("It can act as a fast relief for acid reflux.", ["a fast relief for acid reflux"]),
        ("Its resins are engineered to amplify cognitive agility.", ["amplify cognitive agility"]),
        (
            "It is used as a tonic and it also helps in relieving insomnia.",
            ["helps in relieving insomnia", "relieving insomnia"],
        ),
        ("The reason for the high demand is its efficacy for worry.", ["its efficacy for"]),
        ("It is known as the best cannabinoid for sleep.", ["best cannabinoid for sleep"]),
        ("Kava roots are dried. Others ease tension.", ["ease tension"]),
        ("Its resins in the gut help to restore the gut lining.", ["restore the gut lining"]),
        ("Melatonin is a hormone made by the brain, and our gummies support sleep.", ["support sleep"]),
        ("Melatonin is a hormone made by the brain, and kava relieves stress.", ["relieves stress"]),
        ("It relieves stress: try it.", ["relieves stress"]),
        ("| Effect | Relief of cramps |\n|---|---|\n| Taste | bitter |", ["Relief of cramps"]),
    ],
)
def test_a_benefit_in_the_articles_own_voice_counts(text, words):
    assert counting(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "Kava may relieve anxiety.",
        "Kava could possibly ease stress.",
        "Kava does not relieve anxiety.",
        "Kava has not been shown to relieve anxiety.",
        "There is no evidence that kava relieves anxiety.",
        "Does kava relieve anxiety?",
        "Whether kava relieves anxiety is not known.",
        "Many people use kava to relieve anxiety.",
        "Kava is traditionally used to relieve anxiety.",
        "Users report that kava relieves anxiety.",
        "Kava has been studied for its potential to relieve anxiety.",
        "Sellers of kava say that it relieves anxiety.",
        "Product developers assert that it relieves anxiety.",
        "The idea is that kava relieves anxiety.",
        "One idea was taken up at once: kava relieves anxiety.",
        "Kava relieves anxiety, but the validity of these studies is questionable.",
        "Kava relieves anxiety, though this has never been shown in a trial.",
        "Farmers drink it because they have been told it relieves anxiety.",
        "The Greeks, who used it on wounds, hoped to relieve anxiety.",
        "Villagers regard kava as an antidepressant.",
        "It has no effect on heart attack, stroke and cancer.",
        "Dry air contributes to throat irritation.",
        "Some of the health benefits attributed to kava are old.",
        "Many creams claim to restore it, giving us smooth skin.",
        "Drinkers raise it until they find the amount that promotes relaxation.",
        "Kava is mainly used for calming and relaxing the mind.",
        "It is known for its purported ability to ease pain and to lift the mood.",
        "The evidence behind the effectiveness of kava in old age is thin.",
        "Regular exercise relieves anxiety.",
        "A healthy liver helps regulate hormones.",
        "What helps with anxiety?",
        "People who want to relieve anxiety drink it.",
        "Trials are needed to establish its efficacy.",
        "Kava is sold for its calming effects.",
        "Kava and alcohol have additive sedative effects.",
        "How it works is not known.",
        "Makers claim to relieve stress.",
        "It is less helpful for insomnia.",
        "It may start reactions that increase energy.",
        "Dr. Hale, who treats diabetes, disagrees.",
        "Did the trial find that kava relieves stress?",
        "## Understanding stress relief",
        "Kava’s possible calming effects were looked at.",
        "It has been drunk in Fiji for its calming effects.",
        "Some say that it helps, and there are also claims that it eases pain.",
        "Promoted as a natural energy booster, kava sells well.",
        "The efficacy of kava is a subject of ongoing debate.",
        "I have been hearing for years that kava eases pain.",
        "My friends took kava to manage their anxiety.",
        "The nervous system in our bodies is responsible for maintaining balance.",
        "In busy times, keeping a good mood is hard.",
        "It may help in easing cramps, reducing bloating and calming nerves.",
        "The most common use of kava is to calm nerves by easing stress.",
        "It’s often touted for perks such as easing pain.",
        "It may have perks similar to those of other roots, such as warmth, good taste and calming effects.",
        "Fans of this blend claim it calms nerves.",
        "Opinions differ about its effectiveness.",
        "It is increasing awareness of a leaf.",
        "Beneficial bacteria in the digestive system compete with it.",
        "Kava showed calming effects in animal models of fear.",
        "Kava reduced anxiety in mice.",
        "Fears concerning the effectiveness of antibiotics grow.",
        "Studies in rats show that it increases serotonin levels.",
        "It is touted as a cure that improves sleep.",
        "He met a woman who said she lost 10 pounds.",
        "Participants who drank kava for a year lost 4 pounds.",
        "Daily drinkers go through pain when they stop.",
        "A few drops in almond oil, dabbed on eczema, can irritate.",
        "- Eczema: two drops in oil on inflamed skin",
        "Kava makes some people less able to cope with stress.",
        "Kava can lower blood sugar, so on insulin you could go too low.",
        "Because kava boosts immunity, people with lupus and those on steroids should speak to a doctor first.",
        "Kava calms the nerves, so anyone who takes sedatives should not use it.",
        "Kava lowers blood pressure, which may fall too far with tablets for it.",
        "Ask your pharmacist before you drink kava if any of these is true:\n\n- You drink wine, which can increase energy",
        "Grapefruit can raise the level of kava in your blood.",
        "Stopping kava at once can bring back anxiety.",
        "Drinkers of kava feel better within a week of stopping.",
        "Do not drink kava if:\n\n- Your tea improves sleep",
        "There is a wide range of opinion about the health benefits of kava.",
        "Darkness stimulates melatonin production.",
        "Kava reduces the blood thinning effect of warfarin.",
        "Kava reduces the effect of HIV medicine.",
        "It has been linked to a compromised ability to generate new neurons.",
        "Several things can improve sleep.",
        "Teas indicated for long use can cause dependency.",
        "## What are nervines?",
        "It has been suggested for years as a way to reduce pain.",
        "It eases pain, but the jury is still out.",
        "Kava is old, and the jury is still out on its effectiveness.",
        "There is conflicting evidence on its effectiveness in rebuilding joints.",
        "Kava drops promise to sharpen the wits, leading to increased energy.",
        "Sellers promise to “boost” the immune system.",
        "## Kava drops for weight loss",
        "Somebody must look before conclusions can be drawn about its effectiveness in old age.",
        "## Kava for beginners: a natural remedy for anxiety?",
        "It is in every shop now, along with claims from sellers and a few papers that this root can relieve stress.",
        "Another theory links the ability of kava to relieve stress to its resins.",
        "Kava has a long history of use in Fijian medicine for relieving stress, lifting mood and improving sleep.",
        "Kava has been widely deployed to relieve stress.",
        "Melatonin is a hormone produced by the brain at night and supports sleep.",
        "Melatonin is a hormone that, among other things, helps the body regulate sleep.",
        "Kava is found in some products for treating heartburn.",
        "Relieves stress: FALSE",
        "Kava relieves stress – a myth.",
        "Who fell after kava had lower rib fractures, blunt abdominal trauma and a crush injury.",
        "Lower leg pain is common.",
        "There is no support for claims that drinking kava relieves stress.",
        "Much of its fame comes from its purported ability to reduce worry, relieve stress, and improve sleep.",
        "That led to its approval as a sleep aid in Germany.",
        "It has long had a reputation for helping to relieve stress.",
        "Tonga drinkers may feel better because of the placebo effect.",
        "Grapefruit acts on kava, either increasing or decreasing its efficacy.",
        "We have set out the issue of efficacy at some length.",
        "Kava drinks are defined as drinks that can relieve stress.",
        "The effectiveness of kava can vary from shop to shop.",
        "A placebo alone often relieves stress.",
        "That makes the risk-benefit balance for anxiety poor.",
        "It was drunk more after a baker found it helped relieve his stress.",
        "Claims that it increases energy are unproved.",
        "No kava product has been conclusively shown to be effective for insomnia.",
        "Her doctor prescribed kava drops to relieve stress.",
        "Kava has blood-thinning properties that may lead to bleeding in surgery.",
        "Any small benefit it offers for sleep is outweighed by its harms.",
        "Sellers know that roots can be harmful. They can:\n\n- raise or lower your blood pressure",
        "Kava will (hopefully) relieve stress.",
        "Kava is approved in some countries as an antidepressant.",
        "Which roots relieve stress depends on the stress.",
        "| Used for | Relief of cramps |\n|---|---|\n| Type of medicine | Antispasmodic |",
    ],
)
def test_what_is_hedged_denied_asked_reported_or_of_something_else_does_not_count(text):
    assert counting(text) == []


def test_a_hedge_of_the_main_clause_does_not_reach_what_hangs_on_it():
    hedged, hanging = claims("Kava may ease stress, improving sleep.")
    assert (hedged.hedged, hanging.hedged) == (True, False)


def test_a_label_of_use_reports_and_any_other_label_promises() -> None:
    for label, reported in [("Main use", True), ("Strength", False)]:
        verbs = [claim for claim in claims(f"{label}: relieves stress") if claim.form == "verb"]
        assert [claim.reported for claim in verbs] == [reported]


def test_a_claim_knows_its_object_and_its_direction():
    relief, more = claims("Kava relieves insomnia. Kava improves sleep quality.")
    assert (relief.direction, relief.object, more.direction, more.object) == (
        "relieve",
        "insomnia",
        "improve",
        "sleep quality",
    )


def test_every_item_under_benefits_is_a_benefit_and_none_under_risks():
    text = "## Benefits of kava\n\n- Calmer evenings\n- A clear head\n- May help with sleep\n\n## Risks of kava\n\n- Liver injury\n"
    assert counting(text) == ["Calmer evenings", "A clear head"]


def test_under_perks_an_item_counts_where_it_names_a_condition_or_function():
    assert counting("## Perks of kava\n\n- Deeper sleep\n- Cheaper than coffee\n") == ["Deeper sleep"]


def test_of_pros_and_cons_the_cons_are_no_benefits() -> None:
    text = "## Pros and cons\n\n**Pros**\n\n- Deeper sleep\n\n**Cons**\n\n- Headaches the first week\n"
    assert counting(text) == ["Deeper sleep"]


def test_a_lead_in_makes_its_items_benefits_unless_it_hedges():
    promise = "The goal of kava is to support:\n\n- calm evenings\n"
    assert counting(promise) == ["calm evenings"]
    assert counting(promise.replace("is to support", "is that it may help with")) == []


@pytest.mark.parametrize(
    ("lead", "items"),
    [
        ("Kava offers benefits such as:", ["Relieves pain"]),
        ("Traditionally, it was used to:", []),
        ("Villagers used it to:", ["Relieves pain"]),
        ("People drink it to:", []),
        ("Makers of kava drops make a range of claims, including:", []),
        ("Thousands drink it because they believe that kava helps:", []),
    ],
)
def test_a_lead_that_tells_of_use_promises_nothing(lead: str, items: list[str]) -> None:
    assert counting(f"## Benefits\n\n{lead}\n\n- Relieves pain") == items


@pytest.mark.parametrize(
    ("lead", "items"),
    [
        ("Kava relieves:", ["Gout"]),
        ("It is known that kava shrinks or clears up:", ["Gout"]),
        ("Doctors prescribe them to relieve:", []),
        ("Kava may ease:", []),
    ],
)
def test_a_lead_that_ends_with_what_it_does_makes_its_items_benefits(lead: str, items: list[str]) -> None:
    assert counting(f"## In the shop\n\n{lead}\n\n- Gout") == items


@pytest.mark.parametrize("lead", ["Our regulars reach for it when they want:", "Kava is great if you are after:"])
def test_a_lead_that_names_what_is_wanted_makes_its_items_benefits(lead: str) -> None:
    assert counting(f"## In the shop\n\n{lead}\n\n- A lift after lunch") == ["A lift after lunch"]


def test_under_effects_what_it_is_used_for_is_what_it_does() -> None:
    uses = "Kava is used for:\n\n- Restless nights"
    assert counting(f"## Effects of kava\n\n{uses}") == ["Restless nights"]
    assert counting(f"## Side effects of kava\n\n{uses}") == []
    assert counting(f"## In Fiji\n\n{uses}") == []
    assert counting(f"## Effects of kava\n\nBy tradition {uses}") == []


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("White kava: Improved Energy", ["Improved Energy"]),
        ("Kidneys: Reduced Stress", []),
        ("3. Support of heart health", ["Support of heart health"]),
        ("Support for heart health", []),
    ],
)
def test_a_heading_may_say_with_a_noun_that_something_is_bettered(heading: str, words: list[str]) -> None:
    assert counting(f"## {heading}\n\nIt is a root.") == words


def test_what_it_was_used_for_by_custom_is_no_benefit() -> None:
    assert counting("## Uses\n\n- Deep sleep") == ["Deep sleep"]
    assert counting("## Traditional uses\n\n- Deep sleep") == []


def test_a_label_promises_nothing_where_a_hedge_or_an_amount_follows_at_once() -> None:
    assert counting("- **Stress relief**: one cup after work") == ["Stress relief"]
    assert counting("- **Stress relief**: it might help after work") == []
    assert counting("- **Calming effects**: 200-400 mg at night") == []
    assert counting("## Benefits of kava\n\n- **Sleep trial**: 200 mg at night for all") == ["Sleep trial"]


def test_what_a_statement_rests_on_does_not_put_it_to_the_test() -> None:
    assert counting("Based on trials and evaluation of many, kava is an effective treatment for anxiety.") != []


def test_a_paragraph_among_benefits_may_open_with_a_label() -> None:
    text = "**Sleep support:** With so many minerals, kava is a common drink."
    assert counting("## Benefits\n\n" + text) == ["Sleep support"]
    assert counting("## History\n\n" + text) == []


def test_a_lead_that_names_what_is_done_makes_its_items_benefits() -> None:
    assert counting("Kava can reduce the following:\n\n- Cramps at night") == ["Cramps at night"]


def test_a_label_is_not_what_a_sentence_is_about() -> None:
    text = "- Deep sleep: At night, kava is drunk warm. It can ease tension."
    assert "ease tension" in counting(text)


def test_what_it_contains_is_no_benefit() -> None:
    assert counting("## Benefits\n\nThe list is long:\n\n- Zinc and iron") == ["Zinc and iron"]
    assert counting("## Benefits\n\nKava is loaded with goodness, such as:\n\n- Zinc and iron") == []


def test_what_goes_on_with_it_goes_on_about_the_same_thing() -> None:
    text = "Kava is mild. It has long been taken against stress and worry. It also improves sleep."
    assert counting(text) == ["improves sleep"]


def test_a_subject_that_nobody_named_is_the_substance_only_where_the_article_keeps_speaking_of_one():
    assert counting("Relieves anxiety within an hour.") == ["Relieves anxiety"]
    assert counting("Relieves anxiety within an hour.", before="") == []


def test_a_pronoun_is_what_the_sentence_before_was_about():
    assert counting("Kava is a root. It relieves anxiety.") == ["relieves anxiety"]
    assert counting("Exercise is free. It relieves anxiety.") == []


def test_an_article_promotes_what_it_keeps_naming():
    assert promotes(document_of("Kava is a root. Kava grows slowly. Kava is bitter."))
    assert not promotes(
        document_of("The committee met. It spoke of kava once, and of many other things besides that day.")
    )


def test_an_unknown_product_is_known_by_its_title():
    text = "# Zentora review\n\nZentora comes in a box. Zentora is made in Ohio. Who buys Zentora? Zentora relieves anxiety."
    assert own_names(document_of(text)) == {"zentora"}
    assert counting(text, before="") == ["relieves anxiety"]


def test_the_longest_term_of_a_list_is_the_one_that_is_read():
    runs = document_of("It eases high blood pressure.").once(read)[0].of("condition")
    assert [run.term for run in runs] == ["high blood pressure"]


def test_a_reader_that_is_not_asked_would_find_nothing():
    # An example is seldom as long as an article has to be for an unnamed subject to be the substance.
    texts = [*seeds(), *(ABOUT_KAVA + "\n\n".join(examples()[at::10]) for at in range(10))]
    documents = [document_of(text) for text in texts]
    scenes = [
        scene for document in documents for number in range(len(document.blocks)) for scene in _scenes(document, number)
    ]
    missed = [
        (reader.__name__, scene.reading.text)
        for scene in scenes
        for reader in {reader for reader, _ in READERS}.difference(_readers_of(scene.reading.tags))
        if list(reader(scene))
    ]
    assert len(scenes) > 1000
    assert missed == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("## What else helps me sleep?", []),
        ("Which benefits of kava are there, and does it really work?", []),
        ("Why does kava ease anxiety?", ["ease anxiety"]),
        ("Too much of it can have a laxative effect.", []),
        ("Kava has a laxative effect.", ["laxative effect"]),
        ("Those who drank kava lost two pounds more than those on placebo.", []),
        ("Half of them had lower anxiety scores.", []),
        ("Kava was seen to kill cancer cells in the lab.", []),
        ("With kava I sleep better, and I fall asleep faster.", []),
        ("The powder is free of THC, so you can enjoy total peace of mind.", []),
        ("On kava you can enjoy total peace of mind.", ["peace of mind"]),
        ("With daily use tolerance builds energy.", []),
        ("Kava may lift energy levels and help people stay awake.", []),
        ("Kava may lift energy levels, and it helps people stay awake.", ["helps people stay"]),
        ("Glands make sebum, the substance that hydrates the skin.", []),
        ("Kava holds kavain, a compound that hydrates the skin.", ["hydrates the skin"]),
        ("I've lost 9 lbs with kava.", []),
        ("Which kava is best for sleep?", []),
        ("We explain how kava works for pain.", []),
        ("Kava works for digestion.", ["works for digestion"]),
    ],
)
def test_what_is_asked_found_or_told_of_oneself_is_no_promise(text: str, words: list[str]) -> None:
    assert counting(text) == words
