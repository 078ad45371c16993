"""The nurse's own display: what is shown, what comes next, the notes, the time, and a button for each key."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from lupusdiary.education.sessions.frames import Frame
from lupusdiary.language import Message, Translator, mark
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.presenter.hands_bar import HandsBar
from lupusdiary.ui.presenter.large_label import large_label
from lupusdiary.ui.presenter.stage.keys import SessionAction, action_of
from lupusdiary.ui.presenter.stage.slide_painter import Shown, SlidePainter
from lupusdiary.ui.presenter.stage.slide_view import SlideView
from lupusdiary.ui.widgets.flow_layout import FlowLayout
from lupusdiary.ui.widgets.labels import plain_tip

_BUTTONS: tuple[tuple[SessionAction, Message, Message], ...] = (
    (SessionAction.PREVIOUS, mark("Back"), mark("Page Up, left arrow")),
    (SessionAction.NEXT, mark("Next"), mark("Page Down, right arrow, Space")),
    (SessionAction.BLACK, mark("Black"), mark("B or a full stop")),
    (SessionAction.LANGUAGE, mark("한국어 / English"), mark("F2")),
    (SessionAction.TIMELINE, mark("Timeline"), mark("F3")),
    (SessionAction.OVERVIEW, mark("Overview"), mark("F6")),
    (SessionAction.END, mark("End"), mark("Escape")),
)


class PresenterView(QWidget):
    """`requested` carries a `SessionAction`; `left` is sent when somebody closes it."""

    requested = Signal(object)
    left = Signal()

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self.setObjectName("backdrop")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._context = context
        self.current = SlideView("current_slide", centred=False)
        self.next = SlideView("next_slide", centred=False)
        self.notes = QTextBrowser()
        self.notes.setObjectName("presenter_notes")
        self.notes.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.clock = large_label("title", "presenter_clock")
        self.elapsed = large_label("section", "presenter_elapsed")
        self.number = large_label("section", "presenter_number")
        self.state = large_label("section", "presenter_state")
        self.hands = HandsBar(context)
        self.said = {name: large_label("hint", name) for name in ("now", "then", "notes")}
        self.buttons: dict[SessionAction, QPushButton] = {}
        for name, _, _ in _BUTTONS:
            button = QPushButton()
            button.setObjectName(f"presenter_{name}")
            # The keys stay with the view after a click.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _=False, name=name: self.requested.emit(name))
            self.buttons[name] = button
        self.buttons[SessionAction.NEXT].setProperty("role", "primary")
        self._lay_out()
        self.hands.hide()
        context.theme.changed.connect(self._apply_style)
        self._apply_style()
        self.retranslate()

    def _lay_out(self) -> None:
        row = FlowLayout()
        for button in self.buttons.values():
            row.addWidget(button)
        head = QHBoxLayout()
        head.setSpacing(24)
        for label in (self.clock, self.elapsed, self.number):
            head.addWidget(label)
        head.addStretch(1)
        head.addWidget(self.state)
        grid = QGridLayout()
        grid.setSpacing(10)
        grid.addWidget(self.said["now"], 0, 0)
        grid.addWidget(self.current, 1, 0, 3, 1)
        grid.addWidget(self.said["then"], 0, 1)
        grid.addWidget(self.next, 1, 1)
        grid.addWidget(self.said["notes"], 2, 1)
        grid.addWidget(self.notes, 3, 1)
        grid.setColumnStretch(0, 5)
        grid.setColumnStretch(1, 3)
        grid.setRowStretch(1, 3)
        grid.setRowStretch(3, 4)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 14, 22, 16)
        layout.setSpacing(10)
        layout.addLayout(head)
        layout.addLayout(grid, 1)
        layout.addWidget(self.hands)
        layout.addLayout(row)

    def _apply_style(self) -> None:
        self._context.theme.apply_to(self)

    def retranslate(self) -> None:
        """Sets every text but that of the slides."""
        tr = self._context.tr
        self.setWindowTitle(tr.text("Presenter view"))
        self.state.setText(tr.text("Demonstration mode") if self._context.mode.on else "")
        for name, text, key in _BUTTONS:
            self.buttons[name].setText(tr.text(text))
            self.buttons[name].setToolTip(plain_tip(tr.text(key)))
        self.said["now"].setText(tr.text("On the screen now"))
        self.said["then"].setText(tr.text("Next"))
        self.said["notes"].setText(tr.text("Notes"))
        self.notes.setAccessibleName(tr.text("Notes"))
        self.hands.retranslate()

    def show_frames(
        self, painter: SlidePainter, now: Frame, shown: Shown, then: Frame | None, *, black: bool
    ) -> None:
        """Shows where the session is."""
        tr = self._context.tr
        self.current.show_frame(painter, now, shown, black=black)
        after = Shown(shown.number + 1, shown.total)
        self.next.show_frame(painter, then, after)
        if self.notes.toPlainText() != now.notes:
            self.notes.setPlainText(now.notes)
        self.number.setText(tr.text("Slide {number} of {total}", number=shown.number, total=shown.total))
        self.hands.setVisible(now.kind in ("quiz", "teach_back"))
        self.hands.ask_for(now.kind, closed=now.kind == "quiz" and shown.revealed)
        self.hands.show_hands(shown.hands)
        waits = now.kind == "quiz" and not shown.revealed
        self.buttons[SessionAction.NEXT].setText(tr.text("Show the answer") if waits else tr.text("Next"))

    def show_time(self, now: datetime, minutes: int, planned: int) -> None:
        """Shows the clock, and the minutes that have passed of those planned."""
        tr = self._context.tr
        self.clock.setText(tr.time(now.time()))
        self.elapsed.setText(elapsed_words(tr, minutes, planned))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        asked = action_of(event)
        if asked is None:
            super().keyPressEvent(event)
        else:
            self.setFocus()
            self.requested.emit(asked)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.left.emit()


def elapsed_words(tr: Translator, minutes: int, planned: int) -> str:
    """How long a session has run, of the minutes planned if there are any."""
    if planned:
        return tr.plural(
            "{minutes} of {count} minute", "{minutes} of {count} minutes", planned, minutes=minutes
        )
    return tr.plural("{count} minute", "{count} minutes", minutes)
