"""What the dosage checks say of a sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from kratomlint.code_checks import dosage, notation
from kratomlint.language.dosing import read_vague_advice
from kratomlint.testing import document_of, found

KINDS = ("amount", "maximum", "frequency", "multiple", "duration")


def unsourced(text: str) -> list[str]:
    document = document_of(text)
    return [hit.span.cut(document.prose.text) for kind in KINDS for hit in dosage.unsourced(document, kind)]


def vague(text: str) -> list[str]:
    return [advice.family for advice in read_vague_advice(document_of(text))]


def test_a_sentence_with_several_doses_is_told_once_and_by_its_limit():
    assert unsourced("Take 2 g three times a day, but do not exceed 8 g a day.") == ["8 g a day"]


@pytest.mark.parametrize(
    "text",
    [
        "Take 300 mg a day (Lopresti et al., 2019).",
        "Take 300 mg a day. This was the dose of the trial [1].",
        "The EMA recommends 300 mg a day.",
        "Doses in trials ([review](https://doi.org/10.1002/14651858.CD003383)):\n\n- 300 mg a day\n- 600 mg a day\n",
    ],
)
def test_a_source_makes_a_dose_right(text):
    assert unsourced(text) == []


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("Always start low and go slow.", "start"),
        ("Have some and work your way up.", "increase"),
        ("It can be used as often as you like.", "as-needed"),
        ("A little goes a long way.", "moderation"),
        ("Take it as directed on the label.", "guidelines"),
        ("Trust your gut on the amount.", "personal"),
        ("Take low doses for energy.", "sized"),
        ("- Consistent daily use", "regular"),
        ("Beginners start with the smallest possible amount.", "start"),
        ("Then raise your dose gradually.", "increase"),
        ("You may need a stronger dose.", "sized"),
        ("Use it whenever needed.", "as-needed"),
        ("It is to be enjoyed in moderation.", "moderation"),
        ("Never exceed the recommended serving.", "guidelines"),
        ("Pick the strength that suits your needs.", "personal"),
        ("Build up over a few weeks.", "increase"),
        ("Sip slowly, and have another whenever the glow fades.", "as-needed"),
        ("Play around until you find your sweet spot.", "personal"),
        ("Take no more than the recommended amount.", "guidelines"),
        ("Sip this tea every evening.", "regular"),
        ("Many of us cycle some days on and a few days off.", "pause"),
        ("Tapering slowly will prevent that.", "pause"),
        ("Take regular breaks from the leaf.", "pause"),
        ("Skip a day now and then.", "pause"),
        ("Many cycle it, a few weeks on and a week off.", "pause"),
        ("Reduce your dose little by little.", "pause"),
        ("Experienced users can go higher.", "sized"),
        ("Keep chewing until your tongue is numb.", "as-needed"),
        ("Redose if the glow fades.", "as-needed"),
        ("Spread your doses throughout the day.", "regular"),
        ("People coming from stronger teas might need more.", "sized"),
        ("Keep going until it kicks in.", "as-needed"),
        ("Keep sipping until you feel it.", "as-needed"),
        ("Never take more than you need.", "moderation"),
        ("Use only what you need.", "moderation"),
        ("Stay within the suggested range.", "guidelines"),
        ("I take 2 g of hops, but play around until you find your sweet spot.", "personal"),
        ("Ease yourself in slowly.", "start"),
        ("Bigger dogs may need considerably more.", "sized"),
        ("Swallow the oil. Repeat every evening.", "regular"),
        ("Pay attention to your body's cues. Take 1 g of hops.", "personal"),
    ],
)
def test_this_is_vague(text, family):
    assert vague(text) == [family]


@pytest.mark.parametrize(
    "text",
    [
        "The effect is dose-dependent.",
        "No safe dose has been established.",
        "The right dose is unknown and more research is needed.",
        "Her doctor may increase the dose as needed.",
        "The meeting starts slowly.",
        "Interest in low doses has grown.",
        "Higher doses may cause sedation.",
        "Finding the right amount is not an exact science.",
        "Many people drink it daily.",
        "Use sunscreen every day.",
        "# Start low and go slow: dosing kratom",
        "Repeat the test as needed.",
        "A scoop is 8 g, double the amount in most powders.",
        "A new jar has double the strength of the old one.",
        "If you stay within the suggested range, little can happen.",
        "Take no more than the label says.",
        "The road tapers slowly towards the sea.",
        "Some people need more time.",
        "Keep going until you feel tired.",
        "Experienced climbers can go higher.",
        "Reduce your debts little by little.",
        "Spread the seeds over the bed.",
        "Take regular breaks from the screen.",
        "She works four days on and three days off.",
        "People with asthma may need more.",
        "Take 2 g at noon, rotating strains.",
        "Ask your doctor how to taper slowly.",
        "Take 1 g of hops.\n\n## Running\n\nListen to your body.",
        "Bend both knees. Repeat every evening.",
    ],
)
def test_this_is_not_vague(text):
    assert vague(text) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Newcomers can safely double that amount.", ["double that amount"]),
        ("Double the amount in the evening.", ["Double the amount"]),
        ("Do not double the amount in the evening.", []),
    ],
)
def test_a_multiple_of_a_dose_is_a_dose(text, told):
    assert unsourced(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "Take 2 capsules as needed.",
        "Begin with a small dose of 1-2 grams.",
        "Begin with 2 g of hops and add 1 g every night until you find your sweet spot.",
    ],
)
def test_advice_with_a_figure_is_left_to_the_dose(text):
    assert vague(text) == []


@pytest.mark.parametrize(
    ("kind", "text", "instead"),
    [
        ("trailing-zero", "Take 5.0 mg.", "5 mg"),
        ("naked-decimal", "Take .5 mg.", "0.5 mg"),
        ("microgram", "Take 400 µg.", "400 mcg"),
        ("microgram", "Take 400 μg.", "400 mcg"),
        ("international-unit", "Take 400 IU.", "400 units"),
        ("unit-letter", "Inject 10U now.", "10 units"),
        ("cubic-centimetre", "Take 5cc.", "5 mL"),
        ("daily-letters", "Take 5 mg qod.", "mg every other day"),
        ("unit-spelling", "Take 5 mgs.", "5 mg"),
        ("unit-spelling", "Take 5 gm.", "5 g"),
        ("spacing", "Take 10mg.", "10 mg"),
    ],
)
def test_the_fix_is_the_safe_spelling(kind, text, instead):
    (finding,) = found(f"dosage/notation-{kind}", text)
    assert finding.fix and [edit.text for edit in finding.fix.edits] == [instead]


@given(some.text(alphabet="start with a low dose 5.0.µgIUucc mg\nTake it daily, as needed", max_size=250))
def test_no_text_breaks_the_dosage_checks(text):
    document = document_of(text)
    for advice in read_vague_advice(document):
        assert document.sentences[advice.sentence].span.contains(advice.span)
    for kind in notation.KINDS:
        for hit in notation.slip(document, kind):
            assert hit.replacement != hit.span.cut(document.prose.text)
