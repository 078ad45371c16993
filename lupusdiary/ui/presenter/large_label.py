"""A line in large letters on the presenter's own display."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from lupusdiary.ui.base.spoken import TEXT, speak_as
from lupusdiary.ui.widgets.labels import line_label


def large_label(role: str, name: str) -> QLabel:
    """An empty line of a role; it is large, but it heads nothing."""
    label = line_label(role, name)
    speak_as(label, TEXT)
    return label
