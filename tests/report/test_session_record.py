"""The record of a session holds numbers and no names; the feedback sheet waits to be filled in by hand."""

from __future__ import annotations

from datetime import date

from lupusdiary.language import translator
from lupusdiary.report.session_record import GroupAnswer, SessionRecord, write_feedback_pdf, write_pdf
from tests.report import reading

EN, KO = translator("en"), translator("ko")
RECORD = SessionRecord(
    date(2026, 11, 22),
    "내 콩팥과 검사 결과지 #1",
    32,
    11,
    ("루푸스신염과 단백뇨", "검사 결과 읽기"),
    (GroupAnswer("UPCR의 단위를 함께 보아야 하나요?", 9, 11), GroupAnswer("Is a gap 0?", 0, 10)),
    "다음에는 글씨를 더 크게",
)


def test_the_record_says_topic_length_people_and_hands() -> None:
    (page,) = reading.pages(write_pdf(RECORD, [EN]))
    for words in ("내 콩팥과 검사 결과지 #1", "32 minutes", "11 people", "검사 결과 읽기", "더 크게"):
        assert words in page
    assert "UPCR의 단위를 함께 보아야 하나요? 9 11" in page
    assert "Is a gap 0? 0 10" in page
    assert "no names" in page


def test_people_that_nobody_counted_are_not_zero() -> None:
    page = reading.text(write_pdf(SessionRecord(RECORD.day, "t", 1), [EN]))
    assert "not counted" in page
    assert "1 minute" in page
    assert "Quiz with a show of hands" not in page


def test_each_language_has_its_page_and_the_file_its_date() -> None:
    pdf = write_pdf(RECORD, [KO, EN])
    assert len(reading.pages(pdf)) == 2
    assert pdf == write_pdf(RECORD, [KO, EN])
    assert reading.catalogue(pdf)["/Lang"] == "ko"


def test_the_feedback_sheet_is_one_tagged_page_a_language() -> None:
    pdf = write_feedback_pdf("스테로이드와 내 뼈", [KO, EN])
    pages = reading.pages(pdf)
    assert len(pages) == 2
    assert all("스테로이드와 내 뼈" in page for page in pages)
    assert "Please leave out your name." in pages[1]
    assert any(tag["/S"] == "/Table" for tag in reading.tags(pdf))
