"""An author of checks is told what is wrong, where, and what to do; nothing of theirs is overwritten."""

from __future__ import annotations

from pathlib import Path

import pytest

from kratomlint.authoring import AuthoringError, failures, folder_for_checks, new_check
from kratomlint.card import read_card
from kratomlint.packs import Root, shipped
from kratomlint.scoring import articles, mark_of, read_marks, score, sentence_starts, table, update
from kratomlint.testing import catalogue_of, document_of, examples, found

CARD = '''\
title      = "Wonder"
message    = "“{hit}” promises a wonder. Say what was found."
severity   = "warning"
find.words = ["wonder"]
unless     = ["quoted"]
why        = "Readers believe it."
sources    = ["House style"]
bad = [
  "A >>wonder<< plant.",
  """
# A heading

It is a >>wonder<<.
""",
]
good = [
  "They call it a “wonder”.",
  "No words here.",
]
'''


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a folder of packs with one card, which works."""
    card = tmp_path / "checks" / "house" / "wonder.toml"
    card.parent.mkdir(parents=True)
    card.write_text(CARD, encoding="utf-8")
    return tmp_path / "checks"


def told(root: Path, *patterns: str) -> list[str]:
    return list(failures(catalogue_of(root), patterns or ("house",), [Root(root, root.as_posix())]))


def rewrite(root: Path, old: str, new: str) -> None:
    card = root / "house" / "wonder.toml"
    card.write_text(card.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def test_a_card_whose_examples_hold_is_silent(root: Path) -> None:
    assert told(root) == []


def test_a_bad_example_that_is_not_found_is_shown_on_its_line(root: Path) -> None:
    rewrite(root, "A >>wonder<< plant", "A >>miracle<< plant")
    path = (root / "house" / "wonder.toml").as_posix()
    assert told(root) == [f"{path}:9: bad example 1 marks “miracle”, but finds nothing\n    A >>miracle<< plant."]


def test_marks_in_the_wrong_place_are_shown(root: Path) -> None:
    rewrite(root, "It is a >>wonder<<.", ">>It is a wonder.<<")
    path = (root / "house" / "wonder.toml").as_posix()
    assert told(root) == [
        f"{path}:11: bad example 2 marks “It is a wonder.”, but finds “wonder”\n    # A heading >>It is a wonder.<<"
    ]


def test_a_good_example_that_is_found_is_shown(root: Path) -> None:
    rewrite(root, "No words here.", "A wonder.")
    path = (root / "house" / "wonder.toml").as_posix()
    assert told(root) == [f"{path}:18: good example 2 must stay silent, but finds “wonder”\n    A wonder."]


def test_a_new_card_works_before_it_is_filled_in(tmp_path: Path) -> None:
    path = new_check("house/wonder-words", tmp_path / "checks")
    assert path == tmp_path / "checks" / "house" / "wonder-words.toml"
    assert read_card(path.read_text(encoding="utf-8"), "house/wonder-words", "x").title == "Wonder words"
    assert told(tmp_path / "checks") == []


def test_a_new_card_never_overwrites(root: Path) -> None:
    with pytest.raises(AuthoringError, match=r"house/wonder\.toml is already there; it was not touched"):
        new_check("house/wonder", root)
    assert (root / "house" / "wonder.toml").read_text(encoding="utf-8") == CARD


@pytest.mark.parametrize(
    "name", ["wonder", "House/wonder", "../etc/passwd", "a/b/c", "house/", "house/won der", "a/-b"]
)
def test_a_name_that_is_no_path_of_a_card_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(AuthoringError, match="write PACK/NAME"):
        new_check(name, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_cards_go_to_the_project_and_in_a_checkout_to_the_shipped_ones(tmp_path: Path) -> None:
    assert folder_for_checks(tmp_path) == tmp_path / ".kratomlint" / "checks"
    (tmp_path / "checks" / "presets").mkdir(parents=True)
    (tmp_path / "kratomlint").mkdir()
    (tmp_path / "kratomlint" / "card.py").touch()
    assert folder_for_checks(tmp_path) == tmp_path / "checks"


def test_a_document_for_tests_knows_what_ships() -> None:
    document = document_of("# Kratom\n\nA tree. It grows.\n")
    assert [sentence.text for sentence in document.sentences] == ["Kratom", "A tree.", "It grows."]
    assert document.knowledge.lexicons.keys() == catalogue_of().knowledge.lexicons.keys()


def test_found_gives_the_places_in_the_text(root: Path) -> None:
    (finding,) = found("house/wonder", "# Tea\n\nA wonder.\n", root=root)
    assert (finding.place.line, finding.place.column, finding.excerpt) == (3, 3, "wonder")


def test_found_divides_the_text_into_articles(root: Path) -> None:
    text = "A wonder.\n<!-- next article -->\nNo.\n\nA wonder.\n"
    lines = [finding.place.line for finding in found("house/wonder", text, root=root)]
    assert lines == [1, 5]


def test_examples_are_those_of_the_folder_alone(root: Path) -> None:
    assert [str(example) for example in examples(root)] == [
        "house/wonder:bad[1]",
        "house/wonder:bad[2]",
        "house/wonder:good[1]",
        "house/wonder:good[2]",
    ]


def test_examples_without_a_folder_are_those_that_ship() -> None:
    assert {example.card.path.split("/")[0] for example in examples()} == {shipped().label}


@pytest.fixture
def seeds(tmp_path: Path, root: Path) -> Path:
    """Return a folder of seeds: one marked article, one clean."""
    bad, clean = tmp_path / "seeds" / "bad", tmp_path / "seeds" / "clean"
    bad.mkdir(parents=True)
    clean.mkdir()
    (bad / "article.md").write_text("# Tea\n\nIt grows. A miracle! A wonder.\n", encoding="utf-8")
    marks = ["ID\tmark\tquote\tstrength", "3.2\tstigma\tmiracle\trequired", "3.3\tboilerplate\twonder\toptional"]
    (bad / "article.marks.tsv").write_text("\n".join(marks) + "\n", encoding="utf-8")
    (clean / "leaf.md").write_text("A wonder.\n", encoding="utf-8")
    return tmp_path / "seeds"


def test_update_writes_what_is_found_and_tells_what_changed(seeds: Path, root: Path) -> None:
    from kratomlint.catalogue import Selection

    profile = catalogue_of(root).choose(Selection(select=("house",)))
    expected = seeds / "bad" / "expected.txt"
    assert list(update(seeds, profile)) == [expected, seeds / "clean" / "expected.txt"]
    assert expected.read_text(encoding="utf-8") == "article.md:3:24: warning: house/wonder: wonder\n"
    assert list(update(seeds, profile)) == []


def test_score_counts_found_missed_and_alarms(seeds: Path, root: Path) -> None:
    from kratomlint.catalogue import Selection

    (root / "house").rename(root / "boilerplate")
    profile = catalogue_of(root).choose(Selection(select=("boilerplate/wonder",)))
    scores = score(seeds, profile)
    assert scores["stigma"].missed == [f"{seeds.as_posix()}/bad/article.md:3.2 stigma"]
    assert scores["boilerplate"].alarms == [f"{seeds.as_posix()}/clean/leaf.md:1.1 boilerplate: “wonder”"]
    assert [line.split() for line in table(scores)][-1] == ["ALL", "0", "1", "1", "0.00", "0.00"]


def test_articles_are_sorted_and_hold_no_expectations(seeds: Path) -> None:
    (seeds / "bad" / "expected.txt").touch()
    assert [path.name for path in articles(seeds)] == ["article.md", "leaf.md"]


def test_marks_that_are_both_required_and_optional_are_required(tmp_path: Path) -> None:
    path = tmp_path / "a.marks.tsv"
    path.write_text(
        "1.1\tstigma\tx\toptional\n1.1\tstigma\tx\trequired\n2.1\tduplicate\ty\toptional\n", encoding="utf-8"
    )
    assert read_marks(path) == ({("1.1", "stigma")}, {("2.1", "duplicate")})


@pytest.mark.parametrize(
    ("line", "starts"),
    [
        ("One. Two! “Three?” Four.", [0, 5, 10, 19]),
        ("Ask Dr. House. Yes.", [0, 15]),
        ("See e.g. Kava, 1.5 mg. a lower case", [0]),
        ("", [0]),
    ],
)
def test_sentences_are_counted_as_the_marks_count_them(line: str, starts: list[int]) -> None:
    assert sentence_starts(line) == starts


@pytest.mark.parametrize(
    ("check_id", "mark"),
    [
        ("overclaim/efficacy-relief", "overclaim.efficacy"),
        ("consistency/contradiction", "contradiction"),
        ("consistency/lower-case", "consistency"),
        ("boilerplate/stuffing-phrase", "stuffing"),
        ("caveat/liver", "caveat.missing:liver"),
        ("proselint/typography", None),
    ],
)
def test_a_check_belongs_to_the_mark_with_the_longest_beginning(check_id: str, mark: str | None) -> None:
    assert mark_of(check_id) == mark
