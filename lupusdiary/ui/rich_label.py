"""A paragraph whose links are followed by mouse and keyboard inside the program."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QCursor, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLabel

_TEXT = Qt.TextInteractionFlag.TextSelectableByMouse
_LINKS = Qt.TextInteractionFlag.TextBrowserInteraction


class RichLabel(QLabel):
    """`followed` carries the link and where on the screen what it opens may stand; `pointed` the link that
    the pointer is on, empty when it left."""

    followed = Signal(str, QPoint)
    pointed = Signal(str)

    def __init__(self, *, links: bool) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setOpenExternalLinks(False)
        self.setTextInteractionFlags(_LINKS if links else _TEXT)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if links else Qt.FocusPolicy.NoFocus)
        self._by_key = False
        self.linkActivated.connect(self._follow)
        self.linkHovered.connect(self.pointed)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        # Qt would first stop at the whole line, which looks like nothing at all.
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.focusNextPrevChild(event.reason() == Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._by_key = True
        super().keyPressEvent(event)
        self._by_key = False

    def _follow(self, link: str) -> None:
        at = self.mapToGlobal(QPoint(0, self.height())) if self._by_key else QCursor.pos() + QPoint(0, 14)
        self.followed.emit(link, at)
