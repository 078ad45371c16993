"""The record of a session holds numbers and no names; the feedback sheet waits to be filled in by hand."""

from __future__ import annotations

from datetime import date

from lupusdiary.education.taught import HandsShown, SessionTaught
from lupusdiary.language import translator
from lupusdiary.report.session_record import write_pdf
from tests.report import reading

EN, KO = translator("en"), translator("ko")
TAUGHT = SessionTaught(
    "내 콩팥과 검사 결과지 #1",
    "My kidneys #1",
    date(2026, 11, 22),
    32,
    30,
    ("루푸스신염과 단백뇨",),
    ("Lupus nephritis",),
    11,
    (
        HandsShown("단위를 함께 보나요?", "Is the unit read too?", True, 9, 2),
        HandsShown("빈 곳은 0인가요?", "Is a gap 0?", False),
    ),
)


def test_the_record_says_topic_length_people_and_hands() -> None:
    record, feedback = reading.pages(write_pdf(TAUGHT, [EN]))
    for words in ("My kidneys #1", "32 minutes (30 planned)", "11 people", "Lupus nephritis", "no names"):
        assert words in record
    assert "Is the unit read too? 9 2 O" in record
    assert "My kidneys #1" in feedback
    assert "Please do not write your name." in feedback


def test_hands_and_people_that_nobody_counted_are_not_zero() -> None:
    record = reading.pages(write_pdf(TAUGHT, [EN]))[0]
    assert "Is a gap 0? – – X" in record
    alone = SessionTaught("가", "t", TAUGHT.day, 1, 20)
    assert "0 people" not in reading.text(write_pdf(alone, [EN]))


def test_each_language_has_its_pages_and_the_same_session_the_same_bytes() -> None:
    pdf = write_pdf(TAUGHT, [KO, EN])
    pages = reading.pages(pdf)
    assert len(pages) == 4
    assert "내 콩팥과 검사 결과지 #1" in pages[0]
    assert pdf == write_pdf(TAUGHT, [KO, EN])
    assert reading.catalogue(pdf)["/Lang"] == "ko"
    assert any(tag["/S"] == "/Table" for tag in reading.tags(pdf))
