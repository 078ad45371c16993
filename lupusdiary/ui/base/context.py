"""What every page is given besides the diary."""

from __future__ import annotations

from dataclasses import dataclass, field

from lupusdiary.language import Translator
from lupusdiary.ui.base.demonstration_mode import DemonstrationMode
from lupusdiary.ui.base.dialogs import Prompts
from lupusdiary.ui.base.preferences import Preferences
from lupusdiary.ui.base.theme import Theme
from lupusdiary.ui.base.ui_language import UiLanguage

# The key of the preference: the hospital's numbers on every handout, set once on this computer.
HANDOUT_NUMBERS = "handout_numbers"


@dataclass(frozen=True, slots=True)
class UiContext:
    """Language, theme, questions, what is remembered, and whether only fictional diaries are shown; made
    once by the composition root."""

    ui_language: UiLanguage
    theme: Theme
    prompts: Prompts
    preferences: Preferences
    mode: DemonstrationMode = field(default_factory=DemonstrationMode)

    def choose_language(self, code: str) -> None:
        """Speaks another language from now on, and after the next start."""
        self.ui_language.switch(code)
        self.preferences.remember("language", code)

    def choose_scale(self, scale: float) -> None:
        """Shows text of another size from now on, and after the next start."""
        self.theme.set_scale(scale)
        self.preferences.remember("scale", self.theme.scale)

    def choose_theme(self, name: str) -> None:
        """Shows other colours from now on, and after the next start."""
        self.theme.set_name(name)
        self.preferences.remember("theme", name)

    @property
    def tr(self) -> Translator:
        """The current translator."""
        return self.ui_language.tr_now
