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

    @property
    def tr(self) -> Translator:
        """The current translator."""
        return self.ui_language.tr_now
