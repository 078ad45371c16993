"""What `app.run` adds to the application stands in every end-to-end test as well."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from lupusdiary.ui.frame.undo_filter import UndoFilter


@pytest.fixture(autouse=True)
def _undo_filter(qapp: QApplication) -> Iterator[None]:
    made = UndoFilter(qapp)
    yield
    made.deleteLater()
