"""The paper's order: rows dragged by their grip or moved by keys and buttons, names typed in place."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMenu

from lupusdiary.domain.lab.catalogue import AnalyteCatalogue
from lupusdiary.domain.records import SheetRow
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.icons import pixmap
from lupusdiary.ui.labs.chosen_model import GRIP, LABEL, NAME, OUT, ChosenModel
from lupusdiary.ui.widgets.cell_editor import CellEditor, EditingDelegate
from lupusdiary.ui.widgets.row_table import PAD, Index, RowDelegate, RowTable

_KEYS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_LINE = 3


class _Icon(RowDelegate):
    """The grip with its number, or the cross that takes a row off."""

    def paint_cell(self, painter: QPainter, rect: QRect, index: Index) -> None:
        drawing = "grip-vertical" if index.column() == GRIP else "x"
        size = round(18 * (0.6 + 0.4 * self.table.scale))
        colour = self.colours.muted if index.column() == GRIP else self.colours.text
        y = rect.center().y() - size / 2
        left = rect.left() + PAD - 2 if index.column() == GRIP else rect.center().x() - size / 2
        painter.drawPixmap(QPointF(left, y), pixmap(drawing, colour, size))
        if index.column() == GRIP:
            painter.setPen(QColor(self.colours.muted))
            painter.drawText(
                rect.adjusted(PAD + size + 4, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, str(index.data())
            )


class _Label(EditingDelegate):
    """The label as the sheet prints it, and the sign that opens the list of known ones."""

    def paint_cell(self, painter: QPainter, rect: QRect, index: Index) -> None:
        wide = sign_width(self.table.scale)
        super().paint_cell(painter, rect.adjusted(0, 0, -wide, 0), index)
        size = round(16 * (0.6 + 0.4 * self.table.scale))
        place = QPointF(rect.right() - (wide + size) / 2, rect.center().y() - size / 2)
        painter.drawPixmap(place, pixmap("chevron-down", self.colours.muted, size))


def sign_width(scale: float) -> int:
    """The width of the sign in a label's cell: a target of the hand."""
    return round(40 * (0.6 + 0.4 * scale))


