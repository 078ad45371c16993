"""A panel that opens below a line over what stands there: nothing below it moves."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget
from shiboken6 import isValid

_GAP = 4


class HangingPanel(QFrame):
    """Hangs below a line, as wide as it and as tall as what it holds, over the other parts of a page;
    `opened` is sent once it has its place."""

    opened = Signal()

    def __init__(self, line: QWidget | None = None) -> None:
        super().__init__()
        self.setProperty("role", "popover")
        self._line: QWidget | None = None
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(20, 12, 20, 14)
        self.column.setSpacing(10)
        if line is not None:
            self.hang_below(line)
        self.hide()

    def hang_over(self, place: QWidget) -> None:
        """Becomes a part of `place`, which scrolls with it and grows where the panel needs more room."""
        self.setParent(place)
        self.hide()

    def hang_below(self, line: QWidget) -> None:
        """Stands below this line from now on; where it is discarded, the panel stays where it is."""
        self._line = line
        line.installEventFilter(self)
        self._fit()

    def hold(self, *forms: QWidget) -> None:
        """Holds forms, and is open while one of them is shown."""
        for form in forms:
            form.installEventFilter(self)
            self.column.addWidget(form)

    def open(self, wanted: bool) -> None:
        """Shows or closes it."""
        before = self.isHidden()
        self.setVisible(wanted and self.parentWidget() is not None)
        self._fit()
        if before and not self.isHidden():
            self.opened.emit()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return done

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if watched is not self._line and kind in {QEvent.Type.ShowToParent, QEvent.Type.HideToParent}:
            self.open(any(not form.isHidden() for form in self._forms()))
        elif kind in {QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show}:
            self._fit()
        return super().eventFilter(watched, event)

    def _forms(self) -> list[QWidget]:
        items = (self.column.itemAt(at) for at in range(self.column.count()))
        return [widget for item in items if item is not None and (widget := item.widget()) is not None]

    def _fit(self) -> None:
        place = self.parentWidget()
        if place is None:
            return
        if not self.isHidden():
            self._stand(place)
        panels = [each for each in place.findChildren(HangingPanel) if not each.isHidden()]
        place.setMinimumHeight(max((each.geometry().bottom() + 2 * _GAP for each in panels), default=0))

    def _stand(self, place: QWidget) -> None:
        corner, wide = self.pos(), self.width()
        if self._line is not None and isValid(self._line):
            wide = self._line.width()
            corner = self._line.mapTo(place, QPoint(0, self._line.height() + _GAP))
        flows = self.column.hasHeightForWidth()
        tall = self.column.totalHeightForWidth(wide) if flows else self.column.totalSizeHint().height()
        self.setGeometry(corner.x(), corner.y(), wide, tall)
        self.raise_()
