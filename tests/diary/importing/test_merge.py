from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path

import pytest

from lupusdiary.diary import Diary, create_diary
from lupusdiary.domain.change import Change
from lupusdiary.domain.day_record import DayRecord, TimedEntry, TrackedSymptom
from lupusdiary.domain.records import (
    Contact,
    DiaryContents,
    Flare,
    LabResult,
    OwnAnalyte,
    Profile,
    SheetRow,
    SheetTemplate,
    TreatmentEvent,
    Visit,
)
from lupusdiary.language import Refusal
from lupusdiary.storage.engine import DiskRefusal
from tests.conftest import StandingClock
from tests.exchange.full_contents import full_life

TODAY = date(2026, 11, 22)
C3 = LabResult(TODAY, "c3", "52", "quantity", value=52, unit="mg/dL", laboratory="A")


def life() -> DiaryContents:
    return replace(full_life(), demonstration=None)


def test_an_import_is_one_step_with_one_notice(diary: Diary, heard: list[Change]) -> None:
    merged = diary.merge(life())
    assert merged.refused == ()
    assert diary.contents() == life()
    assert len(heard) == 1
    assert heard[0].nouns >= {"days", "labs", "events", "flares", "visits", "profile", "contacts", "symptoms"}
    diary.history.undo()
    assert diary.contents() == DiaryContents()


def test_the_same_import_again_is_no_step(diary: Diary, heard: list[Change]) -> None:
    first = diary.merge(life())
    heard.clear()
    again = diary.merge(life())
    assert (again.new, again.equal, again.kept) == (0, first.new, 0)
    assert heard == []


def test_what_is_here_stays_on_conflict(diary: Diary) -> None:
    diary.profile.set(Profile(name="mine"))
    diary.days.record_many(TODAY, {"fatigue": 6, "joint_pain": 4}, "mine")
    diary.days.add_timed(TODAY, TimedEntry(time(8), 37.0))
    diary.events.add(TreatmentEvent(TODAY, "other", "operation", "mine"))
    diary.flares.add(Flare(TODAY, None, "mine"))
    diary.visits.add(Visit(TODAY, ("mine?",)))
    diary.contacts.add(Contact("외래", "1"))
    diary.labs.set_sheet(SheetTemplate("A", (SheetRow("c3", "mine"),)))
    other = DiaryContents(
        profile=Profile("theirs", date(1982, 10, 5)),
        days=(
            DayRecord(
                TODAY, {"fatigue": 1, "joint_pain": 4, "chills": True}, {}, "theirs",
                (TimedEntry(time(8), 38.0),),
            ),
        ),
        events=(
            TreatmentEvent(TODAY, "other", "operation", "theirs"), TreatmentEvent(TODAY, "other", "another"),
        ),
        flares=(Flare(TODAY, TODAY, "theirs"),),
        visits=(Visit(TODAY, ("theirs?",)), Visit(TODAY - timedelta(days=1))),
        contacts=(Contact("외래", "2"), Contact("병동", "3")),
        sheets=(SheetTemplate("A", (SheetRow("c3", "theirs"), SheetRow("c4"))),),
    )  # fmt: skip
    merged = diary.merge(other)
    # The sheet has a row that was not here: it is new, as anything of which a part is.
    assert (merged.new, merged.equal, merged.kept) == (7, 1, 7)
    day = diary.days.day(TODAY)
    assert day.readings == {"fatigue": 6, "joint_pain": 4, "chills": True}
    assert day.note == "mine"
    assert [entry.fever for entry in day.timed] == [37.0, 38.0]
    assert diary.profile.get() == Profile("mine", date(1982, 10, 5))
    assert [event.title for event in diary.events.all()] == ["operation", "another"]
    assert [event.note for event in diary.events.all()] == ["mine", None]
    assert [flare.note for flare in diary.flares.all()] == ["mine"]
    assert [visit.questions for visit in diary.visits.all()] == [(), ("mine?",)]
    assert [contact.number for contact in diary.contacts.all()] == ["1", "3"]
    assert diary.labs.sheets() == [SheetTemplate("A", (SheetRow("c3", "mine"), SheetRow("c4")))]


