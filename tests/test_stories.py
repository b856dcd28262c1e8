"""Who got well by their own account, and what is none."""

from __future__ import annotations

import pytest

from kratomlint.code_checks import stories
from kratomlint.document import Document
from kratomlint.knowledge import Knowledge
from kratomlint.language.lexicon import build
from kratomlint.readers import parse
from kratomlint.source import decode

KNOWLEDGE = Knowledge(
    {"substances": build("substances", ["kava"]), "conditions": build("conditions", ["headache"], inflect="noun")}, {}
)
ON_KAVA = "Kava grows in Fiji, kava is drunk there, and we sell kava.\n\n"


def read(text: str) -> Document:
    return parse(decode(text.encode(), "a.md"), published=(), knowledge=KNOWLEDGE)


def lived(text: str) -> list[str]:
    document = read(text)
    return [hit.span.cut(document.prose.text) for hit in stories.lived(document)]


def praised(text: str) -> list[str]:
    document = read(ON_KAVA + text)
    return [hit.span.cut(document.prose.text) for hit in stories.testimonial(document)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("By June my skin had cleared.", "skin had cleared"),
        ("I have lost ten pounds.", "lost ten pounds"),
        ("We never looked back.", "never looked back"),
        ("My inhaler went in the bin.", "inhaler went in the bin"),
        ("My warts have shrunk.", "warts have shrunk"),
        ("I tried it, and the difference was unreal.", "difference was unreal"),
        ("By spring I was completely pain free.", "was completely pain free"),
        ("My doctor halved my dose.", "doctor halved my dose"),
        ("In May they cut my statin by a third.", "cut my statin"),
    ],
)
def test_what_the_writer_lived_through_is_a_story_in_any_text(text: str, words: str) -> None:
    assert lived(text) == [words]


def test_what_somebody_else_lived_through_is_a_story_where_a_substance_is_the_subject() -> None:
    assert lived("She threw away her pills.") == []
    assert lived(ON_KAVA + "She threw away her pills.") == ["threw away her pills"]
    assert lived(ON_KAVA + "They slept like logs.") == []
    assert lived(ON_KAVA + "“Soon they slept like logs,” says Ann.") == ["slept like logs"]


@pytest.mark.parametrize(
    "text",
    [
        "My skin cleared, and then I was in hospital.",
        "Has my skin cleared?",
        "My skin might have cleared.",
        "I lost my keys.",
        "I lost nine pounds and lied to my wife.",
        "Case reports tell of good results with it, and our nurse uses it.",
        "Within a month of quitting my energy returned.",
        "Since I quit, my energy returned.",
        "We recruited forty adults. My skin cleared.",
    ],
)
def test_a_harm_a_question_a_wish_and_a_report_are_no_story(text: str) -> None:
    assert lived(text) == []


def test_a_signed_quotation_is_praise_where_it_speaks_of_health() -> None:
    assert praised("“The jar is pretty. No headache since.” – Nora P.") == ["No headache since.”"]


@pytest.mark.parametrize(
    "text",
    [
        "“The jar is pretty.” – Nora P.",
        "“No headache since.” – Dr. Nora Park",
        "“No headache since.”",
        "“The headache got worse.” – Nora P.",
    ],
)
def test_a_jar_an_expert_a_nameless_quotation_and_a_complaint_are_no_praise(text: str) -> None:
    assert praised(text) == []


