"""Doses that somebody said: kept as heard, in no sum and on no card, until the envelope confirms them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from lupusdiary.domain.medicines.holding import held_on
from lupusdiary.domain.medicines.medicine import Medication
from lupusdiary.domain.medicines.part import DosePart
from lupusdiary.domain.medicines.pattern import DAILY, NONE, DosePattern
from lupusdiary.domain.medicines.period import DosePeriod
from lupusdiary.domain.medicines.quick_entry.answers import answered_steps, as_dose
from lupusdiary.domain.medicines.quick_entry.new_entry import (
    ORAL,
    EntryDays,
    medicine_of_line,
    medicine_of_taper,
)
from lupusdiary.domain.medicines.quick_entry.parse_line import parse_line
from lupusdiary.domain.medicines.quick_entry.parse_taper import parse_taper
from lupusdiary.domain.medicines.quick_entry.parsed_line import ParsedLine
from lupusdiary.language import Refusal

_STOPPED = re.compile(r"\s*[:,]?\s*(?:중단|중지|끊(?:기|음|는다)?|stop(?:ped)?|off)\s*\.?\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Hearing:
    """When and where something was said, and from which day on it is to hold."""

    heard_on: date
    start: date
    department: str | None = None
    hospital: str | None = None


def heard_medicine(text: str, hearing: Hearing, here: Iterable[Medication]) -> Medication:
    """The medicine that a sentence speaks of, with what was heard of it: the one of the list with the name or
    the ingredient, else a new one. Raises `Refusal` when it names none. What it leaves open is taken
    from the dose that holds (its interval) or stays unknown (its amount); the words are kept as they were."""
    words = " ".join(text.split())
    taper = None if _STOPPED.search(words) else parse_taper(words)
    if taper is not None and taper.name and taper.strength is None and "strength" not in taper.ask:
        steps = answered_steps(taper, {})
        if steps:
            entered = medicine_of_taper(taper, steps, hearing.start)
            return _heard(entered, entered.periods, words, hearing, here)
    stopped = _STOPPED.search(words)
    line = as_dose(parse_line(words[: stopped.start()] if stopped is not None else words))
    if not line.name.strip():
        raise Refusal("Write the name of the medicine.")
    bare = Medication("", line.name, line.ingredient, line.route or ORAL, line.form)
    ours = _same(bare, here)
    if stopped is not None:
        return _heard(bare, (DosePeriod(hearing.start, DosePattern(NONE)),), words, hearing, here)
    return _heard(bare, (_period(line, hearing, ours),), words, hearing, here)


def _period(line: ParsedLine, hearing: Hearing, ours: Medication | None) -> DosePeriod:
    open_parts = {"amount", "strength", "unit"} & set(line.ask)
    parts = () if open_parts else tuple(part for part in line.parts if part != DosePart())
    holding = held_on(ours, hearing.heard_on).period if ours is not None else None
    try:
        (period,) = medicine_of_line(line, EntryDays(hearing.start)).periods
        return replace(period, parts=parts)
    except (Refusal, ValueError):
        pattern = holding.pattern if holding is not None and not holding.is_none else DosePattern(DAILY)
    try:
        return DosePeriod(hearing.start, pattern, parts=parts)
    except Refusal:
        return DosePeriod(hearing.start, DosePattern(DAILY))


def _same(entered: Medication, here: Iterable[Medication]) -> Medication | None:
    name = entered.name.casefold()
    listed = list(here)
    by_name = [each for each in listed if each.name.casefold() == name]
    by_ingredient = [each for each in listed if entered.ingredient and each.ingredient == entered.ingredient]
    return next(iter(by_name or by_ingredient), None)


def _heard(
    entered: Medication,
    periods: Iterable[DosePeriod],
    words: str,
    hearing: Hearing,
    here: Iterable[Medication],
) -> Medication:
    ours = _same(entered, here)
    base = entered if ours is None else ours
    heard = tuple(
        replace(
            period,
            planned=True,
            plan=None,
            printed=words,
            heard_on=hearing.heard_on,
            department=hearing.department,
            hospital=hearing.hospital,
            id=None,
        )
        for period in periods
    )
    return replace(base, plans=(), periods=(), heard=heard)
