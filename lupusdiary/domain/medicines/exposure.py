"""The course of prednisolone-equivalent doses: planned, recorded and as known, and what they rest on."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction
from itertools import groupby

from lupusdiary.domain.medicines.daily_dose import DayDose, DoseOutcome
from lupusdiary.domain.medicines.dose_course import CourseDay, DoseCourse, dose_courses
from lupusdiary.domain.medicines.intake import Intake
from lupusdiary.domain.medicines.medicine import Medication
from lupusdiary.domain.medicines.not_counted import NotCounted, blocked_days, not_counted
from lupusdiary.domain.medicines.pulse import Pulse, PulseEvent, event_pulses
from lupusdiary.domain.medicines.together import Together, together
from lupusdiary.domain.period import Period

_ZERO = Fraction(0)
_ONE = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class DoseLine:
    """The days of which a total is known, in mg of prednisolone."""

    by_day: dict[date, Fraction]

    @property
    def total(self) -> Fraction | None:
        """Their sum, or None when no day is known."""
        # Whole numbers a denominator: thousands of fractions added one by one take a second.
        parts: dict[int, int] = {}
        for mg in self.by_day.values():
            parts[mg.denominator] = parts.get(mg.denominator, 0) + mg.numerator
        return sum((Fraction(n, d) for d, n in parts.items()), _ZERO) if parts else None


@dataclass(frozen=True, slots=True)
class DoseSource:
    """What one medicine contributes to the sum: its own mg and the equivalent; `mg_other` by other tables."""

    name: str
    ingredient: str
    dose_mg: Fraction
    mg: Fraction
    mg_other: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Exposure:
    """The exposure of a period as far as it is known. A day that is not known is in no line, never 0."""

    period: Period
    known: DoseLine
    planned: DoseLine
    recorded: DoseLine
    recorded_days: int
    future_days: int
    pulses: tuple[Pulse, ...] = ()
    sources: tuple[DoseSource, ...] = ()
    together: tuple[Together, ...] = ()
    not_counted: tuple[NotCounted, ...] = ()

    @property
    def known_days(self) -> int:
        """How many days are known."""
        return len(self.known.by_day)

    @property
    def planned_days(self) -> int:
        """How many of the known days rest, wholly or partly, on what was prescribed."""
        return self.known_days - self.recorded_days

    @property
    def unknown_days(self) -> int:
        """How many days up to today are not known."""
        return self.period.days - self.known_days - self.future_days

    @property
    def mean(self) -> Fraction | None:
        """The mean over the known days, or None when there is none."""
        total = self.known.total
        return None if total is None else total / self.known_days


@dataclass(slots=True)
class _Sums:
    """What is gathered while the days pass."""

    known: dict[date, Fraction] = field(default_factory=dict)
    planned: dict[date, Fraction] = field(default_factory=dict)
    recorded: dict[date, Fraction] = field(default_factory=dict)
    recorded_days: int = 0
    doses: dict[str, Fraction] = field(default_factory=dict)
    pulses: list[Pulse] = field(default_factory=list)
    pairs: dict[str, list[tuple[date, tuple[str, ...]]]] = field(default_factory=dict)


def exposure(
    medicines: Sequence[Medication],
    taken: Iterable[Intake],
    period: Period,
    today: date,
    events: Iterable[PulseEvent] = (),
) -> Exposure:
    """The exposure of a period, its days after `today` being future: they are known as planned only."""
    rows = list(taken)
    courses = dose_courses(medicines, rows, period)
    blocked = blocked_days(medicines, rows, period)
    sums = _Sums()
    alike: dict[tuple[int, ...], _Totals] = {}
    for said, days in _runs(courses, period):
        if days[0] <= today:
            # A day with a pulse is a run by itself.
            sums.pulses += [each.pulse for each in said if each.pulse is not None]
        _add_days(sums, courses, said, [day for day in days if day not in blocked], alike, today)
    for totals in alike.values():
        _add_sources(sums, totals)
    for found in sums.pairs.values():
        found.sort()
    sums.pulses += event_pulses(events, {pulse.day for pulse in sums.pulses}, period, today)
    names = {medicine.code: medicine.name for medicine in medicines}
    return Exposure(
        period=period,
        known=DoseLine(sums.known),
        planned=DoseLine(sums.planned),
        recorded=DoseLine(sums.recorded),
        recorded_days=sums.recorded_days,
        future_days=max(0, (period.end - max(today, period.start - _ONE)).days),
        pulses=tuple(sorted(sums.pulses, key=lambda pulse: pulse.day)),
        sources=tuple(_sources(courses, sums)),
        together=together(sums.pairs, names),
        not_counted=not_counted(medicines, rows, period),
    )


@dataclass(frozen=True, slots=True)
class _Totals:
    """The totals of a day, None where they are not known; `rests_on_record`: nothing of it is by plan."""

    planned: Fraction | None
    recorded: Fraction | None
    known: Fraction | None
    rests_on_record: bool
    counted: tuple[tuple[DoseCourse, Fraction], ...]
    days: list[date] = field(default_factory=list)


def _runs(
    courses: Sequence[DoseCourse], period: Period
) -> Iterator[tuple[tuple[CourseDay, ...], list[date]]]:
    """The days in runs of which every course says one and the same object: sixty years are few of them."""
    if not courses:
        return
    each_day = zip(period, zip(*(course.days() for course in courses), strict=True), strict=True)
    for _, run in groupby(each_day, key=lambda day_and_said: [*map(id, day_and_said[1])]):
        days, said = zip(*run, strict=True)
        yield said[0], list(days)


def _add_days(
    sums: _Sums,
    courses: Sequence[DoseCourse],
    said: tuple[CourseDay, ...],
    days: Sequence[date],
    alike: dict[tuple[int, ...], _Totals],
    today: date,
) -> None:
    """Adds the days of a run, in order."""
    if not days:
        return
    key = tuple(map(id, said))
    totals = alike.get(key)
    if totals is None:
        totals = alike[key] = _totals(list(zip(courses, said, strict=True)), days[0])
    past = days[: bisect_right(days, today)]
    if totals.planned is not None:
        sums.planned |= dict.fromkeys(days, totals.planned)
    if totals.recorded is not None:
        sums.recorded |= dict.fromkeys(past, totals.recorded)
    if totals.known is not None:
        sums.known |= dict.fromkeys(past, totals.known)
        sums.recorded_days += totals.rests_on_record * len(past)
        totals.days.extend(past)


def _totals(days: Sequence[tuple[DoseCourse, CourseDay]], day: date) -> _Totals:
    return _Totals(
        planned=_total(
            [(course, said.planned, said.planned_none_since) for course, said in days], day, plans_only=True
        ),
        recorded=_total([(course, said.recorded, said.none_since) for course, said in days], day),
        known=_total([(course, said.known, said.none_since) for course, said in days], day),
        rests_on_record=all(_is_recorded(said) for _, said in days),
        counted=_counted(days),
    )


def _is_recorded(said: CourseDay) -> bool:
    """Whether what is known of a medicine on a day was not taken from its prescription."""
    return said.known is DoseOutcome.NOTHING or said.recorded == said.known


def _counted(days: Sequence[tuple[DoseCourse, CourseDay]]) -> tuple[tuple[DoseCourse, Fraction], ...]:
    """The medicines that are in the sum of a day, with their own doses."""
    return tuple(
        (course, said.known) for course, said in days if isinstance(said.known, Fraction) and said.known
    )


def _add_sources(sums: _Sums, totals: _Totals) -> None:
    """What the medicines of days that are alike contribute: a dose times its days."""
    same: dict[str, list[str]] = {}
    for course, dose in totals.counted:
        sums.doses[course.code] = sums.doses.get(course.code, _ZERO) + dose * len(totals.days)
        same.setdefault(course.ingredient, []).append(course.code)
    for ingredient, codes in same.items():
        if len(codes) > 1 and totals.days:
            found = sums.pairs.setdefault(ingredient, [])
            found += [(day, tuple(codes)) for day in totals.days]


def _total(
    doses: Sequence[tuple[DoseCourse, DayDose, date | None]], day: date, *, plans_only: bool = False
) -> Fraction | None:
    """The total of a day in mg of prednisolone, or None when it is not known."""
    if any(dose is DoseOutcome.NOT_KNOWN for _, dose, _ in doses):
        return None
    amounts = [
        course.equivalence.mg(dose)
        for course, dose, _ in doses
        if isinstance(dose, Fraction) and course.equivalence is not None
    ]
    if amounts:
        return sum(amounts, _ZERO)
    began = [since for _, dose, since in doses if dose is DoseOutcome.NOT_TAKEN and since is not None]
    if not began:
        return None
    used = any(
        course.in_use(max(began), day, plans_only=plans_only)
        for course, dose, _ in doses
        if dose is DoseOutcome.NOTHING
    )
    return None if used else _ZERO


def _sources(courses: Sequence[DoseCourse], sums: _Sums) -> Iterable[DoseSource]:
    for course in courses:
        dose = sums.doses.get(course.code)
        if dose is None or course.equivalence is None:
            continue
        table = course.equivalence
        other = table.mg_other(dose) if table.to_5mg_other is not None else None
        yield DoseSource(course.name, course.ingredient, dose, table.mg(dose), other)
