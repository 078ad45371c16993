"""What the person said in her own words, and the one thing that was agreed on for her plan."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from lupusdiary.diary.row_mapping import gone, row_id
from lupusdiary.diary.validation import (
    NOTE_LIMIT,
    TEXT_LIMIT,
    Clock,
    day_that_came,
    entered_name,
    entered_text,
)
from lupusdiary.domain.learning import MOST_MESSAGES, TeachBack, TeachBackResult
from lupusdiary.language import Refusal
from lupusdiary.storage.diary_file import DiaryFile
from lupusdiary.storage.table import Row, Table
from lupusdiary.storage.text import stored_day

# The column allows no NULL: what is neither said (1) nor explained again (0) stands as this.
_UNDECIDED = 2


class TeachBacks:
    """Every verb is one undo step."""

    def __init__(self, file: DiaryFile, clock: Clock) -> None:
        self._file = file
        self._clock = clock
        self._teach_backs = Table(file, "teach_back")
        self._results = Table(file, "teach_back_result")

    def all(self) -> list[TeachBack]:
        """Every teach-back by day, ties in the order of entry."""
        with self._file.reading():
            results: dict[object, list[TeachBackResult]] = {}
            columns = ("teach_back", "said", "words")
            for owner, said, words in self._results.select(columns, order=("teach_back", "position", "id")):
                decided = None if said == _UNDECIDED else bool(said)
                result = TeachBackResult(decided, words if isinstance(words, str) else None)
                results.setdefault(owner, []).append(result)
            rows = self._teach_backs.find(order=("day", "id"))
        return [_teach_back(row, results.get(row["id"], [])) for row in rows]

    def add(self, teach_back: TeachBack) -> TeachBack:
        """Keeps a teach-back; the same again is a no-op."""
        teach_back = self._came(teach_back)
        kept = next((each for each in self.all() if each == teach_back), None)
        if kept is not None:
            return kept
        with self._file.writing("learning.teach_back"):
            return self.put(teach_back)

    def change(self, teach_back: TeachBack) -> TeachBack:
        """Changes the teach-back with this id: what was explained again is said now, the plan is another."""
        teach_back = self._came(teach_back)
        if any(each == teach_back and each.id == teach_back.id for each in self.all()):
            return teach_back
        with self._file.writing("learning.teach_back"):
            if teach_back.id is None or not self._teach_backs.update(teach_back.id, _columns(teach_back)):
                raise gone()
            kept = self._results.find({"teach_back": teach_back.id}, order=("position", "id"))
            for position, result in enumerate(teach_back.results):
                columns = _result_columns(teach_back.id, position, result)
                if position < len(kept):
                    self._results.update(row_id(kept[position]), columns)
                else:
                    self._results.insert(columns)
            for row in kept[len(teach_back.results) :]:
                self._results.delete(row_id(row))
        return teach_back

    def remove(self, id: int | None) -> None:
        """Removes one teach-back with its results."""
        with self._file.writing("learning.remove_teach_back"):
            if id is None:
                raise gone()
            for row in self._results.find({"teach_back": id}):
                self._results.delete(row_id(row))
            if not self._teach_backs.delete(id):
                raise gone()

    def put(self, teach_back: TeachBack) -> TeachBack:
        """Adds a checked teach-back inside a write."""
        id = self._teach_backs.insert(_columns(teach_back))
        for position, result in enumerate(teach_back.results):
            self._results.insert(_result_columns(id, position, result))
        return replace(teach_back, id=id)

    def checked(self, teach_back: TeachBack) -> TeachBack:
        """A teach-back as it can be kept."""
        day_that_came(teach_back.day, date.max)
        if len(teach_back.results) > MOST_MESSAGES:
            raise Refusal("A teach-back has at most {limit} messages.", limit=MOST_MESSAGES)
        results = tuple(
            replace(result, words=entered_text(result.words, NOTE_LIMIT)) for result in teach_back.results
        )
        return replace(
            teach_back,
            article=entered_name(teach_back.article),
            results=results,
            action=entered_text(teach_back.action, TEXT_LIMIT),
        )

    def _came(self, teach_back: TeachBack) -> TeachBack:
        teach_back = self.checked(teach_back)
        day_that_came(teach_back.day, self._clock().date())
        return teach_back


def _columns(teach_back: TeachBack) -> Row:
    return {
        "day": teach_back.day.isoformat(),
        "article": teach_back.article,
        "action": teach_back.action,
    }


def _result_columns(teach_back: int, position: int, result: TeachBackResult) -> Row:
    said, words = _UNDECIDED if result.said is None else int(result.said), result.words
    return {"teach_back": teach_back, "position": position, "said": said, "words": words}


def _teach_back(row: Row, results: list[TeachBackResult]) -> TeachBack:
    action = row["action"]
    return TeachBack(
        stored_day(row["day"]),
        str(row["article"]),
        tuple(results),
        action if isinstance(action, str) else None,
        row_id(row),
    )
