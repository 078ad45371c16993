"""What changed of the medicines since the last visit: one line an ingredient, in words of direction only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise

from lupusdiary.domain.medicines.catalogue import ingredients
from lupusdiary.domain.medicines.change_course import Run, group_runs, groups
from lupusdiary.domain.medicines.mean_dose import mean_dose
from lupusdiary.domain.medicines.medicine import Medication
from lupusdiary.domain.medicines.part import named_intakes
from lupusdiary.domain.medicines.period import DosePeriod
from lupusdiary.domain.medicines.pulse_period import is_pulse_period

STARTED, AGAIN, STOPPED, UNTIL = "started", "again", "stopped", "until"
HIGHER, LOWER, CHANGED, SCHEDULE = "higher", "lower", "changed", "schedule"
PRODUCT, FORM, INTERIM, PAUSED = "product", "form", "interim", "paused"
STEROID_PULSE, NO_CHANGE = "pulse", "none"
_ONE = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class ChangedDose:
    """One dose of a change, of one medicine, from `start` to `end`."""

    medicine: Medication
    period: DosePeriod
    start: date
    end: date


@dataclass(frozen=True, slots=True)
class MedicineChange:
    """One line: its kind, the day it is told from, the doses it tells in their order, and for a stop or a
    pause the period that says why."""

    kind: str
    day: date | None = None
    steps: tuple[ChangedDose, ...] = ()
    last: date | None = None
    none: DosePeriod | None = None


def changes(
    medicines: Sequence[Medication], last_visit: date, today: date, *, sensitive: bool = False
) -> tuple[MedicineChange, ...]:
    """The changes from the day before `last_visit` to `today`, in the order of the list, pulses last; one of
    kind "none" when there is nothing to tell. Sensitive medicines only when they are asked for."""
    told = [medicine for medicine in medicines if sensitive or not medicine.sensitive]
    before = last_visit - _ONE
    found = [_change(own, before, today) for own in groups(told, before, today)]
    lines = [change for change in found if change is not None]
    lines += [pulse for medicine in told for pulse in _pulses(medicine, before, today)]
    return tuple(lines) or (MedicineChange(NO_CHANGE),)


def _pulses(medicine: Medication, before: date, today: date) -> list[MedicineChange]:
    found = []
    for period in medicine.periods:
        if not is_pulse_period(medicine, period) or not before < period.start <= today:
            continue
        last = min(period.last or today, today)
        step = ChangedDose(medicine, period, period.start, last)
        found.append(MedicineChange(STEROID_PULSE, period.start, (step,), last))
    return found


def _change(medicines: Sequence[Medication], before: date, today: date) -> MedicineChange | None:
    runs = group_runs(medicines, before, today)
    doses = [run for run in runs if run.is_dose]
    if not doses:
        return None
    steps = _merged(doses)
    held_before, holds_now = runs[0].is_dose, runs[-1].is_dose
    if not held_before and not holds_now:
        return MedicineChange(INTERIM, steps[0].start, steps, steps[-1].end)
    if not held_before:
        return _started(medicines, runs, today)
    if not holds_now:
        return _ended(runs, steps)
    return _between(runs, steps)


def _merged(doses: Sequence[Run]) -> tuple[ChangedDose, ...]:
    """The doses in their order; the same dose again is no new step, whatever lay between."""
    found: list[ChangedDose] = []
    for run in doses:
        if run.medicine is None or run.period is None:
            continue
        if found and _same(found[-1], run.medicine, run.period):
            found[-1] = ChangedDose(run.medicine, found[-1].period, found[-1].start, run.end)
        else:
            found.append(ChangedDose(run.medicine, run.period, run.start, run.end))
    return tuple(found)


def _same(step: ChangedDose, medicine: Medication, period: DosePeriod) -> bool:
    """Whether the same is taken in the same way: another paper or split of strengths is no change."""
    return _product(step.medicine) == _product(medicine) and dose_key(step.period) == dose_key(period)


def _product(medicine: Medication) -> tuple[str, str | None, str | None]:
    return medicine.name, medicine.route, medicine.form


def dose_key(period: DosePeriod) -> object:
    """What makes two doses one: the interval and the amounts of its intakes, however they are made up."""
    pattern = period.pattern
    weekdays = pattern.due_weekdays(period.parts)
    split = [
        (part.turn, part.weekdays, tuple(named_intakes([part]).values()))
        for part in period.parts
        if part.turn or part.weekdays
    ]
    amounts = () if split else tuple(named_intakes(period.parts).values())
    return (
        *(pattern.kind, pattern.days, pattern.weeks, pattern.months, weekdays, pattern.day_of_month),
        *(pattern.most, pattern.most_unit, tuple(split), amounts),
    )


def _started(medicines: Sequence[Medication], runs: Sequence[Run], today: date) -> MedicineChange:
    """Begun since: told with what was taken since it is without a gap."""
    last: list[Run] = []
    for run in reversed(runs):
        if not run.is_dose:
            break
        last.insert(0, run)
    steps = _merged(last)
    start = steps[0].start
    earlier = any(
        period.start < start and not period.is_none
        for medicine in medicines
        for period in medicine.periods
        if period is not steps[0].period and not is_pulse_period(medicine, period)
    )
    return MedicineChange(AGAIN if earlier else STARTED, start, steps, today)


def _ended(runs: Sequence[Run], steps: tuple[ChangedDose, ...]) -> MedicineChange:
    final = runs[-1]
    last_dose = max(run.end for run in runs if run.is_dose)
    told = (steps[-1],)
    if final.period is None:
        return MedicineChange(UNTIL, last_dose, told, last_dose)
    since = next(run for run in reversed(runs) if run.is_none)
    if final.period.end is not None:
        return MedicineChange(PAUSED, since.start, told, final.period.end, final.period)
    return MedicineChange(STOPPED, since.start, told, None, final.period)


def _between(runs: Sequence[Run], steps: tuple[ChangedDose, ...]) -> MedicineChange | None:
    """Held before and holds now: a change of dose, of product, an interruption, or nothing."""
    if len(steps) == 1:
        pause = next((run for run in runs if run.is_none), None)
        if pause is None:
            return None
        return MedicineChange(PAUSED, pause.start, steps, _end_of_pause(runs, pause), pause.period)
    kind = _kind(steps)
    return MedicineChange(kind, steps[1].start, steps, steps[-1].start)


def _end_of_pause(runs: Sequence[Run], pause: Run) -> date:
    """The day before it was taken again."""
    later = next(run for run in runs if run.is_dose and run.start > pause.end)
    between = [run for run in runs if pause.end < run.start < later.start]
    return pause.end if between else later.start - _ONE


def _kind(steps: Sequence[ChangedDose]) -> str:
    """What a change of dose is called: by its direction if the mean dose has one, else by what is other."""
    means = _comparable_means(steps)
    if direction := _direction(means, steps):
        return direction
    first, last = steps[0].medicine, steps[-1].medicine
    if (first.route, first.form) != (last.route, last.form):
        return FORM
    if _products(steps) > 1:
        return PRODUCT
    same_pattern = len({_interval(step.period) for step in steps}) == 1
    return CHANGED if same_pattern and not means else SCHEDULE


def _comparable_means(steps: Sequence[ChangedDose]) -> list[Fraction]:
    """The mean dose of each step in the one unit that all have; empty where they cannot be compared."""
    means = [mean_dose(step.period) for step in steps]
    known = [mean for mean in means if mean is not None]
    comparable = len(known) == len(means) and len({mean.unit for mean in known}) == 1
    return [mean.value for mean in known] if comparable else []


def _direction(means: Sequence[Fraction], steps: Sequence[ChangedDose]) -> str | None:
    """Higher, lower, or only changed where it went both ways or the mg of two products say nothing; None
    where the mean dose stayed."""
    up = any(a < b for a, b in pairwise(means))
    down = any(a > b for a, b in pairwise(means))
    if not up and not down:
        return None
    if (up and down) or _may_be_unlike(steps):
        return CHANGED
    return HIGHER if up else LOWER


def _products(steps: Sequence[ChangedDose]) -> int:
    return len({step.medicine.name for step in steps})


def _may_be_unlike(steps: Sequence[ChangedDose]) -> bool:
    """Whether the products are of a class such as losartan and enalapril: their mg say no direction."""
    known = ingredients().get(steps[0].medicine.ingredient or "")
    return known is not None and known.group and _products(steps) > 1


def _interval(period: DosePeriod) -> object:
    pattern = period.pattern
    return (pattern.kind, pattern.days, pattern.weeks, pattern.months, pattern.due_weekdays(period.parts))
