"""A pattern of a card, as its editor writes it."""

from kratomlint.knowledge import Knowledge
from kratomlint.language.gate import required_literals
from kratomlint.language.lexicon import build
from kratomlint.language.patterns import Pattern, expand

HERBS = Knowledge({"herbs": build("herbs", ["kava", "valerian"])}, {})


def test_a_pattern_may_be_broken_over_lines() -> None:
    assert expand("cures?\n  |heals? all\n", HERBS) == "cures?|heals? all"


def test_a_lexicon_stands_for_its_words() -> None:
    assert Pattern(lambda _: expand("{herbs} cures", HERBS)).compiled.search("valerian cures colds")


def test_a_broken_pattern_still_names_its_literals() -> None:
    assert required_literals(expand("(?:panacea\n  |cure-all)", HERBS)) == {"panacea", "cure-all"}
