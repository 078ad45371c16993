"""Questions on their way: collected without a date, taken to a visit, answered there or carried on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lupusdiary.diary.note_search import NoteFound
from lupusdiary.diary.visits.open_questions import OpenQuestions
from lupusdiary.diary.visits.visits import Visits
from lupusdiary.domain.hangul import finder, typed
from lupusdiary.domain.records import Visit
from lupusdiary.domain.visits import AskedQuestion, OpenQuestion, same_department
from lupusdiary.storage.diary_file import DiaryFile

# Stands before the day of the visit that a question was carried on from.
FROM_VISIT = "visit:"


class Asking:
    """Joins the questions that wait with those of a visit. Every verb is one undo step."""

    def __init__(self, file: DiaryFile, visits: Visits, waiting: OpenQuestions) -> None:
        self._file = file
        self._visits = visits
        self._waiting = waiting

    def next_visit(self) -> Visit | None:
        """The visit that comes next, with the questions that would be taken along now."""
        coming = self._visits.next()
        return None if coming is None else self.with_waiting(coming)

    def departments(self, shown: Visit | None = None) -> list[str]:
        """Every department that a visit or a question names, each once: that of the `shown` visit first, then
        that of the latest."""
        found = self._visits.departments()
        if shown is not None and shown.department in found:
            found.insert(0, found.pop(found.index(shown.department)))
        for each in self._waiting.all():
            name = each.department
            if name is not None and not any(same_department(name, one) for one in found):
                found.append(name)
        return found

    def search(self, text: str) -> list[NoteFound]:
        """The words of visits, and the questions that wait, that hold `text`; the newest visit first."""
        wanted = typed(text).strip()
        if not wanted:
            return []
        matching = finder(wanted)
        words = [
            (visit.day, each) for visit in reversed(self._visits.all()) for each in _words_of(visit) if each
        ]
        today = self._visits.today()
        words += [(each.added_on or today, each.text) for each in self._waiting.all()]
        return [NoteFound(day, None, each) for day, each in words if matching.search(each)]

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
            others = [each.id for each in self._waiting.all() if each.id not in new]
            self._waiting.arrange([*new, *others])
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
        origin = f"{FROM_VISIT}{visit.day.isoformat()}"
        with self._file.writing("visits.carry"):
            now = visit
            for text in texts:
                others = tuple(each for each in now.asked if each.question != text)
                questions = now.questions if text in now.questions else (*now.questions, text)
                now = replace(now, questions=questions, asked=(*others, AskedQuestion(text, False)))
                waiting = next((each for each in self.waiting_for(visit) if each.text == text), None)
                if waiting is None:
                    self._waiting.add(OpenQuestion(text, visit.department, origin=origin))
                elif waiting.origin is None:
                    self._waiting.change(replace(waiting, origin=origin))
            self._visits.change(now)


def _said(visit: Visit, text: str) -> AskedQuestion:
    return next((each for each in visit.asked if each.question == text), AskedQuestion(text))


def _words_of(visit: Visit) -> list[str | None]:
    """Every text of a visit."""
    return [
        *visit.questions,
        *(each.answer for each in visit.asked),
        *visit.agreed,
        *(each.outcome for each in visit.agreements),
        *(visit.note, visit.preparation, visit.doctor, visit.department, visit.hospital),
    ]
