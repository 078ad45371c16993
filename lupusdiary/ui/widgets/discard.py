"""Widgets that come and go while the window stays."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QLayout, QWidget

# A widget without a parent belongs to Python, which lets go of it with its last reference, often in the
# middle of the signal of a button inside it; Qt's later deletion then ended the program. So they are held.
_going: dict[int, QWidget] = {}


def discard(widget: QWidget) -> None:
    """Takes a widget off the window at once; Qt deletes it once what is running has ended."""
    _going[id(widget)] = widget
    widget.destroyed.connect(partial(_let_go, id(widget)))
    widget.hide()
    widget.setParent(None)
    widget.deleteLater()


def _let_go(key: int) -> None:
    # Later: Qt says this before it deletes the children, which would find their Python half gone already.
    QTimer.singleShot(0, partial(_going.pop, key, None))


def clear(layout: QLayout) -> None:
    """Discards every widget of a layout; spacers go too."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            discard(widget)


def add_row(layout: QLayout, row: QWidget) -> None:
    """Adds a row to a list that may be on the screen already, below a line but for the first."""
    if layout.count():
        line = QFrame()
        line.setProperty("role", "line")
        layout.addWidget(line)
        line.show()
    layout.addWidget(row)
    # A row counts in the height of its page only once it is shown.
    row.show()
