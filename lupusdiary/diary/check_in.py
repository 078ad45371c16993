"""When a person's day ends: who goes to bed at two records at half past one what belongs to the evening."""

from __future__ import annotations

from datetime import date, time, timedelta

from lupusdiary.diary.settings import DAY_ENDS, Settings
from lupusdiary.diary.validation import Clock
from lupusdiary.language import Refusal

MIDNIGHT = time()
# Later than that it would be another day's noon.
_LATEST = time(11, 59)


class CheckIn:
    """The day that the check-in, notes and ticks belong to now. Laboratory, events and visits have the
    calendar's day, and what is stored keeps its own."""

    def __init__(self, settings: Settings, clock: Clock) -> None:
        self._settings = settings
        self._clock = clock

    @property
    def ends_at(self) -> time:
        """The time at which the day ends; midnight unless another is set."""
        return parse_end(self._settings.get(DAY_ENDS, "")) or MIDNIGHT

    def set_end(self, at: time) -> None:
        """Sets it; midnight forgets it. Raises `Refusal` from noon on."""
        if at > _LATEST:
            raise Refusal("A day ends between midnight and noon.")
        self._settings.set(DAY_ENDS, "" if at == MIDNIGHT else f"{at:%H:%M}")

    def today(self) -> date:
        """The day that is still going on for the person."""
        end = self.ends_at
        return (self._clock() - timedelta(hours=end.hour, minutes=end.minute)).date()

    def calendar_today(self) -> date:
        """The day of the calendar."""
        return self._clock().date()


def parse_end(text: str) -> time | None:
    """The time that a setting or an export says; None for anything that is no end of a day."""
    try:
        at = time.fromisoformat(text)
    except ValueError:
        return None
    return at.replace(tzinfo=None) if MIDNIGHT < at.replace(tzinfo=None) <= _LATEST else None
