"""What is taken now, in plain values: for the page of medicines and for the first printed page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from lupusdiary.domain.medicines.adherence import adherence
from lupusdiary.domain.medicines.catalogue import fixed_text
from lupusdiary.domain.medicines.changes import dose_key
from lupusdiary.domain.medicines.dose_wording import dose_words
from lupusdiary.domain.medicines.exposure_wording import adherence_text
from lupusdiary.domain.medicines.holding import held_on
from lupusdiary.domain.medicines.medicines_now import (
    HeldMedicine,
    in_order_of_classes,
    medicines_on,
    next_due,
    next_step,
)
from lupusdiary.domain.medicines.pattern import (
    ALTERNATE_DAYS,
    DATES,
    EVERY_N_DAYS,
    EVERY_N_MONTHS,
    EVERY_N_WEEKS,
    MONTHLY,
    ON_WEEKDAYS,
    WEEKLY_ONCE,
)
from lupusdiary.domain.medicines.wording import medicine_label, reason_words
from lupusdiary.domain.period import Period
from lupusdiary.language import Translator

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lupusdiary.diary.diary import Diary
    from lupusdiary.domain.medicines.intake import Intake
    from lupusdiary.domain.medicines.medicine import Medication
    from lupusdiary.domain.medicines.period import DosePeriod

_ONE = timedelta(days=1)
# Over how many days what was taken is counted, unless the page says another period.
_COUNTED_DAYS = 28
_LONGEST_APART = 400
_NOT_EVERY_DAY = {
    *(ALTERNATE_DAYS, EVERY_N_DAYS, WEEKLY_ONCE, ON_WEEKDAYS, EVERY_N_WEEKS, MONTHLY, EVERY_N_MONTHS, DATES)
}


@dataclass(frozen=True, slots=True)
class MedicineLine:
    """One medicine that holds on a day. `dose` is how it is taken, `since` from when on it was that dose,
    `next_step` what a plan says comes next, `next_due` the next day on which one that is not taken every day
    is due, `adherence` what was recorded of it (None: no row at all), `fixed_text` what stands with
    methotrexate wherever it is named. `kind` None: prescribed."""

    code: str
    label: str
    dose: str
    since: date
    kind: str | None = None
    hospital: str | None = None
    sensitive: bool = False
    next_step: str | None = None
    next_due: str | None = None
    adherence: str | None = None
    fixed_text: str | None = None


def medicines_now(
    diary: Diary, day: date, tr: Translator, *, counted: Period | None = None, sensitive: bool = False
) -> tuple[MedicineLine, ...]:
    """What holds on a day, in the catalogue's order of classes; what was bought comes last. `counted` is the
    period over which intakes are counted (the last 28 days, if it is not given)."""
    period = counted or Period.ending(day, _COUNTED_DAYS)
    held = in_order_of_classes(medicines_on(diary.medicines.all(), day))
    if not held:
        return ()
    rows = diary.intakes.all(period)
    apart = any(each.period.kind == EVERY_N_WEEKS for each in held)
    given = diary.intakes.all(Period.ending(day, _LONGEST_APART)) if apart else ()
    return tuple(
        _line(each, rows, given, period, day, tr) for each in held if sensitive or not each.medicine.sensitive
    )


def _line(
    held: HeldMedicine,
    rows: Sequence[Intake],
    given: Sequence[Intake],
    period: Period,
    day: date,
    tr: Translator,
) -> MedicineLine:
    """`given` reaches back over the longest interval between two injections."""
    medicine = held.medicine
    due = next_due(medicine, given, day) if held.period.kind in _NOT_EVERY_DAY else None
    own = [row for row in rows if row.medicine == medicine.code]
    fixed = fixed_text(medicine.ingredient)
    return MedicineLine(
        code=medicine.code,
        label=medicine_label(medicine, tr),
        dose=dose_words(held.period, tr),
        since=since(medicine, held.period),
        kind=medicine.kind,
        hospital=held.period.hospital,
        sensitive=medicine.sensitive,
        next_step=_next(medicine, day, tr),
        next_due=None if due is None else tr.text("next due: {day}", day=tr.date(due)),
        adherence=adherence_text(adherence(medicine, own, period, day), tr) if own else None,
        fixed_text=None if fixed is None else tr.pick(fixed.korean, fixed.english),
    )


def since(medicine: Medication, period: DosePeriod) -> date:
    """From which day on it was this dose without a break, also over several prescriptions."""
    first = period.start
    for _ in medicine.periods:
        before = held_on(medicine, first - _ONE).period
        if before is None or before.is_none or dose_key(before) != dose_key(period):
            break
        first = before.start
    return first


def _next(medicine: Medication, day: date, tr: Translator) -> str | None:
    step = next_step(medicine, day)
    if step is None:
        return None
    if step.is_none:
        return tr.text("next: from {day} without it (plan)", day=tr.date(step.start, "short"))
    return tr.text(
        "next: from {day} {dose} (plan)", day=tr.date(step.start, "short"), dose=dose_words(step, tr)
    )


@dataclass(frozen=True, slots=True)
class PastMedicine:
    """A medicine that does not hold any more: its last dose and up to when, and why it was stopped."""

    code: str
    label: str
    dose: str
    start: date
    end: date | None
    reason: str | None = None


def past_medicines(diary: Diary, day: date, tr: Translator) -> tuple[PastMedicine, ...]:
    """What held once and holds no more, the last ended first; what nobody has said a dose of comes last."""
    medicines = diary.medicines.all()
    now = {each.medicine.code for each in medicines_on(medicines, day)}
    found = [
        _past(medicine, day, tr)
        for medicine in medicines
        if medicine.code not in now and (medicine.periods or not medicine.heard)
    ]
    return tuple(sorted(found, key=lambda past: past.end or date.min, reverse=True))


def _past(medicine: Medication, day: date, tr: Translator) -> PastMedicine:
    doses = [period for period in medicine.periods if not period.is_none and period.start <= day]
    if not doses:
        return PastMedicine(medicine.code, medicine_label(medicine, tr), "", day, None)
    last = max(doses, key=lambda period: period.last or day)
    stop = next((p for p in medicine.periods[::-1] if p.is_stop and p.start <= day), None)
    end = stop.start - _ONE if stop is not None else last.last
    return PastMedicine(
        medicine.code,
        medicine_label(medicine, tr),
        dose_words(last, tr),
        min(period.start for period in doses),
        end,
        reason_words(stop, tr) if stop is not None else None,
    )
