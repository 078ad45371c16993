"""The record of a session and its feedback sheet, read back from the PDF."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from lupusdiary.education.sessions.record import HandsShown, SessionRecord
from lupusdiary.language import translator
from lupusdiary.report.session_record import write_pdf
from tests.report.pdf_text import pages

TAUGHT = SessionRecord(
    "첫 진료",
    "First visit",
    date(2026, 11, 22),
    22,
    20,
    ("루푸스란 무엇인가요?",),
    ("What is lupus?",),
    people=12,
    hands=(
        HandsShown("루푸스는 옮는다.", "Lupus can be caught.", False, 3, 9),
        HandsShown("여성에게만 생긴다.", "Only women get it.", False),
    ),
)


def test_each_language_has_a_record_and_a_feedback_sheet() -> None:
    found = pages(write_pdf(TAUGHT, (translator("ko"), translator("en"))))
    assert len(found) == 4
    korean, english = found[0], found[2]
    assert "첫 진료" in korean
    assert "First visit" in english
    for said in ("22", "12", "Lupus can be caught. 3 9 X", "Only women get it. – – X"):
        assert said in english, said
    assert "name" in found[3]
    for line in ("Place", "Educator", "Signature"):
        assert line in english, line
    for line in ("장소", "교육자", "서명"):
        assert line in korean, line


def test_the_hospitals_numbers_stand_on_the_record_and_on_the_feedback_sheet() -> None:
    numbers = "Rheumatology 02-000-0001, at night 02-000-0002"
    found = pages(write_pdf(TAUGHT, (translator("ko"), translator("en")), numbers))
    assert len(found) == 4
    assert all("02-000-0001" in page and "02-000-0002" in page for page in found)
    assert "My hospital’s number:" not in pages(write_pdf(TAUGHT, (translator("en"),)))[0]


def test_one_minute_is_one_minute() -> None:
    short = replace(TAUGHT, minutes=1)
    english, korean = (pages(write_pdf(short, (translator(code),)))[0] for code in ("en", "ko"))
    assert "1 minute (20 planned)" in english
    assert "1분" in korean


def test_a_session_without_questions_and_with_nobody_counted_says_so_and_not_zero() -> None:
    quiet = SessionRecord("가", "Quiet", date(2026, 1, 2), 5, 5)
    record = pages(write_pdf(quiet, (translator("en"),)))[0]
    assert "No question was asked" in record
    assert "0 people" not in record
