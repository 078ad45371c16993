"""When the program itself erred: a calm page instead of a traceback."""

from __future__ import annotations

import traceback
from types import TracebackType

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from lupusdiary import __version__
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.widgets.flow_layout import FlowLayout


def places_in(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Where it happened, for the developers: places in the program only, nothing that the person entered."""
    lines = [f"lupusdiary {__version__}: {kind.__name__}"]
    for frame in traceback.extract_tb(trace):
        name = frame.filename.replace("\\", "/").rsplit("/lupusdiary/", 1)[-1].rsplit("/", 2)
        lines.append(f"{'/'.join(name[-2:])}:{frame.lineno} {frame.name}")
    return "\n".join(lines)


class ErrorDialog(QDialog):
    """Says that something went wrong and that nothing recorded is lost."""

    def __init__(self, parent: QWidget | None, context: UiContext, report: str) -> None:
        super().__init__(parent)
        tr = context.tr
        self.report = report
        self.setWindowTitle(tr.text("Lupus Diary"))
        title = QLabel(tr.text("Something went wrong in the program"))
        title.setProperty("role", "section")
        title.setWordWrap(True)
        what = QLabel(
            tr.text(
                "That is our mistake, not yours. What was saved is still there. You can go "
                "on; if it happens again, please close the program and start it again."
            )
        )
        what.setWordWrap(True)
        about = QLabel(tr.text("To report it, copy the technical note. It holds no word of your diary."))
        about.setProperty("role", "hint")
        about.setWordWrap(True)
        self.copy = QPushButton(tr.text("Copy the technical note"))
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.report))
        self.go_on = QPushButton(tr.text("Go on"))
        self.go_on.setProperty("role", "primary")
        self.go_on.clicked.connect(self.accept)
        row = FlowLayout(spacing=10)
        row.addWidget(self.go_on)
        row.addWidget(self.copy)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(26, 24, 26, 20)
        layout.setSpacing(14)
        for widget in (title, what, about):
            layout.addWidget(widget)
        layout.addLayout(row)
        scale = context.theme.scale
        wide = round(520 * scale)
        room = parent.window().width() - 40 if parent is not None else wide
        self.setMinimumWidth(min(wide, room))
        # Wrapped text counts in the height only once the width is known.
        self.resize(self.minimumWidth(), self.heightForWidth(self.minimumWidth()))
        self.go_on.setDefault(True)
        self.go_on.setFocus()
