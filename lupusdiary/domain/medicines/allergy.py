"""Allergies and reactions in the person's or the doctor's words. Nothing is compared, nothing warns."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from lupusdiary.domain.medicines.medicine import check_name

TOLD_BY = ("doctor", "pharmacist", "self")


@dataclass(frozen=True, slots=True)
class Allergy:
    """What is not tolerated, and how it showed."""

    name: str
    ingredient: str | None = None
    reactions: tuple[str, ...] = ()
    first_on: date | None = None
    told_by: str | None = None
    note: str | None = None
    id: int | None = field(default=None, compare=False)

    def __post_init__(self) -> None:
        check_name(self.name)
