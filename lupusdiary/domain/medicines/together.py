"""Two entries of one ingredient on the same days: both are counted, and that is said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Together:
    """The medicines of one ingredient that counted on the same day: from the first to the last such day, and
    how many days that were."""

    ingredient: str
    names: tuple[str, ...]
    start: date
    end: date
    days: int


def together(
    pairs: Mapping[str, Sequence[tuple[date, tuple[str, ...]]]], names: Mapping[str, str]
) -> tuple[Together, ...]:
    """One entry an ingredient, from its days with the codes of the medicines that counted."""
    found = []
    for ingredient, days in pairs.items():
        codes = {code for _, own in days for code in own}
        listed = tuple(name for code, name in names.items() if code in codes)
        found.append(Together(ingredient, listed, days[0][0], days[-1][0], len(days)))
    return tuple(found)
