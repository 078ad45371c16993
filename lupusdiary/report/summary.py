"""What the page for the doctor says, as plain values: no language, no drawing, nothing judged.

A statistic is over recorded days only; what was not recorded is None, never 0.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from types import MappingProxyType

from lupusdiary.charts.panels import DoseStep, Timeline
from lupusdiary.domain import comparison
from lupusdiary.domain.day_record import RecordedDays
from lupusdiary.domain.lab.analyte import Analyte
from lupusdiary.domain.period import Period
from lupusdiary.domain.records import Flare, LabResult, TreatmentEvent, Visit
from lupusdiary.domain.statistics import Summary
from lupusdiary.domain.symptom_item import Symptom
from lupusdiary.domain.treatment import CART_INFUSION
from lupusdiary.language import Bilingual

# What page 1 has room for; what is beyond is counted there, and complete on a later page.
MOST_QUESTIONS = 3
MOST_EVENTS = 6
MOST_MEDICINES = 8
MOST_ITEMS = 10
MOST_RESULTS = 8


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
        """Whether nothing says who it is; the age alone does not."""
        return not (self.name or self.birth_date or self.sex or self.hospital_number)


@dataclass(frozen=True, slots=True)
class Mark:
    """A few days in a picture: `left` to `right` and heights, all from 0 to 1. `low` and `high` are
    the middle half of the values, None where there is one height only; `value` is what a reader is told."""

    left: float
    right: float
    height: float
    low: float | None = None
    high: float | None = None
    value: float = 0.0


@dataclass(frozen=True, slots=True)
class PrintedPicture:
    """An item over the previous period and this one. `bars` stand on the ground (shares of days), else there
    is a dot for some days; this period begins at `divide`. `marks` holds None for days without a record."""

    bars: bool = False
    divide: float = 0.5
    marks: tuple[Mark | None, ...] = ()


@dataclass(frozen=True, slots=True)
class SymptomRow:
    """One item in this period, in the one before and in the last 14 days, by its own statistic; `days` is the
    period's length. `is_new`: see `comparison.is_new`. `high_days` are the days of this period at or above
    the stated level with their values."""

    symptom: Symptom
    now: Summary | None
    before: Summary | None
    days: int
    recent: Summary | None = None
    is_new: bool = False
    high_days: tuple[tuple[date, float], ...] = ()
    picture: PrintedPicture = PrintedPicture()

    @property
    def direction(self) -> str | None:
        """Whether this period is "higher" or "lower" than the one before by the printed rule, else None."""
        return comparison.direction(self.symptom, self.now, self.before, self.days)

    @property
    def rank(self) -> Fraction:
        """How large the difference is; 0 where none is told."""
        return comparison.rank(self.symptom, self.now, self.before, self.days)

    @property
    def is_recorded(self) -> bool:
        """Whether any of the three periods has a value."""
        return any(each is not None for each in (self.now, self.before, self.recent))


@dataclass(frozen=True, slots=True)
class LabRow:
    """One analyte at one laboratory: its last value up to the end of the period and the one of an earlier day
    there, with their marks ("above", "below", "outside") against the sheet's own range; `waiting` is a later
    day without a value. `elsewhere`: not from the laboratory that most results come from. `unit` and
    `previous_unit` are printed or were answered by the person; a result in words has none."""

    analyte: Analyte
    last: LabResult | None
    last_mark: str | None = None
    previous: LabResult | None = None
    previous_mark: str | None = None
    waiting: date | None = None
    elsewhere: bool = False
    unit: str | None = None
    previous_unit: str | None = None

    @property
    def laboratory(self) -> str | None:
        """Where the last value comes from."""
        return self.last.laboratory if self.last else None

    @property
    def day(self) -> date:
        """The newest day of it."""
        days = [self.last.collected_on if self.last else None, self.waiting]
        return max(day for day in days if day is not None)


@dataclass(frozen=True, slots=True)
class OwnWords:
    """A line that may hold words of the person's, and the same line without them."""

    text: Bilingual
    unnamed: Bilingual


@dataclass(frozen=True, slots=True)
class PrintedMedicine:
    """A medicine that is taken now, in words: how it is taken, what a day adds up to, and at the last visit;
    `skipped` of the `known` due days with a tick. `fixed_text` stands wherever its ingredient is printed."""

    name: OwnWords
    how: Bilingual
    daily: Bilingual
    at_last_visit: Bilingual
    skipped: int | None = None
    known: int = 0
    fixed_text: Bilingual | None = None


@dataclass(frozen=True, slots=True)
class SteroidCourse:
    """Prednisolone-equivalent by day: `steps` over the last year (days between two of them are not known),
    the dose of the last day, what it sums up to, and in `details` of what the sums are made."""

    steps: tuple[DoseStep, ...]
    now: float | None
    summed_up: Bilingual
    details: tuple[OwnWords, ...] = ()


@dataclass(frozen=True, slots=True)
class PrintedCheckUp:
    """A check-up that the person keeps an eye on, and when it was last; None: not recorded."""

    name: Bilingual
    day: date | None = None


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
    """Everything on the printed pages. `since_visit`: the period starts with a visit. `recorded_on` says how
    each recorded day came to be. `chosen_labs` are the results of page 1, `labs` all of the last year,
    `older_labs` have none in the last year. Up to the day `nothing_else` the person said that nothing else
    happened. `waiting` are the questions while no visit is entered, `agreed` is what was agreed at the
    last one. `timelines` holds one picture a language. `hidden`: who it is was left out, with `withheld`
    texts of her own that told it; `identity` are more words that tell it (hospitals, doctors, numbers)."""

    period: Period
    previous: Period
    person: Person
    recorded: RecordedDays
    recorded_before: RecordedDays
    recorded_on: Mapping[date, str] = field(default_factory=lambda: MappingProxyType({}))
    since_visit: bool = False
    department: str | None = None
    allergies: tuple[str, ...] = ()
    symptoms: tuple[SymptomRow, ...] = ()
    every: int = 7
    chosen_labs: tuple[LabRow, ...] = ()
    labs: tuple[LabRow, ...] = ()
    older_labs: tuple[LabRow, ...] = ()
    events: tuple[TreatmentEvent, ...] = ()
    nothing_else: date | None = None
    flares: tuple[Flare, ...] = ()
    visits: tuple[Visit, ...] = ()
    next_visit: Visit | None = None
    waiting: tuple[str, ...] = ()
    agreed: tuple[str, ...] = ()
    check_ups: tuple[PrintedCheckUp, ...] = ()
    medicines: tuple[PrintedMedicine, ...] = ()
    medicine_changes: tuple[OwnWords, ...] = ()
    steroid: SteroidCourse | None = None
    infusion: Infusion | None = None
    notes: tuple[DatedNote, ...] = ()
    demonstration: str | None = None
    timelines: Mapping[str, Timeline] = field(default_factory=lambda: MappingProxyType({}))
    identity: tuple[str, ...] = ()
    hidden: bool = False
    withheld: int = 0

    @property
    def questions(self) -> tuple[str, ...]:
        """The questions for the next visit, or those that wait for one."""
        return self.next_visit.questions if self.next_visit else self.waiting

    @property
    def is_empty(self) -> bool:
        """Whether the period has nothing to print."""
        return not (
            any(row.now for row in self.symptoms)
            or self.labs
            or self.older_labs
            or self.events
            or self.flares
            or self.medicines
            or self.recorded.recorded
        )

    @property
    def shows_cart(self) -> bool:
        """Whether CAR-T stands on the page: then it says that results differ from person to person."""
        return self.infusion is not None or any(e.kind == CART_INFUSION for e in self.events)
