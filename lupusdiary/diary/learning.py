"""What the person has read, answered and said in her own words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from lupusdiary.diary.row_mapping import row_id
from lupusdiary.diary.teach_backs import TeachBacks
from lupusdiary.diary.validation import NOTE_LIMIT, Clock, day_that_came, entered_name, entered_text
from lupusdiary.domain.change import Change
from lupusdiary.domain.learning import MOST_QUIZ_ITEMS, ArticleState, Learnt, QuizAnswer, TeachBack
from lupusdiary.language import Refusal
from lupusdiary.storage.diary_file import DiaryFile
from lupusdiary.storage.engine import damaged
from lupusdiary.storage.table import Row, Table
from lupusdiary.storage.text import stored_day

_NOTICE = Change(frozenset({"learning"}))
# A reader hardly ever sees the very last line in the middle of the window.
_READ_TO_THE_END = 0.98


class Learning:
    """Every verb is one undo step, but for `set_progress`: to read on is nothing to take back."""

    def __init__(self, file: DiaryFile, clock: Clock) -> None:
        self._file = file
        self._clock = clock
        self._progress = Table(file, "article_progress")
        self._marks = Table(file, "article_mark")
        self._answers = Table(file, "quiz_answer")
        self._teach_backs = TeachBacks(file, clock)

    def state(self, article: str) -> ArticleState:
        """How an article stands; one that was never opened is at 0."""
        return self._states({"article": article}).get(article, ArticleState(article))

    def states(self) -> dict[str, ArticleState]:
        """How all articles stand that were opened, marked or written upon, by id."""
        return self._states()

    def set_progress(self, article: str, anchor: str | None, fraction: float) -> None:
        """Remembers how far an article is read (0 to 1) and in which section; once finished it stays so.

        In a diary that can only be read nothing happens.
        """
        if self._file.why_read_only is not None:
            return
        here = self.state(article)
        progress = min(1.0, max(0.0, fraction))
        finished = here.finished or progress >= _READ_TO_THE_END
        state = replace(here, progress=progress, anchor=anchor, finished=finished)
        if state != here:
            with self._file.unlogged(_NOTICE):
                self._put_progress(self.checked_state(state))

    def bookmark(self, article: str, on: bool) -> None:
        """Puts a bookmark on an article, or takes it away."""
        self._mark("learning.bookmark", replace(self.state(article), bookmarked=on))

    def set_note(
        self, article: str, text: str | None, *, same_visit: bool = False, over: str | None = None
    ) -> bool:
        """Keeps the person's own note on an article; nothing but blanks removes it. Writes of the
        `same_visit` are one undo step. `over` is the note that the writer saw; where another program has
        written another one meanwhile, both are kept, the other first, and False is returned."""
        with self._file.reading():
            state = self.state(article)
            there = state.note
            both = there is not None and over is not None and there not in (over, text)
        if both:
            text = "\n\n".join(each for each in (there, text) if each)
        self._mark("learning.note", replace(state, note=text), goes_on=same_visit)
        return not both

    def answer(self, article: str, item: int, right: bool) -> QuizAnswer:
        """Keeps today's answer to a question of an article's quiz."""
        answer = self.checked_answer(QuizAnswer(self._clock().date(), article, item, right))
        with self._file.writing("learning.answer"):
            return self.put_answer(answer)

    def answers(self) -> list[QuizAnswer]:
        """Every answer by day, ties in the order of entry."""
        rows = self._answers.find(order=("day", "id"))
        return [
            QuizAnswer(_day(row), str(row["article"]), _whole(row["item"]), bool(row["correct"]), row_id(row))
            for row in rows
        ]

    def teach_backs(self) -> list[TeachBack]:
        """Every teach-back by day, ties in the order of entry."""
        return self._teach_backs.all()

    def add_teach_back(self, teach_back: TeachBack) -> TeachBack:
        """Keeps a teach-back; the same again is a no-op."""
        return self._teach_backs.add(teach_back)

    def change_teach_back(self, teach_back: TeachBack) -> TeachBack:
        """Changes the teach-back with this id: what was explained again is said now."""
        return self._teach_backs.change(teach_back)

    def remove_teach_back(self, id: int | None) -> None:
        """Removes one teach-back with its results."""
        self._teach_backs.remove(id)

    def contents(self) -> Learnt:
        """All of it, for an export."""
        states = self._states()
        articles = tuple(states[id] for id in sorted(states))
        return Learnt(articles, tuple(self.answers()), tuple(self.teach_backs()))

    def forget_progress(self) -> None:
        """Puts every article back to its beginning, inside a write; its rows stay, so that an undone step
        never meets a new row in its place."""
        for row in self._progress.find():
            self._progress.update(row_id(row), {"anchor": None, "fraction": 0.0, "finished": 0})

    def put_state(self, state: ArticleState) -> None:
        """Writes the checked state of an article inside a write."""
        self._put_progress(state)
        self._put_mark(state)

    def put_answer(self, answer: QuizAnswer) -> QuizAnswer:
        """Adds a checked answer inside a write."""
        columns: Row = {
            "day": answer.day.isoformat(),
            "article": answer.article,
            "item": answer.item,
            "correct": int(answer.right),
        }
        return replace(answer, id=self._answers.insert(columns))

    def put_teach_back(self, teach_back: TeachBack) -> TeachBack:
        """Adds a checked teach-back inside a write."""
        return self._teach_backs.put(teach_back)

    def checked_answer(self, answer: QuizAnswer) -> QuizAnswer:
        """An answer as it can be kept."""
        day_that_came(answer.day, date.max)
        if not 0 <= answer.item < MOST_QUIZ_ITEMS:
            raise Refusal("A quiz has no question {number}.", number=answer.item)
        return replace(answer, article=entered_name(answer.article))

    def checked_teach_back(self, teach_back: TeachBack) -> TeachBack:
        """A teach-back as it can be kept."""
        return self._teach_backs.checked(teach_back)

    def checked_state(self, state: ArticleState) -> ArticleState:
        """The state of an article as it can be kept."""
        if not 0 <= state.progress <= 1:
            raise Refusal("An article is read between 0 and 1, not {number}.", number=state.progress)
        return replace(
            state,
            article=entered_name(state.article),
            anchor=entered_text(state.anchor),
            note=entered_text(state.note, NOTE_LIMIT),
        )

    def _states(self, where: Row | None = None) -> dict[str, ArticleState]:
        with self._file.reading():
            progress, marks = self._progress.find(where), self._marks.find(where)
        found: dict[str, ArticleState] = {}
        for row in progress:
            article = str(row["article"])
            fraction = row["fraction"]
            if not isinstance(fraction, float) or not 0 <= fraction <= 1:
                raise damaged()
            found[article] = ArticleState(article, fraction, _text(row["anchor"]), bool(row["finished"]))
        for row in marks:
            article = str(row["article"])
            here = found.get(article, ArticleState(article))
            found[article] = replace(here, bookmarked=bool(row["bookmarked"]), note=_text(row["note"]))
        return {article: state for article, state in found.items() if state != ArticleState(article)}

    def _mark(self, label: str, state: ArticleState, *, goes_on: bool = False) -> None:
        state = self.checked_state(state)
        with self._file.writing(label, goes_on=goes_on):
            self._put_mark(state)

    def _put_mark(self, state: ArticleState) -> None:
        columns: Row = {"bookmarked": int(state.bookmarked), "note": state.note}
        _put(self._marks, state.article, columns, empty=not (state.bookmarked or state.note))

    def _put_progress(self, state: ArticleState) -> None:
        columns: Row = {
            "anchor": state.anchor,
            "fraction": float(state.progress),
            "finished": int(state.finished),
        }
        empty = not (state.progress or state.finished or state.anchor)
        _put(self._progress, state.article, columns, empty=empty)


def _put(table: Table, article: str, columns: Row, *, empty: bool) -> None:
    row = table.one({"article": article})
    if row is not None:
        table.update(row_id(row), columns)
    elif not empty:
        table.insert({"article": article, **columns})


def _whole(value: object) -> int:
    assert isinstance(value, int)
    return value


def _day(row: Row) -> date:
    return stored_day(row["day"])


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None
