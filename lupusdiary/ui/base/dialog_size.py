"""How large a dialog opens."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog

_EDGE = 40


def fit_dialog(dialog: QDialog, scale: float, width: int, height: int) -> None:
    """Makes a dialog as large as it likes at this scale of the text, in pixels at 100 %, but not larger than
    the program's window: also a dialog over a smaller dialog."""
    parent = dialog.parentWidget()
    room = dialog.size()
    while parent is not None:
        room = parent.window().size()
        parent = parent.window().parentWidget()
    dialog.resize(
        min(round(width * scale), room.width() - _EDGE), min(round(height * scale), room.height() - _EDGE)
    )
