"""A place in the program that a page can ask to be shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Route:
    """A page by name, and what it shall show there: a day, a laboratory sheet's date, or series by code."""

    page: str
    day: date | None = None
    laboratory: str | None = None
    series: tuple[str, ...] = ()
