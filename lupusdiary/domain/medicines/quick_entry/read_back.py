"""What was understood of a line, in short words to stand beside it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from lupusdiary.domain.medicines.catalogue import METHOTREXATE
from lupusdiary.domain.medicines.intake_wording import slot_name
from lupusdiary.domain.medicines.part import DosePart
from lupusdiary.domain.medicines.pattern import (
    ALTERNATE_DAYS,
    AS_NEEDED,
    DAILY,
    EVERY_N_DAYS,
    EVERY_N_MONTHS,
    EVERY_N_WEEKS,
    MONTHLY,
    ON_WEEKDAYS,
    PULSE,
    SINGLE,
    WEEKLY_ONCE,
)
from lupusdiary.domain.medicines.quick_entry.parsed_line import ParsedLine
from lupusdiary.domain.medicines.taper import ParsedTaper, TaperStep, dated
from lupusdiary.domain.medicines.wording import dose_number, name_label, said_amount, weekday_names
from lupusdiary.language import Message, Translator, mark

INTERVAL_WORDS: Mapping[str, Message] = MappingProxyType(
    {
        DAILY: mark("every day"),
        ALTERNATE_DAYS: mark("every other day"),
        WEEKLY_ONCE: mark("once a week"),
        ON_WEEKDAYS: mark("on certain weekdays"),
        EVERY_N_DAYS: mark("every few days"),
        EVERY_N_WEEKS: mark("every few weeks"),
        MONTHLY: mark("once a month"),
        EVERY_N_MONTHS: mark("every few months"),
        SINGLE: mark("once"),
        AS_NEEDED: mark("as needed"),
        PULSE: mark("as a pulse"),
    }
)
# What a person is asked to choose from; of the others the line itself says the numbers.
OFFERED = (DAILY, ALTERNATE_DAYS, WEEKLY_ONCE, ON_WEEKDAYS, AS_NEEDED)


def offered_intervals(line: ParsedLine) -> tuple[str, ...]:
    """The intervals to choose from; every day is never offered for methotrexate, and stands last there."""
    if line.ingredient == METHOTREXATE:
        return (WEEKLY_ONCE, *(kind for kind in OFFERED if kind not in {WEEKLY_ONCE, DAILY}), DAILY)
    return OFFERED


def understood(line: ParsedLine, tr: Translator) -> list[str]:
    """Name, amounts, times, interval and supply, as far as they were read."""
    found = [name_label(line.name, line.ingredient, tr)] if line.name else []
    found += [words for part in line.parts if (words := _part(part, tr))]
    said = line.interval
    if said is not None and said.kind is not None and said.kind in INTERVAL_WORDS:
        interval = tr.text(INTERVAL_WORDS[said.kind])
        days = weekday_names(said.weekdays, tr)
        found.append(tr.text("{interval} ({days})", interval=interval, days=days) if days else interval)
    day = day_amount(line, tr)
    if day is not None:
        found.append(day)
    if line.supply_days:
        found.append(tr.plural("for {count} day", "for {count} days", line.supply_days))
    return found


def day_amount(line: ParsedLine, tr: Translator) -> str | None:
    """What a day of intake comes to in mg, as far as it is known."""
    due, said = line.due_day_mg, line.interval
    if due is None:
        return None
    if said is not None and said.kind == DAILY:
        return tr.text("{mg} mg a day", mg=dose_number(due))
    return tr.text("{mg} mg a day when due", mg=dose_number(due))


def read_by_day_part(line: ParsedLine, tr: Translator) -> str | None:
    """Amounts whose times of day were only inferred, to be confirmed as they were read; None where there are
    none, or where another amount is offered."""
    parts = line.parts
    if "amount" not in line.ask or line.offer.get("amount") or not parts:
        return None
    if not all(part.at and part.amount is not None for part in parts):
        return None
    return tr.listing(
        [
            tr.text(
                "{slots} {amount}",
                slots=tr.listing([slot_name(slot, tr) for slot in part.at]),
                amount=said_amount(
                    dose_number(part.amount or 0), part.amount_unit or part.unit or "", tr,
                    one=(part.amount or 0) <= 1,
                ).strip(),
            )
            for part in parts
        ]
    )  # fmt: skip


def _part(part: DosePart, tr: Translator) -> str:
    said = []
    if part.strength is not None:
        said.append(said_amount(dose_number(part.strength), part.unit or "", tr).strip())
    if part.amount is not None:
        unit = part.amount_unit if part.strength is not None else part.unit or part.amount_unit
        said.append(said_amount(dose_number(part.amount), unit or "", tr, one=part.amount <= 1).strip())
    if part.at:
        said.append(tr.listing([slot_name(slot, tr) for slot in part.at]))
    elif part.times is not None:
        said.append(tr.plural("{count} time a day", "{count} times a day", part.times))
    return " × ".join(said)


def spelled_out(taper: ParsedTaper, steps: tuple[TaperStep, ...], start: date, tr: Translator) -> list[str]:
    """The dated steps of a plan."""
    found = [name_label(taper.name, taper.ingredient, tr)] if taper.name else []
    for first, last, step in dated(steps, start):
        amount = (
            tr.text("without it")
            if step.is_none
            else said_amount(dose_number(step.amount or 0), step.unit or "mg", tr)
        )
        days = (
            tr.span(first, last) if last is not None else tr.text("from {days}", days=tr.date(first, "short"))
        )
        found.append(tr.text("{amount}: {days}", amount=amount, days=days))
    return found
