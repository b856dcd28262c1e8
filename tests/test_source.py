"""Bytes to characters and back."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kratomlint.source import SourceFile, UnreadableError, decode, digest, read

MARKS = {"utf-8": codecs.BOM_UTF8, "utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE}


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff")))
def test_no_character_is_lost(text: str) -> None:
    for encoding, mark in MARKS.items():
        data = mark + text.encode(encoding)
        source = decode(data, "a.md")
        assert (source.text, source.encoding, source.byte_order_mark) == (text, encoding, True)
        assert source.to_bytes() == data
    assert decode(text.encode(), "a.md") == SourceFile("a.md", text)


def test_line_ends_stay_as_they_are() -> None:
    assert decode(b"a\r\nb\rc\xc2\x85d\n", "a").text == "a\r\nb\rc\x85d\n"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"ab\xff", "not UTF-8 at byte 2: save the file as UTF-8"),
        (codecs.BOM_UTF8 + b"a\xc3", "not UTF-8 at byte 4: save the file as UTF-8"),
        (codecs.BOM_UTF16_LE + b"a", "not UTF-16-LE at byte 2: save the file as UTF-8"),
        (
            b"ab\0c",
            "holds a NUL character at 2: not a text file, or UTF-16 without its mark; save it as UTF-8, or exclude it",
        ),
    ],
)
def test_what_is_no_text_is_refused_with_a_reason(data: bytes, message: str) -> None:
    with pytest.raises(UnreadableError) as error:
        decode(data, "a.md")
    assert str(error.value) == message


def test_a_file_that_cannot_be_read_says_why(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="No such file"):
        read(tmp_path / "none.md")
    with pytest.raises(UnreadableError):
        read(tmp_path)


def test_a_file_is_read_with_its_path_and_suffix(tmp_path: Path) -> None:
    path = tmp_path / "A.Clean.MD"
    path.write_bytes(b"\xef\xbb\xbfa")
    source = read(path)
    assert (source.path, source.suffix, source.text, source.byte_order_mark) == (str(path), ".md", "a", True)
    assert source.lines.line_column(1) == (1, 2)


def test_a_digest_names_the_bytes() -> None:
    assert digest(b"a") == digest(b"a") != digest(b"b")