class ChosenRows(RowTable):
    """`taken` carries the code of a test that was taken off, `moved` another row or place of the keyboard."""

    taken = Signal(str)
    moved = Signal()

    def __init__(self, context: UiContext) -> None:
        super().__init__("chosen_rows")
        self._context = context
        self.chosen = ChosenModel(context.tr)
        self._catalogue: AnalyteCatalogue | None = None
        self._dragged = self._target = -1
        self.menu: QMenu | None = None
        self.setModel(self.chosen)
        icons, self._labels = _Icon(self), _Label(self)
        for column in (GRIP, OUT):
            self.setItemDelegateForColumn(column, icons)
        self.setItemDelegateForColumn(LABEL, self._labels)
        self._labels.opened.connect(self._offer)

    def codes(self) -> list[str]:
        """The codes of the tests, in order."""
        return self.chosen.codes()

    def add(self, row: SheetRow, catalogue: AnalyteCatalogue) -> None:
        """Puts a test at the end."""
        self._catalogue = catalogue
        at = self.chosen.add(row, catalogue)
        self.setCurrentIndex(self.chosen.index(at, NAME))

    def to_top(self) -> None:
        """Shows the list from its first row."""
        if self.codes():
            self.setCurrentIndex(self.chosen.index(0, NAME))
        self.scrollToTop()

    def take(self, code: str) -> None:
        """Takes a test off."""
        for at in reversed([n for n, each in enumerate(self.codes()) if each == code]):
            self.chosen.take(at)

    def take_current(self) -> None:
        """Takes the row of the keyboard off; the keyboard stays in its place."""
        at = self.currentIndex().row()
        if at < 0:
            return
        code = self.codes()[at]
        self.chosen.take(at)
        if self.codes():
            self.setCurrentIndex(self.chosen.index(min(at, len(self.codes()) - 1), NAME))
        self.taken.emit(code)

    def step(self, step: int) -> None:
        """Moves the row of the keyboard up or down."""
        at = self.currentIndex().row()
        self.move_row(at, at + step)

    def move_row(self, at: int, to: int) -> None:
        """Moves a row; the keyboard goes with it."""
        column = max(NAME, self.currentIndex().column())
        if self.chosen.move(at, to):
            self.setCurrentIndex(self.chosen.index(to, column))
            self.scrollTo(self.currentIndex())
            self.moved.emit()

    def labels_offered(self, at: int) -> list[str]:
        """The labels under which sheets print the test of a row."""
        analyte = self.chosen.rows[at][1]
        known = self._catalogue.labels(analyte) if self._catalogue is not None else []
        return list(dict.fromkeys([analyte.label(self._context.tr), *known]))

    def fit(self) -> None:
        """Takes colours, language and text size, and shares the width among the columns."""
        theme = self._context.theme
        self.apply_theme(theme)
        # A name in two lines is whole also in large text.
        rows, two_lines = self.verticalHeader(), 2 * self.fontMetrics().lineSpacing() + 6
        rows.setDefaultSectionSize(max(rows.defaultSectionSize(), two_lines))
        self.chosen.restyle(self._context.tr, QColor(theme.colours.muted))
        self._share()

    def _share(self) -> None:
        factor = 0.4 + 0.6 * self._context.theme.scale
        grip, out = round(72 * factor), round(48 * factor)
        room = max(160, self.viewport().width() - grip - out)
        # The longer heading is not cut while the names beside it still have two fifths.
        label = min(max(room - room // 2, self.horizontalHeader().sectionSizeHint(LABEL)), room * 3 // 5)
        for column, width in ((GRIP, grip), (NAME, room - label), (LABEL, label), (OUT, out)):
            self.setColumnWidth(column, width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.moved.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.codes():
            self.setCurrentIndex(self.chosen.index(0, NAME))

    def write_label(self) -> None:
        """Opens the label of the row of the keyboard."""
        at = self.currentIndex().row()
        if at >= 0:
            self.setCurrentIndex(self.chosen.index(at, LABEL))
            self.edit(self.chosen.index(at, LABEL))

    def _offer(self, editor: CellEditor, index: Index) -> None:
        code = self.codes()[index.row()]
        editor.setObjectName(f"label_{code}")
        editor.on.connect(lambda: self._close(1))
        editor.tabbed.connect(self._close)
        editor.step.connect(lambda step: self.offer_labels() if step > 0 else self._close(-1))

    def offer_labels(self) -> None:
        """Opens the list of the labels under which sheets print the test of the row."""
        at = self.currentIndex().row()
        if self.menu is not None:
            self.menu.deleteLater()
        self.menu = QMenu(self)
        for label in self.labels_offered(at):
            self.menu.addAction(label.replace("&", "&&")).triggered.connect(
                lambda _=False, label=label: self._take_label(at, label)
            )
        below = self.visualRect(self.chosen.index(at, LABEL)).bottomLeft()
        self.menu.popup(self.viewport().mapToGlobal(below))

    def _take_label(self, at: int, label: str) -> None:
        self._close(0)
        self.chosen.setData(self.chosen.index(at, LABEL), label)
        self.update_row(at)

    def _close(self, step: int) -> None:
        at = min(max(0, self.currentIndex().row() + step), len(self.codes()) - 1)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setCurrentIndex(self.chosen.index(at, NAME))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in _KEYS and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.step(_KEYS[Qt.Key(key)])
        elif key == Qt.Key.Key_Delete:
            self.take_current()
        elif key in (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.currentIndex().column() == OUT:
                self.take_current()
            else:
                self.write_label()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid() and index.column() == GRIP:
            self._dragged = self._target = index.row()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if self._dragged >= 0:
            row = self.rowAt(event.position().toPoint().y())
            self._target = row if row >= 0 else len(self.codes()) - 1 if event.position().y() > 0 else 0
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if self._dragged >= 0:
            at, to, self._dragged = self._dragged, self._target, -1
            self.unsetCursor()
            self.viewport().update()
            self.move_row(at, to)
        elif event.button() == Qt.MouseButton.LeftButton and index.isValid() and index.column() == OUT:
            self.take_current()
        elif index.isValid() and index.column() == LABEL:
            rect = self.visualRect(index)
            if event.position().x() > rect.right() - sign_width(self.scale):
                self.offer_labels()
            else:
                self.write_label()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._dragged < 0 or self._target == self._dragged:
            return
        top = self.rowViewportPosition(self._target)
        y = top + (self.rowHeight(self._target) if self._target > self._dragged else 0)
        painter = QPainter(self.viewport())
        painter.fillRect(0, y - _LINE // 2, self.viewport().width(), _LINE, QColor(self.colours.accent))
        painter.end()
