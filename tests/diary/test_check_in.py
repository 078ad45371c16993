from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from lupusdiary.diary import Diary, Secret, create_diary
from lupusdiary.domain.day_record import TimedEntry
from lupusdiary.domain.records import DiaryContents
from lupusdiary.exchange import json_format
from lupusdiary.language import Refusal
from tests.conftest import StandingClock
from tests.exchange.whole_files import read_json

EVENING, NEXT = date(2026, 11, 22), date(2026, 11, 23)


@pytest.fixture
def night(clock: StandingClock) -> StandingClock:
    """Half past one, after the evening of the 22nd."""
    clock.now = datetime(2026, 11, 23, 1, 30, tzinfo=ZoneInfo("Asia/Seoul"))
    return clock


def test_the_day_of_the_check_in_ends_when_the_person_says(diary: Diary, night: StandingClock) -> None:
    assert diary.check_in.today() == NEXT
    diary.check_in.set_end(time(2))
    assert diary.check_in.ends_at == time(2)
    assert diary.check_in.today() == EVENING
    assert diary.today() == NEXT
    diary.days.record(EVENING, "fatigue", 3)
    assert diary.days.day(EVENING).how == {}
    diary.days.record(NEXT, "fatigue", 4)
    assert diary.days.day(NEXT).readings == {"fatigue": 4}
    night.move(minutes=30)
    assert diary.check_in.today() == NEXT
    diary.days.record(EVENING, "joint_pain", 3)
    assert diary.days.day(EVENING).how == {"joint_pain": "later"}
    diary.history.undo()
    diary.check_in.set_end(time())
    assert diary.check_in.ends_at == time()


def test_half_past_one_comes_after_the_evening(diary: Diary, night: StandingClock) -> None:
    for at in (time(1, 30), time(23, 59), time(8)):
        diary.days.add_timed(EVENING, TimedEntry(at, note=str(at)))
    assert [entry.at for entry in diary.days.day(EVENING).timed] == [time(1, 30), time(8), time(23, 59)]
    diary.check_in.set_end(time(2))
    assert [entry.at for entry in diary.days.day(EVENING).timed] == [time(8), time(23, 59), time(1, 30)]


@pytest.mark.parametrize("at", [time(12), time(23, 59)])
def test_a_day_does_not_end_at_noon(diary: Diary, at: time) -> None:
    with pytest.raises(Refusal, match="between midnight and noon"):
        diary.check_in.set_end(at)


def test_it_is_exported_and_comes_back(
    diary: Diary, tmp_path: Path, secret: Secret | None, night: StandingClock
) -> None:
    diary.check_in.set_end(time(2, 15))
    written = json_format.write(diary.contents())
    assert '"day_ends_at": "02:15"' in written
    with create_diary(tmp_path / "b", secret, night) as other:
        done = other.merge(read_json(written))
        assert (done.new, done.refused) == (1, ())
        assert other.check_in.ends_at == time(2, 15)
        assert json_format.write(other.contents()) == written
        other.check_in.set_end(time(3))
        assert other.merge(read_json(written)).kept == 1
        assert other.check_in.ends_at == time(3)
        refused = other.merge(replace(DiaryContents(), day_ends_at="soon")).refused
        assert len(refused) == 1


@pytest.mark.parametrize("text", ["soon", "12:00", "00:00", "", "25:00"])
def test_a_setting_that_is_no_time_is_midnight(diary: Diary, text: str, night: StandingClock) -> None:
    diary.settings.set("day_ends_at", text)
    assert diary.check_in.today() == NEXT
