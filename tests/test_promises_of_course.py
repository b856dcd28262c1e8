"""Promises of when it will be felt, of what goes on inside, of how it feels and for whom it is."""

import pytest
from claiming import ABOUT_KAVA, counting

TABLE = "| When | What |\n|---|---|\n"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Most people notice a difference within ten days.", ["Most people notice a difference within ten"]),
        ("You'll feel the benefits sooner.", ["You'll feel the benefits sooner"]),
        ("The benefits build over time.", ["benefits build over time"]),
        ("If you skip it, the benefits fade within days.", ["benefits fade"]),
        ("Give it a month to work.", ["Give it a month to work"]),
        ("Within a month you will see results.", ["Within a month you will see results"]),
        ("Expect results in three weeks.", ["Expect results in three"]),
        (
            "It takes two weeks to feel the full benefits.",
            ["takes two weeks to feel the full benefits", "full benefits"],
        ),
        ("The longer you drink it, the better.", ["The longer you drink it, the better"]),
        ("Kava delivers the same results for less.", ["delivers the same results"]),
        ("Kava gives back what long nights steal.", ["gives back what long nights steal"]),
    ],
)
def test_results_foretold_are_a_promise(text: str, words: list[str]) -> None:
    assert counting(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "You may notice a difference within ten days.",
        "Will I see results in two weeks?",
        "Most people did not see a difference within ten days.",
        "You will see your results in the portal within two days.",
        "Blood tests were taken, and patients see the results within two days.",
        "With antidepressants most people see results in four weeks.",
        "Give it a month in the cellar.",
        "It takes two weeks to grow.",
    ],
)
def test_other_waiting_is_no_promise(text: str) -> None:
    assert counting(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (f"{TABLE}| Week 3 | Calmer digestion |", ["Calmer digestion"]),
        (f"{TABLE}| 2–4 weeks | Fine lines softer |", ["Fine lines softer"]),
        ("- **Week 6:** thicker hair", ["thicker hair"]),
        ("| Day | What |\n|---|---|\n| 30 | Clearer skin |", ["Clearer skin"]),
        ("- First month: skin more supple.", ["skin more supple"]),
    ],
)
def test_a_calendar_of_benefits_promises_each(text: str, words: list[str]) -> None:
    assert counting(text) == words


@pytest.mark.parametrize(
    "text",
    [
        f"{TABLE}| Week 3 | Insomnia, anxiety |",
        f"{TABLE}| Week 3 | Skin is dry |",
        f"{TABLE}| Week 3 | Sleep may be better |",
        "## Withdrawal by the week\n\n- Week 3: sleep is better",
        "- Week 3: 200 mg, better with food for the stomach",
        "- Fiji: sleep is better there",
        "| Week | Withdrawal |\n|---|---|\n| 3 | More sleep |",
        "| Week | What |\n|---|---|\n| 3 | More sleep trouble |",
        "| Price | What |\n|---|---|\n| 30 | Clearer skin |",
    ],
)
def test_a_calendar_of_something_else_promises_nothing(text: str) -> None:
    assert counting(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Kava tells your muscles to let go.", ["tells your muscles to"]),
        ("It reminds the nervous system how to rest.", ["reminds the nervous system how to"]),
        ("The drops go straight into the bloodstream.", ["go straight into the bloodstream"]),
        ("Kava is the only root that reaches the brain.", ["only root that reaches the brain"]),
        ("It works from the inside out.", ["works from the inside"]),
        ("It travels to where it is needed.", ["travels to where it is needed"]),
        ("Kava keeps the joints supple.", ["keeps the joints supple"]),
    ],
)
def test_what_goes_on_inside_is_told_as_a_fact(text: str, words: list[str]) -> None:
    assert counting(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "Kava may tell your muscles to let go.",
        "The brain tells the stomach to empty.",
        "The signal tells your brain that it's night.",
        "The doctor tells the patient to stop.",
        "Smoked kava goes straight into the bloodstream.",
        "Is kava the only root that reaches the brain?",
        "Walking keeps the joints supple.",
        "Keep your skin clean and dry.",
    ],
)
def test_another_that_acts_inside_promises_nothing(text: str) -> None:
    assert counting(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The white kind leans toward the calming end.", ["leans toward the calming end"]),
        ("Kava is deeply relaxing.", ["is deeply relaxing"]),
        ("Kava is old. It's soothing and warm.", ["It's soothing"]),
        ("Mellow, happy and chatty.", ["Mellow, happy and chatty"]),
        ("- Effects: calm, focused", ["calm, focused"]),
        ("| Kind | Best for |\n|---|---|\n| White | Stiff joints, poor sleep |", ["Stiff joints, poor sleep"]),
        ("## Steadier Mood", ["Steadier Mood"]),
    ],
)
def test_how_it_feels_and_for_whom_is_a_promise(text: str, words: list[str]) -> None:
    assert counting(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "Kava is not relaxing.",
        "The hut leans toward the sea.",
        "The evening is relaxing.",
        "Strong, clean and bright.",
        "Calm people talk.",
        "- Side effects: sleepy, mellow",
        "| Kind | Best for | Strength |\n|---|---|---|\n| White | Trade | Weak |",
        "| Kind | Side effects |\n|---|---|\n| White | Stiff joints, poor sleep |",
        "| Kind | Best for |\n|---|---|\n| White | No evidence in poor sleep |",
    ],
)
def test_other_feelings_and_columns_promise_nothing(text: str) -> None:
    assert counting(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Kava brings blood sugar back down.", ["brings blood sugar back down"]),
        ("It flushes the toxins out.", ["flushes the toxins"]),
        ("It carries toxins out of the body.", ["carries toxins out"]),
        ("It knocks your stress right out.", ["knocks your stress right out"]),
        ("Kava can turn your metabolism back on.", ["turn your metabolism back on"]),
        ("Kava puts out the fire in your joints.", ["puts out the fire in your joints"]),
        ("It eases you into deep sleep.", ["eases you into deep sleep"]),
        ("With kava, your hair will grow thicker.", ["your hair will grow thicker"]),
        ("You'll wake up clear-headed.", ["You'll wake up clear-headed"]),
        ("Skin looks plumper after a month.", ["Skin looks plumper after a"]),
        ("Many notice deeper sleep.", ["deeper sleep"]),
        ("Kava adds years to your life.", ["adds years to your life"]),
        ("Kava is twice as effective as hops.", ["twice as effective as"]),
        ("It gets the blood flowing.", ["gets the blood flowing"]),
        ("It bathes your joints with oil.", ["bathes your joints with"]),
        ("It takes you from weary to bright.", ["takes you from weary to bright"]),
        ("Kava is formulated for stiff knees.", ["formulated for stiff knees"]),
        ("Bye-bye brain fog.", ["Bye-bye brain fog"]),
        ("It goes where the pain is.", ["goes where the pain is"]),
        ("- **Gut healing:** one cup", ["Gut healing"]),
        ("You won't toss and turn.", ["You won't toss and turn"]),
        ("- Best for: stiff knees", ["Best for: stiff knees"]),
    ],
)
def test_what_becomes_of_the_body_is_promised(text: str, words: list[str]) -> None:
    assert counting(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "Kava may bring blood sugar back down.",
        "Kava does not flush the toxins out.",
        "It took my back pain away.",
        "Insulin brings blood sugar down.",
        "Take the pain scale with you when you go out.",
        "Fentanyl is fifty times stronger than heroin.",
        "A brisk walk brings stress down.",
        "The drug floods the brain with dopamine.",
        "The cup is made for tea.",
        "Skin looks red after a month.",
        "- **Wood care:** one coat",
        "If you stop, your mood will improve.",
        "Without kava, you'll feel calmer.",
        "- Best for: trade",
    ],
)
def test_what_becomes_of_it_otherwise_is_not(text: str) -> None:
    assert counting(text) == []


