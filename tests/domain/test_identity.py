"""Who it is is found in a text however it is written."""

from __future__ import annotations

from datetime import date

import pytest

from lupusdiary.domain.identity import finder


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("김하늘", "김하늘은 괜찮나요?", True),
        ("김하늘", "김 하늘", True),
        ("김하늘", "하늘이가 열", True),
        ("김하늘", "김ㆍ하-늘", True),
        ("김하늘", "김하늘".encode().decode(), True),
        ("김하늘", "하루 늘 아픔", False),
        ("김하늘", "김치를 먹음", False),
        ("김 하늘", "하늘님 입원", True),
        ("남궁민수", "민수가 열", True),
        ("남궁민수", "궁민수", True),
        ("김하늘 (Kim Haneul)", "HANEUL was ill", True),
        ("Ann Lee", "ann lee admitted", True),
        ("Ann Lee", "Annual check", False),
        ("Ann Lee", "Ann은 입원", True),
        ("José Núñez", "jose", True),
        ("Ａｎｎ", "Ann", True),
        (None, "admitted", False),
        ("", "admitted", False),
    ],
)
def test_a_name_is_found_in_the_ways_people_write_it(name: str | None, text: str, told: bool) -> None:
    assert finder(name)(text) is told


@pytest.mark.parametrize("name", ["김별", "별", "김 별", "남궁민", "X"])
def test_with_a_name_of_one_syllable_every_text_with_a_letter_counts(name: str) -> None:
    tells = finder(name)
    assert tells("아무 말")
    assert tells("anything")
    assert not tells("1:640")


@pytest.mark.parametrize("text", ["번호 12345678", "1234-5678", "no. 123 456 78"])
def test_a_number_is_found_with_any_marks_between(text: str) -> None:
    assert finder(None, ["12345678"])(text)
    assert not finder(None, ["12345678"])("12345679")


def test_a_short_number_is_only_found_alone() -> None:
    tells = finder(None, ["12"])
    assert tells("번호 12")
    assert not tells("2012")


@pytest.mark.parametrize(
    "text", ["1984-03-02", "1984. 3. 2.생", "84.3.2", "840302", "1984년 3월 2일", "2/3/1984", "2 March 1984"]
)
def test_a_date_of_birth_is_found_as_people_write_it(text: str) -> None:
    tells = finder(None, born=date(1984, 3, 2))
    assert tells(text)
    assert not tells("1984. 3. 21.")
    assert not tells("8432")


def test_hospitals_and_doctors_are_found() -> None:
    tells = finder(None, places=["가상대학교병원", "Dr. Park", "02-123-4567"])
    assert tells("가상 대학교 병원 입원")
    assert tells("saw dr park today")
    assert tells("021234567? no: 02 123 4567")
    assert not tells("입원")
