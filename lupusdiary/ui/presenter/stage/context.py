"""What the projector is given: its own language, and the window's colours at a text size of 28 pt."""

from __future__ import annotations

from PySide6.QtCore import QObject

from lupusdiary.language import translator
from lupusdiary.resources import resource
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.palette import Colours
from lupusdiary.ui.base.style_sheet import BASE_POINTS, style_sheet
from lupusdiary.ui.base.theme import Theme
from lupusdiary.ui.base.ui_language import UiLanguage

# A chart's text is 11 pt at a scale of 1.
_SCALE = 28.0 / 11.0
# The labels of the window are larger and smaller than its text; on the projector all of them are 28 pt.
_LABELS = """
#stage_heading, #stage_readout, #stage_caution, #stage_mode { font-size: 28pt; }
#stage_heading { font-weight: bold; }
"""


class StageLanguage(UiLanguage):
    """The language of the slides; Qt's own texts and the locale stay with the window."""

    def __init__(self, code: str) -> None:
        QObject.__init__(self)
        self.tr_now = translator(code)

    def switch(self, code: str) -> None:
        if code != self.code:
            self.tr_now = translator(code)
            self.changed.emit()


class StageTheme(Theme):
    """The colours of the window and a text size for the back row; it dresses nothing itself."""

    def __init__(self, theme: Theme) -> None:
        QObject.__init__(self)
        self._of_window = theme
        self.theme = theme.name
        self.scale = _SCALE
        theme.changed.connect(self.changed)

    @property
    def colours(self) -> Colours:
        return self._of_window.colours

    def _labels(self) -> str:
        c = self.colours
        return f"{_LABELS} #stage_caution {{ color: {c.on_note}; }} #stage_readout {{ color: {c.muted}; }}"

    def sheet(self) -> str:
        """The style sheet of everything on the projector that is not painted."""
        shade = "dark" if self.colours.dark else "light"
        chevron = resource("icons", f"chevron-{shade}.svg").as_posix()
        return style_sheet(self.colours, 28.0 / BASE_POINTS, chevron) + self._labels()


def stage_context(context: UiContext) -> tuple[UiContext, StageTheme]:
    """The context of the projector, which begins in the window's language."""
    theme = StageTheme(context.theme)
    language = StageLanguage(context.ui_language.code)
    mode = context.mode
    return UiContext(language, theme, context.prompts, context.preferences, mode), theme
