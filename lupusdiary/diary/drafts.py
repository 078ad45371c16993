"""What stands in a form and is no entry yet: it outlives a lock, a crash and the end of the program."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, NamedTuple

from lupusdiary.diary.validation import Clock, entered_name
from lupusdiary.language import Refusal
from lupusdiary.storage.diary_file import DiaryFile
from lupusdiary.storage.table import Row, Table

# What is typed may be longer than what can be kept as an entry, and must not be lost for that.
LONGEST = 4_000_000
_NO_TIME = "1970-01-01T00:00:00+00:00"


class Draft(NamedTuple):
    """What stood in a form: its name, what it was about (a day, an id, "new"), when, and the fields."""

    form: str
    key: str
    at: str
    values: Mapping[str, Any]


class Drafts:
    """Outside undo, export and trash; nobody is notified of them."""

    def __init__(self, file: DiaryFile, clock: Clock) -> None:
        self._file = file
        self._clock = clock
        self._table = Table(file, "draft")

    def keep(self, form: str, key: str, values: Mapping[str, Any]) -> None:
        """Keeps what stands in a form now, in place of what stood there; `values` are what JSON can hold."""
        text = json.dumps(dict(values), ensure_ascii=False)
        if len(text) > LONGEST:
            raise Refusal("This is too much text to keep as a draft.")
        at = self._clock().astimezone(UTC).isoformat(timespec="seconds")
        name: Row = {"form": entered_name(form), "key": entered_name(key)}
        row = self._table.one(name)
        if row is not None and row["json"] == text:
            return
        with self._file.aside():
            if row is None:
                self._table.insert({**name, "at": at, "json": text})
            else:
                self._table.update(int(str(row["id"])), {"at": at, "json": text})

    def read(self, form: str, key: str) -> Draft | None:
        """What was kept of a form; None if nothing was, or nothing that a form can show."""
        found = [draft for draft in self.all(form) if draft.key == key]
        return found[0] if found else None

    def all(self, form: str | None = None) -> list[Draft]:
        """Every draft, or those of one form."""
        columns = ("form", "key", "at", "json")
        found = self._table.select(columns, None if form is None else {"form": form})
        drafts = (_draft(str(form), str(key), str(at), str(text)) for form, key, at, text in found)
        return [draft for draft in drafts if draft is not None]

    def drop(self, form: str, key: str) -> None:
        """Forgets a draft: what it held was saved or given up. None there is fine."""
        row = self._table.one({"form": form, "key": key})
        if row is not None:
            with self._file.aside():
                self._table.delete(int(str(row["id"])))


def _draft(form: str, key: str, at: str, text: str) -> Draft | None:
    try:
        values = json.loads(text)
    except (ValueError, RecursionError):
        return None
    try:
        datetime.fromisoformat(at)
    except ValueError:
        # What was typed is there, only its time is damaged: it is not passed over for that.
        at = _NO_TIME
    return Draft(form, key, at, values) if isinstance(values, dict) else None
