"""A window of text to read, in the language of the program, switched while it is open."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from lupusdiary.language import Translator
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.base.dialog_size import fit_dialog


class TextDialog(QDialog):
    """Shows headings and paragraphs. A subclass says them in `content` and names itself in `heading`."""

    def __init__(self, parent: QWidget, context: UiContext) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.context = context
        self.browser = QTextBrowser()
        self.browser.setOpenLinks(False)
        self._close = QPushButton()
        self._close.setProperty("role", "primary")
        self._close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.addWidget(self.browser, 1)
        layout.addLayout(row)
        fit_dialog(self, context.theme.scale, 720, 560)
        context.ui_language.changed.connect(self.retranslate)
        self.retranslate()

    def heading(self, tr: Translator) -> str:
        """The window's title."""
        return tr.text("Lupus Diary")

    def content(self, tr: Translator) -> Sequence[tuple[str, Sequence[str]]]:
        """Headings, each with its paragraphs."""
        return ()

    def retranslate(self) -> None:
        """Sets every text."""
        tr = self.context.tr
        self.setWindowTitle(self.heading(tr))
        self.browser.setAccessibleName(self.heading(tr))
        self._close.setText(tr.text("Close"))
        self.browser.setHtml(
            "".join(
                f"<h3>{escape(head)}</h3>"
                + "".join(f"<p style='line-height:140%'>{escape(p)}</p>" for p in paragraphs)
                for head, paragraphs in self.content(tr)
            )
        )
