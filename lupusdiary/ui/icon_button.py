"""A small button that shows a drawing; its words are its tooltip and its name for a screen reader."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QToolButton, QWidget

from lupusdiary.ui.icons import icon
from lupusdiary.ui.looks import Looks
from lupusdiary.ui.style import target


class IconButton(QToolButton):
    """A button with the icon `drawing`; a quiet one has no frame."""

    def __init__(self, drawing: str, name: str, parent: QWidget, *, quiet: bool = True) -> None:
        super().__init__(parent)
        self._drawing = drawing
        self.setObjectName(name)
        if quiet:
            self.setProperty("role", "quiet")

    def say(self, words: str) -> None:
        """Sets what the button does, in words."""
        self.setToolTip(words)
        self.setAccessibleName(words)

    def restyle(self, looks: Looks) -> None:
        """Draws the icon in the colours and size of the moment."""
        size = round(20 * (0.6 + 0.4 * looks.scale))
        colours = looks.colours
        checked = colours.accent if self.isCheckable() else None
        self.setIcon(icon(self._drawing, colours.muted, size, checked=checked, disabled=colours.border))
        self.setIconSize(QSize(size, size))
        self.setFixedSize(target(looks.scale), target(looks.scale))
