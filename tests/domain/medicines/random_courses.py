"""Courses as nobody would plan them, drawn from a seed: overlapping, stopped, paused, ticked now and then."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import Any

from tests.domain.medicines.plain_exposure import Plain, PlainMedicine, day_of, is_due

_DAYS = 50
_KINDS = ("daily",) * 6 + (
    "alternate_days",
    "weekly_once",
    "alternating_doses",
    "every_n_weeks",
    "as_needed",
    "none",
    "none",
)
_EXTRA = {"strength": 5, "unit": "mg", "times": 1}


def iso(number: int) -> str:
    """The day of a number, from the first of 2026."""
    return (date(2026, 1, 1) + timedelta(days=number)).isoformat()


def random_document(seed: int) -> Plain:
    """A document with one to three steroids and their rows."""
    draw = Random(seed)
    today = draw.choice([20, 35, _DAYS - 1, _DAYS - 1])
    medicines = [
        each for number in range(draw.choice([1, 1, 2, 2, 3])) if (each := _medicine(draw, number, today))
    ]
    return {
        "from": iso(0),
        "to": iso(_DAYS - 1),
        "today": iso(today),
        "medicines": medicines,
        "taken": [row for each in medicines for row in _rows(draw, each, today)],
    }


def _pattern(draw: Random) -> Plain:
    pattern: Plain = {"kind": draw.choice(_KINDS)}
    if pattern["kind"] == "weekly_once":
        pattern["weekdays"] = [draw.choice(["mon", "tue", "wed", "thu", "fri", "sat", "sun"])]
    if pattern["kind"] == "every_n_weeks":
        pattern["weeks"] = draw.choice([1, 2])
    if pattern["kind"] == "alternate_days" and draw.random() < 0.4:
        pattern["anchor"] = iso(draw.randint(-5, 20))
    return pattern


def _parts(draw: Random, kind: str) -> list[Plain] | None:
    if kind == "none":
        return None
    if kind == "alternating_doses":
        return [_EXTRA | {"amount": draw.choice([1, 2, 0.5]), "turn": turn} for turn in (1, 2)]
    if draw.random() < 0.08:
        return None
    times: dict[str, Any] = {} if kind == "as_needed" else {"times": draw.choice([1, 1, 2])}
    return [
        {
            "strength": draw.choice([5, 1]),
            "unit": "mg" if draw.random() < 0.95 else "IU",
            "amount": draw.choice([1, 2, 0.5, 0.25]),
            **times,
        }
        for _ in range(draw.choice([1, 1, 2]))
    ]


def _period(draw: Random, today: int) -> Plain | None:
    start, pattern, planned = draw.randint(0, 40), _pattern(draw), draw.random() < 0.6
    end = start + draw.randint(0, 20) if draw.random() < 0.6 else None
    if not planned:
        # As it went has an end, and neither it nor a stop lies ahead.
        end = start + draw.randint(0, 6) if end is None and pattern["kind"] != "none" else end
        end = None if end is None else min(end, today)
        if start > today or (end is not None and end < start):
            return None
    period: Plain = {"start": iso(start), "planned": planned, "pattern": pattern}
    if end is not None:
        period["end"] = iso(end)
    parts = _parts(draw, pattern["kind"])
    return period if parts is None else period | {"parts": parts}


def _taper(draw: Random) -> tuple[Plain, list[Plain]]:
    plan, steps, start = {"plan": "p1"}, [], draw.randint(0, 20)
    for _ in range(draw.randint(1, 3)):
        length = draw.randint(2, 8)
        steps.append(
            {
                "start": iso(start),
                "end": iso(start + length - 1),
                "planned": True,
                "plan": "p1",
                "pattern": {"kind": "daily"},
                "parts": [_EXTRA | {"amount": draw.choice([1, 2, 3, 4])}],
            }
        )
        start += length
    if draw.random() < 0.5:
        steps.append({"start": iso(start), "planned": True, "plan": "p1", "pattern": {"kind": "none"}})
    if draw.random() < 0.3:
        plan["left"] = iso(draw.randint(30, 45))
    return plan, steps


def _medicine(draw: Random, number: int, today: int) -> Plain | None:
    ingredient = draw.choice(["prednisolone", "prednisolone", "methylprednisolone", "dexamethasone"])
    periods = [each for _ in range(draw.randint(1, 5)) if (each := _period(draw, today)) is not None]
    named: Plain = {"id": f"m{number}", "name": f"약{number}", "ingredient": ingredient, "route": "oral"}
    if draw.random() < 0.4:
        plan, steps = _taper(draw)
        named, periods = named | {"plans": [plan]}, periods + steps
    return named | {"periods": periods} if periods else None


def _rows(draw: Random, medicine: Plain, today: int) -> list[Plain]:
    plain, rows = PlainMedicine(medicine, []), []
    for number in range(today + 1):
        if draw.random() >= 0.15:
            continue
        held = plain.holds(day_of(iso(number)))
        due = held is not None and is_due(held, day_of(iso(number)))
        state = draw.choice(["taken", "taken", "late", "skipped", "extra"])
        row: Plain = {"day": iso(number), "medicine": medicine["id"], "state": state}
        if state == "skipped" and not due:
            continue
        if state == "extra" or (state != "skipped" and (not due or draw.random() < 0.2)):
            row["parts"] = [_EXTRA | {"amount": draw.choice([1, 2])}]
        rows.append(row)
    return rows
