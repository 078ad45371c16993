"""Schema 6: what was agreed at a visit as typed lines, preparation that is done, the order and origin of
questions, and the masked data of the page that was taken along.

Never edited once released.
"""

from __future__ import annotations

# `prepared` is a list as JSON text. A row of `visit_agreement` says more of a line of `visit.agreed`.
STATEMENTS = (
    "ALTER TABLE visit ADD COLUMN prepared TEXT",
    "ALTER TABLE open_question ADD COLUMN origin TEXT",
    "ALTER TABLE open_question ADD COLUMN place REAL",
    """CREATE TABLE visit_agreement (
        id INTEGER PRIMARY KEY,
        visit INTEGER NOT NULL REFERENCES visit (id),
        position INTEGER NOT NULL, text TEXT NOT NULL, kind TEXT, day TEXT, state TEXT, outcome TEXT
    ) STRICT""",
    "CREATE INDEX visit_agreement_by_visit ON visit_agreement (visit)",
    """CREATE TABLE visit_page (
        id INTEGER PRIMARY KEY,
        day TEXT NOT NULL, department TEXT, hospital TEXT, made_on TEXT NOT NULL, data TEXT NOT NULL
    ) STRICT""",
)
