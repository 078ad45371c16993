"""Says of each row that the diary refused where it stands in the file that it came from."""

from __future__ import annotations

from lupusdiary.diary.importing.merge import Merge
from lupusdiary.diary.importing.rows import facts
from lupusdiary.exchange.decode import Imported
from lupusdiary.exchange.fault import Fault, about


def refused_rows(imported: Imported, done: Merge) -> list[Fault]:
    """What was refused, with file, line or entry, day and item."""
    found = []
    for outcome in done.outcomes:
        if outcome.why is not None:
            row = facts(imported.contents, outcome.key)
            day = None if row.day is None else row.day.isoformat()
            place = about(imported.places.of(outcome.key), day, row.item)
            found.append(Fault(place, outcome.why, outcome.why))
    return found
