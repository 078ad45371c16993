"""The recovery sheet of a diary, printed or saved, and where it had better not be saved."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from lupusdiary.diary import Diary
from lupusdiary.diary.recovery import Nearness, nearness, sheet_mark
from lupusdiary.language import Refusal, translator
from lupusdiary.report.recovery_sheet import SheetFor, write_pdf
from lupusdiary.ui.base.cloud_folder import cloud_service
from lupusdiary.ui.frame.recovery_key import RecoveryPage
from lupusdiary.ui.frame.window import Window
from lupusdiary.ui.pdf.printing import choose_printer, print_pages
from lupusdiary.ui.safety.reminders import remember_sheet
from lupusdiary.whole_file import write_whole


class RecoverySheet:
    """Does what the page of the recovery key asks for."""

    def __init__(
        self, window: Window, choose_printer: Callable[[QWidget], QPrinter | None] = choose_printer
    ) -> None:
        self._window = window
        self._context = window.context
        self._choose_printer = choose_printer

    def page(self, diary: Diary, go_on: Callable[[RecoveryPage], None]) -> RecoveryPage:
        """The page of an open diary; `go_on` is called when the person has done with it."""
        page = RecoveryPage(diary, self._context)
        page.print_requested.connect(lambda: self.print(page, diary))
        page.sheet_requested.connect(lambda: self.save(page, diary))
        page.copied.connect(lambda: remember_sheet(self._context.preferences, diary))
        page.done.connect(lambda: go_on(page))
        return page

    def print(self, page: RecoveryPage, diary: Diary) -> None:
        """Prints the sheet; nothing of it is left in a file."""
        tr = self._context.tr
        printer = self._choose_printer(page)
        if printer is None:
            return
        buffer, document = QBuffer(), QPdfDocument(page)
        try:
            buffer.setData(self._pdf(diary))
            buffer.open(QIODevice.OpenModeFlag.ReadOnly)
            document.load(buffer)
            print_pages(document, printer)
        except Refusal as refusal:
            page.say(tr.refusal(refusal))
            return
        finally:
            document.close()
        remember_sheet(self._context.preferences, diary)
        page.sheet_kept(tr.text("The sheet went to the printer. Please look whether it came out whole."))

    def save(self, page: RecoveryPage, diary: Diary) -> None:
        """Writes the sheet where she says, after a warning where it would lie with the diary."""
        tr = self._context.tr
        name = tr.text("Recovery sheet") + ".pdf"
        path = self._context.prompts.save_path(page, tr.text("Recovery sheet"), name, "PDF (*.pdf)")
        if path is None:
            return
        warning = self._warning(diary, path)
        if warning is not None and not self._context.prompts.confirm(
            page, warning, tr.text("Save it there"), tr.text("Do not save")
        ):
            return
        try:
            write_whole(path, self._pdf(diary))
        except Refusal as refusal:
            self._context.prompts.tell(page, tr.refusal(refusal), tr.text("Close"))
            return
        # With the diary it helps nobody who lost both: the reminder to print it stays.
        if warning is None:
            remember_sheet(self._context.preferences, diary)
        page.sheet_kept(tr.text("The sheet is saved. Print it, then delete the file: it is not encrypted."))

    def _warning(self, diary: Diary, path: Path) -> str | None:
        tr, service, near = self._context.tr, cloud_service(path), nearness(diary, path)
        if service is not None:
            return tr.text(
                "This folder is copied to the computers of {service}: who can open it there has the key of "
                "your diary. Save the sheet there?",
                service=service,
            )
        if near is Nearness.FOLDER:
            return tr.text(
                "The diary or its backups are in this folder: whoever has the folder can "
                "read everything, and whoever loses it loses the key too. Save the sheet "
                "there?"
            )
        if near is Nearness.DISK:
            return tr.text(
                "The diary or its backups are on this disk: if it is stolen or breaks, the "
                "key goes with it. Printing is safer. Save the sheet there?"
            )
        return None

    def _pdf(self, diary: Diary) -> bytes:
        tr = self._context.tr
        other = translator("en" if tr.code == "ko" else "ko")
        sheet = SheetFor(diary.recovery_key(), diary.path.name, sheet_mark(diary), diary.today())
        return write_pdf(sheet, (tr, other))
