"""The packs as they were read last time: the same, or read anew."""

from pathlib import Path

import kept_packs
import pytest

from kratomlint import packs, prepared
from kratomlint.card import CardError
from kratomlint.language.needs import one_of
from kratomlint.roots import Root, shipped

_CARD = """
title = "Cure claim"
message = "“{hit}” promises a cure. Say what was studied and what was found."
severity = "error"
find.words = ["cure"]
why = "A reader may stop a treatment."
sources = ["21 CFR 101.93(g)"]
bad = ["It is a >>cure<<.", "A >>cure<< for all."]
good = ["It is a remedy.", "Cured ham."]
"""


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("KRATOMLINT_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def root(tmp_path: Path) -> Root:
    card = tmp_path / "checks/overclaim/cure.toml"
    card.parent.mkdir(parents=True)
    card.write_text(_CARD, encoding="utf-8")
    return Root(tmp_path / "checks", "checks")


def kept(cache: Path) -> list[Path]:
    return sorted(cache.glob("checks-*.json"))


def test_what_ships_is_the_same_when_it_was_kept_and_when_it_was_read():
    good = packs.load((shipped(),))
    assert prepared.decode(prepared.encode(good), lambda: pytest.fail("it was read anew")) == good


def test_the_second_time_it_is_taken_from_the_cache(root, cache):
    first = prepared.load((root,))
    assert len(kept(cache)) == 1
    assert prepared.load((root,)) == first
    assert len(kept(cache)) == 1


def test_a_card_that_changed_is_read_anew(root, cache):
    prepared.load((root,))
    (root.folder / "overclaim/cure.toml").write_text(_CARD.replace('"error"', '"warning"'), encoding="utf-8")
    assert prepared.load((root,)).cards["overclaim/cure"].severity.name == "warning"


@pytest.mark.parametrize(
    "harm",
    [lambda data: data[:-9], lambda data: data.replace(b"cure", b"care"), lambda data: b"", lambda data: b"{}\n{}"],
)
def test_a_damaged_cache_is_never_believed(root, cache, harm):
    good = prepared.load((root,))
    place = kept(cache)[0]
    place.write_bytes(harm(place.read_bytes()))
    assert prepared.load((root,)) == good


def forge(place: Path, part: bytes) -> None:
    """Write so in the place of each list and card."""
    head, parts = kept_packs.read(place)
    forged = len(head["lexicons"]) + len(head["cards"])
    kept_packs.write(place, head, parts[:-forged] + [part] * forged)


@pytest.mark.parametrize("part", [b"[", b"{}", b"5", b"null", b'{"id": 1}', b"\xff"])
def test_a_card_is_read_anew_where_the_cache_holds_none(part, root, cache):
    good = prepared.load((root,))
    honest = kept(cache)[0].read_bytes()
    forge(kept(cache)[0], part)
    assert dict(prepared.load((root,)).cards) == dict(good.cards)
    assert kept(cache)[0].read_bytes() == honest


def test_a_list_is_read_anew_where_the_cache_holds_none(cache):
    good = prepared.load((shipped(),))
    forge(kept(cache)[0], b"[[]]")
    assert prepared.load((shipped(),)) == good


def test_a_faulty_card_is_told_every_time(root):
    (root.folder / "overclaim/cure.toml").write_text(_CARD.replace("severity", "severty"), encoding="utf-8")
    for _ in range(2):
        with pytest.raises(CardError, match="severty"):
            prepared.load((root,))


def test_a_card_is_told_that_its_code_or_lexicon_is_not_there_whatever_is_selected(root):
    place = root.folder / "overclaim/cure.toml"
    for way, said in (('code = "nowhere.at_all"', "nowhere.at_all"), ('find.pattern = "{nolist} cure"', "nolist")):
        place.write_text(_CARD.replace('find.words = ["cure"]', way), encoding="utf-8")
        with pytest.raises(CardError, match=said):
            prepared.load((root,))


def test_only_the_latest_are_kept(root, cache):
    place = root.folder / "overclaim/cure.toml"
    for number in range(20):
        place.write_text(_CARD + "#" * number, encoding="utf-8")
        prepared.load((root,))
    assert len(kept(cache)) == 16


@pytest.fixture
def above(tmp_path: Path) -> Root:
    """Return a project's folder with a card of its own."""
    card = tmp_path / "site/house/tonic.toml"
    card.parent.mkdir(parents=True)
    card.write_text(_CARD.replace("cure", "tonic").replace("Cure", "Tonic"), encoding="utf-8")
    return Root(tmp_path / "site", ".kratomlint/checks")


def test_who_edits_a_card_of_a_project_has_no_other_read_anew(root, above, monkeypatch):
    prepared.load((root, above))
    card = above.folder / "house/tonic.toml"
    card.write_text(card.read_text(encoding="utf-8").replace('"error"', '"warning"'), encoding="utf-8")
    seen: list[str] = []
    read = packs.read_card
    monkeypatch.setattr(packs, "read_card", lambda text, name, path: seen.append(name) or read(text, name, path))
    pack = prepared.load((root, above))
    assert (seen, pack.cards["house/tonic"].severity.name) == (["house/tonic"], "warning")
    assert pack == packs.load((root, above))


def test_what_a_project_adds_to_a_list_is_found_by_the_cards_beneath(root, above):
    card = root.folder / "overclaim/cure.toml"
    card.write_text(_CARD.replace('find.words = ["cure"]', "find.pattern = '{cures}'"), encoding="utf-8")
    for folder, word in ((root.folder, "cure"), (above.folder, "panacea")):
        (folder / "lexicons").mkdir()
        (folder / "lexicons/cures.toml").write_text(f'terms = ["{word}"]\n', encoding="utf-8")
    assert prepared.load((root,)).known.needs.by_key() == {"overclaim/cure": one_of({"cure"})}
    assert prepared.load((root, above)).known.needs.by_key()["overclaim/cure"] == one_of({"cure", "panacea"})


def test_without_a_place_for_a_cache_all_is_read(root, monkeypatch):
    monkeypatch.setattr("kratomlint.cache.folder", lambda: None)
    assert prepared.load((root,)) == packs.load((root,))
