"""What stood at a day before it was changed."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime

from lupusdiary.diary.row_mapping import reading_value, timed_entry
from lupusdiary.domain.day_record import ReadingValue, TimedEntry
from lupusdiary.storage.diary_file import DiaryFile
from lupusdiary.storage.schema import EARLIER_TABLE
from lupusdiary.storage.table import Table


@dataclass(frozen=True, slots=True)
class EarlierVersion:
    """What stood until `at`: the reading of an item (`symptom`, `value`, as `entered`), the note of the day,
    or an entry at a time of it."""

    at: datetime
    symptom: str | None = None
    value: ReadingValue | None = None
    entered: str | None = None
    note: str | None = None
    timed: TimedEntry | None = None


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
        entry = timed_entry(row["id"], row["at"], row["fever"], row["note"], row["how"], row.get("entered"))
        return EarlierVersion(moment, timed=entry)
    except (ValueError, TypeError, KeyError, AssertionError, OverflowError, RecursionError):
        return None
