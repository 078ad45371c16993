"""What the page for the clinic fetches from a diary, counted by hand."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time, timedelta
from pathlib import Path

import pytest

from lupusdiary.diary import Diary, create_demonstration, create_diary
from lupusdiary.diary.settings import REPORT_LABS, REPORT_NOTHING_ELSE
from lupusdiary.domain.day_record import TimedEntry
from lupusdiary.domain.lab.lab_result import lab_result
from lupusdiary.domain.medicines.allergy import Allergy
from lupusdiary.domain.medicines.intake import Intake
from lupusdiary.domain.medicines.medicine import Medication
from lupusdiary.domain.medicines.part import DosePart
from lupusdiary.domain.medicines.pattern import DosePattern
from lupusdiary.domain.medicines.period import DosePeriod
from lupusdiary.domain.period import Period
from lupusdiary.domain.records import Flare, LabResult, Profile, TreatmentEvent, Visit
from lupusdiary.domain.visits import Agreement, CheckUp
from lupusdiary.language import translator
from lupusdiary.queries.visit_summary import default_period, sensitive_choices, visit_summary_of
from lupusdiary.report.summary import SymptomRow, VisitSummary
from tests.conftest import StandingClock

TODAY = date(2026, 11, 22)
PERIOD = Period.ending(TODAY, 10)
EN = translator("en")


@pytest.fixture
def diary(tmp_path: Path, clock: StandingClock) -> Iterator[Diary]:
    with create_diary(tmp_path / "diary.lupusdiary", None, clock) as made:
        yield made


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def add_lab(
    diary: Diary, day: date, analyte: str, text: str, unit: str | None, own: str | None = None
) -> None:
    found = diary.labs.catalogue().get(analyte)
    diary.labs.add(lab_result(day, found, text, unit, own, laboratory="가상병원"))


def row(summary: VisitSummary, code: str) -> SymptomRow:
    return next(row for row in summary.symptoms if row.symptom.id == code)


def test_a_page_starts_with_the_day_of_the_last_visit(diary: Diary) -> None:
    diary.visits.add(Visit(ago(40)))
    diary.visits.add(Visit(ago(100)))
    diary.visits.add(Visit(TODAY))
    diary.visits.add(Visit(TODAY + timedelta(days=9)))
    assert default_period(diary) == Period(ago(40), TODAY)


def test_since_the_last_visit_means_the_departments(diary: Diary) -> None:
    for days, department in ((100, "류마티스내과"), (40, None), (20, "안과"), (-9, "류마티스 내과")):
        diary.visits.add(Visit(ago(days), department=department))
    eyes = diary.visits.add(Visit(ago(-12), department="안과"))
    # A visit without a department counts for all.
    assert default_period(diary) == Period(ago(40), TODAY)
    assert default_period(diary, eyes) == Period(ago(20), TODAY)
    summary = visit_summary_of(diary, default_period(diary))
    assert (summary.department, summary.since_visit) == ("류마티스 내과", True)
    assert not visit_summary_of(diary, Period(ago(20), TODAY)).since_visit
    assert visit_summary_of(diary, Period(ago(20), TODAY), coming=eyes).since_visit


def test_what_was_agreed_at_the_departments_last_visit_stands_on_the_page(diary: Diary) -> None:
    lines = ("12주 뒤 혈액", "약 그대로")
    dropped = (Agreement("약 그대로", state="dropped"),)
    diary.visits.add(Visit(ago(40), department="류마티스내과", agreed=lines, agreements=dropped))
    diary.visits.add(Visit(ago(20), department="안과", agreed=("1년 뒤",)))
    diary.visits.add(Visit(ago(-2), department="류마티스내과"))
    eyes = diary.visits.add(Visit(ago(-12), department="안과"))
    assert visit_summary_of(diary, PERIOD).agreed == ("12주 뒤 혈액",)
    assert visit_summary_of(diary, PERIOD, coming=eyes).agreed == ("1년 뒤",)


def test_check_ups_are_those_that_she_set_and_those_of_her_events(diary: Diary) -> None:
    diary.check_ups.add(CheckUp("eyes", last_on=ago(400)))
    diary.check_ups.add(CheckUp("igg"))
    diary.check_ups.add(CheckUp("own", "대상포진 접종", ago(30)))
    diary.events.add(TreatmentEvent(ago(100), "eye_exam"))
    diary.events.add(TreatmentEvent(ago(50), "vaccination", "독감"))
    diary.events.add(TreatmentEvent(ago(420), "vaccination", "독감"))
    diary.events.add(TreatmentEvent(ago(60), "vaccination", "폐렴구균"))
    found = [(each.name.english, each.day) for each in visit_summary_of(diary, PERIOD).check_ups]
    assert found == [
        ("Eye examination", ago(100)),
        ("독감", ago(50)),
        ("폐렴구균", ago(60)),
        ("IgG", None),
        ("대상포진 접종", ago(30)),
    ]


def test_without_a_visit_a_page_shows_ninety_days(diary: Diary) -> None:
    assert default_period(diary) == Period(ago(89), TODAY)


def test_a_demonstrations_page_ends_with_its_last_record(tmp_path: Path, clock: StandingClock) -> None:
    with create_demonstration(tmp_path / "mild.lupusdiary", "mild", clock, "en") as told:
        last = told.days.last()
        clock.move(days=200)
        assert default_period(told).end == last


def test_statistics_are_over_recorded_days_of_this_period_and_the_one_before(diary: Diary) -> None:
    for days, score in ((0, 8), (2, 6), (9, 7), (10, 3), (12, 4), (30, 10)):
        diary.days.record(ago(days), "fatigue", score)
    found = row(visit_summary_of(diary, PERIOD), "fatigue")
    assert found.now is not None
    assert found.before is not None
    assert (found.now.median, found.now.days, found.now.recorded) == (7, 2, 3)
    assert (found.before.median, found.before.days, found.before.recorded) == (3.5, 0, 2)
    # Three days and two are compared with nothing.
    assert found.direction is None
    assert found.recent is not None
    assert (found.recent.median, found.recent.recorded) == (6, 5)


def test_recorded_days_are_counted_as_they_came_to_be(diary: Diary) -> None:
    diary.days.record(TODAY, "fatigue", 5)
    diary.days.record(ago(3), "fatigue", 5)
    recorded = visit_summary_of(diary, PERIOD).recorded
    assert (recorded.total, recorded.on_the_day, recorded.later, recorded.copied) == (10, 1, 1, 0)


def test_a_tracked_item_without_a_record_stands_there_unrecorded(diary: Diary) -> None:
    diary.days.record(TODAY, "fatigue", 5)
    found = row(visit_summary_of(diary, PERIOD), "joint_pain")
    assert found.now is None
    assert found.before is None


def test_an_empty_diary_gives_an_empty_page(diary: Diary) -> None:
    assert visit_summary_of(diary, PERIOD, languages=(EN,)).is_empty


def test_the_highest_temperature_counts_timed_ones(diary: Diary) -> None:
    diary.days.record(ago(1), "fever", 36.9)
    diary.days.add_timed(ago(1), TimedEntry(time(15, 0), 38.4))
    found = row(visit_summary_of(diary, PERIOD), "fever")
    assert found.now is not None
    assert (found.now.value, found.now.day) == (38.4, ago(1))


def test_sensitive_items_and_events_stand_there_only_when_ticked(diary: Diary) -> None:
    diary.days.record(ago(1), "mood_low", 8)
    diary.events.add(TreatmentEvent(ago(2), "pregnancy", "secret"))
    diary.days.record(ago(1), "fatigue", 5)
    assert sensitive_choices(diary, PERIOD) == ["mood_low", "pregnancy"]
    plain = visit_summary_of(diary, PERIOD, languages=(EN,))
    assert "mood_low" not in [each.symptom.id for each in plain.symptoms]
    assert plain.events == ()
    assert plain.timelines["en"].events == ()
    assert "mood_low" not in [panel.code for panel in plain.timelines["en"].panels]
    ticked = visit_summary_of(
        diary, PERIOD, languages=(EN,), include_sensitive=frozenset({"mood_low", "pregnancy"})
    )
    assert "mood_low" in [each.symptom.id for each in ticked.symptoms]
    assert [event.title for event in ticked.events] == ["secret"]
    assert len(ticked.timelines["en"].events) == 1


def test_a_test_shows_its_last_two_results_up_to_the_end_of_the_period(diary: Diary) -> None:
    for days, text in ((400, "80"), (60, "70"), (5, "62")):
        add_lab(diary, ago(days), "c3", text, "mg/dL", "90-180")
    add_lab(diary, ago(5), "wbc", "5.1", "10^3/uL", "4-10")
    (c3, wbc) = visit_summary_of(diary, PERIOD).labs
    assert c3.last is not None
    assert c3.previous is not None
    assert (c3.last.value_text, c3.last_mark, c3.previous.value_text) == ("62", "below", "70")
    assert wbc.previous is None
    assert wbc.last_mark is None
    earlier = visit_summary_of(diary, Period.ending(ago(30), 10)).labs
    assert [each.last.value_text for each in earlier if each.last] == ["70"]


def test_results_of_the_last_year_stand_apart_from_older_ones(diary: Diary) -> None:
    add_lab(diary, ago(500), "upcr", "300", "mg/g")
    add_lab(diary, ago(5), "tsh", "2.1", "mIU/L")
    add_lab(diary, ago(5), "c4", "20", "mg/dL")
    summary = visit_summary_of(diary, PERIOD)
    assert [each.analyte.id for each in summary.labs] == ["c4", "tsh"]
    assert [each.analyte.id for each in summary.older_labs] == ["upcr"]


def test_results_older_than_two_years_are_left_out(diary: Diary) -> None:
    add_lab(diary, ago(800), "c4", "20", "mg/dL")
    summary = visit_summary_of(diary, PERIOD)
    assert summary.labs == ()
    assert summary.older_labs == ()


def test_previous_is_of_the_same_laboratory_and_others_are_marked(diary: Diary) -> None:
    found = diary.labs.catalogue().get("c3")
    for days, text, laboratory in (
        (90, "66", "가상병원"),
        (60, "70", "가상병원"),
        (30, "95", "다른병원"),
        (5, "62", "가상병원"),
        (5, "99", "다른병원"),
        (2, "63", "다른병원"),
    ):
        diary.labs.add(lab_result(ago(days), found, text, "mg/dL", laboratory=laboratory))
    add_lab(diary, ago(5), "c4", "20", "mg/dL")
    summary = visit_summary_of(diary, PERIOD)
    told = [
        (row.last.value_text, row.previous.value_text if row.previous else None, row.elsewhere)
        for row in summary.labs
        if row.last
    ]
    assert told == [("62", "70", False), ("63", "99", True), ("20", None, False)]
    assert [(row.analyte.id, row.elsewhere) for row in summary.chosen_labs] == [("c3", True), ("c4", False)]


def test_page_one_has_the_usual_eight_until_the_person_chooses(diary: Diary) -> None:
    codes = ("alt", "egfr", "upcr", "c3", "c4", "anti_dsdna", "creatinine", "hemoglobin", "wbc", "platelets")
    for code in codes:
        add_lab(diary, ago(3), code, "5", None)
    usual = ["upcr", "c3", "c4", "anti_dsdna", "creatinine", "hemoglobin", "wbc", "platelets"]
    assert [row.analyte.id for row in visit_summary_of(diary, PERIOD).chosen_labs] == usual
    diary.settings.set(REPORT_LABS, "alt c4")
    assert [row.analyte.id for row in visit_summary_of(diary, PERIOD).chosen_labs] == ["alt", "c4"]


def test_nothing_else_is_an_answer_for_its_own_days(diary: Diary) -> None:
    assert visit_summary_of(diary, PERIOD).nothing_else is None
    diary.settings.set(REPORT_NOTHING_ELSE, f"{ago(9).isoformat()} {ago(1).isoformat()}")
    assert visit_summary_of(diary, PERIOD).nothing_else == ago(1)
    assert visit_summary_of(diary, Period.ending(ago(2), 5)).nothing_else == ago(2)
    assert visit_summary_of(diary, Period.ending(TODAY, 11)).nothing_else is None


def test_the_order_of_items_does_not_depend_on_what_was_recorded(diary: Diary) -> None:
    diary.days.record(ago(15), "chills", True)
    diary.days.record(ago(1), "fatigue", 9)
    first = [each.symptom.id for each in visit_summary_of(diary, PERIOD).symptoms]
    diary.days.record(ago(1), "joint_pain", 1)
    assert [each.symptom.id for each in visit_summary_of(diary, PERIOD).symptoms] == first
    assert first[-1] == "chills"


def test_check_ups_and_reactions_come_from_the_events(diary: Diary) -> None:
    diary.events.add(TreatmentEvent(ago(400), "eye_exam"))
    diary.events.add(TreatmentEvent(ago(30), "eye_exam"))
    diary.events.add(TreatmentEvent(ago(900), "allergy", "설파제(발진)"))
    summary = visit_summary_of(diary, PERIOD)
    assert [(each.name.english, each.day) for each in summary.check_ups] == [("Eye examination", ago(30))]
    assert summary.allergies == (f"설파제(발진) ({ago(900).year})",)


def test_allergies_stand_in_the_header(diary: Diary) -> None:
    diary.allergies.add(Allergy("설파제", reactions=("발진",), first_on=date(2019, 3, 1)))
    assert visit_summary_of(diary, PERIOD).allergies == ("설파제 (발진, 2019)",)


def test_the_timeline_shows_a_year_also_of_ten_days(diary: Diary) -> None:
    add_lab(diary, ago(300), "c3", "80", "mg/dL")
    add_lab(diary, ago(3), "c3", "85", "mg/dL")
    timeline = visit_summary_of(diary, PERIOD, languages=(EN,)).timelines["en"]
    assert timeline.period == Period.ending(TODAY, 365)
    assert [len(panel.points) for panel in timeline.panels] == [2]


def test_a_pending_result_is_waited_for(diary: Diary) -> None:
    add_lab(diary, ago(40), "c3", "80", "mg/dL")
    diary.labs.add(LabResult(ago(2), "c3", "검사중", "pending"))
    (c3,) = visit_summary_of(diary, PERIOD).chosen_labs
    assert c3.last is not None
    assert c3.last.value_text == "80"
    assert c3.waiting == ago(2)


def test_the_days_since_the_last_infusion_are_a_plain_count(diary: Diary) -> None:
    assert visit_summary_of(diary, PERIOD).infusion is None
    diary.events.add(TreatmentEvent(ago(559), "cart_infusion"))
    diary.events.add(TreatmentEvent(ago(900), "cart_infusion"))
    infusion = visit_summary_of(diary, PERIOD).infusion
    assert infusion is not None
    assert (infusion.day, infusion.days) == (ago(559), 559)


def test_flares_that_reach_into_the_period_are_there(diary: Diary) -> None:
    diary.flares.add(Flare(ago(60), ago(50)))
    diary.flares.add(Flare(ago(20), ago(9)))
    diary.flares.add(Flare(ago(3)))
    assert [flare.start for flare in visit_summary_of(diary, PERIOD).flares] == [ago(20), ago(3)]


def test_the_questions_of_the_next_visit_come_along(diary: Diary) -> None:
    diary.visits.add(Visit(ago(5), ("old?",)))
    diary.visits.add(Visit(TODAY + timedelta(days=3), ("new?",)))
    diary.visits.add(Visit(TODAY + timedelta(days=90), ("later?",)))
    summary = visit_summary_of(diary, PERIOD)
    assert summary.next_visit is not None
    assert summary.next_visit.questions == ("new?",)
    assert [visit.day for visit in summary.visits] == [ago(5)]


def test_notes_are_printed_only_on_wish(diary: Diary) -> None:
    diary.days.set_note(ago(1), "slept badly")
    diary.days.add_timed(ago(1), TimedEntry(time(7, 5), None, "better"))
    assert visit_summary_of(diary, PERIOD).notes == ()
    notes = visit_summary_of(diary, PERIOD, include_notes=True).notes
    assert [note.text for note in notes] == ["slept badly", "07:05 better"]


@pytest.mark.parametrize(("born", "age"), [(date(1981, 11, 22), 45), (date(1981, 11, 23), 44)])
def test_the_age_is_in_full_years_on_the_last_day(diary: Diary, born: date, age: int) -> None:
    diary.profile.set(Profile("김가상", born, "female", "LD-1"))
    person = visit_summary_of(diary, PERIOD).person
    assert (person.name, person.age, person.hospital_number) == ("김가상", age, "LD-1")


def test_each_language_has_a_timeline_of_what_was_recorded(diary: Diary) -> None:
    diary.days.record(ago(1), "fatigue", 5)
    add_lab(diary, ago(2), "c3", "80", "mg/dL")
    timelines = visit_summary_of(diary, PERIOD, languages=(translator("ko"), EN)).timelines
    assert [panel.code for panel in timelines["ko"].panels] == ["c3", "fatigue"]
    assert timelines["ko"].panels[1].name == "피로"
    assert timelines["en"].panels[1].name == "Fatigue"


def dose(mg: int, *, start: date, end: date | None = None, kind: str = "daily") -> DosePeriod:
    part = DosePart(strength=5.0, unit="mg", amount=mg / 5, amount_unit="tablet", at=("morning",))
    return DosePeriod(start, DosePattern(kind), end=end, parts=(part,))


def test_medicines_stand_beside_what_was_taken_at_the_last_visit(diary: Diary) -> None:
    assert visit_summary_of(diary, PERIOD).medicines == ()
    periods = (dose(5, start=ago(90), end=ago(4)), dose(10, start=ago(3)))
    diary.medicines.add(Medication("m1", "소론도정", "prednisolone", "oral", periods=periods))
    diary.intakes.record(Intake(ago(2), "m1", "taken"))
    diary.intakes.record(Intake(ago(1), "m1", "skipped"))
    summary = visit_summary_of(diary, PERIOD)
    (row,) = summary.medicines
    assert row.name.text == ("소론도정(프레드니솔론)", "소론도정 (prednisolone)")
    assert row.how == ("2정 아침", "2 tablets, morning")
    assert (row.daily.english, row.at_last_visit.english) == ("10 mg", "5 mg")
    assert (row.skipped, row.known) == (1, 2)
    changes = [change.text.english for change in summary.medicine_changes]
    assert changes == ["Higher: 소론도정 (prednisolone) 5 → 10 mg a day (from 19 Nov 2026)"]
    assert "소론도정" not in summary.medicine_changes[0].unnamed.korean


def test_what_changed_on_the_day_of_the_last_visit_changed_since(diary: Diary) -> None:
    periods = (dose(5, start=ago(90), end=ago(10)), dose(10, start=PERIOD.start))
    diary.medicines.add(Medication("m1", "소론도정", periods=periods))
    (row,) = visit_summary_of(diary, PERIOD).medicines
    assert row.at_last_visit.english == "5 mg"


def test_a_weekly_medicine_has_no_amount_a_day_and_its_fixed_text(diary: Diary) -> None:
    parts = (DosePart(strength=2.5, unit="mg", amount=4, amount_unit="tablet"),)
    weekly = DosePeriod(ago(90), DosePattern("weekly_once", weekdays=("mon",)), parts=parts)
    diary.medicines.add(Medication("m1", "엠티엑스정", "methotrexate", "oral", periods=(weekly,)))
    (row,) = visit_summary_of(diary, PERIOD).medicines
    assert row.daily == ("–", "–")
    assert row.how.english == "10 mg once a week (Mon)"
    assert row.fixed_text is not None


def test_a_sensitive_medicine_stands_on_paper_only_when_it_is_ticked(diary: Diary) -> None:
    course = (dose(5, start=ago(3)),)
    diary.medicines.add(Medication("m1", "비밀약", sensitive=True, periods=course))
    assert "m1" in sensitive_choices(diary, PERIOD)
    hidden = visit_summary_of(diary, PERIOD)
    assert (hidden.medicines, hidden.medicine_changes) == ((), ())
    shown = visit_summary_of(diary, PERIOD, include_sensitive=frozenset({"m1"}))
    assert len(shown.medicines) == len(shown.medicine_changes) == 1


def test_steroids_are_steps_with_gaps_and_sums_with_their_known_days(diary: Diary) -> None:
    periods = (dose(10, start=ago(300), end=ago(201)), dose(5, start=ago(99)))
    diary.medicines.add(Medication("m1", "소론도정", "prednisolone", "oral", periods=periods))
    course = visit_summary_of(diary, PERIOD).steroid
    assert course is not None
    assert [(step.start, step.end, step.dose) for step in course.steps] == [
        (ago(300), ago(201), 10.0),
        (ago(99), TODAY, 5.0),
    ]
    assert course.now == 5.0
    assert "10 days: 50 mg (known 10)" in course.summed_up.english
    assert "365 days: 1,500 mg (known 200)" in course.summed_up.english
    assert len(course.details) == 4
    said = [each.text.english.partition(":")[0] for each in course.details]
    assert said == ["30 days", "90 days", "365 days", "since the first entry, 301 days"]
    assert "소론도정" in course.details[0].text.korean
    assert "소론도정" not in course.details[0].unnamed.korean


def test_steroids_are_left_out_where_a_sensitive_one_would_stand_in_the_sums(diary: Diary) -> None:
    course = (dose(5, start=ago(30)),)
    diary.medicines.add(Medication("m1", "소론도정", "prednisolone", "oral", sensitive=True, periods=course))
    diary.days.record(TODAY, "fatigue", 3)
    hidden = visit_summary_of(diary, PERIOD, languages=(EN,))
    assert (hidden.steroid, hidden.timelines["en"].doses) == (None, None)
    shown = visit_summary_of(diary, PERIOD, languages=(EN,), include_sensitive=frozenset({"m1"}))
    assert shown.steroid is not None
    assert shown.timelines["en"].doses is not None
