"""A diary hands out its series: nothing is left out silently, nothing is guessed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time, timedelta
from pathlib import Path

import pytest

from lupusdiary.charts.panels import BARS, LEVELS, TICKS, LabPanel, ScorePanel
from lupusdiary.diary import Diary, create_demonstration, create_diary
from lupusdiary.domain.day_record import BloodPressure, TimedEntry
from lupusdiary.domain.lab.lab_result import lab_result
from lupusdiary.domain.period import Period
from lupusdiary.domain.records import Flare, Profile, SheetRow, SheetTemplate, TreatmentEvent, Visit
from lupusdiary.language import Refusal, translator
from lupusdiary.queries.timeline import codes_with_records, timeline_of, whole_period
from tests.conftest import StandingClock

TODAY = date(2026, 11, 22)
EN = translator("en")


@pytest.fixture
def diary(tmp_path: Path, clock: StandingClock) -> Iterator[Diary]:
    with create_diary(tmp_path / "diary.lupusdiary", None, clock) as made:
        yield made


def back(days: int) -> date:
    return TODAY - timedelta(days=days)


def add(diary: Diary, days: int, analyte: str, *printed: str | None) -> None:
    diary.labs.add(lab_result(back(days), diary.labs.catalogue().get(analyte), *printed))  # type: ignore[arg-type]


def test_each_kind_of_item_becomes_its_panel(diary: Diary) -> None:
    diary.days.record_many(
        TODAY, {"fatigue": 6, "leg_swelling": 2, "chills": True, "bp": BloodPressure(128, 82), "fever": 37.2}
    )
    codes = ["fatigue", "leg_swelling", "chills", "bp", "fever"]
    panels = timeline_of(diary, codes, Period.ending(TODAY, 7), EN).panels
    assert [p.code for p in panels] == codes
    assert all(isinstance(p, ScorePanel) for p in panels)
    assert [p.style for p in panels if isinstance(p, ScorePanel)] == ["line", LEVELS, TICKS, BARS, "line"]
    assert [p.points[0].value for p in panels] == [6, 2, 1, 128, 37.2]
    assert panels[0].bottom == 0  # type: ignore[union-attr]
    assert panels[0].top == 10  # type: ignore[union-attr]
    assert panels[4].top is None  # type: ignore[union-attr]


def test_a_missing_day_has_no_point_and_a_zero_has_one(diary: Diary) -> None:
    diary.days.record(back(2), "fatigue", 0)
    diary.days.record(TODAY, "fatigue", 4)
    (panel,) = timeline_of(diary, ["fatigue"], Period.ending(TODAY, 7), EN).panels
    assert [(p.day, p.value) for p in panel.points] == [(back(2), 0), (TODAY, 4)]


def test_what_has_no_record_at_all_is_named_and_what_has_none_here_stays(diary: Diary) -> None:
    diary.days.record(back(100), "fatigue", 4)
    timeline = timeline_of(diary, ["fatigue", "esr", "joint_pain"], Period.ending(TODAY, 7), EN)
    assert [(p.code, p.points) for p in timeline.panels] == [("fatigue", ())]
    assert timeline.left_out == ("ESR", "Joint pain")


def test_an_unknown_code_is_refused(diary: Diary) -> None:
    with pytest.raises(Refusal, match="no item and no laboratory test “moonlight”"):
        timeline_of(diary, ["fatigue", "moonlight"], Period.ending(TODAY, 7), EN)


def test_a_code_asked_for_twice_is_drawn_once(diary: Diary) -> None:
    diary.days.record(TODAY, "fatigue", 4)
    assert len(timeline_of(diary, ["fatigue", "fatigue"], Period.ending(TODAY, 7), EN).panels) == 1


def test_events_flares_visits_and_recorded_days_stand_beside(diary: Diary) -> None:
    diary.days.set_note(back(1), "slept badly")
    diary.days.record(back(20), "fatigue", 4)
    diary.events.add(TreatmentEvent(back(3), "cart_infusion"))
    diary.events.add(TreatmentEvent(back(2), "pregnancy", "Baby"))
    diary.events.add(TreatmentEvent(back(30), "vaccination"))
    diary.flares.add(Flare(back(40), back(5)))
    diary.visits.add(Visit(back(4)))
    timeline = timeline_of(diary, ["fatigue"], Period.ending(TODAY, 7), EN)
    assert [(e.kind, e.day_zero, e.sensitive) for e in timeline.events] == [
        ("cart_infusion", True, False),
        ("pregnancy", False, True),
    ]
    assert [(f.start, f.end) for f in timeline.flares] == [(back(40), back(5))]
    assert timeline.zero_days == (back(3),)
    assert timeline.visits == (back(4),)
    assert timeline.recorded == (back(1),)
    assert not timeline.demonstration


@pytest.mark.parametrize(
    ("kind", "title", "label"),
    [
        ("vaccination", None, "Vaccination"),
        ("vaccination", "Flu vaccination", "Flu vaccination"),
        ("eye_exam", "told all is well", "Eye screening: told all is well"),
        ("cart_infusion", "CAR-T infusion", "CAR-T infusion"),
        ("other", "Moved house", "Moved house"),
        ("diagnosis", None, "Diagnosis"),
    ],
)
def test_an_event_is_called_by_its_kind_and_the_persons_words(
    diary: Diary, kind: str, title: str | None, label: str
) -> None:
    diary.events.add(TreatmentEvent(TODAY, kind, title))
    assert [e.label for e in timeline_of(diary, [], Period.ending(TODAY, 7), EN).events] == [label]


def test_a_unit_answered_for_the_laboratory_counts_where_its_sheet_prints_none(diary: Diary) -> None:
    add(diary, 60, "upcr", "0.45", None, None, "Hanbit")
    add(diary, 5, "upcr", "310", "mg/g", None, "Other")
    diary.labs.set_sheet(SheetTemplate("Hanbit", (SheetRow("upcr", None, "mg/mg{creat}"),)))
    (panel,) = timeline_of(diary, ["upcr"], Period.ending(TODAY, 90), EN).panels
    assert [p.value for p in panel.points] == pytest.approx([450, 310])


def test_upcr_the_day_long_collection_and_the_dipstick_are_three_panels(diary: Diary) -> None:
    add(diary, 5, "upcr", "310", "mg/g")
    add(diary, 5, "urine_protein_24h", "450", "mg/24h")
    add(diary, 5, "urine_protein_dip", "1+")
    codes = ["upcr", "urine_protein_24h", "urine_protein_dip"]
    panels = timeline_of(diary, codes, Period.ending(TODAY, 90), EN).panels
    assert [p.code for p in panels] == codes


def test_a_range_by_sex_needs_a_given_sex(diary: Diary) -> None:
    add(diary, 5, "hemoglobin", "12.1", "g/dL")

    def typical() -> object:
        (panel,) = timeline_of(diary, ["hemoglobin"], Period.ending(TODAY, 90), EN).panels
        assert isinstance(panel, LabPanel)
        return panel.typical

    assert typical() is None
    diary.profile.set(Profile(sex="female"))
    assert typical() is not None


def test_the_whole_period_reaches_from_the_first_record_to_today(diary: Diary) -> None:
    assert whole_period(diary, TODAY) == Period(TODAY, TODAY)
    diary.days.record(back(3), "fatigue", 4)
    add(diary, 50, "c3", "80", "mg/dL")
    diary.flares.add(Flare(back(90), back(80)))
    assert whole_period(diary, TODAY) == Period(back(90), TODAY)
    assert codes_with_records(diary) == ["c3", "fatigue"]


def test_a_demonstration_is_marked(tmp_path: Path, clock: StandingClock) -> None:
    with create_demonstration(tmp_path / "story.lupusdiary", "nephritis", clock, "en") as story:
        timeline = timeline_of(story, ["upcr", "anti_dsdna"], whole_period(story, TODAY), EN)
    assert timeline.demonstration
    upcr, antibody = timeline.panels
    assert isinstance(antibody, LabPanel)
    assert isinstance(upcr, LabPanel)
    assert len(antibody.segments) > 1
    assert any(p.comparator for p in antibody.points)
    assert [e for e in timeline.events if e.day_zero]


def test_a_temperature_with_a_time_stands_on_the_timeline_like_on_paper(diary: Diary) -> None:
    diary.days.record(back(2), "fever", 37.2)
    for day, at, degrees in ((2, 9, 38.4), (2, 21, 37.0), (1, 8, 38.1)):
        diary.days.add_timed(back(day), TimedEntry(time(at), degrees))
    diary.days.add_timed(back(0), TimedEntry(time(8), note="no temperature"))
    assert diary.days.values("fever") == {back(2): 38.4, back(1): 38.1}
    assert list(diary.days.values("fever", Period(back(1), TODAY))) == [back(1)]
    assert codes_with_records(diary) == ["fever"]
    (panel,) = timeline_of(diary, ["fever"], Period.ending(TODAY, 5), EN).panels
    assert isinstance(panel, ScorePanel)
    assert [(point.day, point.value) for point in panel.points] == [(back(2), 38.4), (back(1), 38.1)]
