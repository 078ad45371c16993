"""What is drawn is what is recorded: gaps, breaks, limits, ranges, and what the picture says of itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations, pairwise
from math import isnan

import pytest

from lupusdiary.charts.colours import DARK, LIGHT, PAPER
from lupusdiary.charts.crop import within
from lupusdiary.charts.figure import least_picture_height, timeline_figure, timeline_picture
from lupusdiary.charts.fonts import width
from lupusdiary.charts.lanes.events import event_words, named_events
from lupusdiary.charts.panels import (
    BARS,
    NUMBER,
    TITRE,
    EventMark,
    FlareSpan,
    LabPanel,
    ScorePanel,
    ScorePoint,
    Segment,
    Timeline,
    TypicalBand,
)
from lupusdiary.charts.words import brief
from lupusdiary.domain.period import Period
from lupusdiary.language import Translator, translator
from tests.charts import timelines
from tests.charts.seen import artists, corners, line, names, picture, stretches, words
from tests.charts.timelines import LAST


def of(*panels: object, days: int = 60, **more: object) -> Timeline:
    return Timeline(Period.ending(LAST, days), tuple(panels), **more)  # type: ignore[arg-type]


def daily(*values: float | None, code: str = "fatigue", **more: object) -> ScorePanel:
    """Scores of the days that end with LAST; None is a day without a record."""
    points = tuple(
        ScorePoint(day, value)
        for day, value in zip(timelines.days_back(len(values)), values, strict=True)
        if value is not None
    )
    return ScorePanel(code, "Fatigue", "line", points, bottom=0, top=10, **more)  # type: ignore[arg-type]


def test_a_day_without_a_record_breaks_the_line_of_scores() -> None:
    drawn = picture(of(daily(3, 4, None, 5, None, None, 0, 2)))
    found = stretches(line(drawn.figure, "fatigue/line"))
    assert [[y for _, y in stretch] for stretch in found] == [[3, 4], [5], [0, 2]]
    last = LAST.toordinal()
    assert [x for x, _ in found[-1]] == [last - 1, last]


def test_a_week_without_a_record_breaks_the_line_of_medians() -> None:
    values = [2.0] * 300 + [None] * 21 + [7.0] * 300
    drawn = picture(of(daily(*values), days=621))
    assert drawn.size == "weeks"
    found = stretches(line(drawn.figure, "fatigue/line"))
    assert len(found) == 2
    assert {y for _, y in found[0]} == {2.0}
    assert {y for _, y in found[1]} == {7.0}


def test_gathered_days_show_the_median_and_the_lowest_to_highest() -> None:
    values = [float(n % 7) for n in range(700)]
    drawn = picture(of(daily(*values), days=700))
    (median,) = stretches(line(drawn.figure, "fatigue/line"))
    assert {y for _, y in median[1:-1]} == {3.0}
    (band,) = corners(drawn.figure, "fatigue/spread")
    assert (min(y for _, y in band), max(y for _, y in band)) == (0.0, 6.0)


@pytest.mark.parametrize(
    ("days", "size", "said"), [(90, "days", None), (730, "weeks", "weekly"), (3650, "months", "monthly")]
)
def test_the_picture_says_how_days_are_gathered(days: int, size: str, said: str | None) -> None:
    drawn = picture(of(timelines.scores(days), days=days))
    assert drawn.size == size
    assert words(drawn, "fatigue/subtitle") == [f"0–10 · {said} median" if said else "0–10"]
    assert ("lowest to highest" in words(drawn, "note")) == bool(said)


def test_a_lone_day_is_marked_since_a_line_of_one_point_is_not_seen() -> None:
    drawn = picture(of(daily(*([5.0] * 100), None, 8, None, *([5.0] * 100)), days=203))
    points = line(drawn.figure, "fatigue/points").get_xydata()
    assert [float(y) for _, y in points] == [8.0]


def test_a_recorded_none_is_a_solid_tile_and_a_missing_day_a_dashed_one() -> None:
    points = (ScorePoint(LAST - timedelta(days=2), 0.0), ScorePoint(LAST, 2.0))
    figure = picture(of(replace(timelines.levels(5), points=points), days=5)).figure
    assert len(corners(figure, "leg_swelling/recorded")) == 2
    assert len(corners(figure, "leg_swelling/2")) == 1
    assert len(corners(figure, "leg_swelling/not_recorded")) == 3
    (solid,), (dashed,) = (artists(figure, f"leg_swelling/{name}") for name in ("recorded", "not_recorded"))
    assert solid.get_linestyle() == "solid"  # type: ignore[attr-defined]
    assert dashed.get_linestyle() != "solid"  # type: ignore[attr-defined]


def test_no_line_runs_between_words() -> None:
    figure = picture(of(timelines.levels(700), timelines.yes_no(700), days=700)).figure
    assert not [name for name in names(figure) if name.endswith("/line")]


def test_a_tile_shows_the_worst_of_its_week() -> None:
    points = tuple(ScorePoint(day, 3.0 if day.weekday() == 2 else 0.0) for day in timelines.days_back(350))
    drawn = picture(of(replace(timelines.levels(1), points=points), days=350))
    assert drawn.size == "weeks"
    assert len(corners(drawn.figure, "leg_swelling/3")) == 50
    assert "one tile is one week: its worst day" in words(drawn, "note")


def test_on_paper_a_tile_is_as_high_as_its_level_says() -> None:
    points = tuple(ScorePoint(day, float(n % 4)) for n, day in enumerate(timelines.days_back(8)))
    figure = picture(of(replace(timelines.levels(1), points=points), days=8)).figure
    tall = [
        max(y for _, y in tile) - min(y for _, y in tile)
        for level in (1, 2, 3)
        for tile in corners(figure, f"leg_swelling/{level}")[:1]
    ]
    assert tall[1] == pytest.approx(tall[0] * 2)
    assert tall[2] == pytest.approx(tall[0] * 3)


def test_what_is_still_to_come_has_no_tile() -> None:
    timeline = of(timelines.levels(5), days=40, today=LAST - timedelta(days=10))
    figure = picture(
        replace(timeline, panels=(replace(timelines.levels(5), points=(ScorePoint(LAST, 1.0),)),))
    ).figure
    assert len(corners(figure, "leg_swelling/not_recorded")) == 30


def test_yes_is_a_mark_inside_its_tile() -> None:
    points = tuple(ScorePoint(day, float(day.weekday() == 2)) for day in timelines.days_back(700))
    drawn = picture(of(replace(timelines.yes_no(1), points=points), days=700))
    tiles, marks = (corners(drawn.figure, f"chills/{name}") for name in ("recorded", "yes"))
    assert len(marks) == 100
    assert min(y for _, y in marks[0]) > min(y for _, y in tiles[0])
    assert {"no", "yes", "not recorded"} <= set(words(drawn, "note"))


def test_a_blood_pressure_spans_from_the_lower_to_the_upper_value() -> None:
    panel = ScorePanel("bp", "Blood pressure", BARS, (ScorePoint(LAST, 128.0, 82.0),), unit="mmHg")
    (bar,) = corners(picture(of(panel)).figure, "bp/bars")
    assert [y for _, y in bar] == [82.0, 128.0]


def test_results_of_another_assay_are_not_joined_and_the_picture_says_why() -> None:
    drawn = picture(of(timelines.anti_dsdna(), days=730))
    old = line(drawn.figure, "anti_dsdna/0/line")
    new = line(drawn.figure, "anti_dsdna/1/line")
    assert max(old.get_xdata()) < min(new.get_xdata())
    assert (old.get_marker(), old.get_markerfacecolor()) != (new.get_marker(), new.get_markerfacecolor())
    (dotted,) = corners(drawn.figure, "anti_dsdna/breaks")
    assert max(old.get_xdata()) < dotted[0][0] < min(new.get_xdata())
    assert "assay changed" in words(drawn, "note")


def test_below_a_limit_is_an_open_triangle_that_no_line_reaches() -> None:
    drawn = picture(of(timelines.anti_dsdna(), days=730))
    limit = line(drawn.figure, "anti_dsdna/1/at_most")
    assert [tuple(map(float, point)) for point in limit.get_xydata()] == [
        ((LAST - timedelta(days=20)).toordinal(), 1.3)
    ]
    assert limit.get_linestyle() == "None"
    assert limit.get_markerfacecolor() == PAPER.background
    assert isnan(line(drawn.figure, "anti_dsdna/1/line").get_ydata()[-1])
    assert "printed with < or >: the value lies beyond" in words(drawn, "note")
    assert "<1.3" in words(drawn, "anti_dsdna/value")


def test_counted_ranges_words_and_above_a_limit_have_marks_of_their_own() -> None:
    figure = picture(of(timelines.urine_cells(), days=400)).figure
    (bar,) = corners(figure, "urine_rbc/0/counted")
    assert [y for _, y in bar] == [5.0, 9.0]
    assert [float(y) for y in line(figure, "urine_rbc/0/at_least").get_ydata()] == [100.0]
    assert len(line(figure, "urine_rbc/0/text").get_xdata()) == 1


def test_the_range_follows_the_sheets() -> None:
    drawn = picture(of(timelines.upcr(6), days=400))
    first, second = corners(drawn.figure, "upcr/range")
    assert max(y for _, y in first) == 150
    assert max(y for _, y in second) == 200
    assert max(x for x, _ in first) == min(x for x, _ in second)
    assert " · ".join(words(drawn, "upcr/subtitle")) == "mg/g · range on the sheet <200"


def test_a_sheet_without_a_range_leaves_a_gap_in_the_band() -> None:
    days = [LAST - timedelta(days=n) for n in (40, 30, 20, 10)]
    points = tuple(
        timelines.result(day, 100.0, range_low=90.0 if n != 1 else None) for n, day in enumerate(days)
    )
    drawn = picture(
        of(LabPanel("c3", "C3", NUMBER, (Segment(points),), unit="mg/dL", typical=TypicalBand(90, 180)))
    )
    before, after = corners(drawn.figure, "c3/range")
    assert max(x for x, _ in before) == days[0].toordinal() + 5
    assert min(x for x, _ in after) == days[1].toordinal() + 5
    assert "c3/typical" not in names(drawn.figure)


def test_a_typical_range_is_dashed_named_and_never_the_persons_own() -> None:
    drawn = picture(of(timelines.c3(), days=730))
    assert "c3/range" not in names(drawn.figure)
    assert {y for stroke in corners(drawn.figure, "c3/typical") for _, y in stroke} == {90.0, 180.0}
    assert "typical range" in words(drawn, "note")
    assert " · ".join(words(drawn, "c3/subtitle")) == "mg/dL · typical 90–180"


def test_steps_of_a_dipstick_are_not_joined() -> None:
    drawn = picture(of(timelines.dipstick(), days=730))
    assert line(drawn.figure, "urine_protein_dip/0/line").get_linestyle() == "None"
    assert {"4+", "1+", "pending"} <= set(words(drawn, "urine_protein_dip/value"))
    assert "urine_protein_dip/0/text" in names(drawn.figure)


def test_a_titre_stands_by_its_doublings() -> None:
    points = tuple(
        timelines.result(LAST - timedelta(days=n), v) for n, v in ((40, 80.0), (20, 160.0), (1, 640.0))
    )
    drawn = picture(of(LabPanel("ana", "ANA", TITRE, (Segment(points),))))
    heights = [float(y) for y in line(drawn.figure, "ana/0/line").get_ydata()]
    assert heights[1] - heights[0] == pytest.approx(1)
    assert heights[2] - heights[1] == pytest.approx(2)
    assert sorted(words(drawn, "ana/value")) == ["1:160", "1:640", "1:80"]


def test_labels_of_events_never_touch_and_what_has_no_room_is_counted() -> None:
    many = tuple(
        EventMark(LAST - timedelta(days=n), "cyc_infusion", f"Infusion number {n}") for n in range(40, 0, -1)
    )
    drawn = picture(of(daily(1, 2), days=400, events=many))
    plan = drawn.layout
    boxes = [w for w in drawn.written if w.name == "event"]
    assert 0 < len(boxes) < len(many)
    for one in boxes:
        assert plan.left <= one.left
        assert one.left + width(one.words, 11) <= plan.width
        for other in boxes:
            if other is not one and abs(other.base - one.base) < plan.line * 0.5:
                apart = one.left + width(one.words, 11) <= other.left
                assert apart or other.left + width(other.words, 11) <= one.left
    told = [note for note in words(drawn, "note") if "Infusion" in note]
    assert len(told) == len(many) - len(boxes)
    assert told[0].startswith("1 Infusion number ")


def test_numbers_of_events_never_touch_and_are_named_in_the_margin() -> None:
    many = tuple(
        EventMark(LAST - timedelta(days=n), "cyc_infusion", f"Infusion number {n}") for n in range(400, 0, -4)
    )
    timeline = of(daily(1, 2), days=400, events=many)
    drawn = timeline_picture(timeline, translator("en"), PAPER, (12, 8), 96, 11, margin=True)
    chips = corners(drawn.figure, "event_numbers")
    assert all(max(x for x, _ in a) <= min(x for x, _ in b) for a, b in pairwise(chips))
    named = words(drawn, "event_named")
    assert named[0].startswith("1 Infusion")
    labelled = len(words(drawn, "event"))
    assert named[-1] == f"and {len(many) - labelled - len(named) + 1} more"
    assert not [note for note in words(drawn, "note") if "Infusion" in note]


def test_where_nothing_can_name_them_events_without_room_are_marks_that_are_counted() -> None:
    many = tuple(
        EventMark(LAST - timedelta(days=n), "other", f"Infusion number {n}") for n in range(40, 0, -1)
    )
    timeline = of(daily(1, 2), days=400, events=many)
    drawn = timeline_picture(timeline, translator("en"), PAPER, (9, 6), 96, 11)
    marks = corners(drawn.figure, "events_unnamed")
    assert len(marks) == len(many) - len(words(drawn, "event"))
    assert f"{len(marks)} more events" in words(drawn, "note")
    assert not words(drawn, "event_number")


def test_a_range_is_never_cut_but_takes_a_line_of_its_own() -> None:
    points = (timelines.result(LAST, 70.0, range_low=60.0, range_text="60 and more, CKD-EPI 2021"),)
    panel = LabPanel("egfr", "eGFR", NUMBER, (Segment(points),), unit="mL/min/1.73m2")
    told = words(picture(of(panel), width=8.0), "egfr/subtitle")
    assert told[0] == "mL/min/1.73m2"
    assert " ".join(told[1:]) == "range on the sheet 60 and more, CKD-EPI 2021"


def test_flares_are_hatched_spans_cut_to_what_is_shown() -> None:
    drawn = picture(of(daily(1, 2), flares=(FlareSpan(LAST - timedelta(days=900)),)))
    (span,) = corners(drawn.figure, "flares")
    assert min(x for x, _ in span) == pytest.approx(drawn.layout.left)
    assert max(x for x, _ in span) == pytest.approx(drawn.layout.right)
    assert "flares_hatch" in names(drawn.figure)


def test_a_demonstration_says_that_it_is_fictional() -> None:
    said = "Fictional; results differ from person to person."
    assert said in " ".join(words(picture(timelines.life(90, demonstration=True)), "note"))
    assert said not in " ".join(words(picture(timelines.life(90)), "note"))


def test_a_panel_without_a_record_in_this_time_is_folded_away_by_name() -> None:
    drawn = picture(within(replace(timelines.life(730), left_out=("ESR",)), Period(date(2026, 11, 20), LAST)))
    assert drawn.layout.lane_of(0) is None
    assert drawn.layout.lane_of(5) is not None
    (folded,) = [note for note in words(drawn, "note") if note.startswith("Not recorded")]
    assert folded == "Not recorded: UPCR, Dipstick protein, C3, Anti-dsDNA, Urine red cells, ESR"


def test_the_strip_counts_the_recorded_days() -> None:
    recorded = tuple(LAST - timedelta(days=n) for n in (5, 4, 1))
    drawn = picture(of(daily(1, 2), recorded=recorded, visits=(LAST,)))
    assert words(drawn, "recorded/name") == ["Recorded on 3 of 60 days"]
    assert len(corners(drawn.figure, "recorded")) == 2


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("colours", [LIGHT, DARK, PAPER], ids=["light", "dark", "paper"])
def test_ten_years_of_everything_are_drawn_in_every_language_and_colour(
    language: str, colours: object
) -> None:
    drawn = picture(timelines.life(3650, demonstration=True), colours=colours, language=language)  # type: ignore[arg-type]
    assert {f"{panel.code}/name" for panel in timelines.life(3650).panels} <= {w.name for w in drawn.written}


@pytest.mark.parametrize(
    "title", ["CAR-T 🎉 龍 ꙮ", "a$b$ \\frac", "\u0001\ufeff", "x" * 5000, "ㄹㅍㅅ힣\U000e0001"]
)
def test_any_title_is_drawn(title: str) -> None:
    event = EventMark(LAST, "other", title)
    drawn = picture(of(daily(1), events=(event,)))
    assert all(w.words.isprintable() for w in drawn.written)


def test_every_series_of_a_picture_differs_in_more_than_colour_and_none_is_dashed() -> None:
    panels = [replace(timelines.upcr(4), code=f"test_{n}") for n in range(5)]
    figure = picture(of(*panels, days=400)).figure
    lines = [line(figure, f"test_{n}/0/line") for n in range(5)]
    assert len({drawn.get_marker() for drawn in lines}) == 5
    assert {drawn.get_linestyle() for drawn in lines} == {"-"}


def test_every_value_stands_at_its_point_where_there_is_room() -> None:
    drawn = picture(of(timelines.upcr(6), days=400))
    points = timelines.upcr(6).points
    assert sorted(words(drawn, "upcr/value")) == sorted(p.text for p in points)
    by_words = {w.words: w for w in drawn.written if w.name == "upcr/value"}
    lane = drawn.layout.lane_of(0)
    assert lane is not None
    assert all(lane.bottom < by_words[p.text].base < lane.top for p in points)


def test_crowded_values_keep_the_first_the_last_the_highest_and_the_lowest_and_never_touch() -> None:
    points = tuple(
        timelines.result(LAST - timedelta(days=3 * n), 100.0 + (n * 37 % 50)) for n in range(120, -1, -1)
    )
    panel = LabPanel("c3", "C3", NUMBER, (Segment(points),), unit="mg/dL")
    drawn = picture(of(panel, days=400), height=2.5)
    found = [w for w in drawn.written if w.name == "c3/value"]
    values = [p.value for p in points if p.value is not None]
    ends = {points[0].text, points[-1].text, f"{max(values):g}", f"{min(values):g}"}
    assert ends <= {w.words for w in found}
    assert len(found) < len(points)
    for one, other in combinations(found, 2):
        if abs(one.base - other.base) < 11 / 72:
            apart = one.left + width(one.words, 11) <= other.left
            assert apart or other.left + width(other.words, 11) <= one.left


def twice_on_one_day() -> LabPanel:
    ago = (200, 130, 130, 60, 60)
    points = tuple(
        timelines.result(LAST - timedelta(days=days), value)
        for days, value in zip(ago, (95.0, 70.0, 99.0, 99.0, 84.0), strict=True)
    )
    return LabPanel("c3", "C3", NUMBER, (Segment(points),), unit="mg/dL")


def test_the_line_goes_through_the_last_entered_of_a_day_and_never_from_result_to_result_of_it() -> None:
    drawn = picture(of(twice_on_one_day(), days=400))
    joined, beside = line(drawn.figure, "c3/0/line"), line(drawn.figure, "c3/0/beside")
    assert list(joined.get_ydata()) == [95.0, 99.0, 84.0]
    assert list(beside.get_ydata()) == [70.0, 99.0]
    assert beside.get_linestyle() == "None"
    assert beside.get_marker() == joined.get_marker()
    said = "several results of one day: the line goes through the last entered"
    assert said in words(drawn, "note")
    assert said not in words(picture(of(timelines.upcr(4), days=400)), "note")


def test_the_values_of_results_of_one_day_lie_over_no_mark() -> None:
    drawn = picture(of(twice_on_one_day(), days=400))
    marks = [
        tuple(at / drawn.figure.dpi)
        for name in ("line", "beside")
        for artist in [line(drawn.figure, f"c3/0/{name}")]
        for at in artist.get_transform().transform(artist.get_xydata())
    ]
    written = [w for w in drawn.written if w.name == "c3/value"]
    assert {w.words for w in written} >= {"95", "70", "84"}
    for each in written:
        for x, y in marks:
            assert not (each.left < x < each.left + width(each.words, 11) and 0 < y - each.base < 9 / 72)


def test_two_days_are_dots_without_a_line() -> None:
    assert line(picture(of(timelines.upcr(2), days=400)).figure, "upcr/0/line").get_linestyle() == "None"
    assert line(picture(of(timelines.upcr(3), days=400)).figure, "upcr/0/line").get_linestyle() == "-"
    points = tuple(
        timelines.result(LAST - timedelta(days=days), value)
        for days, value in ((90, 95.0), (9, 99.0), (9, 84.0))
    )
    twice = LabPanel("c3", "C3", NUMBER, (Segment(points),), unit="mg/dL")
    assert line(picture(of(twice, days=400)).figure, "c3/0/line").get_linestyle() == "None"


def test_a_printed_number_is_written_as_it_was_printed() -> None:
    panel = LabPanel("crea", "Creatinine", NUMBER, unit="mg/dL")
    points = (
        timelines.result(LAST, 0.9, "0.90"),
        timelines.result(LAST, 88.4194, "1.00"),
        timelines.result(LAST, 2600.4, "2.6"),
    )
    assert [brief(panel, p, translator("en")) for p in points] == ["0.90", "88.42", "2,600"]


def test_visits_to_come_are_hollow_and_the_recorded_time_ends_at_today() -> None:
    today = LAST - timedelta(days=20)
    visits = (today - timedelta(days=9), LAST)
    drawn = picture(of(daily(1, 2), visits=visits, today=today, flares=(FlareSpan(today),)))
    assert len(corners(drawn.figure, "visits")) == 1
    (hollow,) = artists(drawn.figure, "visits_to_come")
    assert hollow.get_facecolor()[3] == 0  # type: ignore[attr-defined]
    assert words(drawn, "today_name") == ["Today"]
    assert {"visit", "visit to come"} <= set(words(drawn, "note"))


@pytest.mark.parametrize("ago", [0, 3, 12, 30])
@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_names_of_a_running_flare_and_of_today_stand_apart(ago: int, language: str) -> None:
    today = LAST - timedelta(days=9)
    started = FlareSpan(today - timedelta(days=ago))
    drawn = picture(of(daily(1, 2), visits=(LAST,), today=today, flares=(started,)), language=language)
    (flare,) = [line for line in drawn.written if line.name == "flare_name"]
    (now,) = [line for line in drawn.written if line.name == "today_name"]
    assert flare.left + width(flare.words, 11) < now.left


@pytest.mark.parametrize("wide", [4.0, 7.0, 9.0, 13.0, 20.0])
@pytest.mark.parametrize("language", ["ko", "en"])
def test_no_word_lies_over_another_or_outside(wide: float, language: str) -> None:
    tr, timeline = translator(language), timelines.life(730, demonstration=True)
    timeline = replace(timeline, today=LAST, doses=timelines.doses(), medicines=timelines.medicines())
    high = least_picture_height(timeline, tr, wide, 11, margin=True)
    drawn = timeline_picture(timeline, tr, LIGHT, (wide, high), 96, 11, margin=True)
    em = 11 / 72
    for word in drawn.written:
        assert word.left >= -0.01, word
        assert word.left + width(word.words, 11, word.bold) <= wide + 0.01, word
        assert 0 <= word.base <= high - em * 0.8, word
    for one, other in combinations(drawn.written, 2):
        if abs(one.base - other.base) < em * 0.72:
            left, right = sorted((one, other), key=lambda w: w.left)
            assert left.left + width(left.words, 11, left.bold) <= right.left + 0.01, (left, right)


def test_all_text_of_a_page_has_the_asked_size(tr: Translator) -> None:
    figure = timeline_figure(timelines.life(90), translator("ko"), PAPER, (7.1, 9.0), 200, points=8.5)
    assert figure.get_size_inches().tolist() == [7.1, 9.0]
    assert not figure.texts


def test_an_event_without_room_for_all_its_words_says_its_kind_whole() -> None:
    told = "Hospital admission: swelling and protein in the urine, three weeks on the ward"
    for points, room, said in (
        (11, 99.0, told),
        (11, 2.0, "Hospital admission"),
        (11, 0.8, "Hospital…"),
    ):
        event = EventMark(LAST, "hospital_admission", told)
        found = event_words(event, points, room)
        assert found == said or (room < 1 and found.endswith("…"))
    drawn = picture(of(timelines.upcr(4), days=400, events=(EventMark(LAST, "other", told * 3),)))
    assert "Hospital admission" in words(drawn, "event")


def test_events_of_one_kind_that_follow_each_other_are_named_once_and_whole() -> None:
    told = [("Cyclophosphamide infusion: dose", 6), ("Kidney biopsy: second, told in the clinic", 1)]
    found, at = [], 0
    for label, count in told:
        for number in range(count):
            found.append(EventMark(LAST - timedelta(days=200 - 9 * at), "other", f"{label} {number}"))
            at += 1
    named = named_events(found, 11, 1.6)
    assert [last for last, _ in named] == [6, 7]
    assert " ".join(named[0][1]) == "1–6 Cyclophosphamide infusion"
    assert named[1][1] == ("7 Kidney biopsy",)
    assert all(width(line, 11) <= 1.6 for _, lines in named for line in lines)


def test_the_marks_of_decades_are_small_and_those_of_a_few_years_keep_their_size() -> None:
    def size(sheets: int) -> float:
        drawn = picture(of(timelines.upcr(sheets, every=60), days=60 * sheets + 40))
        return line(drawn.figure, "upcr/0/line").get_markersize()

    assert size(6) == size(30) == 5.5
    assert size(400) < 3
