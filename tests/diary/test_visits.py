"""Visits of a department, questions on their way to them, what was agreed, and the page that was taken."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path

import pytest

from lupusdiary.diary import Diary, create_diary
from lupusdiary.domain.records import Visit
from lupusdiary.domain.visits import Agreement, AskedQuestion, KeptVisitPage, OpenQuestion
from lupusdiary.language import Refusal
from lupusdiary.queries.visit_summary import default_period, visit_summary_of
from tests.conftest import StandingClock

TODAY = date(2026, 11, 22)
SKIN, JOINTS = "피부과", "류마티스내과"


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


@pytest.fixture
def diary(tmp_path: Path, clock: StandingClock) -> Iterator[Diary]:
    with create_diary(tmp_path / "diary.lupusdiary", None, clock) as made:
        yield made


def texts(diary: Diary) -> list[str]:
    return [each.text for each in diary.open_questions.all()]


def test_the_last_visit_is_that_of_the_department_and_one_without_counts_for_all(diary: Diary) -> None:
    for days, department in ((60, JOINTS), (30, SKIN)):
        diary.visits.add(Visit(ago(days), department=department))
    found = diary.visits.last_before(TODAY, " 류마티스 내과")
    assert found is not None
    assert found.day == ago(60)
    diary.visits.add(Visit(ago(10)))
    found = diary.visits.last_before(TODAY, JOINTS)
    assert found is not None
    assert found.day == ago(10)


def test_the_period_of_the_page_begins_with_that_department(diary: Diary) -> None:
    for days, department in ((60, JOINTS), (30, SKIN)):
        diary.visits.add(Visit(ago(days), department=department))
    joints = diary.visits.add(Visit(TODAY + timedelta(days=2), department=JOINTS))
    skin = diary.visits.add(Visit(TODAY + timedelta(days=9), department=SKIN))
    assert default_period(diary).start == ago(60)
    assert default_period(diary, joints).start == ago(60)
    assert default_period(diary, skin).start == ago(30)
    assert visit_summary_of(diary, default_period(diary), coming=skin).department == SKIN


def test_visits_of_one_day_stay_apart_and_come_in_the_order_of_their_times(diary: Diary) -> None:
    late = diary.visits.add(Visit(TODAY, department=JOINTS, at=time(14)))
    early = diary.visits.add(Visit(TODAY, department=SKIN, at=time(9)))
    unknown = diary.visits.add(Visit(TODAY))
    assert diary.visits.coming() == [early, late, unknown]
    assert diary.visits.departments() == [SKIN, JOINTS]


def test_questions_wait_without_a_date_in_the_order_of_the_person(diary: Diary) -> None:
    first, second, third = (diary.open_questions.add(OpenQuestion(text)) for text in ("a?", "b?", "c?"))
    diary.open_questions.arrange([third.id, first.id])
    assert texts(diary) == ["c?", "b?", "a?"]
    diary.history.undo()
    assert texts(diary) == ["a?", "b?", "c?"]
    diary.open_questions.change(replace(second, department=SKIN))
    assert texts(diary) == ["a?", "b?", "c?"]


def test_a_page_prints_the_questions_of_its_department_and_of_none(diary: Diary) -> None:
    for text, department in (("joints?", JOINTS), ("skin?", SKIN), ("any?", None)):
        diary.open_questions.add(OpenQuestion(text, department))
    assert visit_summary_of(diary, default_period(diary)).waiting == ("joints?", "skin?", "any?")
    diary.visits.add(Visit(TODAY, ("own?",), department=SKIN))
    summary = visit_summary_of(diary, default_period(diary))
    assert summary.next_visit is not None
    assert summary.next_visit.questions == ("own?", "skin?", "any?")
    assert summary.waiting == ()


def test_an_answered_question_is_with_its_visit_and_the_others_wait_on(diary: Diary) -> None:
    visit = diary.visits.add(Visit(TODAY, department=JOINTS))
    for text in ("one?", "two?"):
        diary.open_questions.add(OpenQuestion(text, JOINTS))
    diary.asking.answer(visit, AskedQuestion("one?", True, "yes"))
    (kept,) = diary.visits.all()
    assert (kept.questions, kept.asked) == (("one?",), (AskedQuestion("one?", True, "yes"),))
    assert texts(diary) == ["two?"]
    diary.history.undo()
    assert texts(diary) == ["one?", "two?"]
    assert diary.visits.all() == [visit]


def test_a_question_that_was_not_asked_is_carried_on_with_its_origin(diary: Diary) -> None:
    visit = diary.visits.add(Visit(ago(3), ("one?", "two?"), department=JOINTS))
    diary.asking.carry(visit, ["two?"])
    (question,) = diary.open_questions.all()
    assert (question.text, question.department) == ("two?", JOINTS)
    assert question.origin == f"visit:{ago(3).isoformat()}"
    (kept,) = diary.visits.all()
    assert kept.asked == (AskedQuestion("two?", False),)
    diary.history.undo()
    assert diary.visits.all() == [visit]
    assert texts(diary) == []


def test_the_questions_of_a_coming_visit_are_taken_in_before_the_others(diary: Diary) -> None:
    visit = diary.visits.add(Visit(TODAY, ("own?", "said?"), asked=(AskedQuestion("said?", True),)))
    diary.open_questions.add(OpenQuestion("waiting?"))
    diary.asking.take_in(visit)
    assert texts(diary) == ["own?", "waiting?"]
    assert diary.visits.all()[0].questions == ("said?",)
    diary.history.undo()
    assert diary.visits.all() == [visit]


def test_what_was_agreed_keeps_its_kind_day_state_and_outcome(diary: Diary) -> None:
    said = Agreement("5 mg", "heard", TODAY, "placed", "so it was")
    visit = diary.visits.add(Visit(ago(3), agreed=("5 mg", "call"), agreements=(said, Agreement("call"))))
    assert diary.visits.all() == [visit]
    assert visit.agreements == (said,)
    diary.visits.change(replace(visit, agreed=("call",)))
    assert diary.visits.all()[0].agreements == ()
    with pytest.raises(Refusal):
        diary.visits.add(Visit(TODAY, agreed=("x",), agreements=(Agreement("x", "dose"),)))
    with pytest.raises(Refusal):
        diary.visits.add(Visit(TODAY, agreed=("x",), agreements=(Agreement("x", state="done"),)))


def test_the_page_that_was_taken_follows_its_visit(diary: Diary) -> None:
    visit = diary.visits.add(Visit(TODAY, department=SKIN))
    diary.visit_pages.keep(KeptVisitPage(TODAY, ago(1), '{"a": 1}', SKIN))
    diary.visit_pages.keep(KeptVisitPage(TODAY, TODAY, '{"a": 2}', SKIN))
    assert [page.data for page in diary.visit_pages.all()] == ['{"a": 2}']
    moved = replace(visit, day=TODAY + timedelta(days=2))
    diary.visits.change(moved)
    page = diary.visit_pages.of(moved)
    assert page is not None
    assert page.made_on == TODAY
    diary.visits.remove(visit.id)
    assert diary.visit_pages.all() == []
    with pytest.raises(Refusal):
        diary.visit_pages.keep(KeptVisitPage(TODAY, TODAY, "no JSON"))
