"""What Qt's own file dialog would leave behind: the folders that were visited, for every program to read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

# Where Qt keeps them, of all its programs together.
_OF_QT = "QtProject"
_FOLDERS = ("FileDialog/history", "FileDialog/lastVisited")


@contextmanager
def no_folder_remembered() -> Iterator[None]:
    """While a dialog for files is shown: what Qt remembered before is what it remembers behind it."""
    from PySide6.QtCore import QSettings

    kept = QSettings(QSettings.Scope.UserScope, _OF_QT)
    before = {key: kept.value(key) for key in _FOLDERS if kept.contains(key)}
    try:
        yield
    finally:
        for key in _FOLDERS:
            if key in before:
                kept.setValue(key, before[key])
            else:
                kept.remove(key)
        kept.sync()
