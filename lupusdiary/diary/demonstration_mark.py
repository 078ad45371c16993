"""The row that says that a diary tells a fictional story; no verb takes it away."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lupusdiary.storage.diary_file import DiaryFile
from lupusdiary.storage.table import Table
from lupusdiary.storage.text import stored_day

_ROW = 1


@dataclass(frozen=True, slots=True)
class ToldStory:
    """Which story a demonstration tells, up to which day and in which language."""

    story: str
    until: date
    language: str


class DemonstrationMark:
    """Reads and sets the mark."""

    def __init__(self, file: DiaryFile) -> None:
        self._table = Table(file, "demonstration")
        self._told: ToldStory | None = None

    def told(self) -> ToldStory | None:
        """The story that this diary tells; None for a person's own diary."""
        if self._told is None:
            row = self._table.one({"id": _ROW})
            if row is not None:
                until = stored_day(row["until"])
                self._told = ToldStory(str(row["story"]), until, str(row["language"]))
        return self._told

    def is_set(self) -> bool:
        """Whether the diary tells a story, whatever the mark says of it."""
        return self._table.one({"id": _ROW}) is not None

    def forget(self) -> None:
        """Reads the mark again the next time: a transaction with it was taken back."""
        self._told = None

    def set(self, told: ToldStory) -> None:
        """Marks an empty new diary, inside a write."""
        row = {"story": told.story, "until": told.until.isoformat(), "language": told.language}
        self._table.insert({"id": _ROW, **row})
