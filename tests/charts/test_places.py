"""Labels, axes of time and the heights of panels."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lupusdiary.charts.colours import DARK, LIGHT, PAPER, ChartColours
from lupusdiary.charts.fonts import clean, shortened, width
from lupusdiary.charts.heights import lab_heights, score_heights
from lupusdiary.charts.label_placement import LabelRequest, place
from lupusdiary.charts.panels import NUMBER, LabPanel, Segment, Timeline
from lupusdiary.charts.presets import PRESETS
from lupusdiary.charts.time_axis import time_ticks
from lupusdiary.domain.lab.catalogue import AnalyteCatalogue
from lupusdiary.domain.period import Period
from lupusdiary.domain.symptom import SymptomCatalogue
from lupusdiary.language import Translator
from lupusdiary.ui.base.palette import contrast
from tests.charts import timelines
from tests.charts.seen import picture, words
from tests.charts.timelines import LAST


@given(st.lists(st.builds(LabelRequest, st.floats(0, 10), st.floats(0.1, 3), st.integers(0, 3)), max_size=25))
def test_no_label_lies_over_another_or_outside(wanted: list[LabelRequest]) -> None:
    places = place(wanted, 0.0, 10.0, 3, 0.1)
    put = [(label, at) for label, at in zip(wanted, places, strict=True) if at is not None]
    for label, at in put:
        assert at.left >= -1e-5
        assert at.left + label.width <= 10.00001
        assert label.x == pytest.approx(at.left) or label.x == pytest.approx(at.left + label.width)
        for other, there in put:
            if other is label:
                continue
            if there.row == at.row:
                apart = at.left + label.width <= there.left or there.left + other.width <= at.left
                assert apart


def test_what_matters_most_keeps_its_label() -> None:
    crowd = [LabelRequest(1.0 + n / 100, 3.0, 3) for n in range(10)]
    places = place([*crowd, LabelRequest(1.05, 3.0, 0)], 0.0, 10.0, 2, 0.1)
    assert places[-1] is not None


@pytest.mark.parametrize("days", [7, 30, 91, 365, 1826, 5800, 21900])
def test_time_is_named_at_most_as_often_as_there_is_room(tr: Translator, days: int) -> None:
    period = Period.ending(LAST, days)
    ticks = time_ticks(period, 9, tr)
    assert 2 <= len(ticks) <= 10
    assert all(tick.day in period for tick in ticks)
    assert all(a.day < b.day for a, b in pairwise(ticks))


@given(st.lists(st.floats(0, 1e6), min_size=1, max_size=8))
def test_a_lane_holds_every_value(values: list[float]) -> None:
    points = tuple(timelines.result(LAST - timedelta(days=n), value) for n, value in enumerate(values))
    found = lab_heights(LabPanel("c3", "C3", NUMBER, (Segment(points[::-1]),)))
    assert found.low <= min(values)
    assert max(values) <= found.high


def test_a_range_that_reaches_far_beyond_the_values_does_not_flatten_them() -> None:
    points = tuple(
        timelines.result(LAST - timedelta(days=n), value, range_low=90.0, range_high=1800.0)
        for n, value in ((30, 79.0), (20, 95.0), (10, 103.0))
    )
    found = lab_heights(LabPanel("c3", "C3", NUMBER, (Segment(points),)))
    assert found.low < 79
    assert 103 < found.high < 120


def test_the_nearest_end_of_a_range_is_always_in_sight() -> None:
    found = lab_heights(timelines.upcr(3))
    assert found.low <= 150


def test_a_score_keeps_its_whole_scale() -> None:
    found = score_heights(replace(timelines.scores(3), points=timelines.scores(3).points[:1]))
    assert found.low < 0
    assert found.high > 10


def test_a_text_is_shortened_to_its_room() -> None:
    text = "골수에서 온 아주 긴 사건의 이름입니다"
    short = shortened(text, 11, 1.0)
    assert short.endswith("…")
    assert width(short, 11) <= 1.0
    assert shortened("C3", 11, 1.0) == "C3"


def test_text_is_one_line_of_characters_that_can_be_shown() -> None:
    assert clean("a\n\tb\u0001") == "a b"
    assert clean("1\u1112\u1161") == "1하"
    assert clean("\U000f0000x") in ("x", "□x", "\u25a1x")


def test_every_code_of_a_preset_exists() -> None:
    symptoms, analytes = SymptomCatalogue(), AnalyteCatalogue()
    for codes in PRESETS.values():
        assert all(code in symptoms or code in analytes for code in codes)
        assert "mood_low" not in codes


@pytest.mark.parametrize("colours", [LIGHT, DARK, PAPER], ids=["light", "dark", "paper"])
def test_text_and_lines_can_be_told_from_the_background(colours: ChartColours) -> None:
    for text in (colours.text, colours.muted):
        assert contrast(text, colours.background) >= 4.5
    for line in (*colours.series, colours.accent):
        assert contrast(line, colours.background) >= 3.0
        assert contrast(line, colours.band) >= 3.0
    for ground in (colours.bar, colours.panel):
        assert contrast(colours.text, ground) >= 4.5


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_each_severity_is_darker_than_the_one_before_it_and_can_be_told_from_it(
    colours: ChartColours,
) -> None:
    for less, more in pairwise(colours.shades):
        assert contrast(less, more) >= 1.4
        assert contrast(more, colours.background) > contrast(less, colours.background)
    assert contrast(colours.tile_edge, colours.background) >= 2.5


def test_weeks_are_named_on_sundays(tr: Translator) -> None:
    ticks = time_ticks(Period(date(2026, 9, 1), date(2026, 11, 22)), 12, tr)
    assert {tick.day.weekday() for tick in ticks} == {6}


def test_a_january_names_its_year_where_there_is_room() -> None:
    timeline = Timeline(Period.ending(LAST, 365), (timelines.scores(365),))
    for width_inches, expected in ((16.0, "Jan 2026"), (9.2, "Jan")):
        told = words(picture(timeline, width_inches), "time")
        assert expected in told
        assert {"Dec", "Feb", "Mar", "Oct"} <= set(told)
