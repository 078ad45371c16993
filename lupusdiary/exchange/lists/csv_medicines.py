"""Medicines and what was taken as rows of our CSV lists, and back.

"medicine" is the id in medicines.csv; "dose" counts the rows of doses.csv, and joins those of dose_parts.csv.
A list in a cell is written as JSON.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Plain = dict[str, Any]

_PATTERN = (
    "kind days:number weeks:number months:number weekdays:list day_of_month:number dates:list anchor:day "
    "occasions:number most:number most_unit"
)
_PERIOD = (
    "meal site supply_days:number dispensed_on:day prescribed_on:day hospital department pharmacy printed "
    "note reason reason_text heard_on:day"
)
_PART = (
    "strength:number unit amount:number amount_unit amount_to:number times:number at:list weekdays:list "
    "turn:number strength_text product product_code"
)
# Name, needed columns, columns with their types.
MEDICINE_LISTS = (
    ("medicines", "id name", "id name ingredient route form kind sensitive:flag"),
    ("plans", "medicine plan", "medicine plan written_on:day text left:day"),
    (
        "doses",
        "dose medicine start planned kind",
        f"dose:number medicine start:day end:day planned:flag plan {_PATTERN} {_PERIOD}",
    ),
    ("dose_parts", "dose", f"dose:number {_PART}"),
    ("taken", "day medicine state", "day:day medicine state intake at:time how parts:list note"),
    ("allergies", "name", "name ingredient reactions:list first_on:day told_by note"),
    (
        "side_effects",
        "medicine what",
        "medicine what start:day end:day severity told_on:day note",
    ),
    ("open_questions", "text", "text department added_on:day origin"),
    ("check_ups", "kind", "kind name last_on:day next_on:day note"),
    ("visit_pages", "day made_on data", "day:day department hospital made_on:day data"),
)
# Lists that are rows as they stand.
FLAT_LISTS = ("taken", "allergies", "side_effects", "open_questions", "check_ups", "visit_pages")
_PATTERN_FIELDS = tuple(column.partition(":")[0] for column in _PATTERN.split())


def medicine_rows(document: Plain) -> dict[str, list[Plain]]:
    """The rows of each list of a document."""
    found: dict[str, list[Plain]] = {name: [] for name, _, _ in MEDICINE_LISTS}
    for medicine in document.get("medicines", []):
        found["medicines"].append(medicine)
        found["plans"] += [{"medicine": medicine["id"], **plan} for plan in medicine.get("plans", [])]
        for period in (*medicine.get("periods", []), *medicine.get("heard", [])):
            number = len(found["doses"]) + 1
            found["doses"].append({**period, **period["pattern"], "dose": number, "medicine": medicine["id"]})
            found["dose_parts"] += [{**part, "dose": number} for part in period.get("parts", [])]
    for name in FLAT_LISTS:
        found[name] = document.get(name, [])
    return found


def medicines_of(rows: Mapping[str, list[Plain]]) -> Plain:
    """The keys of a document from typed rows; nothing where there are none."""
    parts: dict[Any, list[Plain]] = {}
    for line in rows.get("dose_parts", []):
        parts.setdefault(line["dose"], []).append(_without(line, "dose"))
    medicines: dict[str, Plain] = {}
    listed = []
    for line in rows.get("medicines", []):
        medicines.setdefault(line["id"], line)
        listed.append(line)
    for name, kind in (("plans", "plans"), ("doses", "periods")):
        for line in rows.get(name, []):
            # Of a medicine that has no row of its own nothing but the id is known: reading it says so.
            owner = medicines.setdefault(line["medicine"], {"id": line["medicine"]})
            if owner not in listed:
                listed.append(owner)
            own = _without(line, "medicine")
            if kind == "periods" and own.get("heard_on"):
                owner.setdefault("heard", []).append(_period(own, parts))
                continue
            owner.setdefault(kind, []).append(own if kind == "plans" else _period(own, parts))
    found: Plain = {"medicines": listed} | {name: rows.get(name, []) for name in FLAT_LISTS}
    return {key: value for key, value in found.items() if value}


def _period(line: Plain, parts: Mapping[Any, list[Plain]]) -> Plain:
    pattern = {key: value for key, value in line.items() if key in _PATTERN_FIELDS}
    own = _without(line, "dose", *_PATTERN_FIELDS) | {"pattern": pattern}
    return own | ({"parts": parts[line["dose"]]} if line["dose"] in parts else {})


def _without(line: Plain, *columns: str) -> Plain:
    return {key: value for key, value in line.items() if key not in columns}
