"""What holds of a medicine on a day: as it went, else the plan that began last, else a stop."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from lupusdiary.domain.medicines.medicine import Medication
from lupusdiary.domain.medicines.period import DosePeriod

_ONE = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Held:
    """What holds on a day by the three rules, each apart; all None where nothing is known."""

    as_it_went: DosePeriod | None = None
    planned: DosePeriod | None = None
    stop: DosePeriod | None = None

    @property
    def period(self) -> DosePeriod | None:
        """The one that counts."""
        return self.as_it_went or self.planned or self.stop


@dataclass(frozen=True, slots=True)
class _Course:
    """One plan with its steps; `began` and `entered` decide which of two plans holds."""

    steps: tuple[DosePeriod, ...]
    began: date
    entered: int
    left: date | None


@dataclass(frozen=True, slots=True)
class _Rules:
    """The periods of a medicine by the rule that each falls under; of decades they are told apart once."""

    medicine: Medication
    courses: list[_Course]
    went: list[DosePeriod]
    stops: list[DosePeriod]

    @classmethod
    def of(cls, medicine: Medication) -> _Rules:
        """Those of a medicine."""
        went = [period for period in medicine.periods if period.is_as_it_went]
        stops = [period for period in medicine.periods if period.is_stop]
        return cls(medicine, _courses(medicine), went, stops)


def held_on(medicine: Medication, day: date) -> Held:
    """What holds of a medicine on a day."""
    return _held(_Rules.of(medicine), day)


def segments(medicine: Medication, start: date, end: date) -> Iterator[tuple[date, date, Held]]:
    """The stretches of days between `start` and `end` of which the same holds, in order."""
    if end < start:
        return
    rules = _Rules.of(medicine)
    begins = {start}
    for period in medicine.periods:
        begins.add(period.start)
        if period.last is not None and period.last < date.max:
            begins.add(period.last + _ONE)
    begins.update(course.left for course in rules.courses if course.left is not None)
    ordered = sorted(day for day in begins if start <= day <= end)
    for number, day in enumerate(ordered):
        last = ordered[number + 1] - _ONE if number + 1 < len(ordered) else end
        yield day, last, _held(rules, day)


def _held(rules: _Rules, day: date) -> Held:
    begun = (stop for stop in rules.stops if stop.start <= day)
    # The last real stop that has begun by that day.
    stop = max(begun, key=lambda stop: stop.start, default=None)
    return Held(
        _as_it_went(rules.went, day, stop),
        _planned(rules.courses, day, stop),
        _standing(rules.medicine, day, stop),
    )


def _courses(medicine: Medication) -> list[_Course]:
    """The plans of a medicine as they began, then as they were entered; a planned period without a plan is
    one of its own."""
    gathered: dict[str | int, list[tuple[int, DosePeriod]]] = {}
    for number, period in enumerate(medicine.periods):
        if period.planned:
            gathered.setdefault(number if period.plan is None else period.plan, []).append((number, period))
    plans = medicine.plans_by_name
    courses = [
        _Course(
            tuple(step for _, step in steps),
            min(step.start for _, step in steps),
            steps[0][0],
            plans[name].left if isinstance(name, str) and name in plans else None,
        )
        for name, steps in gathered.items()
    ]
    return sorted(courses, key=lambda course: (course.began, course.entered))


def _as_it_went(went: list[DosePeriod], day: date, stop: DosePeriod | None) -> DosePeriod | None:
    found: DosePeriod | None = None
    for period in went:
        if not period.covers(day):
            continue
        if stop is not None and period.start < stop.start:
            continue
        if found is None or period.start >= found.start:
            found = period
    return found


def _planned(courses: list[_Course], day: date, stop: DosePeriod | None) -> DosePeriod | None:
    # The plan that began last comes first; one that begins later holds nothing yet.
    for course in reversed(courses[: bisect_right(courses, day, key=lambda each: each.began)]):
        if course.left is not None and day >= course.left:
            continue
        if stop is not None and course.began < stop.start:
            continue
        step = next((step for step in course.steps if step.covers(day)), None)
        if step is None or (step.is_none and step.end is None and _given_way(courses, course, step, day)):
            continue
        return step
    return None


def _given_way(courses: list[_Course], own: _Course, step: DosePeriod, day: date) -> bool:
    """Whether a later plan has begun since a planned last step of nothing: it gives way for good."""
    return any(
        other is not own and step.start <= other.began <= day and other.began >= own.began
        for other in courses
        if not all(each.is_none for each in other.steps)
    )


def _standing(medicine: Medication, day: date, stop: DosePeriod | None) -> DosePeriod | None:
    """The stop, unless something of the medicine has begun since."""
    if stop is None:
        return None
    begun = any(not period.is_none and stop.start <= period.start <= day for period in medicine.periods)
    return None if begun else stop
