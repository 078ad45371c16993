"""A button is as wide as its words: one that spans a page looks like a field, and its words are far away."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton, QWidget

from tests.ui.frame.test_reach import called
from tests.ui.frame.test_views_are_whole import shell, story
from tests.ui.places import PAGES, places
from tests.ui.shell import Shell

__all__ = ["shell", "story"]
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard", extend=True)
# What a button in a row of equals may be wider than its own words, in pixels; in a narrow panel at the side
# one may take all of its width.
_SLACK, _NARROW = 120, 320


def wide(widget: QWidget) -> list[str]:
    """The buttons that are much wider than their words."""
    return [
        f"{called(each)} is {each.width()} wide and says {each.sizeHint().width()}"
        for each in widget.findChildren(QPushButton)
        if each.isVisible() and each.text() and each.width() > max(each.sizeHint().width() + _SLACK, _NARROW)
    ]


@pytest.mark.parametrize("name", PAGES)
def test_no_button_spans_a_page(shell: Shell, name: str) -> None:
    shell.window.resize(1366, 768)
    found: dict[str, list[str]] = {}

    def at(way: str, widget: QWidget) -> None:
        if wrong := wide(widget):
            found[way] = wrong

    places(shell, name, at, deep=1)
    assert found == {}
