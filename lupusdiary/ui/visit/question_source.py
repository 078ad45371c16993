"""The questions that a page of a visit shows: the visit's own, then those that wait."""

from __future__ import annotations

from collections.abc import Sequence

from lupusdiary.diary import Diary
from lupusdiary.domain.records import Visit
from lupusdiary.domain.visits import AskedQuestion, OpenQuestion, same_department
from lupusdiary.ui.base.article_folder import own_articles, read_library
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.visit.origin_words import came_up
from lupusdiary.ui.visit.question_rows import QuestionRow


def question_rows_of(diary: Diary, visit: Visit | None, context: UiContext) -> list[QuestionRow]:
    """A row each, in the order of the paper."""
    waiting = diary.open_questions.all()
    own = [] if visit is None else _unsaid(visit)
    titles = _titles(waiting, context)
    department = visit.department if visit is not None else None
    return [
        *(QuestionRow(text, department=department or "") for text in own),
        *(
            QuestionRow(each.text, came_up(each, titles, context.tr), each.department or "", each.id)
            for each in waiting
        ),
    ]


def is_of(row: QuestionRow, department: str) -> bool:
    """Whether a question is for this department and no other."""
    return bool(row.department) and same_department(row.department, department)


def _unsaid(visit: Visit) -> list[str]:
    """The questions of a visit of which nobody has said yet what became of them."""
    said = {each.question for each in visit.asked if each != AskedQuestion(each.question)}
    return [text for text in visit.questions if text not in said]


def _titles(questions: Sequence[OpenQuestion], context: UiContext) -> dict[str, str]:
    """The titles of the articles that questions came up in, by their ids."""
    origins = [(each.origin or "").partition(":") for each in questions]
    ids = {id for kind, _, id in origins if kind == "article"}
    if not ids:
        return {}
    library = read_library(own_articles(context.preferences)).library
    known = set(library.ids()) & ids
    return {id: library.card(id, context.tr.code).front.title for id in known}
