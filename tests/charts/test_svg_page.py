"""A page as SVG has the parts of the figure on the screen; its text is text where a font can set it."""

from __future__ import annotations

from datetime import date
from math import nan
from xml.etree import ElementTree

import pytest

from lupusdiary.charts.canvas import LINES, Area, Canvas
from lupusdiary.charts.colours import PAPER
from lupusdiary.charts.export import chart_bytes
from lupusdiary.charts.figure import PAPER_POINTS, timeline_figure
from lupusdiary.charts.heights import Heights
from lupusdiary.charts.markers import AT_MOST
from lupusdiary.charts.svg_page import SvgPage
from lupusdiary.domain.period import Period
from lupusdiary.language import Translator
from tests.charts import timelines
from tests.charts.seen import names

_SVG = "{http://www.w3.org/2000/svg}"


def canvas(*, outlined: bool = False) -> tuple[SvgPage, Canvas]:
    """A page of 2 by 1 inches."""
    page = SvgPage((2.0, 1.0), "#ffffff", outlined=outlined)
    return page, Canvas(page, PAPER, 8.5)


def part(page: SvgPage, name: str) -> ElementTree.Element:
    """What was drawn under a name."""
    (found,) = (g for g in ElementTree.fromstring(page.svg("", "")).iter(f"{_SVG}g") if g.get("id") == name)
    return found


def test_paper_has_the_parts_of_the_screen(tr: Translator) -> None:
    timeline, size = timelines.life(400), (7.0, 8.0)
    drawn = chart_bytes(timeline, tr, ".svg", PAPER, size, PAPER_POINTS, outlined=False)
    groups = {str(g.get("id")) for g in ElementTree.fromstring(drawn).iter(f"{_SVG}g") if g.get("id")}
    figure = timeline_figure(timeline, tr, PAPER, size, 72.0)
    assert names(figure) - {"words"} <= groups


def test_a_point_stands_where_its_day_and_height_are() -> None:
    page, drawn = canvas()
    period = Period(date(2026, 1, 1), date(2026, 1, 10))
    area = Area(drawn, (0.5, 1.5, 0.25, 0.75), period, Heights(0.0, 10.0))
    area.line([period.start.toordinal()], [10.0], "point", color="#000000", linestyle="none", marker="o",
              markersize=4, markeredgewidth=1)  # fmt: skip
    (mark,) = part(page, "point").iter(f"{_SVG}circle")
    # Half a day into ten days of an inch; the top of the area is a quarter of an inch below that of the page.
    assert (float(mark.get("cx", 0)), float(mark.get("cy", 0))) == pytest.approx((39.6, 18.0))
    assert part(page, "point").get("clip-path") == "url(#area0)"


def test_a_gap_breaks_a_line_and_what_stands_alone_is_no_line() -> None:
    page, drawn = canvas()
    drawn.line([0.1, 0.2, 0.3, 0.4, 0.5, 0.6], [0.5, 0.5, nan, 0.5, nan, 0.5], "line", color="#123456")
    (line,) = part(page, "line").iter(f"{_SVG}path")
    assert line.get("d") == "M7.20 36.00L14.40 36.00"


def test_dashes_are_as_long_as_the_line_is_wide() -> None:
    page, drawn = canvas()
    drawn.strokes([((0, 0), (1, 0))], "dashed", LINES, "#000000", linewidth=1.5, linestyle=(0, (4, 3)))
    (line,) = part(page, "dashed").iter(f"{_SVG}path")
    assert (line.get("stroke-dasharray"), line.get("fill")) == ("6.00 4.50", "none")


def test_hatching_fills_the_box_and_stays_in_it() -> None:
    page, drawn = canvas()
    drawn.rectangles([(0.5, 1.0, 0.0, 1.0)], "flare", LINES, "none", edgecolor="#777777", hatch="//")
    (lines,) = part(page, "flare").iter(f"{_SVG}path")
    places = [tuple(map(float, each.split())) for each in lines.get("d", "").replace("M", "L").split("L")[1:]]
    assert len(places) // 2 == 17
    assert all(36 <= x <= 72 and 0 <= y <= 72 for x, y in places)


@pytest.mark.parametrize(
    ("marker", "corners"), [("s", 4), ("D", 4), ("p", 5), ("h", 6), ("v", 3), (AT_MOST, 5)]
)
def test_each_mark_has_its_own_shape(marker: str, corners: int) -> None:
    page, drawn = canvas()
    drawn.line(
        [1.0], [0.5], "mark", color="#0", linestyle="none", marker=marker, markersize=4, markeredgewidth=1
    )
    (mark,) = part(page, "mark").iter(f"{_SVG}path")
    assert len(mark.get("d", "").replace("M", "L").split("L")) - 1 == corners


def test_text_stays_text_where_the_font_can_set_it_and_is_drawn_elsewhere() -> None:
    page, drawn = canvas()
    for number, words in enumerate(("단백뇨 <1.3 & 2+", "醫", "\U0001f600", "가\u0301")):
        drawn.text(0.1, 0.1, words, f"text{number}", bold=number == 0)
    drawn.ink()
    (text,) = part(page, "text0").iter(f"{_SVG}text")
    assert (text.text, text.get("font-weight")) == ("단백뇨 <1.3 & 2+", "700")
    for number in (1, 2, 3):
        assert [each.tag for each in part(page, f"text{number}")] == [f"{_SVG}path"]


def test_a_file_draws_all_its_text() -> None:
    page, drawn = canvas(outlined=True)
    drawn.text(0.1, 0.1, "단백뇨", "text", halo=True)
    drawn.ink()
    assert [each.tag for each in part(page, "text")] == [f"{_SVG}path"]
    assert len(list(part(page, "halo"))) == 1
