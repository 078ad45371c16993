"""What stood at a day before it was changed."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from lupusdiary.diary.medicines.rows import part_of
from lupusdiary.diary.row_mapping import UNREADABLE, reading_value, timed_entry
from lupusdiary.domain.day_record import ReadingValue, TimedEntry
from lupusdiary.domain.medicines.intake import STATES
from lupusdiary.domain.medicines.part import DosePart
from lupusdiary.language import Refusal
from lupusdiary.storage.changes.replaced_rows import MEDICINE, OF_DAY, PARTS
from lupusdiary.storage.diary_file import DiaryFile
from lupusdiary.storage.schema import EARLIER_TABLE
from lupusdiary.storage.table import Table


@dataclass(frozen=True, slots=True)
class EarlierIntake:
    """What was said of a medicine: its name, the state, of which intake, what amount, the note."""

    medicine: str
    state: str
    intake: str | None = None
    parts: tuple[DosePart, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True)
class EarlierVersion:
    """What stood until `at`: the reading of an item (`symptom`, `value`, as `entered`), the note of the day,
    an entry at a time of it, or what was taken."""

    at: datetime
    symptom: str | None = None
    value: ReadingValue | None = None
    entered: str | None = None
    note: str | None = None
    timed: TimedEntry | None = None
    intake: EarlierIntake | None = None


def earlier_versions(file: DiaryFile, day: date) -> list[EarlierVersion]:
    """Every earlier version of a day, the newest first; one that nobody can read is left out."""
    rows = Table(file, EARLIER_TABLE).select(
        ("at", "table", "json"), {"day": day.isoformat(), "undone": 0}, order=("id",)
    )
    found = (_version(str(at), str(table), str(text)) for at, table, text in reversed(rows))
    return [version for version in found if version is not None]


def _version(at: str, table: str, text: str) -> EarlierVersion | None:
    try:
        row = json.loads(text)
        moment = datetime.fromisoformat(at)
        if table == "reading":
            value = reading_value(row["number"], row["yes"], row["diastolic"])
            return EarlierVersion(moment, str(row["symptom"]), value, row.get("entered"))
        if table == "day_note":
            return EarlierVersion(moment, note=str(row["note"]))
        if table == OF_DAY:
            return EarlierVersion(moment, intake=_intake(row))
        entry = timed_entry(row["id"], row["at"], row["fever"], row["note"], row["how"], row.get("entered"))
        return EarlierVersion(moment, timed=entry)
    except (Refusal, *UNREADABLE, AttributeError):
        return None


def _intake(row: dict[str, Any]) -> EarlierIntake:
    """What a row of the history holds of an intake. Raises one of UNREADABLE."""
    state, note, slot = row["state"], row["note"], row["intake"]
    if state not in STATES:
        raise ValueError(state)
    parts = tuple(part_of(held) for _, held in row[PARTS])
    return EarlierIntake(
        str(row.get(MEDICINE) or ""),
        state,
        slot if isinstance(slot, str) else None,
        parts,
        note if isinstance(note, str) else None,
    )
