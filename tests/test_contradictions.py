"""Where an article contradicts itself, and where it only weighs."""

import pytest

from kratomlint.language.effects import read_effects
from kratomlint.testing import document_of, found

_KAVA = "Kava is a root, and people drink kava as a tea.\n\n"


def effects(text: str) -> list[tuple[str, str]]:
    return sorted({(effect.topic, effect.direction) for effect in document_of(_KAVA + text).once(read_effects)})


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Kava may cause insomnia.", [("insomnia", "harms")]),
        ("Kava relieves insomnia.", [("insomnia", "helps")]),
        ("Side effects of kava include nausea and headache.", [("headache", "harms"), ("nausea", "harms")]),
        ("Kava has been linked to fatty liver.", [("the liver", "harms")]),
        ("Drowsiness is a known side effect.", [("drowsiness", "harms")]),
        (
            "It offers relief from nausea, headache and insomnia.",
            [("headache", "helps"), ("insomnia", "helps"), ("nausea", "helps")],
        ),
        ("Kava does not cause insomnia.", []),
        ("Does kava cause insomnia?", []),
        ("Opioid withdrawal can cause insomnia.", []),
        ("It reduces the risk of heart disease.", [("heart health", "helps")]),
        ("Kava is popular for self-treating insomnia.", []),
        ("Many people use kava for easing nausea.", []),
        ("Kava is often used to ease nausea.", []),
        ("People use kava and it relieves insomnia.", [("insomnia", "helps")]),
        ("Kava can increase libido.", []),
        ("Kava is linked to thyroid health.", []),
        ("Kava can increase thyroid problems.", [("the thyroid", "harms")]),
        ("Overconsumption of kava may cause insomnia.", []),
        ("There are many causes of insomnia.", []),
        ("Kava goes after the “root cause” of insomnia.", []),
        ("Other factors can lead to insomnia.", []),
        ("Kava did not change the risk of nausea.", []),
        ("The trial showed no gain in preventing insomnia.", []),
        ("Kava binds to receptors, leading to reduced anxiety.", [("anxiety", "helps")]),
        ("Kava can cause weight loss.", []),
        ("Kava calms, indirectly contributing to anxiety reduction.", [("anxiety", "helps")]),
        ("The trial began with the goal of proving that kava reduces nausea.", []),
        ("It is sold for its purported ability to relieve insomnia.", []),
    ],
)
def test_an_effect_is_read_with_its_direction(text, said):
    assert effects(text) == said


def places(check: str, text: str) -> list[tuple[int, list[int]]]:
    """Return the line of each finding and those of what it contradicts."""
    return [(item.place.line, [place.line for place in item.related]) for item in found(check, text)]


def test_each_turn_is_told_once_at_the_later_place_with_the_earlier_one():
    text = (
        _KAVA
        + "Kava can cause insomnia.\n\nKava relieves insomnia.\n\nIt is good against insomnia.\n\nKava can cause insomnia.\n"
    )
    assert places("consistency/contradiction-effect", text) == [(5, [3]), (9, [5])]


def test_the_lines_of_a_table_tell_of_different_things():
    table = (
        _KAVA
        + "| Root | Effect |\n|---|---|\n| Kava | Kava relieves insomnia. |\n| Coffee | Kava can cause insomnia. |\n"
    )
    assert places("consistency/contradiction-effect", table) == []


def test_what_is_weighed_in_one_sentence_is_no_contradiction():
    text = _KAVA + "Kava relieves headache.\n\nKava relieves headache in some and may cause headache in others.\n"
    assert places("consistency/contradiction-effect", text) == []


def test_a_risk_that_was_denied_and_then_told_is_a_contradiction():
    text = "Our tea has no side effects.\n\nThe tea can cause nausea, and kava can cause nausea. Kava tea.\n"
    assert places("consistency/contradiction-statement", text) == [(3, [1])]


def test_a_list_of_side_effects_takes_back_a_promise_once_and_only_with_what_was_promised():
    text = "The tea is easy on the stomach.\n\nSide effects include:\n\n- a rash\n- heartburn\n- bloating\n"
    assert places("consistency/contradiction-statement", text) == [(6, [1])]
    helped = "The tea is easy on the stomach.\n\nIt helps with:\n\n- heartburn\n- bloating\n"
    assert places("consistency/contradiction-statement", helped) == []


def test_a_dose_after_a_refusal_to_give_one_is_told_once():
    text = "We do not give dosage advice.\n\nTake 20 mg of CBD at night. Take 40 mg of CBD after a week.\n"
    assert places("consistency/contradiction-dose", text) == [(3, [1])]


def test_a_dose_that_a_doctor_can_recommend_is_no_refusal():
    text = "Your doctor can recommend an appropriate dosage.\n\nTake 20 mg of CBD at night.\n"
    assert places("consistency/contradiction-dose", text) == []


