"""One row of a list of what was dispensed, as an insurer or a pharmacy gives it: planned, never taken."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from lupusdiary.domain.medicines.catalogue import METHOTREXATE
from lupusdiary.domain.medicines.medicine import INJECTION, Medication
from lupusdiary.domain.medicines.part import WEEKDAYS, DosePart
from lupusdiary.domain.medicines.pattern import (
    ALTERNATE_DAYS,
    AS_NEEDED,
    DAILY,
    SINGLE,
    WEEKLY_ONCE,
    DosePattern,
)
from lupusdiary.domain.medicines.period import DosePeriod
from lupusdiary.domain.medicines.quick_entry.forms import INJECTED_FORMS
from lupusdiary.domain.medicines.quick_entry.parse_line import parse_line
from lupusdiary.domain.medicines.quick_entry.parsed_line import ParsedLine

# The intervals that a row can be given: a weekday stands for once a week on it.
ROW_INTERVALS = (DAILY, ALTERNATE_DAYS, *WEEKDAYS, AS_NEEDED, SINGLE)


@dataclass(frozen=True, slots=True)
class DispensedRow:
    """What a row says, cell by cell as printed. `on`: the day of dispensing, from which it is entered."""

    name: str
    on: date
    amount: str = ""
    times: str = ""
    days: str = ""
    usage: str = ""
    code: str = ""
    hospital: str | None = None
    pharmacy: str | None = None

    @property
    def line(self) -> str:
        """The row as one line of the quick entry."""
        labelled = (("투약량", self.amount), ("횟수", self.times), ("일수", self.days))
        # 3-0-2 is no amount at a time: it says the times of day too.
        numbers = (text if "-" in text else f"{label} {text}" for label, text in labelled if text)
        return " ".join(each for each in (self.code, self.name, *numbers, self.usage) if each)


def read_row(row: DispensedRow) -> ParsedLine:
    """The row read by the rules of the quick entry."""
    return parse_line(row.line)


def said_interval(row: DispensedRow) -> str | None:
    """The interval that the row itself says; None where it is to be asked: numbers alone say none."""
    parsed = read_row(row)
    said = parsed.interval
    if said is None or "pattern" in parsed.ask or "weekday" in parsed.ask:
        return None
    if said.kind == WEEKLY_ONCE and len(said.weekdays) == 1:
        return said.weekdays[0]
    return said.kind if said.kind in ROW_INTERVALS else None


def may_be_daily(row: DispensedRow) -> bool:
    """Whether “the rest every day” may speak for it: never for methotrexate, which is chosen by itself."""
    return read_row(row).ingredient != METHOTREXATE


def medicine_of_row(row: DispensedRow, interval: str) -> Medication:
    """The medicine with one planned period from the day of dispensing. Raises `Refusal`."""
    parsed = read_row(row)
    weekly = interval in WEEKDAYS
    pattern = (
        DosePattern(WEEKLY_ONCE, weekdays=(interval,))
        if weekly
        else DosePattern(interval, anchor=row.on if interval == ALTERNATE_DAYS else None)
    )
    end = None
    if interval == DAILY and parsed.supply_days:
        end = row.on + timedelta(days=parsed.supply_days - 1)
    parts = tuple(part for part in parsed.parts if part != DosePart())
    if interval == AS_NEEDED:
        parts = tuple(replace(part, times=None) for part in parts)
    route = parsed.route
    if "route" in parsed.ask:
        route = INJECTION if parsed.form in INJECTED_FORMS else None
    period = DosePeriod(
        row.on,
        pattern,
        planned=True,
        end=end,
        parts=parts,
        meal=parsed.meal,
        supply_days=parsed.supply_days,
        dispensed_on=row.on,
        hospital=row.hospital,
        pharmacy=row.pharmacy,
        printed=row.line,
        note=parsed.left_over,
    )
    return Medication("", parsed.name or row.name, parsed.ingredient, route, parsed.form, periods=(period,))
