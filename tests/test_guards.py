"""When words do not count: each guard on sentences, the words in question marked `>>so<<`.

The ConText table: cue, direction, what ends its reach, and what only looks like a cue.
"""

import pytest

from kratomlint.card import unmark
from kratomlint.language.guards import GUARDS
from kratomlint.span import Span
from kratomlint.testing import document_of


def holds(guard: str, marked: str) -> bool:
    text, [(start, end)] = unmark(marked)
    words, document = text[start:end], document_of(text)
    assert document.prose.text.count(words) == 1
    at = document.prose.text.index(words)
    return GUARDS[guard](document, Span(at, at + len(words)))


def table(guard: str, true: list[str], false: list[str]):
    rows = [(text, True) for text in true] + [(text, False) for text in false]
    return pytest.mark.parametrize(
        "text, expected", rows, ids=[text.replace(">>", "").replace("<<", "") for text, _ in rows]
    )


@table(
    "negated",
    [
        "Gives you >>energy<<: false.",
        "Its benefits remain to be >>proven<<.",
        "Be careful about relying on it as a >>cure<<.",
        "Few of these claims can be >>verified<<.",
        "The >>cure<< could be a scam.",
        "Kratom does not >>cure<< addiction.",
        "Kratom doesn’t >>cure<< addiction.",
        "Kratom cannot >>cure<< addiction.",
        "It is not a >>cure<<.",
        "It isn't a >>cure<<, whatever the label says.",
        "There is no >>cure<<.",
        "There is no cure, and no >>studies have shown<< one.",
        "There is no agreed dose, and >>studies have used anything<<.",
        "It has never been shown to >>relieve pain<<.",
        "It has not been shown to >>relieve pain<<.",
        "It has not yet been proven that the leaf can safely or reliably >>relieve pain<<.",
        "There is no evidence that it >>relieves pain<<.",
        "There is little good evidence from human trials that the leaf or its extracts >>relieve pain<<.",
        "It is unclear whether kava >>relieves anxiety<<.",
        "More research is needed to learn if it >>relieves pain<<.",
        "Neither kava nor kratom >>cures<< anything.",
        "Nothing on this page >>cures<< anything.",
        "It fails to >>relieve pain<<.",
        "The claim that it >>cures<< cancer is false.",
        "The claim that it >>cures<< cancer is not supported.",
        "That kratom >>cures<< addiction is a myth.",
        "It is far from >>safe<<.",
        "Kratom is hardly >>safe<<.",
        "None of these products is >>safe<<.",
        "It dulls the senses instead of >>relieving pain<<.",
        "That it >>relieves pain<< or cures anxiety has never been shown.",
        "Shops are not required by the U.S. government to show that their powders are >>pure<<.",
        "Herbs do not go through the same tests as drugs to make sure that they are >>effective<<.",
        "No kava product has been conclusively shown to be >>effective<<.",
        "Be careful about relying on this as a long-term >>cure<<.",
        "Be careful with powders that:\n\n- come with >>guaranteed<< results",
        "What was >>proven<< for one powder does not automatically apply to another.",
    ],
    [
        "Kratom >>cures<< addiction.",
        "It not only >>relieves pain<< but lifts mood.",
        "It not just >>relieves pain<<.",
        "There is no doubt that it >>relieves pain<<.",
        "Without a doubt it >>relieves pain<<.",
        "It never fails to >>relieve pain<<.",
        "No wonder it >>relieves pain<<.",
        "This is not a diagnosis; it >>cures<< pain.",
        "It leaves no stain and there is >>no overdose<<.",
        "It isn't a cure, but it >>eases pain<<.",
        "It isn’t a cure but it >>eases pain<<.",
        "It is not a drug. It >>cures<< pain.",
        "It is not addictive, and it >>relieves pain<<.",
        "It was drunk without harm, and >>studies have shown<< that it relieves pain.",
        "It does not harm the liver, while it >>relieves pain<<.",
        "It is no opioid – it >>relieves pain<< all the same.",
        "It >>relieves pain<<, but it does not cure anything.",
        "It >>relieves pain<< without the addictive properties of opioids.",
        "It >>relieves pain<< and is not addictive.",
        "It >>relieves pain<< and it is not addictive.",
        "It >>relieves pain<< with no side effects.",
        "It is not a drug, yet it >>relieves pain<<.",
        "You no longer need to wait: it >>relieves pain<<.",
        "No matter how old you are, it >>relieves pain<<.",
        "To avoid a sore neck, it >>relieves pain<<.",
        "Not surprisingly, it >>relieves pain<<.",
        "That is not to say it doesn't >>work<<.",
        "It is >>all-natural<< so tablets aren't needed.",
        "Look for powders that:\n\n- come with >>guaranteed<< results",
    ],
)
def test_negated(text: str, expected: bool) -> None:
    assert holds("negated", text) is expected


@table(
    "quoted",
    [
        "It is one more supposed “>>miracle<<” root.",
        "The seller’s page says kratom “>>cures addiction<<”.",
        'The label claims that it "has been >>proven<< to work".',
        "“It >>cures addiction<<,” the company wrote.",
        "Phrases such as “>>cures pain<<” are not allowed.",
        "The FDA warned a firm that promised “a >>miracle<< for your pain”.",
        "> It >>cures addiction<<.\n>\n> — a seller’s page",
        "The company wrote:\n\n> It >>cures addiction<< for good.",
        "Kava works.\n\n## References\n\n1. Lee K (2018). Kava and its >>bright future<<. Phytomedicine.",
        "It has been named “a >>miracle<<” by a blog.",
    ],
    [
        "It >>cures addiction<<.",
        "Our “>>miracle<<” herb is in stock.",
        "“Kratom >>cures addiction<<.”",
        "The label says “new”, and it >>cures addiction<<.",
        "> Kratom >>cures addiction<< for good.",
        'The leaf is "dried" and >>safe<< and "ground".',
    ],
)
def test_quoted(text: str, expected: bool) -> None:
    assert holds("quoted", text) is expected