def test_a_different_result_of_a_day_is_a_second_one(diary: Diary) -> None:
    diary.labs.add(C3)
    merged = diary.merge(DiaryContents(labs=(C3, replace(C3, value_text="53", value=53), C3)))
    assert (merged.new, merged.equal, merged.kept) == (2, 1, 0)


def test_imported_days_keep_how_they_came_to_be(diary: Diary) -> None:
    day = DayRecord(
        date(2026, 1, 1), {"fatigue": 3, "joint_pain": 1}, {"fatigue": "copied", "note": "later"}, "x",
        (TimedEntry(time(9), 36.6, None, "later"),),
    )  # fmt: skip
    diary.merge(DiaryContents(days=(day,)))
    assert diary.days.day(day.day) == day


BAD = DiaryContents(
    profile=Profile(sex="x"),
    days=(
        DayRecord(
            TODAY, {"fatigue": 11, "moonlight": 1, "joint_pain": 2}, {"joint_pain": "guessed"}, "x" * 100_001
        ),
        DayRecord(TODAY + timedelta(days=2), {"fatigue": 1}),
        DayRecord(date(1890, 1, 1), note="long ago"),
    ),
    labs=(replace(C3, analyte="moonlight"), replace(C3, kind="furlong"), replace(C3, value=float("nan"))),
    events=(TreatmentEvent(TODAY, "outpatient_visit"), TreatmentEvent(TODAY + timedelta(days=2), "other")),
    flares=(Flare(TODAY, TODAY - timedelta(days=1)),),
    visits=(Visit(TODAY, ("a\0b",)),),
    symptoms=(TrackedSymptom("moonlight", True), TrackedSymptom("fatigue", True, "mine", "nrs")),
    own_analytes=(OwnAnalyte("c3", "C3"), OwnAnalyte("own_x", "", "quantity")),
    sheets=(SheetTemplate("A", (SheetRow("moonlight"),)),),
    contacts=(Contact("", ""),),
)  # fmt: skip


def test_each_bad_entry_is_refused_for_itself_with_its_sentence(diary: Diary, heard: list[Change]) -> None:
    good = DayRecord(TODAY, {"fatigue": 3})
    merged = diary.merge(replace(BAD, days=(*BAD.days, good)))
    assert merged.new == 1
    assert len(merged.refused) == 20
    assert all(str(refusal).endswith((".", ")")) for refusal in merged.refused), merged.refused
    assert diary.contents() == DiaryContents(days=(good,))
    assert len(heard) == 1


def test_a_refused_entry_leaves_its_sentence_and_nothing_of_the_way_to_it(diary: Diary) -> None:
    assert [refusal.__traceback__ for refusal in diary.merge(BAD).refused] == [None] * 20


def test_east_of_here_it_may_be_tomorrow(diary: Diary) -> None:
    tomorrow = DayRecord(TODAY + timedelta(days=1), {"fatigue": 3})
    assert diary.merge(DiaryContents(days=(tomorrow,))).new == 1


def test_an_untouched_list_of_items_takes_the_imported_one(diary: Diary) -> None:
    theirs = (
        TrackedSymptom("chills", True),
        TrackedSymptom("fatigue", False),
        TrackedSymptom("own_a", True, "손", "nrs"),
    )
    diary.merge(DiaryContents(symptoms=theirs))
    assert diary.contents().symptoms == theirs


def test_a_list_with_only_own_items_is_added_to_the_default_one(diary: Diary) -> None:
    own = TrackedSymptom("own_a", True, "손", "nrs")
    default = diary.symptoms.tracked()
    diary.merge(DiaryContents(symptoms=(own,)))
    assert diary.symptoms.tracked() == [*default, own]


def test_a_changed_list_of_items_stays_and_gets_what_is_new(diary: Diary) -> None:
    diary.symptoms.untrack("fatigue")
    mine = diary.symptoms.tracked()
    own = TrackedSymptom("own_a", True, "손", "nrs")
    merged = diary.merge(DiaryContents(symptoms=(own, TrackedSymptom("fatigue", True))))
    assert diary.symptoms.tracked() == [*mine, own]
    assert (merged.new, merged.kept) == (1, 1)


