"""How much is done for a text, counted in patterns; seconds are the bench's."""

import subprocess
import sys

import pytest

from kratomlint.catalogue import Profile, Selection, load_catalogue
from kratomlint.language import cue
from kratomlint.language.patterns import _Search
from kratomlint.lint import lint
from kratomlint.source import decode

ARTICLE = (
    "# Tea\n\nKava relieves anxiety. Take 5 mg daily. It is a natural and proven remedy.\n\n" + "We walk home. " * 40
)


@pytest.fixture(scope="module")
def profile() -> Profile:
    return load_catalogue().choose(Selection())


def _written(profile: Profile, text: str, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the cards' patterns that are written out to lint a text."""
    written: list[str] = []
    begin = _Search.__init__

    def counted(search: _Search, pattern: str) -> None:
        written.append(pattern)
        begin(search, pattern)

    monkeypatch.setattr(_Search, "__init__", counted)
    lint(decode(text.encode(), "a.md"), profile)
    return written


def test_no_pattern_is_written_for_a_check_that_the_gate_ruled_out(
    profile: Profile, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = profile.gate.open(ARTICLE.lower())
    asked = [check.card.look for check in profile.checks if check.card.id in opened and check.card.method != "code"]
    patterns = sum(len(look.get("forms", ())) * 4 or 1 + ("skip" in look) for look in asked)
    assert 0 < len(_written(profile, ARTICLE, monkeypatch)) <= patterns < len(profile.checks)


def test_a_text_that_no_card_knows_a_word_of_needs_no_pattern(
    profile: Profile, monkeypatch: pytest.MonkeyPatch
) -> None:
    always = [check for check in profile.checks if check.literals is None and "pattern" in check.card.look]
    assert len(_written(profile, "Mmh.", monkeypatch)) <= len(always)


def test_a_second_text_compiles_no_cue_again(profile: Profile, monkeypatch: pytest.MonkeyPatch) -> None:
    lint(decode(ARTICLE.encode(), "a.md"), profile)
    made: list[str] = []
    compile_by_re2 = cue.by_re2
    monkeypatch.setattr(cue, "by_re2", lambda pattern: made.append(pattern) or compile_by_re2(pattern))
    writing = _written(profile, ARTICLE, monkeypatch)
    whole = [pattern for pattern in made if pattern in {cue.without_lookarounds(one) for one in writing}]
    # The rest are alternatives of patterns that may match: shorter, each.
    assert all(len(pattern) <= max(map(len, writing)) for pattern in made)
    assert len(set(whole)) <= len(writing)


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
