"""Which care somebody is shown to do without, and what only seems so."""

from __future__ import annotations

import pytest

from kratomlint.testing import found

GIVEN_UP = "overclaim/substitution-given-up"
SWITCH = "overclaim/substitution-switch"
ON_GINGER = "Ginger tea is what we sell. Ginger is a root, and ginger is hot.\n\n"


def words(text: str, before: str = ON_GINGER) -> list[str]:
    whole = before + text
    return [whole[finding.place.span.start : finding.place.span.end] for finding in found(GIVEN_UP, whole)]


@pytest.mark.parametrize(
    "text, given_up",
    [
        ("My husband called off the operation.", "called off the operation"),
        ("I haven't seen my rheumatologist since.", "haven't seen my rheumatologist"),
        ("She is off the waiting list.", "off the waiting list"),
        ("He no longer carries the old blue inhaler.", "no longer carries the old blue inhaler"),
        ("Her CPAP machine is in the loft.", "Her CPAP machine is in the loft"),
        ("He manages without his inhaler.", "manages without his inhaler"),
        ("My husband never did collect that prescription.", "never did collect that prescription"),
        ("Some customers were able to reduce their meds.", "able to reduce their meds"),
        ("I was on four different pills, now just a cup.", "I was on four different pills, now just"),
        ("My doctor took me off the statins.", "doctor took me off the statins"),
        ("Off all my medication for good.", "Off all my medication for good"),
        ("Skip the physio and drink it hot.", "Skip the physio"),
    ],
)
def test_a_doctor_an_operation_and_a_device_are_care_on_a_page_about_a_substance(text: str, given_up: str) -> None:
    assert words(text) == [given_up]
    assert words(text, before="") == []


@pytest.mark.parametrize(
    "text",
    [
        "I was on two ibuprofen a day. I stopped them.",
        "They had me on tablets. I stopped them.",
        "I was on diazepam for years. This tea got me off them.",
        "I took ibuprofen. Now I go for weeks without touching them.",
        "I take something from my doctor for sleep, and since May I stopped them.",
        "I take sertraline. It is small. I stopped them.",
        "If you are on sertraline and omeprazole, in June you can start tapering them",
    ],
)
def test_it_is_a_medicine_that_the_two_sentences_before_or_the_words_before_name(text: str) -> None:
    assert [given_up.rpartition(" ")[2] for given_up in words(text)] == ["them"]


@pytest.mark.parametrize(
    "text",
    [
        "I grow peppers. I stopped them.",
        "I take sertraline. It is small. It is white. I stopped them.",
        "I take sertraline.\n\nI stopped them.",
        "I take sertraline. Ask your doctor before you say that you can drop it.",
        "I took sertraline. I stopped them and ended up in hospital.",
        "The surgeon postponed my operation.",
        "Has she cancelled the operation?",
        "The builders cancelled the operation.",
        "Off the tablets it drips.",
        "I was able to reduce my pills with the help of my own doctor.",
        "My doctor was able to reduce the noise.",
        "My clinic never picked up that call.",
        "I have not cancelled the operation.",
    ],
)
def test_other_things_advice_a_bad_end_and_what_the_surgeon_puts_off_are_nothing_given_up(text: str) -> None:
    assert words(text) == []


def test_the_steps_of_one_list_are_read_on_and_a_paragraph_after_it_is_not() -> None:
    steps = "1. Halve the sertraline.\n2. By June you won't need it at all.\n"
    assert words(steps) == ["won't need it at all"]
    assert words(steps.replace("\n2. ", "\n\n")) == []


@pytest.mark.parametrize(
    "heading",
    [
        "How to make the switch",
        "Making the swap safely",
        "3. How to switch over",
        "Why I switched",
        "The six-week switch plan",
    ],
)
def test_a_way_to_switch_leads_off_a_medicine_where_a_heading_sets_a_substance_against_it(heading: str) -> None:
    on_ginger = f"{ON_GINGER}## {heading}\n\nBuy a root.\n"
    against = "# Ginger or omeprazole?\n\n"
    assert len(found(SWITCH, against + on_ginger)) == 1
    assert not found(SWITCH, on_ginger)
    assert not found(SWITCH, "# Ginger with omeprazole\n\n" + on_ginger)
    assert not found(SWITCH, against + on_ginger.replace("## ", ""))
