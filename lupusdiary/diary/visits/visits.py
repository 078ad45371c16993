"""Outpatient visits, past and to come, with the questions that the person takes along."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

from lupusdiary.diary.row_mapping import between, decoders_of, gone, row_id, row_of, values_of
from lupusdiary.diary.validation import (
    LIST_LIMIT,
    TEXT_LIMIT,
    Clock,
    entered,
    entered_list,
    entered_text,
    possible_day,
)
from lupusdiary.diary.visits.visit_lines import VisitLines, matched
from lupusdiary.domain.period import Period
from lupusdiary.domain.records import Visit
from lupusdiary.domain.visits import (
    AGREEMENT_KINDS,
    AGREEMENT_STATES,
    Agreement,
    AskedQuestion,
    same_department,
)
from lupusdiary.language import Refusal
from lupusdiary.storage.diary_file import DiaryFile
from lupusdiary.storage.table import Row, Table
from lupusdiary.storage.text import stored_day

_LINES = ("questions", "asked", "agreements")
_FIELDS = {name: read for name, read in decoders_of(Visit).items() if name not in _LINES}


class Visits:
    """Every verb is one undo step. A visit may be in the future: it is an appointment then."""

    def __init__(self, file: DiaryFile, clock: Clock) -> None:
        self._file = file
        self._clock = clock
        self._visits = Table(file, "visit")
        self._pages = Table(file, "visit_page")
        self._lines = VisitLines(file)

    def all(self, period: Period | None = None) -> list[Visit]:
        """Visits by day, ties in the order of entry."""
        with self._file.reading():
            questions, agreements = self._lines.questions(), self._lines.agreements()
            rows = self._visits.find(between=between(period, "day"), order=("day", "id"))
        return [_visit(row, questions.get(row_id(row), []), agreements.get(row_id(row), [])) for row in rows]

    def last_before(self, day: date, department: str | None = None) -> Visit | None:
        """The last visit before `day`; with a department, of that one: a visit that names none counts for
        all."""
        if department is not None:
            before = [each for each in self.all() if each.day < day and _counts_for(each, department)]
            return before[-1] if before else None
        found = self._visits.extreme("day", "max", below=day.isoformat())
        if not isinstance(found, str):
            return None
        last = stored_day(found)
        return self.all(Period(last, last))[-1]

    def next(self) -> Visit | None:
        """The visit that comes next: today's or a later one."""
        return next(iter(self.coming()), None)

    def coming(self) -> list[Visit]:
        """The visits of today and later, in the order of their days and times."""
        today = self._clock().date()
        coming = [visit for visit in self.all() if visit.day >= today]
        return sorted(coming, key=lambda visit: (visit.day, visit.at is None, visit.at or time.min))

    def today(self) -> date:
        """The calendar day that visits are counted from."""
        return self._clock().date()

    def departments(self) -> list[str]:
        """The departments that visits name, each once, the one of the latest visit first."""
        found: list[str] = []
        for visit in reversed(self.all()):
            name = visit.department
            if name is not None and not any(same_department(name, each) for each in found):
                found.append(name)
        return found

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
        self._put_lines(id, visit)
        return replace(visit, id=id)

    def change(self, visit: Visit) -> None:
        """Changes the visit with this id; the page that was taken to it goes along."""
        visit = self.checked(visit)
        with self._file.writing("visits.change"):
            row = None if visit.id is None else self._visits.one({"id": visit.id})
            if visit.id is None or row is None:
                raise gone()
            kept = _visit(row, [], [])
            self._visits.update(visit.id, row_of(visit, _FIELDS))
            self._put_lines(visit.id, visit)
            if _key(kept) != _key(visit):
                for page in self._pages.find(_key(kept)):
                    self._pages.update(row_id(page), _key(visit))

    def say_of(self, id: int | None, said: Agreement) -> None:
        """Says more of one line of what was agreed at the visit with this id."""
        visit = next((each for each in self.all() if each.id == id), None)
        if visit is None or said.text not in visit.agreed:
            raise gone()
        others = tuple(each for each in visit.agreements if each.text != said.text)
        self.change(replace(visit, agreements=(*others, said)))

    def remove(self, id: int | None) -> None:
        """Removes one visit with its questions, what was agreed, and the page that was taken to it."""
        with self._file.writing("visits.remove"):
            row = None if id is None else self._visits.one({"id": id})
            if id is None or row is None:
                raise gone()
            self._lines.put(id, (), ())
            self._visits.delete(id)
            key = _key(_visit(row, [], []))
            if not self._visits.find(key):
                for page in self._pages.find(key):
                    self._pages.delete(row_id(page))

    def checked(self, visit: Visit) -> Visit:
        """A visit as it can be kept; empty questions and lines are left out."""
        if len(visit.questions) > LIST_LIMIT:
            raise Refusal("A visit has at most {limit} questions.", limit=LIST_LIMIT)
        visit = entered(
            replace(
                visit,
                questions=entered_list(visit.questions),
                agreed=entered_list(visit.agreed),
                prepared=entered_list(visit.prepared),
            )
        )
        asked = matched(visit.questions, tuple(map(_checked_asked, visit.asked)), AskedQuestion)
        agreements = matched(visit.agreed, tuple(map(_checked_agreement, visit.agreements)), Agreement)
        return replace(
            visit,
            asked=tuple(each for each in asked if each != AskedQuestion(each.question)),
            agreements=tuple(each for each in agreements if each != Agreement(each.text)),
        )

    def _put_lines(self, id: int, visit: Visit) -> None:
        self._lines.put(id, matched(visit.questions, visit.asked, AskedQuestion), visit.agreements)


def _visit(row: Row, questions: list[AskedQuestion], agreements: list[Agreement]) -> Visit:
    return Visit(
        **values_of(row, _FIELDS),
        questions=tuple(each.question for each in questions),
        asked=tuple(each for each in questions if each != AskedQuestion(each.question)),
        agreements=tuple(agreements),
        id=row_id(row),
    )


def _key(visit: Visit) -> Row:
    return {"day": visit.day.isoformat(), "department": visit.department, "hospital": visit.hospital}


def _counts_for(visit: Visit, department: str) -> bool:
    return visit.department is None or same_department(visit.department, department)


def _checked_asked(said: AskedQuestion) -> AskedQuestion:
    return replace(
        said,
        question=entered_text(said.question, TEXT_LIMIT) or "",
        answer=entered_text(said.answer, TEXT_LIMIT),
    )


def _checked_agreement(said: Agreement) -> Agreement:
    if said.kind is not None and said.kind not in AGREEMENT_KINDS:
        raise Refusal("“{code}” is not a kind of agreement.", code=said.kind[:40])
    if said.state is not None and said.state not in AGREEMENT_STATES:
        raise Refusal("“{code}” is not a state of an agreement.", code=said.state[:40])
    if said.day is not None:
        possible_day(said.day)
    return replace(
        said,
        text=entered_text(said.text, TEXT_LIMIT) or "",
        outcome=entered_text(said.outcome, TEXT_LIMIT),
    )
