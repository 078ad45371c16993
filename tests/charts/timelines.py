"""Made-up timelines for the tests of charts: plain values, nothing from a diary."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from math import sin

from lupusdiary.charts.panels import (
    LEVELS,
    LINE,
    NUMBER,
    STEPS,
    TICKS,
    DosePanel,
    DoseStep,
    EventMark,
    FlareSpan,
    LabPanel,
    LabPoint,
    MedicineBar,
    ScorePanel,
    ScorePoint,
    Segment,
    Timeline,
    TypicalBand,
)
from lupusdiary.domain.period import Period

LAST = date(2026, 11, 22)


def days_back(count: int, last: date = LAST) -> Iterator[date]:
    """The `count` days that end with `last`."""
    return (last - timedelta(days=n) for n in range(count - 1, -1, -1))


def scores(count: int, code: str = "fatigue", missing: int = 7) -> ScorePanel:
    """Daily scores of 0 to 10; each `missing`th day is not recorded."""
    points = tuple(
        ScorePoint(day, float(round(5 + 3 * sin(n / 40) + (n * 7919 % 5) - 2)))
        for n, day in enumerate(days_back(count))
        if n % missing
    )
    return ScorePanel(code, "Fatigue", LINE, points, hint="0–10, higher is more", bottom=0, top=10)


def levels(count: int) -> ScorePanel:
    """Daily swelling: none, mild, moderate or severe."""
    points = tuple(
        ScorePoint(day, float((n // 9 + n % 2) % 4)) for n, day in enumerate(days_back(count)) if n % 5
    )
    words = ("none", "mild", "moderate", "severe")
    return ScorePanel("leg_swelling", "Leg swelling", LEVELS, points, bottom=0, top=3, levels=words)


def yes_no(count: int) -> ScorePanel:
    """Daily chills: yes or no."""
    points = tuple(ScorePoint(day, float(n % 11 == 0)) for n, day in enumerate(days_back(count)) if n % 4)
    return ScorePanel("chills", "Chills", TICKS, points, bottom=0, top=1)


def result(day: date, value: float | None, text: str | None = None, **more: object) -> LabPoint:
    """One result in the unit that is shown."""
    words = text or f"{value:g}"
    return LabPoint(day, words, words, value, **more)  # type: ignore[arg-type]


def upcr(sheets: int, every: int = 60) -> LabPanel:
    """Falling protein with the sheet's own range, from the third sheet on another one."""
    points = []
    for n in range(sheets):
        day = LAST - timedelta(days=every * (sheets - 1 - n) + 20)
        high = 150.0 if n < sheets // 2 else 200.0
        points.append(
            result(
                day,
                float(round(2600 / (1 + n * 0.35))),
                range_high=high,
                range_text=f"<{high:g}",
                mark="above",
            )
        )
    return LabPanel("upcr", "UPCR", NUMBER, (Segment(tuple(points)),), unit="mg/g")


def anti_dsdna() -> LabPanel:
    """Two assays; the newer one ends below its limit."""
    old = [result(LAST - timedelta(days=600 - 60 * n), 90.0 - 8 * n, range_high=10.0) for n in range(5)]
    new = [result(LAST - timedelta(days=280 - 70 * n), 210.0 - 60 * n, range_high=35.0) for n in range(3)]
    new.append(result(LAST - timedelta(days=20), 1.3, "<1.3", comparator="<", range_high=35.0))
    segments = (Segment(tuple(old)), Segment(tuple(new), "assay changed", 1))
    return LabPanel("anti_dsdna", "Anti-dsDNA", NUMBER, segments, unit="IU/mL")


def c3() -> LabPanel:
    """No range on the sheets: only a typical one."""
    points = tuple(result(LAST - timedelta(days=700 - 90 * n), 52.0 + 6 * n) for n in range(8))
    return LabPanel("c3", "C3", NUMBER, (Segment(points),), unit="mg/dL", typical=TypicalBand(90, 180))


def dipstick() -> LabPanel:
    """Steps instead of numbers, and one result in words."""
    steps = ("neg", "trace", "1+", "2+", "3+", "4+")
    points = [result(LAST - timedelta(days=700 - 100 * n), float(5 - n), steps[5 - n]) for n in range(5)]
    points.append(result(LAST - timedelta(days=30), None, "pending"))
    return LabPanel("urine_protein_dip", "Dipstick protein", STEPS, (Segment(tuple(points)),), steps=steps)


def urine_cells() -> LabPanel:
    """Counted ranges, and “many”."""
    points = (
        LabPoint(LAST - timedelta(days=300), "5-9", "5–9 /HPF", None, 5, 9, range_high=4),
        LabPoint(LAST - timedelta(days=200), "many", "many"),
        LabPoint(LAST - timedelta(days=100), ">100", "above 100 /HPF", 100, comparator=">", range_high=4),
    )
    return LabPanel("urine_rbc", "Urine red cells", NUMBER, (Segment(points),), unit="/HPF")


def doses() -> DosePanel:
    """A taper that ends in a plan."""
    steps = (
        DoseStep(LAST - timedelta(days=700), 20.0, LAST - timedelta(days=400)),
        DoseStep(LAST - timedelta(days=399), 10.0, LAST - timedelta(days=100)),
        DoseStep(LAST - timedelta(days=60), 7.5, LAST - timedelta(days=10)),
        DoseStep(LAST - timedelta(days=9), 5.0, None, True),
    )
    return DosePanel("Steroids", "prednisolone mg", steps)


def medicines() -> tuple[MedicineBar, ...]:
    """One that goes on, two doses of another that follow each other, and a plan."""
    return (
        MedicineBar("hydroxychloroquine 200 mg", LAST - timedelta(days=900)),
        MedicineBar("mycophenolate 1,000 mg", LAST - timedelta(days=500), LAST - timedelta(days=200)),
        MedicineBar("mycophenolate 500 mg", LAST - timedelta(days=199), LAST - timedelta(days=20)),
        MedicineBar("belimumab", LAST - timedelta(days=15), None, True),
    )


def life(count: int = 730, *, demonstration: bool = False) -> Timeline:
    """A whole picture: all kinds of panels, events, a flare, visits."""
    recorded = tuple(day for n, day in enumerate(days_back(count)) if n % 7)
    events = (
        EventMark(LAST - timedelta(days=640), "kidney_biopsy", "Kidney biopsy"),
        EventMark(LAST - timedelta(days=560), "cart_infusion", "CAR-T infusion (day 0)", day_zero=True),
        EventMark(LAST - timedelta(days=550), "hospital_admission", "Hospital admission"),
        EventMark(LAST - timedelta(days=30), "vaccination", "Vaccination"),
    )
    return Timeline(
        Period.ending(LAST, count),
        (
            upcr(12),
            dipstick(),
            c3(),
            anti_dsdna(),
            urine_cells(),
            scores(count),
            levels(count),
            yes_no(count),
        ),
        tuple(e for e in events if e.day in Period.ending(LAST, count)),
        (FlareSpan(LAST - timedelta(days=660), LAST - timedelta(days=580)),) if count > 660 else (),
        tuple(LAST - timedelta(days=n) for n in range(20, count, 60))[::-1],
        recorded,
        demonstration=demonstration,
    )
