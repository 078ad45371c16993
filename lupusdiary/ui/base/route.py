"""A place in the program that a page can ask to be shown."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

# Stands for a section: the person's own note below an article.
OWN_NOTE = "#note"
# Stands for what was said: nothing yet, the person types it.
TO_BE_TYPED = (0, "")


class Route(NamedTuple):
    """A page by name, and what it shall show there: a day, a laboratory sheet's date, series by code, an
    article and the section where it shall open, or (`explains`) the article that explains something best:
    "symptom:foamy_urine", "analyte:c3", "event:kidney_biopsy", "medicine:rituximab". `looked_for` is marked
    in it. `event` is the number of the event that is day 0. `said` is a line of what was agreed, with the
    id of its visit, to be entered from `day` on; an empty line with the id 0 is to be typed."""

    page: str
    day: date | None = None
    laboratory: str | None = None
    series: tuple[str, ...] = ()
    article: str | None = None
    anchor: str | None = None
    explains: str | None = None
    looked_for: str | None = None
    event: int | None = None
    said: tuple[int, str] | None = None