def test_a_testimonial_is_marked_where_it_tells_how_it_is_now_and_not_how_it_was() -> None:
    assert praised("> “My knee has been bad since 2011. I walked up a hill in May.” — Geraint") == [
        "I walked up a hill in May.”"
    ]
    assert lived(ON_KAVA + "> “I had lost ten pounds from worry. I hum now.” — Geraint") == []
    assert praised("★★★★★ “I have had migraines since high school. The green one is my favorite.” — Geraint") == []
    assert praised("> “Was even able to skip the tablets. It fell by ten in two weeks.” — Geraint") == [
        "“Was even able to skip the tablets.",
        "It fell by ten in two weeks.”",
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“I hum now.” – Nora P.", ["“I hum now.”"]),
        ("> “I hum now.” – Nora, verified buyer", ["“I hum now.”"]),
        ("**Nora P.:** “I hum now.”", ["“I hum now.”"]),
        ("> “I hum now.” – Nora Park", []),
        ("## Reviews\n\n> “I hum now.” – Nora Park", ["“I hum now.”"]),
        ("Ultrasound: “I hum now.”", []),
        ("> “No headache since.”", ["“No headache since.”"]),
        ("> “No headache since, the FDA says.”", []),
        ("> “No headache since.” — Park and colleagues", []),
        ("“I hum now.”\n\n— Nora P.", ["“I hum now.”"]),
        ("“I hum now.” (Nora, Leeds)", ["“I hum now.”"]),
        ("“The parcel came now.” – Nora P.", []),
        ("“I hum now.” – Rumi", []),
    ],
)
def test_who_bought_is_known_by_half_a_name_or_by_what_stands_above(text: str, words: list[str]) -> None:
    assert [found.removeprefix("Nora P.: ") for found in praised(text)] == words


def test_what_a_buyer_says_is_marked_without_the_stars() -> None:
    assert praised("★★★★★\nMy nights are calm now.") == ["My nights are calm now."]


@pytest.mark.parametrize(
    "text",
    [
        "> “Great for revising.” – Nora P.",
        "> “Mellow mood all evening.” – Nora P.",
        "★★★★☆ **Ilo** – “My wife and I are teenagers.”",
        "★★★★★ **tea_lover_7** – “what MELLOW evenings”",
        "**Ilo K.** ★★★★★ “Total godsend!”",
        "★★★★★ Ilo K. – I hum all day.",
        "> “Been on it a year, never going back.” – Nora P.",
        "> “Mild but effective.” – Nora P.",
    ],
)
def test_praise_may_leave_out_the_person_and_who_gives_stars_has_bought(text: str) -> None:
    assert len(praised(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "> “Great for beginners.” – Nora P.",
        "> “Great for a smoothie.” – Nora P.",
        "> “I prefer the red one.” – Nora P.",
        "> “I still take my tablets.” – Nora P.",
        "> “I cried.” – Nora P.",
        "> “Makes me sick every time.” – Nora P.",
        "> “Gave me a terrible headache.” – Nora P.",
        "> “It made my mother dizzy.” – Nora P.",
        "> “Sleep was too strong for me, what a waste of time.” – Nora P.",
        "★★★★★ Rated best by our customers",
        "★★★★★ 4.7 (880 reviews)",
        "> “The post was slow.” – Nora P.",
        "> “Shipping was slow and my order late.” – Nora P.",
        "★★★☆☆ **Ilo** – “Bag was torn.”",
        "tea_lover_7: “what MELLOW evenings”",
    ],
)
def test_a_parcel_another_brand_and_a_medicine_still_taken_are_no_praise(text: str) -> None:
    assert praised(text) == []


