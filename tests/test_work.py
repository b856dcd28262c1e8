"""How much is done for a text, counted in patterns; seconds are the bench's."""

import subprocess
import sys
from pathlib import Path

import pcre2
import pytest

from kratomlint.catalogue import Profile, Selection, load_catalogue
from kratomlint.facts import Packed
from kratomlint.language import budget, claims, patterns, quantities
from kratomlint.language.cue import Cue
from kratomlint.language.lines import read_places
from kratomlint.language.patterns import Pattern, abridge
from kratomlint.lint import lint
from kratomlint.memory import Memory
from kratomlint.readers import parse
from kratomlint.registry import Check
from kratomlint.run import Options, run
from kratomlint.source import decode

ARTICLE = (
    "# Tea\n\nKava relieves anxiety. Take 5 mg daily. It is a natural and proven remedy.\n\n" + "We walk home. " * 40
)

TYPED = "# Kava\n\n" + "\n\n".join(f"Kava relieves anxiety on day {number}. We walk home." for number in range(41))


@pytest.fixture(scope="module")
def profile() -> Profile:
    return load_catalogue().choose(Selection())


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the patterns that are compiled, as they are."""
    made: list[str] = []
    compile_one = pcre2.compile
    monkeypatch.setattr(
        pcre2, "compile", lambda pattern, *how, **more: made.append(pattern) or compile_one(pattern, *how, **more)
    )
    return made


def _lint(text: str, profile: Profile) -> None:
    lint(decode(text.encode(), "a.md"), profile)


def _of_cards(compiled: list[str], profile: Profile) -> set[str]:
    """Return those of the compiled patterns that a card has."""
    every = {pattern for check in profile.checks for pattern in written_by(check, profile)}
    return every & set(compiled)


def written_by(check: Check, profile: Profile) -> list[str]:
    look = check.card.look
    texts = [look[key] for key in ("pattern", "when_pattern") if key in look]
    limit = f"(*LIMIT_MATCH={budget.MOST_STEPS})"
    return [limit + abridge(text, profile.knowledge).replace(r"\Z", r"\z") for text in texts]


@pytest.fixture
def whole(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the patterns of cards be compiled as they are, whatever may match."""
    monkeypatch.setattr(patterns, "_ASKED_LITTLE", -1)


@pytest.mark.usefixtures("whole")
def test_no_pattern_is_compiled_for_a_check_that_the_gate_ruled_out(compiled: list[str]) -> None:
    profile = load_catalogue().choose(Selection())
    _lint(ARTICLE, profile)
    opened = profile.gate.always | profile.gate.places(ARTICLE.lower(), [0]).keys()
    asked = {pattern for check in profile.checks if check.card.id in opened for pattern in written_by(check, profile)}
    assert set() < _of_cards(compiled, profile) <= asked


@pytest.mark.usefixtures("whole")
def test_a_text_that_no_card_knows_a_word_of_needs_no_pattern(compiled: list[str]) -> None:
    profile = load_catalogue().choose(Selection())
    always = [check for check in profile.checks if check.needs is None and "pattern" in check.card.look]
    _lint("Mmh.", profile)
    assert len(_of_cards(compiled, profile)) <= len(always)


def test_of_the_patterns_of_cards_a_short_article_has_only_those_branches_compiled_that_may_match(
    compiled: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def characters() -> int:
        compiled.clear()
        _lint(ARTICLE, load_catalogue().choose(Selection()))
        return sum(len(pattern) for pattern in compiled if pattern.startswith("(*LIMIT_MATCH"))

    few = characters()
    monkeypatch.setattr(patterns, "_ASKED_LITTLE", -1)
    assert 0 < few < characters() / 5


def test_a_second_text_compiles_nothing_again(compiled: list[str]) -> None:
    profile = load_catalogue().choose(Selection())
    _lint(ARTICLE, profile)
    assert compiled
    compiled.clear()
    _lint(ARTICLE, profile)
    assert compiled == []


def test_a_pattern_is_asked_of_the_sentences_that_hold_its_words(profile: Profile) -> None:
    document = parse(decode(ARTICLE.encode(), "a.md"))
    document.answer(read_places, {"a/b": [0, 2]})
    pattern = Pattern(lambda: "anxiety|daily|walk", check_id="a/b")
    assert [span.cut(document.folded) for span in pattern.spans(document)] == ["daily"]


def test_an_article_of_plain_words_leaves_the_slow_libraries_alone() -> None:
    code = (
        "import sys; from kratomlint.catalogue import Selection, load_catalogue; from kratomlint.lint import lint;"
        "from kratomlint.source import decode; profile = load_catalogue().choose(Selection());"
        "[sys.modules.pop(name, None) for name in ('regex', 'sqlite3')];"
        f"lint(decode({ARTICLE.encode()!r}, 'a.md'), profile);"
        "print(*{'regex', 'sqlite3', 'proselint'} & sys.modules.keys())"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


def test_a_seventh_text_is_asked_only_where_a_scan_ruled_nothing_out() -> None:
    said = "We walk home. " * 60 + "Take two capsules twice a day."
    sieve = quantities._SIEVES[quantities.FREQUENCY]
    for number in range(8):
        document = parse(decode(said.encode(), f"{number}.md"))
        asked = len(sieve.sentences(document))
    assert (asked, len(document.sentences)) == (1, 61)


def test_facts_that_no_file_shares_are_never_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    unpacked: list[str] = []
    facts = Packed.facts
    monkeypatch.setattr(
        Packed, "facts", lambda told, path, *places: unpacked.append(path) or facts(told, path, *places)
    )
    (tmp_path / "a.md").write_text("Kava root is ground, soaked and wrung through cloth until its water turns grey.\n")
    (tmp_path / "b.md").write_text("Masons lay lime mortar under damp sacks, so that no frost or sun can crack it.\n")
    run([str(tmp_path)], Options(use_cache=False, isolated=True))
    assert unpacked == []


def test_after_a_keystroke_only_the_block_that_changed_is_read(
    profile: Profile, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[int] = []
    asked: list[str] = []
    read_block, ask = claims._claims_of_block, budget.Budget.ask
    monkeypatch.setattr(
        claims, "_claims_of_block", lambda document, number: told.append(number) or read_block(document, number)
    )
    monkeypatch.setattr(budget.Budget, "ask", lambda self, line: asked.append(line) or ask(self, line))
    remembering = profile._replace(knowledge=profile.knowledge.remembering(Memory()))
    _lint(TYPED, remembering)
    assert (len(told), len(set(asked)) > 5) == (42, True)
    told.clear()
    asked.clear()
    _lint(TYPED.replace("day 20.", "day 20 or so."), remembering)
    assert (told, {line.lower() for line in asked}) == ([21], {"kava relieves anxiety on day 20 or so."})


def test_after_a_keystroke_few_patterns_are_asked(profile: Profile, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    engine = Cue._engine
    monkeypatch.setattr(Cue, "_engine", lambda self, text: asked.append(len(text)) or engine(self, text))
    remembering = profile._replace(knowledge=profile.knowledge.remembering(Memory()))
    _lint(TYPED, remembering)
    first = len(asked)
    asked.clear()
    _lint(TYPED.replace("day 20.", "day 20 or so."), remembering)
    assert len(asked) * 8 < first
