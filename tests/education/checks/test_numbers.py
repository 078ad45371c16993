"""Numbers are compared between the languages as people write them there."""

from __future__ import annotations

import pytest

from lupusdiary.education.checks.numbers import numbers_in, only_in


def test_numbers_are_compared_as_people_read_them() -> None:
    assert numbers_in("35,000 won, C3 52 and 0.5") == numbers_in(
        "3만 5천이 아니라 35000원, 52와 0.5"
    ) - numbers_in("30000 5")
    assert only_in("1 2 2", "2 1") == ["2"]
    assert only_in("2 1", "1 2 2") == []
    assert numbers_in("CD19, 1/2a, 2019") == {"1": 1, "2": 1, "2019": 1}


@pytest.mark.parametrize(
    ("korean", "english"),
    [
        ("2026년 3월 3일에 검사합니다.", "The test is on 3 March 2026."),
        ("5월부터 12월까지 접수합니다.", "You can apply from May to December."),
        ("3월에는 쉽니다.", "We are closed in March."),
        ("2년 동안 6개월마다 옵니다.", "For two years you come every six months."),
        ("하루 한 번, 1알씩 드세요.", "Take 1 tablet once a day."),
        ("하루 두 번 드세요.", "Take it 2 times a day."),
        ("이틀 뒤에 오세요.", "Come back after 2 days."),
        ("세 가지를 적으세요.", "Write down 3 things."),
        ("1일 1회 바르세요.", "Use it once a day."),
        ("열두 달 동안 지켜봅니다.", "We watch for 12 months."),
        ("궁금한 것은 물어보세요.", "You may ask. May I help? March on."),
        ("한 사람의 결과입니다.", "This is one result of one person."),
        ("약속은 5월입니다.", "The visit is in May."),
    ],
)
def test_both_languages_may_name_months_and_small_numbers_naturally(korean: str, english: str) -> None:
    assert only_in(korean, english) == []
    assert only_in(english, korean) == []


@pytest.mark.parametrize(
    ("korean", "english", "of_korean", "of_english"),
    [
        ("4월에 오세요.", "Come in March.", ["4"], ["3"]),
        ("3월에 오세요.", "Come in spring.", ["3"], []),
        ("봄에 오세요.", "Come in March.", [], ["3"]),
        ("3년 동안", "for two years", ["3"], []),
        ("두 번", "3 times", [], ["3"]),
        ("5월에 오세요.", "Come in June.", ["5"], ["6"]),
        ("2회, 2회", "twice", ["2"], []),
        ("한국의 병원", "1 hospital", [], ["1"]),
        ("네, 세상 모두", "4 of 3", [], ["3", "4"]),
    ],
)
def test_a_month_or_a_number_that_differs_is_said_of_the_side_that_has_it(
    korean: str, english: str, of_korean: list[str], of_english: list[str]
) -> None:
    assert only_in(korean, english) == of_korean
    assert only_in(english, korean) == of_english
