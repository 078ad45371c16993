"""What holds of a medicine on a day: as it went, else the plan that began last, else a stop."""

from __future__ import annotations

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


def held_on(medicine: Medication, day: date) -> Held:
    """What holds of a medicine on a day."""
    courses = _courses(medicine)
    stop = _stop(medicine, day)
    return Held(
        _as_it_went(medicine, day, stop), _planned(courses, day, stop), _standing(medicine, day, stop)
    )


def segments(medicine: Medication, start: date, end: date) -> Iterator[tuple[date, date, Held]]:
    """The stretches of days between `start` and `end` of which the same holds, in order."""
    if end < start:
        return
    courses = _courses(medicine)
    begins = {start}
    for period in medicine.periods:
        begins.add(period.start)
        if period.last is not None and period.last < date.max:
            begins.add(period.last + _ONE)
    begins.update(course.left for course in courses if course.left is not None)
    ordered = sorted(day for day in begins if start <= day <= end)
    for number, day in enumerate(ordered):
        last = ordered[number + 1] - _ONE if number + 1 < len(ordered) else end
        stop = _stop(medicine, day)
        held = Held(
            _as_it_went(medicine, day, stop), _planned(courses, day, stop), _standing(medicine, day, stop)
        )
        yield day, last, held


def _courses(medicine: Medication) -> list[_Course]:
    """The plans of a medicine; a planned period without a plan is one of its own."""
    gathered: dict[str | int, list[tuple[int, DosePeriod]]] = {}
    for number, period in enumerate(medicine.periods):
        if period.planned:
            gathered.setdefault(number if period.plan is None else period.plan, []).append((number, period))
    plans = medicine.plans_by_name
    return [
        _Course(
            tuple(step for _, step in steps),
            min(step.start for _, step in steps),
            steps[0][0],
            plans[name].left if isinstance(name, str) and name in plans else None,
        )
        for name, steps in gathered.items()
    ]


def _stop(medicine: Medication, day: date) -> DosePeriod | None:
    """The last real stop that has begun by a day."""
    stops = [period for period in medicine.periods if period.is_stop and period.start <= day]
    return max(stops, key=lambda stop: stop.start, default=None)


def _as_it_went(medicine: Medication, day: date, stop: DosePeriod | None) -> DosePeriod | None:
    found: DosePeriod | None = None
    for period in medicine.periods:
        if not period.is_as_it_went or not period.covers(day):
            continue
        if stop is not None and period.start < stop.start:
            continue
        if found is None or period.start >= found.start:
            found = period
    return found


def _planned(courses: list[_Course], day: date, stop: DosePeriod | None) -> DosePeriod | None:
    holding: tuple[tuple[date, int], DosePeriod] | None = None
    for course in courses:
        if course.left is not None and day >= course.left:
            continue
        if stop is not None and course.began < stop.start:
            continue
        step = next((step for step in course.steps if step.covers(day)), None)
        if step is None or (step.is_none and step.end is None and _given_way(courses, course, step, day)):
            continue
        order = (course.began, course.entered)
        if holding is None or order > holding[0]:
            holding = (order, step)
    return holding[1] if holding else None


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
