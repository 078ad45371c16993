"""What a person wrote and a verb removes or writes over is found again: in the trash, as the thing stood
before, or in the history of its day."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest

from lupusdiary.diary import Diary, create_diary
from lupusdiary.diary.medicines.heard_at_visit import answer_heard, change_agreed
from lupusdiary.domain.day_record import TimedEntry
from lupusdiary.domain.learning import SafetyCard, TeachBack, TeachBackResult
from lupusdiary.domain.medicines.allergy import Allergy
from lupusdiary.domain.medicines.intake import Intake
from lupusdiary.domain.medicines.medicine import Medication, Plan
from lupusdiary.domain.medicines.part import DosePart
from lupusdiary.domain.medicines.pattern import DosePattern
from lupusdiary.domain.medicines.period import DosePeriod
from lupusdiary.domain.medicines.side_effect import SideEffect
from lupusdiary.domain.records import Contact, Flare, LabResult, Profile, TreatmentEvent, Visit
from lupusdiary.domain.visits import Agreement, AskedQuestion, CheckUp, KeptVisitPage, OpenQuestion
from lupusdiary.exchange import json_format
from lupusdiary.language import Refusal
from tests.conftest import StandingClock
from tests.diary.verbs import writing_verbs

TODAY = date(2026, 11, 22)
MARK = "나비 표지"
RESULT = LabResult(TODAY, "c3", "52", "quantity", value=52.0, unit="mg/dL", note=MARK)
PDL = Medication("", "소론도정", "prednisolone", "oral", "tablet")
DOSE = DosePeriod(TODAY, DosePattern("daily"), parts=(DosePart(5, "mg", 2),), note=MARK)


@pytest.fixture
def diary(tmp_path: Path, clock: StandingClock) -> Iterator[Diary]:
    """A plain one: what is kept does not depend on how the pages are written."""
    with create_diary(tmp_path / "a", None, clock) as made:
        yield made


def _visit(diary: Diary, **more: object) -> Visit:
    return diary.visits.add(Visit(TODAY, ("왜", MARK), "정기", **more))  # type: ignore[arg-type]


def _medicine(diary: Diary, **more: object) -> Medication:
    return diary.medicines.add(replace(PDL, **more))  # type: ignore[arg-type]


def _answer(diary: Diary) -> None:
    visit = _visit(diary, asked=(AskedQuestion("왜", True, MARK),))
    diary.asking.answer(replace(visit, questions=("왜",)), AskedQuestion("왜", True, "짧게"))


def _agreed(diary: Diary) -> None:
    visit = diary.visits.add(Visit(TODAY, agreed=(MARK, "둘째")))
    change_agreed(diary, visit, replace(visit, agreed=("둘째",)))


def _outcome(diary: Diary) -> None:
    said = Agreement("소변 검사", "test", outcome=MARK)
    visit = diary.visits.add(Visit(TODAY, agreed=("소변 검사",), agreements=(said,)))
    diary.visits.say_of(visit.id, replace(said, outcome="했음"))


def _intake(diary: Diary) -> str:
    code = _medicine(diary, periods=(replace(DOSE, note=None),)).code
    diary.intakes.record(Intake(TODAY, code, "taken", note=MARK))
    return code


def _heard(diary: Diary) -> tuple[str, int]:
    visit = diary.visits.add(Visit(TODAY))
    said = Agreement(f"소론도정 5mg {MARK}", "heard", state="placed")
    _medicine(diary)
    change_agreed(diary, visit, replace(visit, agreed=(said.text,), agreements=(said,)))
    (heard,) = diary.medicines.named("소론도정").heard
    assert heard.id is not None
    # The visit's own line is another test's.
    diary.visits.change(replace(visit, agreed=(), agreements=()))
    return diary.medicines.named("소론도정").code, heard.id


def _own_item(diary: Diary) -> str:
    code = diary.symptoms.add_own(MARK, "nrs")
    diary.days.record(TODAY, code, 4)
    return code


def _joined_items(diary: Diary) -> None:
    diary.symptoms.merge(_own_item(diary), diary.symptoms.add_own("발 저림", "nrs"))


def _question_written_over(diary: Diary) -> None:
    visit = _visit(diary)
    diary.visits.change(replace(visit, questions=("왜", "다른 것")))


# Each writes MARK and then takes it out of the diary by the verb.
LOSING: dict[str, Callable[[Diary], object]] = {
    "allergies.change": lambda diary: diary.allergies.change(
        replace(diary.allergies.add(Allergy(MARK)), name="다른 것")
    ),
    "allergies.remove": lambda diary: diary.allergies.remove(diary.allergies.add(Allergy(MARK)).id),
    "answer_heard": lambda diary: answer_heard(diary, *_heard(diary), so=False),
    "asking.answer": _answer,
    "change_agreed": _agreed,
    "check_ups.change": lambda diary: diary.check_ups.change(
        replace(diary.check_ups.add(CheckUp("own", MARK)), name="다른 것")
    ),
    "check_ups.remove": lambda diary: diary.check_ups.remove(diary.check_ups.add(CheckUp("own", MARK)).id),
    "contacts.change": lambda diary: diary.contacts.change(
        replace(diary.contacts.add(Contact(MARK, "1")), name="외래")
    ),
    "contacts.remove": lambda diary: diary.contacts.remove(diary.contacts.add(Contact(MARK, "1")).id),
    "days.change_timed": lambda diary: diary.days.change_timed(
        TODAY, replace(diary.days.add_timed(TODAY, TimedEntry(time(8), note=MARK)), note="다른 것")
    ),
    "days.remove_timed": lambda diary: diary.days.remove_timed(
        TODAY, diary.days.add_timed(TODAY, TimedEntry(time(8), note=MARK)).id
    ),
    "days.record_many": lambda diary: (
        diary.days.record_many(TODAY, {}, MARK),
        diary.days.record_many(TODAY, {}, None),
    ),
    "days.set_note": lambda diary: (
        diary.days.set_note(TODAY, MARK),
        diary.days.set_note(TODAY, "다른 것"),
    ),
    "events.change": lambda diary: diary.events.change(
        replace(diary.events.add(TreatmentEvent(TODAY, "other", MARK)), title=None)
    ),
    "events.remove": lambda diary: diary.events.remove(
        diary.events.add(TreatmentEvent(TODAY, "other", MARK)).id
    ),
    "flares.change": lambda diary: diary.flares.change(
        replace(diary.flares.add(Flare(TODAY, note=MARK)), note=None)
    ),
    "flares.remove": lambda diary: diary.flares.remove(diary.flares.add(Flare(TODAY, note=MARK)).id),
    "intakes.clear": lambda diary: diary.intakes.clear(TODAY, _intake(diary), None),
    "intakes.record": lambda diary: diary.intakes.record(Intake(TODAY, _intake(diary), "skipped")),
    "intakes.record_many": lambda diary: diary.intakes.record_many(
        [Intake(TODAY, _intake(diary), "skipped")]
    ),
    "intakes.remove": lambda diary: (
        _intake(diary),
        diary.intakes.remove(diary.intakes.all()[0].id),
    ),
    "labs.change": lambda diary: diary.labs.change(replace(diary.labs.add(RESULT), note=None)),
    "labs.change_sheet": lambda diary: diary.labs.change_sheet([replace(diary.labs.add(RESULT), note=None)]),
    "labs.remove": lambda diary: diary.labs.remove(diary.labs.add(RESULT).id),
    "learning.change_teach_back": lambda diary: diary.learning.change_teach_back(
        replace(
            diary.learning.add_teach_back(TeachBack(TODAY, "a", (TeachBackResult(True, MARK),))),
            results=(TeachBackResult(True, "다른 것"),),
        )
    ),
    "learning.remove_teach_back": lambda diary: diary.learning.remove_teach_back(
        diary.learning.add_teach_back(TeachBack(TODAY, "a", (TeachBackResult(True, MARK),))).id
    ),
    "learning.set_note": lambda diary: (
        diary.learning.set_note("a", MARK),
        diary.learning.set_note("a", "다른 것"),
    ),
    "medicines.change": lambda diary: diary.medicines.change(
        replace(_medicine(diary, name=MARK), name="소론도정")
    ),
    "medicines.change_period": lambda diary: diary.medicines.change_period(
        (kept := _medicine(diary, periods=(DOSE,))).code, replace(kept.periods[0], note=None)
    ),
    "medicines.change_plan": lambda diary: diary.medicines.change_plan(
        (
            kept := _medicine(
                diary, plans=(Plan("p1", text=MARK),), periods=(replace(DOSE, plan="p1", note=None),)
            )
        ).code,
        replace(kept.plans[0], text="다른 것"),
    ),
    "medicines.confirm": lambda diary: None,
    "medicines.drop_heard": lambda diary: diary.medicines.drop_heard(*_heard(diary)),
    "medicines.remove": lambda diary: diary.medicines.remove(_medicine(diary, periods=(DOSE,)).code),
    "medicines.remove_period": lambda diary: diary.medicines.remove_period(
        _medicine(diary, periods=(DOSE,)).periods[0].id
    ),
    "open_questions.change": lambda diary: diary.open_questions.change(
        replace(diary.open_questions.add(OpenQuestion(MARK)), text="다른 것")
    ),
    "open_questions.remove": lambda diary: diary.open_questions.remove(
        diary.open_questions.add(OpenQuestion(MARK)).id
    ),
    "profile.set": lambda diary: (diary.profile.set(Profile(MARK)), diary.profile.set(Profile())),
    "safety_card.set": lambda diary: (
        diary.safety_card.set(SafetyCard(notes=MARK)),
        diary.safety_card.set(SafetyCard()),
    ),
    "side_effects.change": lambda diary: diary.side_effects.change(
        replace(diary.side_effects.add(SideEffect(_medicine(diary).code, MARK)), what="다른 것")
    ),
    "side_effects.remove": lambda diary: diary.side_effects.remove(
        diary.side_effects.add(SideEffect(_medicine(diary).code, MARK)).id
    ),
    "symptoms.delete": lambda diary: diary.symptoms.delete(_own_item(diary)),
    "symptoms.merge": _joined_items,
    "symptoms.rename": lambda diary: diary.symptoms.rename(_own_item(diary), "다른 것"),
    "visits.change": lambda diary: diary.visits.change(replace(_visit(diary), questions=("왜",))),
    "visits.remove": lambda diary: diary.visits.remove(_visit(diary).id),
    "visits.say_of": _outcome,
    # The same verbs where they write over instead of removing, and the lines among the settings.
    "labs.change_sheet, removing": lambda diary: diary.labs.change_sheet(
        [], [number for each in (diary.labs.add(RESULT),) if (number := each.id) is not None]
    ),
    "learning.set_note, to nothing": lambda diary: (
        diary.learning.set_note("a", MARK),
        diary.learning.set_note("a", None),
    ),
    "safety_card.set, a later line": lambda diary: (
        diary.safety_card.set(SafetyCard(allergies=MARK)),
        diary.safety_card.set(SafetyCard()),
    ),
    "visits.change, a question written over": _question_written_over,
    "visits.change, the note": lambda diary: diary.visits.change(
        replace(diary.visits.add(Visit(TODAY, note=MARK)), note="다른 것")
    ),
}
del LOSING["medicines.confirm"]

# Verbs that take nothing away that a person wrote, and why not.
KEEPING = {
    **dict.fromkeys(
        (
            *(
                "allergies.add",
                "asking.carry",
                "asking.take_in",
                "check_ups.add",
                "contacts.add",
                "days.add_timed",
            ),
            *("days.copy_last", "days.no_symptoms", "events.add", "flares.add", "labs.add", "labs.add_own"),
            *("labs.add_sheet", "learning.add_teach_back", "learning.answer", "medicines.add"),
            *("medicines.add_course", "medicines.add_many", "medicines.add_period", "medicines.hear"),
            *("medicines.replan", "medicines.stop", "open_questions.add", "side_effects.add"),
            *("symptoms.add_own", "visits.add", "merge"),
        ),
        "adds, and keeps what is there",
    ),
    **dict.fromkeys(
        (
            *(
                "symptoms.reorder",
                "symptoms.restore",
                "symptoms.retire",
                "symptoms.track",
                "symptoms.untrack",
            ),
            *("open_questions.arrange", "labs.set_sheet", "learning.bookmark", "learning.set_progress"),
            *("settings.set", "check_in.set_end", "backups.choose_second_place", "medicines.confirm"),
        ),
        "arranges or switches; no words and no value of hers",
    ),
    "days.record": "a value of a day stays in the history of the day: test_trash.py",
    "days.confirm": "says of values that stay that they hold",
    "days.drop_copied": "takes back what the program filled in; the history of the day has it",
    "drafts.keep": "the newest state of a form that is still being filled in",
    "drafts.drop": "what was typed was saved, or given up by a button that says so",
    "reset_demonstration": "a fictional life is told anew",
    "visit_pages.keep": "the page of the same visit, printed anew from what the diary holds",
    "trash.restore": "brings back",
    "trash.put_back": "brings back, and what stood there becomes an earlier version in turn",
    "trash.empty": "for good, as it says",
    "writing": "joins other verbs",
}


def test_every_verb_that_writes_is_among_them() -> None:
    losing = {name.partition(",")[0] for name in LOSING}
    assert losing | set(KEEPING) == writing_verbs()
    assert not losing & set(KEEPING)


def _all(diary: Diary) -> str:
    return json_format.write(diary.contents())


def _kept(diary: Diary) -> list[str]:
    found = [*map(repr, diary.trash.all()), *map(repr, diary.trash.replaced())]
    return [each for each in (*found, *map(repr, diary.earlier_versions(TODAY))) if MARK in each]


@pytest.mark.parametrize("verb", LOSING)
def test_what_a_verb_took_away_is_found_again_and_for_a_month(
    diary: Diary, verb: str, clock: StandingClock
) -> None:
    LOSING[verb](diary)
    assert MARK not in _all(diary)
    assert _kept(diary)
    with diary._file.aside():
        diary._file.log.clear()
    clock.move(days=29)
    diary.days.record(clock.now.date(), "fatigue", 3)
    assert _kept(diary)
    in_a_day = any(MARK in repr(each) for each in diary.earlier_versions(TODAY))
    clock.move(days=2)
    diary.days.record(clock.now.date(), "fatigue", 3)
    assert bool(_kept(diary)) == in_a_day
    assert diary.check().ok


@pytest.mark.parametrize("verb", LOSING)
def test_it_is_put_back_in_one_step(diary: Diary, verb: str) -> None:
    LOSING[verb](diary)
    without = diary.contents()
    steps = 0
    for removed in diary.trash.all():
        if MARK in repr(removed):
            diary.trash.restore(removed.id)
            steps += 1
    for version in diary.trash.replaced():
        if MARK in repr(version):
            diary.trash.put_back(version.id)
            steps += 1
    if not steps:
        # A day is shown how it stood; what she wants of it she enters.
        assert any(MARK in repr(each) for each in diary.earlier_versions(TODAY))
        return
    assert MARK in _all(diary)
    assert diary.check().ok
    for _ in range(steps):
        diary.history.undo()
    assert diary.contents() == without
    assert _kept(diary)


def test_putting_back_loses_nothing_either(diary: Diary) -> None:
    visit = _visit(diary)
    diary.visits.change(replace(visit, note="둘째", questions=("왜", MARK, "새 물음")))
    (first,) = diary.trash.replaced()
    diary.trash.put_back(first.id)
    assert diary.visits.all() == [visit]
    assert [each.values["note"] for each in diary.trash.replaced()] == ["둘째", "정기"]
    (question,) = diary.trash.all()
    assert (question.kind, question.values["text"], question.visit_day) == (
        "visit_question", "새 물음", TODAY.isoformat(),
    )  # fmt: skip
    diary.trash.restore(question.id)
    assert diary.visits.all()[0].questions == ("왜", MARK, "새 물음")


def test_a_question_that_goes_from_one_list_to_another_is_not_thrown_away(diary: Diary) -> None:
    diary.open_questions.add(OpenQuestion(MARK))
    visit = diary.visits.add(Visit(TODAY, ("왜",)))
    diary.asking.take_in(visit)
    (visit,) = diary.visits.all()
    diary.asking.answer(diary.asking.with_waiting(visit), AskedQuestion("왜", True))
    (visit,) = diary.visits.all()
    diary.visits.change(replace(visit, questions=("둘째", "왜"), note="n"))
    (visit,) = diary.visits.all()
    diary.visits.change(replace(visit, questions=("왜", "둘째")))
    assert diary.trash.all() == []


def test_the_page_of_a_removed_visit_comes_back_with_it(diary: Diary) -> None:
    visit = diary.visits.add(Visit(TODAY, department="신장"))
    page = KeptVisitPage(TODAY, TODAY, '{"a": 1}', "신장")
    diary.visit_pages.keep(page)
    diary.visits.remove(visit.id)
    assert diary.visit_pages.all() == []
    (removed,) = diary.trash.all()
    assert removed.kind == "visit"
    diary.trash.restore(removed.id)
    assert diary.visit_pages.of(visit) == page
    diary.visits.change(replace(visit, department="류마티스"))
    diary.trash.put_back(diary.trash.replaced()[0].id)
    assert diary.visit_pages.of(visit) == page


def test_nothing_comes_back_to_another_thing_that_got_its_number(diary: Diary) -> None:
    kept = _medicine(diary, periods=(DOSE,))
    diary.medicines.change_period(kept.code, replace(kept.periods[0], note="둘째"))
    diary.medicines.remove_period(diary.medicines.get(kept.code).periods[0].id)
    (dose,) = diary.trash.all()
    diary.medicines.remove(kept.code)
    other = diary.medicines.add(replace(PDL, name="MTX", ingredient="methotrexate"))
    assert other.id != kept.id
    with pytest.raises(Refusal, match="removed too"):
        diary.trash.restore(dose.id)
    assert diary.trash.replaced() == []
    first, second = diary.trash.all()
    assert (first.kind, second.kind) == ("medicine", "dose_period")
    diary.trash.restore(first.id)
    diary.trash.restore(second.id)
    diary.trash.put_back(diary.trash.replaced()[0].id)
    assert diary.medicines.named("소론도정").periods == (DOSE,)
    assert diary.medicines.named("MTX").periods == ()


def test_a_version_whose_medicine_is_gone_is_refused_in_words(diary: Diary) -> None:
    first, second = _medicine(diary), _medicine(diary, name="MTX", ingredient="methotrexate")
    effect = diary.side_effects.add(SideEffect(first.code, MARK))
    diary.side_effects.change(replace(effect, medicine=second.code, what="다른 것"))
    diary.medicines.remove(first.code)
    (version,) = diary.trash.replaced()
    with pytest.raises(Refusal, match="removed too"):
        diary.trash.put_back(version.id)
    diary.trash.restore(diary.trash.all()[0].id)
    diary.trash.put_back(version.id)
    assert diary.side_effects.all() == [effect]


def test_a_question_that_came_back_with_its_visit_comes_no_second_time_from_the_trash(diary: Diary) -> None:
    visit = _visit(diary, asked=(AskedQuestion("왜", True, "첫째"),))
    # In one step an answer is written over and a question is removed.
    diary.visits.change(replace(visit, questions=("왜",), asked=(AskedQuestion("왜", True, "둘째"),)))
    assert [each.values["text"] for each in diary.trash.all()] == [MARK]
    diary.trash.put_back(diary.trash.replaced()[0].id)
    assert diary.visits.all() == [visit]
    assert diary.trash.all() == []
    diary.history.undo()
    assert [each.values["text"] for each in diary.trash.all()] == [MARK]


def test_a_dose_that_no_longer_fits_its_plan_does_not_come_back(diary: Diary) -> None:
    step = replace(DOSE, plan="p1", end=TODAY)
    later = replace(step, start=date(2026, 11, 29), end=date(2026, 11, 29))
    kept = _medicine(diary, plans=(Plan("p1"),), periods=(step, later))
    diary.medicines.remove_period(kept.periods[0].id)
    diary.medicines.change_period(kept.code, replace(step, id=kept.periods[1].id))
    before = diary.contents()
    with pytest.raises(Refusal, match="cannot be brought back"):
        diary.trash.restore(diary.trash.all()[0].id)
    assert diary.contents() == before
    assert diary.check().ok


def test_emptying_the_trash_takes_the_earlier_versions_of_things_too(diary: Diary) -> None:
    diary.contacts.change(replace(diary.contacts.add(Contact(MARK, "1")), name="외래"))
    assert len(diary.trash.replaced()) == 1
    diary.trash.empty()
    assert diary.trash.replaced() == []


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "null", '{"_parts": 1, "_was": []}', '{"_parts": [], "_was": [{}], "id": 1}',
             '{"_parts": [["reading", {}]], "_was": [], "id": [1]}', '{"_parts": [[1]], "_was": []}'],
)  # fmt: skip
def test_a_crafted_version_breaks_nothing(diary: Diary, text: str) -> None:
    diary.contacts.change(replace(diary.contacts.add(Contact(MARK, "1")), name="외래"))
    diary._file.run("UPDATE earlier_version SET json = ?", text)
    assert diary.trash.replaced() == []
    with pytest.raises(Refusal):
        diary.trash.put_back(1)
    assert diary.contacts.all() == [Contact("외래", "1")]
