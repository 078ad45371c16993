"""What a typed line was read as, as plain JSON values: its fields, what is asked and what is offered."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from lupusdiary.domain.medicines.part import DosePart
from lupusdiary.domain.medicines.pattern import AS_NEEDED, PULSE
from lupusdiary.domain.medicines.quick_entry.parsed_line import ParsedLine
from lupusdiary.exchange.plain_values import number

Plain = dict[str, Any]

_PATTERN_FIELDS = ("days", "weeks", "months", "day_of_month", "weekdays", "first_weeks", "occasions")


def _filled(values: Plain) -> Plain:
    return {key: value for key, value in values.items() if value is not None and value != []}


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return list(value)
    return number(value) if isinstance(value, int | float) and not isinstance(value, bool) else value


def _part(part: DosePart) -> Plain:
    return _filled({field.name: _plain(getattr(part, field.name)) for field in fields(part)})


def encode_line(line: ParsedLine) -> Plain:
    """The fields that were read, in the words of the JSON export."""
    parts = [_part(part) for part in line.parts]
    due = line.due_day_mg
    return _filled(
        {
            "name": line.name or None,
            "ingredient": line.ingredient,
            "route": line.route,
            "form": line.form,
            "parts": [part for part in parts if part],
            "pattern": _pattern(line),
            "meal": line.meal,
            "site": line.site,
            "supply_days": line.supply_days,
            "dispensed_on": line.dispensed_on.isoformat() if line.dispensed_on else None,
            "prescribed_on": line.prescribed_on.isoformat() if line.prescribed_on else None,
            "product_code": line.product_code,
            "kept": line.note,
            "due_day_mg": None if due is None else number(due),
        }
    )


def _pattern(line: ParsedLine) -> Plain | None:
    said = line.interval
    if said is None:
        return None
    found = {"kind": said.kind} | {name: _plain(getattr(said, name)) for name in _PATTERN_FIELDS}
    found["anchor"] = said.anchor.isoformat() if said.anchor is not None else None
    if said.kind == PULSE:
        found["days"] = line.pulse_days
    if said.kind == AS_NEEDED:
        found |= {"most": _plain(line.most), "most_unit": line.most_unit}
    return _filled(found)
