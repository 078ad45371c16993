"""Outpatient visits, past and to come, with the questions that the person takes along."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from lupusdiary.diary.row_mapping import between, gone, row_id
from lupusdiary.diary.validation import (
    LIST_LIMIT,
    NOTE_LIMIT,
    TEXT_LIMIT,
    Clock,
    entered_text,
    possible_day,
)
from lupusdiary.domain.period import Period
from lupusdiary.domain.records import Visit
from lupusdiary.language import Refusal
from lupusdiary.storage.diary_file import DiaryFile
from lupusdiary.storage.table import Row, Table
from lupusdiary.storage.text import stored_day


class Visits:
    """Every verb is one undo step. A visit may be in the future: it is an appointment then."""

    def __init__(self, file: DiaryFile, clock: Clock) -> None:
        self._file = file
        self._clock = clock
        self._visits = Table(file, "visit")
        self._questions = Table(file, "visit_question")

    def all(self, period: Period | None = None) -> list[Visit]:
        """Visits by day, ties in the order of entry."""
        with self._file.reading():
            questions: dict[int, list[str]] = {}
            for visit, text in self._questions.select(("visit", "text"), order=("visit", "position", "id")):
                assert isinstance(visit, int)
                questions.setdefault(visit, []).append(str(text))
            rows = self._visits.find(between=between(period, "day"), order=("day", "id"))
        return [_visit(row, questions.get(row_id(row), [])) for row in rows]

    def last_before(self, day: date) -> Visit | None:
        """The last visit before `day`."""
        found = self._visits.extreme("day", "max", below=day.isoformat())
        if not isinstance(found, str):
            return None
        last = stored_day(found)
        return self.all(Period(last, last))[-1]

    def next(self) -> Visit | None:
        """The visit that comes next: today's or a later one."""
        today = self._clock().date()
        return next((visit for visit in self.all() if visit.day >= today), None)

    def ask(self, question: str, day: date | None = None) -> Visit:
        """Puts a question on the list of the next visit; one that stands there already stays once.

        `day` is the day of that visit when none is entered yet; without both it is refused.
        """
        text = entered_text(question, TEXT_LIMIT)
        visit = self.next() or (Visit(day) if day is not None else None)
        if text is None:
            raise Refusal("The question is empty.")
        if visit is None:
            raise Refusal("No next visit is entered yet. Enter its day on the page “Visit” first.")
        if text in visit.questions:
            return visit
        asked = replace(visit, questions=(*visit.questions, text))
        if asked.id is None:
            return self.add(asked)
        self.change(asked)
        return asked

    def add(self, visit: Visit) -> Visit:
        """Adds a visit; the same again is a no-op."""
        visit = self.checked(visit)
        for kept in self.all(Period(visit.day, visit.day)):
            if kept == visit:
                return kept
        with self._file.writing("visits.add"):
            return self.put(visit)

    def put(self, visit: Visit) -> Visit:
        """Adds a checked visit inside a write."""
        id = self._visits.insert({"day": visit.day.isoformat(), "note": visit.note})
        self._put_questions(id, visit.questions)
        return replace(visit, id=id)

    def change(self, visit: Visit) -> None:
        """Changes the visit with this id."""
        visit = self.checked(visit)
        with self._file.writing("visits.change"):
            columns: Row = {"day": visit.day.isoformat(), "note": visit.note}
            if visit.id is None or not self._visits.update(visit.id, columns):
                raise gone()
            self._put_questions(visit.id, visit.questions)

    def remove(self, id: int | None) -> None:
        """Removes one visit with its questions."""
        with self._file.writing("visits.remove"):
            if id is None:
                raise gone()
            self._put_questions(id, ())
            if not self._visits.delete(id):
                raise gone()

    def checked(self, visit: Visit) -> Visit:
        """A visit as it can be kept; empty questions are left out."""
        possible_day(visit.day)
        if len(visit.questions) > LIST_LIMIT:
            raise Refusal("A visit has at most {limit} questions.", limit=LIST_LIMIT)
        texts = [entered_text(question, TEXT_LIMIT) for question in visit.questions]
        questions = tuple(text for text in texts if text is not None)
        return replace(visit, questions=questions, note=entered_text(visit.note, NOTE_LIMIT))

    def _put_questions(self, visit: int, questions: tuple[str, ...]) -> None:
        kept = self._questions.find({"visit": visit}, order=("position", "id"))
        for position, text in enumerate(questions):
            if position < len(kept):
                self._questions.update(row_id(kept[position]), {"position": position, "text": text})
            else:
                self._questions.insert({"visit": visit, "position": position, "text": text})
        for row in kept[len(questions) :]:
            self._questions.delete(row_id(row))


def _visit(row: Row, questions: list[str]) -> Visit:
    note = row["note"]
    return Visit(
        day=stored_day(row["day"]),
        questions=tuple(questions),
        note=note if isinstance(note, str) else None,
        id=row_id(row),
    )
