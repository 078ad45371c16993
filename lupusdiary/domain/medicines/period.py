"""One row of a medicine's course: planned, or as it went."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from lupusdiary.domain.medicines.part import WEEKDAYS, DosePart
from lupusdiary.domain.medicines.pattern import AS_NEEDED, NONE, PULSE, DosePattern, refuse_incomplete
from lupusdiary.language import Refusal

REASONS = (
    *("doctor", "side_effect", "not_needed", "own_choice", "supply", "cost", "operation", "other"),
    "pregnancy",
)
SENSITIVE_REASONS = frozenset({"pregnancy"})
MEALS = ("before_meal", "after_meal", "right_after_meal", "with_meal", "between_meals", "empty_stomach")


@dataclass(frozen=True, slots=True)
class DosePeriod:
    """The days from `start` to `end`, both included; without an `end` it goes on. `planned`: prescribed or
    planned, else as it went. `plan` is the plan that it is a step of. No `parts`: the amount is not known."""

    start: date
    pattern: DosePattern
    planned: bool = True
    end: date | None = None
    plan: str | None = None
    parts: tuple[DosePart, ...] = ()
    meal: str | None = None
    site: str | None = None
    supply_days: int | None = None
    dispensed_on: date | None = None
    prescribed_on: date | None = None
    hospital: str | None = None
    department: str | None = None
    pharmacy: str | None = None
    printed: str | None = None
    note: str | None = None
    reason: str | None = None
    reason_text: str | None = None
    heard_on: date | None = None
    id: int | None = field(default=None, compare=False)

    def __post_init__(self) -> None:
        if self.end is not None and self.end < self.start:
            raise Refusal("The period ends before it starts.")
        refuse_incomplete(self.pattern, self.parts)

    @property
    def kind(self) -> str:
        """The kind of its pattern."""
        return self.pattern.kind

    @property
    def is_none(self) -> bool:
        """Whether it is a pause or a stop."""
        return self.kind == NONE

    @property
    def is_stop(self) -> bool:
        """Whether it says that the medicine was really stopped."""
        return self.is_none and self.end is None and not self.planned

    @property
    def is_as_it_went(self) -> bool:
        """Whether it tells of a closed stretch of days as they were."""
        return not self.planned and not self.is_stop

    @property
    def last(self) -> date | None:
        """Its last day: as entered, else where its pattern ends by itself."""
        return self.end if self.end is not None else self.pattern.last_day(self.start)

    def covers(self, day: date) -> bool:
        """Whether a day lies inside."""
        last = self.last
        return self.start <= day and (last is None or day <= last)

    def due(self, day: date) -> bool:
        """Whether it is due on a day that it covers. As needed is never due."""
        return self.kind not in {AS_NEEDED, NONE} and self.pattern.due(day, self.start, self.parts)

    @property
    def has_unlike_days(self) -> bool:
        """Whether its due days hold different parts."""
        return any(part.turn or part.weekdays for part in self.parts)

    def parts_on(self, day: date) -> tuple[DosePart, ...]:
        """What a due day holds: the parts of its weekday and of its turn."""
        weekday = WEEKDAYS[day.weekday()]
        turns = max((part.turn or 1 for part in self.parts), default=1)
        turn = self.pattern.turn(day, self.start, turns)
        return tuple(
            part
            for part in self.parts
            if (not part.weekdays or weekday in part.weekdays) and part.turn in {None, turn}
        )

    def refuse_untold(self, today: date) -> None:
        """Raises `Refusal` for an as-it-went period that has no end or reaches into the future."""
        if self.planned:
            return
        ahead = self.start > today if self.is_stop else self.end is None or self.end > today
        if ahead:
            raise Refusal(
                "Enter the last day on which it was really so: what lies ahead can only be planned."
            )

    @property
    def is_pulse(self) -> bool:
        """Whether it was entered as a pulse."""
        return self.kind == PULSE


def first_overlap(steps: Sequence[DosePeriod]) -> date | None:
    """The first day that two of the steps cover, or None."""
    ordered = sorted(steps, key=lambda step: step.start)
    for number, step in enumerate(ordered):
        for later in ordered[number + 1 :]:
            if step.covers(later.start):
                return later.start
    return None
