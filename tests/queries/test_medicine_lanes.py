"""Medicines in a picture: what was only heard is a dashed bar by itself and changes no step."""

from __future__ import annotations

from datetime import date

from lupusdiary.charts.panels import MedicineBar
from lupusdiary.diary import Diary
from lupusdiary.diary.medicines.heard import Hearing
from lupusdiary.domain.medicines.medicine import Medication
from lupusdiary.domain.medicines.part import DosePart
from lupusdiary.domain.medicines.pattern import DosePattern
from lupusdiary.domain.medicines.period import DosePeriod
from lupusdiary.domain.period import Period
from lupusdiary.language import Translator
from lupusdiary.queries.exposure import Exposures
from lupusdiary.queries.medicine_lanes import dose_panel, medicine_bars

TODAY = date(2026, 11, 22)
MONTH = Period(date(2026, 11, 1), date(2026, 12, 31))
TEN = DosePeriod(date(2026, 1, 1), DosePattern("daily"), parts=(DosePart(5, "mg", 2, "tablet"),))
PDL = Medication("", "소론도정", "prednisolone", "oral", "tablet", periods=(TEN,))
VISIT = Hearing(TODAY, date(2026, 11, 23), "류마티스내과")


def _bars(diary: Diary, language: str = "en", period: Period = MONTH) -> list[MedicineBar]:
    return list(medicine_bars(diary.medicines.all(), period, TODAY, Translator(language)))


def test_a_heard_dose_is_a_bar_marked_so_and_no_step(diary: Diary) -> None:
    diary.medicines.add(PDL)
    tr = Translator("en")
    before = dose_panel(Exposures(diary), MONTH, TODAY, tr)
    diary.medicines.hear("소론도 7.5mg", VISIT)
    (bar,) = _bars(diary)
    assert (bar.start, bar.end, bar.heard, bar.planned) == (date(2026, 11, 23), None, True, False)
    assert bar.label.startswith("heard: ")
    assert "7.5" in bar.label
    assert _bars(diary, "ko")[0].label.startswith("들은 말: ")
    assert dose_panel(Exposures(diary), MONTH, TODAY, tr) == before


def test_the_steps_of_a_heard_plan_follow_on_and_a_sensitive_one_is_left_out(diary: Diary) -> None:
    kept = diary.medicines.add(PDL)
    diary.medicines.hear("소론도 7.5mg 2주, 5mg 2주, 그 뒤 2.5mg", VISIT)
    assert [(bar.start.day, bar.end and bar.end.day) for bar in _bars(diary)] == [
        (23, 6),
        (7, 20),
        (21, None),
    ]
    assert [bar.start.day for bar in _bars(diary, period=Period(TODAY, TODAY))] == []
    sensitive = Medication(
        kept.code, kept.name, kept.ingredient, kept.route, kept.form, sensitive=True, id=kept.id
    )
    diary.medicines.change(sensitive)
    assert _bars(diary) == []
