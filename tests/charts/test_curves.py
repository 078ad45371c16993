"""The picture of before and after: what stands beside its lanes is whole."""

from __future__ import annotations

from typing import Any

import pytest

from lupusdiary.charts.canvas import Canvas
from lupusdiary.charts.colours import PAPER
from lupusdiary.charts.curves import Curve, CurveLane, Curves, Spot, curves_figure


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
    curves_figure(Curves(lanes * 5, ("D0 = 1 May 2026",)), PAPER, 7.08, 8.5)
    assert " ".join(written[: len(written) // 5]) == " ".join(
        words for pair in zip(names, hints, strict=True) for words in pair
    )
