"""Leads through the live window step by step: a frame around the control that is meant, and what to say."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QScreen, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from lupusdiary.education.sessions.frames import Frame
from lupusdiary.language import Translator
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.route import Route
from lupusdiary.ui.frame.diary_view import DiaryView
from lupusdiary.ui.presenter.spotlight import Spotlight, TargetWatch, bring, framed
from lupusdiary.ui.presenter.stage.context import StageTheme
from lupusdiary.ui.presenter.stage.keys import SessionAction
from lupusdiary.ui.today.item_row import ItemRow

# A text field takes what it can type before these do.
_KEYS = {
    **dict.fromkeys(("PgDown", "F5", "Space", "Right"), SessionAction.NEXT),
    **dict.fromkeys(("PgUp", "Left"), SessionAction.PREVIOUS),
    **dict.fromkeys(("F2", "L"), SessionAction.LANGUAGE),
    **dict.fromkeys(("F3", "T"), SessionAction.TIMELINE),
    **dict.fromkeys(("F4", "N"), SessionAction.NOTES),
    **dict.fromkeys(("B", "."), SessionAction.BLACK),
    "Home": SessionAction.FIRST,
    "End": SessionAction.LAST,
    "F6": SessionAction.OVERVIEW,
    "Esc": SessionAction.END,
}
_EDGE = 24
# From the back row the program is read at this text size.
_LEAST_SCALE = 1.5


class LiveGuide(QObject):
    """`live` shows the demonstration diary of a story in the window and returns its view. `requested` carries
    a `SessionAction`; `stood` is sent when it stands where the layout of now puts it. While it
    leads, the window speaks the language of the slides."""

    requested = Signal(object)
    stood = Signal()
    left = Signal()

    def __init__(
        self, window: QMainWindow, context: UiContext, live: Callable[[str], DiaryView | None]
    ) -> None:
        super().__init__(window)
        self._window = window
        self._context = context
        self._live = live
        self._spoken = context.tr
        self._theme = StageTheme(context.theme)
        self._target: QWidget | None = None
        self._step: tuple[Frame, int, int] | None = None
        self._kept: QByteArray | None = None
        self._own_language: str | None = None
        self._own_scale: float | None = None
        self._shortcuts: list[QShortcut] = []
        self.light = Spotlight(window, context)
        self.card = QFrame(window)
        self.card.setObjectName("guide_card")
        self.card.setProperty("role", "popover")
        self.words = QLabel()
        self.words.setObjectName("guide_words")
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self._number = QLabel()
        row = QHBoxLayout()
        row.addWidget(self._number, 1)
        self.buttons = {}
        for name in (SessionAction.PREVIOUS, SessionAction.NEXT, SessionAction.END):
            button = QPushButton()
            button.setObjectName(f"guide_{name}")
            button.clicked.connect(lambda _=False, name=name: self.requested.emit(name))
            self.buttons[name] = button
            row.addWidget(button)
        self.buttons[SessionAction.NEXT].setProperty("role", "primary")
        column = QVBoxLayout(self.card)
        column.setContentsMargins(20, 14, 20, 14)
        column.addWidget(self.words)
        column.addLayout(row)
        for widget in (self.light, self.card):
            widget.hide()
        self._watch: TargetWatch | None = None
        # After the layout that is being done has ended: in its middle the ranges of scroll bars are old.
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._aim)
        context.theme.changed.connect(self._apply_style)
        context.ui_language.changed.connect(self._say)
        window.installEventFilter(self)
        self.card.installEventFilter(self)

    @property
    def window(self) -> QMainWindow:
        """The live window."""
        return self._window

    @property
    def leads(self) -> bool:
        """Whether it stands in the live window now."""
        return self._step is not None

    @property
    def room(self) -> QRect:
        """The largest part of the window above the words that leaves what is framed to be seen."""
        whole, place = QRect(0, 0, self._window.width(), self._low), self.light.place
        if place.isEmpty():
            return whole
        beside = (
            whole.adjusted(place.right(), 0, 0, 0),
            whole.adjusted(0, 0, place.left() - whole.right(), 0),
            whole.adjusted(0, place.bottom(), 0, 0),
            whole.adjusted(0, 0, 0, place.top() - whole.bottom()),
        )
        return max(beside, key=lambda each: max(0, each.width()) * max(0, each.height()))

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
        begins, self._step = self._step is None, (frame, number, total)
        self._spoken = tr
        if begins:
            self._begin()
        self._stand_on(screen)
        self._speak(tr.code)
        view = self._live(story)
        self._target = None
        if view is not None:
            view.show_route(Route(frame.control.page))
            page = view.page(frame.control.page)
            page.complete()
            name = frame.control.control
            # What belongs to every page stands once in the window.
            self._target = page.findChild(QWidget, name) or self._window.findChild(QWidget, name)
        self._say()
        self._watch_target()
        self._aim()
        self._follow()

    def leave(self) -> None:
        """Takes everything away again and puts the window back where it was."""
        if self._step is None:
            return
        self._step, self._target = None, None
        self._later.stop()
        self._watch_target()
        self.light.hide()
        self.card.hide()
        for shortcut in self._shortcuts:
            shortcut.setEnabled(False)
            shortcut.deleteLater()
        self._shortcuts = []
        self.left.emit()
        self._context.prompts.kept_back = None
        self._window.setContentsMargins(0, 0, 0, 0)
        scale, self._own_scale = self._own_scale, None
        if scale is not None:
            self._context.theme.set_scale(scale)
        if self._kept is not None:
            self._window.showNormal()
            self._window.restoreGeometry(self._kept)
            self._kept = None
        own, self._own_language = self._own_language, None
        if own is not None and own != self._context.ui_language.code:
            self._context.ui_language.switch(own)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = QEvent.Type.Resize if watched is self._window else QEvent.Type.LayoutRequest
        if event.type() == kind:
            self._follow()
        return False

    def _follow(self) -> None:
        if self._step is not None:
            self._later.start()

    def _watch_target(self) -> None:
        """A page is laid out in several turns, some of them late: the frame goes with the control at each
        move, and the control is scrolled into sight again when a layout moved it."""
        if self._watch is not None:
            self._watch.deleteLater()
            self._watch = None
        if self._target is not None:
            self._watch = TargetWatch(self._target, self._window, self)
            self._watch.moved.connect(self._stand)
            self._watch.laid_out.connect(self._follow)

    def _stand_on(self, screen: QScreen) -> None:
        """Moves the window to where the audience looks, as large as it can be, also when that changes."""
        if self._window.screen() is screen and self._window.isMaximized():
            return
        if self._kept is None:
            self._kept = self._window.saveGeometry()
        if self._window.screen() is not screen:
            self._window.showNormal()
            self._window.setScreen(screen)
            self._window.setGeometry(screen.availableGeometry())
        self._window.showMaximized()

    def _speak(self, code: str) -> None:
        language = self._context.ui_language
        if self._own_language is None:
            self._own_language = language.code
        if language.code != code:
            language.switch(code)

    def _begin(self) -> None:
        theme = self._context.theme
        if theme.scale < _LEAST_SCALE:
            self._own_scale = theme.scale
            theme.set_scale(_LEAST_SCALE)
        self._context.prompts.kept_back = self._keep_back
        self._apply_style()
        self._window.raise_()
        self._window.activateWindow()
        for keys, action in _KEYS.items():
            shortcut = QShortcut(QKeySequence(keys), self._window)
            shortcut.activated.connect(lambda action=action: self.requested.emit(action))
            self._shortcuts.append(shortcut)

    def _keep_back(self) -> None:
        """Says in the card that a window of the platform stays closed."""
        tr = self._context.tr
        self._number.setText(tr.text("Folders and printers stay closed while others look on."))

    def _apply_style(self) -> None:
        self.card.setStyleSheet(self._theme.sheet() + "QFrame#guide_card QLabel { font-size: 28pt; }")
        self._follow()

    def _say(self) -> None:
        if self._step is None:
            return
        tr = self._context.tr
        frame, number, total = self._step
        assert frame.control is not None
        self.words.setText(frame.control.say(self._spoken))
        if self._target is None:
            self.words.setText(
                tr.text("What this step shows is not on this page now. Go on to the next step.")
            )
        self._number.setText(tr.text("Step {number} of {total}", number=number, total=total))
        self.buttons[SessionAction.PREVIOUS].setText(tr.text("Back"))
        self.buttons[SessionAction.NEXT].setText(tr.text("Next"))
        self.buttons[SessionAction.END].setText(tr.text("End"))

    def _aim(self) -> None:
        """Takes room below the program for the words, and scrolls the control into sight."""
        if self._step is None:
            return
        width = self._window.rect().width() - 2 * _EDGE
        self.card.setFixedWidth(width)
        high = self.card.heightForWidth(width) if self.card.hasHeightForWidth() else 0
        high = max(high, self.card.sizeHint().height()) if high == 0 else high
        self.card.resize(width, high)
        # The words stand beside the program and never over it.
        self._window.setContentsMargins(0, 0, 0, high + _EDGE)
        if self._target is not None and self._target.isVisible():
            bring(self._target, self._window, self._low)
            # A row can be higher than what is seen of the page: then where it is pressed counts.
            pressed = self._target.answer if isinstance(self._target, ItemRow) else self._target
            bring(pressed, self._window, self._low)
        self._stand()

    def _stand(self) -> None:
        if self._step is None:
            return
        place, card = framed(self._target, self._window), self.card
        self.light.show_place(self._window, place)
        card.move(_EDGE, self._low)
        card.show()
        card.raise_()
        self.stood.emit()

    @property
    def _low(self) -> int:
        """Where the card begins."""
        return self._window.height() - self.card.height() - _EDGE // 2
