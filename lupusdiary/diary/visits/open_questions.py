"""Questions that are for no visit yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lupusdiary.diary.row_mapping import Records
from lupusdiary.diary.validation import TEXT_LIMIT, Clock, entered, entered_text
from lupusdiary.domain.visits import OpenQuestion
from lupusdiary.language import Refusal
from lupusdiary.storage.diary_file import DiaryFile


class OpenQuestions:
    """Collected at any time. Every verb is one undo step."""

    def __init__(self, file: DiaryFile, clock: Clock) -> None:
        self._file = file
        self._clock = clock
        self._records = Records(file, "open_question", OpenQuestion)

    def all(self) -> list[OpenQuestion]:
        """Questions in the order that the person gave them, else in the order of entry."""
        return sorted(self._records.all(), key=lambda each: (each.place is None, each.place or 0))

    def arrange(self, ids: Sequence[int | None]) -> None:
        """Puts questions in this order, in the places that they have among the others."""
        kept = {each.id: each for each in self.all()}
        named = iter([id for id in ids if id in kept])
        order = [next(named) if id in ids else id for id in kept]
        with self._file.writing("visits.question"):
            for place, id in enumerate(order):
                if kept[id].place != place:
                    self._records.change(replace(kept[id], place=place))

    def add(self, question: OpenQuestion) -> OpenQuestion:
        """Adds a question; one that waits already, for the same department, stays once."""
        question = self.checked(question)
        for kept in self.all():
            if (kept.text, kept.department) == (question.text, question.department):
                return kept
        with self._file.writing("visits.question"):
            return self.put(replace(question, added_on=question.added_on or self._clock().date()))

    def put(self, question: OpenQuestion) -> OpenQuestion:
        """Adds a checked question inside a write."""
        return self._records.insert(question)

    def change(self, question: OpenQuestion) -> None:
        """Changes the question with this id."""
        question = self.checked(question)
        with self._file.writing("visits.question"):
            self._records.change(question)

    def remove(self, id: int | None) -> None:
        """Removes one question."""
        with self._file.writing("visits.question"):
            self._records.remove(id)

    def checked(self, question: OpenQuestion) -> OpenQuestion:
        """A question as it can be kept."""
        if entered_text(question.text, TEXT_LIMIT) is None:
            raise Refusal("The question is empty.")
        return entered(question)
