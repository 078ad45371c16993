"""Questions on their way: collected without a date, taken to a visit, answered there or carried on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lupusdiary.diary.visits.open_questions import OpenQuestions
from lupusdiary.diary.visits.visits import Visits
from lupusdiary.domain.records import Visit
from lupusdiary.domain.visits import AskedQuestion, OpenQuestion
from lupusdiary.storage.diary_file import DiaryFile

# Stands before the day of the visit that a question was carried on from.
FROM_VISIT = "visit:"


class Asking:
    """Joins the questions that wait with those of a visit. Every verb is one undo step."""

    def __init__(self, file: DiaryFile, visits: Visits, waiting: OpenQuestions) -> None:
        self._file = file
        self._visits = visits
        self._waiting = waiting

    def waiting_for(self, visit: Visit | None) -> list[OpenQuestion]:
        """The waiting questions that can be asked at a visit, in their order; without a visit all of them."""
        department = visit.department if visit is not None else None
        return [each for each in self._waiting.all() if each.is_for(department)]

    def with_waiting(self, visit: Visit) -> Visit:
        """A visit that is to come, with the questions that would be taken along now."""
        more = [each.text for each in self.waiting_for(visit) if each.text not in visit.questions]
        return replace(visit, questions=(*visit.questions, *more))

    def take_in(self, visit: Visit) -> None:
        """Makes the questions of a visit that is to come ones that wait, before those that wait already, so
        that all of them can be put in order."""
        if not visit.questions:
            return
        with self._file.writing("visits.question"):
            new = [
                self._waiting.add(OpenQuestion(text, visit.department)).id
                for text in visit.questions
                if _said(visit, text) == AskedQuestion(text)
            ]
            self._waiting.arrange(new)
            kept = tuple(text for text in visit.questions if _said(visit, text) != AskedQuestion(text))
            self._visits.change(replace(visit, questions=kept))

    def answer(self, visit: Visit, said: AskedQuestion) -> None:
        """Says what became of a question at a visit; one that waited is with that visit from then on."""
        with self._file.writing("visits.answer"):
            questions = visit.questions
            if said.question not in questions:
                questions = (*questions, said.question)
                for waiting in self.waiting_for(visit):
                    if waiting.text == said.question:
                        self._waiting.remove(waiting.id)
            asked = [each for each in visit.asked if each.question != said.question]
            self._visits.change(replace(visit, questions=questions, asked=(*asked, said)))

    def carry(self, visit: Visit, texts: Sequence[str]) -> None:
        """Takes questions that were not asked at a visit along to the next one of that department."""
        with self._file.writing("visits.carry"):
            now = visit
            for text in texts:
                others = tuple(each for each in now.asked if each.question != text)
                now = replace(now, asked=(*others, AskedQuestion(text, False)))
                self._waiting.add(
                    OpenQuestion(text, visit.department, origin=f"{FROM_VISIT}{visit.day.isoformat()}")
                )
            self._visits.change(now)


def _said(visit: Visit, text: str) -> AskedQuestion:
    return next((each for each in visit.asked if each.question == text), AskedQuestion(text))
