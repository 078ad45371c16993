"""Any text becomes printable, and what had to give way is marked."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lupusdiary.report.printable import _PLAIN, MARK, Printable, alphabets
from lupusdiary.resources import resource

LATIN = frozenset(map(ord, "abcdé !#$*@\\한글루푸스□")) | {0x20}
ACCENTS = frozenset(map(ord, "x\u0323y"))
FONTS = (LATIN, ACCENTS)


def test_plain_text_stays_as_it_is() -> None:
    printable = Printable(lambda: FONTS)
    assert printable.text("루푸스 #1 $2 *3 @4 \\5") == "루푸스 #1 $2 *3 @4 \\5"
    assert not printable.replaced


def test_no_font_is_read_for_plain_text() -> None:
    def read() -> tuple[frozenset[int], ...]:
        raise AssertionError

    assert Printable(read).text("루푸스 5\u00a0mg → 10 □ ○") == "루푸스 5\u00a0mg → 10 □ ○"


def test_what_counts_as_plain_is_in_both_weights_of_the_first_font() -> None:
    every = (chr(point) for point in range(0x110000) if not 0xD800 <= point < 0xE000)
    plain = {ord(character) for character in every if _PLAIN.fullmatch(character)} - {ord("\n")}
    assert len(plain) > 11_000
    weights = ("Regular", "Bold")
    for known in alphabets(tuple(resource("fonts", "pretendard", f"Pretendard-{w}.ttf") for w in weights)):
        assert plain <= known


def test_a_letter_without_a_font_is_marked_and_noticed() -> None:
    printable = Printable(lambda: FONTS)
    assert printable.text("a€b") == f"a{MARK}b"
    assert printable.replaced


def test_letters_are_composed_before_fonts_are_asked() -> None:
    printable = Printable(lambda: FONTS)
    assert printable.text(unicodedata.normalize("NFD", "é 한글")) == "é 한글"
    assert not printable.replaced


def test_a_combining_mark_must_come_from_the_font_of_its_letter() -> None:
    printable = Printable(lambda: FONTS)
    assert printable.text("x\u0323") == "x\u0323"
    assert not printable.replaced
    assert printable.text("b\u0489c") == f"b{MARK}c"
    assert printable.replaced


@pytest.mark.parametrize(
    "invisible", ["\ufeff", "\x00", "\x07", "\u200d", "\u202e", "\ufe0f", "\u00ad", "\u3164", "\u115f"]
)
def test_invisible_and_control_characters_vanish_without_a_mark(invisible: str) -> None:
    printable = Printable(lambda: FONTS)
    assert printable.text(f"a{invisible}b") == "ab"
    assert not printable.replaced


@pytest.mark.parametrize("end", ["\r\n", "\r", "\u2028", "\x85", "\x0c"])
def test_every_line_end_is_a_new_line(end: str) -> None:
    assert Printable(lambda: FONTS).text(f"a{end}b") == "a\nb"


@pytest.mark.parametrize("odd", ["\ud800", "\ue000", "\uffff", "\U0010ffff"])
def test_half_private_and_unassigned_characters_are_marked(odd: str) -> None:
    assert Printable(lambda: FONTS).text(f"a{odd}b") == f"a{MARK}b"


def test_a_long_run_without_a_space_may_break() -> None:
    shown = Printable(lambda: FONTS).text("a" * 100)
    assert shown.replace("\u200b", "") == "a" * 100
    assert max(map(len, shown.split("\u200b"))) < 40


def test_texts_inside_lists_and_dicts_are_reached() -> None:
    printable = Printable(lambda: FONTS)
    assert printable.all({"a": ["€", {"b": "€"}], "n": 3, "none": None}) == {
        "a": [MARK, {"b": MARK}],
        "n": 3,
        "none": None,
    }


@given(st.text(alphabet=st.characters(codec=None), max_size=60))
def test_only_what_a_font_has_comes_through(text: str) -> None:
    hangul = frozenset(range(0xAC00, 0xD7A4)) | frozenset(range(0x3131, 0x3164))
    ascii_ = frozenset(range(0x20, 0x7F)) | frozenset(map(ord, "\xa0·–—“”‘’…°±≤≥▲▼↑↓→×½²³µ○□"))
    fonts = (hangul | ascii_, LATIN, ACCENTS)
    shown = Printable(lambda: fonts).text(text)
    assert set(map(ord, shown)) <= frozenset.union(*fonts) | {ord("\n"), 0x200B, ord(MARK)}


def test_a_very_long_text_without_spaces_is_broken_by_spaces() -> None:
    printable = Printable(lambda: FONTS)
    assert "\u200b" in printable.text("x" * 2_000)
    broken = printable.text("x" * 10_000)
    assert "\u200b" not in broken
    assert broken.replace(" ", "") == "x" * 10_000
    assert max(map(len, broken.split())) < 40
