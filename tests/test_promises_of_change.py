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
        "It may help you doze off and enjoy deeper, more restful sleep.",
        "Dim the lights to get a good night’s rest if you exercise.",
    ],
)
def test_what_only_sounds_like_a_change_is_no_promise(text: str) -> None:
    assert counting(text) == []
