"""One of several choices in a row, by itself or joined to others in one frame."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from lupusdiary.ui.base.spoken import CHOICE, GROUP, speak_as
from lupusdiary.ui.widgets.flow_layout import FlowLayout
from lupusdiary.ui.widgets.labels import set_role

# Between chips that are not joined, in pixels.
_APART = 6
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class Chip(QPushButton):
    """A button that can be checked: written in bold then, it keeps its place."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("role", "chip")
        self.setCheckable(True)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        bold = QFont(self.font())
        bold.setBold(True)
        normal = self.fontMetrics().horizontalAdvance(self.text())
        wider = QFontMetrics(bold).horizontalAdvance(self.text()) - normal
        return QSize(hint.width() + max(0, wider), hint.height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class Segments(QFrame):
    """`chosen` carries the code of the view that the person chose; the arrow keys go from one to the next."""

    chosen = Signal(str)

    def __init__(self, name: str, codes: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("role", "segments")
        self._group = QButtonGroup(self)
        self.buttons: dict[str, Chip] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._row = row
        self.offer(codes)

    def offer(self, codes: Sequence[str]) -> None:
        """Offers these views; the one that is shown stays chosen where it is still among them."""
        if list(codes) == list(self.buttons):
            return
        before = self.code if self.buttons else None
        for button in self.buttons.values():
            self._group.removeButton(button)
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = {}
        for at, code in enumerate(codes):
            button = Chip(f"{self.objectName()}_{code}", self)
            button.setProperty("role", "segment")
            button.setProperty("place", "first" if at == 0 else "last" if at == len(codes) - 1 else "middle")
            button.clicked.connect(lambda _=False, code=code: self.chosen.emit(code))
            self._group.addButton(button)
            self._row.addWidget(button)
            self.buttons[code] = button
        self.show_chosen(before if before in self.buttons else codes[0])

    @property
    def code(self) -> str:
        """The view that is shown."""
        return next(code for code, button in self.buttons.items() if button.isChecked())

    def show_chosen(self, code: str | None) -> None:
        """Marks a view as the one that is shown."""
        if code in self.buttons:
            self.buttons[code].setChecked(True)

    def say(self, question: str, **words: str) -> None:
        """Names the group and each view."""
        self.setAccessibleName(question)
        for code, button in self.buttons.items():
            button.setText(words.get(code, button.text()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        codes = list(self.buttons)
        focused = next((code for code in codes if self.buttons[code].hasFocus()), None)
        if step is None or focused is None:
            super().keyPressEvent(event)
            return
        to = min(max(codes.index(focused) + step, 0), len(codes) - 1)
        self.buttons[codes[to]].setFocus()
        self.buttons[codes[to]].click()


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
        speak_as(self, GROUP)
        self.setProperty("role", "segments")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._buttons = buttons
        self._joined: bool | None = None
        layout = _Bar(self)
        self.setLayout(layout)
        for at, button in enumerate(buttons):
            place = "first" if at == 0 else "last" if at == len(buttons) - 1 else "middle"
            button.setProperty("place", place)
            # Also while each stands by itself.
            speak_as(button, CHOICE)
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
            set_role(button, "segment" if joined else "chip")
