"""Schema 4: the diary's own id, the trash, and a day's earlier versions. Never edited once released."""

from __future__ import annotations

from typing import Any

# `json` holds a row as it stood, by column; later steps of migration carry it along. `step` is the step of
# the log that took it away, as long as that can be undone; `undone` is 1 while it is taken back.
STATEMENTS = (
    "CREATE TABLE identity (id INTEGER PRIMARY KEY CHECK (id = 1), diary TEXT NOT NULL) STRICT",
    """CREATE TABLE trash (
        id INTEGER PRIMARY KEY,
        batch INTEGER NOT NULL, at TEXT NOT NULL, label TEXT NOT NULL,
        step INTEGER, undone INTEGER NOT NULL DEFAULT 0,
        "table" TEXT NOT NULL, row INTEGER NOT NULL, json TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX trash_by_step ON trash (step)",
    "CREATE INDEX trash_by_time ON trash (at)",
    """CREATE TABLE earlier_version (
        id INTEGER PRIMARY KEY,
        day TEXT NOT NULL, at TEXT NOT NULL, label TEXT NOT NULL,
        step INTEGER, undone INTEGER NOT NULL DEFAULT 0,
        "table" TEXT NOT NULL, row INTEGER NOT NULL, json TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX earlier_version_by_day ON earlier_version (day)",
    "CREATE INDEX earlier_version_by_step ON earlier_version (step)",
)


def diary_id(applied_at: str) -> str:
    """The id of a diary, each time the same: an interrupted migration finds the backup that it made before.

    `applied_at` is when the diary was made, to the microsecond.
    """
    import hashlib

    return hashlib.sha256(f"lupusdiary {applied_at}".encode()).hexdigest()[:32]


def fill(database: Any) -> None:
    """Gives the diary its id."""
    database.execute("INSERT INTO identity (id, diary) VALUES (1, ?)", [diary_id(made_at(database))])


def made_at(database: Any) -> str:
    """When the diary was made, as the record of its first migration says."""
    found = database.execute("SELECT applied_at FROM _sqlite_migrations ORDER BY id LIMIT 1").fetchone()
    return str(found[0]) if found else ""
