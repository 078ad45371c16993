"""Summaries built by hand, so that every printed number is known."""

from __future__ import annotations

from datetime import date, timedelta

from lupusdiary.domain.day_record import ReadingValue, RecordedDays
from lupusdiary.domain.lab.catalogue import AnalyteCatalogue
from lupusdiary.domain.lab.lab_result import lab_result
from lupusdiary.domain.period import Period
from lupusdiary.domain.records import Flare, LabResult, TreatmentEvent, Visit
from lupusdiary.domain.symptom import SymptomCatalogue
from lupusdiary.report.rows import lab_row, symptom_row
from lupusdiary.report.summary import Infusion, LabRow, Person, SymptomRow, VisitSummary

PERIOD = Period(date(2026, 8, 31), date(2026, 11, 22))
NAME = "김가상"
NUMBER = "LD-00417"

SHEETS = {
    "upcr": ("mg/g", "<150", ["980", "610", "420", "310", "260", "210"]),
    "creatinine": ("mg/dL", "0.5-0.9", ["0.88", "0.85", "0.84", "0.86", "0.84", "0.82"]),
    "egfr": ("mL/min/1.73m2", ">60", ["84", "86", "88", "86", "88", "91"]),
    "albumin": ("g/dL", "3.5-5.2", ["3.2", "3.6", "3.9", "4.1", "4.2", "4.2"]),
    "c3": ("mg/dL", "90-180", ["62", "78", "90", "96", "101", "104"]),
    "c4": ("mg/dL", "10-40", ["8", "11", "14", "16", "17", "18"]),
    "anti_dsdna": ("IU/mL", "<10", ["64", "38", "21", "14", "12", "<10"]),
    "wbc": ("10^3/uL", "4.0-10.0", ["3.4", "3.8", "4.4", "4.9", "5.1", "5.2"]),
    "lymphocytes": ("/uL", None, ["610", "720", "900", "980", "1,050", "1,120"]),
    "hemoglobin": ("g/dL", "12-16", ["11.2", "11.6", "11.9", "12.2", "12.1", "12.4"]),
    "platelets": ("10^3/uL", "130-400", ["180", "201", "222", "219", "230", "228"]),
    "crp": ("mg/L", "<5", ["3.1", "2.2", "1.4", "<0.5", "0.8", "<0.5"]),
}
SHEET_DAYS = [
    date(2025, 2, 10),
    date(2025, 6, 2),
    date(2025, 10, 13),
    date(2026, 3, 2),
    date(2026, 8, 30),
    date(2026, 11, 15),
]


def every(days: int, values: list[ReadingValue], period: Period = PERIOD) -> dict[date, ReadingValue]:
    """Values in turn on every so-many-th day of a period."""
    return {day: values[n % len(values)] for n, day in enumerate(list(period)[::days])}


def symptom(code: str, now: dict[date, ReadingValue], before: dict[date, ReadingValue]) -> SymptomRow:
    return symptom_row(SymptomCatalogue().get(code), now, before, PERIOD)


def results(analyte: str) -> list[LabResult]:
    unit, own, values = SHEETS[analyte]
    found = AnalyteCatalogue().get(analyte)
    return [
        lab_result(day, found, text, unit, own, laboratory="가상병원", sex="female")
        for day, text in zip(SHEET_DAYS, values, strict=True)
    ]


def laboratory(analyte: str, sheets: list[LabResult] | None = None, *, elsewhere: bool = False) -> LabRow:
    found = AnalyteCatalogue().get(analyte)
    rows = results(analyte) if sheets is None else sheets
    return lab_row(found, rows, "female", end=PERIOD.end, elsewhere=elsewhere)


def full_symptoms() -> tuple[SymptomRow, ...]:
    before = PERIOD.previous()
    return (
        symptom("global", every(1, [4, 5, 3, 4, 6]), every(2, [5, 6, 4], before)),
        symptom("fatigue", every(1, [4, 5, 3, 7, 4, 2, 8]), every(2, [5, 7, 6], before)),
        symptom("joint_pain", every(1, [5, 6, 7, 4]), every(2, [3, 2, 7, 3], before)),
        symptom("morning_stiffness", every(1, [40, 30, 60, 45]), every(2, [15, 10, 20], before)),
        symptom("malar_rash", every(1, [0, 1, 0, 3, 0, 0]), every(2, [0, 0, 1], before)),
        symptom("oral_ulcer", every(3, [0, 0, 1]), every(2, [0], before)),
        symptom("hair_loss", every(2, [1, 1, 2]), every(2, [1], before)),
        symptom("leg_swelling", every(2, [0]), every(2, [0], before)),
        symptom("foamy_urine", every(2, [1, 2]), every(2, [3, 1], before)),
        symptom("fever", every(9, [36.6, 37.4, 36.8]), every(20, [37.1, 36.5], before)),
    )


def full(**changes: object) -> VisitSummary:
    """A typical three months: ten items, twelve tests, events, a flare, questions, a CAR-T infusion."""
    values: dict[str, object] = {
        "period": PERIOD,
        "previous": PERIOD.previous(),
        "person": Person(NAME, date(1981, 3, 2), 45, "female", NUMBER),
        "recorded": RecordedDays(84, 48, 13, 0),
        "recorded_before": RecordedDays(84, 40, 0, 2),
        "since_visit": True,
        "symptoms": full_symptoms(),
        "chosen_labs": tuple(laboratory(code) for code in list(SHEETS)[:8]),
        "labs": tuple(laboratory(code) for code in SHEETS),
        "events": (
            TreatmentEvent(date(2026, 9, 18), "infection_serious", "폐렴, 항생제 5일"),
            TreatmentEvent(date(2026, 10, 4), "eye_exam"),
            TreatmentEvent(date(2026, 11, 2), "vaccination", "독감"),
        ),
        "flares": (Flare(date(2026, 9, 20), date(2026, 9, 20) + timedelta(days=12)),),
        "visits": (Visit(date(2026, 8, 31)), Visit(date(2026, 10, 12))),
        "next_visit": Visit(
            date(2026, 11, 24),
            (
                "가을부터 아침 뻣뻣함이 길어졌습니다. 약과 관계가 있을까요?",
                "독감·폐렴구균 예방접종은 언제 맞으면 좋을까요?",
                "골밀도 검사 시기가 되었나요?",
            ),
        ),
        "infusion": Infusion(date(2025, 5, 12), 559),
        "demonstration": "nephritis",
    }
    return VisitSummary(**(values | changes))  # type: ignore[arg-type]


def empty() -> VisitSummary:
    """A period without a single record."""
    nothing = RecordedDays(84, 0, 0, 0)
    return VisitSummary(PERIOD, PERIOD.previous(), Person(), nothing, nothing)
