"""What the page for the doctor says, as plain values: no language, no drawing, nothing judged.

A statistic is over recorded days only; what was not recorded is None, never 0.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from lupusdiary.charts.panels import Timeline
from lupusdiary.domain.lab.catalogue import Analyte
from lupusdiary.domain.period import Period
from lupusdiary.domain.records import Flare, LabResult, RecordedDays, TreatmentEvent, Visit
from lupusdiary.domain.statistics import Summary
from lupusdiary.domain.symptom import Symptom
from lupusdiary.domain.treatment import CART_INFUSION

HIGHER = "higher"
LOWER = "lower"

# Points of a small line, each (x, y) from 0 to 1; x runs over the time shown, y upwards.
Line = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Person:
    """Whose page it is; `age` in full years on the last day of the period."""

    name: str | None = None
    birth_date: date | None = None
    age: int | None = None
    sex: str | None = None
    hospital_number: str | None = None

    @property
    def is_empty(self) -> bool:
        return not (self.name or self.birth_date or self.sex or self.hospital_number)


@dataclass(frozen=True, slots=True)
class Trend:
    """A small line beside a row. `values` are what a screen reader is told, one a week, a month or a result,
    None where nothing was recorded; `band` is the sheet's own range as heights from 0 to 1; `bounds` are the
    points that say only “at most” or “at least”."""

    lines: tuple[Line, ...] = ()
    values: tuple[float | str | None, ...] = ()
    band: tuple[float, float] | None = None
    bounds: Line = ()


@dataclass(frozen=True, slots=True)
class SymptomRow:
    """One item in this period and in the one before, by its own statistic; `days` is the period's length."""

    symptom: Symptom
    now: Summary | None
    before: Summary | None
    days: int
    trend: Trend = Trend()

    @property
    def direction(self) -> str | None:
        """Whether this period's number is "higher" or "lower" than the one before, None when neither is sure.

        Days and totals depend on how many days are recorded: both the count and its share must agree.
        """
        if self.now is None or self.before is None:
            return None
        pairs = list(zip(_numbers(self.now), _numbers(self.before), strict=True))
        if pairs and all(now > before for now, before in pairs):
            return HIGHER
        return LOWER if pairs and all(now < before for now, before in pairs) else None


@dataclass(frozen=True, slots=True)
class LabRow:
    """One analyte: its last value up to the end of the period and the one before it, with their marks
    ("above", "below", "outside") against the sheet's own range; `waiting` is a later day without a value."""

    analyte: Analyte
    last: LabResult | None
    last_mark: str | None = None
    previous: LabResult | None = None
    previous_mark: str | None = None
    waiting: date | None = None
    trend: Trend = Trend()


@dataclass(frozen=True, slots=True)
class Infusion:
    """The last CAR-T infusion up to the end of the period, and the plain count of days since."""

    day: date
    days: int


@dataclass(frozen=True, slots=True)
class DatedNote:
    """A note that the person chose to print."""

    day: date
    text: str


@dataclass(frozen=True, slots=True)
class VisitSummary:
    """Everything on the printed page. `since_visit`: the period starts with a visit. `every`: what one point
    of a symptom's line stands for, "days", "weeks" or "months". `older_labs` have no result in the last year.
    `timelines` holds one picture a language."""

    period: Period
    previous: Period
    person: Person
    recorded: RecordedDays
    recorded_before: RecordedDays
    since_visit: bool = False
    symptoms: tuple[SymptomRow, ...] = ()
    every: str = "weeks"
    labs: tuple[LabRow, ...] = ()
    older_labs: tuple[LabRow, ...] = ()
    events: tuple[TreatmentEvent, ...] = ()
    flares: tuple[Flare, ...] = ()
    visits: tuple[Visit, ...] = ()
    next_visit: Visit | None = None
    infusion: Infusion | None = None
    notes: tuple[DatedNote, ...] = ()
    demonstration: str | None = None
    timelines: Mapping[str, Timeline] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def is_empty(self) -> bool:
        """Whether the period has nothing to print."""
        return not (
            self.symptoms
            or self.labs
            or self.older_labs
            or self.events
            or self.flares
            or self.recorded.recorded
        )

    @property
    def shows_cart(self) -> bool:
        """Whether CAR-T stands on the page: then it says that results differ from person to person."""
        return self.infusion is not None or any(e.kind == CART_INFUSION for e in self.events)


def _numbers(summary: Summary) -> tuple[float, ...]:
    if summary.median is not None:
        return (summary.median,)
    count = summary.days if summary.days is not None else summary.total
    if count is not None:
        return (count, count / summary.recorded)
    return (float(summary.value),) if isinstance(summary.value, int | float) else ()
