"""Promises made by a change, a key, a group or a goal, and what only sounds like one."""

import pytest
from claiming import counting


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Kava delivers real improvements in sleep quality.", ["delivers real improvements in sleep quality"]),
        ("You will notice a drop in stress.", ["notice a drop in stress"]),
        ("Kava has a calming influence on the nerves and on mood.", ["has a calming influence on the nerves"]),
        ("For women, this means improved digestion.", ["means improved digestion"]),
        ("Kava leads to better sleep.", ["leads to better sleep"]),
        ("Kava acts in minutes, with effects such as relaxation.", ["effects such as relaxation"]),
        ("Kava holds the key to restful sleep.", ["holds the key to restful sleep"]),
        ("Women benefit greatly from kava.", ["benefit greatly from kava"]),
        ("Kava works extremely well for most people.", ["works extremely well for most people"]),
        ("Kava is ideal for those who struggle with insomnia.", ["ideal for those who struggle with insomnia"]),
        ("For lasting calm and better sleep, kava is the answer.", ["For lasting calm and better sleep, kava"]),
        ("A cup of kava gives you energy.", ["gives you energy"]),
        ("You can use kava to manage pain.", ["manage pain"]),
        ("The blend is designed to gently calm your mind.", ["calm your mind"]),
        ("Kava's sleep benefits are a treat.", ["sleep benefits"]),
        ("# Enhanced sleep quality", ["Enhanced sleep quality"]),
        ("White kava is known for its deep relaxation.", ["known for its deep relaxation"]),
        ("Kava creates a warm, dreamy mood.", ["creates a warm, dreamy mood"]),
        ("Kava is loved for its signature effects: sleep.", ["its signature effects: sleep"]),
        ("These drops deliver real results.", ["deliver real results"]),
        ("- Trials: effective at doses of 2 g", ["effective at doses"]),
        ("Kava goes to work on the joints.", ["goes to work on the joints"]),
        ("In folk medicine, kava is a tonic. It calms the mind.", ["calms the mind"]),
        ("Kava works in two ways. First it warms. Then it calms the mind.", ["calms the mind"]),
        ("- Mood much more stable", ["Mood"]),
        ("- Cuts the risk of heart disease", ["Cuts the risk of heart disease"]),
        ("This article explores how kava improves sleep.", ["improves sleep"]),
        ("It is the easy way to get a good night’s rest.", ["good night’s rest"]),
        ("Take a cup and enjoy a peaceful, restful sleep.", ["restful sleep"]),
        ("Users can enjoy increased stamina.", ["stamina"]),
        ("It makes the pain disappear more quickly.", ["pain disappear more quickly"]),
    ],
)
def test_a_change_that_is_told_is_a_promise(text: str, words: list[str]) -> None:
    assert counting(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "The trial found no improvements in sleep quality.",
        "Stopping kava led to improvements in sleep.",
        "Kava has a negative effect on mood.",
        "Patients benefit from honest information about kava.",
        "For insomnia, behavioural therapy is the best treatment.",
        "Talking therapies are helpful for people with anxiety.",
        "Regular bedtimes are the key to good sleep.",
        "It has been used for centuries to manage pain, as well as improve sleep.",
        "There is a folk belief that kava imparts strength.",
        "# Reduced liver function",
        "# How kava works",
        "Kava was given to soldiers to ease pain and improve sleep.",
        "Studies suggest that kava may:\n\n- Support sleep\n- Ease pain",
        "- Causes liver damage",
        "Kava is known for its effects on sleep.",
        "Kava is known for its heart-shaped leaves.",
        "Kava puts you in a bad mood.",
        "Kava causes harm by its side effects: sleep and mood.",
        "The trial did not deliver real results.",
        "It may help you doze off and enjoy deeper, more restful sleep.",
        "Dim the lights to get a good night’s rest if you exercise.",
    ],
)
def test_what_only_sounds_like_a_change_is_no_promise(text: str) -> None:
    assert counting(text) == []


@pytest.mark.parametrize(
    "lead", ["Calmer nerves.", "**Easier periods.**", "Fewer winter colds.", "Milder cramps!", "A calmer you."]
)
def test_the_words_that_an_item_opens_with_promise_unless_they_are_hedged_or_all_of_it(lead: str) -> None:
    assert counting(f"- {lead} Drink it at ten.") == [lead.strip("*.!")]
    assert counting(f"{lead} Drink it at ten.") == [lead.strip("*.!")]
    assert counting(f"- {lead} It may do that.") == []
    assert counting(f"- {lead}") == []
    assert counting(f"- Drink it. {lead} Then rest.") == []
    assert counting(f"## Side effects\n\n- {lead} Drink it at ten.") == []


@pytest.mark.parametrize("lead", ["More headaches.", "Less sleep.", "Deeper flavour.", "Better value.", "Calmer."])
def test_what_is_worse_or_a_ware_is_no_promise(lead: str) -> None:
    assert counting(f"- {lead} Drink it at ten.") == []


@pytest.mark.parametrize(
    "text",
    [
        "For anyone who wants to reset their metabolism, it's the closest thing there is.",
        "For those hoping to improve sleep without pills, kava is here.",
    ],
)
def test_what_is_held_out_to_whoever_wants_to_change_a_state_is_promised(text: str) -> None:
    assert len(counting(text)) == 1
    assert counting(text, before="") == []


@pytest.mark.parametrize(
    "text",
    [
        "For anyone who wants to reset their metabolism, it's best to ask a nurse.",
        "For anyone who wants to reset their metabolism, it is not the answer.",
        "For anyone who wants to reset their metabolism, exercise is the answer.",
        "For anyone who wants to reset their metabolism there are books.",
    ],
)
def test_whoever_wants_is_promised_nothing_by_advice_or_a_denial(text: str) -> None:
    assert counting(text) == []


@pytest.mark.parametrize("who", ["Scientists believe", "Some doctors suspect that", "Researchers have long thought"])
def test_what_is_believed_of_it_is_no_promise_of_the_page(who: str) -> None:
    assert counting(f"{who} kava lowers stress.") == []


def test_who_believes_in_it_and_lowers_it_is_promised_something_all_the_same() -> None:
    assert counting("Scientists believe in kava, and kava lowers stress.") == ["lowers stress"]


def test_what_a_nutrient_is_there_for_is_no_promise() -> None:
    assert counting("Kava helps muscles relax after they contract.") == []
    assert counting("Kava helps nerves send signals.") == []
    assert counting("Kava helps muscles relax after work.") == ["helps muscles"]
