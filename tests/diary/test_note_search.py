from __future__ import annotations

from datetime import date, time

import pytest

from lupusdiary.diary import Diary
from lupusdiary.domain.day_record import TimedEntry

NOTES = {
    date(2026, 11, 1): "오늘은 전신홍반루푸스 진료를 받음",
    date(2026, 11, 2): "Walked 2 km. Émile called.",
    date(2026, 11, 3): "100% 쉬었음",
    date(2026, 11, 4): "a_b, c\\d",
}


@pytest.fixture
def filled(diary: Diary) -> Diary:
    for day, text in NOTES.items():
        diary.days.set_note(day, text)
    diary.days.add_timed(date(2026, 11, 5), TimedEntry(time(14, 30), 37.9, "루푸스 교실"))
    diary.days.add_timed(date(2026, 11, 5), TimedEntry(time(15, 0), 36.9))
    return diary


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("루푸스", [5, 1]),
        ("홍반루", [1]),
        ("ㄹㅍㅅ", [5, 1]),
        ("ㅎㅂㄹㅍ", [1]),
        ("ㅎㄹㅂ", []),
        ("홍ㅂ루", [1]),
        ("ㄹ.ㅅ", []),
        ("ㄹㅍㅅ ㄱㅅ", [5]),
        # As an input method gives them: two consonants in one, and a syllable that still lacks its last one.
        ("ㄹㅍㅅ ㄳ", [5]),
        ("진료르", [1]),
        ("\u1105\u116e\u1111\u116e", [5, 1]),
        ("walked", [2]),
        ("WALKED", [2]),
        ("émile", [2]),
        ("ÉMILE", [2]),
        ("100%", [3]),
        ("%", [3]),
        ("a_b", [4]),
        ("_", [4]),
        ("\\", [4]),
        ("  진료  ", [1]),
        ("nowhere", []),
        ("", []),
        ("  ", []),
    ],
)
def test_notes_are_found_newest_first(filled: Diary, text: str, days: list[int]) -> None:
    assert [found.day.day for found in filled.days.search_notes(text)] == days


def test_a_found_note_says_where_it_stands(filled: Diary) -> None:
    found = filled.days.search_notes("교실")
    assert [(note.day, note.at, note.text) for note in found] == [
        (date(2026, 11, 5), time(14, 30), "루푸스 교실")
    ]
