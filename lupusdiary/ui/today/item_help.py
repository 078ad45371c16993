"""What an item means and when to call, laid over the page beside its row; nothing moves for it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from lupusdiary.domain.symptom_item import Symptom
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.widgets.flow_layout import flow_of
from lupusdiary.ui.widgets.icon_button import IconButton
from lupusdiary.ui.widgets.labels import plain_label
from lupusdiary.ui.widgets.scroll_column import ScrollColumn

_WIDTH = 460


class ItemHelp(QFrame):
    """`article_requested` carries an item; `numbers_requested` asks for the telephone numbers. Escape,
    F1 or leaving it closes it, and the keyboard returns to where it was."""

    article_requested = Signal(str)
    numbers_requested = Signal()

    def __init__(self, context: UiContext, page: QWidget) -> None:
        super().__init__(page)
        self.setProperty("role", "popover")
        self.setObjectName("item_help")
        self._context = context
        self._symptom: Symptom | None = None
        self._came_from: QWidget | None = None
        self._title = plain_label("strong", "help_title")
        self._close = IconButton("x", "help_close", self)
        self._plain, self._full = plain_label(""), plain_label("", "red_flag_full")
        self._fixed = plain_label("hint", "help_fixed")
        self._read, self._numbers = QPushButton(self), QPushButton(self)
        self._numbers.setObjectName("help_numbers")
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 10, 12, 14)
        column.setSpacing(8)
        column.addLayout(head)
        self._texts = QWidget()
        texts = QVBoxLayout(self._texts)
        texts.setContentsMargins(0, 0, 0, 0)
        texts.setSpacing(8)
        for part in (self._plain, self._full):
            texts.addWidget(part)
        self._area = ScrollColumn(self._texts, self)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column.addWidget(self._area)
        column.addLayout(flow_of(8, self._numbers, self._read))
        column.addWidget(self._fixed)
        self._close.clicked.connect(self.close_help)
        self._numbers.clicked.connect(self.numbers_requested)
        self._read.clicked.connect(self._go_read)
        self.hide()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow)

    def open_beside(self, symptom: Symptom, row: QWidget) -> None:
        """Opens below the row of an item, or above it where there is more room; a second time it closes."""
        if self.isVisible() and symptom is self._symptom:
            self.close_help()
            return
        self._symptom, self._came_from = symptom, QApplication.focusWidget()
        self._plain.setObjectName(f"plain_{symptom.id}")
        self._read.setObjectName(f"read_{symptom.id}")
        self.retranslate()
        self._close.restyle(self._context.theme)
        page = self.parentWidget()
        assert page is not None
        width = min(round(_WIDTH * (0.5 + 0.5 * self._context.theme.scale)), page.width() - 20)
        self.setFixedWidth(width)
        self._fit_height(width, page.height() - 12)
        at = row.mapTo(page, QPoint(0, 0))
        below = at.y() + row.height() + 4
        y = below if below + self.height() <= page.height() else max(at.y() - self.height() - 4, 6)
        # A row may stand outside of what is seen; what was asked for never does.
        y = max(6, min(y, page.height() - self.height() - 6))
        self.move(max(10, min(at.x() + 180, page.width() - width - 10)), y)
        self.show()
        self.raise_()
        (self._numbers if symptom.signs else self._close).setFocus()

    def _fit_height(self, width: int, most: int) -> None:
        """As tall as its texts need; where that is more than `most`, they scroll, and the buttons stay."""
        layout, texts = self.layout(), self._texts.layout()
        assert layout is not None
        assert texts is not None
        for part in (self, self._plain, self._full, self._fixed):
            part.ensurePolished()
        edges = layout.contentsMargins()
        # The bar that scrolls takes its room from the lines.
        bar = self._area.verticalScrollBar().sizeHint().width()
        needed = texts.totalHeightForWidth(width - edges.left() - edges.right() - bar)
        self._area.setFixedHeight(needed)
        layout.activate()
        tall = layout.totalHeightForWidth(width)
        if tall > most:
            self._area.setFixedHeight(max(60, needed - (tall - most)))
            layout.activate()
            tall = min(layout.totalHeightForWidth(width), most)
        self.setFixedHeight(tall)
        self._area.verticalScrollBar().setValue(0)

    def close_help(self) -> None:
        """Closes it; the keyboard goes back."""
        inside = self._holds(QApplication.focusWidget())
        self.hide()
        if inside and self._came_from is not None and self._came_from.isVisible():
            self._came_from.setFocus()

    def _go_read(self) -> None:
        if self._symptom is not None:
            self.hide()
            self.article_requested.emit(self._symptom.id)

    def retranslate(self) -> None:
        """Sets every text."""
        if self._symptom is None:
            return
        tr, symptom = self._context.tr, self._symptom
        full = symptom.red_flag(tr)
        self._title.setText(symptom.name(tr))
        self._close.say(tr.text("Close"))
        self._plain.setText(symptom.plain(tr))
        self._plain.setVisible(bool(symptom.plain(tr)))
        self._full.setText(full or "")
        self._read.setText(tr.text("Read more"))
        self._read.setVisible(not symptom.own)
        self._numbers.setText(tr.text("Numbers to call"))
        self._fixed.setText(tr.text("This text is always the same, whatever you record."))
        for part in (self._full, self._numbers, self._fixed):
            part.setVisible(full is not None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Cancel) or event.matches(
            QKeySequence.StandardKey.HelpContents
        ):
            self.close_help()
        elif event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            bar = self._area.verticalScrollBar()
            step = bar.pageStep() if event.key() == Qt.Key.Key_PageDown else -bar.pageStep()
            bar.setValue(bar.value() + step)
        else:
            super().keyPressEvent(event)

    def _holds(self, widget: QWidget | None) -> bool:
        return widget is not None and (widget is self or self.isAncestorOf(widget))

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self.isVisible() and new is not None and not self._holds(new):
            self.hide()
