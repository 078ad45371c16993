"""Questions that stop the person for a moment. Injected, so that a test answers instead of a dialog."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

# A class of Qt is built by the binding when it is imported: the dialogs wait until one is wanted.
from PySide6.QtWidgets import QDialog, QWidget

from lupusdiary.ui.base.file_dialog_trace import no_folder_remembered
from lupusdiary.ui.base.preferences import REMEMBERS_DIARIES, SAVED_IN, Preferences

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox


class Prompts:
    """Asks the person by dialogs of the platform, in the window's language. With `preferences`, dialogs for
    files begin where she last saved or opened one, else in her documents: never where the program lies."""

    def __init__(self, preferences: Preferences | None = None) -> None:
        self._preferences = preferences
        # Set while others look at the window: their display shows no folder of this computer.
        self.kept_back: Callable[[], None] | None = None

    def keeps_back(self) -> bool:
        """Whether a window of the platform may not open now; then it is said where the presenter sees it."""
        if self.kept_back is None:
            return False
        self.kept_back()
        return True

    def confirm(self, parent: QWidget, question: str, yes: str, no: str) -> bool:
        """Asks a question; `yes` and `no` name what the two buttons do. Escape and closing mean no."""
        box = _message(parent, question)
        accept = box.addButton(yes, box.ButtonRole.AcceptRole)
        refuse = box.addButton(no, box.ButtonRole.RejectRole)
        box.setDefaultButton(refuse)
        box.setEscapeButton(refuse)
        box.exec()
        return box.clickedButton() is accept

    def choose(self, parent: QWidget, question: str, answers: Sequence[str], stay: str) -> int | None:
        """Asks which of `answers` is wanted; None for `stay`, Escape and closing."""
        box = _message(parent, question)
        buttons = [box.addButton(answer, box.ButtonRole.AcceptRole) for answer in answers]
        staying = box.addButton(stay, box.ButtonRole.RejectRole)
        box.setDefaultButton(buttons[0])
        box.setEscapeButton(staying)
        box.exec()
        clicked = box.clickedButton()
        return next((at for at, button in enumerate(buttons) if button is clicked), None)

    def tell(self, parent: QWidget, text: str, close: str) -> None:
        """Says something that the person must have seen; `close` names the button."""
        box = _message(parent, text)
        box.addButton(close, box.ButtonRole.AcceptRole)
        box.exec()

    def run(self, dialog: QDialog) -> bool:
        """Shows a dialog of ours until the person has decided; whether she accepted it."""
        return dialog.exec() == 1

    def save_path(self, parent: QWidget, title: str, name: str, kinds: str) -> Path | None:
        """Asks where to save; `kinds` is a filter such as "PDF (*.pdf)"."""
        from PySide6.QtWidgets import QFileDialog

        if self.keeps_back():
            return None
        with no_folder_remembered():
            chosen, _ = QFileDialog.getSaveFileName(parent, title, str(self.start_folder() / name), kinds)
        return self._remembered(chosen, lambda path: path.parent)

    def open_path(self, parent: QWidget, title: str, kinds: str) -> Path | None:
        """Asks which file to open."""
        from PySide6.QtWidgets import QFileDialog

        if self.keeps_back():
            return None
        with no_folder_remembered():
            chosen, _ = QFileDialog.getOpenFileName(parent, title, str(self.start_folder()), kinds)
        return self._remembered(chosen, lambda path: path.parent)

    def show_folder(self, folder: Path) -> None:
        """Opens a folder of this computer where its files are seen."""
        from PySide6.QtCore import QUrl
        from PySide6.QtGui import QDesktopServices

        if self.keeps_back():
            return
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def folder(self, parent: QWidget, title: str) -> Path | None:
        """Asks for a folder."""
        from PySide6.QtWidgets import QFileDialog

        if self.keeps_back():
            return None
        with no_folder_remembered():
            chosen = QFileDialog.getExistingDirectory(parent, title, str(self.start_folder()))
        return self._remembered(chosen, lambda path: path)

    def start_folder(self) -> Path:
        """Where a dialog for files begins: where the person last saved or opened one, else her documents."""
        from PySide6.QtCore import QStandardPaths

        last = self._preferences.word(SAVED_IN) if self._preferences is not None else ""
        if last and Path(last).is_dir():
            return Path(last)
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return Path(documents) if documents and Path(documents).is_dir() else Path.home()

    def _remembered(self, chosen: str, folder_of: Callable[[Path], Path]) -> Path | None:
        if not chosen:
            return None
        # Where this computer is not to remember diaries, their folder is not remembered either.
        if self._preferences is not None and self._preferences.flag(REMEMBERS_DIARIES, True):
            self._preferences.remember(SAVED_IN, str(folder_of(Path(chosen))))
        return Path(chosen)


def _message(parent: QWidget, text: str) -> QMessageBox:
    """A dialog over the window of `parent` that shows a text as it is written, without buttons yet."""
    from PySide6.QtWidgets import QMessageBox

    box = QMessageBox(parent.window())
    box.setIcon(QMessageBox.Icon.NoIcon)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(text)
    return box
