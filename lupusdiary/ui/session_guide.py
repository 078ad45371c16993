"""Leads through the live window step by step: a frame around the control that is meant, and what to say."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeySequence, QPainter, QPaintEvent, QPen, QScreen, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from lupusdiary.education.deck import Frame
from lupusdiary.language import Translator
from lupusdiary.ui.diary_view import DiaryView
from lupusdiary.ui.presenter_surroundings import StageLooks
from lupusdiary.ui.route import Route
from lupusdiary.ui.surroundings import Surroundings

_KEYS = {"PgDown": "next", "PgUp": "previous", "F5": "next", "Esc": "end"}
_ROOM = 8
# A page that is shown for the first time has its places after the next turn of the event loop.
_LAID_OUT_MS = 60


class Spotlight(QWidget):
    """A frame around one place of the window; the mouse goes through it."""

    def __init__(self, parent: QWidget, surroundings: Surroundings) -> None:
        super().__init__(parent)
        self.setObjectName("spotlight")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._surroundings = surroundings
        self.place = QRect()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.place.isEmpty():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._surroundings.looks.colours.focus), 6))
        painter.drawRoundedRect(self.place, 12, 12)
        painter.end()


class StepGuide(QObject):
    """`live` shows the demonstration diary of a story in the window and returns its view. `wished` carries
    next, previous or end."""

    wished = Signal(str)

    def __init__(
        self, window: QMainWindow, surroundings: Surroundings, live: Callable[[str], DiaryView | None]
    ) -> None:
        super().__init__(window)
        self._window = window
        self._surroundings = surroundings
        self._live = live
        self._spoken = surroundings.tr
        self._looks = StageLooks(surroundings.looks)
        self._target: QWidget | None = None
        self._step: tuple[Frame, int, int] | None = None
        self._kept: QByteArray | None = None
        self._shortcuts: list[QShortcut] = []
        self.light = Spotlight(window, surroundings)
        self.card = QFrame(window)
        self.card.setObjectName("guide_card")
        self.card.setProperty("role", "note")
        self.words = QLabel()
        self.words.setObjectName("guide_words")
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self._number = QLabel()
        row = QHBoxLayout()
        row.addWidget(self._number, 1)
        self.buttons = {}
        for name in ("previous", "next", "end"):
            button = QPushButton()
            button.setObjectName(f"guide_{name}")
            button.clicked.connect(lambda _=False, name=name: self.wished.emit(name))
            self.buttons[name] = button
            row.addWidget(button)
        self.buttons["next"].setProperty("role", "primary")
        column = QVBoxLayout(self.card)
        column.setContentsMargins(20, 14, 20, 14)
        column.addWidget(self.words)
        column.addLayout(row)
        for widget in (self.light, self.card):
            widget.hide()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_LAID_OUT_MS)
        self._later.timeout.connect(self._aim)
        surroundings.looks.changed.connect(self._dress)
        surroundings.language.changed.connect(self._say)
        window.installEventFilter(self)

    @property
    def leads(self) -> bool:
        """Whether it stands in the live window now."""
        return self._step is not None

    @property
    def found(self) -> bool:
        """Whether the control of the step is there to be seen."""
        return self._target is not None and not self.light.place.isEmpty()

    def point(
        self, frame: Frame, number: int, total: int, story: str, screen: QScreen, tr: Translator
    ) -> None:
        """Points at the control of a step, in the demonstration diary of `story`, on the audience’s display;
        what is said is in the language of the slides."""
        assert frame.control is not None
        if self._step is None:
            self._begin(screen)
        self._step = (frame, number, total)
        self._spoken = tr
        view = self._live(story)
        self._target = None
        if view is not None:
            view.show_route(Route(frame.control.page))
            self._target = view.page(frame.control.page).findChild(QWidget, frame.control.control)
        self._say()
        self._aim()
        self._later.start()

    def leave(self) -> None:
        """Takes everything away again and puts the window back where it was."""
        if self._step is None:
            return
        self._step, self._target = None, None
        self._later.stop()
        self.light.hide()
        self.card.hide()
        for shortcut in self._shortcuts:
            shortcut.setEnabled(False)
            shortcut.deleteLater()
        self._shortcuts = []
        if self._kept is not None:
            self._window.restoreGeometry(self._kept)
            self._kept = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self._step is not None:
            self._later.start()
        return False

    def _begin(self, screen: QScreen) -> None:
        self._dress()
        if self._window.screen() is not screen:
            self._kept = self._window.saveGeometry()
            self._window.setScreen(screen)
            self._window.setGeometry(screen.availableGeometry())
        self._window.raise_()
        self._window.activateWindow()
        for keys, wish in _KEYS.items():
            shortcut = QShortcut(QKeySequence(keys), self._window)
            shortcut.activated.connect(lambda wish=wish: self.wished.emit(wish))
            self._shortcuts.append(shortcut)

    def _dress(self) -> None:
        self.card.setStyleSheet(self._looks.sheet() + "QFrame#guide_card QLabel { font-size: 28pt; }")
        self._later.start() if self._step is not None else None

    def _say(self) -> None:
        if self._step is None:
            return
        tr = self._surroundings.tr
        frame, number, total = self._step
        assert frame.control is not None
        self.words.setText(frame.control.say(self._spoken))
        if self._target is None:
            self.words.setText(
                tr.text("What this step shows is not on this page now. Go on to the next step.")
            )
        self._number.setText(tr.text("Step {number} of {total}", number=number, total=total))
        self.buttons["previous"].setText(tr.text("Back"))
        self.buttons["next"].setText(tr.text("Next"))
        self.buttons["end"].setText(tr.text("End"))

    def _aim(self) -> None:
        """Scrolls the control into sight, and stands where it is not covered."""
        if self._step is None:
            return
        self.light.setGeometry(self._window.rect())
        self.light.place = self._place()
        self.light.update()
        self.light.show()
        self.light.raise_()
        room = self._window.rect()
        width = min(room.width() - 40, max(720, round(room.width() * 0.62)))
        self.card.setFixedWidth(width)
        height = (
            self.card.heightForWidth(width)
            if self.card.hasHeightForWidth()
            else self.card.sizeHint().height()
        )
        self.card.resize(width, max(height, self.card.sizeHint().height()))
        low = room.height() - self.card.height() - 24
        top = (
            24
            if self.light.place.bottom() > low and self.light.place.top() > self.card.height() + 24
            else low
        )
        self.card.move(room.width() - width - 24, top)
        self.card.show()
        self.card.raise_()

    def _place(self) -> QRect:
        target = self._target
        if target is None or not target.isVisible():
            return QRect()
        above = target.parentWidget()
        while above is not None:
            if isinstance(above, QScrollArea):
                above.ensureWidgetVisible(target, 20, 20)
            above = above.parentWidget()
        corner = target.mapTo(self._window, QPoint(0, 0))
        return QRect(corner, target.size()).adjusted(
            -_ROOM, -_ROOM, _ROOM, _ROOM
        ) & self._window.rect().adjusted(4, 4, -4, -4)
