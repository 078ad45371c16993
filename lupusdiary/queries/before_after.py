"""An event as day 0: what was recorded around it, and around others of its kind, counted in days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from statistics import median
from typing import TYPE_CHECKING

from lupusdiary.charts.curves import (
    DAYS_AFTER,
    DAYS_BEFORE,
    MOST_CYCLES,
    Curve,
    CurveLane,
    Curves,
    Spot,
    segments_of,
)
from lupusdiary.charts.heights import titre_height
from lupusdiary.charts.panels import LEVELS, NUMBER, TICKS, TITRE, LabPanel, LabPoint, ScorePanel
from lupusdiary.charts.words import brief
from lupusdiary.domain.day_record import BloodPressure, ReadingValue
from lupusdiary.domain.period import Period
from lupusdiary.domain.records import TreatmentEvent
from lupusdiary.domain.scale import SEVERITY, YES_NO
from lupusdiary.domain.statistics import at_level, quartiles
from lupusdiary.domain.symptom_item import Symptom
from lupusdiary.domain.treatment import kept_kind
from lupusdiary.language import Translator
from lupusdiary.queries.timeline import panels_of
from lupusdiary.queries.visit_summary import last_record
from lupusdiary.report.before_after import COMPARED_PERIODS, BeforeAfter, ComparedRow, Told

if TYPE_CHECKING:
    from lupusdiary.diary.diary import Diary

_A_WEEK = 7
# Weekly points are joined over one missing week, no more.
_LONGEST_GAP = 14


def before_after_of(
    diary: Diary, event: TreatmentEvent, codes: Sequence[str], tr: Translator, *, cycles: bool = True
) -> BeforeAfter:
    """The page of one event; with `cycles` other events of its kind lie over it, the nearest ones first."""
    last = last_record(diary) if diary.demonstration else diary.today()
    alike = cycle_events(diary, event) if cycles else []
    zeros = [event.day, *(each.day for each in alike[: MOST_CYCLES - 1])]
    first = min(zeros) - timedelta(days=DAYS_BEFORE)
    whole = Period(first, max(last, max(zeros)))
    panels, _ = panels_of(diary, codes, whole, tr, cropped=True)
    lanes = [_lane(panel, zeros, last, tr, diary) for panel in panels]
    rows = [_row(panel, event.day, last, tr, diary) for panel in panels]
    told = [any(each is not None and each.count for each in row.told) for row in rows]
    kind = kept_kind(event.kind)
    return BeforeAfter(
        event=kind.name(tr),
        day=event.day,
        last=last,
        curves=Curves(
            tuple(lane for lane in lanes if lane.curves),
            tuple(tr.text("D0 = {day}", day=tr.date(day, "short")) for day in zeros),
        ),
        rows=tuple(row for row, any_value in zip(rows, told, strict=True) if any_value),
        left_out=max(0, len(alike) - (MOST_CYCLES - 1)),
        demonstration=diary.demonstration is not None,
    )


def cycle_events(diary: Diary, event: TreatmentEvent) -> list[TreatmentEvent]:
    """Other events of its kind on other days, the nearest ones first."""
    others = [each for each in diary.events.all() if each.kind == event.kind and each.day != event.day]
    by_day = {each.day: each for each in others}
    return sorted(by_day.values(), key=lambda each: abs((each.day - event.day).days))


def _lane(
    panel: LabPanel | ScorePanel, zeros: Sequence[date], last: date, tr: Translator, diary: Diary
) -> CurveLane:
    curves = []
    for cycle, zero in enumerate(zeros):
        end = min(last, zero + timedelta(days=DAYS_AFTER))
        window = Period(zero - timedelta(days=DAYS_BEFORE), max(end, zero))
        if isinstance(panel, LabPanel):
            stretches = _results(panel, zero, window, tr)
        else:
            stretches = segments_of(_weeks(panel, zero, window, tr, diary), _LONGEST_GAP)
        if any(stretches):
            curves.append(Curve(cycle, stretches))
    if isinstance(panel, LabPanel):
        return CurveLane(panel.code, panel.name, panel.unit, tuple(curves))
    of_days = panel.style in (LEVELS, TICKS)
    hint = tr.text("days a week at the stated level") if of_days else panel.hint or panel.unit
    low, high = (0.0, 7.0) if of_days else (panel.bottom, panel.top)
    return CurveLane(panel.code, panel.name, hint, tuple(curves), low, high)


def _results(panel: LabPanel, zero: date, window: Period, tr: Translator) -> tuple[tuple[Spot, ...], ...]:
    found = []
    for segment in panel.segments:
        spots = tuple(
            _spot(panel, point, (point.day - zero).days, tr)
            for point in segment.points
            if point.value is not None and point.day in window
        )
        if spots:
            found.append(spots)
    return tuple(found)


def _spot(panel: LabPanel, point: LabPoint, offset: int, tr: Translator) -> Spot:
    value = point.value or 0.0
    height = titre_height(value) if panel.axis == TITRE else value
    return Spot(offset, height, brief(panel, point, tr), (point.comparator or "")[:1])


def _weeks(panel: ScorePanel, zero: date, window: Period, tr: Translator, diary: Diary) -> list[Spot]:
    """A point a week, counted from day 0: the median; of words as answers the days at the stated level."""
    symptom = diary.symptoms.catalogue().get(panel.code)
    weeks: dict[int, list[float]] = {}
    for point in panel.points:
        if point.day in window:
            weeks.setdefault((point.day - zero).days // _A_WEEK, []).append(point.value)
    spots = []
    for week, values in sorted(weeks.items()):
        offset = min(week * _A_WEEK + _A_WEEK // 2, DAYS_AFTER)
        of_days = panel.style in (LEVELS, TICKS)
        height = float(sum(at_level(symptom, each) for each in values)) if of_days else median(values)
        spots.append(Spot(offset, height))
    ends = {0, len(spots) - 1}
    return [
        Spot(s.offset, s.height, tr.number(round(s.height, 1)) if at in ends else "")
        for at, s in enumerate(spots)
    ]


def _row(panel: LabPanel | ScorePanel, zero: date, last: date, tr: Translator, diary: Diary) -> ComparedRow:
    told: list[Told | None] = []
    for first, until in COMPARED_PERIODS:
        start, end = zero + timedelta(days=first), min(last, zero + timedelta(days=until))
        if end < start:
            told.append(None)
            continue
        period = Period(start, end)
        if isinstance(panel, LabPanel):
            told.append(_of_results(panel, period, tr))
        else:
            values = {d: v for d, v in diary.days.values(panel.code).items() if d in period}
            told.append(_of_days(diary.symptoms.catalogue().get(panel.code), values, period, tr))
    return ComparedRow(panel.name, panel.unit, tuple(told), not isinstance(panel, LabPanel))


def _of_results(panel: LabPanel, period: Period, tr: Translator) -> Told:
    """The median only of numbers of one assay: one that was printed with < or > has no place in it."""
    inside = [
        (segment.assay, point)
        for segment in panel.segments
        for point in segment.points
        if point.day in period
    ]
    points = [point for _, point in sorted(inside, key=lambda each: each[1].day)]
    numbers = [p.value for p in points if p.value is not None and p.comparator is None]
    if not points:
        return Told(0, period.days)
    alike = len({assay for assay, _ in inside}) == 1 and panel.axis == NUMBER
    if not alike or len(numbers) < len(points) or not numbers:
        words = list(dict.fromkeys(brief(panel, point, tr) for point in points))
        listed = tr.listing(words[-3:])
        return Told(len(points), period.days, level=("… " if len(words) > 3 else "") + listed)
    spread = ""
    if len(numbers) > 1:
        spread = f"{_number(min(numbers), tr)}–{_number(max(numbers), tr)}"
    return Told(len(points), period.days, _number(median(numbers), tr), spread)


def _of_days(symptom: Symptom, values: dict[date, ReadingValue], period: Period, tr: Translator) -> Told:
    if not values:
        return Told(0, period.days)
    if symptom.scale.type in (SEVERITY, YES_NO):
        days = sum(at_level(symptom, each) for each in values.values())
        measure = tr.text("“moderate” or worse") if symptom.scale.type == SEVERITY else tr.text("“yes”")
        counted = f"{tr.number(days)}/{tr.number(len(values))}"
        return Told(len(values), period.days, level=f"{measure} {counted}")
    pressures = [each for each in values.values() if isinstance(each, BloodPressure)]
    if pressures:
        middle = tuple(median([pair[at] for pair in _pairs(pressures)]) for at in (0, 1))
        return Told(len(values), period.days, "/".join(_number(each, tr) for each in middle))
    numbers = [float(each) for each in values.values() if isinstance(each, int | float)]
    if len(numbers) == 1:
        return Told(1, period.days, _number(numbers[0], tr))
    low, high = quartiles(numbers)
    return Told(
        len(values), period.days, _number(median(numbers), tr), f"{_number(low, tr)}–{_number(high, tr)}"
    )


def _pairs(pressures: Sequence[BloodPressure]) -> list[tuple[int, int]]:
    return [(each.systolic, each.diastolic) for each in pressures]


def _number(value: float, tr: Translator) -> str:
    return tr.number(float(f"{value:.4g}"))
