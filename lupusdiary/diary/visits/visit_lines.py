"""The lines that belong to one visit: its questions with their answers, and more of what was agreed there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Protocol, TypeVar

from lupusdiary.diary.row_mapping import row_id
from lupusdiary.domain.visits import Agreement, AskedQuestion
from lupusdiary.storage.diary_file import DiaryFile
from lupusdiary.storage.table import Row, Table
from lupusdiary.storage.text import stored_day


class _Line(Protocol):
    @property
    def line(self) -> str:
        """The text that it says more of."""


Said = TypeVar("Said", bound=_Line)


class VisitLines:
    """Reads and replaces the lines of visits, inside the transaction of a visit."""

    def __init__(self, file: DiaryFile) -> None:
        self._questions = Table(file, "visit_question")
        self._agreements = Table(file, "visit_agreement")

    def questions(self) -> dict[int, list[AskedQuestion]]:
        """The questions of every visit by its id, in their order."""
        found: dict[int, list[AskedQuestion]] = {}
        rows = self._questions.select(("visit", "text", "asked", "answer"), order=("visit", "position", "id"))
        for visit, text, asked, answer in rows:
            assert isinstance(visit, int)
            said = AskedQuestion(str(text), None if asked is None else bool(asked), _text(answer))
            found.setdefault(visit, []).append(said)
        return found

    def agreements(self) -> dict[int, list[Agreement]]:
        """What is said of lines of what was agreed, by the id of the visit."""
        found: dict[int, list[Agreement]] = {}
        for row in self._agreements.find(order=("visit", "position", "id")):
            visit = row["visit"]
            assert isinstance(visit, int)
            said = Agreement(
                str(row["text"]),
                _text(row["kind"]),
                _day(row["day"]),
                _text(row["state"]),
                _text(row["outcome"]),
            )
            found.setdefault(visit, []).append(said)
        return found

    def put(self, id: int, questions: Sequence[AskedQuestion], agreements: Sequence[Agreement]) -> None:
        """Makes these the lines of a visit; what is unchanged is not written again."""
        _replace(
            self._questions,
            id,
            [
                {
                    "text": each.question,
                    "asked": None if each.asked is None else int(each.asked),
                    "answer": each.answer,
                }
                for each in questions
            ],
        )
        _replace(
            self._agreements,
            id,
            [
                {
                    "text": each.text,
                    "kind": each.kind,
                    "day": None if each.day is None else each.day.isoformat(),
                    "state": each.state,
                    "outcome": each.outcome,
                }
                for each in agreements
            ],
        )


def matched(texts: Sequence[str], said: Sequence[Said], new: Callable[[str], Said]) -> list[Said]:
    """Each text with what is said of it; of two with one text the first has the first."""
    left = list(said)
    found = []
    for text in texts:
        one = next((each for each in left if each.line == text), None)
        if one is not None:
            left.remove(one)
        found.append(one if one is not None else new(text))
    return found


def _replace(table: Table, id: int, rows: Sequence[Row]) -> None:
    """A line keeps its row for as long as its text stands there: what is deleted is what was removed."""
    left = table.find({"visit": id}, order=("position", "id"))
    places: list[int | None] = []
    for row in rows:
        kept = next((each for each in left if each["text"] == row["text"]), None)
        places.append(None if kept is None else row_id(kept))
        if kept is not None:
            left.remove(kept)
    for position, (row, place) in enumerate(zip(rows, places, strict=True)):
        if place is None and left:
            # What was written over another line.
            place = row_id(left.pop(0))
        if place is None:
            table.insert({"visit": id, "position": position, **row})
        else:
            table.update(place, {"position": position, **row})
    for old in left:
        table.delete(row_id(old))


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _day(value: object) -> date | None:
    return stored_day(value) if isinstance(value, str) else None
