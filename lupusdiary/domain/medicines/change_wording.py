"""The line of one change of medicines, in the language of a translator."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType

from lupusdiary.domain.medicines.changes import (
    AGAIN,
    CHANGED,
    FORM,
    HIGHER,
    INTERIM,
    LOWER,
    NO_CHANGE,
    PAUSED,
    PRODUCT,
    SCHEDULE,
    STARTED,
    STEROID_PULSE,
    STOPPED,
    UNTIL,
    ChangedDose,
    MedicineChange,
)
from lupusdiary.domain.medicines.dose_wording import said_dose
from lupusdiary.domain.medicines.pulse_period import pulse_dose
from lupusdiary.domain.medicines.wording import chain, medicine_label, reason_words, said_quantity
from lupusdiary.domain.period import Period
from lupusdiary.language import Message, Translator, mark

_MOST_STEPS = 3
_HEADS: Mapping[str, Message] = MappingProxyType(
    {
        STARTED: mark("Started: {what}"),
        AGAIN: mark("Started again: {what}"),
        STOPPED: mark("Stopped: {what}"),
        UNTIL: mark("Entered until: {what}"),
        HIGHER: mark("Higher: {what}"),
        LOWER: mark("Lower: {what}"),
        CHANGED: mark("Changed: {what}"),
        SCHEDULE: mark("Taken differently: {what}"),
        PRODUCT: mark("Other product: {what}"),
        FORM: mark("Other form: {what}"),
        INTERIM: mark("For a time: {what}"),
        PAUSED: mark("Paused: {what}"),
        STEROID_PULSE: mark("Steroid pulse: {what}"),
    }
)


def change_text(change: MedicineChange, tr: Translator) -> str:
    """The line."""
    if change.kind == NO_CHANGE or change.day is None:
        return tr.text("No change of medicines is recorded since the last visit.")
    what = _pulse(change, tr) if change.kind == STEROID_PULSE else _what(change, tr)
    brackets = tr.listing([each for each in _brackets(change, tr) if each])
    line = tr.text("{what} ({when})", what=what, when=brackets)
    return tr.text(_HEADS[change.kind], what=line)


def _what(change: MedicineChange, tr: Translator) -> str:
    steps = change.steps
    label = _label(steps, tr)
    doses = [said_dose(step.period, tr) for step in steps]
    if change.kind in {PRODUCT, FORM}:
        return tr.text("{medicine} {dose}", medicine=label, dose=doses[-1].text(tr))
    if _is_long(change):
        ends = chain([doses[0], doses[-1]], tr)
        return tr.plural(
            "{medicine} {dose}, {count} step",
            "{medicine} {dose}, {count} steps",
            len(steps) - 1,
            medicine=label,
            dose=ends,
        )
    return tr.text("{medicine} {dose}", medicine=label, dose=chain(doses, tr))


def _label(steps: Sequence[ChangedDose], tr: Translator) -> str:
    """The name; where the product changed, the earlier ones before it."""
    names = list(dict.fromkeys(step.medicine.name for step in steps))
    last = steps[-1].medicine
    earlier = [name for name in names if name != last.name]
    return " → ".join([*earlier, medicine_label(last, tr)])


def _brackets(change: MedicineChange, tr: Translator) -> list[str | None]:
    kind, day = change.kind, change.day or date.min
    reason = reason_words(change.none, tr) if change.none is not None else None
    why = tr.text("reason: {reason}", reason=reason) if reason else None
    hospital = change.steps[-1].period.hospital
    if kind == UNTIL:
        return [
            tr.text("until {day}", day=tr.date(day, "short")),
            tr.text("nothing is entered after it"),
        ]
    if kind in {PAUSED, INTERIM, STEROID_PULSE} and change.last is not None:
        span = tr.date(day, "short") if day == change.last else tr.span(day, change.last)
        return [span, why if kind == PAUSED else hospital if kind == INTERIM else None]
    when = [day] if kind == STOPPED else _days(change)
    if _is_long(change):
        return [tr.span(when[0], when[-1])]
    since = tr.text("from {days}", days=tr.listing([tr.date(each, "short") for each in when]))
    return [since, why or (hospital if kind in {STARTED, AGAIN} else None)]


def _is_long(change: MedicineChange) -> bool:
    """Whether the steps are too many to be told one by one."""
    return len(change.steps) - 1 > _MOST_STEPS


def _days(change: MedicineChange) -> list[date]:
    """From which days the doses of a change held: of one that began, its first day too."""
    told = change.steps if change.kind in {STARTED, AGAIN} else change.steps[1:]
    return [step.start for step in told]


def _pulse(change: MedicineChange, tr: Translator) -> str:
    """The bare name, the dose of a day and how many days."""
    step = change.steps[0]
    dose = pulse_dose(step.period)
    days = sum(step.period.due(day) for day in Period(step.start, step.end))
    return tr.plural(
        "{medicine} {dose} × {count} day",
        "{medicine} {dose} × {count} days",
        days,
        medicine=step.medicine.name,
        dose=tr.text("amount not known") if dose is None else said_quantity(dose, tr),
    )
