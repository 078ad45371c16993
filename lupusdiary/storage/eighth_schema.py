"""Schema 8: the values of an item stand in the index by which they are looked for.

Of sixty years they are read in a sixth of the time: the rows of an item lie on thousands of pages.
Never edited once released.
"""

from __future__ import annotations

STATEMENTS = (
    "DROP INDEX reading_by_symptom",
    "CREATE INDEX reading_by_symptom ON reading (symptom, day, number, yes, diastolic)",
)
