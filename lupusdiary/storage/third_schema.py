"""Schema 3: what is being typed, and values in the unit they were typed in. Never edited once released."""

from __future__ import annotations

# A draft is no entry yet: it stands outside the log, the export and the trash. `entered` is the value as it
# was typed in another unit, number and UCUM code ("98.6 [degF]"), beside a reading kept in °C or kg.
STATEMENTS = (
    """CREATE TABLE draft (
        id INTEGER PRIMARY KEY,
        form TEXT NOT NULL, key TEXT NOT NULL, at TEXT NOT NULL, json TEXT NOT NULL,
        UNIQUE (form, key)
    ) STRICT""",
    "ALTER TABLE reading ADD COLUMN entered TEXT",
    "ALTER TABLE timed_entry ADD COLUMN entered TEXT",
)
