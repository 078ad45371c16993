"""A diary is left only when nothing that was typed is lost, or the person says that it may be."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QGuiApplication

from lupusdiary.language import Refusal
from lupusdiary.ui.base.draft_keeper import Unkept
from lupusdiary.ui.frame.window import Window

_AGAIN, _ELSEWHERE, _COPY, _GIVE_UP = range(4)


class Leaving:
    """Asks about what could neither be saved nor kept as a draft: again, elsewhere, copied or given up."""

    def __init__(self, window: Window) -> None:
        self._window = window

    def may_go(self) -> bool:
        """Keeps everything that is being typed; whether the diary may be closed now."""
        view = self._window.view
        while view is not None and (unkept := view.unkept()):
            answer = self._ask(unkept)
            if answer == _COPY:
                QGuiApplication.clipboard().setText(_text(unkept))
                return False
            if answer == _GIVE_UP or (answer == _ELSEWHERE and self._save_text(_text(unkept))):
                return True
            if answer is None:
                return False
        return True

    def _ask(self, unkept: list[Unkept]) -> int | None:
        context = self._window.context
        tr = context.tr
        return context.prompts.choose(
            self._window,
            tr.text(
                "What you typed last could not be saved, so the diary stays open. {reason}",
                reason=unkept[0].why,
            ),
            (
                tr.text("Try again"),
                tr.text("Save the text elsewhere…"),
                tr.text("Copy the text and stay"),
                tr.text("Close without it"),
            ),
            tr.text("Stay here"),
        )

    def _save_text(self, text: str) -> bool:
        from lupusdiary.whole_file import write_whole

        context = self._window.context
        tr = context.tr
        title = tr.text("Save the text (not encrypted)")
        path: Path | None = context.prompts.save_path(self._window, title, "lupusdiary.txt", "TXT (*.txt)")
        if path is None:
            return False
        try:
            write_whole(path, text.encode())
        except Refusal as refusal:
            context.prompts.tell(self._window, tr.refusal(refusal), tr.text("Close"))
            return False
        return True


def _text(unkept: list[Unkept]) -> str:
    return "\n\n".join(each.text for each in unkept)
