"""The way back to the page that led here."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from lupusdiary.language import mark
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.icons import before_words
from lupusdiary.ui.frame.navigation import FOOT, PAGES, page_name

_MOST = 20
_NAMES = {name: text for name, text, _ in (*PAGES, *FOOT)} | {"compare": mark("Before and after")}


class BackBar(QWidget):
    """Hidden until a page has led to another one; `requested` carries the page to return to. Alt+Left does
    the same."""

    requested = Signal(str)

    def __init__(self, context: UiContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._trail: list[str] = []
        self.button = QPushButton(self)
        self.button.setObjectName("back_to_page")
        self.button.setProperty("role", "quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 6, 18, 0)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.button.clicked.connect(self._go)
        keys = QShortcut(QKeySequence("Alt+Left"), parent)
        keys.activated.connect(self._go)
        self._show()

    def came_from(self, page: str) -> None:
        """Remembers the page that was left by a link."""
        self._trail = [*self._trail[-_MOST:], page]
        self._show()

    def forget(self) -> None:
        """The person went somewhere by herself."""
        self._trail = []
        self._show()

    def retranslate(self) -> None:
        """Sets every text."""
        self._show()

    def restyle(self) -> None:
        """Draws the arrow in the colours of the theme."""
        before_words(self.button, "chevron-left", self._context.theme.colours.text, 18)

    def _show(self) -> None:
        self.setVisible(bool(self._trail))
        if self._trail:
            tr, page = self._context.tr, self._trail[-1]
            self.button.setText(tr.text("Back to {page}", page=page_name(page, _NAMES[page], tr)))

    def _go(self) -> None:
        if self._trail:
            page = self._trail.pop()
            self._show()
            self.requested.emit(page)
