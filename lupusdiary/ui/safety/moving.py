"""One page on how a diary moves to another computer."""

from __future__ import annotations

from collections.abc import Sequence

from lupusdiary.language import Translator
from lupusdiary.ui.widgets.text_dialog import TextDialog


class Moving(TextDialog):
    """Says it in three steps; the file is all there is."""

    def heading(self, tr: Translator) -> str:
        return tr.text("Moving to another computer")

    def content(self, tr: Translator) -> Sequence[tuple[str, Sequence[str]]]:
        return (
            (
                tr.text("1. On this computer"),
                (
                    tr.text(
                        "In Settings, under Backups, press “Copy to a stick”. Everything is in that one "
                        "file: entries, results, photos and settings."
                    ),
                    tr.text(
                        "If the diary has a passphrase, take it and the recovery sheet along. Nobody can "
                        "open the file without one of them."
                    ),
                ),
            ),
            (
                tr.text("2. On the other computer"),
                (
                    tr.text(
                        "Install this program, start it, and choose “Restore a backup” on the first page. "
                        "Choose the newest file on the stick, in the folder “lupusdiary-backups”."
                    ),
                ),
            ),
            (
                tr.text("3. Afterwards"),
                (
                    tr.text(
                        "The diary keeps its number, so backups go on as before. Choose the second place "
                        "again if the stick has another name there."
                    ),
                    tr.text(
                        "Write in one of the two from now on: two diaries that are both written in do not "
                        "become one by themselves. Import and export bring their entries together."
                    ),
                ),
            ),
        )
