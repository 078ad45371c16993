"""Medicines in a diary: one entry is one medicine, its course grows, and all of it comes back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from lupusdiary.diary import Diary
from lupusdiary.domain.change import Change
from lupusdiary.domain.medicines.allergy import Allergy
from lupusdiary.domain.medicines.intake import Intake
from lupusdiary.domain.medicines.medicine import Medication, Plan
from lupusdiary.domain.medicines.part import DosePart
from lupusdiary.domain.medicines.pattern import DosePattern
from lupusdiary.domain.medicines.period import DosePeriod
from lupusdiary.domain.medicines.side_effect import SideEffect
from lupusdiary.domain.records import DiaryContents
from lupusdiary.language import Refusal

TODAY = date(2026, 11, 22)
DAILY = DosePattern("daily")
PDL = Medication("", "소론도정", "prednisolone", "oral", "tablet")


def daily(day: date, mg: float, **more: object) -> DosePeriod:
    return DosePeriod(day, DAILY, parts=(DosePart(5, "mg", mg / 5, "tablet"),), **more)  # type: ignore[arg-type]


def test_the_same_medicine_entered_again_goes_on_with_its_course(diary: Diary, heard: list[Change]) -> None:
    first = diary.medicines.add(replace(PDL, periods=(daily(date(2026, 1, 5), 60),)))
    again = diary.medicines.add(replace(PDL, name=" 소론도정 ", periods=(daily(date(2026, 2, 2), 40),)))
    (kept,) = diary.medicines.all()
    assert kept == again
    assert (kept.code, [period.start.month for period in kept.periods]) == (first.code, [1, 2])
    other = diary.medicines.add(replace(PDL, form="sachet"))
    assert other.code != kept.code
    assert [change.nouns for change in heard] == [frozenset({"medicines"})] * 3
    heard.clear()
    diary.medicines.add(replace(PDL, periods=(daily(date(2026, 1, 5), 60),)))
    assert heard == []


def test_a_name_of_two_medicines_is_refused(diary: Diary) -> None:
    diary.medicines.add(PDL)
    diary.medicines.add(replace(PDL, form="sachet"))
    with pytest.raises(Refusal, match="More than one"):
        diary.medicines.named("소론도정")
    with pytest.raises(Refusal, match="There is no medicine"):
        diary.medicines.named("MTX")


def test_what_lies_ahead_cannot_have_gone_so(diary: Diary) -> None:
    with pytest.raises(Refusal, match="really so"):
        diary.medicines.add(replace(PDL, periods=(daily(TODAY, 5, planned=False),)))
    diary.medicines.add(replace(PDL, periods=(daily(TODAY, 5, planned=False, end=TODAY),)))


def test_two_plans_of_one_name_are_told_apart(diary: Diary) -> None:
    def planned(mg: float) -> Medication:
        return replace(
            PDL, plans=(Plan("p1", text=f"{mg}"),), periods=(daily(date(2026, 1, 5), mg, plan="p1"),)
        )

    diary.medicines.add(planned(60))
    diary.medicines.add(planned(60))
    diary.medicines.add(planned(40))
    (kept,) = diary.medicines.all()
    assert [(plan.plan, plan.text) for plan in kept.plans] == [("p1", "60"), ("p2", "40")]
    assert [period.plan for period in kept.periods] == ["p1", "p2"]


def test_a_wrong_entry_is_changed_in_its_place_and_a_removed_one_comes_back(diary: Diary) -> None:
    kept = diary.medicines.add(replace(PDL, periods=(daily(TODAY, 60), daily(TODAY, 10))))
    wrong = kept.periods[0]
    diary.medicines.change_period(kept.code, replace(daily(TODAY, 6), id=wrong.id))
    diary.medicines.remove_period(kept.periods[1].id)
    (now,) = diary.medicines.all()
    assert [period.parts[0].amount for period in now.periods] == [6 / 5]
    (removed,) = diary.trash.all()
    assert removed.kind == "dose_period"
    diary.trash.restore(removed.id)
    (now,) = diary.medicines.all()
    assert [period.parts[0].amount for period in now.periods] == [6 / 5, 2]


def test_a_medicine_goes_into_the_trash_whole_and_comes_back_whole(diary: Diary) -> None:
    kept = diary.medicines.add(
        replace(PDL, plans=(Plan("p1"),), periods=(daily(date(2026, 1, 5), 60, plan="p1"),))
    )
    extra = Intake(TODAY, kept.code, "extra", parts=(DosePart(5, "mg", 1),))
    diary.intakes.record_many((Intake(TODAY, kept.code, "taken"), extra))
    diary.side_effects.add(SideEffect(kept.code, "불면", TODAY))
    before = diary.contents()
    diary.medicines.remove(kept.code)
    assert diary.contents() == DiaryContents()
    (removed,) = diary.trash.all()
    assert (removed.kind, len(removed.belonging)) == ("medicine", 7)
    diary.medicines.add(replace(PDL, name="MTX"))
    diary.trash.restore(removed.id)
    back = diary.medicines.named("소론도정")
    assert replace(back, code=kept.code) == before.medicines[0]
    assert [row.medicine for row in diary.intakes.all()] == [back.code] * 2
    assert diary.intakes.all()[1].parts == extra.parts
    assert diary.trash.all() == []


def test_a_stretch_whose_medicine_is_gone_cannot_come_back_alone(diary: Diary) -> None:
    kept = diary.medicines.add(replace(PDL, periods=(daily(TODAY, 60),)))
    diary.medicines.remove_period(kept.periods[0].id)
    (removed,) = diary.trash.all()
    diary.medicines.remove(kept.code)
    with pytest.raises(Refusal, match="removed too"):
        diary.trash.restore(removed.id)


def test_an_intake_said_again_replaces_what_was_said(diary: Diary, heard: list[Change]) -> None:
    kept = diary.medicines.add(replace(PDL, periods=(daily(date(2026, 1, 5), 60),)))
    yesterday = TODAY - timedelta(days=1)
    diary.intakes.record(Intake(yesterday, kept.code, "taken"))
    diary.intakes.record(Intake(yesterday, kept.code, "skipped"))
    (row,) = diary.intakes.all()
    assert (row.state, row.how) == ("skipped", "later")
    assert heard[-1] == Change(frozenset({"medicines"}), frozenset({yesterday}))
    diary.intakes.clear(yesterday, kept.code, None)
    assert diary.intakes.all() == []
    with pytest.raises(Refusal, match="not come yet"):
        diary.intakes.record(Intake(TODAY + timedelta(days=1), kept.code, "taken"))


def test_as_needed_each_intake_is_a_row(diary: Diary) -> None:
    needed = DosePeriod(date(2026, 1, 1), DosePattern("as_needed"), parts=(DosePart(500, "mg", 1, "tablet"),))
    kept = diary.medicines.add(Medication("", "타이레놀", periods=(needed,)))
    for at in (time(9), time(21)):
        diary.intakes.record(Intake(TODAY, kept.code, "taken", at=at))
    assert [row.at for row in diary.intakes.all()] == [time(9), time(21)]


def test_an_import_matches_medicines_and_what_was_taken_follows(diary: Diary) -> None:
    ours = diary.medicines.add(replace(PDL, periods=(daily(date(2026, 1, 5), 60),)))
    diary.intakes.record(Intake(date(2026, 1, 5), ours.code, "taken"))
    theirs = DiaryContents(
        medicines=(
            Medication(ours.code, "MTX", "methotrexate", "oral"),
            replace(PDL, code="x", periods=(daily(date(2026, 1, 5), 60), daily(date(2026, 2, 2), 40))),
        ),
        taken=(
            Intake(date(2026, 1, 5), "x", "skipped"),
            Intake(date(2026, 1, 6), "x", "late"),
            Intake(date(2026, 1, 6), "nobody", "late"),
        ),
        side_effects=(SideEffect(ours.code, "입안이 헐음"),),
        allergies=(Allergy("설파제"),),
    )
    merged = diary.merge(theirs)
    assert [medicine.name for medicine in diary.medicines.all()] == ["소론도정", "MTX"]
    assert len(diary.medicines.named("소론도정").periods) == 2
    assert [(row.medicine, row.state) for row in diary.intakes.all()] == [
        (ours.code, "taken"),
        (ours.code, "late"),
    ]
    assert diary.side_effects.all()[0].medicine == diary.medicines.named("MTX").code
    assert (merged.kept, len(merged.refused)) == (1, 1)
    again = diary.merge(replace(theirs, taken=theirs.taken[:2]))
    assert (again.new, again.refused) == (0, ())
