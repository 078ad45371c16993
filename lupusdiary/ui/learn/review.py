"""The questions that were missed or that safety depends on and may come again today: a few, on the Learn page
only, if she likes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from lupusdiary.diary import Diary
from lupusdiary.diary.settings import REVIEW_LEFT
from lupusdiary.education.content.library import Library
from lupusdiary.education.repetition import due


def waiting(diary: Diary, library: Library, language: str) -> list[Asked]:
    """Those that the library still has; none in a diary that cannot keep the answers, and none when they
    were left for another day."""
    today = diary.today()
    if diary.read_only or diary.settings.get(REVIEW_LEFT, "") == today.isoformat():
        return []
    quizzes = {card.front.id: card.front.quiz for card in library.cards(language)}
    known = {id: len(quiz) for id, quiz in quizzes.items()}
    safety = {(id, at) for id, quiz in quizzes.items() for at, item in enumerate(quiz) if item.safety}
    there = [each for each in diary.learning.answers() if each.item < known.get(each.article, 0)]
    return [Asked(each.article, each.item) for each in due(there, today, safety=safety)]


def leave_for_today(diary: Diary) -> None:
    """Nothing is asked again today. Raises `Refusal` where it cannot be kept."""
    diary.settings.set(REVIEW_LEFT, diary.today().isoformat())


# What is true or false is asked in this order; other options in one that does not tell.
_TRUE_FALSE = (("True", "False"), ("맞다", "틀리다"))


@dataclass(frozen=True, slots=True)
class Asked:
    """One question: which of which article."""

    article: str
    item: int


def option_order(asked: Asked, options: Sequence[str]) -> list[int]:
    """In which order options stand: the same each time, but not always the right one first."""
    order = list(range(len(options)))
    if tuple(options) not in _TRUE_FALSE:
        Random(f"{asked.article} {asked.item}").shuffle(order)
    return order
