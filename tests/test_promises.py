"""Promises without a verb of their own: what a product is called, what it is to be taken for, what stands alone in a line."""

import pytest
from claiming import ABOUT_KAVA, counting

from kratomlint.code_checks.appeals import complaints_alone, half_safe, run_down
from kratomlint.testing import document_of

ABOUT_NOTHING = "The committee met on a Tuesday and went home late.\n\n"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Kava is an antispasmodic.", ["antispasmodic"]),
        ("The root is antiviral, antifungal and diuretic.", ["antiviral, antifungal and diuretic"]),
        ("Clove: antiseptic, analgesic", ["antiseptic, analgesic"]),
        ("We sell an anti-migraine kava.", []),
        ("Kava is an anti-migraine tea.", ["anti-migraine"]),
        ("Kava is a tumor-shrinking root.", ["tumor-shrinking"]),
        ("Kava is the enemy of colds.", ["enemy of colds"]),
        ("Kava is a cough killer.", ["cough killer"]),
        ("Hepatitis rescue drops", ["Hepatitis rescue drops"]),
        ("Antifungal foot spray", ["Antifungal foot spray"]),
    ],
)
def test_what_a_product_is_called_promises_what_it_treats(text: str, words: list[str]) -> None:
    assert counting(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "Kava is not an antibiotic.",
        "Is kava an antidepressant?",
        "Kava is marketed as a sedative.",
        "Antidepressants",
        "Antibiotic resistance",
        "Kava may be an antispasmodic.",
        "The drug is an anticoagulant.",
        "The infection is treated with two antibiotics.",
    ],
)
def test_a_class_of_medicines_that_is_denied_asked_reported_or_of_another_does_not_count(text: str) -> None:
    assert counting(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("For insomnia, take a cup.", ["For insomnia"]),
        ("If a cold bothers us, we drink it.", ["If a cold"]),
        ("Use for acne.", ["Use for acne"]),
        ("Apply two drops to minor burns.", ["Apply two drops to minor burns"]),
        ("Use (with honey) to ease a sore throat.", ["ease a sore throat"]),
        ("to ease a sore throat", ["ease a sore throat"]),
        ("lowering blood sugar levels", ["lowering blood sugar levels"]),
        ("You can reduce anxiety with kava.", ["reduce anxiety"]),
        ("Get your blood pressure under control.", ["Get your blood pressure under control"]),
        ("Insomnia can be cured with kava.", ["Insomnia can be cured with kava"]),
        ("Gout responds well to kava.", ["Gout responds well to kava"]),
        ("Kava lowers the risk of stroke.", ["lowers the risk of stroke"]),
        ("Uses: gout and hives.", ["Uses: gout"]),
        ("Kava drops for ear infections", ["Kava drops for ear infections"]),
        ("Gout? Try it.", ["Gout"]),
        ("Immune defense against mumps", ["Immune defense against mumps"]),
        ("If your dog has a fever, give kava.", ["If your dog has a fever"]),
        ("Warts fall off within days.", ["Warts fall off within"]),
        ("A study on how kava relieves gout is out.", ["relieves gout"]),
        ("Kava is known for oils that calm anxiety.", ["calm anxiety"]),
        ("Reduced joint pain, calmer evenings.", ["Reduced joint pain"]),
    ],
)
def test_directions_for_a_complaint_promise_to_relieve_it(text: str, words: list[str]) -> None:
    assert counting(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "For insomnia, ask your doctor before you take kava.",
        "If you have gout, do not take kava.",
        "If you have a headache, drink water.",
        "Use for acne has not been studied.",
        "Apply pressure to the wound.",
        "Managing stress is important.",
        "Dealing with stress",
        "To reduce anxiety, doctors prescribe medicines.",
        "Taking less kava lowers the risk of stroke.",
        "You can reduce pain with exercise.",
        "Uses: tea, powder and capsules.",
        "Trials of kava drops for ear infections",
        "## Kava for anxiety",
        "What is gout?",
        "Cysts often go away on their own.",
        "A flu remedy, flu shots and more",
        "Kava can raise blood pressure.",
    ],
)
def test_cautions_other_means_and_subjects_promise_nothing(text: str) -> None:
    assert counting(text) == []


