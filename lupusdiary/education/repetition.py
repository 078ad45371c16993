"""Which questions of a quiz come again, and when: what was missed, and what safety depends on; a few at
a time, further and further apart. Nothing is scored."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from lupusdiary.domain.learning import QuizAnswer

# Days until a missed question comes again, and again after each right answer; then it is learnt.
DAYS_APART = (1, 3, 7, 21)
AT_MOST = 3
# A question of safety comes again also after a right answer: first after a week, in the end each quarter.
_SAFETY_BEGINS = 2
_SAFETY_APART = timedelta(days=90)
Key = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Repetition:
    """A question that was missed once: the day from which it comes again."""

    article: str
    item: int
    due: date


def due(
    answers: Iterable[QuizAnswer], today: date, at_most: int = AT_MOST, safety: Collection[Key] = ()
) -> list[Repetition]:
    """The few questions that may come again today; what waited longest comes first. Those that were answered
    again today already count among the few: when they are done, that is enough for a day. Questions of
    `safety` (article and item) are never done with.

    A wrong answer starts anew. A right one counts only from the day on which the question is due: whoever
    reads an article again and again is not sent further ahead by it.
    """
    found, came = _course(answers, safety)
    left = at_most - sum(day == today for day in came)
    return [each for each in found if each.due <= today][: max(0, left)]


def answered(answers: Iterable[QuizAnswer], article: str, items: int) -> tuple[int, int]:
    """How many questions of an article with so many `items` were answered, and how many of them rightly the
    last time."""
    last = {
        each.item: each.right
        for each in sorted(answers, key=lambda each: each.day)
        if each.article == article and each.item < items
    }
    return len(last), sum(last.values())


def _course(answers: Iterable[QuizAnswer], safety: Collection[Key]) -> tuple[list[Repetition], list[date]]:
    """What is open, and the days on which a question that was due was answered again."""
    open_: dict[Key, tuple[int, date]] = {}
    came: list[date] = []
    for answer in sorted(answers, key=lambda each: each.day):
        key = (answer.article, answer.item)
        waited = key in open_ and answer.day >= open_[key][1]
        if waited:
            came.append(answer.day)
        if not answer.right:
            open_[key] = (0, answer.day + timedelta(days=DAYS_APART[0]))
        elif waited:
            step = open_[key][0] + 1
            if step < len(DAYS_APART):
                open_[key] = (step, answer.day + timedelta(days=DAYS_APART[step]))
            elif key in safety:
                open_[key] = (len(DAYS_APART), answer.day + _SAFETY_APART)
            else:
                del open_[key]
        elif key not in open_ and key in safety:
            open_[key] = (_SAFETY_BEGINS, answer.day + timedelta(days=DAYS_APART[_SAFETY_BEGINS]))
    found = [Repetition(article, item, due) for (article, item), (_, due) in open_.items()]
    return sorted(found, key=lambda each: (each.due, each.article, each.item)), came
