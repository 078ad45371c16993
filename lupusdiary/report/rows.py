"""The rows of the printed tables, made from what the diary hands out."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from lupusdiary.charts.bins import DAYS, MONTHS, WEEKS, bin_end, bin_start, gather, runs
from lupusdiary.charts.panels import TITRE, LabPanel, LabPoint, ScorePoint
from lupusdiary.domain.lab.catalogue import Analyte
from lupusdiary.domain.lab.reference_range import mark
from lupusdiary.domain.period import Period
from lupusdiary.domain.records import BloodPressure, DayRecord, LabResult, ReadingValue
from lupusdiary.domain.scale import COUNT, DURATION, NRS, SEVERITY, YES_NO
from lupusdiary.domain.statistics import summarise
from lupusdiary.domain.symptom import Symptom
from lupusdiary.report.summary import LabRow, SymptomRow, Trend

_TEMPERATURE = "fever"
_FROM_ZERO = (COUNT, DURATION)
_FIXED_HEIGHT = {NRS: 10.0, SEVERITY: 3.0, YES_NO: 1.0}


def resolution(period: Period) -> str:
    """What one point of a small line stands for, so that it stays legible: days, weeks or months."""
    if period.days <= 31:
        return DAYS
    return WEEKS if period.days <= 400 else MONTHS


def values_by_item(days: Iterable[DayRecord]) -> dict[str, dict[date, ReadingValue]]:
    """Recorded values by item and day; of a day's several temperatures the highest."""
    found: dict[str, dict[date, ReadingValue]] = {}
    for record in days:
        for code, value in record.readings.items():
            found.setdefault(code, {})[record.day] = value
        measured = [entry.fever for entry in record.timed if entry.fever is not None]
        daily = record.readings.get(_TEMPERATURE)
        if measured:
            known = [float(daily)] if isinstance(daily, int | float) else []
            found.setdefault(_TEMPERATURE, {})[record.day] = max([*known, *measured])
    return found


def symptom_row(
    symptom: Symptom, now: Mapping[date, ReadingValue], before: Mapping[date, ReadingValue], period: Period
) -> SymptomRow:
    """One item's statistic in `period` (`now`) and in the period before it."""
    return SymptomRow(
        symptom,
        summarise(symptom, now),
        summarise(symptom, before),
        period.days,
        _symptom_trend(symptom, now, period),
    )


def lab_row(
    analyte: Analyte, results: Sequence[LabResult], sex: str | None, panel: LabPanel | None, shown: Period
) -> LabRow:
    """An analyte's row; `results` are all up to the end of the period in the order of their days, `panel`
    the timeline's own picture of it over the days `shown`."""
    valued = [each for each in results if each.kind != "pending"]
    last = valued[-1] if valued else None
    previous = valued[-2] if len(valued) > 1 else None
    waiting = [each.collected_on for each in results if each.kind == "pending"]
    return LabRow(
        analyte,
        last,
        mark(last, analyte, sex) if last else None,
        previous,
        mark(previous, analyte, sex) if previous else None,
        max((day for day in waiting if last is None or day > last.collected_on), default=None),
        lab_trend(panel, shown) if panel else Trend(),
    )


def _symptom_trend(symptom: Symptom, values: Mapping[date, ReadingValue], period: Period) -> Trend:
    """Medians of scores and minutes, the highest of everything else, over days, weeks or months."""
    size = resolution(period)
    points = [ScorePoint(day, _number(value)) for day, value in sorted(values.items())]
    bins = gather(points, size)
    of_middle = symptom.scale.type in (NRS, DURATION)
    height = {b.start: b.middle if of_middle else b.high for b in bins}
    top = _FIXED_HEIGHT.get(symptom.scale.type)
    fixed = (0.0, top) if top else None
    place = _Height(list(height.values()), fixed, from_zero=symptom.scale.type in _FROM_ZERO)
    lines = tuple(
        tuple((_across(_middle(b.start, b.end, period), period), place(height[b.start])) for b in stretch)
        for stretch in runs(bins)
    )
    return Trend(lines, tuple(height.get(start) for start in _starts(period, size)))


def lab_trend(panel: LabPanel, shown: Period) -> Trend:
    """Results as small lines, one an assay; the last sheet's own range is the band behind them."""
    titre = panel.axis == TITRE
    stretches = [
        [(point, height) for point in segment.points if (height := _height_of(point, titre)) is not None]
        for segment in panel.segments
    ]
    kept = [[pair for pair in stretch if pair[0].day in shown] for stretch in stretches]
    points = sorted((pair for stretch in kept for pair in stretch), key=lambda pair: pair[0].day)
    if not points:
        return Trend()
    newest = points[-1][0]
    own = [_log(bound, titre) for bound in (newest.range_low, newest.range_high) if bound is not None]
    place = _Height([*(height for _, height in points), *own])
    return Trend(
        lines=tuple(
            tuple((_across(point.day.toordinal(), shown), place(height)) for point, height in stretch)
            for stretch in kept
            if stretch
        ),
        values=tuple(point.text for point, _ in points),
        band=_band(newest, place, titre),
        bounds=tuple(
            (_across(point.day.toordinal(), shown), place(height))
            for point, height in points
            if point.comparator
        ),
    )


class _Height:
    """Values as heights from 0 to 1; what never changes runs in the middle, or along the floor at zero."""

    def __init__(
        self, values: Sequence[float], fixed: tuple[float, float] | None = None, *, from_zero: bool = False
    ) -> None:
        low, high = min(values, default=0.0), max(values, default=0.0)
        self._low, self._high = fixed or (min(0.0, low) if from_zero else low, high)
        self._flat = 0.0 if from_zero and high == 0 else 0.5

    def __call__(self, value: float) -> float:
        if self._high <= self._low:
            return self._flat
        return min(1.0, max(0.0, (value - self._low) / (self._high - self._low)))


def _band(newest: LabPoint, place: _Height, titre: bool) -> tuple[float, float] | None:
    low, high = newest.range_low, newest.range_high
    if low is None and high is None:
        return None
    return (
        place(_log(low, titre)) if low is not None else 0.0,
        place(_log(high, titre)) if high is not None else 1.0,
    )


def _height_of(point: LabPoint, titre: bool) -> float | None:
    if point.value is not None:
        return _log(point.value, titre)
    if point.low is not None and point.high is not None:
        return (point.low + point.high) / 2
    return None


def _log(value: float, titre: bool) -> float:
    return math.log2(value) if titre and value > 0 else value


def _number(value: ReadingValue) -> float:
    return float(value.systolic) if isinstance(value, BloodPressure) else float(value)


def _starts(period: Period, size: str) -> Iterator[date]:
    start = bin_start(period.start, size)
    while start <= period.end:
        yield start
        start = bin_end(start, size) + timedelta(days=1)


def _middle(start: date, end: date, period: Period) -> float:
    return (max(start, period.start).toordinal() + min(end, period.end).toordinal()) / 2


def _across(ordinal: float, period: Period) -> float:
    length = max(1, period.days - 1)
    return min(1.0, max(0.0, (ordinal - period.start.toordinal()) / length))
