"""Writes what a line was read as: beside what is there, instead of it, or as a stop; one step of undo."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from lupusdiary.diary import Diary
from lupusdiary.diary.medicines.heard_at_visit import settle_line
from lupusdiary.domain.medicines.medicine import Medication, identity
from lupusdiary.domain.medicines.medicines_now import HeldMedicine, medicines_on
from lupusdiary.domain.medicines.pattern import DAILY
from lupusdiary.domain.medicines.quick_entry.answers import answered_steps
from lupusdiary.domain.medicines.quick_entry.new_entry import (
    EntryDays,
    medicine_of_line,
    medicine_of_taper,
    with_known_form,
)
from lupusdiary.domain.medicines.quick_entry.numbers import number_of
from lupusdiary.domain.medicines.quick_entry.parsed_line import ParsedLine
from lupusdiary.domain.medicines.taper import ParsedTaper
from lupusdiary.domain.visits import CONFIRMED
from lupusdiary.language import Refusal

# The question whether what is in the list has changed, and its answers.
AGAIN, CHANGED, BOTH = "again", "changed", "both"
# The question what came after a last day that is over; without an answer nothing is known of it.
AFTER, STOPPED = "after", "stopped"
OWN = frozenset({AGAIN, AFTER})


def last_day(parsed: ParsedLine | ParsedTaper, day: date) -> date | None:
    """The last day of a daily line with its days of supply, else None."""
    if not isinstance(parsed, ParsedLine) or parsed.interval is None or parsed.interval.kind != DAILY:
        return None
    return day + timedelta(days=parsed.supply_days - 1) if parsed.supply_days else None


def same_medicine(diary: Diary, parsed: ParsedLine | ParsedTaper, day: date) -> HeldMedicine | None:
    """What holds on a day and is of the same ingredient, or of the same name."""
    name = " ".join((parsed.name or "").split()).casefold()
    for held in medicines_on(diary.medicines.all(), day):
        medicine = held.medicine
        if (parsed.ingredient is not None and medicine.ingredient == parsed.ingredient) or (
            identity(medicine)[0] == name
        ):
            return held
    return None


def write_line(diary: Diary, parsed: ParsedLine | ParsedTaper, answers: Mapping[str, str], day: date) -> None:
    """Writes it from a day on. Raises `Refusal`."""
    said = {name: value for name, value in answers.items() if name not in OWN}
    if isinstance(parsed, ParsedTaper):
        strength = number_of(said.get("strength", ""))
        entered = medicine_of_taper(parsed, answered_steps(parsed, said), day, strength)
    else:
        if answers.get("stop") == "stopped":
            diary.medicines.stop(diary.medicines.named(parsed.name).code, day)
            return
        anchor = day if "first_day" in parsed.ask else None
        entered = medicine_of_line(parsed, EntryDays(day, anchor=anchor))
    entered = with_known_form(diary.medicines.all(), entered)
    held, way = same_medicine(diary, parsed, day), answers.get(AGAIN)
    with diary.writing("medicines.add"):
        if held is not None and identity(held.medicine) == identity(entered):
            entered = _together(held, entered) if way == BOTH else entered
        elif held is not None and way == CHANGED:
            diary.medicines.stop(held.medicine.code, day)
        kept = diary.medicines.add(entered)
        last = last_day(parsed, day)
        if last is not None and answers.get(AFTER) == STOPPED:
            diary.medicines.stop(kept.code, last + timedelta(days=1))
        # The paper says now what was heard before.
        for heard in kept.heard:
            if heard.id is not None and heard.heard_on is not None and heard.heard_on <= day:
                diary.medicines.drop_heard(kept.code, heard.id)
                settle_line(diary, heard, CONFIRMED)


def _together(held: HeldMedicine, entered: Medication) -> Medication:
    """Two amounts of one medicine on one day are parts of one period."""
    if len(entered.periods) != 1 or held.period.kind != entered.periods[0].kind:
        raise Refusal("Both together need the same interval. Write the new amount as a change.")
    period = entered.periods[0]
    return replace(entered, periods=(replace(period, parts=(*held.period.parts, *period.parts)),))
