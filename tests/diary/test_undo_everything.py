"""Whatever a person does, each step goes back to exactly what was before it, and forward again: what the
diary holds, what lies in the trash, and how things and days stood before."""

from __future__ import annotations

import ast
from dataclasses import replace
from datetime import date, time
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import rule

from lupusdiary.diary.medicines.heard import Hearing
from lupusdiary.diary.medicines.heard_at_visit import answer_heard, change_agreed
from lupusdiary.domain.learning import SafetyCard, TeachBack, TeachBackResult
from lupusdiary.domain.medicines.intake import Intake
from lupusdiary.domain.medicines.medicine import Medication, Plan
from lupusdiary.domain.medicines.period import DosePeriod
from lupusdiary.domain.records import LabResult, Visit
from lupusdiary.domain.visits import Agreement, AskedQuestion, KeptVisitPage
from tests.diary.strategies import dose_periods, lab_results
from tests.diary.undoing import FEW_DAYS, NAMES, PLACE, TODAY, Undoing
from tests.diary.verbs import writing_verbs

HEARD = Agreement("소론도정 5mg", "heard", state="placed")

# Verbs that are no steps, and why not.
NO_STEPS = {
    "drafts.keep": "what is being typed is no entry yet",
    "drafts.drop": "what is being typed is no entry yet",
    "learning.set_progress": "to read on is nothing to take back",
    "trash.empty": "for good, as it says",
    "backups.choose_second_place": "a setting, among the rules, and a folder, which no undo takes back",
    "reset_demonstration": "of a fictional life: test_demonstration.py",
}
# Called by name, with `getattr`.
BY_NAME = {
    *(f"symptoms.{verb}" for verb in ("track", "untrack", "retire", "restore")),
    *(
        f"{noun}.{verb}"
        for noun in ("events", "flares", "visits", "contacts")
        for verb in ("add", "change", "remove")
    ),
}


