"""What a step writes over is kept whole for a month: a visit with its questions, a dose with its parts.

The rows lie in the table of a day's earlier versions, without a day; those of what was taken have theirs.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from lupusdiary.storage.protocols import StatementRunner, Value
from lupusdiary.storage.schema import EARLIER_TABLE, IMAGE_TABLE, TRASH_TABLE

# Beside the columns of a row: what belonged to it, what was written over, and which medicine it was of.
PARTS, WAS, MEDICINE = "_parts", "_was", "_medicine"
# Stands where a version is of no day.
NO_DAY = ""

Image = dict[str, Any]
_Place = tuple[str, int]


class Part(NamedTuple):
    """A table whose rows belong to a thing: the column that says to which, and those that a person fills."""

    table: str
    owner: str
    columns: tuple[str, ...] = ()


class Thing(NamedTuple):
    """What a person knows as one: which columns she fills (all, if none are named), what belongs to it, and
    the column by which it is the same where its number is not. `only` are the only ones of that."""

    columns: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    known_by: str | None = None
    only: tuple[str, ...] = ()


_QUESTION = "visit_question"
_OF_VISIT = (
    Part(_QUESTION, "visit", ("text", "answer")),
    Part("visit_agreement", "visit", ("text", "day", "outcome")),
)
# Lines of the safety card that stand among the settings; the other settings are nobody's words.
_WRITTEN = ("card_medicines", "card_allergies", "card_car_t", "fever_limit", "report_nothing_else")
_VISIT = ("department", "hospital", "doctor", "at", "blood_draw", "blood_draw_at", "preparation")

THINGS: Mapping[str, Thing] = MappingProxyType(
    {
        "profile": Thing(known_by="id"),
        "lab_result": Thing(),
        "event": Thing(),
        "flare": Thing(),
        "visit": Thing(("day", "note", *_VISIT, "agreed"), _OF_VISIT),
        "contact": Thing(),
        "setting": Thing(known_by="key", only=_WRITTEN),
        "article_mark": Thing(("note",), known_by="article"),
        "teach_back": Thing(
            ("day", "article", "action"), (Part("teach_back_result", "teach_back", ("words",)),)
        ),
        "safety_card": Thing(("whom", "notes"), known_by="id"),
        "tracked_symptom": Thing(("name",), known_by="symptom"),
        "medicine": Thing(("name", "ingredient", "route", "form", "kind")),
        "medicine_plan": Thing(("written_on", "text")),
        "dose_period": Thing((), (Part("dose_part", "period"),)),
        "intake": Thing(("day", "state", "intake", "at", "note", "medicine"), (Part("dose_part", "intake"),)),
        "allergy": Thing(),
        "side_effect": Thing(),
        "open_question": Thing(("text", "department")),
        "check_up": Thing(),
    }
)
# Columns with words, names and days; the others hold numbers and codes that say nothing by themselves.
_SAID = frozenset(
    {
        *("name", "number", "title", "note", "notes", "text", "answer", "outcome", "words", "action", "whom"),
        *("value", "value_text", "range_text", "laboratory", "method", "department", "hospital", "doctor"),
        *("preparation", "agreed", "printed", "what", "reactions", "reason_text", "hospital_number"),
        *("day", "start_day", "end_day", "birth_date", "first_on", "last_on", "next_on", "told_on", "at"),
    }
)
# Stands in the history of its day.
OF_DAY = "intake"
_PARTS = [(part, name) for name, thing in THINGS.items() for part in thing.parts]
_WATCHED = ", ".join(f"'{name}'" for name in {*THINGS, *(part.table for part, _ in _PARTS)})


def keep_replaced(file: StatementRunner, step: int, label: str, at: str) -> None:
    """Keeps each thing that the step changed, or removed without putting it into the trash, as it stood."""
    step_rows = _Step(file, step)
    for table, row in dict.fromkeys(step_rows.replaced()):
        image = step_rows.snapshot(table, row)
        day = image["day"] if table == OF_DAY else NO_DAY
        file.run(
            f'INSERT INTO {EARLIER_TABLE} (day, at, label, step, "table", row, json)'
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            *(day, at, label, step, table, row),
            json.dumps(image, ensure_ascii=False),
        )


class _Step:
    """The rows of one step before it and after it; None: there was none."""

    def __init__(self, file: StatementRunner, step: int) -> None:
        self._file = file
        self._step = step
        self._before: dict[_Place, Image | None] = {}
        self._after: dict[_Place, Image | None] = {}
        for table, row, old, new in file.run(
            f'SELECT "table", row, old, new FROM {IMAGE_TABLE} WHERE step = ? AND "table" IN ({_WATCHED})'
            " ORDER BY id",
            step,
        ):
            place = str(table), int(str(row))
            self._before.setdefault(place, _read(old))
            self._after[place] = _read(new)

    def replaced(self) -> Iterator[_Place]:
        for (table, row), old in self._before.items():
            if old is None:
                continue
            new = self._after[table, row]
            thing = THINGS.get(table)
            if thing is None:
                yield from self._owner(table, old, new)
            elif not _is_written(thing, old):
                continue
            elif new is None:
                if not self._is_in_trash(table, row) and any(_written(thing.columns, old)):
                    yield table, row
            elif _differs(thing.columns, old, new):
                yield table, row

    def _owner(self, table: str, old: Image, new: Image | None) -> Iterator[_Place]:
        """The thing that a part of it was taken from. A question that is removed lies in the trash."""
        if new is None and table == _QUESTION:
            return
        for part, name in _PARTS:
            owner = old.get(part.owner) if part.table == table else None
            if owner is None or (new is not None and not _differs(part.columns, old, new)):
                continue
            place = name, int(owner)
            stays = self._after.get(place, {}) is not None
            if stays and self._before.get(place, {}) is not None and any(_written(part.columns, old)):
                yield place

    def snapshot(self, table: str, row: int) -> Image:
        """The thing as it stood, with all that belonged to it and the values that were written over."""
        thing = THINGS[table]
        image = self._stood(table, row) or {}
        was = self._was(thing.columns, table, row)
        parts = []
        for part in thing.parts:
            for number in self._numbers(part, row):
                stood = self._stood(part.table, number)
                if stood is not None and stood.get(part.owner) == row:
                    parts.append([part.table, stood])
                    was += self._was(part.columns, part.table, number)
        found = {**image, PARTS: parts, WAS: was}
        if table in {OF_DAY, "dose_period", "side_effect", "medicine_plan"}:
            # Its number may be another medicine's by the time that somebody looks.
            found[MEDICINE] = self._medicine(image)
        return found

    def _numbers(self, part: Part, row: int) -> list[int]:
        here = self._file.run(f"SELECT id FROM main.{part.table} WHERE {part.owner} = ?", row)
        gone = [number for name, number in self._before if name == part.table]
        return sorted({*(int(str(id)) for (id,) in here), *gone})

    def _stood(self, table: str, row: int) -> Image | None:
        if (table, row) in self._before:
            return self._before[table, row]
        columns = self._file.columns(table)
        names = ", ".join(f'"{name}"' for name in columns)
        found = self._file.run(f"SELECT {names} FROM main.{table} WHERE id = ?", row)
        return dict(zip(columns, found[0], strict=True)) if found else None

    def _was(self, columns: tuple[str, ...], table: str, row: int) -> list[Value]:
        old, new = self._before.get((table, row)), self._after.get((table, row))
        if old is None:
            return []
        names = columns or tuple(name for name in old if name != "id")
        return [
            old[name]
            for name in names
            if name in _SAID
            and isinstance(old.get(name), str)
            and (new is None or old[name] != new.get(name))
        ]

    def _medicine(self, image: Image) -> str | None:
        stood = self._stood("medicine", int(image.get("medicine") or 0))
        return None if stood is None else str(stood["name"])

    def _is_in_trash(self, table: str, row: int) -> bool:
        return bool(
            self._file.run(
                f'SELECT 1 FROM {TRASH_TABLE} WHERE step = ? AND "table" = ? AND row = ?',
                self._step,
                table,
                row,
            )
        )


def _is_written(thing: Thing, image: Image) -> bool:
    return not thing.only or image.get(thing.known_by or "") in thing.only


def _written(columns: tuple[str, ...], image: Image) -> Iterator[Value]:
    for name in columns or tuple(name for name in image if name != "id"):
        if image.get(name) is not None:
            yield image[name]


def _differs(columns: tuple[str, ...], old: Image, new: Image) -> bool:
    return any(old.get(name) != new.get(name) for name in columns or tuple(old))


def _read(image: Value) -> Image | None:
    return None if image is None else dict(json.loads(str(image)))
