"""The words of a line that nobody understood are found where they stand."""

from __future__ import annotations

import pytest

from lupusdiary.domain.medicines.quick_entry.left_over import places_of
from lupusdiary.domain.medicines.quick_entry.parse_line import parse_line


def _words(left_over: str | None, line: str) -> list[str]:
    return [line[start:end] for start, end in places_of(left_over, line)]


@pytest.mark.parametrize(
    ("left_over", "line", "found"),
    [
        ("콩팥때문에", "코자정 100mg 아침 콩팥때문에", ["콩팥때문에"]),
        ("mg", "100mg mg", ["mg"]),
        ("가 나", "나 가 다 나", ["가", "나"]),
        ("ＡＢ", "약 AB", ["AB"]),
        ("없음", "약 5mg", []),
        (None, "약 5mg", []),
        ("뒤에", "28일뒤에", ["뒤에"]),
    ],
)
def test_each_word_has_its_place(left_over: str | None, line: str, found: list[str]) -> None:
    assert _words(left_over, line) == found


def test_a_part_of_another_word_is_passed_over() -> None:
    assert places_of("mg", "100mg mg") == ((6, 8),)


def test_what_the_parser_leaves_over_is_found_in_its_line() -> None:
    line = "소론도정 5mg 1정 하루 한 번 아침 식후 무지개색"
    assert _words(parse_line(line).left_over, line) == ["무지개색"]
