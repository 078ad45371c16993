"""A visit as calendar programs read it."""

from __future__ import annotations

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from icalendar import Calendar

from lupusdiary.domain.records import Visit
from lupusdiary.exchange.ical_format import visit_calendar
from lupusdiary.language import translator

NOW = datetime(2026, 11, 22, 21, 4, tzinfo=ZoneInfo("Asia/Seoul"))


def test_a_visit_and_its_blood_draw_are_read_back_and_no_question_leaves_the_diary() -> None:
    visit = Visit(
        date(2026, 12, 3),
        ("비밀 질문?",),
        "비밀 메모",
        department="류마티스내과",
        hospital="가상, 병원",
        at=time(9, 30),
        blood_draw=date(2026, 12, 1),
    )
    data = visit_calendar(visit, NOW, translator("ko"))
    assert "비밀" not in data.decode()
    seen, blood = Calendar.from_ical(data).walk("VEVENT")
    assert str(seen["summary"]) == "외래 진료: 류마티스내과"
    assert seen["dtstart"].dt == datetime(2026, 12, 3, 9, 30)  # noqa: DTZ001
    assert str(seen["location"]) == "가상, 병원"
    assert blood["dtstart"].dt == date(2026, 12, 1)
    assert seen["uid"] != blood["uid"]
