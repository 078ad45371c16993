"""What a step of the log did, in words for the person."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from lupusdiary.diary.row_mapping import reading_value
from lupusdiary.domain.day_record import ReadingValue
from lupusdiary.language import Message, Refusal
from lupusdiary.storage.change_log import ChangeLog


class Step(NamedTuple):
    """One step: the `verb` that made it, what a person calls it, and where it concerns one value of one day,
    which item that was and what value it was given (None: it was cleared); of a setting its `setting` key."""

    verb: str
    name: Message | None
    symptom: str | None = None
    value: ReadingValue | None = None
    day: date | None = None
    setting: str | None = None


def step_of(log: ChangeLog, number: int, names: Mapping[str, Message]) -> Step:
    """What the step of that number did; of one that cannot be read in detail only its name."""
    verb = log.label(number)
    name = names.get(verb.partition(".")[0])
    try:
        images = log.images(number)
        if len(images) == 1 and images[0][0] == "setting":
            _, old, new = images[0]
            return Step(verb, name, setting=str((new or old)["key"]))
        if len(images) != 1 or images[0][0] != "reading":
            return Step(verb, name)
        _, old, new = images[0]
        row = new or old
        value = None if not new else reading_value(new["number"], new["yes"], new["diastolic"])
        return Step(verb, name, str(row["symptom"]), value, date.fromisoformat(str(row["day"])))
    except (Refusal, KeyError, ValueError):
        return Step(verb, name)
