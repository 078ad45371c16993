"""The tables of a diary file as they are now, and what a row of each means."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

# "LuDy": tells a diary from another program's SQLite file.
APPLICATION_ID = 0x4C754479
SCHEMA_VERSION = 8

STEP_TABLE = "change_step"
IMAGE_TABLE = "change_image"
DEMONSTRATION_TABLE = "demonstration"
DRAFT_TABLE = "draft"
IDENTITY_TABLE = "identity"
TRASH_TABLE = "trash"
EARLIER_TABLE = "earlier_version"
MIGRATIONS_TABLE = "_sqlite_migrations"


class Logged(NamedTuple):
    """A table whose rows are undone and redone: the noun of its change notices, and where its days stand.

    `parents` are the column and the table of the row that a row belongs to (one of them, where there are
    several), and that holds its day if it has none of its own. What is `trashed` goes to the trash when it is
    removed, what belongs to another only together with that one unless it is also a thing `by_itself`; what
    is `versioned` leaves an earlier version of its day when it is changed.
    """

    noun: str
    days: tuple[str, ...] = ()
    parents: tuple[tuple[str, str], ...] = ()
    trashed: bool = False
    by_itself: bool = False
    versioned: bool = False


_OF_MEDICINE = (("medicine", "medicine"),)

LOGGED: Mapping[str, Logged] = MappingProxyType(
    {
        "profile": Logged("profile"),
        "reading": Logged("days", ("day",), versioned=True),
        "day_note": Logged("days", ("day",), versioned=True),
        "timed_entry": Logged("days", ("day",), trashed=True, versioned=True),
        "tracked_symptom": Logged("symptoms"),
        "lab_result": Logged("labs", ("collected_on",), trashed=True),
        "own_analyte": Logged("analytes"),
        "sheet_row": Logged("analytes"),
        "event": Logged("events", ("day",), trashed=True),
        "flare": Logged("flares", ("start_day", "end_day"), trashed=True),
        "visit": Logged("visits", ("day",), trashed=True),
        "visit_question": Logged("visits", parents=(("visit", "visit"),), trashed=True, by_itself=True),
        "visit_agreement": Logged("visits", parents=(("visit", "visit"),), trashed=True),
        "visit_page": Logged("visits", ("day",), trashed=True),
        "contact": Logged("contacts", trashed=True),
        "setting": Logged("settings"),
        "article_progress": Logged("learning"),
        "article_mark": Logged("learning"),
        "quiz_answer": Logged("learning"),
        "teach_back": Logged("learning", trashed=True),
        "teach_back_result": Logged("learning", parents=(("teach_back", "teach_back"),), trashed=True),
        "safety_card": Logged("safety_card"),
        "medicine": Logged("medicines", trashed=True),
        "medicine_plan": Logged("medicines", parents=_OF_MEDICINE, trashed=True),
        "dose_period": Logged(
            "medicines", ("start_day", "end_day"), parents=_OF_MEDICINE, trashed=True, by_itself=True
        ),
        "intake": Logged("medicines", ("day",), parents=_OF_MEDICINE, trashed=True),
        "dose_part": Logged(
            "medicines", parents=(("period", "dose_period"), ("intake", "intake")), trashed=True
        ),
        "allergy": Logged("medicines", trashed=True),
        "side_effect": Logged(
            "medicines", ("start_day", "end_day"), parents=_OF_MEDICINE, trashed=True, by_itself=True
        ),
        "open_question": Logged("visits", trashed=True),
        "check_up": Logged("visits", ("last_on",), trashed=True),
        # What comes out of the trash is a step; what goes in is part of another one.
        TRASH_TABLE: Logged("trash"),
    }
)

NOUNS = frozenset(table.noun for table in LOGGED.values())
TABLES = frozenset(
    {
        *LOGGED,
        *(STEP_TABLE, IMAGE_TABLE, DEMONSTRATION_TABLE, DRAFT_TABLE, IDENTITY_TABLE, EARLIER_TABLE),
        MIGRATIONS_TABLE,
    }
)
