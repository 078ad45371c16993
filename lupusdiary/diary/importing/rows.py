"""The single rows of contents that come in: taken out before an import, and named for the person."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from lupusdiary.diary.day_reads import NOTE
from lupusdiary.diary.importing.merge_count import RowKey
from lupusdiary.domain.day_record import DayRecord
from lupusdiary.domain.learning import Learnt, SafetyCard
from lupusdiary.domain.records import DiaryContents, LabResult, Profile

_LEARNT = ("articles", "answers", "teach_backs")
_MEDICINES, _OF_MEDICINES = "medicines", ("taken", "side_effects")


def without(contents: DiaryContents, rows: Collection[RowKey]) -> DiaryContents:
    """The contents without some rows."""
    left_out = frozenset(rows)
    if not left_out:
        return contents
    kept: dict[str, Any] = {name: _kept(name, records, left_out) for name, records in _lists(contents)}
    learnt: dict[str, Any] = {
        name: _kept(f"learning: {name}", getattr(contents.learning, name), left_out) for name in _LEARNT
    }
    days = (_day(day, left_out) for day in contents.days)
    kept |= {
        "days": tuple(day for day in days if not day.is_empty),
        "learning": Learnt(**learnt),
        "profile": Profile() if ("profile", 0) in left_out else contents.profile,
        "safety_card": SafetyCard() if ("safety_card", 0) in left_out else contents.safety_card,
        "day_ends_at": None if ("day_ends_at", 0) in left_out else contents.day_ends_at,
    }
    return replace(contents, **kept)


def hanging(contents: DiaryContents) -> dict[RowKey, list[RowKey]]:
    """Rows that cannot come in without another one, by the key of that one: what is told of a medicine."""
    found: dict[RowKey, list[RowKey]] = {}
    owners = {medicine.code: (_MEDICINES, number) for number, medicine in enumerate(contents.medicines)}
    for name in _OF_MEDICINES:
        for number, record in enumerate(getattr(contents, name)):
            if owner := owners.get(record.medicine):
                found.setdefault(owner, []).append((name, number))
    return found


def _lists(contents: DiaryContents) -> Iterator[tuple[str, tuple[object, ...]]]:
    """Every list of single records, by its name; days are made of parts."""
    for field in fields(contents):
        records = getattr(contents, field.name)
        if isinstance(records, tuple) and field.name != "days":
            yield field.name, records


def _kept(name: str, records: Iterable[object], left_out: frozenset[RowKey]) -> tuple[object, ...]:
    return tuple(record for number, record in enumerate(records) if (name, number) not in left_out)


def _day(day: DayRecord, left_out: frozenset[RowKey]) -> DayRecord:
    at = day.day.isoformat()

    def stays(*which: str | int) -> bool:
        return ("days", at, *which) not in left_out

    readings = {code: value for code, value in day.readings.items() if stays(code)}
    note = day.note if stays(NOTE) else None
    left = readings.keys() | ({NOTE} if note else set())
    return replace(
        day,
        readings=readings,
        note=note,
        how={code: how for code, how in day.how.items() if code in left},
        entered={code: typed for code, typed in day.entered.items() if code in left},
        timed=tuple(entry for number, entry in enumerate(day.timed) if stays("timed", number)),
    )


@dataclass(frozen=True, slots=True)
class RowFacts:
    """What one row says: its day, its item as a code or a name, and its value as it is printed or typed."""

    day: date | None = None
    item: str | None = None
    value: object = None


def facts(contents: DiaryContents, key: RowKey) -> RowFacts:
    """What the row with this key says."""
    name, which, *rest = key
    if name == "days":
        day = next(each for each in contents.days if each.day.isoformat() == which)
        return _of_day(day, rest)
    if name == "profile":
        return RowFacts(contents.profile.birth_date, None, contents.profile.name)
    learnt = str(name).removeprefix("learning: ")
    records = getattr(contents.learning if learnt != name else contents, learnt)
    if not isinstance(records, tuple):
        return RowFacts(value=records if isinstance(records, str) else None)
    record = records[int(which)]
    values = {
        field: next((found for each in names if (found := getattr(record, each, None)) is not None), None)
        for field, names in _FACTS.items()
    }
    value = values["value"]
    if isinstance(record, LabResult):
        value = f"{record.value_text} {record.unit or ''}".strip()
    item = values["item"]
    if name in _OF_MEDICINES:
        item = next((each.name for each in contents.medicines if each.code == item), item)
    return RowFacts(values["day"], item, value)


_FACTS = {
    "day": ("day", "collected_on", "start"),
    "item": ("analyte", "kind", "symptom", "article", "laboratory", "medicine"),
    "value": ("title", "name", "text", "what", "end", "note"),
}


def _of_day(day: DayRecord, which: list[str | int]) -> RowFacts:
    part = which[0] if which else ""
    if part == NOTE:
        return RowFacts(day.day, NOTE, day.note)
    if part == "timed":
        entry = day.timed[int(which[1])]
        words = [f"{entry.at:%H:%M}", "" if entry.fever is None else f"{entry.fever:g}", entry.note or ""]
        return RowFacts(day.day, "fever" if entry.fever is not None else NOTE, " ".join(words).strip())
    return RowFacts(day.day, str(part), day.readings.get(str(part)))
