"""A dose that nobody can read never hides the rest: it is counted, named, and left behind by a rescue."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from lupusdiary.diary import create_diary, open_diary
from lupusdiary.diary.backup.rescuing import rescue
from lupusdiary.domain.medicines.medicine import Medication, Plan
from lupusdiary.domain.medicines.part import DosePart
from lupusdiary.domain.medicines.pattern import DosePattern
from lupusdiary.domain.medicines.period import DosePeriod
from tests.conftest import StandingClock
from tests.storage.diaries import raw

TEN = DosePeriod(date(2026, 1, 5), DosePattern("daily"), parts=(DosePart(5, "mg", 2),), plan="p1")
FIVE = replace(TEN, start=date(2026, 3, 2), parts=(DosePart(5, "mg", 1),), plan=None)
PDL = Medication("", "소론도정", "prednisolone", "oral", "tablet", plans=(Plan("p1"),), periods=(TEN, FIVE))


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE dose_period SET kind = '매일' WHERE id = 1",
        "UPDATE dose_period SET end_day = '2025-01-01' WHERE id = 1",
        "UPDATE dose_period SET start_day = 'ㅁ' WHERE id = 1",
        "UPDATE dose_period SET plan = 'p9' WHERE id = 1",
        "UPDATE dose_part SET at = '[' WHERE period = 1",
        "UPDATE dose_part SET times = 99 WHERE period = 1",
        "UPDATE dose_part SET amount = -1 WHERE period = 1",
        "DELETE FROM medicine_plan",
    ],
)
def test_the_other_doses_are_there_and_a_rescue_brings_them(
    damage: str, tmp_path: Path, clock: StandingClock
) -> None:
    path = tmp_path / "d.lupusdiary"
    with create_diary(path, None, clock) as diary:
        diary.medicines.add(PDL)
        diary.medicines.add(replace(PDL, name="니소론정"))
    raw(path, None, damage)
    with open_diary(path, None, clock) as diary:
        kept = diary.medicines.all()
        assert [medicine.name for medicine in kept] == ["소론도정", "니소론정"]
        assert kept[0].periods[-1:] == (FIVE,)
        assert {each.name for each in diary.medicines.unread()} >= {"소론도정"}
        assert not diary.check().ok
    done = rescue(path, None, tmp_path / "new.lupusdiary", clock)
    assert done.lost >= 1
    with open_diary(tmp_path / "new.lupusdiary", None, clock) as new:
        assert FIVE in new.medicines.all()[0].periods
        assert not new.medicines.unread()
        assert new.check().ok
