"""Schema 5: medicines, what was taken, allergies and side effects; visits with all that belongs to them.

Never edited once released.
"""

from __future__ import annotations

# Days are ISO text, amounts REAL, lists JSON text (`weekdays`, `dates`, `at`, `reactions`, `agreed`). Of two
# rows of one day the later id decides. `plan` in `dose_period` names a plan of the same medicine. A part
# belongs to a period, or to an intake that was of another amount than due.
STATEMENTS = (
    """CREATE TABLE medicine (
        id INTEGER PRIMARY KEY,
        code TEXT NOT NULL UNIQUE, name TEXT NOT NULL, ingredient TEXT, route TEXT, form TEXT, kind TEXT,
        sensitive INTEGER NOT NULL DEFAULT 0
    ) STRICT""",
    """CREATE TABLE medicine_plan (
        id INTEGER PRIMARY KEY,
        medicine INTEGER NOT NULL REFERENCES medicine (id),
        plan TEXT NOT NULL, written_on TEXT, text TEXT, left_on TEXT
    ) STRICT""",
    "CREATE INDEX medicine_plan_by_medicine ON medicine_plan (medicine)",
    """CREATE TABLE dose_period (
        id INTEGER PRIMARY KEY,
        medicine INTEGER NOT NULL REFERENCES medicine (id),
        start_day TEXT NOT NULL, end_day TEXT, planned INTEGER NOT NULL, plan TEXT,
        kind TEXT NOT NULL, days REAL, weeks REAL, months REAL, weekdays TEXT, day_of_month REAL, dates TEXT,
        anchor TEXT, occasions REAL, most REAL, most_unit TEXT,
        meal TEXT, site TEXT, supply_days REAL, dispensed_on TEXT, prescribed_on TEXT,
        hospital TEXT, department TEXT, pharmacy TEXT, printed TEXT, note TEXT, reason TEXT, reason_text TEXT
    ) STRICT""",
    "CREATE INDEX dose_period_by_medicine ON dose_period (medicine)",
    """CREATE TABLE intake (
        id INTEGER PRIMARY KEY,
        day TEXT NOT NULL, medicine INTEGER NOT NULL REFERENCES medicine (id),
        state TEXT NOT NULL, intake TEXT, at TEXT, how TEXT, note TEXT
    ) STRICT""",
    "CREATE INDEX intake_by_day ON intake (day)",
    "CREATE INDEX intake_by_medicine ON intake (medicine, day)",
    """CREATE TABLE dose_part (
        id INTEGER PRIMARY KEY,
        period INTEGER REFERENCES dose_period (id), intake INTEGER REFERENCES intake (id),
        strength REAL, unit TEXT, amount REAL, amount_unit TEXT, amount_to REAL, times REAL, at TEXT,
        weekdays TEXT, turn REAL, strength_text TEXT, product TEXT, product_code TEXT,
        CHECK ((period IS NULL) <> (intake IS NULL))
    ) STRICT""",
    "CREATE INDEX dose_part_by_period ON dose_part (period)",
    "CREATE INDEX dose_part_by_intake ON dose_part (intake)",
    """CREATE TABLE allergy (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL, ingredient TEXT, reactions TEXT, first_on TEXT, told_by TEXT, note TEXT
    ) STRICT""",
    """CREATE TABLE side_effect (
        id INTEGER PRIMARY KEY,
        medicine INTEGER NOT NULL REFERENCES medicine (id), what TEXT NOT NULL,
        start_day TEXT, end_day TEXT, severity TEXT, told_on TEXT, note TEXT
    ) STRICT""",
    "CREATE INDEX side_effect_by_medicine ON side_effect (medicine)",
    *(
        f"ALTER TABLE event ADD COLUMN {column}"
        for column in ("ingredient TEXT", "dose_mg REAL", "days REAL")
    ),
    *(
        f"ALTER TABLE visit ADD COLUMN {column} TEXT"
        for column in (
            *("department", "hospital", "doctor", "at", "blood_draw", "blood_draw_at", "preparation"),
            "agreed",
        )
    ),
    "ALTER TABLE visit_question ADD COLUMN asked INTEGER",
    "ALTER TABLE visit_question ADD COLUMN answer TEXT",
    """CREATE TABLE open_question (
        id INTEGER PRIMARY KEY,
        text TEXT NOT NULL, department TEXT, added_on TEXT
    ) STRICT""",
    """CREATE TABLE check_up (
        id INTEGER PRIMARY KEY,
        kind TEXT NOT NULL, name TEXT, last_on TEXT, next_on TEXT, note TEXT
    ) STRICT""",
)
