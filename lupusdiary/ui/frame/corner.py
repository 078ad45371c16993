"""The right end of the menu bar: when something was last saved, and Undo. It is the only place for both."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from lupusdiary.language import Translator
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.icons import icon
from lupusdiary.ui.widgets.labels import plain_tip

Words = Callable[[Translator], str]
_WIDTH, _LEAST = 460, 120
# What the menu bar puts around a name, in pixels.
_MENU = 28


class Corner(QWidget):
    """Its button is the action of the menu: it can be pressed when that can, and does the same."""

    def __init__(self, window: QMainWindow, context: UiContext, undo: QAction) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self._words: Words | None = None
        self._wide = _LEAST
        self.said = QLabel(self)
        self.said.setObjectName("saved")
        self.said.setProperty("role", "hint")
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.said.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.undo = QPushButton(self)
        self.undo.setObjectName("undo")
        self.undo.setProperty("role", "quiet")
        # A click leaves the keyboard where it is: what is typed there is undone first.
        self.undo.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 8, 0)
        line.setSpacing(10)
        line.addWidget(self.said, 1)
        line.addWidget(self.undo)
        self.undo.clicked.connect(undo.trigger)
        undo.changed.connect(lambda: self.undo.setEnabled(undo.isEnabled()))
        self.undo.setEnabled(undo.isEnabled())
        bar = window.menuBar()
        bar.setCornerWidget(self, Qt.Corner.TopRightCorner)
        self.show()

    def say_saved(self, at: time) -> None:
        """Says when something was last saved."""
        self.say(lambda tr: tr.text("Saved {time}", time=tr.time(at)))

    def say(self, words: Words | None) -> None:
        """Says what just happened, until something else does; None is silent."""
        self._words = words
        self._show()

    def _show(self) -> None:
        text = "" if self._words is None else self._words(self._context.tr)
        self.said.ensurePolished()
        room = self.width() - self.undo.sizeHint().width() - 26
        self.said.setText(
            self.said.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, max(room, 40))
        )
        self.said.setToolTip(plain_tip(text))
        self.said.setAccessibleName(text)

    def fit(self) -> None:
        """Takes what the menus leave of the width of the window."""
        bar = self._window.menuBar()
        bar.ensurePolished()
        self.undo.ensurePolished()
        metrics = bar.fontMetrics()
        # Not their places: a menu that found no room has none.
        menus = sum(metrics.horizontalAdvance(action.text()) + _MENU for action in bar.actions())
        least = self.undo.sizeHint().width() + 30
        width = max(least, min(round(_WIDTH * self._context.theme.scale), self._window.width() - menus))
        self._wide = width
        if width != self.width():
            self.setFixedWidth(width)
            # It keeps the room for a corner as wide as before, and hides entries that have room by now.
            QApplication.sendEvent(bar, QResizeEvent(bar.size(), bar.size()))
        # The menu bar places it before the window is as wide as it becomes.
        self.move(bar.width() - width, (bar.height() - self.height()) // 2)
        self._show()

    def sizeHint(self) -> QSize:
        return QSize(self._wide, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def retranslate(self) -> None:
        """Sets every text."""
        tr = self._context.tr
        # A style sheet cannot set the room between a button’s icon and its text.
        self.undo.setText(f" {tr.text('Undo')}")
        self.undo.setAccessibleName(tr.text("Undo"))
        self.fit()

    def restyle(self) -> None:
        """Draws the icon in the colours and size of the moment."""
        theme = self._context.theme
        side = round(18 * (0.6 + 0.4 * theme.scale))
        self.undo.setIcon(icon("undo-2", theme.colours.text, side, disabled=theme.colours.disabled))
        self.undo.setIconSize(QSize(side, side))
        self.fit()
