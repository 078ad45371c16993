"""What a word means: opened at the word by click or key, gone with Escape or a click elsewhere."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from lupusdiary.education.content.glossary import GlossaryTerm
from lupusdiary.education.content.library import Library
from lupusdiary.language import Translator
from lupusdiary.ui.base.context import UiContext
from lupusdiary.ui.widgets.discard import clear
from lupusdiary.ui.widgets.rich_button import RichButton

_WIDTH = 380


class TermPopup(QFrame):
    """One word of the glossary; `article_requested` carries the article that the person wants to read."""

    article_requested = Signal(str)

    def __init__(self, parent: QWidget, context: UiContext) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("term_popup")
        self.setProperty("role", "card")
        self._context = context
        self.name = QLabel()
        self.name.setProperty("role", "section")
        self.other = QLabel()
        self.other.setProperty("role", "muted")
        self.definition = QLabel()
        self.close_button = QPushButton()
        self.close_button.setObjectName("close_term")
        self.close_button.clicked.connect(self.close)
        self._links = QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(8)
        for label in (self.name, self.other, self.definition):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            column.addWidget(label)
        column.addLayout(self._links)
        column.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignRight)

    def explain(self, term: GlossaryTerm, library: Library, here: str, at: QPoint) -> None:
        """Opens on a word; `here` is the article that is being read, which needs no link to itself."""
        tr = self._context.tr
        self.name.setText(term.name(tr))
        said = tr.text("say: {said}", said=term.said) if term.said else ""
        self.other.setText(" · ".join(part for part in (term.other_name(tr), said) if part))
        self.definition.setText(term.definition(tr))
        self.close_button.setText(tr.text("Close"))
        self.setAccessibleName(term.name(tr))
        self.setAccessibleDescription(term.definition(tr))
        clear(self._links)
        known = set(library.ids())
        for id in [each for each in term.articles if each in known and each != here][:2]:
            title = library.card(id, tr.code).front.title
            words = tr.text("Read: {title}", title=title)
            button = RichButton(f"term_read_{id}", "quiet")
            button.column.setContentsMargins(8, 8, 8, 8)
            button.add_line("", words)
            button.setAccessibleName(words)
            button.clicked.connect(lambda _=False, id=id: self._read(id))
            self._links.addWidget(button)
        self._open(at)

    def _open(self, at: QPoint) -> None:
        self.setFixedWidth(round(_WIDTH * (0.5 + 0.5 * self._context.theme.scale)))
        # Its words have their sizes once they have the style; a window that is seen too late would jump.
        for part in self.findChildren(QWidget):
            part.ensurePolished()
        self.adjustSize()
        self._move_into_sight(at)
        self.show()
        self._move_into_sight(at)
        # The word keeps its place for the keyboard, which comes back to it.
        self.close_button.setFocus(Qt.FocusReason.PopupFocusReason)

    def _move_into_sight(self, at: QPoint) -> None:
        room = (QGuiApplication.screenAt(at) or self.screen()).availableGeometry()
        x = max(room.left(), min(at.x(), room.right() + 1 - self.width()))
        y = max(room.top(), min(at.y(), room.bottom() + 1 - self.height()))
        self.move(x, y)

    def _read(self, id: str) -> None:
        self.close()
        self.article_requested.emit(id)


def term_tip(term: GlossaryTerm, tr: Translator) -> str:
    """The word and its meaning as a tooltip."""
    return f"<p><b>{escape(term.name(tr))}</b><br>{escape(term.definition(tr))}</p>"
