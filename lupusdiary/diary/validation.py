"""What a person may enter: texts of bearable length, days that have come, values in composed form."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import Any, TypeVar

from lupusdiary.domain.period import EARLIEST_DAY, LATEST_DAY
from lupusdiary.language import Refusal
from lupusdiary.storage.text import kept_text

Clock = Callable[[], datetime]
T = TypeVar("T")

NAME_LIMIT = 200
TEXT_LIMIT = 2_000
NOTE_LIMIT = 100_000
LIST_LIMIT = 1_000
LARGEST_NUMBER = 1e300

_LIMITS = {
    "note": NOTE_LIMIT,
    "range_text": TEXT_LIMIT,
    "value_text": TEXT_LIMIT,
    "title": TEXT_LIMIT,
    **dict.fromkeys(("printed", "reason_text", "what", "text", "preparation"), TEXT_LIMIT),
}


def entered_text(text: str | None, limit: int = NAME_LIMIT) -> str | None:
    """The text as it is kept; None for nothing but blanks. Raises `Refusal` beyond `limit` characters."""
    if text is None or not text.strip():
        return None
    # Measured before it is composed, which takes long for a text of megabytes.
    if len(text) > 4 * limit or len(kept := kept_text(text)) > limit:
        raise Refusal(
            "This text is too long: it has {found} characters, and at most {limit} can be kept.",
            limit=limit,
            found=len(text),
        )
    return kept


def entered_name(text: str | None) -> str:
    """A name that must be there."""
    name = entered_text(text.strip() if text else None)
    if name is None:
        raise Refusal("The name is empty.")
    return name


def entered(record: T) -> T:
    """A record with each of its texts as it is kept, empty ones None, and numbers that are numbers."""
    changes: dict[str, Any] = {}
    kind: Any = type(record)
    for name, limit in _limits_of(kind):
        value = getattr(record, name)
        if value is None:
            continue
        if isinstance(value, str):
            kept = entered_text(value, limit)
            if kept != value:
                changes[name] = kept
        elif isinstance(value, int | float) and not isinstance(value, bool):
            if not math.isfinite(value) or abs(value) > LARGEST_NUMBER:
                raise Refusal("“{value}” is not a number that can be kept.", value=str(value)[:40])
        elif isinstance(value, date):
            possible_day(value)
    return dataclasses.replace(record, **changes) if changes else record  # type: ignore[type-var]


@cache
def _limits_of(kind: type[Any]) -> tuple[tuple[str, int], ...]:
    """The fields of a record, and how long a text in each may be."""
    return tuple((field.name, _LIMITS.get(field.name, NAME_LIMIT)) for field in dataclasses.fields(kind))


def entered_list(texts: tuple[str, ...], limit: int = TEXT_LIMIT) -> tuple[str, ...]:
    """A list of texts as it is kept: empty ones are left out."""
    if len(texts) > LIST_LIMIT:
        raise Refusal("This list is too long: at most {limit} entries can be kept.", limit=LIST_LIMIT)
    kept = (entered_text(text, limit) for text in texts)
    return tuple(text for text in kept if text is not None)


def possible_day(day: date) -> date:
    """A day that a diary can hold."""
    if day < EARLIEST_DAY:
        raise Refusal("{day} is too long ago for a diary.", day=day.isoformat())
    if day > LATEST_DAY:
        raise Refusal("{day} is too far away for a diary.", day=day.isoformat())
    return day


def day_that_came(day: date, today: date) -> date:
    """A day that is not in the future."""
    if day > today:
        raise Refusal("{day} is in the future.", day=day.isoformat())
    return possible_day(day)


def day_that_came_somewhere(day: date, today: date) -> date:
    """As `day_that_came`, for imports: east of here it may be tomorrow already."""
    return day_that_came(day, today + timedelta(days=1))


def stamp(clock: Clock) -> dict[str, str]:
    """The instant of an entry in UTC, and the zone of the person beside it."""
    now = clock()
    zone = getattr(now.tzinfo, "key", None) or now.tzname() or "UTC"
    return {"entered_at": now.astimezone(UTC).isoformat(timespec="seconds"), "zone": str(zone)}
