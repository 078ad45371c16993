"""Side effects as the person or the doctor tells them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from lupusdiary.language import Refusal

SEVERITIES = ("mild", "moderate", "severe")


@dataclass(frozen=True, slots=True)
class SideEffect:
    """One complaint that is put down to a medicine (its code): when, what, how much, and when it was told."""

    medicine: str
    what: str
    start: date | None = None
    end: date | None = None
    severity: str | None = None
    told_on: date | None = None
    note: str | None = None
    id: int | None = field(default=None, compare=False)

    def __post_init__(self) -> None:
        if self.start is not None and self.end is not None and self.end < self.start:
            raise Refusal("The period ends before it starts.")
