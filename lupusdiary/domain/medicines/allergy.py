"""Allergies and reactions in the person's or the doctor's words. Nothing is compared, nothing warns."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from lupusdiary.domain.medicines.medicine import LONGEST_NAME
from lupusdiary.language import Refusal

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
        if not self.name.strip():
            raise Refusal("Write the name of the medicine.")
        if len(self.name) > LONGEST_NAME:
            raise Refusal("Shorten the name: 200 characters are enough.")
