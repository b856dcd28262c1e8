"""What a substance is offered in place of: who acts, and what is left."""

from __future__ import annotations

import pytest

from kratomlint.testing import found

THROUGH = "overclaim/substitution-through"
OFF = "overclaim/substitution-off"
FOR_THE_ILL = "overclaim/substitution-for-the-ill"


def words(check_id: str, text: str) -> list[str]:
    return [text[finding.place.span.start : finding.place.span.end] for finding in found(check_id, text)]


@pytest.mark.parametrize(
    "text, offered",
    [
        ("Valerian can help to overcome the withdrawal from alcohol.", "help to overcome the withdrawal"),
        ("Some take kava to counteract benzodiazepine withdrawal.", "counteract benzodiazepine withdrawal"),
        ("Kratom is ideal for managing withdrawals of opiates.", "managing withdrawals"),
        ("# Overcoming the withdrawal of nicotine with kava", "Overcoming the withdrawal"),
        ("Kava will get you through the withdrawal.", "get you through the withdrawal"),
        ("Kava for alcohol withdrawal is a gentle option.", "Kava for alcohol withdrawal is a gentle"),
        ("## The best kratom capsules for withdrawal", "best kratom capsules for withdrawal"),
    ],
)
def test_a_withdrawal_is_got_over_by_any_verb_in_any_order(text: str, offered: str) -> None:
    assert words(THROUGH, text) == [offered]


@pytest.mark.parametrize(
    "text",
    [
        "Kratom users can manage kratom withdrawal by tapering.",
        "Taking less each week helps to ease withdrawal from kratom.",
        "Users say that kava eases opioid withdrawal.",
        "Kratom causes withdrawal.",
        "In rats, kava reduced alcohol withdrawal.",
        "Kava for alcohol withdrawal is dangerous.",
        "## Kava for alcohol withdrawal: what is known",
        "Studies of kava for alcohol withdrawal found no good results.",
        "The best methadone for withdrawal is given by a clinic.",
        "# Managing sleep during alcohol withdrawal with kava",
        "Kava is no matter for a doctor who uses diazepam to manage alcohol withdrawal.",
    ],
)
def test_its_own_withdrawal_a_report_and_care_are_no_offer(text: str) -> None:
    assert words(THROUGH, text) == []


def test_a_doctor_who_helps_somebody_off_a_medicine_offers_nothing() -> None:
    assert words(OFF, "Your doctor uses CBD as a reason to wean you off opioids.") == []
    assert words(OFF, "CBD helped her wean off opioids.") == ["wean off opioids"]


def test_fat_is_no_illness_that_goes_untreated() -> None:
    assert words(FOR_THE_ILL, "If you have stubborn fat, hops should be your go-to.") == []


def test_the_complaint_stands_with_the_people_and_not_further_on() -> None:
    assert words(FOR_THE_ILL, "Kava is ideal for people with insomnia.") == ["ideal for people with insomnia"]
    assert words(FOR_THE_ILL, "Kava is ideal for people with a long day behind them and no hint of insomnia.") == []


@pytest.mark.parametrize(
    "text, offered",
    [
        ("Boswellia is a safe herbal remedy for those with gout.", "safe herbal remedy for those with gout"),
        ("It is a useful herb for anyone living with migraine: hops.", "useful herb for anyone living with migraine"),
    ],
)
def test_a_supplement_that_is_praised_for_the_ill_is_offered_to_them(text: str, offered: str) -> None:
    assert words(FOR_THE_ILL, text) == [offered]
