"""A dose that was heard stands by its medicine and counts nowhere until the envelope confirms it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from lupusdiary.diary import Diary, create_diary
from lupusdiary.diary.medicines.heard import Hearing
from lupusdiary.domain.medicines.medicine import Medication
from lupusdiary.domain.medicines.medicines_now import medicines_on
from lupusdiary.domain.medicines.part import DosePart
from lupusdiary.domain.medicines.pattern import DosePattern
from lupusdiary.domain.medicines.period import DosePeriod
from lupusdiary.domain.period import Period
from lupusdiary.exchange import json_format
from lupusdiary.exchange.lists.csv_medicines import medicine_rows, medicines_of
from lupusdiary.language import Refusal
from lupusdiary.queries.exposure import exposure_of
from tests.conftest import StandingClock

TODAY = date(2026, 11, 22)
VISIT = Hearing(TODAY, date(2026, 11, 23), "류마티스내과")
TEN = DosePeriod(date(2026, 1, 1), DosePattern("daily"), parts=(DosePart(5, "mg", 2, "tablet"),))
PDL = Medication("", "소론도정", "prednisolone", "oral", "tablet", periods=(TEN,))


def test_what_was_heard_is_kept_apart_and_counts_nowhere(diary: Diary) -> None:
    diary.medicines.add(PDL)
    kept = diary.medicines.hear("소론도 7.5mg", VISIT)
    (heard,) = kept.heard
    assert (heard.parts, heard.heard_on, heard.printed) == (
        (DosePart(unit="mg", amount=7.5),),
        TODAY,
        "소론도 7.5mg",
    )
    assert kept.periods == (TEN,)
    (held,) = medicines_on(diary.medicines.all(), date(2026, 11, 24))
    assert held.period == TEN
    week = Period(date(2026, 11, 16), date(2026, 11, 29))
    assert exposure_of(diary, week, date(2026, 11, 29)).known.total == 14 * 10


def test_the_envelope_confirms_it_with_its_own_first_day(diary: Diary) -> None:
    diary.medicines.add(PDL)
    (heard,) = diary.medicines.hear("소론도 7.5mg", VISIT).heard
    kept = diary.medicines.confirm("med_1", heard.id, date(2026, 11, 25))
    assert not kept.heard
    assert (kept.periods[1].start, kept.periods[1].heard_on) == (date(2026, 11, 25), None)
    assert diary.history.undo() is not None
    assert diary.medicines.get("med_1").heard == (heard,)
    with pytest.raises(Refusal, match="no longer there"):
        diary.medicines.confirm("med_1", 99)


def test_a_plan_a_stop_and_a_medicine_of_its_own_are_heard_too(diary: Diary) -> None:
    diary.medicines.add(PDL)
    plan = diary.medicines.hear("소론도 7.5mg 2주, 5mg 2주, 그 뒤 2.5mg", VISIT)
    assert [period.start.day for period in plan.heard] == [23, 7, 21]
    new = diary.medicines.hear("셀셉트 하루 두 번", replace(VISIT, heard_on=TODAY))
    assert (new.name, new.periods, new.heard[0].parts) == ("셀셉트", (), ())
    stopped = diary.medicines.hear("소론도 중단", VISIT)
    assert stopped.heard[-1].is_none
    assert len(diary.medicines.all()) == 2
    with pytest.raises(Refusal, match="Write the name"):
        diary.medicines.hear("2알", VISIT)


def test_it_goes_out_and_comes_in_as_heard(diary: Diary, tmp_path: Path, clock: StandingClock) -> None:
    diary.medicines.add(PDL)
    diary.medicines.hear("소론도 7.5mg", VISIT)
    contents = diary.contents()
    assert '"heard_on": "2026-11-22"' in json_format.write(contents)
    document = json.loads(json_format.write(contents))
    assert medicines_of(medicine_rows(document))["medicines"] == document["medicines"]
    with create_diary(tmp_path / "other.lupusdiary", None, clock) as other:
        other.merge(contents)
        assert other.contents().medicines == contents.medicines
        assert other.merge(contents).new == 0
