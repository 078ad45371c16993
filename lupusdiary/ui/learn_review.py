"""The questions that were missed and may come again today: a few, on the Learn page only, if she likes."""

from __future__ import annotations

from lupusdiary.diary import Diary
from lupusdiary.diary.settings import REVIEW_LEFT
from lupusdiary.education.library import Library
from lupusdiary.education.repetition import due
from lupusdiary.ui.quiz_order import Asked


def waiting(diary: Diary, library: Library, language: str) -> list[Asked]:
    """Those that the library still has; none in a diary that cannot keep the answers, and none when they
    were left for another day."""
    today = diary.today()
    if diary.read_only or diary.settings.get(REVIEW_LEFT, "") == today.isoformat():
        return []
    known = {card.front.id: len(card.front.quiz) for card in library.cards(language)}
    there = [each for each in diary.learning.answers() if each.item < known.get(each.article, 0)]
    return [Asked(each.article, each.item) for each in due(there, today)]


def leave_for_today(diary: Diary) -> None:
    """Nothing is asked again today. Raises `Refusal` where it cannot be kept."""
    diary.settings.set(REVIEW_LEFT, diary.today().isoformat())
