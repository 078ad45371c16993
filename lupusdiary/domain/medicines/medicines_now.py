"""What is taken on a day by the rules of what holds, and what its plan says comes next."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from lupusdiary.domain.medicines.catalogue import catalogue_position
from lupusdiary.domain.medicines.dose_wording import dose_words
from lupusdiary.domain.medicines.holding import held_on
from lupusdiary.domain.medicines.intake import LATE, TAKEN, Intake
from lupusdiary.domain.medicines.medicine import Medication
from lupusdiary.domain.medicines.pattern import EVERY_N_WEEKS
from lupusdiary.domain.medicines.period import DosePeriod
from lupusdiary.domain.medicines.wording import medicine_label
from lupusdiary.language import Translator

# The longest interval between two due days: a year's, and the day itself.
_LOOK_AHEAD = 367


@dataclass(frozen=True, slots=True)
class HeldMedicine:
    """A medicine and the period of it that holds on a day."""

    medicine: Medication
    period: DosePeriod


def medicines_on(medicines: Sequence[Medication], day: date) -> tuple[HeldMedicine, ...]:
    """What holds on a day, in the order of the list; pauses and stops are left out."""
    found = []
    for medicine in medicines:
        period = held_on(medicine, day).period
        if period is not None and not period.is_none:
            found.append(HeldMedicine(medicine, period))
    return tuple(found)


def in_order_of_classes(held: Sequence[HeldMedicine]) -> tuple[HeldMedicine, ...]:
    """Prescribed ones in the catalogue's order of classes, then free text; what was bought comes last."""
    return tuple(
        sorted(
            held,
            key=lambda each: (each.medicine.kind is not None, catalogue_position(each.medicine.ingredient)),
        )
    )


def now_text(held: HeldMedicine, tr: Translator) -> str:
    """The name and the dose."""
    label = medicine_label(held.medicine, tr)
    return tr.text("{medicine} {dose}", medicine=label, dose=dose_words(held.period, tr))


def next_step(medicine: Medication, day: date) -> DosePeriod | None:
    """The next step ahead of a day that a plan says, or None."""
    ahead = [period for period in medicine.periods if period.planned and period.start > day]
    for period in sorted(ahead, key=lambda period: period.start):
        if held_on(medicine, period.start).planned is period:
            return period
    return None


def next_due(medicine: Medication, rows: Iterable[Intake], today: date) -> date | None:
    """The day that is shown as next, today included; None for as needed and where nothing holds.

    A given injection of every n weeks moves it to n weeks after the last given one, also when that day has
    passed; what was planned stays as it was written.
    """
    period = held_on(medicine, today).period
    if period is None or period.is_none:
        return None
    step = period.pattern.step if period.kind == EVERY_N_WEEKS else None
    given = [
        row.day
        for row in rows
        if row.medicine == medicine.code and row.state in {TAKEN, LATE} and period.start <= row.day <= today
    ]
    if step is not None and given:
        return max(given) + timedelta(days=step)
    days = (today + timedelta(days=number) for number in range(_LOOK_AHEAD))
    return next((day for day in days if period.covers(day) and period.due(day)), None)
