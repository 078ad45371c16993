"""The views of a page in one bar where there is room for it, as single chips that flow on where not."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy

from lupusdiary.ui.widgets.flow_layout import FlowLayout
from lupusdiary.ui.widgets.labels import wear_role

_APART = 6


class _Bar(FlowLayout):
    """Joins its buttons where one line holds them all."""

    def __init__(self, frame: Joined) -> None:
        super().__init__(0)
        self._frame = frame

    def _arrange(self, rect: QRect, *, place: bool) -> int:
        joined = sum(item.sizeHint().width() for item in self._shown()) <= rect.width()
        self.setSpacing(0 if joined else _APART)
        if place:
            self._frame.join(joined)
        return super()._arrange(rect, place=place)

    def setSpacing(self, spacing: int) -> None:
        # The box layout takes a new spacing for a change of what it holds, and would be laid out again.
        self._apart = spacing

    def spacing(self) -> int:
        return self._apart

    def sizeHint(self) -> QSize:
        sizes = [item.sizeHint() for item in self._shown()]
        return QSize(sum(size.width() for size in sizes), max((size.height() for size in sizes), default=0))


class Joined(QFrame):
    """Holds checkable buttons that are made elsewhere."""

    def __init__(self, buttons: Sequence[QPushButton]) -> None:
        super().__init__()
        self.setProperty("role", "segments")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._buttons = buttons
        self._joined: bool | None = None
        layout = _Bar(self)
        self.setLayout(layout)
        for at, button in enumerate(buttons):
            place = "first" if at == 0 else "last" if at == len(buttons) - 1 else "middle"
            button.setProperty("place", place)
            button.setAttribute(Qt.WidgetAttribute.WA_LayoutUsesWidgetRect)
            layout.addWidget(button)
        self.join(True)

    @property
    def joined(self) -> bool:
        """Whether the buttons stand in one bar."""
        return bool(self._joined)

    def join(self, joined: bool) -> None:
        """Draws the buttons as one bar, or each by itself."""
        if joined == self._joined:
            return
        self._joined = joined
        for button in self._buttons:
            wear_role(button, "segment" if joined else "chip")
