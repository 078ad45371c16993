"""Diaries of a known size: so many years, each day with so many readings, and a sheet a quarter."""

from __future__ import annotations

import random
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from lupusdiary.diary import create_diary
from lupusdiary.domain.day_record import DayRecord, ReadingValue
from lupusdiary.domain.lab.catalogue import AnalyteCatalogue
from lupusdiary.domain.lab.lab_result import lab_result
from lupusdiary.domain.medicines.medicine import Medication
from lupusdiary.domain.medicines.part import DosePart
from lupusdiary.domain.medicines.pattern import DosePattern
from lupusdiary.domain.medicines.period import DosePeriod
from lupusdiary.domain.records import DiaryContents, LabResult
from lupusdiary.domain.symptom import SymptomCatalogue
from lupusdiary.domain.symptom_item import Symptom

NOW = datetime(2026, 11, 22, 21, 4, tzinfo=ZoneInfo("Asia/Seoul"))
TODAY = NOW.date()
LABORATORY = "가상대학교병원"
_PRINTED = (
    ("upcr", 80, 1800, "mg/g", "<150"),
    ("urine_protein_24h", 100, 2500, "mg/day", "<150"),
    ("c3", 40, 130, "mg/dL", "90-180"),
    ("c4", 4, 40, "mg/dL", "10-40"),
    ("anti_dsdna", 3, 160, "IU/mL", "<10"),
    ("creatinine", 1, 2, "mg/dL", "0.5-0.9"),
    ("hemoglobin", 9, 14, "g/dL", "12-16"),
    ("platelets", 90, 320, "10^3/uL", "150-400"),
    ("crp", 1, 30, "mg/L", "<5"),
    ("albumin", 2, 5, "g/dL", "3.5-5.2"),
)


def _value(symptom: Symptom, chance: random.Random) -> ReadingValue:
    kind = symptom.scale.type
    if kind == "yes_no":
        return chance.random() < 0.2
    if kind == "temperature":
        return round(36.2 + chance.random(), 1)
    if kind == "weight":
        return round(55 + chance.random() * 3, 1)
    return float(chance.randint(0, {"severity": 3, "duration_min": 90}.get(kind, 8)))


def sheets(days: list[date], chance: random.Random) -> list[LabResult]:
    """One sheet of ten results on each of these days."""
    catalogue = AnalyteCatalogue()
    return [
        lab_result(day, catalogue.get(code), str(chance.randint(low, high)), unit, range_text, LABORATORY)
        for day in days
        for code, low, high, unit, range_text in _PRINTED
    ]


def contents(years: int, readings: int) -> DiaryContents:
    """`years` years up to today, each day so many readings, a note a week, a sheet a quarter."""
    chance = random.Random(years * 100 + readings)
    symptoms = [item for item in SymptomCatalogue().all if item.scale.type != "blood_pressure"][:readings]
    first = TODAY - timedelta(days=round(365.25 * years) - 1)
    days = [first + timedelta(days=at) for at in range((TODAY - first).days + 1)]
    records = tuple(
        DayRecord(
            day,
            {item.id: _value(item, chance) for item in symptoms},
            note="오늘은 조금 피곤했습니다. 산책을 했습니다." if at % 7 == 0 else None,
        )
        for at, day in enumerate(days)
    )
    return DiaryContents(
        days=records, labs=tuple(sheets(days[::91], chance)), medicines=_medicines(first) if years else ()
    )


def _medicines(first: date) -> tuple[Medication, ...]:
    """A steroid that is another dose every half year, and hydroxychloroquine all along."""
    starts = [first + timedelta(days=at) for at in range(0, (TODAY - first).days, 182)]
    steps = tuple(
        DosePeriod(
            start,
            DosePattern("daily"),
            end=following - timedelta(days=1) if following else None,
            parts=(DosePart(strength=5.0, unit="mg", amount=1 + at % 4, amount_unit="tablet"),),
        )
        for at, (start, following) in enumerate(zip(starts, [*starts[1:], None], strict=True))
    )
    twice = DosePart(strength=200.0, unit="mg", amount=1, amount_unit="tablet", at=("morning", "evening"))
    always = (DosePeriod(first, DosePattern("daily"), parts=(twice,)),)
    return (
        Medication("m1", "소론도정", "prednisolone", "oral", periods=steps),
        Medication("m2", "할록신정", "hydroxychloroquine", "oral", periods=always),
    )


def make(path: Path, years: int, readings: int) -> Path:
    """A plain diary of this size at `path`."""
    with create_diary(path, None, lambda: NOW) as diary:
        if years:
            diary.merge(contents(years, readings))
    return path
