"""Where in an article a person is: scrolled to, remembered, and held when the text changes its size."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from lupusdiary.diary import Diary

_PAUSE_MS = 700
_ABOVE = 10


class ReaderPosition(QObject):
    """`reached` carries the anchor of the section at the top of the view."""

    reached = Signal(object)

    def __init__(self, diary: Diary, scroll: QScrollArea) -> None:
        super().__init__(scroll)
        self._diary = diary
        self._scroll = scroll
        self._article = ""
        self._headings: Mapping[str, QWidget] = {}
        self._text: QWidget | None = None
        self._moved = False
        self._moving = False
        self._wanted: str | None = None
        # What stands at the top of the view, and how much of it is above.
        self._held: tuple[QWidget, float] | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.keep)
        scroll.verticalScrollBar().valueChanged.connect(self._scrolled)
        # The bar hears of a new height before the text has moved to its places.
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.timeout.connect(self._settle)
        scroll.verticalScrollBar().rangeChanged.connect(lambda *_: self._settled.start(0))

    def open(
        self, article: str, headings: Mapping[str, QWidget], text: QWidget, anchor: str | None, *, keep: bool
    ) -> None:
        """Begins with an article: at `anchor`, else where its reading stopped, else at its top; with `keep`
        the section that is being read stays (the same article in another language)."""
        here = (self._wanted or self.anchor) if keep else None
        self._article, self._headings, self._text = article, headings, text
        self._moved, self._held = False, None
        state = self._diary.learning.state(article)
        unfinished = state.anchor if 0 < state.progress < 1 else None
        self._wanted = anchor or here or unfinished
        if self._wanted is None:
            self._move(0)
        else:
            self._reach_requested()
        self.reached.emit(self.anchor)

    @property
    def anchor(self) -> str | None:
        """The section at the top of the view; None above the first."""
        bar = self._scroll.verticalScrollBar()
        # At the very end the last sections are in the view, however short they are.
        top = bar.value() + (
            self._scroll.viewport().height() if 0 < bar.maximum() == bar.value() else 4 * _ABOVE
        )
        passed = [anchor for anchor, heading in self._headings.items() if self._y(heading) <= top]
        return passed[-1] if passed else None

    @property
    def fraction(self) -> float:
        """How much of the text has been in the view, from 0 to 1."""
        if self._text is None or not self._text.height():
            return 0.0
        bottom = self._scroll.verticalScrollBar().value() + self._scroll.viewport().height()
        return min(1.0, max(0.0, (bottom - self._y(self._text)) / self._text.height()))

    def go_to(self, anchor: str) -> None:
        """Scrolls to a section."""
        if anchor in self._headings:
            self._wanted, self._held = anchor, None
            self._moved = True
            self._pause.start()
            self._reach_requested()

    def see(self, widget: QWidget) -> None:
        """Brings a part of the page to the top of the view."""
        self._wanted, self._held = None, (widget, -_ABOVE / max(1, widget.height()))
        self._reach_requested()

    def hold(self, change: Callable[[], None]) -> None:
        """Makes a change after which the same line stands at the top again."""
        if self._wanted is None:
            self._held = self._spot()
        change()
        QApplication.sendPostedEvents()
        self._reach_requested()

    def keep(self) -> None:
        """Remembers the place, if the person has moved at all or sees the whole text at once."""
        self._pause.stop()
        if self._article and (self._moved or self._scroll.verticalScrollBar().maximum() == 0):
            self._moved = False
            self._diary.learning.set_progress(self._article, self.anchor, self.fraction)

    def _scrolled(self) -> None:
        # A new height may take the bar along; that is nobody's scrolling.
        if self._moving or self._settled.isActive():
            return
        self._wanted, self._held = None, self._spot()
        self._moved = True
        self._pause.start()
        self.reached.emit(self.anchor)

    def _settle(self) -> None:
        self._reach_requested()
        self.reached.emit(self._wanted or self.anchor)

    def _reach_requested(self) -> None:
        # The text takes its height only when it is laid out: until somebody scrolls, the place is sought.
        if self._wanted in self._headings and self._wanted is not None:
            self._move(self._y(self._headings[self._wanted]) - _ABOVE)
            self.reached.emit(self._wanted)
        elif self._held is not None:
            widget, share = self._held
            self._move(round(self._y(widget) + share * widget.height()))

    def _spot(self) -> tuple[QWidget, float] | None:
        """The part of the page at the top of the view, and which share of it is above the view."""
        if self._text is None or (column := self._text.parentWidget()) is None:
            return None
        top = self._scroll.verticalScrollBar().value()
        direct = Qt.FindChildOption.FindDirectChildrenOnly
        parts = [each for each in column.findChildren(QWidget, options=direct) if each is not self._text]
        parts += self._text.findChildren(QWidget, options=direct)
        shown = [each for each in parts if each.isVisible() and self._y(each) + each.height() > top]
        if not shown:
            return None
        first = min(shown, key=self._y)
        return first, (top - self._y(first)) / max(1, first.height())

    def _move(self, value: int) -> None:
        self._moving = True
        self._scroll.verticalScrollBar().setValue(value)
        self._moving = False

    def _y(self, widget: QWidget) -> int:
        body = self._scroll.widget()
        return widget.mapTo(body, QPoint(0, 0)).y() if body is not None and body.isAncestorOf(widget) else 0
