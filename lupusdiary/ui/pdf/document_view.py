"""A sheet to take along: previewed in one or both languages, saved and printed as one PDF."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from lupusdiary.language import Refusal, Translator, translator
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.page import SIDE, TOP
from lupusdiary.ui.base.spoken import QuestionGroup
from lupusdiary.ui.base.ui_language import LANGUAGE_NAMES
from lupusdiary.ui.base.worker import Background
from lupusdiary.ui.pdf.preview import PrintPreview
from lupusdiary.ui.pdf.printing import choose_printer
from lupusdiary.ui.pdf.save_print import ChoosePrinter, SaveAndPrint
from lupusdiary.ui.widgets.chip import Chip, Joined
from lupusdiary.ui.widgets.flow_layout import flow_of

# What can be chosen, and the languages that are printed then.
_LANGUAGES = {"ko": ("ko",), "en": ("en",), "both": ("ko", "en")}


@dataclass(frozen=True, slots=True)
class PrintedDocument:
    """What is printed: `make` writes the PDF beside the window, `own` says that it holds own words."""

    title: str
    file_name: str
    make: Callable[[tuple[Translator, ...]], bytes]
    own: bool


class DocumentView(QWidget):
    """`closed` leads back to where the sheet was asked for. `apart`: a page with its own head has the
    `controls` where it likes, here is the preview alone."""

    closed = Signal()

    def __init__(
        self, context: UiContext, choose_printer: ChoosePrinter = choose_printer, *, apart: bool = False
    ) -> None:
        super().__init__()
        self._context = context
        self._background = Background(self)
        self._paper: PrintedDocument | None = None
        self._which = context.ui_language.code
        self.back = QPushButton()
        self.back.setObjectName("paper_back")
        self.back.clicked.connect(self.closed)
        self.title = QLabel()
        self.title.setProperty("role", "section")
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setWordWrap(True)
        self._group = QuestionGroup(self, self.title)
        self.chips: dict[str, Chip] = {}
        self.preview = PrintPreview(context)
        self.save_print = SaveAndPrint(context, self.preview, "paper", choose_printer)
        for code in _LANGUAGES:
            chip = Chip(f"paper_{code}", self)
            chip.clicked.connect(lambda _=False, code=code: self._choose(code))
            self._group.addButton(chip)
            self.chips[code] = chip
        self.languages = Joined([*self.chips.values()])
        self.controls = QWidget()
        controls = QVBoxLayout(self.controls)
        controls.setContentsMargins(0, 0, 0, 0)
        controls.setSpacing(10)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        if apart:
            self.back.setParent(self)
            self.title.setParent(self)
            self.back.hide()
            self.title.hide()
            controls.addWidget(self.languages)
            column.setContentsMargins(0, 0, 0, 0)
        else:
            column.setContentsMargins(SIDE, TOP, SIDE, 16)
            controls.addLayout(flow_of(8, self.back, self.languages, self.save_print.buttons))
            column.addWidget(self.controls)
            QWidget.setTabOrder(self.back, next(iter(self.chips.values())))
            column.addWidget(self.title)
        controls.addWidget(self.save_print)
        in_line = (*self.chips.values(), self.save_print.save, self.save_print.print)
        for one, other in pairwise(in_line):
            QWidget.setTabOrder(one, other)
        column.addWidget(self.preview, 1)

    def show_document(self, paper: PrintedDocument) -> None:
        """Previews a sheet in the language of the window."""
        self._paper = paper
        self._which = self._context.ui_language.code
        self.retranslate()
        self._make()

    def rename(self, paper: PrintedDocument) -> None:
        """The same sheet, its title in another language of the window; what is previewed stays."""
        self._paper = paper
        self.retranslate()

    def retranslate(self) -> None:
        """Sets every text."""
        tr = self._context.tr
        self.back.setText(tr.text("Back"))
        self.save_print.retranslate()
        self.languages.setAccessibleName(tr.text("Language of the page"))
        for code in _LANGUAGES:
            self.chips[code].setText(LANGUAGE_NAMES.get(code) or tr.text("Both"))
            self.chips[code].setChecked(code == self._which)
        self.preview.retranslate()
        if self._paper is not None:
            self.title.setText(self._paper.title)
            self.save_print.offer(self._paper.title, self._paper.file_name, own=self._paper.own)
            self.preview.view.setAccessibleName(self._paper.title)
        self._enable()

    def restyle(self) -> None:
        """Fits icons and the preview to the theme."""
        self.preview.restyle()

    def _choose(self, code: str) -> None:
        self._which = code
        self._make()

    def _make(self) -> None:
        if self._paper is None:
            return
        make = self._paper.make
        languages = tuple(translator(code) for code in _LANGUAGES[self._which])
        self.preview.say(self._context.tr.text("The sheet is being made…"))
        self._background.run(lambda: make(languages), self._made, self._failed)
        self._enable()

    def _made(self, pdf: bytes) -> None:
        self.preview.show_pdf(pdf)
        self._enable()

    def _failed(self, refusal: Refusal) -> None:
        self.preview.say(self._context.tr.refusal(refusal))
        self._enable()

    def _enable(self) -> None:
        ready = bool(self.preview.pdf) and not self._background.busy
        self.save_print.enable(ready)
