"""The timeline as a file and on the clipboard, always from a figure of its own."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QWidget

from lupusdiary.charts.export import SUFFIXES, chart_bytes, write_chart
from lupusdiary.charts.panels import Timeline
from lupusdiary.charts.table import table
from lupusdiary.language import Refusal
from lupusdiary.ui.base.context import UiContext


def save_picture(parent: QWidget, context: UiContext, timeline: Timeline) -> Path | None:
    """Asks where, and writes the picture; None when the person cancels or it could not be written."""
    tr = context.tr
    days = f"{timeline.period.start.isoformat()}_{timeline.period.end.isoformat()}"
    kinds = tr.text("Pictures (*.png *.svg)")
    path = context.prompts.save_path(parent, tr.text("Save the picture…"), f"lupusdiary_{days}.png", kinds)
    if path is None:
        return None
    if path.suffix.lower() not in SUFFIXES:
        path = path.with_name(path.name + ".png")
    try:
        write_chart(timeline, tr, path)
    except Refusal as refusal:
        context.prompts.tell(parent, tr.refusal(refusal), tr.text("Close"))
        return None
    return path


def copy_picture(context: UiContext, timeline: Timeline) -> None:
    """Puts the picture on the clipboard."""
    image = QImage.fromData(chart_bytes(timeline, context.tr))
    QGuiApplication.clipboard().setImage(image)


def copy_table(context: UiContext, timeline: Timeline) -> None:
    """Puts the numbers on the clipboard, tab-separated."""
    QGuiApplication.clipboard().setText(table(timeline, context.tr).text())