class UndoingEverything(Undoing):
    """Has every verb that writes among its rules."""

    @rule(day=FEW_DAYS, name=NAMES, place=PLACE)
    def lines_of_a_visit(self, day: date, name: str, place: int) -> None:
        self.do(lambda diary: diary.visits.add(Visit(day, ("왜", name), agreed=("둘째", name))))
        visits = self.diary.visits.all()
        visit = visits[place % len(visits)]
        line = visit.agreed[0] if visit.agreed else name
        verbs = (
            lambda diary: diary.asking.take_in(visit),
            lambda diary: diary.asking.answer(visit, AskedQuestion("왜", True, name)),
            lambda diary: diary.asking.carry(visit, visit.questions[:1]),
            lambda diary: diary.visits.say_of(visit.id, Agreement(line, "test", outcome=name)),
            lambda diary: diary.visit_pages.keep(
                KeptVisitPage(visit.day, TODAY, f'{{"a": {place}}}', visit.department, visit.hospital)
            ),
            lambda diary: diary.open_questions.arrange(
                [each.id for each in diary.open_questions.all()[::-1]]
            ),
        )
        self.do(verbs[place])

    @rule(day=FEW_DAYS, place=PLACE)
    def heard_at_a_visit(self, day: date, place: int) -> None:
        visit = next(iter(self.diary.visits.all()), None)
        if visit is not None and place < 2:
            after = replace(visit, agreed=(HEARD.text,), agreements=(HEARD,))
            self.do(lambda diary: change_agreed(diary, visit, after))
        elif place < 3:
            self.do(lambda diary: diary.medicines.hear("MTX 10mg", Hearing(day, day)))
        for medicine in self.diary.medicines.all():
            for heard in medicine.heard[:1]:
                assert heard.id is not None
                of, id = medicine.code, heard.id
                if place == 3:
                    self.do(lambda diary, of=of, id=id: answer_heard(diary, of, id, so=True))
                elif place == 4:
                    self.do(lambda diary, of=of, id=id: diary.medicines.drop_heard(of, id))
                elif place == 5:
                    self.do(lambda diary, of=of, id=id: diary.medicines.confirm(of, id, day))

    @rule(name=NAMES, place=PLACE, period=dose_periods("p1"), day=FEW_DAYS)
    def plans(self, name: str, place: int, period: DosePeriod, day: date) -> None:
        written = Medication("", "소론도정", plans=(Plan("p1", text=name),), periods=(period,))
        self.do(lambda diary: diary.medicines.add_many([written, replace(written, name="MTX")]))
        for medicine in self.diary.medicines.all()[:1]:
            of = medicine.code
            for plan in medicine.plans[:1]:
                self.do(
                    lambda diary, of=of, plan=plan: diary.medicines.change_plan(of, replace(plan, text=name))
                )
            if place > 2:
                self.do(lambda diary, of=of: diary.medicines.replan(of, written, day))
            else:
                self.do(lambda diary, of=of: diary.medicines.add_course(of, written.plans, written.periods))

    @rule(day=FEW_DAYS, place=PLACE)
    def taken_together(self, day: date, place: int) -> None:
        codes = [medicine.code for medicine in self.diary.medicines.all()]
        self.do(lambda diary: diary.intakes.record_many([Intake(day, code, "skipped") for code in codes]))
        intake = self.one_of(self.diary.intakes.all(), place)
        if intake is not None and place > 3:
            self.do(lambda diary: diary.intakes.remove(intake.id))

    @rule(name=NAMES, place=PLACE, day=FEW_DAYS)
    def learnt(self, name: str, place: int, day: date) -> None:
        verbs = (
            lambda diary: diary.learning.bookmark("a", name == "x"),
            lambda diary: diary.learning.set_note("a", None if name == "x" else name),
            lambda diary: diary.learning.answer("a", 0, True),
            lambda diary: diary.safety_card.set(
                SafetyCard(whom=name, allergies=None if name == "x" else name)
            ),
            lambda diary: diary.check_in.set_end(time(place % 4)),
            lambda diary: diary.days.set_note(day, name),
        )
        self.do(verbs[place])

    @rule(name=NAMES, place=PLACE, day=FEW_DAYS)
    def said_in_own_words(self, name: str, place: int, day: date) -> None:
        said = TeachBack(day, "a", (TeachBackResult(True, name),))
        kept = self.one_of(self.diary.learning.teach_backs(), place)
        if kept is None or place < 2:
            self.do(lambda diary: diary.learning.add_teach_back(said))
        elif place < 4:
            self.do(lambda diary: diary.learning.change_teach_back(replace(said, id=kept.id)))
        else:
            self.do(lambda diary: diary.learning.remove_teach_back(kept.id))

    @rule(day=FEW_DAYS, drop=st.booleans())
    def copied(self, day: date, drop: bool) -> None:
        self.do(lambda diary: diary.days.copy_last(day))
        if drop:
            self.do(lambda diary: diary.days.drop_copied(day))
        else:
            self.do(lambda diary: diary.days.confirm(day, ["fatigue", "malar_rash"]))

    @rule(results=st.lists(lab_results(), min_size=1, max_size=2), place=PLACE)
    def correct_a_sheet(self, results: list[LabResult], place: int) -> None:
        self.do(lambda diary: diary.labs.add(results[0]))
        kept = self.diary.labs.all()
        gone = [each.id for each in kept[: place % 2] if each.id is not None]
        changed = [replace(results[0], id=each.id) for each in kept[-1:] if each.id not in gone]
        self.do(lambda diary: diary.labs.change_sheet([*changed, *results[1:]], gone))

    @rule(day=FEW_DAYS, place=PLACE)
    def own_items_go(self, day: date, place: int) -> None:
        own = [each.symptom for each in self.diary.symptoms.tracked() if each.name]
        for code in own[:2]:
            self.do(lambda diary, code=code: diary.days.record(day, code, True))
        if len(own) > 1 and place < 4:
            self.do(lambda diary: diary.symptoms.merge(own[0], own[1]))
        elif own:
            self.do(lambda diary: diary.symptoms.delete(own[0]))

    @rule(place=PLACE)
    def put_back(self, place: int) -> None:
        removed = self.one_of(self.diary.trash.all(), place)
        if removed is not None:
            self.do(lambda diary: diary.trash.restore(removed.id))
        version = self.one_of(self.diary.trash.replaced(), place)
        if version is not None:
            self.do(lambda diary: diary.trash.put_back(version.id))


def test_every_verb_that_writes_is_among_the_rules() -> None:
    here = Path(__file__)
    found = {
        ast.unparse(node).removeprefix("diary.")
        for path in (here, here.with_name("undoing.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute | ast.Name)
    }
    assert writing_verbs() - found - BY_NAME == set(NO_STEPS)


TestUndoing = UndoingEverything.TestCase
TestUndoing.settings = settings(max_examples=12, stateful_step_count=25)
