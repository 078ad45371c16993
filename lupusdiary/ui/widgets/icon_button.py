"""A small button that shows a drawing; its words are its tooltip and its name for a screen reader."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QToolButton, QWidget

from lupusdiary.ui.base.icons import icon
from lupusdiary.ui.base.style_sheet import target
from lupusdiary.ui.base.theme import Theme
from lupusdiary.ui.widgets.labels import plain_tip


class IconButton(QToolButton):
    """A button with the icon `drawing`, `warning` in the colour of what is to be looked at again; a quiet one
    has no frame."""

    def __init__(
        self, drawing: str, name: str, parent: QWidget, *, quiet: bool = True, warning: bool = False
    ) -> None:
        super().__init__(parent)
        self._drawing = drawing
        self._warning = warning
        self._theme: Theme | None = None
        self.setObjectName(name)
        if quiet:
            self.setProperty("role", "quiet")

    def say(self, words: str) -> None:
        """Sets what the button does, in words."""
        self.setToolTip(plain_tip(words))
        self.setAccessibleName(words)

    def draw(self, drawing: str) -> None:
        """Shows another drawing from now on."""
        self._drawing = drawing
        if self._theme is not None:
            self.restyle(self._theme)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange and self._theme is not None and not self.isEnabled():
            self.restyle(self._theme)

    def restyle(self, theme: Theme) -> None:
        """Draws the icon in the colours and size of the moment."""
        self._theme = theme
        size = round(20 * (0.6 + 0.4 * theme.scale))
        colours = theme.colours
        checked = colours.accent if self.isCheckable() else None
        # Most are never disabled: that drawing is made when it is first needed.
        # In high contrast every border is as bright as what can be pressed.
        pale = colours.disabled if colours.border == colours.muted else colours.border
        disabled = None if self.isEnabled() else pale
        self.setIcon(
            icon(
                self._drawing,
                colours.on_note if self._warning else colours.muted,
                size,
                checked=checked,
                disabled=disabled,
            )
        )
        self.setIconSize(QSize(size, size))
        self.setFixedSize(target(theme.scale), target(theme.scale))
