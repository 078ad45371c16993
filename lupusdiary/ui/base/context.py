"""What every page is given besides the diary."""

from __future__ import annotations

from dataclasses import dataclass, field

from lupusdiary.language import Translator
from lupusdiary.ui.base.demonstration_mode import DemonstrationMode
from lupusdiary.ui.base.dialogs import Prompts
from lupusdiary.ui.base.preferences import Preferences
from lupusdiary.ui.base.theme import Looks
from lupusdiary.ui.base.ui_language import LiveLanguage


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Language, looks, questions, what is remembered, and whether only fictional diaries are shown; made
    once by the composition root."""

    language: LiveLanguage
    looks: Looks
    prompts: Prompts
    preferences: Preferences
    mode: DemonstrationMode = field(default_factory=DemonstrationMode)

    @property
    def tr(self) -> Translator:
        """The current translator."""
        return self.language.tr_now
