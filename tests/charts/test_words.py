"""Sentences, table and pointer tell the same numbers as the picture, and compare with nothing."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from lupusdiary.charts.bins import DAYS, MONTHS, WEEKS
from lupusdiary.charts.crop import within, without_sensitive
from lupusdiary.charts.describe import describe, left_out
from lupusdiary.charts.nearest import hit_at, nearest_day, recorded_days
from lupusdiary.charts.panels import EventMark, FlareSpan, LabPanel, ScorePanel, Timeline
from lupusdiary.charts.table import table
from lupusdiary.domain.period import Period
from lupusdiary.language import Translator, translator
from tests.charts import timelines
from tests.charts.timelines import LAST

JUDGING = ("better", "worse", "improv", "deteriorat", "normal", "remission", "호전", "악화", "정상", "관해")


def test_a_panel_is_described_by_what_is_recorded(tr: Translator) -> None:
    panel = timelines.upcr(3)
    first, *_, last = panel.points
    (sentence,) = describe(Timeline(Period.ending(LAST, 400), (panel,)), tr)
    assert sentence == (
        f"UPCR: 3 results, first 2600 ({tr.date(first.day, 'short')}), "
        f"last 1529 ({tr.date(last.day, 'short')}), "
        "lowest 1529, highest 2600."
    )


def test_scores_are_described_with_the_days_that_are_recorded(tr: Translator) -> None:
    sentences = describe(Timeline(Period.ending(LAST, 90), (timelines.scores(90), timelines.yes_no(90))), tr)
    assert sentences[0].startswith("Fatigue: recorded on 77 of 90 days, median ")
    assert sentences[1].startswith("Chills: recorded on 67 of 90 days, yes on ")


def test_with_a_limit_among_the_results_no_lowest_is_claimed(tr: Translator) -> None:
    (sentence,) = describe(Timeline(Period.ending(LAST, 730), (timelines.anti_dsdna(),)), tr)
    assert "lowest" not in sentence
    assert "The line breaks where the assay or method changed." in sentence


@pytest.mark.parametrize("language", ["ko", "en"])
def test_no_sentence_judges(language: str) -> None:
    said = " ".join(describe(timelines.life(730), translator(language))).lower()
    assert not [word for word in JUDGING if word in said]


def test_what_is_left_out_is_named(tr: Translator) -> None:
    timeline = Timeline(Period.ending(LAST, 9), left_out=("24h protein", "ESR"))
    assert left_out(timeline, tr) == "Not recorded yet: 24h protein, ESR."
    assert left_out(timelines.life(30), tr) == ""


def test_the_table_holds_every_point_of_the_picture_and_nothing_else(tr: Translator) -> None:
    timeline = timelines.life(400)
    twin = table(timeline, tr)
    rows = {row.day: row.cells for row in twin.rows}
    for column, panel in enumerate(timeline.panels):
        days = {point.day for point in panel.points}
        assert {day for day, cells in rows.items() if cells[column]} == days
        if isinstance(panel, LabPanel):
            for point in panel.points:
                assert point.shown in rows[point.day][column]
        elif panel.code == "fatigue":
            assert {rows[p.day][column] for p in panel.points} == {f"{p.value:g}" for p in panel.points}
    assert [row.day for row in twin.rows] == sorted(rows, reverse=True)
    assert "Hospital admission" in " ".join(cells[-1] for cells in rows.values()) or len(timeline.events) == 1


def test_the_table_as_text_has_a_cell_for_every_header(tr: Translator) -> None:
    lines = table(timelines.life(60), tr).text().splitlines()
    assert len({line.count("\t") for line in lines}) == 1
    assert lines[0].startswith("Day\tUPCR (mg/g)\t")


def test_the_pointer_tells_a_days_values(tr: Translator) -> None:
    timeline = timelines.life(90)
    point = timeline.panels[0].points[-1]
    found = hit_at(timeline, point.day, DAYS, tr)
    assert found.title.startswith(tr.date(point.day))
    assert found.values[0] == f"{point.shown} ▲"
    assert found.sheet == point.day
    assert found.sentence(timeline.panels).startswith(f"{found.title} · UPCR {point.shown}")


def test_the_pointer_tells_the_median_of_a_week_and_how_many_days_it_has(tr: Translator) -> None:
    panel = timelines.scores(730)
    timeline = Timeline(Period.ending(LAST, 730), (panel,))
    found = hit_at(timeline, date(2026, 11, 18), WEEKS, tr)
    week = sorted(p.value for p in panel.points if date(2026, 11, 15) <= p.day <= date(2026, 11, 21))
    assert found.title == "Week of 15 Nov 2026"
    assert found.values[0].startswith("median ")
    assert f"({week[0]:g}–{week[-1]:g}, {len(week)} days)" in found.values[0]
    assert hit_at(timeline, date(2026, 11, 18), MONTHS, tr).title == "November 2026"


def test_days_are_counted_from_day_zero_not_before_it(tr: Translator) -> None:
    event = EventMark(LAST - timedelta(days=10), "cart_infusion", "CAR-T", day_zero=True)
    timeline = Timeline(Period.ending(LAST, 60), (timelines.scores(60),), (event,), zero_days=(event.day,))
    assert "(D+10)" in hit_at(timeline, LAST, DAYS, tr).title
    assert "(D+0) · CAR-T" in hit_at(timeline, event.day, DAYS, tr).title
    assert "D+" not in hit_at(timeline, LAST - timedelta(days=11), DAYS, tr).title


def test_words_have_no_median(tr: Translator) -> None:
    panel = timelines.levels(730)
    timeline = Timeline(Period.ending(LAST, 730), (panel,))
    told = hit_at(timeline, date(2026, 11, 18), WEEKS, tr).values[0]
    week = [p.value for p in panel.points if date(2026, 11, 15) <= p.day <= date(2026, 11, 21)]
    assert told == f"up to {panel.levels[int(max(week))]} ({len(week)} days)"
    (sentence,) = describe(timeline, tr)
    assert sentence == "Leg swelling: recorded on 584 of 730 days, worst severe, last moderate."


def test_in_a_flare_its_day_is_told(tr: Translator) -> None:
    flare = FlareSpan(LAST - timedelta(days=4), LAST - timedelta(days=1))
    timeline = Timeline(Period.ending(LAST, 60), (timelines.scores(60),), flares=(flare,))
    titles = [hit_at(timeline, LAST - timedelta(days=n), DAYS, tr).title for n in (5, 4, 1, 0)]
    assert ["flare" in title for title in titles] == [False, True, True, False]
    assert titles[2].endswith("day 4 of a flare")


def test_where_nothing_is_recorded_the_pointer_tells_nothing(tr: Translator) -> None:
    timeline = Timeline(Period.ending(LAST, 30), (timelines.scores(3, missing=50),))
    assert hit_at(timeline, LAST - timedelta(days=20), DAYS, tr).values == ("",)


def test_the_pointer_takes_hold_of_a_recorded_day_that_is_near() -> None:
    days = [LAST - timedelta(days=n) for n in (20, 3)]
    assert nearest_day(days, LAST, 5) == days[1]
    assert nearest_day(days, LAST - timedelta(days=10), 5) == LAST - timedelta(days=10)
    assert nearest_day([], LAST, 5) == LAST
    assert recorded_days(timelines.life(60)) == sorted(set(recorded_days(timelines.life(60))))


def test_a_shorter_stretch_has_the_records_of_its_days_only() -> None:
    period = Period.ending(LAST, 100)
    short = within(timelines.life(730), period)
    days = [p.day for panel in short.panels for p in panel.points] + [e.day for e in short.events]
    assert days
    assert all(day in period for day in days)
    assert len(short.panels) == len(timelines.life(730).panels)
    broken = short.panels[3]
    assert isinstance(broken, LabPanel)
    assert broken.segments[0].why == ""


def test_what_is_sensitive_can_be_taken_out() -> None:
    panel = ScorePanel("mood_low", "Low mood", "line", timelines.scores(9).points, sensitive=True)
    event = EventMark(LAST, "pregnancy", "Pregnancy", sensitive=True)
    timeline = without_sensitive(Timeline(Period.ending(LAST, 9), (panel, timelines.scores(9)), (event,)))
    assert [p.code for p in timeline.panels] == ["fatigue"]
    assert timeline.events == ()


def test_what_is_sensitive_stays_when_it_is_ticked() -> None:
    panel = ScorePanel("mood_low", "Low mood", "line", timelines.scores(9).points, sensitive=True)
    event = EventMark(LAST, "pregnancy", "Pregnancy", sensitive=True)
    whole = Timeline(Period.ending(LAST, 9), (panel,), (event,))
    assert without_sensitive(whole, {"mood_low", "pregnancy"}) == whole
