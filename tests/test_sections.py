"""Lines in sections: none is lost, and those that begin alike stand together."""

from hypothesis import given
from hypothesis import strategies as st

from kratomlint.sections import lay_out, sections


def test_lines_that_begin_alike_stand_in_one_section():
    text = lay_out(["kava root", "kratom", "kava", "zinc", "kava"], 2)
    assert text == "kava\nkava root\n\nkratom\n\nzinc"
    assert sections(text, 2) == {"ka": "kava\nkava root", "kr": "kratom", "zi": "zinc"}


def test_no_line_has_no_section():
    assert sections(lay_out([], 3), 3) == {}


@given(st.sets(st.text("ab \té", min_size=1)), st.integers(min_value=1, max_value=4))
def test_every_line_stands_in_the_section_of_its_beginning(lines: set[str], beginning: int) -> None:
    parted = sections(lay_out(lines, beginning), beginning)
    assert {line for section in parted.values() for line in section.split("\n")} == lines
    assert all(line[:beginning] == key for key, section in parted.items() for line in section.split("\n"))
