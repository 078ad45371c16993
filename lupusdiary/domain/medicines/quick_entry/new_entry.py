"""A medicine with one period, made of a line whose questions are answered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from lupusdiary.domain.medicines.medicine import Medication, Plan, identity
from lupusdiary.domain.medicines.part import DosePart
from lupusdiary.domain.medicines.pattern import (
    AS_NEEDED,
    DAILY,
    DATES,
    EVERY_N_WEEKS,
    NONE,
    ON_WEEKDAYS,
    PULSE,
    WEEKLY_ONCE,
    DosePattern,
)
from lupusdiary.domain.medicines.period import DosePeriod
from lupusdiary.domain.medicines.quick_entry.interval import LOADING, SaidInterval
from lupusdiary.domain.medicines.quick_entry.parsed_line import ParsedLine
from lupusdiary.domain.medicines.taper import ParsedTaper, TaperStep, dated
from lupusdiary.language import Refusal

ORAL = "oral"
_PLAN = "p1"


@dataclass(frozen=True, slots=True)
class EntryDays:
    """When what was entered begins and ends, and whether it really went so."""

    start: date
    end: date | None = None
    planned: bool = True
    anchor: date | None = None


def open_questions(line: ParsedLine, answers: Mapping[str, str]) -> tuple[str, ...]:
    """What a line asks and nobody has answered yet."""
    chosen = answers.get("pattern", WEEKLY_ONCE)
    needless = () if chosen in {WEEKLY_ONCE, ON_WEEKDAYS} else ("weekday",)
    return tuple(name for name in line.ask if name not in answers and name not in needless)


def medicine_of_line(line: ParsedLine, days: EntryDays) -> Medication:
    """The medicine that a line enters, with its period. Raises `Refusal` for what cannot be."""
    said = line.interval
    if not line.name.strip():
        raise Refusal("Write the name of the medicine.")
    if said is None or said.kind is None:
        raise Refusal("Every day, every other day, or on certain days?")
    periods = _loading(line, said, days) if said.kind == LOADING else (_period(line, said, days),)
    return Medication("", line.name, line.ingredient, line.route or ORAL, line.form, periods=periods)


def _loading(line: ParsedLine, said: SaidInterval, days: EntryDays) -> tuple[DosePeriod, ...]:
    """The dated first doses, which hold until the interval begins, then the interval."""
    first, weeks = days.anchor or days.start, said.weeks or 1
    dates = tuple(first + timedelta(weeks=week) for week in said.first_weeks)
    following = dates[-1] + timedelta(weeks=weeks)
    loading = replace(
        _period(line, replace(said, kind=EVERY_N_WEEKS), days),
        pattern=DosePattern(DATES, dates=dates),
        end=following - timedelta(days=1),
    )
    if days.end is not None and days.end < following:
        return (replace(loading, end=days.end),)
    interval = replace(said, kind=EVERY_N_WEEKS, first_weeks=())
    return loading, _period(line, interval, replace(days, start=following, anchor=following))


def _period(line: ParsedLine, said: SaidInterval, days: EntryDays) -> DosePeriod:
    assert said.kind is not None
    pattern = DosePattern(
        said.kind,
        days=line.pulse_days if said.kind == PULSE else said.days,
        weeks=said.weeks,
        months=said.months,
        weekdays=said.weekdays,
        day_of_month=said.day_of_month,
        anchor=days.anchor,
        occasions=said.occasions,
        most=line.most if said.kind == AS_NEEDED else None,
        most_unit=line.most_unit if said.kind == AS_NEEDED else None,
    )
    end = days.end
    if end is None and said.kind == DAILY and line.supply_days:
        end = days.start + timedelta(days=line.supply_days - 1)
    notes = [each for each in (line.note, line.left_over) if each]
    return DosePeriod(
        days.start,
        pattern,
        days.planned,
        end,
        parts=tuple(part for part in line.parts if part != DosePart()),
        meal=line.meal,
        site=line.site,
        supply_days=line.supply_days,
        dispensed_on=line.dispensed_on,
        prescribed_on=line.prescribed_on,
        printed=line.printed,
        note=" · ".join(notes) or None,
    )


def medicine_of_taper(
    taper: ParsedTaper, steps: tuple[TaperStep, ...], start: date, strength: float | None = None
) -> Medication:
    """The medicine that a plan enters: one plan, a planned period a step. `strength` is the content of one
    tablet in mg where the plan counts tablets."""
    if not taper.name:
        raise Refusal("Write the name of the medicine.")
    strength = strength if strength is not None else taper.strength
    periods = tuple(_step(step, first, last, strength) for first, last, step in dated(steps, start))
    plan = Plan(_PLAN, written_on=start, text=taper.printed)
    return Medication("", taper.name, taper.ingredient, ORAL, None, plans=(plan,), periods=periods)


def _step(step: TaperStep, first: date, last: date | None, strength: float | None) -> DosePeriod:
    if step.is_none:
        return DosePeriod(first, DosePattern(NONE), end=last, plan=_PLAN)
    counted = step.unit not in {None, "mg", "g", "mcg"}
    part = (
        DosePart(strength, None if strength is None else "mg", step.amount, step.unit)
        if counted
        else DosePart(unit=step.unit or "mg", amount=step.amount)
    )
    return DosePeriod(first, DosePattern(DAILY), end=last, plan=_PLAN, parts=(part,))


def with_known_form(here: Sequence[Medication], entered: Medication) -> Medication:
    """An entry that leaves the form unsaid is the one medicine of its name, ingredient and route; so is one
    that says it of a medicine that was entered without."""
    same = [each for each in here if identity(each)[:3] == identity(entered)[:3]]
    if len(same) == 1 and None in {same[0].form, entered.form}:
        return replace(entered, form=same[0].form)
    return entered
