"""After a session: how many were there, what the group answered, and the record with its feedback sheet."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from lupusdiary.education.sessions.record import SessionRecord, held_for
from lupusdiary.language import Translator
from lupusdiary.ui.base.context import HANDOUT_NUMBERS, UiContext
from lupusdiary.ui.base.dialog_size import fit_dialog
from lupusdiary.ui.pdf.document_view import DocumentView, PrintedDocument
from lupusdiary.ui.widgets.count_field import CountField
from lupusdiary.ui.widgets.flow_layout import FlowLayout
from lupusdiary.ui.widgets.labels import plain_label
from lupusdiary.ui.widgets.scroll_column import scrolled

_MOST = 500


class SessionRecordDialog(QDialog):
    """Nothing of it is kept: what is not printed or saved here is gone when it is closed."""

    def __init__(self, parent: QWidget, context: UiContext, taught: SessionRecord) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context = context
        self._taught = taught
        self.title = plain_label("section", "taught_title")
        self.words = plain_label("", "taught_words")
        self.why = plain_label("hint", "taught_hint")
        self._ask = QLabel()
        self.people = CountField("people_present", _MOST)
        self._ask.setBuddy(self.people)
        self.papers = QPushButton()
        self.papers.setObjectName("session_papers")
        self.papers.setProperty("role", "primary")
        self.finish = QPushButton()
        self.finish.setObjectName("papers_done")
        self.paper = DocumentView(context)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._first_page())
        self._stack.addWidget(self.paper)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self.papers.clicked.connect(self._show_paper)
        self.finish.clicked.connect(self.accept)
        self.paper.closed.connect(lambda: self._stack.setCurrentIndex(0))
        context.ui_language.changed.connect(self.retranslate)
        fit_dialog(self, context.theme.scale, 820, 600)
        self.retranslate()
        self.paper.restyle()

    def _first_page(self) -> QWidget:
        page = QWidget()
        row = QHBoxLayout()
        row.addWidget(self._ask)
        row.addWidget(self.people)
        row.addStretch(1)
        buttons = FlowLayout()
        buttons.addWidget(self.papers)
        buttons.addWidget(self.finish)
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(14)
        column.addWidget(self.title)
        told = QWidget()
        lines = QVBoxLayout(told)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(self.words)
        lines.addStretch(1)
        self.told = scrolled(told)
        column.addWidget(self.told, 1)
        column.addLayout(row)
        column.addWidget(self.why)
        column.addLayout(buttons)
        return page

    @property
    def taught(self) -> SessionRecord:
        """The session with the number of people that was entered."""
        return replace(self._taught, people=self.people.number or None)

    def retranslate(self) -> None:
        """Sets every text."""
        tr, taught = self._context.tr, self._taught
        self.setWindowTitle(tr.text("The session has ended"))
        self.title.setText(tr.pick(taught.title_ko, taught.title_en))
        held = held_for(taught, tr)
        lines = [f"{tr.date(taught.day)} · {held}"]
        for hands in taught.hands:
            counted = f"O {hands.for_o} · X {hands.for_x}" if hands.asked else tr.text("hands not counted")
            lines.append(f"{tr.pick(hands.question_ko, hands.question_en)}  —  {counted}")
        for each in taught.told:
            counts = tr.text("said {said}, explained again {again}", said=each.said, again=each.again)
            lines.append(f"{tr.pick(each.ask_ko, each.ask_en)}  —  {counts}")
        self.words.setText("\n".join(lines))
        self._ask.setText(tr.text("How many people were there?"))
        self.people.setAccessibleName(tr.text("How many people were there?"))
        self.why.setText(
            tr.text("The record holds no names. It is not kept in the program: print it or save it now.")
        )
        self.papers.setText(tr.text("Record and feedback sheet…"))
        self.finish.setText(tr.text("Close"))
        self.paper.retranslate()

    def _show_paper(self) -> None:
        taught, tr = self.taught, self._context.tr
        numbers = self._context.preferences.word(HANDOUT_NUMBERS)

        def make(languages: tuple[Translator, ...]) -> bytes:
            from lupusdiary.report.session_record import write_pdf

            return write_pdf(taught, languages, numbers)

        title = tr.text("Record and feedback sheet: {title}", title=self.title.text())
        self.paper.show_document(PrintedDocument(title, title, make, own=False))
        self._stack.setCurrentWidget(self.paper)
