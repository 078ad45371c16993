"""Schema 1, as it was released: never edited, later versions are further steps in migrations.py."""

from __future__ import annotations

# Days are ISO text, instants are UTC with the zone beside them. In `reading`, exactly one of `number` and
# `yes` is known; blood pressure is `number` (systolic) with `diastolic`. `how` is NULL for "on the day".
STATEMENTS = (
    """CREATE TABLE profile (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        name TEXT, birth_date TEXT, sex TEXT, hospital_number TEXT
    ) STRICT""",
    """CREATE TABLE reading (
        id INTEGER PRIMARY KEY,
        day TEXT NOT NULL, symptom TEXT NOT NULL,
        number REAL, yes INTEGER, diastolic REAL,
        how TEXT, entered_at TEXT NOT NULL, zone TEXT NOT NULL,
        UNIQUE (day, symptom),
        CHECK ((number IS NULL) <> (yes IS NULL))
    ) STRICT""",
    "CREATE INDEX reading_by_symptom ON reading (symptom, day)",
    """CREATE TABLE day_note (
        id INTEGER PRIMARY KEY,
        day TEXT NOT NULL UNIQUE, note TEXT NOT NULL,
        how TEXT, entered_at TEXT NOT NULL, zone TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE timed_entry (
        id INTEGER PRIMARY KEY,
        day TEXT NOT NULL, at TEXT NOT NULL, fever REAL, note TEXT,
        how TEXT, entered_at TEXT NOT NULL, zone TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX timed_entry_by_day ON timed_entry (day)",
    """CREATE TABLE tracked_symptom (
        id INTEGER PRIMARY KEY,
        symptom TEXT NOT NULL UNIQUE, tracked INTEGER NOT NULL, position INTEGER NOT NULL,
        name TEXT, scale TEXT, retired INTEGER NOT NULL DEFAULT 0
    ) STRICT""",
    """CREATE TABLE lab_result (
        id INTEGER PRIMARY KEY,
        collected_on TEXT NOT NULL, analyte TEXT NOT NULL, value_text TEXT NOT NULL, kind TEXT NOT NULL,
        comparator TEXT, value REAL, low REAL, high REAL, code TEXT, unit TEXT,
        range_text TEXT, range_low REAL, range_high REAL, laboratory TEXT, method TEXT, note TEXT
    ) STRICT""",
    "CREATE INDEX lab_result_by_day ON lab_result (collected_on)",
    "CREATE INDEX lab_result_by_analyte ON lab_result (analyte, collected_on)",
    """CREATE TABLE own_analyte (
        id INTEGER PRIMARY KEY,
        analyte TEXT NOT NULL UNIQUE, name TEXT NOT NULL, value_type TEXT NOT NULL, unit TEXT
    ) STRICT""",
    """CREATE TABLE sheet_row (
        id INTEGER PRIMARY KEY,
        laboratory TEXT, position INTEGER NOT NULL,
        analyte TEXT NOT NULL, label TEXT, unit_answer TEXT
    ) STRICT""",
    "CREATE INDEX sheet_row_by_laboratory ON sheet_row (laboratory)",
    """CREATE TABLE event (
        id INTEGER PRIMARY KEY,
        day TEXT NOT NULL, kind TEXT NOT NULL, title TEXT, note TEXT
    ) STRICT""",
    "CREATE INDEX event_by_day ON event (day)",
    """CREATE TABLE flare (
        id INTEGER PRIMARY KEY,
        start_day TEXT NOT NULL, end_day TEXT, note TEXT
    ) STRICT""",
    """CREATE TABLE visit (
        id INTEGER PRIMARY KEY,
        day TEXT NOT NULL, note TEXT
    ) STRICT""",
    "CREATE INDEX visit_by_day ON visit (day)",
    """CREATE TABLE visit_question (
        id INTEGER PRIMARY KEY,
        visit INTEGER NOT NULL REFERENCES visit (id), position INTEGER NOT NULL, text TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX visit_question_by_visit ON visit_question (visit)",
    """CREATE TABLE contact (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL, number TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE setting (
        id INTEGER PRIMARY KEY,
        key TEXT NOT NULL UNIQUE, value TEXT NOT NULL
    ) STRICT""",
    # Written once when a demonstration is made; it is outside the log, so no undo takes it away.
    """CREATE TABLE demonstration (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        story TEXT NOT NULL, until TEXT NOT NULL, language TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE change_step (
        id INTEGER PRIMARY KEY,
        label TEXT NOT NULL, at TEXT NOT NULL, undone INTEGER NOT NULL DEFAULT 0
    ) STRICT""",
    """CREATE TABLE change_image (
        id INTEGER PRIMARY KEY,
        step INTEGER NOT NULL REFERENCES change_step (id),
        verb TEXT NOT NULL, "table" TEXT NOT NULL, row INTEGER NOT NULL, old TEXT, new TEXT
    ) STRICT""",
    "CREATE INDEX change_image_by_step ON change_image (step)",
)
