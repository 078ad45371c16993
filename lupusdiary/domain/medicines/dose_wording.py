"""The phrase of a dose by its pattern: “10 mg a day”, “200 mg · 400 mg 하루씩 번갈아”, “필요시 250 mg”."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from lupusdiary.domain.medicines.part import WEEKDAYS, DosePart, Quantity, day_total, named_intakes
from lupusdiary.domain.medicines.pattern import (
    ALTERNATE_DAYS,
    ALTERNATING_DOSES,
    AS_NEEDED,
    DATES,
    EVERY_N_DAYS,
    EVERY_N_MONTHS,
    EVERY_N_WEEKS,
    MONTHLY,
    ON_WEEKDAYS,
    SINGLE,
    WEEKLY_ONCE,
)
from lupusdiary.domain.medicines.period import DosePeriod
from lupusdiary.domain.medicines.wording import (
    SaidDose,
    dose_number,
    said_amount,
    said_quantity,
    weekday_names,
)
from lupusdiary.language import Translator


def said_dose(period: DosePeriod, tr: Translator) -> SaidDose:
    """How the dose of a period is said."""
    kind = period.kind
    if kind == AS_NEEDED:
        return _as_needed(period, tr)
    if kind == ALTERNATING_DOSES:
        return SaidDose(_in_turn(period, tr))
    if kind in {ON_WEEKDAYS, WEEKLY_ONCE} and _by_weekday(period):
        return SaidDose(_unequal_weekdays(period, tr))
    return _with_interval(_due_day(period.parts, tr), _interval(period, tr), tr)


def dose_words(period: DosePeriod, tr: Translator) -> str:
    """The phrase by itself."""
    return said_dose(period, tr).text(tr)


def _interval(period: DosePeriod, tr: Translator) -> str | None:
    """The words of an interval that is not daily."""
    pattern = period.pattern
    if pattern.kind == ALTERNATE_DAYS:
        return tr.text("every other day")
    if pattern.kind == EVERY_N_DAYS:
        return tr.plural("every {count} day", "every {count} days", pattern.days or 1)
    if pattern.kind == WEEKLY_ONCE:
        days = weekday_names(pattern.due_weekdays(period.parts), tr)
        return tr.text("once a week ({weekday})", weekday=days)
    if pattern.kind == ON_WEEKDAYS:
        return weekday_names(pattern.due_weekdays(period.parts), tr)
    if pattern.kind == EVERY_N_WEEKS:
        return tr.plural("every {count} week", "every {count} weeks", pattern.weeks or 1)
    if pattern.kind == MONTHLY:
        return tr.text("on day {day} of each month", day=pattern.day_of_month or period.start.day)
    if pattern.kind == EVERY_N_MONTHS:
        return tr.plural("every {count} month", "every {count} months", pattern.months or 1)
    if pattern.kind == SINGLE:
        return tr.context("dose", "once")
    return tr.text("on set dates") if pattern.kind == DATES else None


def _with_interval(day: SaidDose, interval: str | None, tr: Translator) -> SaidDose:
    if interval is None:
        return day
    if day.amount is None and day.frame == tr.text("amount not known"):
        return SaidDose(tr.text("{interval} (amount not known)", interval=interval))
    frame = day.frame
    if frame == _daily_frame(tr):
        frame = "{amount}"
    elif tr.code == "en":
        return SaidDose(f"{frame}, {interval}", day.amount, day.unit, day.one)
    return SaidDose(f"{frame} {interval}", day.amount, day.unit, day.one)


def _daily_frame(tr: Translator) -> str:
    return tr.text("{amount} a day", amount="{amount}")


def _times(count: int, tr: Translator) -> str:
    if count == 2:
        return tr.text("twice a day")
    return tr.plural("{count} time a day", "{count} times a day", count)


def _due_day(parts: Sequence[DosePart], tr: Translator) -> SaidDose:
    """One due day: one intake, several equal ones, several unequal ones, or what is known of it."""
    if not parts:
        return SaidDose(tr.text("amount not known"))
    intakes = list(named_intakes(parts).values())
    if any(amount is None for amount in intakes):
        return SaidDose(_listed(parts, tr))
    amounts = [amount for amount in intakes if amount is not None]
    first = amounts[0]
    if len(amounts) == 1:
        frame = _daily_frame(tr)
        return SaidDose(frame, dose_number(first.value), first.unit, first.value <= 1)
    if all(amount == first for amount in amounts):
        frame = tr.text("{amount} {times}", amount="{amount}", times=_times(len(amounts), tr))
        return SaidDose(frame, dose_number(first.value), first.unit, first.value <= 1)
    if any(amount.unit != first.unit for amount in amounts):
        return SaidDose(_listed(parts, tr))
    total = sum((amount.value for amount in amounts), Fraction(0))
    split = "+".join(dose_number(amount.value) for amount in amounts)
    day = said_amount(dose_number(total), first.unit, tr)
    return SaidDose(tr.text("{amount} a day ({split})", amount=day, split=split))


def _listed(parts: Sequence[DosePart], tr: Translator) -> str:
    """Parts that cannot be added, one by one; of what has no amount, how often it is used."""
    said = []
    for part in parts:
        amount = part.intake_amount()
        often = _times(part.intakes, tr) if part.times or part.at else None
        if amount is None:
            said.append(often or tr.text("amount not known"))
        elif part.intakes == 1:
            said.append(tr.text("{amount} a day", amount=said_quantity(amount, tr)))
        else:
            times = _times(part.intakes, tr)
            said.append(tr.text("{amount} {times}", amount=said_quantity(amount, tr), times=times))
    return " + ".join(dict.fromkeys(said))


def _in_turn(period: DosePeriod, tr: Translator) -> str:
    turns = sorted({part.turn for part in period.parts if part.turn is not None})
    amounts = [day_total([part for part in period.parts if part.turn == turn]) for turn in turns]
    if any(amount is None for amount in amounts):
        return tr.text("amount not known")
    said = [said_quantity(amount, tr) for amount in amounts if amount is not None]
    return tr.text("{amounts} in turn", amounts=tr.pick(" · ".join(said), " and ".join(said)))


def _by_weekday(period: DosePeriod) -> bool:
    return any(part.weekdays for part in period.parts) and len(_weekday_amounts(period)) > 1


def _weekday_amounts(period: DosePeriod) -> dict[Quantity | None, list[str]]:
    found: dict[Quantity | None, list[str]] = {}
    for day in WEEKDAYS:
        own = [part for part in period.parts if day in part.weekdays]
        if own:
            found.setdefault(day_total(own), []).append(day)
    return found


def _unequal_weekdays(period: DosePeriod, tr: Translator) -> str:
    said = [
        tr.text(
            "{amount} on {weekdays}",
            amount=tr.text("amount not known") if amount is None else said_quantity(amount, tr),
            weekdays=weekday_names(days, tr),
        )
        for amount, days in _weekday_amounts(period).items()
    ]
    return tr.listing(said)


def _as_needed(period: DosePeriod, tr: Translator) -> SaidDose:
    pattern = period.pattern
    amount = day_total(period.parts) if period.parts else None
    one = period.parts[0] if period.parts else None
    if amount is None and one is not None and one.amount_to is not None:
        said = _range(one, tr)
    else:
        said = tr.text("amount not known") if amount is None else said_quantity(amount, tr)
    base = tr.text("{amount} as needed", amount=said)
    if pattern.most is None:
        return SaidDose(base)
    most = dose_number(pattern.most)
    unit = pattern.most_unit
    limit = (
        said_amount(most, unit, tr, one=pattern.most <= 1) if unit else tr.text("{count} times", count=most)
    )
    return SaidDose(tr.text("{dose} (at most {most} a day)", dose=base, most=limit))


def _range(part: DosePart, tr: Translator) -> str:
    """“1 to 2”, in mg where the strength tells it."""
    low = DosePart(part.strength, part.unit, part.amount, part.amount_unit).intake_amount()
    high = DosePart(part.strength, part.unit, part.amount_to, part.amount_unit).intake_amount()
    if low is None or high is None:
        return tr.text("amount not known")
    return said_amount(f"{dose_number(low.value)}–{dose_number(high.value)}", low.unit, tr)
