"""The tables of a diary file as they are now, and what a row of each means to the house."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

# "LuDy": tells a diary from another program's SQLite file.
APPLICATION_ID = 0x4C754479
SCHEMA_VERSION = 3

STEP_TABLE = "change_step"
IMAGE_TABLE = "change_image"
DEMONSTRATION_TABLE = "demonstration"
DRAFT_TABLE = "draft"
MIGRATIONS_TABLE = "_sqlite_migrations"


@dataclass(frozen=True, slots=True)
class Logged:
    """A table whose rows are undone and redone: the noun of its change notices, and where its days stand.

    `parent` is the column and the table that hold the day of a row that has none of its own.
    """

    noun: str
    days: tuple[str, ...] = ()
    parent: tuple[str, str] | None = None


LOGGED: Mapping[str, Logged] = MappingProxyType(
    {
        "profile": Logged("profile"),
        "reading": Logged("days", ("day",)),
        "day_note": Logged("days", ("day",)),
        "timed_entry": Logged("days", ("day",)),
        "tracked_symptom": Logged("symptoms"),
        "lab_result": Logged("labs", ("collected_on",)),
        "own_analyte": Logged("analytes"),
        "sheet_row": Logged("analytes"),
        "event": Logged("events", ("day",)),
        "flare": Logged("flares", ("start_day", "end_day")),
        "visit": Logged("visits", ("day",)),
        "visit_question": Logged("visits", parent=("visit", "visit")),
        "contact": Logged("contacts"),
        "setting": Logged("settings"),
        "article_progress": Logged("learning"),
        "article_mark": Logged("learning"),
        "quiz_answer": Logged("learning"),
        "teach_back": Logged("learning"),
        "teach_back_result": Logged("learning"),
        "safety_card": Logged("safety_card"),
    }
)

NOUNS = frozenset(table.noun for table in LOGGED.values())
TABLES = frozenset({*LOGGED, STEP_TABLE, IMAGE_TABLE, DEMONSTRATION_TABLE, DRAFT_TABLE, MIGRATIONS_TABLE})
