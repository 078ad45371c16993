"""The list of every unit of a test, opened from its cell."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QMenu, QWidget

from lupusdiary.language import Translator
from lupusdiary.ui.labs.sheet_entry import SheetEntry


def unit_menu(
    parent: QWidget,
    entry: SheetEntry,
    tr: Translator,
    choose: Callable[[str], None],
    write: Callable[[], None],
) -> QMenu:
    """A menu of the units, of “not known” (an empty unit), and of writing another one."""
    menu = QMenu(parent)

    def add(words: str, unit: str) -> None:
        menu.addAction(words).triggered.connect(lambda: choose(unit))

    for unit in entry.units:
        add(unit, unit)
    if entry.units:
        menu.addSeparator()
    add(tr.text("Not printed, not known"), "")
    menu.addAction(tr.text("Write another unit …")).triggered.connect(lambda: write())
    return menu
