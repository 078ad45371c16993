"""What every page is given besides the diary."""

from __future__ import annotations

from dataclasses import dataclass

from lupusdiary.language import Translator
from lupusdiary.ui.live_language import LiveLanguage
from lupusdiary.ui.looks import Looks
from lupusdiary.ui.preferences import Preferences
from lupusdiary.ui.prompts import Prompts


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Language, looks, questions and what is remembered; made once by the composition root."""

    language: LiveLanguage
    looks: Looks
    prompts: Prompts
    preferences: Preferences

    @property
    def tr(self) -> Translator:
        """The current translator."""
        return self.language.tr_now
