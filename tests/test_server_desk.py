"""What the server's worker finds is what `kratomlint check` finds, in the same characters."""

from pathlib import Path

import pcre2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kratomlint.finding import Finding
from kratomlint.run import Options, run
from kratomlint.server.desk import Compare, Desk, Look, Silence, encoded
from kratomlint.source import decode

ALONE = Options(jobs=1, use_cache=False)
SAID_TWICE = "The root of this plant has been used as a sleep aid for centuries across the islands.\n"
TEXT = f"# Kava\n\nKava relieves anxiety. Take 5.0 mg daily.\n\n{SAID_TWICE}"


def told(findings: tuple[Finding, ...]) -> list[tuple[object, ...]]:
    return sorted((one.place.span, one.check_id, one.message) for one in findings)


@pytest.fixture
def article(project: Path) -> Path:
    """Return an article that has a sentence with its neighbour in common."""
    (project / "a.md").write_text(f"# Tea\n\n{SAID_TWICE}", encoding="utf-8")
    (project / "b.md").write_text(TEXT, encoding="utf-8")
    return project / "b.md"


def test_what_is_found_alone_and_beside_others_is_what_check_finds(article: Path) -> None:
    [checked] = run([str(article)], ALONE).files
    desk = Desk()
    seen = desk.compare(Compare({str(article): TEXT}, ALONE)).articles[str(article)]
    assert [one.check_id for one in seen.across] == ["duplicate/across-sentence"]
    assert told((*seen.own, *seen.across)) == told(checked.findings)
    assert told(desk.look(Look(str(article), TEXT, ALONE)).own) == told(seen.own)
    assert {one.check_id for one in checked.findings} == seen.cards.keys()


def test_a_directive_that_waits_for_other_articles_is_not_called_useless(article: Path) -> None:
    text = f"{TEXT}\n<!-- kratomlint-disable-next-line duplicate/across-sentence -- a motto -->\nTea is a drink.\n"
    desk = Desk()
    alone = desk.look(Look(str(article), text, ALONE))
    beside = desk.compare(Compare({str(article): text}, ALONE)).articles[str(article)]
    assert "suppression/unused" not in {one.check_id for one in alone.own}
    assert "suppression/unused" in {one.check_id for one in beside.own}


def test_nothing_is_built_again_for_the_next_letter(article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = Desk()
    desk.look(Look(str(article), TEXT, ALONE))
    desk.compare(Compare({str(article): TEXT}, ALONE))

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("compiled again")

    monkeypatch.setattr(pcre2, "compile", refuse)
    desk.look(Look(str(article), f"{TEXT} ", ALONE))
    desk.compare(Compare({str(article): f"{TEXT} "}, ALONE))


def test_settings_that_cannot_be_used_are_refused_again_and_mended_ones_hold(article: Path) -> None:
    from kratomlint.settings import SettingsError

    desk = Desk()
    settings = article.parent / "kratomlint.toml"
    settings.write_text('ignore = ["dosge"]\n', encoding="utf-8")
    for _ in range(2):
        with pytest.raises(SettingsError, match="Did you mean `dosage`"):
            desk.look(Look(str(article), TEXT, ALONE))
    settings.write_text('ignore = ["dosage"]\n', encoding="utf-8")
    assert "dosage/unsourced" not in {one.check_id for one in desk.look(Look(str(article), TEXT, ALONE)).own}


def test_where_no_comment_can_stand_there_is_no_edit(article: Path) -> None:
    desk = Desk()
    code = "---\ntitle: Kava relieves anxiety\n---\n"
    found = desk.look(Look(str(article), code, ALONE)).own
    for finding in found:
        edits = desk.silence(Silence(str(article), code, finding, False, "a title", ALONE))
        assert all(edit.span.start >= len(code) for edit in edits)
    (article.parent / "kratomlint.toml").write_text('exclude = ["b.md"]\n', encoding="utf-8")
    assert desk.silence(Silence(str(article), code, found[0], False, "a title", ALONE)) == ()


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=30))
def test_the_characters_of_a_buffer_are_read_as_they_stand(text: str) -> None:
    assert decode(encoded(text), "a.md").text == text


def test_half_a_character_keeps_its_place() -> None:
    assert decode(encoded("\ufefftea \ud83d was"), "a.md").text == "\ufefftea ? was"
