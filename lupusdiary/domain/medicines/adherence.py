"""How often a medicine was recorded as taken, skipped, late: counts over due days that have a row."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from lupusdiary.domain.medicines.holding import segments
from lupusdiary.domain.medicines.intake import EXTRA, LATE, SKIPPED, TAKEN, Intake
from lupusdiary.domain.medicines.medicine import Medication
from lupusdiary.domain.medicines.part import named_intakes
from lupusdiary.domain.medicines.pattern import AS_NEEDED, DAILY
from lupusdiary.domain.medicines.period import DosePeriod
from lupusdiary.domain.period import Period


@dataclass(frozen=True, slots=True)
class Adherence:
    """Days of a period up to today: `due`, of which `recorded` have a row; of these taken, partly skipped and
    skipped. `late` and `extra` are days with such a row. As needed: `used` intakes on `used_days` days."""

    due: int = 0
    recorded: int = 0
    taken: int = 0
    partly: int = 0
    skipped: int = 0
    late: int = 0
    extra: int = 0
    used: int = 0
    used_days: int = 0
    daily: bool = True


def no_counts() -> dict[str, int]:
    """Counts of nothing yet."""
    return dict.fromkeys(("due", "recorded", "taken", "partly", "skipped", "late", "used", "used_days"), 0)


def adherence(medicine: Medication, rows: Iterable[Intake], period: Period, today: date) -> Adherence:
    """The counts of one medicine. Closed periods are no rows; extra alone is no record of what was due."""
    own: dict[date, list[Intake]] = {}
    for row in rows:
        if row.medicine == medicine.code and row.day in period and row.day <= today:
            own.setdefault(row.day, []).append(row)
    counts = no_counts()
    daily = True
    last_day = min(period.end, today)
    for first, last, held in segments(medicine, period.start, last_day):
        current = held.period
        if current is None or current.is_none:
            continue
        daily = daily and current.kind in {DAILY, AS_NEEDED}
        for day in Period(first, last):
            count_day(counts, current, day, own.get(day, ()))
    extra = sum(any(row.state == EXTRA for row in said) for said in own.values())
    return Adherence(**counts, extra=extra, daily=daily)


def count_day(counts: dict[str, int], period: DosePeriod, day: date, rows: Sequence[Intake]) -> None:
    """Adds what one day of a period says to counts by the names of the fields above."""
    said = [row for row in rows if row.state != EXTRA]
    if period.kind == AS_NEEDED:
        used = sum(row.state in {TAKEN, LATE} for row in rows)
        counts["used"] += used
        counts["used_days"] += used > 0
        return
    if not period.due(day):
        return
    counts["due"] += 1
    if not said:
        return
    counts["recorded"] += 1
    skipped = [row for row in said if row.state == SKIPPED]
    due = len(named_intakes(period.parts_on(day))) or 1
    whole = any(row.intake is None for row in skipped) or len(skipped) >= due
    counts["skipped" if whole else "partly" if skipped else "taken"] += 1
    counts["late"] += any(row.state == LATE for row in said)
