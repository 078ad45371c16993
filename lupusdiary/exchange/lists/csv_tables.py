"""The lists of our CSV export: the columns of each file, and the rows that a diary's contents make."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from lupusdiary.exchange.encode import Plain
from lupusdiary.exchange.lists.csv_learning import LEARNING_LISTS, learning_rows
from lupusdiary.exchange.lists.csv_medicines import FLAT_LISTS, MEDICINE_LISTS, medicine_rows

Row = dict[str, str]

# A value is a score, yes or no, a temperature ...: as the item takes it; a list is one of JSON.
TEXT, NUMBER, FLAG, DAY, TIME, VALUE, LIST = "text", "number", "flag", "day", "time", "value", "list"
# Columns that came after a list was first written: a file of an older version lacks them.
LATER_COLUMNS = frozenset(
    ("entered", "ingredient", "dose_mg", "days", "department", "hospital", "doctor", "at", "blood_draw")
) | {"blood_draw_at", "preparation", "agreed", "asked", "answer", "prepared", "agreements", "origin"}


@dataclass(frozen=True, slots=True)
class CsvTable:
    """One file: its columns with their types, in order; a row without the `needed` ones is refused."""

    name: str
    columns: dict[str, str]
    needed: tuple[str, ...]


def _table(name: str, needed: str, columns: str) -> CsvTable:
    pairs = [column.partition(":") for column in columns.split()]
    return CsvTable(name, {column: kind or TEXT for column, _, kind in pairs}, tuple(needed.split()))


TABLES = {
    table.name: table
    for table in (
        _table("diary", "format version", "format version:number demonstration"),
        _table("profile", "", "name birth_date:day sex hospital_number"),
        _table("readings", "day symptom value", "day:day symptom value:value how entered"),
        _table("notes", "day note", "day:day note how"),
        _table("timed", "day at", "day:day at:time fever:value note how entered"),
        _table(
            "labs",
            "collected_on analyte value_text",
            "collected_on:day analyte value_text unit range_text kind comparator value:number low:number "
            "high:number code range_low:number range_high:number laboratory method note",
        ),
        _table("events", "day kind", "day:day kind title note ingredient dose_mg:number days:number"),
        _table("flares", "start", "start:day end:day note"),
        _table(
            "visits",
            "visit day",
            "visit day:day note department hospital doctor at:time blood_draw:day blood_draw_at:time "
            "preparation agreed:list prepared:list agreements:list",
        ),
        _table("questions", "visit day question", "visit day:day question asked:flag answer"),
        _table("symptoms", "id tracked", "id tracked:flag name scale retired:flag"),
        _table("analytes", "analyte name", "analyte name value_type unit"),
        _table("sheets", "row", "laboratory row:number analyte label unit_answer"),
        _table("contacts", "name number", "name number"),
        *(_table(*each) for each in LEARNING_LISTS),
        *(_table(*each) for each in MEDICINE_LISTS),
        _table("other", "key json", "key json"),
    )
}


PLAIN_LISTS = ("labs", "events", "flares", "symptoms", "contacts")
_IN_TABLES = {
    "format", "version", "demonstration", "profile", "days", "visits", "analytes", "learning", *PLAIN_LISTS,
    "medicines", *FLAT_LISTS,
}  # fmt: skip


def spell(value: Any) -> str:
    """A plain value as one cell."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return json.dumps(value, ensure_ascii=False) if value else ""
    return "" if value is None else str(value)


def tables(document: Plain) -> dict[str, list[Row]]:
    """The rows of every file of a document in our JSON format."""
    rows: dict[str, list[Plain]] = {name: [] for name in TABLES}
    rows["diary"] = [{key: document.get(key) for key in TABLES["diary"].columns}]
    rows["profile"] = [document["profile"]] if document["profile"] else []
    for day in document["days"]:
        how, entered = day.get("how", {}), day.get("entered", {})
        rows["readings"] += [
            {
                "day": day["day"],
                "symptom": code,
                "value": value,
                "how": how.get(code),
                "entered": entered.get(code),
            }
            for code, value in day.get("readings", {}).items()
        ]
        if "note" in day:
            rows["notes"].append({"day": day["day"], "note": day["note"], "how": how.get("note")})
        rows["timed"] += [{"day": day["day"], **entry} for entry in day.get("timed", [])]
    for number, visit in enumerate(document["visits"], start=1):
        named = {"visit": str(number), "day": visit["day"]}
        rows["visits"].append({**visit, **named})
        rows["questions"] += [{**named, **line} for line in _questions(visit)]
    for item in document["analytes"]:
        if "rows" not in item:
            rows["analytes"].append(item)
            continue
        laboratory = item.get("laboratory")
        lines = item["rows"] or [{}]
        rows["sheets"] += [
            {"laboratory": laboratory, "row": number if line else 0, **line}
            for number, line in enumerate(lines, start=1)
        ]
    for name in PLAIN_LISTS:
        rows[name] = document.get(name, [])
    rows |= learning_rows(document.get("learning", {}))
    rows |= medicine_rows(document)
    rows["other"] = [
        {"key": key, "json": json.dumps(value, ensure_ascii=False)}
        for key, value in document.items()
        if key not in _IN_TABLES
    ]
    return {
        name: [{column: spell(row.get(column)) for column in TABLES[name].columns} for row in found]
        for name, found in rows.items()
    }


def _questions(visit: Plain) -> list[Plain]:
    """The questions of a visit, each with what became of it."""
    left = list(visit.get("asked", []))
    found = []
    for text in visit.get("questions", []):
        said = next((each for each in left if each["question"] == text), {"question": text})
        if said in left:
            left.remove(said)
        found.append(said)
    return found
