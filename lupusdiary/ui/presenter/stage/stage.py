"""The window on the projector: a slide, the live timeline of a demonstration diary, or black."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QMouseEvent, QScreen
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.spoken import DOCUMENT, speak_as
from lupusdiary.ui.presenter.stage.context import StageTheme
from lupusdiary.ui.presenter.stage.keys import SessionAction, action_of
from lupusdiary.ui.presenter.stage.slide_text import Display
from lupusdiary.ui.presenter.stage.slide_view import SlideView
from lupusdiary.ui.presenter.stage.timeline import StageTimeline


class Stage(QWidget):
    """Fills its display. `requested` carries a `SessionAction`; `left` is sent when somebody closes it."""

    requested = Signal(object)
    left = Signal()

    def __init__(self, context: UiContext, theme: StageTheme) -> None:
        super().__init__()
        self.setObjectName("stage")
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        speak_as(self, DOCUMENT)
        self.setAccessibleName(context.tr.text("Education session"))
        self._theme = theme
        self.slide = SlideView("stage_slide")
        self.slide.setCursor(Qt.CursorShape.BlankCursor)
        self.timeline = StageTimeline(context)
        self._stack = QStackedWidget()
        self._stack.setObjectName("pages")
        self._stack.addWidget(self.slide)
        self._stack.addWidget(self.timeline)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        theme.changed.connect(self._apply_style)
        self._apply_style()

    @property
    def display(self) -> Display:
        """The display that it fills."""
        screen = self.screen()
        size = screen.geometry().size()
        return Display(size.width(), size.height(), screen.logicalDotsPerInchY())

    def put_on(self, screen: QScreen) -> None:
        """Fills a display, on top of what is there."""
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()
        self.raise_()
        self.activateWindow()
        self.setFocus()

    def show_timeline(self, seen: bool) -> None:
        """Shows the timeline instead of the slide, or the slide again."""
        self._stack.setCurrentWidget(self.timeline if seen else self.slide)
        self.setFocus()

    @property
    def shows_timeline(self) -> bool:
        """Whether the audience sees the timeline."""
        return self._stack.currentWidget() is self.timeline

    def keyPressEvent(self, event: QKeyEvent) -> None:
        asked = action_of(event)
        if self.shows_timeline and self.timeline.hold(event):
            return
        if asked is None:
            super().keyPressEvent(event)
        else:
            self.requested.emit(asked)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.shows_timeline and event.button() == Qt.MouseButton.LeftButton:
            self.requested.emit(SessionAction.NEXT)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.left.emit()

    def _apply_style(self) -> None:
        self._theme.apply_to(self)
