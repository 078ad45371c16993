"""Save, print, and what was saved where: the same under every page that becomes a PDF."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from lupusdiary.language import Refusal
from lupusdiary.ui.base.cloud_folder import cloud_service
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.pdf.preview import PrintPreview
from lupusdiary.ui.pdf.printing import choose_printer, print_pages
from lupusdiary.ui.widgets.flow_layout import flow_of
from lupusdiary.whole_file import write_whole

ChoosePrinter = Callable[[QWidget], QPrinter | None]


class SaveAndPrint(QWidget):
    """The buttons for what `preview` shows. `name` tells the buttons of one page from those of another.

    `own` says that the pages hold the person's own words or results: then the caution stands beside the
    buttons, and a folder that a cloud service copies is named before anything is written there. `taken` is
    sent when the pages were saved or printed. `buttons` may stand in another line of the page.
    """

    taken = Signal()

    def __init__(
        self,
        context: UiContext,
        preview: PrintPreview,
        name: str,
        choose_printer: ChoosePrinter = choose_printer,
    ) -> None:
        super().__init__()
        self._context = context
        self._preview = preview
        self._choose_printer = choose_printer
        self._title, self._file_name, self._own = "", "", True
        self._in_file: bytes | None = None
        self._saved: Path | None = None
        self.save = QPushButton()
        self.save.setObjectName(f"save_{name}")
        self.save.setProperty("role", "primary")
        self.print = QPushButton()
        self.print.setObjectName(f"print_{name}")
        self.caution = QLabel()
        self.caution.setProperty("role", "hint")
        self.saved = QLabel()
        self.saved.setObjectName(f"saved_{name}")
        self.open = QPushButton()
        self.open.setObjectName(f"open_saved_{name}")
        for label in (self.caution, self.saved):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.buttons = QWidget()
        self.buttons.setLayout(flow_of(8, self.save, self.print))
        said = QHBoxLayout()
        said.addWidget(self.saved, 1)
        said.addWidget(self.open, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.buttons)
        column.addWidget(self.caution)
        column.addLayout(said)
        self.save.clicked.connect(self._save)
        self.print.clicked.connect(self._print)
        self.open.clicked.connect(self._show_folder)
        self._forget_saved()

    def offer(self, title: str, file_name: str, *, own: bool, in_file: bytes | None = None) -> None:
        """Names what is previewed: `title` for the printer, `file_name` (without its ending) for the file.
        `in_file` are other bytes than the previewed ones for the file, e.g. without who the person is."""
        if (title, file_name, own) != (self._title, self._file_name, self._own):
            self._forget_saved()
        self._title, self._file_name, self._own = title, file_name, own
        self._in_file = in_file
        self.caution.setVisible(own)

    def enable(self, ready: bool) -> None:
        """Whether there is something to save or print; what was said of an earlier file goes with it."""
        self.save.setEnabled(ready)
        self.print.setEnabled(ready)
        if not ready:
            self._forget_saved()

    def retranslate(self) -> None:
        """Sets every text."""
        tr = self._context.tr
        self.save.setText(tr.text("Save as PDF…"))
        self.print.setText(tr.text("Print…"))
        self.open.setText(tr.text("Open the folder"))
        self.caution.setText(
            tr.text("Not encrypted. Sent by messenger, it stays in the chat and on both phones.")
        )
        self._say_saved()

    def _save(self) -> None:
        tr = self._context.tr
        title = tr.text("Save the page (not encrypted)") if self._own else tr.text("Save as PDF…")
        name = f"{_possible(self._file_name)}.pdf"
        path = self._context.prompts.save_path(self, title, name, "PDF (*.pdf)")
        if path is None or (self._own and not confirm_cloud(self._context, self, path)):
            return
        try:
            write_whole(path, self._in_file or self._preview.pdf)
        except Refusal as refusal:
            self._tell(refusal)
            return
        self._saved = path
        self._say_saved()
        self.taken.emit()

    def _print(self) -> None:
        if self._context.prompts.keeps_back():
            return
        printer = self._choose_printer(self)
        if printer is None:
            return
        printer.setDocName(self._title)
        try:
            print_pages(self._preview.document, printer)
        except Refusal as refusal:
            self._tell(refusal)
            return
        self.taken.emit()

    def _show_folder(self) -> None:
        if self._saved is not None:
            self._context.prompts.show_folder(self._saved.parent)

    def _forget_saved(self) -> None:
        self._saved = None
        self._say_saved()

    def _say_saved(self) -> None:
        for widget in (self.saved, self.open):
            widget.setVisible(self._saved is not None)
        if self._saved is not None:
            self.saved.setText(saved_words(self._context, self._saved, own=self._own))

    def _tell(self, refusal: Refusal) -> None:
        tr = self._context.tr
        self._context.prompts.tell(self, tr.refusal(refusal), tr.text("Close"))


def saved_words(context: UiContext, path: Path, *, own: bool) -> str:
    """What is said of a file that was written, with the folder in which it lies."""
    tr, folder = context.tr, path.absolute().parent
    place = folder.name or str(folder)
    if own:
        return tr.text(
            "Saved as “{name}” in “{folder}”. Anybody who has this copy can read it: it is not encrypted.",
            name=path.name,
            folder=place,
        )
    return tr.text(
        "Saved as “{name}” in “{folder}”. It holds nothing of your diary.", name=path.name, folder=place
    )


def confirm_cloud(context: UiContext, parent: QWidget, path: Path) -> bool:
    """Whether a file may be written where a service copies it: asked only where one is known to do so."""
    service = cloud_service(path)
    tr = context.tr
    return service is None or context.prompts.confirm(
        parent,
        tr.text(
            "This folder is copied to the computers of {service}. The page is not encrypted. Save it there?",
            service=service,
        ),
        tr.text("Save it there"),
        tr.text("Do not save"),
    )


def _possible(title: str) -> str:
    """A title without the signs that no file's name may hold."""
    return "".join(" " if sign in '\\/:*?"<>|' else sign for sign in title).strip()[:80]