@pytest.mark.parametrize(
    "text",
    ["Uses: gout and hives.", "Hepatitis rescue drops", "Gout? Try it.", "Use for acne.", "to ease a sore throat"],
)
def test_a_line_promises_only_in_an_article_that_keeps_speaking_of_a_substance(text: str) -> None:
    assert counting(text, before=ABOUT_NOTHING) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Gout, hives, high cholesterol", ["Gout, hives, high cholesterol"]),
        ("Gout", []),
        ("Side effects: nausea, headache", []),
        ("## Side effects\n\nNausea, headache", []),
        ("## Anxiety and depression", []),
        ("Gout and hives are illnesses.", []),
    ],
)
def test_complaints_that_stand_alone_are_a_list_of_uses_except_under_harms(text: str, words: list[str]) -> None:
    document = document_of(ABOUT_KAVA + text)
    assert [hit.span.cut(document.prose.text) for hit in complaints_alone(document)] == words


def test_medicines_are_run_down_only_where_something_else_is_spoken_for() -> None:
    text = "Most sleeping pills have nasty side effects."
    found = {before: list(run_down(document_of(before + text))) for before in (ABOUT_KAVA, ABOUT_NOTHING)}
    assert [len(hits) for hits in found.values()] == [1, 0]


def test_what_seems_safe_is_read_only_where_a_substance_is_spoken_of() -> None:
    text = "It appears to be safe for most adults."
    found = {before: list(half_safe(document_of(before + text))) for before in (ABOUT_KAVA, ABOUT_NOTHING)}
    assert [len(hits) for hits in found.values()] == [1, 0]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They bring calm.", ["bring calm"]),
        ("The drops can bring back your energy.", ["bring back your energy"]),
        ("They may bring calm.", []),
        ("Bring two cups of kava to a gentle boil for clear skin.", []),
    ],
)
def test_bring_is_a_verb_that_promises_and_in_a_recipe_none(text: str, words: list[str]) -> None:
    assert counting(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It works so fast.", ["works so fast"]),
        ("The root stirs passion.", ["stirs passion"]),
        ("It does the skin a world of good.", ["does the skin a world of good"]),
        ("The root has a name for natural tension relief.", ["for natural tension relief"]),
        ("It stirs the passion for dance.", []),
        ("It may awaken desire.", []),
        ("Patients asked about quick relief.", []),
    ],
)
def test_praise_without_an_object_of_its_own_takes_the_benefit_for_granted(text: str, words: list[str]) -> None:
    assert counting(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It keeps the arteries flexible.", ["keeps the arteries flexible"]),
        ("The drops can keep joints moving.", ["keep joints moving"]),
        ("- **Kavain**, a resin, which keeps kidney cells healthy", ["keeps kidney cells healthy"]),
        ("It makes the arteries stronger.", ["makes the arteries stronger"]),
        ("The drops will make joints suppler.", ["make joints suppler"]),
        ("It may keep the arteries flexible.", []),
        ("Walking keeps the arteries flexible.", []),
        ("Walking makes the arteries stronger.", []),
        ("Keep the skin clean before you rub it in.", []),
        ("Growers keep the barns clean.", []),
    ],
)
def test_what_it_keeps_in_good_order_is_promised_and_what_the_reader_is_to_keep_so_is_not(
    text: str, words: list[str]
) -> None:
    assert counting(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Repeat until the cramps are gone.", []),
        ("Drink it until you feel better.", []),
        ("Drink it, and you feel better.", ["feel better"]),
        ("The cramps are gone.", ["cramps are gone."]),
    ],
)
def test_where_an_instruction_ends_nothing_is_promised(text: str, words: list[str]) -> None:
    assert counting(text) == words


