"""What paints with another's painter leaves pen and brush as they were: nothing is filled by mistake."""

from __future__ import annotations

import ast
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPen
from PySide6.QtWidgets import QApplication

import lupusdiary.ui
from lupusdiary.ui.base.palette import LIGHT
from lupusdiary.ui.presenter.stage.slide_marks import paint_progress, paint_warning_box
from lupusdiary.ui.presenter.stage.slide_text import HEIGHT
from lupusdiary.ui.widgets.day_marks import paint_flare, paint_tick
from lupusdiary.ui.widgets.painted_chips import PaintedChip, paint_chip

BOX = QRectF(4, 4, 40, 40)
PAINTERS: dict[str, Callable[[QPainter], None]] = {
    "paint_tick": lambda p: paint_tick(p, BOX, LIGHT),
    "paint_flare": lambda p: paint_flare(p, BOX, LIGHT, 1.0),
    "paint_chip": lambda p: paint_chip(p, PaintedChip("mg", "mg", dashed=True), BOX, LIGHT, focused=True),
    "paint_warning_box": lambda p: paint_warning_box(p, BOX, LIGHT),
    "paint_progress": lambda p: _at_the_foot(p),
}
# It begins a slide of its own, which saves and restores around it.
OF_A_SLIDE = {"paint_ox"}


def _at_the_foot(painter: QPainter) -> None:
    painter.translate(0, 50 - HEIGHT)
    paint_progress(painter, 50, 1, 2, LIGHT)


@pytest.mark.parametrize("name", PAINTERS)
def test_a_painter_is_given_back_as_it_was(qapp: QApplication, name: str) -> None:
    image = QImage(60, 60, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    pen, brush = QPen(QColor("#123456"), 3), QBrush(QColor("#654321"))
    painter.setPen(pen)
    painter.setBrush(brush)
    PAINTERS[name](painter)
    left = painter.pen(), painter.brush()
    painter.end()
    assert left == (pen, brush)
    assert any(image.pixel(x, y) for x in range(60) for y in range(60))


def test_every_such_function_is_looked_at() -> None:
    found = {
        node.name
        for path in Path(lupusdiary.ui.__path__[0]).rglob("*.py")
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.FunctionDef)
        and node.name.startswith("paint_")
        and node.args.args[0].arg == "painter"
    }
    assert found == {name.split()[0] for name in PAINTERS} | OF_A_SLIDE