def test_days_that_come_twice_are_merged_with_each_other(diary: Diary) -> None:
    day = DayRecord(TODAY, {"fatigue": 3}, {}, "x", (TimedEntry(time(9), 36.6),))
    merged = diary.merge(DiaryContents(days=(day, replace(day, readings={"fatigue": 4, "joint_pain": 1}))))
    assert diary.days.day(TODAY) == replace(day, readings={"fatigue": 3, "joint_pain": 1})
    assert (merged.new, merged.equal, merged.kept) == (4, 2, 1)


def many(count: int) -> DiaryContents:
    return DiaryContents(
        labs=tuple(replace(C3, value_text=str(number), value=number) for number in range(count))
    )


def test_progress_is_told_and_ends_with_all(diary: Diary) -> None:
    told: list[tuple[int, int]] = []
    diary.merge(many(1_200), progress=lambda done, total: told.append((done, total)))
    total = told[-1][1]
    assert total > 1_200
    assert told == [(500, total), (1_000, total), (total, total)]


@pytest.mark.parametrize("fault", [Refusal("stopped"), KeyboardInterrupt(), ZeroDivisionError()])
def test_a_cancelled_import_leaves_nothing(diary: Diary, heard: list[Change], fault: BaseException) -> None:
    def stop(done: int, total: int) -> None:
        raise fault

    with pytest.raises(type(fault)):
        diary.merge(many(600), progress=stop)
    assert diary.contents() == DiaryContents()
    assert not diary.history.can_undo
    assert heard == []


def test_a_full_disk_ends_the_import_and_is_no_refused_entry(diary: Diary) -> None:
    before = diary.path.read_bytes()
    file = diary._file
    file.run(f"PRAGMA max_page_count = {file.run('PRAGMA page_count')[0][0]}")
    with pytest.raises(DiskRefusal, match="disk is full"):
        diary.merge(many(600))
    assert diary.path.read_bytes() == before


def test_a_dry_run_counts_and_changes_nothing(diary: Diary, heard: list[Change]) -> None:
    diary.days.record(TODAY, "fatigue", 6)
    heard.clear()
    before = diary.path.read_bytes()
    tried = diary.merge(life(), dry_run=True)
    assert diary.path.read_bytes() == before
    assert heard == []
    assert diary.merge(life()) == tried


STORY = DiaryContents(
    days=(DayRecord(TODAY, {"fatigue": 6}),), demonstration="mild", demonstration_language="en"
)


def test_a_story_makes_an_empty_new_diary_a_demonstration(diary: Diary, heard: list[Change]) -> None:
    diary.merge(STORY, dry_run=True)
    assert diary.demonstration is None
    diary.merge(STORY)
    assert diary.demonstration == "mild"
    assert diary.contents() == STORY
    assert not diary.history.can_undo
    assert len(heard) == 1
    assert diary.merge(STORY).new == 0
    diary.days.record(TODAY, "fatigue", 1)
    diary.history.undo()
    assert diary.contents() == STORY


def test_a_story_never_enters_a_persons_diary(diary: Diary) -> None:
    diary.days.record(TODAY, "fatigue", 1)
    before = diary.contents()
    with pytest.raises(Refusal, match="do not belong in this diary"):
        diary.merge(STORY)
    assert diary.contents() == before
    assert diary.demonstration is None


@pytest.mark.parametrize("other", [DiaryContents(), life(), replace(STORY, demonstration="nephritis")])
def test_nothing_else_enters_a_demonstration(diary: Diary, other: DiaryContents) -> None:
    diary.merge(STORY)
    with pytest.raises(Refusal, match="demonstration"):
        diary.merge(other)
    assert diary.contents() == STORY


def test_merging_two_diaries_joins_the_same_own_items(
    diary: Diary, tmp_path: Path, clock: StandingClock
) -> None:
    with create_diary(tmp_path / "other", None, clock) as other:
        code = other.symptoms.add_own("손 저림", "severity")
        test = other.labs.add_own(OwnAnalyte("", "Anti-C1q"))
        other.days.record(TODAY, code, 2)
        assert diary.symptoms.add_own("손 저림", "severity") == code
        assert diary.labs.add_own(OwnAnalyte("", "Anti-C1q")) == test
        merged = diary.merge(other.contents())
    assert merged.refused == ()
    assert diary.days.day(TODAY).readings == {code: 2}
    assert [item.symptom for item in diary.symptoms.tracked()].count(code) == 1
