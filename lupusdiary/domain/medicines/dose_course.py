"""The doses of one steroid day by day, read once for a period; pulses stand apart from its daily line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from lupusdiary.domain.medicines.catalogue import equivalences, is_glucocorticoid, pulse_from_mg
from lupusdiary.domain.medicines.daily_dose import Day, DayDose, DoseOutcome, dose_on
from lupusdiary.domain.medicines.holding import Held, segments
from lupusdiary.domain.medicines.intake import Intake
from lupusdiary.domain.medicines.medicine import SYSTEMIC_ROUTES, Medication
from lupusdiary.domain.medicines.pattern import AS_NEEDED, DAILY, NONE, PULSE
from lupusdiary.domain.medicines.period import DosePeriod
from lupusdiary.domain.medicines.pulse import Pulse
from lupusdiary.domain.period import Period

_ALIKE = frozenset({DAILY, PULSE, NONE, AS_NEEDED})
# How far back a due day may lie whose record speaks for the days up to the next one.
_LONGEST_INTERVAL = timedelta(days=366)


def is_counted(medicine: Medication) -> bool:
    """Whether a medicine counts: an ingredient of the table that reaches the whole body."""
    return medicine.ingredient in equivalences() and medicine.route in SYSTEMIC_ROUTES


@dataclass(frozen=True, slots=True)
class CourseDay:
    """One day of the daily line, without what stands apart. `none_since` is the first day of the stop or
    pause that holds by what is known, `planned_none_since` by the plans alone."""

    planned: DayDose
    recorded: DayDose
    known: DayDose
    pulse: Pulse | None = None
    none_since: date | None = None
    planned_none_since: date | None = None


class DoseCourse:
    """One steroid of the list. Where `counts` is False only its pulses are of interest."""

    def __init__(self, medicine: Medication, rows: Iterable[Intake], period: Period) -> None:
        self.code, self.name = medicine.code, medicine.name
        self.ingredient = medicine.ingredient or ""
        self.counts = is_counted(medicine)
        self.equivalence = equivalences().get(self.ingredient)
        self._medicine = medicine
        self._rows: dict[date, list[Intake]] = {}
        for row in rows:
            self._rows.setdefault(row.day, []).append(row)
        self._days = self._read(period)

    def _read(self, period: Period) -> dict[date, CourseDay]:
        first_entry = min((each.start for each in self._medicine.periods), default=period.start)
        begin = min(max(first_entry, period.start - _LONGEST_INTERVAL), period.start)
        found: dict[date, CourseDay] = {}
        recorded = False
        for first, last, held in segments(self._medicine, begin, period.end):
            if held.period is None:
                recorded = False
            every_day = _is_alike_every_day(held)
            alike: dict[object, tuple[CourseDay, bool | None]] = {}
            for day in Period(first, last):
                rows = self._rows.get(day, ())
                differs = () if every_day else _what_differs(held, day)
                key = (differs, recorded, _what_is_said(rows) if rows else ())
                if key not in alike:
                    said = dose_on(day, held, rows, last_due_recorded=recorded)
                    course_day, due = self._course_day(day, held, said), said.recorded_due
                    if course_day.pulse is None:
                        alike[key] = course_day, due
                else:
                    course_day, due = alike[key]
                if due is not None:
                    recorded = due
                if day >= period.start:
                    found[day] = course_day
        return found

    def _course_day(self, day: date, held: Held, said: Day) -> CourseDay:
        planned_none = held.planned if held.planned is not None else held.stop
        apart = self._is_large(said.known)
        return CourseDay(
            planned=self._daily(said.planned, held.planned),
            recorded=DoseOutcome.NOTHING if apart else self._daily(said.recorded, held.period),
            known=self._daily(said.known, held.period),
            pulse=self._pulse(day, said.known, held.period),
            none_since=_none_since(held.period),
            planned_none_since=_none_since(planned_none),
        )

    def _daily(self, dose: DayDose, period: DosePeriod | None) -> DayDose:
        """A dose as the daily line has it: what stands apart makes no day of it known."""
        if not self.counts or self._is_large(dose):
            return DoseOutcome.NOTHING
        apart = period is not None and period.is_pulse and dose is not DoseOutcome.NOT_TAKEN
        return DoseOutcome.NOTHING if apart else dose

    def _is_large(self, dose: DayDose) -> bool:
        """An intravenous day of 250 mg equivalent or more."""
        if self._medicine.route != "iv" or self.equivalence is None or not isinstance(dose, Fraction):
            return False
        return self.equivalence.mg(dose) >= pulse_from_mg()

    def _pulse(self, day: date, dose: DayDose, period: DosePeriod | None) -> Pulse | None:
        entered = period is not None and period.is_pulse
        if (
            not (entered or self._is_large(dose))
            or dose == 0
            or dose in {DoseOutcome.NOTHING, DoseOutcome.NOT_TAKEN}
        ):
            return None
        amount = dose if isinstance(dose, Fraction) else None
        mg = self.equivalence.mg(amount) if self.equivalence is not None and amount is not None else None
        return Pulse(day, self.name, self.ingredient, amount, mg)

    def days(self) -> Iterable[CourseDay]:
        """What is said of each day of the period, in order; of days that are alike the same object."""
        return self._days.values()

    def in_use(self, since: date, day: date, *, plans_only: bool) -> bool:
        """Whether it was in use on a day from `since` on, by its plans or by what was said afterwards too."""
        return any(
            period.start <= day and (period.last is None or period.last >= since)
            for period in self._medicine.periods
            if not period.is_none and not period.is_pulse and (period.planned or not plans_only)
        )


def _is_alike_every_day(held: Held) -> bool:
    """Whether all days of a stretch are due alike, as of most medicines."""
    return all(
        period.kind in _ALIKE and not period.has_unlike_days
        for period in (held.as_it_went, held.planned)
        if period is not None
    )


def _what_differs(held: Held, day: date) -> object:
    """What tells two days of one stretch apart, so that days that are alike are read once."""
    return tuple(
        (period.due(day), period.parts_on(day) if period.has_unlike_days else None)
        for period in (held.as_it_went, held.planned)
        if period is not None
    )


def _what_is_said(rows: Sequence[Intake]) -> object:
    """What tells the rows of two days apart."""
    return tuple((row.state, row.intake, row.parts) for row in rows)


def _none_since(period: DosePeriod | None) -> date | None:
    return period.start if period is not None and period.is_none else None


def dose_courses(medicines: Sequence[Medication], rows: Iterable[Intake], period: Period) -> list[DoseCourse]:
    """The course of every steroid that counts or was given as a pulse, in the order of the list."""
    own: dict[str, list[Intake]] = {}
    for row in rows:
        own.setdefault(row.medicine, []).append(row)
    return [
        DoseCourse(medicine, own.get(medicine.code, ()), period)
        for medicine in medicines
        if is_counted(medicine) or (is_glucocorticoid(medicine.ingredient) and _has_pulse(medicine))
    ]


def _has_pulse(medicine: Medication) -> bool:
    return any(period.is_pulse for period in medicine.periods)
