"""Most verbs of a diary in any order, and what stood after each; test_undo_everything.py adds the others."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from lupusdiary.diary import Diary, Secret, create_diary, open_diary
from lupusdiary.domain.change import Change
from lupusdiary.domain.day_record import TimedEntry
from lupusdiary.domain.medicines.allergy import Allergy
from lupusdiary.domain.medicines.intake import Intake
from lupusdiary.domain.medicines.medicine import Medication
from lupusdiary.domain.medicines.part import DosePart
from lupusdiary.domain.medicines.period import DosePeriod
from lupusdiary.domain.medicines.side_effect import SideEffect
from lupusdiary.domain.records import (
    Contact,
    DiaryContents,
    LabResult,
    OwnAnalyte,
    Profile,
    SheetRow,
    SheetTemplate,
    TreatmentEvent,
)
from lupusdiary.domain.visits import CheckUp, OpenQuestion
from lupusdiary.language import Refusal
from tests.diary.strategies import (
    ANALYTES,
    contents,
    dose_periods,
    events,
    flares,
    lab_results,
    medications,
    parts,
    values_of,
    visits,
)
from tests.protection import secret_of

TODAY = date(2026, 11, 22)
CODES = ("fatigue", "malar_rash", "chills", "fever", "weight", "bp", "morning_stiffness")
FEW_DAYS = st.integers(0, 3).map(lambda back: TODAY - timedelta(days=back))
NAMES = st.sampled_from(["손 저림", "발 저림", "x"])
PLACE = st.integers(0, 5)


def now() -> datetime:
    return datetime(2026, 11, 22, 21, 4, tzinfo=ZoneInfo("Asia/Seoul"))


class Undoing(RuleBasedStateMachine):
    """Keeps the state after each step beside the diary, and compares."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        self.path = Path(self.folder.name) / "a"
        self.secret: Secret | None = None
        self.heard: list[Change] = []

    @initialize(kind=st.sampled_from(["plain", "protected"]))
    def begin(self, kind: str) -> None:
        self.secret = secret_of(kind)
        self.diary = create_diary(self.path, self.secret, now)
        self.diary.subscribe(self.heard.append)
        self.states: list[Any] = [self.state()]
        self.at = 0

    def state(self) -> tuple[Any, ...]:
        trash = self.diary.trash
        return (
            self.diary.contents(),
            self.diary.settings.get("laboratory", ""),
            trash.all(),
            trash.replaced(),
            [self.diary.earlier_versions(TODAY - timedelta(days=back)) for back in range(4)],
        )

    def do(self, verb: Callable[[Diary], object]) -> None:
        """One verb: one step and one notice if it changed something, none if it did not or was refused."""
        before, steps = self.states[self.at], len(self.heard)
        try:
            verb(self.diary)
        except Refusal:
            assert self.state() == before
        after = self.state()
        assert len(self.heard) - steps == (after != before)
        if after != before:
            self.at += 1
            self.states[self.at :] = [after]

    def one_of(self, records: list[Any], place: int) -> Any:
        return records[place % len(records)] if records else None

    @rule(day=FEW_DAYS, data=st.data())
    def record(self, day: date, data: st.DataObject) -> None:
        codes = data.draw(st.lists(st.sampled_from(CODES), unique=True, max_size=3))
        values = {code: data.draw(st.none() | values_of(code, {})) for code in codes}
        note = data.draw(st.sampled_from([None, "", "a note", "또 다른 메모"]))
        self.do(lambda diary: diary.days.record_many(day, values, note))

    @rule(day=FEW_DAYS, code=st.sampled_from(CODES), value=st.sampled_from([-1, 99999, "x", None]))
    def record_nonsense(self, day: date, code: str, value: Any) -> None:
        self.do(lambda diary: diary.days.record(day, code, value))

    @rule(day=FEW_DAYS, copy=st.booleans())
    def fill(self, day: date, copy: bool) -> None:
        self.do(lambda diary: diary.days.copy_last(day) if copy else diary.days.no_symptoms(day))

    @rule(day=FEW_DAYS, hour=st.integers(6, 9), fever=st.sampled_from([None, 36.6, 38.1]), place=PLACE)
    def timed(self, day: date, hour: int, fever: float | None, place: int) -> None:
        entry = TimedEntry(time(hour), fever, "x" if fever is None else None)
        kept = self.one_of(list(self.diary.days.day(day).timed), place)
        if kept is None or place < 2:
            self.do(lambda diary: diary.days.add_timed(day, entry))
        elif place < 4:
            self.do(lambda diary: diary.days.change_timed(day, replace(entry, id=kept.id)))
        else:
            self.do(lambda diary: diary.days.remove_timed(day, kept.id))

    @rule(code=st.sampled_from(CODES), verb=st.sampled_from(["track", "untrack", "retire", "restore"]))
    def ask(self, code: str, verb: str) -> None:
        self.do(lambda diary: getattr(diary.symptoms, verb)(code))

    @rule(name=NAMES, scale=st.sampled_from(["nrs", "yes_no"]))
    def own_item(self, name: str, scale: str) -> None:
        self.do(lambda diary: diary.symptoms.add_own(name, scale))

    @rule(name=NAMES, place=PLACE)
    def change_item(self, name: str, place: int) -> None:
        item = self.one_of(self.diary.symptoms.tracked(), place)
        own = self.one_of([each for each in self.diary.symptoms.tracked() if each.name], place)
        self.do(lambda diary: diary.symptoms.reorder([item.symptom]))
        if own is not None:
            self.do(lambda diary: diary.symptoms.rename(own.symptom, name))
            self.do(lambda diary: diary.symptoms.retire(own.symptom))
            self.do(lambda diary: diary.symptoms.restore(own.symptom))

    @rule(results=st.lists(lab_results(), max_size=3))
    def lab_sheet(self, results: list[LabResult]) -> None:
        self.do(lambda diary: diary.labs.add_sheet(results))

    @rule(result=lab_results(), place=PLACE)
    def change_lab(self, result: LabResult, place: int) -> None:
        kept = self.one_of(self.diary.labs.all(), place)
        if kept is not None and place < 3:
            self.do(lambda diary: diary.labs.change(replace(result, id=kept.id)))
        elif kept is not None:
            self.do(lambda diary: diary.labs.remove(kept.id))

    @rule(codes=st.lists(st.sampled_from(ANALYTES), unique=True), laboratory=st.sampled_from([None, "A"]))
    def sheet_rows(self, codes: list[str], laboratory: str | None) -> None:
        sheet = SheetTemplate(laboratory, tuple(map(SheetRow, codes)))
        self.do(lambda diary: diary.labs.set_sheet(sheet))

    @rule(name=NAMES)
    def own_test(self, name: str) -> None:
        self.do(lambda diary: diary.labs.add_own(OwnAnalyte("", name)))

    @rule(record=events() | flares() | visits() | st.just(Contact("외래", "1")), place=PLACE)
    def any_record(self, record: Any, place: int) -> None:
        noun = type(record).__name__.lower().removeprefix("treatment") + "s"
        kept = self.one_of(getattr(self.diary, noun).all(), place)
        if kept is None or place < 2:
            self.do(lambda diary: getattr(diary, noun).add(record))
        elif place < 4:
            self.do(lambda diary: getattr(diary, noun).change(replace(record, id=kept.id)))
        else:
            self.do(lambda diary: getattr(diary, noun).remove(kept.id))

    @rule(medicine=medications(1), place=PLACE, period=dose_periods())
    def change_medicines(self, medicine: Medication, place: int, period: DosePeriod) -> None:
        kept = self.one_of(self.diary.medicines.all(), place)
        if kept is None or place < 2:
            self.do(lambda diary: diary.medicines.add(medicine))
        elif place < 4:
            self.do(lambda diary: diary.medicines.change(replace(medicine, id=kept.id, code=kept.code)))
            self.do(lambda diary: diary.medicines.add_period(kept.code, period))
            self.do(lambda diary: diary.medicines.stop(kept.code, period.start, "doctor"))
        elif place == 4 and kept.periods:
            old = kept.periods[0]
            self.do(lambda diary: diary.medicines.change_period(kept.code, replace(period, id=old.id)))
            self.do(lambda diary: diary.medicines.remove_period(old.id))
        else:
            self.do(lambda diary: diary.medicines.remove(kept.code))

    @rule(day=FEW_DAYS, state=st.sampled_from(["taken", "skipped", "extra"]), place=PLACE, part=parts())
    def take(self, day: date, state: str, place: int, part: DosePart) -> None:
        kept = self.one_of(self.diary.medicines.all(), place)
        if kept is None:
            return
        amount = () if state == "skipped" else (part,)
        self.do(lambda diary: diary.intakes.record(Intake(day, kept.code, state, parts=amount)))
        if place > 3:
            self.do(lambda diary: diary.intakes.clear(day, kept.code, None))

    @rule(name=NAMES, place=PLACE)
    def reactions(self, name: str, place: int) -> None:
        self.do(lambda diary: diary.allergies.add(Allergy(name, reactions=("발진",))))
        for allergy in self.diary.allergies.all()[:1]:
            self.do(lambda diary, allergy=allergy: diary.allergies.change(replace(allergy, note=name)))
            if place > 3:
                self.do(lambda diary, allergy=allergy: diary.allergies.remove(allergy.id))
        for kept in self.diary.medicines.all()[:1]:
            self.do(lambda diary, kept=kept: diary.side_effects.add(SideEffect(kept.code, name)))
        for effect in self.diary.side_effects.all()[:1]:
            self.do(
                lambda diary, effect=effect: diary.side_effects.change(
                    replace(effect, what=name, severity="mild")
                )
            )
            if place > 3:
                self.do(lambda diary, effect=effect: diary.side_effects.remove(effect.id))

    @rule(name=NAMES, place=PLACE, day=FEW_DAYS)
    def before_the_visit(self, name: str, place: int, day: date) -> None:
        self.do(lambda diary: diary.open_questions.add(OpenQuestion(name)))
        self.do(lambda diary: diary.check_ups.add(CheckUp("own", name, day)))
        for question in self.diary.open_questions.all()[:1]:
            self.do(
                lambda diary, question=question: diary.open_questions.change(
                    replace(question, department=name)
                )
            )
            if place > 3:
                self.do(lambda diary, question=question: diary.open_questions.remove(question.id))
        for check_up in self.diary.check_ups.all()[:1]:
            self.do(
                lambda diary, check_up=check_up: diary.check_ups.change(
                    replace(check_up, last_on=day, note=name)
                )
            )
            if place > 3:
                self.do(lambda diary, check_up=check_up: diary.check_ups.remove(check_up.id))

    @rule(name=st.sampled_from([None, "김가상"]), sex=st.sampled_from([None, "female", "x"]))
    def profile(self, name: str | None, sex: str | None) -> None:
        self.do(lambda diary: diary.profile.set(Profile(name, sex=sex)))

    @rule(value=st.sampled_from(["", "A", "B"]))
    def setting(self, value: str) -> None:
        self.do(lambda diary: diary.settings.set("laboratory", value))

    @rule(life=contents())
    def import_a_life(self, life: DiaryContents) -> None:
        self.do(lambda diary: diary.merge(life))

    @rule(day=FEW_DAYS)
    def several_at_once_and_then_a_fault(self, day: date) -> None:
        def verbs(diary: Diary) -> None:
            with diary.writing("days.record"):
                diary.days.record(day, "fatigue", 1)
                diary.events.add(TreatmentEvent(day, "other"))
                raise Refusal("no")

        self.do(verbs)

    @precondition(lambda self: self.at > 0)
    @rule()
    def undo(self) -> None:
        assert self.diary.history.undo() is not None
        self.at -= 1
        assert self.state() == self.states[self.at]

    @precondition(lambda self: self.at + 1 < len(self.states))
    @rule()
    def redo(self) -> None:
        assert self.diary.history.redo() is not None
        self.at += 1
        assert self.state() == self.states[self.at]

    @rule()
    def reopen(self) -> None:
        self.diary.close()
        self.diary = open_diary(self.path, self.secret, now)
        self.diary.subscribe(self.heard.append)
        assert self.state() == self.states[self.at]

    def teardown(self) -> None:
        if hasattr(self, "states"):
            self.back_to_the_beginning_and_forward_again()
            self.diary.close()
        self.folder.cleanup()

    def back_to_the_beginning_and_forward_again(self) -> None:
        while self.diary.history.redo() is not None:
            self.at += 1
        assert self.at == len(self.states) - 1
        for wanted in reversed(self.states[:-1]):
            assert self.diary.history.undo() is not None
            assert self.state() == wanted
        assert self.diary.history.undo() is None
        assert self.diary.contents() == DiaryContents()
        self.reopen_at_the_beginning()
        for wanted in self.states[1:]:
            assert self.diary.history.redo() is not None
            assert self.state() == wanted
        assert self.diary.history.redo() is None
        assert self.diary.check().ok

    def reopen_at_the_beginning(self) -> None:
        self.at = 0
        self.reopen()
