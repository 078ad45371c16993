"""A clock that is set back, a zone that changes, hours that come twice or never, and days that are rare."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from lupusdiary.diary import create_diary, open_diary
from lupusdiary.domain.day_record import TimedEntry
from lupusdiary.domain.records import Contact, TreatmentEvent
from lupusdiary.exchange import json_format
from lupusdiary.language import Refusal
from tests.conftest import StandingClock
from tests.exchange.whole_files import read_json

SEOUL, BERLIN = ZoneInfo("Asia/Seoul"), ZoneInfo("Europe/Berlin")

MOMENTS = {
    "a gap": datetime(2026, 3, 29, 2, 30, tzinfo=BERLIN),
    "an overlap, first": datetime(2026, 10, 25, 2, 30, tzinfo=BERLIN),
    "an overlap, second": datetime(2026, 10, 25, 2, 30, fold=1, tzinfo=BERLIN),
    "29 February": datetime(2028, 2, 29, 23, 59, 59, tzinfo=SEOUL),
    "28 February of a year that has no 29th": datetime(2100, 2, 28, 23, 59, 59, tzinfo=SEOUL),
    "the first day of 2100": datetime(2100, 1, 1, tzinfo=SEOUL),
    "the last day of 2099": datetime(2099, 12, 31, 23, 59, tzinfo=BERLIN),
}


@pytest.mark.parametrize("moment", MOMENTS)
def test_what_is_written_at_any_moment_is_there_and_goes_back_and_forth(moment: str, tmp_path: Path) -> None:
    clock = StandingClock(MOMENTS[moment])
    day = clock.now.date()
    with create_diary(tmp_path / "a", None, clock) as diary:
        diary.days.record(day, "fatigue", 3)
        diary.days.add_timed(day, TimedEntry(time(2, 30), 37.5))
        event = diary.events.add(TreatmentEvent(day, "other", "x"))
        diary.events.change(replace(event, title="y"))
        diary.events.remove(event.id)
        written = diary.contents()
        diary.history.undo()
        diary.history.redo()
        assert diary.contents() == written
        assert diary.days.day(day).readings == {"fatigue": 3}
        (removed,) = diary.trash.all()
        assert removed.at == clock.now.astimezone(UTC).replace(microsecond=0)
        with pytest.raises(Refusal, match="in the future"):
            diary.days.record(day + timedelta(days=1), "fatigue", 3)
        assert diary.check().ok
        text = json_format.write(written)
    with create_diary(tmp_path / "b", None, clock) as other:
        other.merge(read_json(text))
        assert other.contents() == written


def test_a_clock_that_is_set_back_a_year_changes_no_order_and_throws_nothing_away(tmp_path: Path) -> None:
    clock = StandingClock(datetime(2026, 11, 22, 21, 4, tzinfo=SEOUL))
    with create_diary(tmp_path / "a", None, clock) as diary:
        today = diary.today()
        diary.contacts.remove(diary.contacts.add(Contact("외래", "1")).id)
        first = diary.backups.back_up("manual")
        clock.move(days=-365)
        diary.days.record(diary.today(), "fatigue", 7)
        assert [each.values["name"] for each in diary.trash.all()] == ["외래"]
        second = diary.backups.back_up("manual")
        assert first is not None
        assert second is not None
        # The newest is the one that was made last, whatever the clock said.
        assert diary.backups.all()[0].path == second.path
        assert first.path.exists()
        # What lies ahead of such a clock stays, and can be read.
        diary.days.record(diary.today(), "fatigue", 8)
        assert diary.history.undo() is not None
        assert diary.days.day(diary.today()).readings == {"fatigue": 7}
        assert today > diary.today()
        assert diary.check().ok
    clock.move(days=365)
    with open_diary(tmp_path / "a", None, clock) as diary:
        assert diary.days.day(date(2025, 11, 22)).readings == {"fatigue": 7}
        assert len(diary.trash.all()) == 1


def test_a_zone_that_changes_on_a_journey_moves_no_entry_to_another_day(tmp_path: Path) -> None:
    clock = StandingClock(datetime(2026, 11, 22, 23, 30, tzinfo=SEOUL))
    with create_diary(tmp_path / "a", None, clock) as diary:
        diary.days.record(diary.today(), "fatigue", 3)
        clock.now = clock.now.astimezone(BERLIN)
        assert diary.today() == date(2026, 11, 22)
        diary.days.record(diary.today(), "joint_pain", 4)
        clock.now = datetime(2026, 11, 23, 1, 0, tzinfo=SEOUL)
        diary.days.record(diary.today(), "fatigue", 5)
        found = [(record.day, dict(record.readings)) for record in diary.contents().days]
        assert found == [
            (date(2026, 11, 22), {"fatigue": 3, "joint_pain": 4}),
            (date(2026, 11, 23), {"fatigue": 5}),
        ]
