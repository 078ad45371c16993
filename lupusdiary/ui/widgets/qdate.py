"""Days as Qt's date controls take and give them."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate


def qdate(day: date) -> QDate:
    """A day for Qt."""
    return QDate(day.year, day.month, day.day)


def day_of(chosen: QDate) -> date:
    """A day from Qt."""
    return date(chosen.year(), chosen.month(), chosen.day())
