"""What the folders of checks hold together, and what is told of their faults."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some
from test_card import VALUES, WHOLE, toml

from kratomlint import packs
from kratomlint.card import CardError, CardText
from kratomlint.finding import Severity
from kratomlint.lists import read_lexicon, read_preset, read_subject
from kratomlint.packs import Root

SUBJECT = """\
name = "kava"
kind = "botanical"
names = ["kava", "piper methysticum"]

[topics.liver]
needs = "that kava can harm the liver"
model = "Kava has been tied to liver injury."
states = ['\\bliver (?:injury|damage)\\b']
"""


def folder(path: Path, files: dict[str, str], label: str = "checks") -> Root:
    for name, text in files.items():
        (path / name).parent.mkdir(parents=True, exist_ok=True)
        (path / name).write_text(text, encoding="utf-8")
    return Root(path, label)


def problems(*roots: Root) -> list[str]:
    with pytest.raises(CardError) as caught:
        packs.load(roots)
    return [str(problem) for problem in caught.value.problems]


def test_the_id_of_a_check_is_its_path(tmp_path: Path) -> None:
    pack = packs.load((folder(tmp_path, {"overclaim/cure.toml": WHOLE, "dosage/deep/er.toml": WHOLE}),))
    assert {name: card.path for name, card in pack.cards.items()} == {
        "dosage/deep/er": "checks/dosage/deep/er.toml",
        "overclaim/cure": "checks/overclaim/cure.toml",
    }


def test_only_toml_files_in_a_pack_are_cards(tmp_path: Path) -> None:
    files = {"README.md": "# How", "loose.toml": "x = 1", "overclaim/notes.txt": "no", "overclaim/cure.toml": WHOLE}
    assert list(packs.load((folder(tmp_path, files),)).cards) == ["overclaim/cure"]


def test_a_later_folder_replaces_a_card_of_the_same_id(tmp_path: Path) -> None:
    ours = folder(tmp_path / "ours", {"a/x.toml": WHOLE, "a/y.toml": WHOLE})
    theirs = folder(tmp_path / "theirs", {"a/x.toml": WHOLE.replace("Cure claim", "House rule")}, ".kratomlint/checks")
    cards = packs.load((ours, theirs)).cards
    assert [cards["a/x"].title, cards["a/y"].title] == ["House rule", "Cure claim"]
    assert cards["a/x"].path == ".kratomlint/checks/a/x.toml"


def test_lexicons_of_all_folders_are_joined(tmp_path: Path) -> None:
    ours = folder(tmp_path / "ours", {"lexicons/herbs.toml": 'terms = ["kava", "kratom"]\ninflect = "noun"'})
    theirs = folder(tmp_path / "theirs", {"lexicons/herbs.toml": 'terms = ["holy basil"]'})
    lexicon = packs.load((ours, theirs)).knowledge.lexicons["herbs"]
    assert lexicon.forms == {"holy basil": "holy basil", "kava": "kava", "kavas": "kava", "kratom": "kratom", "kratoms": "kratom"}  # fmt: skip


def test_a_subject_knows_its_names_and_topics(tmp_path: Path) -> None:
    subject = packs.load((folder(tmp_path, {"subjects/kava.toml": SUBJECT}),)).knowledge.subjects["kava"]
    assert subject.names == ("kava", "piper methysticum")
    assert [(topic.name, topic.when, topic.states) for topic in subject.topics] == [
        ("liver", "always", (r"\bliver (?:injury|damage)\b",))
    ]


def test_a_preset_says_what_is_on_and_how_bad(tmp_path: Path) -> None:
    text = 'title = "House"\non = ["overclaim"]\noff = ["overclaim/cure"]\n[severity]\n"overclaim/cure" = "error"'
    preset = packs.load((folder(tmp_path, {"presets/house.toml": text}),)).presets["house"]
    assert (preset.on, preset.off) == (("overclaim",), ("overclaim/cure",))
    assert preset.severities == {"overclaim/cure": Severity.error}


def test_the_faults_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    root = folder(
        tmp_path,
        {
            "a/cure.toml": WHOLE.replace("severity =", "severty  ="),
            "b/broken.toml": "title = ",
            "lexicons/herbs.toml": 'inflect = "verbs"\nterms = ["Kava", ""]',
            "presets/house.toml": "on = 5\n[severity]\nx = 'bad'",
            "subjects/kava.toml": SUBJECT.replace("states", "state"),
        },
    )
    assert [problem.split("\n")[0] for problem in problems(root)] == [
        "checks/a/cure.toml:3: unknown key `severty`",
        "checks/a/cure.toml:1: `severity` is missing",
        "checks/b/broken.toml:1: not valid TOML: Invalid value",
        "checks/lexicons/herbs.toml:1: `inflect` cannot be `verbs`",
        "checks/lexicons/herbs.toml:2: the term `Kava` is not in lower case",
        "checks/lexicons/herbs.toml:2: the term `` is not in lower case",
        "checks/presets/house.toml:1: `on` is of the wrong kind",
        "checks/presets/house.toml:3: severity cannot be `bad`",
        "checks/subjects/kava.toml:8: unknown key `topics.liver.state`",
        "checks/subjects/kava.toml:5: `states` is missing in [topics.liver]",
    ]


def test_a_file_in_another_encoding_is_a_fault_of_that_file(tmp_path: Path) -> None:
    root = folder(tmp_path, {"a/ok.toml": WHOLE})
    (tmp_path / "a" / "latin.toml").write_bytes("title = 'é'".encode("latin-1"))
    assert problems(root) == ["checks/a/latin.toml:1: not UTF-8 at byte 9\n    Save the file as UTF-8."]


@pytest.mark.parametrize(
    "text, said",
    [
        ("terms = 5", "`terms` is of the wrong kind"),
        ("title = 'x'", "`terms` is missing"),
        ("terms = ['a']\nterm = 1", "unknown key `term`"),
    ],
)
def test_a_fault_of_a_lexicon_is_told(text: str, said: str) -> None:
    with pytest.raises(CardError, match=said):
        read_lexicon("x", CardText(text, "x.toml"))


@pytest.mark.parametrize(
    "old, new, said",
    [
        ("[topics.liver]", "[topics]\nliver = 5\n[other]", "`topics.liver` must be a table"),
        ("names = [", "names = 5 #", "`names` is of the wrong kind"),
        ("damage)", "damage", "the pattern is broken"),
        ('kind = "botanical"', "", "`kind` is missing"),
    ],
)
def test_a_fault_of_a_subject_is_told(old: str, new: str, said: str) -> None:
    with pytest.raises(CardError, match=said):
        read_subject(CardText(SUBJECT.replace(old, new), "x.toml"))


LIST_KEYS = some.sampled_from(
    [
        "title",
        "inflect",
        "terms",
        "name",
        "names",
        "kind",
        "topics",
        "on",
        "off",
        "severity",
        "needs",
        "model",
        "states",
    ]
)


@given(some.dictionaries(LIST_KEYS, VALUES | some.dictionaries(LIST_KEYS, VALUES, max_size=3), max_size=6))
def test_whatever_the_values_a_list_is_read_or_its_faults_are_told(values: dict[str, object]) -> None:
    text = CardText("\n".join(f"{toml(key)} = {toml(value)}" for key, value in values.items()), "x.toml")
    for read in (lambda: read_lexicon("x", text), lambda: read_subject(text), lambda: read_preset("x", text)):
        try:
            read()
        except CardError as error:
            assert all(problem.startswith("x.toml:") for problem in error.problems)


def test_a_change_of_any_file_changes_the_digest(tmp_path: Path) -> None:
    root = folder(tmp_path, {"a/x.toml": WHOLE, "lexicons/herbs.toml": 'terms = ["kava"]'})
    before = packs.load((root,)).digest
    assert packs.load((root,)).digest == before
    folder(tmp_path, {"lexicons/herbs.toml": 'terms = ["kava", "cava"]'})
    assert packs.load((root,)).digest != before


def test_a_project_adds_its_own_folder_after_the_shipped_one(tmp_path: Path) -> None:
    assert packs.roots(tmp_path)[0].label == "checks"
    folder(tmp_path / packs.PROJECT_FOLDER, {"a/x.toml": WHOLE})
    assert packs.roots(tmp_path)[-1] == Root(tmp_path / packs.PROJECT_FOLDER, ".kratomlint/checks")
    assert "a/x" in packs.load(packs.roots(tmp_path)).cards
