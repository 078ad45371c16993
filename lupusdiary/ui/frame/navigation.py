"""The rail on the left: one button a page, with help for an emergency always in the same place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from lupusdiary.language import Message, Translator, mark
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.icons import icon
from lupusdiary.ui.base.spoken import TAB, TABS, speak_as
from lupusdiary.ui.base.style_sheet import target
from lupusdiary.ui.widgets.labels import set_style_mark

PAGES: tuple[tuple[str, Message, str], ...] = (
    ("today", mark("Today"), "calendar-check"),
    ("calendar", mark("Calendar"), "calendar-days"),
    ("labs", mark("Labs"), "flask-conical"),
    ("treatment", mark("Medicines"), "pill"),
    ("timeline", mark("Timeline"), "chart-line"),
    ("visit", mark("Visit"), "file-text"),
    ("learn", mark("Learn"), "book-open"),
)
FOOT: tuple[tuple[str, Message, str], ...] = (
    ("urgent", mark("If it is urgent"), "phone"),
    ("settings", mark("Settings"), "settings"),
)
# The same on a page as where no diary is open; F12 is what a hand finds in the corner of the keyboard.
URGENT_KEYS = ("Ctrl+8", "F12")

# From this text scale on the name of the program breaks rather than that the rail grows for it.
_LARGE = 1.5
# The edges of the rail and of the name, in pixels.
_BESIDE = 38


def page_name(page: str, text: Message, tr: Translator) -> str:
    """How a page is called on the rail, in the menu and wherever a way leads to it."""
    # Elsewhere the same word stands for the medicines alone.
    return tr.context("page", "Medicines") if page == "treatment" else tr.text(text)


class NavigationRail(QFrame):
    """Chooses a page; `chosen` carries the page's name."""

    chosen = Signal(str)

    def __init__(self, context: UiContext, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        speak_as(self, TABS)
        self._context = context
        self._tight = False
        self._placed = False
        self._group = QButtonGroup(self)
        self._buttons: dict[str, tuple[QPushButton, Message, str]] = {}
        scroll = QScrollArea(self)
        upper = QWidget(scroll)
        upper.setObjectName("scrolled")
        scroll.setWidget(upper)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._brand = QLabel(upper)
        self._brand.setProperty("role", "brand")
        self._brand.setContentsMargins(10, 6, 0, 10)
        self._brand.setWordWrap(True)
        column = QVBoxLayout(upper)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._brand)
        self._fill(column, PAGES, upper)
        column.addStretch(1)
        self._column = column
        self._layout = layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 16, 12, 12)
        layout.setSpacing(4)
        layout.addWidget(scroll, 1)
        self._fill(layout, FOOT, self)
        self._buttons["urgent"][0].setProperty("role", "urgent")

    def _fill(self, layout: QVBoxLayout, pages: Sequence[tuple[str, Message, str]], parent: QWidget) -> None:
        for name, text, drawing in pages:
            button = QPushButton(parent)
            button.setObjectName(f"rail_{name}")
            button.setProperty("role", "rail")
            speak_as(button, TAB)
            button.setCheckable(True)
            button.setIconSize(QSize(22, 22))
            button.clicked.connect(lambda _=False, chosen=name: self.chosen.emit(chosen))
            self._group.addButton(button)
            self._buttons[name] = (button, text, drawing)
            layout.addWidget(button)

    def show_chosen(self, page: str) -> None:
        """Marks the page that is shown."""
        if page in self._buttons:
            self._buttons[page][0].setChecked(True)
            self._draw(page)

    def button(self, page: str) -> QPushButton:
        """The button of a page."""
        return self._buttons[page][0]

    def retranslate(self) -> None:
        """Sets every text, and a width that fits the longest."""
        tr = self._context.tr
        self._brand.setText(tr.text("Lupus Diary"))
        for page, (button, text, _) in self._buttons.items():
            shown = page_name(page, text, tr)
            # A style sheet cannot set the room between a button's icon and its text.
            button.setText(f"  {shown}")
            button.setAccessibleName(shown)
        self.setAccessibleName(tr.text("Pages"))
        self._fit()

    def restyle(self) -> None:
        """Draws the icons in the colours of the theme."""
        for page in self._buttons:
            self._draw(page)
        self._tighten()
        self._fit()

    def _draw(self, page: str) -> None:
        # The drawing of a chosen page is made when it is first chosen.
        button, _, drawing = self._buttons[page]
        c = self._context.theme.colours
        size = round(22 * (0.6 + 0.4 * self._context.theme.scale))
        button.setIcon(icon(drawing, c.muted, size, checked=c.on_accent_soft if button.isChecked() else None))
        button.setIconSize(QSize(size, size))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._placed = True
        self._tighten()

    def _tighten(self) -> None:
        # Large text in a low window: the rows move together and the name goes, so that all pages are seen.
        row = target(self._context.theme.scale) + 6
        tight = self._placed and self.height() < (len(self._buttons) + 1) * row + 40
        if tight:
            room = self.height() - 24 - len(self._buttons) * self._buttons["urgent"][0].sizeHint().height()
            for layout in (self._layout, self._column):
                layout.setSpacing(min(max(room // len(self._buttons), 1), 6))
        if tight == self._tight:
            return
        self._tight = tight
        self._brand.setVisible(not tight)
        self._layout.setContentsMargins(8 if tight else 12, 8 if tight else 16, 8 if tight else 12, 8)
        if not tight:
            for layout in (self._layout, self._column):
                layout.setSpacing(4)
        for button, _, _ in self._buttons.values():
            set_style_mark(button, "tight", tight)
        self._fit()

    def _fit(self) -> None:
        widths = []
        for button, _, _ in self._buttons.values():
            button.ensurePolished()
            # The page that is shown is written in bold.
            bold = QFont(button.font())
            bold.setBold(True)
            widths.append(QFontMetrics(bold).horizontalAdvance(button.text()) + button.iconSize().width())
        if not widths:
            return
        wide = max(widths) + (53 if self._tight else 59)
        if not self._tight and self._context.theme.scale < _LARGE:
            # The name of the program in one line; in large text the pages need the room.
            self._brand.ensurePolished()
            wide = max(wide, self._brand.fontMetrics().horizontalAdvance(self._brand.text()) + _BESIDE)
        self.setFixedWidth(wide)
