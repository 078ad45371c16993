"""Outpatient visits, past and to come, with the questions that the person takes along."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from lupusdiary.diary.row_mapping import between, field_types, gone, row_id, row_of, values_of
from lupusdiary.diary.validation import LIST_LIMIT, TEXT_LIMIT, Clock, entered, entered_list, entered_text
from lupusdiary.domain.period import Period
from lupusdiary.domain.records import Visit
from lupusdiary.domain.visits import AskedQuestion
from lupusdiary.language import Refusal
from lupusdiary.storage.diary_file import DiaryFile
from lupusdiary.storage.table import Row, Table
from lupusdiary.storage.text import stored_day

_FIELDS = {name: type_ for name, type_ in field_types(Visit).items() if name not in {"questions", "asked"}}


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
            questions: dict[int, list[AskedQuestion]] = {}
            columns = ("visit", "text", "asked", "answer")
            for visit, text, asked, answer in self._questions.select(
                columns, order=("visit", "position", "id")
            ):
                assert isinstance(visit, int)
                said = AskedQuestion(
                    str(text), None if asked is None else bool(asked), None if answer is None else str(answer)
                )
                questions.setdefault(visit, []).append(said)
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
        id = self._visits.insert(row_of(visit, _FIELDS))
        self._put_questions(id, visit)
        return replace(visit, id=id)

    def change(self, visit: Visit) -> None:
        """Changes the visit with this id."""
        visit = self.checked(visit)
        with self._file.writing("visits.change"):
            if visit.id is None or not self._visits.update(visit.id, row_of(visit, _FIELDS)):
                raise gone()
            self._put_questions(visit.id, visit)

    def remove(self, id: int | None) -> None:
        """Removes one visit with its questions."""
        with self._file.writing("visits.remove"):
            if id is None:
                raise gone()
            self._put_questions(id, None)
            if not self._visits.delete(id):
                raise gone()

    def checked(self, visit: Visit) -> Visit:
        """A visit as it can be kept; empty questions are left out."""
        if len(visit.questions) > LIST_LIMIT:
            raise Refusal("A visit has at most {limit} questions.", limit=LIST_LIMIT)
        visit = entered(
            replace(visit, questions=entered_list(visit.questions), agreed=entered_list(visit.agreed))
        )
        return replace(visit, asked=_matching(visit.questions, tuple(map(_checked_asked, visit.asked))))

    def _put_questions(self, id: int, visit: Visit | None) -> None:
        kept = self._questions.find({"visit": id}, order=("position", "id"))
        said = _with_answers(visit.questions, visit.asked) if visit is not None else []
        for position, each in enumerate(said):
            row: Row = {
                "position": position,
                "text": each.question,
                "asked": None if each.asked is None else int(each.asked),
                "answer": each.answer,
            }
            if position < len(kept):
                self._questions.update(row_id(kept[position]), row)
            else:
                self._questions.insert({"visit": id, **row})
        for old in kept[len(said) :]:
            self._questions.delete(row_id(old))


def _visit(row: Row, questions: list[AskedQuestion]) -> Visit:
    return Visit(
        **values_of(row, _FIELDS),
        questions=tuple(each.question for each in questions),
        asked=tuple(each for each in questions if each != AskedQuestion(each.question)),
        id=row_id(row),
    )


def _checked_asked(said: AskedQuestion) -> AskedQuestion:
    return replace(
        said,
        question=entered_text(said.question, TEXT_LIMIT) or "",
        answer=entered_text(said.answer, TEXT_LIMIT),
    )


def _with_answers(questions: tuple[str, ...], asked: tuple[AskedQuestion, ...]) -> list[AskedQuestion]:
    """Each question with what became of it; of two with one text the first has the first answer."""
    left = list(asked)
    found = []
    for text in questions:
        said = next((each for each in left if each.question == text), AskedQuestion(text))
        if said in left:
            left.remove(said)
        found.append(said)
    return found


def _matching(questions: tuple[str, ...], asked: tuple[AskedQuestion, ...]) -> tuple[AskedQuestion, ...]:
    """What is said of the questions that are there, in their order."""
    said = _with_answers(questions, asked)
    return tuple(each for each in said if each != AskedQuestion(each.question))