def felt(text: str) -> list[str]:
    document = read(text)
    return [hit.span.cut(document.prose.text) for hit in stories.felt(document)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("I’m calmer on the train.", "I’m calmer"),
        ("My thinking is clearer.", "My thinking is clearer"),
        ("I noticed it within a week.", "I noticed it"),
        ("I had fewer headaches.", "I had fewer headaches"),
        ("My fasting glucose went from 118 down to 97.", "My fasting glucose went from 118 down to 97"),
        ("I doze off within twenty minutes.", "I doze off within twenty minutes"),
        ("I could feel my jaw loosen.", "I could feel my jaw loosen"),
        ("I lost the urge to smoke.", "I lost the urge to"),
        ("I no longer reach for wine.", "I no longer reach for"),
        ("I was sleeping six hours straight.", "I was sleeping six hours straight"),
        ("I got eight solid hours last night.", "I got eight solid hours last night"),
        ("I stayed asleep till six.", "I stayed asleep till six"),
        ("The next day I wasn't groggy.", "I wasn't groggy"),
        ("My brother, who laughs at teas, says I snore less.", "My brother, who laughs at teas, says I snore less"),
        ("Her next reading came in at 6.1.", "Her next reading came in at 6.1"),
        ("I have my evenings back. The 4 am dread is gone.", "The 4 am dread is gone"),
        ("I have yet to see a bad reaction.", "I have yet to see a bad reaction"),
        ("Not one of our drinkers has reported a rashless day.", "Not one of our drinkers has reported"),
        ("In six weeks her pressure was 120.", "In six weeks her pressure was 120"),
        ("That matches what I have felt.", "matches what I have felt"),
        ("I have gone from two headaches a week to one.", "I have gone from two headaches a week to"),
        ("The first thing I noticed was a loose jaw.", "The first thing I noticed"),
        ("My husband says I’m nicer.", "My husband says I’m"),
        ("My old pain was starting to fade.", "My old pain was starting to fade"),
        ("I kept a diary. After two weeks the headache eased.", "eased"),
        ("Kava has been a godsend for my wife.", "has been a godsend for my"),
        ("Within ten days the headache that I know had eased.", "eased"),
        ("Many people take it for years with no issues.", "take it for years with no issues"),
        ("My nurse could not believe my numbers.", "My nurse could not believe my"),
        ("I give it to mum. She is sharper in the mornings.", "She is sharper"),
        ("I climbed the tower without my stick.", "I climbed the tower without my stick"),
        ("I write it all down.\n\nWeek five. The headache lifted. I sang.", "The headache lifted"),
        ("I write it all down.\n\nMonth 3: A deeper voice, and my headache eased.", "eased"),
        ("I write it all down.\n\nDay 9: slept like a log. I sang.", "slept like a log"),
        ("I drink it. Skin is softer and nails grow.", "Skin is softer"),
        ("★★★★★ Verified buyer. The headache lifted.", "The headache lifted"),
        ("I have my evenings back. No more headaches.", "No more headaches"),
        ("I ran the tests. Reaction time fell from 284 to 251 ms.", "Reaction time fell from 284 to 251"),
    ],
)
def test_what_somebody_noticed_or_measured_is_given_as_evidence(text: str, words: str) -> None:
    assert felt(ON_KAVA + text) == [words]
    assert felt(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Am I calmer? I’m calmer, am I?",
        "I’m calmer since I quit kava.",
        "I felt worse and had fewer headaches.",
        "My daily dose went from 20 to 40 mg.",
        "I got two hours of delay.",
        "I wasn't drunk enough to sing.",
        "My brother, who laughs at teas, says I snore.",
        "Her next order came in at 60 dollars.",
        "I have yet to see a bad review.",
        "None of our drinkers has noticed any difference.",
        "None of our drinkers had to pay.",
        "Before it I lay awake. My readings are of poems.",
        "We noticed a crack within a week.",
        "I have sold it for years with no trouble.",
        "We take it for years with no problems at customs.",
        "In nine years we have never had a problem with the lab.",
        "I went from two cups a day to four.",
        "The first thing I noticed was the smell.",
        "My husband says I am the one who sweeps.",
        "My doctor asked what I was taking.",
        "It is a blessing to my wallet.",
        "In the trial, reaction time fell from 284 to 251 ms.",
        "I like kava. After two weeks the headache eased for most people.",
        "After two weeks the headache eased.",
        "I read a trial. The ones on kava were better on a headache scale after ten weeks.",
        "Week five of the course is on kava. I like it.",
        "She is stronger than her sister.",
        "I like it. She looks stronger in the picture.",
        "My vet could not believe my luck.",
        "No more headaches.",
        "I walk there thanks to the path.",
        "I went out. The fog lifted over the harbour.",
        "I drove to the shop without a map.",
        "I know that skin is softer. Skin is softer when the air is damp.",
        "Skin is softer.",
        "The fog lifted.",
        "Week five: the headache lifted.",
        "I drink it. Week two: the headache lifted for most people.",
    ],
)
def test_a_question_a_harm_an_order_and_a_trial_are_no_feeling(text: str) -> None:
    assert felt(ON_KAVA + text) == []
