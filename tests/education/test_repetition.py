"""Missed questions come again gently; what was known never does."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from lupusdiary.domain.learning import QuizAnswer
from lupusdiary.education.repetition import AT_MOST, Key, Repetition, answered, due

START = date(2026, 11, 1)


def answer(after: int, right: bool, item: int = 0, article: str = "a") -> QuizAnswer:
    return QuizAnswer(START + timedelta(days=after), article, item, right)


def repetitions(answers: Iterable[QuizAnswer], safety: Collection[Key] = ()) -> list[Repetition]:
    """Every question that is not learnt yet."""
    return due(answers, date.max, 10_000, safety)


def due_after(*answers: QuizAnswer) -> int | None:
    found = repetitions(answers)
    return (found[0].due - START).days if found else None


def test_what_was_right_at_once_never_comes_again() -> None:
    assert repetitions([answer(0, True), answer(5, True)]) == []


def test_a_missed_question_comes_again_after_1_3_7_and_21_days() -> None:
    missed = answer(0, False)
    assert due_after(missed) == 1
    assert due_after(missed, answer(1, True)) == 4
    assert due_after(missed, answer(1, True), answer(4, True)) == 11
    assert due_after(missed, answer(1, True), answer(4, True), answer(11, True)) == 32
    learnt = [answer(1, True), answer(4, True), answer(11, True), answer(32, True)]
    assert due_after(missed, *learnt) is None


def test_a_second_miss_starts_anew() -> None:
    assert due_after(answer(0, False), answer(1, True), answer(4, False)) == 5


def test_a_right_answer_before_it_is_due_changes_nothing() -> None:
    assert due_after(answer(0, False), answer(0, True)) == 1


def test_a_late_answer_counts_from_its_own_day() -> None:
    assert due_after(answer(0, False), answer(40, True)) == 43


def test_only_a_few_come_on_one_day_and_the_longest_waiting_first() -> None:
    answers = [answer(9 - item, False, item) for item in range(9)]
    found = due(answers, START + timedelta(days=10))
    assert found == [Repetition("a", item, START + timedelta(days=10 - item)) for item in (8, 7, 6)]
    assert len(found) == AT_MOST
    assert due(answers, START) == []


def test_when_the_few_of_a_day_are_answered_no_more_come_on_that_day() -> None:
    missed = [answer(0, False, item) for item in range(6)]
    today = START + timedelta(days=4)
    assert [each.item for each in due(missed, today)] == [0, 1, 2]
    one = [*missed, answer(4, True, 0)]
    assert [each.item for each in due(one, today)] == [1, 2]
    three = [*one, answer(4, False, 1), answer(4, True, 2), answer(4, True, 9)]
    assert due(three, today) == []
    assert [each.item for each in due(three, today + timedelta(days=1))] == [3, 4, 5]


def test_how_a_quiz_stands_is_told_by_its_last_answers() -> None:
    answers = [answer(0, False, 0), answer(1, True, 0), answer(1, True, 1), answer(2, False, 1)]
    others = [answer(0, True, 0, "b"), answer(0, True, 7)]
    assert answered([*answers, *others], "a", 3) == (2, 1)
    assert answered([], "a", 3) == (0, 0)


@given(st.lists(st.builds(answer, st.integers(0, 60), st.booleans(), st.integers(0, 2)), max_size=20))
def test_every_open_question_was_missed_and_comes_after_its_last_answer(answers: list[QuizAnswer]) -> None:
    for each in repetitions(answers):
        mine = [a for a in answers if (a.article, a.item) == (each.article, each.item)]
        assert any(not a.right for a in mine)
        assert each.due > min(a.day for a in mine if not a.right)


def test_a_question_of_safety_comes_again_also_after_a_right_answer_and_never_ends() -> None:
    first = date(2026, 1, 1)
    safety = {("emergency", 0)}
    answers = [QuizAnswer(first, "emergency", 0, True), QuizAnswer(first, "kidneys", 0, True)]
    days = []
    for _ in range(5):
        (again,) = repetitions(answers, safety)
        assert (again.article, again.item) == ("emergency", 0)
        days.append((again.due - answers[-1].day).days)
        answers.append(QuizAnswer(again.due, "emergency", 0, True))
    assert days == [7, 21, 90, 90, 90]
    assert repetitions(answers) == []
