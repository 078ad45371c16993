"""The lists of our CSV export: the columns of each file, and how its rows become our JSON's lists again."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from lupusdiary.exchange.csv_learning import LEARNING_LISTS, learning_of, learning_rows
from lupusdiary.exchange.csv_medicines import FLAT_LISTS, MEDICINE_LISTS, medicine_rows, medicines_of
from lupusdiary.exchange.encode import Plain
from lupusdiary.exchange.json_text import parse
from lupusdiary.language import Refusal

Row = dict[str, str]

TEXT, NUMBER, FLAG, DAY, TIME, LIST = "text", "number", "flag", "day", "time", "list"
# Columns that came after a list was first written: a file of an older version lacks them.
LATER_COLUMNS = frozenset(
    ("entered", "ingredient", "dose_mg", "days", "department", "hospital", "doctor", "at", "blood_draw")
) | {"blood_draw_at", "preparation", "agreed", "asked", "answer"}


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
        _table("readings", "day symptom value", "day:day symptom value how entered"),
        _table("notes", "day note", "day:day note how"),
        _table("timed", "day at", "day:day at:time fever note how entered"),
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
            "preparation agreed:list",
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


_PLAIN_LISTS = ("labs", "events", "flares", "symptoms", "contacts")
_IN_TABLES = {
    "format", "version", "demonstration", "profile", "days", "visits", "analytes", "learning", *_PLAIN_LISTS,
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
    for name in _PLAIN_LISTS:
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


def document(rows: dict[str, list[Plain]]) -> Plain:
    """The document that typed rows make; a list that has no file is empty."""
    found: Plain = {"format": "lupusdiary", "version": 1}
    for line in rows.get("diary", []):
        found |= line
    if len(rows.get("profile", [])) > 1:
        raise Refusal("profile: only one line is expected.")
    found["profile"] = next(iter(rows.get("profile", [])), {})
    found["days"] = list(_days(rows).values())
    found["visits"] = list(_visits(rows).values())
    found["analytes"] = [*rows.get("analytes", []), *_sheets(rows).values()]
    for name in _PLAIN_LISTS:
        found[name] = rows.get(name, [])
    if learning := learning_of(rows):
        found["learning"] = learning
    found |= medicines_of(rows)
    for line in rows.get("other", []):
        if line["key"] in found:
            raise Refusal("other: “{field}” has no place there.", field=line["key"][:40])
        found[line["key"]] = parse(line["json"])
    return found


def _days(rows: dict[str, list[Plain]]) -> dict[str, Plain]:
    days: dict[str, Plain] = {}

    def day(line: Plain) -> Plain:
        return days.setdefault(line["day"], {"day": line["day"]})

    for line in rows.get("readings", []):
        readings = day(line).setdefault("readings", {})
        if line["symptom"] in readings:
            raise Refusal(
                "readings: “{code}” is there twice on {day}.", code=line["symptom"][:40], day=line["day"]
            )
        readings[line["symptom"]] = line["value"]
        if "how" in line:
            day(line).setdefault("how", {})[line["symptom"]] = line["how"]
        if "entered" in line:
            day(line).setdefault("entered", {})[line["symptom"]] = line["entered"]
    for line in rows.get("notes", []):
        if "note" in day(line):
            raise Refusal("notes: there are two notes on {day}.", day=line["day"])
        day(line)["note"] = line["note"]
        if "how" in line:
            day(line).setdefault("how", {})["note"] = line["how"]
    for line in rows.get("timed", []):
        entry = {key: value for key, value in line.items() if key != "day"}
        day(line).setdefault("timed", []).append(entry)
    return days


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


def _visits(rows: dict[str, list[Plain]]) -> dict[tuple[str, str], Plain]:
    visits: dict[tuple[str, str], Plain] = {}
    for line in [*rows.get("visits", []), *rows.get("questions", [])]:
        visit = visits.setdefault((line["visit"], line["day"]), {"day": line["day"]})
        own = {key: value for key, value in line.items() if key != "visit"}
        if "question" not in own:
            visit |= own
            continue
        visit.setdefault("questions", []).append(own["question"])
        if "asked" in own or "answer" in own:
            said = {key: value for key, value in own.items() if key != "day"}
            visit.setdefault("asked", []).append(said)
    return visits


def _sheets(rows: dict[str, list[Plain]]) -> dict[str | None, Plain]:
    sheets: dict[str | None, Plain] = {}
    for line in rows.get("sheets", []):
        laboratory = line.get("laboratory")
        empty: Plain = {"laboratory": laboratory, "rows": []} if laboratory is not None else {"rows": []}
        sheet = sheets.setdefault(laboratory, empty)
        if "analyte" in line:
            sheet["rows"].append(
                {key: value for key, value in line.items() if key not in ("laboratory", "row")}
            )
    return sheets
