"""A picture file is the same for the same records, and a wrong path is refused before anything is written."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

from lupusdiary.charts.describe import describe
from lupusdiary.charts.export import chart_bytes, write_chart
from lupusdiary.charts.panels import Timeline
from lupusdiary.charts.svg_page import SvgPage
from lupusdiary.domain.period import Period
from lupusdiary.language import Refusal, Translator, translator
from tests.charts import timelines
from tests.charts.timelines import LAST


@pytest.mark.parametrize("suffix", [".png", ".svg"])
def test_equal_timelines_give_equal_files(tmp_path: Path, tr: Translator, suffix: str) -> None:
    one, two = tmp_path / f"one{suffix}", tmp_path / f"둘 {suffix}"
    write_chart(timelines.life(400), tr, one)
    write_chart(timelines.life(400), tr, two)
    assert one.read_bytes() == two.read_bytes()
    write_chart(timelines.life(401), tr, two)
    assert one.read_bytes() != two.read_bytes()


def test_a_png_is_a_png_and_an_svg_holds_its_description(tmp_path: Path, tr: Translator) -> None:
    assert chart_bytes(timelines.life(60), tr).startswith(b"\x89PNG\r\n")
    drawing = chart_bytes(timelines.life(60), tr, ".svg").decode()
    text = " ".join(ElementTree.fromstring(drawing).itertext())
    assert describe(timelines.life(60), tr)[0] in text
    assert 'id="fatigue/line"' in drawing


@pytest.mark.parametrize("name", ["chart.pdf", "chart", "chart.jpg"])
def test_another_ending_is_refused(tmp_path: Path, tr: Translator, name: str) -> None:
    with pytest.raises(Refusal, match=r"must end in \.png or \.svg"):
        write_chart(timelines.life(60), tr, tmp_path / name)
    assert not list(tmp_path.iterdir())


def test_a_path_that_cannot_be_written_is_refused(tmp_path: Path, tr: Translator) -> None:
    with pytest.raises(Refusal, match="could not be written"):
        write_chart(timelines.life(60), tr, tmp_path / "no folder" / "chart.png")


def test_nothing_to_draw_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="no chart to write"):
        write_chart(Timeline(Period.ending(LAST, 9)), translator("ko"), tmp_path / "chart.png")
    assert not list(tmp_path.iterdir())


def test_what_xml_cannot_hold_is_left_out_of_a_drawing() -> None:
    page = SvgPage((1, 1), "#fff", outlined=False)
    drawing = page.svg("mg\x1b/dL\x00\ufffe", "a\tb\x0b")
    assert " ".join(ElementTree.fromstring(drawing.decode()).itertext()) == "mg/dL a\tb"
