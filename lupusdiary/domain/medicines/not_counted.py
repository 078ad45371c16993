"""The steroids that are named beside an exposure and not counted, each with its reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from lupusdiary.domain.medicines.catalogue import equivalences, is_glucocorticoid
from lupusdiary.domain.medicines.holding import Held, segments
from lupusdiary.domain.medicines.intake import Intake
from lupusdiary.domain.medicines.medicine import INJECTION, SYSTEMIC_ROUTES, Medication
from lupusdiary.domain.medicines.pattern import AS_NEEDED
from lupusdiary.domain.period import Period

ROUTE, NO_FACTOR, AS_NEEDED_ONLY, ROUTE_NOT_KNOWN = "route", "no_factor", "as_needed", "route_not_known"


@dataclass(frozen=True, slots=True)
class NotCounted:
    """A steroid that is not counted, and why: route, no_factor, as_needed or route_not_known."""

    name: str
    ingredient: str
    route: str | None
    why: str


def _why(medicine: Medication) -> str | None:
    """Why a steroid as such is not counted, or None when it is. One without factor counts by no route."""
    if medicine.route in SYSTEMIC_ROUTES:
        return None if medicine.ingredient in equivalences() else NO_FACTOR
    if medicine.route is not None and medicine.route != INJECTION:
        return ROUTE
    return ROUTE_NOT_KNOWN if medicine.ingredient in equivalences() else NO_FACTOR


def _in_use(held: Held) -> bool:
    return held.period is not None and not held.period.is_none and not held.period.is_pulse


def _has_row(medicine: Medication, rows: Sequence[Intake], period: Period) -> bool:
    return any(row.medicine == medicine.code and row.day in period for row in rows)


def not_counted(
    medicines: Sequence[Medication], rows: Sequence[Intake], period: Period
) -> tuple[NotCounted, ...]:
    """The steroids of a period that are not counted, in the order of the list; others are not mentioned."""
    found = []
    for medicine in medicines:
        if medicine.ingredient is None or not is_glucocorticoid(medicine.ingredient):
            continue
        held = [held for _, _, held in segments(medicine, period.start, period.end) if _in_use(held)]
        why = _why(medicine)
        if why is None and any(each.period and each.period.kind == AS_NEEDED for each in held):
            why = AS_NEEDED_ONLY
        if why is not None and (held or _has_row(medicine, rows, period)):
            found.append(NotCounted(medicine.name, medicine.ingredient, medicine.route, why))
    return tuple(found)


def blocked_days(medicines: Sequence[Medication], rows: Sequence[Intake], period: Period) -> frozenset[date]:
    """The days on which a steroid holds, or has a row, whose route is not known: no total is known then."""
    blocked: set[date] = set()
    for medicine in medicines:
        if not is_glucocorticoid(medicine.ingredient) or _why(medicine) != ROUTE_NOT_KNOWN:
            continue
        for first, last, held in segments(medicine, period.start, period.end):
            if _in_use(held):
                blocked.update(Period(first, last))
        blocked.update(row.day for row in rows if row.medicine == medicine.code)
    return frozenset(blocked)
