"""What held of one ingredient between two days, run by run: a dose, a pause or stop, or nothing entered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from lupusdiary.domain.medicines.holding import Held, segments
from lupusdiary.domain.medicines.medicine import Medication
from lupusdiary.domain.medicines.period import DosePeriod
from lupusdiary.domain.medicines.pulse_period import is_pulse_period

_ONE = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Run:
    """The days from `start` to `end` of which one period of one medicine holds; None: nothing is entered."""

    start: date
    end: date
    medicine: Medication | None = None
    period: DosePeriod | None = None

    @property
    def is_dose(self) -> bool:
        """Whether it was in use."""
        return self.period is not None and not self.period.is_none

    @property
    def is_none(self) -> bool:
        """Whether it says that the medicine was not taken."""
        return self.period is not None and self.period.is_none


def groups(medicines: Sequence[Medication], start: date, end: date) -> Iterator[list[Medication]]:
    """The medicines that are told in one line: of one ingredient, whole-body and local routes apart. Each by
    itself where it has no ingredient, or where two of one ingredient hold on the same day."""
    gathered: dict[tuple[str, bool], list[Medication]] = {}
    for medicine in medicines:
        own = medicine.ingredient if medicine.ingredient is not None else f" {medicine.code}"
        gathered.setdefault((own, medicine.is_whole_body), []).append(medicine)
    apart = {key for key, own in gathered.items() if len(own) > 1 and _overlap(own, start, end)}
    told: set[tuple[str, bool]] = set()
    for medicine in medicines:
        key = (medicine.ingredient or f" {medicine.code}", medicine.is_whole_body)
        if key in apart:
            yield [medicine]
        elif key not in told:
            told.add(key)
            yield gathered[key]


def _overlap(medicines: Sequence[Medication], start: date, end: date) -> bool:
    held: list[tuple[date, date]] = sorted(
        (run.start, run.end)
        for medicine in medicines
        for run in medicine_runs(medicine, start, end)
        if run.is_dose
    )
    return any(later[0] <= earlier[1] for earlier, later in pairwise(held))


def medicine_runs(medicine: Medication, start: date, end: date) -> list[Run]:
    """The runs of one medicine between two days; pulses stand apart and leave no run."""
    found: list[Run] = []
    for first, last, held in segments(medicine, start, end):
        period = _without_pulse(medicine, held)
        if found and found[-1].period is period:
            found[-1] = Run(found[-1].start, last, found[-1].medicine, period)
        else:
            found.append(Run(first, last, medicine if period is not None else None, period))
    return found


def _without_pulse(medicine: Medication, held: Held) -> DosePeriod | None:
    period = held.period
    return None if period is not None and is_pulse_period(medicine, period) else period


def group_runs(medicines: Sequence[Medication], start: date, end: date) -> list[Run]:
    """The runs of medicines of which no two hold on one day: a dose before a pause or stop of another one."""
    if len(medicines) == 1:
        return medicine_runs(medicines[0], start, end)
    each = [medicine_runs(medicine, start, end) for medicine in medicines]
    begins = sorted({run.start for runs in each for run in runs})
    found: list[Run] = []
    for number, first in enumerate(begins):
        last = begins[number + 1] - _ONE if number + 1 < len(begins) else end
        holding = [run for runs in each for run in runs if run.start <= first <= run.end]
        run = next((run for run in holding if run.is_dose), None)
        if run is None:
            # Of several that were not taken, the one that ended last says it.
            run = max(
                (run for run in holding if run.period is not None),
                key=lambda run: run.period.start if run.period else date.min,
                default=None,
            )
        period = run.period if run is not None else None
        if found and found[-1].period is period:
            found[-1] = Run(found[-1].start, last, found[-1].medicine, period)
        else:
            found.append(Run(first, last, run.medicine if run is not None else None, period))
    return found
