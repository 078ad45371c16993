"""Doses as steps and medicines as bars: from plain values, what is planned never like what was taken."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from lupusdiary.charts.crop import within
from lupusdiary.charts.lanes.doses import medicine_rows
from lupusdiary.charts.panels import MedicineBar, Timeline
from lupusdiary.domain.period import Period
from tests.charts import timelines
from tests.charts.seen import artists, corners, names, picture, words
from tests.charts.timelines import LAST


def of(days: int = 730) -> Timeline:
    period = Period.ending(LAST + timedelta(days=20), days)
    whole = Timeline(
        period, (timelines.scores(60),), today=LAST, doses=timelines.doses(), medicines=timelines.medicines()
    )
    return within(whole, period)


def test_a_dose_is_a_step_area_with_its_number() -> None:
    drawn = picture(of())
    areas = corners(drawn.figure, "doses/area")
    assert [max(y for _, y in area) for area in areas] == [20.0, 10.0, 7.5]
    assert {"20", "10", "7.5", "5"} == set(words(drawn, "doses/value"))
    assert words(drawn, "doses/name") == ["Steroids"]
    assert words(drawn, "doses/subtitle") == ["prednisolone mg"]


def test_a_unit_too_long_for_one_line_takes_two_and_loses_no_word() -> None:
    timeline = of()
    assert timeline.doses is not None
    unit = "mg as prednisolone, approximate"
    told = replace(timeline, doses=replace(timeline.doses, unit=unit))
    lines = words(picture(told, width=7.1), "doses/subtitle")
    assert len(lines) == 2
    assert " ".join(lines) == unit


def test_a_change_from_one_day_to_the_next_is_one_upright_and_a_pause_is_none() -> None:
    strokes = corners(picture(of()).figure, "doses/steps")
    uprights = [stroke for stroke in strokes if stroke[0][0] == stroke[1][0]]
    assert [[y for _, y in stroke] for stroke in uprights] == [[20.0, 10.0]]


def test_a_plan_is_dashed_and_has_no_area() -> None:
    figure = picture(of()).figure
    (planned,) = artists(figure, "doses/planned")
    assert planned.get_linestyle() != "solid"  # type: ignore[attr-defined]
    assert all(
        max(x for x, _ in area) <= (LAST - timedelta(days=9)).toordinal()
        for area in corners(figure, "doses/area")
    )
    assert "planned" in words(picture(of()), "note")


def test_another_dose_is_another_bar_in_the_same_row() -> None:
    rows = medicine_rows(timelines.medicines())
    assert [[bar.label for bar in row] for row in rows] == [
        ["hydroxychloroquine 200 mg"],
        ["mycophenolate 1,000 mg", "mycophenolate 500 mg", "belimumab"],
    ]
    drawn = picture(of(), width=14)
    assert len(corners(drawn.figure, "medicine/1/taken")) == 2
    assert len(corners(drawn.figure, "medicine/1/planned")) == 1
    assert words(drawn, "medicine/0") == ["hydroxychloroquine 200 mg"]


def test_what_was_only_heard_is_dashed_and_named_apart_from_a_plan() -> None:
    heard = MedicineBar("heard: prednisolone 5 mg", LAST - timedelta(days=300), heard=True)
    drawn = picture(replace(of(), doses=None, medicines=(heard,)), width=14)
    (bar,) = artists(drawn.figure, "medicine/0/planned")
    assert bar.get_linestyle() != "solid"  # type: ignore[attr-defined]
    assert not list(artists(drawn.figure, "medicine/0/taken"))
    assert "heard, not confirmed" in words(drawn, "note")
    assert "planned" not in words(drawn, "note")


def test_bars_begin_where_the_picture_begins() -> None:
    drawn = picture(of())
    (bar,) = corners(drawn.figure, "medicine/0/taken")
    assert min(x for x, _ in bar) >= drawn.layout.left - 1e-9


def test_what_ended_before_the_picture_takes_no_lane() -> None:
    short = within(of(), Period.ending(LAST, 5))
    assert short.doses is not None
    assert [step.dose for step in short.doses.steps] == [5.0]
    assert {bar.label for bar in short.medicines} == {"hydroxychloroquine 200 mg", "belimumab"}
    without = replace(of(), doses=replace(timelines.doses(), steps=timelines.doses().steps[:1]))
    assert within(without, Period.ending(LAST, 5)).doses is None
    assert "doses/steps" not in names(picture(within(without, Period.ending(LAST, 5))).figure)


def test_a_bar_without_room_says_the_name_alone_rather_than_half_a_dose() -> None:
    shorter = ("마이렙트캡슐 500 mg 하루 2회", "마이렙트캡슐")
    label = "마이렙트캡슐(미코페놀레이트모페틸) 500 mg 하루 2회"
    for days, said in ((40, shorter[1]), (120, shorter[0]), (400, label)):
        bar = MedicineBar(label, LAST - timedelta(days=days), shorter=shorter)
        drawn = picture(replace(of(), doses=None, medicines=(bar,)), width=14)
        assert words(drawn, "medicine/0") == [said]
