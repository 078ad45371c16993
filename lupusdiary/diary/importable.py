"""Whether what a diary holds would come into another one: what an import of its own export would refuse."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from lupusdiary.diary.contents import last_day_of
from lupusdiary.diary.nouns.repositories import Repositories
from lupusdiary.domain.records import DiaryContents
from lupusdiary.language import Refusal
from lupusdiary.storage.opening import memory_file

# A clock that was set back, or a journey, is no damage; nobody has lived further ahead than that.
_AHEAD = timedelta(days=400)
_MOST_NAMED = 20


def refused_again(contents: DiaryContents, clock: Callable[[], datetime]) -> list[Refusal]:
    """What would be refused, each with its list and day; the first twenty, and how many more."""
    from lupusdiary.diary.demonstration_story import merge
    from lupusdiary.diary.importing.refused import refused_rows
    from lupusdiary.exchange.decode import decode
    from lupusdiary.exchange.encode import encode

    today = clock().date()
    ahead = min(max((last_day_of(contents) or today) - today, timedelta()), _AHEAD)

    def then() -> datetime:
        return clock() + ahead

    try:
        imported = decode(encode(contents))
    except Refusal as why:
        return [why]
    file = memory_file(then)
    try:
        done = merge(Repositories(file, then), imported.contents, None)
    finally:
        file.close()
    faults = [*imported.faults, *refused_rows(imported, done)]
    named = []
    for fault in faults[:_MOST_NAMED]:
        place = fault.place
        where = ", ".join(str(part) for part in (place.list, place.day, place.item) if part)
        named.append(Refusal("{place}: {reason}", place=where, reason=fault.why))
    if len(faults) > _MOST_NAMED:
        named.append(Refusal("… and {count} more.", count=len(faults) - _MOST_NAMED))
    return named