@table(
    "attributed",
    [
        "Shops use the study to market it as a >>miracle<< root.",
        "It joins a line of supposed >>cures<<.",
        "As it grows on trees, users assume it is >>safe<<.",
        "According to sellers, it >>relieves pain<<.",
        "Vendors claim it >>relieves pain<<.",
        "Marketers on social media say that it >>relieves pain<<.",
        "It is marketed to >>relieve pain<<.",
        "Claims that it >>relieves pain<< are common.",
        "The FDA has warned that it is not a >>safe<< product.",
        "The World Health Organization reported that users take it to >>relieve pain<<.",
        "Any powder that claims >>fast<< relief deserves doubt.",
        "Promoted as a >>cure<< for colds, it sells well.",
        "They drink what they believe is a >>remedy<<.",
        "According to WebMD, it >>calms<< the nerves.",
        "Their tea, mainly marketed as a >>superfood<<, is dear.",
    ],
    [
        "It >>relieves pain<<.",
        "Sellers claim little, but it >>relieves pain<<.",
        "It is sold in shops; it >>relieves pain<<.",
        "Research says that it >>relieves pain<<.",
        "A powder that has a >>fast<< effect is sold here.",
        "Unlike sage (mainly marketed as a spice), hops have >>proven<< powers.",
    ],
)
def test_attributed(text: str, expected: bool) -> None:
    assert holds("attributed", text) is expected


@table(
    "asked",
    [
        "Kava bars, can they >>root out<< your worry?",
        "## Unveiling the root: a >>natural ally<< against worry?",
        "## Tea or pill: which one >>for sleep<<?",
        "## Tea or pill: which >>works best for sleep<<?",
        "Or does it really >>relieve pain<<?",
        "Does kratom >>relieve pain<<?",
        "Is it >>safe<<?",
        "But is it >>safe<<?",
        "**Is it >>safe<<?**",
        "## Can kava >>relieve anxiety<<?",
        "## Is kratom >>safe<<",
        "Researchers asked whether it >>relieves pain<<.",
        "A trial set out to see if it >>relieves pain<<.",
        "They wonder if it >>relieves pain<<.",
        "Kava: can it really >>ease<< worry?",
        "How to decide if a powder is worth >>trying<<.",
        "Kava (does it really >>ease<< worry?)",
        "Whether kava calms you or not, whether it >>relieves pain<< was never asked.",
        "Whether tea or pill, kava that >>relieves pain<< has not been found.",
        "Whether it calms the mind, helps you sleep or >>relieves pain<<, nobody knows.",
    ],
    [
        "It >>relieves pain<<.",
        "How does kratom >>relieve pain<<?",
        "Why does it >>relieve pain<< so well?",
        "Is it safe? It >>relieves pain<<.",
        "Looking for an herb that >>relieves pain<<?",
        "Wondering whether to buy? Our herb >>relieves pain<<.",
        "Whether you are old or young, it >>relieves pain<<.",
        "Whether brewed, chewed or smoked, this root >>relieves pain<<.",
        "Whether you want rest or energy, kava >>relieves pain<<.",
        "Do you know that kava can >>ease<< worry?",
        "Can you imagine >>sleeping<< through the night?",
        "## Has been shown to >>ease<< worry",
    ],
)
def test_asked(text: str, expected: bool) -> None:
    assert holds("asked", text) is expected


@table(
    "hedged",
    [
        "It may >>relieve pain<<.",
        "It could in some people >>relieve pain<<.",
        "It appears to >>relieve pain<<.",
        "It is thought to >>relieve pain<<.",
        "Perhaps it >>relieves pain<<.",
        "It >>may relieve pain<<.",
    ],
    [
        "It >>relieves pain<<.",
        "It may taste bitter, but it >>relieves pain<<.",
        "It may be bought online; it >>relieves pain<<.",
        "It is harvested in May. It >>relieves pain<<.",
        "It >>relieves pain<< and may help sleep.",
    ],
)
def test_hedged(text: str, expected: bool) -> None:
    assert holds("hedged", text) is expected


@table(
    "sourced",
    [
        "It >>relieves pain<< (Author, 2019).",
        "It >>relieves pain<< ([trial](https://doi.org/10.1000/x)).",
        "It >>relieves pain<<. See doi:10.1000/xyz123 for the trial.",
    ],
    [
        "It >>relieves pain<<.",
        "It >>relieves pain<<, as a study found.",
        "It >>relieves pain<<. It is a leaf. It was shown (Author, 2019).",
        "It >>relieves pain<< in [our shop](https://example.com/buy).",
    ],
)
def test_sourced(text: str, expected: bool) -> None:
    assert holds("sourced", text) is expected


@pytest.mark.parametrize("guard", GUARDS)
def test_a_guard_of_report_leaves_what_people_use_it_for_to_the_check(guard: str) -> None:
    assert not holds(guard, "People use it for >>pain<<.")


@pytest.mark.parametrize("guard", GUARDS)
@pytest.mark.parametrize(
    "text",
    [">>x<<", "“>>x<<", ">>x<<”", "no " * 2000 + ">>x<<", '"' * 500 + ">>x<<", "not " + ", and it " * 2000 + ">>x<<"],
)
def test_odd_text_does_no_harm(guard: str, text: str) -> None:
    assert holds(guard, text) in (True, False)
