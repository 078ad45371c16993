"""The buttons of an item in use: take its value out, and what it means; and the sign that it was refused."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QHBoxLayout, QWidget

from lupusdiary.domain.symptom_item import Symptom
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.palette import Colours
from lupusdiary.ui.base.style_sheet import target
from lupusdiary.ui.widgets.icon_button import IconButton


def paint_in_use(row: QWidget, colours: Colours, *, typed: bool) -> None:
    """Paints the ground of a row that the keyboard or the pointer is in, and a bar at the left of the one
    that the keyboard is in."""
    painter = QPainter(row)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.hover))
    painter.drawRoundedRect(QRectF(row.rect()), 8, 8)
    painter.setBrush(QColor(colours.accent if typed else colours.hover))
    painter.drawRoundedRect(QRectF(0, 6, 4, row.height() - 12), 2, 2)
    painter.end()


class RowTools(QWidget):
    """Keeps its room while nothing is seen, so that nothing moves; the buttons are made when first used. What
    was refused keeps a sign of it in place of what the item means."""

    cleared = Signal()
    help_requested = Signal()
    refusal_asked = Signal()

    def __init__(
        self, symptom: Symptom, context: UiContext, parent: QWidget, answer: QWidget, *, read_only: bool
    ) -> None:
        super().__init__(parent)
        self._symptom = symptom
        self._answer = answer
        self._context = context
        self._clears = not read_only
        self._explains = bool(symptom.plains.english) or bool(symptom.signs)
        self.clear: IconButton | None = None
        self.info: IconButton | None = None
        self.refused: IconButton | None = None
        self._filled = self._used = False
        self._refusal: str | None = None
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(0)
        self._line.addStretch(1)

    def show_for(self, filled: bool, *, used: bool) -> None:
        """Shows what can be done while the row is `used`; a value can be taken out of a `filled` one."""
        self._filled, self._used = filled, used
        if used and self.clear is None:
            self._make()
        if self.clear is not None and self.info is not None:
            for button, shown in (
                (self.clear, used and filled and self._clears),
                (self.info, used and self._explains and self._refusal is None),
            ):
                # A button with the keyboard in it stays: the keyboard would go elsewhere.
                button.setVisible(shown or button.hasFocus())

    def show_refused(self, words: str | None) -> None:
        """Shows the sign of a refusal that stands elsewhere, in these words; None takes it away."""
        if words is None and self.refused is None:
            return
        self._refusal = words
        if self.refused is None:
            self.refused = IconButton("triangle-alert", f"refused_{self._symptom.id}", self, warning=True)
            self.refused.clicked.connect(self.refusal_asked)
            self.refused.restyle(self._context.theme)
            self._line.addWidget(self.refused)
        self.refused.say(words or "")
        self.refused.setVisible(words is not None)
        self.show_for(self._filled, used=self._used)

    def _make(self) -> None:
        stops = [
            each
            for each in self._answer.findChildren(QWidget)
            if each.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        self.clear = IconButton("x", f"clear_{self._symptom.id}", self)
        self.info = IconButton("info", f"info_{self._symptom.id}", self)
        self.clear.clicked.connect(self.cleared)
        self.info.clicked.connect(self.help_requested)
        for button in (self.clear, self.info):
            button.hide()
            self._line.insertWidget(self._line.count() - (self.refused is not None), button)
        # Made later than the rows below: the Tab key comes here after the answer all the same.
        if stops:
            QWidget.setTabOrder(stops[-1], self.clear)
        QWidget.setTabOrder(self.clear, self.info)
        self.retranslate()
        self.restyle()

    def retranslate(self) -> None:
        """Sets every text."""
        if self.clear is None or self.info is None:
            return
        tr, name = self._context.tr, self._symptom.name(self._context.tr)
        self.clear.say(tr.text("Clear: {item} is then not recorded", item=name))
        self.info.say(self._symptom.plain(tr))
        self.info.setAccessibleName(tr.text("What {item} means", item=name))
        self.info.setAccessibleDescription(self._symptom.plain(tr))

    def restyle(self) -> None:
        """Draws the icons in the colours and size of the moment."""
        self.setFixedWidth(2 * target(self._context.theme.scale))
        for button in (self.clear, self.info, self.refused):
            if button is not None:
                button.restyle(self._context.theme)
