"""The main window: menus, shortcuts, and the one thing that is shown, a diary or the screen before one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QChildEvent, QEvent, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QMainWindow,
    QRadioButton,
    QStackedWidget,
    QWidget,
)

from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.frame.corner import Corner
from lupusdiary.ui.frame.diary_view import DiaryView
from lupusdiary.ui.frame.menus import Menus
from lupusdiary.ui.frame.start_screen import StartScreen
from lupusdiary.ui.frame.stay_near import stay_near

# 1093 x 614 is what a 1366 x 768 laptop leaves at 125 %; smaller must still work at large text.
_LEAST = (760, 480)
_FIRST = QSize(1366, 740)
# What the frame of a window takes of the screen, in pixels.
_FRAME = QSize(8, 40)
NAMES_FILE = "file_name_in_title"


class Window(QMainWindow):
    """Shows one `StartScreen` or one `DiaryView` at a time and remembers its own place on the screen."""

    closing = Signal()
    # Another start screen stands there, and no diary is shown.
    screen_shown = Signal()

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self.context = context
        self.view: DiaryView | None = None
        self._key_is_for: QWidget | None = None
        self.may_close: Callable[[], bool] = lambda: True
        self._stack = QStackedWidget()
        self.setCentralWidget(self._stack)
        self.setMinimumSize(*_LEAST)
        self.resize(_FIRST.boundedTo(self.screen().availableSize() - _FRAME))
        self.menus = Menus(self, context)
        self.menus.unsaved_step = self._unsaved_step
        self.menu_end = Corner(self, context, self.menus.undo)
        context.theme.apply_to(self.menuBar())
        kept = context.preferences.word("window")
        if kept:
            self.restoreGeometry(QByteArray.fromHex(QByteArray(kept.encode("ascii", "ignore"))))
        context.ui_language.changed.connect(self.retranslate)
        context.theme.changed.connect(self.restyle)
        self.retranslate()
        self.menu_end.restyle()

    @property
    def shown(self) -> StartScreen | DiaryView | None:
        """What the window shows."""
        widget = self._stack.currentWidget()
        return widget if isinstance(widget, StartScreen | DiaryView) else None

    def show_start_screen(self, screen: StartScreen) -> None:
        """Shows a start screen; a diary that was open is gone."""
        self._replace(screen)
        self.view = None
        self.menus.diary_open(None)
        self.menus.lock.setEnabled(screen.knows_key_of is not None)
        self.menu_end.say(None)
        self._name()
        self.screen_shown.emit()

    def show_diary(self, view: DiaryView) -> None:
        """Shows an open diary."""
        self._replace(view)
        self.view = view
        self.menus.diary_open(view.diary)
        view.changed.connect(self.menus.update_undo)
        view.stepped.connect(self.menus.update_undo)
        self.menu_end.say(None)
        view.saved.connect(lambda: self.menu_end.say_saved(view.diary.now().time()))
        self._name()

    def lay_over(self, screen: StartScreen) -> None:
        """Shows a start screen over what is shown, which stays as it is behind it."""
        self._stack.addWidget(screen)
        self._stack.setCurrentWidget(screen)
        self.menus.diary_open(None)
        self.menus.lock.setEnabled(screen.knows_key_of is not None)
        self.menu_end.say(None)
        self._name()

    def lift(self, screen: StartScreen) -> None:
        """Takes a start screen away that was laid over; what lies highest then is shown again."""
        self._stack.removeWidget(screen)
        screen.deleteLater()
        self._stack.setCurrentIndex(self._stack.count() - 1)
        covered = isinstance(self.shown, StartScreen)
        if self.shown is not None:
            # Language and size may have changed meanwhile.
            self.shown.retranslate()
            self._restyle_shown()
        self.menus.diary_open(None if covered or self.view is None else self.view.diary)
        self._name()

    def show_mode(self) -> None:
        """Follows the demonstration mode."""
        if self.view is not None:
            self.menus.diary_open(self.view.diary)
            self.view.retranslate()

    def _unsaved_step(self, *, back: bool) -> str | None:
        # Asked through the window: the menus must not hold a diary that was left.
        return None if self.view is None else self.view.unsaved_step(back=back)

    def _replace(self, widget: StartScreen | DiaryView) -> None:
        if self._stack.indexOf(widget) < 0:
            self._stack.addWidget(widget)
        self._stack.setCurrentWidget(widget)
        for at in reversed(range(self._stack.count())):
            old = self._stack.widget(at)
            if old is not None and old is not widget:
                self._stack.removeWidget(old)
                old.deleteLater()

    def retranslate(self) -> None:
        """Sets every text of the window and what it shows."""
        self._name()
        self.menus.retranslate()
        self.menu_end.retranslate()
        if self.shown is not None:
            self.shown.retranslate()

    def _name(self) -> None:
        title = self.context.tr.text("Lupus Diary")
        shown = self.shown
        self.menus.hide_names(isinstance(shown, StartScreen) and shown.hides_names)
        if isinstance(shown, DiaryView) and self.view is not None and self.names_file:
            title = f"{self.view.diary.path.name} – {title}"
        self.setWindowTitle(title)

    @property
    def names_file(self) -> bool:
        """Whether the title names the file of the diary."""
        return self.context.preferences.flag(NAMES_FILE, True)

    def show_name(self, shown: bool) -> None:
        """Names the file in the title, or not any more; remembered for this user."""
        self.context.preferences.remember(NAMES_FILE, shown)
        self._name()

    def restyle(self) -> None:
        """Redraws after a change of theme or text size."""
        self._restyle_dialogs()
        self.context.theme.apply_to(self.menuBar())
        self.menu_end.restyle()
        self._restyle_shown()

    def _restyle_shown(self) -> None:
        if isinstance(self.shown, StartScreen):
            self.context.theme.apply_to(self.shown)
        if self.shown is not None:
            self.shown.restyle()

    def _restyle_dialogs(self) -> None:
        # Not by `children()` or the event's child: to name what Qt made, the binding builds all classes.
        for each in QApplication.topLevelWidgets():
            if each.parentWidget() is self:
                self.context.theme.apply_to(each)

    def childEvent(self, event: QChildEvent) -> None:
        super().childEvent(event)
        # What is polished is seen next.
        if event.polished():
            self._restyle_dialogs()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.menu_end.fit()

    def focusNextPrevChild(self, next: bool) -> bool:
        left = QApplication.focusWidget()
        moved = super().focusNextPrevChild(next)
        if left is not None and not (left.isVisible() and left.isEnabled()):
            stay_near(left)
        return moved

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            # It comes before the key itself, which may move the keyboard elsewhere.
            self._key_is_for = QApplication.focusWidget()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Outside a dialog Qt's own buttons leave Enter alone; nothing between had a use for it either.
        button = QApplication.focusWidget()
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if (
            enter
            and plain
            and isinstance(button, QAbstractButton)
            and button is self._key_is_for
            and not isinstance(button, QCheckBox | QRadioButton)
        ):
            if not event.isAutoRepeat():
                button.click()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.may_close():
            event.ignore()
            return
        geometry = bytes(self.saveGeometry().toHex().data()).decode("ascii")
        self.context.preferences.remember("window", geometry)
        self.closing.emit()
        super().closeEvent(event)
