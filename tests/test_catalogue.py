"""Which checks a selection names, and how bad each of them is."""

from pathlib import Path

import pytest
from test_card import WHOLE
from test_packs import SUBJECT, folder

from kratomlint import packs
from kratomlint.card import CardError
from kratomlint.catalogue import Catalogue, Selection, SelectionError
from kratomlint.finding import Severity

PRESETS = {
    "presets/default.toml": 'on = ["overclaim", "dosage/unsourced"]\noff = ["overclaim/safety"]',
    "presets/strict.toml": 'on = ["all"]\n[severity]\ndosage = "error"\n"overclaim/cure" = "suggestion"',
}
CHECKS = ["dosage/unsourced", "dosage/vague", "overclaim/cure", "overclaim/efficacy", "overclaim/efficacy-relief", "overclaim/safety"]  # fmt: skip


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    files = {f"{name}.toml": WHOLE for name in CHECKS}
    files["dosage/vague.toml"] = WHOLE + 'formerly = ["dosing/imprecise"]\n'
    files |= PRESETS | {"subjects/kava.toml": SUBJECT, "subjects/cbd.toml": SUBJECT.replace("kava", "cbd")}
    return of(folder(tmp_path, files))


def of(*roots: packs.Root) -> Catalogue:
    pack = packs.load(roots)
    return Catalogue(pack.cards, pack.knowledge, pack.presets, pack.digest)


def ids(catalogue: Catalogue, **selection: object) -> list[str]:
    return [check.card.id for check in catalogue.choose(Selection(**selection)).checks]


def test_the_default_preset_holds_where_nothing_is_said(catalogue: Catalogue) -> None:
    assert ids(catalogue) == ["dosage/unsourced", "overclaim/cure", "overclaim/efficacy", "overclaim/efficacy-relief"]


@pytest.mark.parametrize(
    "pattern, named",
    [
        ("overclaim/cure", ["overclaim/cure"]),
        ("overclaim/efficacy", ["overclaim/efficacy", "overclaim/efficacy-relief"]),
        ("dosage", ["dosage/unsourced", "dosage/vague"]),
        ("dosage/", ["dosage/unsourced", "dosage/vague"]),
        ("*/*-relief", ["overclaim/efficacy-relief"]),
        ("overclaim/[cs]*", ["overclaim/cure", "overclaim/safety"]),
        ("all", CHECKS),
        ("dosing/imprecise", ["dosage/vague"]),
    ],
)
def test_a_name_is_an_id_a_beginning_a_glob_or_a_former_id(
    catalogue: Catalogue, pattern: str, named: list[str]
) -> None:
    assert ids(catalogue, select=(pattern,)) == named


@pytest.mark.parametrize("pattern", ["over", "overclaim/eff", "overclaim/efficacy-rel", "", "/", "Overclaim"])
def test_part_of_a_word_names_nothing(catalogue: Catalogue, pattern: str) -> None:
    with pytest.raises(SelectionError):
        catalogue.choose(Selection(select=(pattern,)))


def test_select_replaces_the_preset_and_ignore_takes_away(catalogue: Catalogue) -> None:
    chosen = ids(
        catalogue, select=("overclaim",), extend_select=("dosage",), ignore=("dosage/vague", "overclaim/efficacy")
    )
    assert chosen == ["dosage/unsourced", "overclaim/cure", "overclaim/safety"]


def test_extend_select_adds_what_the_preset_has_off(catalogue: Catalogue) -> None:
    assert "overclaim/safety" in ids(catalogue, extend_select=("overclaim/safety",))


def test_a_severity_of_off_takes_a_check_away(catalogue: Catalogue) -> None:
    assert ids(catalogue, severities={"overclaim": None}) == ["dosage/unsourced"]


def test_a_severity_of_the_selection_goes_before_the_presets_and_the_cards(catalogue: Catalogue) -> None:
    profile = catalogue.choose(Selection(preset="strict", severities={"dosage/vague": Severity.warning}))
    assert [profile.severities[name].name for name in ("dosage/unsourced", "dosage/vague", "overclaim/cure", "overclaim/safety")] == [
        "error",
        "warning",
        "suggestion",
        "error",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "selection, said",
    [
        ({"select": ("overclaim/cures",)}, "no check is named `overclaim/cures`: did you mean `overclaim/cure`?"),
        ({"ignore": ("dosages",)}, "no check is named `dosages`: did you mean `dosage`?"),
        ({"preset": "strikt"}, "no preset is named `strikt`: did you mean `strict`?"),
        ({"subjects": ("kawa",)}, "no subject is named `kawa`: did you mean `kava`?"),
        ({"severities": {"zzz": None}}, "no check is named `zzz`"),
    ],
)
def test_a_name_that_names_nothing_is_told_with_the_one_meant(catalogue: Catalogue, selection: dict, said: str) -> None:
    with pytest.raises(SelectionError) as caught:
        catalogue.choose(Selection(**selection))
    assert str(caught.value) == said


def test_only_the_chosen_subjects_are_known(catalogue: Catalogue) -> None:
    assert list(catalogue.choose(Selection(subjects=("cbd",))).knowledge.subjects) == ["cbd"]
    assert len(catalogue.choose(Selection()).knowledge.subjects) == 2


@pytest.mark.parametrize(
    "other",
    [
        Selection(ignore=("dosage",)),
        Selection(severities={"dosage": Severity.warning}),
        Selection(subjects=("cbd",)),
        Selection(published=("title",)),
    ],
)
def test_whatever_decides_the_findings_changes_the_digest(catalogue: Catalogue, other: Selection) -> None:
    assert catalogue.choose(other).digest != catalogue.choose(Selection()).digest


def test_two_ways_to_say_the_same_have_one_digest(catalogue: Catalogue) -> None:
    one = catalogue.choose(Selection(select=("dosage",)))
    other = catalogue.choose(Selection(select=("dosage/vague", "dosage/unsourced")))
    assert one.digest == other.digest


def test_a_former_id_is_known_by_its_new_name(catalogue: Catalogue) -> None:
    assert catalogue.choose(Selection()).known_ids["dosing/imprecise"] == "dosage/vague"


def test_code_or_lexicons_that_are_not_there_are_told_all_at_once(tmp_path: Path) -> None:
    method = 'find.words = ["cure*"]'
    root = folder(
        tmp_path,
        {
            "a/code.toml": WHOLE.replace(method, 'code = "nowhere.at_all"'),
            "a/form.toml": WHOLE.replace(method, 'code = "nowhere"'),
            "a/list.toml": WHOLE.replace(method, "find.pattern = '{herb}'"),
            "a/unmarked.toml": WHOLE.replace(method, 'code = "overclaim.counts"'),
            "lexicons/herbs.toml": 'terms = ["kava"]',
            "presets/default.toml": 'on = ["all"]',
        },
    )
    with pytest.raises(CardError) as caught:
        of(root).choose(Selection())
    assert [str(problem) for problem in caught.value.problems] == [
        "checks/a/code.toml:1: `nowhere.at_all` cannot be imported: No module named 'kratomlint.code_checks.nowhere'",
        "checks/a/form.toml:1: `nowhere` is not of the form module.function or module.function(word)",
        "checks/a/list.toml:1: unknown lexicon `herb`\n    Did you mean `herbs`?",
        "checks/a/unmarked.toml:1: `overclaim.counts` is not there, or is not marked with @check",
    ]
