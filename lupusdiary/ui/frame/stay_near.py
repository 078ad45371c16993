"""Where the keyboard goes when what it was on has gone: near by, never out of the page by itself."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from lupusdiary.ui.base.page import Page


def stay_near(left: QWidget) -> None:
    """Brings the keyboard back into the page of `left`, which was hidden or disabled, if it went out of it:
    Qt goes on to whatever comes next, and there Enter may do what nobody asked for."""
    page = _page_of(left)
    now = QApplication.focusWidget()
    if page is None or not page.isVisible() or now is None or page.isAncestorOf(now):
        return
    near = left.parentWidget()
    while near is not None:
        found = next((each for each in near.findChildren(QWidget) if _takes_keys(each)), None)
        if found is not None:
            found.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        near = None if near is page else near.parentWidget()


def _page_of(widget: QWidget) -> Page | None:
    around: QWidget | None = widget
    while around is not None and not isinstance(around, Page):
        around = around.parentWidget()
    return around


def _takes_keys(widget: QWidget) -> bool:
    tabbed = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return tabbed and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None