@pytest.mark.parametrize(
    "text",
    [
        "No side effects were reported in two trials.\n\nSide effects include nausea.",
        "Is it safe with medicines? It does not interact, some say.\n\nCan it interact with others?",
        "Take it on an empty stomach.\n\nIf your stomach is sensitive, take it with food.",
        "It has not been clinically proven.\n\nThere is no clinical evidence.",
        "Take it daily.\n\nTake it daily, and never skip a day.",
        "Kava causes no dependence.\n\nConversely, sleeping pills for long use can cause dependence.",
        "Kava causes no dependence.\n\nMost sleeping pills can cause dependence.",
        "You may have heard that kava causes nausea. Kava tea.\n\nKava tea has no side effects.",
        "Kava has no side effects.\n\nSide effects of valerian include nausea.",
        "Our tea is easy on the stomach.\n\nRegular use of ibuprofen can upset the stomach.",
        "Our tea has no serious side effects.\n\nThe tea can cause nausea.",
        "There were cases of liver failure.\n\nThe worst that can happen is a stained cup.",
        "Kava leaves you with no hangover.\n\nKava may cause drowsiness.",
        "Alcohol withdrawal is a hard time.\n\nKava is not addictive.",
        "Kava is perfectly safe.\n\nAsk a doctor first if you have had liver problems.",
        "The worst that can happen is a stained cup.\n\nIn pills that were adulterated, there were cases of liver failure.",
    ],
)
def test_a_report_a_question_or_a_choice_is_no_stand(text):
    assert places("consistency/contradiction-statement", text) == []


def test_a_lessened_risk_is_no_word_on_what_the_substance_does():
    text = "Reduced risk of addiction is one reason.\n\nThe root is not addictive.\n"
    assert places("consistency/contradiction-statement", text) == []


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Never take more than 1 g.\n\nFor sleep, take 2 g.", [3]),
        ("For sleep, take 2 g.\n\nDo not exceed 1500 mg.", [3]),
        ("For sleep, take two capsules.\n\nEach capsule holds 500 mg.\n\nNever take more than 600 mg.", [5]),
        ("The upper limit for zinc from pills is 40 mg a day.\n\nWe suggest 30 to 50 mg of zinc a day.", [3]),
        ("The upper limit for zinc from pills is 40 mg a day.\n\nWe suggest 30 to 40 mg of zinc a day.", []),
        ("Never take more than 1 g.\n\nFor sleep, take 1 to 2 g.", [3]),
        ("Never take more than 1 g.\n\nMost people do best on 2 to 3 g in the evening.", [3]),
        ("Never take more than 1 g.\n\nMany users settle on 2 g in the evening.", [3]),
        ("Never take more than 1 g.\n\nThey did not do well on 2 g.", []),
        ("Never take more than 1 g.\n\nFor sleep, take 1 g.", []),
        ("Never take more than 1 g at once.\n\nFor sleep, take 2 g a day.", []),
        ("Take up to 1 g.\n\nFor sleep, take 2 g.", []),
        ("Children should take no more than 1 g.\n\nFor sleep, take 2 g.", []),
    ],
)
def test_a_dose_above_the_limit_that_the_article_sets_is_told_once_at_the_later_place(text, lines):
    assert [line for line, _ in places("consistency/contradiction-limit", text)] == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Kava won't give you headaches or nausea.\n\nSide effects include nausea and headaches.", [3]),
        ("Side effects of kava include nausea.\n\nClean calm without nausea.\n\nIt never causes nausea.", [3]),
        ("Kava does not cause nausea.\n\nSide effects include:\n\n- a rash\n- nausea", [6]),
        ("Kava does not usually cause nausea.\n\nSide effects include nausea.", []),
        ("Kava does not cause nausea.\n\nSide effects of valerian include nausea.", []),
        ("Kava does not cause nausea.\n\nSide effects of antidepressants include nausea.", []),
        ("Kava does not cause nausea.\n\nIt helps with:\n\n- nausea", []),
        ("“Kava does not cause nausea,” the maker says.\n\nSide effects include nausea.", []),
    ],
)
def test_a_harm_that_is_denied_and_listed_is_told_once_at_the_later_place(text, lines):
    assert [line for line, _ in places("consistency/contradiction-denied", text)] == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("White sage is the best sage for colds.\n\nWe found that red sage is by far the best sage for colds.", [3]),
        ("Sage powder is the best for colds.\n\nThe most effective sage for colds is tea.", [3]),
        ("White sage is the best sage for colds.\n\nRed sage is the best sage for sleep.", []),
        ("White sage is the best sage for colds.\n\nSage tea is the best sage for colds.", []),
        ("White sage is the best sage for colds.\n\nRed sage is one of the best for colds.", []),
        ("White sage is the best sage for colds.\n\nSome people claim that red sage is the best sage for colds.", []),
        ("White sage is the best sage for you.\n\nRed sage is the best sage for you.", []),
        (
            "Red sage is the best for colds.\n\nWhite sage is the best for colds.\n\nRed sage is the best for colds.",
            [3, 5],
        ),
    ],
)
def test_two_kinds_that_are_each_the_best_for_one_purpose_contradict_each_other(text, lines):
    assert [line for line, _ in places("consistency/contradiction-best", text)] == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("The effects last 2 to 4 hours.\n\nThey last up to 8 hours.\n\nThey last up to 9 hours.", [3]),
        ("It kicks in after about 10 minutes.\n\nYou notice it within 30 to 60 minutes.", [3]),
        ("The effects last up to 8 hours.\n\nThey last 2 to 6 hours.", []),
        ("The effects last 2 to 4 hours.\n\nDo they last up to 8 hours?", []),
        ("The effects last 2 to 4 hours.\n\nAs a tea, they last up to 8 hours.", []),
        ("The effects last 2 hours.\n\nHow long they last depends on you: they last 8 hours.", []),
        ("| Red | The effects last 2 hours. |\n|---|---|\n| White | The effects last 8 hours. |", []),
        ("The effects last 2 hours.\n\n## Tea\n\n### Hot tea\n\nThe effects last 8 hours.", []),
    ],
)
def test_two_answers_to_how_soon_or_how_long_are_told_at_the_later_place(text, lines):
    assert [line for line, _ in places("consistency/contradiction-time", text)] == lines
