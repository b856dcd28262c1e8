"""Which figures are doses, and what they say."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from kratomlint.language.numbers import number
from kratomlint.language.quantities import read_doses
from kratomlint.testing import document_of


def doses(text: str) -> list[str]:
    document = document_of(text)
    return [dose.span.cut(document.prose.text) for dose in read_doses(document)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Take 1 to 5 grams.", ["1 to 5 grams"]),
        ("500-2,000mg daily", ["500-2,000mg daily"]),
        ("Standard dose: 600–1200 mg", ["600–1200 mg"]),
        ("Take two 500 mg capsules twice daily.", ["two 500 mg capsules twice daily"]),
        ("Children were given 5 mg/kg per day.", ["5 mg/kg per day"]),
        ("Do not exceed 12-15 g within 24 hours.", ["12-15 g within 24 hours"]),
        ("Chew one (1) tablet for every 4-6 hours.", ["one (1) tablet for every 4-6 hours"]),
        ("Half a dropper twice a day is usual.", ["Half a dropper twice a day"]),
        ("Take a capsule with breakfast.", ["a capsule with breakfast"]),
        ("Take 1½ teaspoons.", ["1½ teaspoons"]),
        ("|  | Kava | Hops |\n|---|---|---|\n| Taste | 1 | 2 |\n| Typical dose | 3 g | 5 g |", ["3 g", "5 g"]),
        ("|  | Kava | Hops |\n|---|---|---|\n| Typical dose | none | none |\n| Weight | 3 g | 5 g |", []),
        ("Start with a quarter of a tablet.", ["quarter of a tablet"]),
        ("If nothing happens, add another half.", ["another half"]),
        ("Have one more after an hour.", []),
        ("Have a second one after an hour.", ["a second one"]),
        ("Some double up in the first week.", ["double up in the first week"]),
        ("Toddlers may have half that.", ["Toddlers may have half that"]),
        ("Toddlers need half that time.", []),
        ("On a bad day, doubling up is fine.", ["doubling up is fine"]),
        ("Don't double the dose if you miss one.", []),
        ("Wait an hour before even considering another.", ["Wait an hour before even considering another"]),
        ("Two level scoops, maybe three on race days.", ["Two level scoops"]),
        ("Two level scoops, maybe three minutes apart.", []),
        ("All the iron that you need to take in one scoop.", []),
        ("Wait 45 minutes, then take more.", ["Wait 45 minutes, then take"]),
        ("Add a second scoop with breakfast.", ["a second scoop with breakfast"]),
        ("The trial gave 300 mg a day to some and a placebo to others.", []),
        ("Sales doubled in the first week.", []),
        ("Half took 120 mg of it twice a day, and half took a placebo.", []),
        ("Take 120 mg of it twice a day; no placebo needed.", ["120 mg of it twice a day"]),
        ("You get three bottles for the price of two.", []),
        ("400 IU once daily at bedtime", ["400 IU once daily at bedtime"]),
        # As they are written is not how they should be; they are doses all the same.
        ("Inject 10 U before breakfast.", ["10 U before breakfast"]),
        ("Take 2 grms of it.", ["2 grms"]),
        ("Adults take 15 billion CFU a day.", ["15 billion CFU a day"]),
        ("Start with five million live cultures.", ["five million live cultures"]),
        ("Each pot holds 15 billion CFUs.", []),
        ("Before you have another capsule, wait.", []),
        ("Have another capsule at night.", ["another capsule at night"]),
        ("People in 20 U.S. states take it.", []),
        ("Take it if the enzyme is below 40 U/L.", []),
        ("I took two an hour before bed.", ["two an hour before bed"]),
        ("Kids over six: 1 tsp.", ["1 tsp"]),
        ("Stir a teaspoon into your coffee.", ["a teaspoon"]),
        ("About 3 g is plenty.", ["3 g"]),
        ("## How much?\n\nBetween 2 and 4 g, they say.", ["2 and 4 g"]),
        ("Wait six hours between doses.", ["six hours between doses"]),
        ("It takes two hours.", []),
        ("One shell of kava holds about 150 mg of kavalactones.", []),
        ("## Recipe\n\nStir a teaspoon into your tea.", []),
        ("Drink 2–3 cups of the tea a day.", ["2–3 cups of the tea a day"]),
        ("Split it into 2-3 doses daily.", ["2-3 doses daily"]),
        ("Take it every 4-6 hours.", ["every 4-6 hours"]),
        ("Take it consistently for 8-12 weeks.", ["for 8-12 weeks"]),
        ("Cycle it: 4 weeks on, 1 week off.", ["4 weeks on, 1 week off"]),
        ("Drink it 30 minutes before bed.", ["30 minutes before bed"]),
        ("Steep 1 tsp of the root for ten minutes.", ["1 tsp"]),
        ("## Dosage\n\n- Adults: 300 mg\n", ["300 mg"]),
        ("Add 15 drops to a bath.", ["15 drops"]),
        ("My cup is two teaspoons of root, steeped for ten minutes.", ["two teaspoons"]),
        ("Wait, then take one more gram.", ["one more gram"]),
        ("Drink one can a day.", ["one can a day"]),
        ("## How much?\n\nA spoon lies, and a heaped one can be nearly two level ones.", []),
        ("## Dosage\n\n| Strength | Per dropper |\n| --- | --- |\n| 300 mg | 10 mg |\n", []),
        ("## Dosage\n\n| Weight | Dose |\n| --- | --- |\n| Light | 10 mg |\n", ["10 mg"]),
        ("## Dosage\n\n| Strength | Take |\n| --- | --- |\n| Mild | 10 mg |\n", ["10 mg"]),
        ("In a study, adults who took 2 g of hops twice a day slept longer.", []),
        ("In people with gout, 2 g of hops a day lowered the pain.", []),
        ("In my patients, 2 g of hops a day lowered the pain.", ["2 g of hops a day"]),
        ("Many studies have used 2 g of hops a day.", ["2 g of hops a day"]),
        ("There is no agreed dose, and studies have used 2 g of hops a day.", []),
        ("Some of us take it. One went from 2 g a day to ten and could not stop.", []),
        ("He went from 2 g a day to ten and slept well.", ["2 g a day"]),
        ("We tested them all, took each for two weeks, and slept.", []),
        ("In one case a man took 20 g a day and had a seizure.", []),
        ("## Dosage\n\n- Half a cup of oats: 70 mg\n", []),
        ("Then take it for two weeks.", ["for two weeks"]),
        ("Chronic pain: 20 mg for 25 days", ["20 mg for 25 days"]),
    ],
)
def test_this_is_a_dose(text, found):
    assert doses(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "7.5mg 7-OH Per Tablet | 2ct, 20ct, 30ct",
        "A bottle holds 60 capsules.",
        "Each capsule contains 25 mg of CBD.",
        "The gummies come in 10 mg and 25 mg strengths.",
        "Fasting glucose was 126 mg/dL.",
        "Products must not exceed a lead limit of 5 mg/kg.",
        "Rats were given 5 mg/kg.",
        "Stir 2 cups of milk with 1 tsp of turmeric.",
        "It costs $5 per gram.",
        "Adults over 18 years may take it.",
        "Take vitamin B12 with food.",
        "The enzyme CYP2D6 takes part.",
        "In 2019, 40% of users took it.",
        "Drink 8 cups of water a day.",
        "It takes 2-3 hours to work.",
        "If you take it twice a day, tell your doctor.",
        "Wash your hands three times a day.",
        "Most people slept better after 4-8 weeks.",
        "Heat the oven to 350 degrees.",
        "People feel calm after taking Delta 8 gummies every night.",
        "Delta-9 gummies are another thing.",
    ],
)
def test_this_is_no_dose(text):
    assert doses(text) == []


def test_a_dose_knows_its_figures():
    (dose,) = read_doses(document_of("The maximum is two to 3.5 g/kg a day."))
    assert (dose.kind, dose.low, dose.high, dose.unit, dose.per, dose.often) == (
        "maximum",
        2,
        3.5,
        "g",
        "kg/day",
        "a day",
    )


def test_more_than_is_a_limit_only_where_it_is_forbidden():
    forbidden, told = read_doses(document_of("Do not take more than 4 g. Some users take more than 8 g."))
    assert (forbidden.kind, told.kind) == ("maximum", "amount")


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("2,000", 2000),
        ("1.5", 1.5),
        (".5", 0.5),
        ("1½", 1.5),
        ("1/2", 0.5),
        ("two (2)", 2),
        ("twelve", 12),
        ("1/0", None),
    ],
)
def test_figures_and_words_have_a_value(words, value):
    assert number(words) == value


def test_a_text_of_nothing_but_doses_is_read_in_one_pass():
    assert len(read_doses(document_of("take 5 mg " * 500, ".txt"))) == 500


@given(some.text(alphabet="take 12.5-–mg½ (2) twice a day, 1/0 every four hours up to\n", max_size=250))
def test_every_dose_lies_in_its_sentence(text):
    document = document_of(text)
    for dose in read_doses(document):
        assert document.sentences[dose.sentence].span.contains(dose.span)
        assert dose.span.length > 0
