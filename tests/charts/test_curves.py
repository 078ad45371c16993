"""The picture of before and after: what stands beside its lanes is whole."""

from __future__ import annotations

import re
from typing import Any

import pytest

from lupusdiary.charts.canvas import Area, Canvas
from lupusdiary.charts.colours import PAPER
from lupusdiary.charts.curves import Curve, CurveLane, Curves, Spot, curves_bytes, curves_height, draw_curves
from lupusdiary.charts.svg_page import SvgPage


def test_a_name_and_the_ends_of_a_scale_are_never_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[str] = []
    write = Canvas.text

    def listen(canvas: Canvas, x: float, y: float, words: str, name: str, **look: Any) -> None:
        if name in {"name", "hint"}:
            written.append(words)
        write(canvas, x, y, words, name, **look)

    monkeypatch.setattr(Canvas, "text", listen)
    curve = Curve(0, ((Spot(-7, 3.0, "3"), Spot(0, 4.0, "4"), Spot(7, 5.0, "5")),))
    names = ("Protein in the urine per creatinine", "피로")
    hints = (
        "0: not tired at all, 10: too exhausted to do anything",
        "0: 전혀 없음, 10: 아무것도 못 함",
    )
    lanes = tuple(
        CurveLane(f"item_{n}", name, hint, (curve,))
        for n, (name, hint) in enumerate(zip(names, hints, strict=True))
    )
    # Many lanes are the lowest ones.
    told = Curves(lanes * 5, ("D0 = 1 May 2026",))
    size = 7.08, curves_height(told, 7.08, 8.5)
    draw_curves(SvgPage(size, PAPER.background, outlined=False), told, PAPER, size, 8.5)
    assert " ".join(written[: len(written) // 5]) == " ".join(
        words for pair in zip(names, hints, strict=True) for words in pair
    )


def test_a_picture_file_says_what_it_shows_and_paper_keeps_its_words() -> None:
    curve = Curve(0, ((Spot(-7, 3.0, "3"), Spot(0, 4.0, "4"), Spot(7, 5.0, "5")),))
    told = Curves((CurveLane("fatigue", "피로", "0–10", (curve,)),), ("D0 = 1 May 2026",))
    words = "Before & after", "Fatigue around D0"
    paper = curves_bytes(told, ".svg", PAPER, 7.08, 8.5, words, outlined=False).decode("utf-8")
    file = curves_bytes(told, ".svg", PAPER, 7.08, 8.5, words).decode("utf-8")
    for picture in (paper, file):
        assert "<title>Before &amp; after</title><desc>Fatigue around D0</desc>" in picture
    assert re.findall(r"<text[^>]*>([^<]*)</text>", paper).count("피로") == 1
    assert "<text" not in file
    assert file == curves_bytes(told, ".svg", PAPER, 7.08, 8.5, words).decode("utf-8")
    assert curves_bytes(told, ".png", PAPER, 7.08, 8.5, words).startswith(b"\x89PNG")


def test_no_curve_runs_from_result_to_result_of_one_day(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: dict[str, tuple[list[float], list[float], str]] = {}
    draw = Area.line

    def listen(area: Area, xs: list[float], ys: list[float], name: str, **look: Any) -> None:
        drawn[name] = (list(xs), list(ys), look["linestyle"])
        draw(area, xs, ys, name, **look)

    monkeypatch.setattr(Area, "line", listen)
    spots = (Spot(-7, 30.0), Spot(0, 80.0), Spot(0, 40.0), Spot(7, 50.0))
    told = Curves((CurveLane("c3", "C3", "mg/dL", (Curve(0, (spots,)),)),), ("D0 = 1 May 2026",))
    size = 7.08, curves_height(told, 7.08, 8.5)
    draw_curves(SvgPage(size, PAPER.background, outlined=False), told, PAPER, size, 8.5)
    days, heights, look = drawn["c3/0/0"]
    assert (heights, look) == ([30.0, 40.0, 50.0], "-")
    assert len(set(days)) == 3
    assert drawn["c3/0/0/beside"][1:] == ([80.0], "none")