def test_what_the_body_does_by_itself_is_no_promise() -> None:
    assert counting("This network is responsible for regulating mood.") == []
    assert counting("Your receptors are directly responsible for regulating mood.") == []
    assert counting("It is responsible for lifting mood.") == ["lifting mood"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("With kava you recover faster.", ["you recover faster"]),
        ("When you drink kava you think more clearly.", ["you think more clearly"]),
        ("After a long run you recover sooner.", []),
        ("Without kava you recover faster.", []),
        ("With kava you may recover faster.", []),
    ],
)
def test_how_the_reader_fares_is_promised_where_the_substance_is_named_before_it(text: str, words: list[str]) -> None:
    assert counting(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It works deeply on the mind.", ["works deeply on the mind"]),
        ("The root acts gently but deeply on the nerves.", ["acts gently but deeply on the nerves"]),
        ("Stress acts deeply on the mind.", []),
        ("It acts on the nervous system.", []),
        ("It leads you back to calm.", ["leads you back to calm"]),
        ("## A lighter mood", ["A lighter mood"]),
        ("## A lighter, steadier mood", ["A lighter, steadier mood"]),
        ("## 2. More energy, less brain fog", ["More energy"]),
        ("## More energy drinks, less tea", []),
    ],
)
def test_how_it_works_on_the_mind_and_where_it_leads_is_promised(text: str, words: list[str]) -> None:
    assert counting(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Kava is warm and deeply relaxing.", ["is warm and deeply relaxing"]),
        ("Kava is a friend to your liver.", ["a friend to your liver"]),
        ("Say no to stiff joints with kava.", ["Say no to stiff joints"]),
        ("Say no to kava with stiff joints.", []),
        ("Daily kava consumption cuts the risk of stroke.", ["cuts the risk of stroke"]),
        ("Lower kava consumption cuts the risk of stroke.", []),
        ("Reducing kava intake cuts the risk of stroke.", []),
        ("It works faster than sleeping tablets.", ["faster than sleeping tablets"]),
        ("It works faster than we thought.", []),
    ],
)
def test_figures_of_praise_promise_and_less_of_it_does_not(text: str, words: list[str]) -> None:
    assert counting(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("## How does kava help gout?", []),
        ("How can it ease gout?", []),
        ("## How kava eases gout", ["eases gout"]),
        ("Why does kava ease gout?", ["ease gout"]),
    ],
)
def test_a_question_how_it_helps_is_no_promise_and_an_announcement_is(text: str, words: list[str]) -> None:
    assert counting(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Sleep better with kava.", ["Sleep better"]),
        ("How to sleep better", []),
        ("Sleep better without kava.", []),
        ("Kava is one of the best herbs for stiff joints.", ["one of the best herbs for stiff joints"]),
        ("Kava is your best friend for sleepless nights.", ["your best friend for sleepless nights"]),
        ("Say hello to better sleep.", ["better sleep"]),
        ("A nurse is one of the best people for advice on sleep.", []),
    ],
)
def test_what_the_reader_is_to_greet_and_whom_to_befriend_is_promised(text: str, words: list[str]) -> None:
    assert counting(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The gummies are tasty and soothing.", ["are tasty and soothing"]),
        ("Our drops are deeply calming.", ["are deeply calming"]),
        ("The drops may be calming.", []),
        ("The bath is calming.", []),
        ("The bath behind the drops is calming.", []),
    ],
)
def test_a_product_is_said_to_calm_as_its_substance_is(text: str, words: list[str]) -> None:
    assert counting(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Men who take kava every day have stronger bones.", ["Men who take kava every day have stronger bones"]),
        ("Women who drink kava have fewer migraines.", ["Women who drink kava have fewer migraines"]),
        ("Women who drink kava have more migraines.", []),
        ("Women who drink kava have a faster heart rate.", []),
        ("Women who drink kava may have fewer migraines.", []),
        ("Women who drink coffee have fewer migraines.", []),
        ("The survey found that women who drink kava have fewer migraines.", []),
    ],
)
def test_how_those_fare_who_take_it_is_promised_where_nobody_found_it(text: str, words: list[str]) -> None:
    assert counting(text) == words
