"""What stands on paper by itself, and what the person chose; a page adds up each period once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from lupusdiary.diary import Diary, create_diary
from lupusdiary.domain.lab.lab_result import lab_result
from lupusdiary.domain.medicines.intake import Intake
from lupusdiary.domain.medicines.medicine import Medication
from lupusdiary.domain.medicines.part import DosePart
from lupusdiary.domain.medicines.pattern import DosePattern
from lupusdiary.domain.medicines.period import DosePeriod
from lupusdiary.domain.period import Period
from lupusdiary.language import translator
from lupusdiary.queries.exposure import Exposures
from lupusdiary.queries.visit_panels import (
    MOST_PANELS,
    choose_labs,
    choose_panels,
    drawn_panels,
    lab_choices,
    panel_choices,
    panels_of_now,
)
from lupusdiary.queries.visit_summary import visit_summary_of
from tests.conftest import StandingClock

TODAY = date(2026, 11, 22)
PERIOD = Period.ending(TODAY, 30)
CODES = ("platelets", "albumin", "creatinine", "egfr", "anti_dsdna", "c4", "c3", "upcr", "wbc", "hemoglobin")


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


@pytest.fixture
def diary(tmp_path: Path, clock: StandingClock) -> Iterator[Diary]:
    with create_diary(tmp_path / "diary.lupusdiary", None, clock) as made:
        for code in CODES:
            analyte = made.labs.catalogue().get(code)
            made.labs.add(lab_result(ago(5), analyte, "12", analyte.units[0].display))
        for code in ("fatigue", "mood_low", "joint_pain"):
            made.days.record(ago(1), code, 3)
        yield made


def test_by_itself_the_usual_results_come_first_and_of_a_pair_one(diary: Diary) -> None:
    labs = ["upcr", "c3", "c4", "anti_dsdna", "creatinine"]
    assert drawn_panels(diary, visit_summary_of(diary, PERIOD)) == [*labs, "fatigue", "joint_pain"]
    assert panels_of_now(diary)[:5] == labs
    assert lab_choices(diary)[:6] == [*labs, "hemoglobin"]
    # What is printed only when it is ticked is not offered here.
    assert "mood_low" not in panel_choices(diary)


def test_what_she_chose_stands_there_in_her_order(diary: Diary) -> None:
    choose_panels(diary, ["fatigue", "albumin", "moonlight"])
    choose_labs(diary, ["albumin", "c3", "ferritin"])
    summary = visit_summary_of(diary, PERIOD)
    assert drawn_panels(diary, summary) == ["fatigue", "albumin"]
    # A result that is not there is a dash, not another one in its place.
    assert [(row.analyte.id, row.last is None) for row in summary.chosen_labs] == [
        ("albumin", False),
        ("c3", False),
        ("ferritin", True),
    ]
    choose_labs(diary, [])
    assert visit_summary_of(diary, PERIOD).chosen_labs[0].analyte.id == "upcr"
    choose_panels(diary, list(CODES))
    assert len(panels_of_now(diary)) == MOST_PANELS


def test_the_timeline_on_paper_reaches_back_a_year_and_reads_no_more(diary: Diary) -> None:
    c3 = diary.labs.catalogue().get("c3")
    for days in (300, 500):
        diary.labs.add(lab_result(ago(days), c3, "80", "mg/dL"))
    diary.days.record(ago(500), "fatigue", 9)
    timeline = visit_summary_of(diary, PERIOD, languages=(translator("en"),)).timelines["en"]
    panels = {panel.code: [point.day for point in panel.points] for panel in timeline.panels}
    assert panels["c3"] == [ago(300), ago(5)]
    assert panels["fatigue"] == [ago(1)]


def test_a_period_that_is_picked_out_of_a_longer_one_is_known_as_it_is_by_itself(diary: Diary) -> None:
    part = DosePart(strength=5.0, unit="mg", amount=2, amount_unit="tablet")
    courses = (
        DosePeriod(ago(400), DosePattern("daily"), end=ago(200), parts=(part,)),
        DosePeriod(ago(150), DosePattern("alternate_days"), end=ago(20), parts=(part,)),
    )
    diary.medicines.add(Medication("m1", "소론도정", "prednisolone", "oral", periods=courses))
    for days in (30, 32, 40):
        diary.intakes.record(Intake(ago(days), "m1", "skipped" if days == 40 else "taken"))
    for first, last in ((500, 0), (380, 100), (60, 10), (25, 21), (15, 3)):
        period = Period(ago(first), ago(last))
        shared = Exposures(diary)
        shared.sums(TODAY, TODAY)
        assert shared.known(period, TODAY) == Exposures(diary).of(period, TODAY).known.by_day
