"""How a hospital writes articles of its own: the guide that also lies in the folder with the example."""

from __future__ import annotations

from collections.abc import Sequence

from lupusdiary.language import Translator
from lupusdiary.ui.widgets.text_dialog import TextDialog


class WritingGuide(TextDialog):
    """The window with the guide."""

    def heading(self, tr: Translator) -> str:
        return tr.text("How to write an article")

    def content(self, tr: Translator) -> Sequence[tuple[str, Sequence[str]]]:
        from lupusdiary.education.checks.example import guide

        return guide(tr.code)
