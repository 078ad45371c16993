"""Theme and text size of the window, changed while it is open."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from lupusdiary.language import mark
from lupusdiary.resources import resource
from lupusdiary.ui.base.palette import CONTRAST, DARK, LIGHT, THEMES, Colours
from lupusdiary.ui.base.style_sheet import BASE_POINTS, FAMILY, style_sheet

SCALES = (1.0, 1.25, 1.5, 1.75, 2.0)
FOLLOW_SYSTEM = "system"
# What a person can choose, in the order of the menu and of the settings.
THEME_NAMES = (
    (FOLLOW_SYSTEM, mark("As the system")),
    ("light", mark("Light")),
    ("dark", mark("Dark")),
    ("contrast", mark("High contrast")),
)


class Theme(QObject):
    """The current colours and text scale. `changed` is sent after the application has them; what is seen
    then asks to be styled anew."""

    changed = Signal()

    def __init__(self, name: str = FOLLOW_SYSTEM, scale: float = 1.0) -> None:
        super().__init__()
        self.name = name if name in (*THEMES, FOLLOW_SYSTEM) else FOLLOW_SYSTEM
        self.scale = min(max(scale, SCALES[0]), SCALES[-1])
        for face in ("Regular", "Bold"):
            QFontDatabase.addApplicationFont(str(resource("fonts", "pretendard", f"Pretendard-{face}.ttf")))
        # Both objects are held: the accessibility hints die with the style hints that handed them out.
        self._hints = QGuiApplication.styleHints()
        self._hints.colorSchemeChanged.connect(self._system_changed)
        self._accessibility = self._hints.accessibility()
        self._accessibility.contrastPreferenceChanged.connect(self._system_changed)
        self._sheet = ""
        self._apply()

    @property
    def colours(self) -> Colours:
        """The colours in use."""
        if self.name in THEMES:
            return THEMES[self.name]
        if self._accessibility.contrastPreference() == Qt.ContrastPreference.HighContrast:
            return CONTRAST
        return DARK if self._hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT

    def set_name(self, name: str) -> None:
        """Changes to "light", "dark", "contrast" or "system"."""
        self.name = name
        self._apply()

    def set_scale(self, scale: float) -> None:
        """Changes to a text size of 1.0 to 2.0."""
        self.scale = min(max(scale, SCALES[0]), SCALES[-1])
        self._apply()

    def sheet(self) -> str:
        """The style sheet in the current colours and text size."""
        return self._sheet

    def apply_to(self, root: QWidget) -> None:
        """Puts the style sheet on a page, a bar or a dialog and on all that is in it.

        The application has none: Qt would work out every widget's style, also of what is not seen, once more
        for each of its ancestors.
        """
        if root.styleSheet() != self.sheet():
            root.setStyleSheet(self.sheet())

    def _system_changed(self) -> None:
        if self.name == FOLLOW_SYSTEM:
            self._apply()

    def _apply(self) -> None:
        app = QApplication.instance()
        if not isinstance(app, QApplication):
            return
        c = self.colours
        palette = QPalette()
        role = QPalette.ColorRole
        for which, colour in (
            (role.Window, c.window),
            (role.Base, c.surface),
            (role.AlternateBase, c.raised),
            (role.Button, c.surface),
            (role.WindowText, c.text),
            (role.Text, c.text),
            (role.ButtonText, c.text),
            (role.PlaceholderText, c.muted),
            (role.Highlight, c.accent),
            (role.HighlightedText, c.on_accent),
            (role.Link, c.accent),
            (role.ToolTipBase, c.text),
            (role.ToolTipText, c.surface),
        ):
            palette.setColor(which, QColor(colour))
        palette.setColor(QPalette.ColorGroup.Disabled, role.Text, QColor(c.disabled))
        app.setPalette(palette)
        font = QFont(FAMILY)
        font.setPointSizeF(BASE_POINTS * self.scale)
        app.setFont(font)
        self._sheet = style_sheet(c, self.scale, self._chevron(c))
        self.changed.emit()

    @staticmethod
    def _chevron(colours: Colours) -> str:
        shade = "dark" if colours.dark else "light"
        return resource("icons", f"chevron-{shade}.svg").as_posix()
