"""The rules of the exposure once more, day by day and as plainly as they are written: slow, and apart from
the program, so that both can be compared."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from typing import Any

_EQUIVALENT = {"prednisolone": "5", "methylprednisolone": "4", "dexamethasone": "0.75", "deflazacort": "6"}
_DUE_EVERY_DAY = {"daily", "alternating_doses", "pulse"}
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
Plain = dict[str, Any]


def day_of(text: str) -> date:
    """A day of the document."""
    return date.fromisoformat(text)


def _last(period: Plain) -> date | None:
    if "end" in period:
        return day_of(period["end"])
    if period["pattern"]["kind"] == "pulse":
        return day_of(period["start"]) + timedelta(days=period["pattern"]["days"] - 1)
    return day_of(period["start"]) if period["pattern"]["kind"] == "single" else None


def _covers(period: Plain, day: date) -> bool:
    last = _last(period)
    return day_of(period["start"]) <= day and (last is None or day <= last)


def _is_none(period: Plain) -> bool:
    return bool(period["pattern"]["kind"] == "none")


def _is_stop(period: Plain) -> bool:
    return _is_none(period) and "end" not in period and not period["planned"]


def _due(period: Plain, day: date) -> bool:
    pattern, start = period["pattern"], day_of(period["start"])
    anchor = day_of(pattern["anchor"]) if "anchor" in pattern else start
    if pattern["kind"] in _DUE_EVERY_DAY:
        return True
    if pattern["kind"] == "alternate_days":
        return (day - anchor).days % 2 == 0
    if pattern["kind"] == "weekly_once":
        return _WEEKDAYS[day.weekday()] in pattern["weekdays"]
    if pattern["kind"] == "every_n_weeks":
        return (day - anchor).days % (7 * pattern["weeks"]) == 0
    return bool(pattern["kind"] == "single" and day == start)


def is_due(period: Plain, day: date) -> bool:
    """Whether a period makes a day a due day."""
    return not _is_none(period) and period["pattern"]["kind"] != "as_needed" and _due(period, day)


def _mg(parts: list[Plain]) -> Fraction | None:
    total = Fraction(0)
    for part in parts:
        if part.get("unit") != "mg" or "amount" not in part:
            return None
        total += Fraction(str(part["amount"])) * Fraction(str(part.get("strength", 1))) * part.get("times", 1)
    return total


def _parts_on(period: Plain, day: date) -> list[Plain] | None:
    parts = period.get("parts")
    if parts is None or period["pattern"]["kind"] != "alternating_doses":
        return parts
    turn = (day - day_of(period["start"])).days % 2 + 1
    return [part for part in parts if part["turn"] == turn]


class PlainMedicine:
    """One medicine of a document, by the four rules of what holds on a day."""

    def __init__(self, medicine: Plain, rows: list[Plain]) -> None:
        self.medicine = medicine
        self.periods: list[Plain] = medicine["periods"]
        self.rows = [row for row in rows if row["medicine"] == medicine["id"]]
        self.plans: list[tuple[date, int, list[Plain], date | None]] = []
        left = {plan["plan"]: plan.get("left") for plan in medicine.get("plans", ())}
        grouped: dict[object, list[tuple[int, Plain]]] = {}
        for number, period in enumerate(self.periods):
            if period["planned"]:
                grouped.setdefault(period.get("plan", number), []).append((number, period))
        for name, steps in grouped.items():
            until = left.get(name) if isinstance(name, str) else None
            self.plans.append(
                (
                    min(day_of(step["start"]) for _, step in steps),
                    steps[0][0],
                    [step for _, step in steps],
                    day_of(until) if until else None,
                )
            )

    def stop(self, day: date) -> Plain | None:
        """The last stop that has begun."""
        stops = [each for each in self.periods if _is_stop(each) and day_of(each["start"]) <= day]
        return max(stops, key=lambda each: day_of(each["start"]), default=None)

    def as_it_went(self, day: date) -> Plain | None:
        """Rule 1."""
        stop = self.stop(day)
        found = [
            (day_of(each["start"]), number, each)
            for number, each in enumerate(self.periods)
            if not each["planned"]
            and not _is_stop(each)
            and _covers(each, day)
            and (stop is None or day_of(each["start"]) >= day_of(stop["start"]))
        ]
        return max(found, key=lambda each: each[:2])[2] if found else None

    def planned(self, day: date) -> Plain | None:
        """Rule 2, and a planned last step of nothing, which gives way for good once a later plan began."""
        stop = self.stop(day)
        found = []
        for began, entered, steps, left in self.plans:
            if (left is not None and day >= left) or (stop is not None and began < day_of(stop["start"])):
                continue
            for step in steps:
                if not _covers(step, day):
                    continue
                given_way = any(
                    other_began <= day
                    and other_began >= max(began, day_of(step["start"]))
                    and others is not steps
                    for other_began, _, others, _ in self.plans
                    if not all(_is_none(each) for each in others)
                )
                if _is_none(step) and "end" not in step and given_way:
                    continue
                found.append((began, entered, step))
        return max(found, key=lambda each: each[:2])[2] if found else None

    def standing(self, day: date) -> Plain | None:
        """Rule 3."""
        stop = self.stop(day)
        if stop is None:
            return None
        begun = any(
            not _is_none(each) and day_of(stop["start"]) <= day_of(each["start"]) <= day
            for each in self.periods
        )
        return None if begun else stop

    def holds(self, day: date) -> Plain | None:
        """What counts on a day."""
        return self.as_it_went(day) or self.planned(day) or self.standing(day)

    def by(self, period: Plain | None, day: date) -> object:
        """What a period says of a day: an amount, "none", "unknown" or nothing (None)."""
        if period is None:
            return None
        if _is_none(period):
            return "none"
        if period["pattern"]["kind"] == "as_needed":
            return None
        if not _due(period, day):
            return Fraction(0)
        parts = _parts_on(period, day)
        amount = _mg(parts) if parts is not None else None
        return "unknown" if amount is None else amount

    def known(self, day: date) -> tuple[object, bool]:
        """What is known of a day, and whether it rests on the record alone. Whole-day rows only."""
        rows = [row for row in self.rows if day_of(row["day"]) == day]
        held, closed = self.holds(day), self.as_it_went(day)
        extra = sum(
            (_mg(row["parts"]) or Fraction(0) for row in rows if row["state"] == "extra"), Fraction(0)
        )
        whole = [row for row in rows if row["state"] != "extra"]
        if whole:
            (row,) = whole
            if row["state"] == "skipped":
                return extra, True
            own = _mg(row["parts"]) if "parts" in row else self.by(held, day)
            return (own + extra, True) if isinstance(own, Fraction) else ("unknown", True)
        said = self.by(held, day)
        recorded = closed is not None or (held is not None and _is_stop(held)) or self._between(day)
        if isinstance(said, Fraction):
            return said + extra, recorded
        if said == "unknown":
            return said, recorded
        if extra:
            return extra, recorded or said is None
        return said, recorded

    def _between(self, day: date) -> bool:
        """A day not due is 0 when the due day before it is recorded."""
        held = self.holds(day)
        if held is None or _is_none(held) or held["pattern"]["kind"] == "as_needed" or is_due(held, day):
            return False
        past = day - timedelta(days=1)
        while past >= date(2025, 1, 1):
            before = self.holds(past)
            if before is None:
                return False
            if is_due(before, past):
                rows = [row for row in self.rows if day_of(row["day"]) == past and row["state"] != "extra"]
                return bool(rows) or self.as_it_went(past) is not None
            if _is_none(before):
                return before is self.as_it_went(past) or _is_stop(before)
            past -= timedelta(days=1)
        return False


def plain_totals(document: Plain) -> dict[str, dict[str, float]]:
    """The days that are known and as planned, in mg of prednisolone."""
    medicines = [PlainMedicine(each, document.get("taken", [])) for each in document["medicines"]]
    found: dict[str, dict[str, float]] = {"known": {}, "planned": {}}
    day = day_of(document["from"])
    while day <= day_of(document["to"]):
        lines = {"planned": [(each.planned(day) or each.standing(day)) for each in medicines]}
        planned = [each.by(period, day) for each, period in zip(medicines, lines["planned"], strict=True)]
        _add(found["planned"], medicines, planned, lines["planned"], day, plans_only=True)
        if day <= day_of(document["today"]):
            known = [each.known(day)[0] for each in medicines]
            _add(
                found["known"],
                medicines,
                known,
                [each.holds(day) for each in medicines],
                day,
                plans_only=False,
            )
        day += timedelta(days=1)
    return found


def _add(
    line: dict[str, float],
    medicines: list[PlainMedicine],
    said: list[object],
    held: list[Plain | None],
    day: date,
    *,
    plans_only: bool,
) -> None:
    if "unknown" in said:
        return
    amounts = [
        each * 5 / Fraction(_EQUIVALENT[medicine.medicine["ingredient"]])
        for medicine, each in zip(medicines, said, strict=True)
        if isinstance(each, Fraction)
    ]
    if amounts:
        line[day.isoformat()] = round(float(sum(amounts, Fraction(0))), 4)
        return
    since = [
        day_of(period["start"])
        for period, each in zip(held, said, strict=True)
        if each == "none" and period is not None
    ]
    if not since:
        return
    for medicine, each in zip(medicines, said, strict=True):
        if each is None and any(
            day_of(period["start"]) <= day and ((last := _last(period)) is None or last >= max(since))
            for period in medicine.periods
            if not _is_none(period) and (period["planned"] or not plans_only)
        ):
            return
    line[day.isoformat()] = 0.0