def test_on_a_page_about_nothing_that_is_taken_nothing_is_foretold() -> None:
    assert counting("Most people notice a difference within ten days.", before="The committee met in May.\n\n") == []


def test_the_page_about_kava_is_what_makes_it_one() -> None:
    assert counting("Most people notice a difference within ten days.", before=ABOUT_KAVA) != []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Whether you want calm or deeper sleep, there is a kind for you.", ["Whether you want calm or deeper sleep"]),
        ("Kava has you covered whether you need energy or focus.", ["whether you need energy or focus"]),
        ("From stiff knees to poor sleep, kava has you covered.", ["From stiff knees to poor sleep"]),
        ("From mood to digestion, the benefits keep coming.", ["From mood to digestion"]),
        ("No matter if you want calm or focus, we have you covered.", ["No matter if you want calm or focus"]),
        ("If you want calm, reach for kava.", ["If you want calm, reach for kava"]),
        ("For deep sleep, choose red kava.", ["For deep sleep, choose red kava"]),
        ("Kava calms you in minutes.", ["calms you"]),
        ("It picks you right up.", ["picks you right up"]),
        ("Kava helps you snack less.", ["helps you snack less"]),
        ("It works overnight, so your body can mend.", ["so your body can mend"]),
        ("Caffeine free, so you can burn fat in bed.", ["so you can burn fat"]),
        ("Kava is the choice for adults who want steady energy.", ["choice for adults who want steady energy"]),
        ("Mellow, calming and perfect for late nights.", ["Mellow, calming"]),
        ("Kava is the pick-me-up of the islands.", ["pick-me-up"]),
        ("- **Red root:** calm, sleep and stamina", ["calm, sleep and stamina"]),
        ("| Kind | Known for |\n|---|---|\n| White | Deep sleep |", ["Deep sleep"]),
        ("| Kind | Effects |\n|---|---|\n| White | Relaxation, better mood |", ["Relaxation, better mood"]),
    ],
)
def test_what_is_held_out_to_a_wish_is_promised(text: str, words: list[str]) -> None:
    assert counting(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "Tell the nurse whether you want energy drinks or tea with your sleep diary.",
        "Whether you sleep or not, the shop is open.",
        "From stiff knees to poor sleep, she asked about it all.",
        "From the joints to the liver, kava reaches much of the body.",
        "A walk calms you.",
        "- **Topics:** calm, sleep and stamina",
        "- **Folk medicine:** calm, sleep and stamina",
        "- **Red root:** calm, sleep and nausea",
        "If you want sleep, reach for a book.",
        "Kava does not calm you.",
        "Taper slowly, so your body can recover.",
        "A walk is the choice for adults who want steady energy.",
        "| Kind | Effects |\n|---|---|\n| White | Nausea, poor sleep |",
        "| Kind | Effects |\n|---|---|\n| White | Energy |",
    ],
)
def test_wishes_and_columns_of_another_kind_promise_nothing(text: str) -> None:
    assert counting(text) == []
