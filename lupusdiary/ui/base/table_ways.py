"""How every table of the window is walked through and scrolled."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractItemView, QTableView


def set_table_ways(table: QTableView) -> None:
    """One cell is chosen at a time, nothing is typed over by itself, the Tab key leaves the table, and it
    scrolls by pixels."""
    table.setTabKeyNavigation(False)
    table.setCornerButtonEnabled(False)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
