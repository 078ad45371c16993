"""One answer that can be chosen, and afterwards whether it is right: by a sign, by words, never by colour."""

from __future__ import annotations

from lupusdiary.language import Translator
from lupusdiary.ui.rich_button import RichButton


class QuizOption(RichButton):
    """`place` counts from 1 and is the key that chooses it. `right` is None until a question is answered,
    and where an option was neither right nor chosen."""

    def __init__(self, place: int, words: str, right: bool | None, tr: Translator) -> None:
        super().__init__(f"option_{place}", "option")
        sign = "" if right is None else "  ✓" if right else "  ✗"
        self.add_line("strong" if right else "", f"{place}.  {words}{sign}")
        if right is None:
            self.setAccessibleName(words)
        elif right:
            self.setAccessibleName(tr.text("{answer}: right", answer=words))
        else:
            self.setAccessibleName(tr.text("{answer}: not right", answer=words))
