"""Who is said to do it: what stands before a relation word is not always what acts."""

import pytest
from claiming import ABOUT_KAVA, counting


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The committee met. At last we have a gentle alternative for easing tension.", ["easing tension"]),
        ("They threaten the best means to relieve insomnia.", ["relieve insomnia"]),
        ("Doctors and nurses met. This inhibition reduces inflammation.", ["reduces inflammation"]),
        ("Sleep is a habit. These compounds calm the nerves.", ["calm the nerves"]),
        ("Its many alkaloids ease tension.", ["ease tension"]),
        ("The root is a welcome addition to your diet for improving sleep.", ["improving sleep"]),
        ("The root, rich in protein, is great for muscle recovery.", ["great for muscle recovery"]),
        ("For people in pain, kava is an ally, easing tension by evening.", ["easing tension"]),
        ("The action of kava enables us to produce more dopamine.", ["produce more dopamine"]),
        ("Elders recommend chewing the root to treat gout.", ["treat gout"]),
        ("It is recommended to use more of it to treat hives.", ["treat hives"]),
        ("The report indicates that kava is capable of easing anxiety.", ["easing anxiety"]),
    ],
)
def test_what_acts_is_found_behind_those_who_only_have_it(text: str, words: list[str]) -> None:
    assert counting(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "We ease tension with music.",
        "We looked for ways to ease tension.",
        "Unwanted effects such as raising the heart rate are common.",
        "Exercise is great for sleep.",
        "For people in pain, exercise is an ally, easing tension by evening.",
        "Losing weight takes months.",
    ],
)
def test_what_others_do_or_suffer_is_no_promise(text: str) -> None:
    assert counting(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A root with lots of health benefits.", ["lots of health benefits"]),
        ("The benefits of kava extend well beyond the kitchen.", ["benefits of kava extend well beyond"]),
        ("Calm is another benefit that it brings.", ["is another benefit"]),
        ("Better moods and less worry are proven benefits of the root.", ["are proven benefits"]),
        ("Drink it daily to enjoy the wellness benefits.", ["enjoy the wellness benefits"]),
        ("Kava is a trusted home remedy for headaches.", ["trusted home remedy for headaches"]),
        ("Kava has a number of beneficial effects.", ["number of beneficial effects"]),
        ("The positives of using kava for pain are many.", ["positives of using kava for pain are many"]),
        ("With kava lunch is a cognitive boost.", ["a cognitive boost"]),
        ("Kava is good for you.", ["is good for you"]),
        ("Kava has a range of real, measurable benefits.", ["real, measurable benefits"]),
        ("Kava is a testosterone-supporting root.", ["testosterone-supporting root"]),
        ("Kava is a muscle-relaxing tea.", ["muscle-relaxing tea"]),
    ],
)
def test_benefits_that_are_taken_for_granted_are_promised(text: str, words: list[str]) -> None:
    assert counting(text, ABOUT_KAVA) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("## Kava for deeper sleep", ["for deeper sleep"]),
        (
            "## How to brew kava for quick and easy relaxation on weekday evenings of every kind at home",
            ["for quick and easy relaxation"],
        ),
        ("A root for focus, memory, and inner calm", ["for focus"]),
        ("With kava you will find peace of mind.", ["peace of mind"]),
        ("Much is owed to the stress reducing property of kava.", ["stress reducing property"]),
        ("Kava limits the rise of blood sugar.", ["limits the rise of blood sugar"]),
        ("Kava bestows upon us the gift of youth.", ["bestows upon us the gift of youth"]),
        ("Kava is a clean source of energy.", ["clean source of energy"]),
        (
            "The lactones work together to reinforce the body's defense, reduce gout and more.",
            ["reinforce the body's", "reduce gout"],
        ),
    ],
)
def test_what_it_is_for_and_what_comes_of_it_are_promised(text: str, words: list[str]) -> None:
    assert counting(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "## Exercise for deeper sleep",
        "## Kava for sleep and memory: the evidence",
        "## Kava for sleep",
        "By quitting kava you will regain inner calm.",
        "Kava is a source of protein.",
        "Kava is valued for its stress reducing property.",
        "The plants have ways to boost production in the skin.",
        "Strong evidence supports kava for insomnia.",
        "Recovery from kava needs a treatment that eases stress.",
        "Kava has stimulant and sedative effects.",
        "Kava has effects similar to opioids.",
    ],
)
def test_a_subject_a_pharmacology_and_what_another_does_are_no_promise(text: str) -> None:
    assert counting(text) == []


def test_an_effect_in_two_words_is_promised_only_where_a_substance_is_spoken_of() -> None:
    assert counting("The blood pressure lowering effect was modest.", "") == []
